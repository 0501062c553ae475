import * as z from 'zod/mini'
import { assert } from '../errors.ts'
import type { CommandKind, Decision } from './command.ts'
import { accountCommands } from './nouns/account-commands.ts'
import { cardCommands } from './nouns/card-commands.ts'
import { clearanceCommands } from './nouns/clearance.ts'
import { clockReadingCommands } from './nouns/clock-reading.ts'
import { coverCommands } from './nouns/cover.ts'
import { declaredDifferenceCommands } from './nouns/declared-difference-commands.ts'
import { dismissalCommands } from './nouns/dismissal-commands.ts'
import { distanceCommands } from './nouns/distance.ts'
import { editReviewCommands } from './nouns/edit-review-commands.ts'
import { editedFilmCommands } from './nouns/edited-film.ts'
import { expectedCommands } from './nouns/expected.ts'
import { impulseLabelCommands } from './nouns/impulse-label.ts'
import { lockCommands } from './nouns/lock.ts'
import { matterCommands } from './nouns/matter-commands.ts'
import { momentCommands } from './nouns/moment.ts'
import { partingCommands } from './nouns/parting-commands.ts'
import { pinCommands } from './nouns/pin.ts'
import { provenanceCommands } from './nouns/provenance.ts'
import { quoteHeardCommands } from './nouns/quote-heard.ts'
import { releaseDraftCommands } from './nouns/release-draft-commands.ts'
import { releaseStateCommands } from './nouns/release-state-commands.ts'
import { standInCommands } from './nouns/stand-in.ts'
import { causeCommands } from './nouns/stated-cause.ts'
import { statedDayCommands } from './nouns/stated-day-commands.ts'
import { statementCommands } from './nouns/statement-commands.ts'
import { statementLinkCommands } from './nouns/statement-link-commands.ts'
import { transcriptCommands } from './nouns/transcript-commands.ts'
import { wallAnchorCommands } from './nouns/wall-anchor.ts'
import type { CaseState } from './state.ts'

/** What a person can ask to have entered; each noun brings its own. */
const commandKinds = {
  ...pinCommands,
  ...provenanceCommands,
  ...clearanceCommands,
  ...standInCommands,
  ...editedFilmCommands,
  ...expectedCommands,
  ...coverCommands,
  ...momentCommands,
  ...wallAnchorCommands,
  ...clockReadingCommands,
  ...causeCommands,
  ...distanceCommands,
  ...lockCommands,
  ...accountCommands,
  ...statementCommands,
  ...statementLinkCommands,
  ...matterCommands,
  ...partingCommands,
  ...dismissalCommands,
  ...statedDayCommands,
  ...cardCommands,
  ...releaseStateCommands,
  ...releaseDraftCommands,
  ...editReviewCommands,
  ...declaredDifferenceCommands,
  ...transcriptCommands,
  ...impulseLabelCommands,
  ...quoteHeardCommands,
} as const

type Kinds = typeof commandKinds

/** Each names the revision of what it changes. */
export type Command = {
  [K in keyof Kinds]: { do: K } & Parameters<Kinds[K]['decide']>[1]
}[keyof Kinds]

export const Command = z.discriminatedUnion('do', schemas()) as unknown as z.ZodMiniType<Command>

/** Decides a command against the case as it is now. Pure: the caller appends the facts and folds them in. */
export function decide(state: CaseState, asked: Command): Decision {
  // What a command is called is no part of what it enters.
  const { do: _, ...fields } = asked
  return kindOf(asked).decide(state, fields as Command)
}

/**
 * The command that takes a command back, as seen before it was carried out; null where the way back is another decision
 * that a person has to word. `seq` is the number under which it was entered; `rev` is the revision of its noun now, another
 * one when later commands on it were undone. Undo enters this inverse; nothing is ever removed from the log.
 */
export function inverse(before: CaseState, asked: Command, seq: number, rev = seq): Command | null {
  return kindOf(asked).inverse(before, asked, rev, seq) as Command | null
}

/** A command is what its own name expects, which the compiler cannot follow through the table. */
function kindOf(asked: Command): CommandKind<Command> {
  return commandKinds[asked.do] as unknown as CommandKind<Command>
}

function schemas(): [z.ZodMiniObject, ...z.ZodMiniObject[]] {
  const [first, ...rest] = Object.entries(commandKinds).map(([name, { fields }]) =>
    z.strictObject({ do: z.literal(name), ...fields }),
  )
  assert(first, 'there is something that a person can do')
  return [first, ...rest]
}
