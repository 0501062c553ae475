/** A value in DER (ITU-T X.690): its tag byte, its content, and the whole of it with tag and length. */
export interface Der {
  readonly tag: number
  readonly content: Buffer
  readonly whole: Buffer
}

/** The tags that time stamps and certificates hold. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context3: 0xa3,
} as const

/** Thrown where bytes are not the DER that is expected; whoever reads a stranger's file catches it at the edge. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

/** Reads one value that fills the bytes. */
export function readDer(bytes: Buffer): Der {
  const der = derAt(bytes, 0)
  if (der.whole.length !== bytes.length) throw new DerError('there are bytes behind the value')
  return der
}

/** The values inside a sequence, set or tagged value. */
export function inside(der: Der): readonly Der[] {
  const found: Der[] = []
  for (let at = 0; at < der.content.length; ) {
    const next = derAt(der.content, at)
    found.push(next)
    at += next.whole.length
  }
  return found
}

/** The value, when it is there and has the tag. */
export function need(der: Der | undefined, tag: number, what: string): Der {
  if (der?.tag !== tag) throw new DerError(`expected ${what}`)
  return der
}

/** An object identifier in its dotted form. */
export function oidOf(der: Der): string {
  const [first = 0, ...rest] = groupsOf(need(der, tags.oid, 'an object identifier').content)
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - 40 * top, ...rest].join('.')
}

/** A GeneralizedTime in UTC, seconds with or without a fraction. */
export function timeOf(der: Der): Date {
  const text = need(der, tags.time, 'a time').content.toString('latin1')
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text)
  if (!match) throw new DerError('expected a time in UTC')
  const [year, month, day, hour, minute, second] = match.slice(1, 7)
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${(match[7] ?? '.0').slice(0, 4)}Z`)
}

function derAt(bytes: Buffer, at: number): Der {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
    throw new DerError('a value is cut short')
  let length = first
  let header = 2
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new DerError('a length is not in its one form')
    length = 0
    for (let n = 0; n < count; n++) length = length * 256 + (bytes[at + 2 + n] ?? 0)
    header += count
  }
  const end = at + header + length
  if (end > bytes.length) throw new DerError('a value is longer than what holds it')
  return { tag, content: bytes.subarray(at + header, end), whole: bytes.subarray(at, end) }
}

function groupsOf(bytes: Buffer): readonly number[] {
  const groups: number[] = []
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      groups.push(value)
      value = 0
    }
  }
  return groups
}
