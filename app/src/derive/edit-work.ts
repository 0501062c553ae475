import { readFile } from 'node:fs/promises'
import {
  type CaseState,
  type CompareStage,
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
import { type CaseKeeper, machine } from '../case/keeper.ts'
import { compareInThread, type StoredFilm } from '../edits/compare-thread.ts'
import { editListOf, type HeldForEdits } from '../edits/edit-list.ts'
import { editMethod } from '../edits/method.ts'
import { readFacts } from '../edits/stored-pictures.ts'
import { soundOrigin, soundTrackOf } from '../sound/decode.ts'
import { sha256 } from '../store/sha256.ts'

/** Makes the edit lists of a case: of each film held against all recordings, of each stand-in against what it stands for. */
export interface EditWork {
  readonly isCurrent: (state: CaseState) => boolean
  /** `onWork` is told what is being compared and how far that is, and null when it ends. */
  readonly work: (
    keeper: CaseKeeper,
    signal: AbortSignal,
    onWork: (comparing: Comparing | null) => void,
  ) => Promise<void>
  /** What people stopped: left alone until they ask for it, or the case is opened again. */
  readonly stopped: () => readonly RecordingId[]
  readonly stop: (of: RecordingId) => void
  readonly start: (of: RecordingId) => void
}

/** A film or stand-in that is being held against recordings. */
export interface Comparing {
  readonly of: RecordingId
  readonly stage: CompareStage
  /** Of the stage, 0 to 1. */
  readonly share: number
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
  const stopped = new Set<RecordingId>()
  let running: { readonly of: RecordingId; readonly abort: AbortController } | null = null
  const left = (state: CaseState) =>
    editJobs(state).filter(job => !stopped.has(job.of.id) && isReady(job, needed) && !isListed(state, job))
  return {
    isCurrent: state => left(state).length === 0,
    async work(keeper, signal, onWork) {
      try {
        for (let job = left(keeper.state())[0]; job; job = left(keeper.state())[0]) {
          signal.throwIfAborted()
          const of = job.of.id
          running = { of, abort: new AbortController() }
          onWork({ of, stage: 'places', share: 0 })
          const both = AbortSignal.any([signal, running.abort.signal])
          try {
            const tell = (stage: CompareStage, share: number) => onWork({ of, stage, share })
            await keeper.enter([await listOf(keeper, job, both, tell)], machine)
          } catch (error) {
            // Stopped by a person, and not with everything else: the next one goes on.
            if (signal.aborted || !stopped.has(of)) throw error
          }
        }
      } finally {
        running = null
        onWork(null)
      }
    },
    stopped: () => [...stopped],
    stop(of) {
      stopped.add(of)
      if (running?.of === of) running.abort.abort()
    },
    start(of) {
      stopped.delete(of)
    },
  }
}

async function listOf(
  keeper: CaseKeeper,
  job: EditJob,
  signal: AbortSignal,
  tell: (stage: CompareStage, share: number) => void,
): Promise<Fact> {
  const run = { v: 1, of: job.of.id, ...editMethod, inputs: inputsOf(job) } as const
  const stored = (recording: Recording) => filesOf(keeper, recording)
  const answer = await compareInThread({ of: stored(job.of), against: job.against.map(stored) }, signal, tell)
  if (answer.kind === 'failed')
    return {
      type: 'edit-list-not-made',
      detail: { ...run, why: { code: 'media.failed', message: answer.message } },
    }
  const held = await Promise.all([job.of, ...job.against].map(each => heldOf(keeper, each)))
  const [film, ...raws] = held
  if (!film) throw new Error('a comparison is of something')
  const bytes = Buffer.from(JSON.stringify(editListOf(answer.account, film, raws)))
  const { sha256: result } = await keeper.content.put({ kind: 'bytes', bytes })
  return { type: 'edit-list-made', detail: { ...run, result } }
}

function filesOf(keeper: CaseKeeper, recording: Recording): StoredFilm {
  const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
  const path = (name: string) => {
    const output = outputOf(recording, name)
    return output && keeper.content.path(output.sha256)
  }
  const [small, told, samples] = [path('small'), path('small-facts'), path('samples')]
  const fingerprints = path('fingerprints')
  const track = facts && soundTrackOf(facts)
  return {
    pictures: small && told ? { small, facts: told, fingerprints } : null,
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

async function heldOf(keeper: CaseKeeper, recording: Recording): Promise<HeldForEdits> {
  const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
  const { pictures, sound } = filesOf(keeper, recording)
  return {
    id: recording.id,
    fromMicros: facts?.start ?? null,
    toMicros: facts?.end ?? null,
    pictures: pictures && readFacts(await readFile(pictures.facts)),
    hasSound: sound !== null,
  }
}
