import * as z from 'zod/mini'
import { accessEntries } from './nouns/access.ts'
import { accountEntries } from './nouns/account.ts'
import { cardEntries } from './nouns/card.ts'
import { clearanceEntries, spanClearanceEntries } from './nouns/clearance.ts'
import { clockReadingEntries } from './nouns/clock-reading.ts'
import { comparisonRunEntries } from './nouns/comparison-run.ts'
import { coverEntries } from './nouns/cover.ts'
import { declaredDifferenceEntries } from './nouns/declared-difference.ts'
import { dismissalEntries } from './nouns/dismissal.ts'
import { distanceEntries } from './nouns/distance.ts'
import { editListEntries } from './nouns/edit-list.ts'
import { editReviewEntries } from './nouns/edit-review.ts'
import { editedFilmEntries } from './nouns/edited-film.ts'
import { expectedEntries } from './nouns/expected.ts'
import { fileEntries } from './nouns/file.ts'
import { impulseLabelEntries } from './nouns/impulse-label.ts'
import { lockEntries } from './nouns/lock.ts'
import { matterEntries } from './nouns/matter.ts'
import { momentEntries } from './nouns/moment.ts'
import { openingEntries } from './nouns/opening.ts'
import { partingEntries } from './nouns/parting.ts'
import { Agent, personEntries } from './nouns/person.ts'
import { pinEntries } from './nouns/pin.ts'
import { provenanceEntries } from './nouns/provenance.ts'
import { quoteHeardEntries } from './nouns/quote-heard.ts'
import { recordingEntries } from './nouns/recording.ts'
import { releaseDraftEntries } from './nouns/release-draft.ts'
import { releaseStateEntries } from './nouns/release-state.ts'
import { sealedReleaseEntries } from './nouns/sealed-release.ts'
import { standInEntries } from './nouns/stand-in.ts'
import { causeEntries } from './nouns/stated-cause.ts'
import { statedDayEntries } from './nouns/stated-day.ts'
import { statementEntries } from './nouns/statement.ts'
import { statementLinkEntries } from './nouns/statement-link.ts'
import { syncRunEntries } from './nouns/sync-run.ts'
import { takenAwayEntries } from './nouns/taken-away.ts'
import { transcriptEntries } from './nouns/transcript.ts'
import { wallAnchorEntries } from './nouns/wall-anchor.ts'

/**
 * The detail of every type of entry, by version; each noun brings its own. Readers accept every version ever written;
 * writers write the last.
 */
export const entryDetails = {
  ...openingEntries,
  ...personEntries,
  ...fileEntries,
  ...recordingEntries,
  ...syncRunEntries,
  ...pinEntries,
  ...provenanceEntries,
  ...expectedEntries,
  ...standInEntries,
  ...editedFilmEntries,
  ...clearanceEntries,
  ...coverEntries,
  ...accessEntries,
  ...momentEntries,
  ...spanClearanceEntries,
  ...takenAwayEntries,
  ...wallAnchorEntries,
  ...clockReadingEntries,
  ...causeEntries,
  ...distanceEntries,
  ...lockEntries,
  ...accountEntries,
  ...comparisonRunEntries,
  ...statementEntries,
  ...statementLinkEntries,
  ...matterEntries,
  ...partingEntries,
  ...dismissalEntries,
  ...statedDayEntries,
  ...cardEntries,
  ...releaseStateEntries,
  ...sealedReleaseEntries,
  ...releaseDraftEntries,
  ...editListEntries,
  ...editReviewEntries,
  ...declaredDifferenceEntries,
  ...transcriptEntries,
  ...impulseLabelEntries,
  ...quoteHeardEntries,
} as const

export type EntryType = keyof typeof entryDetails
export type EntryDetail<T extends EntryType> = z.infer<(typeof entryDetails)[T]>

/** What happened, without who and when: the part that code decides. */
export type Fact = {
  readonly [T in EntryType]: { readonly type: T; readonly detail: EntryDetail<T> }
}[EntryType]

/** One entry of the custody log as read back. `at` is ISO 8601 in UTC. */
export type Entry = Fact & { readonly at: string; readonly agent: Agent }

/** An entry whose body was taken away by a decision; the chain still holds its hash. */
export interface AbsentEntry {
  readonly type: 'withheld' | 'expunged'
}

const Body = z.strictObject({
  v: z.literal(1),
  salt: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  type: z.string(),
  agent: Agent,
  detail: z.unknown(),
})

/** Why a body could not be read as an entry that this version knows. */
export type EntryProblem = { readonly kind: 'malformed' | 'newer'; readonly message: string }

/** Reads the JSON value of an entry's body. An unknown type or version is `newer`, never guessed at. */
export function readEntry(body: unknown): Entry | EntryProblem {
  const parsed = Body.safeParse(body)
  if (!parsed.success) return { kind: 'malformed', message: z.prettifyError(parsed.error) }
  const { type, at, agent, detail } = parsed.data
  if (!Object.hasOwn(entryDetails, type))
    return { kind: 'newer', message: `entries of type "${type}" are not known here` }
  const known = entryDetails[type as EntryType].safeParse(detail)
  if (!known.success) return { kind: 'malformed', message: `${type}: ${z.prettifyError(known.error)}` }
  return { type, detail: known.data, at, agent } as Entry
}
