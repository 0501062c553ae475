/** How well what a still scene's frame was renewed with goes with each frame of its recording: level by level, in blocks, at one gain for all. */
import { blockBits, type Deviation, deviationUnits } from './camera-deviations.ts'

const block = 1 << blockBits
const area = block * block

/** What some blocks of a film's frame have that the camera's mean has not. */
export interface Levelled {
  /** First pixels of the blocks. */
  readonly blocks: Int32Array
  /** Block by block, in grey levels. */
  readonly values: Float32Array
  /** Sum of squares of each block. */
  readonly squares: Float32Array
}

export function levelledOf(blocks: Int32Array, values: Float32Array): Levelled {
  const squares = new Float32Array(blocks.length)
  for (let n = 0; n < values.length; n++) {
    const of = Math.floor(n / area)
    squares[of] = (squares[of] as number) + (values[n] as number) ** 2
  }
  return { blocks, values, squares }
}

/**
 * How much of what the recording has of its own a film keeps: coding and scaling soften it. It is the same for all times, so that what goes on moving one
 * way does not go better with later times, at which it has gone farther, as it does by correlation. Of 77 shots of one speed 66 were placed to the frame, by correlation 51.
 */
const kept = 0.75
/** Of what is left of a block: how fast its weight falls where more is left than coding leaves, as the exponent of Student's t does. */
const exponent = 4
/** Mean square that coding leaves of a pixel, in squared grey levels. */
const coded = 1
/** Mean square of what a block has of its own, beyond which it is rather something drawn, or laid a little beside its place, than what moves or is noise. */
const structured = 4
/** Share of frames that show something else than what is held against them: no frame says more against a time than that it may be one of these. */
const strange = 0.01

/**
 * Natural logarithm of the likelihood of what is shown at a time, but for what is the same at all times. A block may have lost all that its time had of its
 * own, so that what is next to nothing does not speak for times that are.
 */
export function levelled({ blocks, values, squares }: Levelled, of: Deviation, width: number): number {
  const across = Math.ceil(width / block)
  let sum = 0
  for (let n = 0; n < blocks.length; n++) {
    const begin = blocks[n] as number
    const x = begin % width
    const own = of.squares[(((begin - x) / width) >> blockBits) * across + (x >> blockBits)] as number
    const both = plusProduct(0, of.values, begin, width, values, n * area) / deviationUnits
    const square = squares[n] as number
    const left = square + Math.max(-square, Math.min(0, kept * (kept * own - 2 * both)))
    const weight = exponent / (1 + square / (area * structured))
    sum -= weight * Math.log1p(left / (area * coded))
  }
  return sum
}

/** What a frame says of each time, against its being of any: natural logarithms, around 0 where it tells nothing. `lost` is the share of frames that are strange. */
export function toldByLevels(sums: Float64Array, lost = strange): Float32Array {
  const most = sums.reduce((best, sum) => Math.max(best, sum), Number.NEGATIVE_INFINITY)
  let mean = 0
  for (const sum of sums) mean += Math.exp(sum - most) / sums.length
  const any = most + Math.log(mean)
  return Float32Array.from(sums, sum => Math.log(lost + (1 - lost) * Math.exp(sum - any)))
}

/** Adds the products of a block of a picture with what was gathered of one, pixel by pixel. */
function plusProduct(
  sum: number,
  picture: Deviation['values'],
  begin: number,
  width: number,
  gathered: Float32Array,
  from: number,
): number {
  let out = sum
  for (let y = 0, at = begin, n = from; y < block; y++, at += width)
    for (let x = at; x < at + block; x++, n++) out += (picture[x] as number) * (gathered[n] as number)
  return out
}
