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
  const { rows, columns, values } = chances
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= rows || column >= columns ? 0 : (values[row * columns + column] ?? 0)
  const byRow = bestTwo(rows, columns, (line, place) => at(line, place))
  const byColumn = bestTwo(columns, rows, (line, place) => at(place, line))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const own = at(row, column)
      const [up, down, back, on] = [
        at(row - 1, column),
        at(row + 1, column),
        at(row, column - 1),
        at(row, column + 1),
      ]
      const joins = { up: left[row], down: left[row + 1], back: right[column], on: right[column + 1] }
      const before = (joins.up ? up : 0) + (joins.back ? back : 0)
      const after = (joins.down ? down : 0) + (joins.on ? on : 0)
      if (
        own === 0 &&
        Math.max(joins.up ? up : 0, joins.back ? back : 0, joins.down ? down : 0, joins.on ? on : 0) <
          leastBeside
      )
        continue
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
            joins.up && joins.back ? at(row - 1, column - 1) : 0,
            joins.down && joins.on ? at(row + 1, column + 1) : 0,
          ),
          otherBest(byRow, row, own) + otherBest(byColumn, column, own),
        ],
      }
    }
}

interface BestTwo {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** The two highest of each line. */
function bestTwo(lines: number, places: number, valueAt: (line: number, place: number) => number): BestTwo {
  const [first, second] = [new Float64Array(lines), new Float64Array(lines)]
  for (let line = 0; line < lines; line++)
    for (let place = 0; place < places; place++) {
      const value = valueAt(line, place)
      if (value > (first[line] ?? 0)) {
        second[line] = first[line] ?? 0
        first[line] = value
      } else if (value > (second[line] ?? 0)) second[line] = value
    }
  return { first, second }
}

const otherBest = ({ first, second }: BestTwo, line: number, own: number): number =>
  (own >= (first[line] ?? 0) ? second[line] : first[line]) ?? 0
