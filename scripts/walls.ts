/**
 * The walls between the folders: who may import whom. One table, checked over resolved paths, so that a new folder in core is
 * walled in from its first file. (Biome's noRestrictedImports sees only the text of an import and needs a rule per folder.)
 */
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'

export interface Import {
  /** Path of the importing file from the repository's root, with forward slashes. */
  readonly from: string
  /** What stands between the quotes; null where it is computed at run time. */
  readonly specifier: string | null
}

export interface Breach extends Import {
  readonly why: string
}

/** A doorway: the one file in app that may import a module, so that everything it does is seen in one place. */
const doorways: Readonly<Record<string, { readonly file: RegExp; readonly why: string }>> = {
  'node:child_process': {
    file: /^app\/src\/media\/run\.ts$/,
    why: 'only app/src/media/run.ts starts programs',
  },
  'node:sqlite': {
    file: /^app\/src\/store\/sqlite\.ts$/,
    why: 'only app/src/store/sqlite.ts talks to the database',
  },
  'node:process': { file: /^app\/src\/config\.ts$/, why: 'only app/src/config.ts reads the environment' },
}

/** Imports between sibling folders of core that are allowed, each with its page in docs/decisions. */
const allowedSiblings: Readonly<Record<string, readonly string[]>> = {}

const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const isBuiltin = (specifier: string) => specifier.startsWith('node:') || builtinModules.includes(specifier)

/** The imports of a source text, `export … from`, dynamic and type imports included. Expects Biome's formatting. */
export function importsOf(from: string, text: string): Import[] {
  const statement =
    /^\s*(?:import\s+(?:[\w$*{},\s]+?\s+from\s+)?|export\s+[\w$*{},\s]+?\s+from\s+)['"]([^'"]+)['"]/gm
  const call = /\b(?:import|require)\(\s*(?:['"]([^'"]+)['"])?/g
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  return [...code.matchAll(statement), ...code.matchAll(call)].map(match => ({
    from,
    specifier: match[1] ?? null,
  }))
}

/** Why an import is not allowed, or null. Tests may use Node and the test tools; the folders' walls hold for them too. */
export function breachOf({ from, specifier }: Import): string | null {
  const [workspace] = from.split('/')
  if (specifier === null)
    return workspace === 'app' ? null : 'an import must be known before the program runs'
  const target = targetOf(from, specifier)
  if (workspace === 'core') return coreBreach(from, target)
  if (target.kind === 'file' && workspace === 'app' && target.path.startsWith('room/'))
    return 'app and room never import each other'
  if (target.kind === 'file' && workspace === 'room' && target.path.startsWith('app/'))
    return 'app and room never import each other'
  if (target.kind === 'file' && target.path.startsWith('core/') && specifier.startsWith('.'))
    return "core is imported by its name ('@sightline/core/time'), never by a path into it"
  if (isTest(from)) return null
  const verifier = verifierBreach(from, target)
  if (verifier !== null) return verifier
  if (workspace === 'room' && target.kind === 'builtin')
    return 'room runs in the browser, where there is no Node'
  const doorway = target.kind === 'builtin' ? doorways[target.name] : undefined
  return doorway && !doorway.file.test(from) ? doorway.why : null
}

type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }

function targetOf(from: string, specifier: string): Target {
  if (specifier.startsWith('.')) return { kind: 'file', path: normalize(join(dirname(from), specifier)) }
  if (isBuiltin(specifier)) return { kind: 'builtin', name: `node:${specifier.replace(/^node:/, '')}` }
  const own = /^@sightline\/(core|app|room)(?:\/(.*))?$/.exec(specifier)
  if (own) return { kind: 'file', path: `${own[1]}/src/${own[2] ?? ''}` }
  return { kind: 'package', name: specifier }
}

function coreBreach(from: string, target: Target): string | null {
  if (target.kind !== 'file') {
    const allowed = isTest(from) || (target.kind === 'package' && target.name === 'zod/mini')
    return allowed ? null : 'core imports no package but zod/mini, and nothing of Node'
  }
  if (!target.path.startsWith('core/src/')) {
    // What core is given when it runs (a Fourier transform, a truth that is known) a test has to fetch itself.
    return isTest(from) ? null : 'core imports nothing from outside core'
  }
  const here = folderOf(from)
  const there = folderOf(target.path)
  if (there === 'errors' || there === here) return null
  if (here === 'errors') return 'errors.ts imports nothing'
  if (here === 'time') return 'time imports nothing but errors'
  if (here === 'case') return there === 'time' ? null : 'case imports time and no other folder'
  if (there === 'time' || there === 'case' || allowedSiblings[here]?.includes(there)) return null
  return `${here} may import time and case, but no sibling; a noun that ${there} shares with it belongs in case`
}

/** The verifier of releases stays small enough to be read whole, and is built into one file. */
function verifierBreach(from: string, target: Target): string | null {
  if (!from.startsWith('app/src/verify/') || target.kind === 'builtin') return null
  const allowed =
    target.kind === 'file' &&
    (target.path.startsWith('app/src/verify/') || target.path === 'core/src/release')
  return allowed ? null : 'the verifier imports Node, @sightline/core/release and nothing else'
}

/** `core/src/sync/solve.ts` → `sync`; a file directly in core/src stands for itself. */
function folderOf(path: string): string {
  return (path.split('/')[2] ?? '').replace(/\.ts$/, '')
}

/** What core must not read from its surroundings: results have to be the same everywhere and every time. */
const surroundings = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bIntl\.|\btoLocale\w*String\b/

/** Every breach in the given files (paths from the root); unreadable files throw as `readFileSync` does. */
export function breachesIn(root: string, paths: readonly string[]): Breach[] {
  return paths.flatMap(from => {
    const text = readFileSync(join(root, from), 'utf8')
    const breaches = importsOf(from, text).flatMap(found => {
      const why = breachOf(found)
      return why === null ? [] : [{ ...found, why }]
    })
    const ambient = from.startsWith('core/') && !isTest(from) ? surroundings.exec(text) : null
    return ambient
      ? [
          ...breaches,
          { from, specifier: ambient[0], why: 'core has no clock, no chance and no locale of its own' },
        ]
      : breaches
  })
}
