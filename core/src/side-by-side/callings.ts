// Which words of an account may mean somebody whom accounts name: "the driver", where one of them alone is called driver.
import { cardsOf } from '../case/cards/index.ts'
import type { AccountId, CaseState } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import { plain } from './find.ts'
import type { CallingReason, SetAside, ShownCalling, ShownPerson } from './shown.ts'
import type { Bench } from './statements.ts'

/**
 * What else accounts may call the people they name, as the engine suggests. Words that people have put to a participant in that account are
 * left out, and so is what people have set aside. That it is one person is for people to say.
 */
export function callingsOf(
  state: CaseState,
  candidates: Candidates | null,
  people: readonly ShownPerson[],
  benches: ReadonlyMap<AccountId, Bench>,
): { readonly callings: readonly ShownCalling[]; readonly setAside: readonly SetAside[] } {
  const labels = cardsOf(state, 'label')
  const refused = refusedIn(state, benches)
  const callings = (candidates?.roles ?? []).flatMap((role): readonly ShownCalling[] => {
    const bench = benches.get(role.account)
    const name = candidates?.people?.[role.person]?.name
    const person = people.find(({ key }) => key === `person ${role.person} ${name}`)
    if (!bench || !person) return []
    const group = bench.group.id
    const files = new Set(bench.group.versions.map(({ firstName }) => firstName))
    const isPut = labels.some(
      ({ said }) => (said.file === null || files.has(said.file)) && plain(said.words) === plain(role.words),
    )
    if (isPut || refused.keys.has(keyOf(group, role.words, person.name))) return []
    return [
      {
        ...{
          key: `${person.key} ${group} ${plain(role.words)}`,
          person: person.key,
          group,
          words: role.words,
        },
        places: role.places.map(({ start, end }) => ({ group, start, end })),
        ...{ why: role.why.map(reasonOf), against: role.against.map(reasonOf), isSure: role.sure },
      },
    ]
  })
  return { callings, setAside: refused.setAside }
}

const keyOf = (group: AccountId, words: string, name: string) => `${group} ${plain(words)} / ${name}`

/** What people have said not to mean somebody: it holds for the same words wherever that account has them. */
function refusedIn(state: CaseState, benches: ReadonlyMap<AccountId, Bench>) {
  const keys = new Set<string>()
  const setAside: SetAside[] = []
  for (const dismissal of state.dismissals.values()) {
    if (dismissal.withdrawn !== null || dismissal.of.kind !== 'calling') continue
    const { passage, name } = dismissal.of
    const bench = benches.get(passage.account)
    if (!bench) continue
    keys.add(keyOf(bench.group.id, passage.exact, name))
    setAside.push({ dismissal, statement: null, link: null })
  }
  return { keys, setAside }
}

const kinds = ['quote', 'office', 'only', 'kin', 'age', 'act', 'report', 'several', 'called'] as const

/** "office: mayor", as the engine tells it. */
function reasonOf(reason: string): CallingReason {
  const at = reason.indexOf(': ')
  const kind = kinds.find(each => each === reason.slice(0, at))
  return kind ? { kind, of: reason.slice(at + 2) } : { kind: 'other', of: reason }
}
