import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { SightlineError } from '@sightline/core/errors'
import { wireReader, wireString } from './ssh-wire.ts'

const kind = 'ssh-ed25519'
const magic = 'openssh-key-v1\0'
const marks = ['-----BEGIN OPENSSH PRIVATE KEY-----', '-----END OPENSSH PRIVATE KEY-----'] as const

/** An Ed25519 key that releases are sealed with. `wire` is its public half as SSH writes it. */
export interface SigningKey {
  readonly secret: KeyObject
  readonly wire: Buffer
  readonly comment: string
}

/** Makes a new key. Its comment is the identity under which others will know it. */
export function newSigningKey(comment: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { secret: privateKey, wire: publicWire(privateKey), comment }
}

/** The fingerprint as `ssh-keygen -l` prints it: the name of a key that people publish and compare. */
export function fingerprint(wire: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(wire).digest('base64').replace(/=+$/, '')}`
}

/** A line of an `allowed_signers` file of OpenSSH: who may seal releases with this key, and nothing else. */
export function allowedSignersLine(identity: string, wire: Uint8Array): string {
  const principal = /[\s",]/.test(identity) ? `"${identity.replaceAll('"', '')}"` : identity
  return `${principal} namespaces="sightline-release" ${kind} ${Buffer.from(wire).toString('base64')}\n`
}

/** The public half as a line of a `.pub` file. */
export function publicLine({ wire, comment }: Pick<SigningKey, 'wire' | 'comment'>): string {
  return `${kind} ${wire.toString('base64')} ${comment}\n`
}

/** The text of an OpenSSH private key file, without a passphrase (PROTOCOL.key of OpenSSH). `check` is any 32-bit number. */
export function privateText({ secret, wire, comment }: SigningKey, check: number): string {
  const { d = '' } = secret.export({ format: 'jwk' })
  const twice = Buffer.alloc(8)
  twice.writeUInt32BE(check, 0)
  twice.writeUInt32BE(check, 4)
  const point = pointOf(wire)
  const held = Buffer.concat([
    twice,
    wireString(kind),
    wireString(point),
    wireString(Buffer.concat([Buffer.from(d, 'base64url'), point])),
    wireString(comment),
  ])
  const padding = Buffer.from(Array.from({ length: (8 - (held.length % 8)) % 8 }, (_, n) => n + 1))
  const one = Buffer.from([0, 0, 0, 1])
  const bytes = Buffer.concat([
    Buffer.from(magic),
    wireString('none'),
    wireString('none'),
    wireString(''),
    one,
    wireString(wire),
    wireString(Buffer.concat([held, padding])),
  ])
  const lines = bytes.toString('base64').match(/.{1,70}/g) ?? []
  return `${[marks[0], ...lines, marks[1]].join('\n')}\n`
}

/** Writes the private half for its owner alone, and the public half beside it. Throws 'usage.wrong' where a file is there already. */
export async function writeKeyFiles(path: string, key: SigningKey, check: number): Promise<void> {
  try {
    await writeFile(path, privateText(key, check), { mode: 0o600, flag: 'wx' })
    await writeFile(`${path}.pub`, publicLine(key), { flag: 'wx' })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new SightlineError('usage.wrong', `expected to write a new key at ${path}, found: ${why}`, {
      cause,
    })
  }
}

/** Reads a private key file of OpenSSH. Throws 'release.key' for another kind of key, or one behind a passphrase. */
export async function readKeyFile(path: string): Promise<SigningKey> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw keyError(path, cause instanceof Error ? cause.message : 'nothing that can be read', cause)
  })
  const [armoured = '', ...end] = text.split(marks[0])[1]?.split(marks[1]) ?? []
  if (end.length === 0) throw keyError(path, 'no whole private key of OpenSSH')
  try {
    return keyIn(Buffer.from(armoured, 'base64'))
  } catch (cause) {
    const found =
      cause instanceof Unfit ? cause.message : 'one that was cut off or changed: take a whole copy of it'
    throw keyError(path, found, cause)
  }
}

/** Reads the public half of a key from a `.pub` file, or from a private key file. */
export async function readPublicKey(path: string): Promise<Pick<SigningKey, 'wire' | 'comment'>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw keyError(path, cause instanceof Error ? cause.message : 'nothing that can be read', cause)
  })
  if (text.includes(marks[0])) return await readKeyFile(path)
  const [name, base64 = '', ...comment] = text.trim().split(/\s+/)
  const wire = Buffer.from(base64, 'base64')
  if (name !== kind || wire.length !== 51) throw keyError(path, `a key of the kind ${name || 'nothing'}`)
  return { wire, comment: comment.join(' ') }
}

/** Why a key cannot be used, in words for whoever gave it. What else is thrown comes of bytes that are not whole. */
class Unfit extends Error {}

function keyIn(bytes: Buffer): SigningKey {
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) throw new Unfit('bytes of another form')
  const read = wireReader(bytes.subarray(magic.length))
  if (read.string().toString() !== 'none')
    throw new Unfit(
      'a key behind a passphrase: take it off in a copy with ssh-keygen -p, or make a key for releases',
    )
  read.string()
  read.string()
  if (read.number() !== 1) throw new Unfit('more than one key')
  const wire = Buffer.from(read.string())
  const held = wireReader(Buffer.from(read.string()))
  const check = held.number()
  if (check !== held.number()) throw new Unfit('a damaged key')
  const found = held.string().toString()
  if (found !== kind) throw new Unfit(`a key of the kind ${found}`)
  const point = held.string()
  const seed = held.string().subarray(0, 32)
  const comment = held.string().toString()
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: seed.toString('base64url'), x: point.toString('base64url') }
  const secret = createPrivateKey({ key: jwk, format: 'jwk' })
  if (!publicWire(secret).equals(wire)) throw new Unfit('two halves that do not belong together')
  return { secret, wire, comment }
}

function publicWire(secret: KeyObject): Buffer {
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  return Buffer.concat([wireString(kind), wireString(Buffer.from(x, 'base64url'))])
}

function pointOf(wire: Buffer): Buffer {
  const read = wireReader(wire)
  read.string()
  return read.string()
}

function keyError(path: string, found: string, cause?: unknown): SightlineError<'release.key'> {
  return new SightlineError('release.key', `expected an Ed25519 key of OpenSSH in ${path}, found ${found}`, {
    cause,
  })
}
