import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Affine, mappedBox, overlapOf } from './affine.ts'
import { heldRecording, Levels, referencesOf } from './index.ts'
import { largeParts } from './large-parts.ts'
import { partCandidates } from './search.ts'

const [width, height] = [256, 144]

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Soft lights and shadows: nothing in them has corners. */
function lightsOf(seed: number) {
  const next = chance(seed)
  const lights = Array.from({ length: 60 }, () => ({
    ...{ x: next() * width, y: next() * height, r: 6 + 14 * next(), tone: 90 * (next() - 0.5) },
  }))
  return (x: number, y: number) =>
    lights.reduce(
      (sum, each) => sum + each.tone * Math.exp(-((x - each.x) ** 2 + (y - each.y) ** 2) / (2 * each.r ** 2)),
      110,
    )
}

function pictures(tone: (x: number, y: number) => number, noise: number, seed: number): Levels {
  const next = chance(seed)
  const luma = Uint8Array.from({ length: width * height }, (_, at) => {
    const value = tone(at % width, Math.floor(at / width)) + noise * (next() - 0.5)
    return Math.max(16, Math.min(235, Math.round(value)))
  })
  return new Levels({
    ...{ width, height, count: 4, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: 5 }, (_, n) => n / 2),
    luma: () => luma,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
}

const recorded = lightsOf(5)
const raw = pictures(recorded, 12, 1)
const references = referencesOf([heldRecording(raw)])
const shown = (of: Affine) => mappedBox(of, [90, 50, 60, 34])

for (const scale of [1.6, 3.6])
  it(`finds by its tones a part without corners that is shown ${scale} times as large`, () => {
    const map: Affine = [scale, 0, -85 * scale, 0, scale, -48 * scale]
    const film = pictures((x, y) => 0.8 * recorded(x / scale + 85, y / scale + 48) + 20, 2, 2)
    assert.equal(partCandidates(film, 0, references, null).length, 0)
    const [found] = largeParts(film, 0, references)
    assert.ok(found)
    assert.equal(overlapOf(shown(found.pairing.map), shown(map)) > 0.9, true)
  })

it('finds nothing for a picture of elsewhere', () => {
  assert.deepEqual(largeParts(pictures(lightsOf(77), 2, 3), 0, references), [])
})
