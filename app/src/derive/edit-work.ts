import { Worker } from 'node:worker_threads'
import {
  type CaseState,
  currentDerivation,
  type EditJob,
  editInputsText,
  editJobs,
  type Fact,
  outputOf,
  type Recording,
  type RecordingId,
  type RequiredRecipe,
} from '@sightline/core/case'
import type { EditList } from '@sightline/core/conform'
import { SightlineError } from '@sightline/core/errors'
import { type CaseKeeper, machine } from '../case/keeper.ts'
import { editMethod } from '../edits/method.ts'
import { soundOrigin, soundTrackOf } from '../sound/decode.ts'
import { sha256 } from '../store/sha256.ts'
import type { EditFiles, EditWorkerJob } from './edit-worker.ts'

/** Makes the edit lists of a case: of each film held against all recordings, of each stand-in against what it stands for. */
export interface EditWork {
  readonly isCurrent: (state: CaseState) => boolean
  /** `onWork` is told what is being compared, and null when that ends. */
  readonly work: (
    keeper: CaseKeeper,
    signal: AbortSignal,
    onWork: (of: RecordingId | null) => void,
  ) => Promise<void>
}

/** Whether every edit list rests on what the case holds now. Jobs whose pictures or sounds are still to be made count as not made. */
export function areEditsListed(state: CaseState, needed: readonly RequiredRecipe[]): boolean {
  return editJobs(state).every(job => isReady(job, needed) && isListed(state, job))
}

function isListed(state: CaseState, job: EditJob): boolean {
  return state.editLists.get(job.of.id)?.inputs === inputsOf(job)
}

function inputsOf(job: EditJob): string {
  return sha256(Buffer.from(editInputsText(job, editMethod)))
}

/** All that takes part is decoded, or has been found not to be. */
function isReady({ of, against }: EditJob, needed: readonly RequiredRecipe[]): boolean {
  return [of, ...against].every(recording =>
    needed.every(each => currentDerivation(recording, each) !== null),
  )
}

/** `needed` are the recipes that give pictures and sounds. A job that was cut short begins again at the next opening; what was decoded stays. */
export function editWork(needed: readonly RequiredRecipe[]): EditWork {
  const left = (state: CaseState) =>
    editJobs(state).filter(job => isReady(job, needed) && !isListed(state, job))
  return {
    isCurrent: state => left(state).length === 0,
    async work(keeper, signal, onWork) {
      try {
        for (let job = left(keeper.state())[0]; job; job = left(keeper.state())[0]) {
          signal.throwIfAborted()
          onWork(job.of.id)
          await keeper.enter([await listOf(keeper, job, signal)], machine)
        }
      } finally {
        onWork(null)
      }
    },
  }
}

async function listOf(keeper: CaseKeeper, job: EditJob, signal: AbortSignal): Promise<Fact> {
  const run = { v: 1, of: job.of.id, ...editMethod, inputs: inputsOf(job) } as const
  const files = (recording: Recording) => filesOf(keeper, recording)
  const answer = await inThread({ of: files(job.of), against: job.against.map(files) }, signal)
  if (answer.kind === 'failed')
    return {
      type: 'edit-list-not-made',
      detail: { ...run, why: { code: 'media.failed', message: answer.message } },
    }
  const bytes = Buffer.from(JSON.stringify(answer.list))
  const { sha256: result } = await keeper.content.put({ kind: 'bytes', bytes })
  return { type: 'edit-list-made', detail: { ...run, result } }
}

function filesOf(keeper: CaseKeeper, recording: Recording): EditFiles {
  const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
  const path = (name: string) => {
    const output = outputOf(recording, name)
    return output && keeper.content.path(output.sha256)
  }
  const [small, told, samples] = [path('small'), path('small-facts'), path('samples')]
  const track = facts && soundTrackOf(facts)
  return {
    id: recording.id,
    fromMicros: facts?.start ?? null,
    toMicros: facts?.end ?? null,
    pictures: small && told ? { small, facts: told } : null,
    sound:
      samples && track
        ? {
            samples,
            length: (outputOf(recording, 'samples')?.bytes ?? 0) >> 1,
            originMicros: soundOrigin(track),
          }
        : null,
  }
}

type Answer =
  | { readonly kind: 'made'; readonly list: EditList }
  | { readonly kind: 'failed'; readonly message: string }

/** Of the thread's own objects; pictures are read as they are needed and lie outside. */
const memoryMb = 1024

/** A thread of its own, so that the room keeps answering, and that a signal ends at any moment. What goes wrong in it is an answer. */
function inThread(job: EditWorkerJob, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./edit-worker.ts', import.meta.url), {
      workerData: job,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    let isEnding = false
    const end = (then: () => void) => {
      if (isEnding) return
      isEnding = true
      signal.removeEventListener('abort', stop)
      worker.terminate().then(then, reject)
    }
    const stop = () =>
      end(() => reject(new SightlineError('cancelled', 'comparing a film with recordings was cancelled')))
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', (list: EditList) => end(() => resolve({ kind: 'made', list })))
    worker.once('error', error =>
      end(() => resolve({ kind: 'failed', message: `comparing with recordings failed: ${error.message}` })),
    )
    worker.once('exit', () =>
      end(() => resolve({ kind: 'failed', message: 'comparing with recordings ended without an answer' })),
    )
  })
}
