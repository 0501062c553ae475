import type { Piece, TranscriptLine } from '../case/transcript-line.ts'

/** How the first-class results are written wherever a transcript is plain text, in every language. */
export const inaudibleMark = '[inaudible]'

const longestReading = 300
/** `[inaudible]`, `[gun / phone]`; everything else between brackets is words. */
const marks = /\[\s*inaudible\s*\]|\[([^[\]]*\s\/\s[^[\]]*)\]/giu

/** The pieces of a text that a person typed or a file holds. No piece has a time. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(marks)) {
    const marked = markOf(match[1])
    if (!marked) continue
    pieces.push(...wordsOf(text.slice(from, match.index)), marked)
    from = match.index + match[0].length
  }
  pieces.push(...wordsOf(text.slice(from)))
  return pieces
}

function markOf(inside: string | undefined): Piece | null {
  if (inside === undefined) return { kind: 'inaudible', from: null, to: null }
  const readings = inside
    .split(/\s\/\s/u)
    .map(each => each.trim().replace(/\s+/gu, ' '))
    .filter(each => each !== '')
  const isUsable =
    readings.length >= 2 && readings.length <= 6 && readings.every(each => each.length <= longestReading)
  return isUsable ? { kind: 'ambiguous', readings, from: null, to: null } : null
}

function wordsOf(text: string): Piece[] {
  return text
    .split(/\s+/u)
    .filter(each => each !== '')
    .flatMap(each => partsOf(each).map((part, at) => wordPiece(part, null, null, null, at > 0)))
}

/** Text without any space for longer than a word can be (scripts without spaces, or a file of noise) in parts that follow without a space. */
function partsOf(word: string): readonly string[] {
  if (word.length <= longestReading) return [word]
  const parts: string[] = []
  let from = 0
  while (from < word.length) {
    let to = Math.min(word.length, from + longestReading)
    // Never between the two halves of one character.
    if (to < word.length && /[\uDC00-\uDFFF]/.test(word.charAt(to))) to -= 1
    parts.push(word.slice(from, to))
    from = to
  }
  return parts
}

export function wordPiece(
  text: string,
  from: Piece['from'],
  to: Piece['to'],
  confidence: number | null,
  isGlued = false,
): Piece {
  const piece = { kind: 'word', text, from, to, confidence } as const
  return isGlued ? { ...piece, glued: true } : piece
}

/** What a piece says, as text. */
export function textOfPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'word':
      return piece.text
    case 'inaudible':
      return inaudibleMark
    case 'ambiguous':
      return `[${piece.readings.join(' / ')}]`
  }
}

/** The words of a line in one text, by which `piecesOf` gives the same pieces again, without their times. */
export function textOf({ pieces }: Pick<TranscriptLine, 'pieces'>): string {
  let text = ''
  for (const piece of pieces) {
    const isGlued = piece.kind === 'word' && piece.glued
    text += text === '' || isGlued ? textOfPiece(piece) : ` ${textOfPiece(piece)}`
  }
  return text
}

/**
 * The pieces of a text that was typed over `before`: what stands as it stood keeps its times and confidence, by the longest run at the
 * beginning and at the end that is the same.
 */
export function retyped(before: readonly Piece[], text: string): readonly Piece[] {
  const typed = piecesOf(text)
  const isSame = (a: Piece | undefined, b: Piece | undefined) =>
    a !== undefined && b !== undefined && textOfPiece(a) === textOfPiece(b)
  let start = 0
  while (start < typed.length && isSame(typed[start], before[start])) start++
  let end = 0
  while (
    end < typed.length - start &&
    end < before.length - start &&
    isSame(typed[typed.length - 1 - end], before[before.length - 1 - end])
  )
    end++
  const changedBefore = before.slice(start, before.length - end)
  const changed = typed.slice(start, typed.length - end)
  // One for one, as when a word is corrected: the new word lies where the old one lay.
  const inPlace =
    changed.length === changedBefore.length
      ? changed.map((piece, at) => ({
          ...piece,
          from: changedBefore[at]?.from ?? null,
          to: changedBefore[at]?.to ?? null,
        }))
      : spread(changed, changedBefore)
  return [...before.slice(0, start), ...inPlace, ...before.slice(before.length - end)]
}

/** Several for several: only the outer ends are known. */
function spread(changed: readonly Piece[], before: readonly Piece[]): readonly Piece[] {
  const [from, to] = [before[0]?.from ?? null, before.at(-1)?.to ?? null]
  return changed.map((piece, at) => ({
    ...piece,
    from: at === 0 ? from : null,
    to: at === changed.length - 1 ? to : null,
  }))
}
