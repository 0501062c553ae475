import type * as z from 'zod/mini'
import { type CommandKind, command, type Decision, Rev } from './command.ts'
import type { EntryType, Fact } from './entries.ts'
import { Line } from './ids.ts'
import type { Standing, StandingCollection, StandingItem } from './standing.ts'
import type { CaseState } from './state.ts'

/** Decides on one that is in the case, stands, and has not changed since the person saw it. */
export function onStanding<C extends StandingCollection>(
  state: CaseState,
  collection: C,
  asked: { readonly id: string; readonly rev: number },
  then: (item: StandingItem<C>) => Decision,
): Decision {
  return onHeld(state, collection, asked, item =>
    item.withdrawn === null
      ? then(item as StandingItem<C>)
      : { kind: 'impossible', message: `${item.id} was withdrawn; restore it before changing it` },
  )
}

/** The command that withdraws one, with a reason; `back` names the command that restores it. */
export function withdrawing<C extends StandingCollection>(
  collection: C,
  id: z.ZodMiniType<string>,
  entry: EntryType,
  back: string,
): StandingCommand {
  return command(
    { id, rev: Rev, reason: Line },
    (state, asked) => onStanding(state, collection, asked, () => entered(entry, asked)),
    (_before, asked, rev) => ({ do: back, id: asked.id, rev, reason: 'undone' }),
  )
}

/** The command that takes a withdrawal back; `back` names the command that withdraws. */
export function restoring<C extends StandingCollection>(
  collection: C,
  id: z.ZodMiniType<string>,
  entry: EntryType,
  back: string,
): StandingCommand {
  return command(
    { id, rev: Rev, reason: Line },
    (state, asked) =>
      onHeld(state, collection, asked, item =>
        item.withdrawn === null
          ? { kind: 'impossible', message: `${item.id} stands; it was not withdrawn` }
          : entered(entry, asked),
      ),
    (_before, asked, rev) => ({ do: back, id: asked.id, rev, reason: 'undone' }),
  )
}

type StandingCommand = CommandKind<{ readonly id: string; readonly rev: number; readonly reason: string }>

function onHeld(
  state: CaseState,
  collection: StandingCollection,
  asked: { readonly id: string; readonly rev: number },
  then: (item: Standing) => Decision,
): Decision {
  const item: Standing | undefined = state[collection].get(asked.id)
  if (!item) return { kind: 'unknown', noun: asked.id }
  if (item.rev !== asked.rev) return { kind: 'stale', noun: item.id, rev: item.rev }
  return then(item)
}

function entered(
  type: EntryType,
  { id, reason }: { readonly id: string; readonly reason: string },
): Decision {
  return { kind: 'enter', facts: [{ type, detail: { v: 1, id, reason } } as unknown as Fact] }
}
