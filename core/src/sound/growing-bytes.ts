/** Bytes whose number is not known beforehand. Grows in place where the engine can, so that an hour does not stand twice in memory. */
export class GrowingBytes {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Makes room for `count` more bytes; they are written through `bytes` from the returned position. */
  extend(count: number): number {
    const at = this.#length
    this.#length += count
    if (this.#length > this.#bytes.length) {
      const capacity = Math.max(this.#length, Math.ceil(this.#bytes.length * 1.25))
      this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(capacity))
    }
    return at
  }

  /** The whole store, valid until the next `extend`. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes
  }

  /** Gives the bytes away, cut to length; nothing can be added afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#bytes.buffer.transfer(this.#length))
    this.#bytes = new Uint8Array(0)
    this.#length = 0
    return taken
  }
}
