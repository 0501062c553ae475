/**
 * Trains the networks that look at onsets and score them:
 *
 *     bin/node scripts/listening/train-score.ts measures rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts looks rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts score rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts among rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts likes rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts many rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts seconds second-rows.txt [more-rows.txt …]
 *     bin/node scripts/listening/train-score.ts under rows.txt [more-rows.txt …]
 *
 * `measures` writes core/src/listening/score-weights.ts, which scores an onset by its measures and lets go of what is nothing. `looks` writes look-weights.ts there, which foretells
 * by the levels, and by the shape too, what that will let go, from what `score-rows.ts` prints of `looks`. `score` writes picture-weights.ts, trained on what those let through. `among` writes among-weights.ts, which scores an onset among what is heard seconds around it, on rows that were made `among` voices. `likes` writes like-weights.ts, which scores it once more by what is like it: on those and on rows of what is `near`, given after the word `near`. `many` writes many-weights.ts, which take from that where much is like it, on rows of sounds that no score has learned from. `seconds` writes second-weights.ts, a look at strokes under tails and their score, from what `second-rows.ts` prints. `under` writes under-weights.ts, which weighs that score against the others, from what `score-rows.ts` prints of strokes `under` tails, those of what is near after the word `near`. Echoes are left out: they are told by what they repeat, not by how they sound.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  closerNames,
  impulseScore,
  inputNames,
  leastAlone,
  type ScoreInputs,
  type ScoreWeights,
} from '../../core/src/listening/impulse-score.ts'
import { levelNames } from '../../core/src/listening/level-features.ts'
import { pictureSize } from '../../core/src/listening/onset-picture.ts'
import { amongCount, likeCount, manyCount } from '../../core/src/listening/score-among.ts'
import { secondSize } from '../../core/src/listening/second-strokes.ts'
import { underNames } from '../../core/src/listening/under-score.ts'
import { fitNetwork, type Row } from './fit-network.ts'

const [wanted, ...given] = process.argv.slice(2)
const paths = given.filter(path => path !== 'near')
const firstNear = given.indexOf('near')
/** Of packages left out in turn, what scored 0.4 was worth listing: nine of ten listed were impulses. So much more makes it 0.5. */
const aloneLean = 0.4
/** Of voices and sounds left out of training, so much more keeps recall in the street what it was. */
const amongLean = 0.35
/** How much of what is said counts that they say who know the surroundings; the score alone is the rest. */
const amongShare = 0.6
/** Of places where much is near the microphone, so much less an onset counts: there are many, and a street is to stay what it was. */
const nearCounts = 0.5
/** As `amongLean`, once more: less, since with the looks of version 19 streets keep more than they have to, and precision gains by it. */
const likeLean = 0.1
/** How much counts what is said by likes: of more, fewer steps are listed, and shots amid crowds of voices are missed. */
const likeShare = 0.75
/** How many that are none one missed impulse counts for: at less, more shots amid crowds and at a pace are missed. */
const manyImpulses = 1.5
/** Under a tail what scored 0.55 counts as 0.5: at less, more of what single sounds of the street do later is listed, and no more pairs are told apart. */
const secondLean = -0.2
/** Of strokes under tails so much more: since every onset in a tail is scored as one, fewer that are nothing score high, and this keeps precision where it was. */
const underLean = 0.18
/** Of score-rows.ts: what is scored, the picture, what an onset is scored by among others, the odds of its score alone, what it is scored by once more, and what it came to among others. */
const pictured = inputNames.length + pictureSize
const countOf = {
  looks: closerNames.length + 1,
  many: manyCount + 2,
  seconds: secondSize + 1,
  under: underNames.length,
} as Readonly<Record<string, number>>
/** Of its measures alone: what comes to so much may be listed in the end. */
const listedAlone = 0.2
const inputCount = countOf[wanted ?? ''] ?? pictured + amongCount + likeCount + 2
const rows: readonly Row[] = paths.flatMap((path, n) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.split(' '))
    .filter(([label]) => label === 'p' || label === 'n')
    .map(([label, ...values]) => ({
      isImpulse: label === 'p',
      values: values.map(Number),
      counts: firstNear >= 0 && n >= firstNear ? nearCounts : 1,
    })),
)
if (rows.length === 0 || rows.some(({ values }) => values.length !== inputCount))
  throw new Error(
    `expected ${inputCount} numbers on each line: those of ${wanted === 'seconds' ? 'second-rows.ts' : 'score-rows.ts'}`,
  )

switch (wanted) {
  case 'measures': {
    const fitted = fitNetwork(ofColumns(inputNames.map((_, n) => n)), {
      ...{ hidden: 28, steps: 5000, impulseWeight: 2.5 },
      ...{ decay: 1e-4, spread: 0.3, leftOut: 0 },
    })
    write('score-weights.ts', { scoreWeights: first(fitted) })
    break
  }
  case 'looks': {
    const foretold = (names: readonly (typeof closerNames)[number][]) =>
      rows.map(row => {
        const score = row.values[closerNames.length] as number
        return {
          values: names.map(name => row.values[closerNames.indexOf(name)] as number),
          isImpulse: score >= leastAlone,
          counts: row.isImpulse || score >= listedAlone ? 3 : 1,
        }
      })
    const settings = { hidden: 16, steps: 2500, impulseWeight: 20, decay: 1e-4, spread: 0.3, leftOut: 0 }
    write('look-weights.ts', {
      firstWeights: first(fitNetwork(foretold(levelNames), settings)),
      closerWeights: first(fitNetwork(foretold(closerNames), settings)),
    })
    break
  }
  case 'score': {
    const left = ofColumns(Array.from({ length: pictured }, (_, n) => n)).filter(({ values }) =>
      isLetThrough(values),
    )
    const fitted = fitNetwork(left, {
      ...{ hidden: 32, steps: 3000, impulseWeight: 4 },
      ...{ decay: 1e-3, spread: 0.06, leftOut: 0.2 },
    })
    write('picture-weights.ts', {
      pictureWeights: { ...first(fitted), bias: Number((fitted.bias + aloneLean).toFixed(4)) },
    })
    console.log(
      `trained on ${left.length} onsets, ${left.filter(({ isImpulse }) => isImpulse).length} impulses`,
    )
    break
  }
  case 'among': {
    const columns = Array.from({ length: amongCount }, (_, n) => pictured + n)
    const told = ofColumns(columns).map((row, n) => ({
      ...row,
      alone: rows[n]?.values[pictured + amongCount] ?? 0,
    }))
    const several = [1, 2, 3, 4].map(seed =>
      fitNetwork(told, {
        ...{ hidden: 24, steps: 2500, impulseWeight: 2, seed },
        ...{ decay: 1e-3, spread: 0.2, leftOut: 0.2 },
      }),
    )
    write('among-weights.ts', { amongWeights: joined(several, amongShare, amongLean) })
    break
  }
  case 'likes': {
    const from = pictured + amongCount + 1
    const columns = Array.from({ length: likeCount }, (_, n) => from + n)
    const told = ofColumns(columns).map((row, n) => ({
      ...row,
      alone: rows[n]?.values[from + likeCount] ?? 0,
    }))
    const several = [1, 2, 3, 4].map(seed =>
      fitNetwork(told, {
        ...{ hidden: 16, steps: 2500, impulseWeight: 2, seed },
        ...{ decay: 1e-3, spread: 0.2, leftOut: 0.1 },
      }),
    )
    write('like-weights.ts', { likeWeights: joined(several, likeShare, likeLean) })
    break
  }
  case 'many': {
    const columns = Array.from({ length: manyCount }, (_, n) => n)
    const told = ofColumns(columns).map((row, n) => ({
      ...row,
      alone: rows[n]?.values[manyCount] ?? 0,
      share: rows[n]?.values[manyCount + 1] ?? 0,
    }))
    const several = [1, 2, 3, 4].map(seed =>
      fitNetwork(told, {
        ...{ hidden: 3, steps: 2500, impulseWeight: manyImpulses, seed, onlyLess: true },
        ...{ decay: 1e-3, spread: 0.2, leftOut: 0 },
      }),
    )
    write('many-weights.ts', { manyWeights: first(joined(several, 1, 0)) })
    break
  }
  case 'seconds': {
    const settings = { steps: 3000, impulseWeight: 1, decay: 1e-3, spread: 0.2, leftOut: 0.1 }
    const fitted = fitNetwork(rows, { ...settings, hidden: 16 })
    const measures = Array.from({ length: secondSize }, (_, n) => n)
    write('second-weights.ts', {
      secondLookWeights: first(fitNetwork(ofColumns(measures), { ...settings, hidden: 8 })),
      secondWeights: { ...first(fitted), bias: Number((fitted.bias + secondLean).toFixed(4)) },
    })
    break
  }
  case 'under': {
    const fitted = fitNetwork(rows, {
      ...{ hidden: 4, steps: 1500, impulseWeight: 1 },
      ...{ decay: 1e-3, spread: 0.3, leftOut: 0 },
    })
    write('under-weights.ts', {
      underWeights: { ...first(fitted), bias: Number((fitted.bias + underLean).toFixed(4)) },
    })
    break
  }
  default:
    throw new Error(`expected measures, looks, score, among, likes, many, seconds or under, not ${wanted}`)
}

function ofColumns(columns: readonly number[]): readonly Row[] {
  return rows.map(row => ({ ...row, values: columns.map(n => row.values[n] as number) }))
}

/** A little more than the finder lets through: what it would nearly have let go is seen too. */
function isLetThrough(values: readonly number[]): boolean {
  const inputs = Object.fromEntries(inputNames.map((name, n) => [name, values[n] as number])) as ScoreInputs
  return impulseScore(inputs) >= 0.01
}

/** Several networks as one, together with what was said before, whose part is what `share` leaves: of voices and sounds left out of training, they are wrong in different places. */
function joined(
  several: readonly ReturnType<typeof fitNetwork>[],
  share: number,
  lean: number,
): ReturnType<typeof fitNetwork> {
  const [{ mean, width } = { mean: [], width: [] }] = several
  const part = share / several.length
  const all = (of: (each: ReturnType<typeof fitNetwork>) => number) =>
    several.reduce((sum, each) => sum + part * of(each), 0)
  return {
    ...{ mean, width },
    hidden: several.flatMap(({ hidden }) =>
      hidden.map(unit => ({ ...unit, out: Number((part * unit.out).toPrecision(4)) })),
    ),
    bias: Number((all(({ bias }) => bias) + lean).toFixed(4)),
    alone: Number((1 - share + all(({ alone }) => alone)).toFixed(4)),
  }
}

/** Where nothing was said before an onset is scored, nothing of it is kept. */
function first({ alone, ...weights }: ReturnType<typeof fitNetwork>): ScoreWeights {
  return weights
}

function write(name: string, tables: Readonly<Record<string, unknown>>): void {
  const target = join(import.meta.dirname, '../../core/src/listening', name)
  const sayer =
    { many: 'score-among.ts', seconds: 'second-strokes.ts', under: 'under-score.ts' }[wanted ?? ''] ??
    'impulse-score.ts'
  const texts = Object.entries(tables).map(
    ([table, weights]) => `export const ${table} = ${JSON.stringify(weights)}\n`,
  )
  writeFileSync(
    target,
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these are fitted, whatever they come near to.
// biome-ignore-all lint/style/noExcessiveLinesPerFile: a table.
// Written by \`scripts/listening/train-score.ts ${wanted}\`; what their inputs are, ${sayer} says.
${texts.join('\n')}`,
  )
  console.log(`${target}: from ${rows.length} onsets`)
}
