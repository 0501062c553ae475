import { Worker } from 'node:worker_threads'
import { SightlineError } from '@sightline/core/errors'
import { type MediaFile, openMediaFile } from '../media/media-file.ts'
import { sha256Stream } from '../store/sha256.ts'
import { limitThread } from '../thread-limit.ts'
import type { ReaderAnswer } from './reader-worker.ts'
import { isPdf, isZip, maxAccountBytes, type ReaderName, readers } from './readers.ts'
import { decodeText } from './text-encoding.ts'

/** An account as it lies in a file: its text, what made it, and the hash of the file's bytes. */
export interface AccountFile {
  readonly text: string
  readonly reader: string
  readonly sha256: string
}

/** Of processor time: a page of a few megabytes takes under two. */
const limitSeconds = 30
const memoryMb = 512

/** Reads one account. Throws 'intake.unreadable', 'intake.not-a-file', 'intake.empty' or 'intake.unrecognised' with the file's name, or 'cancelled'. */
export async function readAccountFile(path: string, signal: AbortSignal): Promise<AccountFile> {
  await using file = await openMediaFile(path)
  return await readOpenAccount(file, path, signal)
}

/** The same of a file that is open already; `path` is what messages call it. */
export async function readOpenAccount(
  file: MediaFile,
  path: string,
  signal: AbortSignal,
): Promise<AccountFile> {
  const bytes = await bytesOf(file, path, signal)
  const hash = sha256Stream()
  hash.update(bytes)
  const sha256 = hash.digest()
  const plain = plainText(bytes)
  if (plain !== null) return { text: plain, reader: readers.text, sha256 }
  const answer = await inThread(bytes, signal)
  if (answer.kind === 'unreadable') throw unrecognised(path, answer.why)
  return { text: answer.text, reader: readers[answer.reader satisfies ReaderName], sha256 }
}

async function bytesOf(file: MediaFile, path: string, signal: AbortSignal): Promise<Uint8Array> {
  if (file.bytes === 0)
    throw new SightlineError('intake.empty', `expected an account in ${path}, found no bytes`)
  if (file.bytes > maxAccountBytes)
    throw unrecognised(path, `it has ${file.bytes} bytes; accounts of up to ${maxAccountBytes} are read`)
  signal.throwIfAborted()
  return await file.read(0, file.bytes)
}

/** Plain text needs no fence. */
function plainText(bytes: Uint8Array): string | null {
  if (isPdf(bytes) || isZip(bytes)) return null
  try {
    const text = decodeText(bytes)
    return /^\s*(?:<|\uFEFF<)/.test(text) ? null : text
  } catch {
    return null
  }
}

function unrecognised(path: string, why: string): SightlineError {
  return new SightlineError(
    'intake.unrecognised',
    `expected text, a web page, a PDF or a Word document in ${path}: ${why}`,
  )
}

function inThread(bytes: Uint8Array, signal: AbortSignal): Promise<ReaderAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), {
      workerData: bytes,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    })
    const end = (then: () => void) => {
      endWatch()
      signal.removeEventListener('abort', stop)
      worker.terminate().then(then, reject)
    }
    const stop = () => end(() => reject(new SightlineError('cancelled', 'reading an account was cancelled')))
    const endWatch = limitThread(worker, limitSeconds, () =>
      end(() =>
        resolve({
          kind: 'unreadable',
          why: `it was not read within ${limitSeconds} s of processor time`,
        }),
      ),
    )
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', (answer: ReaderAnswer) => end(() => resolve(answer)))
    // Out of memory and the like end the thread and say so; the document is to blame, not the program.
    worker.once('error', error => end(() => resolve({ kind: 'unreadable', why: error.message })))
  })
}
