import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOnePicture } from './account-of-pictures.ts'

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
