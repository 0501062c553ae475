import { sha256Of } from '@sightline/core/release'

/** What became of the seal: it holds for a key, it does not, this browser cannot tell, or it could not be read. */
export type SignatureFound =
  | { readonly kind: 'good' | 'bad' | 'untold'; readonly fingerprint: string }
  | { readonly kind: 'unread' }

const namespace = 'sightline-release'

/** Checks an SSH signature by an Ed25519 key (PROTOCOL.sshsig of OpenSSH) with what the browser has. */
export async function checkSignature(text: string, message: Uint8Array): Promise<SignatureFound> {
  const base64 = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)-----END/.exec(text)?.[1]
  if (base64 === undefined) return { kind: 'unread' }
  const read = wireReader(
    Uint8Array.from(atob(base64.replaceAll('\n', '')), each => each.charCodeAt(0)).subarray(10),
  )
  const [key, purpose, , hash, signature] = [read(), read(), read(), read(), read()]
  if (!key || !purpose || !hash || !signature) return { kind: 'unread' }
  const name = sha256Of(key).match(/../g) ?? []
  const digest = String.fromCharCode(...name.map(byte => Number.parseInt(byte, 16)))
  const fingerprint = `SHA256:${btoa(digest).replace(/=+$/, '')}`
  if (textOf(purpose) !== namespace) return { kind: 'bad', fingerprint }
  const point = wireReader(key.subarray(15))()
  const made = wireReader(signature.subarray(15))()
  // Only pages from this computer or over TLS are given what checks signatures, and not by every browser.
  if (!point || !made || globalThis.crypto?.subtle === undefined) return { kind: 'untold', fingerprint }
  try {
    const known = await crypto.subtle.importKey('raw', point.slice(), 'Ed25519', false, ['verify'])
    const hashed = await crypto.subtle.digest(
      textOf(hash) === 'sha256' ? 'SHA-256' : 'SHA-512',
      message.slice(),
    )
    const signed = joined([
      bytesOf('SSHSIG'),
      wire(bytesOf(namespace)),
      wire(bytesOf('')),
      wire(hash),
      wire(new Uint8Array(hashed)),
    ])
    const isGood = await crypto.subtle.verify('Ed25519', known, made.slice(), signed)
    return { kind: isGood ? 'good' : 'bad', fingerprint }
  } catch {
    return { kind: 'untold', fingerprint } // a browser that does not know Ed25519
  }
}

/** Reads strings with their length before them (RFC 4251, section 5), one a call; null at the end. */
function wireReader(bytes: Uint8Array): () => Uint8Array | null {
  let at = 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return () => {
    if (at + 4 > bytes.length) return null
    const length = view.getUint32(at)
    at += 4 + length
    return at > bytes.length ? null : bytes.subarray(at - length, at)
  }
}

function wire(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return joined([length, bytes])
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
