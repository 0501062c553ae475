export { EntryBody, type HeldBody, maxBodyBytes, parseBody, writeBody } from './body.ts'
export {
  type ChainCheck,
  type ChainFault,
  type ChainReport,
  chainCheck,
  type ExpectedHead,
  faultSentence,
  verifyChain,
} from './chain.ts'
export {
  bodyFileName,
  emptyHead,
  type Header,
  headerLine,
  type LogHead,
  lineSha256,
  nextLine,
  parseHeaderLine,
  type Sha256,
} from './header-line.ts'
export { utf8Decode, utf8Encode } from './utf8.ts'
