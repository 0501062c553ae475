import { buffer } from 'node:stream/consumers'
import type { Work } from '@sightline/core/api'
import {
  type CaseState,
  type Fact,
  type MissingDerivation,
  missingDerivations,
  missingForEdits,
  type RecordingId,
  type StoredOutput,
} from '@sightline/core/case'
import { type ErrorCode, SightlineError } from '@sightline/core/errors'
import type { Logger } from 'pino'
import { type CaseKeeper, machine } from '../case/keeper.ts'
import { openOriginal } from '../intake/originals.ts'
import { sha256 } from '../store/sha256.ts'
import type { AccountWork } from './account-work.ts'
import type { EditWork } from './edit-work.ts'
import type { Placer } from './placer.ts'
import { Progress, type WorkItem } from './progress.ts'
import { type RecipeInput, type RecipeName, type Recipes, requiredOf, smallPicturesOf } from './recipe.ts'

export interface WorkshopParts {
  readonly keeper: CaseKeeper
  readonly folder: string
  readonly recipes: Recipes
  readonly placer: Placer
  readonly accounts: AccountWork
  readonly edits: EditWork
  /** Processes at work at the same time. */
  readonly atOnce: number
  /** What made the results, for their entries: the media tool and its fence. */
  readonly tool: string
  readonly now: () => number
  readonly log: Logger
}

interface Running {
  readonly of: MissingDerivation
  readonly abort: AbortController
  readonly ended: Promise<void>
}

/** These say that the machine is in trouble, not the recording: nothing is entered, and the work waits. */
const troubles: ReadonlySet<ErrorCode> = new Set(['store.full', 'store.failed', 'media.missing-tool'])

/** These say that the file is not what was received: it waits for the next reading of the folder. */
const awaitingReading: ReadonlySet<ErrorCode> = new Set([
  'intake.changing',
  'intake.unreadable',
  'intake.not-a-file',
  'case.unknown',
])

/**
 * Makes what the case lacks, a bounded number at a time, what a person looks at first, and places recordings by sound
 * when their sound is measured. It needs no queue: what is missing is read off the case each time.
 */
export class Workshop {
  readonly #parts: WorkshopParts
  readonly #abort = new AbortController()
  readonly #progress: Progress
  readonly #running = new Map<string, Running>()
  readonly #postponed = new Set<RecordingId>()
  #attention: readonly RecordingId[] = []
  #placing: Promise<void> | null = null
  #accounts: Promise<void> | null = null
  #edits: Promise<void> | null = null
  #onIdle: (() => void)[] = []

  constructor(parts: WorkshopParts) {
    this.#parts = parts
    this.#progress = new Progress(parts.now)
  }

  work(): Work {
    return this.#progress.work()
  }

  readonly onWork = (listener: (work: Work) => void): (() => void) => this.#progress.listen(listener)

  /** Tells how far the reading of the folder is; null when it is read. */
  reading(reading: Work['reading']): void {
    this.#progress.reading(reading)
  }

  /** What a person looks at, most wanted first. */
  attend(recordings: readonly RecordingId[]): void {
    this.#attention = recordings
    this.wake()
  }

  /** Stops holding a film against recordings, or takes that up again. */
  compare(of: RecordingId, isWanted: boolean): void {
    const { edits } = this.#parts
    if (isWanted) edits.start(of)
    else edits.stop(of)
    this.#progress.stopped(edits.stopped())
    if (!isWanted) this.#giveUpReading()
    this.wake()
  }

  /** Looks again for what is missing. Called whenever the case may have changed. */
  wake(): void {
    if (this.#abort.signal.aborted) return
    if (!this.#progress.hasTrouble()) this.#startMissing()
    if (this.#running.size === 0 && !this.#placing && !this.#accounts && !this.#edits)
      for (const idle of this.#onIdle.splice(0)) idle()
  }

  /** Resolves when nothing is left to make or place, or trouble has stopped the work; and when `signal` is aborted, whatever is left. */
  idle(signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      if (signal?.aborted) return resolve()
      signal?.addEventListener('abort', () => resolve(), { once: true })
      this.#onIdle.push(resolve)
      this.wake()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#abort.abort(new SightlineError('cancelled', 'the room is closing'))
    const running = [...this.#running.values()].map(({ ended }) => ended)
    await Promise.allSettled([...running, this.#placing, this.#accounts, this.#edits])
    for (const idle of this.#onIdle.splice(0)) idle()
  }

  #missingForEdits(state: CaseState): readonly MissingDerivation[] {
    const { recipes, edits } = this.#parts
    return missingForEdits(state, smallPicturesOf(recipes), this.#attention, edits.stopped())
  }

  /** Small pictures that are being made for a comparison that was stopped, unless another one needs them too. */
  #giveUpReading(): void {
    const wanted = this.#missingForEdits(this.#parts.keeper.state())
    for (const { of, abort } of this.#running.values())
      if (of.recipe === 'small' && !wanted.some(({ recording }) => recording === of.recording)) abort.abort()
  }

  #startMissing(): void {
    const { keeper, recipes, atOnce } = this.#parts
    const state = keeper.state()
    const missing = [
      ...missingDerivations(state, requiredOf(recipes), this.#attention),
      ...this.#missingForEdits(state),
    ].filter(each => !this.#postponed.has(each.recording))
    this.#progress.left(missing.map(each => this.#itemOf(each)))
    for (const next of missing) {
      if (this.#running.size >= atOnce) break
      const isBusy = [...this.#running.keys()].some(key => key.startsWith(next.recording))
      if (!isBusy) this.#start(next)
    }
    this.#placeWhenReady(missing)
    this.#readAccounts()
    this.#listEdits()
  }

  #start(next: MissingDerivation): void {
    const key = `${next.recording} ${next.recipe}`
    const abort = new AbortController()
    const ended = this.#make(next, AbortSignal.any([this.#abort.signal, abort.signal]))
      .catch(error => this.#stumble(error, 'derivation could not be entered'))
      .finally(() => {
        this.#running.delete(key)
        this.#progress.finished(next.recording)
        this.wake()
      })
    this.#running.set(key, { of: next, abort, ended })
  }

  async #make({ recording: id, recipe, version }: MissingDerivation, signal: AbortSignal): Promise<void> {
    const { keeper, tool } = this.#parts
    const recording = keeper.state().recordings.get(id)
    if (recording?.probe.kind !== 'probed') return
    const base = { v: 1, recording: id, recipe, version, key: keyOf(id, recipe, version), tool } as const
    let fact: Fact
    try {
      const made = await this.#makeFiles(recording as RecipeInput['recording'], recipe as RecipeName, signal)
      fact = { type: 'derivation-made', detail: { ...base, ...made } }
    } catch (error) {
      if (!(error instanceof SightlineError) || error.code === 'cancelled' || troubles.has(error.code))
        throw error
      this.#parts.log.warn({ err: error, recording: id, recipe }, 'derivation failed')
      if (awaitingReading.has(error.code)) {
        this.#postponed.add(id)
        return
      }
      fact = {
        type: 'derivation-failed',
        detail: { ...base, why: { code: error.code, message: error.message } },
      }
    }
    await keeper.enter([fact], machine)
  }

  async #makeFiles(recording: RecipeInput['recording'], recipe: RecipeName, signal: AbortSignal) {
    const { keeper, folder, recipes } = this.#parts
    await using scratch = await keeper.content.makeScratch()
    await using media = await openOriginal(folder, keeper.state(), recording)
    const item = this.#itemOf({ recording: recording.id, recipe })
    const onFraction = (fraction: number) => this.#progress.making(item, fraction)
    onFraction(0)
    const readStored = async (sha: string) => await buffer(await keeper.content.read(sha))
    const made = await recipes[recipe].make({
      recording,
      media,
      workDir: scratch.path,
      signal,
      readStored,
      onFraction,
    })
    const outputs: StoredOutput[] = []
    for (const { name, source } of made.outputs) {
      const { sha256, bytes } = await keeper.content.put(source, signal)
      outputs.push({ name, sha256, bytes })
    }
    return { outputs, partial: made.partial, oddities: [...made.oddities] }
  }

  #itemOf({ recording, recipe }: Pick<MissingDerivation, 'recording' | 'recipe'>): WorkItem {
    const probe = this.#parts.keeper.state().recordings.get(recording)?.probe
    const facts = probe?.kind === 'probed' ? probe.facts : null
    const seconds = facts?.start != null && facts.end !== null ? (facts.end - facts.start) / 1e6 : 0
    return { recording, recipe: recipe as RecipeName, seconds }
  }

  #placeWhenReady(missing: readonly MissingDerivation[]): void {
    const { keeper, placer } = this.#parts
    const state = keeper.state()
    const isSoundMeasured = !missing.some(each => each.recipe === 'sound')
    if (this.#placing || state.intake.kind !== 'read' || !isSoundMeasured || placer.isCurrent(state)) return
    this.#progress.placing(true)
    this.#placing = placer
      .place(keeper, this.#abort.signal)
      .catch(error => this.#stumble(error, 'placing by sound failed'))
      .finally(() => {
        this.#placing = null
        this.#progress.placing(false)
        this.wake()
      })
  }

  #readAccounts(): void {
    const { keeper, accounts, folder } = this.#parts
    const state = keeper.state()
    if (this.#accounts || state.intake.kind !== 'read' || accounts.isCurrent(state)) return
    this.#accounts = accounts
      .work(keeper, folder, this.#abort.signal)
      .catch(error => this.#stumble(error, 'what came of the accounts could not be entered'))
      .finally(() => {
        this.#accounts = null
        this.wake()
      })
  }

  #listEdits(): void {
    const { keeper, edits } = this.#parts
    const state = keeper.state()
    if (this.#edits || state.intake.kind !== 'read' || edits.isCurrent(state)) return
    this.#edits = edits
      .work(keeper, this.#abort.signal, now => this.#progress.comparing(now))
      .catch(error => this.#stumble(error, 'what a film shows could not be entered'))
      .finally(() => {
        this.#edits = null
        this.wake()
      })
  }

  /** Work that could not be entered stops everything until the next opening: trying again would fail the same way. */
  #stumble(error: unknown, sentence: string): void {
    if (error instanceof SightlineError && error.code === 'cancelled') return
    this.#parts.log.error({ err: error }, sentence)
    const message =
      error instanceof SightlineError ? `${error.code}: ${error.message}` : `internal: ${sentence}`
    this.#progress.trouble(message)
  }
}

/** A derivation is known by what went into it: recipe, version and the recording's bytes. */
function keyOf(recording: RecordingId, recipe: string, version: number): string {
  return sha256(Buffer.from(`${recipe} ${version} ${recording}`))
}
