import { constants, createHash, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { areWhole, isForTimeStamps, issuerOf, nameOf, whyNotTrusted } from './certificates.ts'
import { type Der, DerError, inside, need, oidOf, readDer, tags, timeOf } from './der.ts'

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  stampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  rsaPss: '1.2.840.113549.1.1.10',
} as const

/** Hashes that a time stamp may rest on. */
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Kinds of signatures that are accepted (RFC 5754, RFC 8419): whose keys make them, and the hash where they name one. */
const signatures: Readonly<Record<string, { readonly keys: readonly string[]; readonly hash?: string }>> = {
  '1.2.840.113549.1.1.1': { keys: ['rsa'] },
  '1.2.840.113549.1.1.11': { keys: ['rsa'], hash: 'sha256' },
  '1.2.840.113549.1.1.12': { keys: ['rsa'], hash: 'sha384' },
  '1.2.840.113549.1.1.13': { keys: ['rsa'], hash: 'sha512' },
  [oids.rsaPss]: { keys: ['rsa', 'rsa-pss'] },
  '1.2.840.10045.4.3.2': { keys: ['ec'], hash: 'sha256' },
  '1.2.840.10045.4.3.3': { keys: ['ec'], hash: 'sha384' },
  '1.2.840.10045.4.3.4': { keys: ['ec'], hash: 'sha512' },
  '1.3.101.112': { keys: ['ed25519'] },
}

/** What a time stamp says, and whether it stands. */
export interface Stamp {
  readonly at: Date
  /** The one who gave it, by its certificate; null where the answer holds none. */
  readonly authority: string | null
  /** Why it does not hold by itself: another message, an altered answer. Null when it does. */
  readonly broken: string | null
  /** Why it does not lead to an authority that is trusted; null when it does or when none was given. */
  readonly untrusted: string | null
}

interface Token {
  readonly info: Buffer
  readonly digest: { readonly hash: string; readonly value: Buffer }
  readonly at: Date
  readonly certificates: readonly X509Certificate[]
  readonly signer: Signer
}

interface Signer {
  /** Who issued the signer's certificate, and its number there. */
  readonly issuer: Buffer
  readonly serial: Buffer
  readonly hash: string
  readonly attributes: readonly (readonly Der[])[]
  /** The attributes as they were signed: the same bytes under the tag of a set. */
  readonly signed: Buffer
  readonly algorithm: string
  readonly signature: Buffer
}

/**
 * Reads an answer of a time stamping authority (RFC 3161) and holds it against the message; a text says why it cannot be
 * read. `trusted` are authorities from outside the release, null when none were given.
 */
export function checkStamp(
  answer: Buffer,
  message: Uint8Array,
  trusted: readonly X509Certificate[] | null,
): Stamp | string {
  try {
    const token = tokenOf(answer)
    const certificate = token.certificates.find(each => isOf(each, token.signer))
    return {
      at: token.at,
      authority: certificate ? nameOf(certificate) : null,
      broken: whyBroken(token, message, certificate, trusted ?? []),
      untrusted: trusted === null ? null : whyUntrusted(token, certificate, trusted),
    }
  } catch (error) {
    if (error instanceof DerError)
      return `expected the answer of a time stamping authority, found: ${error.message}. It was cut short or changed, or is another file: take a whole copy`
    return `it holds a certificate or key that cannot be read (${error instanceof Error ? error.message : String(error)})`
  }
}

function whyBroken(
  { info, digest, certificates, signer }: Token,
  message: Uint8Array,
  certificate: X509Certificate | undefined,
  trusted: readonly X509Certificate[],
): string | null {
  if (!createHash(digest.hash).update(message).digest().equals(digest.value))
    return 'it was given for other bytes than this list of files'
  const by = certificate ?? trusted.find(each => isOf(each, signer))
  if (!by) return 'it does not hold the certificate of the one who gave it'
  const attribute = (oid: string) => signer.attributes.find(each => each[0] && oidOf(each[0]) === oid)?.[1]
  const contentType = attribute(oids.contentType)
  const messageDigest = attribute(oids.messageDigest)
  const [type] = contentType ? inside(contentType) : []
  const [value] = messageDigest ? inside(messageDigest) : []
  if (!type || oidOf(type) !== oids.stampInfo) return 'what was signed is not a time stamp'
  if (!value?.content.equals(createHash(signer.hash).update(info).digest()))
    return 'what it says is not what was signed'
  if (!areWhole(certificates, trusted)) return 'a certificate in it was altered'
  if (!isCertificateNamed(signer, by)) return 'the signature was made for another certificate'
  return isSigned(signer, by.publicKey) ? null : 'the signature of the authority does not hold'
}

function whyUntrusted(
  { at, certificates, signer }: Token,
  certificate: X509Certificate | undefined,
  trusted: readonly X509Certificate[],
): string | null {
  const by = certificate ?? trusted.find(each => isOf(each, signer))
  if (!by) return 'the certificate of the one who gave it is not known'
  if (!isForTimeStamps(by)) return `the certificate of ${nameOf(by)} is not one for time stamps alone`
  return whyNotTrusted(by, certificates, trusted, at)
}

/** The certificate must be named by its hash in what was signed (RFC 5816), or another one could be put in its place. */
function isCertificateNamed(signer: Signer, certificate: X509Certificate): boolean {
  for (const [oid, values] of signer.attributes) {
    const kind = oid ? oidOf(oid) : ''
    if (kind !== oids.signingCertificate && kind !== oids.signingCertificateV2) continue
    const [named] = values ? inside(values) : []
    const [list] = named ? inside(named) : []
    const [first] = list ? inside(list) : []
    const parts = first ? inside(first) : []
    const isOld = kind === oids.signingCertificate
    const algorithm = parts[0]?.tag === tags.sequence ? inside(parts[0])[0] : undefined
    const hash = isOld ? 'sha1' : algorithm ? hashes[oidOf(algorithm)] : 'sha256'
    const value = parts.find(each => each.tag === tags.octets)
    return (
      hash !== undefined && value?.content.equals(createHash(hash).update(certificate.raw).digest()) === true
    )
  }
  return false
}

function isSigned({ signed, algorithm, hash, signature }: Signer, key: KeyObject): boolean {
  const kind = signatures[algorithm]
  if (!kind?.keys.includes(key.asymmetricKeyType ?? '')) return false
  if (key.asymmetricKeyType === 'ed25519') return verify(null, signed, key, signature)
  if (algorithm === oids.rsaPss) {
    const padding = constants.RSA_PKCS1_PSS_PADDING
    return verify(hash, signed, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_AUTO }, signature)
  }
  return verify(kind.hash ?? hash, signed, key, signature)
}

function isOf(certificate: X509Certificate, { issuer, serial }: Signer): boolean {
  if (issuerOf(certificate)?.equals(issuer) !== true) return false
  const digits = serial.toString('hex').replace(/^0+/, '').toUpperCase()
  return certificate.serialNumber.replace(/^0+/, '').toUpperCase() === digits
}

function tokenOf(answer: Buffer): Token {
  const [status, content] = inside(need(readDer(answer), tags.sequence, 'an answer of an authority'))
  const code = need(inside(need(status, tags.sequence, 'a status'))[0], tags.integer, 'a status')
  if (!code.content.equals(Buffer.of(0))) throw new DerError('the authority did not grant a time stamp')
  const [type, wrapped] = inside(need(content, tags.sequence, 'a time stamp in the answer'))
  if (!type || oidOf(type) !== oids.signedData) throw new DerError('expected signed data')
  const [data] = inside(need(wrapped, tags.context0, 'signed data'))
  const [version, digests, held, ...rest] = inside(need(data, tags.sequence, 'signed data'))
  if (!need(version, tags.integer, 'a version').content.equals(Buffer.of(3)))
    throw new DerError('expected signed data of version 3')
  const [infoType, infoWrapped] = inside(need(held, tags.sequence, 'what was signed'))
  if (!infoType || oidOf(infoType) !== oids.stampInfo)
    throw new DerError('what was signed is not a time stamp')
  const [octets] = inside(need(infoWrapped, tags.context0, 'a time stamp'))
  const info = need(octets, tags.octets, 'a time stamp').content
  const certificates = rest.find(each => each.tag === tags.context0)
  const signers = inside(need(rest.at(-1), tags.set, 'who signed'))
  const [one] = signers
  if (!one || signers.length > 1) throw new DerError(`expected one signer, found ${signers.length}`)
  const signer = signerOf(one)
  const kinds = inside(need(digests, tags.set, 'kinds of hashes')).map(algorithmOf)
  if (!kinds.some(kind => hashes[kind] === signer.hash))
    throw new DerError('the signer used another hash than is said')
  return {
    info,
    ...infoOf(info),
    certificates: certificates ? inside(certificates).map(each => new X509Certificate(each.whole)) : [],
    signer,
  }
}

function infoOf(info: Buffer): Pick<Token, 'digest' | 'at'> {
  const [, , imprint, , at] = inside(need(readDer(info), tags.sequence, 'a time stamp'))
  const [algorithm, value] = inside(need(imprint, tags.sequence, 'the hash that was stamped'))
  const oid = algorithm ? inside(algorithm)[0] : undefined
  const hash = oid ? hashes[oidOf(oid)] : undefined
  if (hash === undefined || !value)
    throw new DerError('it was given for a hash of a kind that is not accepted')
  return { digest: { hash, value: value.content }, at: timeOf(need(at, tags.time, 'a time')) }
}

function signerOf(der: Der): Signer {
  const [version, who, digest, attributes, algorithm, signature] = inside(
    need(der, tags.sequence, 'a signer'),
  )
  // Version 1 names the certificate by issuer and number, which is what authorities do.
  if (!need(version, tags.integer, 'a version').content.equals(Buffer.of(1)))
    throw new DerError('expected a signer that is named by issuer and number')
  const [issuer, serial] = inside(need(who, tags.sequence, 'the certificate of the signer'))
  const known = need(attributes, tags.context0, 'signed attributes')
  const hash = hashes[algorithmOf(digest)]
  if (hash === undefined || !issuer || !serial)
    throw new DerError('it was signed over a hash of a kind that is not accepted')
  const signed = Buffer.from(known.whole)
  signed[0] = tags.set
  return {
    issuer: issuer.whole,
    serial: need(serial, tags.integer, 'the number of a certificate').content,
    hash,
    attributes: inside(known).map(inside),
    signed,
    algorithm: algorithmOf(algorithm),
    signature: need(signature, tags.octets, 'a signature').content,
  }
}

/** The identifier of an algorithm that takes no parameters; that of PSS takes some, which its verification reads. */
function algorithmOf(der: Der | undefined): string {
  const [oid, parameters, ...more] = inside(need(der, tags.sequence, 'an algorithm'))
  const name = oidOf(need(oid, tags.oid, 'an algorithm'))
  const isPlain =
    parameters === undefined || (parameters.tag === tags.null && parameters.content.length === 0)
  if (more.length > 0 || (!isPlain && name !== oids.rsaPss))
    throw new DerError('an algorithm has parameters that it does not take')
  return name
}
