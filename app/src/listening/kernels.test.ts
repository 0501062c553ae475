import assert from 'node:assert/strict'
import test from 'node:test'
import { between, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadKernels, panelColumns, planeTaps, stepColumns } from './kernels.ts'

const [frame, columns, rows] = [12, 16, 8] as const
const kernels = await loadKernels(65_536, { frame, columns, rows })
const floats = new Float32Array(kernels.memory.buffer)
let used = 64
const room = (count: number) => {
  const at = used
  used += Math.ceil((4 * count) / 64) * 64
  return { at, floats: floats.subarray(at / 4, at / 4 + count) }
}
const random = randomFrom(31)
const numbers = (count: number) => Float32Array.from({ length: count }, () => between(random, -1, 1))
const laid = (values: Float32Array) => {
  const place = room(values.length)
  place.floats.set(values)
  return place
}

test('a step that leaves out what is zero comes to the same, to the last bit', () => {
  const [depth, panels] = [16, 2]
  const weights = laid(numbers(depth * panels * stepColumns))
  const start = laid(numbers(panels * stepColumns))
  const [all, some, list] = [room(start.floats.length), room(start.floats.length), room(2 * depth + 2)]
  for (const share of [0, 0.2, 1]) {
    const input = laid(numbers(depth).map(value => (between(random, 0, 1) < share ? value : 0)))
    kernels.step(input.at, weights.at, start.at, all.at, depth, panels)
    kernels.sparseStep(input.at, weights.at, start.at, some.at, depth, panels, list.at)
    assert.deepEqual([...some.floats], [...all.floats], `${share}`)
    if (share === 0) assert.deepEqual([...some.floats], [...start.floats])
  }
})

/** Three taps over four frames between zeros, as it is written down: taps are [column][tap][bin]. */
function convolved(frames: Float32Array, taps: Float32Array, bias: Float32Array): readonly number[] {
  return Array.from({ length: 4 * columns }, (_, n) => {
    const [at, column] = [Math.floor(n / columns), n % columns]
    let sum = bias[column] as number
    for (let tap = 0; tap < 3; tap++)
      for (let bin = 0; bin < frame; bin++)
        sum +=
          (taps[(column * 3 + tap) * frame + bin] as number) *
          (at + tap < 1 || at + tap > 4 ? 0 : (frames[(at + tap - 1) * frame + bin] as number))
    return Math.max(0, sum)
  })
}

test('four frames convolved by six products come to what three taps each come to', () => {
  const [frames, taps, bias] = [
    laid(numbers(rows * 4 * frame)),
    numbers(columns * 3 * frame),
    laid(numbers(columns)),
  ]
  const [spread, products] = [room(6 * rows * frame), room(6 * rows * columns)]
  const [none, least, out] = [room(panelColumns), room(4), room(rows * 4 * columns)]
  least.floats.fill(-3.4e38)
  kernels.spread(frames.at, spread.at, rows)
  for (const [plane, shares] of planeTaps.entries())
    for (let column = 0; column < columns; column += panelColumns) {
      const weights = room(frame * panelColumns)
      weights.floats.set(
        Float32Array.from({ length: frame * panelColumns }, (_, n) => {
          const [bin, own] = [Math.floor(n / panelColumns), column + (n % panelColumns)]
          return shares.reduce(
            (sum, share, tap) => sum + share * (taps[(own * 3 + tap) * frame + bin] as number),
            0,
          )
        }),
      )
      kernels.affine(
        ...([spread.at + 4 * plane * rows * frame, 4 * frame, weights.at, none.at] as const),
        ...([
          products.at + 4 * (plane * rows * columns + column),
          4 * columns,
          rows,
          frame,
          least.at,
        ] as const),
      )
    }
  kernels.gather(products.at, bias.at, out.at, rows)
  for (let row = 0; row < rows; row++) {
    const own = frames.floats.subarray(row * 4 * frame, (row + 1) * 4 * frame)
    for (const [n, value] of convolved(own, taps, bias.floats).entries()) {
      const found = out.floats[row * 4 * columns + n] as number
      assert.ok(Math.abs(found - value) < 1e-4, `row ${row}, ${n}: ${found}, not ${value}`)
    }
  }
})
