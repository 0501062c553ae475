import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import { later } from '../panels/later.tsx'
import { isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { LaneNames } from './lane-names.tsx'
import { MomentsLane } from './moments-lane.tsx'
import { showWhole, zoomAround } from './moving.ts'
import { keepPainted } from './painting.ts'
import { Playhead } from './playhead.tsx'
import { listenToPointer, type Moved } from './pointing.ts'
import { SpectrogramSwitch } from './spectrogram-switch.tsx'

const Spectrogram = later(() => import('../spectrogram/spectrogram.tsx').then(part => part.Spectrogram))

/** Ruler and lanes of the clock that is watched. Everything on the canvases is said in the list of lanes as well. */
export function Timeline({ room }: { readonly room: Room }) {
  const root = useRef<HTMLElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const lanes = useRef<HTMLDivElement>(null)
  const rulerCanvas = useRef<HTMLCanvasElement>(null)
  const lanesCanvas = useRef<HTMLCanvasElement>(null)
  const headCanvas = useRef<HTMLCanvasElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const moved = useSignal<Moved | null>(null)

  useEffect(() => {
    const on = {
      root: root.current,
      scroll: scroll.current,
      lanes: lanes.current,
      rulerCanvas: rulerCanvas.current,
      lanesCanvas: lanesCanvas.current,
      headCanvas: headCanvas.current,
    }
    const { root: r, scroll: s, lanes: l, rulerCanvas: rc, lanesCanvas: lc, headCanvas: hc } = on
    if (!r || !s || !l || !rc || !lc || !hc || !ruler.current) return
    const top = () => (isNarrow.peek() ? 0 : -s.scrollTop)
    const stops = [
      keepPainted(
        room,
        { root: r, scroll: s, lanes: l, rulerCanvas: rc, lanesCanvas: lc, headCanvas: hc },
        moved,
      ),
      listenToPointer(room, lc, moved, top, () => s.scrollHeight > s.clientHeight),
      listenToPointer(
        room,
        ruler.current,
        moved,
        () => Number.POSITIVE_INFINITY,
        () => false,
      ),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [room, moved])

  const w = words.value.timeline
  const around = (factor: number) => zoomAround(room.session, factor, room.engine.time.peek())
  return (
    <section class="timeline" aria-label={w.region} ref={root}>
      <div class="timeline-tools">
        <button
          type="button"
          class="button plain icon"
          aria-label={w.zoomOut}
          onClick={() => around(1 / 1.6)}
        >
          <Icon name="minus" />
        </button>
        <button type="button" class="button plain icon" aria-label={w.zoomIn} onClick={() => around(1.6)}>
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="button plain icon"
          aria-label={w.zoomFit}
          onClick={() => showWhole(room.session)}
        >
          <Icon name="fit" />
        </button>
        <SpectrogramSwitch session={room.session} />
      </div>
      <Playhead room={room} surface={ruler}>
        <canvas ref={rulerCanvas} role="presentation" />
      </Playhead>
      <MomentsLane room={room} />
      {room.session.hasSpectrogram.value && <Spectrogram room={room} />}
      <div class="lanes-scroll" ref={scroll}>
        <LaneNames room={room} />
        <div class="lanes" ref={lanes}>
          <canvas ref={lanesCanvas} role="presentation" />
        </div>
      </div>
      <canvas class="head-canvas" ref={headCanvas} role="presentation" />
    </section>
  )
}
