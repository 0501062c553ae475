import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

/** What a release is signed for: a signature made for anything else says nothing about a release. */
export const signatureNamespace = 'sightline-release'

/** A signature file as read (PROTOCOL.sshsig of OpenSSH). */
export interface SshSignature {
  /** The public key in SSH's own form, as it stands in a line of `allowed_signers`. */
  readonly key: Buffer
  readonly namespace: string
  readonly hash: 'sha256' | 'sha512'
  readonly signature: Buffer
}

/** Reads an armoured SSH signature of an Ed25519 key, or says why not. */
export function readSshSignature(text: string): SshSignature | string {
  const [, base64 = ''] = /^-----BEGIN SSH SIGNATURE-----\n([^-]+)\n-----END/.exec(text) ?? []
  const bytes = Buffer.from(base64, 'base64')
  // One form only, as ssh-keygen writes it: what other readers pass over in silence was put there by someone.
  if (armoured(bytes) !== text) return 'expected an SSH signature in its exact form'
  const read = wireReader(bytes)
  if (read.take(6)?.toString('latin1') !== 'SSHSIG' || read.number() !== 1)
    return 'expected a signature in version 1 of the format'
  const key = read.string()
  const namespace = read.string()
  const reserved = read.string()
  const hash = read.string()?.toString('latin1')
  const signature = read.string()
  if (!key || !namespace || !reserved || !signature || !read.isAtEnd())
    return 'the signature is cut short or has more behind it'
  if (hash !== 'sha256' && hash !== 'sha512')
    return `expected a hash of sha256 or sha512, found ${hash ?? 'none'}`
  if (reserved.length > 0) return 'the signature holds something that this version does not know'
  const inner = wireReader(signature)
  const kind = inner.string()?.toString('latin1')
  const made = inner.string()
  if (kind !== 'ssh-ed25519' || made?.length !== 64 || !inner.isAtEnd())
    return `expected a signature of the kind ssh-ed25519, found ${kind ?? 'none'}`
  if (ed25519Of(key) === null) return 'expected an Ed25519 key in the signature'
  return { key, namespace: namespace.toString('utf8'), hash, signature: made }
}

/** Whether the signature was made over the message, by the key that it names and for releases. */
export function isSignatureOf(
  { key, namespace, hash, signature }: SshSignature,
  message: Uint8Array,
): boolean {
  const made = ed25519Of(key)
  if (!made || namespace !== signatureNamespace) return false
  const digest = createHash(hash).update(message).digest()
  const signed = Buffer.concat([
    Buffer.from('SSHSIG'),
    wireString(Buffer.from(namespace)),
    wireString(Buffer.alloc(0)),
    wireString(Buffer.from(hash)),
    wireString(digest),
  ])
  return verify(null, signed, made, signature)
}

/** A key's fingerprint as `ssh-keygen -l` prints it. */
export function fingerprintOf(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

function ed25519Of(key: Buffer): KeyObject | null {
  const read = wireReader(key)
  const kind = read.string()?.toString('latin1')
  const point = read.string()
  if (kind !== 'ssh-ed25519' || point?.length !== 32 || !read.isAtEnd()) return null
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') },
    format: 'jwk',
  })
}

function armoured(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,70}/g) ?? []
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`
}

/** Bytes with their length before them, as SSH writes them (RFC 4251, section 5). */
function wireString(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** Reads SSH's forms in order; everything is null once something is missing. */
function wireReader(bytes: Buffer) {
  let at = 0
  const take = (count: number): Buffer | null => {
    if (count > bytes.length - at) {
      at = bytes.length + 1
      return null
    }
    at += count
    return bytes.subarray(at - count, at)
  }
  const number = () => take(4)?.readUInt32BE(0) ?? null
  return {
    take,
    number,
    string: () => {
      const length = number()
      return length === null ? null : take(length)
    },
    isAtEnd: () => at === bytes.length,
  }
}
