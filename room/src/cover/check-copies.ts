/** Hashes recordings in the page itself, one of them a copy with a single byte changed, to show what a check finds. */

export interface ToCheck {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly url: string
}

export type CopyFound =
  | { readonly kind: 'same'; readonly name: string }
  /** Not the bytes that the log names. `changedAt` where we changed the copy ourselves, else null: someone else did. */
  | {
      readonly kind: 'differs'
      readonly name: string
      readonly expected: string
      readonly found: string
      readonly changedAt: number | null
    }
  | { readonly kind: 'not-read'; readonly name: string; readonly detail: string }

/** Copies are held whole in memory while they are hashed; larger ones are left to `sightline verify`. */
export const largestCopyBytes = 64 * 2 ** 20

export interface CheckTools {
  /** All bytes at an address; rejects where they cannot be had. */
  fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>>
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

/**
 * Checks every copy against the hash it is known by. In the copy named `altered` one bit of the middle byte is turned after
 * fetching; the file itself is never touched.
 */
export async function* checkCopies(
  files: readonly ToCheck[],
  altered: string,
  tools: CheckTools,
): AsyncGenerator<CopyFound> {
  for (const { name, sha256: expected, url } of files) {
    let bytes: Uint8Array<ArrayBuffer>
    try {
      bytes = await tools.fetchBytes(url)
    } catch (error) {
      yield { kind: 'not-read', name, detail: error instanceof Error ? error.message : String(error) }
      continue
    }
    const changedAt = name === altered ? Math.floor(bytes.length / 2) : null
    if (changedAt !== null) bytes[changedAt] = (bytes[changedAt] ?? 0) ^ 1
    const found = await tools.sha256(bytes)
    yield found === expected ? { kind: 'same', name } : { kind: 'differs', name, expected, found, changedAt }
  }
}

export const browserTools: CheckTools = {
  async fetchBytes(url) {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
  async sha256(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('')
  },
}
