import type { Statement } from './features.ts'

/**
 * What the pairs around a pair of statements say of it, by name. What an account says next in a paragraph is about the same matter in
 * one case of two or three, whatever words it uses, and a statement that has a likelier partner seldom has this one too. The weights
 * stand in `context-weights.ts`, from `scripts/train-links.ts`.
 */
export const contextSignals = [
  'alone',
  'before',
  'after',
  'acrossParagraphs',
  'bothBeside',
  'likelierPartners',
] as const

/** How likely each statement of one account is about one matter with each of another, row by row. 0 where too little is shared to ask. */
export interface Chances {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** Of one account: which statements stand in one paragraph with the one before them. */
export type Runs = Uint8Array

export function runsOf(statements: readonly Statement[]): Runs {
  return Uint8Array.from(statements, ({ sentence }, at) =>
    Number(at > 0 && statements[at - 1]?.sentence.paragraph === sentence.paragraph),
  )
}

/** A pair that shares too little to be looked at alone counts as one of this chance. */
const leastAlone = 0.018
/** Such a pair is looked at only beside one of this chance in its paragraph. */
const leastBeside = 0.2

export interface InContext {
  readonly row: number
  readonly column: number
  /** In the order of `contextSignals`. */
  readonly signals: readonly number[]
}

/** Every pair that is worth looking at by itself or for what stands beside it. */
export function* pairsInContext(chances: Chances, left: Runs, right: Runs): Iterable<InContext> {
  const { rows, columns } = chances
  const { values, width } = withMargin(chances)
  const { byRow, byColumn } = bestTwo(chances)
  const at = (place: number) => values[place] ?? 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const place = (row + 1) * width + column + 1
      const own = at(place)
      const up = at(place - width)
      const down = at(place + width)
      const back = at(place - 1)
      const on = at(place + 1)
      // Most pairs share nothing and have nothing likely beside them.
      if (own === 0 && up < leastBeside && down < leastBeside && back < leastBeside && on < leastBeside)
        continue
      const joins = { up: left[row], down: left[row + 1], back: right[column], on: right[column + 1] }
      if (
        own === 0 &&
        Math.max(joins.up ? up : 0, joins.back ? back : 0, joins.down ? down : 0, joins.on ? on : 0) <
          leastBeside
      )
        continue
      const before = (joins.up ? up : 0) + (joins.back ? back : 0)
      const after = (joins.down ? down : 0) + (joins.on ? on : 0)
      const alone = Math.max(own, leastAlone)
      yield {
        row,
        column,
        signals: [
          Math.log(alone / (1 - alone)),
          before,
          after,
          Math.max(joins.up ? 0 : up, joins.down ? 0 : down) +
            Math.max(joins.back ? 0 : back, joins.on ? 0 : on),
          Math.max(
            joins.up && joins.back ? at(place - width - 1) : 0,
            joins.down && joins.on ? at(place + width + 1) : 0,
          ),
          otherBest(byRow, row, own) + otherBest(byColumn, column, own),
        ],
      }
    }
}

/** The chances with a row and a column of none on each side. */
function withMargin({ rows, columns, values }: Chances) {
  const width = columns + 2
  const wide = new Float64Array((rows + 2) * width)
  for (let row = 0; row < rows; row++)
    wide.set(values.subarray(row * columns, (row + 1) * columns), (row + 1) * width + 1)
  return { values: wide, width }
}

interface BestTwo {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** The two highest of each row and of each column. */
function bestTwo({ rows, columns, values }: Chances) {
  const emptyBest = (lines: number): BestTwo => ({
    first: new Float64Array(lines),
    second: new Float64Array(lines),
  })
  const [byRow, byColumn] = [emptyBest(rows), emptyBest(columns)]
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column] ?? 0
      if (value === 0) continue
      noteBest(byRow, row, value)
      noteBest(byColumn, column, value)
    }
  return { byRow, byColumn }
}

function noteBest({ first, second }: BestTwo, line: number, value: number): void {
  if (value > (first[line] ?? 0)) {
    second[line] = first[line] ?? 0
    first[line] = value
  } else if (value > (second[line] ?? 0)) second[line] = value
}

const otherBest = ({ first, second }: BestTwo, line: number, own: number): number =>
  (own >= (first[line] ?? 0) ? second[line] : first[line]) ?? 0
