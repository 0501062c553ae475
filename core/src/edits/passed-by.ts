/** Runs that a moving camera makes look reversed: it comes by a place again the other way, and frames of either time can be laid over each other for as long as that takes. */

interface Run {
  readonly from: number
  readonly to: number
  readonly line: { readonly rate: number }
}

/** Runs without those that play backwards amid at least as many frames of their shot of which no run tells. What a film reverses, it reverses for as long as it shows it. */
export function withoutPassedBy<Each extends Run>(
  runs: readonly Each[],
  shots: readonly number[],
): readonly Each[] {
  return runs.filter(run => run.line.rate >= 0 || untoldAround(run, runs, shots) < run.to - run.from)
}

function untoldAround(run: Run, runs: readonly Run[], shots: readonly number[]): number {
  const n = shots.findLastIndex(each => each <= (run.from + run.to) >> 1)
  const [from, to] = [shots[n] as number, shots[n + 1] as number]
  let untold = 0
  for (let frame = from; frame < to; frame++)
    if (!runs.some(each => each.from <= frame && frame < each.to)) untold++
  return untold
}
