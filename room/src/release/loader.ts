// The first script of a release's page. It must not import anything: it is built on its own, as a classic script.
import type { ReleaseLoader } from './release-files.ts'

interface Waiting {
  readonly promise: Promise<unknown>
  readonly resolve: (value: unknown) => void
}

const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''
const files = new Map<string, Waiting>()
const packed = new Map<string, Waiting>()
const unpacked = new Map<string, Promise<void>>()
const bodies = new Map<string, Parameters<ReleaseLoader['run']>[1]>()
const made = new Map<string, object>()

/** Puts a script into the page; rejects where it does not come. */
function fetchScript(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = new URL(path, here).href
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(`${path} did not come`)))
    document.head.append(script)
  })
}

function wait(on: Map<string, Waiting>, name: string): Waiting {
  const known = on.get(name)
  if (known) return known
  let resolve: Waiting['resolve'] = () => undefined
  const promise = new Promise<unknown>(done => {
    resolve = done
  })
  const waiting = { promise, resolve }
  on.set(name, waiting)
  return waiting
}

/** What a script brings under a name, once: after a failure it is asked for anew. */
async function brought(on: Map<string, Waiting>, name: string, path: string): Promise<unknown> {
  const isAsked = on.has(name)
  const { promise } = wait(on, name)
  if (!isAsked)
    await fetchScript(path).catch((error: unknown) => {
      on.delete(name)
      throw error
    })
  return await promise
}

async function unpack(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), each => each.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return await new Response(stream).text()
}

/** Brings a part and all that it needs, without running it. */
function ready(name: string): Promise<void> {
  const known = unpacked.get(name)
  if (known !== undefined) return known
  const work = (async () => {
    const { needs, text } = (await brought(packed, name, `${name}.js`)) as {
      readonly needs: readonly string[]
      readonly text: string
    }
    const others = Promise.all(needs.map(ready))
    const script = document.createElement('script')
    script.textContent = await unpack(text)
    document.head.append(script)
    await others
    if (!bodies.has(name)) throw new Error(`${name} was not let run`)
  })()
  work.catch(() => unpacked.delete(name))
  unpacked.set(name, work)
  return work
}

function exportsOf(name: string): object {
  const known = made.get(name)
  if (known) return known
  const exported = {}
  made.set(name, exported)
  bodies.get(name)?.(exportsOf, exported, (part: string) => loader.part(part))
  return exported
}

const loader: ReleaseLoader = {
  file: name => brought(files, name, `${name}.js`),
  take: (name, value) => wait(files, name).resolve(value),
  part: async name => {
    await ready(name)
    return exportsOf(name)
  },
  pack: (name, needs, text) => wait(packed, name).resolve({ needs, text }),
  run: (name, body) => {
    bodies.set(name, body)
  },
}

window.sightline = loader
loader.part('parts/start').catch((error: unknown) => {
  const page = document.getElementById('room')
  if (page) page.textContent = error instanceof Error ? error.message : String(error)
})
