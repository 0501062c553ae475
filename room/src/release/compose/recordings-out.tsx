import { inNameOrder, type Recording } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import type { Composition, RecordingForm } from '@sightline/core/release'
import { Tick } from '../../panels/tick.tsx'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { type ComposeModel, composeModel } from './compose-model.ts'
import { CheckInput, ChoiceInput, LineInput } from './field-inputs.tsx'

type Going = Composition['recordings'][number]

/** Every recording of the case: whether it goes out, in which form, and how readers know it. */
export function RecordingsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const { value: state } = room.source.state
  const { value: composition } = composeModel(room).composition
  const all = inNameOrder(state)
  const going = composition?.recordings ?? []
  return (
    <section class="card-section" aria-labelledby="recordings-out">
      <header class="row">
        <h3 id="recordings-out">
          {w.recordings} <span class="count">{w.chosen(going.length, all.length)}</span>
        </h3>
      </header>
      {all.length === 0 && <p class="muted">{w.recordingsNone}</p>}
      <ul class="outgoing">
        {all.map(recording => (
          <RecordingOut
            key={recording.id}
            room={room}
            recording={recording}
            out={going.find(each => each.recording === recording.id) ?? null}
          />
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly room: Room
  readonly recording: Recording
  readonly out: Going | null
}

function RecordingOut({ room, recording, out }: Props) {
  const w = composeWords.value
  const model = composeModel(room)
  const { id, firstName, standIn, film } = recording
  const { value: state } = room.source.state
  const isWalled = walledRecordings(state).has(id)
  const isWatchable = hasReviewCopy(recording)
  const mark = room.session.marks.value.get(id)
  const standIns = [...state.recordings.values()].filter(each => each.standIn?.standsFor === id)
  const nameOf = (other: string) =>
    room.session.names.value.get(other) ?? state.recordings.get(other)?.firstName ?? other
  return (
    <li data-out={out !== null}>
      <div class="outgoing-head">
        <Tick mark={mark} />
        <CheckInput
          id={id}
          label={firstName}
          isChecked={out !== null}
          isDisabled={out === null && (isWalled || !isWatchable)}
          onChange={isOut => toggle(model, recording, isOut)}
        />
        <span class="muted small">
          {isWalled && <strong>{w.walled} </strong>}
          {!isWatchable && `${w.noCopy} `}
          {film && `${w.film(film.maker, out?.parts !== undefined)} `}
          {standIn && `${w.standsFor(nameOf(standIn.standsFor))} `}
          {standIns.map(each => w.hasStandIn(nameOf(each.id))).join(' ')}
        </span>
      </div>
      {out && <Fields room={room} out={out} isStandIn={standIn !== null} />}
    </li>
  )
}

function Fields({
  room,
  out,
  isStandIn,
}: {
  readonly room: Room
  readonly out: Going
  readonly isStandIn: boolean
}) {
  const w = composeWords.value
  const model = composeModel(room)
  const { recording } = out
  const set = (more: Partial<Going>) => model.change(now => withRecording(now, recording, more))
  const forms: readonly RecordingForm[] = isStandIn ? ['stand-in', 'original'] : ['proxy', 'original']
  return (
    <div class="outgoing-fields">
      <LineInput
        {...{ room, label: w.fieldsOf.title, value: out.title, isRequired: true }}
        onChange={title => set({ title })}
      />
      <ChoiceInput
        label={w.fieldsOf.as}
        value={out.as}
        options={forms.map(each => [each, w.as[each]])}
        onChange={as => model.change(now => inForm(now, recording, as))}
      />
      <LineInput
        {...{ room, label: w.fieldsOf.wearer, value: out.wearer }}
        onChange={wearer => set({ wearer: wearer || null })}
      />
      <ChoiceInput
        label={w.fieldsOf.redaction}
        value={out.redaction}
        options={(['unknown', 'none-needed', 'done'] as const).map(each => [each, w.redaction[each]])}
        onChange={redaction => set({ redaction })}
      />
      <div class="field">
        <span>{w.fieldsOf.parts}</span>
        <button
          type="button"
          class="button"
          disabled={out.as === 'original'}
          title={out.as === 'original' ? w.parts_.notOriginal : undefined}
          onClick={() => {
            model.dialog.value = { kind: 'parts', recording, parts: out.parts ?? [] }
          }}
        >
          {out.parts ? w.parts_.some(out.parts.length) : w.parts_.all}
          <span class="unseen">
            {' '}
            {w.parts_.change} {out.title}
          </span>
        </button>
      </div>
    </div>
  )
}

function hasReviewCopy({ derivations }: Recording): boolean {
  return derivations.some(
    made => made.kind === 'made' && made.outputs.some(output => output.name === 'proxy'),
  )
}

function toggle(model: ComposeModel, { id, firstName, standIn }: Recording, isOut: boolean): void {
  model.change(now => {
    const others = now.recordings.filter(each => each.recording !== id)
    if (!isOut) return { ...now, recordings: others }
    const title = firstName.slice(firstName.lastIndexOf('/') + 1).slice(0, 300)
    const as = standIn ? 'stand-in' : 'proxy'
    const going: Going = { recording: id, as, title, wearer: null, redaction: 'unknown' }
    return { ...now, recordings: [...others, going] }
  })
}

/** Changes one recording in what is composed. */
export function withRecording(now: Composition, recording: string, more: Partial<Going>): Composition {
  const recordings = now.recordings.map(each => (each.recording === recording ? { ...each, ...more } : each))
  return { ...now, recordings }
}

/** A file as received goes out whole: its parts are let go. */
function inForm(now: Composition, recording: string, as: RecordingForm): Composition {
  const recordings = now.recordings.map(each => {
    if (each.recording !== recording) return each
    const { parts, ...whole } = each
    return as === 'original' || parts === undefined ? { ...whole, as } : { ...whole, as, parts }
  })
  return { ...now, recordings }
}
