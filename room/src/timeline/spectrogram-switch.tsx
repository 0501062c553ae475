import { Icon } from '../panels/icon.tsx'
import type { Session } from '../session.ts'
import { words } from '../strings/index.ts'

/** Shows the spectrogram of the chosen recording, or takes it away: beside the zoom, and on a phone among the tools. */
export function SpectrogramSwitch({
  session,
  kind = 'plain',
}: {
  readonly session: Session
  readonly kind?: string
}) {
  const label = words.value.timeline.spectrogram
  return (
    <button
      type="button"
      class={`button icon ${kind}`}
      aria-label={label}
      title={label}
      aria-pressed={session.hasSpectrogram.value}
      onClick={() => {
        session.hasSpectrogram.value = !session.hasSpectrogram.peek()
      }}
    >
      <Icon name="spectrum" />
    </button>
  )
}
