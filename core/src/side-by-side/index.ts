export { accountsAnnotations } from './annotations.ts'
export { Candidates } from './candidates.ts'
export { accountsClaims } from './claims.ts'
export { differingIn } from './differing.ts'
export { findRows } from './find.ts'
export { conflictsFoundOfTen } from './measured.ts'
export { type OpenCandidate, openCandidates } from './review.ts'
export {
  type Column,
  type Origin,
  type Row,
  type RowKind,
  rowKinds,
  type SetAside,
  type ShownLink,
  type ShownSource,
  type ShownStatement,
  type Unfound,
} from './shown.ts'
export { type SideBySide, sideBySide } from './side-by-side.ts'
export { accountsTable } from './table.ts'
export type { Telling } from './told.ts'
