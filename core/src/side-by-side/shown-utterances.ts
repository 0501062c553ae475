import type { Candidates } from './candidates.ts'
import type { ShownUtterance } from './shown.ts'
import type { Bench } from './statements.ts'

/**
 * What may be one utterance, put together from its excerpts in the accounts that have a column. Words that only an account without one
 * quotes leave a gap; what is left of one account alone is no utterance told by several.
 */
export function utterancesOf(
  candidates: Candidates | null,
  benches: ReadonlyMap<string, Bench>,
): readonly ShownUtterance[] {
  return (candidates?.utterances ?? []).flatMap((utterance): readonly ShownUtterance[] => {
    const excerpts = utterance.excerpts.flatMap(({ account, start, end }) => {
      const bench = benches.get(account)
      return bench ? [{ group: bench.group.id, start, end }] : []
    })
    const [first] = excerpts
    if (!first || new Set(excerpts.map(({ group }) => group)).size < 2) return []
    const pieces: ShownUtterance['pieces'][number][] = []
    for (const piece of utterance.pieces) {
      const groups =
        piece.kind === 'words'
          ? [...new Set(piece.accounts.flatMap(id => benches.get(id)?.group.id ?? []))]
          : []
      if (piece.kind === 'words' && groups.length > 0)
        pieces.push({ kind: 'words', text: piece.text, groups })
      else if (pieces.at(-1)?.kind !== 'gap') pieces.push({ kind: 'gap' })
    }
    if (pieces.at(-1)?.kind === 'gap') pieces.pop()
    if (pieces[0]?.kind === 'gap') pieces.shift()
    return [{ key: `${first.group.slice(0, 16)} utterance ${first.start}-${first.end}`, excerpts, pieces }]
  })
}
