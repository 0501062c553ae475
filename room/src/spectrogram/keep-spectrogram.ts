import { effect, type Signal, signal } from '@preact/signals'
import { outputOf, type RecordingId } from '@sightline/core/case'
import { samplesPerSecond } from '@sightline/core/sync'
import { newSampleStore, type SampleRun } from '../clock/sample-store.ts'
import { isLight } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { type View, xOf } from '../timeline/geometry.ts'
import { coloursOf } from '../timeline/paint.ts'
import { stretchesOf } from '../watch/lanes.ts'
import { columnAt, type LaneSound, longestViewMicros, samplesFor } from './columns.ts'
import { emptyField, type Field, paintField } from './paint-spectrogram.ts'
import { type Spectrum, spectrumOf } from './spectrum.ts'

export const windowLengths = [128, 256, 512] as const
export type WindowLength = (typeof windowLengths)[number]

/** What the field shows, or why it shows nothing. */
export type FieldState = 'shown' | 'coming' | 'too-wide' | 'no-sound' | 'not-in-view'

/** A level under a point of the field. */
export interface Level {
  readonly hertz: number
  /** dB of full scale. */
  readonly level: number
}

export interface Spectrogram {
  readonly state: Signal<FieldState>
  /** The level at a pixel and a share of the height from the top; null where there is no sound. */
  at(x: number, share: number): Level | null
  /** The loudest pitch at a case time that is in view. */
  loudestAt(time: number): Level | null
  /** Counts up whenever other levels are shown. */
  readonly painted: Signal<number>
  stop(): void
}

/** Little enough of a frame of 60 a second that panning stays quick. */
const sliceMs = 7

/** Keeps the spectrogram of a lane painted as the timeline moves. Works in slices: a view that was left is given up. */
export function keepSpectrogram(
  room: Room,
  id: RecordingId,
  canvas: HTMLCanvasElement,
  length: WindowLength,
): Spectrogram {
  const state = signal<FieldState>('coming')
  const painted = signal(0)
  const spectrum = spectrumOf(length)
  let shown: { readonly view: View; readonly field: Field } | null = null
  let frame = 0
  const begin = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(start)
  }
  const store = newSampleStore({
    fetch: (each, from, count) => room.source.soundSamples(each, from, count),
    onCome: begin,
    onTrouble: error => room.speaker.heed(Promise.reject(error)),
  })
  const start = () => {
    const view = room.session.timeline.peek()
    const sound = soundOf(room, id)
    const height = canvas.parentElement?.clientHeight ?? 0
    const field = emptyField(Math.floor(view.width), length / 2)
    const say = (next: FieldState) => {
      state.value = next
      shown = null
      paintField(canvas, field, height, coloursOf(canvas))
    }
    if (!sound) return say('no-sound')
    if (view.width * view.perPx > longestViewMicros) return say('too-wide')
    const wanted = samplesFor(view, sound, length)
    if (!wanted) return say('not-in-view')
    const run = store.read(id, sound.count, wanted.from, wanted.to)
    if (!run) {
      state.value = 'coming'
      return
    }
    const fill = (from: number) => {
      const end = performance.now() + sliceMs
      let x = from
      while (x < field.width && performance.now() < end)
        fillColumn(field, x++, { view, sound, spectrum, run })
      if (x < field.width) {
        frame = requestAnimationFrame(() => fill(x))
        return
      }
      paintField(canvas, field, height, coloursOf(canvas))
      shown = { view, field }
      state.value = 'shown'
      painted.value += 1
    }
    fill(0)
  }
  const stopFollowing = effect(() => {
    const { session, watch } = room
    const seen = [session.timeline.value, session.lanes.value, watch.sounds.value, watch.waveforms.value]
    if (seen.length > 0 && isLight.value !== null) begin()
  })
  const levelAt = (x: number, bin: number): Level | null => {
    if (!shown) return null
    const { bins, levels, width } = shown.field
    const level = x >= 0 && x < width && bin >= 0 && bin < bins ? levels[x * bins + bin] : undefined
    if (level === undefined || Number.isNaN(level)) return null
    return { hertz: (bin * samplesPerSecond) / length, level }
  }
  return {
    state,
    painted,
    at: (x, share) => levelAt(Math.floor(x), Math.floor((1 - share) * (length / 2))),
    loudestAt(time) {
      if (!shown) return null
      const x = Math.floor(xOf(shown.view, time))
      let best: Level | null = null
      for (let bin = 1; bin < length / 2; bin++) {
        const found = levelAt(x, bin)
        if (found && (!best || found.level > best.level)) best = found
      }
      return best
    },
    stop() {
      stopFollowing()
      cancelAnimationFrame(frame)
    },
  }
}

interface Filling {
  readonly view: View
  readonly sound: LaneSound
  readonly spectrum: Spectrum
  readonly run: SampleRun
}

function fillColumn(field: Field, x: number, { view, sound, spectrum, run }: Filling): void {
  const column = columnAt(view, x, sound, spectrum.length)
  if (column.kind === 'absent') field.absent[x] = 1
  if (column.kind !== 'sound') return
  const levels = field.levels.subarray(x * field.bins, (x + 1) * field.bins)
  levels.fill(Number.NEGATIVE_INFINITY)
  for (const start of column.starts) spectrum.loudest(run.values, start - run.from, levels)
}

function soundOf(room: Room, id: RecordingId): LaneSound | null {
  const lane = room.session.lanes.peek().find(each => each.id === id)
  const wave = room.watch.waveforms.peek().get(id)
  const stored = lane && outputOf(lane.recording, 'samples')
  if (!lane || !wave || !stored) return null
  const stretches = stretchesOf(lane, room.watch.sounds.peek().get(id) ?? null)
  return {
    covers: lane.covers,
    stretches,
    originMicros: wave.originMicros,
    count: Math.floor(stored.bytes / 2),
  }
}
