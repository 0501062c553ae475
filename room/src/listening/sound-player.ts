import { type ReadonlySignal, signal } from '@preact/signals'
import { heardRate } from '@sightline/core/api'
import type { RecordingId } from '@sightline/core/case'
import { TimeStretch } from '../engine/time-stretch.ts'
import { type Microphone, mixed, samplesNeeded } from './mixing.ts'
import { isUntouched, type Processing, processed } from './processing.ts'

/** A stretch of a clock as it is to be heard. */
export interface Heard {
  readonly microphones: readonly Microphone[]
  /** Micros of the clock on which the microphones lie. */
  readonly from: number
  readonly to: number
  readonly isLooped: boolean
  /** 1 is true speed; below it the pitch is kept. */
  readonly speed: number
  readonly processing: Processing
}

export type PlayerState =
  | { readonly kind: 'silent' }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'playing'; readonly heard: Heard }

/** Plays stretches of recordings, one at a time. */
export interface SoundPlayer {
  readonly state: ReadonlySignal<PlayerState>
  /** The time of the clock that is heard now; null in silence. */
  position(): number | null
  /** `onEnd` is called when it runs out by itself, not when it is stopped. */
  play(heard: Heard, onEnd?: () => void): Promise<void>
  /** Gets ready what is played next, so that it follows without a pause. */
  prepare(heard: Heard): void
  stop(): void
  dispose(): void
}

type Fetch = (id: RecordingId, first: number, count: number) => Promise<Int16Array | null>

/** One press plays no more; the page goes on by itself where more is wanted. */
export const longestHeardMicros = 30e6

/** Filters swing in before what is heard, and noise is told from what lies around. */
const runInMicros = 500_000

/** Sounds that were fetched last, by what was asked: going back over a word does not fetch it again. */
const mostKept = 24

export function newSoundPlayer(fetch: Fetch): SoundPlayer {
  const state = signal<PlayerState>({ kind: 'silent' })
  const kept = new Map<string, Promise<Int16Array | null>>()
  let context: AudioContext | null = null
  let node: AudioBufferSourceNode | null = null
  let startedAt = 0
  let turn = 0

  const samples = (id: RecordingId, first: number, count: number) => {
    const key = `${id} ${first} ${count}`
    const held = kept.get(key) ?? fetch(id, first, count)
    kept.delete(key)
    kept.set(key, held)
    // Asked for again where it did not come.
    held.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return held
  }
  let prepared: { readonly key: string; readonly sound: ReturnType<typeof soundOf> } | null = null
  const soundFor = (heard: Heard) => {
    const key = JSON.stringify(heard)
    if (prepared?.key === key) return prepared.sound
    const sound = soundOf(heard, samples)
    prepared = { key, sound }
    // Made again where it failed.
    sound.catch(() => {
      prepared = null
    })
    return sound
  }
  const stop = () => {
    turn += 1
    if (node) {
      node.onended = null
      node.stop()
    }
    node = null
    state.value = { kind: 'silent' }
  }
  return {
    state,
    position() {
      const now = state.peek()
      if (now.kind !== 'playing' || !context) return null
      const { from, to, speed, isLooped } = now.heard
      const gone = Math.max(0, context.currentTime - startedAt) * speed * 1e6
      return isLooped ? from + (gone % Math.max(1, to - from)) : Math.min(to, from + gone)
    },
    async play(asked, onEnd) {
      stop()
      const mine = turn
      // Opened in the gesture that asks for it: later the browser would refuse.
      context ??= new AudioContext()
      const output = context
      const resumed = output.resume()
      state.value = { kind: 'fetching' }
      const heard = { ...asked, to: Math.min(asked.to, asked.from + longestHeardMicros) }
      try {
        const [sound] = await Promise.all([soundFor(heard), resumed])
        if (mine !== turn) return
        if (sound.length === 0) return stop()
        const buffer = output.createBuffer(1, sound.length, heardRate)
        buffer.copyToChannel(sound, 0)
        node = output.createBufferSource()
        node.buffer = buffer
        node.loop = heard.isLooped
        node.connect(output.destination)
        node.onended = () => {
          stop()
          onEnd?.()
        }
        startedAt = output.currentTime
        node.start()
        state.value = { kind: 'playing', heard }
      } catch (error) {
        if (mine === turn) stop()
        throw error
      }
    },
    prepare(heard) {
      soundFor(heard).catch(() => undefined)
    },
    stop,
    dispose() {
      stop()
      // A context that is closed already says so by rejecting; nothing is left to be heard.
      context?.close().catch(() => undefined)
      context = null
    },
  }
}

/** The samples of a stretch as they are heard: mixed, processed, slowed. */
async function soundOf(
  { microphones, from, to, speed, processing }: Heard,
  samples: Fetch,
): Promise<Float32Array<ArrayBuffer>> {
  const runIn = isUntouched(processing) ? 0 : runInMicros
  const begin = from - runIn
  const count = Math.round(((to - begin) * heardRate) / 1e6)
  const fetched = await Promise.all(
    microphones.map(async microphone => {
      const { first, count: needed } = samplesNeeded(microphone, begin, count)
      const values = await samples(microphone.recording, first, needed)
      return { ...microphone, heard: { first, values: values ?? new Int16Array(0) } }
    }),
  )
  // A source that has no sound to give is silent at once, and does not play nothing for half a minute.
  if (fetched.every(({ heard }) => heard.values.length === 0)) return new Float32Array(0)
  const whole = processed(mixed(fetched, begin, count), heardRate, processing)
  const wanted = whole.slice(Math.round((runIn * heardRate) / 1e6))
  if (speed === 1) return wanted
  const stretch = new TimeStretch(heardRate, 1, speed)
  const [head] = stretch.push([wanted])
  const [tail] = stretch.end()
  const out = new Float32Array((head?.length ?? 0) + (tail?.length ?? 0))
  if (head) out.set(head)
  if (tail) out.set(tail, head?.length ?? 0)
  return out
}
