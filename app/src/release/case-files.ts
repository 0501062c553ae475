import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CaseState, Derivation, Recording, StoredOutput } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import type { Composition, RecordingFiles } from '@sightline/core/release'
import { openOriginal } from '../intake/originals.ts'
import type { ContentStore } from '../store/content-store.ts'
import type { CutOut } from './cut-parts.ts'
import type { KeptCopies } from './kept-copies.ts'
import type { ReleaseFolder, Written } from './release-folder.ts'
import { makeSmallCopy } from './small-copy.ts'

export interface CaseFilesInput {
  readonly folder: ReleaseFolder
  readonly content: ContentStore
  readonly keptCopies: KeptCopies
  /** Where the files lie as received; null where that is not known. */
  readonly originals: string | null
  readonly state: CaseState
  readonly composition: Composition
  /** Recordings of which only parts go out. */
  readonly cuts: ReadonlyMap<string, CutOut>
  readonly signal: AbortSignal
}

/** A recording as it went out. */
export interface RecordingOut {
  readonly id: string
  /** As the case holds it; where only parts go out, with the facts of the file that holds them. */
  readonly recording: Recording
  readonly out: Composition['recordings'][number]
  /** What is listed in `release.json`: the original, or the review copy. */
  readonly main: Written
  /** A small copy for slow lines, where one goes out. */
  readonly small: Written | null
  /** Where only parts go out. */
  readonly parts: CutOut['parts'] | null
  readonly files: RecordingFiles
}

/** Writes what is played and shown of each recording, under names that say nothing. Throws 'case.unknown' where something is not there. */
export async function writeRecordings(input: CaseFilesInput): Promise<readonly RecordingOut[]> {
  const written: RecordingOut[] = []
  for (const [index, out] of input.composition.recordings.entries()) {
    const recording = input.state.recordings.get(out.recording)
    if (!recording)
      throw new SightlineError('case.unknown', `${out.title} (${out.recording}) is not in the case`)
    written.push(await writeRecording(input, `r${index + 1}`, recording, out))
  }
  return written
}

async function writeRecording(
  input: CaseFilesInput,
  id: string,
  held: Recording,
  out: RecordingOut['out'],
): Promise<RecordingOut> {
  const { folder, content, originals, state, cuts } = input
  const base = `media/${id}`
  const cut = cuts.get(held.id) ?? null
  const recording = cut
    ? { ...held, probe: { kind: 'probed' as const, facts: cut.facts, frames: cut.frames } }
    : held
  const outputs = outputsOf(recording)
  /** The path of what was made, or its bytes. */
  const stored = async (name: string) => {
    if (cut) return cut.files.get(name) ?? null
    const output = outputs.get(name)
    const path = output ? content.path(output.sha256) : null
    return output && path && (await content.head(output.sha256)) ? path : null
  }
  const copy = async (name: string, to: string) => {
    const path = await stored(name)
    return typeof path === 'string' ? await folder.copy(`data/${to}`, path) : null
  }
  const bytes = async (name: string, to: string) => {
    const made = await stored(name)
    if (made === null) return null
    const whole = typeof made === 'string' ? await readFile(made) : Buffer.from(made)
    await folder.write(`data/${to}.js`, scriptOf(to, whole.toString('base64')))
    return to
  }
  const json = async (name: string, to: string) => {
    const made = await stored(name)
    if (made === null) return null
    const whole = typeof made === 'string' ? await readFile(made) : Buffer.from(made)
    await folder.write(`data/${to}.js`, scriptOf(to, JSON.parse(whole.toString('utf8'))))
    return to
  }
  const viewed = await copy('proxy', `${base}.mp4`)
  const original =
    out.as === 'original' ? await copyOriginal(folder, originals, state, recording, base) : null
  const main = original ?? viewed
  if (!main)
    throw new SightlineError(
      'case.unknown',
      `${out.title} has no review copy in the case, and so nothing to go out`,
    )
  // Thumbnails show what nobody has asked to see: only where a person cleared all of it.
  const mayShow = recording.isCleared && recording.spans.every(span => span.isCleared)
  const strip = mayShow ? await copy('strip', `${base}-strip.jpg`) : null
  const poster = mayShow ? await copy('poster', `${base}-poster.jpg`) : null
  const small =
    viewed && input.composition.smallCopies === true
      ? await writeSmall(input, viewed, recording, `${base}-small.mp4`, out.title)
      : null
  const files: RecordingFiles = {
    media: viewed ? `${base}.mp4` : null,
    ...(small ? { small: `${base}-small.mp4` } : {}),
    original: original ? original.path.slice('data/'.length) : null,
    frames: await bytes('frames', `${base}-frames`),
    waveform: await bytes('waveform', `${base}-waveform`),
    sound: await json('sound', `${base}-sound`),
    strip: strip ? `${base}-strip.jpg` : null,
    stripTimes: strip ? await json('strip-times', `${base}-strip-times`) : null,
    poster: poster ? `${base}-poster.jpg` : null,
  }
  return { id, recording, out, main, small, parts: cut?.parts ?? null, files }
}

/** Half as large at most: a copy that spares little is not worth its place. */
const worthwhile = 0.5

async function writeSmall(
  { folder, keptCopies, signal }: CaseFilesInput,
  viewed: Written,
  { probe }: Recording,
  to: string,
  title: string,
): Promise<Written | null> {
  const kept = await keptCopies.find(viewed.sha256)
  if (kept !== null) return await placeSmall(folder, viewed, kept, to)
  const dir = await mkdtemp(join(tmpdir(), 'sightline-small-'))
  try {
    const made = join(dir, 'small.mp4')
    const video = probe.kind === 'probed' ? probe.facts.video : null
    await makeSmallCopy(join(folder.root, viewed.path), made, { title, video, signal })
    await keptCopies.keep(viewed.sha256, made)
    return await placeSmall(folder, viewed, made, to)
  } catch (error) {
    // Nothing is lost without it but the reader's time: the recording goes out, and no small copy is named.
    if (error instanceof SightlineError && error.code === 'media.failed') return null
    throw error
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function placeSmall(
  folder: ReleaseFolder,
  viewed: Written,
  small: string,
  to: string,
): Promise<Written | null> {
  const { size } = await stat(small)
  return size <= worthwhile * viewed.bytes ? await folder.copy(`data/${to}`, small) : null
}

async function copyOriginal(
  folder: ReleaseFolder,
  originals: string | null,
  state: CaseState,
  recording: Recording,
  base: string,
): Promise<Written> {
  if (originals === null)
    throw new SightlineError(
      'usage.wrong',
      'an original is to go out, and the folder of the case is not known: name it with --folder',
    )
  await using file = await openOriginal(originals, state, recording)
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(recording.firstName)?.[1]?.toLowerCase() ?? 'bin'
  const written = await folder.copy(`data/${base}-original.${ending}`, `/proc/self/fd/${file.descriptor}`)
  if (written.sha256 !== recording.id)
    throw new SightlineError(
      'intake.changing',
      `${recording.firstName} is no longer the file that was received`,
    )
  return written
}

/** What was made of a recording to be looked at and heard, by name. */
export function outputsOf(recording: Recording): ReadonlyMap<string, StoredOutput> {
  const made = recording.derivations.filter(
    (each): each is Extract<Derivation, { kind: 'made' }> => each.kind === 'made',
  )
  const wanted = made.filter(({ recipe }) => recipe === 'review' || recipe === 'sound')
  return new Map(wanted.flatMap(({ outputs }) => outputs.map(each => [each.name, each] as const)))
}

/** A file as a script that hands it to the page: a page opened from a disk may not fetch. */
export function scriptOf(name: string, value: unknown): string {
  return `sightline.take(${JSON.stringify(name)},${JSON.stringify(value)})\n`
}

/** The same, packed: gzip in base64. What is read first is a third as large so. */
export function packedScriptOf(name: string, value: unknown): string {
  return scriptOf(name, gzipSync(JSON.stringify(value), { level: 9 }).toString('base64'))
}
