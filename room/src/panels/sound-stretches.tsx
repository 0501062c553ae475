import type { Recording } from '@sightline/core/case'
import type { SoundSpan } from '@sightline/core/sound'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'

/** Where the sound of a recording has no samples or only zeros; a recording without a sound track has none of these. */
export function oddStretches(spans: readonly SoundSpan[], { probe }: Recording): readonly SoundSpan[] {
  const hasTrack = probe.kind === 'probed' && probe.facts.audio.length > 0
  return hasTrack ? spans.filter(each => each.state !== 'present') : []
}

/** The stretches in the recording's own time; no cause is implied. */
export function SoundStretches({ stretches }: { readonly stretches: readonly SoundSpan[] }) {
  const w = words.value.timeline
  return (
    <ul class="oddities">
      {stretches.map(each => {
        const seconds = numbers.value.decimals((each.to - each.from) / 1e6, 1)
        const what = each.state === 'absent' ? w.noSamples(seconds) : w.digitalSilence(seconds)
        return (
          <li key={each.from}>
            <span>{w.stretch(what, `pts ${secondsText(each.from)}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
