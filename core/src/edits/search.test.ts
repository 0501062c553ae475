import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Affine, type Box, inverse, mappedBox, overlapOf } from './affine.ts'
import type { CornerIndex } from './corner-index.ts'
import { heldRecording, Levels, referencesOf } from './index.ts'
import { Pairing } from './pairing.ts'
import { partCandidates, turnedLies, wholeCandidates } from './search.ts'
import { lieOf, wholeOnto } from './thumbs.ts'

const [width, height] = [256, 144]
/** From a recording's pixels to those of a film that shows a part of it one and a half times as large. */
const map: Affine = [1.5, 0, -90, 0, 1.5, -45]

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const next = chance(7)
const sheets = Array.from({ length: 140 }, () => ({
  ...{
    x: next() * width,
    y: next() * height,
    w: 10 + 40 * next(),
    h: 8 + 30 * next(),
    tone: 26 + 36 * next(),
  },
}))

/** Sheets of paper in the dark. */
function place(x: number, y: number): number {
  const on = sheets.findLast(each => x >= each.x && x < each.x + each.w && y >= each.y && y < each.y + each.h)
  return on?.tone ?? 40
}

/** As a sensor sees it, whose noise coding has made blotches of three pixels. */
function noisy(seed: number, spread: number): Uint8Array {
  const noise = chance(seed)
  const across = Math.ceil(width / 3)
  const blotches = Float32Array.from(
    { length: across * Math.ceil(height / 3) },
    () => spread * (noise() + noise() + noise() - 1.5),
  )
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return Math.round(place(x, y) + (blotches[Math.floor(y / 3) * across + Math.floor(x / 3)] as number))
  })
}

function levels(luma: Uint8Array): Levels {
  return new Levels({
    ...{ width, height, count: 20, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: 21 }, (_, n) => n / 30),
    luma: () => luma,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
}

it('finds a part of a recording whose noise the film has lost', () => {
  const clean = Uint8Array.from({ length: width * height }, (_, at) =>
    place(((at % width) + 90) / 1.5, (Math.floor(at / width) + 45) / 1.5),
  )
  const [film, raw] = [levels(clean), levels(noisy(3, 7))]
  // Pixel by pixel it is hardly better than "from nowhere".
  const full = new Pairing(film, raw, map, [0, 0, width, height]).aligned(0, 0, 3)
  assert.equal(full.margin > -0.15, true)
  const [found] = partCandidates(film, 0, referencesOf([heldRecording(raw)]), null)
  const shown = (of: Affine) => mappedBox(of, [60, 30, 170, 96])
  assert.equal(found && overlapOf(shown(found.pairing.map), shown(map)) > 0.97, true)
})

describe('pictures that were turned by quarters or flipped', () => {
  const upright = Uint8Array.from({ length: width * height }, (_, at) =>
    place(at % width, Math.floor(at / width)),
  )
  const raw = levels(upright)
  const references = referencesOf([heldRecording(raw)])

  for (const lie of turnedLies) {
    const isOnSide = lie.quarters % 2 === 1
    const box: Box = isOnSide ? [88, 0, 80, height] : [0, 0, width, height]
    const map = wholeOnto(width, height, box, lie)
    const back = inverse(map)
    const film = levels(
      Uint8Array.from({ length: width * height }, (_, at) => {
        const [x, y] = [at % width, Math.floor(at / width)]
        return x < box[0] || x >= box[0] + box[2]
          ? 16
          : place(back[0] * x + back[1] * y + back[2], back[3] * x + back[4] * y + back[5])
      }),
    )
    const name = `${lie.quarters * 90} degrees${lie.isMirrored ? ', mirrored' : ''}`

    it(`are found as whole pictures and by corners: ${name}`, () => {
      assert.deepEqual(lieOf(map), lie)
      const shown = (of: Affine) => mappedBox(of, [20, 15, 60, 40])
      for (const [found] of [
        wholeCandidates(film, 0, references, 6, turnedLies),
        partCandidates(film, 0, references, null, { lies: turnedLies }),
      ]) {
        assert.ok(found)
        assert.deepEqual(lieOf(found.pairing.map), lie)
        assert.equal(overlapOf(shown(found.pairing.map), shown(map)) > 0.93, true)
      }
      assert.equal(wholeCandidates(film, 0, references, 6).length, 0)
    })
  }
})

it('finds by its corners a small part that is shown three and a half times as large, where hardly anything is left of the usual sizes', () => {
  const recorded = (x: number, y: number) => place(x, y) * 2
  const raw = levels(
    Uint8Array.from({ length: width * height }, (_, at) => recorded(at % width, Math.floor(at / width))),
  )
  const part: Affine = [3.6, 0, -300, 0, 3.6, -200]
  const film = levels(
    Uint8Array.from({ length: width * height }, (_, at) =>
      recorded(((at % width) + 300) / 3.6, (Math.floor(at / width) + 200) / 3.6),
    ),
  )
  const references = referencesOf([heldRecording(raw)])
  const found = (index?: CornerIndex) => partCandidates(film, 0, references, null, { index })[0]
  assert.equal(found(), undefined)
  const shown = (of: Affine) => mappedBox(of, [90, 50, 70, 40])
  const large = found(references[0]?.enlarged)
  assert.equal(large && overlapOf(shown(large.pairing.map), shown(part)) > 0.9, true)
})

it('finds a mirrored part in which a symmetric thing is as it was, too', () => {
  // A gate, say: to either side of its middle alike.
  const recorded = (x: number, y: number) =>
    2 * (y > 60 && Math.abs(x - 150) < 26 ? place(150 - Math.abs(x - 150), y) : place(x, y))
  const raw = levels(
    Uint8Array.from({ length: width * height }, (_, at) => recorded(at % width, Math.floor(at / width))),
  )
  const film = levels(
    Uint8Array.from({ length: width * height }, (_, at) =>
      recorded((345 - (at % width)) / 1.5, (Math.floor(at / width) + 60) / 1.5),
    ),
  )
  const references = referencesOf([heldRecording(raw)])
  const [found] = partCandidates(film, 0, references, null)
  assert.equal(found && lieOf(found.pairing.map).isMirrored, true)
})
