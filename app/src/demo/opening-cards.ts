import { readFile } from 'node:fs/promises'
import type { CaseState } from '@sightline/core/case'
import { CardKindName } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import * as z from 'zod'
import type { CaseKeeper } from '../case/keeper.ts'

const Said = z.record(z.string(), z.unknown())

/** Cards of a case file as a prepared case lists them: `@` names a card by its key, `%` a recording, `~` a moment by its name. */
export const PreparedCards = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  cards: z.array(
    z.strictObject({
      key: z.string(),
      by: z.string(),
      of: CardKindName,
      said: Said,
      hidden: z.optional(Said),
    }),
  ),
})
export type PreparedCards = z.infer<typeof PreparedCards>

export async function readCards(path: string): Promise<PreparedCards> {
  return PreparedCards.parse(JSON.parse(await readFile(path, 'utf8')))
}

/**
 * Enters cards through the same command as a person in the room, each once: after a cut it goes on where it stopped, for the n-th
 * card of the list is the n-th card of the case. Throws 'case.unknown' for a name that is not there.
 */
export async function enterCards(
  keeper: CaseKeeper,
  { cards }: PreparedCards,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const entered = new Map<string, string>()
  const before = [...keeper.state().cards.keys()]
  for (const [at, { key, by, of, said, hidden }] of cards.entries()) {
    const held = before[at]
    if (held === undefined) {
      const person = people.get(by)
      if (person === undefined)
        throw new SightlineError('case.unknown', `${by} is not among the people of the opening`)
      const resolved = resolve(keeper.state(), entered, said) as Record<string, unknown>
      const command = { do: 'enter-card', of, said: resolved, hidden: hidden ?? null } as const
      await keeper.command(command, { kind: 'person', person })
    }
    entered.set(key, held ?? [...keeper.state().cards.keys()].at(-1) ?? '')
  }
}

function resolve(state: CaseState, entered: ReadonlyMap<string, string>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(each => resolve(state, entered, each))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, resolve(state, entered, each)]),
    )
  if (typeof value !== 'string' || !/^[@%~]/.test(value)) return value
  const name = value.slice(1)
  const found = value.startsWith('@')
    ? entered.get(name)
    : value.startsWith('%')
      ? state.files.get(name)?.found.sha256
      : [...state.moments.values()].find(moment => moment.name === name)?.id
  if (!found) throw new SightlineError('case.unknown', `expected ${value} in the case, found none`)
  return found
}
