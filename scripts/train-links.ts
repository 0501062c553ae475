/**
 * Learns how much each signal of a pair of statements says that both are about one matter (`core/src/accounts/link-weights.ts`), and
 * how much the pairs around it say of that (`context-weights.ts`), from the made-up accounts whose truth is written into them.
 * `bin/node scripts/train-links.ts` prints both tables; with `--by-writer` it prints instead what weights learned from the other
 * writers find of each, by how likely a pair must be. Always the same for the same accounts.
 */
import { pairsOf } from '../core/src/accounts/align.ts'
import { statementsOf } from '../core/src/accounts/features.ts'
import {
  type Chances,
  contextSignals,
  pairsInContext,
  type Runs,
  runsOf,
} from '../core/src/accounts/in-context.ts'
import { signals } from '../core/src/accounts/pair-signals.ts'
import { rarityOf } from '../core/src/accounts/rarity.ts'
import { readAccount } from '../core/src/accounts/read-account.ts'
import { weighted } from '../core/src/accounts/weighted.ts'
import { type Cluster, clustersIn, type folders } from '../test/cases/accounts/score.ts'

/** Two accounts of a cluster. */
interface Two {
  readonly folder: (typeof folders)[number]
  readonly rows: number
  readonly columns: number
  readonly left: Runs
  readonly right: Runs
  readonly pairs: readonly Example[]
  /** How many pairs of marked statements a link would bring together, row by row. */
  readonly hits: readonly number[]
  /** Pairs of marked statements of one matter. */
  readonly wanted: number
}

interface Example {
  readonly row: number
  readonly column: number
  readonly signals: readonly number[]
}

const writers: Readonly<Record<string, readonly (typeof folders)[number][]>> = {
  first: ['practice', 'held-out', 'unseen', 'last', 'kept'],
  second: ['elsewhere'],
  third: ['third-writer'],
  fourth: ['fourth-writer'],
  fifth: ['fifth-writer'],
  sixth: ['sixth-writer'],
  seventh: ['seventh-writer'],
}

function pairsIn(folder: (typeof folders)[number], { accounts }: Cluster): readonly Two[] {
  const statements = accounts.map(({ marked }, index) => statementsOf(readAccount(marked.text), index))
  const rarity = rarityOf(statements.flat())
  const weighed = statements.map(each =>
    each.filter(({ isTelling }) => isTelling).map(statement => weighted(statement, rarity)),
  )
  const mattersOf = (account: number, { start, end }: { readonly start: number; readonly end: number }) =>
    (accounts[account]?.marked.matters ?? [])
      .filter(each => each.start < end && start < each.end)
      .map(({ matter }) => matter)
  const same = (ours: readonly string[], theirs: readonly string[]) =>
    ours.reduce((sum, matter) => sum + theirs.filter(each => each === matter).length, 0)
  const allOf = (account: number) => (accounts[account]?.marked.matters ?? []).map(({ matter }) => matter)
  return weighed.flatMap((left, one) =>
    weighed.slice(one + 1).map((right, offset): Two => {
      const two = one + 1 + offset
      const theirs = right.map(({ statement }) => mattersOf(two, statement))
      return {
        folder,
        rows: left.length,
        columns: right.length,
        left: runsOf(left.map(({ statement }) => statement)),
        right: runsOf(right.map(({ statement }) => statement)),
        pairs: [...pairsOf(left, right)],
        hits: left.flatMap(({ statement }) => {
          const ours = mattersOf(one, statement)
          return theirs.map(each => same(ours, each))
        }),
        wanted: same(allOf(one), allOf(two)),
      }
    }),
  )
}

interface Table {
  readonly bias: number
  readonly weights: readonly number[]
}

const penalty = 1
const rounds = 12

/** How much each example of some writer's accounts counts: less, by the root, of a writer by whom there are many. */
function countsOf(twos: readonly Two[], examples: readonly (readonly Example[])[]): readonly number[] {
  const writerOf = ({ folder }: Two) =>
    Object.values(writers).findIndex(own => own.some(each => each === folder))
  const by = new Map<number, number>()
  for (const [at, two] of twos.entries())
    by.set(writerOf(two), (by.get(writerOf(two)) ?? 0) + (examples[at]?.length ?? 0))
  const counts = twos.flatMap((two, at) =>
    (examples[at] ?? []).map(() => 1 / Math.sqrt(by.get(writerOf(two)) ?? 1)),
  )
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.map(count => count / mean)
}

const hitsAt = ({ hits, columns }: Two, { row, column }: Example) => hits[row * columns + column] ?? 0

/** Logistic regression by Newton's method, with a penalty on large weights of standardized signals. */
function learn(twos: readonly Two[], examples: readonly (readonly Example[])[]): Table {
  const found = twos.flatMap((two, at) =>
    (examples[at] ?? []).map(each => ({ signals: each.signals, isHit: hitsAt(two, each) > 0 })),
  )
  return learned(found, countsOf(twos, examples))
}

function learned(
  examples: readonly { readonly signals: readonly number[]; readonly isHit: boolean }[],
  counts: readonly number[],
): Table {
  const size = examples[0]?.signals.length ?? 0
  const places = Array.from({ length: size }, (_, at) => at)
  const means = places.map(
    at => examples.reduce((sum, each) => sum + (each.signals[at] ?? 0), 0) / examples.length,
  )
  const spreads = places.map(
    at =>
      Math.sqrt(
        examples.reduce((sum, each) => sum + ((each.signals[at] ?? 0) - (means[at] ?? 0)) ** 2, 0) /
          examples.length,
      ) || 1,
  )
  const rows = examples.map(each => [
    1,
    ...each.signals.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)),
  ])
  let found = new Array<number>(size + 1).fill(0)
  for (let round = 0; round < rounds; round++) {
    const gradient = found.map(weight => -penalty * weight)
    const curvature = found.map((_, at) => found.map((__, other): number => (at === other ? penalty : 0)))
    for (const [index, row] of rows.entries()) {
      const chance = logistic(row.reduce((sum, value, at) => sum + value * (found[at] ?? 0), 0))
      const count = counts[index] ?? 1
      const error = (examples[index]?.isHit ? 1 : 0) - chance
      for (const [at, value] of row.entries()) {
        gradient[at] = (gradient[at] ?? 0) + count * error * value
        const line = curvature[at]
        if (line)
          for (let other = 0; other <= at; other++)
            line[other] = (line[other] ?? 0) + count * chance * (1 - chance) * value * (row[other] ?? 0)
      }
    }
    for (let at = 0; at <= size; at++)
      for (let other = at + 1; other <= size; other++) {
        const line = curvature[at]
        if (line) line[other] = curvature[other]?.[at] ?? 0
      }
    const step = solved(curvature, gradient)
    found = found.map((weight, at) => weight + (step[at] ?? 0))
  }
  const weights = places.map(at => (found[at + 1] ?? 0) / (spreads[at] ?? 1))
  return {
    bias: (found[0] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
    weights,
  }
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value))

/** Gauss with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (let column = 0; column < rows.length; column++) {
    let best = column
    for (let at = column + 1; at < rows.length; at++)
      if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = at
    const [pivot, other] = [rows[best], rows[column]]
    if (!pivot || !other) break
    rows[best] = other
    rows[column] = pivot
    for (const row of rows) {
      if (row === pivot) continue
      const share = (row[column] ?? 0) / (pivot[column] ?? 1)
      if (share !== 0)
        for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - share * (pivot[at] ?? 0)
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1))
}

const chanceBy = ({ bias, weights }: Table, found: readonly number[]) =>
  logistic(found.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias))

/** Every pair with the signals of its context, by the chances that a first table gives. */
function inContext({ rows, columns, left, right, pairs }: Two, table: Table): readonly Example[] {
  const chances: Chances = { rows, columns, values: new Float64Array(rows * columns) }
  for (const { row, column, signals: found } of pairs)
    chances.values[row * columns + column] = chanceBy(table, found)
  return [...pairsInContext(chances, left, right)]
}

/** What the pairs of at least a chance come to. */
function f1Of(twos: readonly Two[], first: Table, second: Table, least: number): string {
  let [found, right] = [0, 0]
  for (const two of twos)
    for (const each of inContext(two, first)) {
      if (chanceBy(second, each.signals) < least) continue
      found++
      right += hitsAt(two, each)
    }
  const wanted = twos.reduce((sum, two) => sum + two.wanted, 0)
  return `${((2 * right) / (found + wanted)).toFixed(3)} (precision ${(right / found).toFixed(2)}, recall ${(right / wanted).toFixed(2)})`
}

function tablesOf(twos: readonly Two[]): readonly [Table, Table] {
  const first = learn(
    twos,
    twos.map(({ pairs }) => pairs),
  )
  return [
    first,
    learn(
      twos,
      twos.map(two => inContext(two, first)),
    ),
  ]
}

const all = Object.values(writers)
  .flat()
  .flatMap(folder => clustersIn(folder).flatMap(cluster => pairsIn(folder, cluster)))
if (process.argv.includes('--by-writer'))
  for (const own of Object.values(writers)) {
    const [first, second] = tablesOf(all.filter(({ folder }) => !own.some(each => each === folder)))
    for (const folder of own)
      for (const least of [0.15, 0.2, 0.25])
        console.log(
          `${folder.padEnd(13)} chance ${least.toFixed(2)}: F1 ${f1Of(
            all.filter(two => two.folder === folder),
            first,
            second,
            least,
          )}`,
        )
  }
else {
  const [first, second] = tablesOf(all)
  for (const [names, { bias, weights }] of [
    [signals, first],
    [contextSignals, second],
  ] as const) {
    console.log(`const bias = ${bias.toFixed(3)}\n\nconst weights: Readonly<Record<Signal, number>> = {`)
    for (const [at, name] of names.entries()) console.log(`  ${name}: ${(weights[at] ?? 0).toFixed(3)},`)
    console.log('}\n')
  }
}
