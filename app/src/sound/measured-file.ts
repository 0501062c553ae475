import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type Fft, type SoundSpan, sampleRate, soundExtractor, writeFeatures } from '@sightline/core/sound'
import { span } from '@sightline/core/time'
import { wholeWithoutSound, withEnds } from '../derive/sound-recipe.ts'
import { endsEarlyWords } from '../media/box-lengths.ts'
import { type MediaFile, openMediaFile, targetOf } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { sha256Stream } from '../store/sha256.ts'
import { decodeSound, soundOrigin, soundTrackOf } from './decode.ts'
import { SampleFile } from './sample-file.ts'

/** What is known of a file that stands outside any case, for placing it by sound. */
export interface MeasuredFile {
  readonly sha256: string
  readonly durationMicros: number | null
  readonly facts: RecordingFacts
  /** Files in the working folder, or why there is no sound to go by. */
  readonly sound:
    | { readonly kind: 'heard'; readonly features: string; readonly samples: string }
    | { readonly kind: 'none'; readonly why: 'no-audio' }
  readonly spans: readonly SoundSpan[]
  /** What the decoder said about damage, or null. */
  readonly trouble: string | null
}

export interface MeasureTools {
  readonly fft: Fft
  /** Where measured samples may be put; the caller removes it. */
  readonly workDir: string
  readonly signal: AbortSignal
  readonly onSeconds: (decoded: number) => void
}

const chunkBytes = 1 << 20

/**
 * Hashes, probes and decodes one file that a person named; a symbolic link they name is followed. Throws what opening,
 * probing and decoding throw: 'intake.…' and 'media.…' for a file that cannot be read, 'cancelled'.
 */
export async function measureFile(path: string, tools: MeasureTools): Promise<MeasuredFile> {
  const target = await targetOf(path)
  await using media = await openMediaFile(target)
  const [sha256, probed] = await Promise.all([hashOf(media, tools.signal), probe(media, tools.signal)])
  if (probed.kind === 'refused') {
    throw new SightlineError('media.unreadable', probed.why.message.replaceAll(target, path))
  }
  const { facts } = probed
  const durationMicros = facts.start === null || facts.end === null ? null : facts.end - facts.start
  const track = soundTrackOf(facts)
  if (!track) {
    const spans = wholeWithoutSound(facts)
    return { sha256, durationMicros, facts, sound: { kind: 'none', why: 'no-audio' }, spans, trouble: null }
  }
  const heard = await decodeTo(media, facts, track, join(tools.workDir, randomUUID()), tools)
  return { sha256, durationMicros, facts, ...heard }
}

async function decodeTo(
  media: MediaFile,
  facts: RecordingFacts,
  track: NonNullable<ReturnType<typeof soundTrackOf<RecordingFacts['audio'][number]>>>,
  base: string,
  { fft, signal, onSeconds }: MeasureTools,
): Promise<Pick<MeasuredFile, 'sound' | 'spans' | 'trouble'>> {
  const names = { features: `${base}.features`, samples: `${base}.samples` }
  const extractor = soundExtractor(fft, soundOrigin(track))
  await using file = await SampleFile.create(names.samples)
  const decoded = await decodeSound(media, track, signal, async samples => {
    extractor.push(samples)
    await file.write(samples)
    onSeconds(file.count / sampleRate)
  })
  await file.finish()
  const measures = extractor.finish(track.gaps.spans.map(each => span(each.from, each.to)))
  await writeFile(names.features, writeFeatures(measures.features))
  return {
    sound: { kind: 'heard', ...names },
    spans: withEnds(facts, measures.spans),
    trouble: decoded.trouble ?? (facts.oddities.includes('truncated') ? endsEarlyWords : null),
  }
}

async function hashOf(media: MediaFile, signal: AbortSignal): Promise<string> {
  const hash = sha256Stream()
  for (let at = 0; at < media.bytes; at += chunkBytes) {
    signal.throwIfAborted()
    hash.update(await media.read(at, Math.min(chunkBytes, media.bytes - at)))
  }
  return hash.digest()
}
