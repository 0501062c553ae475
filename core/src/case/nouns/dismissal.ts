import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, restoring, type Standing, withdrawing } from '../standing.ts'
import { statementKinds, TakenFrom, unreadRefusal } from './statement.ts'
import { linkRelations } from './statement-link.ts'

export const DismissalId = z.string().check(z.regex(/^ds[1-9]\d*$/))
export type DismissalId = z.infer<typeof DismissalId>

/** A candidate as a person saw it. Of a link its relation counts too: another one between the same two is another candidate. */
export const Dismissed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(statementKinds), passage: Passage }),
  z.strictObject({ kind: z.literal('link'), a: Passage, b: Passage, relation: z.enum(linkRelations) }),
])
export type Dismissed = z.infer<typeof Dismissed>

const said = { of: Dismissed, reason: Line, suggestedBy: TakenFrom }

/** A candidate that a person has looked at and set aside, with why. It stays in the log and can be taken up again. */
export interface Dismissal extends Standing {
  readonly id: DismissalId
  readonly of: Dismissed
  readonly reason: string
  readonly suggestedBy: TakenFrom
}

const Reason = z.strictObject({ v: z.literal(1), id: DismissalId, reason: Line })

export const dismissalEntries = {
  'candidate-dismissed': z.strictObject({ v: z.literal(1), id: DismissalId, ...said }),
  'dismissal-withdrawn': Reason,
  'dismissal-restored': Reason,
} as const

export const dismissalFolds: Folds<typeof dismissalEntries> = {
  'candidate-dismissed': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'dismissals').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'dismissal-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'dismissals', seq, detail.id, { withdrawn: detail.reason }),
  'dismissal-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'dismissals', seq, detail.id, { withdrawn: null }),
}

export const dismissalCommands = {
  'dismiss-candidate': command(
    said,
    (state, { of, reason, suggestedBy }) => {
      const passages = of.kind === 'link' ? [of.a, of.b] : [of.passage]
      const held = [...state.dismissals.values()].find(
        each => each.withdrawn === null && isSameCandidate(each.of, of),
      )
      if (held) return { kind: 'impossible', message: `this candidate was dismissed already: ${held.reason}` }
      return (
        unreadRefusal(state, ...passages) ??
        enter('candidate-dismissed', { v: 1, id: `ds${state.seq + 1}`, of, reason, suggestedBy })
      )
    },
    (_before, _asked, rev, seq) => ({ do: 'withdraw-dismissal', id: `ds${seq}`, rev, reason: 'undone' }),
  ),
  'withdraw-dismissal': withdrawing('dismissals', DismissalId, 'dismissal-withdrawn', 'restore-dismissal'),
  'restore-dismissal': restoring('dismissals', DismissalId, 'dismissal-restored', 'withdraw-dismissal'),
}

function isSameCandidate(one: Dismissed, two: Dismissed): boolean {
  if (one.kind === 'link' || two.kind === 'link')
    return (
      one.kind === 'link' &&
      two.kind === 'link' &&
      one.relation === two.relation &&
      ((isSamePassage(one.a, two.a) && isSamePassage(one.b, two.b)) ||
        (isSamePassage(one.a, two.b) && isSamePassage(one.b, two.a)))
    )
  return one.kind === two.kind && isSamePassage(one.passage, two.passage)
}
