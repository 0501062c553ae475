// The thread that compares the accounts of a case, so that the room keeps answering: gets their texts, answers once, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import {
  accountResult,
  compareAccounts,
  linkResult,
  method,
  version,
  versionCandidates,
} from '@sightline/core/accounts'
import type { Candidates } from '@sightline/core/side-by-side'

/** The texts to compare, in their order, by the hashes of their accounts. */
export interface CompareJob {
  readonly accounts: readonly { readonly id: string; readonly text: string }[]
}

if (parentPort) parentPort.postMessage(compare(workerData as CompareJob))

function compare({ accounts }: CompareJob): Candidates {
  const ids = accounts.map(({ id }) => id)
  const { accounts: readings, links } = compareAccounts(accounts.map(({ text }) => text))
  return {
    v: 1,
    method,
    version: String(version),
    accounts: Object.fromEntries(
      readings.map((reading, at) => {
        const { text: _text, sha256: _sha, reader: _reader, ...read } = accountResult(reading, '', '')
        return [ids[at] ?? '', read]
      }),
    ),
    links: links.map(link => linkResult(link, ids)),
    versions: versionCandidates(readings).map(({ a, b }) => ({ a: ids[a] ?? '', b: ids[b] ?? '' })),
  }
}
