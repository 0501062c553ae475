/**
 * Builds the verifier of releases into one file, dist/sightline-verify.mjs, that runs on Node.js 20 or later with nothing beside
 * it. With `--quick` it builds dist/quick instead: what `sightline verify` runs where it is there.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildResult, buildSync } from 'esbuild'
import { root } from './steps.ts'

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
  const folder = join(root, 'dist/quick')
  const worker = bundled('app/src/verify/hash-worker.ts', 'node24')
  const check = bundled('app/src/cli/verify-quickly.ts', 'node24')
  const sources = [...new Set([...worker.sources, ...check.sources])].sort()
  write(join(folder, 'hash-worker.mjs'), worker.contents)
  write(join(folder, 'verify.mjs'), check.contents)
  write(join(folder, 'sources.json'), `${JSON.stringify(sources, null, 2)}\n`)
}

function bundled(entry: string, target: string) {
  const { outputFiles, metafile }: BuildResult<{ write: false; metafile: true }> = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target,
    write: false,
    metafile: true,
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

/** Whether nothing that dist/quick was built from is newer than it: the same question as at each start. */
function isQuickCurrent(): boolean {
  const folder = join(root, 'dist/quick')
  try {
    const made = statSync(join(folder, 'verify.mjs')).mtimeMs
    const sources: readonly string[] = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
    return sources.every(path => statSync(join(root, path)).mtimeMs < made)
  } catch {
    return false
  }
}

if (import.meta.main) {
  if (!process.argv.includes('--quick')) console.error(`verifier: ${buildVerifier()}`)
  else if (!isQuickCurrent()) buildQuickVerifier()
}
