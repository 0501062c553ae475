import { useComputed } from '@preact/signals'
import { frameInterval } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'

/** Says on the picture when frames of the recording lack right after this one, or claim its time. */
export function IntervalSign({ room, id }: { readonly room: Room; readonly id: string }) {
  const text = useComputed(() => {
    const times = room.watch.frames.value.get(id)
    const shown = room.watch.views.value.get(id)?.shown.value
    const interval = times && shown ? frameInterval(times, shown.index) : null
    if (!interval) return ''
    const { gapSign, sameTimeSign } = words.value.frameHere
    const { finding, micros } = interval
    if (finding.kind === 'gap') return gapSign(finding.missing, numbers.value.ms(micros / 1000))
    return finding.kind === 'same-time' ? sameTimeSign(finding.frames) : ''
  })
  return text.value === '' ? null : <span class="sign">{text}</span>
}
