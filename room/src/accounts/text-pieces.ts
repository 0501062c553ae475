import type { Column, ShownStatement } from '@sightline/core/side-by-side'

/** A stretch of an account's text as the reader shows it. */
export interface TextPiece {
  readonly start: number
  readonly end: number
  readonly kind: 'plain' | 'statement' | 'fold'
  /** The statements that cover it, the narrowest first. */
  readonly statements: readonly ShownStatement[]
  readonly fold: Column['folds'][number] | null
  /** The relative times whose words end with it. */
  readonly days: Column['days']
}

/**
 * The whole text in pieces, none of it lost: folds by themselves, the rest cut where a statement or quote begins or ends.
 * Pure, and the pieces joined are the text.
 */
export function textPieces({ text, folds, statements, quotes, days }: Column): readonly TextPiece[] {
  const cuts = new Set([0, text.length])
  const all = [...statements, ...quotes]
  for (const { start, end } of [...folds, ...all, ...days]) {
    cuts.add(Math.min(start, text.length))
    cuts.add(Math.min(end, text.length))
  }
  const places = [...cuts].sort((a, b) => a - b)
  const pieces: TextPiece[] = []
  for (const [n, start] of places.entries()) {
    const end = places[n + 1]
    if (end === undefined) break
    const fold = folds.find(each => each.start <= start && each.end >= end) ?? null
    const covering = all
      .filter(each => each.start <= start && each.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    const kind = fold ? 'fold' : covering.length > 0 ? 'statement' : 'plain'
    const told = days.filter(day => day.end === end)
    pieces.push({ start, end, kind, statements: covering, fold, days: told })
  }
  return pieces
}
