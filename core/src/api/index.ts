export {
  Attention,
  CommandAnswer,
  CommandRequest,
  ErrorAnswer,
  LoggedEntry,
  RoomInfo,
  routes,
  TakeAway,
  TakeAwayBegun,
  TakeAwayState,
  Viewing,
  Work,
} from './contract.ts'
