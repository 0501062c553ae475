// The page that the engine is tested in. It reads the canvases as a stranger would, and works out for itself what they must show.
import {
  type CaseMicros,
  type ClockMap,
  caseMicros,
  type FrameTimes,
  frameAtCase,
  frameCount,
  ptsOf,
  straightMap,
} from '@sightline/core/time'
import { browserNetwork } from '../../room/src/engine/browser-network.ts'
import { createEngine, type Engine } from '../../room/src/engine/engine.ts'
import { MediaRequests } from '../../room/src/engine/media-requests.ts'
import { mediaOpener } from '../../room/src/engine/open-media.ts'
import type { AudioOutput } from '../../room/src/engine/sound.ts'
import { readCounter } from '../cases/pictures/counter.ts'
import { randomFrom } from './random.ts'

/** An angle to put in the page. `counters` are the numbers burned into its frames, as another decoder reads them. */
export interface PageAngle {
  readonly id: string
  readonly url: string
  readonly boundaries: readonly number[]
  readonly startMicros: number
  readonly driftPpm: number
  readonly counters: readonly (number | null)[]
}

export interface Outcome {
  readonly checked: number
  readonly wrong: readonly string[]
  /** Different frames seen, per angle. */
  readonly seen: Readonly<Record<string, number>>
}

interface Placed extends PageAngle {
  readonly element: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly times: FrameTimes
  readonly map: ClockMap
}

const requests = new MediaRequests(4)
const openMedia = mediaOpener({ requests, network: browserNetwork(), protocol: location.protocol })
const scratch = document.createElement('canvas')
const reader = scratch.getContext('2d', {
  willReadFrequently: true,
  alpha: false,
}) as CanvasRenderingContext2D
let engine: Engine
let angles: Placed[] = []

/** How a browser takes a decoder away: with the error of one that rested too long, with one of its own, or without a word. */
export const losses = ['reclaimed', 'failed', 'silent'] as const
type Loss = (typeof losses)[number]

/** Every decoder that the engine has made and not yet closed, each with what takes it away. */
const decoders = new Map<VideoDecoder, (loss: Loss) => void>()
if (typeof VideoDecoder !== 'undefined')
  globalThis.VideoDecoder = class extends VideoDecoder {
    constructor(init: VideoDecoderInit) {
      super(init)
      decoders.set(this, loss => {
        this.close()
        if (loss === 'reclaimed') init.error(new DOMException('codec reclaimed', 'QuotaExceededError'))
        if (loss === 'failed') init.error(new DOMException('decoding error', 'EncodingError'))
      })
    }
    override close(): void {
      decoders.delete(this)
      super.close()
    }
  }

/** Takes every decoder away that is open now; tells how many. */
function loseDecoders(loss: Loss): number {
  const open = [...decoders.values()]
  for (const lose of open) lose(loss)
  return open.length
}

/** The browser lets go of what is on a canvas, and says so; until it is given back nothing can be drawn. */
function loseCanvas(id: string): () => void {
  const canvas = angles.find(angle => angle.id === id)?.canvas as HTMLCanvasElement
  const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.isContextLost = () => true
  canvas.dispatchEvent(new Event('contextlost', { cancelable: true }))
  return () => {
    context.isContextLost = () => false
    canvas.dispatchEvent(new Event('contextrestored'))
  }
}

/** Every `<video>` that was made, in or out of the document. */
const videos: HTMLVideoElement[] = []
const createElement = document.createElement.bind(document)
document.createElement = ((name: string) => {
  const element = createElement(name)
  if (element instanceof HTMLVideoElement) videos.push(element)
  return element
}) as typeof document.createElement

/** Has every `<video>` fail as one does whose file or decoder is gone; tells how many were on a file. */
function loseVideos(): number {
  const open = videos.filter(video => video.src !== '')
  for (const video of open) video.src = 'data:video/mp4,gone'
  return open.length
}

let tap: AnalyserNode | null = null

/** A sound output that can be listened to by the test. */
function tappedOutput(): AudioOutput {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 8192
  analyser.smoothingTimeConstant = 0
  analyser.connect(context.destination)
  tap = analyser
  return new Proxy(context, {
    get: (target, name) => {
      if (name === 'destination') return analyser
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** The strongest tone in what was just put out, to the width of a bin (6 Hz); null in silence. */
function heardHertz(): number | null {
  if (!tap) return null
  const levels = new Float32Array(tap.frequencyBinCount)
  tap.getFloatFrequencyData(levels)
  const loudest = levels.reduce((best, level, bin) => (level > (levels[best] as number) ? bin : best), 0)
  if ((levels[loudest] as number) < -60) return null
  return (loudest * tap.context.sampleRate) / tap.fftSize
}

const nextFrame = () => new Promise<void>(resolve => requestAnimationFrame(() => resolve()))

function start(wanted: readonly PageAngle[], budgetBytes?: number): void {
  engine?.dispose()
  document.body.replaceChildren()
  engine = createEngine({
    root: document.documentElement,
    schedule: tick => requestAnimationFrame(tick),
    unschedule: handle => cancelAnimationFrame(handle),
    now: () => performance.now(),
    openAudio: tappedOutput,
    ...(budgetBytes === undefined ? {} : { budgetBytes }),
  })
  angles = wanted.map(angle => {
    const element = document.createElement('section')
    const canvas = document.createElement('canvas')
    canvas.style.width = '320px'
    element.append(canvas)
    document.body.append(element)
    const times = { boundaries: Float64Array.from(angle.boundaries) }
    const map = straightMap(caseMicros(angle.startMicros), angle.driftPpm)
    engine.addAngle({
      id: angle.id,
      element,
      picture: { canvas, frameTimes: times },
      map,
      openMedia: () => openMedia(angle.url),
    })
    return { ...angle, element, canvas, times, map }
  })
}

const stateOf = ({ element }: Placed) => element.getAttribute('data-state')
const isSettled = (angle: Placed) => stateOf(angle) === 'ready' || stateOf(angle) === 'absent'

async function settled(): Promise<void> {
  const end = performance.now() + 15_000
  while (!angles.every(isSettled)) {
    if (performance.now() > end)
      throw new Error(`not settled: ${angles.map(a => `${a.id} ${stateOf(a)}`).join(', ')}`)
    await nextFrame()
  }
}

function counterOn(canvas: HTMLCanvasElement): number | null {
  if (canvas.width === 0) return null
  const size = { width: canvas.width, height: Math.floor(canvas.height / 3) }
  scratch.width = size.width
  scratch.height = size.height
  reader.drawImage(canvas, 0, 0)
  return readCounter(reader.getImageData(0, 0, size.width, size.height).data, size)
}

/** What is wrong with an angle at this instant, or null. Must run in one task. */
function faultOf(angle: Placed, isPlaying: boolean): string | null {
  const time = Number(document.documentElement.getAttribute('data-case-time')) as CaseMicros
  const demand = frameAtCase(angle.times, angle.map, time)
  const state = stateOf(angle)
  const frame = angle.element.getAttribute('data-frame')
  const pts = angle.element.getAttribute('data-pts')
  const says = `${angle.id} at ${time}: state ${state}, frame ${frame}, pts ${pts}, demanded ${JSON.stringify(demand)}`
  if (state === 'absent') {
    if (frame !== null || pts !== null) return `${says}: absent with a frame`
    const why = angle.element.getAttribute('data-why') ?? ''
    return demand.kind === 'frame' && !why.startsWith('decode failed') ? `${says}: absent, ${why}` : null
  }
  if (frame === null) return isPlaying && state === 'loading' ? null : `${says}: no frame`
  const index = Number(frame)
  const counted = counterOn(angle.canvas)
  if (counted !== angle.counters[index]) return `${says}: the picture says ${counted}`
  if (Number(pts) !== ptsOf(angle.times, index)) return `${says}: wrong pts`
  if (demand.kind !== 'frame') return `${says}: should be absent`
  if (state !== 'ready' && !isPlaying) return `${says}: not ready`
  return demand.index === index ? null : `${says}: wrong frame`
}

class Tally {
  readonly #wrong: string[] = []
  readonly #seen = new Map<string, Set<string>>()
  #checked = 0

  look(doing: string, isPlaying: boolean): void {
    for (const angle of angles) {
      this.#checked++
      const fault = faultOf(angle, isPlaying)
      if (fault !== null && this.#wrong.length < 20) this.#wrong.push(`${doing}: ${fault}`)
      const frame = angle.element.getAttribute('data-frame')
      if (frame === null) continue
      const seen = this.#seen.get(angle.id) ?? new Set()
      this.#seen.set(angle.id, seen.add(frame))
    }
  }

  outcome(): Outcome {
    const seen = Object.fromEntries([...this.#seen].map(([id, frames]) => [id, frames.size]))
    return { checked: this.#checked, wrong: this.#wrong, seen }
  }
}

/** Steps every angle through all its frames, forward and back. */
async function stepThrough(limit: number): Promise<Outcome> {
  const tally = new Tally()
  for (const angle of angles) {
    engine.seek(
      Math.ceil(angle.startMicros + ptsOf(angle.times, 0) * (1 + angle.driftPpm * 1e-6)) as CaseMicros,
    )
    await settled()
    for (const by of [1, -1] as const) {
      let steps = 0
      for (; steps < limit && engine.step(angle.id, by); steps++) {
        await settled()
        await nextFrame()
        tally.look(`step ${by} of ${angle.id}`, false)
      }
      const reached = Number(angle.element.getAttribute('data-frame'))
      const expected = by === 1 ? Math.min(limit, frameCount(angle.times) - 1) : 0
      if (reached !== expected)
        throw new Error(`steps of ${angle.id} by ${by} ended at frame ${reached}, not ${expected}`)
    }
  }
  return tally.outcome()
}

/** Random seeks, steps, pauses and short plays. */
async function wander(seed: number, operations: number): Promise<Outcome> {
  const random = randomFrom(seed)
  const tally = new Tally()
  const span = engine.span.value
  if (!span) throw new Error('there is no span')
  for (let count = 0; count < operations; count++) {
    const kind = random()
    const angle = angles[Math.floor(random() * angles.length)] as Placed
    let doing = 'seek'
    if (kind < 0.5) {
      engine.seek(caseMicros(span.from - 50_000 + random() * (span.to - span.from + 100_000)))
      // Some are overtaken before they are answered.
      if (random() < 0.2) engine.seek(caseMicros(span.from + random() * (span.to - span.from)))
    } else if (kind < 0.7) {
      doing = `step of ${angle.id}`
      engine.step(angle.id, random() < 0.5 ? 1 : -1)
    } else if (kind < 0.85) {
      doing = 'step of any'
      engine.stepAny(random() < 0.5 ? 1 : -1)
    } else {
      doing = 'play'
      engine.setSpeed([1, 0.25, 2, -1, 8, -0.5][Math.floor(random() * 6)] as number)
      engine.play()
      for (let frames = 2 + Math.floor(random() * 12); frames > 0 && engine.playing.value; frames--) {
        await nextFrame()
        tally.look(`play at ${engine.speed.value}`, true)
      }
      engine.pause()
      doing = 'pause'
    }
    await settled()
    await nextFrame()
    tally.look(doing, false)
  }
  engine.setSpeed(1)
  return tally.outcome()
}

/** Plays from a time for some ms and looks at every animation frame; pauses at the end. */
async function playFor(
  fromMicros: number,
  ms: number,
  speed: number,
): Promise<Outcome & { readonly passed: number }> {
  const tally = new Tally()
  engine.setSpeed(speed)
  engine.seek(caseMicros(fromMicros))
  await settled()
  engine.play()
  const end = performance.now() + ms
  while (performance.now() < end && engine.playing.value) {
    await nextFrame()
    tally.look(`play at ${speed}`, true)
  }
  engine.pause()
  tally.look('pause in the same task', false)
  await nextFrame()
  tally.look('pause', false)
  engine.setSpeed(1)
  return { ...tally.outcome(), passed: engine.time.value - fromMicros }
}

const api = {
  start,
  settled,
  stepThrough,
  wander,
  playFor,
  seek: (micros: number) => engine.seek(caseMicros(micros)),
  size: (id: string) => {
    const canvas = angles.find(angle => angle.id === id)?.canvas
    return [canvas?.width, canvas?.height]
  },
  attributes: (id: string) => {
    const element = angles.find(angle => angle.id === id)?.element
    return Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))
  },
  look: (): Outcome => {
    const tally = new Tally()
    tally.look('look', false)
    return tally.outcome()
  },
  engine: () => engine,
  nextFrame,
  loseDecoders,
  loseCanvas,
  loseVideos,
  heardHertz,
}

export type EnginePage = typeof api
Object.assign(globalThis, { enginePage: api })
