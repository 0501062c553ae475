import type { ProofFrame } from '@sightline/core/conform'

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
    ],
    ...frames.map(({ frame, at, raw, rawFrame, mean, share, covered, gain, lift }) => [
      ...[String(frame), (at / 1e6).toFixed(6), raw === null ? 'none' : nameOf(raw)],
      ...[rawFrame === null ? '' : String(rawFrame), number(mean, 3), number(share, 4)],
      ...[number(covered, 4), number(gain, 3), number(lift, 2)],
    ]),
  ]
}
