import type { AccountId } from '@sightline/core/case'
import type { ShownCalling, ShownDescribed, ShownPerson } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn } from './accounts-model.ts'
import { PutTo } from './put-to.tsx'

/** Who the accounts name, by whom they are named, what ages are stated, and which participants of the case file they are. */
export function PeoplePanel({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value.voices
  const { people, described } = model.view.value
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
      {described.length > 0 && (
        <>
          <h4>{w.describedTitle}</h4>
          <p class="muted small">{w.describedWhat}</p>
          {[...new Set(described.map(({ group }) => group))].map(group => (
            <section key={group} class="person-named">
              <p class="of-account">{nameOf(model, group)}</p>
              <ul>
                {described
                  .filter(each => each.group === group)
                  .map(each => (
                    <li key={each.key}>
                      <DescribedView model={model} described={each} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  )
}

/** A source told by description: where it first speaks, and whom people say it is. */
function DescribedView({
  model,
  described,
}: {
  readonly model: AccountsModel
  readonly described: ShownDescribed
}) {
  const { group, words, statements } = described
  return (
    <div class="described small">
      <button
        type="button"
        class="link"
        onClick={() => {
          model.beside.value = { kind: 'account', group, statement: statements[0]?.key ?? null }
        }}
      >
        {accountsWords.value.voices.words(words)}
      </button>{' '}
      <PutTo model={model} of={{ ...described, name: words, named: [{ group, name: words }] }} />
    </div>
  )
}

function nameOf(model: AccountsModel, group: AccountId): string {
  const column = columnIn(model, group)
  return column ? accountName(column.group.shown) : ''
}

function PersonView({ model, person }: { readonly model: AccountsModel; readonly person: ShownPerson }) {
  const w = accountsWords.value.voices
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
                {w.namedIn(name, nameOf(model, group))}
              </button>{' '}
              <span class="muted">{roles.join(', ')}</span>
            </li>
          )
        })}
        {ages.map(({ group, start, age }) => (
          <li key={`${group} ${start}`}>{w.age(age, nameOf(model, group))}</li>
        ))}
      </ul>
      {new Set(ages.map(({ age }) => age)).size > 1 && <p class="small">{w.agesDiffer}</p>}
      <PutTo model={model} of={person} />
      <MaybeCalled model={model} person={person} />
    </section>
  )
}

/** Words without a name that may mean this person, each a candidate with what it rests on. */
function MaybeCalled({ model, person }: { readonly model: AccountsModel; readonly person: ShownPerson }) {
  const w = accountsWords.value.voices
  const here = model.view.value.callings.filter(each => each.person === person.key)
  if (here.length === 0) return null
  return (
    <ul class="small" aria-label={w.maybe(person.name)}>
      {here.map(calling => (
        <li key={calling.key}>
          <button type="button" class="link" onClick={() => openFirst(model, calling.group, calling.places)}>
            {w.namedIn(calling.words, nameOf(model, calling.group))}
          </button>{' '}
          <span class="muted">
            {calling.isSure ? w.maybeSure : w.maybeOpen}{' '}
            {[...calling.why, ...calling.against].map(({ kind, of }) => w.maybeWhy[kind](of)).join('; ')}
          </span>{' '}
          {model.room.source.can.command && <Decide model={model} person={person} calling={calling} />}
        </li>
      ))}
    </ul>
  )
}

/** Says that the words mean the person, or that they do not. */
function Decide({ model, person, calling }: DecideProps) {
  const w = accountsWords.value.voices
  const { group, words } = calling
  return (
    <>
      <button
        type="button"
        class="link"
        onClick={() => {
          const named = [...person.named, { group, name: words }]
          model.asking.value = { kind: 'participant', person: { ...person, named } }
        }}
      >
        {w.maybePut(words, person.name)}
      </button>{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          model.asking.value = { kind: 'not-meant', calling, name: person.name }
        }}
      >
        {w.maybeNot(words, person.name)}
      </button>
    </>
  )
}

interface DecideProps {
  readonly model: AccountsModel
  readonly person: ShownPerson
  readonly calling: ShownCalling
}

function openFirst(model: AccountsModel, group: string, places: ShownPerson['mentions']): void {
  const at = places[0]
  const statement =
    at && columnIn(model, group)?.statements.find(({ start, end }) => start <= at.start && end >= at.end)
  model.beside.value = { kind: 'account', group, statement: statement?.key ?? null }
}
