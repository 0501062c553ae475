import { thumbColumns, thumbRows } from './thumbs.ts'

export const thumbCells = thumbColumns * thumbRows

/** Thumbs of many frames in one block, a byte for each cell: hours of recordings are looked through at once. */
export interface ThumbBlock {
  readonly count: number
  /** Cells of one thumb after another; the greatest of each thumb is 127 or -127. */
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
    let greatest = 0
    for (let n = 0; thumb && n < thumbCells; n++) greatest = Math.max(greatest, Math.abs(thumb[n] as number))
    if (!thumb || greatest === 0) {
      this.#scales.push(0)
      return
    }
    const cells = this.#cells.subarray(count * thumbCells, (count + 1) * thumbCells)
    let square = 0
    for (let n = 0; n < thumbCells; n++) {
      const value = Math.round(((thumb[n] as number) * 127) / greatest)
      cells[n] = value
      square += value * value
    }
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

/** How like a thumb is to each of a block (see `likeness`); 0 to one without detail. */
export function likenesses(thumb: Float32Array, { count, cells, scales }: ThumbBlock): Float32Array {
  const out = new Float32Array(count)
  for (let at = 0, from = 0; at < count; at++, from += thumbCells) {
    const scale = scales[at] as number
    if (scale === 0) continue
    let sum = 0
    for (let n = 0; n < thumbCells; n++) sum += (thumb[n] as number) * (cells[from + n] as number)
    out[at] = sum * scale
  }
  return out
}

/** Every so manieth thumb of a block. */
export function thinned({ count, cells, scales }: ThumbBlock, every: number): ThumbBlock {
  const left = Math.ceil(count / every)
  const kept = new Int8Array(left * thumbCells)
  for (let n = 0; n < left; n++)
    kept.set(cells.subarray(n * every * thumbCells, (n * every + 1) * thumbCells), n * thumbCells)
  return { count: left, cells: kept, scales: scales.filter((_, n) => n % every === 0) }
}
