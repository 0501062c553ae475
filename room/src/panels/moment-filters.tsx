import { compareNames } from '@sightline/core/case'
import type { MomentFilter } from '../marks/moment-list.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { personName } from './placement-words.ts'

/** Narrows the list of moments. A filter is offered only where there is something to choose. */
export function MomentFilters({ room }: { readonly room: Room }) {
  const { marks, session } = room
  const w = words.value.moments
  const filter = marks.filter.value
  const all = marks.all.value.map(({ moment }) => moment)
  const set = (fields: Partial<MomentFilter>) => {
    marks.filter.value = { ...marks.filter.peek(), ...fields }
  }
  const tags = [...new Set(all.flatMap(({ tags }) => tags))].sort(compareNames)
  const people = [...new Set(all.flatMap(({ agent }) => (agent.kind === 'person' ? [agent.person] : [])))]
  const places = [...new Set(all.map(({ when }) => (when.on === 'case' ? 'case' : when.recording)))]
  const placeName = (place: string) =>
    place === 'case' ? w.wholeCase : (session.names.value.get(place) ?? place)
  return (
    <div class="moment-filters">
      <input
        type="search"
        aria-label={w.search}
        placeholder={w.search}
        value={filter.text}
        onInput={event => set({ text: event.currentTarget.value })}
      />
      <Choice
        label={w.tag}
        value={filter.tag}
        from={tags}
        nameOf={tag => tag}
        onChoose={tag => set({ tag })}
      />
      <Choice
        label={w.person}
        value={filter.person}
        from={people}
        nameOf={id => personName(room, id)}
        onChoose={person => set({ person })}
      />
      <Choice label={w.of} value={filter.of} from={places} nameOf={placeName} onChoose={of => set({ of })} />
      {all.some(({ withdrawn }) => withdrawn !== null) && (
        <label class="check">
          <input
            type="checkbox"
            checked={filter.withWithdrawn}
            onChange={event => set({ withWithdrawn: event.currentTarget.checked })}
          />
          {w.withWithdrawn}
        </label>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly from: readonly string[]
  readonly nameOf: (value: string) => string
  readonly onChoose: (value: string | null) => void
}

function Choice({ label, value, from, nameOf, onChoose }: ChoiceProps) {
  if (from.length < 2 && value === null) return null
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={event => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{words.value.moments.any}</option>
        {from.map(each => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  )
}
