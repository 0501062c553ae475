import { countOf } from '@sightline/core/moments'
import { decimalFromMicros } from '@sightline/core/time'
import { copyText, countInstant } from '../marks/marking.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { secondsText, timeText } from '../time-text.ts'
import { Icon } from './icon.tsx'

/** Instants counted one by one, each with its exact time and its distance from the one before. */
export function CountSection({ room }: { readonly room: Room }) {
  const w = words.value.count
  const { counted } = room.marks
  const count = countOf(counted.value)
  const after = (n: number) => count.intervalsMicros[n - 1]
  const table = () =>
    [
      w.columns,
      ...count.times.map((time, n) => {
        const interval = after(n)
        return [
          n + 1,
          decimalFromMicros(time),
          interval === undefined ? '' : decimalFromMicros(interval),
        ].join('\t')
      }),
    ].join('\n')
  return (
    <section class="section">
      <h3>{w.title}</h3>
      <div>
        <button type="button" class="button" onClick={() => countInstant(room)}>
          {w.add}
        </button>
      </div>
      {count.n === 0 && <p class="muted small">{w.none}</p>}
      {count.n > 0 && (
        <p>
          {w.n(count.n)}
          {count.intervals && (
            <span class="muted small">
              {' · '}
              {w.intervals(
                secondsText(count.intervals.least),
                secondsText(count.intervals.most),
                secondsText(count.intervals.median),
              )}
            </span>
          )}
        </p>
      )}
      <ol class="tally">
        {count.times.map((time, n) => {
          const interval = after(n)
          return (
            <li key={time}>
              <span class="mono muted">{n + 1}</span>
              <button type="button" class="link mono" onClick={() => room.seek(time)}>
                {timeText(time, 6)}
              </button>
              <span class="mono muted small">
                {interval === undefined ? '' : w.after(secondsText(interval, 6))}
              </span>
              <button
                type="button"
                class="button plain icon"
                aria-label={w.remove(timeText(time, 6))}
                onClick={() => {
                  counted.value = counted.peek().filter(each => each !== time)
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ol>
      {count.n > 0 && (
        <div class="row">
          <button type="button" class="link small" onClick={() => copyText(room, table())}>
            {w.copy}
          </button>
          <button
            type="button"
            class="link small"
            onClick={() => {
              counted.value = []
            }}
          >
            {w.clear}
          </button>
        </div>
      )}
    </section>
  )
}
