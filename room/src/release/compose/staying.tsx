import { type Composition, type Incidental, incidentals } from '@sightline/core/release'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { composeModel } from './compose-model.ts'
import { LineInput } from './field-inputs.tsx'
import { ItemList } from './item-list.tsx'

/** What is held back and why, what was looked for and by whom, and what this version says otherwise than the one before. */
export function Staying({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: now } = model.composition
  if (!now) return null
  return (
    <>
      <ItemList
        room={room}
        kind="withheld"
        title={w.withheld}
        none={w.withheldNone}
        items={now.withheld.map(({ what, reason, citation }) => ({
          head: what,
          text: reason,
          more: citation,
        }))}
        onRemove={at =>
          model.change(before => ({ ...before, withheld: before.withheld.filter((_, n) => n !== at) }))
        }
      />
      <section class="card-section" aria-label={w.lookedFor}>
        <h3>{w.lookedFor}</h3>
        <p class="muted">{w.lookedForLead}</p>
        <div class="looked-for">
          {incidentals.map(what => (
            <LineInput
              key={what}
              {...{ room, id: what, label: w.lookedBy(w.incidentals[what]) }}
              value={now.lookedFor.find(each => each.what === what)?.by ?? null}
              onChange={by => model.change(before => lookedBy(before, what, by))}
            />
          ))}
        </div>
      </section>
      <Changes room={room} now={now} />
    </>
  )
}

function lookedBy(now: Composition, what: Incidental, by: string): Composition {
  const others = now.lookedFor.filter(each => each.what !== what)
  return { ...now, lookedFor: by === '' ? others : [...others, { what, by }] }
}

function Changes({ room, now }: { readonly room: Room; readonly now: Composition }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: check } = model.check
  if (room.source.state.value.sealedReleases.length === 0)
    return (
      <section class="card-section" aria-label={w.changes}>
        <h3>{w.changes}</h3>
        <p class="muted">{w.changesFirst}</p>
      </section>
    )
  const counted = check?.changes ?? null
  const explained = new Set(now.gone.map(({ what }) => what))
  const isSame = counted !== null && Object.values(counted).every(titles => titles.length === 0)
  return (
    <>
      <section class="card-section" aria-label={w.changes}>
        <h3>{w.changes}</h3>
        <LineInput
          {...{ room, id: 'changes', label: w.changesWords, value: now.changes, isLong: true }}
          onChange={changes => model.change(before => ({ ...before, changes: changes || null }))}
        />
        <h4>{w.changesCounted}</h4>
        {isSame && <p class="muted">{w.nothingChanged}</p>}
        {counted && (
          <dl class="card-facts">
            {(['added', 'removed', 'replaced'] as const)
              .filter(each => counted[each].length > 0)
              .map(each => (
                <div key={each}>
                  <dt>{w.changed[each]}</dt>
                  <dd>
                    {counted[each].map(title => (
                      <p key={title}>
                        {title}{' '}
                        {each === 'removed' && !explained.has(title) && (
                          <button
                            type="button"
                            class="link small"
                            data-target={`removed ${title}`}
                            onClick={() => {
                              model.dialog.value = { kind: 'gone', index: null, what: title }
                            }}
                          >
                            {w.sayWhy}
                            <span class="unseen"> {title}</span>
                          </button>
                        )}
                      </p>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </section>
      <ItemList
        room={room}
        kind="gone"
        title={w.gone}
        none={w.goneNone}
        items={now.gone.map(({ what, reason, lastIn }) => ({
          head: what,
          text: reason,
          more: w.goneLastIn(lastIn),
        }))}
        onRemove={at => model.change(before => ({ ...before, gone: before.gone.filter((_, n) => n !== at) }))}
      />
    </>
  )
}
