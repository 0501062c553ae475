import { effect } from '@preact/signals'
import type { SoundSpan, Waveform } from '@sightline/core/sound'
import { isLight } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { cleared, coloursOf, paintRuler, rulerHeight } from '../timeline/paint.ts'
import type { DrawnStretch } from './paint-stretches.ts'
import {
  type DrawnSound,
  overviewHeight,
  paintOverview,
  paintWaves,
  samplesPerBin,
  soundUnder,
  wavesHeight,
} from './paint-waves.ts'
import { fitted, type SoundExtent, sampleAt, sampleUnder } from './wave-axis.ts'
import type { Waves } from './waves-model.ts'

export interface WaveSurfaces {
  readonly frame: HTMLElement
  readonly waves: HTMLCanvasElement
  readonly overview: HTMLCanvasElement
}

/** What is stored of a recording's sound for looking at it. */
interface Stored {
  readonly wave: Waveform | null
  readonly spans: readonly SoundSpan[]
}

const nothing: Stored = { wave: null, spans: [] }

/** Keeps both canvases painted as view, cursor, samples or theme change, and while something is heard. */
export function keepWavesPainted(room: Room, waves: Waves, on: WaveSurfaces): () => void {
  let frame = 0
  const stored: Record<'a' | 'b', Stored> = { a: nothing, b: nothing }
  const paint = () => {
    frame = 0
    paintAll(room, waves, stored, on)
    if (waves.listening.state.peek().kind === 'playing') frame = requestAnimationFrame(paint)
  }
  const repaint = () => {
    frame ||= requestAnimationFrame(paint)
  }
  for (const which of ['a', 'b'] as const) {
    const id = waves.pair[which]
    const both = Promise.all([room.source.waveform(id), room.source.soundSpans(id)])
    room.speaker.heed(
      both.then(([wave, spans]) => {
        stored[which] = { wave, spans: spans ?? [] }
        repaint()
      }),
    )
  }
  const stop = effect(() => {
    // Read, so that each of them paints anew.
    const seen = [waves.view.value, waves.cursor.value, waves.layout.value, waves.came.value, isLight.value]
    if (seen && waves.pair.look.value && waves.pair.line.value !== undefined && waves.listening.state.value)
      repaint()
  })
  const observer = new ResizeObserver(() => {
    waves.resize(on.frame.clientWidth)
    repaint()
  })
  observer.observe(on.frame)
  document.fonts.ready.then(repaint, repaint)
  return () => {
    stop()
    observer.disconnect()
    cancelAnimationFrame(frame)
  }
}

function paintAll(
  room: Room,
  waves: Waves,
  stored: Readonly<Record<'a' | 'b', Stored>>,
  on: WaveSurfaces,
): void {
  const view = waves.view.peek()
  const line = waves.pair.line.peek()
  const overlap = waves.pair.overlap.peek()
  const look = waves.pair.look.peek()
  if (!line || !overlap || view.width === 0) return
  const colours = coloursOf(on.frame)
  const isClose = view.perPx <= samplesPerBin
  const end = sampleUnder(view, view.width)
  const lower = soundUnder(line)
  const hueOf = (id: string) => colours.hues[room.session.marks.peek().get(id)?.hue ?? 0] ?? colours.muted
  const [hueA, hueB] = [hueOf(waves.pair.a), hueOf(waves.pair.b)]
  const read = (id: string, count: number, from: number, to: number) =>
    isClose ? waves.store.read(id, count, from - 1, to + 2) : null
  const a: DrawnSound = {
    extent: waves.a,
    wave: stored.a.wave,
    stretches: stretchesOf(room, waves.pair.a, waves.a, stored.a.spans, sample => sample),
    run: read(waves.pair.a, waves.a.count, view.from, end),
    colour: hueA,
    under: sample => sample,
    over: sample => sample,
  }
  const b: DrawnSound = {
    extent: waves.b,
    wave: stored.b.wave,
    stretches: stretchesOf(room, waves.pair.b, waves.b, stored.b.spans, lower.over),
    run: read(waves.pair.b, waves.b.count, lower.under(view.from), lower.under(end)),
    // Of nine recordings two have the same hue: then the lower one is drawn in the colour of words.
    colour: hueB === hueA ? colours.text : hueB,
    ...lower,
  }
  const cursor = waves.cursor.peek()
  const context = cleared(on.waves, view.width, wavesHeight)
  if (context) {
    // One ruler is one straight line: that of the piece in the middle.
    const middle = (view.from + end) / 2
    const [first, last] = [waves.timeOf(view.from, middle).micros, waves.timeOf(end, middle).micros]
    paintRuler(context, { from: first, perPx: (last - first) / view.width, width: view.width }, colours)
    paintWaves(context, rulerHeight, {
      view,
      layout: waves.layout.peek(),
      colours,
      a,
      b,
      cursor,
      head: waves.listening.position(),
    })
  }
  const over = cleared(on.overview, view.width, overviewHeight)
  if (over)
    paintOverview(over, {
      whole: fitted(overlap, view.width),
      shown: { from: view.from, to: end },
      cursor,
      colours,
      a,
      b,
      along: look.kind === 'here' ? look.look.along : [],
      atB: seconds => lower.over(sampleAt(waves.b, seconds * 1e6)),
    })
}

/** The stretches without sound on the samples of the upper one, with the name of whose they are. */
function stretchesOf(
  room: Room,
  id: string,
  extent: SoundExtent,
  spans: readonly SoundSpan[],
  over: (sample: number) => number,
): readonly DrawnStretch[] {
  const { noSamples, digitalSilence } = words.peek().timeline
  const name = room.session.names.peek().get(id) ?? ''
  return spans.flatMap(({ from, to, state }): DrawnStretch[] => {
    if (state === 'present') return []
    const seconds = numbers.peek().decimals((to - from) / 1e6, 1)
    const told = state === 'absent' ? noSamples(seconds) : digitalSilence(seconds)
    return [
      {
        from: over(sampleAt(extent, from)),
        to: over(sampleAt(extent, to)),
        state,
        words: [`${name}: ${told}`, told],
      },
    ]
  })
}
