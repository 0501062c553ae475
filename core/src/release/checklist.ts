import { type Lack, lackOf, walledFiles } from '../case/cards/index.ts'
import { type CaseState, type Moment, placementOf, type Recording, type RecordingId } from '../case/index.ts'
import { type Composition, incidentals, isTranscriptChosen } from './composition.ts'
import { isUnapproved } from './told.ts'

export const stopCodes = [
  'nothing-goes-out',
  'not-reviewed',
  'walled',
  'redaction-unknown',
  'original-with-tags',
  'placement-unapproved',
  'not-looked-for',
  'no-transcript',
  'transcript-unreviewed',
  'no-description',
  'film-unreviewed',
  'name-told',
  'removed-unexplained',
  'sound-undoes-mute',
  'no-rule',
  'no-clock-start',
  'redaction-open',
  'hold-stands',
  'no-viewing',
  'notice-owed',
  'extension-not-published',
  'embargo-stands',
] as const
export type StopCode = (typeof stopCodes)[number]

/** One thing that stands in the way of a release. A person may go on all the same, by name and with a reason. */
export interface Stop {
  readonly code: StopCode
  /** What it is about, in words that may be told: a title, a number of a card, a thing to look for. */
  readonly what: string
  /** The recording, account, file or card where it is put right; null where it is about all of it. */
  readonly about: string | null
  /** False for what nobody may go past. */
  readonly mayBeOverridden: boolean
}

export interface ChecklistInput {
  readonly state: CaseState
  readonly composition: Composition
  /** ISO 8601 in UTC: what an embargo is held against. */
  readonly asOf: string
  /** Stretches of the case clock in which a sound that was taken out of one recording is heard in another: both titles. */
  readonly undone: readonly { readonly muted: string; readonly heardIn: string }[]
  /** Lines of transcripts that nobody stands for, counted by the recording that they were made out from. */
  readonly unsettled: ReadonlyMap<RecordingId, number>
  /** Parts of the composition whose words hold a name, or a private field, that is not told to its readers. */
  readonly namesTold: readonly string[]
  /** What the version before held and this one does not, by title. */
  readonly removed: readonly string[]
}

/** Everything that stands in the way, in the order in which a person would put it right. */
export function checklist(input: ChecklistInput): readonly Stop[] {
  const { state, composition, asOf, undone, unsettled, namesTold, removed } = input
  const stops: Stop[] = []
  const stop = (code: StopCode, what: string, about: string | null = null, mayBeOverridden = true) =>
    stops.push({ code, what, about, mayBeOverridden })
  const walled = walledFiles(state)
  if (composition.recordings.length + composition.documents.length === 0)
    stop('nothing-goes-out', composition.title)
  if (state.release.stage === 'collecting') stop('not-reviewed', 'the release is still being collected')
  for (const { recording, title, as, redaction } of composition.recordings) {
    const held = state.recordings.get(recording)
    if (!held) continue
    if (walled.has(held.firstName)) stop('walled', title, recording, false)
    if (redaction === 'unknown') stop('redaction-unknown', title, recording)
    if (as === 'original')
      for (const tag of tagsOf(held)) stop('original-with-tags', `${title}: ${tag}`, recording)
    if (isUnapproved(placementOf(held), held.lock !== null)) stop('placement-unapproved', title, recording)
    if (hasSound(held) && !hasTranscript(state, composition, held)) stop('no-transcript', title, recording)
    if (unsettled.has(recording))
      stop('transcript-unreviewed', `${title}: ${unsettled.get(recording)}`, recording)
    if (hasPictures(held) && !isDescribed(state, composition, recording))
      stop('no-description', title, recording)
    if (held.film && !hasAcceptedLines(state, recording)) stop('film-unreviewed', title, recording)
  }
  for (const { account, title } of composition.accounts) {
    const held = state.accounts.get(account)
    if (walled.has(account) || (held && walled.has(held.firstName))) stop('walled', title, account, false)
  }
  for (const { file, title } of composition.documents)
    for (const { found } of state.files.values())
      if (found.sha256 === file && walled.has(found.path)) stop('walled', title, file, false)
  for (const where of namesTold) stop('name-told', where)
  const explained = new Set(composition.gone.map(({ what }) => what))
  for (const title of removed) if (!explained.has(title)) stop('removed-unexplained', title)
  for (const { muted, heardIn } of undone) stop('sound-undoes-mute', `${muted} / ${heardIn}`)
  const looked = new Set(composition.lookedFor.map(({ what }) => what))
  for (const what of incidentals) if (!looked.has(what)) stop('not-looked-for', what)
  for (const { code, card } of lacks(state, composition, asOf)) stop(code, card ?? code, card)
  return stops
}

/** Tags in a file that tell of devices, times or places: they leave with an original. */
function tagsOf({ probe }: Recording): readonly string[] {
  if (probe.kind !== 'probed') return []
  const { claimedTimes, device, privateTags } = probe.facts
  return [...claimedTimes.map(({ tag }) => tag), ...device.map(({ tag }) => tag), ...privateTags]
}

function hasSound({ probe }: Recording): boolean {
  return probe.kind === 'probed' && probe.facts.audio.length > 0
}

function hasPictures({ probe }: Recording): boolean {
  return probe.kind === 'probed' && probe.facts.video !== null
}

/** Whether words that go out tell what its pictures show, for whoever does not see them. */
function isDescribed({ moments }: CaseState, composition: Composition, recording: RecordingId): boolean {
  const goesOut = ({ id, withdrawn, description }: Moment) =>
    withdrawn === null && description !== null && (composition.moments?.includes(id) ?? true)
  return [...moments.values()].some(moment => {
    const { when } = moment
    return goesOut(moment) && (when.on === 'case' ? when.seen?.recording : when.recording) === recording
  })
}

/** Of an edited film only what a person accepted, corrected or added goes out: without any it is shown without its edit list. */
function hasAcceptedLines({ editReviews }: CaseState, film: RecordingId): boolean {
  return [...editReviews.values()].some(
    ({ of, verdict, withdrawn }) => of === film && withdrawn === null && verdict !== 'dismissed',
  )
}

/** Only lines that a named reviewer stands for go out: a transcript without any is none to a reader. */
function hasTranscript(
  { transcripts, transcriptLayers }: CaseState,
  composition: Composition,
  { id }: Recording,
): boolean {
  return [...transcriptLayers.values()].some(({ transcript, kind, withdrawn }) => {
    const of = transcripts.get(transcript)
    return (
      kind === 'settled' &&
      withdrawn === null &&
      of?.withdrawn === null &&
      of.recording === id &&
      isTranscriptChosen(composition, of.id)
    )
  })
}

/** What the rules of the release lack; a family is shown what the public is to see, before its own viewing can have been. */
function lacks(
  state: CaseState,
  { audience }: Composition,
  asOf: string,
): readonly (Lack & { readonly code: StopCode })[] {
  const found = lackOf(state, 'published', asOf)
  return found.filter((lack): lack is Lack & { readonly code: StopCode } => {
    if (lack.code === 'not-sealed') return false
    return audience !== 'family' || (lack.code !== 'no-viewing' && lack.code !== 'embargo-stands')
  })
}
