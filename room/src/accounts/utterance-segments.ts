import type { ShownUtterance } from '@sightline/core/side-by-side'

type Words = Extract<ShownUtterance['pieces'][number], { readonly kind: 'words' }>

/** A stretch of a stitched utterance as it is shown: words, words that accounts give differently at one place, or a gap. */
export type UtteranceSegment =
  | { readonly kind: 'words'; readonly ways: readonly [Words] }
  | { readonly kind: 'fork'; readonly ways: readonly Words[] }
  | { readonly kind: 'gap' }

/** Neighbouring pieces that no account shares are what accounts give differently at one place. Pure; no piece is lost. */
export function utteranceSegments({ pieces }: Pick<ShownUtterance, 'pieces'>): readonly UtteranceSegment[] {
  const segments: UtteranceSegment[] = []
  let ways: Words[] = []
  const flush = () => {
    const [only] = ways
    if (only) segments.push(ways.length === 1 ? { kind: 'words', ways: [only] } : { kind: 'fork', ways })
    ways = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'gap') {
      flush()
      segments.push(piece)
      continue
    }
    if (ways.some(({ groups }) => groups.some(group => piece.groups.includes(group)))) flush()
    ways.push(piece)
  }
  flush()
  return segments
}
