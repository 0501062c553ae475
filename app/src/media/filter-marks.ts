/** Reads the times that ffmpeg's `metadata=print` filter writes, one per frame: `frame:3    pts:1536    pts_time:0.1`. */
export class FilterMarks {
  #ticks = new Float64Array(1024)
  #count = 0
  #open = ''
  /** Called with each time; the first often matters before the rest has come. */
  readonly #onTicks: ((ticks: number) => void) | undefined
  /** Frames that carry no time at all. */
  untimed = 0

  constructor(onTicks?: (ticks: number) => void) {
    this.#onTicks = onTicks
  }

  /** The times so far, in the order in which the frames passed, in ticks of the filter's time base. */
  get ticks(): Float64Array {
    return this.#ticks.subarray(0, this.#count)
  }

  readonly add = (chunk: Uint8Array): void => {
    const lines = (this.#open + Buffer.from(chunk).toString('latin1')).split('\n')
    this.#open = lines.pop() ?? ''
    for (const line of lines) {
      const match = /^frame:\d+\s+pts:(\S+)/.exec(line)
      if (match) this.#keep(Number(match[1]))
    }
  }

  #keep(ticks: number): void {
    if (!Number.isSafeInteger(ticks)) {
      this.untimed++
      return
    }
    if (this.#count === this.#ticks.length) {
      const larger = new Float64Array(this.#count * 2)
      larger.set(this.#ticks)
      this.#ticks = larger
    }
    this.#ticks[this.#count++] = ticks
    this.#onTicks?.(ticks)
  }
}
