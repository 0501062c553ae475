/** What a cache holds: something that must be closed when it is let go of. */
export interface Closable {
  close(): void
}

/** The frames around the playhead that are worth holding: from `from` up to and with `to`. */
export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * Decoded pictures of one recording by frame index, at most `capacity` of them. What lies farthest outside the window is
 * let go of first, so that frames behind the playhead stay for the step back.
 */
export class FrameCache<Picture extends Closable> {
  #pictures = new Map<number, Picture>()
  #capacity: number
  #window: Window = { from: 0, to: 0 }

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#pictures.size
  }

  get capacity(): number {
    return this.#capacity
  }

  has(index: number): boolean {
    return this.#pictures.has(index)
  }

  get(index: number): Picture | null {
    return this.#pictures.get(index) ?? null
  }

  /** Takes a picture over, and closes it at once when everything held is nearer to the window. */
  put(index: number, picture: Picture): void {
    this.#pictures.get(index)?.close()
    this.#pictures.set(index, picture)
    this.#shrink()
  }

  setWindow(window: Window): void {
    this.#window = window
  }

  setCapacity(capacity: number): void {
    this.#capacity = capacity
    this.#shrink()
  }

  clear(): void {
    for (const picture of this.#pictures.values()) picture.close()
    this.#pictures.clear()
  }

  #shrink(): void {
    while (this.#pictures.size > this.#capacity) {
      let farthest = -1
      let distance = -1
      for (const index of this.#pictures.keys()) {
        const far = Math.max(this.#window.from - index, index - this.#window.to, 0)
        if (far <= distance) continue
        farthest = index
        distance = far
      }
      this.#pictures.get(farthest)?.close()
      this.#pictures.delete(farthest)
    }
  }
}
