/** How play is kept going where a machine cannot show every angle in time; each step is told to whoever watches. */
export type PlayEase =
  /** Every angle shows every frame that the clock demands. */
  | { readonly kind: 'none' }
  /** Only so many angles are live; the others hold their last picture until play pauses. */
  | { readonly kind: 'fewer-angles'; readonly live: number }
  /** One angle is live, and the clock still waits for its pictures: play is slower than the speed chosen. */
  | { readonly kind: 'slower' }
  /** Frames are fetched one by one: the clock keeps its pace and shows as many as come. */
  | { readonly kind: 'fewer-frames' }

/** Play is judged in stretches of this length, in ms: longer than it takes to decode ahead after a start. */
const stretchMs = 2000
/** Share of a stretch that may be spent waiting for pictures. Above, play looks halting. */
const largestWait = 0.35
/** A tick further apart than this says nothing of decoding: the page was asleep. */
const longestTickMs = 1000

/** Judges, tick by tick, whether pictures come in time, and how many angles can be kept live. */
export class PlayLoad {
  #live = Number.POSITIVE_INFINITY
  #isSlow = false
  #lastMs = 0
  #passedMs = 0
  #waitedMs = 0

  /** Angles that may be live. */
  get live(): number {
    return this.#live
  }

  /** Play has come too late although a single angle is live. */
  get isSlow(): boolean {
    return this.#isSlow
  }

  /** Play begins, or goes on under other conditions: everything is tried again. */
  begin(nowMs: number): void {
    this.#live = Number.POSITIVE_INFINITY
    this.#isSlow = false
    this.#rest(nowMs)
  }

  /** One tick of play, with the angles that show a frame now. True when another step is taken. */
  tick(nowMs: number, isWaiting: boolean, showing: number): boolean {
    const passed = nowMs - this.#lastMs
    this.#lastMs = nowMs
    if (passed < 0 || passed > longestTickMs) return false
    this.#passedMs += passed
    if (isWaiting) this.#waitedMs += passed
    if (this.#passedMs < stretchMs) return false
    const isTooSlow = this.#waitedMs > largestWait * this.#passedMs
    this.#rest(nowMs)
    if (!isTooSlow) return false
    const now = Math.min(this.#live, showing)
    if (now > 1) {
      // Half as many at a time: nine, four, two, one.
      this.#live = Math.floor(now / 2)
      return true
    }
    if (this.#isSlow) return false
    this.#isSlow = true
    return true
  }

  #rest(nowMs: number): void {
    this.#lastMs = nowMs
    this.#passedMs = 0
    this.#waitedMs = 0
  }
}
