import type { ScoreWeights } from '../../core/src/listening/impulse-score.ts'
import { inputReach } from '../../core/src/listening/onset-loops.ts'
import { normalFrom, randomFrom } from '../../test/cases/sound/random.ts'

export interface Row {
  readonly isImpulse: boolean
  readonly values: readonly number[]
  /** What was said before, as the logarithm of its odds: how much that counts is fitted too. */
  readonly alone?: number
  /** How many onsets it counts for; one where that is not said. */
  readonly counts?: number
  /** How much its hidden units count; one where that is not said. */
  readonly share?: number
}

export interface FitSettings {
  readonly hidden: number
  readonly steps: number
  /** How many onsets that are none one missed impulse counts for. */
  readonly impulseWeight: number
  /** How strongly weights are drawn to nothing. */
  readonly decay: number
  /** How large they are at first. */
  readonly spread: number
  /** The share of inputs that each step leaves out, so that no few of them are relied on. */
  readonly leftOut: number
  /** Of the numbers drawn: networks of several seeds may be joined. */
  readonly seed?: number
  /** What was said before counts in full, and hidden units may only take from it. */
  readonly onlyLess?: boolean
}

/** Adam (Kingma and Ba 2014), with a step that falls to nothing. */
const [firstStep, keptMean, keptSquare] = [5e-3, 0.9, 0.999]
const usualSeed = 20_261_126

/** Fits a network with one hidden layer to tell impulses from the rest. The same rows and settings give the same weights. */
export function fitNetwork(
  rows: readonly Row[],
  settings: FitSettings,
): ScoreWeights & { readonly alone: number } {
  const {
    hidden,
    steps,
    impulseWeight,
    decay,
    spread,
    leftOut,
    seed = usualSeed,
    onlyLess = false,
  } = settings
  const batch = leftOut > 0 ? 512 : 1024
  const inputs = rows[0]?.values.length ?? 0
  const columns = Array.from({ length: inputs }, (_, n) => n)
  const mean = columns.map(
    n => rows.reduce((sum, { values }) => sum + (values[n] as number), 0) / rows.length,
  )
  const width = columns.map(
    n =>
      Math.sqrt(
        rows.reduce((sum, { values }) => sum + ((values[n] as number) - (mean[n] as number)) ** 2, 0) /
          rows.length,
      ) + 1e-6,
  )
  const scaled = rows.map(({ values }) =>
    Float64Array.from(values, (value, n) =>
      Math.max(-inputReach, Math.min(inputReach, (value - (mean[n] as number)) / (width[n] as number))),
    ),
  )
  // Per hidden unit its inputs' weights, its bias and its way out; then the last bias, and what was said before.
  const unit = inputs + 2
  const random = randomFrom(seed)
  const normal = normalFrom(random)
  const aloneAt = hidden * unit + 1
  const drawn = Float64Array.from({ length: aloneAt }, (_, n) =>
    n % unit === inputs ? (onlyLess ? 0.3 : 0) : (n % unit === inputs + 1 ? 0.3 : spread) * normal(),
  )
  const weights = new Float64Array(aloneAt + 1)
  weights.set(drawn)
  weights[hidden * unit] = onlyLess ? 0 : -1
  weights[aloneAt] = 1
  const keepLess = () => {
    for (let at = inputs + 1; at < hidden * unit; at += unit) weights[at] = Math.min(0, weights[at] as number)
  }
  if (onlyLess)
    for (let at = inputs + 1; at < hidden * unit; at += unit) weights[at] = -Math.abs(weights[at] as number)
  const means = new Float64Array(weights.length)
  const squares = new Float64Array(weights.length)
  const inner = new Float64Array(hidden)
  const some = new Float64Array(inputs)
  const seen = (row: Float64Array) => {
    if (leftOut === 0) return row
    for (let i = 0; i < inputs; i++) some[i] = random() < leftOut ? 0 : (row[i] as number)
    return some
  }
  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(weights.length)
    for (let n = 0; n < batch; n++) {
      const index = Math.floor(random() * rows.length)
      const row = seen(scaled[index] as Float64Array)
      const alone = rows[index]?.alone ?? 0
      const share = rows[index]?.share ?? 1
      let sum = (weights[hidden * unit] as number) + alone * (weights[aloneAt] as number)
      for (let k = 0; k < hidden; k++) {
        const at = k * unit
        let value = weights[at + inputs] as number
        for (let i = 0; i < inputs; i++) value += (weights[at + i] as number) * (row[i] as number)
        inner[k] = value
        if (value > 0) sum += share * value * (weights[at + inputs + 1] as number)
      }
      const isImpulse = rows[index]?.isImpulse ?? false
      const counts = (rows[index]?.counts ?? 1) * (isImpulse ? impulseWeight : 1)
      const off = ((1 / (1 + Math.exp(-sum)) - (isImpulse ? 1 : 0)) * counts) / batch
      if (!onlyLess) {
        slope[hidden * unit] = (slope[hidden * unit] as number) + off
        slope[aloneAt] = (slope[aloneAt] as number) + off * alone
      }
      for (let k = 0; k < hidden; k++) {
        const value = inner[k] as number
        if (value <= 0) continue
        const at = k * unit
        const back = off * share * (weights[at + inputs + 1] as number)
        slope[at + inputs + 1] = (slope[at + inputs + 1] as number) + off * share * value
        slope[at + inputs] = (slope[at + inputs] as number) + back
        for (let i = 0; i < inputs; i++) slope[at + i] = (slope[at + i] as number) + back * (row[i] as number)
      }
    }
    const size = firstStep * (1 - step / steps)
    for (let n = 0; n < weights.length; n++) {
      const isBias = n >= hidden * unit || n % unit === inputs
      const pull = (slope[n] as number) + (isBias ? 0 : decay * (weights[n] as number))
      means[n] = keptMean * (means[n] as number) + (1 - keptMean) * pull
      squares[n] = keptSquare * (squares[n] as number) + (1 - keptSquare) * pull * pull
      const [first, second] = [
        (means[n] as number) / (1 - keptMean ** step),
        (squares[n] as number) / (1 - keptSquare ** step),
      ]
      weights[n] = (weights[n] as number) - (size * first) / (Math.sqrt(second) + 1e-8)
    }
    if (onlyLess) keepLess()
  }
  return {
    mean: mean.map(short),
    width: width.map(short),
    hidden: Array.from({ length: hidden }, (_, k) => ({
      bias: short(weights[k * unit + inputs] as number),
      weights: [...weights.subarray(k * unit, k * unit + inputs)].map(short),
      out: short(weights[k * unit + inputs + 1] as number),
    })),
    bias: short(weights[hidden * unit] as number),
    alone: short(weights[aloneAt] as number),
  }
}

const digits = 4

function short(value: number): number {
  return Number(value.toPrecision(digits))
}
