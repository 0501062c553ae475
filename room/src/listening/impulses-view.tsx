import { useCallback, useEffect, useRef } from 'preact/hooks'
import { usePageKeys } from '../accounts/page-keys.ts'
import { clockName } from '../panels/choices.tsx'
import { agentName } from '../panels/placement-words.ts'
import { Tick } from '../panels/tick.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { impulseKey, setEnd } from './impulse-keys.ts'
import { impulseName } from './impulse-words.ts'
import {
  type ImpulseOrder,
  type ImpulsesModel,
  impulseOrders,
  impulsesModelOf,
  isByHand,
  type ListedImpulse,
  mostOf,
  soundAtPlayhead,
} from './impulses-model.ts'
import { IntervalView } from './interval-view.tsx'
import { KeysList } from './keys-list.tsx'
import { LabelDialog } from './label-dialog.tsx'
import type { ListeningModel } from './listening-model.ts'
import { MeasuredView } from './measured-view.tsx'
import { OnsetView } from './onset-view.tsx'

/** Sharp sounds: the candidates, all microphones at one of them, what people say it was, and the time between two. */
export function ImpulsesView({ model: listening }: { readonly model: ListeningModel }) {
  const model = impulsesModelOf(listening)
  const w = listeningWords.value.impulses
  const current = model.current.value
  usePageKeys(useCallback((key: string) => impulseKey(model, key), [model]))
  return (
    <div class="impulses-part">
      <div class="impulses-side">
        <Head model={model} />
        {model.results.value === null ? (
          <p class="listening-note muted" role="status">
            {w.coming}
          </p>
        ) : model.shown.value.length === 0 ? (
          <p class="listening-note">{w.none}</p>
        ) : (
          <ol class="impulse-list" aria-label={w.list}>
            {model.shown.value.map(each => (
              <Item key={each.key} model={model} listed={each} isCurrent={each === current} />
            ))}
          </ol>
        )}
        <IntervalView model={model} />
      </div>
      {current && <OnsetView key={current.key} model={model} listed={current} />}
      {model.labelling.value && (
        <LabelDialog
          model={model}
          listed={model.labelling.value}
          onClose={() => {
            model.labelling.value = null
          }}
        />
      )}
    </div>
  )
}

function Head({ model }: { readonly model: ImpulsesModel }) {
  const w = listeningWords.value.impulses
  // What a person marked by hand is no candidate.
  const found = model.all.value.filter(({ hearings }) => hearings.some(({ impulse }) => impulse !== null))
  const strong = found.filter(each => !each.isWeak)
  const shared = strong.filter(({ microphones }) => microphones > 1).length
  const weak = found.length - strong.length
  const named = model.all.value.filter(({ label }) => label !== null).length
  const { can, state } = model.listening.room.source
  // What goes out is what people named; candidates, and what was measured of recordings, stay in the case.
  const isReleased = !can.hear
  const { recordings } = state.value
  // Bound to the recording that it stands for, a copy counts with that; until then it is told.
  const copies = [
    ...new Set(strong.flatMap(({ hearings }) => hearings.map(({ recording }) => recording))),
  ].filter(id => {
    const recording = recordings.get(id)
    return recording?.provenance.receivedAs === 'published-copy' && !recording.standIn
  }).length
  const methods = new Set(
    [...(model.results.value?.values() ?? [])].map(each => w.method(each.method, each.version)),
  )
  return (
    <div class="impulses-head">
      <p class="small muted">{isReleased ? w.leadReleased : w.lead}</p>
      <OnClock model={model} />
      <p>{isReleased ? w.named(named) : w.count(strong.length, shared)}</p>
      {shared > 0 && copies > 0 && <p class="small">{w.copies(copies)}</p>}
      {methods.size > 0 && <p class="small muted">{[...methods].join('; ')}</p>}
      {shared > 0 && (
        <label class="row small">
          <input
            type="checkbox"
            checked={model.isSharedOnly.value}
            onChange={event => {
              model.isSharedOnly.value = event.currentTarget.checked
            }}
          />
          {w.sharedOnly}
        </label>
      )}
      {weak > 0 && (
        <label class="row small">
          <input
            type="checkbox"
            checked={model.isWeakShown.value}
            onChange={event => {
              model.isWeakShown.value = event.currentTarget.checked
            }}
          />
          {w.weak(weak)}
        </label>
      )}
      {found.length > 1 && (
        <div class="row">
          <Louder model={model} />
          <Order model={model} />
        </div>
      )}
      {model.order.value === 'score' && <p class="small muted">{w.scoreHint}</p>}
      {can.command && (
        <button
          type="button"
          class="link small"
          onClick={() => {
            const sound = soundAtPlayhead(model)
            if (sound) model.labelling.value = sound
            else model.listening.room.speaker.tell(w.noSoundHere)
          }}
        >
          {w.markHere}
        </button>
      )}
      {can.takeAway && named > 0 && (
        <button
          type="button"
          class="link small"
          onClick={() => {
            model.listening.dialog.value = { kind: 'take-sounds' }
          }}
        >
          {w.away}
        </button>
      )}
      <MeasuredView model={model} />
      <KeysList list={w.keys} />
    </div>
  )
}

const levels = [-40, -30, -20, -10] as const

/** Only what is so loud, and how much of it that leaves. */
function Louder({ model }: { readonly model: ImpulsesModel }) {
  const w = listeningWords.value.impulses
  const n = numbers.value
  const shown = model.shown.value.length
  const all = model.all.value.filter(
    ({ isWeak, label }) => !isWeak || label !== null || model.isWeakShown.value,
  ).length
  return (
    <div class="row small">
      <span aria-hidden="true">{w.least}</span>
      <select
        class="compact"
        aria-label={w.least}
        value={model.leastDbfs.value ?? ''}
        onChange={({ currentTarget: { value } }) => {
          model.leastDbfs.value = value === '' ? null : Number(value)
        }}
      >
        <option value="">{w.anyLevel}</option>
        {levels.map(level => (
          <option key={level} value={level}>
            {w.levelFrom(n.decimals(level, 0))}
          </option>
        ))}
      </select>
      <span class="muted" role="status">
        {shown < all ? w.shownOf(shown, all) : ''}
      </span>
    </div>
  )
}

/** What stands first in the list. */
function Order({ model }: { readonly model: ImpulsesModel }) {
  const w = listeningWords.value.impulses
  return (
    <label class="row small">
      <span>{w.order}</span>
      <select
        class="compact"
        value={model.order.value}
        onChange={event => {
          model.order.value = event.currentTarget.value as ImpulseOrder
        }}
      >
        {impulseOrders.map(each => (
          <option key={each} value={each}>
            {w.orders[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Whose times these are: a choice where something was found on more than one clock. */
function OnClock({ model }: { readonly model: ImpulsesModel }) {
  const { room } = model.listening
  const [clock, clocks] = [model.clock.value, model.clocks.value]
  if (clock === null || clocks.length < 2) return null
  return (
    <label class="labelled">
      <span>{listeningWords.value.impulses.onClock}</span>
      <select
        class="compact"
        value={clock.id}
        onChange={event => {
          room.session.chosenClock.value = event.currentTarget.value
          model.ends.value = { from: null, to: null }
        }}
      >
        {clocks.map(each => (
          <option key={each.id} value={each.id}>
            {clockName(room, each)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface ItemProps {
  readonly model: ImpulsesModel
  readonly listed: ListedImpulse
  readonly isCurrent: boolean
}

function Item({ model, listed, isCurrent }: ItemProps) {
  const w = listeningWords.value.impulses
  const n = numbers.value
  const { room } = model.listening
  const { label, hearings } = listed
  const [first] = hearings
  const score = model.order.value === 'score' ? mostOf(listed, 'score') : null
  const level = mostOf(listed, 'levelDbfs')
  const about = [
    listed.errorMs === null ? w.errorUnknown : w.error(n.ms(listed.errorMs)),
    w.heardBy(listed.microphones),
    ...(level !== null ? [w.level(n.decimals(level, 1))] : isByHand(listed) ? [w.byHand] : []),
    ...(score === null ? [] : [w.score(n.decimals(score, 2))]),
    ...(hearings.some(({ impulse }) => impulse?.isClipped) ? [w.clipped] : []),
    ...(first?.impulse && first.impulse.echoOf !== null ? [w.echo] : listed.isWeak ? [w.weakOne] : []),
  ]
  const place = useRef<HTMLLIElement>(null)
  const ends = model.ends.value
  const isFirst = useRef(true)
  // The one that keys went to stays in sight, also where what is measured takes its room; not when the page has just opened.
  useEffect(() => {
    if (isCurrent && !isFirst.current) place.current?.scrollIntoView({ block: 'nearest' })
    isFirst.current = false
  }, [isCurrent, ends])
  return (
    <li ref={place} aria-current={isCurrent ? 'true' : undefined} class="impulse-item">
      <button
        type="button"
        class="impulse-choose"
        onClick={() => {
          model.chosen.value = listed.key
        }}
      >
        <span class="mono">{timeText(listed.at, 6)}</span>
        <span>{impulseName(listed)}</span>
        <span class="impulse-ticks">
          {hearings.map(({ recording }) => (
            <Tick key={recording} mark={room.session.marks.value.get(recording)} />
          ))}
        </span>
        <span class="small muted">{about.join(' · ')}</span>
        {label && (
          <span class="small">
            {agentName(room, label.agent)}: {label.reason}
          </span>
        )}
      </button>
      <span class="row">
        <button type="button" class="link small" onClick={() => setEnd(model, listed, 'from')}>
          {w.from}
        </button>
        <button type="button" class="link small" onClick={() => setEnd(model, listed, 'to')}>
          {w.to}
        </button>
      </span>
    </li>
  )
}
