import type { RecordingId } from '@sightline/core/case'

/** Four seconds: what lies around a view is then mostly there. */
const chunkSamples = 32_768
/** Eight megabytes of samples. */
const mostChunks = 128

type Fetch = (id: RecordingId, from: number, count: number) => Promise<Int16Array | null>

/** Samples of 8 kHz, fetched in chunks when they are looked at and kept while there is room. */
export interface SampleStore {
  /** Samples [from, to) cut to the recording, as far as they are here; asks for what is missing. */
  read(id: RecordingId, count: number, from: number, to: number): SampleRun | null
}

/** A run of samples: `values[0]` is sample `from`. */
export interface SampleRun {
  readonly from: number
  readonly values: Int16Array
}

export interface SampleStoreParts {
  readonly fetch: Fetch
  /** Something that was asked for has come. */
  readonly onCome: () => void
  readonly onTrouble: (error: unknown) => void
}

export function newSampleStore({ fetch, onCome, onTrouble }: SampleStoreParts): SampleStore {
  // In order of use: what was not looked at for longest goes first.
  const chunks = new Map<string, Int16Array | 'coming'>()
  const chunk = (id: RecordingId, index: number): Int16Array | null => {
    const key = `${id} ${index}`
    const held = chunks.get(key)
    if (held !== undefined) {
      chunks.delete(key)
      chunks.set(key, held)
      return held === 'coming' ? null : held
    }
    chunks.set(key, 'coming')
    fetch(id, index * chunkSamples, chunkSamples).then(
      samples => {
        chunks.set(key, samples ?? new Int16Array(0))
        for (const oldest of chunks.keys()) {
          if (chunks.size <= mostChunks) break
          if (chunks.get(oldest) !== 'coming') chunks.delete(oldest)
        }
        onCome()
      },
      (error: unknown) => {
        // Asked for again the next time it is looked at.
        chunks.delete(key)
        onTrouble(error)
      },
    )
    return null
  }
  return {
    read(id, count, from, to) {
      const first = Math.max(0, Math.floor(from))
      const end = Math.min(count, Math.ceil(to))
      if (end <= first) return { from: first, values: new Int16Array(0) }
      const values = new Int16Array(end - first)
      let isWhole = true
      for (let index = Math.floor(first / chunkSamples); index * chunkSamples < end; index++) {
        const held = chunk(id, index)
        if (!held) {
          isWhole = false
          continue
        }
        const begin = index * chunkSamples
        const [start, stop] = [Math.max(first, begin), Math.min(end, begin + held.length)]
        if (stop > start) values.set(held.subarray(start - begin, stop - begin), start - first)
      }
      return isWhole ? { from: first, values } : null
    },
  }
}
