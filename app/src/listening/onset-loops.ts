import { assert } from '@sightline/core/errors'
import {
  inputReach,
  leastRisen,
  leastSize,
  type Network,
  type OnsetLoops,
  plainOnsetLoops,
  risen,
} from '@sightline/core/listening'
import { loadOnsetKernels } from './onset-kernels.ts'

/** Samples that are brought over at a time: more than 128 ms at 48 kHz. */
const mostSamples = 8192
/** Sums of samples in which a voice is looked for, and as many squares as are added up. */
const mostEdges = 256
const mostSums = 1024
/** Samples whose squares are added up, and those of a shape: 12 ms at 96 kHz, and as much as two are moved against each other. */
const mostRunning = 6144
const mostShape = 1152
const mostMoved = 64
/** Of networks that score an onset. */
const mostInputs = 256
const mostUnits = 64
const answerAt = 64
const samplesAt = answerAt + 64
const sumsAt = samplesAt + 2 * mostSamples + 64
const edgesAt = sumsAt + 4 * mostSums + 64
const energyAt = edgesAt + 8 * mostEdges + 64
const runningAt = energyAt + 8 * mostEdges + 64
const shapeAt = runningAt + 8 * (mostRunning + 2)
/** Zeros on either side. */
const movedAt = shapeAt + 4 * mostShape + 64
const inputsAt = movedAt + 4 * (mostShape + 2 * mostMoved) + 64
const unitsAt = inputsAt + 8 * mostInputs
const roomsAt = unitsAt + 8 * mostUnits
const bytesOfMemory = 6 * 65_536
/** Zeros before each room, as many as a rise is looked at over; and after it. */
const [ahead, behind] = [256, 64] as const

interface LaidNetwork {
  readonly at: number
  readonly fours: number
  readonly biases: Float64Array
}

/** What `plainOnsetLoops` of core answers, to the last bit, with vectors: they are as quick at first as they are later. Of what is made here one listener has the rooms. */
export async function loadOnsetLoops(): Promise<OnsetLoops> {
  const kernels = await loadOnsetKernels(bytesOfMemory, { risen, leastRisen, leastSize, inputReach })
  const { memory } = kernels
  const shorts = new Int16Array(memory.buffer, samplesAt, mostSamples)
  const doubles = new Float64Array(memory.buffer, answerAt, 2)
  const four = new Float32Array(memory.buffer, answerAt, 4)
  const integer = new Int32Array(memory.buffer, answerAt, 1)
  const running = new Float64Array(memory.buffer, runningAt, mostRunning + 1)
  const shape = new Float32Array(memory.buffer, shapeAt, mostShape)
  const moved = new Float32Array(memory.buffer, movedAt, mostShape + 2 * mostMoved)
  const inputRoom = new Float64Array(memory.buffer, inputsAt, mostInputs)
  const units = new Float64Array(memory.buffer, unitsAt, mostUnits)
  const plain = plainOnsetLoops()
  let used = roomsAt
  const take = (bytes: number) => {
    const at = used
    used += bytes + (-bytes & 15)
    assert(used <= bytesOfMemory, 'there is room for what is looked at around an onset')
    return at
  }
  const laid = new Map<Network, LaidNetwork>()
  /** Means, widths and each unit's weights, one after the other; of whole fours of units, of which the last may be of zeros. */
  const layNetwork = (network: Network): LaidNetwork => {
    const { mean, width, hidden } = network
    const fours = Math.ceil(hidden.length / 4)
    const at = take(8 * mean.length * (2 + 4 * fours))
    const rows = [mean, width, ...hidden.map(({ weights }) => weights)]
    const room = new Float64Array(memory.buffer, at, mean.length * (2 + 4 * fours))
    for (const [n, row] of rows.entries()) room.set(row, n * mean.length)
    const known = { at, fours, biases: Float64Array.from(hidden, ({ bias }) => bias) }
    laid.set(network, known)
    return known
  }
  return {
    floats(count) {
      return new Float32Array(memory.buffer, take(ahead + 4 * count + behind) + ahead, count)
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
    runningSquares(samples, from, count) {
      if (count > mostRunning) return plain.runningSquares(samples, from, count)
      if (count > 0) kernels.running(samples.byteOffset + 4 * from, runningAt, count)
      return running
    },
    unitsOf(network, inputs, count) {
      const { mean, hidden } = network
      if (count !== mean.length || count > mostInputs || hidden.length > mostUnits)
        return plain.unitsOf(network, inputs, count)
      const { at, fours, biases } = laid.get(network) ?? layNetwork(network)
      inputRoom.set(inputs.subarray(0, count))
      units.set(biases)
      kernels.units(inputsAt, at, count, fours, unitsAt)
      return units
    },
    likeness(a, b, reach) {
      const lags = 2 * reach + 1
      if (a.length !== b.length || a.length > mostShape || reach > mostMoved || lags < 4)
        return plain.likeness(a, b, reach)
      shape.set(a)
      moved.set(b, mostMoved)
      moved.fill(0, mostMoved + b.length, mostMoved + b.length + reach)
      const first = movedAt + 4 * (mostMoved - reach)
      // Four lags at a time; the last four may be some of those before.
      kernels.alike(shapeAt, first, a.length, lags >> 2, answerAt)
      const most = Math.max(doubles[0] as number, doubles[1] as number)
      if (lags % 4 === 0) return most
      kernels.alike(shapeAt, first + 4 * (lags - 4), a.length, 1, answerAt)
      return Math.max(most, doubles[0] as number, doubles[1] as number)
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
