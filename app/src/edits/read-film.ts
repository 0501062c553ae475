import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import type { FrameTimes } from '@sightline/core/time'
import { endsEarlyWords } from '../media/box-lengths.ts'
import { type MediaFile, openMediaFile, targetOf } from '../media/media-file.ts'
import { NotPlain, plainFacts, TrackWords, trackWordsAsked } from '../media/plain-mp4.ts'
import { probe } from '../media/probe.ts'
import { decodeSound, soundOrigin, soundOutput, soundTrackOf } from '../sound/decode.ts'
import { SampleFile } from '../sound/sample-file.ts'
import { sha256Stream } from '../store/sha256.ts'
import type { StoredFilm } from './compare-thread.ts'
import { type AskedFingerprints, decodePictures, type SmallPictures } from './small-pictures.ts'
import { type PictureFacts, storedFacts } from './stored-pictures.ts'

/** A film or recording made ready to be held against others: its pictures small, its sound at 8 kHz, both on a disk. */
export interface ReadFilm {
  readonly name: string
  readonly sha256: string
  readonly facts: RecordingFacts
  readonly pictures: PictureFacts | null
  /** Where its pictures and sound are kept. */
  readonly stored: StoredFilm
  /** What the decoders said about damage. */
  readonly troubles: readonly string[]
}

/** A file that was opened and hashed. What was hashed is what is decoded: it stays open until it is read. */
export interface OpenFilm extends AsyncDisposable {
  readonly name: string
  readonly sha256: string
  readonly media: MediaFile
  /** Where links lead: tools may name it in what they say. */
  readonly target: string
}

export interface ProbedFilm extends OpenFilm {
  readonly facts: RecordingFacts
  readonly frameTimes: FrameTimes | null
  /** Its own tables told this, and ffmpeg has yet to find the same. */
  readonly isByTables: boolean
}

export interface ReadOptions {
  readonly workDir: string
  /** Of files in `workDir`; unique. */
  readonly key: string
  /** Longer side of the small pictures. */
  readonly longest: number
  readonly isPacked: boolean
  readonly fingerprints: AskedFingerprints
  readonly signal: AbortSignal
  /** How much of it is read, 0 to 1. */
  readonly onFraction: (fraction: number) => void
}

const chunkBytes = 1 << 20

/** Opens and hashes a file. Whoever opens it closes it. Throws 'intake.…' for a file that cannot be read, 'cancelled'. */
export async function openFilm(path: string, signal: AbortSignal): Promise<OpenFilm> {
  const target = await targetOf(path)
  const media = await openMediaFile(target)
  try {
    const sha256 = await hashOf(media, signal)
    return { name: path, sha256, media, target, [Symbol.asyncDispose]: () => media[Symbol.asyncDispose]() }
  } catch (error) {
    await media[Symbol.asyncDispose]()
    throw error
  }
}

/** Throws 'media.unreadable' for what is no recording, and what probing throws. */
export async function probeFilm(film: OpenFilm, signal: AbortSignal): Promise<ProbedFilm> {
  const probed = await probe(film.media, signal)
  if (probed.kind === 'refused')
    throw new SightlineError('media.unreadable', probed.why.message.replaceAll(film.target, film.name))
  const { facts, frameTimes } = probed
  return { ...film, facts, frameTimes, isByTables: false }
}

/** As `probeFilm`, without starting a program for a plain recording: its profile, form of pixels and claims stay unknown. */
export async function lookedThrough(film: OpenFilm, signal: AbortSignal): Promise<ProbedFilm> {
  const plain = await plainFacts(film.media)
  return plain ? { ...film, ...plain, isByTables: true } : await probeFilm(film, signal)
}

/** Decodes a file once; twice where it was not what its tables tell. Throws 'media.…' for a file that cannot be decoded, 'cancelled', and what `probeFilm` throws. */
export async function readFilm(given: ProbedFilm, options: ReadOptions): Promise<ReadFilm> {
  const troubles: string[] = []
  const atOnce = await decodedTogether(given, options)
  const film = atOnce === null && given.isByTables ? await probeFilm(given, options.signal) : given
  const { name, sha256, facts } = film
  const { pictures, sound } =
    atOnce ??
    (film === given ? null : await decodedTogether(film, options)) ??
    (await decodedApart(film, options, troubles))
  if (!pictures && !sound)
    throw new SightlineError(
      'media.unreadable',
      `expected pictures or sound in ${name}, and none could be decoded: ${troubles[0] ?? 'no message'}`,
    )
  if (pictures?.trouble) troubles.push(pictures.trouble)
  if (troubles.length === 0 && facts.oddities.includes('truncated')) troubles.push(endsEarlyWords)
  return {
    name,
    sha256,
    facts,
    pictures,
    stored: { sound, pictures: await storedOf(pictures, options) },
    troubles,
  }
}

interface Decoded {
  readonly pictures: SmallPictures | null
  readonly sound: StoredFilm['sound']
}

/**
 * Pictures and sound by one run of ffmpeg. Null where a file has not both, where anything went wrong, so that it has to be found out with which
 * of them, and for containers whose clocks start anew: ffmpeg puts that right for all tracks of a run at once.
 */
async function decodedTogether(film: ProbedFilm, options: ReadOptions): Promise<Decoded | null> {
  const { media, facts, frameTimes } = film
  const { video, container } = facts
  const track = soundTrackOf(facts)
  if (!video || !track || /mpeg/.test(container)) return null
  const path = join(options.workDir, `${options.key}.samples`)
  await using file = await SampleFile.create(path)
  const sound = soundOutput(track, samples => file.write(samples))
  // Of two tracks ffmpeg counts what could not be decoded together, and calls a run failed that has lost most of it.
  let lost = 0
  const words = film.isByTables ? new TrackWords(video, track) : null
  const onStderrLine = (line: string) => {
    if (/error while decoding/i.test(line)) lost++
    words?.add(line)
  }
  const ask = {
    ...{ ...options, name: options.key, sound, onStderrLine },
    ...(words ? { sayingMore: trackWordsAsked } : {}),
  }
  const pictures = await orTrouble(decodePictures(media, video, frameTimes, ask), [])
  const length = await sound.finish()
  await file.finish()
  if (!pictures || pictures.trouble !== null || length === 0 || lost > 0) return null
  if (words && !(words.isPlain && pictures.areAsIndexed)) return null
  return { pictures, sound: { samples: path, length, originMicros: soundOrigin(track) } }
}

async function decodedApart(
  { media, facts, frameTimes }: ProbedFilm,
  options: ReadOptions,
  troubles: string[],
): Promise<Decoded> {
  const { video } = facts
  const ask = { ...options, name: options.key }
  // allSettled first: no tool may still read a file that is closed when the other's failure is told of.
  const [pictured, heard] = await Promise.allSettled([
    video ? orTrouble(decodePictures(media, video, frameTimes, ask), troubles) : null,
    soundTrackOf(facts) ? orTrouble(soundOf(media, facts, options, troubles), troubles) : null,
  ])
  return { pictures: madeOf(pictured), sound: madeOf(heard) }
}

function madeOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason
  return settled.value
}

async function storedOf(
  pictures: SmallPictures | null,
  { workDir, key }: ReadOptions,
): Promise<StoredFilm['pictures']> {
  if (!pictures) return null
  const facts = join(workDir, `${key}.facts`)
  await writeFile(facts, storedFacts(pictures, pictures.packed))
  return { small: pictures.path, facts, fingerprints: pictures.fingerprints }
}

/** One of picture and sound may be beyond reading; the other is still an answer. */
async function orTrouble<T>(work: Promise<T>, troubles: string[]): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotPlain) return null
    if (!(error instanceof SightlineError) || error.code !== 'media.failed') throw error
    troubles.push(error.message)
    return null
  }
}

async function soundOf(
  media: MediaFile,
  facts: RecordingFacts,
  { workDir, key, signal }: ReadOptions,
  troubles: string[],
): Promise<StoredFilm['sound']> {
  const track = soundTrackOf(facts)
  if (!track) throw new SightlineError('media.failed', `expected a sound track in ${media.name}`)
  const path = join(workDir, `${key}.samples`)
  await using file = await SampleFile.create(path)
  const decoded = await decodeSound(media, track, signal, samples => file.write(samples))
  await file.finish()
  if (decoded.trouble) troubles.push(decoded.trouble)
  return { samples: path, length: decoded.samples, originMicros: soundOrigin(track) }
}

async function hashOf(media: MediaFile, signal: AbortSignal): Promise<string> {
  const hash = sha256Stream()
  for (let at = 0; at < media.bytes; at += chunkBytes) {
    if (signal.aborted)
      throw new SightlineError('cancelled', 'reading was cancelled', { cause: signal.reason })
    hash.update(await media.read(at, Math.min(chunkBytes, media.bytes - at)))
  }
  return hash.digest()
}
