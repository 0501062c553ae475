// Azure Speech writes three forms: of files in batches, of single files at once, and of what is recognised while it is said.
import type { TranscriptLine } from '../case/transcript-line.ts'
import type { MediaMicros } from '../time/index.ts'
import { readSeconds } from './caption-times.ts'
import {
  type Dialect,
  field,
  type Json,
  lineFrom,
  objects,
  piecesFrom,
  type Said,
  textIn,
} from './recogniser-words.ts'
import { piecesOf } from './typed-text.ts'

/** Ten million ticks are a second. */
const ofTicks = (value: unknown) => (typeof value === 'number' ? readSeconds(value / 1e7) : null)
const ofMilliseconds = (value: unknown) => (typeof value === 'number' ? readSeconds(value / 1000) : null)

/** `offset` and `duration` as a time each: where it begins, and where it ends. */
function spanOf(
  offset: unknown,
  duration: unknown,
  timeOf: (value: unknown) => MediaMicros | null,
): { readonly from: MediaMicros | null; readonly to: MediaMicros | null } {
  const isSpan = typeof offset === 'number' && typeof duration === 'number'
  return { from: timeOf(offset), to: isSpan ? timeOf(offset + duration) : null }
}

/** Phrases of several channels come one channel after the other. */
const inOrder = (lines: TranscriptLine[]) => lines.sort((a, b) => a.from - b.from)

function speakerIn(phrase: Json, phrases: readonly Json[]): unknown {
  if (phrase['speaker'] !== undefined) return phrase['speaker']
  const channels = new Set(phrases.map(({ channel }) => channel))
  return channels.size > 1 ? `channel ${String(phrase['channel'])}` : null
}

/** A line of what is said: words as they are shown where those have times, else as they were heard, else the text. */
function lineOf(
  span: { readonly from: MediaMicros | null; readonly to: MediaMicros | null },
  speaker: unknown,
  words: readonly Said[],
  text: unknown,
): readonly TranscriptLine[] {
  const pieces = words.length > 0 ? piecesFrom(words) : piecesOf(textIn(text) ?? '')
  return [lineFrom(span.from, span.to, speaker, pieces, null) ?? []].flat()
}

/** Batch transcription: `recognizedPhrases`, with times in ticks and the likeliest reading first. */
export const azure: Dialect = {
  name: 'Azure Speech, batch',
  isIt: document => objects(field(document, 'recognizedPhrases')).length > 0,
  language: document => textIn(field(document, 'recognizedPhrases', 0, 'locale')),
  lines: document => {
    const phrases = objects(field(document, 'recognizedPhrases'))
    return inOrder(
      phrases.flatMap(phrase => {
        const best = field(phrase, 'nBest', 0)
        const shown = objects(field(best, 'displayWords'))
        const words = (shown.length > 0 ? shown : objects(field(best, 'words'))).map(word => ({
          text: word['displayText'] ?? word['word'],
          ...spanOf(word['offsetInTicks'], word['durationInTicks'], ofTicks),
          confidence: word['confidence'] ?? field(best, 'confidence'),
        }))
        const span = spanOf(phrase['offsetInTicks'], phrase['durationInTicks'], ofTicks)
        return lineOf(span, speakerIn(phrase, phrases), words, field(best, 'display'))
      }),
    )
  },
}

/** Fast transcription: `phrases`, with times in milliseconds. */
export const azureFast: Dialect = {
  name: 'Azure Speech, fast',
  isIt: document =>
    Array.isArray(field(document, 'combinedPhrases')) && objects(field(document, 'phrases')).length > 0,
  language: document => textIn(field(document, 'phrases', 0, 'locale')),
  lines: document => {
    const phrases = objects(field(document, 'phrases'))
    const span = (said: Json) =>
      spanOf(
        said['offsetMilliseconds'] ?? said['offset'],
        said['durationMilliseconds'] ?? said['duration'],
        ofMilliseconds,
      )
    return inOrder(
      phrases.flatMap(phrase => {
        const words = objects(phrase['words']).map(word => ({
          text: word['text'],
          ...span(word),
          confidence: phrase['confidence'],
        }))
        return lineOf(span(phrase), speakerIn(phrase, phrases), words, phrase['text'])
      }),
    )
  },
}

/** What the service says while it listens, in detail: one result, or a list of them, with times in ticks. */
export const azureLive: Dialect = {
  name: 'Azure Speech, live',
  isIt: document => liveResults(document).length > 0,
  language: () => null,
  lines: document =>
    liveResults(document).flatMap(result => {
      const best = field(result, 'NBest', 0)
      const shown = objects(field(best, 'DisplayWords'))
      const words = (shown.length > 0 ? shown : objects(field(best, 'Words'))).map(word => ({
        text: word['Word'],
        ...spanOf(word['Offset'], word['Duration'], ofTicks),
        confidence: word['Confidence'] ?? field(best, 'Confidence'),
      }))
      const text = field(best, 'Display') ?? result['DisplayText']
      return lineOf(spanOf(result['Offset'], result['Duration'], ofTicks), null, words, text)
    }),
}

const liveResults = (document: unknown) =>
  objects(Array.isArray(document) ? document : [document]).filter(
    each => 'RecognitionStatus' in each && 'Offset' in each && 'Duration' in each,
  )
