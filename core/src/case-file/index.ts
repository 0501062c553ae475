export { type ClaimView, claimView, differ, type FindingView } from './claim-view.ts'
export { coverageAt } from './coverage.ts'
export {
  type Audience,
  audiences,
  type Leaving,
  type LeavingCard,
  leavingOf,
  withholdingFor,
} from './leaving.ts'
export { linkedData } from './linked-data.ts'
export { oneWith } from './people-view.ts'
export { reportPage } from './report.ts'
export { type Found, searchCase } from './search.ts'
export { tableRows } from './table.ts'
export { titleOf } from './title.ts'
export {
  type CardWords,
  cardWordsIn,
  choiceWords,
  fieldWords,
  kindWords,
  type WordsLanguage,
  wordsLanguages,
} from './words/index.ts'
