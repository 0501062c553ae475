/**
 * The room as a release carries it: classic scripts, because a page opened from a disk may load no modules. The parts are
 * those of the room's own build; each is packed into a script that hands it to the loader (`room/src/release/loader.ts`).
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { type BundledFile, bundleInParts } from './room-bundle.ts'
import { root } from './steps.ts'

export interface ReleaseBundle {
  readonly files: readonly BundledFile[]
  /** SHA-256 of the text of each part, in base64: what the page's policy lets run. */
  readonly hashes: readonly string[]
  /** What is fetched before the first picture, without media: paths of the files. */
  readonly first: readonly string[]
}

const decoder = 'room/src/engine/playback.ts'

export async function bundleForRelease(): Promise<ReleaseBundle> {
  const { files, metafile } = await bundleInParts('room/src/mount-release.tsx')
  const scripts = files.filter(({ path }) => path.endsWith('.js'))
  const parts = await Promise.all(
    scripts.map(async ({ path, content }) => {
      const name = partName(path)
      const { code } = await transform(Buffer.from(content).toString('utf8'), {
        format: 'cjs',
        target: 'es2022',
        minify: true,
        logLevel: 'error',
      })
      const body = code
        .trim()
        .replace(/\bimport\("(\.[^"]+)"\)/g, (_, to: string) => `load(${JSON.stringify(resolved(path, to))})`)
        .replace(
          /\brequire\("(\.[^"]+)"\)/g,
          (_, to: string) => `require(${JSON.stringify(resolved(path, to))})`,
        )
      const text = `sightline.run(${JSON.stringify(name)},(require,exports,load)=>{const module={exports};${body}\nif(module.exports!==exports)for(const k of Object.getOwnPropertyNames(module.exports))Object.defineProperty(exports,k,Object.getOwnPropertyDescriptor(module.exports,k))});`
      const needs = (metafile.outputs[path]?.imports ?? [])
        .filter(({ kind }) => kind === 'import-statement')
        .map(each => partName(each.path))
      const packed = gzipSync(text, { level: 9 }).toString('base64')
      return {
        name,
        needs,
        hash: createHash('sha256').update(text).digest('base64'),
        content: `sightline.pack(${JSON.stringify(name)},${JSON.stringify(needs)},${JSON.stringify(packed)})\n`,
      }
    }),
  )
  const wanted = ['parts/start', partOf(decoder)]
  const first = new Set<string>()
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (first.has(name)) continue
    first.add(name)
    wanted.push(...(parts.find(each => each.name === name)?.needs ?? []))
  }
  return {
    files: [
      { path: 'app.js', content: await classicScript('room/src/release/loader.ts') },
      { path: 'embed.js', content: await classicScript('room/src/release/embed.ts') },
      ...parts.map(({ name, content }) => ({ path: `${name}.js`, content: Buffer.from(content) })),
    ],
    hashes: parts.map(({ hash }) => hash).sort(),
    first: ['app.js', ...[...first].map(name => `${name}.js`)].sort(),
  }

  function partOf(source: string): string {
    const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)
    if (!found) throw new Error(`expected ${source} to be a part of its own`)
    return partName(found[0])
  }
}

/** A script of its own, that needs no other. */
async function classicScript(source: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    logLevel: 'error',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** `room.js` → `parts/start`, `parts/help-X.js` → `parts/help-X`. */
function partName(path: string): string {
  return path === 'room.js' ? 'parts/start' : path.replace(/\.js$/, '')
}

function resolved(from: string, to: string): string {
  const base = new URL(from, 'file:///')
  return partName(new URL(to, base).pathname.slice(1))
}
