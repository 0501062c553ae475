import assert from 'node:assert/strict'
import test from 'node:test'
import { blockLevels } from '@sightline/core/listening'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadLevels } from './levels.ts'

const levels = await loadLevels()
const normal = normalFrom(randomFrom(9))
/** Loud enough that a third of the samples stand at either limit. */
const samples = Int16Array.from({ length: 5000 * 48 + 17 }, () =>
  Math.max(-32_768, Math.min(32_767, Math.round(30_000 * normal()))),
)

for (const rate of [48_000, 44_100, 22_050, 12_000])
  test(`levels by vectors are those of plain loops, to the last bit, at ${rate} samples a second`, () => {
    const { blockSamples, count, plain, sharp } = levels(samples, rate, -32_768)
    assert.deepEqual(
      { blockSamples, count, plain: plain.slice(), sharp: sharp.slice() },
      blockLevels(samples, rate, -32_768),
    )
  })

test('samples that lie in the room that was given out are measured there, and it is given out once', async () => {
  const own = await loadLevels()
  const room = own.room?.(4000 * 48)
  assert.ok(room)
  assert.equal(own.room?.(4000 * 48), null)
  room.set(samples.subarray(0, room.length))
  const { plain, sharp } = own(room.subarray(480), 48_000, room[479] as number)
  const expected = blockLevels(samples.slice(480, room.length), 48_000, samples[479] as number)
  assert.deepEqual([plain.slice(), sharp.slice()], [expected.plain, expected.sharp])
  assert.deepEqual(room, samples.subarray(0, room.length))
})
