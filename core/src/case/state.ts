import type { AccountId, CardId, CauseId, ClockReadingId, ExpectedId, PersonId, RecordingId } from './ids.ts'
import type { AccessHead } from './nouns/access.ts'
import type { Account } from './nouns/account.ts'
import type { Card, HiddenFields } from './nouns/card.ts'
import type { ClockReading } from './nouns/clock-reading.ts'
import type { ComparisonRun } from './nouns/comparison-run.ts'
import type { Cover } from './nouns/cover.ts'
import type { DeclaredDifference, DeclaredDifferenceId } from './nouns/declared-difference.ts'
import type { Dismissal, DismissalId } from './nouns/dismissal.ts'
import type { EditListRun } from './nouns/edit-list.ts'
import type { EditReview, EditReviewId } from './nouns/edit-review.ts'
import type { Expected } from './nouns/expected.ts'
import type { HeldFile, Intake } from './nouns/file.ts'
import type { ImpulseLabel, ImpulseLabelId } from './nouns/impulse-label.ts'
import type { Matter, MatterId } from './nouns/matter.ts'
import type { Moment, MomentId } from './nouns/moment.ts'
import type { Parting, PartingId } from './nouns/parting.ts'
import type { Person } from './nouns/person.ts'
import type { QuoteHeard, QuoteHeardId } from './nouns/quote-heard.ts'
import type { Recording } from './nouns/recording.ts'
import type { Previewed, ReleaseDraft, StopOverride } from './nouns/release-draft.ts'
import type { ReleaseState } from './nouns/release-state.ts'
import type { Composed, SealedRelease, SealingKey } from './nouns/sealed-release.ts'
import type { StatedCause } from './nouns/stated-cause.ts'
import type { StatedDay, StatedDayId } from './nouns/stated-day.ts'
import type { Statement, StatementId } from './nouns/statement.ts'
import type { StatementLink, StatementLinkId } from './nouns/statement-link.ts'
import type { SyncRun } from './nouns/sync-run.ts'
import type { TakenAway } from './nouns/taken-away.ts'
import type { Transcript, TranscriptId, TranscriptLayer, TranscriptLayerId } from './nouns/transcript.ts'
import type { WallTime } from './nouns/wall-anchor.ts'

/** The case as its custody log tells it. Every table and screen is a projection of this. */
export interface CaseState {
  /** Sequence number of the last entry folded in; 0 before the first. */
  readonly seq: number
  readonly title: string
  readonly openedAt: string | null
  readonly cover: Cover | null
  readonly people: ReadonlyMap<PersonId, Person>
  readonly files: ReadonlyMap<string, HeldFile>
  readonly recordings: ReadonlyMap<RecordingId, Recording>
  readonly expected: ReadonlyMap<ExpectedId, Expected>
  /** What clocks in the recordings showed, as people typed it in. */
  readonly clockReadings: ReadonlyMap<ClockReadingId, ClockReading>
  readonly wallTime: WallTime
  readonly moments: ReadonlyMap<MomentId, Moment>
  /** Why stretches of recordings have no sound or picture, as people say; what is measured stands apart. */
  readonly causes: ReadonlyMap<CauseId, StatedCause>
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly comparison: ComparisonRun | null
  /** What people have taken up from accounts, linked, gathered, parted otherwise and set aside. */
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly statementLinks: ReadonlyMap<StatementLinkId, StatementLink>
  readonly matters: ReadonlyMap<MatterId, Matter>
  readonly partings: ReadonlyMap<PartingId, Parting>
  readonly dismissals: ReadonlyMap<DismissalId, Dismissal>
  readonly transcripts: ReadonlyMap<TranscriptId, Transcript>
  /** What people changed and settled in transcripts, in the order of entering. */
  readonly transcriptLayers: ReadonlyMap<TranscriptLayerId, TranscriptLayer>
  readonly impulseLabels: ReadonlyMap<ImpulseLabelId, ImpulseLabel>
  readonly quotesHeard: ReadonlyMap<QuoteHeardId, QuoteHeard>
  /** When accounts were written, when it happened, and which days some words mean, as people say. */
  readonly statedDays: ReadonlyMap<StatedDayId, StatedDay>
  /** The case file: people, claims, findings, proceedings, holdings, and what governs the release. */
  readonly cards: ReadonlyMap<CardId, Card>
  /** What of a card stays in the case. Nothing that writes for others is given this. */
  readonly hiddenFields: ReadonlyMap<CardId, HiddenFields>
  readonly release: ReleaseState
  /** What somebody has chosen so far and nobody has approved; null before anybody began. */
  readonly releaseDraft: ReleaseDraft | null
  /** What was last made to be looked at before it is sealed. */
  readonly previewed: Previewed | null
  readonly stopOverrides: ReadonlyMap<string, StopOverride>
  /** What was last approved to go out; null before anybody did. */
  readonly composed: Composed | null
  /** Sealed versions, the first one first. */
  readonly sealedReleases: readonly SealedRelease[]
  /** By fingerprint. */
  readonly sealingKeys: ReadonlyMap<string, SealingKey>
  /** By the film or stand-in: what comparing it with recordings came to last. */
  readonly editLists: ReadonlyMap<RecordingId, EditListRun>
  readonly editReviews: ReadonlyMap<EditReviewId, EditReview>
  /** Where stand-ins were said to differ from what they stand for. */
  readonly declaredDifferences: ReadonlyMap<DeclaredDifferenceId, DeclaredDifference>
  /** By the number of the entry. */
  readonly takenAway: ReadonlyMap<string, TakenAway>
  readonly intake: Intake
  readonly sync: SyncRun | null
  readonly access: AccessHead | null
}

export const emptyCase: CaseState = {
  seq: 0,
  title: '',
  openedAt: null,
  cover: null,
  people: new Map(),
  files: new Map(),
  recordings: new Map(),
  expected: new Map(),
  clockReadings: new Map(),
  wallTime: { anchor: null, rev: 0 },
  moments: new Map(),
  causes: new Map(),
  accounts: new Map(),
  comparison: null,
  statements: new Map(),
  statementLinks: new Map(),
  matters: new Map(),
  partings: new Map(),
  dismissals: new Map(),
  transcripts: new Map(),
  transcriptLayers: new Map(),
  impulseLabels: new Map(),
  quotesHeard: new Map(),
  statedDays: new Map(),
  cards: new Map(),
  hiddenFields: new Map(),
  release: { stage: 'collecting', sealed: null, steps: [], rev: 0 },
  releaseDraft: null,
  previewed: null,
  stopOverrides: new Map(),
  composed: null,
  sealedReleases: [],
  sealingKeys: new Map(),
  editLists: new Map(),
  editReviews: new Map(),
  declaredDifferences: new Map(),
  takenAway: new Map(),
  intake: { kind: 'none' },
  sync: null,
  access: null,
}
