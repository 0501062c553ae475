/**
 * Trains the networks that look at onsets and score them, and writes core/src/listening/score-weights.ts:
 *
 *     bin/node scripts/listening/train-score.ts rows.txt [more-rows.txt …]
 *
 * Echoes are left out: they are told by what they repeat, not by how they sound.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputNames } from '../../core/src/listening/impulse-score.ts'
import { levelNames } from '../../core/src/listening/level-features.ts'
import { fitNetwork, type Row } from './fit-network.ts'

const rows: readonly Row[] = process.argv.slice(2).flatMap(path =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.split(' '))
    .filter(([label]) => label === 'p' || label === 'n')
    .map(([label, ...values]) => ({ isImpulse: label === 'p', values: values.map(Number) })),
)
if (rows.length === 0 || rows.some(({ values }) => values.length !== inputNames.length))
  throw new Error(`expected ${inputNames.length} inputs on each line: ${inputNames.join(', ')}`)

const levels = levelNames.map(name => inputNames.indexOf(name))
const ofLevels = rows.map(({ isImpulse, values }) => ({
  isImpulse,
  values: levels.map(n => values[n] as number),
}))
const first = fitNetwork(ofLevels, { hidden: 4, steps: 2000, impulseWeight: 8, decay: 1e-4 })
const score = fitNetwork(rows, { hidden: 28, steps: 5000, impulseWeight: 2.5, decay: 1e-4 })
const target = join(import.meta.dirname, '../../core/src/listening/score-weights.ts')
writeFileSync(
  target,
  `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these are fitted, whatever they come near to.
/** Written by \`scripts/listening/train-score.ts\`: what a first look at the levels comes to; the inputs are \`levelNames\`. */
export const firstWeights = ${JSON.stringify(first)}

/** The inputs are \`inputNames\`, in their order. */
export const scoreWeights = ${JSON.stringify(score)}
`,
)
console.log(
  `${target}: trained on ${rows.length} onsets, ${rows.filter(({ isImpulse }) => isImpulse).length} of them impulses`,
)
