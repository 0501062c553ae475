import { Icon } from '../panels/icon.tsx'
import { spared } from '../spared.ts'
import { clockWords } from '../strings/clock-words.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { heardAs } from './listening.ts'
import type { Waves } from './waves-model.ts'

const nudges = [-10, -1, 1, 10] as const

/** Hears both on each other, and moves the lower one by samples. Nothing sounds before the press. */
export function ListenBar({ waves }: { readonly waves: Waves }) {
  const w = clockWords.value
  const n = numbers.value
  const { kind } = waves.listening.state.value
  const isSilent = kind === 'silent'
  return (
    <div class="listen-bar">
      <div class="row">
        <button
          type="button"
          class="button key"
          disabled={spared.sound.value}
          onClick={() => waves.togglePlay()}
        >
          <Icon name={isSilent ? 'play' : 'pause'} />
          {isSilent ? w.playBoth : w.stop}
        </button>
        <select
          class="compact"
          aria-label={w.ears}
          value={waves.heardAs.value}
          onChange={event => {
            waves.listening.stop()
            waves.heardAs.value = heardAs.find(each => each === event.currentTarget.value) ?? 'apart'
          }}
        >
          {heardAs.map(each => (
            <option key={each} value={each}>
              {w[each]}
            </option>
          ))}
        </select>
        <span class="muted small" role="status">
          {spared.sound.value ? words.value.spared.sound : kind === 'fetching' ? w.fetching : ''}
        </span>
      </div>
      <div class="row nudge-lower" role="group" aria-label={w.move}>
        <span class="muted small" aria-hidden="true">
          {w.move}
        </span>
        {nudges.map(by => (
          <button key={by} type="button" class="button mono" onClick={() => waves.nudge(by)}>
            {n.signedMs(by)}
          </button>
        ))}
        {waves.pair.shift.value !== 0 && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              waves.pair.shift.value = 0
            }}
          >
            {w.reset}
          </button>
        )}
      </div>
    </div>
  )
}
