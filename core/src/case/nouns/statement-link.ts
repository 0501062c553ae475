import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, Text } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, onStanding, restoring, type Standing, withdrawing } from '../standing.ts'
import type { CaseState } from '../state.ts'
import { TakenFrom, unreadRefusal } from './statement.ts'

export const StatementLinkId = z.string().check(z.regex(/^l[1-9]\d*$/))
export type StatementLinkId = z.infer<typeof StatementLinkId>

/**
 * What two statements of different accounts on one matter are to each other: the same; other details; one quote in other
 * words; the same words put down to different speakers; a conflict, which is a candidate for as long as nobody looked at
 * the recordings.
 */
export const linkRelations = ['same', 'detail', 'variant', 'attribution', 'conflict'] as const
export type LinkRelation = (typeof linkRelations)[number]

const said = { relation: z.enum(linkRelations), note: z.nullable(Text) }

/** Two statements that a person has linked, or a machine's link that a person has accepted or corrected. */
export interface StatementLink extends Standing {
  readonly id: StatementLinkId
  readonly a: Passage
  readonly b: Passage
  readonly relation: LinkRelation
  readonly note: string | null
  readonly takenFrom: TakenFrom | null
}

const Reason = z.strictObject({ v: z.literal(1), id: StatementLinkId, reason: Line })
const ends = { a: Passage, b: Passage }

export const statementLinkEntries = {
  'statements-linked': z.strictObject({
    v: z.literal(1),
    id: StatementLinkId,
    ...ends,
    ...said,
    takenFrom: z.nullable(TakenFrom),
  }),
  'link-corrected': z.strictObject({ v: z.literal(1), id: StatementLinkId, ...said }),
  'link-withdrawn': Reason,
  'link-restored': Reason,
} as const

export const statementLinkFolds: Folds<typeof statementLinkEntries> = {
  'statements-linked': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'statementLinks').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'link-corrected': (draft, { seq, detail: { id, relation, note } }) =>
    changeStanding(draft, 'statementLinks', seq, id, { relation, note }),
  'link-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'statementLinks', seq, detail.id, { withdrawn: detail.reason }),
  'link-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'statementLinks', seq, detail.id, { withdrawn: null }),
}

export const statementLinkCommands = {
  'link-statements': command(
    { ...ends, ...said, takenFrom: z.nullable(TakenFrom) },
    (state, { a, b, relation, note, takenFrom }) =>
      unreadRefusal(state, a, b) ??
      refusal(state, a, b) ??
      enter('statements-linked', { v: 1, id: `l${state.seq + 1}`, a, b, relation, note, takenFrom }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-link', id: `l${seq}`, rev, reason: 'undone' }),
  ),
  'correct-link': command(
    { id: StatementLinkId, rev: Rev, ...said },
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
