import { type FileHandle, open } from 'node:fs/promises'

/** A write for each chunk of a pipe costs more than measuring what is in it. */
const bufferBytes = 1 << 20

/** 16-bit samples on their way into a file, in the machine's byte order (little-endian on both supported processors). */
export class SampleFile implements AsyncDisposable {
  readonly #file: FileHandle
  readonly #buffer = new Uint8Array(bufferBytes)
  #held = 0
  /** Number of samples given so far. */
  count = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async create(path: string): Promise<SampleFile> {
    return new SampleFile(await open(path, 'w'))
  }

  async write(samples: Int16Array): Promise<void> {
    this.count += samples.length
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + bufferBytes - this.#held)
      this.#buffer.set(part, this.#held)
      this.#held += part.length
      at += part.length
      if (this.#held === bufferBytes) await this.#flush()
    }
  }

  /** Writes what is held and closes the file. */
  async finish(): Promise<void> {
    await this.#flush()
    await this.#file.close()
  }

  async #flush(): Promise<void> {
    for (let at = 0; at < this.#held; ) {
      const { bytesWritten } = await this.#file.write(this.#buffer, at, this.#held - at)
      at += bytesWritten
    }
    this.#held = 0
  }

  /** Closes the file as it is; after `finish` there is nothing left to do. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#file.fd >= 0) await this.#file.close()
  }
}
