import { cardsOf } from '../case/cards/index.ts'
import type { CardId, CaseState } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import { plain } from './find.ts'
import type { Column, ShownDescribed, ShownLabel, ShownPerson } from './shown.ts'
import type { Bench } from './statements.ts'
import { nameOfAccount } from './told.ts'

/** Who is named in the accounts that have a column, with the participants of the case file that people have put the same words to. */
export function peopleOf(
  state: CaseState,
  candidates: Candidates | null,
  benches: ReadonlyMap<string, Bench>,
): readonly ShownPerson[] {
  const put = putBy(state)
  return (candidates?.people ?? []).flatMap((person, index): readonly ShownPerson[] => {
    const here = <P extends { readonly account: string }>(places: readonly P[]) =>
      places.flatMap(({ account, ...rest }) => {
        const bench = benches.get(account)
        return bench ? [{ group: bench.group.id, ...rest }] : []
      })
    const named = here(person.named)
    if (named.length === 0) return []
    const called = new Set([person.name, ...named.map(({ name }) => name)].map(plain))
    const files = new Set(named.flatMap(({ group }) => filesOf(benches.get(group))))
    const ages = here(person.ages)
    return [
      {
        ...{
          key: `person ${index} ${person.name}`,
          name: person.name,
          named,
          mentions: here(person.mentions),
        },
        ...{ ages, isMinor: ages.some(({ age }) => age < 18), ...put(called, files) },
      },
    ]
  })
}

/**
 * Who or what accounts tell by description: heads of chains that are nobody's name, and words that people have put to a participant
 * whom no account names.
 */
export function describedOf(
  state: CaseState,
  people: readonly ShownPerson[],
  columns: readonly Column[],
  benches: ReadonlyMap<string, Bench>,
): readonly ShownDescribed[] {
  const put = putBy(state)
  const named = new Set(people.flatMap(({ participants }) => participants))
  return columns.flatMap(column => {
    const { group } = column
    const files = new Set(filesOf(benches.get(group.id)))
    const sources = sourcesIn(column, people)
    for (const { said } of cardsOf(state, 'label')) {
      if (said.file === null || !files.has(said.file) || named.has(said.participant)) continue
      const statements = column.statements.filter(({ start, end }) =>
        plain(column.text.slice(start, end)).includes(plain(said.words)),
      )
      if (statements.length > 0 && !sources.has(plain(said.words)))
        sources.set(plain(said.words), { words: said.words, statements })
    }
    return [...sources].map(([key, each]) => ({
      ...{ key: `described ${group.id.slice(0, 16)} ${key}`, group: group.id, ...each },
      ...put(new Set([key]), files),
    }))
  })
}

type Described = Pick<ShownDescribed, 'words' | 'statements'>

/** The sources without a name of one account, by their words, in the order of the text. */
function sourcesIn(
  { group, statements, quotes }: Column,
  people: readonly ShownPerson[],
): Map<string, Described> {
  const surnames = new Set(
    people.flatMap(({ named }) =>
      named.flatMap(({ group: of, name }) => (of === group.id ? [plain(name).split(' ').at(-1)] : [])),
    ),
  )
  const itself = plain(nameOfAccount(group.shown))
  const sources = new Map<string, Described>()
  for (const statement of [...statements, ...quotes].sort((one, two) => one.start - two.start)) {
    const [words] = statement.source?.chain ?? []
    if (words === undefined) continue
    const key = plain(words)
    if (key === itself || surnames.has(key.split(' ').at(-1))) continue
    sources.set(key, { words, statements: [...(sources.get(key)?.statements ?? []), statement] })
  }
  return sources
}

const filesOf = (bench: Bench | undefined) => (bench?.group.versions ?? []).map(({ firstName }) => firstName)

/** The participants to whom people have put any of some words, as used in some files, and all else that is put to them. */
function putBy(state: CaseState) {
  const labels = cardsOf(state, 'label')
  const names = cardsOf(state, 'name')
  return (
    called: ReadonlySet<string>,
    files: ReadonlySet<string>,
  ): { readonly participants: readonly CardId[]; readonly labels: readonly ShownLabel[] } => {
    const participants = new Set<CardId>([
      // An outlet's words for somebody count for that outlet's account: "the boy" is another boy elsewhere.
      ...labels
        .filter(({ said }) => called.has(plain(said.words)) && (said.file === null || files.has(said.file)))
        .map(({ said }) => said.participant),
      ...names.filter(({ said }) => called.has(plain(said.name))).map(({ said }) => said.participant),
    ])
    return {
      participants: [...participants],
      labels: labels
        .filter(({ said }) => participants.has(said.participant))
        .map(({ id, rev, said: { words, usedBy, participant } }) => ({
          card: id,
          rev,
          words,
          usedBy,
          participant,
        })),
    }
  }
}
