import { readFileSync, statSync } from 'node:fs'

const built = new URL('../../dist/quick/', import.meta.url)

/** Whether set-up built a program of dist/quick, and nothing of what it was built from, by its list, is newer. */
export function isCurrent(program: string, list: string): boolean {
  try {
    const made = statSync(new URL(program, built)).mtimeMs
    const sources: readonly string[] = JSON.parse(readFileSync(new URL(list, built), 'utf8'))
    return sources.every(path => statSync(new URL(`../../${path}`, import.meta.url)).mtimeMs < made)
  } catch {
    // Never built, or a source that is no more.
    return false
  }
}
