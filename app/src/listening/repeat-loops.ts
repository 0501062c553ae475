import { assert } from '@sightline/core/errors'
import {
  halvedSharpening,
  halvedTaps,
  leastHeight,
  leastStanding,
  plainRepeatLoops,
  type RepeatLoops,
} from '@sightline/core/listening'
import { loadRepeatKernels } from './repeat-kernels.ts'

/** Three quarters of a second at 48 kHz. */
const mostSamples = 36_864
const answerAt = 64
const samplesAt = answerAt + 64
const roomsAt = samplesAt + 2 * mostSamples + 64
const bytesOfMemory = 10 * 65_536
/** Zeros on either side of each room. */
const beside = 64

/** What `plainRepeatLoops` of core answers, to the last bit, with vectors: they are as quick at first as they are later. Of what is made here one search has the rooms. */
export async function loadRepeatLoops(): Promise<RepeatLoops> {
  const kernels = await loadRepeatKernels(bytesOfMemory, {
    ...halvedTaps,
    ...{ sharpening: halvedSharpening, leastStanding },
  })
  const { memory } = kernels
  const shorts = new Int16Array(memory.buffer, samplesAt, mostSamples)
  const answer = new Float64Array(memory.buffer, answerAt, 2)
  const plain = plainRepeatLoops()
  let used = roomsAt
  const room = (bytes: number) => {
    const at = used + beside
    used = at + bytes + beside
    assert(used <= bytesOfMemory, 'there is room for what an impulse is looked for in')
    return at
  }
  const doubles = (count: number) => new Float64Array(memory.buffer, room(8 * count), count)
  const countsFor = kept((count, reach) => {
    const counts = doubles(count)
    for (let n = 0; n < count; n++) counts[n] = Math.min(count, n + reach + 1) - Math.max(0, n - reach)
    return counts
  })
  const placesFor = kept((count, others) => {
    const places = new Int32Array(memory.buffer, room(4 * count), count)
    for (let n = 0; n < count; n++) places[n] = 8 * Math.floor(n * (others / count))
    return places
  })
  return {
    floats: count => new Float32Array(memory.buffer, room(16 * Math.ceil(count / 4)), count),
    doubles,
    layNumbers(held, from, out) {
      const whole = Math.min(out.length, mostSamples) & ~7
      if (whole > 0) {
        shorts.set(held.subarray(from, from + whole))
        kernels.numbers(samplesAt, out.byteOffset, whole / 8)
      }
      plain.layNumbers(held, from + whole, out.subarray(whole))
    },
    layHalved(samples, from, out) {
      kernels.halved(samples.byteOffset + 4 * from, out.byteOffset, out.length / 4)
    },
    layPowers(spectrum, powers) {
      kernels.powers(spectrum.byteOffset, powers.byteOffset, powers.length / 2)
      powers[0] = 0
    },
    layMeans(values, reach, means) {
      const counts = countsFor(values.length, reach)
      let sum = 0
      for (let n = 0; n < reach; n++) sum += values[n] as number
      answer[0] = sum
      const at = values.byteOffset
      const [ahead, behind] = [at + 8 * reach, at - 8 * (reach + 1)]
      kernels.means(ahead, behind, counts.byteOffset, means.byteOffset, answerAt, values.length)
    },
    layWeights(powers, noise, scale, weights) {
      const places = placesFor(powers.length, noise.length)
      kernels.highest(powers.byteOffset, answerAt, powers.length / 2)
      answer[1] = leastHeight(Math.max(answer[0] as number, answer[1] as number))
      answer[0] = scale
      const pairs = powers.length / 2
      kernels.weights(
        powers.byteOffset,
        noise.byteOffset,
        places.byteOffset,
        answerAt,
        weights.byteOffset,
        pairs,
      )
    },
    layProduct(first, second, weights, product) {
      const [one, two, out] = [first.byteOffset + 8, second.byteOffset + 8, product.byteOffset + 8]
      kernels.product(one, two, weights.byteOffset + 8, out, product.length / 2 - 1)
    },
    productOf(a, b, from, count) {
      kernels.dot(a.byteOffset, b.byteOffset + 4 * from, answerAt, count / 4)
      return (answer[0] as number) + (answer[1] as number)
    },
  }
}

/** Made once for each two numbers. */
function kept<Made>(make: (one: number, other: number) => Made): (one: number, other: number) => Made {
  const known = new Map<string, Made>()
  return (one, other) => {
    const name = `${one} ${other}`
    const made = known.get(name) ?? make(one, other)
    known.set(name, made)
    return made
  }
}
