import { buffer } from 'node:stream/consumers'
import { Worker } from 'node:worker_threads'
import { method, version } from '@sightline/core/accounts'
import {
  type Account,
  type CaseState,
  comparedAccounts,
  comparisonInputsText,
  type Fact,
  unreadAccounts,
} from '@sightline/core/case'
import { walledAccounts } from '@sightline/core/case/cards'
import { type ErrorCode, SightlineError } from '@sightline/core/errors'
import type { Candidates } from '@sightline/core/side-by-side'
import { readOpenAccount } from '../accounts/read-file.ts'
import { readers } from '../accounts/readers.ts'
import { type CaseKeeper, machine } from '../case/keeper.ts'
import { openOriginal } from '../intake/originals.ts'
import { sha256 } from '../store/sha256.ts'
import { limitThread } from '../thread-limit.ts'
import { toolLabel } from '../version.ts'
import type { CompareJob } from './compare-worker.ts'

/** Makes what the accounts of a case lack: their texts, and the comparison of them all. */
export interface AccountWork {
  /** Whether every account that is in the folder was read, and the comparison still rests on what was read. */
  readonly isCurrent: (state: CaseState) => boolean
  readonly work: (keeper: CaseKeeper, folder: string, signal: AbortSignal) => Promise<void>
}

/** All readers by name and version: when one changes, accounts are read anew. */
const readersLabel = Object.values(readers).join('; ')
const engine = { method, version: String(version) }

/** What is written into a result besides what the engine found: goes up when more of it is kept. */
const resultForm = 2
const comparedBy = `${engine.method} ${engine.version}, result ${resultForm}`

/** What is held behind a wall is compared with nothing: no word of it is in a result. */
const comparedIn = (state: CaseState) => comparedAccounts(state, walledAccounts(state))

/** Hash over everything that the comparison of the accounts rests on. */
export function comparisonInputs(state: CaseState): string {
  return sha256(Buffer.from(comparisonInputsText(comparedIn(state), comparedBy)))
}

/** Whether all that can be made of the accounts is made. A case without any has nothing to compare. */
export function areAccountsCompared(state: CaseState): boolean {
  if (unreadAccounts(state, readersLabel).length > 0) return false
  return isCompared(state)
}

function isCompared(state: CaseState): boolean {
  // Where nothing is left to compare, a result that holds what is walled now is replaced by an empty one.
  if (comparedIn(state).length === 0 && state.comparison === null) return true
  return state.comparison?.inputs === comparisonInputs(state)
}

/** These say that the file is not what was received, or out of reach for now: it waits for the next reading of the folder. */
const awaitingReading: ReadonlySet<ErrorCode> = new Set([
  'intake.changing',
  'intake.unreadable',
  'case.unknown',
])

export function accountWork(): AccountWork {
  const postponed = new Set<string>()
  const left = (state: CaseState) =>
    unreadAccounts(state, readersLabel).filter(({ id }) => !postponed.has(id))
  return {
    isCurrent: state => left(state).length === 0 && isCompared(state),
    async work(keeper, folder, signal) {
      for (const account of left(keeper.state())) {
        signal.throwIfAborted()
        const fact = await readOne(keeper, folder, account, signal)
        if (fact === null) postponed.add(account.id)
        else await keeper.enter([fact], machine)
      }
      if (!isCompared(keeper.state())) await compareAll(keeper, signal)
    },
  }
}

/** What came of reading an account; null where the file has to be received anew first. */
async function readOne(
  keeper: CaseKeeper,
  folder: string,
  { id, firstName }: Account,
  signal: AbortSignal,
): Promise<Fact | null> {
  const base = { v: 1, account: id, readers: readersLabel, tool: toolLabel } as const
  try {
    await using file = await openOriginal(folder, keeper.state(), { id, firstName })
    const read = await readOpenAccount(file, firstName, signal)
    if (read.sha256 !== id) return null
    const { sha256: text } = await keeper.content.put({ kind: 'bytes', bytes: Buffer.from(read.text) })
    return {
      type: 'account-read',
      detail: { ...base, reader: read.reader, text, characters: read.text.length },
    }
  } catch (error) {
    if (!(error instanceof SightlineError) || !/^(?:intake|case)\./.test(error.code)) throw error
    if (awaitingReading.has(error.code)) return null
    return { type: 'account-refused', detail: { ...base, why: { code: error.code, message: error.message } } }
  }
}

async function compareAll(keeper: CaseKeeper, signal: AbortSignal): Promise<void> {
  const state = keeper.state()
  const accounts: CompareJob['accounts'][number][] = []
  for (const { id, reading } of comparedIn(state)) {
    const bytes = await buffer(await keeper.content.read(reading.text))
    accounts.push({ id, text: bytes.toString('utf8') })
  }
  const run = { v: 1, ...engine, inputs: comparisonInputs(state) } as const
  const answer = await inThread({ accounts }, signal)
  if (answer.kind === 'failed') {
    const why = { code: 'accounts.uncompared', message: answer.message } as const
    await keeper.enter([{ type: 'accounts-not-compared', detail: { ...run, why } }], machine)
    return
  }
  const bytes = Buffer.from(JSON.stringify(answer.candidates))
  const { sha256: result } = await keeper.content.put({ kind: 'bytes', bytes })
  await keeper.enter([{ type: 'accounts-compared', detail: { ...run, result } }], machine)
}

type Answer =
  | { readonly kind: 'compared'; readonly candidates: Candidates }
  | { readonly kind: 'failed'; readonly message: string }

/** Of processor time: fifty stories take seconds; texts made to keep the rules busy are given up. */
const limitSeconds = 120
const memoryMb = 1024

/** Compares in a thread of its own, with limits: what goes wrong there is the texts' doing and an answer, not the end of the room. */
function inThread(job: CompareJob, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), {
      workerData: job,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const end = (then: () => void) => {
      endWatch()
      signal.removeEventListener('abort', stop)
      worker.terminate().then(then, reject)
    }
    const fail = (message: string) => end(() => resolve({ kind: 'failed', message }))
    const stop = () => end(() => reject(new SightlineError('cancelled', 'comparing accounts was cancelled')))
    const endWatch = limitThread(worker, limitSeconds, () =>
      fail(`${job.accounts.length} accounts were not compared within ${limitSeconds} s of processor time`),
    )
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', (candidates: Candidates) => end(() => resolve({ kind: 'compared', candidates })))
    worker.once('error', error => fail(`comparing ${job.accounts.length} accounts failed: ${error.message}`))
  })
}
