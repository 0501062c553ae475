// Plain text laid over where speech was found. Nobody gave these times: they are marked as estimated.
import type { TranscriptLine } from '../case/transcript-line.ts'
import { type MediaMicros, mediaMicros, type Span } from '../time/index.ts'
import type { ReadTranscript } from './document.ts'
import { mostLines } from './limits.ts'
import { splitSpeaker } from './spoken-by.ts'
import { piecesOf } from './typed-text.ts'

/** A boundary goes into a pause between spans that is at most this share of the shorter neighbour away. */
const reach = 0.4

/**
 * Reads text, a line for each row (of a long one, for its sentences), and gives each a stretch of the speech that was found (`speech`, in order, without overlap) as
 * long as its share of the letters; a boundary near a pause goes into the pause. Without speech spans, `whole` stands for them.
 */
export function alignPlainText(
  text: string,
  speech: readonly Span<MediaMicros>[],
  whole: Span<MediaMicros>,
): ReadTranscript {
  const rows = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n?|\n/)
    .map(row => row.trim())
    .filter(row => row !== '')
  if (rows.length > mostLines)
    throw new RangeError(`expected at most ${mostLines} lines, found ${rows.length}`)
  const said = rows
    .map(splitSpeaker)
    .flatMap(({ speaker, text: row }) => inSentences(row).map(part => ({ speaker, text: part })))
  const spans = speech.length > 0 ? speech : [whole]
  const edges = edgesOf(
    said.map(each => Math.max(1, each.text.length)),
    spans,
  )
  const lines = said.map((each, at): TranscriptLine => {
    const [from, to] = [edges[at] as number, edges[at + 1] as number]
    return {
      ...{ from: timeAt(spans, from, 'after'), to: timeAt(spans, to, 'before') },
      estimated: true,
      speaker: each.speaker,
      heard: null,
      pieces: piecesOf(each.text),
      cue: null,
    }
  })
  return {
    format: 'text',
    dialect: speech.length > 0 ? 'text over speech spans' : 'text over the whole recording',
    document: { v: 1, language: null, lines, kept: null },
    problems: [],
  }
}

/** A paragraph longer than this is several lines: nobody corrects or settles half a page at once. */
const longestLine = 240

/** Sentences of a long paragraph, short ones together. */
function inSentences(row: string): readonly string[] {
  if (row.length <= longestLine) return [row]
  const lines: string[] = []
  for (const sentence of row.split(/(?<=[.!?…]["'”’)\]]*)\s+(?=\S)/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + sentence.length < longestLine)
      lines[lines.length - 1] = `${last} ${sentence}`
    else lines.push(sentence)
  }
  return lines
}

/** Where each line begins and ends, counted in microseconds of speech alone. */
function edgesOf(lengths: readonly number[], spans: readonly Span<MediaMicros>[]): readonly number[] {
  const total = lengths.reduce((sum, each) => sum + each, 0)
  const spoken = spans.reduce((sum, { from, to }) => sum + (to - from), 0)
  const pauses: number[] = []
  let at = 0
  for (const { from, to } of spans.slice(0, -1)) {
    at += to - from
    pauses.push(at)
  }
  const edges = [0]
  let letters = 0
  for (const [n, length] of lengths.entries()) {
    letters += length
    const edge = total === 0 ? 0 : (letters / total) * spoken
    const isLast = n === lengths.length - 1
    const shorter = (Math.min(length, lengths[n + 1] ?? length) / Math.max(1, total)) * spoken
    const pause = isLast ? undefined : nearest(pauses, edge)
    const isNear = pause !== undefined && Math.abs(pause - edge) <= reach * shorter
    edges.push(Math.max(edges.at(-1) ?? 0, isLast ? spoken : isNear ? pause : edge))
  }
  return edges
}

function nearest(sorted: readonly number[], value: number): number | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  const [before, after] = [sorted[low - 1], sorted[low]]
  if (before === undefined || after === undefined) return before ?? after
  return value - before <= after - value ? before : after
}

/** The media time at which so much speech has passed: at a pause, its end or its beginning. */
function timeAt(spans: readonly Span<MediaMicros>[], spoken: number, side: 'before' | 'after'): MediaMicros {
  let left = spoken
  for (const { from, to } of spans) {
    const length = to - from
    if (left < length || (side === 'before' && left <= length)) return mediaMicros(from + Math.max(0, left))
    left -= length
  }
  return spans.at(-1)?.to ?? mediaMicros(0)
}
