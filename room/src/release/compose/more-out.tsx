import { cardsNaming, cardsOf, type KnownCard } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { namedSounds } from '@sightline/core/listening'
import { exportKinds } from '@sightline/core/release'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { listeningWords } from '../../strings/listening-words.ts'
import { timeText } from '../../time-text.ts'
import { composeModel } from './compose-model.ts'
import { CheckInput, ChoiceInput } from './field-inputs.tsx'

/** Moments, transcripts, named sounds, the case file, and the files that readers take along. */
export function MoreOut({ room }: { readonly room: Room }) {
  return (
    <div class="two-clocks">
      <MomentsOut room={room} />
      <div class="compose-stack">
        <CaseFileOut room={room} />
        <TranscriptsOut room={room} />
        <SoundsOut room={room} />
        <ExportsOut room={room} />
      </div>
    </div>
  )
}

function MomentsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const chosen = model.composition.value?.moments ?? null
  const all = room.marks.all.value.filter(({ moment }) => moment.withdrawn === null)
  return (
    <section class="card-section" aria-label={w.moments}>
      <h3>
        {w.moments} <span class="count">{w.chosen(chosen?.length ?? all.length, all.length)}</span>
      </h3>
      {all.length === 0 ? (
        <p class="muted">{w.momentsNone}</p>
      ) : (
        <ChoiceInput
          label={w.moments}
          value={chosen === null ? 'all' : 'chosen'}
          options={[
            ['all', w.momentsAll],
            ['chosen', w.momentsChosen],
          ]}
          onChange={which =>
            model.change(now => ({
              ...now,
              moments: which === 'all' ? null : all.map(({ moment }) => moment.id),
            }))
          }
        />
      )}
      {chosen !== null && (
        <ul class="outgoing">
          {all.map(({ moment, on }) => (
            <li key={moment.id} class="outgoing-head">
              <CheckInput
                label={`${on === null ? '–' : timeText(on.from)}  ${moment.name}`}
                isChecked={chosen.includes(moment.id)}
                onChange={isOut =>
                  model.change(now => ({
                    ...now,
                    moments: isOut
                      ? [...(now.moments ?? []), moment.id]
                      : (now.moments ?? []).filter(id => id !== moment.id),
                  }))
                }
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function CaseFileOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: state } = room.source.state
  const claims = cardsOf(state, 'claim')
  const { caseFile: isOut = false, staying = [] } = model.composition.value ?? {}
  const choose = (id: string, goesOut: boolean) =>
    model.change(now => {
      const others = (now.staying ?? []).filter(each => each !== id)
      return { ...now, staying: goesOut ? others : [...others, id] }
    })
  return (
    <section class="card-section" aria-label={w.caseFile}>
      <h3>{w.caseFile}</h3>
      <CheckInput
        label={w.caseFileOut}
        isChecked={isOut}
        onChange={caseFile => model.change(now => ({ ...now, caseFile }))}
      />
      <p class="muted">{w.caseFileCounts(claims.length, cardsOf(state, 'finding').length)}</p>
      {isOut && claims.length > 0 && (
        <ul class="outgoing">
          {claims.map(claim => (
            <li key={claim.id} data-out={!staying.includes(claim.id)}>
              <CheckInput
                label={titleOf(state, claim as unknown as KnownCard)}
                isChecked={!staying.includes(claim.id)}
                onChange={goesOut => choose(claim.id, goesOut)}
              />
              {!staying.includes(claim.id) && (
                <ul class="outgoing-findings">
                  {cardsNaming(state, claim.id, 'finding').map(finding => (
                    <li key={finding.id}>
                      <CheckInput
                        label={w.findingOf(titleOf(state, finding as unknown as KnownCard))}
                        isChecked={!staying.includes(finding.id)}
                        onChange={goesOut => choose(finding.id, goesOut)}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function TranscriptsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { transcripts, transcriptLayers } = room.source.state.value
  const settled = [...transcriptLayers.values()].filter(
    ({ kind, withdrawn }) => kind === 'settled' && withdrawn === null,
  )
  const going = new Map(model.composition.value?.recordings.map(each => [each.recording, each.title]))
  const all = [...transcripts.values()].filter(
    ({ withdrawn, recording }) => withdrawn === null && going.has(recording),
  )
  const chosen = model.composition.value?.transcripts ?? null
  return (
    <section class="card-section" aria-label={w.transcripts}>
      <h3>
        {w.transcripts} <span class="count">{w.chosen(chosen?.length ?? all.length, all.length)}</span>
      </h3>
      <p class="muted">{w.transcriptsLead(settled.length)}</p>
      {all.length > 0 && (
        <ChoiceInput
          label={w.transcripts}
          value={chosen === null ? 'all' : 'chosen'}
          options={[
            ['all', w.transcriptsAll],
            ['chosen', w.transcriptsChosen],
          ]}
          onChange={which =>
            model.change(now => ({ ...now, transcripts: which === 'all' ? null : all.map(({ id }) => id) }))
          }
        />
      )}
      {chosen !== null && (
        <ul class="outgoing">
          {all.map(({ id, recording, language }) => {
            const count = settled.filter(({ transcript }) => transcript === id).length
            return (
              <li key={id} class="outgoing-head">
                <CheckInput
                  label={w.transcriptOf(going.get(recording) ?? '', language, id, count)}
                  isChecked={chosen.includes(id)}
                  onChange={isOut =>
                    model.change(now => {
                      const others = (now.transcripts ?? []).filter(each => each !== id)
                      return { ...now, transcripts: isOut ? [...others, id] : others }
                    })
                  }
                />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function SoundsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const words = listeningWords.value.impulses
  const model = composeModel(room)
  const going = new Set(model.composition.value?.recordings.map(({ recording }) => recording))
  const all = namedSounds(room.source.state.value).filter(({ label }) =>
    label.hearings.some(({ recording }) => going.has(recording)),
  )
  // Compositions from before there was this choice let none go.
  const chosen = model.composition.value?.sounds
  const count = chosen === null ? all.length : (chosen?.length ?? 0)
  return (
    <section class="card-section" aria-label={w.sounds}>
      <h3>
        {w.sounds} <span class="count">{w.chosen(count, all.length)}</span>
      </h3>
      <p class="muted">{w.soundsLead(all.length)}</p>
      {all.length > 0 && (
        <ChoiceInput
          label={w.sounds}
          value={chosen === null ? 'all' : count === 0 ? 'none' : 'chosen'}
          options={[
            ['all', w.soundsAll],
            ['chosen', w.soundsChosen],
            ['none', w.soundsNone],
          ]}
          onChange={which =>
            model.change(now => ({
              ...now,
              sounds: which === 'all' ? null : which === 'none' ? [] : all.map(({ label }) => label.id),
            }))
          }
        />
      )}
      {chosen != null && count > 0 && (
        <ul class="outgoing">
          {all.map(({ label, hearings }) => (
            <li key={label.id} class="outgoing-head">
              <CheckInput
                label={`${timeText(hearings[0].at)}  ${[words.kinds[label.is], label.words].filter(Boolean).join(' · ')}`}
                isChecked={chosen.includes(label.id)}
                onChange={isOut =>
                  model.change(now => {
                    const others = (now.sounds ?? []).filter(each => each !== label.id)
                    return { ...now, sounds: isOut ? [...others, label.id] : others }
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ExportsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: composition } = model.composition
  return (
    <section class="card-section" aria-label={w.exports}>
      <h3>{w.exports}</h3>
      <div class="checks">
        {exportKinds.map(kind => (
          <CheckInput
            key={kind}
            label={w.exportKinds[kind]}
            isChecked={composition?.exports.includes(kind) === true}
            onChange={isOut =>
              model.change(now => ({
                ...now,
                exports: exportKinds.filter(each => (each === kind ? isOut : now.exports.includes(each))),
              }))
            }
          />
        ))}
        <CheckInput
          label={w.smallCopies}
          isChecked={composition?.smallCopies === true}
          onChange={smallCopies => model.change(now => ({ ...now, smallCopies }))}
        />
      </div>
    </section>
  )
}
