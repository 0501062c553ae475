import type { CaseMicros, Span } from '@sightline/core/time'

/** Speeds that a person may choose, as a factor of true speed; negative runs backward. */
export const slowestSpeed = 0.05
export const fastestSpeed = 8

/** Longest time between two ticks that counts as playing, in ms: beyond it the page was asleep, and the clock was too. */
const longestTickMs = 1000

/** Brings a wished speed into the range; zero and what is no number become true speed. */
export function playableSpeed(wished: number): number {
  if (!Number.isFinite(wished) || wished === 0) return 1
  return Math.sign(wished) * Math.min(fastestSpeed, Math.max(slowestSpeed, Math.abs(wished)))
}

/** What the clock would like to show at a tick. */
export interface Candidate {
  readonly time: CaseMicros
  /** The same before it was made whole: what is left over counts at the next tick. */
  readonly exact: number
  /** The end of the span (or its beginning, going backward) is reached: show this and pause. */
  readonly isLast: boolean
}

/**
 * The case clock in play. It only proposes; the engine commits a time once every angle can show it. Until then the
 * proposal stays the same, so that the clock waits for a fixed set of frames instead of running away from them.
 */
export class PlayClock {
  #time: CaseMicros
  /** Fraction of a micro that was not shown yet, so that many short ticks lose nothing. */
  #rest = 0
  #lastTickMs = 0
  #held: { readonly candidate: Candidate; readonly sinceMs: number } | null = null

  constructor(time: CaseMicros) {
    this.#time = time
  }

  get time(): CaseMicros {
    return this.#time
  }

  /** Moves to a time at once, forgetting what was proposed. */
  jump(time: CaseMicros, nowMs: number): void {
    this.#time = time
    this.#rest = 0
    this.#lastTickMs = nowMs
    this.#held = null
  }

  /** Starts counting at `nowMs`: time before it does not pass. */
  resume(nowMs: number): void {
    this.jump(this.#time, nowMs)
  }

  /** The time to show at `nowMs`, never at or past the end of the half-open span. `nudge` micros follow the sound. */
  propose(nowMs: number, speed: number, within: Span<CaseMicros>, nudge = 0): Candidate {
    if (this.#held) return this.#held.candidate
    const passedMs = nowMs - this.#lastTickMs
    const passed = passedMs > longestTickMs || passedMs < 0 ? 0 : passedMs
    const exact = this.#time + this.#rest + passed * 1000 * speed + nudge
    const first = within.from
    const last = (within.to - 1) as CaseMicros
    if (speed > 0 && exact >= last) return { time: last, exact: last, isLast: true }
    if (speed < 0 && exact <= first) return { time: first, exact: first, isLast: true }
    return { time: Math.floor(exact) as CaseMicros, exact, isLast: false }
  }

  /**
   * The proposed time is on the screen. Time that passed in waiting for it is made up only where frames are fetched one by
   * one: the next proposal then leaves out what was due meanwhile.
   */
  commit(candidate: Candidate, nowMs: number, isMadeUp = false): void {
    this.#rest = this.#held && !isMadeUp ? 0 : candidate.exact - candidate.time
    this.#lastTickMs = this.#held && isMadeUp ? this.#held.sinceMs : nowMs
    this.#held = null
    this.#time = candidate.time
  }

  /** Not every angle can show the proposal yet. Gives the ms for which it has been waited for. */
  hold(candidate: Candidate, nowMs: number): number {
    this.#held ??= { candidate, sinceMs: nowMs }
    return nowMs - this.#held.sinceMs
  }

  get isHeld(): boolean {
    return this.#held !== null
  }
}
