import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { clockMapOf, placementOf } from '@sightline/core/case'
import { type PairLook, samplesPerSecond } from '@sightline/core/sync'
import { type ClockPiece, caseTimeOn, type MediaMicros, pieceAtMedia } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { spared } from '../spared.ts'
import { words } from '../strings/index.ts'
import { type HeardAs, type Listening, newListening } from './listening.ts'
import type { PairModel } from './pair-model.ts'
import { newSampleStore, type SampleStore } from './sample-store.ts'
import {
  centredOn,
  fitted,
  kept,
  mediaOf,
  panned,
  type SoundExtent,
  type Stretch,
  sampleAt,
  sampleUnder,
  type WaveView,
  xOfSample,
  zoomed,
} from './wave-axis.ts'

export const layouts = ['over', 'under'] as const
export type WaveLayout = (typeof layouts)[number]

/** The waveforms on the screen: what is in view, where the cursor is, and what is heard. All in samples of a. */
export interface Waves {
  readonly pair: PairModel
  readonly a: SoundExtent
  readonly b: SoundExtent
  readonly view: ReadonlySignal<WaveView>
  readonly cursor: ReadonlySignal<number>
  readonly layout: Signal<WaveLayout>
  readonly heardAs: Signal<HeardAs>
  readonly store: SampleStore
  /** Counts what has come, so that painting follows. */
  readonly came: ReadonlySignal<number>
  readonly listening: Listening
  resize(width: number): void
  zoom(factor: number, x?: number): void
  pan(samples: number): void
  /** Brings a sample into the middle. */
  show(sample: number): void
  showWhole(): void
  toSamples(): void
  setCursor(sample: number): void
  stepCursor(pixels: number): void
  nudge(samples: number): void
  togglePlay(): void
  /**
   * The time that a sample of a is told at: on its clock, else in its own file. Where a has cuts, that of the piece in which
   * the sample `near` lies.
   */
  timeOf(sample: number, near?: number): { readonly micros: number; readonly on: 'clock' | 'file' }
  dispose(): void
}

/** Ten pixels to a sample: single samples are seen as dots. */
const samplesPerPx = 1 / 10
/** A view of single samples lasts a hundredth of a second: nobody hears what that is. */
const shortestHeard = 3 * samplesPerSecond

export function newWaves(room: Room, pair: PairModel, look: PairLook): Waves {
  const { a, b } = look
  const whole = (): Stretch => pair.overlap.peek() ?? { from: 0, to: a.count }
  const view = signal<WaveView>(fitted(whole(), 0))
  const cursor = signal(placeToBegin(look, pair))
  const came = signal(0)
  let isFitted = true
  const fetch = (id: string, from: number, count: number) => room.source.soundSamples(id, from, count)
  const listening = newListening(fetch)
  const set = (next: WaveView) => {
    isFitted = next.perPx >= fitted(whole(), next.width).perPx
    view.value = next
  }
  const waves: Waves = {
    pair,
    a,
    b,
    view,
    cursor,
    layout: signal<WaveLayout>('over'),
    heardAs: signal<HeardAs>('apart'),
    store: newSampleStore({
      fetch,
      onCome: () => {
        came.value = came.peek() + 1
      },
      onTrouble: error => room.speaker.tell(error instanceof Error ? error.message : String(error)),
    }),
    came,
    listening,
    resize(width) {
      const before = view.peek()
      if (width === before.width) return
      view.value = isFitted ? fitted(whole(), width) : kept({ ...before, width }, whole())
    },
    zoom(factor, x) {
      const now = view.peek()
      const onCursor = xOfSample(now, cursor.peek())
      const around = x ?? (onCursor >= 0 && onCursor <= now.width ? onCursor : now.width / 2)
      set(zoomed(now, around, factor, whole()))
    },
    pan(samples) {
      set(panned(view.peek(), samples, whole()))
    },
    show(sample) {
      waves.setCursor(sample)
      set(centredOn(view.peek(), cursor.peek(), whole()))
    },
    showWhole() {
      set(fitted(whole(), view.peek().width))
    },
    toSamples() {
      const now = view.peek()
      set(centredOn(zoomed(now, 0, now.perPx / samplesPerPx, whole()), cursor.peek(), whole()))
    },
    setCursor(sample) {
      const { from, to } = whole()
      cursor.value = Math.round(Math.min(Math.max(sample, from), Math.max(from, to - 1)))
    },
    stepCursor(pixels) {
      const now = view.peek()
      const by = Math.max(1, Math.abs(pixels * now.perPx)) * Math.sign(pixels)
      waves.setCursor(cursor.peek() + by)
      const x = xOfSample(now, cursor.peek())
      if (x < 0 || x > now.width) set(centredOn(now, cursor.peek(), whole()))
    },
    nudge(samples) {
      pair.shift.value = pair.shift.peek() + samples
    },
    togglePlay() {
      const line = pair.line.peek()
      if (listening.state.peek().kind !== 'silent') return listening.stop()
      if (spared.sound.peek()) return room.speaker.say(words.peek().spared.sound)
      if (!line) return
      // The room's own sound gives way.
      room.engine.pause()
      const now = view.peek()
      const end = sampleUnder(now, now.width)
      const at = cursor.peek()
      // From the cursor where it can be seen and something follows it.
      for (const id of [pair.a, pair.b])
        room.source.saw({ saw: 'recording', recording: id, version: 'samples' })
      const from = at >= now.from && at < end - samplesPerSecond / 100 ? at : now.from
      room.speaker.heed(
        listening.play({
          a: pair.a,
          b: pair.b,
          line,
          stretch: { from, to: Math.min(whole().to, Math.max(end, from + shortestHeard)) },
          counts: { a: a.count, b: b.count },
          how: waves.heardAs.peek(),
        }),
      )
    },
    timeOf(sample, near = sample) {
      const media = mediaOf(a, sample)
      const piece = pieceOf(room, pair.a, mediaOf(a, near))
      return piece
        ? { micros: caseTimeOn(piece, media as MediaMicros), on: 'clock' }
        : { micros: media, on: 'file' }
    },
    dispose() {
      stopHearing()
      stopKeeping()
      listening.dispose()
    },
  }
  // Whoever wants no sound hears none, at once; what is heard is how the two lie, so a move ends it.
  const stopHearing = effect(() => {
    if (spared.sound.value || pair.line.value) listening.stop()
  })
  const stopKeeping = effect(() => {
    const overlap = pair.overlap.value
    if (!overlap) return
    const before = view.peek()
    view.value = isFitted ? fitted(overlap, before.width) : kept(before, overlap)
    waves.setCursor(cursor.peek())
  })
  return waves
}

/** The middle of the window that agrees best: there is something to see and to hear. */
function placeToBegin({ along, b }: PairLook, { line, overlap }: PairModel): number {
  const on = line.peek()
  const best = along.reduce((most, each) => (each.z > most.z ? each : most), along[0] ?? { at: 0, z: 0 })
  const { from, to } = overlap.peek() ?? { from: 0, to: 0 }
  if (!on || along.length === 0) return Math.round((from + to) / 2)
  return Math.round(on.lag + (1 + on.slope) * sampleAt(b, best.at * 1e6))
}

/** The line on which a recording lies on its clock around a media time; null where it lies on none. */
export function pieceOf(room: Room, id: string, media: number): ClockPiece | null {
  const recording = room.source.state.value.recordings.get(id)
  const placement = recording && placementOf(recording)
  return placement?.kind === 'placed' ? pieceAtMedia(clockMapOf(placement), media as MediaMicros) : null
}
