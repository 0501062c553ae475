import { isThin, sharedWords } from './grounds.ts'
import { rowKinds, type ShownLink, type ShownStatement } from './shown.ts'
import type { SideBySide } from './side-by-side.ts'

/** A candidate that nobody has looked at: a link that the engine suggests, or a quote whose speaker it does not know for certain. */
export type OpenCandidate =
  | { readonly kind: 'link'; readonly key: string; readonly link: ShownLink }
  | { readonly kind: 'quote'; readonly key: string; readonly quote: ShownStatement }

/**
 * What is left to look at, the most telling first: links by what they are and by how many words they share, then quotes in the order of the
 * text; last the links that rest on at most one shared word.
 */
export function openCandidates({ links, columns }: SideBySide): readonly OpenCandidate[] {
  const open = links
    .filter(({ origin }) => origin.kind === 'candidate')
    .toSorted(
      (x, y) =>
        rowKinds.indexOf(x.relation) - rowKinds.indexOf(y.relation) || sharedWords(y) - sharedWords(x),
    )
    .map(link => ({ kind: 'link', key: `link ${link.key}`, link }) as const)
  const isLast = ({ link }: (typeof open)[number]) => isThin(link)
  const quotes = columns.flatMap(column =>
    column.quotes
      .filter(({ origin, source }) => origin.kind === 'candidate' && source?.certainty !== 'certain')
      .map(quote => ({ kind: 'quote', key: quote.key, quote }) as const),
  )
  return [...open.filter(each => !isLast(each)), ...quotes, ...open.filter(isLast)]
}
