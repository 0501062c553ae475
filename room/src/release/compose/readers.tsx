import type { Composition } from '@sightline/core/release'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { type ComposeModel, composeModel } from './compose-model.ts'
import { CheckInput, LineInput } from './field-inputs.tsx'
import { ItemList } from './item-list.tsx'

const audiences = ['public', 'press', 'family'] as const
const languages = ['en', 'es'] as const

/** For whom the release is, in which languages, and every word that stands on its cover. */
export function Readers({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: now } = model.composition
  if (!now) return null
  const set = (more: Partial<Composition>) => model.change(before => ({ ...before, ...more }))
  return (
    <>
      <div class="two-clocks">
        <section class="card-section" aria-label={w.cover}>
          <h3>{w.cover}</h3>
          <LineInput
            {...{ room, id: 'title', label: w.releaseTitle, value: now.title, isRequired: true }}
            onChange={title => set({ title })}
          />
          <LineInput
            {...{ room, id: 'organization', label: w.organization, value: now.organization }}
            onChange={organization => set({ organization: organization || null })}
          />
          <LineInput
            {...{ room, id: 'warning', label: w.warning, value: now.warning, isLong: true }}
            hint={w.warningOfCase(room.source.state.value.cover?.warning ?? '')}
            onChange={warning => set({ warning: warning || null })}
          />
        </section>
        <div class="compose-stack">
          <fieldset class="card-section bare">
            <legend>{w.audience}</legend>
            <div class="checks">
              {audiences.map(each => (
                <label key={each} class="check">
                  <input
                    type="radio"
                    name="audience"
                    checked={now.audience === each}
                    onChange={() => set({ audience: each })}
                  />
                  <span>{w.audiences[each]}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset class="card-section bare">
            <legend>{w.languages}</legend>
            <div class="checks">
              {languages.map(each => (
                <CheckInput
                  key={each}
                  label={w.languageNames[each]}
                  isChecked={now.languages.includes(each)}
                  // One language at least: a release without words is none.
                  isDisabled={now.languages.length === 1 && now.languages.includes(each)}
                  onChange={isIn =>
                    set({
                      languages: languages.filter(one => (one === each ? isIn : now.languages.includes(one))),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
          <PeopleTold room={room} model={model} now={now} />
        </div>
      </div>
      <ItemList
        room={room}
        kind="statement"
        title={w.statements}
        none={w.statementsNone}
        items={now.statements.map(({ by, text }) => ({ head: by, text, more: null }))}
        onRemove={at => set({ statements: now.statements.filter((_, n) => n !== at) })}
      />
    </>
  )
}

interface PeopleProps {
  readonly room: Room
  readonly model: ComposeModel
  readonly now: Composition
}

function PeopleTold({ room, model, now }: PeopleProps) {
  const w = composeWords.value
  const people = [...room.source.state.value.people.values()]
  return (
    <section class="card-section" aria-label={w.people}>
      <h3>{w.people}</h3>
      <p class="muted">{w.peopleLead}</p>
      {people.map(({ id, name }) => (
        <LineInput
          key={id}
          {...{ room, id, label: w.toldAs(name ?? id) }}
          value={now.people.find(each => each.person === id)?.as ?? null}
          onChange={as =>
            model.change(before => {
              const others = before.people.filter(each => each.person !== id)
              return { ...before, people: as === '' ? others : [...others, { person: id, as }] }
            })
          }
        />
      ))}
    </section>
  )
}
