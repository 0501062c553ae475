import { Worker } from 'node:worker_threads'
import {
  type Pin as CasePin,
  type CaseState,
  type Fact,
  inNameOrder,
  outputOf,
  type RecordingId,
  syncInputsText,
} from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { method, type Pin, version } from '@sightline/core/sync'
import { type CaseKeeper, machine } from '../case/keeper.ts'
import { sha256 } from '../store/sha256.ts'
import type { PlaceAnswer, PlaceJob, PlaceMessage, PlaceRecording } from './place-worker.ts'

/** Places the recordings of a case by their sound. */
export interface Placer {
  /** Whether the last result still rests on what the case holds. */
  readonly isCurrent: (state: CaseState) => boolean
  readonly place: (keeper: CaseKeeper, signal: AbortSignal) => Promise<void>
}

/** Hash over everything a placement by sound rests on. */
export function syncInputs(state: CaseState): string {
  return sha256(Buffer.from(syncInputsText(state, { method, version })))
}

/** Places in a thread of its own, so that the room keeps answering. Results of pairs are kept between runs. */
export function soundPlacer(): Placer {
  return {
    isCurrent: state => state.sync?.inputs === syncInputs(state),
    async place(keeper, signal) {
      const state = keeper.state()
      const inputs = syncInputs(state)
      const answer = await runPlacing(jobOf(keeper, state), signal)
      const result = await storeJson(keeper, answer.result)
      const pairs = await storeJson(keeper, answer.pairs)
      const facts: Fact[] = []
      for (const { id, placement } of answer.result.recordings) {
        const { computed: before = null, pin = null } = keeper.state().recordings.get(id) ?? {}
        // A person's placement is an entry already; the machine has nothing to add to it.
        if (pin === null && JSON.stringify(before) !== JSON.stringify(placement)) {
          facts.push({ type: 'placement-computed', detail: { v: 1, recording: id, placement, inputs } })
        }
      }
      facts.push({ type: 'sync-computed', detail: { v: 1, method, version, inputs, result, pairs } })
      await keeper.enter(facts, machine)
    },
  }
}

/** Of the pieces of a recording with cuts the first begins at media time 0, as the recording does. */
function pinOf(id: string, { start, driftPpm, errorMs, segments }: CasePin): Pin {
  const pieces = (segments ?? [])
    .slice(1)
    .map(({ from, start: startMicros, driftPpm: own }) => ({ from, startMicros, driftPpm: own }))
  return { id, startMicros: start, driftPpm, errorMs, ...(pieces.length > 0 ? { pieces } : {}) }
}

function jobOf(keeper: CaseKeeper, state: CaseState): PlaceJob {
  const recordings: PlaceRecording[] = []
  for (const recording of inNameOrder(state)) {
    if (recording.probe.kind !== 'probed' || recording.film) continue
    const features = outputOf(recording, 'features')
    const samples = outputOf(recording, 'samples')
    const sound =
      features && samples
        ? { features: keeper.content.path(features.sha256), samples: keeper.content.path(samples.sha256) }
        : null
    recordings.push({
      id: recording.id,
      sound,
      why: recording.probe.facts.audio.length === 0 ? 'no-audio' : 'unreadable',
    })
  }
  const pins = inNameOrder(state).flatMap(({ id, pin }) => (pin ? [pinOf(id, pin)] : []))
  const distances = inNameOrder(state).flatMap(({ id, distance }) =>
    distance ? [{ id, metres: distance.metres, errorMetres: distance.errorMetres }] : [],
  )
  return {
    recordings,
    pins,
    distances,
    anchor: anchorOf(state),
    knownPairs: state.sync ? keeper.content.path(state.sync.pairs) : null,
  }
}

/** Once a person has placed anything on the case clock its zero may not move, whatever is taken in later. */
function anchorOf(
  state: CaseState,
): { readonly id: RecordingId; readonly startMicros: PlaceJob['pins'][number]['startMicros'] } | null {
  const recordings = inNameOrder(state)
  if (!recordings.some(recording => recording.pin)) return null
  const free = recordings.find(
    ({ pin, computed }) => !pin && computed?.kind === 'placed' && computed.group === 'g1',
  )
  return free?.computed?.kind === 'placed' ? { id: free.id, startMicros: free.computed.start } : null
}

async function storeJson(keeper: CaseKeeper, value: unknown): Promise<string> {
  return (await keeper.content.put({ kind: 'bytes', bytes: Buffer.from(JSON.stringify(value)) })).sha256
}

/** Beside this script, and built as it is: set-up makes one file of either. */
const workerScript = new URL(
  import.meta.url.endsWith('.ts') ? './place-worker.ts' : './place-worker.mjs',
  import.meta.url,
)

/** Runs one placing in a thread that a signal can end at any moment. `onPairs` is told as each pair is done. */
export function runPlacing(
  job: PlaceJob,
  signal: AbortSignal,
  onPairs?: (done: number, of: number) => void,
): Promise<PlaceAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerScript, { workerData: job })
    const stop = () => {
      worker.terminate().catch(reject)
      reject(new SightlineError('cancelled', 'placing by sound was cancelled'))
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: PlaceMessage) => {
      if (message.kind === 'progress') onPairs?.(message.done, message.of)
      else resolve(message.answer)
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      // After an answer or an error this changes nothing: a promise is settled once.
      reject(new Error('the thread that places by sound ended without an answer'))
    })
  })
}
