import assert from 'node:assert/strict'
import test from 'node:test'
import { plainKernels } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadHalves } from './half-kernels.ts'

const { halved } = await loadHalves()
const random = randomFrom(41)

test('pictures of any size are halved to the same pixels as by plain loops', () => {
  for (const [width, height] of [
    [256, 144],
    [128, 72],
    [144, 256],
    [248, 136],
    [62, 34],
    [61, 35],
    [18, 2],
    [3, 3],
    [1, 9],
    [320, 240],
  ] as const) {
    // Black and white too: sums come to their most.
    const picture = Uint8Array.from({ length: width * height }, (_, n) =>
      n % 3 === 0 ? 255 * Math.round(random()) : 256 * random(),
    )
    assert.deepEqual(halved(picture, width, height), plainKernels.halved(picture, width, height))
  }
})
