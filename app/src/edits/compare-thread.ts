import { getCompileCacheDir } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { CompareStage, TellStage } from '@sightline/core/case'
import type { FilmAccount } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'

/** What was kept of one film or recording, as paths of files. */
export interface StoredFilm {
  readonly pictures: {
    readonly small: string
    readonly facts: string
    /** Null for a film; made from the pictures where a recording has none. */
    readonly fingerprints: string | null
  } | null
  readonly sound: { readonly samples: string; readonly length: number; readonly originMicros: number } | null
}

export interface CompareJob {
  readonly of: StoredFilm
  readonly against: readonly StoredFilm[]
}

export type FromThread =
  | { readonly kind: 'stage'; readonly stage: CompareStage; readonly share: number }
  | { readonly kind: 'made'; readonly account: FilmAccount }

export type Compared =
  | { readonly kind: 'made'; readonly account: FilmAccount }
  | { readonly kind: 'failed'; readonly message: string }

/** Beside this script, and built as it is: set-up makes one file of either. */
const workerScript = new URL(
  import.meta.url.endsWith('.ts') ? './compare-worker.ts' : './compare-worker.mjs',
  import.meta.url,
)

/** Of the thread's own objects; pictures are read as they are needed and lie outside. */
const memoryMb = 1024

/** Without the cache a thread makes programs of all its modules anew, a third of a second of the processor. */
function cacheEnv(): Record<string, string> {
  const dir = getCompileCacheDir()
  return dir === undefined ? {} : { NODE_COMPILE_CACHE: dir }
}

/**
 * Holds a film against recordings in a thread of its own, so that who asked keeps answering, and that a signal ends it at any
 * moment. What goes wrong in it is an answer. Throws 'cancelled'.
 */
export function compareInThread(job: CompareJob, signal: AbortSignal, tell: TellStage): Promise<Compared> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(workerScript, {
      workerData: job,
      env: cacheEnv(),
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
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'made') end(() => resolve(message))
      else if (!isEnding) tell(message.stage, message.share)
    })
    worker.once('error', error =>
      end(() => resolve({ kind: 'failed', message: `comparing with recordings failed: ${error.message}` })),
    )
    worker.once('exit', () =>
      end(() => resolve({ kind: 'failed', message: 'comparing with recordings ended without an answer' })),
    )
  })
}
