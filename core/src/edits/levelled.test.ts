import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { levelledOf, toldByLevels } from './levelled.ts'
import { type Deviation, plainTiles } from './tile-kernels.ts'
import { tileOrderOf } from './tile-order.ts'
import { TileBasis } from './tiles.ts'

/** Two blocks beside each other, in which what moves has gone farther at each time, and noise of its own. */
const [width, height, times] = [16, 8, 30]
const order = tileOrderOf(width, height)
const basis = new TileBasis(order, [])

/** In rows. */
function ownAt(time: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, n) => {
    const noise = (((Math.imul(n + 1, 2654435761) ^ Math.imul(time + 7, 40503)) >>> 9) % 1000) / 500 - 1
    return 0.25 * time * Math.sin(n) + 0.5 * noise
  })
}

/** Of a frame that is black but for that, and of its mean. */
function deviationAt(time: number): Deviation {
  const own = ownAt(time)
  const mean = Float32Array.from(order.places, place => (place < 0 ? 0 : -(own[place] as number)))
  return plainTiles.deviation(new Uint8Array(width * height), mean, basis)
}

function sumsOf(own: Float32Array): Float64Array {
  const values = Float32Array.from(
    { length: width * height },
    (_, n) => own[order.places[n] as number] as number,
  )
  return plainTiles.shown(
    [{ blocks: Int32Array.of(0, 1), ...levelledOf(values) }],
    Array.from({ length: times }, (_, time) => deviationAt(time)),
  )
}

function toldOf(own: Float32Array): Float32Array {
  return toldByLevels(sumsOf(own))
}

describe('how what was renewed goes with the times of a recording', () => {
  it('is told best of its own time where what moves goes on one way', () => {
    const told = toldOf(ownAt(12).map(value => 0.75 * value))
    assert.equal(told.indexOf(Math.max(...told)), 12)
  })

  it('speaks as much against a time as for it where by chance a film shows its negative', () => {
    const own = ownAt(12).map(value => 0.75 * value)
    assert.deepEqual(
      [...sumsOf(own.map(value => -value))],
      [...sumsOf(own)].map(each => 0 - each),
    )
  })

  it('is told of no time where nothing of any is left', () => {
    const told = toldOf(new Float32Array(width * height))
    assert.ok(told.every(each => Math.abs(each) < 1e-6))
  })

  it('says no more against a time than that a frame may be strange', () => {
    const [own, other] = toldByLevels(Float64Array.of(0, -100))
    assert.ok(
      Math.abs((other as number) - Math.log(0.01)) < 1e-6 &&
        Math.abs((own as number) - Math.log(1.99)) < 0.01,
    )
  })
})
