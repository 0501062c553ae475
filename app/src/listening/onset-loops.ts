import { assert } from '@sightline/core/errors'
import { leastRisen, leastSize, type OnsetLoops, plainOnsetLoops, risen } from '@sightline/core/listening'
import { loadOnsetKernels } from './onset-kernels.ts'

/** Samples that are brought over at a time: more than 128 ms at 48 kHz. */
const mostSamples = 8192
/** Sums of samples in which a voice is looked for, and as many squares as are added up. */
const mostEdges = 256
const mostSums = 1024
const answerAt = 64
const samplesAt = answerAt + 64
const sumsAt = samplesAt + 2 * mostSamples + 64
const edgesAt = sumsAt + 4 * mostSums + 64
const energyAt = edgesAt + 8 * mostEdges + 64
const roomsAt = energyAt + 8 * mostEdges + 64
const bytesOfMemory = 2 * 65_536
/** Zeros before each room, as many as a rise is looked at over; and after it. */
const [ahead, behind] = [256, 64] as const

/** What `plainOnsetLoops` of core answers, to the last bit, with vectors: they are as quick at first as they are later. Of what is made here one listener has the rooms. */
export async function loadOnsetLoops(): Promise<OnsetLoops> {
  const kernels = await loadOnsetKernels(bytesOfMemory, { risen, leastRisen, leastSize })
  const { memory } = kernels
  const shorts = new Int16Array(memory.buffer, samplesAt, mostSamples)
  const doubles = new Float64Array(memory.buffer, answerAt, 2)
  const four = new Float32Array(memory.buffer, answerAt, 4)
  const integer = new Int32Array(memory.buffer, answerAt, 1)
  const plain = plainOnsetLoops()
  let used = roomsAt
  return {
    floats(count) {
      const at = used + ahead
      used = at + 4 * count + behind
      used += -used & 15
      assert(used <= bytesOfMemory, 'there is room for what is looked at around an onset')
      return new Float32Array(memory.buffer, at, count)
    },
    layNumbers(held, first, out, from, to) {
      const whole = (to - from) & ~7
      if (whole > 0) {
        shorts.set(held.subarray(first + from, first + from + whole))
        kernels.numbers(samplesAt, out.byteOffset + 4 * from, whole / 8)
      }
      plain.layNumbers(held, first, out, from + whole, to)
    },
    laySteps(samples, from, out, begin, end) {
      const whole = (end - begin) & ~3
      if (whole > 0)
        kernels.steps(samples.byteOffset + 4 * (from + begin - 1), out.byteOffset + 4 * begin, whole / 4)
      plain.laySteps(samples, from, out, begin + whole, end)
    },
    // What is written beyond a room lies behind it.
    laySquares(samples, at, squares, ofSteps) {
      const from = samples.byteOffset + 4 * at
      kernels.squares(from, squares.byteOffset, Math.ceil(squares.length / 4))
      kernels.squaredSteps(from - 4, ofSteps.byteOffset, Math.ceil(ofSteps.length / 4))
    },
    sumOf(squares, count) {
      kernels.sum(squares.byteOffset, answerAt, count >> 2)
      let sum = (doubles[0] as number) + (doubles[1] as number)
      for (let n = count & ~3; n < count; n++) sum += squares[n] as number
      return sum
    },
    largestOf(squares, count) {
      kernels.largest(squares.byteOffset, answerAt, count >> 2)
      let largest = Math.max(...four)
      for (let n = count & ~3; n < count; n++) largest = Math.max(largest, squares[n] as number)
      return largest
    },
    riseOf(squares, count, span) {
      if (count > mostSums || 4 * span > ahead) return plain.riseOf(squares, count, span)
      kernels.rise(squares.byteOffset, squares.byteOffset - 4 * span, sumsAt, answerAt, count)
      return integer[0] as number
    },
    voicing(samples, from, step, count, first, last) {
      if (count >= mostEdges) return plain.voicing(samples, from, step, count, first, last)
      kernels.thinned(samples.byteOffset + 4 * from, step, edgesAt, energyAt, count)
      kernels.likest(edgesAt, energyAt, answerAt, count, first, last - first + 1)
      return doubles[0] as number
    },
  }
}
