import type { PairLook } from '@sightline/core/sync'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { numbers } from '../strings/numbers.ts'
import { ListenBar } from './listen-bar.tsx'
import { PairActs } from './pair-acts.tsx'
import type { PairModel } from './pair-model.ts'
import { keepWavesPainted } from './wave-painting.ts'
import { listenToWaves, waveKey } from './wave-pointing.ts'
import { WaveReadout } from './wave-readout.tsx'
import { layouts, newWaves, type Waves } from './waves-model.ts'

interface Props {
  readonly room: Room
  readonly model: PairModel
  /** A look at the two that tells how long they are; later ones are in the model. */
  readonly first: PairLook
}

/** Both waveforms over each other, to the sample. Everything the canvases show is in the readout as well. */
export function WavesView({ room, model, first }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const overview = useRef<HTMLCanvasElement>(null)
  // What is in view stays while other ways to lie are looked at.
  const waves = useMemo(() => newWaves(room, model, first), [room, model])
  useEffect(() => {
    const on = { frame: frame.current, waves: canvas.current, overview: overview.current }
    if (!on.frame || !on.waves || !on.overview) return
    const surfaces = { frame: on.frame, waves: on.waves, overview: on.overview }
    const stops = [keepWavesPainted(room, waves, surfaces), listenToWaves(waves, surfaces)]
    return () => {
      for (const stop of stops) stop()
      waves.dispose()
    }
  }, [room, waves])
  const w = clockWords.value
  return (
    <section class="waves">
      <h3>{w.waves}</h3>
      <WaveTools waves={waves} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: a graph with keys of its own, each of which has a button too */}
      <div
        class="wave-frame"
        ref={frame}
        role="group"
        aria-label={w.wavesRegion}
        aria-describedby="wave-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the waveforms need a place to be pressed
        tabIndex={0}
        onKeyDown={event => {
          if (!waveKey(waves, event)) return
          event.preventDefault()
          event.stopPropagation()
          // After the readout was rendered: what it says now is what is read aloud.
          if (event.key !== ' ') requestAnimationFrame(() => room.speaker.say(readAloud(frame.current)))
        }}
      >
        <canvas class="wave-overview" ref={overview} role="presentation" />
        <canvas class="wave-canvas" ref={canvas} role="presentation" />
      </div>
      <p class="unseen" id="wave-keys">
        {w.wavesKeys}
      </p>
      <ListenBar waves={waves} />
      <WaveReadout room={room} waves={waves} />
      <PairActs room={room} waves={waves} />
      <p class="muted small wide-only-text">{w.keysShort}</p>
      <Agreeing model={model} />
      <p class="muted small">
        {w.wavesWhat} {w.heardWhat}
      </p>
    </section>
  )
}

/** What the strip at the foot of the overview shows, as a number. */
function Agreeing({ model }: { readonly model: PairModel }) {
  const state = model.look.value
  if (state.kind !== 'here' || state.look.windows === 0) return null
  const { along, chance } = state.look
  const agreeing = along.filter(({ z }) => z >= chance).length
  return <p class="muted small">{clockWords.value.windowsAgree(agreeing, along.length)}</p>
}

/** What the tools and the readout of these waveforms say, as one sentence. */
function readAloud(frame: HTMLElement | null): string {
  const parts = frame?.parentElement?.querySelectorAll('.wave-tools > .mono, .wave-readout dd') ?? []
  return [...parts].map(part => part.textContent).join('; ')
}

function WaveTools({ waves }: { readonly waves: Waves }) {
  const w = clockWords.value
  const n = numbers.value
  const { perPx, width } = waves.view.value
  const page = (by: number) => waves.pan(by * 0.9 * width * perPx)
  return (
    <div class="wave-tools">
      <div class="row">
        <button type="button" class="button icon" aria-label={w.pageBack} onClick={() => page(-1)}>
          <Icon name="previous" />
        </button>
        <button type="button" class="button icon" aria-label={w.pageOn} onClick={() => page(1)}>
          <Icon name="next" />
        </button>
        <button type="button" class="button icon" aria-label={w.zoomOut} onClick={() => waves.zoom(0.5)}>
          <Icon name="minus" />
        </button>
        <button type="button" class="button icon" aria-label={w.zoomIn} onClick={() => waves.zoom(2)}>
          <Icon name="plus" />
        </button>
        <button type="button" class="button" onClick={() => waves.showWhole()}>
          {w.whole}
        </button>
        <button type="button" class="button" onClick={() => waves.toSamples()}>
          {w.toSamples}
        </button>
      </div>
      <span class="mono muted">
        {perPx > 1
          ? w.perPixel(n.decimals(perPx, perPx < 10 ? 1 : 0))
          : w.pixelsPer(n.decimals(1 / perPx, 0))}
      </span>
      <select
        class="compact"
        aria-label={w.layout}
        value={waves.layout.value}
        onChange={event => {
          waves.layout.value = layouts.find(each => each === event.currentTarget.value) ?? 'over'
        }}
      >
        {layouts.map(each => (
          <option key={each} value={each}>
            {w[each]}
          </option>
        ))}
      </select>
    </div>
  )
}
