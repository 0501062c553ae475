import { X509Certificate } from 'node:crypto'
import { type Der, inside, oidOf, readDer, tags } from './der.ts'

const extendedKeyUsage = '2.5.29.37'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** The certificates of a PEM file. Throws where one cannot be read. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.map(block => new X509Certificate(block))
}

/** Whether a certificate is for giving time stamps and for nothing else, and says so as critical (RFC 3161, section 2.3). */
export function isForTimeStamps(certificate: X509Certificate): boolean {
  const usage = extensionsOf(certificate).find(each => oidOf(each[0] as Der) === extendedKeyUsage)
  if (!usage) return false
  const [, critical, value] = usage.length === 3 ? usage : [usage[0], null, usage[1]]
  if (critical?.tag !== tags.boolean || critical.content[0] !== 0xff || value?.tag !== tags.octets)
    return false
  const uses = inside(readDer(value.content)).map(oidOf)
  return uses.length === 1 && uses[0] === timeStamping
}

/**
 * Leads a certificate up to one of those trusted, by signatures that hold and at a time when all were valid. Null when it
 * gets there, or why not.
 */
export function whyNotTrusted(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
): string | null {
  let current = certificate
  // No authority needs a longer way, and a ring of certificates must end.
  for (let step = 0; step < 10; step++) {
    if (new Date(current.validFrom) > at || new Date(current.validTo) < at)
      return `the certificate of ${nameOf(current)} was not valid at ${at.toISOString()}`
    if (trusted.some(each => each.fingerprint256 === current.fingerprint256)) return null
    const issuer = [...trusted, ...others].find(each => isIssuer(each, current))
    if (!issuer) return `nobody among the authorities given issued the certificate of ${nameOf(current)}`
    current = issuer
  }
  return 'the way from the certificate to an authority has more than ten steps'
}

export function nameOf(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', ')
}

/** Whether each of the certificates holds whose issuer is at hand; an authority may leave out those that everybody has. */
export function areWhole(
  certificates: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
): boolean {
  const known = [...certificates, ...trusted]
  return certificates.every(each => {
    const issuers = known.filter(issuer => each.checkIssued(issuer))
    return issuers.length === 0 || issuers.some(issuer => isIssuer(issuer, each))
  })
}

/** The name of a certificate's issuer, in DER. */
export function issuerOf(certificate: X509Certificate): Buffer | null {
  const [body] = inside(readDer(certificate.raw))
  const fields = body ? inside(body) : []
  // A version may stand before number, algorithm and issuer.
  return fields[fields[0]?.tag === tags.context0 ? 3 : 2]?.whole ?? null
}

function isIssuer(issuer: X509Certificate, of: X509Certificate): boolean {
  try {
    return issuer.ca && of.checkIssued(issuer) && of.verify(issuer.publicKey)
  } catch {
    return false // a key of a kind that did not make this signature
  }
}

/** Each extension as its values: object identifier, whether critical (left out when not), octets. */
function extensionsOf(certificate: X509Certificate): readonly (readonly Der[])[] {
  const [body] = inside(readDer(certificate.raw))
  const list = body ? inside(body).find(each => each.tag === tags.context3) : undefined
  const [sequence] = list ? inside(list) : []
  return sequence ? inside(sequence).map(inside) : []
}
