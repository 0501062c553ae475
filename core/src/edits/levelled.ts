/** How well what a still scene's frame was renewed with goes with each frame of its recording: level by level, in blocks, at one gain for all. */
import { deviationUnits, mostDeviation, type ShownBlocks } from './tile-kernels.ts'
import { blockArea } from './tile-order.ts'

/** Of what is left of a block: how fast its weight falls where more is left than coding leaves, as the exponent of Student's t does. */
const exponent = 4
/** Mean square of what a block has of its own, beyond which it is rather something drawn, or laid a little beside its place, than what moves or is noise. */
const structured = 4
/** Share of frames that show something else than what is held against them: no frame says more against a time than that it may be one of these. */
const strange = 0.01

/**
 * What some blocks of a film's frame have that the camera's mean has not, block after block, in grey levels. Held against a time (`TileKernels.shown`), it tells the natural logarithm of the
 * likelihood of what is shown, but for what is the same at all times and for its sign. A film keeps three quarters of what the recording has of its own: coding and scaling soften it. It
 * is the same for all times, so that what goes on moving one way does not go better with later times, at which it has gone farther, as it does by correlation: of 77 shots of
 * one speed 66 were placed to the frame, by correlation 51. A block may have lost all that its time had of its own, so that what is next to nothing does not
 * speak for times that are. A block that goes better with a time's negative speaks against it, by as much: chance makes as many of these as of the others, the more
 * the more a time has of its own. Without them whatever a film showed spoke for the first second of a recording, which is coded otherwise than all that comes after.
 */
export function levelledOf(
  values: Float32Array,
  isClear: (block: number) => boolean = () => false,
): Omit<ShownBlocks, 'blocks'> {
  const levels = inUnits(values)
  const squares = new Float32Array(values.length / blockArea)
  for (let n = 0; n < squares.length; n++) {
    let square = 0
    for (let at = n * blockArea, end = at + blockArea; at < end; at++) square += (levels[at] as number) ** 2
    squares[n] = square / deviationUnits ** 2
  }
  return {
    levels,
    squares,
    weights: squares.map((square, n) =>
      isClear(n) ? exponent : exponent / (1 + square / (blockArea * structured)),
    ),
  }
}

/** In `deviationUnits`, no more than `mostDeviation`. */
export function inUnits(values: Float32Array): Int16Array {
  const out = new Int16Array(values.length)
  const most = mostDeviation * deviationUnits
  for (let n = 0; n < out.length; n++)
    out[n] = Math.max(-most, Math.min(most, Math.round((values[n] as number) * deviationUnits)))
  return out
}

/** What a frame says of each time, against its being of any: natural logarithms, around 0 where it tells nothing. `lost` is the share of frames that are strange. */
export function toldByLevels(sums: Float64Array, lost = strange): Float32Array {
  const most = sums.reduce((best, sum) => Math.max(best, sum), Number.NEGATIVE_INFINITY)
  let mean = 0
  for (const sum of sums) mean += Math.exp(sum - most) / sums.length
  const any = most + Math.log(mean)
  return Float32Array.from(sums, sum => Math.log(lost + (1 - lost) * Math.exp(sum - any)))
}
