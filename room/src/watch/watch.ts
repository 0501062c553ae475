import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { outputOf, type Recording, type RecordingId } from '@sightline/core/case'
import type { SoundSpan, Waveform } from '@sightline/core/sound'
import type { ClockMap, FrameTimes } from '@sightline/core/time'
import type { OpenMedia } from '../engine/angle.ts'
import type { AngleView, Engine } from '../engine/engine.ts'
import type { Session } from '../session.ts'
import type { CaseSource, Strip } from '../source/case-source.ts'
import { type Lane, wholeOf } from './lanes.ts'

/** Makes what opens a medium from its address. */
export type OpenUrl = (url: string) => OpenMedia

/** Binds the case to the engine: each angle on the screen is given frame times, a map and media, and kept up with the log. */
export interface Watch {
  readonly waveforms: ReadonlySignal<ReadonlyMap<RecordingId, Waveform>>
  readonly sounds: ReadonlySignal<ReadonlyMap<RecordingId, readonly SoundSpan[]>>
  readonly frames: ReadonlySignal<ReadonlyMap<RecordingId, FrameTimes>>
  readonly strips: ReadonlySignal<ReadonlyMap<RecordingId, LoadedStrip>>
  /** Why an angle has nothing to be drawn from: outputs that could not be read. */
  readonly failures: ReadonlySignal<ReadonlyMap<RecordingId, string>>
  /** What the engine says of each angle it was given. */
  readonly views: ReadonlySignal<ReadonlyMap<RecordingId, AngleView>>
  readonly openUrl: OpenUrl
  /** Gives an angle's canvas to the engine; the answer takes it away again. */
  attach(id: RecordingId, element: HTMLElement, canvas: HTMLCanvasElement): () => void
  /** Says whether an angle can be seen: those scrolled away are not decoded. */
  setVisible(id: RecordingId, isVisible: boolean): void
}

/** Thumbnails that are ready to be drawn. */
export interface LoadedStrip extends Strip {
  readonly image: HTMLImageElement
}

/** Which bytes an angle is drawn from: the review proxy once it is made, before that the file as received. */
export type Version = 'proxy' | 'original'
export function versionOf(recording: Recording): Version {
  return outputOf(recording, 'proxy') ? 'proxy' : 'original'
}

interface Place {
  readonly element: HTMLElement
  readonly canvas: HTMLCanvasElement | null
  /** What the engine was last told. */
  told: { readonly map: string; readonly version: Version; readonly times: FrameTimes | null } | null
}

type Known<T> = Signal<ReadonlyMap<RecordingId, T>>

export function newWatch(source: CaseSource, engine: Engine, session: Session, openUrl: OpenUrl): Watch {
  const places: Known<Place> = signal(new Map())
  const views: Known<AngleView> = signal(new Map())
  const frames: Known<FrameTimes> = signal(new Map())
  const waveforms: Known<Waveform> = signal(new Map())
  const sounds: Known<readonly SoundSpan[]> = signal(new Map())
  const strips: Known<LoadedStrip> = signal(new Map())
  const failures: Known<string> = signal(new Map())
  const asked = new Set<string>()
  const hidden = new Set<RecordingId>()

  /**
   * Asks once for each stored result of a recording, and again only when there is a newer one. Results are known by hash, but two
   * recordings can have the same: a copy at lower quality has the frame times of its source.
   */
  const load = <T>(into: Known<T>, lane: Lane, name: string, from: () => Promise<T | null>) => {
    const stored = hashOf(lane.recording, name)
    const wanted = `${lane.id} ${name} ${stored}`
    if (stored === null || asked.has(wanted)) return
    asked.add(wanted)
    from().then(
      value => {
        if (value !== null) put(into, lane.id, value)
      },
      (error: unknown) => {
        asked.delete(wanted)
        put(failures, lane.id, error instanceof Error ? error.message : String(error))
      },
    )
  }

  const take = (id: RecordingId, place: Place): (() => void) => {
    put(places, id, place)
    return () =>
      batch(() => {
        if (places.peek().get(id) === place) drop(places, id)
        if (!place.told) return
        drop(views, id)
        engine.removeAngle(id)
      })
  }

  effect(() => {
    for (const lane of session.lanes.value) {
      if (lane.hasPictures) load(frames, lane, 'frames', () => source.frameTimes(lane.id))
      if (lane.recording.isCleared || lane.recording.spans.some(each => each.isCleared))
        load(strips, lane, 'strip', () => loadedStrip(source, lane.id))
      if (!lane.hasSound) continue
      load(waveforms, lane, 'waveform', () => source.waveform(lane.id))
      load(sounds, lane, 'sound', () => source.soundSpans(lane.id))
    }
  })

  effect(() => {
    const soundOnly = session.lanes.value.filter(lane => !lane.hasPictures)
    engine.setExtraSpan(soundOnly.length > 0 ? wholeOf(soundOnly) : null)
  })

  // A recording without pictures is an angle of the engine that has no element on the page: it is only heard.
  const heardOnly = new Map<RecordingId, () => void>()
  effect(() => {
    const wanted = new Set(session.lanes.value.filter(lane => !lane.hasPictures).map(lane => lane.id))
    for (const id of wanted) {
      if (heardOnly.has(id)) continue
      heardOnly.set(id, take(id, { element: document.createElement('div'), canvas: null, told: null }))
    }
    for (const [id, leave] of heardOnly) {
      if (wanted.has(id)) continue
      heardOnly.delete(id)
      leave()
    }
  })

  effect(() => {
    for (const lane of session.lanes.value) {
      const place = places.value.get(lane.id)
      const times = frames.value.get(lane.id)
      if (place && (times || !lane.hasPictures)) tellEngine(lane, place, times ?? null)
    }
  })

  effect(() => {
    const id = session.sounding.value
    if (id !== null && !session.lanes.value.some(lane => lane.id === id)) session.sounding.value = null
    const recording = id === null ? undefined : source.state.value.recordings.get(id)
    const isSpared = session.isScrubbing.value && recording !== undefined && !isWhollyCleared(recording)
    // Read, so that a recording chosen before its angle exists is heard as soon as it does.
    engine.setSounding(id !== null && views.value.has(id) && !isSpared ? id : null)
  })

  effect(() => engine.setFront(session.current.value))

  let attended = ''
  effect(() => {
    const wanted = session.lanes.value.map(lane => lane.id)
    const front = session.current.value
    const inOrder = front === null ? wanted : [front, ...wanted.filter(id => id !== front)]
    if (session.isCovered.value || inOrder.join() === attended) return
    attended = inOrder.join()
    source.attend(inOrder)
  })

  function tellEngine(lane: Lane, place: Place, frameTimes: FrameTimes | null): void {
    const version = versionOf(lane.recording)
    const map = mapText(lane.map)
    const { told, element, canvas } = place
    const openMedia = openUrl(source.mediaUrl(lane.id, version))
    place.told = { map, version, times: frameTimes }
    if (!told || told.times !== frameTimes) {
      const picture = canvas && frameTimes ? { canvas, frameTimes } : null
      put(
        views,
        lane.id,
        engine.addAngle({
          id: lane.id,
          element,
          picture,
          map: lane.map,
          openMedia,
          isVisible: !hidden.has(lane.id),
        }),
      )
      source.saw({ saw: 'recording', recording: lane.id, version })
      return
    }
    if (told.map !== map) engine.setMap(lane.id, lane.map)
    if (told.version === version) return
    engine.replaceMedia(lane.id, openMedia).then(
      isReplaced => {
        if (isReplaced) source.saw({ saw: 'recording', recording: lane.id, version })
      },
      (error: unknown) => put(failures, lane.id, String(error)),
    )
  }

  return {
    waveforms,
    sounds,
    frames,
    strips,
    failures,
    views,
    openUrl,
    attach: (id, element, canvas) => take(id, { element, canvas, told: null }),
    setVisible(id, isVisible) {
      if (isVisible) hidden.delete(id)
      else hidden.add(id)
      engine.setVisible(id, isVisible)
    },
  }
}

/** Nothing of the recording is warned of: what is heard in passing lies in what a person has cleared. */
function isWhollyCleared({ isCleared, spans }: Recording): boolean {
  return isCleared && spans.every(each => each.isCleared)
}

async function loadedStrip(source: CaseSource, id: RecordingId): Promise<LoadedStrip | null> {
  const strip = await source.strip(id)
  if (strip === null) return null
  const image = new Image()
  image.src = strip.url
  await image.decode()
  return { ...strip, image }
}

function put<T>(known: Known<T>, id: RecordingId, value: T): void {
  known.value = new Map(known.peek()).set(id, value)
}

function drop<T>(known: Known<T>, id: RecordingId): void {
  const rest = new Map(known.peek())
  rest.delete(id)
  known.value = rest
}

function hashOf(recording: Recording, name: string): string | null {
  const made = outputOf(recording, name)
  if (made) return made.sha256
  return name === 'frames' && recording.probe.kind === 'probed'
    ? (recording.probe.frames?.sha256 ?? null)
    : null
}

/** Maps are compared by what they say: every entry of the log makes new objects. */
function mapText(map: ClockMap): string {
  return map.map(piece => `${piece.from} ${piece.start} ${piece.driftPpm}`).join(';')
}
