import { cardsOf } from '../case/cards/index.ts'
import type { CardId, CaseState } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import { plain } from './find.ts'
import type { ShownPerson } from './shown.ts'
import type { Bench } from './statements.ts'

/** Who is named in the accounts that have a column, with the participants of the case file that people have put the same words to. */
export function peopleOf(
  state: CaseState,
  candidates: Candidates | null,
  benches: ReadonlyMap<string, Bench>,
): readonly ShownPerson[] {
  const labels = cardsOf(state, 'label')
  const names = cardsOf(state, 'name')
  return (candidates?.people ?? []).flatMap((person, index): readonly ShownPerson[] => {
    const here = <P extends { readonly account: string }>(places: readonly P[]) =>
      places.flatMap(({ account, ...rest }) => {
        const bench = benches.get(account)
        return bench ? [{ group: bench.group.id, ...rest }] : []
      })
    const named = here(person.named)
    if (named.length === 0) return []
    const called = new Set([person.name, ...named.map(({ name }) => name)].map(plain))
    const files = new Set(
      named.flatMap(({ group }) =>
        [...(benches.get(group)?.group.versions ?? [])].map(({ firstName }) => firstName),
      ),
    )
    const participants = new Set<CardId>([
      // An outlet's words for somebody count for that outlet's account: "the boy" is another boy elsewhere.
      ...labels
        .filter(({ said }) => called.has(plain(said.words)) && (said.file === null || files.has(said.file)))
        .map(({ said }) => said.participant),
      ...names.filter(({ said }) => called.has(plain(said.name))).map(({ said }) => said.participant),
    ])
    const ages = here(person.ages)
    return [
      {
        ...{
          key: `person ${index} ${person.name}`,
          name: person.name,
          named,
          mentions: here(person.mentions),
        },
        ...{ ages, isMinor: ages.some(({ age }) => age < 18), participants: [...participants] },
      },
    ]
  })
}
