import { buffer } from 'node:stream/consumers'
import { readAccount, type VersionDifference, versionDifference } from '@sightline/core/accounts'
import type { Account, PersonId } from '@sightline/core/case'
import { walledAccounts } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import type { FastifyInstance } from 'fastify'
import type { AccessLog } from '../case/access-log.ts'
import type { CaseKeeper } from '../case/keeper.ts'
import { openOriginal } from '../intake/originals.ts'
import { serveContent } from './media-files.ts'

interface Parts {
  readonly keeper: CaseKeeper
  readonly access: AccessLog
  readonly person: PersonId | null
  readonly folder: string
}

/**
 * What a stranger's page may do when a person looks at it as it was received: be shown. It gets no script, no form, nothing
 * from anywhere, and an origin of its own, so that it cannot ask this room for anything.
 */
const sandboxed =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'none'"

/** Types under which an original may be shown; everything else is text or is saved. A PDF's viewer does not run in a sandbox. */
const shownAs: Readonly<Record<string, { readonly type: string; readonly policy: string | null }>> = {
  html: { type: 'text/html', policy: sandboxed },
  pdf: { type: 'application/pdf', policy: null },
  text: { type: 'text/plain; charset=utf-8', policy: sandboxed },
}

/** The accounts of the case, but those that are held behind a wall: their texts, what the engine suggests of them, their files as received. */
export function addAccounts(server: FastifyInstance, { keeper, access, person, folder }: Parts): void {
  server.get('/api/accounts/comparison', async (request, reply) => {
    const { comparison } = keeper.state()
    if (comparison?.kind !== 'made')
      throw new SightlineError('case.unknown', 'the accounts have not been compared yet')
    return await serveContent(request, reply, keeper.content, {
      sha256: comparison.result,
      type: 'application/json',
    })
  })
  server.get('/api/accounts/:id/text', async (request, reply) => {
    const { text } = readingOf(accountOf(keeper, request.params))
    return await serveContent(request, reply, keeper.content, {
      sha256: text,
      type: 'text/plain; charset=utf-8',
    })
  })
  server.get('/api/accounts/:id/original', async (request, reply) => {
    const account = accountOf(keeper, request.params)
    const format = [...keeper.state().files.values()].find(({ found }) => found.sha256 === account.id)?.found
      .format
    const shown = shownAs[format ?? '']
    await using file = await openOriginal(folder, keeper.state(), account)
    const bytes = await file.read(0, file.bytes)
    // It opens in a tab of its own, where the room's script does not tell of it.
    await access.enter({ saw: 'account', account: account.id, as: 'original' }, person)
    reply.type(shown?.type ?? 'application/octet-stream').header('cache-control', 'private, no-cache')
    if (shown?.policy) reply.header('content-security-policy', shown.policy)
    if (!shown) reply.header('content-disposition', 'attachment')
    return await reply.send(Buffer.from(bytes))
  })
  server.get('/api/accounts/:id/since/:earlier', async (request): Promise<VersionDifference> => {
    const { earlier } = request.params as { readonly earlier: string }
    const [before, after] = [accountOf(keeper, { id: earlier }), accountOf(keeper, request.params)]
    const textOf = async (account: Account) =>
      (await buffer(await keeper.content.read(readingOf(account).text))).toString('utf8')
    return versionDifference(readAccount(await textOf(before)), readAccount(await textOf(after)))
  })
}

function accountOf(keeper: CaseKeeper, params: unknown): Account {
  const account = keeper.state().accounts.get((params as { readonly id: string }).id)
  if (!account) throw new SightlineError('case.unknown', 'there is no such account in this case')
  if (walledAccounts(keeper.state()).has(account.id))
    throw new SightlineError('case.unknown', `${account.firstName} is held behind a wall in the case file`)
  return account
}

function readingOf({ firstName, reading }: Account) {
  if (reading.kind !== 'read')
    throw new SightlineError('case.unknown', `the text of ${firstName} has not been read`)
  return reading
}
