export {
  Kept,
  type ReadTranscript,
  TranscriptDocument,
  type TranscriptFormat,
  transcriptFormats,
} from './document.ts'
export { mostCharacters } from './limits.ts'
export { readTranscript, type SpeechFound, writeTranscript } from './read-transcript.ts'
export { inaudibleMark, piecesOf, retyped, textOf, textOfPiece } from './typed-text.ts'
