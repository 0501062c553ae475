// A transcript as it stands now: the lines of its result, with what people changed and settled laid over them in the order of entering.
import type { Piece, ReplacedLine, TranscriptLayer, TranscriptLine } from '../case/index.ts'
import type { MediaMicros } from '../time/index.ts'
import { textOf } from './typed-text.ts'

/** A line with what it rests on: as the result gave it, or as a person's layer put it. */
export interface ShownLine extends TranscriptLine {
  /** The same for as long as nobody changes the line. */
  readonly key: string
  readonly layer: TranscriptLayer | null
  /** The layer was made on other lines than those it now lies on, and was fitted in by time alone. */
  readonly isFitted: boolean
}

/** Lines in order of time with the layers that are in them, so that one more layer is laid over them without beginning anew. */
export interface Shown {
  readonly base: readonly TranscriptLine[]
  readonly layers: readonly TranscriptLayer[]
  readonly lines: readonly ShownLine[]
}

/** Lays the standing layers of one transcript over its lines. `before` is an earlier answer, which is gone on from where it can be. */
export function shownTranscript(
  base: readonly TranscriptLine[],
  layers: readonly TranscriptLayer[],
  before: Shown | null = null,
): Shown {
  const standing = layers.filter(layer => layer.withdrawn === null)
  const isOnFrom = before?.base === base && before.layers.every((layer, at) => layer.id === standing[at]?.id)
  const lines: ShownLine[] = isOnFrom
    ? [...before.lines]
    : base
        .map((line, at): ShownLine => ({ ...line, key: `b${at}`, layer: null, isFitted: false }))
        .sort((a, b) => a.from - b.from)
  for (const layer of standing.slice(isOnFrom ? before.layers.length : 0)) lay(lines, layer, base.length > 0)
  return { base, layers: standing, lines }
}

/** Whether a named reviewer stands for a line. */
export function isSettled({ layer }: ShownLine): boolean {
  return layer?.kind === 'settled'
}

/** What a change of lines says that it replaces. */
export function replacedBy(lines: readonly TranscriptLine[]): ReplacedLine[] {
  return lines.map(line => ({ from: line.from, to: line.to, text: textOf(line) }))
}

/** Where the lines below are not to be had (a release gives out settled ones alone), nothing was fitted to anything. */
function lay(lines: ShownLine[], layer: TranscriptLayer, hasBase: boolean): void {
  let isFitted = false
  for (const replaced of layer.replaces) {
    const at = placeOf(lines, replaced)
    if (at !== null) lines.splice(at, 1)
    else {
      isFitted = hasBase
      clear(lines, replaced)
    }
  }
  for (const [n, line] of layer.by.entries())
    lines.splice(firstFrom(lines, line.from + 1), 0, { ...line, key: `${layer.id}.${n}`, layer, isFitted })
}

/** The first place whose line begins at or after a time. */
export function firstFrom(lines: readonly TranscriptLine[], time: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] as TranscriptLine).from < time) low = middle + 1
    else high = middle
  }
  return low
}

function placeOf(lines: readonly ShownLine[], { from, to, text }: ReplacedLine): number | null {
  for (let at = firstFrom(lines, from); lines[at]?.from === from; at++) {
    const line = lines[at]
    if (line && line.to === to && textOf(line) === text) return at
  }
  return null
}

/** Takes away what was said in a stretch: words whose middle lies in it. A line of which nothing is left goes. */
function clear(lines: ShownLine[], { from, to }: ReplacedLine): void {
  const end = Math.max(to, from + 1)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as ShownLine
    if (line.from >= end) break
    if (line.to < from || (line.to === from && line.from < from)) continue
    const left = line.pieces.filter((_, n) => {
      const middle = middleOf(line, n)
      return middle < from || middle >= end
    })
    if (left.length === line.pieces.length && left.length > 0) continue
    if (left.length === 0) {
      lines.splice(at, 1)
      at -= 1
    } else lines[at] = { ...line, pieces: left, key: `${line.key}'` }
  }
}

function middleOf(line: TranscriptLine, at: number): number {
  const { from, to } = pieceSpan(line, at)
  return (from + to) / 2
}

/** When a piece is heard: as it is known, else its share of what lies between the pieces around it whose times are known. */
export function pieceSpan(
  line: Pick<TranscriptLine, 'from' | 'to' | 'pieces'>,
  at: number,
): { readonly from: MediaMicros; readonly to: MediaMicros; readonly isEstimated: boolean } {
  const piece = line.pieces[at]
  if (piece && piece.from !== null && piece.to !== null)
    return { from: piece.from, to: piece.to, isEstimated: false }
  let [first, last] = [at, at]
  while (first > 0 && knownEnd(line.pieces[first - 1]) === null && line.pieces[first]?.from == null)
    first -= 1
  while (
    last < line.pieces.length - 1 &&
    knownStart(line.pieces[last + 1]) === null &&
    line.pieces[last]?.to == null
  )
    last += 1
  const start = line.pieces[first]?.from ?? knownEnd(line.pieces[first - 1]) ?? line.from
  const end = Math.max(start, line.pieces[last]?.to ?? knownStart(line.pieces[last + 1]) ?? line.to)
  let [before, all] = [0, 0]
  for (let n = first; n <= last; n++) {
    const length = lengthOf(line.pieces[n])
    if (n < at) before += length
    all += length
  }
  const unit = (end - start) / Math.max(1, all)
  const from = Math.round(start + before * unit)
  const to = Math.round(start + (before + lengthOf(piece)) * unit)
  return { from: from as MediaMicros, to: to as MediaMicros, isEstimated: true }
}

const knownEnd = (piece: Piece | undefined) => piece?.to ?? piece?.from ?? null
const knownStart = (piece: Piece | undefined) => piece?.from ?? piece?.to ?? null
const lengthOf = (piece: Piece | undefined) => (piece?.kind === 'word' ? piece.text.length + 1 : 8)

/** Lines that are heard within a stretch, in order. */
export function linesWithin<L extends TranscriptLine>(
  lines: readonly L[],
  from: number,
  to: number,
): readonly L[] {
  const found: L[] = []
  for (const line of lines) {
    if (line.from >= to) break
    if (line.to > from || (line.from >= from && line.from === line.to)) found.push(line)
  }
  return found
}
