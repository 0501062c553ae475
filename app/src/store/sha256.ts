import { createHash, hash } from 'node:crypto'

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** SHA-256 of bytes that come in pieces. */
export function sha256Stream(): { update(bytes: Uint8Array): void; digest(): string } {
  const running = createHash('sha256')
  return {
    update: bytes => {
      running.update(bytes)
    },
    digest: () => running.digest('hex'),
  }
}
