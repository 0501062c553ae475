import { never } from '../errors.ts'
import { type HeldBody, maxBodyBytes } from './body.ts'
import { emptyHead, type LogHead, lineSha256, parseHeaderLine, type Sha256 } from './header-line.ts'

/** One thing wrong with a log. `seq` is the place in the log, counted from 1, at which it shows. */
export type ChainFault =
  | { readonly kind: 'bad-line'; readonly seq: number; readonly line: string }
  | { readonly kind: 'newer-version'; readonly seq: number; readonly version: number }
  | { readonly kind: 'gap'; readonly seq: number; readonly found: number }
  | { readonly kind: 'bad-prev'; readonly seq: number; readonly expected: string; readonly found: string }
  | { readonly kind: 'body-missing'; readonly seq: number }
  | { readonly kind: 'body-too-long'; readonly seq: number; readonly bytes: number }
  | { readonly kind: 'body-differs'; readonly seq: number; readonly expected: string; readonly found: string }
  | { readonly kind: 'shorter'; readonly seq: number; readonly expected: number }
  | { readonly kind: 'longer'; readonly seq: number; readonly expected: number }
  | { readonly kind: 'head-differs'; readonly seq: number; readonly expected: string; readonly found: string }

/** A head known from elsewhere: the log must have grown from it (`extends`), or end exactly there (`equals`). */
export interface ExpectedHead extends LogHead {
  readonly kind: 'extends' | 'equals'
}

/** What a check found. Without faults the log is whole, but for the bodies listed as withheld or expunged. */
export interface ChainReport extends LogHead {
  readonly withheld: readonly number[]
  readonly expunged: readonly number[]
  readonly faults: readonly ChainFault[]
}

/** Checks a log line by line, in the order kept. `report` may be asked at any time; it tells of the lines so far. */
export interface ChainCheck {
  /** `body` is null when nothing is held for the line: neither bytes nor a reason. */
  add(line: string, body: HeldBody | null | ((seq: number) => HeldBody | null)): void
  report(): ChainReport
}

/** Begins a check, for a reader that brings lines as they come. `expected` is trusted and comes from elsewhere. */
export function chainCheck(sha256: Sha256, expected: ExpectedHead | null = null): ChainCheck {
  const faults: ChainFault[] = []
  const withheld: number[] = []
  const expunged: number[] = []
  let lines = 0
  let due = 1 // the number that the next line must carry
  let head = emptyHead.head
  let headAtExpected = emptyHead.head

  function checkBody(seq: number, bodySha256: string, body: HeldBody | null): void {
    if (body === 'withheld') withheld.push(seq)
    else if (body === 'expunged') expunged.push(seq)
    else if (body === null) faults.push({ kind: 'body-missing', seq })
    else {
      if (body.length > maxBodyBytes) faults.push({ kind: 'body-too-long', seq, bytes: body.length })
      const found = sha256(body)
      if (found !== bodySha256) faults.push({ kind: 'body-differs', seq, expected: bodySha256, found })
    }
  }

  return {
    add(line, body) {
      const header = parseHeaderLine(line)
      if (header === null) faults.push(unreadable(due, line))
      else {
        if (header.seq !== due) faults.push({ kind: 'gap', seq: due, found: header.seq })
        due = header.seq
        if (header.prev !== head)
          faults.push({ kind: 'bad-prev', seq: due, expected: head, found: header.prev })
        checkBody(due, header.bodySha256, typeof body === 'function' ? body(due) : body)
      }
      due++
      head = lineSha256(line, sha256)
      if (++lines === expected?.seq) headAtExpected = head
    },
    report() {
      const found = [...faults]
      if (expected !== null) found.push(...against(expected, lines, headAtExpected))
      return { seq: lines, head, withheld: [...withheld], expunged: [...expunged], faults: found }
    },
  }
}

/** Checks a whole log at once: its lines without LF, and what is held of each body. */
export function verifyChain(
  lines: Iterable<string>,
  bodies: (seq: number) => HeldBody | null,
  options: { readonly sha256: Sha256; readonly expected?: ExpectedHead },
): ChainReport {
  const check = chainCheck(options.sha256, options.expected ?? null)
  for (const line of lines) check.add(line, bodies)
  return check.report()
}

/** One fault as a sentence, for a report or a terminal. */
export function faultSentence(fault: ChainFault): string {
  const at = `entry ${fault.seq}`
  switch (fault.kind) {
    case 'bad-line':
      return `${at}: expected a header line in its exact form, found ${JSON.stringify(fault.line)}`
    case 'newer-version':
      return `${at}: written in version ${fault.version} of the format, which this Sightline cannot read`
    case 'gap':
      return `${at}: expected this number next, found ${fault.found}`
    case 'bad-prev':
      return `${at}: the line before has SHA-256 ${fault.expected}, but the entry follows ${fault.found}`
    case 'body-missing':
      return `${at}: the body is missing, and is not marked as withheld or expunged`
    case 'body-too-long':
      return `${at}: the body has ${fault.bytes} bytes, more than the ${maxBodyBytes} allowed`
    case 'body-differs':
      return `${at}: the body has SHA-256 ${fault.found}, expected ${fault.expected}`
    case 'shorter':
      return `the log has ${fault.seq} entries, expected at least ${fault.expected}`
    case 'longer':
      return `the log has ${fault.seq} entries, expected exactly ${fault.expected}`
    case 'head-differs':
      return `${at}: the line has SHA-256 ${fault.found}, expected ${fault.expected}`
    default:
      return never(fault)
  }
}

function unreadable(seq: number, line: string): ChainFault {
  const version = /^\{"v":([1-9][0-9]{0,3}),/.exec(line)?.[1]
  if (version !== undefined && version !== '1')
    return { kind: 'newer-version', seq, version: Number(version) }
  // 200 characters: a whole good line has some 170, and a stranger's file may be one endless line.
  return { kind: 'bad-line', seq, line: line.slice(0, 200) }
}

function against(expected: ExpectedHead, lines: number, headThere: string): ChainFault[] {
  if (lines < expected.seq) return [{ kind: 'shorter', seq: lines, expected: expected.seq }]
  const faults: ChainFault[] = []
  if (expected.kind === 'equals' && lines > expected.seq)
    faults.push({ kind: 'longer', seq: lines, expected: expected.seq })
  if (headThere !== expected.head)
    faults.push({ kind: 'head-differs', seq: expected.seq, expected: expected.head, found: headThere })
  return faults
}
