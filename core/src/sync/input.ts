// What the engine needs, said structurally: `sound` makes these values, and the two folders do not import each other.
import type { MediaMicros } from '../time/index.ts'

/** A Fourier transform of a real signal; packing and scaling as `RealTransform` in core/sound states. */
export interface SyncTransform {
  forward(signal: Float32Array, spectrum: Float32Array): void
  inverse(spectrum: Float32Array, signal: Float32Array): void
}

export interface SyncTransforms {
  ofSize(size: number): SyncTransform
}

/** Levels per 10 ms and band, as `SoundFeatures` in core/sound. */
export interface SyncFeatures {
  readonly originMicros: MediaMicros
  readonly hopMicros: number
  readonly bands: number
  readonly values: Uint8Array
}

/** The 8 kHz mono samples of a recording, read by the window so that hours need not stand in memory. */
export interface SampleSource {
  /** Media time of sample 0. */
  readonly originMicros: MediaMicros
  readonly count: number
  /** Samples [from, from + count) as a view the caller may not keep; `from` and `count` lie inside the recording. */
  read(from: number, count: number): Int16Array
}

/** One recording to be placed. `id` is what results call it; `sha256` what pair results are kept under. */
export interface SyncRecording {
  readonly id: string
  readonly sha256: string
  readonly sound:
    | {
        readonly kind: 'heard'
        /** Read when it is needed and let go: the features of many hours would fill the memory. */
        readonly features: () => SyncFeatures
        readonly samples: SampleSource
      }
    | { readonly kind: 'none'; readonly why: 'no-audio' | 'unreadable' }
}

export interface SyncTools {
  readonly fft: SyncTransforms
  /** Measures samples as they were measured when the recording was decoded. */
  readonly measure: (samples: SampleSource) => SyncFeatures
  /** Asked between steps of a few milliseconds; true makes the engine throw 'cancelled'. */
  readonly isCancelled: () => boolean
}

export const samplesPerSecond = 8000
