import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/** The file in which set-up kept modules, beside the program that it built into one file. */
declare const keptModulesFile: string | undefined

/** The first line of such a file: how long the bytes of each module and the code that V8 made of them are, which lie one after the other behind it, and a sum over all of these. */
interface Kept {
  readonly sum: number
  readonly modules: Readonly<Record<string, readonly [bytes: number, code: number]>>
}
type ModuleParts = ReadonlyMap<string, readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]>

const textOfKeeping = '(function (module) { return %SerializeWasmModule(module) })'
const textOfTaking = '(function (code, bytes) { return %DeserializeWasmModule(code, bytes) })'

let kept: ModuleParts | null = null

/**
 * A module that set-up kept, with code that V8's better compiler made then: in a minute of sound that compiler took a twelfth of the processor, and until it was done the code
 * of its quick one ran. Null where the program was not built into one file, nothing was kept under that name, or the file is not what set-up wrote: then the module is made anew. Code that another V8 made, or one under other flags, is
 * refused by V8, which then compiles the bytes.
 */
export function keptModule(name: string): WebAssemblyModule | null {
  if (typeof keptModulesFile === 'undefined') return null
  kept ??= modulesIn(new URL(keptModulesFile, import.meta.url))
  const found = kept.get(name)
  return found ? (takenModule(...found) ?? new WebAssembly.Module(found[0])) : null
}

/** A module of its bytes and the code that was kept of it; null where V8 refuses that code. */
export function takenModule(
  bytes: Uint8Array<ArrayBuffer>,
  code: Uint8Array<ArrayBuffer>,
): WebAssemblyModule | null {
  take ??= ofV8<Take>(textOfTaking)
  return take(new Uint8Array(code).buffer, bytes) ?? null
}

type Take = (code: ArrayBuffer, bytes: Uint8Array<ArrayBuffer>) => WebAssemblyModule | undefined
let take: Take | null = null

/** A section that says nothing. With it these bytes are others than those of a module that runs here already, for which V8 would give what its quick compiler made. */
const ownSection = [0, 5, 4, ...Buffer.from('kept')]

/** Modules by their names, as `readModules` reads them. Bytes and code lie in one file, so that neither is ever taken for another's. */
export function modulesFile(modules: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Buffer {
  const parts = Object.entries(modules).map(([name, plain]) => {
    const bytes = new Uint8Array([...plain, ...ownSection])
    return { name, bytes, code: codeOf(bytes) }
  })
  const all = Buffer.concat(parts.flatMap(({ bytes, code }) => [bytes, code]))
  const lengths = Object.fromEntries(
    parts.map(({ name, bytes, code }) => [name, [bytes.length, code.length]] as const),
  )
  const head: Kept = { sum: sumOf(all), modules: lengths }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), all])
}

/** None where the file is not whole: V8 would run whatever lies in place of its code. */
export function readModules(file: Buffer<ArrayBuffer>): ModuleParts {
  let at = file.indexOf('\n') + 1
  const { sum, modules }: Kept = JSON.parse(file.toString('latin1', 0, at))
  const lengths = Object.values(modules).flat()
  if (file.length !== lengths.reduce((end, count) => end + count, at)) return new Map()
  if (sumOf(file.subarray(at)) !== sum) return new Map()
  const part = (count: number) => {
    at += count
    return file.subarray(at - count, at)
  }
  return new Map(Object.entries(modules).map(([name, [bytes, code]]) => [name, [part(bytes), part(code)]]))
}

function modulesIn(file: URL): ModuleParts {
  try {
    return readModules(readFileSync(file))
  } catch {
    // Not there, or its first line is none.
    return new Map()
  }
}

/** Over one byte in sixteen: what a disk or a copy loses, it loses in blocks, and a sum over all would take longer than compiling saves. */
function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length
  for (let n = 0; n < bytes.length; n += 16) sum = (Math.imul(sum, 31) + (bytes[n] as number)) | 0
  return sum
}

/** What V8's better compiler makes of each function. V8 takes no code that was made under other flags than it runs under: these are put back before it is kept. */
function codeOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const flags = ['liftoff', 'wasm-lazy-compilation', 'wasm-dynamic-tiering']
  for (const flag of flags) setFlagsFromString(`--no-${flag}`)
  try {
    const module = new WebAssembly.Module(bytes)
    for (const flag of flags) setFlagsFromString(`--${flag}`)
    const code = ofV8<(module: WebAssemblyModule) => ArrayBuffer>(textOfKeeping)(module)
    return new Uint8Array(code)
  } finally {
    for (const flag of flags) setFlagsFromString(`--${flag}`)
  }
}

/** What V8 has for its own tests: nothing else in Node.js keeps code of modules. */
function ofV8<Made>(text: string): Made {
  setFlagsFromString('--allow-natives-syntax')
  try {
    return new Script(text).runInThisContext()
  } finally {
    setFlagsFromString('--no-allow-natives-syntax')
  }
}
