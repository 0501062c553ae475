import assert from 'node:assert/strict'
import test from 'node:test'
import { type Around, cell, cellNumbers, plainAround } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadAround } from './around-kernels.ts'

const around = await loadAround()
const random = randomFrom(17)

type Window = readonly [number, number, number, number]

function inWindow({ values, start, stride }: Around, [left, top, right, bottom]: Window): number[][] {
  return Array.from({ length: bottom - top }, (_, n) => [
    ...values.subarray(start + n * stride, start + n * stride + right - left),
  ])
}

/** What a recording shows: some of it is not known, and some, of colours that were recoloured, lies below 0 by itself. */
function planeOf(size: number, least: number): Float32Array {
  return Float32Array.from({ length: size }, (_, n) => {
    const kind = random()
    if (kind < 0.08) return kind < 0.04 ? -1 : -2
    if (kind < 0.15) return Math.round(40 * random())
    return Math.max(least, 30 + 34 * Math.sin(n / 11) + random())
  })
}

const told = (rows: number[][]) => rows.flat().filter(value => value > 0).length

for (const [width, height] of [
  [64, 36],
  [33, 20],
  [7, 5],
] as const) {
  const windows: Window[] = [
    [0, 0, width, height],
    [2, 1, width - 2, height - 1],
    [0, height - 3, 5, height],
    [width - 3, 2, width, 3],
    [1, 1, 1, 4],
  ]
  for (const window of windows)
    test(`in window ${window} of ${width} by ${height} pixels what lies outside is told by vectors as by plain loops, to the last bit`, () => {
      let count = 0
      for (const spread of [4, 60, 400]) {
        const plane = planeOf(width * height, 0)
        const film = plane.map(value => Math.max(0, value + spread * (random() - 0.5)))
        const shown = Uint8Array.from(film, Math.round)
        const grid = { width, height }
        for (const [reach, peaks] of [
          [1, 0.3],
          [2, 0.3 + 0.3 * 0.7],
        ] as const) {
          const of = [shown, plane, grid, window, 2, { reach, peaks }] as const
          const plain = inWindow(plainAround.beyond(...of), window)
          assert.deepEqual(inWindow(around.beyond(...of), window), plain)
          count += told(plain)
        }
        const [u, v] = [plane, planeOf(width * height, -3)]
        const seen = Uint8Array.from([...shown, ...shown])
        const plain = inWindow(plainAround.colours(seen, u, v, grid, window), window)
        assert.deepEqual(inWindow(around.colours(seen, u, v, grid, window), window), plain)
      }
      assert.ok(window[2] - window[0] < 20 || count > 20)
    })
}

for (const [width, height] of [
  [64, 36],
  [36, 20],
  [7, 5],
] as const) {
  const whole = [0, 0, width - (width % cell), height - (height % cell)] as const
  const windows: Window[] = [
    whole,
    [4, 0, Math.min(12, whole[2]), 4],
    [whole[2] - 4, whole[3] - 4, whole[2], whole[3]],
  ]
  for (const window of windows)
    test(`what cells in window ${window} of ${width} by ${height} pixels come to is told by vectors as by plain loops, to the last bit`, () => {
      const numbers = (cellNumbers * (window[2] - window[0]) * (window[3] - window[1])) / cell ** 2
      for (const spread of [4, 60, 400]) {
        const plane = planeOf(width * height, 0)
        const film = plane.map(value => Math.max(0, value + spread * (random() - 0.5)))
        const of = [Uint8Array.from(film, Math.round), plane, { width, height }, window, 2] as const
        for (const reach of [1, 2]) {
          const plain = plainAround.cells(...of, { reach, peaks: 0.37 }).slice(0, numbers)
          assert.deepEqual(around.cells(...of, { reach, peaks: 0.37 }).slice(0, numbers), plain)
          assert.ok(numbers === 0 || plain.some(value => value > 0))
        }
      }
    })
}
