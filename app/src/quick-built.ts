import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { constants, Script } from 'node:vm'

const built = new URL('../../dist/quick/', import.meta.url)

/** What a file of dist/quick begins with, as one line: what the program was built from, and how many bytes of it are its text. */
export interface BuiltHead {
  readonly sources: readonly string[]
  readonly textBytes: number
}

/** The text of a built program as V8 is given it: where its code was kept, it is the code of this very text. */
export function builtScript(text: string, name: string, code?: Uint8Array): Script {
  return new Script(`(function(exports,require,module,moduleUrl){${text}\n})`, {
    filename: name,
    ...(code ? { cachedData: code } : {}),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
}

/** Whether set-up built a program of dist/quick, and nothing of what it was built from is newer. */
export function isCurrent(program: string): boolean {
  return readBuilt(program) !== null
}

/**
 * Runs a program of dist/quick and gives what it exports; null where it was never built or something it was built from is newer. Text and code lie in one file,
 * so that neither is ever taken for another's; code that another V8 made is refused by V8, which then reads the text.
 */
export function loadBuilt(program: string): unknown {
  const found = readBuilt(program)
  if (found === null) return null
  const { url, bytes, from, textBytes } = found
  const text = bytes.toString('latin1', from, from + textBytes)
  const run = builtScript(text, url.pathname, bytes.subarray(from + textBytes)).runInThisContext()
  const module = { exports: {} }
  run(module.exports, createRequire(url), module, url.href)
  return module.exports
}

function readBuilt(program: string) {
  const url = new URL(`${program}.built`, built)
  try {
    const made = statSync(url).mtimeMs
    const bytes = readFileSync(url)
    const from = bytes.indexOf('\n') + 1
    const { sources, textBytes }: BuiltHead = JSON.parse(bytes.toString('latin1', 0, from))
    return sources.some(path => changedAt(path) >= made) ? null : { url, bytes, from, textBytes }
  } catch {
    // Never built, or a source that is no more.
    return null
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const changed = new Map<string, number>()

/** Looked up once for each of hundreds of sources, by its plain path: most are those of several programs, and an address for each took as long as looking. */
function changedAt(source: string): number {
  const known = changed.get(source) ?? statSync(root + source).mtimeMs
  changed.set(source, known)
  return known
}
