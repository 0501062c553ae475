import { type FileHandle, open } from 'node:fs/promises'
import type { Picture } from './proof-picture.ts'

/** Pictures side by side on their way into a file of uncompressed video (YUV4MPEG2). */
export class ProofFrames {
  readonly #width: number
  readonly #height: number
  readonly #path: string
  readonly #rate: string
  readonly #frames: Uint8Array[] = []

  /** `rate` in frames a second, as a whole number over another. */
  constructor(path: string, width: number, height: number, rate: string) {
    this.#rate = rate
    this.#path = path
    this.#width = width
    this.#height = height
  }

  add(panes: readonly Picture[]): void {
    const frame = new Uint8Array((this.#width * this.#height * 3) / 2)
    const pixels = this.#width * this.#height
    for (const [n, pane] of panes.entries()) {
      place(frame.subarray(0, pixels), this.#width, pane.luma, pane.width, n * pane.width)
      const [w, x] = [pane.width / 2, (n * pane.width) / 2]
      place(frame.subarray(pixels, (pixels * 5) / 4), this.#width / 2, pane.u, w, x)
      place(frame.subarray((pixels * 5) / 4), this.#width / 2, pane.v, w, x)
    }
    this.#frames.push(frame)
  }

  async finish(): Promise<void> {
    await using file: FileHandle = await open(this.#path, 'w')
    await file.write(`YUV4MPEG2 W${this.#width} H${this.#height} F${this.#rate} Ip A1:1 C420jpeg\n`)
    for (const frame of this.#frames) {
      await file.write('FRAME\n')
      await writeAll(file, frame)
    }
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten
}

function place(into: Uint8Array, intoWidth: number, from: Uint8Array, width: number, x: number): void {
  for (let row = 0; row * width < from.length; row++)
    into.set(from.subarray(row * width, (row + 1) * width), row * intoWidth + x)
}
