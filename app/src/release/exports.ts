import { type CaseState, placementOf, type Transcript } from '@sightline/core/case'
import type { Composition, ReleaseDocument } from '@sightline/core/release'
import { type Arrangement, arrange } from '../editors/arrangement.ts'
import { editorFormats } from '../editors/formats.ts'
import { editorMedia } from '../editors/media.ts'
import type { ContentStore } from '../store/content-store.ts'
import { caseFile } from '../take-away/case-file.ts'
import { momentsFile } from '../take-away/moments-files.ts'
import { soundsFile } from '../take-away/sounds-file.ts'
import { transcriptFile } from '../take-away/transcript-files.ts'
import { toolLabel } from '../version.ts'
import type { RecordingOut } from './case-files.ts'
import type { ReleaseFolder, Written } from './release-folder.ts'

export interface ExportsInput {
  readonly folder: ReleaseFolder
  /** The case as the release tells it. */
  readonly state: CaseState
  readonly composition: Composition
  readonly recordings: readonly RecordingOut[]
  /** Captions by the number of the recording. */
  readonly captions: ReadonlyMap<string, Written>
  readonly content: Pick<ContentStore, 'read'>
  /** Takes what is private out of a text that was made otherwise. */
  readonly keep: (text: string) => string
  /** When the last entry was made that was taken in: a release bears no clock of its own. */
  readonly at: string
}

/** Writes what other programs read, and gives each file with its title. All of it is made from what the release tells. */
export async function writeExports(input: ExportsInput): Promise<ReleaseDocument['exports']> {
  const { folder, composition, at } = input
  // The log that goes out ends before its own sealing; whoever reads the files holds what was sealed.
  const state: CaseState = { ...input.state, release: { ...input.state.release, stage: 'sealed' } }
  const { audience } = composition
  const made: ReleaseDocument['exports'] = []
  const add = async (title: string, name: string, text: string) => {
    const written = await folder.write(`data/exports/${name}`, text)
    made.push(listed(title, written))
  }
  const wants = (kind: Composition['exports'][number]) => composition.exports.includes(kind)
  if (wants('report'))
    for (const language of composition.languages) {
      const { text } = caseFile(state, { what: 'case-file', as: 'report', audience, language }, at)
      await add(`Report (${language})`, `report-${language}.html`, text)
    }
  if (wants('moments')) {
    await add('Moments (CSV)', 'moments.csv', momentsFile(state, 'csv', at).text)
    await add('Moments (WebVTT)', 'moments.vtt', momentsFile(state, 'vtt', at).text)
    await add('Moments (W3C Web Annotations)', 'moments.jsonld', momentsFile(state, 'annotations', at).text)
    if (state.impulseLabels.size > 0)
      await add('Sharp sounds that people named (CSV)', 'sounds.csv', soundsFile(state).text)
  }
  if (wants('editors')) {
    const arrangement = arrangementOf(input)
    for (const ending of ['otio', 'fcpxml', 'xml'] as const)
      for (const { text } of editorFormats[ending].files(arrangement, {
        title: composition.title,
        tool: toolLabel,
      }))
        await add(`Recordings on one clock (${editorFormats[ending].name})`, `recordings.${ending}`, text)
  }
  if (wants('linked-data')) {
    const language = composition.languages[0] ?? 'en'
    await add(
      'Case file (CSV)',
      'case-file.csv',
      caseFile(state, { what: 'case-file', as: 'csv', audience, language }, at).text,
    )
    await add(
      'Case file (JSON-LD)',
      'case-file.jsonld',
      caseFile(state, { what: 'case-file', as: 'jsonld', audience, language }, at).text,
    )
    await add('Dataset (schema.org)', 'dataset.jsonld', datasetText(input))
  }
  if (wants('media'))
    for (const { id, recording, out } of input.recordings) {
      const captions = input.captions.get(id)
      if (!captions) continue
      made.push(listed(`Captions of ${out.title} (WebVTT)`, captions))
      const spoken = [...state.transcripts.values()].filter(each => each.recording === recording.id)
      for (const [index, transcript] of spoken.entries()) {
        const which = apart(spoken, index)
        const asked = { what: 'transcript', transcript: transcript.id, only: 'settled', as: 'csv' } as const
        const { text } = await transcriptFile({ state, content: input.content }, asked)
        const name = `${id}-said${index === 0 ? '' : `-${index + 1}`}.csv`
        await add(`What was said in ${out.title}${which} (CSV)`, name, input.keep(text))
      }
    }
  return made
}

/** What tells one transcript of a recording from its others: its language, and its number where that does not do. */
export function apart(spoken: readonly Pick<Transcript, 'language'>[], index: number): string {
  const language = spoken[index]?.language ?? null
  const isAlike = spoken.some((each, other) => other !== index && each.language === language)
  const more = [language, isAlike ? `${index + 1}` : null].filter(each => each !== null)
  return spoken.length > 1 && more.length > 0 ? `, ${more.join(' ')}` : ''
}

/** Where the recordings lie on one time line, for video editors: files are named as they lie in the release. */
function arrangementOf({ recordings }: ExportsInput): Arrangement {
  return arrange(
    recordings.map(({ recording, out, main }) => {
      const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
      const file = { name: out.title, url: main.path.replace(/^data\//, '../'), sha256: main.sha256 }
      return {
        name: out.title,
        media: facts && editorMedia(file, { ...facts, claimedTimes: [] }),
        placement: placementOf(recording) ?? { kind: 'unplaced', why: 'no-overlap' },
        duplicateOf: null,
      }
    }),
  )
}

/** The release as schema.org knows it: a Dataset of VideoObjects and AudioObjects, with the claims that were entered. */
function datasetText({ state, composition, recordings, at }: ExportsInput): string {
  const media = recordings.map(({ id, recording, out, main }) => {
    const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
    return {
      '@type': facts?.video ? 'VideoObject' : 'AudioObject',
      '@id': `#${id}`,
      name: out.title,
      contentUrl: main.path.replace(/^data\//, '../'),
      contentSize: `${main.bytes} B`,
      sha256: main.sha256,
      ...(facts && facts.start !== null && facts.end !== null
        ? { duration: `PT${((facts.end - facts.start) / 1e6).toFixed(6)}S` }
        : {}),
      ...(facts?.video ? { width: facts.video.displayWidth, height: facts.video.displayHeight } : {}),
    }
  })
  const claims = [...state.cards.values()]
    .filter(({ of, withdrawn }) => of === 'claim' && withdrawn === null)
    .map(({ id, said }) => ({ '@type': 'Claim', '@id': `#${id}`, text: String(said['matter'] ?? '') }))
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: composition.title,
    description: `${composition.title}: recordings and accounts of one incident, as released.`,
    ...(composition.organization === null
      ? {}
      : { publisher: { '@type': 'Organization', name: composition.organization } }),
    inLanguage: composition.languages,
    dateModified: at,
    creativeWorkStatus: 'Published',
    sdPublisher: { '@type': 'SoftwareApplication', name: toolLabel },
    hasPart: [...media, ...claims],
  }
  return `${JSON.stringify(dataset, null, 2)}\n`
}

function listed(title: string, { path, sha256, bytes }: Written): ReleaseDocument['exports'][number] {
  return { title, file: path, sha256, bytes }
}
