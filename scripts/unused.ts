/** Code that nothing uses: files that no entry point leads to, and exported values that nobody names. */
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const entryPoints =
  /^(?:app\/src\/main\.ts|room\/src\/mount\.tsx|core\/src\/(?:[\w-]+\/index|case\/commands|api\/(?:requests|release-desk)|errors)\.ts)$/
const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('scripts/')
const isDeclaration = (path: string) => path.endsWith('.d.ts')

/** What is unused among the given source files (paths from the root), as sentences. */
export function unusedIn(root: string, paths: readonly string[]): string[] {
  const texts = new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]))
  const reached = reachable(texts)
  const files = paths
    .filter(path => !reached.has(path) && !isDeclaration(path))
    .map(path => `${path} is not used by anything`)
  return [...files, ...unusedExports(texts)]
}

function reachable(texts: ReadonlyMap<string, string>): Set<string> {
  const waiting = [...texts.keys()].filter(path => entryPoints.test(path) || isTest(path))
  const reached = new Set<string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    // A worker, a child process or a page under test is named by its path, not imported.
    const named = (texts.get(path) ?? '').matchAll(/['"`]([\w./-]+\.tsx?)['"`]/g)
    for (const [, name = ''] of named) {
      const candidates = [normalize(join(dirname(path), name)), normalize(name)]
      waiting.push(...candidates.filter(target => texts.has(target)))
    }
  }
  return reached
}

/** Names are compared as words, so a name that two files export counts as used when either is. */
function unusedExports(texts: ReadonlyMap<string, string>): string[] {
  const users = new Map<string, Set<string>>()
  for (const [path, text] of texts) {
    // An index of core only passes names on.
    if (/^core\/src\/\w+\/index\.ts$/.test(path)) continue
    for (const [word] of text.matchAll(/[\w$]+/g)) {
      const files = users.get(word) ?? new Set()
      users.set(word, files.add(path))
    }
  }
  return [...texts].flatMap(([path, text]) => {
    if (isTest(path) || isDeclaration(path)) return []
    const names = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm)]
    return names.flatMap(([, name = '']) => {
      const isUsedElsewhere = [...(users.get(name) ?? [])].some(user => user !== path)
      // Once for its own declaration; a schema is named again by its type, a table by what looks things up in it.
      const isUsedHere =
        text.split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length > 2
      return isUsedElsewhere || isUsedHere ? [] : [`${path} exports ${name}, which nothing uses`]
    })
  })
}
