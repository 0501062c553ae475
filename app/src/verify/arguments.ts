import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { releaseFiles } from '@sightline/core/release'
import { readAllowedSigners } from './allowed-signers.ts'
import { certificatesIn } from './certificates.ts'
import { readDocument } from './check-document.ts'
import { sha256 } from './sha256.ts'
import type { Trust } from './verify-release.ts'

/** The options that say what is trusted, as `parseArgs` takes them. */
export const trustOptions = {
  signers: { type: 'string' },
  identity: { type: 'string' },
  'tsa-ca': { type: 'string' },
  head: { type: 'string' },
  length: { type: 'string' },
  previous: { type: 'string' },
} as const

export interface TrustWords {
  readonly signers?: string | undefined
  readonly identity?: string | undefined
  readonly 'tsa-ca'?: string | undefined
  readonly head?: string | undefined
  readonly length?: string | undefined
  readonly previous?: string | undefined
}

/** An argument that cannot be taken: `usage` for its form, `input` for a file that cannot be read. */
export class TrustError extends Error {
  override readonly name = 'TrustError'
  readonly kind: 'usage' | 'input'

  constructor(kind: TrustError['kind'], message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.kind = kind
  }
}

/** Reads what is trusted. Throws `TrustError`. */
export function readTrust(words: TrustWords, now: Date): Trust {
  const { signers, identity = null, 'tsa-ca': authority, previous } = words
  if (identity !== null && signers === undefined)
    throw new TrustError('usage', '--identity says which of the --signers it must be, and none were given')
  return {
    signers: signers === undefined ? null : signersIn(signers),
    identity,
    authorities: authority === undefined ? null : authoritiesIn(authority),
    head: headOf(words),
    previous: previous === undefined ? null : previousIn(previous),
    now,
  }
}

function headOf({ head, length }: TrustWords): Trust['head'] {
  if (head === undefined && length === undefined) return null
  if (!/^[0-9a-f]{64}$/.test(head ?? '') || !/^\d{1,15}$/.test(length ?? ''))
    throw new TrustError('usage', '--head takes a SHA-256 and --length a number, both together')
  return { head: head as string, length: Number(length) }
}

function signersIn(path: string): Trust['signers'] {
  const { signers, problems } = readAllowedSigners(read(path).toString('utf8'))
  const [problem] = problems
  if (problem !== undefined) throw new TrustError('input', `${path}: ${problem}`)
  if (signers.length === 0)
    throw new TrustError(
      'input',
      `${path}: expected a line of allowed signers with an ssh-ed25519 key, found none`,
    )
  return signers
}

function authoritiesIn(path: string): Trust['authorities'] {
  try {
    const certificates = certificatesIn(read(path).toString('latin1'))
    if (certificates.length > 0) return certificates
  } catch (cause) {
    if (cause instanceof TrustError) throw cause
    throw new TrustError('input', `${path}: a certificate in it cannot be read`, { cause })
  }
  throw new TrustError('input', `${path}: expected certificates in PEM, found none`)
}

/** An earlier release as it lies here. It is trusted as much as the person who names it trusts it: check it on its own first. */
function previousIn(path: string): Trust['previous'] {
  const document = readDocument(read(join(path, releaseFiles.document)))
  if ('code' in document)
    throw new TrustError('input', `${join(path, releaseFiles.document)}: ${document.message}`)
  const { head, length } = document.log
  const sealed = sha256(read(join(path, releaseFiles.tagManifest)))
  return { version: document.version, sealed, log: { head, length } }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause)
    throw new TrustError('input', `${path}: ${found}`, { cause })
  }
}
