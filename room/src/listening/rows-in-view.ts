// Which rows of a long list are in the page: blocks of rows near the window, with empty height for the others.

export const blockRows = 16

/** Heights of blocks of rows: measured where a block was on the screen, else estimated. */
export class BlockHeights {
  readonly #heights: number[]
  #tops: Float64Array | null = null

  /** `estimates` are the heights of single rows, in pixels. */
  constructor(estimates: Iterable<number>) {
    const heights: number[] = []
    let row = 0
    for (const height of estimates) {
      const block = Math.floor(row / blockRows)
      heights[block] = (heights[block] ?? 0) + height
      row += 1
    }
    this.#heights = heights
  }

  get count(): number {
    return this.#heights.length
  }

  /** Takes a measured height over; true where it differs. */
  measure(block: number, height: number): boolean {
    if (height <= 0 || Math.abs((this.#heights[block] ?? height) - height) < 0.5) return false
    this.#heights[block] = height
    this.#tops = null
    return true
  }

  /** Where a block begins; of the one after the last, the height of all. */
  top(block: number): number {
    return this.#all()[Math.min(block, this.#heights.length)] ?? 0
  }

  /** The blocks that a window shows, with one more on each side: [first, end). */
  within(scrolled: number, height: number): { readonly first: number; readonly end: number } {
    const first = Math.max(0, this.#blockAt(scrolled) - 1)
    return { first, end: Math.min(this.count, this.#blockAt(scrolled + height) + 2) }
  }

  #blockAt(y: number): number {
    const tops = this.#all()
    let [low, high] = [0, Math.max(0, this.#heights.length - 1)]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((tops[middle] as number) <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  #all(): Float64Array {
    if (this.#tops) return this.#tops
    const tops = new Float64Array(this.#heights.length + 1)
    for (const [block, height] of this.#heights.entries()) tops[block + 1] = (tops[block] as number) + height
    this.#tops = tops
    return tops
  }
}
