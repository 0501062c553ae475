import { type ReadonlySignal, signal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import { samplesPerSecond } from '@sightline/core/sync'
import type { SampleRun } from './sample-store.ts'
import { type SampleLine, type Stretch, sampleOfB } from './wave-axis.ts'

/** `apart`: the upper in the left ear, the lower in the right. `together`: both in both. */
export const heardAs = ['apart', 'together'] as const
export type HeardAs = (typeof heardAs)[number]

/** What one press plays at most: the server gives a minute at once, and nobody compares for longer. */
export const longestHeard = 30 * samplesPerSecond

/** The loudest sample of each is brought to this, so that a far microphone is heard beside a near one. */
const loudness = 0.8
const loudest = 40

/** The sound of two recordings on the samples of a, as channels from −1 to 1; b is moved by its line to the fraction of a sample. */
export function channelsOf(
  a: SampleRun,
  b: SampleRun,
  line: SampleLine,
  { from, to }: Stretch,
  how: HeardAs,
): readonly Float32Array<ArrayBuffer>[] {
  const length = Math.max(0, Math.round(to - from))
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  const [gainA, gainB] = [gainOf(a.values), gainOf(b.values)]
  for (let n = 0; n < length; n++) {
    left[n] = (a.values[Math.round(from) + n - a.from] ?? 0) * gainA
    const exact = sampleOfB(line, Math.round(from) + n) - b.from
    const whole = Math.floor(exact)
    const before = b.values[whole] ?? 0
    right[n] = (before + ((b.values[whole + 1] ?? 0) - before) * (exact - whole)) * gainB
  }
  return how === 'apart' ? [left, right] : [left.map((value, n) => (value + (right[n] as number)) / 2)]
}

function gainOf(samples: Int16Array): number {
  let peak = 1
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return Math.min(loudest, (loudness * 32768) / peak) / 32768
}

export type ListeningState =
  | { readonly kind: 'silent' }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'playing'; readonly from: number }

/** Plays two recordings on each other, once, from a stretch of samples. */
export interface Listening {
  readonly state: ReadonlySignal<ListeningState>
  /** The sample of a that is heard now; null in silence. */
  position(): number | null
  play(what: Heard): Promise<void>
  stop(): void
  dispose(): void
}

export interface Heard {
  readonly a: RecordingId
  readonly b: RecordingId
  readonly line: SampleLine
  /** In samples of a. */
  readonly stretch: Stretch
  readonly counts: { readonly a: number; readonly b: number }
  readonly how: HeardAs
}

type Fetch = (id: RecordingId, from: number, count: number) => Promise<Int16Array | null>

export function newListening(fetch: Fetch): Listening {
  const state = signal<ListeningState>({ kind: 'silent' })
  let context: AudioContext | null = null
  let node: AudioBufferSourceNode | null = null
  let startedAt = 0
  let turn = 0
  const stop = () => {
    turn += 1
    if (node) {
      node.onended = null
      node.stop()
    }
    node = null
    state.value = { kind: 'silent' }
  }
  const run = async (id: RecordingId, count: number, from: number, to: number): Promise<SampleRun> => {
    const first = Math.max(0, Math.floor(from))
    const end = Math.min(count, Math.ceil(to))
    if (end <= first) return { from: first, values: new Int16Array(0) }
    return { from: first, values: (await fetch(id, first, end - first)) ?? new Int16Array(0) }
  }
  return {
    state,
    position() {
      const now = state.peek()
      if (now.kind !== 'playing' || !context) return null
      return now.from + Math.max(0, context.currentTime - startedAt) * samplesPerSecond
    },
    async play({ a, b, line, stretch, counts, how }) {
      stop()
      const mine = turn
      // Opened in the gesture that asks for it: later the browser would refuse.
      context ??= new AudioContext()
      const output = context
      const resumed = output.resume()
      state.value = { kind: 'fetching' }
      const { from } = stretch
      const to = Math.min(stretch.to, from + longestHeard)
      try {
        const [ofA, ofB] = await Promise.all([
          run(a, counts.a, from, to + 1),
          run(b, counts.b, sampleOfB(line, from) - 1, sampleOfB(line, to) + 2),
          resumed,
        ])
        if (mine !== turn) return
        const channels = channelsOf(ofA, ofB, line, { from, to }, how)
        const length = channels[0]?.length ?? 0
        if (length === 0) return stop()
        const buffer = output.createBuffer(channels.length, length, samplesPerSecond)
        for (const [n, channel] of channels.entries()) buffer.copyToChannel(channel, n)
        node = output.createBufferSource()
        node.buffer = buffer
        node.connect(output.destination)
        node.onended = stop
        startedAt = output.currentTime
        node.start()
        state.value = { kind: 'playing', from: Math.round(from) }
      } catch (error) {
        if (mine === turn) stop()
        throw error
      }
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
