/** A stretch of a text, in UTF-16 code units; `end` is behind its last. */
export interface Placed {
  readonly start: number
  readonly end: number
}

/** A page of text, about: what stands here is looked for among what stands on the same pages. */
const cellLength = 2048

/** Items of a text by where they stand, for texts of thousands of pages: who asks for those of a sentence does not go through all of them. */
export class ByPlace<Item extends Placed> {
  readonly #items: readonly Item[]
  readonly #cells = new Map<number, number[]>()

  constructor(items: readonly Item[]) {
    this.#items = items
    for (const [index, { start, end }] of items.entries())
      for (let cell = cellOf(start); cell <= cellOf(end); cell++) {
        const here = this.#cells.get(cell)
        if (here) here.push(index)
        else this.#cells.set(cell, [index])
      }
  }

  /** Those that share a character with the stretch or touch its ends, in the order they were given. */
  at({ start, end }: Placed): readonly Item[] {
    const found = new Set<number>()
    for (let cell = cellOf(start); cell <= cellOf(end); cell++)
      for (const index of this.#cells.get(cell) ?? []) found.add(index)
    return [...found]
      .sort((a, b) => a - b)
      .flatMap(index => this.#items[index] ?? [])
      .filter(item => item.start <= end && item.end >= start)
  }

  /** Those that lie wholly inside the stretch, in the order they were given. */
  inside(stretch: Placed): readonly Item[] {
    return this.at(stretch).filter(({ start, end }) => start >= stretch.start && end <= stretch.end)
  }

  /** The first given that holds the whole stretch. */
  around(stretch: Placed): Item | undefined {
    return this.at(stretch).find(({ start, end }) => start <= stretch.start && end >= stretch.end)
  }
}

const cellOf = (at: number): number => Math.floor(at / cellLength)
