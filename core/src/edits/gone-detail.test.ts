import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { overlapOf } from './affine.ts'
import { type Detail, GoneDetail, goneBoxes } from './gone-detail.ts'

const [columns, rows] = [40, 24]

/** Detail that coding leaves unevenly, and next to none of it where `isHidden`. */
function detailAt(k: number, isHidden: (x: number, y: number) => boolean): Detail {
  const own = new Float32Array(columns * rows)
  const left = new Float32Array(columns * rows)
  for (let at = 0; at < own.length; at++) {
    const chance = (((Math.imul(at + 977 * k, 2654435761) >>> 8) % 1000) / 1000) as number
    own[at] = at % 5 === 0 ? 1 : 6 + 20 * chance
    const share = isHidden(at % columns, Math.floor(at / columns)) ? 0.25 : 0.75 + 0.4 * (0.5 - chance)
    left[at] = (own[at] as number) * share
  }
  return { own, left }
}

function boxesOf(details: readonly Detail[]) {
  const gone = new GoneDetail(details)
  return goneBoxes(
    details.map(each => gone.weights(each, gone.shareOf(each))),
    columns,
  )
}

describe('boxes whose detail is gone', () => {
  it('are followed while they move, from where they come to where they go', () => {
    const leftAt = (k: number) => 4 + k
    const details = Array.from({ length: 24 }, (_, k) =>
      detailAt(k, (x, y) => k >= 5 && k < 20 && x >= leftAt(k) && x < leftAt(k) + 7 && y >= 8 && y < 14),
    )
    const found = boxesOf(details)
    assert.equal(found.length, 1)
    const places = found[0]?.places ?? []
    assert.deepEqual([places[0]?.n, places.at(-1)?.n], [5, 19])
    for (const { n, box } of places)
      assert.ok(overlapOf(box, [leftAt(n), 8, 7, 6]) > 0.7, `sample ${n}: ${box}`)
  })

  it('are none where coding takes detail unevenly, or from a whole frame', () => {
    const details = Array.from({ length: 24 }, (_, k) => detailAt(k, () => k % 8 === 3))
    assert.deepEqual(boxesOf(details), [])
  })
})
