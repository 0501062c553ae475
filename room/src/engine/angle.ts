import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import {
  type CaseMicros,
  type ClockMap,
  type FrameTimes,
  frameAtCase,
  frameCount,
  type MediaMicros,
  mediaMicros,
  pieceIndexAtCase,
  ptsOf,
} from '@sightline/core/time'
import type { FrameProvider, Heading, Media } from './frame-provider.ts'
import { clearPicture, drawPicture } from './picture.ts'

/** What an angle can say of itself at an instant; `why` is a stable word or a sentence, for `data-why`. */
export type AngleState =
  | { readonly kind: 'ready' }
  /** `held`: the machine cannot show this angle in play; its last picture stays until play pauses. */
  | { readonly kind: 'seeking'; readonly why?: 'held' }
  | { readonly kind: 'loading'; readonly why: 'opening' | 'preparing' }
  | { readonly kind: 'absent'; readonly why: string }

/** The frame that is on the canvas. */
export interface ShownFrame {
  readonly index: number
  readonly pts: MediaMicros
}

/** How far the media of an angle has come. */
export type MediaPhase =
  /** There is nothing to play yet; the clock does not wait for it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  /** Cannot be used, or its frames are not those of the index. Another medium may replace it. */
  | { readonly kind: 'failed'; readonly why: string }

/** A recording to show. `picture` is null for one that only has sound. */
export interface AngleOptions {
  readonly id: string
  /** Takes the `data-*` attributes. */
  readonly element: HTMLElement
  readonly picture: { readonly canvas: HTMLCanvasElement; readonly frameTimes: FrameTimes } | null
  /** Null while the recording is unplaced. */
  readonly map: ClockMap | null
  /** Opens what is to be decoded; null while nothing is ready. */
  readonly openMedia: OpenMedia | null
  /** Absent counts as visible. */
  readonly isVisible?: boolean
}

export type OpenMedia = () => Promise<Media>

/** How long before a recording begins in play its first frame is decoded. */
const soonMicros = 1_500_000

type Demand =
  | { readonly kind: 'frame'; readonly index: number }
  | { readonly kind: 'absent'; readonly why: string }

/** One recording in the engine: its media, what is on its canvas, and the attributes that say so. */
export class Angle {
  readonly id: string
  readonly #options: AngleOptions
  readonly #state: Signal<AngleState> = signal({ kind: 'loading', why: 'preparing' })
  readonly #shown: Signal<ShownFrame | null> = signal(null)
  readonly phase: Signal<MediaPhase> = signal({ kind: 'none' })
  readonly arrivals: Signal<number> = signal(0)
  map: ClockMap | null
  isVisible: boolean
  provider: FrameProvider | null = null
  media: Media | null = null
  /** The frame that could not be drawn last, though it was held. */
  #lostFrame: number | null = null
  /** Names the opening under way, so that one that was overtaken lets itself be forgotten. */
  opening: symbol | null = null

  constructor(options: AngleOptions) {
    this.id = options.id
    this.#options = options
    this.map = options.map
    this.isVisible = options.isVisible ?? true
  }

  get state(): ReadonlySignal<AngleState> {
    return this.#state
  }

  get shown(): ReadonlySignal<ShownFrame | null> {
    return this.#shown
  }

  get canvas(): HTMLCanvasElement | null {
    return this.#options.picture?.canvas ?? null
  }

  get frameTimes(): FrameTimes | null {
    return this.#options.picture?.frameTimes ?? null
  }

  /** What the clock demands of this angle at a case time. */
  demand(time: CaseMicros): Demand {
    const times = this.frameTimes
    if (!times) return { kind: 'absent', why: 'sound-only' }
    if (!this.map) return { kind: 'absent', why: 'unplaced' }
    if (!this.isVisible) return { kind: 'absent', why: 'hidden' }
    const at = frameAtCase(times, this.map, time)
    return at.kind === 'frame' ? { kind: 'frame', index: at.index } : at
  }

  /**
   * Asks the decoder for what is demanded at a case time; in play also for the first frame of a recording that is about to
   * begin, so that the clock need not wait for it.
   */
  want(time: CaseMicros, heading: Heading, speed: number): void {
    const soon = (time + heading * Math.abs(speed) * soonMicros) as CaseMicros
    const now = this.demand(time)
    const next = now.kind === 'absent' && heading !== 0 ? this.demand(soon) : now
    if (next.kind === 'absent' || !this.provider || !this.frameTimes) return
    const entry = heading === 1 ? 0 : frameCount(this.frameTimes) - 1
    const isOutside = now.kind === 'absent' && (now.why === 'before-start' || now.why === 'after-end')
    const index = isOutside ? entry : next.index
    this.provider.want(index, heading, this.#framesPerSecond() * Math.abs(speed))
  }

  /** Whether what is demanded at a case time can be shown now (or never will be). An angle without media holds nobody up. */
  canShow(time: CaseMicros): boolean {
    const demand = this.demand(time)
    if (demand.kind === 'absent') return true
    if (this.phase.peek().kind === 'opening') return false
    if (!this.provider) return true
    if (this.#shown.peek()?.index === demand.index) return true
    return this.provider.failure(demand.index) !== null || this.provider.frame(demand.index) !== null
  }

  /**
   * Draws what is demanded at a case time and then sets the attributes; both in the caller's task. Until the frame is
   * held, the last picture stays with its own attributes and the state says `seeking`.
   */
  show(time: CaseMicros): void {
    this.#writePlacement(time)
    const next = this.#nextState(time)
    if (next.kind === 'absent' || next.kind === 'loading') this.#clear()
    this.#write(next)
  }

  /** The clock is waiting for this angle's next frame: what is on the canvas stays true of the time shown. */
  markLate(): void {
    this.#write({ kind: 'seeking' })
  }

  /** Keeps the last picture while play goes on without this angle. */
  hold(time: CaseMicros): void {
    this.#writePlacement(time)
    this.#write({ kind: 'seeking', why: 'held' })
  }

  /** Draw again at the next show: the canvas lost its content, or another medium gives the picture. */
  forgetPicture(): void {
    if (this.#shown.peek() !== null) this.#shown.value = null
  }

  /** Closes media and decoder and takes the picture away. */
  close(): void {
    this.provider?.dispose()
    this.provider = null
    this.media?.dispose()
    this.media = null
  }

  /** The state at a case time, drawing the frame when that is what makes it `ready`. */
  #nextState(time: CaseMicros): AngleState {
    const demand = this.demand(time)
    if (demand.kind === 'absent') return demand
    const phase = this.phase.peek()
    if (phase.kind === 'failed') return { kind: 'absent', why: phase.why }
    if (!this.provider) return { kind: 'loading', why: phase.kind === 'none' ? 'preparing' : 'opening' }
    if (this.#shown.peek()?.index === demand.index) return { kind: 'ready' }
    const failure = this.provider.failure(demand.index)
    if (failure !== null) return { kind: 'absent', why: failure }
    return this.#draw(this.provider, demand.index)
  }

  /** Draws a frame if it is held. Says plainly when the browser gives nothing to draw on, or nothing that can be drawn. */
  #draw(provider: FrameProvider, index: number): AngleState {
    const { element, picture } = this.#options
    const frame = provider.frame(index)
    if (!frame || !picture) return { kind: 'seeking' }
    try {
      if (!drawPicture(picture.canvas, frame)) return { kind: 'absent', why: 'canvas-lost' }
    } catch (error) {
      return this.#undrawable(provider, index, error)
    }
    this.#lostFrame = null
    const pts = mediaMicros(ptsOf(picture.frameTimes, index))
    element.setAttribute('data-frame', String(index))
    element.setAttribute('data-pts', String(pts))
    this.#shown.value = { index, pts }
    return { kind: 'ready' }
  }

  /** The browser took the memory of a decoded picture, as when the graphics processor is lost: it is decoded anew, once. */
  #undrawable(provider: FrameProvider, index: number, error: unknown): AngleState {
    if (this.#lostFrame === index)
      return { kind: 'absent', why: `cannot draw: ${error instanceof Error ? error.message : String(error)}` }
    this.#lostFrame = index
    provider.rest()
    provider.want(index, 0, 0)
    return { kind: 'seeking' }
  }

  #clear(): void {
    const { element } = this.#options
    if (this.canvas && element.hasAttribute('data-frame')) clearPicture(this.canvas)
    element.removeAttribute('data-frame')
    element.removeAttribute('data-pts')
    this.forgetPicture()
  }

  #write(state: AngleState): void {
    const { element } = this.#options
    const why = 'why' in state ? state.why : null
    const before = this.#state.peek()
    const isSame = before.kind === state.kind && ('why' in before ? before.why : null) === why
    if (isSame && element.getAttribute('data-state') === state.kind) return
    element.setAttribute('data-state', state.kind)
    if (why === null) element.removeAttribute('data-why')
    else element.setAttribute('data-why', why)
    if (!isSame) this.#state.value = state
  }

  #writePlacement(time: CaseMicros): void {
    const { element } = this.#options
    const piece = this.map?.[pieceIndexAtCase(this.map, time)]
    if (!piece) {
      element.removeAttribute('data-case-start')
      element.removeAttribute('data-drift-ppm')
      return
    }
    const [start, drift] = [String(piece.start), String(piece.driftPpm)]
    if (element.getAttribute('data-case-start') !== start) element.setAttribute('data-case-start', start)
    if (element.getAttribute('data-drift-ppm') !== drift) element.setAttribute('data-drift-ppm', drift)
  }

  #framesPerSecond(): number {
    const times = this.frameTimes
    if (!times) return 0
    const count = frameCount(times)
    return (count * 1e6) / Math.max(1, ptsOf(times, count) - ptsOf(times, 0))
  }
}
