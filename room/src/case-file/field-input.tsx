import { inNameOrder } from '@sightline/core/case'
import { allCards, type CardKind, type Field } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { knownZones, ownZone } from '../placing/zones.ts'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { timeText } from '../time-text.ts'
import { choiceWords, fieldHint, fieldLabel } from './field-words.ts'

/** More than this in a list is looked for by typing. */
const mostInList = 200
const mostOffered = 2000

interface Props {
  readonly room: Room
  readonly of: CardKind
  readonly name: string
  readonly field: Field
  readonly value: unknown
  /** Said of what was typed, and cannot be read. */
  readonly wrong: string | undefined
}

/** Asks for one field of a card, by native elements alone. What it gives is read by `saidFrom`. */
export function FieldInput({ room, of, name, field, value, wrong }: Props) {
  const hint = wrong ?? fieldHint(of, name)
  const label = fieldLabel(name)
  const about = {
    name,
    required: field.isRequired,
    'aria-invalid': wrong === undefined ? undefined : true,
  } as const
  if (field.is === 'coverage') return null
  if (field.is === 'wall')
    return <WallInput label={label} name={name} field={field} value={value} hint={hint} />
  if (field.is === 'moments') return <MomentChoices room={room} label={label} name={name} value={value} />
  return (
    <label class="field">
      <span>
        {label}
        {field.isRequired && <span aria-hidden="true"> *</span>}
      </span>
      {inputOf()}
      {hint && <span role={wrong === undefined ? undefined : 'alert'}>{hint}</span>}
    </label>
  )

  function inputOf() {
    const text = value === null || value === undefined ? '' : String(value)
    switch (field.is) {
      case 'text':
        return <textarea {...about} rows={3} maxLength={4000} defaultValue={text} />
      case 'lines':
      case 'hashes':
        return (
          <textarea
            {...about}
            rows={3}
            class={field.is === 'hashes' ? 'mono' : undefined}
            placeholder={caseWords.value.onePerLine}
            defaultValue={Array.isArray(value) ? value.join('\n') : ''}
          />
        )
      case 'day':
        return <input {...about} type="date" defaultValue={text} />
      case 'count':
        return <input {...about} type="number" min={0} max={10_000} step={1} defaultValue={text} />
      case 'choice':
        return (
          <Choice about={about} value={text} options={field.choices.map(each => [each, choiceWords(each)])} />
        )
      case 'card':
        return <Choice about={about} value={text} options={cardsToName(room, field)} empty={field.of} />
      case 'recording':
        return <Choice about={about} value={text} options={recordingsToName(room)} />
      case 'moment':
        return <Choice about={about} value={text} options={momentsToName(room)} />
      case 'statement':
        return <Choice about={about} value={text} options={statementsToName(room)} />
      case 'file':
        return (
          <Choice
            about={about}
            value={text}
            options={[...room.source.state.value.files.keys()].map(path => [path, path])}
          />
        )
      case 'line':
        return <input {...about} type="text" maxLength={300} autocomplete="off" defaultValue={text} />
      default:
        return null
    }
  }
}

type Options = readonly (readonly [string, string])[]

interface ChoiceProps {
  readonly about: { readonly name: string; readonly required: boolean }
  readonly value: string
  readonly options: Options
  readonly empty?: readonly string[]
}

/** A list to choose from; a long one is a field with suggestions, in which the number is typed or found by its words. */
function Choice({ about, value, options, empty = [] }: ChoiceProps) {
  const w = caseWords.value
  if (options.length <= mostInList)
    return (
      <>
        <select {...about} defaultValue={value}>
          <option value="">{about.required ? w.choose : w.unknown}</option>
          {options.map(([id, label]) => (
            <option key={id} value={id} selected={id === value}>
              {label}
            </option>
          ))}
        </select>
        {options.length === 0 && empty.length > 0 && (
          <span>
            {w.noChoice(empty.map(each => cardWords.value.kinds[each as CardKind]?.many ?? each).join(', '))}
          </span>
        )}
      </>
    )
  const list = `${about.name}-list`
  return (
    <>
      <input {...about} type="text" list={list} autocomplete="off" defaultValue={value} />
      <datalist id={list}>
        {options.slice(-mostOffered).map(([id, label]) => (
          <option key={id} value={id} label={label} />
        ))}
      </datalist>
    </>
  )
}

function cardsToName(room: Room, field: Field): Options {
  const { value: state } = room.source.state
  return allCards(state)
    .filter(card => card.withdrawn === null && field.of.includes(card.of))
    .map(card => [card.id, titleOf(state, card)])
}

function recordingsToName(room: Room): Options {
  const { names } = room.session
  return inNameOrder(room.source.state.value).map(({ id, firstName }) => [
    id,
    names.value.get(id) ?? firstName,
  ])
}

function momentsToName(room: Room): Options {
  const { moments } = room.source.state.value
  const { names } = room.session
  return [...moments.values()]
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, name, when }) => {
      const of = when.on === 'recording' ? `${names.value.get(when.recording) ?? ''} ` : ''
      return [id, `${name} (${of}${timeText(when.from)})`]
    })
}

function statementsToName(room: Room): Options {
  return [...room.source.state.value.statements.values()]
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, passage }) => [id, passage.exact.slice(0, 120)])
}

interface MomentProps {
  readonly room: Room
  readonly label: string
  readonly name: string
  readonly value: unknown
}

function MomentChoices({ room, label, name, value }: MomentProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const options = momentsToName(room)
  return (
    <fieldset class="choices column moments-choice">
      <legend>{label}</legend>
      {options.length === 0 && <span class="muted">{caseWords.value.none}</span>}
      {options.map(([id, words]) => (
        <label key={id} class="check">
          <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}

interface WallProps {
  readonly label: string
  readonly name: string
  readonly field: Field
  readonly value: unknown
  readonly hint: string | undefined
}

/** A date, a time of day and the zone they are told in. */
function WallInput({ label, name, field, value, hint }: WallProps) {
  const w = caseWords.value
  const { local, zone } = (value ?? { local: '', zone: '' }) as {
    readonly local: string
    readonly zone: string
  }
  const required = field.isRequired
  return (
    <fieldset class="wall-field">
      <legend>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </legend>
      <label class="field">
        <span>{w.wallDate}</span>
        <input type="date" name={`${name}.date`} required={required} defaultValue={local.slice(0, 10)} />
      </label>
      <label class="field">
        <span>{w.wallTime}</span>
        <input
          type="time"
          step={1}
          name={`${name}.time`}
          required={required}
          defaultValue={local.slice(11, 19)}
        />
      </label>
      <label class="field">
        <span>{w.wallZone}</span>
        <input
          type="text"
          name={`${name}.zone`}
          list="zones"
          autocomplete="off"
          required={required}
          defaultValue={zone || ownZone()}
        />
      </label>
      <datalist id="zones">
        {knownZones().map(each => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {hint && <p class="small muted">{hint}</p>}
    </fieldset>
  )
}
