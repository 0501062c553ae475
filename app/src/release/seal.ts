import { createHash, sign } from 'node:crypto'
import type { SigningKey } from './key-file.ts'
import { wireString } from './ssh-wire.ts'

/** What a release is signed for; a signature made for anything else is refused by whoever checks. */
const namespace = 'sightline-release'

/** The armoured SSH signature of a message, as `ssh-keygen -Y sign` writes it (PROTOCOL.sshsig of OpenSSH). */
export function sealText({ secret, wire }: Pick<SigningKey, 'secret' | 'wire'>, message: Uint8Array): string {
  const hash = 'sha512'
  const digest = createHash(hash).update(message).digest()
  const about = [wireString(namespace), wireString(''), wireString(hash)]
  const signature = sign(null, Buffer.concat([Buffer.from('SSHSIG'), ...about, wireString(digest)]), secret)
  const version = Buffer.from([0, 0, 0, 1])
  const blob = Buffer.concat([
    Buffer.from('SSHSIG'),
    version,
    wireString(wire),
    ...about,
    wireString(Buffer.concat([wireString('ssh-ed25519'), wireString(signature)])),
  ])
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? []
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`
}
