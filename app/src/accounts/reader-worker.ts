// The thread that reads one document from a stranger: gets its bytes, answers once, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { type ReaderName, readDocument } from './readers.ts'

export type ReaderAnswer =
  | { readonly kind: 'read'; readonly text: string; readonly reader: ReaderName }
  | { readonly kind: 'unreadable'; readonly why: string }

if (parentPort) parentPort.postMessage(await answer(workerData as Uint8Array))

async function answer(bytes: Uint8Array): Promise<ReaderAnswer> {
  try {
    return { kind: 'read', ...(await readDocument(bytes)) }
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) }
  }
}
