export {
  allCards,
  cardOf,
  cardsNaming,
  cardsOf,
  knownCard,
  walledAccounts,
  walledFiles,
  walledRecordings,
} from './card-index.ts'
export type { CoverageLine, Field, FieldIs, Fields } from './field.ts'
export {
  type CardKind,
  CardKindName,
  type CardSaid,
  cardKindNames,
  cardKinds,
  fieldsOf,
  kindOf,
} from './kinds.ts'
export { type CardOf, type KnownCard, readHidden } from './read-card.ts'
export { type Lack, lackCodes, lackOf, nextStages } from './readiness.ts'
