export { type CaptionedImpulse, type CaptionedTranscript, captionsOf } from './captions.ts'
export {
  Kept,
  type ReadTranscript,
  TranscriptDocument,
  type TranscriptFormat,
  transcriptFormats,
} from './document.ts'
export { findLines, plainForm } from './find.ts'
export { mostCharacters } from './limits.ts'
export { readTranscript, type SpeechFound, writeTranscript } from './read-transcript.ts'
export {
  firstFrom,
  isSettled,
  linesWithin,
  pieceSpan,
  replacedBy,
  type Shown,
  type ShownLine,
  shownTranscript,
} from './shown.ts'
export { inaudibleMark, piecesOf, retyped, textOf, textOfPiece } from './typed-text.ts'
