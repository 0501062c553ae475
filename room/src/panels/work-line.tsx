import type { Work } from '@sightline/core/api'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'

/** What is being computed, in one quiet line; nothing when there is nothing. */
export function WorkLine({ work }: { readonly work: Work | null }) {
  const said = work && workWords(work)
  if (!said) return null
  const fraction = work.reading
    ? work.reading.done / Math.max(1, work.reading.of)
    : (work.fraction ?? work.comparing?.share ?? null)
  return (
    <span class="work">
      <span>{said}</span>
      {fraction !== null && <progress aria-label={words.value.work.overall} value={fraction} max={1} />}
      {work.secondsLeft !== null && <span>{words.value.work.left(durationWords(work.secondsLeft))}</span>}
    </span>
  )
}

function workWords(work: Work): string | null {
  const w = words.value.work
  const n = numbers.value
  if (work.reading) return w.reading(n.bytes(work.reading.done), n.bytes(work.reading.of))
  if (work.making.length + work.waiting > 0) return w.making(Math.max(1, work.making.length), work.waiting)
  if (work.isPlacing) return w.placing
  return work.comparing === null ? null : w.comparing
}

function durationWords(seconds: number): string {
  const w = words.value.work
  return seconds < 90 ? w.seconds(Math.max(1, Math.round(seconds))) : w.minutes(Math.round(seconds / 60))
}
