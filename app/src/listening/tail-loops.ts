import { plainTailLoops, type TailLoops, tailOrder } from '@sightline/core/listening'
import { productsMoved } from './sound-kernels.ts'
import { loadTailKernels } from './tail-kernels.ts'

/** A third of a second at 48 kHz: more than is looked at after an impulse. */
const mostSamples = 16_384
const mostBlocks = 512
/** Room is left for what is read beyond the last sample. */
const samplesAt = 64
const numbersAt = samplesAt + 2 * mostSamples + 64
const filtersAt = numbersAt + 8 * mostSamples + 64
const lagsAt = filtersAt + 16 * (tailOrder + 1)
const upperAt = lagsAt + 8 * (tailOrder + 1)
const topAt = upperAt + 4 * mostBlocks

/** What `plainTailLoops` of core answers, to the last bit, with vectors: they are as quick at first as they are later. */
export async function loadTailLoops(): Promise<TailLoops> {
  const { memory, widen, lags, left, passed } = await loadTailKernels(tailOrder, topAt + 4 * mostBlocks)
  const samples = new Int16Array(memory.buffer, samplesAt, mostSamples)
  const filters = new Float64Array(memory.buffer, filtersAt, 2 * (tailOrder + 1))
  const sums = new Float64Array(memory.buffer, lagsAt, tailOrder + 1)
  const upperLevels = new Float32Array(memory.buffer, upperAt, mostBlocks)
  const topLevels = new Float32Array(memory.buffer, topAt, mostBlocks)
  const byPlainLoops = plainTailLoops()
  let isHeld = false
  let block = 0
  let scale = 0
  return {
    hold(held, from, blocks, ms) {
      const to = from + blocks * ms
      const count = to - from + tailOrder
      // Blocks of an odd number of samples, of rates that are seldom met, do not go in pairs.
      isHeld = count <= mostSamples && blocks <= mostBlocks && ms % 2 === 0
      if (!isHeld) {
        byPlainLoops.hold(held, from, blocks, ms)
        return
      }
      block = ms
      scale = 1 / (ms * 32_768 * 32_768)
      samples.set(held.subarray(from - tailOrder, to))
      widen(samplesAt, numbersAt, Math.ceil(count / 8))
    },
    layLags(first, count, out) {
      if (!isHeld) {
        byPlainLoops.layLags(first, count, out)
        return
      }
      lags(samplesAt + 2 * (tailOrder + first), lagsAt, tailOrder + 1, count / 8)
      for (let lag = 0; lag <= tailOrder; lag++)
        out[lag] = (sums[lag] as number) - (count / 8) * productsMoved
    },
    layLeft(filter, levels) {
      if (!isHeld) {
        byPlainLoops.layLeft(filter, levels)
        return
      }
      for (let k = 1; k <= tailOrder; k++) filters.fill(filter[k] as number, 2 * k - 2, 2 * k)
      filters[2 * tailOrder] = scale
      left(numbersAt, filtersAt, filtersAt + 16 * tailOrder, upperAt, levels.length, block / 2)
      levels.set(upperLevels.subarray(0, levels.length))
    },
    layPassed(low, high, upper, top) {
      if (!isHeld) {
        byPlainLoops.layPassed(low, high, upper, top)
        return
      }
      filters.set([low.b, high.b, low.a1, high.a1, low.a2, high.a2, scale, scale, 2, 2])
      passed(numbersAt + 8 * (tailOrder - 2), filtersAt, upperAt, topAt, upper.length, block)
      upper.set(upperLevels.subarray(0, upper.length))
      top.set(topLevels.subarray(0, top.length))
    },
  }
}
