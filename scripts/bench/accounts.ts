/**
 * How right the reading and comparing of accounts is, on made-up clusters whose truth is written into them, and how long it takes.
 * `held-out` clusters were written after the rules and looked at later, `unseen` ones last; `SIGHTLINE_BENCH_WRONG=1` lists every mistake but those of
 * `last`, `kept`, `elsewhere` and `habits-kept`, of which only totals are looked at, so that they stay a fair measure.
 */
import { compareAccounts } from '../../core/src/accounts/index.ts'
import {
  type Cluster,
  clustersIn,
  emptyScores,
  f1Of,
  folders,
  measures,
  precisionOf,
  recallOf,
  type Scores,
  scoreCluster,
} from '../../test/cases/accounts/score.ts'
import { roleSets, scoreRoles } from '../../test/cases/accounts-roles/score.ts'

export function benchAccounts(): void {
  // The one reader of this variable: a bench is no part of the product.
  const showsWrong = process.env['SIGHTLINE_BENCH_WRONG'] !== undefined
  for (const folder of folders) {
    const clusters = clustersIn(folder)
    const all = emptyScores()
    for (const cluster of clusters) {
      scoreCluster(cluster, all)
      const own = emptyScores()
      scoreCluster(cluster, own)
      if (isLookedAt(folder)) console.log(`${folder}/${cluster.name}: ${line(own)}`)
    }
    console.log(`\n${folder}, ${clusters.length} clusters\n${table(all)}`)
    if (showsWrong && isLookedAt(folder))
      for (const measure of measures)
        for (const wrong of all[measure].wrong) console.log(`  ${measure}: ${wrong.replace(/\s+/g, ' ')}`)
  }
  for (const set of roleSets) {
    const { right, found, expected, taken, traps, sure, sureRight } = scoreRoles(set)
    console.log(
      `roles across accounts, ${set}: ${right} of ${found} right, ${expected} expected; ${taken} of ${traps} traps; sure ${sureRight} of ${sure}`,
    )
  }
  timing(clustersIn('practice'))
}

const isLookedAt = (folder: (typeof folders)[number]) =>
  folder === 'practice' ||
  folder === 'held-out' ||
  folder === 'unseen' ||
  folder === 'third-writer' ||
  folder === 'fourth-writer' ||
  folder === 'habits'

const shown = (value: number) => value.toFixed(3)

function line(scores: Scores): string {
  return measures
    .filter(measure => measure !== 'lost')
    .map(measure => `${measure} ${f1Of(scores[measure]).toFixed(2)}`)
    .join('  ')
}

function table(scores: Scores): string {
  return measures
    .map(measure => {
      const tally = scores[measure]
      if (measure === 'lost') return `${'statement text lost'.padEnd(20)} ${tally.found} characters`
      if (measure === 'speakers')
        return `${'speaker right'.padEnd(20)} ${shown(recallOf(tally))} of ${tally.expected} quotes found`
      return `${measure.padEnd(20)} F1 ${shown(f1Of(tally))}  precision ${shown(precisionOf(tally))}  recall ${shown(recallOf(tally))}  (${tally.expected})`
    })
    .join('\n')
}

function timing(clusters: readonly Cluster[]): void {
  const stories = clusters.flatMap(({ accounts }) => accounts.map(({ marked }) => marked.text))
  const few = stories.slice(0, 3)
  // Fifty stories of a usual length: each three of ours in a row.
  const many = Array.from({ length: 50 }, (_, n) =>
    [0, 1, 2].map(k => stories[(n + 7 * k) % stories.length] ?? '').join('\n\n'),
  )
  const medianOf = (texts: readonly string[], runs: number) => {
    const times = Array.from({ length: runs }, () => {
      const began = performance.now()
      compareAccounts(texts)
      return performance.now() - began
    }).sort((a, b) => a - b)
    return times[times.length >> 1] ?? 0
  }
  medianOf(few, 20)
  console.log(
    `\n3 stories, warm: ${medianOf(few, 15).toFixed(0)} ms; 50 stories, warm: ${medianOf(many, 3).toFixed(0)} ms`,
  )
}
