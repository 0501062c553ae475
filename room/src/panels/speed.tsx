import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { speeds } from '../watch/speeds.ts'

interface Props {
  readonly speed: number
  readonly onSpeed: (speed: number) => void
  readonly onTrueSpeed: () => void
}

/** The speed, always shown; when it is not true speed it says so and offers true speed. */
export function Speed({ speed, onSpeed, onTrueSpeed }: Props) {
  const w = words.value.transport
  const offered = (speeds as readonly number[]).includes(speed)
    ? speeds
    : [...speeds, speed].sort((a, b) => a - b)
  const isAltered = speed !== 1
  return (
    <span class={isAltered ? 'speed altered' : 'speed'}>
      <select
        aria-label={w.speed}
        value={String(speed)}
        onChange={event => {
          onSpeed(Number(event.currentTarget.value))
          event.currentTarget.blur()
        }}
      >
        {offered.map(each => (
          <option key={each} value={String(each)}>
            {numbers.value.speed(each)}
          </option>
        ))}
      </select>
      {isAltered && (
        <span class="speed-words">
          {[speed < 0 && w.backward, Math.abs(speed) < 1 && w.slowed, Math.abs(speed) > 1 && w.hastened]
            .filter(Boolean)
            .join(' ')}{' '}
          <button type="button" class="link" onClick={onTrueSpeed}>
            {w.trueSpeed}
          </button>
        </span>
      )}
    </span>
  )
}
