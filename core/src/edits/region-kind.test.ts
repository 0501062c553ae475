import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box } from './affine.ts'
import { Levels } from './pictures.ts'
import { isMovingMark, type RegionMake, regionKind } from './region-kind.ts'

const [width, height] = [64, 40]
const box: Box = [20, 10, 16, 14]
const isIn = ([x0, y0, w, h]: Box, x: number, y: number) => x >= x0 && x < x0 + w && y >= y0 && y < y0 + h
const texture = (x: number, y: number) => 120 + 12 * Math.sin(x / 2) * Math.cos(y / 3)

const pictures = new Levels({
  ...{ width, height, count: 5, times: Float64Array.from({ length: 6 }, (_, n) => n / 30) },
  luma: () => new Uint8Array(width * height),
  colour: () => new Uint8Array((width * height) / 2),
  ...{ fullWidth: width, fullHeight: height },
})
const make: RegionMake = {
  ...{
    fill: 0.95,
    filled: 0.95,
    steadiness: 0.95,
    level: 30,
    isAsRecorded: false,
    usualDetail: 0.9,
    seconds: 2,
    pixels: 1,
  },
  ...{ share: 0.09, isPainted: false, staysPainted: false, movesPainted: () => false },
}

function kindOf(
  raw: (x: number, y: number) => number,
  film: (x: number, y: number) => number,
  made: RegionMake = make,
) {
  const plane = (at: (x: number, y: number) => number) =>
    Float32Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width)))
  const light = { gain: 1, lift: 0 }
  const lits = [0, 1, 2].map(n => ({
    ...{ n, asked: {}, film: Uint8Array.from(plane(film)), raw: plane(raw) },
    light,
  }))
  return regionKind(lits, [box, box, box], pictures, made).kind
}

test('a ring that moves is drawn, over light and dark; somebody who moves, of several tones, and a filled thing of as many, are not', () => {
  const places: readonly Box[] = [0, 1, 2, 3, 4, 5].map(k => [10 + 4 * k, 8, 20, 20])
  const shown = (at: (x: number, y: number, box: Box) => number | null) => {
    const ground = (x: number, y: number) => (y < 18 ? 170 : 90) + 6 * Math.sin(x)
    const lits = places.map((place, n) => {
      const plane = (of: (x: number, y: number) => number) =>
        Float32Array.from({ length: width * height }, (_, p) => of(p % width, Math.floor(p / width)))
      const film = Uint8Array.from(plane((x, y) => at(x, y, place) ?? ground(x, y)))
      return { n, asked: {}, film, raw: plane(ground), light: { gain: 1, lift: 0 } }
    })
    return regionKind(lits, places, pictures, { ...make, fill: 0.2, steadiness: 0, level: 4 }).kind
  }
  const away = (x: number, y: number, [x0, y0, w, h]: Box) =>
    Math.hypot(x + 0.5 - x0 - w / 2, y + 0.5 - y0 - h / 2)
  const ring = (x: number, y: number, place: Box) => {
    const off = away(x, y, place)
    return off > 8 && off < 10 ? 230 : null
  }
  assert.equal(shown(ring), 'overlay')
  // Dark trousers, a light coat.
  const walker = (x: number, y: number, place: Box) => {
    if (Math.abs(x + 0.5 - place[0] - 10) > 4) return null
    return y < 18 ? 235 : 30
  }
  assert.equal(shown(walker), 'nothing')
  const flicker = (x: number, y: number, place: Box) =>
    away(x, y, place) < 9 ? 230 - (((x - place[0]) * 7 + y * 5 + place[0] * 11) % 60) : null
  assert.equal(shown(flicker), 'nothing')
})

test('a flat thing of the recording in another tone is not hidden; the same box over what has detail, or over a flat wall, is', () => {
  const sign = (tone: number) => (x: number, y: number) => (isIn(box, x, y) ? tone : texture(x, y))
  assert.equal(kindOf(sign(220), sign(180)), 'nothing')
  assert.equal(kindOf(texture, sign(20)), 'redaction')
  assert.equal(
    kindOf(
      () => 120,
      (x, y) => (isIn(box, x, y) ? 20 : 120),
    ),
    'redaction',
  )
  // A light sign that is black in the film is no longer the sign.
  assert.equal(kindOf(sign(220), sign(20)), 'redaction')
})

const varied = (x: number, y: number) => Math.round(120 + 60 * Math.sin(x) * Math.cos(y / 2))

test('a large part that is as light as it was has other colours: nothing was drawn there', () => {
  const large = { ...make, share: 0.6, usualDetail: 1 }
  assert.equal(kindOf(varied, varied, large), 'nothing')
  const drawn = (x: number, y: number) => (isIn(box, x, y) && x % 6 < 3 ? 20 : varied(x, y))
  assert.equal(kindOf(varied, drawn, large), 'overlay')
})

test('a thin mark as light as what it covers is told by paint that stays', () => {
  const ring = { ...make, fill: 0.3, usualDetail: 1 }
  assert.equal(kindOf(varied, varied, ring), 'nothing')
  assert.equal(kindOf(varied, varied, { ...ring, staysPainted: true }), 'overlay')
})

test('the thin line of a frame that is drawn around a place is told by its sides', () => {
  const isLine = (x: number, y: number) =>
    isIn(box, x, y) && !isIn([box[0] + 1, box[1] + 1, box[2] - 2, box[3] - 2], x, y)
  const kind = kindOf(texture, (x, y) => (isLine(x, y) ? 16 : texture(x, y)), {
    ...make,
    fill: 0.27,
    steadiness: 0.8,
    level: 24,
  })
  assert.equal(kind, 'overlay')
})

test('what is flat in the recording too, and hardly another tone, hides nothing', () => {
  const faint: RegionMake = { ...make, fill: 0.75, level: 2.4 }
  const noisy = (x: number, y: number) => 120 + ((x * 7 + y * 5) % 5) - 2
  assert.equal(
    kindOf(noisy, () => 122, faint),
    'nothing',
  )
  assert.equal(
    kindOf(varied, () => 122, faint),
    'redaction',
  )
  // Coded at a low rate: softer, but as uneven as it was.
  const uneven = (x: number, y: number) => 40 + 7 * Math.sin(x / 2.5) + 2 * ((x + y) % 3)
  const soft = (x: number) => 42 + 7 * Math.sin(x / 2.5 + 0.8)
  assert.equal(kindOf(uneven, soft, { ...faint, fill: 0.67, level: 4.5, usualDetail: 0.64 }), 'nothing')
})

test("the recording's own lamp in more contrast is not drawn; the same in a colour that it has not is", () => {
  const lamp = (strength: number) => (x: number, y: number) =>
    Math.round(
      60 + strength * Math.exp(-((x - box[0] - box[2] / 2) ** 2 + (y - box[1] - box[3] / 2) ** 2) / 40),
    )
  const small = { ...make, share: 0.005 }
  assert.equal(kindOf(lamp(60), lamp(120), small), 'nothing')
  assert.equal(kindOf(lamp(60), lamp(120), { ...small, isPainted: true }), 'overlay')
})

test('a tone that lets the recording shine through is drawn over it, a blur and a full tone hide', () => {
  const busy = (x: number, y: number) =>
    120 + 40 * Math.sin(x / 4) * Math.cos(y / 5) + 25 * Math.sin(2.1 * x + y) * Math.cos(1.7 * y)
  const laid = (tone: (x: number, y: number) => number) =>
    kindOf(busy, (x, y) => (isIn(box, x, y) ? tone(x, y) : busy(x, y)))
  for (const left of [0.4, 0.6, 0.75])
    assert.equal(
      laid((x, y) => left * busy(x, y) + (1 - left) * 30),
      'overlay',
    )
  const soft = (x: number, y: number) => {
    let sum = 0
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) sum += busy(x + dx, y + dy) / 25
    return sum
  }
  assert.equal(laid(soft), 'redaction')
  assert.equal(
    laid(() => 30),
    'redaction',
  )
})

test('a box full of one level hides, whatever else differs around it; the shaft of an arrow on flat ground hides nothing', () => {
  const grey = (x: number, y: number) => (isIn(box, x, y) ? 128 : varied(x, y))
  assert.equal(kindOf(varied, grey, { ...make, fill: 0.47 }), 'redaction')
  const flat = (x: number, y: number) => 120 + ((x + y) % 2)
  const white = (x: number, y: number) => (isIn(box, x, y) ? 235 : flat(x, y))
  assert.equal(kindOf(flat, white, { ...make, fill: 0.75, pixels: 0.54 }), 'overlay')
  assert.equal(kindOf(flat, white, { ...make, fill: 0.75 }), 'redaction')
})

test("a small window in a tone that the light misses is the recording's own", () => {
  const window: Box = [20, 10, 8, 14]
  const plane = (tone: number) =>
    Float32Array.from({ length: width * height }, (_, n) =>
      isIn(window, n % width, Math.floor(n / width)) ? tone : 140,
    )
  const lits = [0, 1, 2].map(n => ({
    ...{ n, asked: {}, film: Uint8Array.from(plane(72)), raw: plane(60) },
    light: { gain: 1, lift: 0 },
  }))
  const made = { ...make, fill: 0.6, level: 9.4, share: 0.003 }
  assert.equal(regionKind(lits, [window, window, window], pictures, made).kind, 'nothing')
})

test('what fills the sides that it has may be another picture, though it hangs together with something below it', () => {
  const plane = (at: (x: number, y: number) => number) =>
    Float32Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width)))
  // It changes from look to look: what is drawn stays as it is.
  const lits = [0, 1, 2].map(n => ({
    ...{ n, asked: {}, light: { gain: 1, lift: 0 } },
    film: Uint8Array.from(plane((x, y) => 128 + 70 * Math.sin(x / 3 + 2 * n) * Math.cos(y / 2 - n))),
    raw: plane(varied),
  }))
  const kind = (filled: number) =>
    regionKind(lits, [box, box, box], pictures, { ...make, usualDetail: 1, fill: 0.75, filled }).kind
  assert.deepEqual([kind(0.75), kind(0.9)], ['nothing', 'picture'])
})

test('a ring in a strong colour that moves a little is drawn, also where it is there for half a second', () => {
  const ring = { ...make, fill: 0.5, steadiness: 0.2, level: 17, seconds: 0.6, usualDetail: 1 }
  assert.equal(kindOf(varied, varied, { ...ring, movesPainted: () => true }), 'overlay')
  assert.equal(kindOf(varied, varied, { ...ring, movesPainted: () => true, level: 10 }), 'nothing')
  assert.equal(kindOf(varied, varied, { ...ring, movesPainted: () => true, seconds: 0.4 }), 'nothing')
  assert.equal(kindOf(varied, varied, ring), 'nothing')
})

test('a mark of the recording that moves with its camera is not drawn, though it is laid a little wrong; a new one is', () => {
  const places: readonly Box[] = [0, 1, 2, 3, 4, 5].map(k => [8 + 4 * k, 18, 20, 4])
  const shown = (raw: (x: number, y: number) => number, film: (x: number, y: number) => number) => {
    const lits = places.map(([left], n) => {
      const plane = (of: (x: number, y: number) => number) =>
        Float32Array.from({ length: width * height }, (_, p) => of((p % width) - left, Math.floor(p / width)))
      return {
        ...{ n, asked: {}, light: { gain: 1, lift: 0 } },
        ...{ raw: plane(raw), film: Uint8Array.from(plane(film)) },
      }
    })
    return regionKind(lits, places, pictures, { ...make, steadiness: 0, level: 8, share: 0.006 }).kind
  }
  const isDash = (x: number, y: number) => x >= 3 && x < 15 && y >= 19 && y < 21
  const dash = (x: number, y: number) => (isDash(x, y) ? 170 : 70 + ((x + y) % 2))
  const brighter = (x: number, y: number) => (isDash(x, y) ? 192 : 70 + 9 * ((x + y) % 2))
  assert.equal(shown(dash, brighter), 'nothing')
  // A part of a pixel beside its place.
  assert.equal(
    shown(dash, (x, y) => (x >= 3 && x < 15 && y >= 18 && y < 21 ? [110, 192, 192][y - 18] : 70) as number),
    'nothing',
  )
  const road = (x: number, y: number) => 70 + ((x + y) % 2)
  assert.equal(shown(road, brighter), 'overlay')
})

test('what moves and is in one tone is no mark where the recording has it there in less contrast, a part of a pixel beside its place', () => {
  const places: readonly Box[] = [0, 1, 2, 3, 4, 5].map(k => [8 + 4 * k, 18, 20, 4])
  const isMark = (dash: number) => {
    const lits = places.map(([left], n) => {
      const plane = (rows: readonly number[], at: (x: number, y: number) => number) =>
        Float32Array.from({ length: width * height }, (_, p) => {
          const [x, y] = [(p % width) - left, Math.floor(p / width)]
          const own = x >= 3 && x < 15 ? rows[y - 18] : undefined
          return own || at(x, y)
        })
      const ground = (x: number, y: number) => 70 + ((x + y) % 2)
      const film = Uint8Array.from(plane([100, 215, 215, 0], ground))
      return { n, asked: {}, film, raw: plane([0, dash, dash, 0], ground), light: { gain: 1, lift: 0 } }
    })
    return isMovingMark(lits, places, width)
  }
  assert.deepEqual([isMark(170), isMark(0)], [false, true])
})
