export type {
  SampleSource,
  SyncFeatures,
  SyncRecording,
  SyncTools,
  SyncTransform,
  SyncTransforms,
} from './input.ts'
export { samplesPerSecond } from './input.ts'
export { type Heard, heard, pairResult } from './pair.ts'
export { type LookAlong, lookReach, PairLook, pairLook } from './pair-look.ts'
export { type PlaceBySoundOptions, placeBySound } from './place-by-sound.ts'
export { method, PairLine, PairResult, PinConflict, SolvedPair, SyncResult, version } from './result.ts'
export { type ClockAnchor, type Distance, type Pin, type SolveRecording, solve } from './solve.ts'
