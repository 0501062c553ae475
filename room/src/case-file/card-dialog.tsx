import { useSignal } from '@preact/signals'
import {
  type CardKind,
  type Fields,
  fieldsOf,
  type KnownCard,
  knownCard,
  readHidden,
} from '@sightline/core/case/cards'
import { coverageAt } from '@sightline/core/case-file'
import { Dialog } from '../panels/dialog.tsx'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { words } from '../strings/index.ts'
import type { Preset } from './case-desk.ts'
import { FieldInput } from './field-input.tsx'
import { fieldLabel, valueLines } from './field-words.ts'
import { saidFrom, type WallWrong } from './said-from.ts'

interface Props {
  readonly room: Room
  readonly of: CardKind
  /** The card that is changed; null enters a new one. */
  readonly card: KnownCard | null
  readonly preset: Preset
  readonly onClose: () => void
}

type Wrong = Readonly<Record<string, WallWrong>>

/** Enters or changes a card. Where somebody changed the same field meanwhile, both are shown, and what was typed stays. */
export function CardDialog({ room, of, card, preset, onClose }: Props) {
  const wrong = useSignal<Wrong>({})
  /** The revision that is answered for: that of the card as it was opened, later that of what was shown as a conflict. */
  const rev = useSignal(card?.rev ?? 0)
  /** Fields that were sent and refused. What came first may reach this page only later. */
  const refused = useSignal<readonly string[]>([])
  const w = caseWords.value
  const { value: state } = room.source.state
  const open = fieldsOf(of, false)
  const hidden = fieldsOf(of, true)
  const hiddenBefore = (card && readHidden(state, card)) ?? {}
  const before = card ? card.said : preset
  const now = card && state.cards.get(card.id)
  const conflicts = refused.value.filter(name => (now?.fieldRevs[name] ?? 0) > rev.value)
  const isPreset = (name: string) => card === null && name in preset

  const submit = async (form: HTMLFormElement) => {
    const data = new FormData(form)
    const read = saidFrom(data, open)
    const kept = saidFrom(data, hidden)
    wrong.value = { ...read.wrong, ...kept.wrong }
    if (Object.keys(wrong.peek()).length > 0) return
    const all = { ...read.said, ...withCoverage(room, of, read.said) }
    if (card === null) {
      const command = { do: 'enter-card', of, said: stated(all), hidden: stated(kept.said) } as const
      if (await room.entering.enter(command)) onClose()
      return
    }
    const said = changed(card.said, all)
    const hid = changed(hiddenBefore, kept.said)
    if (Object.keys(said).length + Object.keys(hid).length === 0) return onClose()
    // Whoever has seen both wordings answers for the one that stands.
    if (conflicts.length > 0 && now) rev.value = now.rev
    refused.value = []
    const asked = { card: card.id, rev: rev.peek(), said, hidden: Object.keys(hid).length > 0 ? hid : null }
    if (await room.entering.enter({ do: 'change-card', ...asked })) return onClose()
    refused.value = Object.keys(said)
  }

  const inputs = (fields: Fields, values: Readonly<Record<string, unknown>>, isRequired: boolean | null) =>
    Object.entries(fields)
      .filter(([, field]) => isRequired === null || field.isRequired === isRequired)
      .map(([name, field]) => {
        const why = wrong.value[name]
        return (
          <FieldInput
            key={name}
            room={room}
            of={of}
            name={name}
            field={field}
            value={values[name] ?? null}
            wrong={why && w[why]}
          />
        )
      })
  const hasOptional = Object.values(open).some(({ isRequired, is }) => !isRequired && is !== 'coverage')
  const kind = cardWords.value.kinds[of].one
  return (
    <Dialog title={card ? w.changeOne(kind) : w.addOne(kind)} isWide onClose={onClose}>
      <form
        class="fields card-form"
        data-preset={Object.keys(preset).filter(isPreset).join(' ') || undefined}
        onSubmit={event => {
          event.preventDefault()
          room.speaker.heed(submit(event.currentTarget))
        }}
      >
        {conflicts.length > 0 && card && (
          <Conflicts room={room} id={card.id} fields={open} names={conflicts} />
        )}
        {inputs(open, before, true)}
        {hasOptional && (
          <details open={card !== null || of === 'finding' || of === 'speaking' || of === 'relation'}>
            <summary>{w.optional}</summary>
            <div class="fields">{inputs(open, before, false)}</div>
          </details>
        )}
        {Object.keys(hidden).length > 0 && (
          <details class="card-hidden">
            <summary>{w.hidden}</summary>
            <div class="fields">{inputs(hidden, hiddenBefore, null)}</div>
          </details>
        )}
        <div class="row end">
          <button type="button" class="button plain" onClick={onClose}>
            {words.value.cancel}
          </button>
          <button type="submit" class="button key">
            {conflicts.length > 0 ? w.conflictAgain : w.enter}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface ConflictProps {
  readonly room: Room
  readonly id: string
  readonly fields: Fields
  readonly names: readonly string[]
}

function Conflicts({ room, id, fields, names }: ConflictProps) {
  const w = caseWords.value
  const now = knownCard(room.source.state.value, id)
  return (
    <div class="loud" role="alert">
      <p>{w.conflict}</p>
      {names.map(name => (
        <p key={name}>
          <strong>{w.conflictField(fieldLabel(name))}:</strong>{' '}
          <q>{valueLines(room, fields[name], now?.said[name]).join(' · ') || w.unknown}</q>
        </p>
      ))}
    </div>
  )
}

/** A finding keeps what the cameras had at its moments, as it is computed when it is made. */
function withCoverage(room: Room, of: CardKind, said: Readonly<Record<string, unknown>>) {
  const ids = said['moments']
  if (of !== 'finding' || !Array.isArray(ids)) return {}
  const { value: state } = room.source.state
  const moments = ids.flatMap(id => state.moments.get(String(id)) ?? [])
  const coverage = coverageAt(state, moments)
  return coverage.length > 0 ? { coverage } : {}
}

function stated(said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

function changed(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) {
  const same = (name: string) => JSON.stringify(before[name] ?? null) === JSON.stringify(now[name] ?? null)
  return Object.fromEntries(Object.entries(now).filter(([name]) => !same(name)))
}
