import { contextSignals } from './in-context.ts'

type Signal = (typeof contextSignals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, on the chances that `link-weights.ts` gives. */
const bias = 0.218

const weights: Readonly<Record<Signal, number>> = {
  alone: 0.881,
  before: 1.461,
  after: 1.032,
  acrossParagraphs: 0.559,
  bothBeside: 0.081,
  likelierPartners: -0.842,
}

const inOrder = contextSignals.map(name => weights[name])

/** The chance, 0 to 1, that two statements are about one matter, with what stands around them. */
export function chanceInContext(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
