import { type ReadonlySignal, useComputed } from '@preact/signals'
import { never } from '@sightline/core/errors'
import { type FrameInterval, type FrameTimes, frameCount, frameInterval } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'

interface Here {
  readonly index: number
  readonly pts: number
  readonly times: FrameTimes
  readonly interval: FrameInterval
}

/**
 * Where the frame on the screen stands in its recording: number, time, how long it lasts, and whether frames lack beside it.
 * In play only text nodes change.
 */
export function FrameHere({ room, id }: { readonly room: Room; readonly id: string }) {
  const w = words.value.frameHere
  const here = useComputed((): Here | null => {
    const times = room.watch.frames.value.get(id)
    const shown = room.watch.views.value.get(id)?.shown.value
    const interval = times && shown ? frameInterval(times, shown.index) : null
    return times && shown && interval ? { ...shown, times, interval } : null
  })
  return (
    <section class="section">
      <h3>{w.title}</h3>
      <dl class="facts">
        <Row name={w.frame} here={here} text={frameText} isMono />
        <Row name={w.pts} here={here} text={({ pts }) => `${secondsText(pts, 6)} s`} isMono />
        <Row name={w.lasts} here={here} text={lengthText} isMono />
        <Row name={w.next} here={here} text={({ interval }) => findingText(interval)} />
        <Row name={w.previous} here={here} text={beforeText} />
      </dl>
      <p class="muted small">{w.note}</p>
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly here: ReadonlySignal<Here | null>
  readonly text: (here: Here) => string
  readonly isMono?: boolean
}

function Row({ name, here, text, isMono = false }: RowProps) {
  const told = useComputed(() => (here.value ? text(here.value) : words.value.frameHere.none))
  return (
    <>
      <dt>{name}</dt>
      <dd class={isMono ? 'mono' : undefined}>{told}</dd>
    </>
  )
}

const frameText = ({ index, times }: Here) =>
  words.value.frameHere.of(String(index), String(frameCount(times) - 1))

const msText = (micros: number) => `${numbers.value.decimals(micros / 1000, 3)} ms`

export function lengthText({ interval: { micros, usualMicros } }: Pick<Here, 'interval'>): string {
  const own = msText(micros)
  return usualMicros === null ? own : words.value.frameHere.usual(own, msText(usualMicros))
}

function beforeText({ index, times }: Here): string {
  const before = frameInterval(times, index - 1)
  if (!before) return words.value.frameHere.first
  return words.value.frameHere.earlier(msText(before.micros), findingText(before))
}

export function findingText({ finding }: FrameInterval): string {
  const { finding: said } = words.value.frameHere
  switch (finding.kind) {
    case 'even':
    case 'early':
    case 'last':
      return said[finding.kind]
    case 'gap':
      return said.gap(finding.missing)
    case 'same-time':
      return said.sameTime(finding.frames)
    case 'unknown':
      return finding.why === 'varies' ? said.varies : said.tooFew
    default:
      return never(finding)
  }
}
