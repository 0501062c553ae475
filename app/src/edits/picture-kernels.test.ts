import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plainKernels, type Sampling } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadPictureKernels } from './picture-kernels.ts'

const kernels = await loadPictureKernels()
const random = randomFrom(5)

/** Soft shapes with noise; `hard` has black and white pixels only. */
function picture(width: number, height: number, isHard: boolean): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    if (isHard) return random() < 0.5 ? 0 : 255
    const [x, y] = [at % width, Math.floor(at / width)]
    return 128 + 90 * Math.sin(x / 7) * Math.cos(y / 5) + 20 * random()
  })
}

/** Blocks of a grid, some left out. */
function blocksOf(width: number, height: number, share: number): Int32Array {
  const blocks: number[] = []
  for (let y = 0; y + 8 <= height; y += 8)
    for (let x = 0; x + 8 <= width; x += 8) if (random() < share) blocks.push(y * width + x)
  return Int32Array.from(blocks)
}

const grid = { width: 72, height: 48 }
const samplings = [
  ['unmoved', [1, 0, 0, 0, 1, 0], grid],
  ['shown larger and moved', [1.3, 0, -4.25, 0, 1.31, 2.5], { width: 104, height: 64 }],
  ['turned, beyond the edges', [0.7, 0.11, 3.1, -0.09, 0.72, 1.2], { width: 64, height: 40 }],
  ['mirrored', [-1, 0, 70.4, 0, 1.02, -0.3], grid],
] as const

for (const isHard of [false, true])
  describe(`vectors answer as plain loops do, to the last bit, in ${isHard ? 'the hardest' : 'soft'} pictures`, () => {
    for (const [name, map, filmGrid] of samplings)
      test(name, () => {
        const film = picture(filmGrid.width, filmGrid.height, isHard)
        for (const share of [1, 0.4]) {
          const blocks = blocksOf(grid.width, grid.height, share)
          const of: Sampling = { film, filmGrid, rawGrid: grid, map, blocks }
          const plain = plainKernels.sampled(of)
          const own = kernels.sampled(of)
          assert.deepEqual(inBlocks(own, blocks), inBlocks(plain, blocks))
          const passing = kernels.passing(of)
          assert.deepEqual(inBlocks(passing, blocks), inBlocks(plain, blocks))
          const raw = picture(grid.width, grid.height, isHard)
          for (const view of [own, passing]) {
            const [rests, plainRests] = [new Float32Array(60), new Float32Array(60)]
            assert.deepEqual(
              kernels.fitted(view, blocks, grid.width, raw, rests),
              plainKernels.fitted(plain, blocks, grid.width, raw, plainRests),
            )
            assert.deepEqual(rests, plainRests)
            const gradients = plainKernels.gradients(plain, blocks, grid.width, raw)
            assert.deepEqual(
              kernels.gradients(view, blocks, grid.width, raw).slice(0, gradients.length),
              gradients,
            )
          }
        }
      })
  })

/** Of the data only what lies in blocks is told. */
function inBlocks(view: ReturnType<typeof kernels.sampled>, blocks: Int32Array) {
  const rows = [...blocks].map(at =>
    [...new Array(8).keys()].map(y => [...view.data.subarray(at + y * grid.width, at + y * grid.width + 8)]),
  )
  return { rows, sums: view.sums.slice(0, blocks.length), squares: view.squares.slice(0, blocks.length) }
}
