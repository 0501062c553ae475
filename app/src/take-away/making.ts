import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TakeAway } from '@sightline/core/api'
import {
  type CaseState,
  type Clock,
  clockMapOf,
  clocksOf,
  type EntryDetail,
  mainGroup,
  outputOf,
  placementOn,
  type Recording,
  type StoredOutput,
} from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { never, SightlineError } from '@sightline/core/errors'
import type { SheetRecording } from '@sightline/core/moments'
import {
  type CaseMicros,
  type ClockPiece,
  caseMicros,
  caseTimeOn,
  type FrameTimes,
  firstCaseTimeOf,
  frameAtMedia,
  frameCount,
  mediaTimeOn,
  pieceAtMedia,
  pieceIndexAtCase,
  ptsOf,
} from '@sightline/core/time'
import { framesFromBytes } from '../derive/frame-bytes.ts'
import { openOriginal } from '../intake/originals.ts'
import type { MediaFile } from '../media/media-file.ts'
import type { ContentSource, ContentStore } from '../store/content-store.ts'
import { accountsFile } from './accounts-files.ts'
import { caseFile } from './case-file.ts'
import { type ClipAngle, makeClip, makeGridClip } from './clip.ts'
import { editLinesFile, type FilmFile, filmProof } from './film-files.ts'
import type { Video } from './frames.ts'
import { momentsFile } from './moments-files.ts'
import { pngWithTexts } from './png-text.ts'
import { type NamedFrame, type SheetParts, sheetRecording, sheetText } from './provenance.ts'
import { framesForSheet, takeContactSheet } from './sheets-of-frames.ts'
import { soundsFile } from './sounds-file.ts'
import { takeStill } from './still.ts'
import { captionsFile, transcriptFile } from './transcript-files.ts'

export interface Making {
  readonly state: CaseState
  readonly folder: string
  readonly content: ContentStore
  /** An empty folder that is thrown away afterwards. */
  readonly workDir: string
  readonly takenBy: string
  readonly takenAt: string
  readonly signal: AbortSignal
  readonly onFraction: (fraction: number) => void
}

/** What was made and stored: the first file is what was asked for, the second its sheet. */
export interface MadeFiles {
  readonly files: readonly StoredOutput[]
  readonly entry: Pick<EntryDetail<'taken-away'>, 'what' | 'recordings' | 'when'>
}

const longestClipMicros = 600_000_000

/** Makes what was asked for. Throws 'usage.wrong' for what the case cannot give, and what the makers throw. */
export async function make(making: Making, asked: TakeAway): Promise<MadeFiles> {
  switch (asked.what) {
    case 'still':
      return await makeStill(making, asked)
    case 'contact-sheet':
      return await makeSheet(making, asked)
    case 'clip':
    case 'grid-clip':
      return await makeClips(making, asked)
    case 'moments':
    case 'sounds':
    case 'case-file': {
      const { name, text } = ofTheCase(making, asked)
      const file = bytesNamed(name, Buffer.from(text))
      return await withSheet(making, file, {
        recordings: [],
        span: null,
        viewedWith: [],
        rendering: [],
        entry: { what: asked.what, recordings: [], when: null },
      })
    }
    case 'transcript':
    case 'captions': {
      const { name, text, recordings, notReviewed } =
        asked.what === 'transcript' ? await transcriptFile(making, asked) : await captionsFile(making, asked)
      return await withSheet(making, bytesNamed(name, Buffer.from(text)), {
        recordings: sheetRecordings(making.state, recordings),
        span: null,
        viewedWith: [],
        ...(notReviewed ? { notReviewed } : {}),
        rendering: [],
        entry: { what: asked.what, recordings: [...recordings], when: null },
      })
    }
    case 'accounts': {
      const { name, text } = await accountsFile(making, asked.as)
      return await withSheet(making, bytesNamed(name, Buffer.from(text)), {
        recordings: [],
        span: null,
        viewedWith: [],
        rendering: [],
        entry: { what: 'accounts', recordings: [], when: null },
      })
    }
    case 'film-proof': {
      const { files, recordings } = await filmProof(making, asked.film)
      return await filmFiles(making, files, entryOfFilm('film-proof', recordings))
    }
    case 'edit-lines': {
      const { file, recordings } = await editLinesFile(making, asked.film, asked.as)
      return await filmFiles(making, [file], entryOfFilm('edit-lines', recordings))
    }
    default:
      return never(asked)
  }
}

function ofTheCase(
  { state, takenAt }: Making,
  asked: Extract<TakeAway, { what: 'moments' | 'sounds' | 'case-file' }>,
): { readonly name: string; readonly text: string } {
  switch (asked.what) {
    case 'moments':
      return momentsFile(state, asked.as, takenAt)
    case 'sounds':
      return soundsFile(state)
    case 'case-file':
      return caseFile(state, asked, takenAt)
  }
}

/** An entry names a hundred recordings at most, the film first. */
function entryOfFilm(what: 'film-proof' | 'edit-lines', recordings: readonly string[]): MadeFiles['entry'] {
  return { what, recordings: recordings.slice(0, 100), when: null }
}

/** What was made of a film: the first file with its sheet, then those that belong to it. */
async function filmFiles(
  making: Making,
  [first, ...others]: readonly FilmFile[],
  entry: MadeFiles['entry'],
): Promise<MadeFiles> {
  if (!first) throw new SightlineError('usage.wrong', 'nothing was made of this film')
  const proof = [
    'every picture decoded from the original, made smaller; the recordings laid where the lines in force say',
    'what remains: distance of luma once brightness and contrast are evened, four times as bright as it is',
  ]
  const made = await withSheet(making, first, {
    recordings: sheetRecordings(making.state, entry.recordings),
    span: null,
    viewedWith: [],
    rendering: entry.what === 'film-proof' ? proof : [],
    entry,
  })
  const files = [...made.files]
  for (const { name, source } of others) files.push({ name, ...(await stored(making, source)) })
  return { files, entry }
}

/** Of what is not told frame by frame. */
function sheetRecordings(state: CaseState, ids: readonly string[]): readonly SheetRecording[] {
  return ids.flatMap(id => {
    const recording = state.recordings.get(id)
    return recording ? [sheetRecording(recording, [], null)] : []
  })
}

async function stored({ content, signal }: Making, source: ContentSource) {
  const { sha256, bytes } = await content.put(source, signal)
  return { sha256, bytes }
}

async function makeStill(making: Making, asked: Extract<TakeAway, { what: 'still' }>): Promise<MadeFiles> {
  const source = await sourceOf(making, asked.recording)
  await using file = source.file
  const frame = frameAtMedia(source.times, asked.at)
  if (frame === null || ptsOf(source.times, frame) !== asked.at)
    throw new SightlineError('usage.wrong', `${source.recording.firstName} has no frame at ${asked.at} µs`)
  const { video } = source
  const png = await takeStill({ file, video, at: asked.at, outputDir: making.workDir, signal: making.signal })
  const placed = source.map && pieceAtMedia(source.map, asked.at)
  const at = placed && caseMicros(caseTimeOn(placed, asked.at))
  const recordings = [sheetRecording(source.recording, [{ frame, pts: asked.at }], placed)]
  const rendering = [
    'one frame decoded from the original, upright, in square pixels, as 8-bit RGB',
    'chosen by its presentation time, which was read back from the decoder',
  ]
  // The sheet beside the picture names the picture's hash; the one inside cannot, and says all else.
  const inside = {
    recordings,
    viewedWith: asked.viewedWith,
    rendering,
    takenBy: making.takenBy,
    takenAt: making.takenAt,
  }
  const bytes = pngWithTexts(png, {
    Title: `${source.recording.firstName}, frame ${frame}`,
    Source: `sha256:${source.recording.id}`,
    Software: 'Sightline',
    Description: JSON.stringify({ v: 1, what: 'still', ...inside }),
  })
  const name = `still-${plainName(source.recording)}-f${frame}.png`
  return await withSheet(making, bytesNamed(name, bytes), {
    recordings,
    span: null,
    viewedWith: asked.viewedWith,
    rendering,
    entry: {
      what: 'still',
      recordings: [source.recording.id],
      when: at === null || !source.isOnMain ? null : { from: at, to: null },
    },
  })
}

interface Spanned {
  readonly from: CaseMicros
  readonly to: CaseMicros
}

async function makeSheet(
  making: Making,
  asked: Spanned & { readonly recording: string; readonly viewedWith: readonly string[] },
): Promise<MadeFiles> {
  checkSpan(asked)
  const source = await sourceOf(making, asked.recording)
  await using file = source.file
  const shown = framesIn(source, asked)
  if (shown.frames.length === 0) throw nothingShown(source.recording)
  const chosen = new Set(framesForSheet(shown.frames.map(({ pts }) => pts)))
  const frames = shown.frames.filter(({ pts }) => chosen.has(pts))
  const { video } = source
  const png = await takeContactSheet({
    ...{ file, video, at: frames.map(({ pts }) => pts) },
    outputDir: making.workDir,
    signal: making.signal,
  })
  const name = `contact-sheet-${plainName(source.recording)}-f${frames[0]?.frame}.png`
  const recordings = [sheetRecording(source.recording, frames, shown.piece)]
  return await withSheet(making, bytesNamed(name, png), {
    recordings,
    span: { ...spanOf(asked), clock: source.clock },
    viewedWith: asked.viewedWith,
    rendering: [
      `${frames.length} of ${shown.frames.length} frames of the span, first and last among them, made smaller`,
    ],
    entry: entryOf('contact-sheet', [source], asked),
  })
}

async function makeClips(making: Making, asked: Extract<TakeAway, { from: CaseMicros }>): Promise<MadeFiles> {
  checkSpan(asked)
  const ids = 'recordings' in asked ? asked.recordings : [asked.recording]
  await using held = new AsyncDisposableStack()
  const sources: Source[] = []
  for (const id of ids) {
    const source = await sourceOf(making, id)
    held.use(source.file)
    sources.push(source)
  }
  const shown = sources.map(source => ({ source, ...framesIn(source, asked) }))
  const angles = shown.map(({ source, piece, frames }): ClipAngle => {
    const last = frames.at(-1)
    const { facts } = source.recording.probe
    return {
      file: source.file,
      name: source.recording.firstName,
      video: source.video,
      audio: facts.audio.find(track => track.isDefault) ?? facts.audio[0] ?? null,
      piece,
      frames: {
        first: frames[0]?.frame ?? 0,
        times: frames.map(({ pts }) => pts),
        end: last ? ptsOf(source.times, last.frame + 1) : 0,
      },
    }
  })
  const run = {
    ...spanOf(asked),
    outputDir: making.workDir,
    signal: making.signal,
    onFraction: making.onFraction,
  }
  const [only] = angles
  if (asked.what === 'clip' && only) {
    if (only.frames.times.length === 0) throw nothingShown(sources[0]?.recording)
    await makeClip(run, only)
  } else await makeGridClip(run, angles)
  const name = asked.what === 'clip' ? `clip-${plainName(sources[0]?.recording)}.mp4` : 'clip-all-angles.mp4'
  return await withSheet(
    making,
    { name, source: { kind: 'file', path: join(making.workDir, 'clip.mp4') } },
    {
      recordings: shown.map(({ source, frames, piece }) =>
        sheetRecording(source.recording, endsOf(frames), piece),
      ),
      span: { ...spanOf(asked), clock: sources[0]?.clock ?? 'case' },
      viewedWith: asked.viewedWith,
      rendering: [
        'converted from the originals (H.264, lossy); frame number, PTS and case time burned in below the picture',
        asked.what === 'clip'
          ? 'every frame of the span at its own time'
          : '30 frames a second of the clock; each cell shows the frame that is current, black where absent; no sound',
      ],
      entry: entryOf(asked.what === 'clip' ? 'clip' : 'grid-clip', sources, asked),
    },
  )
}

interface Source {
  readonly recording: Recording & { readonly probe: { readonly kind: 'probed' } }
  readonly video: Video
  readonly times: FrameTimes
  readonly file: MediaFile
  readonly map: ReturnType<typeof clockMapOf> | null
  /** Which clock the case times of a request are on: a recording without a place is watched by its own time. */
  readonly clock: 'case' | 'media'
  /** Whether that is the clock of the case, and not that of another group. */
  readonly isOnMain: boolean
}

async function sourceOf({ state, folder, content }: Making, id: string): Promise<Source> {
  const recording = state.recordings.get(id)
  if (!recording) throw new SightlineError('case.unknown', 'there is no such recording in this case')
  if (walledRecordings(state).has(recording.id))
    throw new SightlineError(
      'usage.wrong',
      `${recording.firstName} is held behind a wall in the case file: nothing of it is taken away`,
    )
  const video = isProbed(recording) ? recording.probe.facts.video : null
  const frames = outputOf(recording, 'frames') ?? (isProbed(recording) ? recording.probe.frames : null)
  if (!isProbed(recording) || video === null || frames === null)
    throw new SightlineError('usage.wrong', `${recording.firstName} has no pictures that can be taken away`)
  const clock = clocksOf(state).find((each: Clock) => each.recordings.includes(id))
  const placement = clock ? placementOn(clock, recording) : null
  const times = framesFromBytes(await buffer(await content.read(frames.sha256)))
  const file = await openOriginal(folder, state, recording)
  return {
    recording,
    video,
    times,
    file,
    map: placement && clockMapOf(placement),
    clock: clock?.kind === 'own' ? 'media' : 'case',
    isOnMain: clock?.id === mainGroup,
  }
}

function isProbed(recording: Recording): recording is Source['recording'] {
  return recording.probe.kind === 'probed'
}

/** The frames that a span of the clock shows, on the piece that holds its beginning; the one current there comes first. */
function framesIn(
  { times, map, recording }: Source,
  { from, to }: Spanned,
): { readonly piece: ClockPiece; readonly frames: readonly NamedFrame[] } {
  const piece = map?.[pieceIndexAtCase(map, from)]
  if (!piece) throw new SightlineError('usage.wrong', `${recording.firstName} has no place on a clock`)
  const count = frameCount(times)
  const first = frameAtMedia(times, mediaTimeOn(piece, from)) ?? 0
  const frames: NamedFrame[] = []
  for (let frame = first; frame < count; frame++) {
    if (firstCaseTimeOf(times, piece, frame) >= to) break
    if (firstCaseTimeOf(times, piece, frame + 1) > from) frames.push({ frame, pts: ptsOf(times, frame) })
  }
  return { piece, frames }
}

type Rest = Pick<SheetParts, 'recordings' | 'span' | 'viewedWith' | 'notReviewed' | 'rendering'> &
  Pick<MadeFiles, 'entry'>

/** Stores a file, then the sheet that names its hash. Content that no entry cites does no harm. */
async function withSheet(
  making: Making,
  { name, source }: { readonly name: string; readonly source: ContentSource },
  { entry, ...rest }: Rest,
): Promise<MadeFiles> {
  const { state, content, takenBy, takenAt, signal } = making
  const { sha256, bytes } = await content.put(source, signal)
  const file = { name, sha256, bytes }
  const text = await sheetText({ state, what: entry.what, file, ...rest, takenBy, takenAt })
  const sheet = await content.put({ kind: 'bytes', bytes: Buffer.from(text) }, signal)
  const sheetFile = { name: `${name}.provenance.json`, sha256: sheet.sha256, bytes: sheet.bytes }
  return { files: [file, sheetFile], entry }
}

function bytesNamed(name: string, bytes: Uint8Array): { name: string; source: ContentSource } {
  return { name, source: { kind: 'bytes', bytes } }
}

function entryOf(
  what: MadeFiles['entry']['what'],
  sources: readonly Source[],
  asked: Spanned,
): MadeFiles['entry'] {
  const isOnCase = sources.every(({ isOnMain }) => isOnMain)
  return {
    what,
    recordings: sources.map(({ recording }) => recording.id),
    when: isOnCase ? spanOf(asked) : null,
  }
}

function spanOf({ from, to }: Spanned): Spanned {
  return { from, to }
}

function endsOf(frames: readonly NamedFrame[]): readonly NamedFrame[] {
  const [first, last] = [frames[0], frames.at(-1)]
  return first && last ? (first === last ? [first] : [first, last]) : []
}

function checkSpan({ from, to }: Spanned): void {
  if (to <= from) throw new SightlineError('usage.wrong', 'a span ends after it begins')
  if (to - from > longestClipMicros)
    throw new SightlineError('usage.wrong', `a span is at most 10 minutes long, found ${(to - from) / 6e7}`)
}

function nothingShown(recording: Recording | undefined): SightlineError {
  return new SightlineError('usage.wrong', `${recording?.firstName} shows no frame in this span`)
}

/** A file name that every system takes. */
function plainName(recording: Recording | undefined): string {
  const base =
    recording?.firstName
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? 'recording'
  return base.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'recording'
}
