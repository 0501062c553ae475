export { shownFrom, withEnds } from './corrected.ts'
export { type HeldAgainst, heldAgainstDeclared } from './declared.ts'
export { Candidate, type Compared, EditList, PictureMap } from './edit-list.ts'
export { type FilmSummary, filmSummary } from './film-summary.ts'
export { type Gap, gapsOf, type WhyNotShown, whyNotShown } from './gaps.ts'
export { inForce, isSameClaim, type LineStatus, laidOver, type StandingLine } from './laid-over.ts'
export { type LeftOut, leftOut, shownMicros } from './left-out.ts'
export { blendedLike, doneAt, madeLike } from './made-again.ts'
export {
  type Box,
  type BoxCorner,
  type BoxSide,
  between,
  boxAt,
  boxCorners,
  boxOf,
  boxSideOf,
  moved,
  type PictureLine,
  withBoxAt,
  withCorner,
  withMoving,
} from './picture-box.ts'
export { linesText, Proof, type ProofFrame, proofSum, worstFrames } from './proof.ts'
export { publishable } from './publishable.ts'
export { differentSteps, type Residual, residualOf } from './residual.ts'
export {
  filmTimeOf,
  frameShown,
  isShown,
  rawTimeAt,
  type Shown,
  type ShownFrame,
  type ShownLine,
  shownAt,
} from './shown-frame.ts'
export { type StandInPlace, standInPlace } from './stand-in-place.ts'
export { type CopyKind, copyKinds, summaryText } from './summary-text.ts'
export { summaryWordsEn, summaryWordsEs } from './summary-words.ts'
export { mixOf, type Plane, scaledMap, warp } from './warp.ts'
