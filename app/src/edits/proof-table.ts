import { type ProofFrame, proofSum } from '@sightline/core/conform'

/** What a proof came to, in one sentence. */
export function proofSentence(frames: readonly ProofFrame[]): string {
  const sum = proofSum(frames)
  if (!sum) return 'No frame of the film was made again: none comes from the recordings.'
  return `Made again from the recordings: ${sum.made} of ${frames.length} frames. What remains is ${sum.mean.toFixed(2)} of 255 in the mean, and at most ${(sum.worst.mean ?? 0).toFixed(2)} at frame ${sum.worst.frame}.${sum.drawnOver > 0 ? ` Of ${sum.drawnOver} of them a part is drawn over, which no recording tells: it is not compared.` : ''}`
}

/** What remains at each frame of a film, as rows for a spreadsheet. */
export function proofTable(
  frames: readonly ProofFrame[],
  nameOf: (raw: string) => string,
): readonly (readonly string[])[] {
  const number = (value: number | null, digits: number) => (value === null ? '' : value.toFixed(digits))
  return [
    [
      ...['film frame', 'film time (s)', 'recording', 'recording frame', 'mean left (of 255)'],
      ...['share of pixels left beyond 24', 'share of the picture covered', 'gain', 'lift'],
      ...['share drawn over and not compared', 'made like the film by'],
    ],
    ...frames.map(({ frame, at, raw, rawFrame, mean, share, covered, gain, lift, ...more }) => [
      ...[String(frame), (at / 1e6).toFixed(6), raw === null ? 'none' : nameOf(raw)],
      ...[rawFrame === null ? '' : String(rawFrame), number(mean, 3), number(share, 4)],
      ...[number(covered, 4), number(gain, 3), number(lift, 2)],
      ...[number(more.drawn ?? null, 4), (more.by ?? []).join(' ')],
    ]),
  ]
}
