// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these are fitted, whatever they come near to.
// biome-ignore-all lint/style/noExcessiveLinesPerFile: a table.
// Written by `scripts/listening/train-score.ts under`; what their inputs are, under-score.ts says.
export const underWeights = {
  mean: [2.566, 0.2295, 3.232, 1.062],
  width: [2.755, 3.175, 1.932, 4.495],
  hidden: [
    { bias: 0.3259, weights: [0.5902, -1.366, 0.03627, 0.8243], out: -1.467 },
    { bias: -0.5754, weights: [-0.692, -0.7643, -0.09078, -0.3186], out: -0.9723 },
    { bias: 0.7048, weights: [0.4613, 0.8066, 0.4359, 0.5211], out: 0.6954 },
    { bias: 1.172, weights: [0.8411, 1.212, 0.1413, -0.6179], out: 1.188 },
  ],
  bias: -0.2166,
}
