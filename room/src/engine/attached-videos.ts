/** What can be taken off its file, and put on it again. */
export interface Attachable {
  load(): Promise<void>
  unload(): void
}

/**
 * Keeps at most `limit` videos on their files: a browser may hold a connection for each, even when nothing is asked of it.
 * Work is never begun on more than `limit` at once (the caller sees to that), so one of those attached is always at rest.
 */
export class AttachedVideos {
  readonly #limit: number
  /** Those on their files, in the order of their last use. */
  #attached: Attachable[] = []
  readonly #busy = new Set<Attachable>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Has a video on its file while `work` goes on, taking the one that rested longest off its own if need be. */
  async use<T>(video: Attachable, work: () => Promise<T>): Promise<T> {
    const isNew = !this.#attached.includes(video)
    this.#attached = [...this.#attached.filter(each => each !== video), video]
    this.#busy.add(video)
    if (this.#attached.length > this.#limit) {
      const resting = this.#attached.find(each => !this.#busy.has(each))
      resting?.unload()
      this.#attached = this.#attached.filter(each => each !== resting)
    }
    try {
      if (isNew) await video.load()
      return await work()
    } catch (error) {
      // What failed is put on its file anew.
      this.forget(video)
      throw error
    } finally {
      this.#busy.delete(video)
    }
  }

  /** The video is off its file. */
  forget(video: Attachable): void {
    this.#attached = this.#attached.filter(each => each !== video)
  }
}
