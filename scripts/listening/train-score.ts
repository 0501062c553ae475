/**
 * Trains the networks that look at onsets and score them:
 *
 *     bin/node scripts/listening/train-score.ts looks rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts score rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts seconds second-rows.txt [more-rows.txt …]
 *
 * `looks` writes core/src/listening/score-weights.ts: the two looks that let go of what is nothing. `score` writes picture-weights.ts there, trained on what
 * those let through. `seconds` writes second-weights.ts, a look at strokes under tails and their score, from what `second-rows.ts` prints. Echoes are left out: they are told by what they repeat, not by how they sound.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  firstLook,
  impulseScore,
  inputNames,
  leastFirst,
  type ScoreInputs,
} from '../../core/src/listening/impulse-score.ts'
import { levelNames } from '../../core/src/listening/level-features.ts'
import { pictureSize } from '../../core/src/listening/onset-picture.ts'
import { secondSize } from '../../core/src/listening/second-strokes.ts'
import { fitNetwork, type Row } from './fit-network.ts'

const [wanted, ...paths] = process.argv.slice(2)
/** Of packages left out in turn, what scored 0.4 was worth listing: nine of ten listed were impulses. So much more makes it 0.5. */
const lean = 0.4
/** Under a tail what scored 0.55 counts as 0.5: at less, more of what single sounds of the street do later is listed, and no more pairs are told apart. */
const secondLean = -0.2
const inputCount = wanted === 'seconds' ? secondSize + 1 : inputNames.length + pictureSize
const rows: readonly Row[] = paths.flatMap(path =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.split(' '))
    .filter(([label]) => label === 'p' || label === 'n')
    .map(([label, ...values]) => ({ isImpulse: label === 'p', values: values.map(Number) })),
)
if (rows.length === 0 || rows.some(({ values }) => values.length !== inputCount))
  throw new Error(
    `expected ${inputCount} numbers on each line: those of ${wanted === 'seconds' ? 'second-rows.ts' : 'score-rows.ts'}`,
  )

switch (wanted) {
  case 'looks':
    write('score-weights.ts', {
      firstWeights: fitNetwork(ofColumns(levelNames.map(name => inputNames.indexOf(name))), {
        ...{ hidden: 4, steps: 2000, impulseWeight: 8 },
        ...{ decay: 1e-4, spread: 0.3, leftOut: 0 },
      }),
      scoreWeights: fitNetwork(ofColumns(inputNames.map((_, n) => n)), {
        ...{ hidden: 28, steps: 5000, impulseWeight: 2.5 },
        ...{ decay: 1e-4, spread: 0.3, leftOut: 0 },
      }),
    })
    break
  case 'score': {
    const left = rows.filter(({ values }) => isLetThrough(values))
    const fitted = fitNetwork(left, {
      ...{ hidden: 32, steps: 3000, impulseWeight: 4 },
      ...{ decay: 1e-3, spread: 0.06, leftOut: 0.2 },
    })
    write('picture-weights.ts', {
      pictureWeights: { ...fitted, bias: Number((fitted.bias + lean).toFixed(4)) },
    })
    console.log(
      `trained on ${left.length} onsets, ${left.filter(({ isImpulse }) => isImpulse).length} impulses`,
    )
    break
  }
  case 'seconds': {
    const settings = { steps: 3000, impulseWeight: 1, decay: 1e-3, spread: 0.2, leftOut: 0.1 }
    const fitted = fitNetwork(rows, { ...settings, hidden: 16 })
    const measures = Array.from({ length: secondSize }, (_, n) => n)
    write('second-weights.ts', {
      secondLookWeights: fitNetwork(ofColumns(measures), { ...settings, hidden: 8 }),
      secondWeights: { ...fitted, bias: Number((fitted.bias + secondLean).toFixed(4)) },
    })
    break
  }
  default:
    throw new Error(`expected looks, score or seconds, not ${wanted}`)
}

function ofColumns(columns: readonly number[]): readonly Row[] {
  return rows.map(({ isImpulse, values }) => ({ isImpulse, values: columns.map(n => values[n] as number) }))
}

/** A little more than the finder lets through: what it would nearly have let go is seen too. */
function isLetThrough(values: readonly number[]): boolean {
  const inputs = Object.fromEntries(inputNames.map((name, n) => [name, values[n] as number])) as ScoreInputs
  return firstLook(inputs) >= leastFirst && impulseScore(inputs) >= 0.01
}

function write(name: string, tables: Readonly<Record<string, unknown>>): void {
  const target = join(import.meta.dirname, '../../core/src/listening', name)
  const texts = Object.entries(tables).map(
    ([table, weights]) => `export const ${table} = ${JSON.stringify(weights)}\n`,
  )
  writeFileSync(
    target,
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these are fitted, whatever they come near to.
// biome-ignore-all lint/style/noExcessiveLinesPerFile: a table.
// Written by \`scripts/listening/train-score.ts ${wanted}\`; what their inputs are, ${wanted === 'seconds' ? 'second-strokes.ts' : 'impulse-score.ts'} says.
${texts.join('\n')}`,
  )
  console.log(`${target}: from ${rows.length} onsets`)
}
