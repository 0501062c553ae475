// The thread that places recordings by sound: reads what was measured, answers once, and ends.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { featuresOf, readFeatures } from '@sightline/core/sound'
import {
  type Distance,
  PairResult,
  type Pin,
  placeBySound,
  type SyncRecording,
  type SyncResult,
} from '@sightline/core/sync'
import * as z from 'zod/mini'
import { loadFft } from '../sound/fft.ts'
import { openSamples } from './stored-samples.ts'

/** Stored files of one recording's sound: features, and the 8 kHz samples that begin at the features' origin. */
export interface PlaceRecording {
  readonly id: string
  readonly sound: { readonly features: string; readonly samples: string } | null
  /** Why there is no sound. */
  readonly why: 'no-audio' | 'unreadable'
}

export interface PlaceJob {
  readonly recordings: readonly PlaceRecording[]
  readonly pins: readonly Pin[]
  readonly distances?: readonly Distance[]
  readonly anchor: { readonly id: string; readonly startMicros: Pin['startMicros'] } | null
  /** The stored pair results of an earlier run. */
  readonly knownPairs: string | null
}

export interface PlaceAnswer {
  readonly result: SyncResult
  readonly pairs: readonly PairResult[]
}

/** What the thread says: how many pairs it has compared, as often as one is done, and last the answer. */
export type PlaceMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'answer'; readonly answer: PlaceAnswer }

if (parentPort) {
  const say = (message: PlaceMessage) => parentPort?.postMessage(message)
  const progress = (done: number, of: number) => say({ kind: 'progress', done, of })
  place(workerData as PlaceJob, progress).then(answer => say({ kind: 'answer', answer }), fail)
}

/** Outside of any promise, where the thread's owner hears of it. */
function fail(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}

async function place(
  job: PlaceJob,
  onProgress: (pairsDone: number, pairsAll: number) => void,
): Promise<PlaceAnswer> {
  const fft = await loadFft()
  using open = new DisposableStack()
  const recordings = job.recordings.map(({ id, sound, why }): SyncRecording => {
    if (!sound) return { id, sha256: id, sound: { kind: 'none', why } }
    const features = () => readFeatures(readFileSync(sound.features))
    const samples = open.use(openSamples(sound.samples, features().originMicros))
    return { id, sha256: id, sound: { kind: 'heard', features, samples } }
  })
  const known = job.knownPairs
    ? z.array(PairResult).parse(JSON.parse(readFileSync(job.knownPairs, 'utf8')))
    : []
  const pairs = new Map(known.map(pair => [`${pair.a} ${pair.b}`, pair]))
  const result = placeBySound(recordings, {
    fft,
    measure: samples => featuresOf(fft, samples),
    isCancelled: () => false,
    pins: job.pins,
    ...(job.distances ? { distances: job.distances } : {}),
    known,
    onProgress,
    onPair: pair => {
      pairs.set(`${pair.a} ${pair.b}`, pair)
    },
    ...(job.anchor ? { anchor: job.anchor } : {}),
  })
  return { result, pairs: [...pairs.values()] }
}
