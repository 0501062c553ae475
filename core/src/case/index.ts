export { Command, type Decision, decide, inverse } from './commands.ts'
export {
  type AbsentEntry,
  Agent,
  type Entry,
  type EntryDetail,
  type EntryProblem,
  type EntryType,
  entryDetails,
  type Fact,
  type FileKind,
  FoundFile,
  fileKinds,
  PinEvidence,
  readEntry,
  StoredOutput,
} from './entries.ts'
export { type Folding, fold, foldAll, type Numbered, startFolding } from './fold.ts'
export { ExpectedId, GroupId, PersonId, RecordingId, Sha256, Why } from './ids.ts'
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
export { Provenance, receivedAs, unknownProvenance } from './provenance.ts'
export { type Oddity, oddities, RecordingFacts } from './recording-facts.ts'
export {
  type CaseState,
  type Cover,
  type Derivation,
  type Expected,
  emptyCase,
  type HeldFile,
  type Intake,
  type Person,
  type Pin,
  type Probe,
  type Recording,
  type StandIn,
  type SyncRun,
} from './state.ts'
export { type MissingDerivation, missingDerivations, syncInputsText } from './work-left.ts'
