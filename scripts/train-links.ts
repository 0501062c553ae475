/**
 * Learns how much each signal of a pair of statements says that both are about one matter (`core/src/accounts/link-weights.ts`), from
 * the made-up accounts whose truth is written into them. `bin/node scripts/train-links.ts` prints the table; with `--by-writer` it
 * prints instead what weights learned from the other writers find of each. Always the same for the same accounts.
 */
import { pairsOf } from '../core/src/accounts/align.ts'
import { statementsOf } from '../core/src/accounts/features.ts'
import { signals } from '../core/src/accounts/pair-signals.ts'
import { rarityOf } from '../core/src/accounts/rarity.ts'
import { readAccount } from '../core/src/accounts/read-account.ts'
import { weighted } from '../core/src/accounts/weighted.ts'
import { type Cluster, clustersIn, type folders } from '../test/cases/accounts/score.ts'

interface Example {
  readonly folder: string
  /** Of two accounts: which pair of them. */
  readonly group: string
  readonly most: number
  readonly signals: readonly number[]
  /** How many pairs of marked statements a link would bring together. */
  readonly hits: number
}

const writers: Readonly<Record<string, readonly (typeof folders)[number][]>> = {
  first: ['practice', 'held-out', 'unseen', 'last', 'kept'],
  second: ['elsewhere'],
  third: ['third-writer'],
  fourth: ['fourth-writer'],
}

const expected = new Map<string, number>()

function examplesOf(folder: string, { name, accounts }: Cluster): readonly Example[] {
  const statements = accounts.map(({ marked }, index) => statementsOf(readAccount(marked.text), index))
  const rarity = rarityOf(statements.flat())
  const weighed = statements.map(each =>
    each.filter(({ isTelling }) => isTelling).map(statement => weighted(statement, rarity)),
  )
  const mattersOf = (account: number, { start, end }: { readonly start: number; readonly end: number }) =>
    (accounts[account]?.marked.matters ?? []).filter(each => each.start < end && start < each.end)
  return weighed.flatMap((left, one) =>
    weighed.slice(one + 1).flatMap((right, offset) => {
      const two = one + 1 + offset
      const wanted = (accounts[one]?.marked.matters ?? []).flatMap(({ matter }) =>
        (accounts[two]?.marked.matters ?? []).filter(other => other.matter === matter),
      )
      expected.set(folder, (expected.get(folder) ?? 0) + wanted.length)
      return Array.from(pairsOf(left, right, rarity), pair => {
        const [a, b] = [left[pair.row]?.statement, right[pair.column]?.statement]
        const ours = a ? mattersOf(one, a) : []
        const theirs = b ? mattersOf(two, b) : []
        return {
          folder,
          group: `${name} ${one} ${two}`,
          most: Math.sqrt(left.length * right.length),
          signals: pair.signals,
          hits: ours.reduce(
            (sum, { matter }) => sum + theirs.filter(each => each.matter === matter).length,
            0,
          ),
        }
      })
    }),
  )
}

interface Table {
  readonly bias: number
  readonly weights: readonly number[]
}

const penalty = 1
const rounds = 12

/** How much each example counts, 1 on the average: less, by the root, of a writer by whom there are many. */
function countsOf(examples: readonly Example[]): readonly number[] {
  const writerOf = ({ folder }: Example) =>
    Object.values(writers).findIndex(own => own.some(each => each === folder))
  const by = Map.groupBy(examples, writerOf)
  const counts = examples.map(each => 1 / Math.sqrt(by.get(writerOf(each))?.length ?? 1))
  const mean = counts.reduce((sum, count) => sum + count, 0) / examples.length
  return counts.map(count => count / mean)
}

/** Logistic regression by Newton's method, with a penalty on large weights of standardized signals. */
function learn(examples: readonly Example[]): Table {
  const size = signals.length
  const means = signals.map(
    (_, at) => examples.reduce((sum, each) => sum + (each.signals[at] ?? 0), 0) / examples.length,
  )
  const spreads = signals.map(
    (_, at) =>
      Math.sqrt(
        examples.reduce((sum, each) => sum + ((each.signals[at] ?? 0) - (means[at] ?? 0)) ** 2, 0) /
          examples.length,
      ) || 1,
  )
  const rows = examples.map(each => [
    1,
    ...each.signals.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)),
  ])
  const counts = countsOf(examples)
  let found = new Array<number>(size + 1).fill(0)
  for (let round = 0; round < rounds; round++) {
    const gradient = found.map(weight => -penalty * weight)
    const curvature = found.map((_, at) => found.map((__, other): number => (at === other ? penalty : 0)))
    for (const [index, row] of rows.entries()) {
      const chance = logistic(row.reduce((sum, value, at) => sum + value * (found[at] ?? 0), 0))
      const count = counts[index] ?? 1
      const error = ((examples[index]?.hits ?? 0) > 0 ? 1 : 0) - chance
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
  const weights = signals.map((_, at) => (found[at + 1] ?? 0) / (spreads[at] ?? 1))
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

/** What the likeliest pairs of each two accounts come to, `each` for each statement. */
function f1Of(examples: readonly Example[], { bias, weights }: Table, each: number, wanted: number): string {
  const groups = Map.groupBy(examples, ({ group }) => group)
  let [found, right] = [0, 0]
  for (const members of groups.values()) {
    const scored = members
      .map(example => ({
        hits: example.hits,
        score: bias + example.signals.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.round(each * (members[0]?.most ?? 0)))
    found += scored.length
    right += scored.reduce((sum, { hits }) => sum + hits, 0)
  }
  return `${((2 * right) / (found + wanted)).toFixed(3)} (precision ${(right / found).toFixed(2)}, recall ${(right / wanted).toFixed(2)})`
}

const all = Object.values(writers)
  .flat()
  .flatMap(folder => clustersIn(folder).flatMap(cluster => examplesOf(folder, cluster)))
if (process.argv.includes('--by-writer'))
  for (const own of Object.values(writers)) {
    const table = learn(all.filter(({ folder }) => !own.some(each => each === folder)))
    for (const folder of own)
      for (const each of [0.6, 0.85, 1.1])
        console.log(
          `${folder.padEnd(13)} ${each.toFixed(2)} links a statement: F1 ${f1Of(
            all.filter(example => example.folder === folder),
            table,
            each,
            expected.get(folder) ?? 0,
          )}`,
        )
  }
else {
  const { bias, weights } = learn(all)
  console.log(`const bias = ${bias.toFixed(3)}\n\nconst weights: Readonly<Record<Signal, number>> = {`)
  for (const [at, name] of signals.entries()) console.log(`  ${name}: ${(weights[at] ?? 0).toFixed(3)},`)
  console.log('}')
}
