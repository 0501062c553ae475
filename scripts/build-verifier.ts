/**
 * Builds the verifier of releases into one file, dist/sightline-verify.mjs, that runs on Node.js 20 or later with nothing beside
 * it. With `--quick` it builds dist/quick instead: what `sightline verify`, `listen` and `diff` run where it is there.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildResult, buildSync } from 'esbuild'
import { isCurrent } from '../app/src/quick-built.ts'
import { root } from './steps.ts'

const quickFolder = join(root, 'dist/quick')

/** Writes the program and gives its path. It is not minified: whoever relies on it should be able to read it. */
export function buildVerifier(path: string = join(root, 'dist/sightline-verify.mjs')): string {
  write(path, bundled('app/src/verify/standalone.ts', 'node20').contents)
  return path
}

/**
 * Builds what `sightline verify` runs for a release: the check, the script of its threads, and last the list of sources,
 * which `app/src/quick-verify.mjs` holds against the age of the check.
 */
export function buildQuickVerifier(): void {
  const worker = bundled('app/src/verify/hash-worker.ts', 'node24')
  const check = bundled('app/src/cli/verify-quickly.ts', 'node24')
  const sources = [...new Set([...worker.sources, ...check.sources])].sort()
  write(join(quickFolder, 'hash-worker.mjs'), worker.contents)
  write(join(quickFolder, 'verify.mjs'), check.contents)
  write(join(quickFolder, 'sources.json'), `${JSON.stringify(sources, null, 2)}\n`)
}

/** Its WebAssembly lies beside its script, in its own package. */
const fft = '@echogarden/pffft-wasm/simd'

/** Builds what `sightline diff` runs, as above: the verb, and the thread that compares, under the name that the verb asks for. */
export function buildQuickDiff(): void {
  const worker = bundled('app/src/edits/compare-worker.ts', 'node24', [fft])
  const diff = bundled('app/src/cli/diff-quickly.ts', 'node24', [fft])
  const sources = [...new Set([...worker.sources, ...diff.sources])].sort()
  write(join(quickFolder, 'compare-worker.mjs'), worker.contents)
  write(join(quickFolder, 'diff.mjs'), diff.contents)
  write(join(quickFolder, 'diff-sources.json'), `${JSON.stringify(sources, null, 2)}\n`)
}

/** Builds what `sightline listen` runs for one recording, as above. The weights of the speech network are read from beside it. */
export function buildQuickListener(): void {
  const { contents, sources } = bundled('app/src/cli/listen-quickly.ts', 'node24', [fft], true)
  const weights = readFileSync(join(root, 'app/src/listening/silero-5.weights'))
  write(join(quickFolder, 'silero-5.weights'), weights)
  write(join(quickFolder, 'listen.mjs'), contents)
  write(join(quickFolder, 'listen-sources.json'), `${JSON.stringify(sources, null, 2)}\n`)
}

/** Without its comments and spaces a program is read sooner: with any letter beyond Latin 1 in them, all of it is held in two bytes a letter. */
function bundled(entry: string, target: string, external: string[] = [], minifyWhitespace = false) {
  const { outputFiles, metafile }: BuildResult<{ write: false; metafile: true }> = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target,
    external,
    write: false,
    metafile: true,
    minifyWhitespace,
    legalComments: 'inline',
    logLevel: 'error',
  })
  return { contents: outputFiles[0]?.contents ?? new Uint8Array(), sources: Object.keys(metafile.inputs) }
}

/** Written beside and renamed: a check may be running from the file that was there. */
function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, content)
  renameSync(beside, path)
}

if (import.meta.main) {
  if (!process.argv.includes('--quick')) console.error(`verifier: ${buildVerifier()}`)
  else {
    if (!isCurrent('verify.mjs', 'sources.json')) buildQuickVerifier()
    if (!isCurrent('listen.mjs', 'listen-sources.json')) buildQuickListener()
    if (!isCurrent('diff.mjs', 'diff-sources.json')) buildQuickDiff()
  }
}
