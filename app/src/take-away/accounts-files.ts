import { buffer } from 'node:stream/consumers'
import { type AccountId, accountGroups, type CaseState } from '@sightline/core/case'
import { walledAccounts } from '@sightline/core/case/cards'
import { never, SightlineError } from '@sightline/core/errors'
import {
  accountsAnnotations,
  accountsClaims,
  accountsTable,
  Candidates,
  type SideBySide,
  sideBySide,
} from '@sightline/core/side-by-side'
import { csvText } from '../csv.ts'
import type { ContentStore } from '../store/content-store.ts'
import { toolLabel } from '../version.ts'
import { nameOf } from './moments-files.ts'

export const accountsFormats = ['csv', 'annotations', 'claims'] as const
export type AccountsFormat = (typeof accountsFormats)[number]

/**
 * The accounts of a case side by side, from its stored texts and result, without those that are held behind a wall. Throws 'case.unknown' where none has been read. */
export async function accountsOf(state: CaseState, content: Pick<ContentStore, 'read'>): Promise<SideBySide> {
  const stored = async (sha256: string) => (await buffer(await content.read(sha256))).toString('utf8')
  const texts = new Map<AccountId, string>()
  const walled = walledAccounts(state)
  for (const { shown } of accountGroups(state))
    if (shown.reading.kind === 'read' && !walled.has(shown.id))
      texts.set(shown.id, await stored(shown.reading.text))
  if (texts.size === 0)
    throw new SightlineError('case.unknown', 'this case holds no account whose text has been read')
  const { comparison } = state
  const read =
    comparison?.kind === 'made' ? Candidates.safeParse(JSON.parse(await stored(comparison.result))) : null
  return sideBySide(state, read?.success ? read.data : null, texts)
}

/** The accounts of a case as a file for other programs. `at` is ISO 8601 in UTC. */
export async function accountsFile(
  { state, content, takenAt }: { state: CaseState; content: Pick<ContentStore, 'read'>; takenAt: string },
  as: AccountsFormat,
): Promise<{ readonly name: string; readonly text: string }> {
  const view = await accountsOf(state, content)
  const telling = {
    view,
    nameOf: (agent: Parameters<typeof nameOf>[1]) => nameOf(state, agent),
    generator: toolLabel,
    at: takenAt,
  }
  switch (as) {
    case 'csv':
      return { name: 'accounts.csv', text: csvText(accountsTable(telling)) }
    case 'annotations':
      return { name: 'accounts.annotations.jsonld', text: accountsAnnotations(telling) }
    case 'claims':
      return { name: 'accounts.claims.jsonld', text: accountsClaims(telling) }
    default:
      return never(as)
  }
}
