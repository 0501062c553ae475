import assert from 'node:assert/strict'
import test from 'node:test'
import { linesInGroup, mostEdgeFrames, plainSeams, type SeamEdges } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadSeams } from './seam-kernels.ts'

const seams = await loadSeams()
const random = randomFrom(29)

type Box = readonly [number, number, number, number]

function valuesOf({ values, ofGroup, ofLine }: SeamEdges, [, , w, h]: Box, isTall: boolean): number[] {
  const [across, groups] = isTall ? [w, Math.floor(h / linesInGroup)] : [h, Math.floor(w / linesInGroup)]
  return Array.from({ length: across * groups }, (_, n) => {
    const at = n % across
    return values[((n - at) / across) * ofGroup + at * ofLine] as number
  })
}

for (const [width, height] of [
  [256, 144],
  [64, 36],
  [35, 21],
] as const) {
  const boxes: Box[] = [
    [0, 0, width, height],
    [3, 2, 29, 17],
    [width - 5, 0, 5, height],
    [0, height - 7, width, 7],
    [1, 1, 3, 9],
    [2, 3, 4, 4],
  ]
  test(`edges across ${width} by ${height} pixels, and across parts of them, are told by vectors as by plain loops`, () => {
    for (const spread of [2, 40, 255])
      for (const count of [1, 5, mostEdgeFrames]) {
        const frames = Array.from({ length: count }, () =>
          Uint8Array.from({ length: width * height }, () => Math.floor(spread * random())),
        )
        for (const box of boxes)
          for (const isTall of [true, false]) {
            const plain = valuesOf(plainSeams.seamEdges(frames, width, box, isTall), box, isTall)
            assert.deepEqual(valuesOf(seams.seamEdges(frames, width, box, isTall), box, isTall), plain)
            assert.ok(box !== boxes[0] || spread < 40 || plain.filter(each => each > 0).length > 20)
          }
      }
  })
}
