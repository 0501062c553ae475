export { featuresOf, type SoundExtractor, type SoundMeasures, soundExtractor } from './extractor.ts'
export {
  featuresHeaderBytes,
  featuresOrigin,
  readFeatures,
  type SoundFeatures,
  writeFeatures,
} from './features.ts'
export type { Fft, RealTransform } from './fft.ts'
export { sampleRate } from './log-mel.ts'
export { type SoundSpan, soundSpans, soundStates } from './sound-spans.ts'
export { ToMono } from './to-mono.ts'
export { readWaveform, type Waveform, type WaveformLevel, waveformFrom, writeWaveform } from './waveform.ts'
