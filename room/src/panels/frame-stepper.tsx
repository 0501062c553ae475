import { useSignal } from '@preact/signals'
import type { Recording } from '@sightline/core/case'
import { type FrameTimes, frameCount, ptsOf } from '@sightline/core/time'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'
import { type Viewer, viewFrames } from '../watch/frame-viewer.ts'

interface Props {
  readonly room: Room
  readonly recording: Recording
  readonly label: string
  readonly startAt: (times: FrameTimes) => number
  readonly onFrame: (index: number, times: FrameTimes) => void
  readonly children: ComponentChildren
}

const steps = [-10, -1, 1, 10] as const

/** One recording's frames by themselves, away from the clock: a picture, four steps and a slider. */
export function FrameStepper({ room, recording, label, startAt, onFrame, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const viewer = useRef<Viewer | null>(null)
  const times = useSignal<FrameTimes | null>(null)
  const index = useSignal(0)
  const problem = useSignal<string | null>(null)
  const w = words.value.placing

  const show = (wished: number) => {
    const held = times.peek()
    if (!held) return
    index.value = Math.max(0, Math.min(frameCount(held) - 1, wished))
    viewer.current?.show(index.peek())
    onFrame(index.peek(), held)
  }
  useEffect(() => {
    const stop = new AbortController()
    const open = async () => {
      const found = await room.source.frameTimes(recording.id)
      if (!found || !canvas.current || stop.signal.aborted) return
      const opened = await viewFrames(room, recording, found, canvas.current)
      if (stop.signal.aborted) return opened.dispose()
      viewer.current = opened
      times.value = found
      show(startAt(found))
    }
    open().catch((error: unknown) => {
      problem.value = words.peek().problems.noPicture(error instanceof Error ? error.message : String(error))
    })
    return () => {
      stop.abort()
      viewer.current?.dispose()
    }
  }, [recording.id])

  const held = times.value
  const count = held ? frameCount(held) : 0
  const labels = { '-10': w.back10, '-1': w.back1, '1': w.on1, '10': w.on10 }
  return (
    <section class="stepper" aria-label={label}>
      <div>{children}</div>
      <div class="stepper-picture">
        <canvas ref={canvas} role="img" aria-label={words.value.angle.picture(recording.firstName)} />
        {problem.value && <p class="absent">{problem.value}</p>}
      </div>
      <input
        type="range"
        min={0}
        max={Math.max(0, count - 1)}
        value={index.value}
        aria-label={w.slider(recording.firstName)}
        onInput={event => show(Number(event.currentTarget.value))}
      />
      <div class="row">
        {steps.map(by => (
          <button
            key={by}
            type="button"
            class="button mono"
            title={labels[`${by}`]}
            onClick={() => show(index.peek() + by)}
          >
            {by > 0 ? `+${by}` : `−${-by}`}
            <span class="unseen"> {labels[`${by}`]}</span>
          </button>
        ))}
        <span class="mono muted">
          {held &&
            `${w.frameOf(String(index.value), numbers.value.whole(count - 1))} · pts ${secondsText(ptsOf(held, index.value))}`}
        </span>
      </div>
    </section>
  )
}
