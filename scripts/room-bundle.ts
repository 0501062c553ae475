/** How the room's script is bundled: in parts that come when they are wanted, or as one file for a page opened from a disk. */
import { readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { root } from './steps.ts'

/** A file to be served beside the page: `room.js`, `parts/…` or `room.css`. */
export interface BundledFile {
  readonly path: string
  readonly content: Uint8Array
}

export interface Bundle {
  readonly files: readonly BundledFile[]
  readonly metafile: Metafile
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: true,
  write: false,
  outdir: '.',
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions

/**
 * `room.js` as a module with the one chunk that it starts from, and a chunk for everything that the sources take in by
 * `import()`. Built twice: esbuild would make a chunk for every set of parts that share some code, thirty of them and 6 %
 * more to fetch; once it is known what the start holds, all of that is kept together.
 */
export async function bundleInParts(entry: string): Promise<Bundle> {
  const parts = { format: 'esm', splitting: true, chunkNames: 'parts/[name]-[hash]' } as const
  const options = { ...shared, ...parts, entryPoints: { room: entry } }
  const { metafile } = await build(options)
  return bundled({ ...options, plugins: [startKeptTogether(metafile, entry)] })
}

/** Has every later part import all that the start holds: what everyone needs goes into one chunk. */
function startKeptTogether({ outputs, ...metafile }: Metafile, entry: string): Plugin {
  const start = [...startOf({ ...metafile, outputs }, ['room.js'])]
    .flatMap(path => Object.keys(outputs[path]?.inputs ?? {}))
    .filter(source => source !== entry && !source.startsWith('node_modules/'))
  const later = new Set(
    Object.values(outputs).flatMap(({ entryPoint }) =>
      entryPoint && entryPoint !== entry ? [join(root, entryPoint)] : [],
    ),
  )
  const contents = start.map(source => `import ${JSON.stringify(join(root, source))}\n`).join('')
  return {
    name: 'start kept together',
    setup(hooks) {
      hooks.onResolve({ filter: /^the-start$/ }, ({ path }) => ({ path, namespace: 'start' }))
      hooks.onLoad({ filter: /.*/, namespace: 'start' }, () => ({ contents, resolveDir: root }))
      hooks.onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
        later.has(path)
          ? {
              contents: `${readFileSync(path, 'utf8')}\nimport 'the-start'\n`,
              loader: extname(path) === '.tsx' ? 'tsx' : 'ts',
              resolveDir: dirname(path),
            }
          : null,
      )
    },
  }
}

/** `room.js` alone, as a classic script: a page opened from a disk may load neither modules nor further parts. */
export function bundleInOneFile(entry: string): Promise<Bundle> {
  return bundled({ ...shared, format: 'iife', entryPoints: { room: entry } })
}

export function bundleStyle(entry: string): Promise<Bundle> {
  return bundled({ ...shared, entryPoints: { room: entry }, external: ['*.woff2'] })
}

/** The page for a bundle in parts: what the script needs before it can start is named, so that it is fetched at once. */
export function pageInParts(page: string, { metafile }: Bundle): string {
  const ahead = [...startOf(metafile, ['room.js'])].filter(path => path !== 'room.js')
  const links = ahead.map(path => `    <link rel="modulepreload" href="${path}" />\n`).join('')
  return page.replace(/^ *<script /m, match => `${links}${match}`)
}

/** The page for a bundle in one file. */
export function pageForOneFile(page: string): string {
  return page.replace('<script type="module"', '<script defer')
}

/** The outputs that are fetched when these are: themselves and what they import, and so on, without what comes later. */
export function startOf({ outputs }: Metafile, paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const { path: imported, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') add(imported)
  }
  for (const path of paths) add(path)
  return found
}

/** The output that a source taken in by `import()` became. Throws where no part begins with it. */
export function chunkOf({ outputs }: Metafile, source: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source)
  if (!found) throw new Error(`expected ${source} to be taken in by import(), found no part of its own`)
  return found[0]
}

export function gzippedBytes(content: Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}

async function bundled(options: BuildOptions & { metafile: true; write: false }): Promise<Bundle> {
  const { outputFiles, metafile } = await build(options)
  const paths = Object.keys(metafile.outputs)
  const files = outputFiles.map(({ path, contents }) => {
    const known = paths.find(each => path.endsWith(`/${each}`))
    if (known === undefined) throw new Error(`esbuild wrote ${path}, which it does not list`)
    return { path: known, content: contents }
  })
  return { files, metafile }
}
