import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import {
  type CaseMicros,
  type ClockMap,
  caseTimeOn,
  type MediaMicros,
  mediaTimeOn,
  pieceAtMedia,
  pieceIndexAtCase,
} from '@sightline/core/time'
import type { Media, SoundPiece, SoundProvider } from './frame-provider.ts'
import type { StretchedPiece } from './stretched-pieces.ts'

/** The part of `AudioContext` that is used. */
export type AudioOutput = Pick<
  AudioContext,
  | 'state'
  | 'currentTime'
  | 'outputLatency'
  | 'destination'
  | 'createBuffer'
  | 'createBufferSource'
  | 'resume'
  | 'close'
>

/** Whether the chosen sound is heard, and if not, why. */
export type SoundState =
  | { readonly kind: 'on' }
  | {
      readonly kind: 'off'
      readonly why: 'not-chosen' | 'paused' | 'reverse' | 'no-sound' | 'not-fetched' | 'blocked' | 'no-output'
    }

type Why = Extract<SoundState, { kind: 'off' }>['why']

/** Sound scheduled ahead of the clock, in seconds: enough for a busy page, little enough to drop at a seek. */
const aheadSeconds = 1
/** The sound is started anew when it is further off than this, in heard micros; below it the clock is led along gently. */
const farthestOff = 20_000
/** Share of the difference by which the clock gives way at a tick, and its limit in micros. */
const giveWay = 0.05
const largestNudge = 500

interface Playing {
  readonly abort: AbortController
  readonly anchorCase: number
  readonly anchorOutput: number
  /** Factor of true speed, above 0. */
  readonly speed: number
  readonly nodes: Set<AudioBufferSourceNode>
  /** Smoothed distance of the sound from the clock, in heard micros: the output's own time moves in jumps of a few ms. */
  offBy: number
  scheduledTo: number
  wake: (() => void) | null
}

/**
 * The sound of one chosen recording: as it is at true speed, at others stretched with its pitch kept, backward not at all.
 * The case clock leads; the sound is scheduled against the output's
 * own clock, and the case clock follows the slow difference between the two, so that neither drifts nor clicks.
 */
export class Sound {
  readonly #openAudio: () => AudioOutput | null
  readonly #state: Signal<SoundState> = signal({ kind: 'off', why: 'not-chosen' })
  #output: AudioOutput | null = null
  #isOutputTried = false
  #media: Media | null = null
  #provider: SoundProvider | null = null
  #playing: Playing | null = null
  /** What stretches sound could not be fetched: tried again for the next choice. */
  #isStretchMissing = false

  constructor(openAudio: () => AudioOutput | null) {
    this.#openAudio = openAudio
  }

  get state(): ReadonlySignal<SoundState> {
    return this.#state
  }

  /** Chooses whose sound is heard; null for none. */
  choose(media: Media | null): void {
    this.#media = media
    this.#provider = null
    this.#isStretchMissing = false
    this.stop(media ? 'paused' : 'not-chosen')
    if (!media) return
    media.sound().then(
      provider => {
        if (this.#media !== media) return
        this.#provider = provider
        if (!provider) this.#say('no-sound')
      },
      () => {
        if (this.#media === media) this.#say('no-sound')
      },
    )
  }

  /** In a user's gesture: opens the output and lets it run. */
  allow(): void {
    const output = this.#opened()
    if (output?.state !== 'suspended') return
    // A browser that goes on refusing is told apart in `follow`, by the state.
    output.resume().catch(() => undefined)
  }

  /** Keeps the sound with the clock; called after each committed tick of play. */
  follow(time: CaseMicros, speed: number, map: ClockMap | null): void {
    const obstacle = this.#obstacle(speed, map)
    if (obstacle) this.stop(obstacle)
    const output = this.#output
    if (obstacle || !output || !this.#provider || !map) return
    if (this.#playing && this.#playing.speed !== speed) this.stop('paused')
    if (this.#playing) this.#measure(this.#playing, output, time)
    if (!this.#playing) this.#start(this.#provider, output, { time, speed, map })
    const playing = this.#playing
    if (playing && playing.scheduledTo - output.currentTime < aheadSeconds) {
      playing.wake?.()
      playing.wake = null
    }
  }

  /** Micros by which the clock should give way to the sound at this tick. */
  nudge(): number {
    if (!this.#playing) return 0
    const { offBy, speed } = this.#playing
    return Math.max(-largestNudge, Math.min(largestNudge, offBy * giveWay)) * speed
  }

  stop(why: Why): void {
    const playing = this.#playing
    this.#playing = null
    if (playing) {
      playing.abort.abort()
      playing.wake?.()
      for (const node of playing.nodes) node.stop()
    }
    this.#say(this.#media ? why : 'not-chosen')
  }

  dispose(): void {
    this.choose(null)
    // Nothing is left to be heard; a context that is closed already says so by rejecting.
    this.#output?.close().catch(() => undefined)
    this.#output = null
  }

  #obstacle(speed: number, map: ClockMap | null): Why | null {
    if (!this.#media) return 'not-chosen'
    if (speed < 0) return 'reverse'
    if (speed !== 1 && this.#isStretchMissing) return 'not-fetched'
    if (!this.#provider || !map) return 'no-sound'
    const output = this.#opened()
    if (!output) return 'no-output'
    return output.state === 'running' ? null : 'blocked'
  }

  #opened(): AudioOutput | null {
    if (this.#isOutputTried) return this.#output
    this.#isOutputTried = true
    try {
      this.#output = this.#openAudio()
    } catch {
      // No sound device, or too many contexts: the room plays on without sound and says so.
      this.#output = null
    }
    return this.#output
  }

  #measure(playing: Playing, output: AudioOutput, time: CaseMicros): void {
    const passed = (output.currentTime - playing.anchorOutput) * 1e6
    const off = passed - (time - playing.anchorCase) / playing.speed
    playing.offBy += (off - playing.offBy) * 0.1
    if (Math.abs(playing.offBy) > farthestOff || Math.abs(off) > 4 * farthestOff) this.stop('paused')
  }

  #start(
    provider: SoundProvider,
    output: AudioOutput,
    { time, speed, map }: { time: CaseMicros; speed: number; map: ClockMap },
  ): void {
    const playing: Playing = {
      abort: new AbortController(),
      anchorCase: time,
      anchorOutput: output.currentTime,
      speed,
      nodes: new Set(),
      offBy: 0,
      scheduledTo: output.currentTime,
      wake: null,
    }
    this.#playing = playing
    this.#state.value = { kind: 'on' }
    this.#pump(playing, provider, output, map).catch(() => {
      if (this.#playing !== playing) return
      this.#provider = null
      this.stop('no-sound')
    })
  }

  async #pump(playing: Playing, provider: SoundProvider, output: AudioOutput, map: ClockMap): Promise<void> {
    const { signal: aborted } = playing.abort
    for await (const heard of await this.#heard(playing, provider, output, map)) {
      if (aborted.aborted) return
      schedule(playing, output, heard)
      while (!aborted.aborted && playing.scheduledTo - output.currentTime > aheadSeconds)
        await new Promise<void>(resolve => {
          playing.wake = resolve
        })
    }
  }

  /** What is to be heard from the anchor on: the pieces as they are, or stretched. */
  async #heard(
    { anchorCase, speed, abort }: Playing,
    provider: SoundProvider,
    output: AudioOutput,
    map: ClockMap,
  ): Promise<AsyncIterable<Heard>> {
    const first = map[pieceIndexAtCase(map, anchorCase)] ?? map[0]
    const fromSeconds = mediaTimeOn(first, anchorCase) / 1e6
    if (speed === 1) return asTheyAre(provider.pieces(fromSeconds, abort.signal), map)
    const stretching = await import('./stretched-pieces.ts').catch(() => null)
    if (stretching)
      return inBuffers(
        stretching.stretchedPieces({ provider, fromSeconds, map, speed, signal: abort.signal }),
        output,
      )
    this.#isStretchMissing = true
    return asTheyAre([], map)
  }

  #say(why: Why): void {
    const before = this.#state.peek()
    if (before.kind === 'off' && before.why === why) return
    this.#state.value = { kind: 'off', why }
  }
}

/** Sound ready for the output: the case time of its first sample in micros, and how fast it is to be played. */
interface Heard {
  readonly buffer: AudioBuffer
  readonly atCase: number
  readonly rate: number
}

async function* asTheyAre(
  pieces: AsyncIterable<SoundPiece> | readonly SoundPiece[],
  map: ClockMap,
): AsyncIterable<Heard> {
  for await (const { buffer, at } of pieces) {
    const media = (at * 1e6) as MediaMicros
    const line = pieceAtMedia(map, media)
    yield { buffer, atCase: caseTimeOn(line, media), rate: 1 / (1 + line.driftPpm * 1e-6) }
  }
}

async function* inBuffers(pieces: AsyncIterable<StretchedPiece>, output: AudioOutput): AsyncIterable<Heard> {
  for await (const { channels, sampleRate, atCase } of pieces) {
    const buffer = output.createBuffer(channels.length, channels[0]?.length ?? 0, sampleRate)
    for (const [at, samples] of channels.entries()) buffer.copyToChannel(samples, at)
    yield { buffer, atCase, rate: 1 }
  }
}

/** Puts one piece of sound where the clock has it, cutting off what is already past. */
function schedule(playing: Playing, output: AudioOutput, { buffer, atCase, rate }: Heard): void {
  // Heard when it leaves the device, so it is handed over earlier by the time that takes.
  const latency = Math.min(0.3, Math.max(0, output.outputLatency || 0))
  const when = playing.anchorOutput + (atCase - playing.anchorCase) / 1e6 / playing.speed - latency
  const late = Math.max(0, output.currentTime - when)
  playing.scheduledTo = Math.max(playing.scheduledTo, when + buffer.duration / rate)
  if (late * rate >= buffer.duration) return
  const node = output.createBufferSource()
  node.buffer = buffer
  node.playbackRate.value = rate
  node.connect(output.destination)
  node.onended = () => playing.nodes.delete(node)
  playing.nodes.add(node)
  node.start(when + late, late * rate)
}
