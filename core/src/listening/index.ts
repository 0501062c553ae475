export {
  ClippedSpan,
  defaultScore,
  Hearing,
  Impulse,
  ImpulseGroup,
  ImpulseGroups,
  ListeningResult,
  method,
  SpeechSpan,
  version,
} from './result.ts'
