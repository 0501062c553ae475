import { keptModule } from './kept-modules.ts'

/** The few instructions of WebAssembly that the kernels need, as bytes (WebAssembly core 3.0, binary format). What is made of others holds them as they are: copied at each step, putting modules together took twice as long. */
export type Code = readonly (number | Code)[]

/** An unsigned number as LEB128. */
export function leb(value: number): readonly number[] {
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
function signedLeb(value: number): readonly number[] {
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
export const advance = (local: number, by: number): Code => [get(local), i32(by), add, set(local)]
/** `body` again and again while `local`, counted down by `step` after each round, is not zero; at least once. */
export const countdown = (local: number, body: Code, step = 1): Code => [
  ...[0x03, 0x40],
  ...[body, get(local), i32(step), subtract],
  ...[0x22, leb(local)],
  ...[0x0d, 0x00, 0x0b],
]
/** `body` again and again for as long as it leaves a number that is not zero; at least once. */
export const again = (body: Code): Code => [0x03, 0x40, body, 0x0d, 0x00, 0x0b]
/** `body` where the number on the stack is not zero. */
export const when = (body: Code): Code => [0x04, 0x40, body, 0x0b]
/** Ends the function. */
export const leave: Code = [0x0f]
/** Keeps what is on the stack in a local too. */
export const tee = (local: number): Code => [0x22, ...leb(local)]
export const divide: Code = [0x6d]
export const and: Code = [0x71]
export const shiftRight: Code = [0x75]
export const isZero: Code = [0x45]
export const isSame: Code = [0x46]
export const isLess: Code = [0x48]
export const isAtMost: Code = [0x4c]
/** Address on the stack; 16 bits with a sign as a 32-bit number. */
export const loadSigned16 = (offset: number): Code => [0x2e, 0x01, ...leb(offset)]
export const load32 = (offset: number): Code => [0x28, 0x02, ...leb(offset)]
/** Address on the stack; a 64-bit number. */
export const load64 = (offset: number): Code => [0x29, 0x03, ...leb(offset)]
/** Bits that differ in two 64-bit numbers, and how many are set in one, as a 32-bit number. */
export const differing64: Code = [0x85]
export const bitsIn64: Code = [0x7b, 0xa7]
/** Does something with what was worked out before: `on(add, get(0), get(1))`. */
export const on = (what: Code, ...of: readonly Code[]): Code => [of, what]
/** Sets a local to what was worked out. */
export const put = (local: number, to: Code): Code => [to, set(local)]
/** Address on the stack; 4 floats, from any byte. */
export const load = (offset: number): Code => simd(0x00, 0x00, ...leb(offset))
/** Address on the stack; 8 bytes, and 8 of zeros above them. */
export const loadHalf = (offset: number): Code => simd(0x5d, 0x00, ...leb(offset))
/** Address and vector on the stack; one 64-bit float becomes its second of two. */
export const loadSecond64 = (offset: number): Code => simd(0x57, 0x00, ...leb(offset), 0x01)
/** Address on the stack; one float four times over. */
export const loadSplat = (offset: number): Code => simd(0x09, 0x00, ...leb(offset))
/** Address on the stack; one float, and three of 0. */
export const loadSingle = (offset: number): Code => simd(0x5c, 0x00, ...leb(offset))
/** Address and vector on the stack; one float becomes its second of four. */
export const loadSecond = (offset: number): Code => simd(0x56, 0x00, ...leb(offset), 0x01)
/** Address on the stack; four of 16 bits with a sign as 32-bit numbers. */
export const loadShorts = (offset: number): Code => simd(0x03, 0x00, ...leb(offset))
/** Address on the stack; one 64-bit float twice over. */
export const loadSplat64 = (offset: number): Code => simd(0x0a, 0x00, ...leb(offset))
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
/** Of two floats the first, or the second where it is the smaller, or the larger: one instruction each, for what is never no number. */
export const orSmaller: Code = simd(0xea)
export const orLarger: Code = simd(0xeb)
/** All bits of a lane set where the first of two floats is the greater, or as great. */
export const isMore: Code = simd(0x44)
export const isAsMuch: Code = simd(0x46)
export const isAlike: Code = simd(0x41)
/** The same of whole 32-bit numbers with a sign. */
export const isMore32: Code = simd(0x3b)
/** The same of eight of 16 bits. */
export const isMore16: Code = simd(0x31)
/** A bit for each of eight lanes that has its highest set, the first lane's lowest. */
export const bitsOf16: Code = simd(0x84)
export const nearest: Code = simd(0x6a)
export const root: Code = simd(0xe3)
/** a · b + c in one rounding where the processor has it (all x64 and arm64 in use), else in two. */
export const multiplyAdd: Code = simd(0x105)
export const toIntegers: Code = simd(0xf8)
export const toFloats: Code = simd(0xfa)
/** The low or the high four of eight 16-bit numbers with a sign as 32-bit ones. */
export const lowSigned32: Code = simd(0xa7)
export const highSigned32: Code = simd(0xa8)
export const shiftLeft: Code = simd(0xab)
/** Eight products of 16-bit numbers, added in pairs to four 32-bit sums. */
export const dot16: Code = simd(0xba)
export const addLanes32: Code = simd(0xae)
/** Without their signs. */
export const sizes32: Code = simd(0xa0)
export const sizes64: Code = simd(0xec)
export const subtractLanes32: Code = simd(0xb1)
/** Two of four 32-bit numbers without a sign as 64-bit ones. */
export const lowUnsigned64: Code = simd(0xc9)
export const highUnsigned64: Code = simd(0xca)
export const addLanes64: Code = simd(0xce)
export const multiplyLanes32: Code = simd(0xb5)
export const splat32: Code = simd(0x11)
export const least32: Code = simd(0xb6)
export const most32: Code = simd(0xb8)
export const shiftRight32: Code = simd(0xac)
/** Eight 16-bit numbers of four 32-bit ones and four more. */
export const narrowed: Code = simd(0x85)
/** Sixteen bytes without a sign of eight 16-bit numbers and eight more, held to 0 and 255. */
export const narrowedToBytes: Code = simd(0x66)
export const addLanes16: Code = simd(0x8e)
export const subtractLanes16: Code = simd(0x91)
export const multiplyLanes16: Code = simd(0x95)
/** Of eight 16-bit numbers with a sign: their sizes, and of two times eight the larger ones. */
export const sizes16: Code = simd(0x80)
export const most16: Code = simd(0x98)
/** Sums of each two neighbours: of 16 bytes without a sign as 16-bit numbers, of 8 of these as 32-bit ones. */
export const pairsOfBytes: Code = simd(0x7d)
export const pairsOfShorts: Code = simd(0x7f)
export const shiftLeft16: Code = simd(0x8b)
export const shiftRight16: Code = simd(0x8d)
/** Products of the lower or higher four of eight 16-bit numbers without a sign, as 32-bit ones. */
export const lowProducts: Code = simd(0xbe)
export const highProducts: Code = simd(0xbf)
/** The same of numbers with a sign. */
export const lowSignedProducts: Code = simd(0xbc)
export const highSignedProducts: Code = simd(0xbd)
/** Address on the stack; 8 bytes without a sign, as 16-bit numbers. */
export const loadBytes = (offset: number): Code => simd(0x02, 0x00, ...leb(offset))
/** The same with a sign. */
export const loadSignedBytes = (offset: number): Code => simd(0x01, 0x00, ...leb(offset))
/** Address and vector on the stack; 16 bits become one of its eight lanes. */
export const loadLane16 = (lane: number): Code => simd(0x55, 0x00, 0x00, lane)
/** Bits that are set in both. */
export const both: Code = simd(0x4e)
/** The bits in which two differ: with `signBit`s of the second, four numbers with their signs turned. */
export const differing: Code = simd(0x51)
/** Four numbers without their signs. */
export const withoutSign: Code = simd(0xe0)
/** Bits of the first where those of the third are set, of the second elsewhere. */
export const chosen: Code = simd(0x52)
/** Whether any bit of a vector is set. */
export const isAny: Code = simd(0x53)
/** Eight 16-bit numbers. */
export const shorts = (values: readonly number[]): Code =>
  constant(new Uint8Array(Int16Array.from(values).buffer))
/** Two 32-bit numbers as 64-bit ones. */
export const lowSigned64: Code = simd(0xc7)
export const highSigned64: Code = simd(0xc8)
export const lane32 = (lane: number): Code => simd(0x1b, lane)
export const lane64 = (lane: number): Code => simd(0x1d, lane)
export const add64: Code = [0x7c]
/** Address and vector on the stack; one of its lanes is written. */
export const storeLane32 = (lane: number): Code => simd(0x5a, 0x00, 0x00, lane)
/** Address and a 32-bit number on the stack; its lowest byte is written. */
export const store8 = (offset: number): Code => [0x3a, 0x00, ...leb(offset)]
export const store32 = (offset: number): Code => [0x36, 0x02, ...leb(offset)]
/** A 64-bit whole number, written as a double. */
export const storeDouble = (offset: number): Code => [0xba, 0x39, 0x03, ...leb(offset)]

/** Of 64-bit floats there are two in a vector. */
export const doubles = (one: number, two = one): Code =>
  constant(new Uint8Array(Float64Array.of(one, two).buffer))
/** All bits set in the lower 64, in all of them. */
export const lowerBits: Code = constant(Uint8Array.from({ length: 16 }, (_, n) => (n < 8 ? 255 : 0)))
export const allBits: Code = constant(new Uint8Array(16).fill(255))
export const plus64: Code = simd(0xf0)
export const minus64: Code = simd(0xf1)
export const times64: Code = simd(0xf2)
export const over64: Code = simd(0xf3)
export const least64: Code = simd(0xf4)
export const most64: Code = simd(0xf5)
/** Of two doubles the first, or the second where it is the larger. */
export const orLarger64: Code = simd(0xf7)
export const differs64: Code = simd(0x48)
export const isLess64: Code = simd(0x49)
export const isMore64: Code = simd(0x4a)
export const isAtMost64: Code = simd(0x4b)
export const root64: Code = simd(0xef)
export const upwards64: Code = simd(0x74)
/** Two doubles of the lower two 32-bit numbers, or floats, and back; what is higher becomes 0. */
export const doublesOfIntegers: Code = simd(0xfe)
export const integersOfDoubles: Code = simd(0xfc)
export const doublesOfFloats: Code = simd(0x5f)
export const floatsOfDoubles: Code = simd(0x5e)
/** Address and vector on the stack; its lower 8 bytes are written. */
export const storeHalf = (offset: number): Code => simd(0x5b, 0x00, ...leb(offset), 0x00)
/** Address and a 64-bit whole number on the stack; written as a double. */
export const storeSigned = (offset: number): Code => [0xb9, 0x39, 0x03, ...leb(offset)]
/** Address and a 64-bit whole number without a sign on the stack; `scale` times it is written as a float. */
export const storeScaledFloat = (scale: number): Code => [
  ...[0xba, 0x44, ...new Uint8Array(Float64Array.of(scale).buffer)],
  ...[0xa2, 0xb6, 0x38, 0x02, 0x00],
]

/** A function: parameters are 32-bit numbers, locals 32-bit numbers, then vectors and then 64-bit numbers. */
export interface Func {
  readonly name: string
  readonly parameters: number
  readonly counters: number
  readonly vectors: number
  readonly longs?: number
  readonly body: Code
}

/** All bytes, one after another. */
function bytesOf(code: Code, into: number[] = []): number[] {
  for (let n = 0; n < code.length; n++) {
    const part = code[n] as number | Code
    if (typeof part === 'number') into.push(part)
    else bytesOf(part, into)
  }
  return into
}

function section(id: number, content: Code): Code {
  const bytes = bytesOf(content)
  return [id, leb(bytes.length), bytes]
}

const list = (entries: readonly Code[]): Code => [leb(entries.length), entries]
const text = (word: string): Code => [...leb(word.length), ...[...word].map(char => char.charCodeAt(0))]

/** A module of functions that work on the imported memory `env.memory`. */
function moduleOf(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const [i32Type, i64Type, vectorType, functionType] = [0x7f, 0x7e, 0x7b, 0x60]
  const types = functions.map(
    ({ parameters }): Code => [
      functionType,
      ...leb(parameters),
      ...new Array<number>(parameters).fill(i32Type),
      0,
    ],
  )
  const code = functions.map(({ counters, vectors, longs = 0, body }): Code => {
    const locals = list([
      [...leb(counters), i32Type],
      [...leb(vectors), vectorType],
      [...leb(longs), i64Type],
    ])
    const whole = bytesOf([locals, body, 0x0b])
    return [leb(whole.length), whole]
  })
  return new Uint8Array(
    bytesOf([
      ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, list(types)),
      section(2, list([[text('env'), text('memory'), 0x02, 0x00, 1]])),
      section(3, list(functions.map((_, at) => leb(at)))),
      section(7, list(functions.map(({ name }, at) => [text(name), 0x00, leb(at)]))),
      section(10, list(code)),
    ]),
  )
}

interface Loaded {
  readonly memory: WebAssemblyMemory
  readonly exports: Readonly<Record<string, unknown>>
}

/** What WebAssembly makes of some functions, with a memory of their own. */
export async function loadModule(functions: readonly Func[], bytesOfMemory: number): Promise<Loaded> {
  return await loaded(moduleOf(functions), bytesOfMemory)
}

/** Modules that were put together here. */
const made = new Map<string, Uint8Array<ArrayBuffer>>()

/** The same of functions that are known by a name, which says all that they are made of: where set-up kept what they come to, that is not made again. */
export async function loadNamed(
  name: string,
  functions: () => readonly Func[],
  bytesOfMemory: number,
): Promise<Loaded> {
  const kept = keptModule(name)
  if (kept) {
    const memory = memoryOf(bytesOfMemory)
    return { memory, exports: new WebAssembly.Instance(kept, { env: { memory } }).exports }
  }
  const bytes = made.get(name) ?? moduleOf(functions())
  made.set(name, bytes)
  return await loaded(bytes, bytesOfMemory)
}

/** The named modules that were put together here so far, for set-up. */
export function modulesMade(): Readonly<Record<string, Uint8Array<ArrayBuffer>>> {
  return Object.fromEntries(made)
}

async function loaded(bytes: Uint8Array<ArrayBuffer>, bytesOfMemory: number): Promise<Loaded> {
  const memory = memoryOf(bytesOfMemory)
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } })
  return { memory, exports: instance.exports }
}

function memoryOf(bytes: number) {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) })
}
