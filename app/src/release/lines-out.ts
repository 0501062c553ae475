import type { CaseState, TranscriptLine } from '@sightline/core/case'
import { EditList, laidOver, publishable } from '@sightline/core/conform'
import { type Composition, isTranscriptChosen, speaksOnlyOf, type Telling } from '@sightline/core/release'
import { isSettled } from '@sightline/core/transcript'
import type { ContentStore } from '../store/content-store.ts'
import { captionsFile } from '../take-away/transcript-files.ts'
import { storedTranscript } from '../transcripts/stored.ts'
import { type RecordingOut, scriptOf } from './case-files.ts'
import type { ReleaseFolder, Written } from './release-folder.ts'
import type { Told } from './telling.ts'

/** Lines of transcripts that a named reviewer stands for, by the change that put them there: no others go out. */
export async function settledLines(
  state: CaseState,
  content: ContentStore,
  composition: Composition,
): Promise<Telling['settled']> {
  const out = new Set(composition.recordings.map(({ recording }) => recording))
  const settled = new Map<string, TranscriptLine[]>()
  for (const transcript of state.transcripts.values()) {
    if (transcript.withdrawn !== null || !out.has(transcript.recording)) continue
    if (!isTranscriptChosen(composition, transcript.id)) continue
    const { shown } = await storedTranscript(state, content, transcript)
    for (const line of shown.lines) {
      const { key: _, layer, isFitted: __, ...said } = line
      if (layer === null || !isSettled(line)) continue
      const heard = said.heard !== null && out.has(said.heard) ? said.heard : null
      settled.set(layer.id, [...(settled.get(layer.id) ?? []), { ...said, heard }])
    }
  }
  return settled
}

/** Captions of each recording that has lines or named sounds to go out, in its own time, by its number in the release. */
export async function writeCaptions(
  folder: ReleaseFolder,
  content: ContentStore,
  told: Told,
  recordings: readonly RecordingOut[],
): Promise<ReadonlyMap<string, Written>> {
  const written = new Map<string, Written>()
  const captioned = new Set<string>([
    ...[...told.state.transcripts.values()].map(({ recording }) => recording),
    ...[...told.state.impulseLabels.values()].flatMap(({ hearings }) =>
      hearings.map(({ recording }) => recording),
    ),
  ])
  for (const { id, recording, parts } of recordings) {
    if (!captioned.has(recording.id)) continue
    const asked = { what: 'captions', only: 'settled', recording: recording.id } as const
    const { text } = await captionsFile({ state: told.state, content }, asked, parts?.[0]?.from)
    if (!text.includes('-->')) continue
    written.set(id, await folder.write(`data/captions/${id}.vtt`, told.keep(text)))
  }
  return written
}

/** Edit lists with the lines that a person accepted, corrected or added, by the film; nothing else of a comparison goes out. */
export async function writeEditLists(
  folder: ReleaseFolder,
  content: ContentStore,
  { state, keep }: Told,
  recordings: readonly RecordingOut[],
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  // Frames are counted in whole recordings: with a part of one nothing can be compared.
  const whole = recordings.filter(({ parts }) => parts === null)
  const numbers = new Map(whole.map(({ id, recording }) => [recording.id, id]))
  for (const [of, run] of state.editLists) {
    const id = numbers.get(of)
    if (run.kind !== 'made' || id === undefined) continue
    const stored = await (await content.read(run.result)).toArray()
    const list = EditList.parse(JSON.parse(Buffer.concat(stored).toString('utf8')))
    const lines = publishable(laidOver(list, state.editReviews.values(), of))
    if (lines.length === 0) continue
    const candidates = lines.flatMap(({ candidate }) => (candidate ? [{ ...candidate, rivals: [] }] : []))
    const told = {
      ...list,
      against: list.against.filter(({ recording }) => numbers.has(recording)),
      candidates: candidates.filter(each => speaksOnlyOf(each.line, state, numbers)),
      part: 'published' as const,
    }
    const name = `media/${id}-edits`
    await folder.write(`data/${name}.js`, keep(scriptOf(name, told)))
    names[of] = name
  }
  return names
}
