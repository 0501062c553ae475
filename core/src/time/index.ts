export { dayNumber, dayText } from './civil-day.ts'
export {
  type ClockMap,
  type ClockPiece,
  caseTimeOn,
  mediaTimeOn,
  pieceAtMedia,
  pieceIndexAtCase,
  pieceIndexAtMedia,
  straightMap,
} from './clock-map.ts'
export { type FrameInterval, frameInterval, type IntervalFinding } from './frame-interval.ts'
export {
  type FrameAt,
  type FrameTimes,
  firstCaseTimeOf,
  frameAtCase,
  frameAtMedia,
  frameCount,
  ptsOf,
} from './frame-times.ts'
export {
  type CaseMicros,
  caseMicros,
  decimalFromMicros,
  type MediaMicros,
  mediaMicros,
  microsFromDecimal,
  type On,
  secondsOf,
} from './micros.ts'
export { microsOfTicks, type Rational, rationalFrom } from './rational.ts'
export { complement, isInside, overlap, type Span, span, union } from './span.ts'
export {
  localText,
  offsetText,
  type WallMicros,
  type WrittenTime,
  wallMicros,
  wallOf,
  writtenTime,
} from './wall-time.ts'
