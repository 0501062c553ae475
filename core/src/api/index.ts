export {
  Attention,
  CommandAnswer,
  CommandRequest,
  ErrorAnswer,
  LoggedEntry,
  RoomInfo,
  routes,
  Viewing,
  Work,
} from './contract.ts'
