import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Differences, LitFrame, Looked } from './differences.ts'
import { driftingBox, mayDrift, movingBox, wanderingBox } from './moving-box.ts'
import { Levels } from './pictures.ts'

const [width, height] = [128, 72]
const film = new Levels({
  ...{ width, height, count: 40, times: Float64Array.from({ length: 41 }, (_, n) => n / 30) },
  luma: () => new Uint8Array(width * height),
  colour: () => new Uint8Array((width * height) / 2),
  ...{ fullWidth: width, fullHeight: height },
})

const centreAt = (n: number) => [30 + 1.7 * n, 30 + 0.6 * n] as const

/** A ring of radius 10 that moves, and something that passes beside it. */
function pixels({ n, asked: { window = [0, 0, width, height] } }: LitFrame) {
  const [left, top, right, bottom] = window
  const [cx, cy] = centreAt(n)
  const all = Float32Array.from({ length: (right - left) * (bottom - top) }, (_, at) => {
    const [x, y] = [left + (at % (right - left)), top + Math.floor(at / (right - left))]
    const off = Math.hypot(x + 0.5 - cx, y + 0.5 - cy)
    if (Math.abs(x - 70) < 2 && y > 30) return 40
    return 90 * Math.max(0, Math.min(1, 1.5 - Math.abs(off - 9)))
  })
  return { all, luma: all }
}

test('a ring that moves is laid over itself: its box is known to a pixel where cells know it to four', () => {
  const lit = (n: number, asked: Looked = {}): LitFrame => ({
    ...{ n, asked, film: new Uint8Array(0), raw: new Float32Array(0), light: { gain: 1, lift: 0 } },
  })
  const run: Pick<Differences, 'lit' | 'pixels'> = { lit, pixels }
  const byCells = Array.from({ length: 9 }, (_, k) => {
    const [cx, cy] = centreAt(4 * k)
    const x = 4 * Math.floor((cx - 10) / 4)
    const y = 4 * Math.floor((cy - 10) / 4)
    return { n: 4 * k, box: [x, y, 24, 24] as const }
  })
  const found = movingBox(byCells, run, film, false) ?? []
  assert.equal(found.length, 9)
  for (const { n, box } of found) {
    const [cx, cy] = centreAt(n)
    const wanted = [cx - 10, cy - 10, 20, 20]
    assert.ok(
      wanted.every((value, side) => Math.abs(value - (box[side] as number)) < 1.3),
      `${box} is not ${wanted}`,
    )
  }
})

test('what moves by a few pixels in all is followed, what stands is not', () => {
  const lit = (n: number, asked: Looked = {}): LitFrame => ({
    ...{ n, asked, film: new Uint8Array(0), raw: new Float32Array(0), light: { gain: 1, lift: 0 } },
  })
  const box = (n: number, speed: number) => [40 + speed * n, 20, 24, 12] as const
  const runOf = (speed: number): Pick<Differences, 'lit' | 'pixels'> => ({
    lit,
    pixels: ({ n, asked: { window = [0, 0, width, height] } }) => {
      const [left, top, right, bottom] = window
      const [x0, y0, w, h] = box(n, speed)
      const all = Float32Array.from({ length: (right - left) * (bottom - top) }, (_, at) => {
        const [x, y] = [left + (at % (right - left)), top + Math.floor(at / (right - left))]
        return x >= x0 && x < x0 + w && y >= y0 && y < y0 + h ? 60 : (x * 7 + y * 3 + n * 5) % 4
      })
      return { all, luma: all }
    },
  })
  const frames = [0, 4, 8, 12, 16, 20, 24, 28]
  assert.equal(driftingBox(frames, [40, 20, 24, 12], runOf(0), film, true), null)
  const found = driftingBox(frames, [43, 20, 26, 12], runOf(0.25), film, true) ?? []
  assert.equal(found.length, frames.length)
  for (const place of found) assert.ok(Math.abs(place.box[0] - 40 - 0.25 * place.n) < 1.2, String(place.box))
})

test('an arrow that moves along itself by half of its length is followed by its head, what stands while others pass is not', () => {
  const lit = (n: number, asked: Looked = {}): LitFrame => ({
    ...{ n, asked, film: new Uint8Array(0), raw: new Float32Array(0), light: { gain: 1, lift: 0 } },
  })
  const runOf = (speed: number): Pick<Differences, 'lit' | 'pixels'> => ({
    lit,
    pixels: ({ n, asked: { window = [0, 0, width, height] } }) => {
      const [left, top, right, bottom] = window
      const all = Float32Array.from({ length: (right - left) * (bottom - top) }, (_, at) => {
        const x = left + (at % (right - left)) - 20 - speed * n
        const y = Math.abs(top + Math.floor(at / (right - left)) - 30)
        const isShaft = x >= 0 && x < 30 && y < 2
        const isHead = x >= 30 && x < 40 && y < (40 - x) * 0.8
        if (isShaft || isHead) return 60
        return Math.abs(x + 20 + speed * n - 10 - 3 * n) < 2 ? 50 : (at * 7 + n * 5) % 4
      })
      return { all, luma: all }
    },
  })
  const frames = [0, 4, 8, 12, 16, 20, 24, 28]
  assert.equal(wanderingBox(frames, [20, 22, 40, 16], runOf(0), film, false), null)
  assert.equal(mayDrift(frames, [20, 22, 40, 16], runOf(0), film), false)
  for (const speed of [0.1, 0.8]) assert.equal(mayDrift(frames, [20, 20, 62, 20], runOf(speed), film), true)
  const found = wanderingBox(frames, [20, 20, 62, 20], runOf(0.8), film, false) ?? []
  assert.equal(found.length, frames.length)
  for (const { n, box } of found) {
    assert.ok(Math.abs(box[0] - 20 - 0.8 * n) < 2, `${n}: ${box}`)
    assert.ok(Math.abs(box[2] - 40) < 3, String(box))
  }
})

test('of what stands a few of many looks are taken, of what moves a little all', () => {
  const lit = (n: number, asked: Looked = {}): LitFrame => ({
    ...{ n, asked, film: new Uint8Array(0), raw: new Float32Array(0), light: { gain: 1, lift: 0 } },
  })
  const frames = Array.from({ length: 24 }, (_, k) => k)
  const looksAt = (speed: number) => {
    const looked = new Set<number>()
    const run: Pick<Differences, 'lit' | 'pixels'> = {
      lit,
      pixels: ({ n, asked: { window = [0, 0, width, height] } }) => {
        looked.add(n)
        const [left, top, right, bottom] = window
        const all = Float32Array.from({ length: (right - left) * (bottom - top) }, (_, at) => {
          const [x, y] = [left + (at % (right - left)), top + Math.floor(at / (right - left))]
          return x >= 40 + speed * n && x < 64 + speed * n && y >= 20 && y < 32 ? 60 : 0
        })
        return { all, luma: all }
      },
    }
    const mayMove = mayDrift(frames, [40, 20, 26, 12], run, film)
    const asked = looked.size
    return {
      mayMove,
      asked,
      found: driftingBox(frames, [40, 20, 26, 12], run, film, true),
      looked: looked.size,
    }
  }
  assert.deepEqual(looksAt(0), { mayMove: false, asked: 8, found: null, looked: 8 })
  const { mayMove, asked, found, looked } = looksAt(0.2)
  assert.deepEqual([mayMove, asked, found?.length, looked], [true, 8, 24, 24])
})
