/**
 * Builds the room for the browser into room/dist: the script, parts of it that are fetched when they are wanted, one style
 * sheet, the fonts and the page. With `--if-changed` it does nothing when the sources are those of the last build.
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, type BuildResult, build, type Plugin } from 'esbuild'
import { filesOf, root } from './steps.ts'

/** Sizes in bytes as a browser receives them; `budget.ts` holds them to their limits. */
export interface Sizes {
  readonly v: 1
  /** What is fetched before anything is shown: room.js and the parts it stands on, gzip. */
  readonly script: number
  /** The same as it would be without the decoder (mediabunny), gzip. */
  readonly scriptWithoutDecoder: number
  /** Every part there is, gzip. */
  readonly allScripts: number
  /** Page, style and script (gzip) and fonts (already compressed): a first load without media. */
  readonly page: number
  /** The largest parts of the script by package or folder, minified and not compressed. */
  readonly parts: Readonly<Record<string, number>>
}

const entry = join(root, 'room/src/mount.tsx')
const dist = join(root, 'room/dist')

/** Latin covers English and Spanish; the weights are those that room.css names. */
const fonts = [
  ...['400', '500', '600'].map(
    weight => `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`,
  ),
  ...['400', '500'].map(
    weight => `@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-${weight}-normal.woff2`,
  ),
].map(path => join(root, 'node_modules', path))

const scriptOptions = {
  absWorkingDir: root,
  entryPoints: [entry],
  bundle: true,
  minify: true,
  format: 'esm',
  splitting: true,
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: true,
  write: false,
  outdir: dist,
  entryNames: 'room',
  chunkNames: 'parts/[name]-[hash]',
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions

/** Stands an empty module in for the decoder, to weigh the rest of the script. */
const withoutDecoder: Plugin = {
  name: 'without-decoder',
  setup(hooks) {
    hooks.onResolve({ filter: /^mediabunny/ }, ({ path }) => ({ path, namespace: 'without-decoder' }))
    hooks.onLoad({ filter: /.*/, namespace: 'without-decoder' }, () => ({ contents: 'module.exports = {}' }))
  },
}

if (!existsSync(entry)) {
  console.error('room: there is no room/src/mount.tsx yet; nothing to build')
} else if (!process.argv.includes('--if-changed') || !isBuiltFrom(sourcesHash())) {
  await buildRoom()
}

async function buildRoom(): Promise<void> {
  const builtFrom = sourcesHash()
  const [script, lean, style] = await Promise.all([
    build(scriptOptions),
    build({ ...scriptOptions, plugins: [withoutDecoder] }),
    build({
      absWorkingDir: root,
      entryPoints: [join(root, 'room/src/room.css')],
      bundle: true,
      minify: true,
      target: 'es2022',
      external: ['*.woff2'],
      write: false,
      outfile: join(dist, 'room.css'),
      logLevel: 'error',
    }),
  ])
  const page = readFileSync(join(root, 'room/src/index.html'))
  const css = outputOf(style)
  for (const folder of ['fonts', 'parts']) mkdirSync(join(dist, folder), { recursive: true })
  for (const font of fonts) copyFileSync(font, join(dist, 'fonts', basename(font)))
  const sizes: Sizes = {
    v: 1,
    script: firstBytes(script),
    scriptWithoutDecoder: firstBytes(lean),
    allScripts: script.outputFiles.reduce((sum, { contents }) => sum + gzipped(contents), 0),
    page: firstBytes(script) + gzipped(css) + gzipped(page) + bytesOf(fonts),
    parts: partsOf(script),
  }
  for (const { path, contents } of script.outputFiles) write(relative(dist, path), contents)
  write('room.css', css)
  write('index.html', page)
  write('sizes.json', `${JSON.stringify(sizes, null, 2)}\n`)
  const parts = new Set(script.outputFiles.map(({ path }) => basename(path)))
  for (const old of readdirSync(join(dist, 'parts'))) if (!parts.has(old)) rmSync(join(dist, 'parts', old))
  // Last: only a build that was finished counts.
  write('built-from.txt', builtFrom)
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  console.error(`room: built; script ${kilo(sizes.script)} gzip, page without media ${kilo(sizes.page)}`)
}

/** Written beside and renamed, so that a server reading at this moment sees the old file or the new one. */
function write(name: string, content: string | Uint8Array): void {
  const temporary = join(dist, `.${basename(name)}.${process.pid}`)
  writeFileSync(temporary, content)
  renameSync(temporary, join(dist, name))
}

function outputOf(result: BuildResult<{ write: false }>): Uint8Array {
  const file = result.outputFiles[0]
  if (!file) throw new Error('esbuild gave no output')
  return file.contents
}

/** Bytes of the entry and of everything it imports before it runs, each file gzipped by itself as it is served. */
function firstBytes({ metafile, outputFiles }: BuildResult<{ write: false; metafile: true }>): number {
  const first = new Set<string>()
  const add = (path: string) => {
    if (first.has(path)) return
    first.add(path)
    for (const each of metafile.outputs[path]?.imports ?? [])
      if (each.kind === 'import-statement') add(each.path)
  }
  const [start] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint) ?? []
  if (start === undefined) throw new Error('esbuild gave no entry')
  add(start)
  return outputFiles
    .filter(({ path }) => first.has(relative(root, path)))
    .reduce((sum, { contents }) => sum + gzipped(contents), 0)
}

function gzipped(content: Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}

function bytesOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + readFileSync(path).length, 0)
}

function partsOf(result: BuildResult<{ metafile: true }>): Record<string, number> {
  const totals = new Map<string, number>()
  for (const output of Object.values(result.metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name =
        /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 3).join('/')
      totals.set(name, (totals.get(name) ?? 0) + bytesInOutput)
    }
  }
  return Object.fromEntries([...totals].sort((a, b) => b[1] - a[1]).slice(0, 20))
}

function isBuiltFrom(hash: string): boolean {
  const stamp = join(dist, 'built-from.txt')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const sources = filesOf('room/src/**/*', 'core/src/**/*.ts', 'package-lock.json', 'scripts/build-room.ts')
  for (const path of sources) {
    if (path.includes('.test.') || !/\.\w+$/.test(path)) continue
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}
