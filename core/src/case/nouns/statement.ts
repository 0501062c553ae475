import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, onStanding, restoring, type Standing, withdrawing } from '../standing.ts'
import type { CaseState } from '../state.ts'

/** A statement is known by the number of the entry in which a person took it up: `s1432`. */
export const StatementId = z.string().check(z.regex(/^s[1-9]\d*$/))
export type StatementId = z.infer<typeof StatementId>

export const statementKinds = ['statement', 'quote'] as const
export type StatementKind = (typeof statementKinds)[number]

/** Whom a statement goes back to. */
export const StatementSource = z.strictObject({
  /** Through whom the words came: who said them first, then who passed them on, who tells them here last. */
  chain: z.array(Line).check(z.minLength(1), z.maxLength(8)),
  /** To whom they were said; null where the account does not say. */
  to: z.nullable(Line),
  /** The words by which it names a recording; null where it names none. */
  recording: z.nullable(Line),
  negated: z.boolean(),
  hedged: z.boolean(),
  /** It says that somebody will not say. */
  declining: z.boolean(),
})
export type StatementSource = z.infer<typeof StatementSource>

/** What had suggested a thing when a person took it up. */
export const TakenFrom = z.strictObject({ method: Line, version: Line })
export type TakenFrom = z.infer<typeof TakenFrom>

const said = {
  passage: Passage,
  /** Null leaves open whom it goes back to: a candidate for it may be shown, as such. */
  source: z.nullable(StatementSource),
}

/** A statement or quote that a person has taken up: by selecting text, or by accepting or correcting what a machine suggested. */
export interface Statement extends Standing {
  readonly id: StatementId
  readonly kind: StatementKind
  readonly passage: Passage
  readonly source: StatementSource | null
  readonly takenFrom: TakenFrom | null
}

const Reason = z.strictObject({ v: z.literal(1), id: StatementId, reason: Line })

export const statementEntries = {
  'statement-made': z.strictObject({
    v: z.literal(1),
    id: StatementId,
    kind: z.enum(statementKinds),
    ...said,
    takenFrom: z.nullable(TakenFrom),
  }),
  'statement-corrected': z.strictObject({ v: z.literal(1), id: StatementId, ...said }),
  'statement-withdrawn': Reason,
  'statement-restored': Reason,
} as const

export const statementFolds: Folds<typeof statementEntries> = {
  'statement-made': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'statements').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'statement-corrected': (draft, { seq, detail: { id, passage, source } }) =>
    changeStanding(draft, 'statements', seq, id, { passage, source }),
  'statement-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'statements', seq, detail.id, { withdrawn: detail.reason }),
  'statement-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'statements', seq, detail.id, { withdrawn: null }),
}

export const statementCommands = {
  'make-statement': command(
    { kind: z.enum(statementKinds), ...said, takenFrom: z.nullable(TakenFrom) },
    (state, { kind, passage, source, takenFrom }) =>
      unreadRefusal(state, passage) ??
      doubledRefusal(state, kind, passage, null) ??
      enter('statement-made', { v: 1, id: `s${state.seq + 1}`, kind, passage, source, takenFrom }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-statement', id: `s${seq}`, rev, reason: 'undone' }),
  ),
  'correct-statement': command(
    { id: StatementId, rev: Rev, ...said },
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

/** The statement or quote of a passage that stands, if a person has taken it up. */
export function statementOf(state: CaseState, kind: StatementKind, passage: Passage): Statement | null {
  for (const each of state.statements.values())
    if (each.kind === kind && each.withdrawn === null && isSamePassage(each.passage, passage)) return each
  return null
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
