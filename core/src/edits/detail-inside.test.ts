import assert from 'node:assert/strict'
import { it } from 'node:test'
import { detailInside } from './detail-inside.ts'
import { Levels } from './pictures.ts'

const [width, height] = [128, 64]

function film(at: (x: number, y: number) => number): Levels {
  const luma = Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width)))
  return new Levels({
    width,
    height,
    count: 1,
    times: new Float64Array([0, 1 / 30]),
    luma: () => luma,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
    fullWidth: width,
    fullHeight: height,
  })
}

it('counts the share of detail inside a part, whatever share of the picture that part takes', () => {
  // Stripes in the left quarter and in the last eighth; nothing between.
  const striped = film((x, y) => ((x < 32 || x >= 112) && (y >> 2) % 2 === 0 ? 200 : 60))
  assert.equal(detailInside(striped, 0, [0, 0, 128, 64]), 1)
  assert.equal(detailInside(striped, 0, [0, 0, 32, 64]), 2 / 3)
  assert.equal(detailInside(striped, 0, [40, 0, 60, 64]), 0)
})

it('takes a picture without detail for one that no part of lacks any', () => {
  assert.equal(
    detailInside(
      film(() => 90),
      0,
      [0, 0, 10, 10],
    ),
    1,
  )
})
