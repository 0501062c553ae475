import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { isClearedAt, type Recording, type RecordingId } from '@sightline/core/case'
import { frameShown, type ShownFrame, type ShownLine, shownAt } from '@sightline/core/conform'
import {
  type CaseMicros,
  caseMicros,
  frameAtMedia,
  type MediaMicros,
  ptsOf,
  straightMap,
} from '@sightline/core/time'
import { type AngleView, createEngine, type Engine } from '../engine/engine.ts'
import { spared } from '../spared.ts'
import { words } from '../strings/index.ts'
import { versionOf } from '../watch/watch.ts'
import type { EditsModel } from './edits-model.ts'

/** A frame on the film's own clock. */
export interface FilmFrame {
  readonly index: number
  readonly pts: MediaMicros
}

/** The frame of a recording that belongs on the screen, and by which line; null for one looked at by itself. */
export interface RawTarget {
  readonly raw: RecordingId
  readonly index: number
  readonly pts: MediaMicros
  readonly shown: ShownFrame | null
}

/**
 * Two engines, tied: one plays the film on its own clock, the other shows the frame of the recording that belongs to the film's
 * frame, or plays the recording by itself at true speed.
 */
export interface TiedPlayer {
  readonly film: Engine
  readonly raw: Engine
  readonly filmFrame: ReadonlySignal<FilmFrame | null>
  /** All lines that show something at this frame, the one that fills the picture first. */
  readonly shown: ReadonlySignal<readonly ShownLine[]>
  readonly target: ReadonlySignal<RawTarget | null>
  readonly filmView: ReadonlySignal<AngleView | null>
  readonly rawViews: ReadonlySignal<ReadonlyMap<RecordingId, AngleView>>
  /** Whether the pictures of an instant may be shown: cleared by a person, or asked for. */
  readonly isOpen: (recording: Recording, at: MediaMicros) => boolean
  attachFilm(element: HTMLElement, canvas: HTMLCanvasElement): () => void
  attachRaw(id: RecordingId, element: HTMLElement, canvas: HTMLCanvasElement): () => void
  /** Goes to an instant of the film, and back to following it. */
  seek(at: number): void
  step(by: 1 | -1): void
  /** Looks at an instant of a recording by itself. */
  look(raw: RecordingId, at: MediaMicros): void
  /** One frame, or so many microseconds, of the recording that is looked at by itself; false while it follows the film. */
  moveRaw(by: { readonly frames: 1 | -1 } | { readonly micros: number }): boolean
  togglePlay(): void
  /** The film is silent until somebody asks to hear it. */
  readonly isHeard: ReadonlySignal<boolean>
  toggleSound(): void
  /** Plays the recording from the frame that is shown, at true speed, or stops it. */
  toggleRaw(): void
  dispose(): void
}

/** 64 MiB each: twenty frames and more of 1280 by 720 either way. */
const budgetBytes = 64 * 2 ** 20
/** The film and the recordings stand here on their own clocks: media time is case time. */
const ownClock = straightMap(0 as CaseMicros, 0)

function engineOfItsOwn(): Engine {
  return createEngine({
    // The page's own root tells the time of the case; this clock is another one.
    root: document.createElement('div'),
    schedule: tick => requestAnimationFrame(tick),
    unschedule: handle => cancelAnimationFrame(handle),
    now: () => performance.now(),
    openAudio: () => (typeof AudioContext === 'undefined' ? null : new AudioContext()),
    budgetBytes,
  })
}

export function tiedPlayer(model: EditsModel): TiedPlayer {
  const { room } = model
  const { source, watch } = room
  const film = engineOfItsOwn()
  const raw = engineOfItsOwn()
  const filmView = signal<AngleView | null>(null)
  const rawViews = signal<ReadonlyMap<RecordingId, AngleView>>(new Map())
  const seen = new Set<string>()
  const isHeard = signal(false)

  const isOpen = (recording: Recording, at: MediaMicros) =>
    model.asked.value.has(recording.id) || isClearedAt(recording, at)

  const filmFrame = computed((): FilmFrame | null => {
    const id = model.film.value?.id
    const times = id === undefined ? undefined : model.times.value.get(id)
    const index = times ? frameAtMedia(times, film.time.value) : null
    return times && index !== null ? { index, pts: ptsOf(times, index) } : null
  })
  const shown = computed(() => {
    const frame = filmFrame.value
    return frame === null ? [] : shownAt(model.lines.value, Math.round(frame.pts) as MediaMicros)
  })
  const target = computed((): RawTarget | null => {
    const { value: loose } = model.loose
    const id = loose?.raw ?? shown.value[0]?.line.raw
    const times = id === undefined ? undefined : model.times.value.get(id)
    if (id === undefined || !times) return null
    if (loose) {
      const at = raw.playing.value ? raw.time.value : loose.at
      const index = frameAtMedia(times, at)
      return index === null ? null : { raw: id, index, pts: ptsOf(times, index), shown: null }
    }
    const frame = filmFrame.value
    const line = shown.value[0]
    const found = frame && line ? frameShown(line, frame, times) : null
    return found ? { raw: id, index: found.index, pts: ptsOf(times, found.index), shown: found } : null
  })

  const note = (saw: 'film' | 'recording', recording: Recording) => {
    const key = `${saw} ${recording.id}`
    if (seen.has(key)) return
    seen.add(key)
    source.saw({ saw, recording: recording.id, version: versionOf(recording) })
  }

  const stops = [
    effect(() => {
      const recording = model.film.value
      const view = filmView.value
      if (!recording || !view) return
      const isAllowed = isOpen(recording, film.time.value as unknown as MediaMicros)
      film.setVisible(recording.id, isAllowed)
      if (isAllowed) note('film', recording)
    }),
    effect(() => {
      const wanted = target.value
      const recording = wanted ? source.state.value.recordings.get(wanted.raw) : undefined
      const isAllowed = wanted !== null && recording !== undefined && isOpen(recording, wanted.pts)
      for (const id of rawViews.value.keys()) raw.setVisible(id, isAllowed && id === wanted.raw)
      if (!isAllowed || !rawViews.value.has(wanted.raw)) return
      note('recording', recording)
      if (!raw.playing.peek()) raw.seek(caseMicros(Math.ceil(wanted.pts)))
    }),
    // Another film begins at its own beginning.
    effect(() => {
      const id = model.film.value?.id
      const times = id === undefined ? undefined : model.times.value.get(id)
      if (!times) return
      const first = ptsOf(times, 0)
      const end = ptsOf(times, times.boundaries.length - 1)
      const { value: wanted } = model.wanted
      if (wanted !== null && filmView.value) {
        film.seek(caseMicros(Math.max(Math.ceil(first), Math.min(end - 1, Math.round(wanted)))))
        model.wanted.value = null
      } else if (film.time.peek() < first || film.time.peek() >= end) film.seek(caseMicros(Math.ceil(first)))
    }),
  ]

  const attach = (
    engine: Engine,
    recording: Recording,
    { element, canvas }: { readonly element: HTMLElement; readonly canvas: HTMLCanvasElement },
  ): AngleView | null => {
    const times = model.times.peek().get(recording.id)
    if (!times) return null
    return engine.addAngle({
      id: recording.id,
      element,
      picture: { canvas, frameTimes: times },
      map: ownClock,
      openMedia: watch.openUrl(source.mediaUrl(recording.id, versionOf(recording))),
      isVisible: false,
    })
  }

  const follow = () => {
    raw.pause()
    model.loose.value = null
  }

  return {
    film,
    raw,
    filmFrame,
    shown,
    target,
    filmView,
    rawViews,
    isOpen,
    attachFilm(element, canvas) {
      const recording = model.film.peek()
      if (!recording) return () => undefined
      filmView.value = attach(film, recording, { element, canvas })
      return () => {
        filmView.value = null
        film.removeAngle(recording.id)
      }
    },
    attachRaw(id, element, canvas) {
      const recording = source.state.peek().recordings.get(id)
      const view = recording ? attach(raw, recording, { element, canvas }) : null
      if (view) rawViews.value = new Map(rawViews.peek()).set(id, view)
      return () => {
        const rest = new Map(rawViews.peek())
        rest.delete(id)
        rawViews.value = rest
        raw.removeAngle(id)
      }
    },
    seek(at) {
      follow()
      const { from, to } = film.span.peek() ?? { from: 0, to: 1 }
      film.seek(caseMicros(Math.max(from, Math.min(to - 1, Math.round(at)))))
    },
    step(by) {
      follow()
      const id = model.film.peek()?.id
      if (id !== undefined) film.step(id, by)
    },
    look(id, at) {
      film.pause()
      raw.pause()
      const times = model.times.peek().get(id)
      const first = times ? Math.ceil(ptsOf(times, 0)) : at
      model.loose.value = { raw: id, at: Math.max(at, first) as MediaMicros }
    },
    moveRaw(by) {
      const { value: loose } = model.loose
      const times = loose ? model.times.peek().get(loose.raw) : undefined
      const now = target.peek()
      if (!loose || !times || !now) return false
      raw.pause()
      const last = times.boundaries.length - 2
      const index =
        'frames' in by
          ? now.index + by.frames
          : (frameAtMedia(times, now.pts + by.micros) ?? (by.micros < 0 ? 0 : last))
      const held = Math.max(0, Math.min(last, index))
      model.loose.value = { raw: loose.raw, at: Math.ceil(ptsOf(times, held)) as MediaMicros }
      return true
    },
    togglePlay() {
      follow()
      if (film.playing.peek()) film.pause()
      else film.play()
    },
    isHeard,
    toggleSound() {
      if (!isHeard.peek() && spared.sound.peek()) return room.speaker.say(words.peek().spared.sound)
      isHeard.value = !isHeard.peek()
      film.allowSound()
      film.setSounding(isHeard.peek() ? (model.film.peek()?.id ?? null) : null)
    },
    toggleRaw() {
      film.pause()
      const now = target.peek()
      if (raw.playing.peek()) {
        const at = raw.time.peek() as unknown as MediaMicros
        raw.pause()
        if (now) model.loose.value = { raw: now.raw, at }
        return
      }
      if (!now) return
      model.loose.value = { raw: now.raw, at: Math.ceil(now.pts) as MediaMicros }
      raw.setSpeed(1)
      // Who hears the film hears the recording too.
      if (isHeard.peek()) raw.allowSound()
      raw.setSounding(isHeard.peek() ? now.raw : null)
      raw.play()
    },
    dispose() {
      for (const stop of stops) stop()
      film.dispose()
      raw.dispose()
    },
  }
}
