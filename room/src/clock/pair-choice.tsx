import type { RecordingId } from '@sightline/core/case'
import { Icon } from '../panels/icon.tsx'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'

interface Props {
  readonly room: Room
  readonly pair: readonly [RecordingId, RecordingId] | null
}

/** Which two are looked at: any two that have sound, compared by the machine or not. */
export function PairChoice({ room, pair }: Props) {
  const { session, source } = room
  const w = clockWords.value
  const withSound = [...session.names.value.keys()].filter(id => {
    const probe = source.state.value.recordings.get(id)?.probe
    return probe?.kind === 'probed' && probe.facts.audio.length > 0
  })
  const [a, b] = pair ?? [null, null]
  const pick = (upper: RecordingId | null, lower: RecordingId | null) => {
    const other = (id: RecordingId | null) => withSound.find(each => each !== id) ?? null
    const [one, two] =
      upper === lower ? [upper, other(upper)] : [upper ?? other(lower), lower ?? other(upper)]
    if (one !== null && two !== null) session.pair.value = [one, two]
  }
  const choice = (label: string, value: RecordingId | null, onPick: (id: RecordingId) => void) => (
    <label class="pair-name">
      <span class="unseen">{label}</span>
      {value !== null && <Tick mark={session.marks.value.get(value)} />}
      <select value={value ?? ''} onChange={event => onPick(event.currentTarget.value)}>
        {value === null && <option value="">–</option>}
        {withSound.map(id => (
          <option key={id} value={id}>
            {session.names.value.get(id)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div class="pair-choice">
      <button
        type="button"
        class="button plain phone-only"
        onClick={() => {
          session.pair.value = null
        }}
      >
        <Icon name="previous" />
        {w.back}
      </button>
      {choice(w.upper, a, id => pick(id, id === b ? a : b))}
      <button
        type="button"
        class="button plain icon"
        aria-label={w.swap}
        title={w.swap}
        disabled={!pair}
        onClick={() => pick(b, a)}
      >
        <Icon name="swap" />
      </button>
      {choice(w.lower, b, id => pick(id === a ? b : a, id))}
      {!pair && <p class="muted">{w.choose}</p>}
    </div>
  )
}
