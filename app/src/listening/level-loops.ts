import { assert } from '@sightline/core/errors'
import { beforeBlocks, type LevelLoops, longestLasting, meanBlocks } from '@sightline/core/listening'
import { loadLevelKernels } from './level-kernels.ts'

/** So many levels are looked at together at most: more than four seconds. */
const mostLevels = 4096
const mostSums = 64
const answerAt = 64
const sumsAt = answerAt + 64
const jumpsAt = sumsAt + 16 * (mostSums + 2)
const roomsAt = jumpsAt + 16 * mostLevels
const bytesOfMemory = 2 * 65_536
/** Zeros behind each room: what follows the last level is read there. */
const behind = 64

/** What `plainLevelLoops` of core answers, to the last bit, with vectors: they are as quick at first as they are later. Of what is made here one listener has the rooms. */
export async function loadLevelLoops(): Promise<LevelLoops> {
  const kernels = await loadLevelKernels(bytesOfMemory)
  const { buffer } = kernels.memory
  const doubles = new Float64Array(buffer, answerAt, 2)
  const integer = new Int32Array(buffer, answerAt, 1)
  const largest = new Float64Array(buffer, sumsAt, 2)
  const each = new Float64Array(buffer, sumsAt + 16, 2 * mostSums)
  const found = { floats: new Float32Array(buffer, jumpsAt), integers: new Int32Array(buffer, jumpsAt) }
  const jumps = {
    count: 0,
    places: new Int32Array(mostLevels),
    sharp: new Float32Array(mostLevels),
    plain: new Float32Array(mostLevels),
  }
  let used = roomsAt
  return {
    floats(count) {
      const at = used
      used += 4 * count + behind
      used += -used & 15
      assert(count <= mostLevels && used <= bytesOfMemory, 'there is room for the levels that are held')
      return new Float32Array(buffer, at, count)
    },
    jumps({ sharp, plain }, from, to) {
      jumps.count = 0
      if (to <= from) return jumps
      const first = 4 * (from - beforeBlocks)
      kernels.jumps(sharp.byteOffset + first, plain.byteOffset + first, to - from, jumpsAt, answerAt)
      jumps.count = integer[0] as number
      for (let n = 0; n < jumps.count; n++) {
        jumps.sharp[n] = found.floats[4 * n] as number
        jumps.plain[n] = found.floats[4 * n + 1] as number
        jumps.places[n] = from + (found.integers[4 * n + 2] as number)
      }
      return jumps
    },
    lift({ sharp, plain }, first, to, course, place) {
      doubles[0] = course.sharp[place] as number
      doubles[1] = course.plain[place] as number
      const from = 4 * (first - meanBlocks + 1)
      kernels.lift(sharp.byteOffset + from, plain.byteOffset + from, to - first, answerAt)
      course.sharp[place] = doubles[0]
      course.plain[place] = doubles[1]
    },
    added(levels, from, to, before) {
      doubles[0] = before
      kernels.added(levels.byteOffset + 4 * from, to - from, answerAt)
      return { sum: doubles[0], largest: doubles[1] as number }
    },
    sums({ sharp, plain }, from, every, size, count) {
      assert(count <= mostSums, 'there is room for the sums')
      kernels.sums(sharp.byteOffset + 4 * from, plain.byteOffset + 4 * from, 4 * every, size, count, sumsAt)
      return { each, largest }
    },
    lasting(levels, block) {
      assert(block + longestLasting + 2 < levels.length, 'a sound is followed among what is held')
      kernels.lasting(levels.byteOffset + 4 * block, answerAt)
      return integer[0] as number
    },
  }
}
