export { type Comparison, compareAccounts, type Link, method, version } from './compare.ts'
export { type PersonAcross, type PlaceInAccount, statedMinors } from './people-across.ts'
export { type AccountReading, readAccount } from './read-account.ts'
export {
  AccountResult,
  accountResult,
  certainties,
  kinds,
  LinkResult,
  linkResult,
  relations,
} from './result.ts'
export { type Utterance, type UtterancePiece, utterancesOf } from './utterances.ts'
export {
  type VersionDifference,
  type VersionPiece,
  type VersionSpan,
  versionCandidates,
  versionDifference,
} from './versions.ts'
export { commonPairs } from './word-difference.ts'
