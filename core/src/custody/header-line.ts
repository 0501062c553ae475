import { utf8Encode } from './utf8.ts'

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. The host passes it in. */
export type Sha256 = (bytes: Uint8Array) => string

/** One line of the custody log: it names its body only by hash, so a body can be absent and the chain still hold. */
export interface Header {
  readonly v: 1
  /** Counted from 1, so that the number of the last entry is the length of the log. */
  readonly seq: number
  /** SHA-256 of the bytes of the line before, without its LF; 64 zeros for the first. */
  readonly prev: string
  readonly bodySha256: string
}

/** Where a log ends: the number of its last entry, and the SHA-256 of its last line. */
export interface LogHead {
  readonly seq: number
  readonly head: string
}

/** The head of a log that holds nothing: the zeros that the first line names as `prev`. */
export const emptyHead: LogHead = { seq: 0, head: '0'.repeat(64) }

/** Writes a header as the exact line of `custody/log.jsonl`, without its LF. */
export function headerLine({ seq, prev, bodySha256 }: Omit<Header, 'v'>): string {
  return `{"v":1,"seq":${seq},"prev":"${prev}","bodySha256":"${bodySha256}"}`
}

/** Reads a line, or gives null unless it is byte for byte what `headerLine` writes. */
export function parseHeaderLine(line: string): Header | null {
  const match = exactLine.exec(line)
  if (!match) return null
  const [, seq = '', prev = '', bodySha256 = ''] = match
  return { v: 1, seq: Number(seq), prev, bodySha256 }
}

/** SHA-256 of a line's bytes without LF: what the next line names as `prev`. */
export function lineSha256(line: string, sha256: Sha256): string {
  return sha256(utf8Encode(line))
}

/** The line that adds one body to a log that ends at `last`, and the head after it. */
export function nextLine(last: LogHead, body: Uint8Array, sha256: Sha256): { line: string; head: LogHead } {
  const seq = last.seq + 1
  const line = headerLine({ seq, prev: last.head, bodySha256: sha256(body) })
  return { line, head: { seq, head: lineSha256(line, sha256) } }
}

/** The name of an entry's body in a release: its number with at least six digits. */
export function bodyFileName(seq: number): string {
  return `${String(seq).padStart(6, '0')}.json`
}

// At most 15 digits, so that every number that matches is a safe integer and prints back as it was read.
const exactLine = /^\{"v":1,"seq":([1-9][0-9]{0,14}),"prev":"([0-9a-f]{64})","bodySha256":"([0-9a-f]{64})"\}$/
