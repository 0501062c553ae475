import { createReadStream } from 'node:fs'
import { type Fault, fault } from './faults.ts'
import { LogTree } from './log-tree.ts'
import { sha256 } from './sha256.ts'

/** A head of the log known from elsewhere. */
export interface KnownHead {
  readonly head: string
  readonly length: number
}

export interface LogFound {
  readonly length: number
  readonly head: string
  /** RFC 6962 tree hash over the lines, as hexadecimal digits. */
  readonly root: string
  readonly faults: readonly Fault[]
  /** What each line says its body hashes to, at the number of the entry less one. */
  readonly bodies: readonly string[]
}

const where = 'custody/log.jsonl'
/** A line has 168 bytes and some digits; a file without line feeds must not fill the memory. */
const longestLine = 256
/** A log that was replaced whole is wrong in every line: a few say so as well as a million. */
const mostFaults = 20

const none = '0'.repeat(64)

/** Walks the chain of a log, in one pass, in bytes. What is `known` comes from outside the release: the log must have grown from each. */
export async function checkLog(
  path: string,
  known: readonly KnownHead[],
  signal: AbortSignal,
): Promise<LogFound> {
  const faults: Fault[] = []
  const bodies: string[] = []
  const tree = new LogTree()
  let head = none
  const wanted = new Set(known.map(({ length }) => length))
  const heads = new Map([[0, none]])
  const add = (line: Buffer) => {
    const seq = tree.size + 1
    const text = line.toString('latin1', 0, Math.min(line.length, longestLine))
    // A line that follows in all things is read by its places; any other is looked at closely, to say what is wrong with it.
    const body = following(text, seq, head)
    if (body === null || line.length > longestLine) reportOdd(line, text, seq)
    bodies.push(body ?? exactLine.exec(text)?.[3] ?? '')
    tree.add(line)
    head = sha256(line)
    if (wanted.has(seq)) heads.set(seq, head)
  }
  let left = 0
  function reportOdd(line: Buffer, text: string, seq: number) {
    const match = line.length > longestLine ? null : exactLine.exec(text)
    if (!match) return report(seq, `expected a line in its exact form, found ${shown(line)}`)
    const { 1: number = '', 2: prev = '' } = match
    if (Number(number) !== seq) report(seq, `expected this number, found ${number}`)
    if (prev !== head) report(seq, `the line before has SHA-256 ${head}, but this one follows ${prev}`)
  }
  function report(seq: number, message: string) {
    if (faults.length < mostFaults) faults.push(fault('log-broken', `${where}, entry ${seq}`, message))
    else left++
  }
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      add(bytes.subarray(from, end))
      from = end + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > longestLine) {
      report(tree.size + 1, 'expected a line, found more bytes than a line has')
      rest = Buffer.alloc(0)
      break
    }
  }
  if (rest.length > 0)
    report(tree.size + 1, 'expected a line that ends in a line feed, found the end of the file')
  if (left > 0) faults.push(fault('log-broken', where, `and ${left} more of the kind`))
  for (const each of known) faults.push(...againstKnown(each, tree.size, heads.get(each.length) ?? null))
  return { length: tree.size, head, root: tree.root(), faults, bodies }
}

/** Holds the bodies that are here against what the lines say: `files` gives SHA-256 by the number of the entry. */
export function checkBodies(
  found: LogFound,
  files: ReadonlyMap<number, string>,
  isAbsent: (seq: number) => boolean,
): readonly Fault[] {
  const faults: Fault[] = []
  const add = (seq: number, message: string) => {
    if (faults.length < mostFaults) faults.push(fault('log-body', `custody log, entry ${seq}`, message))
  }
  found.bodies.forEach((expected, index) => {
    const seq = index + 1
    const body = files.get(seq)
    if (body === undefined) {
      if (!isAbsent(seq))
        add(seq, 'its body is missing, and release.json does not say that it is withheld or expunged')
    } else if (isAbsent(seq))
      add(seq, 'its body is here, and release.json says that it is withheld or expunged')
    else if (body !== expected) add(seq, `its body has SHA-256 ${body}, the log says ${expected}`)
  })
  for (const seq of files.keys())
    if (seq > found.length) add(seq, `there is a body, and the log ends at entry ${found.length}`)
  return faults
}

function againstKnown(known: KnownHead, length: number, headThere: string | null): readonly Fault[] {
  if (length < known.length)
    return [
      fault(
        'log-not-extended',
        where,
        `you know a log of ${known.length} entries, and this one has ${length}`,
      ),
    ]
  if (headThere === known.head) return []
  const message = `at entry ${known.length} you know the head ${known.head}, and here it is ${headThere}`
  return [fault('log-not-extended', where, message)]
}

// The one form of a line, as docs/format says it; at most 15 digits, so that every number is read exactly.
const exactLine = /^\{"v":1,"seq":([1-9][0-9]{0,14}),"prev":"([0-9a-f]{64})","bodySha256":"([0-9a-f]{64})"\}$/

/** The hash of the body that a line names which is in its exact form and follows; null for any other line. */
function following(text: string, seq: number, head: string): string | null {
  const digits = String(seq)
  const at = 13 + digits.length
  const isInPlace =
    text.length === at + 155 &&
    text.startsWith('{"v":1,"seq":') &&
    text.startsWith(digits, 13) &&
    text.startsWith(',"prev":"', at) &&
    text.startsWith(head, at + 9) &&
    text.startsWith('","bodySha256":"', at + 73) &&
    text.endsWith('"}')
  if (!isInPlace) return null
  for (let n = at + 89; n < at + 153; n++) {
    const code = text.charCodeAt(n)
    // 0 to 9 and a to f.
    if (code < 48 || code > 102 || (code > 57 && code < 97)) return null
  }
  return text.slice(at + 89, at + 153)
}

function shown(line: Buffer): string {
  return JSON.stringify(line.subarray(0, 120).toString('utf8'))
}
