import * as z from 'zod/mini'
import { assert, SightlineError } from '../errors.ts'
import { utf8Decode, utf8Encode } from './utf8.ts'

/** The most bytes one body may hold. What is larger is content, cited by its hash. */
export const maxBodyBytes = 65_536

/** A body as kept: its bytes, or why they are absent. A release withholds; an expungement removes for good. */
export type HeldBody = Uint8Array | 'withheld' | 'expunged'

/**
 * What stands in the body of an entry, whatever its type. `type`, `agent` and `detail` are read further by the case;
 * the custody layer only keeps them. `at` is UTC with milliseconds; `salt` makes the hash of a withheld body
 * impossible to guess.
 */
export const EntryBody = z.strictObject({
  v: z.literal(1),
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  at: z.string().check(z.refine(isInstant, 'a time such as 2021-04-15T09:30:00.000Z')),
  type: z.string().check(z.minLength(1)),
  agent: z.unknown(),
  detail: z.unknown(),
})
export type EntryBody = z.infer<typeof EntryBody>

/**
 * The exact bytes of a body: UTF-8 JSON in one fixed key order. Throws 'usage.wrong' when it comes to more than
 * `maxBodyBytes`. A detail that JSON would change in silence (undefined, NaN, a Date) is a programming mistake.
 */
export function writeBody(body: Omit<EntryBody, 'v'>): Uint8Array {
  const checked = EntryBody.safeParse({ v: 1, ...body })
  assert(checked.success, `a body has salt, at, type, agent and detail: ${checked.error?.message}`)
  assertJson(checked.data.agent, 'agent')
  assertJson(checked.data.agent, 'agent')
  assertJson(checked.data.detail, 'detail')
  const bytes = utf8Encode(bodyText(checked.data))
  if (bytes.length > maxBodyBytes)
    throw new SightlineError(
      'usage.wrong',
      `an entry holds at most ${maxBodyBytes} bytes, and this ${body.type} has ${bytes.length}; ` +
        'longer texts and results are kept as content and cited by hash',
      { detail: { type: body.type, bytes: bytes.length } },
    )
  return bytes
}

/**
 * Reads a body. Throws 'case.damaged' unless the bytes are exactly what `writeBody` writes, so that no two readers
 * can read one body differently (doubled keys), and 'case.version' when a newer version wrote them.
 */
export function parseBody(bytes: Uint8Array): EntryBody {
  const text = utf8Decode(bytes)
  const json = text === null ? undefined : jsonOf(text)
  if (isNewer(json))
    throw new SightlineError(
      'case.version',
      `this Sightline reads bodies of version 1, found version ${json.v}`,
    )
  const parsed = EntryBody.safeParse(json)
  if (!parsed.success || bodyText(parsed.data) !== text)
    throw new SightlineError(
      'case.damaged',
      'a body must be the exact JSON {"v":1,"salt":…,"at":…,"type":…,"agent":…,"detail":…}, and this one is not',
      { cause: parsed.error },
    )
  return parsed.data
}

function bodyText({ salt, at, type, agent, detail }: EntryBody): string {
  return JSON.stringify({ v: 1, salt, at, type, agent, detail })
}

function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString() === text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON: the caller reports it as damaged
  }
}

function isNewer(json: unknown): json is { v: number } {
  return typeof json === 'object' && json !== null && 'v' in json && typeof json.v === 'number' && json.v > 1
}

/** Stops at the first value that does not come back from JSON as it went in. */
function assertJson(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') {
    assert(Number.isFinite(value), `${path} is a finite number`)
    return
  }
  assert(typeof value === 'object', `${path} is JSON, not ${typeof value}`)
  assert(!('toJSON' in value), `${path} is plain JSON without a toJSON of its own`)
  if (Array.isArray(value)) {
    // An index loop, so that a hole is seen too.
    for (let i = 0; i < value.length; i++) assertJson(value[i], `${path}[${i}]`)
    return
  }
  const make = Object.getPrototypeOf(value)
  assert(make === Object.prototype || make === null, `${path} is a plain object`)
  for (const [key, inner] of Object.entries(value)) assertJson(inner, `${path}.${key}`)
}
