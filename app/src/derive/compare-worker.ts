// The thread that compares the accounts of a case, so that the room keeps answering: gets their texts, answers once, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import {
  accountResult,
  compareAccounts,
  linkResult,
  method,
  statedMinors,
  utterancesOf,
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
  const placed = <P extends { readonly account: number }>(place: P) => ({
    ...{ ...place, account: ids[place.account] ?? '' },
  })
  const {
    accounts: readings,
    links,
    people,
    roles,
    tooLong,
  } = compareAccounts(accounts.map(({ text }) => text))
  return {
    v: 1,
    method,
    version: String(version),
    accounts: Object.fromEntries(
      readings.map((reading, at) => {
        const { text: _text, sha256: _sha, reader: _reader, ...read } = accountResult(reading, '', '')
        const minors = statedMinors(reading).map(({ start, end, value }) => ({
          ...{ start, end, age: Number(value) },
        }))
        return [ids[at] ?? '', { ...read, minors }]
      }),
    ),
    links: links.map(link => linkResult(link, ids)),
    people: people.map(({ name, named, mentions, ages, isMinor }) => ({
      ...{ name, isMinor, mentions: mentions.map(placed), ages: ages.map(placed) },
      named: named.map(each => ({ ...each, account: ids[each.account] ?? '', roles: [...each.roles] })),
    })),
    roles: roles.map(({ person, account, words, places, why, against, isSure }) => ({
      ...{ person, account: ids[account] ?? '', words, places: places.map(placed) },
      ...{ why: [...why], against: [...against], sure: isSure },
    })),
    utterances: utterancesOf(readings).map(({ excerpts, pieces }) => ({
      excerpts: excerpts.map(placed),
      pieces: pieces.map(piece =>
        piece.kind === 'gap'
          ? piece
          : { ...piece, accounts: piece.accounts.map(account => ids[account] ?? '') },
      ),
    })),
    versions: versionCandidates(readings).map(({ a, b }) => ({ a: ids[a] ?? '', b: ids[b] ?? '' })),
    tooLong: tooLong.map(({ a, b, statements }) => ({
      ...{ a: ids[a] ?? '', b: ids[b] ?? '' },
      statements: [...statements],
    })),
  }
}
