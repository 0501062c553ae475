import { realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaFile, openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { decodeSound, soundOrigin, soundTrackOf } from '../sound/decode.ts'
import { SampleFile } from '../sound/sample-file.ts'
import { sha256Stream } from '../store/sha256.ts'
import type { StoredFilm } from './compare-thread.ts'
import { decodePictures, type SmallPictures } from './small-pictures.ts'
import { storedFacts } from './stored-pictures.ts'

/** A film or recording made ready to be held against others: its pictures small, its sound at 8 kHz, both on a disk. */
export interface ReadFilm {
  readonly name: string
  readonly sha256: string
  readonly facts: RecordingFacts
  readonly pictures: SmallPictures | null
  /** Where its pictures and sound are kept. */
  readonly stored: StoredFilm
  /** What the decoders said about damage. */
  readonly troubles: readonly string[]
}

export interface ReadOptions {
  readonly workDir: string
  /** Of files in `workDir`; unique. */
  readonly key: string
  /** Longer side of the small pictures. */
  readonly longest: number
  readonly signal: AbortSignal
  /** How much of it is read, 0 to 1. */
  readonly onFraction: (fraction: number) => void
}

const chunkBytes = 1 << 20
/** Pictures of this size are those of recordings of a few minutes. */
const mostDetail = 256

/**
 * Hashes, probes and decodes one file, pictures once and sound once. Throws what these throw: 'intake.…' and 'media.…' for a file that cannot
 * be read, 'cancelled'.
 */
export async function readFilm(path: string, options: ReadOptions): Promise<ReadFilm> {
  const target = await realpath(path).catch(cause => {
    throw new SightlineError('intake.unreadable', `${path} could not be opened`, { cause })
  })
  await using media = await openMediaFile(target)
  const [sha256, probed] = await Promise.all([hashOf(media, options.signal), probe(media, options.signal)])
  if (probed.kind === 'refused')
    throw new SightlineError('media.unreadable', probed.why.message.replaceAll(target, path))
  const { facts, frameTimes } = probed
  const troubles: string[] = []
  const video = facts.video
  const ask = {
    longest: options.longest,
    workDir: options.workDir,
    name: options.key,
    signal: options.signal,
    // What lasts an hour has to fit on a disk; for the rest packing costs more than it saves.
    isPacked: options.longest < mostDetail,
    onFraction: options.onFraction,
  }
  const [pictures, sound] = await Promise.all([
    video ? orTrouble(decodePictures(media, video, frameTimes, ask), troubles) : null,
    soundTrackOf(facts) ? orTrouble(soundOf(media, facts, options, troubles), troubles) : null,
  ])
  if (!pictures && !sound)
    throw new SightlineError(
      'media.unreadable',
      `expected pictures or sound in ${path}, and none could be decoded: ${troubles[0] ?? 'no message'}`,
    )
  if (pictures?.trouble) troubles.push(pictures.trouble)
  return {
    name: path,
    sha256,
    facts,
    pictures,
    stored: {
      sound,
      pictures: pictures && { small: pictures.path, facts: await keptFacts(pictures, options) },
    },
    troubles,
  }
}

async function keptFacts(pictures: SmallPictures, { workDir, key }: ReadOptions): Promise<string> {
  const path = join(workDir, `${key}.facts`)
  await writeFile(path, storedFacts(pictures, pictures.packed))
  return path
}

/** One of picture and sound may be beyond reading; the other is still an answer. */
async function orTrouble<T>(work: Promise<T>, troubles: string[]): Promise<T | null> {
  try {
    return await work
  } catch (error) {
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
    signal.throwIfAborted()
    hash.update(await media.read(at, Math.min(chunkBytes, media.bytes - at)))
  }
  return hash.digest()
}
