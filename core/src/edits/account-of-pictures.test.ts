import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLikePicture, isOnePicture } from './account-of-pictures.ts'
import type { Levels } from './pictures.ts'
import type { Region } from './regions.ts'

test('runs show one picture within a second of one recording, at whatever rate it was taken', () => {
  const run = (raw: number, from: number, to: number) => ({
    raw,
    frames: Int32Array.from({ length: to - from }, (_, n) => from + n),
  })
  const raws = [{ frameSeconds: 1 / 30 }, { frameSeconds: 1 / 10 }]
  assert.equal(isOnePicture(run(0, 10, 40), run(0, 64, 90), raws), true)
  assert.equal(isOnePicture(run(1, 10, 40), run(1, 64, 90), raws), false)
  assert.equal(isOnePicture(run(1, 10, 40), run(1, 44, 90), raws), true)
  assert.equal(isOnePicture(run(0, 10, 40), run(1, 40, 90), raws), false)
})

test('half of the screen is a picture even where nothing moves in it, but half of a part of a split screen is not', () => {
  const film = { width: () => 160, height: () => 180, frameSeconds: 1 / 30 } as unknown as Levels
  const text = (motion: number) =>
    ({
      ...{ box: [0, 118, 160, 62], from: 0, to: 115, share: 0.34, fill: 0.9, pixels: 0.9, follows: null },
      traits: { spread: 53, like: 0.29, motion },
    }) as unknown as Region
  assert.deepEqual(
    [isLikePicture(text(0.3), film, false), isLikePicture(text(0.3), film, true)],
    [true, false],
  )
  // What moves may be a picture there too.
  assert.equal(isLikePicture(text(12), film, true), true)
})
