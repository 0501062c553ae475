// What the forms of recognisers have in common: fields that may be of any kind, words with times, and lines made of them.
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { piecesOf, wordPiece } from './typed-text.ts'

/** A form of JSON: whether a document is of it, and its lines. */
export interface Dialect {
  readonly name: string
  readonly isIt: (document: unknown) => boolean
  readonly language: (document: unknown) => string | null
  readonly lines: (document: unknown) => TranscriptLine[]
}

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const objects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : []
export const field = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Json)[key] : undefined),
    value,
  )
export const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null
const share = (value: unknown): number | null => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && number >= 0 && number <= 1 ? number : null
}
const label = (value: unknown): string | null =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*\d{1,3}\s*$/.test(value))
    ? `SPEAKER_${Number(value)}`
    : (textIn(value)?.trim().replace(/\s+/g, ' ').slice(0, 200) ?? null)

export interface Said {
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
export function piecesFrom(words: readonly Said[]): Piece[] {
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
export function lineFrom(
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
export function linesFromWords(words: readonly Said[]): TranscriptLine[] {
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

/** Tokens that follow without a space belong to one word, which is as certain as its least certain part. */
export function merged(pieces: readonly Piece[]): Piece[] {
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

/** Lines of several channels, in the order in which they begin. Where there are several, who has no name is known by the channel. */
export function linesOfChannels(
  channels: readonly { readonly name: string; readonly words: readonly Said[] }[],
): TranscriptLine[] {
  const isOne = channels.filter(({ words }) => words.length > 0).length < 2
  return channels
    .flatMap(({ name, words }) =>
      linesFromWords(isOne ? words : words.map(word => ({ ...word, speaker: word.speaker ?? name }))),
    )
    .sort((a, b) => a.from - b.from)
}
