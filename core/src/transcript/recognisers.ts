// The JSON of recognisers. What is known of each form was taken from its program's own documentation.
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { readClock, readSeconds } from './caption-times.ts'
import { piecesOf, wordPiece } from './typed-text.ts'

type Json = Readonly<Record<string, unknown>>

/** A form of JSON: whether a document is of it, and its lines. */
export interface Dialect {
  readonly name: string
  readonly isIt: (document: unknown) => boolean
  readonly language: (document: unknown) => string | null
  readonly lines: (document: unknown) => TranscriptLine[]
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const field = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Json)[key] : undefined),
    value,
  )
const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null
const share = (value: unknown): number | null => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && number >= 0 && number <= 1 ? number : null
}
const label = (value: unknown): string | null =>
  typeof value === 'number'
    ? `SPEAKER_${value}`
    : (textIn(value)?.trim().replace(/\s+/g, ' ').slice(0, 200) ?? null)

interface Said {
  readonly text: unknown
  readonly from: MediaMicros | null
  readonly to: MediaMicros | null
  readonly confidence: unknown
  readonly speaker?: unknown
}

/**
 * Words as pieces. In the JSON of Whisper a word begins with the space before it; once any of a segment's does, one that has none is joined to
 * the word before.
 */
function piecesFrom(words: readonly Said[]): Piece[] {
  const hasSpaces = words.some(({ text }) => typeof text === 'string' && /^\s/.test(text))
  return words.flatMap(({ text, from, to, confidence }, at) => {
    if (typeof text !== 'string') return []
    return piecesOf(text).map((piece, part, parts): Piece => {
      const times = { from: part === 0 ? from : null, to: part === parts.length - 1 ? to : null }
      if (piece.kind !== 'word') return { ...piece, ...times }
      const isGlued = piece.glued === true || (hasSpaces && part === 0 && at > 0 && !/^\s/.test(text))
      return wordPiece(piece.text, times.from, times.to, share(confidence), isGlued)
    })
  })
}

/** A line from what it says of its own times, else from those of its words; null where neither has any. */
function lineFrom(
  from: MediaMicros | null,
  to: MediaMicros | null,
  speaker: unknown,
  pieces: Piece[],
  cue: number | null,
): TranscriptLine | null {
  const start = from ?? pieces.find(piece => piece.from !== null)?.from ?? null
  const end = to ?? pieces.findLast(piece => piece.to !== null)?.to ?? start
  if (start === null || end === null) return null
  return {
    from: start,
    to: mediaMicros(Math.max(start, end)),
    speaker: label(speaker),
    heard: null,
    pieces,
    cue,
  }
}

/** A pause longer than this, or another speaker, begins a new line where a recogniser gives nothing but words. */
const pauseMicros = 800_000
const longestLineMicros = 12_000_000

/** Lines out of nothing but words. */
function linesFromWords(words: readonly Said[]): TranscriptLine[] {
  const runs: Said[][] = []
  for (const word of words) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const first = run?.[0]
    const isNew =
      !run ||
      !before ||
      label(word.speaker) !== label(before.speaker) ||
      (word.from !== null && before.to !== null && word.from - before.to > pauseMicros) ||
      (word.from !== null && first?.from != null && word.from - first.from > longestLineMicros)
    if (isNew) runs.push([word])
    else run.push(word)
  }
  return runs.flatMap(run => lineFrom(null, null, run[0]?.speaker, piecesFrom(run), null) ?? [])
}

/** whisper.cpp, `--output-json` and `--output-json-full` (milliseconds in `offsets`). */
const whisperCpp: Dialect = {
  name: 'whisper.cpp',
  isIt: document => Array.isArray(field(document, 'transcription')) && field(document, 'model') !== undefined,
  language: document => textIn(field(document, 'result', 'language')),
  lines: document =>
    objects(field(document, 'transcription')).flatMap((segment, cue) => {
      const tokens = objects(field(segment, 'tokens')).filter(({ text }) => !isSpecial(text))
      const words = tokens.map(token => ({ text: token['text'], ...timesIn(token), confidence: token['p'] }))
      const pieces = words.length > 0 ? merged(piecesFrom(words)) : piecesOf(textIn(segment['text']) ?? '')
      const { from, to } = timesIn(segment)
      return lineFrom(from, to, segment['speaker'], pieces, cue) ?? []
    }),
}

const isSpecial = (text: unknown) =>
  typeof text !== 'string' || /^\s*(?:\[_[A-Z]+_?\d*\]|<\|[^|]*\|>)\s*$/.test(text)

function timesIn(value: Json): { readonly from: MediaMicros | null; readonly to: MediaMicros | null } {
  const part = (name: 'from' | 'to') => {
    const offset = field(value, 'offsets', name)
    if (typeof offset === 'number') return readSeconds(offset / 1000)
    const clock = field(value, 'timestamps', name)
    return typeof clock === 'string' ? readClock(clock) : null
  }
  return { from: part('from'), to: part('to') }
}

/** Tokens that follow without a space belong to one word, which is as certain as its least certain part. */
function merged(pieces: readonly Piece[]): Piece[] {
  const words: Piece[] = []
  for (const piece of pieces) {
    const before = words.at(-1)
    const isPart = piece.kind === 'word' && piece.glued && before?.kind === 'word'
    if (!isPart || before.text.length + piece.text.length > 300) {
      words.push(piece)
      continue
    }
    const confidence =
      before.confidence === null || piece.confidence === null
        ? null
        : Math.min(before.confidence, piece.confidence)
    words[words.length - 1] = { ...before, text: before.text + piece.text, to: piece.to, confidence }
  }
  return words
}

/** openai-whisper, faster-whisper, WhisperX and the OpenAI service: `segments`, with `words` in them or beside them. */
const whisper: Dialect = {
  name: 'whisper',
  isIt: document => Array.isArray(field(document, 'segments')) || isSegmentList(document),
  language: document => textIn(field(document, 'language')),
  lines: document => {
    const segments = objects(isSegmentList(document) ? document : field(document, 'segments'))
    const beside = objects(field(document, 'words')).map(whisperWord)
    return segments.flatMap((segment, cue) => {
      const [from, to] = [readSeconds(segment['start']), readSeconds(segment['end'])]
      const own = objects(segment['words']).map(whisperWord)
      const words =
        own.length > 0
          ? own
          : beside.filter(
              word =>
                word.from !== null && from !== null && to !== null && word.from >= from && word.from < to,
            )
      const pieces = words.length > 0 ? piecesFrom(words) : piecesOf(textIn(segment['text']) ?? '')
      return lineFrom(from, to, segment['speaker'], pieces, cue) ?? []
    })
  },
}

const isSegmentList = (document: unknown) =>
  Array.isArray(document) &&
  document.length > 0 &&
  document.every(each => isObject(each) && 'start' in each && 'end' in each && 'text' in each)

const whisperWord = (word: Json): Said => ({
  text: word['word'] ?? word['text'],
  from: readSeconds(word['start']),
  to: readSeconds(word['end']),
  confidence: word['probability'] ?? word['score'] ?? word['confidence'],
  speaker: word['speaker'],
})

/** Vosk: one result, or a list of them, each with its words; sherpa-onnx's `words` lists are other. */
const vosk: Dialect = {
  name: 'Vosk',
  isIt: document => voskResults(document).length > 0,
  language: () => null,
  lines: document =>
    voskResults(document).flatMap(result => {
      const words = objects(result['result']).map(word => ({
        text: word['word'],
        from: readSeconds(word['start']),
        to: readSeconds(word['end']),
        confidence: word['conf'],
      }))
      return linesFromWords(words)
    }),
}

const voskResults = (document: unknown) =>
  (Array.isArray(document) ? objects(document) : isObject(document) ? [document] : []).filter(each =>
    objects(each['result']).some(word => 'word' in word && 'conf' in word),
  )

/** Amazon Transcribe: items, of which punctuation has no times and follows without a space. */
const amazon: Dialect = {
  name: 'Amazon Transcribe',
  isIt: document => objects(field(document, 'results', 'items')).length > 0,
  language: document => textIn(field(document, 'results', 'language_code')),
  lines: document => {
    const speakers = new Map<string, unknown>()
    for (const segment of objects(field(document, 'results', 'speaker_labels', 'segments')))
      for (const item of objects(segment['items']))
        speakers.set(String(item['start_time']), item['speaker_label'])
    const words: Said[] = []
    for (const item of objects(field(document, 'results', 'items'))) {
      const said = field(item, 'alternatives', 0, 'content')
      const before = words.at(-1)
      if (item['type'] === 'punctuation' && before) {
        words[words.length - 1] = {
          ...before,
          text: `${String(before.text)}${typeof said === 'string' ? said : ''}`,
        }
        continue
      }
      words.push({
        text: said,
        from: readSeconds(item['start_time']),
        to: readSeconds(item['end_time']),
        confidence: field(item, 'alternatives', 0, 'confidence'),
        speaker: item['speaker_label'] ?? speakers.get(String(item['start_time'])),
      })
    }
    return linesFromWords(words)
  },
}

/** Google Speech-to-Text: results with alternatives; times such as "1.300s". With speakers, the last result repeats all words. */
const google: Dialect = {
  name: 'Google Speech-to-Text',
  isIt: document => objects(field(document, 'results')).some(result => Array.isArray(result['alternatives'])),
  language: document => textIn(field(document, 'results', 0, 'languageCode')),
  lines: document => {
    const results = objects(field(document, 'results'))
    const wordsOf = (result: Json) =>
      objects(field(result, 'alternatives', 0, 'words')).map(word => ({
        text: word['word'],
        from: readSeconds(word['startTime'] ?? word['startOffset'] ?? '0s'),
        to: readSeconds(word['endTime'] ?? word['endOffset']),
        confidence: word['confidence'] ?? field(result, 'alternatives', 0, 'confidence'),
        speaker: word['speakerLabel'] ?? word['speakerTag'],
      }))
    const last = results.at(-1)
    const tagged = last ? wordsOf(last) : []
    if (tagged.some(({ speaker }) => speaker !== undefined && speaker !== 0) && results.length > 1)
      return linesFromWords(tagged)
    return results.flatMap((result, at) => {
      const words = wordsOf(result)
      if (words.length > 0) return linesFromWords(words)
      const end = readSeconds(result['resultEndTime'] ?? result['resultEndOffset'])
      const before = results[at - 1]
      const begin = before
        ? readSeconds(before['resultEndTime'] ?? before['resultEndOffset'])
        : mediaMicros(0)
      return (
        lineFrom(
          begin,
          end,
          null,
          piecesOf(textIn(field(result, 'alternatives', 0, 'transcript')) ?? ''),
          null,
        ) ?? []
      )
    })
  },
}

/** Deepgram: channels with words that carry punctuation of their own. */
const deepgram: Dialect = {
  name: 'Deepgram',
  isIt: document => objects(field(document, 'results', 'channels')).length > 0,
  language: document => textIn(field(document, 'results', 'channels', 0, 'detected_language')),
  lines: document =>
    linesFromWords(
      objects(field(document, 'results', 'channels', 0, 'alternatives', 0, 'words')).map(word => ({
        text: word['punctuated_word'] ?? word['word'],
        from: readSeconds(word['start']),
        to: readSeconds(word['end']),
        confidence: word['confidence'],
        speaker: word['speaker'],
      })),
    ),
}

/** sherpa-onnx: tokens with the time at which each begins. */
const sherpa: Dialect = {
  name: 'sherpa-onnx',
  isIt: document => Array.isArray(field(document, 'tokens')) && Array.isArray(field(document, 'timestamps')),
  language: document => textIn(field(document, 'lang')),
  lines: document => {
    const tokens = field(document, 'tokens') as readonly unknown[]
    const times = field(document, 'timestamps') as readonly unknown[]
    const words = tokens.map((token, at) => ({
      text: typeof token === 'string' ? token.replaceAll('▁', ' ') : null,
      from: readSeconds(times[at]),
      to: null,
      confidence: null,
    }))
    return linesFromWords(words).map(line => ({ ...line, pieces: merged(line.pieces) }))
  },
}

/** The transcript of `sightline listen --json`, alone. */
const listen: Dialect = {
  name: 'sightline listen',
  isIt: document => objects(field(document, 'words')).some(word => 'text' in word && 'from' in word),
  language: document => textIn(field(document, 'language')),
  lines: document =>
    linesFromWords(
      objects(field(document, 'words')).map(word => ({
        text: word['text'],
        from: readSeconds(word['from']),
        to: readSeconds(word['to']),
        confidence: word['confidence'],
        speaker: word['speaker'],
      })),
    ),
}

/** In the order in which a document is tried against them. */
export const dialects: readonly Dialect[] = [
  whisperCpp,
  whisper,
  vosk,
  amazon,
  google,
  deepgram,
  sherpa,
  listen,
]
