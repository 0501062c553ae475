import { areAboutOthers } from './about-others.ts'
import type { Statement } from './features.ts'

/** Two statements that give one rare figure, though they share no word: "jailed over $212", "she owed $212". */
export interface SameFigure {
  readonly a: Statement
  readonly b: Statement
  /** Without its unit or currency, which each account writes in its own way. */
  readonly figure: string
}

/** Larger numbers, sums and hours are hardly ever one by chance; ages and years belong to many sentences. */
const smallest = 13
const firstYear = 1900

/** Keeps a sum from meeting a count. */
const sum = '¤'

/** A figure that an account gives more often brings nothing together. */
const mostEach = 2

export function sameFigures(left: readonly Statement[], right: readonly Statement[]): readonly SameFigure[] {
  const ours = byFigure(left)
  const theirs = byFigure(right)
  return [...ours].flatMap(([figure, ones]) => {
    const twos = theirs.get(figure) ?? []
    if (ones.length > mostEach || twos.length > mostEach) return []
    return ones.flatMap(a =>
      twos.filter(b => !areAboutOthers(a, b)).map(b => ({ a, b, figure: figure.replace(sum, '') })),
    )
  })
}

function byFigure(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const found = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (!statement.isTelling || statement.sentence.isHeadline) continue
    for (const figure of figuresOf(statement)) {
      const known = found.get(figure)
      if (known) known.push(statement)
      else found.set(figure, [statement])
    }
  }
  return found
}

function figuresOf({ numbers, times }: Statement): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { value, unit } of numbers) {
    const size = Number(value)
    if (unit === 'money') found.add(`${sum}${value}`)
    else if (
      unit !== 'year-old' &&
      size >= smallest &&
      !(size >= firstYear && Number.isInteger(size) && size < 2100)
    )
      found.add(value)
  }
  for (const { value } of times) {
    const clock =
      /(?<!\d)(\d{1,2})[:.](\d{2})(?!\d)/.exec(value) ??
      /(?<!\d)(0\d|\d{2}(?=\d{2}\s*h))(\d{2})(?!\d)/i.exec(value)
    // "0540" and "5:40 a.m." are one hour; half a day is left open, as accounts leave it.
    if (clock && Number(clock[1]) < 24 && Number(clock[2]) < 60)
      found.add(`${Number(clock[1]) % 12 || 12}:${clock[2]}`)
  }
  return found
}
