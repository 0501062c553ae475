import type { TakeAway } from '@sightline/core/api'
import {
  type CaseState,
  clockMapOf,
  clocksOf,
  inNameOrder,
  mainGroup,
  placementOn,
  type RecordingId,
  type Transcript,
} from '@sightline/core/case'
import { cardOf, walledRecordings } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import type { ProvenanceSheet } from '@sightline/core/moments'
import {
  type ClockMap,
  caseTimeOn,
  decimalFromMicros,
  type MediaMicros,
  pieceAtMedia,
} from '@sightline/core/time'
import {
  type CaptionedImpulse,
  type CaptionedTranscript,
  captionsOf,
  isSettled,
  type ShownLine,
  writeTranscript,
} from '@sightline/core/transcript'
import type { ContentStore } from '../store/content-store.ts'
import { storedTranscript } from '../transcripts/stored.ts'
import { nameOf } from './moments-files.ts'

interface Telling {
  readonly state: CaseState
  readonly content: Pick<ContentStore, 'read'>
}

interface MadeText {
  readonly name: string
  readonly text: string
  readonly recordings: readonly RecordingId[]
  /** Lines of a transcript that nobody has reviewed. */
  readonly notReviewed?: ProvenanceSheet['notReviewed']
}

const endings = { webvtt: 'vtt', srt: 'srt', csv: 'csv', json: 'json' } as const

/**
 * One transcript in one format: with lines that nobody has reviewed its name says so, and its sheet which they are; the text stays as formats have it, so that it
 * is read again as it was. Names of speakers are what participants are called in the case, labels
 * where nobody tied them.
 */
export async function transcriptFile(
  { state, content }: Telling,
  asked: Extract<TakeAway, { what: 'transcript' }>,
): Promise<MadeText> {
  const transcript = state.transcripts.get(asked.transcript)
  if (!transcript || walledRecordings(state).has(transcript.recording))
    throw new SightlineError('case.unknown', 'there is no such transcript in this case')
  const { document, shown } = await storedTranscript(state, content, transcript)
  const told = shown.lines.filter(line => asked.only === 'all' || isSettled(line))
  const lines = told.map(line => plainLine(state, transcript, line))
  const work = told.filter(line => !isSettled(line))
  const isWhole = asked.only === 'all'
  const text = writeTranscript({ ...document, lines, kept: isWhole ? document.kept : null }, asked.as)
  const name = `transcript-${transcript.id}-${work.length > 0 ? 'not-reviewed' : asked.only}.${endings[asked.as]}`
  const at = work.map(({ from }) => decimalFromMicros(from))
  return {
    ...{ name, text, recordings: [transcript.recording] },
    ...(work.length > 0 && { notReviewed: { lines: work.length, of: told.length, at } }),
  }
}

function plainLine(
  state: CaseState,
  transcript: Transcript,
  { key: _, layer: __, isFitted: ___, ...line }: ShownLine,
) {
  return { ...line, speaker: line.speaker === null ? null : speakerOf(state, transcript, line.speaker) }
}

function speakerOf(state: CaseState, { speakers }: Transcript, label: string): string {
  return cardOf(state, speakers.get(label) ?? null, 'participant')?.said.role ?? label
}

/**
 * Captions of the whole case on its clock, or of one recording in its own time: from `origin` on, which is where the file that
 * they are for begins.
 */
export async function captionsFile(
  { state, content }: Telling,
  { only, recording }: Extract<TakeAway, { what: 'captions' }>,
  origin = 0,
): Promise<MadeText> {
  const walled = walledRecordings(state)
  const maps =
    recording === null ? mapsOnCase(state) : new Map<RecordingId, ClockMap | null>([[recording, null]])
  const timeOf = (id: RecordingId, media: number): number | null => {
    const map = maps.get(id)
    if (map === undefined) return null
    return map === null
      ? media - origin
      : Math.round(caseTimeOn(pieceAtMedia(map, media as MediaMicros), media as MediaMicros))
  }
  const order = new Map(inNameOrder(state).map(({ id }, at) => [id, at]))
  const wanted = [...state.transcripts.values()]
    .filter(each => each.withdrawn === null && !walled.has(each.recording) && maps.has(each.recording))
    .sort((a, b) => (order.get(a.recording) ?? 0) - (order.get(b.recording) ?? 0))
  const transcripts: CaptionedTranscript[] = []
  for (const transcript of wanted) {
    const { shown } = await storedTranscript(state, content, transcript)
    const { id, language, translationOf, translator } = transcript
    transcripts.push({
      ...{ id, language, translationOf, translator, lines: shown.lines },
      name: state.recordings.get(transcript.recording)?.firstName ?? transcript.recording,
      speakerOf: label => speakerOf(state, transcript, label),
      timeOf: media => timeOf(transcript.recording, media),
    })
  }
  const title = recording === null ? state.title : (state.recordings.get(recording)?.firstName ?? recording)
  const text = captionsOf({ title, transcripts, impulses: labelledImpulses(state, timeOf), only })
  const name =
    recording === null ? `captions-case-${only}.vtt` : `captions-${recording.slice(0, 8)}-${only}.vtt`
  return { name, text, recordings: [...new Set(wanted.map(each => each.recording))] }
}

function mapsOnCase(state: CaseState): ReadonlyMap<RecordingId, ClockMap> {
  const clock = clocksOf(state).find(({ id }) => id === mainGroup)
  const maps = new Map<RecordingId, ClockMap>()
  for (const id of clock?.recordings ?? []) {
    const recording = state.recordings.get(id)
    const placement = clock && recording && placementOn(clock, recording)
    if (placement) maps.set(id, clockMapOf(placement))
  }
  return maps
}

/** Impulses that a named person labelled, where they were heard first. */
function labelledImpulses(
  state: CaseState,
  timeOf: (id: RecordingId, media: number) => number | null,
): readonly CaptionedImpulse[] {
  return [...state.impulseLabels.values()].flatMap(({ withdrawn, hearings, is, words, agent }) => {
    if (withdrawn !== null) return []
    const times = hearings.flatMap(({ recording, at }) => timeOf(recording, at) ?? [])
    if (times.length === 0) return []
    const told = words === null ? is : `${is}: ${words}`
    return [{ at: Math.min(...times), label: { is: told, by: nameOf(state, agent) } }]
  })
}
