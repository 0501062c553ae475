import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit } from './kinds.ts'
import { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { alongEdit, isInMixture, throughTransitions } from './through-transitions.ts'

const run = {
  mixed: { from: 100, to: 180 },
  steady: { from: 112, to: 170 },
  fadeIn: 0,
  fadeOut: 0,
  isIn: () => true,
}
const isIn = () => true
const box = [10, 10, 20, 20] as const
const caption: Edit = { kind: 'overlay', start: 112, end: 150, region: box, score: 0.9 }
const spanOf = ({ start, end }: Edit) => [start, end]

test('what is drawn beside a dissolve goes through it; what comes later or ends before does not', () => {
  assert.deepEqual(spanOf(throughTransitions(caption, run)), [100, 150])
  assert.deepEqual(spanOf(throughTransitions({ ...caption, start: 120, end: 169 }, run)), [120, 180])
  assert.deepEqual(spanOf(throughTransitions({ ...caption, start: 120 }, run)), [120, 150])
  assert.deepEqual(spanOf(throughTransitions({ ...caption, kind: 'slow' }, run)), [112, 150])
  assert.deepEqual(spanOf(throughTransitions(caption, { ...run, isIn: () => false })), [112, 150])
  // Before a cut it ends where it was seen to.
  const cut = { mixed: { from: 100, to: 153 }, steady: { from: 100, to: 153 }, fadeIn: 0, fadeOut: 0, isIn }
  assert.deepEqual(spanOf(throughTransitions(caption, cut)), [112, 150])
})

test('the dark end of a fade is of it, the light part is not', () => {
  const faded = {
    mixed: { from: 100, to: 200 },
    steady: { from: 100, to: 200 },
    ...{ fadeIn: 0, fadeOut: 20 },
    isIn,
  }
  assert.deepEqual(spanOf(throughTransitions({ ...caption, end: 192 }, faded)), [112, 200])
  assert.deepEqual(spanOf(throughTransitions({ ...caption, end: 184 }, faded)), [112, 184])
})

test('what moves goes on as it moved', () => {
  const follows: NonNullable<Edit['follows']> = [
    [112, 30, 40, 20, 20],
    [122, 50, 35, 20, 20],
    [149, 104, 22, 20, 20],
  ]
  const { follows: told } = throughTransitions({ ...caption, follows }, run)
  assert.deepEqual(told?.[0], [100, 6, 46, 20, 20])
  assert.deepEqual(told?.at(-1), follows.at(-1))
})

test('a caption that ends before a dissolve is not in the mixture, one that goes on is', () => {
  const [width, height, count] = [96, 64, 40]
  const levels = (at: (x: number, y: number, n: number) => number) =>
    new Levels({
      ...{ width, height, count, fullWidth: 2 * width, fullHeight: 2 * height },
      times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
      luma: n =>
        Uint8Array.from({ length: width * height }, (_, p) => at(p % width, Math.floor(p / width), n)),
      colour: () => new Uint8Array((width * height) / 2).fill(128),
    })
  const one = (x: number, y: number) => 100 + 40 * Math.sin(x / 7) * Math.cos(y / 5)
  const two = (x: number, y: number) => 130 + 50 * Math.cos(x / 9 + y / 4)
  const isText = (x: number, y: number) => x >= 20 && x < 70 && y >= 40 && y < 52 && x % 5 < 3
  const film = (hasText: (n: number) => boolean) =>
    levels((x, y, n) => {
      const share = Math.max(0, Math.min(1, (n - 19) / 11))
      const own = hasText(n) && isText(x, y) ? 240 : one(x, y)
      return own + share * (two(x, y) - own)
    })
  const raws = [levels(one), levels(two)]
  const run = (raw: number, from: number, to: number) =>
    ({
      ...{ raw, from, to, line: { start: 0, rate: 1 }, maps: [[1, 0, 0, 0, 1, 0]], isBlended: false },
      frames: Int32Array.from({ length: to - from }, (_, n) => from + n),
      track: { from, gains: [], lifts: [] },
    }) as unknown as Segment
  const drawn: Edit = { kind: 'overlay', start: 2, end: 20, region: [40, 80, 100, 24], score: 1 }
  const isIn = (shown: Levels) =>
    isInMixture(drawn, run(0, 0, 20), run(1, 20, 40), { from: 20, to: 30 }, shown, raws)
  assert.equal(isIn(film(() => true)), true)
  assert.equal(isIn(film(n => n < 20)), false)
})

test('a second picture goes on through a dissolve as long as it is told to be there', () => {
  const count = 60
  const levels = new Levels({
    ...{ width: 16, height: 16, count, fullWidth: 16, fullHeight: 16 },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: () => new Uint8Array(256),
    colour: () => new Uint8Array(128),
  })
  const run = (from: number, to: number) =>
    ({
      ...{ raw: 0, from, to, line: { start: 0, rate: 1 }, maps: [[1, 0, 0, 0, 1, 0]] },
      frames: Int32Array.from({ length: to - from }, (_, n) => from + n),
    }) as unknown as Segment
  const runs = [run(20, 30), run(30, 40)]
  const along = (start: number, end: number) =>
    alongEdit(runs, { start: 20, end: 40 }, { start, end }, levels, [levels]).map(({ from, to, frames }) => [
      from,
      to,
      frames[0],
    ])
  assert.deepEqual(along(12, 48), [
    [12, 30, 12],
    [30, 48, 30],
  ])
  assert.deepEqual(along(20, 40), [
    [20, 30, 20],
    [30, 40, 30],
  ])
})
