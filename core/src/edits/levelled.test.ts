import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Deviation, deviationUnits } from './camera-deviations.ts'
import { levelled, levelledOf, toldByLevels } from './levelled.ts'

/** Two blocks beside each other, in which what moves has gone farther at each time, and noise of its own. */
const [width, height, times] = [16, 8, 30]

function ownAt(time: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, n) => {
    const noise = (((Math.imul(n + 1, 2654435761) ^ Math.imul(time + 7, 40503)) >>> 9) % 1000) / 500 - 1
    return 0.25 * time * Math.sin(n) + 0.5 * noise
  })
}

function deviationAt(time: number): Deviation {
  const own = ownAt(time)
  const squares = new Float64Array(2)
  for (const [n, value] of own.entries()) {
    const block = (n % width) >> 3
    squares[block] = (squares[block] as number) + value * value
  }
  return { values: Int16Array.from(own, value => Math.round(value * deviationUnits)), squares }
}

/** Block by block. */
function shown(own: Float32Array) {
  const values = [0, 8].flatMap(left =>
    Array.from({ length: 64 }, (_, n) => own[(n >> 3) * width + left + (n % 8)] as number),
  )
  return levelledOf(Int32Array.of(0, 8), Float32Array.from(values))
}

function toldOf(own: Float32Array): Float32Array {
  return toldByLevels(
    Float64Array.from({ length: times }, (_, time) => levelled(shown(own), deviationAt(time), width)),
  )
}

describe('how what was renewed goes with the times of a recording', () => {
  it('is told best of its own time where what moves goes on one way', () => {
    const told = toldOf(ownAt(12).map(value => 0.75 * value))
    assert.equal(told.indexOf(Math.max(...told)), 12)
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
