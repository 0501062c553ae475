import { type MediaMicros, mediaMicros, type Span, span } from '../time/index.ts'
import type { SoundFeatures } from './features.ts'
import type { Fft } from './fft.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { bandCount, hopSamples, logMel, logMelWindow, sampleRate } from './log-mel.ts'
import { type SoundSpan, soundSpans } from './sound-spans.ts'
import { type Waveform, waveformFrom } from './waveform.ts'

/** Everything later work needs to know about the sound of one recording without decoding it again. */
export interface SoundMeasures {
  readonly features: SoundFeatures
  readonly waveform: Waveform
  readonly spans: readonly SoundSpan[]
  /** Number of 8 kHz samples that went in. */
  readonly samples: number
}

export interface SoundExtractor {
  /** The next samples, 8 kHz mono, in any chunk size. The array may be re-used by the caller afterwards. */
  push(samples: Int16Array): void
  /** Ends the recording. `absent` = stretches where the container has no samples and the decoder put zeros. */
  finish(absent?: readonly Span<MediaMicros>[]): SoundMeasures
}

const microsPerSample = 1e6 / sampleRate
/** Shorter runs of exact zeros occur in quiet, coarsely quantised sound. */
const shortestSilenceSamples = sampleRate / 10
const workSamples = 8192

/** Measures a recording while it is decoded. `originMicros` is the media time of the first sample that will be pushed. */
export function soundExtractor(fft: Fft, originMicros: MediaMicros): SoundExtractor {
  const meter = logMel(fft)
  const levels = new GrowingBytes()
  const extremes = new GrowingBytes()
  const silent: Span<MediaMicros>[] = []
  // Samples that wait for their window to be complete; `done` of them have been measured.
  const work = new Int16Array(workSamples + logMelWindow)
  let held = 0
  let total = 0
  let zeros = 0

  const timeOf = (sample: number) => mediaMicros(originMicros + sample * microsPerSample)
  const closeSilence = (end: number) => {
    if (zeros >= shortestSilenceSamples) silent.push(span(timeOf(end - zeros), timeOf(end)))
    zeros = 0
  }
  const addExtremes = (from: number, to: number) => {
    let low = 32767
    let high = -32768
    for (let n = from; n < to; n++) {
      const sample = work[n] as number
      if (sample < low) low = sample
      if (sample > high) high = sample
      if (sample === 0) zeros++
      else if (zeros > 0) closeSilence(total - held + n)
    }
    const at = extremes.extend(4)
    const { bytes } = extremes
    bytes[at] = low & 255
    bytes[at + 1] = (low >> 8) & 255
    bytes[at + 2] = high & 255
    bytes[at + 3] = (high >> 8) & 255
  }
  const measureHeld = () => {
    let at = 0
    for (; at + logMelWindow <= held; at += hopSamples) {
      const to = levels.extend(bandCount)
      meter.measure(work, at, levels.bytes, to)
      addExtremes(at, at + hopSamples)
    }
    work.copyWithin(0, at, held)
    held -= at
  }

  return {
    push(samples) {
      for (let from = 0; from < samples.length; ) {
        const count = Math.min(samples.length - from, work.length - held)
        work.set(samples.subarray(from, from + count), held)
        from += count
        held += count
        total += count
        if (held === work.length) measureHeld()
      }
    },
    finish(absent = []) {
      measureHeld()
      for (let at = 0; at < held; at += hopSamples) addExtremes(at, Math.min(held, at + hopSamples))
      closeSilence(total)
      const finest = { binMicros: hopSamples * microsPerSample, extremes: samplesOf(extremes.take()) }
      return {
        features: { originMicros, hopMicros: finest.binMicros, bands: bandCount, values: levels.take() },
        waveform: waveformFrom(originMicros, finest),
        spans: soundSpans(span(originMicros, timeOf(total)), { absent, silent }),
        samples: total,
      }
    },
  }
}

/** The features of samples that are at hand, as the extractor would have made them while decoding. */
export function featuresOf(
  fft: Fft,
  source: {
    readonly originMicros: MediaMicros
    readonly count: number
    read(from: number, count: number): Int16Array
  },
): SoundFeatures {
  const extractor = soundExtractor(fft, source.originMicros)
  for (let at = 0; at < source.count; at += workSamples)
    extractor.push(source.read(at, Math.min(workSamples, source.count - at)))
  return extractor.finish().features
}

/** Little-endian pairs of bytes as samples, whatever the order of this machine. */
function samplesOf(bytes: Uint8Array<ArrayBuffer>): Int16Array {
  const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
  if (isLittleEndian) return new Int16Array(bytes.buffer)
  const view = new DataView(bytes.buffer)
  return Int16Array.from({ length: bytes.length / 2 }, (_, n) => view.getInt16(2 * n, true))
}
