export { type BagInfo, bagInfoText, payloadOxum } from './bag.ts'
export { type CertificateFacts, certificateDraft } from './certificate.ts'
export { type ClaimOut, changesBetween, type Version } from './changes.ts'
export { checklist, type Stop, type StopCode, stopCodes } from './checklist.ts'
export { closedWorldFaults, type FoundName, type Listed, type WorldFault } from './closed-world.ts'
export {
  Composition,
  draftComposition,
  exportKinds,
  type Incidental,
  incidentals,
  isTranscriptChosen,
  type Part,
} from './composition.ts'
export { type Embeddable, EmbedList } from './embed-list.ts'
export { type Excerpt, excerptsOf } from './excerpts.ts'
export {
  bagDeclaration,
  bodiesFolder,
  nameProblem,
  payloadFolder,
  releaseFiles,
  requiredTagFiles,
  unlistedFiles,
} from './layout.ts'
export { type Manifest, type ManifestLine, readManifest, writeManifest } from './manifest.ts'
export {
  consistencyPath,
  type GrowingTree,
  growingTree,
  growsFrom,
  type HashBytes,
  inclusionPath,
  leafHash,
  rootByInclusion,
  rootOf,
} from './merkle.ts'
export { isWithinParts, type PartedFrames, type PartOut, partedFrames } from './parts.ts'
export {
  isWithin,
  type RecordingForm,
  ReleaseDocument,
  rangesOf,
  recordingForms,
  releaseDocumentText,
} from './release-document.ts'
export { type RecordingFiles, ReleasePage } from './release-page.ts'
export { runningSha256, sha256Of } from './sha256.ts'
export { aboutStop, type StopWords, stopWordsEn, stopWordsEs } from './stop-words.ts'
export {
  isRecipeTold,
  type PartedRecording,
  speaksOnlyOf,
  type Telling,
  type ToldEntry,
  toldAgent,
  toldEntries,
} from './told.ts'
export { type HeardOut, undoneMutes } from './undone-mutes.ts'
