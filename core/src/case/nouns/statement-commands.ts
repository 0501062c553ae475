import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import type { Passage } from '../passage.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import type { CaseState } from '../state.ts'
import {
  StatementId,
  type StatementKind,
  statementKinds,
  statementOf,
  statementSaid,
  TakenFrom,
} from './statement.ts'

export const statementCommands = {
  'make-statement': command(
    { kind: z.enum(statementKinds), ...statementSaid, takenFrom: z.nullable(TakenFrom) },
    (state, { kind, passage, source, takenFrom }) =>
      unreadRefusal(state, passage) ??
      doubledRefusal(state, kind, passage, null) ??
      enter('statement-made', { v: 1, id: `s${state.seq + 1}`, kind, passage, source, takenFrom }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-statement', id: `s${seq}`, rev, reason: 'undone' }),
  ),
  'correct-statement': command(
    { id: StatementId, rev: Rev, ...statementSaid },
    (state, asked) =>
      onStanding(state, 'statements', asked, ({ id, kind }) => {
        const { passage, source } = asked
        return (
          unreadRefusal(state, passage) ??
          doubledRefusal(state, kind, passage, id) ??
          enter('statement-corrected', { v: 1, id, passage, source })
        )
      }),
    (before, { id }, rev) => {
      const was = before.statements.get(id)
      return was ? { do: 'correct-statement', id, rev, passage: was.passage, source: was.source } : null
    },
  ),
  'withdraw-statement': withdrawing('statements', StatementId, 'statement-withdrawn', 'restore-statement'),
  'restore-statement': restoring('statements', StatementId, 'statement-restored', 'withdraw-statement'),
}

/** Why nothing can be said of a passage: its account is not in the case or has no text. Null where it can. */
export function unreadRefusal(state: CaseState, ...passages: readonly Passage[]): Decision | null {
  for (const { account, start, end, exact } of passages) {
    const held = state.accounts.get(account)
    if (!held) return { kind: 'unknown', noun: account }
    if (held.reading.kind !== 'read')
      return { kind: 'impossible', message: `the text of ${held.firstName} has not been read` }
    if (end - start !== exact.length || end > held.reading.characters)
      return {
        kind: 'impossible',
        message: `expected ${exact.length} characters at ${start} of ${held.firstName}, which has ${held.reading.characters}; found the end at ${end}`,
      }
  }
  return null
}

function doubledRefusal(
  state: CaseState,
  kind: StatementKind,
  passage: Passage,
  besides: StatementId | null,
): Decision | null {
  const held = statementOf(state, kind, passage)
  if (!held || held.id === besides) return null
  return { kind: 'impossible', message: `these words are held already as ${held.id}: correct that one` }
}
