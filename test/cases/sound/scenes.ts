import { type Fft, featuresOf, soundExtractor } from '../../../core/src/sound/index.ts'
import type { SyncRecording, SyncTools } from '../../../core/src/sync/input.ts'
import { mediaMicros } from '../../../core/src/time/index.ts'
import { type Microphone, record } from './microphone.ts'

/** What is true of one made recording: the event it heard and where its file time 0 lies there. */
export interface Truth {
  readonly event: string
  readonly start: number
  readonly driftPpm: number
}

export interface MadeRecording {
  readonly id: string
  readonly truth: Truth
  readonly samples: Int16Array
}

/** Recordings of one event: `mics` by name. */
export function recordings(
  event: string,
  sound: Float32Array,
  mics: Readonly<Record<string, Microphone>>,
): readonly MadeRecording[] {
  return Object.entries(mics).map(([id, mic]) => ({
    id,
    truth: { event, start: mic.start, driftPpm: mic.driftPpm ?? 0 },
    samples: record(sound, mic),
  }))
}

/** A made recording as the engine takes it; its sample 0 has media time `originSeconds`. */
export function toInput(fft: Fft, made: MadeRecording, originSeconds = 0): SyncRecording {
  const originMicros = mediaMicros(originSeconds * 1e6)
  const extractor = soundExtractor(fft, originMicros)
  extractor.push(made.samples)
  const { features } = extractor.finish()
  return {
    id: made.id,
    sha256: nameHash(made.id),
    sound: {
      kind: 'heard',
      features: () => features,
      samples: {
        originMicros,
        count: made.samples.length,
        read: (from, count) => made.samples.subarray(from, from + count),
      },
    },
  }
}

/** 64 hexadecimal digits that depend on the name: stands for the SHA-256 of a file that was never written. */
export function nameHash(name: string): string {
  let hash = 0xcbf29ce484222325n
  let out = ''
  for (let round = 0; round < 4; round++) {
    for (const char of name)
      hash = ((hash ^ BigInt(char.charCodeAt(0) + round)) * 0x100000001b3n) & 0xffffffffffffffffn
    out += hash.toString(16).padStart(16, '0')
  }
  return out
}

export function toolsOf(fft: Fft): SyncTools {
  return { fft, measure: samples => featuresOf(fft, samples), isCancelled: () => false }
}
