import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import type { CaseState } from '../state.ts'
import { TakenFrom } from './statement.ts'
import { unreadRefusal } from './statement-commands.ts'
import { linkSaid, StatementLinkId } from './statement-link.ts'

export const statementLinkCommands = {
  'link-statements': command(
    { a: Passage, b: Passage, ...linkSaid, takenFrom: z.nullable(TakenFrom) },
    (state, { a, b, relation, note, takenFrom }) =>
      unreadRefusal(state, a, b) ??
      refusal(state, a, b) ??
      enter('statements-linked', { v: 1, id: `l${state.seq + 1}`, a, b, relation, note, takenFrom }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-link', id: `l${seq}`, rev, reason: 'undone' }),
  ),
  'correct-link': command(
    { id: StatementLinkId, rev: Rev, ...linkSaid },
    (state, asked) =>
      onStanding(state, 'statementLinks', asked, ({ id }) =>
        enter('link-corrected', { v: 1, id, relation: asked.relation, note: asked.note }),
      ),
    (before, { id }, rev) => {
      const was = before.statementLinks.get(id)
      return was ? { do: 'correct-link', id, rev, relation: was.relation, note: was.note } : null
    },
  ),
  'withdraw-link': withdrawing('statementLinks', StatementLinkId, 'link-withdrawn', 'restore-link'),
  'restore-link': restoring('statementLinks', StatementLinkId, 'link-restored', 'withdraw-link'),
}

function refusal(state: CaseState, a: Passage, b: Passage): Decision | null {
  if (a.account === b.account)
    return { kind: 'impossible', message: 'a link joins statements of two accounts, not of one' }
  for (const each of state.statementLinks.values()) {
    if (each.withdrawn !== null) continue
    const isHeld =
      (isSamePassage(each.a, a) && isSamePassage(each.b, b)) ||
      (isSamePassage(each.a, b) && isSamePassage(each.b, a))
    if (isHeld)
      return { kind: 'impossible', message: `these two are linked already as ${each.id}: correct that one` }
  }
  return null
}
