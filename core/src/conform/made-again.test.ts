import assert from 'node:assert/strict'
import test from 'node:test'
import type { StandingLine } from './laid-over.ts'
import { film as filmId, seconds } from './lines-for-tests.ts'
import { blendedLike, type ColourPicture, doneAt, madeLike } from './made-again.ts'
import type { Box } from './picture-box.ts'

const [width, height] = [96, 64]
/** Ground with detail everywhere, in grey and in colour; `shift` moves it. */
function picture(shift = 0, seed = 1): ColourPicture {
  const at = (x: number, y: number, scale: number) => {
    const hash =
      Math.imul(((x + shift) / scale) | 0, 73_856_093) ^ Math.imul((y / scale) | 0, 19_349_663) ^ seed
    return 40 + ((Math.imul(hash, 2_654_435_761) >>> 24) * 170) / 255
  }
  const plane = (w: number, h: number, scale: number) =>
    Uint8Array.from({ length: w * h }, (_, n) => at(n % w, Math.floor(n / w), scale))
  return {
    ...{ width, height },
    luma: plane(width, height, 3),
    u: plane(width / 2, height / 2, 4),
    v: plane(width / 2, height / 2, 6),
  }
}
const raw = picture()
const all = new Uint8Array(width * height).fill(1)
const changed = (luma: (value: number, x: number, y: number) => number): ColourPicture => ({
  ...raw,
  luma: raw.luma.map((value, n) => luma(value, n % width, Math.floor(n / width))),
})
const apart = (one: ColourPicture, two: ColourPicture, of: 'luma' | 'u' = 'luma') =>
  one[of].reduce((sum, value, n) => sum + Math.abs(value - (two[of][n] as number)), 0) / one[of].length
const region: Box = [20, 12, 40, 32]
const isIn = (x: number, y: number) => x >= 20 && x < 60 && y >= 12 && y < 44

/** Means over squares of so many pixels around or under each pixel of the region. */
function hidden(size: number, isMosaic: boolean): ColourPicture {
  const mean = (left: number, top: number) => {
    let [sum, count] = [0, 0]
    for (let y = top; y < top + size; y++)
      for (let x = left; x < left + size; x++)
        if (x >= 0 && y >= 0 && x < width && y < height) {
          sum += raw.luma[y * width + x] as number
          count++
        }
    return sum / count
  }
  return changed((value, x, y) => {
    if (!isIn(x, y)) return value
    return isMosaic
      ? mean(20 + size * Math.floor((x - 20) / size), 12 + size * Math.floor((y - 12) / size))
      : mean(x - (size >> 1), y - (size >> 1))
  })
}

test('a box of one colour, a mosaic and a blur are made again where the lines say that something was hidden', () => {
  for (const [film, most] of [
    [changed((value, x, y) => (isIn(x, y) ? 33 : value)), 0.01],
    [hidden(8, true), 0.3],
    [hidden(9, false), 2],
  ] as const) {
    const made = madeLike(film, raw, all, [{ kind: 'redaction', region }])
    assert.deepEqual([made.by, made.bare], [['redaction'], null])
    assert.ok(apart(film, made.picture) < most && apart(film, raw) > 3, `${apart(film, made.picture)}`)
  }
  // Said to be hidden, and it is not: nothing is done.
  assert.equal(madeLike(raw, raw, all, [{ kind: 'redaction', region }]).picture, raw)
})

test('light, gamma, colours and fades are made again, also where a part is hidden as well', () => {
  const bright = changed(value => 255 * (value / 255) ** 0.6)
  const made = madeLike(bright, raw, all, [{ kind: 'colour', region: null }])
  assert.deepEqual(made.by, ['colour'])
  assert.ok(apart(bright, made.picture) < 1 && apart(bright, raw) > 20)
  const pale = { ...raw, u: raw.u.map(value => 128 + (value - 128) / 2) }
  const paler = madeLike(pale, raw, all, [{ kind: 'colour', region: null }])
  assert.ok(apart(pale, paler.picture, 'u') < 1 && apart(pale, raw, 'u') > 10)
  const fading = changed((value, x, y) => (isIn(x, y) ? 16 : 16 + (value - 16) / 8))
  const faded = madeLike(fading, raw, all, [
    { kind: 'fade', region: null },
    { kind: 'redaction', region },
  ])
  assert.deepEqual(faded.by, ['fade', 'redaction'])
  assert.ok(apart(fading, faded.picture) < 1)
})

test('what is drawn is not made again, and is told by where it lies; without a place all is compared', () => {
  const film = changed((value, x, y) => (isIn(x, y) ? 235 : value))
  const made = madeLike(film, raw, all, [{ kind: 'overlay', region }])
  assert.equal(made.picture, raw)
  assert.equal(made.bare?.filter(value => value === 0).length, 40 * 32)
  assert.equal(madeLike(film, raw, all, [{ kind: 'overlay', region: null }]).bare, null)
  // Partly beside the picture.
  assert.equal(
    madeLike(film, raw, all, [{ kind: 'overlay', region: [90, -10, 40, 20] }]).bare?.filter(v => v === 0)
      .length,
    6 * 10,
  )
})

test('two neighbouring frames are mixed where the film is, and one frame with noise is not', () => {
  const [before, next] = [picture(), picture(7)]
  const film = {
    ...before,
    luma: before.luma.map((value, n) => 0.6 * value + 0.4 * (next.luma[n] as number)),
  }
  const mixed = blendedLike(film, before, [picture(-7), next])
  assert.ok(mixed && apart(film, mixed) < 1)
  const noisy = (seed: number) =>
    changed(
      (value, x, y) =>
        value +
        ((Math.imul(Math.imul(x * 97 + y * 311 + seed * 7919, 2_654_435_761) ^ (x << 9) ^ y, 40_503) >>> 8) %
          7),
    )
  assert.equal(blendedLike(noisy(1), noisy(2), [noisy(3)]), null)
})

test('a line counts from its beginning to its end, with its box where it then is', () => {
  const line = {
    ...{ part: 'picture', from: seconds(1), to: seconds(2), kind: 'redaction', factor: null, crop: null },
    region: [10, 20, 30, 40],
    follows: [
      { at: seconds(1), box: [0, 20, 20, 40] },
      { at: seconds(2), box: [40, 20, 20, 40] },
    ],
  } as const
  const standing = (status: StandingLine['status']) =>
    ({
      key: filmId,
      status,
      line,
      candidate: null,
      review: null,
      isSuggestedOtherwise: false,
    }) as unknown as StandingLine
  const then = (at: number, status: StandingLine['status'] = 'candidate') =>
    doneAt([standing(status)], seconds(at), [0.5, 0.25])
  assert.deepEqual(then(1.5), [{ kind: 'redaction', region: [10, 5, 10, 10] }])
  assert.deepEqual([then(0.9), then(2), then(1.5, 'dismissed')], [[], [], []])
})
