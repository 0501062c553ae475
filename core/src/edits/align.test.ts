import assert from 'node:assert/strict'
import { test } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { Pairing } from './pairing.ts'

const raw = pictures(1, (x, y) => place(x + 40, y + 30))
const whole = [0, 0, width, height] as const

test('a map that is held upright finds scale and place and turns nothing, where a free one follows a turn', () => {
  const scale = 1.25
  const turn = 0.02
  const film = pictures(1, (x, y) => {
    const [u, v] = [x - width / 2, y - height / 2]
    return place((u + turn * v) / scale + width / 2 + 41, (v - turn * u) / scale + height / 2 + 29)
  })
  const [p, q] = [width / 2, height / 2]
  const near = new Pairing(film, raw, [1.24, 0, p - 1.24 * p, 0, 1.24, q - 1.24 * q], whole)
  const held = near.aligned(0, 0, 8, 'upright').map
  assert.equal(Math.abs(held[1]) + Math.abs(held[3]), 0)
  assert.equal(held[0], held[4])
  assert.ok(Math.abs(held[0] - scale) < 0.02)
  assert.ok(Math.abs(held[0] * (p + 1) + held[2] - p) < 0.5)
  const free = near.aligned(0, 0, 8).map
  assert.ok(Math.abs((free[1] - free[3]) / 2 / scale) > turn / 2)
})
