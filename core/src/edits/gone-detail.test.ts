import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { overlapOf } from './affine.ts'
import { goneBoxes } from './gone-boxes.ts'
import { type Detail, GoneDetail, noDetail } from './gone-detail.ts'
import { leftBesideOthers } from './lost-elsewhere.ts'

const [columns, rows] = [40, 24]

type Where = (x: number, y: number) => boolean

/** Detail that coding leaves unevenly, next to none of it where `isHidden`; where `isFaint`, the recording has fine lines that coding takes. */
function detailAt(k: number, isHidden: Where, isFaint: Where = () => false): Detail {
  const detail = noDetail(columns * rows)
  for (let at = 0; at < columns * rows; at++) {
    const [x, y] = [at % columns, Math.floor(at / columns)]
    const chance = ((Math.imul(at + 977 * k, 2654435761) >>> 8) % 1000) / 1000
    const peak = isFaint(x, y) ? 8 : at % 5 === 0 ? 2 : 12 + 40 * chance
    const coded = isFaint(x, y) ? 0.8 * chance : 0.75 + 0.4 * (0.5 - chance)
    const share = isHidden(x, y) ? 0.25 : coded
    detail.peak[at] = peak
    detail.square[at] = peak ** 2
    detail.alike[at] = share * peak ** 2
    detail.seen[at] = (share * peak) ** 2
  }
  return detail
}

function boxesOf(details: readonly Detail[]) {
  const gone = new GoneDetail(details)
  return goneBoxes(gone.pooledWeights, columns, () => gone.ownWeights)
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

  it('are none where all that is gone is as faint as what coding takes anywhere', () => {
    const isFaint: Where = (x, y) => x < 9 && y > 10
    const details = Array.from({ length: 24 }, (_, k) =>
      detailAt(k, (x, y) => isFaint(x, y) && x < 7 && k > 4, isFaint),
    )
    assert.deepEqual(boxesOf(details), [])
  })

  it('are not looked for where samples in a row hold too little, though one alone may hold enough', () => {
    const plane = (weight: number) =>
      Float32Array.from({ length: columns * rows }, (_, at) => {
        const [x, y] = [at % columns, Math.floor(at / columns)]
        return x >= 10 && x < 14 && y >= 5 && y < 8 ? weight : -1
      })
    let asked = 0
    const found = (weights: readonly number[]) =>
      goneBoxes(weights.map(plane), columns, () => {
        asked++
        return weights.map(plane)
      })
    assert.deepEqual(found([-1, 0.5, -1, -1, 0.5, -1, -1]), [])
    assert.equal(asked, 0)
    assert.equal(found([-1, 0.5, 0.5, 0.5, 0.5, -1, -1]).length, 1)
    assert.equal(asked, 1)
  })

  it('stand out where no other box of their size lost as much, and not where one did', () => {
    const isOne: Where = (x, y) => x >= 6 && x < 12 && y >= 5 && y < 10
    const isOther: Where = (x, y) => x >= 26 && x < 32 && y >= 12 && y < 18
    const places = Array.from({ length: 12 }, (_, n) => ({ n, box: [6, 5, 6, 5] as const }))
    const leftOver = (isHidden: Where) =>
      leftBesideOthers(new GoneDetail(places.map(({ n }) => detailAt(n, isHidden))), places, columns, rows)
        ?.left ?? 1
    assert.ok(leftOver(isOne) < 0.5)
    assert.ok(leftOver(() => false) > 0.8)
    assert.ok(leftOver((x, y) => isOne(x, y) || isOther(x, y) || (x > 12 && y < 6)) > 0.8)
  })
})
