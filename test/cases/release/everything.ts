import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Every byte of a release, what is packed unpacked too. */
export function everythingIn(root: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .flatMap(path => {
      const text = readFileSync(path, 'utf8')
      const packed = /^sightline\.take\("[^"]+","([A-Za-z0-9+/=]+)"\)\n$/.exec(text)?.[1]
      const bytes = packed === undefined ? null : Buffer.from(packed, 'base64')
      const inner = bytes?.[0] === 0x1f ? gunzipSync(bytes).toString('utf8') : (bytes?.toString('utf8') ?? '')
      return [[path, text + inner] as const]
    })
}
