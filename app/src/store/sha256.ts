import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'

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

/** SHA-256 of a file that nobody writes meanwhile: one of our own making, or a program. */
export async function sha256OfFile(path: string): Promise<string> {
  const running = sha256Stream()
  for await (const piece of createReadStream(path)) running.update(piece as Uint8Array)
  return running.digest()
}
