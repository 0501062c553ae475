export {
  CommandAnswer,
  ErrorAnswer,
  LoggedEntry,
  mostSamples,
  Note,
  NoteList,
  RoomInfo,
  routes,
  TakeAwayBegun,
  TakeAwayState,
  Work,
} from './contract.ts'
export type { Attention, TakeAway, Viewing } from './requests.ts'
