import { thumbCells } from './thumbs.ts'

/** Thumbs of many frames in one block, a byte for each cell: hours of recordings are looked through at once. */
export interface ThumbBlock {
  readonly count: number
  /** Cells of one thumb after another, not changed later; the greatest of each thumb is 127 or -127. */
  readonly cells: Int8Array
  /** What makes each thumb as long as 1 again; 0 for a frame without detail. */
  readonly scales: Float32Array
}

/** Collects thumbs one after another. */
export class ThumbCollector {
  #cells = new Int8Array(64 * thumbCells)
  readonly #scales: number[] = []

  add(thumb: Float32Array | null): void {
    const count = this.#scales.length
    if ((count + 1) * thumbCells > this.#cells.length) {
      const larger = new Int8Array(2 * this.#cells.length)
      larger.set(this.#cells)
      this.#cells = larger
    }
    const greatest = thumb ? greatestOf(thumb) : 0
    if (!thumb || greatest === 0) {
      this.#scales.push(0)
      return
    }
    const square = putBytes(thumb, greatest, this.#cells, count * thumbCells)
    this.#scales.push(1 / Math.sqrt(square))
  }

  finish(): ThumbBlock {
    const count = this.#scales.length
    return {
      count,
      cells: this.#cells.slice(0, count * thumbCells),
      scales: Float32Array.from(this.#scales),
    }
  }
}

// Loops by themselves: what is called often is compiled once and for all.

function greatestOf(thumb: Float32Array): number {
  let greatest = 0
  for (let n = 0; n < thumbCells; n++) greatest = Math.max(greatest, Math.abs(thumb[n] as number))
  return greatest
}

/** A byte for each cell, from one on; the sum of their squares. */
function putBytes(thumb: Float32Array, greatest: number, cells: Int8Array, from: number): number {
  let square = 0
  for (let n = 0; n < thumbCells; n++) {
    const value = Math.round(((thumb[n] as number) * 127) / greatest) | 0
    cells[from + n] = value
    square += value * value
  }
  return square
}

/** Every so manieth thumb of a block. */
export function thinned({ count, cells, scales }: ThumbBlock, every: number): ThumbBlock {
  const left = Math.ceil(count / every)
  const kept = new Int8Array(left * thumbCells)
  for (let n = 0; n < left; n++)
    kept.set(cells.subarray(n * every * thumbCells, (n * every + 1) * thumbCells), n * thumbCells)
  return { count: left, cells: kept, scales: scales.filter((_, n) => n % every === 0) }
}
