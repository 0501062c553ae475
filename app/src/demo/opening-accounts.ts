import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import {
  type Account,
  type CaseState,
  linkRelations,
  type Passage,
  type PersonId,
  passageAt,
} from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { dayNumber, dayText } from '@sightline/core/time'
import * as z from 'zod'
import type { CaseKeeper } from '../case/keeper.ts'

const Words = z.strictObject({ file: z.string(), words: z.string() })

/** What people of a prepared case have entered about its accounts, by the names of their files and by words of their texts. */
export const PreparedAccounts = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  owner: z.string(),
  accounts: z.array(
    z.strictObject({
      file: z.string(),
      outlet: z.string(),
      author: z.nullable(z.string()),
      publishedOn: z.nullable(z.string()),
    }),
  ),
  /** The day of what happened, as one of them states it. */
  event: z.strictObject({ by: z.string(), day: z.string(), reason: z.string() }),
  statements: z.array(
    Words.extend({
      by: z.string(),
      chain: z.array(z.string()),
      recording: z.optional(z.string()),
      negated: z.optional(z.boolean()),
      hedged: z.optional(z.boolean()),
    }),
  ),
  matters: z.array(
    z.strictObject({
      by: z.string(),
      name: z.string(),
      words: z.array(Words),
      /** What each two neighbours of it are to each other; null leaves that to the engine. */
      relation: z.nullable(z.enum(linkRelations)),
      note: z.nullable(z.string()),
    }),
  ),
})
export type PreparedAccounts = z.infer<typeof PreparedAccounts>

export async function readPreparedAccounts(path: string): Promise<PreparedAccounts> {
  return PreparedAccounts.parse(JSON.parse(await readFile(path, 'utf8')))
}

/**
 * Enters what people have to say of the accounts, through the same commands as a person in the room, once their texts are read.
 * What was entered at an earlier opening is left alone. Throws 'case.unknown' where a file, a person or words are not there.
 */
export async function enterAccounts(
  keeper: CaseKeeper,
  prepared: PreparedAccounts,
  signal: AbortSignal,
): Promise<void> {
  const files = prepared.accounts.map(({ file }) => file)
  if (!(await areRead(keeper, files, signal))) return
  const texts = new Map<string, { readonly account: Account; readonly text: string }>()
  for (const file of files) texts.set(file, await textOf(keeper, file))
  const passage = ({ file, words }: z.infer<typeof Words>): Passage => {
    const held = texts.get(file)
    const start = held?.text.indexOf(words) ?? -1
    const found =
      held && start >= 0 ? passageAt(held.account.id, held.text, { start, end: start + words.length }) : null
    if (!found)
      throw new SightlineError('case.unknown', `expected the words "${words}" in ${file}, found none`)
    return found
  }
  const agent = (name: string) => ({ kind: 'person', person: personOf(keeper.state(), name) }) as const
  for (const { file, outlet, author, publishedOn } of prepared.accounts) {
    const { id } = texts.get(file)?.account ?? { id: '' }
    const { said = null, rev = 0 } = keeper.state().accounts.get(id) ?? {}
    if (said !== null) continue
    const nothing = { address: null, versionOf: null, note: null }
    await keeper.command(
      { do: 'describe-account', account: id, rev, outlet, author, publishedOn, ...nothing },
      agent(prepared.owner),
    )
  }
  if (keeper.state().matters.size > 0) return
  for (const {
    by,
    chain,
    recording = null,
    negated = false,
    hedged = false,
    ...words
  } of prepared.statements)
    await keeper.command(
      {
        ...{ do: 'make-statement', kind: 'statement', passage: passage(words), takenFrom: null },
        source: { chain, to: null, recording, negated, hedged, declining: false },
      },
      agent(by),
    )
  for (const { by, name, words, relation, note } of prepared.matters) {
    const passages = words.map(passage)
    for (const [at, b] of relation === null ? [] : passages.entries()) {
      const a = passages[at - 1]
      if (a && relation !== null)
        await keeper.command(
          { do: 'link-statements', a, b, relation, note: null, takenFrom: null },
          agent(by),
        )
    }
    await keeper.command({ do: 'name-matter', name, note, passages }, agent(by))
  }
  const { by, day, reason } = prepared.event
  const days = { from: day, to: dayText((dayNumber(day) ?? 0) + 1) }
  await keeper.command({ do: 'state-day', of: { kind: 'event' }, days, time: null, reason }, agent(by))
}

/** Waits until each of the files was read; false when the room closes first or one of them cannot be. */
function areRead(keeper: CaseKeeper, files: readonly string[], signal: AbortSignal): Promise<boolean> {
  const look = () => {
    const readings = files.map(file => accountNamed(keeper.state(), file)?.reading.kind ?? 'refused')
    if (readings.includes('refused')) return false
    return readings.includes('waiting') ? null : true
  }
  return new Promise(resolve => {
    const stops: (() => void)[] = []
    const end = (answer: boolean) => {
      for (const stop of stops) stop()
      resolve(answer)
    }
    const ask = () => {
      const answer = look()
      if (answer !== null) end(answer)
    }
    const stop = () => end(false)
    signal.addEventListener('abort', stop, { once: true })
    stops.push(keeper.onEntries(ask), () => signal.removeEventListener('abort', stop))
    if (signal.aborted) stop()
    else ask()
  })
}

function accountNamed(state: CaseState, file: string): Account | undefined {
  return state.accounts.get(state.files.get(file)?.found.sha256 ?? '')
}

async function textOf(keeper: CaseKeeper, file: string) {
  const account = accountNamed(keeper.state(), file)
  if (account?.reading.kind !== 'read')
    throw new SightlineError('case.unknown', `expected ${file} among the accounts of the case, found none`)
  const text = (await buffer(await keeper.content.read(account.reading.text))).toString('utf8')
  return { account, text }
}

function personOf(state: CaseState, name: string): PersonId {
  const found = [...state.people.values()].find(person => person.name === name)
  if (!found) throw new SightlineError('case.unknown', `${name} is not among the people of the case`)
  return found.id
}
