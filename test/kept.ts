// What takes long to make and is the same for many test files: made by the first that wants it, kept beside the packages.
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { filesOf, root } from '../scripts/steps.ts'

const folder = join(root, 'node_modules/.cache/tests')

/**
 * What `make` gives, or what it gave before for the same `from`. Of each name only the last is kept; it may be anything that
 * can be cloned.
 */
export async function kept<T>(name: string, from: string, make: () => Promise<T>): Promise<T> {
  const path = join(folder, name)
  try {
    const found = deserialize(readFileSync(path)) as { readonly from: string; readonly made: T }
    if (found.from === from) return found.made
  } catch {
    // Not there, or not whole: it is made.
  }
  const made = await make()
  mkdirSync(folder, { recursive: true })
  // Two test files may make it at the same time; a reader sees the one or the other.
  const temporary = `${path}.${randomUUID()}`
  writeFileSync(temporary, serialize({ from, made }))
  renameSync(temporary, path)
  return made
}

let hash: string | undefined

/** A hash of everything that a page under test is bundled from. */
export function pageSources(): string {
  hash ??= sourcesHash()
  return hash
}

function sourcesHash(): string {
  const sources = filesOf('{core,room}/src/**/*.{ts,tsx,css,html}', 'test/**/*.ts', 'package-lock.json')
  const sum = createHash('sha256')
  for (const path of [...sources, 'scripts/room-bundle.ts']) {
    if (path.includes('.test.')) continue
    sum
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return sum.digest('hex')
}
