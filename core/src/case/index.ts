export {
  type AccountGroup,
  accountGroups,
  comparedAccounts,
  comparisonInputsText,
  unreadAccounts,
} from './account-order.ts'
export {
  aheadMicros,
  type ClaimedClock,
  type ClaimTaken,
  type ClockCandidate,
  claimedClocksOf,
  clockCandidates,
} from './claimed-clocks.ts'
export type { Decision } from './command.ts'
// What decides commands is taken in by its own name, '@sightline/core/commands': a page that is only watched does without it.
export type { Command } from './commands.ts'
export { type CompareStage, compareStages, type TellStage } from './compare-stage.ts'
export {
  type BoxThen,
  type EditKind,
  EditLine,
  type EditPart,
  editKinds,
  type HeardKind,
  heardKinds,
  mostPlaces,
} from './edit-line.ts'
export {
  type AbsentEntry,
  type Entry,
  type EntryDetail,
  type EntryProblem,
  type EntryType,
  entryDetails,
  type Fact,
  readEntry,
} from './entries.ts'
export { type Folding, fold, foldAll, type Numbered, startFolding } from './fold.ts'
export {
  AccountId,
  CardId,
  CaseMicrosValue,
  CauseId,
  ExpectedId,
  GroupId,
  Line,
  MediaMicrosValue,
  PersonId,
  RecordingId,
  Sha256,
  Text,
  Why,
} from './ids.ts'
export {
  currentDerivation,
  type FileState,
  fileStates,
  Listing,
  listFiles,
  outputOf,
  partOf,
  type RequiredRecipe,
  stateOfRecording,
} from './listing.ts'
export { momentSpanOn, momentTimeAt, recordingOfMoment } from './moment-times.ts'
export type { Account, AccountReading, AccountSaid } from './nouns/account.ts'
export type { Card } from './nouns/card.ts'
export { type ClearanceSpan, clearedSpans, isClearedAt, warningAt } from './nouns/clearance.ts'
export type { ClockReading } from './nouns/clock-reading.ts'
export type { ComparisonRun } from './nouns/comparison-run.ts'
export type { Cover, CoverDoors } from './nouns/cover.ts'
export { type DeclaredDifference, declaredWhats } from './nouns/declared-difference.ts'
export type { Dismissal, Dismissed } from './nouns/dismissal.ts'
export type { SoundDistance } from './nouns/distance.ts'
export type { EditListRun } from './nouns/edit-list.ts'
export { type EditReview, type EditVerdict, editVerdicts } from './nouns/edit-review.ts'
export type { EditedFilm } from './nouns/edited-film.ts'
export type { Expected } from './nouns/expected.ts'
export { type FileKind, FoundFile, fileKinds, type HeldFile, type Intake } from './nouns/file.ts'
export {
  type ImpulseKind,
  type ImpulseLabel,
  ImpulseLabelId,
  impulseKinds,
} from './nouns/impulse-label.ts'
export type { Lock } from './nouns/lock.ts'
export type { Matter, MatterId } from './nouns/matter.ts'
export { type Moment, MomentId, type MomentSaid, MomentTime, Region, Tag } from './nouns/moment.ts'
export type { Parting } from './nouns/parting.ts'
export { Agent, type Person } from './nouns/person.ts'
export { type Pin, PinEvidence } from './nouns/pin.ts'
export { Provenance, receivedAs, unknownProvenance } from './nouns/provenance.ts'
export type { QuoteHeard } from './nouns/quote-heard.ts'
export { type Derivation, type Probe, type Recording, StoredOutput } from './nouns/recording.ts'
export type { Previewed, ReleaseDraft, StopOverride } from './nouns/release-draft.ts'
export { type ReleaseState, type ReleaseStep, type Stage, stages } from './nouns/release-state.ts'
export type { Composed, SealedRelease, SealingKey } from './nouns/sealed-release.ts'
export type { StandIn } from './nouns/stand-in.ts'
export { causesOf, type LackingKind, lackingKinds, type StatedCause } from './nouns/stated-cause.ts'
export { type DayOf, lastDayOf, type StatedDay, statedDayOf } from './nouns/stated-day.ts'
export {
  type Statement,
  StatementId,
  type StatementKind,
  type StatementSource,
  statementOf,
} from './nouns/statement.ts'
export { type LinkRelation, linkRelations, type StatementLink } from './nouns/statement-link.ts'
export type { SyncRun } from './nouns/sync-run.ts'
export { type TakenAway, type TakenKind, takenKinds } from './nouns/taken-away.ts'
export type {
  ReplacedLine,
  Transcript,
  TranscriptLayer,
  TranscriptOrigin,
} from './nouns/transcript.ts'
export { TranscriptId } from './nouns/transcript.ts'
export { extentOf, layerRev } from './nouns/transcript-layers.ts'
export type { WallAnchor, WallTime } from './nouns/wall-anchor.ts'
export {
  type FindableText,
  findable,
  findPassage,
  isSamePassage,
  longestPassage,
  Passage,
  passageAt,
  type Stretch,
} from './passage.ts'
export { clockMapOf, type Placed, Placement, PlacementSegment, unplacedReasons } from './placement.ts'
export {
  type Clock,
  clocksOf,
  compareNames,
  inNameOrder,
  mainGroup,
  placementOf,
  placementOn,
} from './placing.ts'
export { type Oddity, oddities, RecordingFacts } from './recording-facts.ts'
export { type CaseState, emptyCase } from './state.ts'
export { Piece, TranscriptLine } from './transcript-line.ts'
export { caseAt, caseTimeIn, type WallClock, wallAt, wallClockOf, wallStamp } from './wall-clock.ts'
export { WallReading, wallOfReading } from './wall-reading.ts'
export {
  type EditJob,
  editInputsText,
  editJobs,
  type MissingDerivation,
  missingDerivations,
  missingForEdits,
  syncInputsText,
} from './work-left.ts'
