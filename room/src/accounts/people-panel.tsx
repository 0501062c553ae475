import { cardOf } from '@sightline/core/case/cards'
import { oneWith } from '@sightline/core/case-file'
import type { ShownPerson } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn } from './accounts-model.ts'

/** Who the accounts name, by whom they are named, what ages are stated, and which participants of the case file they are. */
export function PeoplePanel({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value.voices
  const { people } = model.view.value
  const isOld = model.candidates.value !== null && model.candidates.value.people === undefined
  return (
    <div class="beside-body">
      <p class="muted small">{w.peopleWhat}</p>
      {people.length === 0 && <p>{isOld ? w.notYet : w.peopleNone}</p>}
      <ul class="people-named">
        {people.map(person => (
          <li key={person.key}>
            <PersonView model={model} person={person} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function PersonView({ model, person }: { readonly model: AccountsModel; readonly person: ShownPerson }) {
  const w = accountsWords.value.voices
  const nameOf = (group: string) => {
    const column = columnIn(model, group)
    return column ? accountName(column.group.shown) : ''
  }
  const ages = [...new Map(person.ages.map(each => [`${each.group} ${each.age}`, each])).values()]
  return (
    <section class="person-named">
      <h4>
        {person.name} {person.isMinor && <span class="minor-sign">{w.minor}</span>}
      </h4>
      <ul class="small">
        {person.named.map(({ group, name, roles }) => {
          const places = person.mentions.filter(each => each.group === group)
          return (
            <li key={`${group} ${name}`}>
              <button type="button" class="link" onClick={() => openFirst(model, group, places)}>
                {w.namedIn(name, nameOf(group))}
              </button>{' '}
              <span class="muted">{roles.join(', ')}</span>
            </li>
          )
        })}
        {ages.map(({ group, start, age }) => (
          <li key={`${group} ${start}`}>{w.age(age, nameOf(group))}</li>
        ))}
      </ul>
      {new Set(ages.map(({ age }) => age)).size > 1 && <p class="small">{w.agesDiffer}</p>}
      <Participants model={model} person={person} />
    </section>
  )
}

/** The participants of the case file that people have put the words to, and those they are said to be one with. */
function Participants({ model, person }: { readonly model: AccountsModel; readonly person: ShownPerson }) {
  const w = accountsWords.value.voices
  const state = model.room.source.state.value
  const told = new Set<string>()
  const lines = person.participants.flatMap(id => {
    if (told.has(id)) return []
    const one = [...oneWith(state, id)].flatMap(each => cardOf(state, each, 'participant') ?? [])
    for (const each of one) told.add(each.id)
    const [first, ...others] = one
    if (!first) return []
    const isMinor = one.some(({ said }) => said.minor === 'yes')
    return [
      [
        w.isParticipant(first.said.role),
        ...others.map(({ said }) => w.sameAs(said.role)),
        ...(isMinor ? [w.isMinorToo] : person.isMinor ? [w.notMarkedMinor] : []),
      ].join(' · '),
    ]
  })
  return (
    <>
      {lines.map(line => (
        <p key={line} class="small">
          {line}
        </p>
      ))}
      {model.room.source.can.command && (
        <button
          type="button"
          class="link small"
          onClick={() => {
            model.asking.value = { kind: 'participant', person }
          }}
        >
          {w.toParticipant}
        </button>
      )}
    </>
  )
}

function openFirst(model: AccountsModel, group: string, places: ShownPerson['mentions']): void {
  const at = places[0]
  const statement =
    at && columnIn(model, group)?.statements.find(({ start, end }) => start <= at.start && end >= at.end)
  model.beside.value = { kind: 'account', group, statement: statement?.key ?? null }
}
