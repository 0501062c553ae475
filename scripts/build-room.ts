/**
 * Builds the room for the browser into room/dist: the script in parts, one style sheet, the fonts and the page. With
 * `--if-changed` it does nothing when the sources are those of the last build. With `--one-file` it also builds
 * room/dist/one-file, whose one classic script runs from a disk as well as from a server.
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
import { basename, dirname, join } from 'node:path'
import { bundleForRelease } from './release-bundle.ts'
import {
  type Bundle,
  type BundledFile,
  bundleInOneFile,
  bundleInParts,
  bundleStyle,
  chunkOf,
  gzippedBytes,
  pageForOneFile,
  pageInParts,
  startOf,
} from './room-bundle.ts'
import { filesOf, root } from './steps.ts'

/** Sizes in bytes as a browser receives them; `budget.ts` holds them to their limits. */
export interface Sizes {
  readonly v: 2
  /** What is fetched until the first pictures and the panel beside them are shown, gzip. */
  readonly script: number
  /** The same without the decoder: mediabunny, and what of the engine comes with it. */
  readonly scriptWithoutDecoder: number
  /** Everything that could ever be fetched, gzip. */
  readonly allScripts: number
  /** Page, style and script (gzip) and fonts (already compressed): a first load without media. */
  readonly page: number
  /** Every part that is fetched, gzip. */
  readonly chunks: Readonly<Record<string, number>>
  /** The largest contributors to the first load by package or folder, minified and not compressed. */
  readonly parts: Readonly<Record<string, number>>
}

const entry = 'room/src/mount.tsx'
const decoder = 'room/src/engine/playback.ts'
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

if (!process.argv.includes('--if-changed') || !isBuiltFrom(sourcesHash())) await buildRoom()

async function buildRoom(): Promise<void> {
  const builtFrom = sourcesHash()
  const [script, style] = await Promise.all([bundleInParts(entry), bundleStyle('room/src/room.css')])
  const page = readFileSync(join(root, 'room/src/index.html'), 'utf8')
  const html = { path: 'index.html', content: Buffer.from(pageInParts(page, script)) }
  const sizes = sizesOf(script, [...style.files, html])
  writeFiles(dist, [...script.files, ...style.files])
  // After the parts that it names.
  writeFiles(dist, [
    html,
    { path: 'sizes.json', content: Buffer.from(`${JSON.stringify(sizes, null, 2)}\n`) },
  ])
  removeOtherChunks(script)
  if (process.argv.includes('--one-file')) {
    const one = await bundleInOneFile(entry)
    const content = Buffer.from(pageForOneFile(page))
    writeFiles(join(dist, 'one-file'), [...one.files, ...style.files, { path: 'index.html', content }])
  }
  await buildRelease(style)
  // Last: only a build that was finished counts.
  write(join(dist, 'built-from.txt'), builtFrom)
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  console.error(
    `room: built; script ${kilo(sizes.scriptWithoutDecoder)} gzip at first, ${kilo(sizes.script)} with the decoder, page without media ${kilo(sizes.page)}`,
  )
}

/** room/dist/release: what every release carries of the room, and in `list.json` what its page has to say of it. */
async function buildRelease(style: Bundle): Promise<void> {
  const { files, hashes, first } = await bundleForRelease()
  const folder = join(dist, 'release')
  rmSync(folder, { recursive: true, force: true })
  const embed = await bundleStyle('room/src/style/embed.css')
  const css = [
    ...style.files.map(({ content }) => ({ path: 'app.css', content })),
    ...embed.files.map(({ content }) => ({ path: 'embed.css', content })),
  ]
  const carried = [...files, ...css].map(({ path }) => path)
  const list = {
    v: 1,
    files: [...carried, ...fonts.map(font => `fonts/${basename(font)}`)].sort(),
    hashes,
    first,
  }
  writeFiles(folder, [
    ...files,
    ...css,
    { path: 'list.json', content: Buffer.from(`${JSON.stringify(list, null, 2)}\n`) },
  ])
}

function sizesOf({ files, metafile }: Bundle, others: readonly BundledFile[]): Sizes {
  const chunks = Object.fromEntries(files.map(({ path, content }) => [path, gzippedBytes(content)]))
  const sum = (paths: Iterable<string>) => [...paths].reduce((bytes, path) => bytes + (chunks[path] ?? 0), 0)
  const withoutDecoder = startOf(metafile, ['room.js'])
  const script = sum(startOf(metafile, ['room.js', chunkOf(metafile, decoder)]))
  const rest = others.reduce((bytes, { content }) => bytes + gzippedBytes(content), 0)
  const totals = new Map<string, number>()
  for (const path of withoutDecoder)
    for (const [source, { bytesInOutput }] of Object.entries(metafile.outputs[path]?.inputs ?? {})) {
      const name =
        /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? source.split('/').slice(0, 3).join('/')
      totals.set(name, (totals.get(name) ?? 0) + bytesInOutput)
    }
  return {
    v: 2,
    script,
    scriptWithoutDecoder: sum(withoutDecoder),
    allScripts: sum(Object.keys(chunks)),
    page: script + rest + fonts.reduce((bytes, path) => bytes + readFileSync(path).length, 0),
    chunks,
    parts: Object.fromEntries([...totals].sort((a, b) => b[1] - a[1]).slice(0, 20)),
  }
}

/** The page's files and its fonts into a folder. */
function writeFiles(folder: string, files: readonly BundledFile[]): void {
  for (const name of ['parts', 'fonts']) mkdirSync(join(folder, name), { recursive: true })
  for (const font of fonts) copyFileSync(font, join(folder, 'fonts', basename(font)))
  for (const { path, content } of files) write(join(folder, path), content)
}

/** Written beside and renamed, so that a server reading at this moment sees the old file or the new one. */
function write(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`)
  writeFileSync(temporary, content)
  renameSync(temporary, path)
}

function removeOtherChunks({ files }: Bundle): void {
  const made = new Set(files.map(({ path }) => path))
  for (const name of readdirSync(join(dist, 'parts')))
    if (!made.has(`parts/${name}`)) rmSync(join(dist, 'parts', name))
}

function isBuiltFrom(hash: string): boolean {
  const stamp = join(dist, 'built-from.txt')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const scripts = ['scripts/build-room.ts', 'scripts/release-bundle.ts', 'scripts/room-bundle.ts']
  const sources = filesOf('room/src/**/*', 'core/src/**/*.ts', 'package-lock.json', ...scripts)
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
