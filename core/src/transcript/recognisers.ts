// The JSON of recognisers. What is known of each form was taken from its program's own documentation.
import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { azure, azureFast, azureLive } from './azure.ts'
import { readClock, readSeconds } from './caption-times.ts'
import {
  type Dialect,
  field,
  isObject,
  type Json,
  lineFrom,
  linesFromWords,
  linesOfChannels,
  merged,
  objects,
  piecesFrom,
  type Said,
  textIn,
} from './recogniser-words.ts'
import { piecesOf } from './typed-text.ts'

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

/** openai-whisper, faster-whisper, WhisperX and the OpenAI service: `segments`, with `words` in them or beside them. */
const whisper: Dialect = {
  name: 'whisper',
  isIt: document =>
    Array.isArray(field(document, 'segments')) || isSegmentList(document) || hasWordsAlone(document),
  language: document => textIn(field(document, 'language')) ?? textIn(field(document, 'info', 'language')),
  lines: document => {
    if (hasWordsAlone(document)) return linesFromWords(objects(field(document, 'words')).map(whisperWord))
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

/** The OpenAI service gives words without segments where only they were asked for. */
const hasWordsAlone = (document: unknown) =>
  !Array.isArray(field(document, 'segments')) &&
  objects(field(document, 'words')).some(word => 'word' in word && 'start' in word)

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

/** Vosk: one result, or a list of them, each with its words, or with several readings of which the first is the likeliest. */
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
  (Array.isArray(document) ? objects(document) : isObject(document) ? [document] : [])
    .map(each => field(each, 'alternatives', 0) ?? each)
    .filter(isObject)
    .filter(each => objects(each['result']).some(word => 'word' in word && 'start' in word && 'end' in word))

/** Amazon Transcribe: items, of which punctuation has no times and follows without a space; of several channels those of each by themselves. */
const amazon: Dialect = {
  name: 'Amazon Transcribe',
  isIt: document => amazonChannels(document).some(({ items }) => items.length > 0),
  language: document => textIn(field(document, 'results', 'language_code')),
  lines: document => {
    const speakers = new Map<string, unknown>()
    for (const segment of objects(field(document, 'results', 'speaker_labels', 'segments')))
      for (const item of objects(segment['items']))
        speakers.set(String(item['start_time']), item['speaker_label'])
    return linesOfChannels(
      amazonChannels(document).map(({ name, items }) => ({ name, words: amazonWords(items, speakers) })),
    )
  },
}

function amazonChannels(
  document: unknown,
): readonly { readonly name: string; readonly items: readonly Json[] }[] {
  const channels = objects(field(document, 'results', 'channel_labels', 'channels'))
  if (channels.length === 0) return [{ name: '', items: objects(field(document, 'results', 'items')) }]
  return channels.map((channel, n) => ({
    name: textIn(channel['channel_label']) ?? `ch_${n}`,
    items: objects(channel['items']),
  }))
}

function amazonWords(items: readonly Json[], speakers: ReadonlyMap<string, unknown>): readonly Said[] {
  const words: Said[] = []
  for (const item of items) {
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
  return words
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
    const channels = new Set(results.map(({ channelTag }) => channelTag))
    const lines = results.flatMap((result, at) => {
      const words = wordsOf(result)
      const channel = channels.size > 1 ? `channel ${String(result['channelTag'])}` : undefined
      if (words.length > 0)
        return linesFromWords(words.map(word => ({ ...word, speaker: word.speaker ?? channel })))
      const end = readSeconds(result['resultEndTime'] ?? result['resultEndOffset'])
      const before = results[at - 1]
      const begin = before
        ? readSeconds(before['resultEndTime'] ?? before['resultEndOffset'])
        : mediaMicros(0)
      return (
        lineFrom(
          begin,
          end,
          channel,
          piecesOf(textIn(field(result, 'alternatives', 0, 'transcript')) ?? ''),
          null,
        ) ?? []
      )
    })
    return lines.sort((a, b) => a.from - b.from)
  },
}

/** Deepgram: channels with words that carry punctuation of their own. */
const deepgram: Dialect = {
  name: 'Deepgram',
  isIt: document => objects(field(document, 'results', 'channels')).length > 0,
  language: document => textIn(field(document, 'results', 'channels', 0, 'detected_language')),
  lines: document =>
    linesOfChannels(
      objects(field(document, 'results', 'channels')).map((channel, n) => ({
        name: `channel ${n}`,
        words: objects(field(channel, 'alternatives', 0, 'words')).map(word => ({
          text: word['punctuated_word'] ?? word['word'],
          from: readSeconds(word['start']),
          to: readSeconds(word['end']),
          confidence: word['confidence'],
          speaker: word['speaker'],
        })),
      })),
    ),
}

/** AssemblyAI: words in whole milliseconds, of each utterance where speakers or channels were told apart. */
const assembly: Dialect = {
  name: 'AssemblyAI',
  isIt: document =>
    ['words', 'utterances'].some(name =>
      objects(field(document, name)).some(word => 'text' in word && 'start' in word && 'end' in word),
    ),
  language: document => textIn(field(document, 'language_code')),
  lines: document => {
    const utterances = objects(field(document, 'utterances'))
    if (utterances.length === 0) return linesFromWords(objects(field(document, 'words')).map(assemblyWord))
    return utterances.flatMap(said => {
      const words = objects(said['words']).map(assemblyWord)
      const pieces = words.length > 0 ? piecesFrom(words) : piecesOf(textIn(said['text']) ?? '')
      const channel = textIn(said['channel'])
      const speaker = said['speaker'] ?? (channel === null ? null : `channel ${channel}`)
      return lineFrom(ofMilliseconds(said['start']), ofMilliseconds(said['end']), speaker, pieces, null) ?? []
    })
  },
}

const ofMilliseconds = (value: unknown) => (typeof value === 'number' ? readSeconds(value / 1000) : null)

const assemblyWord = (word: Json): Said => ({
  text: word['text'],
  from: ofMilliseconds(word['start']),
  to: ofMilliseconds(word['end']),
  confidence: word['confidence'],
  speaker: word['speaker'],
})

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
  azure,
  azureFast,
  azureLive,
  assembly,
  sherpa,
  listen,
]
