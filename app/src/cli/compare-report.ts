// What `sightline compare --json` prints. Other programs rely on it: see docs/format.
import {
  AccountResult,
  accountResult,
  type Comparison,
  LinkResult,
  linkResult,
  method,
  version,
} from '@sightline/core/accounts'
import * as z from 'zod/mini'
import type { AccountFile } from '../accounts/read-file.ts'

/** What several accounts say and how it lines up. Offsets are UTF-16 code units into each account's `text`. */
export const CompareReport = z.strictObject({
  v: z.literal(1),
  tool: z.string(),
  method: z.string(),
  seconds: z.number(),
  accounts: z.record(z.string(), AccountResult),
  links: z.array(LinkResult),
})
export type CompareReport = z.infer<typeof CompareReport>

/** An account under the name it was given on the command line. */
export interface NamedAccount extends AccountFile {
  readonly name: string
}

export function compareReport(
  given: readonly NamedAccount[],
  { accounts, links }: Comparison,
  run: { readonly tool: string; readonly seconds: number },
): CompareReport {
  const names = given.map(({ name }) => name)
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
  }
}
