export { type Comparison, compareAccounts, type Link, method, version } from './compare.ts'
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
export {
  type VersionDifference,
  type VersionPiece,
  type VersionSpan,
  versionCandidates,
  versionDifference,
} from './versions.ts'
