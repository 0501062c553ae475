import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type SoundSpan, soundExtractor, writeFeatures, writeWaveform } from '@sightline/core/sound'
import { type MediaMicros, type Span, span } from '@sightline/core/time'
import { decodeSound, soundOrigin, soundTrackOf } from '../sound/decode.ts'
import { loadFft } from '../sound/fft.ts'
import { SampleFile } from '../sound/sample-file.ts'
import type { Made, Recipe, RecipeInput } from './recipe.ts'

/**
 * What is measured on the sound of a recording: `features` and `samples` (8 kHz mono, 16 bits) for placing it, a
 * `waveform` for looking, and `sound`: which stretches have samples, digital silence or nothing.
 */
export const soundRecipe: Recipe = { version: 2, make: makeSoundIfAny }

/** Sound that cannot be decoded leaves a recording whose pictures can still be watched. */
async function makeSoundIfAny(input: RecipeInput): Promise<Made> {
  try {
    return await makeSound(input)
  } catch (error) {
    if (
      !(error instanceof SightlineError) ||
      (error.code !== 'media.failed' && error.code !== 'media.timeout')
    )
      throw error
    return { outputs: [], partial: { code: error.code, message: error.message }, oddities: ['damaged'] }
  }
}

async function makeSound(input: RecipeInput): Promise<Made> {
  const { media, workDir, signal, onFraction } = input
  const { facts } = input.recording.probe
  const track = soundTrackOf(facts)
  if (!track) {
    return { outputs: [jsonOutput('sound', wholeWithoutSound(facts))], partial: null, oddities: [] }
  }
  const path = join(workDir, 'samples')
  await using file = await SampleFile.create(path)
  const extractor = soundExtractor(await loadFft(), soundOrigin(track))
  const lengthMicros = track.end === null ? null : track.end - track.start
  const decoded = await decodeSound(media, track, signal, async chunk => {
    extractor.push(chunk)
    await file.write(chunk)
    if (lengthMicros) onFraction(Math.min(1, (file.count * 125) / lengthMicros))
  })
  await file.finish()
  const measures = extractor.finish(track.gaps.spans.map(each => span(each.from, each.to)))
  const spans = withEnds(facts, measures.spans)
  return {
    outputs: [
      { name: 'features', source: { kind: 'bytes', bytes: writeFeatures(measures.features) } },
      { name: 'waveform', source: { kind: 'bytes', bytes: writeWaveform(measures.waveform) } },
      { name: 'samples', source: { kind: 'file', path } },
      jsonOutput('sound', spans),
    ],
    partial:
      decoded.trouble === null
        ? null
        : { code: 'media.failed', message: `the sound could be decoded only in part: ${decoded.trouble}` },
    oddities: spans.some(each => each.state === 'digital-silence') ? ['digital-silence'] : [],
  }
}

/** Spans for the whole recording: before the track begins and after it ends there are no samples. */
export function withEnds(facts: RecordingFacts, spans: readonly SoundSpan[]): readonly SoundSpan[] {
  const first = spans[0]
  const last = spans.at(-1)
  if (!first || !last || facts.start === null || facts.end === null) return spans
  return [...absent(facts.start, first.from), ...spans, ...absent(last.to, facts.end)]
}

export function wholeWithoutSound({ start, end }: RecordingFacts): readonly SoundSpan[] {
  return start === null || end === null ? [] : absent(start, end)
}

/** A container's own rounding is no stretch without samples: 50 ms is less than two packets of AAC. */
const shortestAbsence = 50_000

function absent(from: MediaMicros, to: MediaMicros): readonly SoundSpan[] {
  if (to - from < shortestAbsence) return []
  const without: Span<MediaMicros> = span(from, to)
  return [{ ...without, state: 'absent' }]
}

function jsonOutput(name: string, value: unknown): Made['outputs'][number] {
  return { name, source: { kind: 'bytes', bytes: Buffer.from(JSON.stringify({ v: 1, spans: value })) } }
}
