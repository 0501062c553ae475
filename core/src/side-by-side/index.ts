export { accountsAnnotations } from './annotations.ts'
export { Candidates } from './candidates.ts'
export { accountsClaims } from './claims.ts'
export { differingIn } from './differing.ts'
export { findRows, findUtterances } from './find.ts'
export { groundWords } from './ground-words.ts'
export { type Ground, groundsOf, isThin, nameOfMatter, sharedWords } from './grounds.ts'
export { conflictsFoundOfTen, conflictsRightOfTen } from './measured.ts'
export { pageAt } from './pages.ts'
export { type OpenCandidate, openCandidates } from './review.ts'
export { groundsAsSaid } from './said-for.ts'
export {
  type CallingReason,
  type Column,
  type DayAnchor,
  type Origin,
  type Row,
  type RowKind,
  rowKinds,
  type SetAside,
  type ShownCalling,
  type ShownDay,
  type ShownDescribed,
  type ShownLabel,
  type ShownLink,
  type ShownPerson,
  type ShownSource,
  type ShownStatement,
  type ShownUtterance,
  type Unfound,
} from './shown.ts'
export { writtenAnchor } from './shown-days.ts'
export { type SideBySide, sideBySide } from './side-by-side.ts'
export { accountsTable } from './table.ts'
export type { Telling } from './told.ts'
