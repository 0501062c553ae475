/** The few instructions of WebAssembly that the kernels need, as bytes (WebAssembly core 3.0, binary format). */
export type Code = readonly number[]

/** An unsigned number as LEB128. */
export function leb(value: number): Code {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low | 0x80 : low)
  } while (rest > 0)
  return bytes
}

/** A signed constant as LEB128. */
function signedLeb(value: number): Code {
  const bytes: number[] = []
  for (let rest = value; ; ) {
    const low = rest & 0x7f
    rest >>= 7
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(isLast ? low : low | 0x80)
    if (isLast) return bytes
  }
}

const simd = (op: number, ...rest: number[]): Code => [0xfd, ...leb(op), ...rest]

export const get = (local: number): Code => [0x20, ...leb(local)]
export const set = (local: number): Code => [0x21, ...leb(local)]
export const i32 = (value: number): Code => [0x41, ...signedLeb(value)]
export const add: Code = [0x6a]
export const subtract: Code = [0x6b]
export const multiply: Code = [0x6c]
/** Adds a constant to a local. */
export const advance = (local: number, by: number): Code => [...get(local), ...i32(by), ...add, ...set(local)]
/** `body` again and again while `local`, counted down by `step` after each round, is not zero; at least once. */
export const countdown = (local: number, body: Code, step = 1): Code => [
  ...[0x03, 0x40],
  ...body,
  ...get(local),
  ...i32(step),
  ...subtract,
  ...[0x22, ...leb(local)],
  ...[0x0d, 0x00, 0x0b],
]
/** Address on the stack; 4 floats, from any byte. */
export const load = (offset: number): Code => simd(0x00, 0x00, ...leb(offset))
/** Address on the stack; 8 bytes, and 8 of zeros above them. */
export const loadHalf = (offset: number): Code => simd(0x5d, 0x00, ...leb(offset))
/** Address on the stack; one float four times over. */
export const loadSplat = (offset: number): Code => simd(0x09, 0x00, ...leb(offset))
export const store = (offset: number): Code => simd(0x0b, 0x00, ...leb(offset))
const constant = (bytes: Uint8Array): Code => simd(0x0c, ...bytes)
/** Four times the same float. */
export const floats = (value: number): Code =>
  constant(new Uint8Array(Float32Array.of(value, value, value, value).buffer))
/** Four times the same 32-bit number. */
export const integers = (value: number): Code =>
  constant(new Uint8Array(Int32Array.of(value, value, value, value).buffer))
export const zeros: Code = integers(0)
/** Four of the lanes of two locals: 0 to 3 are those of `a`, 4 to 7 those of `b`. */
export const mixed = (a: number, b: number, lanes: readonly [number, number, number, number]): Code => [
  ...[...get(a), ...get(b)],
  ...simd(0x0d, ...lanes.flatMap(lane => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3])),
]
/** A local's four lanes in another order. */
export const reordered = (local: number, lanes: readonly [number, number, number, number]): Code =>
  mixed(local, local, lanes)
export const plus: Code = simd(0xe4)
export const minus: Code = simd(0xe5)
export const times: Code = simd(0xe6)
export const over: Code = simd(0xe7)
export const smaller: Code = simd(0xe8)
export const larger: Code = simd(0xe9)
export const nearest: Code = simd(0x6a)
export const root: Code = simd(0xe3)
/** a · b + c in one rounding where the processor has it (all x64 and arm64 in use), else in two. */
export const multiplyAdd: Code = simd(0x105)
export const toIntegers: Code = simd(0xf8)
export const toFloats: Code = simd(0xfa)
export const shiftLeft: Code = simd(0xab)
/** Eight products of 16-bit numbers, added in pairs to four 32-bit sums. */
export const dot16: Code = simd(0xba)
export const addLanes32: Code = simd(0xae)
/** Two of four 32-bit numbers without a sign as 64-bit ones. */
export const lowUnsigned64: Code = simd(0xc9)
export const highUnsigned64: Code = simd(0xca)
export const addLanes64: Code = simd(0xce)
export const lane32 = (lane: number): Code => simd(0x1b, lane)
export const lane64 = (lane: number): Code => simd(0x1d, lane)
export const add64: Code = [0x7c]
/** Address and vector on the stack; one of its lanes is written. */
export const storeLane32 = (lane: number): Code => simd(0x5a, 0x00, 0x00, lane)
export const store32 = (offset: number): Code => [0x36, 0x02, ...leb(offset)]
/** A 64-bit whole number, written as a double. */
export const storeDouble = (offset: number): Code => [0xba, 0x39, 0x03, ...leb(offset)]

/** A function: parameters are 32-bit numbers, locals 32-bit numbers and then vectors. */
export interface Func {
  readonly name: string
  readonly parameters: number
  readonly counters: number
  readonly vectors: number
  readonly body: Code
}

const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
const list = (entries: readonly Code[]): Code => [...leb(entries.length), ...entries.flat()]
const text = (word: string): Code => [...leb(word.length), ...[...word].map(char => char.charCodeAt(0))]

/** A module of functions that work on the imported memory `env.memory`. */
function moduleOf(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const [i32Type, vectorType, functionType] = [0x7f, 0x7b, 0x60]
  const types = functions.map(
    ({ parameters }): Code => [
      functionType,
      ...leb(parameters),
      ...new Array<number>(parameters).fill(i32Type),
      0,
    ],
  )
  const code = functions.map(({ counters, vectors, body }): Code => {
    const locals = list([
      [...leb(counters), i32Type],
      [...leb(vectors), vectorType],
    ])
    const whole = [...locals, ...body, 0x0b]
    return [...leb(whole.length), ...whole]
  })
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, list(functions.map((_, at) => leb(at)))),
    ...section(7, list(functions.map(({ name }, at) => [...text(name), 0x00, ...leb(at)]))),
    ...section(10, list(code)),
  ])
}

/** What WebAssembly makes of some functions, with a memory of their own. */
export async function loadModule(
  functions: readonly Func[],
  bytesOfMemory: number,
): Promise<{ readonly memory: WebAssemblyMemory; readonly exports: Readonly<Record<string, unknown>> }> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytesOfMemory / 65536) })
  const { instance } = await WebAssembly.instantiate(moduleOf(functions), { env: { memory } })
  return { memory, exports: instance.exports }
}
