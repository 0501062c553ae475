// A time stamping authority of our own, made with openssl: what is tested is that stock tools and ours agree on its stamps.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Authority {
  /** The certificate that is to be trusted, PEM. */
  readonly ca: string
  /** The answer to a request (DER). */
  stamp(request: Uint8Array): Buffer
}

const config = `
[ req ]
distinguished_name = dn
[ dn ]
[ ca ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[ stamping ]
basicConstraints = critical, CA:false
extendedKeyUsage = critical, timeStamping
[ tsa ]
default_tsa = one
[ one ]
dir = .
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

/** Keys are elliptic unless asked otherwise: RSA keys take long to make. */
export function makeAuthority(dir: string, name: string, keys: 'ec' | 'rsa' = 'ec'): Authority {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'openssl.cnf'), config)
  writeFileSync(join(dir, 'serial'), '01\n')
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'ignore'] })
  const newKey =
    keys === 'ec' ? ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['-newkey', 'rsa:2048']
  const common = ['-nodes', '-config', 'openssl.cnf']
  openssl(
    ...['req', '-x509', ...newKey, ...common, '-extensions', 'ca', '-days', '30'],
    ...['-subj', `/CN=${name} root`, '-keyout', 'ca.key', '-out', 'ca.pem'],
  )
  openssl(...['req', ...newKey, ...common, '-subj', `/CN=${name}`, '-keyout', 'tsa.key', '-out', 'tsa.csr'])
  openssl(
    ...[
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '30',
    ],
    ...['-extfile', 'openssl.cnf', '-extensions', 'stamping', '-out', 'tsa.pem'],
  )
  return {
    ca: join(dir, 'ca.pem'),
    stamp(request) {
      writeFileSync(join(dir, 'request.tsq'), request)
      return openssl('ts', '-reply', '-config', 'openssl.cnf', '-queryfile', 'request.tsq')
    },
  }
}
