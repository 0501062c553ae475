import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { framesOf, microsOfFrames, nearestFrame, timeCode, timeCodeFrom, wholeFrames } from './frames.ts'

const rates = [
  { num: 24_000, den: 1001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 30, den: 1 },
  { num: 60_000, den: 1001 },
  { num: 60, den: 1 },
]
const anyRate = fc.constantFrom(...rates)

test('frames become microseconds and come back', () => {
  fc.assert(
    fc.property(anyRate, fc.nat(60 * 3600 * 48), (rate, frame) => {
      const micros = Math.round(microsOfFrames(frame, rate))
      assert.equal(nearestFrame(micros, rate), frame)
      assert.equal(wholeFrames(micros, rate), frame)
    }),
  )
})

test('a time beyond what a number can multiply exactly is still exact', () => {
  const rate = { num: 60_000, den: 1001 }
  assert.equal(framesOf(1001 * 1e6 * 3600, rate), 60_000 * 3600)
  assert.equal(framesOf(1001 * 1e6 * 3_600_000, rate), 60_000 * 3_600_000)
})

test('drop-frame time code leaves out two numbers a minute but not each tenth, and says so by a semicolon', () => {
  const drop = { rate: { num: 30_000, den: 1001 }, isDropFrame: true }
  assert.equal(timeCode(0, drop), '00:00:00;00')
  assert.equal(timeCode(1799, drop), '00:00:59;29')
  assert.equal(timeCode(1800, drop), '00:01:00;02')
  assert.equal(timeCode(17_981, drop), '00:09:59;29')
  assert.equal(timeCode(17_982, drop), '00:10:00;00')
  assert.equal(timeCode(107_892, drop), '01:00:00;00')
  assert.equal(timeCode(3600, { rate: { num: 60_000, den: 1001 }, isDropFrame: true }), '00:01:00;04')
  assert.equal(timeCode(107_892, { ...drop, isDropFrame: false }), '00:59:56:12')
})

test('a time code is read back as the frame it names', () => {
  fc.assert(
    fc.property(anyRate, fc.boolean(), fc.nat(24 * 3600 * 23), (rate, isDrop, frame) => {
      const isDropFrame = isDrop && rate.den === 1001 && rate.num !== 24_000
      assert.deepEqual(timeCodeFrom(timeCode(frame, { rate, isDropFrame }), rate), { frame, isDropFrame })
    }),
  )
})

test('what is no time code at a rate is not read as one', () => {
  const ntsc = { num: 30_000, den: 1001 }
  for (const text of [
    '',
    '10:00:00',
    '25:00:00:00',
    '10:61:00:00',
    '10:00:00:30',
    '10:01:00;00',
    '-1:00:00:00',
  ])
    assert.equal(timeCodeFrom(text, ntsc), null, text)
  assert.deepEqual(timeCodeFrom('00:01:00:00', ntsc), { frame: 1800, isDropFrame: false })
})
