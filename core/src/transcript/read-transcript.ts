import { SightlineError } from '../errors.ts'
import type { MediaMicros, Span } from '../time/index.ts'
import { isTranscriptCsv, readCsv, writeCsv } from './csv.ts'
import type { ReadTranscript, TranscriptDocument, TranscriptFormat } from './document.ts'
import { readJson, writeOwnJson, writeRecogniserJson } from './json.ts'
import { mostCharacters } from './limits.ts'
import { alignPlainText } from './plain-text.ts'
import { isSrt, readSrt, writeSrt } from './srt.ts'
import { isWebVtt, readWebVtt, writeWebVtt } from './webvtt.ts'

/** Where speech was found in the recording, and the whole of it: only plain text needs them. */
export interface SpeechFound {
  readonly speech: readonly Span<MediaMicros>[]
  readonly whole: Span<MediaMicros>
}

/** Reads a transcript in whatever form it is, told by its content. Throws 'transcript.unreadable' with what was expected and found. */
export function readTranscript(text: string, name: string, found: SpeechFound): ReadTranscript {
  if (text.length > mostCharacters)
    throw unreadable(
      name,
      `expected at most ${mostCharacters / 2 ** 20} million characters, found ${text.length}`,
    )
  try {
    const read = readAs(text, found)
    if (read) return read
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(name, error.message)
    throw error
  }
  throw unreadable(
    name,
    `expected the JSON of a recogniser that is known, found ${/^\s*[[{]/.test(text) ? 'other JSON, or JSON that is cut short' : 'other text'}`,
  )
}

function readAs(text: string, found: SpeechFound): ReadTranscript | null {
  if (isWebVtt(text)) return readWebVtt(text)
  if (/^\uFEFF?\s*[[{]/.test(text) && !isSrt(text)) {
    const json = readJson(text)
    // "[inaudible]" at the head of a text is no JSON.
    if (json || /^\uFEFF?\s*(?:\{|\[\s*[[\]{])/.test(text)) return json
  }
  if (isSrt(text)) return readSrt(text)
  if (isTranscriptCsv(text)) return readCsv(text)
  return alignPlainText(text, found.speech, found.whole)
}

function unreadable(name: string, message: string): SightlineError {
  return new SightlineError('transcript.unreadable', `${name}: ${message}`)
}

/** Writes a transcript in one format. Lines that came from a file of the same format, and that nobody changed, are written as they were. */
export function writeTranscript(
  document: TranscriptDocument,
  format: Exclude<TranscriptFormat, 'text'>,
): string {
  const { lines, kept, language } = document
  switch (format) {
    case 'webvtt':
      return writeWebVtt(lines, kept?.format === 'webvtt' ? kept : null, language)
    case 'srt':
      return writeSrt(lines, kept?.format === 'srt' ? kept : null)
    case 'csv':
      return writeCsv(lines, kept?.format === 'csv' ? kept : null)
    case 'json':
      return (kept?.format === 'json' ? writeRecogniserJson(lines, kept) : null) ?? writeOwnJson(document)
  }
}
