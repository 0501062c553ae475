// What `sightline compare --json` prints. Other programs rely on it: see docs/format.
import {
  AccountResult,
  accountResult,
  type Comparison,
  LinkResult,
  linkResult,
  method,
  type PlaceInAccount,
  utterancesOf,
  version,
  versionCandidates,
} from '@sightline/core/accounts'
import * as z from 'zod/mini'
import type { AccountFile } from '../accounts/read-file.ts'

const place = { account: z.string(), start: z.int(), end: z.int() }
const Place = z.strictObject(place)

/** What several accounts say and how it lines up. Offsets are UTF-16 code units into each account's `text`. */
export const CompareReport = z.strictObject({
  v: z.literal(1),
  tool: z.string(),
  method: z.string(),
  seconds: z.number(),
  accounts: z.record(z.string(), AccountResult),
  links: z.array(LinkResult),
  /** Who is named, across the accounts; `minor` when an account states an age under 18. */
  people: z.array(
    z.strictObject({
      name: z.string(),
      minor: z.boolean(),
      mentions: z.array(Place),
      ages: z.array(z.strictObject({ ...place, age: z.int() })),
    }),
  ),
  /**
   * Words without a name by which an account may mean somebody who is named, there or in another account: `person` is an index of `people`,
   * `sure` where hardly anybody else can be meant. That they are one is for a person to say.
   */
  roles: z.array(
    z.strictObject({
      person: z.int(),
      account: z.string(),
      words: z.string(),
      places: z.array(Place),
      why: z.array(z.string()),
      against: z.array(z.string()),
      sure: z.boolean(),
    }),
  ),
  /** One utterance put together from the excerpts of several accounts; between two pieces a `gap` that none quotes across. */
  utterances: z.array(
    z.strictObject({
      excerpts: z.array(Place),
      pieces: z.array(
        z.union([
          z.strictObject({ kind: z.literal('words'), text: z.string(), accounts: z.array(z.string()) }),
          z.strictObject({ kind: z.literal('gap') }),
        ]),
      ),
    }),
  ),
  /** Accounts that share most of their sentences word for word: they may be versions of one. */
  versions: z.array(z.strictObject({ a: z.string(), b: z.string(), likeness: z.number() })),
  /** Accounts that were read but are too long to be compared with each other, with the statements that each has. */
  tooLong: z.optional(
    z.array(z.strictObject({ a: z.string(), b: z.string(), statements: z.tuple([z.int(), z.int()]) })),
  ),
})
export type CompareReport = z.infer<typeof CompareReport>

/** An account under the name it was given on the command line. */
export interface NamedAccount extends AccountFile {
  readonly name: string
}

export function compareReport(
  given: readonly NamedAccount[],
  { accounts, links, people, roles, tooLong }: Comparison,
  run: { readonly tool: string; readonly seconds: number },
): CompareReport {
  const names = given.map(({ name }) => name)
  const nameOf = (account: number) => names[account] ?? ''
  const placed = ({ account, start, end }: PlaceInAccount) => ({ account: nameOf(account), start, end })
  return {
    v: 1,
    tool: run.tool,
    method: `${method} ${version}`,
    seconds: run.seconds,
    accounts: Object.fromEntries(
      given.flatMap(({ name, sha256, reader }, index) => {
        const reading = accounts[index]
        return reading ? [[name, accountResult(reading, sha256, reader)]] : []
      }),
    ),
    links: links.map(link => linkResult(link, names)),
    people: people.map(({ name, isMinor, mentions, ages }) => ({
      name,
      minor: isMinor,
      mentions: mentions.map(placed),
      ages: ages.map(each => ({ ...placed(each), age: each.age })),
    })),
    roles: roles.map(({ person, account, words, places, why, against, isSure }) => ({
      ...{ person, account: nameOf(account), words, places: places.map(placed) },
      ...{ why: [...why], against: [...against], sure: isSure },
    })),
    utterances: utterancesOf(accounts).map(({ excerpts, pieces }) => ({
      excerpts: excerpts.map(placed),
      pieces: pieces.map(piece =>
        piece.kind === 'gap'
          ? { kind: piece.kind }
          : { kind: piece.kind, text: piece.text, accounts: piece.accounts.map(nameOf) },
      ),
    })),
    versions: versionCandidates(accounts).map(({ a, b, likeness }) => ({
      a: nameOf(a),
      b: nameOf(b),
      likeness: Number(likeness.toFixed(3)),
    })),
    ...(tooLong.length > 0 && {
      tooLong: tooLong.map(({ a, b, statements }) => ({
        ...{ a: nameOf(a), b: nameOf(b) },
        statements: [...statements],
      })),
    }),
  }
}
