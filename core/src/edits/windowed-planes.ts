/** Planes that are written to in one window at a time, and are 0 everywhere else: making new ones for each look took as long as filling them. */
import type { Grid, Window } from './laid.ts'

export class WindowedPlanes {
  readonly #grid: Grid
  readonly #planes: readonly Float32Array[]
  #written: Window = [0, 0, 0, 0]

  constructor(grid: Grid, count: number) {
    this.#grid = grid
    this.#planes = Array.from({ length: count }, () => new Float32Array(grid.width * grid.height))
  }

  /** The planes, all 0, of which no more than the window may be written to. They are the same ones each time. */
  planesFor(window: Window): readonly Float32Array[] {
    const [left, top, right, bottom] = this.#written
    const { width } = this.#grid
    for (const plane of this.#planes)
      for (let y = top; y < bottom; y++) plane.fill(0, y * width + left, y * width + right)
    this.#written = window
    return this.#planes
  }
}
