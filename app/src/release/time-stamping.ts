import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { SightlineError } from '@sightline/core/errors'

/** Who says when a release was sealed: an authority at an address, an answer fetched by other means, or nobody. */
export type Stamping =
  | { readonly kind: 'none' }
  | { readonly kind: 'address'; readonly address: string }
  /** `name` is how the release names the authority. */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }

/** How a release names the authority that stamps it; null where none does. It is sealed before the stamp is there. */
export function stampedBy(stamping: Stamping): string | null {
  switch (stamping.kind) {
    case 'none':
      return null
    case 'address':
      return new URL(stamping.address).host
    case 'file':
      return stamping.name
  }
}

/** A request for a time stamp (RFC 3161, section 2.4.1): the SHA-256 of the message, with the authority's certificate asked for. */
export function stampRequest(message: Uint8Array, nonce: Uint8Array): Buffer {
  const sha256Oid = Buffer.from('0609608648016503040201', 'hex')
  const algorithm = der(0x30, Buffer.concat([sha256Oid, Buffer.from('0500', 'hex')]))
  const imprint = der(
    0x30,
    Buffer.concat([algorithm, der(0x04, createHash('sha256').update(message).digest())]),
  )
  const version = Buffer.from('020101', 'hex')
  // A leading bit that is set would make the number negative.
  const number = der(0x02, Buffer.concat([Buffer.from([0x01]), nonce]))
  const certificates = Buffer.from('0101ff', 'hex')
  return der(0x30, Buffer.concat([version, imprint, number, certificates]))
}

/** Asks an authority for its stamp over a message. Throws 'release.stamp' where it does not answer with one. */
export async function askForStamp(
  address: string,
  message: Uint8Array,
  nonce: Uint8Array,
  signal: AbortSignal,
): Promise<Buffer> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(stampRequest(message, nonce)),
    signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
  }).catch((cause: unknown) => {
    throw stampError(address, cause instanceof Error ? cause.message : 'no answer', cause)
  })
  const type = answer.headers.get('content-type') ?? 'no type'
  if (!answer.ok || !type.startsWith('application/timestamp-reply'))
    throw stampError(address, `status ${answer.status} and ${type}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** Reads an answer that was fetched by other means. */
export async function readStamp(path: string): Promise<Buffer> {
  return await readFile(path).catch((cause: unknown) => {
    throw stampError(path, cause instanceof Error ? cause.message : 'nothing that can be read', cause)
  })
}

function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const header = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), content])
}

function stampError(where: string, found: string, cause?: unknown): SightlineError<'release.stamp'> {
  return new SightlineError('release.stamp', `expected a time stamp from ${where}, found ${found}`, { cause })
}
