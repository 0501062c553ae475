import { batch, type ReadonlySignal, signal } from '@preact/signals-core'
import type { CaseMicros, ClockMap, Span } from '@sightline/core/time'
import { span as spanOf } from '@sightline/core/time'
import {
  Angle,
  type AngleOptions,
  type AngleState,
  type MediaPhase,
  type OpenMedia,
  type ShownFrame,
} from './angle.ts'
import type { FramePicture, FrameProvider, Heading, Media } from './frame-provider.ts'
import { PlayClock, playableSpeed } from './play-clock.ts'
import { type PlayEase, PlayLoad } from './play-load.ts'
import { type AudioOutput, Sound, type SoundState } from './sound.ts'
import { caseSpanOf, type StepBy, stepTime, stepTimeOfAny } from './stepping.ts'

/** What the engine needs from its surroundings. */
export interface EngineOptions {
  /** Carries `data-case-time`: the document element. */
  readonly root: HTMLElement
  /** Calls back before the next paint, with the time in ms of the same clock as `now`; gives a number to cancel by. */
  readonly schedule: (tick: (nowMs: number) => void) => number
  readonly unschedule: (handle: number) => void
  readonly now: () => number
  /** Opens the sound output at the first wish to hear something; null where there is none. */
  readonly openAudio?: () => AudioOutput | null
  /** Bytes of decoded pictures held over all visible angles. */
  readonly budgetBytes?: number
}

/** What is known of one angle; the values change without the engine being asked again. */
export interface AngleView {
  readonly state: ReadonlySignal<AngleState>
  readonly shown: ReadonlySignal<ShownFrame | null>
  readonly media: ReadonlySignal<MediaPhase>
  /** Counts up whenever `picture` may answer otherwise for this angle. */
  readonly arrivals: ReadonlySignal<number>
}

/** The playback engine of the room: one clock, several recordings, exact frames. */
export interface Engine {
  readonly time: ReadonlySignal<CaseMicros>
  readonly playing: ReadonlySignal<boolean>
  /** Factor of true speed; negative runs backward. */
  readonly speed: ReadonlySignal<number>
  /** From the first frame to the end of the last over all placed angles, and what `setExtraSpan` adds. */
  readonly span: ReadonlySignal<Span<CaseMicros> | null>
  /** What is played over and over, if anything. */
  readonly loop: ReadonlySignal<Span<CaseMicros> | null>
  readonly angleStates: ReadonlySignal<ReadonlyMap<string, AngleState>>
  readonly sound: ReadonlySignal<SoundState>
  /** How play is kept going where the machine cannot show every angle in time. */
  readonly ease: ReadonlySignal<PlayEase>
  addAngle(options: AngleOptions): AngleView
  removeAngle(id: string): void
  angle(id: string): AngleView | null
  /** The picture of one frame if it is held just now: those around the playhead mostly are. Valid until the next call of anything. */
  picture(id: string, index: number): FramePicture | null
  setMap(id: string, map: ClockMap | null): void
  /**
   * Changes what an angle is decoded from (an original for its proxy). The old medium stays until the new one is open;
   * false when it could not be opened or was itself replaced, and then the old one stays in use.
   */
  replaceMedia(id: string, openMedia: OpenMedia | null): Promise<boolean>
  setVisible(id: string, isVisible: boolean): void
  /** The angle that stays live when not all can. */
  setFront(id: string | null): void
  /** Adds the coverage of recordings that are no angles to the span. */
  setExtraSpan(span: Span<CaseMicros> | null): void
  /** Play that is or comes inside this span does not leave it any more; null lets it. */
  setLoop(span: Span<CaseMicros> | null): void
  /** Goes to a time exactly, inside the span or not; play goes on from there. */
  seek(time: CaseMicros): void
  /** One frame of one angle; pauses. False at either end. */
  step(id: string, by: StepBy): boolean
  /** To the next change of any visible angle; pauses. False at either end. */
  stepAny(by: StepBy): boolean
  play(): void
  pause(): void
  setSpeed(speed: number): void
  setSounding(id: string | null): void
  /** To be called in a user's gesture: browsers start no sound before one. */
  allowSound(): void
  /** Settles when every visible angle shows what is demanded at this time, or never will. */
  settled(): Promise<void>
  dispose(): void
}

// 128 MiB: 97 frames each for four angles of 640×360, 10 each for nine of 1280×720. More made no step or seek quicker.
const defaultBudgetBytes = 128 * 2 ** 20
/** A move up to this far, in micros of case time, is a step: frames around the playhead are as likely wanted as before. */
const longestStroll = 500_000
/** How long the clock waits for a late frame before the angle says so. */
const lateAfterMs = 250

/** Makes an engine without angles, at case time 0. */
export function createEngine(options: EngineOptions): Engine {
  return new RunningEngine(options)
}

class RunningEngine implements Engine {
  readonly #options: EngineOptions
  readonly #angles = new Map<string, Angle>()
  readonly #clock = new PlayClock(0 as CaseMicros)
  readonly #time = signal(0 as CaseMicros)
  readonly #playing = signal(false)
  readonly #speed = signal(1)
  readonly #span = signal<Span<CaseMicros> | null>(null)
  readonly #loop = signal<Span<CaseMicros> | null>(null)
  readonly #angleStates = signal<ReadonlyMap<string, AngleState>>(new Map())
  readonly #ease = signal<PlayEase>({ kind: 'none' })
  readonly #load = new PlayLoad()
  readonly #sound: Sound
  #extraSpan: Span<CaseMicros> | null = null
  #sounding: string | null = null
  #front: string | null = null
  #waiters: (() => void)[] = []
  #handle: number | null = null
  /** Names the last jump while nothing is fetched around it yet. */
  #jump: symbol | null = null
  #isDisposed = false

  constructor(options: EngineOptions) {
    this.#options = options
    this.#sound = new Sound(options.openAudio ?? (() => null))
    this.#publishTime()
  }

  get time() {
    return this.#time
  }
  get playing() {
    return this.#playing
  }
  get speed() {
    return this.#speed
  }
  get span() {
    return this.#span
  }
  get loop() {
    return this.#loop
  }
  get angleStates() {
    return this.#angleStates
  }
  get sound() {
    return this.#sound.state
  }
  get ease() {
    return this.#ease
  }

  addAngle(options: AngleOptions): AngleView {
    this.removeAngle(options.id)
    const angle = new Angle(options)
    this.#angles.set(angle.id, angle)
    angle.canvas?.addEventListener('contextlost', this.#onCanvas)
    angle.canvas?.addEventListener('contextrestored', this.#onCanvas)
    this.#fitSpan()
    this.#fitBudgets()
    if (options.openMedia)
      this.#open(angle, options.openMedia).catch(error => this.#break(angle, whyOf(error)))
    this.#refresh()
    return viewOf(angle)
  }

  removeAngle(id: string): void {
    const angle = this.#angles.get(id)
    if (!angle) return
    if (this.#sounding === id) this.setSounding(null)
    this.#unlisten(angle)
    this.#angles.delete(id)
    angle.opening = null
    angle.close()
    this.#fitSpan()
    this.#fitBudgets()
    this.#refresh()
  }

  angle(id: string): AngleView | null {
    const angle = this.#angles.get(id)
    return angle ? viewOf(angle) : null
  }

  picture(id: string, index: number): FramePicture | null {
    return this.#angles.get(id)?.provider?.frame(index) ?? null
  }

  setMap(id: string, map: ClockMap | null): void {
    const angle = this.#angles.get(id)
    if (!angle) return
    angle.map = map
    if (this.#sounding === id) this.#sound.stop('paused')
    this.#fitSpan()
    this.#refresh()
  }

  async replaceMedia(id: string, openMedia: OpenMedia | null): Promise<boolean> {
    const angle = this.#angles.get(id)
    if (!angle) return false
    const opened = openMedia ? this.#open(angle, openMedia) : this.#withdraw(angle)
    this.#refresh()
    return opened
  }

  setVisible(id: string, isVisible: boolean): void {
    const angle = this.#angles.get(id)
    if (!angle || angle.isVisible === isVisible) return
    angle.isVisible = isVisible
    if (!isVisible) angle.provider?.rest()
    this.#fitBudgets()
    this.#refresh()
  }

  setFront(id: string | null): void {
    this.#front = id
  }

  setExtraSpan(span: Span<CaseMicros> | null): void {
    this.#extraSpan = span
    this.#fitSpan()
  }

  setLoop(span: Span<CaseMicros> | null): void {
    this.#loop.value = span
  }

  seek(time: CaseMicros): void {
    this.#sound.stop('paused')
    if (Math.abs(time - this.#clock.time) > longestStroll) this.#jumped()
    this.#clock.jump(time, this.#options.now())
    this.#refresh()
  }

  step(id: string, by: StepBy): boolean {
    const angle = this.#angles.get(id)
    if (!angle?.frameTimes || !angle.map) return false
    return this.#stepTo(stepTime(angle.frameTimes, angle.map, this.#clock.time, by))
  }

  stepAny(by: StepBy): boolean {
    const stepped = [...this.#angles.values()].flatMap(({ frameTimes, map, isVisible }) =>
      frameTimes && map && isVisible ? [{ times: frameTimes, map }] : [],
    )
    return this.#stepTo(stepTimeOfAny(stepped, this.#clock.time, by))
  }

  play(): void {
    const span = this.#span.peek()
    if (this.#playing.peek() || !span) return
    const { time } = this.#clock
    const isForward = this.#speed.peek() > 0
    if (isForward && time >= span.to - 1) this.seek(span.from)
    if (!isForward && time <= span.from) this.seek((span.to - 1) as CaseMicros)
    this.#playing.value = true
    this.#clock.resume(this.#options.now())
    this.#beginLoad()
    this.#scheduleTick()
    this.#refresh()
  }

  pause(): void {
    if (!this.#playing.peek()) return
    this.#playing.value = false
    if (this.#handle !== null) this.#options.unschedule(this.#handle)
    this.#handle = null
    this.#sound.stop('paused')
    // The time on the screen stays: what was proposed beyond it is dropped, and no frame has to change.
    this.#clock.resume(this.#options.now())
    this.#publishEase(false)
    this.#refresh()
  }

  setSpeed(speed: number): void {
    const playable = playableSpeed(speed)
    if (playable === this.#speed.peek()) return
    this.#speed.value = playable
    this.#sound.stop(playable > 0 ? 'paused' : 'reverse')
    this.#clock.resume(this.#options.now())
    this.#beginLoad()
    this.#refresh()
  }

  setSounding(id: string | null): void {
    if (id === this.#sounding) return
    this.#sounding = id
    this.#sound.choose(id === null ? null : (this.#angles.get(id)?.media ?? null))
  }

  allowSound(): void {
    this.#sound.allow()
  }

  async settled(): Promise<void> {
    while (!this.#isDisposed && !this.#isSettled())
      await new Promise<void>(resolve => this.#waiters.push(resolve))
  }

  dispose(): void {
    this.#isDisposed = true
    this.pause()
    this.#sound.dispose()
    for (const angle of this.#angles.values()) {
      this.#unlisten(angle)
      angle.opening = null
      angle.close()
    }
    this.#angles.clear()
    this.#wakeWaiters()
  }

  #stepTo(time: CaseMicros | null): boolean {
    this.pause()
    if (time === null) return false
    this.seek(time)
    return true
  }

  /** Asks for, and where possible draws, what is demanded at the clock's time; used whenever the clock stands. */
  #refresh(): void {
    if (this.#isDisposed) return
    const { time } = this.#clock
    const heading = this.#heading()
    batch(() => {
      for (const angle of this.#angles.values()) angle.want(time, heading, this.#speed.peek())
      for (const angle of this.#angles.values()) angle.show(time)
      this.#publishTime()
      this.#publishStates()
    })
    this.#wakeWaiters()
  }

  /** A frame came or failed. While the clock runs the next tick sees to it; while it waits, the angle draws at once. */
  #onChange(angle: Angle): void {
    angle.arrivals.value += 1
    if (this.#isDisposed || this.#clock.isHeld || angle.state.peek().kind !== 'seeking') return
    const { time } = this.#clock
    if (!angle.canShow(time)) return
    batch(() => {
      angle.show(time)
      this.#publishStates()
    })
    if (this.#isSettled()) this.#runAhead()
    this.#wakeWaiters()
  }

  /** Jumps often come in rows (a dragged playhead): what lies around is fetched once two animation frames went by without. */
  #jumped(): void {
    const jump = Symbol('jump')
    this.#jump = jump
    const after = (frames: number) => {
      this.#options.schedule(() => {
        if (this.#jump !== jump || this.#isDisposed) return
        if (frames > 1) return after(frames - 1)
        this.#jump = null
        if (this.#isSettled()) this.#runAhead()
      })
    }
    after(2)
  }

  /** Nobody waits any more: every angle may fetch what lies around. */
  #runAhead(): void {
    for (const angle of this.#angles.values())
      angle.want(this.#clock.time, this.#heading(), this.#speed.peek())
  }

  #tick = (nowMs: number): void => {
    this.#handle = null
    const span = this.#span.peek()
    if (!this.#playing.peek() || !span || this.#isDisposed) return
    this.#scheduleTick()
    const angles = [...this.#angles.values()]
    if (!this.#clock.isHeld && !this.#isSettled()) {
      // After a seek the clock starts once the frame of the chosen time is there.
      this.#clock.resume(nowMs)
      return
    }
    const speed = this.#speed.peek()
    const { value: loop } = this.#loop
    const isLooping = loop !== null && this.#clock.time >= loop.from && this.#clock.time < loop.to
    const candidate = this.#clock.propose(nowMs, speed, isLooping ? loop : span, this.#sound.nudge())
    const live = this.#liveAt(candidate.time)
    for (const angle of live) angle.want(candidate.time, this.#heading(), speed)
    const late = live.filter(angle => !angle.canShow(candidate.time))
    const isSampled = live.some(({ provider, isVisible }) => isVisible && provider?.isSampled)
    // Frames fetched one by one are always waited for.
    const showing = live.filter(angle => angle.demand(candidate.time).kind === 'frame').length
    if (!isSampled && this.#load.tick(nowMs, late.length > 0, showing)) this.#publishEase(true)
    if (isSampled !== (this.#ease.peek().kind === 'fewer-frames')) this.#publishEase(true)
    if (late.length > 0) {
      if (this.#clock.hold(candidate, nowMs) > lateAfterMs) {
        this.#sound.stop('paused')
        batch(() => {
          for (const angle of late) angle.markLate()
          this.#publishStates()
        })
      }
      return
    }
    this.#clock.commit(candidate, nowMs, isSampled)
    batch(() => {
      for (const angle of angles) {
        if (live.includes(angle)) angle.show(candidate.time)
        else angle.hold(candidate.time)
      }
      this.#publishTime()
      this.#publishStates()
    })
    if (candidate.isLast && isLooping) this.seek(speed > 0 ? loop.from : ((loop.to - 1) as CaseMicros))
    else if (candidate.isLast) this.pause()
    else this.#followWithSound(candidate.time)
  }

  /** The angles that the clock waits for: all of them, or as many as the machine can show, the chosen one first. */
  #liveAt(time: CaseMicros): readonly Angle[] {
    const angles = [...this.#angles.values()]
    if (!this.#playing.peek() || this.#load.live >= angles.length) return angles
    const showing = angles.filter(angle => angle.demand(time).kind === 'frame')
    const ranked = [
      ...showing.filter(({ id }) => id === this.#front),
      ...showing.filter(({ id }) => id !== this.#front),
    ]
    const held = new Set(ranked.slice(this.#load.live))
    return angles.filter(angle => !held.has(angle))
  }

  #beginLoad(): void {
    this.#load.begin(this.#options.now())
    this.#publishEase(this.#playing.peek())
  }

  #publishEase(isPlaying: boolean): void {
    const before = this.#ease.peek()
    const ease = isPlaying ? this.#easeNow() : ({ kind: 'none' } as const)
    if (before.kind !== ease.kind || ('live' in before && 'live' in ease && before.live !== ease.live))
      this.#ease.value = ease
  }

  #easeNow(): PlayEase {
    if ([...this.#angles.values()].some(({ provider, isVisible }) => isVisible && provider?.isSampled))
      return { kind: 'fewer-frames' }
    if (this.#load.isSlow) return { kind: 'slower' }
    return Number.isFinite(this.#load.live)
      ? { kind: 'fewer-angles', live: this.#load.live }
      : { kind: 'none' }
  }

  #followWithSound(time: CaseMicros): void {
    const angle = this.#sounding === null ? null : (this.#angles.get(this.#sounding) ?? null)
    this.#sound.follow(time, this.#speed.peek(), angle?.map ?? null)
  }

  /** Opens a medium beside the one in use, which goes on showing its frames until the new one can take over. */
  async #open(angle: Angle, openMedia: OpenMedia): Promise<boolean> {
    const opening = Symbol(angle.id)
    angle.opening = opening
    const isCurrent = () => !this.#isDisposed && angle.opening === opening
    if (!angle.media) angle.phase.value = { kind: 'opening' }
    let media: Media | null = null
    try {
      media = await openMedia()
      const provider = isCurrent() ? await this.#framesOf(angle, media) : null
      if (!isCurrent()) {
        provider?.dispose()
        media.dispose()
        return false
      }
      angle.close()
      angle.media = media
      angle.provider = provider
      angle.forgetPicture()
      angle.phase.value = { kind: 'open' }
      if (this.#sounding === angle.id) this.#sound.choose(media)
      this.#fitBudgets()
      this.#refresh()
      return true
    } catch (error) {
      media?.dispose()
      if (isCurrent() && !angle.media) this.#break(angle, whyOf(error))
      return false
    }
  }

  #withdraw(angle: Angle): boolean {
    angle.opening = null
    angle.close()
    angle.phase.value = { kind: 'none' }
    return true
  }

  async #framesOf(angle: Angle, media: Media): Promise<FrameProvider | null> {
    const times = angle.frameTimes
    if (!times) return null
    const provider: FrameProvider = await media.frames({
      times,
      budgetBytes: this.#budgetOfOne(),
      mayRunAhead: () => this.#jump === null && !this.#clock.isHeld && this.#isSettled(),
      onChange: () => this.#onChange(angle),
      onBroken: why => {
        if (angle.provider === provider) this.#break(angle, why)
      },
    })
    return provider
  }

  #break(angle: Angle, why: string): void {
    angle.close()
    angle.phase.value = { kind: 'failed', why }
    this.#refresh()
  }

  #heading(): Heading {
    if (!this.#playing.peek()) return 0
    return this.#speed.peek() > 0 ? 1 : -1
  }

  #isSettled(): boolean {
    const { time } = this.#clock
    return this.#liveAt(time).every(angle => angle.canShow(time))
  }

  #fitSpan(): void {
    let from = this.#extraSpan?.from ?? null
    let to = this.#extraSpan?.to ?? null
    for (const { frameTimes, map } of this.#angles.values()) {
      const own = frameTimes && map ? caseSpanOf(frameTimes, map) : null
      if (!own) continue
      if (from === null || own.from < from) from = own.from
      if (to === null || own.to > to) to = own.to
    }
    const before = this.#span.peek()
    if (before?.from === from && before?.to === to) return
    this.#span.value = from === null || to === null ? null : spanOf(from, to)
  }

  #fitBudgets(): void {
    const each = this.#budgetOfOne()
    for (const angle of this.#angles.values()) angle.provider?.setBudget(each)
  }

  #budgetOfOne(): number {
    const visible = [...this.#angles.values()].filter(angle => angle.isVisible && angle.frameTimes).length
    return (this.#options.budgetBytes ?? defaultBudgetBytes) / Math.max(1, visible)
  }

  #scheduleTick(): void {
    this.#handle ??= this.#options.schedule(this.#tick)
  }

  #publishTime(): void {
    const { time } = this.#clock
    this.#options.root.setAttribute('data-case-time', String(time))
    this.#time.value = time
  }

  #publishStates(): void {
    const before = this.#angleStates.peek()
    const states = new Map([...this.#angles.values()].map(angle => [angle.id, angle.state.peek()] as const))
    const isSame = before.size === states.size && [...states].every(([id, state]) => before.get(id) === state)
    if (!isSame) this.#angleStates.value = states
  }

  #wakeWaiters(): void {
    for (const resolve of this.#waiters.splice(0)) resolve()
  }

  /** The browser took what was drawn, or gives the canvas back. With the default prevented none would ever be given back. */
  #onCanvas = (): void => {
    for (const angle of this.#angles.values()) angle.forgetPicture()
    this.#refresh()
  }

  #unlisten({ canvas }: Angle): void {
    canvas?.removeEventListener('contextlost', this.#onCanvas)
    canvas?.removeEventListener('contextrestored', this.#onCanvas)
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function viewOf(angle: Angle): AngleView {
  return { state: angle.state, shown: angle.shown, media: angle.phase, arrivals: angle.arrivals }
}
