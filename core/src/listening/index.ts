export { type BlockLevels, blockLevels, blockSamplesAt, type MeasureLevels } from './block-levels.ts'
export { type MakeFramePowers, plainFramePowers, sharpening } from './frame-powers.ts'
export { groupImpulses, type PlacedImpulse } from './impulse-groups.ts'
export {
  type Interval,
  type IntervalEnd,
  type IntervalError,
  type IntervalLimit,
  intervalBetween,
} from './interval.ts'
export { intervalLimits, type SoundWords, soundWordsEn, soundWordsEs } from './interval-words.ts'
export {
  afterBlocks,
  type BothLevels,
  beforeBlocks,
  type LevelLoops,
  leastDeep,
  leastEnergy,
  leastSharp,
  longestLasting,
  meanBlocks,
  nearlyOf,
  plainLevelLoops,
  quiet,
} from './level-loops.ts'
export { type HeardSound, Listening, nothingHeard, type SpeechListener } from './listening.ts'
export {
  intervalOf,
  isClockChecked,
  type NamedHearing,
  type NamedInterval,
  type NamedSound,
  namedSounds,
  soundEnd,
} from './named-sounds.ts'
export {
  inputReach,
  leastRisen,
  leastSize,
  type Network,
  type OnsetLoops,
  plainOnsetLoops,
  risen,
} from './onset-loops.ts'
export {
  halvedSharpening,
  halvedTaps,
  leastHeight,
  leastStanding,
  plainRepeatLoops,
  type RepeatLoops,
} from './repeat-loops.ts'
export {
  ClippedSpan,
  defaultScore,
  Hearing,
  Impulse,
  ImpulseGroup,
  ImpulseGroups,
  isCounted,
  ListeningResult,
  method,
  SpeechSpan,
  version,
} from './result.ts'
export { plainStandingLags, type StandingLags } from './standing-lags.ts'
export { plainTailLoops, type TailLoops, tailOrder } from './tail-loops.ts'
