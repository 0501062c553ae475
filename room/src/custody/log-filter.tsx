import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { custodyWords } from '../strings/custody-words.ts'
import { everything, isEverything, type LogFilter } from './filter.ts'

interface Props {
  readonly room: Room
  readonly filter: LogFilter
  readonly onChange: (filter: LogFilter) => void
}

/** Asks which entries to show: by words, by who made them, and by what they are about. */
export function LogFilterForm({ room, filter, onChange }: Props) {
  const w = custodyWords.value
  const { people, recordings, accounts, moments } = room.source.state.value
  const groups = [
    [w.recordings, [...recordings.values()].map(({ id, firstName }) => [id, firstName] as const)],
    [w.accounts, [...accounts.values()].map(({ id, firstName }) => [id, firstName] as const)],
    [w.moments, [...moments.values()].map(({ id, name }) => [id, name] as const)],
  ] as const
  return (
    <fieldset class="log-filter">
      <legend>{w.filter}</legend>
      <label class="field">
        <span>{w.words}</span>
        <input
          type="search"
          value={filter.words}
          onInput={event => onChange({ ...filter, words: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{w.who}</span>
        <select
          value={filter.who ?? ''}
          onChange={event => onChange({ ...filter, who: event.currentTarget.value || null })}
        >
          <option value="">{w.anyone}</option>
          <option value="machine">{w.machines}</option>
          {[...people.keys()].map(person => (
            <option key={person} value={person}>
              {agentName(room, { kind: 'person', person })}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{w.item}</span>
        <select
          value={filter.item ?? ''}
          onChange={event => onChange({ ...filter, item: event.currentTarget.value || null })}
        >
          <option value="">{w.anything}</option>
          {groups.map(([title, items]) =>
            items.length === 0 ? null : (
              <optgroup key={title} label={title}>
                {items.map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
      </label>
      {!isEverything(filter) && (
        <button type="button" class="button" onClick={() => onChange(everything)}>
          {w.clear}
        </button>
      )}
    </fieldset>
  )
}
