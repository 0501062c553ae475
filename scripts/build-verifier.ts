/**
 * Builds the verifier of releases into one file, dist/sightline-verify.mjs, that runs on Node.js 20 or later with nothing beside
 * it. With `--quick` it builds dist/quick instead: what `sightline verify`, `listen`, `diff` and `sync` run where it is there.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { type BuildResult, buildSync } from 'esbuild'
import { listeningTo } from '../app/src/listening/listen-to.ts'
import { laidWeights, SpeechNetwork } from '../app/src/listening/speech-network.ts'
import { type BuiltHead, builtScript, isCurrent } from '../app/src/quick-built.ts'
import { fftModule, loadFft } from '../app/src/sound/fft.ts'
import { modulesFile } from '../app/src/webassembly/kept-modules.ts'
import { modulesMade } from '../app/src/webassembly/words.ts'
import { assert } from '../core/src/errors.ts'
import { mediaMicros } from '../core/src/time/index.ts'
import { root } from './steps.ts'

const quickFolder = join(root, 'dist/quick')
const pffft = 'node_modules/@echogarden/pffft-wasm/dist/simd/pffft.wasm'

/** Writes the program and gives its path. It is not minified: whoever relies on it should be able to read it. */
export function buildVerifier(path: string = join(root, 'dist/sightline-verify.mjs')): string {
  write(path, bundled('app/src/verify/standalone.ts', 'node20').contents)
  return path
}

/** Builds what `sightline verify` runs for a release: the script of its threads, and the check. */
export function buildQuickVerifier(): void {
  const worker = bundled('app/src/verify/hash-worker.ts', 'node24')
  write(join(quickFolder, 'hash-worker.mjs'), worker.contents)
  buildQuick('verify', 'app/src/cli/verify-quickly.ts', { others: worker.sources })
}

/** Builds what `sightline diff` runs: the verb, and the thread that compares, under the name that the verb asks for. */
export function buildQuickDiff(): void {
  buildThread('compare-worker', 'app/src/edits/compare-worker.ts')
  buildQuick('diff', 'app/src/cli/diff-quickly.ts')
}

/** The thread that places recordings by their sound, for `sightline sync` and for several files that are listened to; and what asks it for these. */
function buildPlacing(): void {
  buildThread('place-worker', 'app/src/derive/place-worker.ts')
  buildQuick('listen-places', 'app/src/cli/listen-places.ts')
}

/**
 * Builds what `sightline listen` runs. The weights of the speech network are read from beside it, as they are laid down for its loops; those loops, in WebAssembly, are
 * put together and compiled here, and not by every run.
 */
export async function buildQuickListener(): Promise<void> {
  copyBeside('app/src/listening/silero-5.weights')
  const laid = await laidWeights()
  write(join(quickFolder, 'silero-5.laid'), laid.bytes)
  const fft = await loadFft()
  const tools = { fft, network: await SpeechNetwork.load(fft), onSeconds: () => undefined }
  for (const rate of usualRates) await listeningTo({ start: mediaMicros(0) }, rate, tools)
  const fftBytes = new Uint8Array(readFileSync(join(root, pffft)))
  write(join(quickFolder, 'listen.modules'), modulesFile({ [fftModule]: fftBytes, ...modulesMade() }))
  buildQuick('listen', 'app/src/cli/listen-quickly.ts', {
    define: { laidWeightsSum: `${laid.sum}`, keptModulesFile: JSON.stringify('./listen.modules') },
  })
}

/** Rates that recorders work at. Loops for others are put together by the run that needs them. */
const usualRates = [8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000] as const

/** A thread is started from a script of its own. */
function buildThread(name: string, entry: string): void {
  buildQuick(name, entry)
  const start = `import { loadBuilt } from '../../app/src/quick-built.ts'\nloadBuilt('${name}')\n`
  write(join(quickFolder, `${name}.mjs`), start)
}

/**
 * Builds one file that `app/src/quick-built.ts` runs: what it was built from, its text, and the code that V8 makes of all of it. Node.js keeps such code too, but
 * as it is when nothing has been called yet: what is called later was made anew by every run, a sixth of what hearing 20 seconds takes.
 */
function buildQuick(name: string, entry: string, { others = [], define = {} }: Quick = {}): void {
  copyBeside(pffft)
  const { contents, sources } = bundled(entry, 'node24', { format: 'cjs', define })
  const text = Buffer.from(contents)
  const head: BuiltHead = { sources: [...new Set([...sources, ...others])].sort(), textBytes: text.length }
  const code = codeOf(text.toString('latin1'))
  write(
    join(quickFolder, `${name}.built`),
    Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), text, code]),
  )
  // Else the whole program would run in its place, and nobody be told.
  assert(isCurrent(name), `what was built as ${name} is newer than all that it was built from`)
}

interface Quick {
  /** Sources of what lies beside the program. */
  readonly others?: readonly string[]
  readonly define?: Readonly<Record<string, string>>
}

/** The code of every function of a program, those too that are called in rare cases only: it is read sooner than its text is understood. */
function codeOf(text: string): Buffer {
  setFlagsFromString('--no-lazy')
  try {
    const script = builtScript(text, 'built')
    // V8 takes no code that was made under other flags than it runs under.
    setFlagsFromString('--lazy')
    return script.createCachedData()
  } finally {
    setFlagsFromString('--lazy')
  }
}

/** What a program reads from beside its script. */
function copyBeside(path: string): void {
  write(join(quickFolder, basename(path)), readFileSync(join(root, path)))
}

interface Bundle {
  /** A script asks for what it needs by `require`, and is told by `moduleUrl` where it lies. */
  readonly format: 'esm' | 'cjs'
  /** Names that the program is given values for. */
  readonly define?: Readonly<Record<string, string>>
}

/**
 * A script is built without its comments and spaces: it is read sooner. It holds no letter beyond ASCII, so that it is held in one byte a letter.
 */
function bundled(entry: string, target: string, { format, define = {} }: Bundle = { format: 'esm' }) {
  const isScript = format === 'cjs'
  const { outputFiles, metafile }: BuildResult<{ write: false; metafile: true }> = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format,
    target,
    write: false,
    metafile: true,
    charset: 'ascii',
    minifyWhitespace: isScript,
    // What is imported only when it is needed is asked for by `require` too: the loader of modules would be started for it alone.
    ...(isScript
      ? { define: { 'import.meta.url': 'moduleUrl', ...define }, supported: { 'dynamic-import': false } }
      : {}),
    legalComments: 'inline',
    logLevel: 'error',
  })
  // Values of names that are no plain words count as inputs, and are no files.
  const sources = Object.keys(metafile.inputs).filter(path => !path.startsWith('<define:'))
  return { contents: outputFiles[0]?.contents ?? new Uint8Array(), sources }
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
    if (!isCurrent('verify')) buildQuickVerifier()
    if (!isCurrent('place-worker') || !isCurrent('listen-places')) buildPlacing()
    if (!isCurrent('listen')) await buildQuickListener()
    if (!isCurrent('sync')) buildQuick('sync', 'app/src/cli/sync-quickly.ts')
    if (!isCurrent('diff') || !isCurrent('compare-worker')) buildQuickDiff()
  }
}
