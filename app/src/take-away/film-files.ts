import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import {
  type CaseState,
  type EditLine,
  outputOf,
  type Recording,
  type RecordingId,
} from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import {
  EditList,
  laidOver,
  linesText,
  type Proof,
  publishable,
  type StandingLine,
} from '@sightline/core/conform'
import { SightlineError } from '@sightline/core/errors'
import { csvText } from '../csv.ts'
import { framesFromBytes } from '../derive/frame-bytes.ts'
import { nominalRate } from '../editors/rates.ts'
import { editClock } from '../edits/edit-clock.ts'
import { diffEdl } from '../edits/edit-edl.ts'
import { diffOtio } from '../edits/edit-otio.ts'
import { makeProof, type ProofSource } from '../edits/proof.ts'
import { proofTable } from '../edits/proof-table.ts'
import { type ReportFile, reportOfLines } from '../edits/report-of-lines.ts'
import { openOriginal } from '../intake/originals.ts'
import type { ContentSource, ContentStore } from '../store/content-store.ts'
import { nameOf } from './moments-files.ts'

/** What is needed to read a film's lines and pictures out of a case. */
export interface FilmParts {
  readonly state: CaseState
  readonly folder: string
  readonly content: Pick<ContentStore, 'read'>
}

/** A film or stand-in with its stored list and the lines as they stand. */
interface FilmLines {
  readonly film: Recording
  readonly list: EditList
  readonly lines: readonly StandingLine[]
}

/** Throws 'case.unknown' where it has not been held against recordings, or is held behind a wall. */
async function linesOf({ state, content }: FilmParts, id: RecordingId): Promise<FilmLines> {
  const film = state.recordings.get(id)
  const run = state.editLists.get(id)
  if (!film || run?.kind !== 'made' || walledRecordings(state).has(id))
    throw new SightlineError('case.unknown', 'this film has not been held against recordings')
  const read = EditList.safeParse(JSON.parse((await buffer(await content.read(run.result))).toString('utf8')))
  if (!read.success)
    throw new SightlineError('store.failed', `expected the lines of ${film.firstName}, found something else`)
  return { film, list: read.data, lines: laidOver(read.data, state.editReviews.values(), id) }
}

/** Names of what is made, the first being what was asked for. */
export type FilmFile = { readonly name: string; readonly source: ContentSource }

/**
 * The proof of a film: made again from the recordings by the lines in force, side by side with the film, and what remains at each
 * frame as a table and for the room. Recordings behind a wall are not used. Throws as `makeProof`.
 */
export async function filmProof(
  parts: FilmParts & {
    readonly workDir: string
    readonly signal: AbortSignal
    readonly onFraction: (fraction: number) => void
  },
  id: RecordingId,
): Promise<{ readonly files: readonly FilmFile[]; readonly recordings: readonly RecordingId[] }> {
  const { film, lines } = await linesOf(parts, id)
  const walled = walledRecordings(parts.state)
  const sources = new Map<RecordingId, ProofSource | null>()
  for (const raw of [id, ...lines.flatMap(({ line }) => (line.part === 'shown' ? [line.raw] : []))])
    if (!sources.has(raw)) sources.set(raw, walled.has(raw) ? null : await sourceOf(parts, raw))
  const own = sources.get(id)
  if (!own) throw new SightlineError('usage.wrong', `${film.firstName} has no pictures to be made again`)
  const { workDir, signal, onFraction } = parts
  const sourceIn = (raw: RecordingId) => sources.get(raw) ?? null
  const frames = await makeProof({ film: own, sourceOf: sourceIn, lines, workDir, signal, onFraction })
  const proof: Proof = { v: 1, of: id, lines: linesText(lines), frames: [...frames] }
  const nameIn = (raw: RecordingId) => parts.state.recordings.get(raw)?.firstName ?? raw
  const base = `proof-${plainName(film)}`
  return {
    files: [
      { name: `${base}.mp4`, source: { kind: 'file', path: join(workDir, 'proof.mp4') } },
      bytesNamed(`${base}.csv`, csvText(proofTable(frames, nameIn))),
      bytesNamed(`${base}.json`, JSON.stringify(proof)),
    ],
    recordings: [...sources.keys()],
  }
}

async function sourceOf({ state, folder, content }: FilmParts, id: RecordingId): Promise<ProofSource | null> {
  const recording = state.recordings.get(id)
  const frames = recording && outputOf(recording, 'frames')
  const video = recording?.probe.kind === 'probed' ? recording.probe.facts.video : null
  if (!recording || !frames || !video) return null
  const times = framesFromBytes(await buffer(await content.read(frames.sha256)))
  const open = () => openOriginal(folder, state, recording)
  return { id, name: recording.firstName, video, times, open }
}

export type EditLinesFormat = 'csv' | 'edl' | 'otio'

/** The lines of a film that a person has accepted, corrected or added: as a table, or for video editors. Throws 'usage.wrong' where there is none. */
export async function editLinesFile(
  parts: FilmParts,
  id: RecordingId,
  as: EditLinesFormat,
): Promise<{ readonly file: FilmFile; readonly recordings: readonly RecordingId[] }> {
  const { film, list, lines } = await linesOf(parts, id)
  const walled = walledRecordings(parts.state)
  const open = publishable(lines).filter(
    ({ line }) => !('raw' in line) || line.raw === null || !walled.has(line.raw),
  )
  if (open.length === 0)
    throw new SightlineError('usage.wrong', `no line of ${film.firstName} has been accepted by a person`)
  const used = open.flatMap(({ line }) => ('raw' in line && line.raw !== null ? [line.raw] : []))
  const recordings = [...new Set([id, ...used])]
  const name = `edit-lines-${plainName(film)}.${as}`
  if (as === 'csv') {
    const rows = open.map(line => rowOf(parts.state, line, list.of.from ?? 0))
    return { file: bytesNamed(name, csvText([head, ...rows])), recordings }
  }
  const files = new Map<RecordingId, ReportFile | null>()
  for (const each of recordings) files.set(each, await reportFile(parts, each))
  const own = files.get(id)
  if (!own?.times) throw new SightlineError('usage.wrong', `${film.firstName} has no pictures to be listed`)
  const report = reportOfLines({ ...own, times: own.times }, open, raw => files.get(raw) ?? null)
  const boundariesOf = (file: ReportFile | null | undefined) =>
    file?.times ? { of: file.times.boundaries, perSecond: 1e6 } : null
  const clock = editClock(boundariesOf(own), path =>
    boundariesOf([...files.values()].find(file => file?.path === path)),
  )
  const title = film.film?.title ?? film.firstName
  const text = as === 'edl' ? diffEdl(report, title, clock) : diffOtio(report, title, clock)
  return { file: bytesNamed(name, text), recordings }
}

async function reportFile(parts: FilmParts, id: RecordingId): Promise<ReportFile | null> {
  const recording = parts.state.recordings.get(id)
  if (!recording) return null
  const source = await sourceOf(parts, id)
  const video = recording.probe.kind === 'probed' ? recording.probe.facts.video : null
  const rate = video && nominalRate(video)
  return {
    path: join(parts.folder, recording.firstName),
    sha256: id,
    times: source?.times ?? null,
    rate: rate ? [rate.num, rate.den] : null,
  }
}

const head = [
  ...['part', 'kind', 'film from (s)', 'film to (s)', 'recording', 'recording SHA-256'],
  ...['recording from (s)', 'recording to (s)', 'speed', 'layer', 'part of the picture', 'decision'],
  ...['decided by', 'decided at (UTC)', 'reason'],
]

function rowOf(state: CaseState, { line, status, review }: StandingLine, start: number): readonly string[] {
  const seconds = (micros: number | null) => (micros === null ? '' : (micros / 1e6).toFixed(6))
  const raw = 'raw' in line ? line.raw : null
  const { kind, speed, layer, box, rawFrom, rawTo } = detailOf(line)
  return [
    ...[line.part, kind, seconds(line.from - start), seconds(line.to - start)],
    ...[raw === null ? '' : (state.recordings.get(raw)?.firstName ?? ''), raw ?? ''],
    ...[seconds(rawFrom), seconds(rawTo), speed, layer, box, status],
    ...(review ? [nameOf(state, review.agent), review.at, review.reason] : ['', '', '']),
  ]
}

function detailOf(line: EditLine) {
  const nothing = { kind: '', speed: '', layer: '', box: '', rawFrom: null, rawTo: null }
  switch (line.part) {
    case 'shown':
      return { ...nothing, speed: String(line.rate), layer: String(line.layer), ...rawSpan(line) }
    case 'trim':
      return { ...nothing, ...rawSpan(line) }
    case 'picture':
      return {
        ...nothing,
        kind: line.kind,
        speed: line.factor === null ? '' : String(line.factor),
        box: (line.crop ?? line.region ?? []).join(' '),
      }
    case 'sound':
      return { ...nothing, kind: line.kind, rawFrom: line.rawFrom }
    case 'unmatched':
      return nothing
  }
}

function rawSpan({ rawFrom, rawTo }: { readonly rawFrom: number; readonly rawTo: number }) {
  return { rawFrom, rawTo }
}

function plainName({ film, firstName }: Recording): string {
  const last =
    film?.title ??
    firstName
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ??
    'film'
  return (
    last
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'film'
  )
}

function bytesNamed(name: string, text: string): FilmFile {
  return { name, source: { kind: 'bytes', bytes: Buffer.from(text) } }
}
