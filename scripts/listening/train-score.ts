/**
 * Trains the network that scores impulses, and writes core/src/listening/score-weights.ts:
 *
 *     bin/node scripts/listening/train-score.ts rows.txt [more-rows.txt …]
 *
 * Echoes are left out: they are told by what they repeat, not by how they sound.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { featureNames } from '../../core/src/listening/impulse-features.ts'
import { normalFrom, randomFrom } from '../../test/cases/sound/random.ts'

const inputs = featureNames.length
const hidden = 16
/** How many onsets that are none one missed impulse counts for. */
const impulseWeight = 3.5
const steps = 4000
const batch = 1024
/** Adam (Kingma and Ba 2014), with a step that falls to nothing. */
const [firstStep, keptMean, keptSquare, decay] = [3e-3, 0.9, 0.999, 1e-4]
const reach = 4

const rows = process.argv.slice(2).flatMap(path =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.split(' '))
    .filter(([label]) => label === 'p' || label === 'n')
    .map(([label, ...values]) => ({ isImpulse: label === 'p', values: values.map(Number) })),
)
if (rows.some(({ values }) => values.length !== inputs))
  throw new Error(`expected ${inputs} features on each line: ${featureNames.join(', ')}`)

const mean = featureNames.map(
  (_, n) => rows.reduce((sum, { values }) => sum + (values[n] ?? 0), 0) / rows.length,
)
const width = featureNames.map((_, n) =>
  Math.sqrt(
    rows.reduce((sum, { values }) => sum + ((values[n] ?? 0) - (mean[n] ?? 0)) ** 2, 0) / rows.length,
  ),
)
const scaled = rows.map(({ values }) =>
  Float64Array.from(values, (value, n) =>
    Math.max(-reach, Math.min(reach, (value - (mean[n] as number)) / (width[n] as number))),
  ),
)

/** Per hidden unit its inputs' weights, its bias and its way out; then the last bias. */
const unit = inputs + 2
const random = randomFrom(20_261_126)
const normal = normalFrom(random)
const weights = Float64Array.from({ length: hidden * unit + 1 }, (_, n) =>
  n % unit === inputs ? 0 : 0.3 * normal(),
)
weights[hidden * unit] = -2
const means = new Float64Array(weights.length)
const squares = new Float64Array(weights.length)
const inner = new Float64Array(hidden)

for (let step = 1; step <= steps; step++) {
  const slope = new Float64Array(weights.length)
  for (let n = 0; n < batch; n++) {
    const index = Math.floor(random() * rows.length)
    const row = scaled[index] as Float64Array
    let sum = weights[hidden * unit] as number
    for (let k = 0; k < hidden; k++) {
      const at = k * unit
      let value = weights[at + inputs] as number
      for (let i = 0; i < inputs; i++) value += (weights[at + i] as number) * (row[i] as number)
      inner[k] = value
      if (value > 0) sum += value * (weights[at + inputs + 1] as number)
    }
    const isImpulse = rows[index]?.isImpulse ?? false
    const off = ((1 / (1 + Math.exp(-sum)) - (isImpulse ? 1 : 0)) * (isImpulse ? impulseWeight : 1)) / batch
    slope[hidden * unit] = (slope[hidden * unit] as number) + off
    for (let k = 0; k < hidden; k++) {
      const value = inner[k] as number
      if (value <= 0) continue
      const at = k * unit
      const back = off * (weights[at + inputs + 1] as number)
      slope[at + inputs + 1] = (slope[at + inputs + 1] as number) + off * value
      slope[at + inputs] = (slope[at + inputs] as number) + back
      for (let i = 0; i < inputs; i++) slope[at + i] = (slope[at + i] as number) + back * (row[i] as number)
    }
  }
  const size = firstStep * (1 - step / steps)
  for (let n = 0; n < weights.length; n++) {
    const isBias = n === hidden * unit || n % unit === inputs
    const pull = (slope[n] as number) + (isBias ? 0 : decay * (weights[n] as number))
    means[n] = keptMean * (means[n] as number) + (1 - keptMean) * pull
    squares[n] = keptSquare * (squares[n] as number) + (1 - keptSquare) * pull * pull
    const [first, second] = [
      (means[n] as number) / (1 - keptMean ** step),
      (squares[n] as number) / (1 - keptSquare ** step),
    ]
    weights[n] = (weights[n] as number) - (size * first) / (Math.sqrt(second) + 1e-8)
  }
}

const short = (value: number | undefined) => Number((value ?? 0).toPrecision(4))
const table = {
  mean: mean.map(short),
  width: width.map(short),
  hidden: Array.from({ length: hidden }, (_, k) => ({
    bias: short(weights[k * unit + inputs]),
    weights: [...weights.subarray(k * unit, k * unit + inputs)].map(short),
    out: short(weights[k * unit + inputs + 1]),
  })),
  bias: short(weights[hidden * unit]),
}
const target = join(import.meta.dirname, '../../core/src/listening/score-weights.ts')
writeFileSync(
  target,
  `/** Written by \`scripts/listening/train-score.ts\`; the features are those of \`featureNames\`, in their order. */\nexport const scoreWeights = ${JSON.stringify(table)}\n`,
)
console.log(
  `${target}: trained on ${rows.length} onsets, ${rows.filter(({ isImpulse }) => isImpulse).length} of them impulses`,
)
