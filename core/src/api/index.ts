export {
  CommandAnswer,
  ErrorAnswer,
  heardRate,
  LoggedEntry,
  mostSamples,
  mostTranscriptBytes,
  Note,
  NoteList,
  RoomInfo,
  routes,
  TakeAwayBegun,
  TakeAwayState,
  TranscriptRead,
  Work,
} from './contract.ts'
export type { Attention, TakeAway, Viewing } from './requests.ts'
