import assert from 'node:assert/strict'
import test from 'node:test'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { nthLowest, SpeechGate } from './speech-gate.ts'
import { windowSamples } from './speech-network.ts'

const windows = 400
const before = 8

/** Noise that doubles and halves over six seconds, with two bursts of a tenth of a second. */
function swellingNoise(): Float32Array {
  const normal = normalFrom(randomFrom(3))
  const sound = Float32Array.from(
    { length: before + windows * windowSamples },
    (_, n) => 0.01 * (1 + 0.33 * Math.sin((2 * Math.PI * n) / 96_000)) * normal(),
  )
  for (const at of [150, 300])
    for (let n = 0; n < 1600; n++) {
      const place = before + at * windowSamples + n
      sound[place] = (sound[place] as number) + 0.05 * Math.sin((2 * Math.PI * 900 * n) / 16_000)
    }
  return sound
}

test('what stands out is heard with a fifth of a second on either side, and noise that swells is not', async () => {
  const sound = swellingNoise()
  const gate = await SpeechGate.load(sound.length)
  gate.hold.set(sound)
  gate.add(before, 100)
  gate.add(before + 100 * windowSamples, windows - 100)
  const heard = [...new Array(windows).keys()].filter(window => gate.isHeard(window))
  const expected = [...new Array(windows).keys()].filter(
    // Until there is a second and a half to compare with, everything is heard.
    window => window < 47 + 7 || [150, 300].some(at => window >= at - 7 && window <= at + 3 + 7),
  )
  assert.deepEqual(heard, expected)
})

test('the n-th lowest of some numbers is what sorting them all puts there', () => {
  const random = randomFrom(41)
  for (const [count, of] of [
    [1, 5],
    [2, 2],
    [64, 3],
    [500, 1e6],
  ] as const) {
    const values = Float32Array.from({ length: count + 9 }, () => Math.floor(of * random()))
    const sorted = values.slice(0, count).sort()
    for (const place of [0, Math.floor(count / 4), count - 1])
      assert.equal(nthLowest(values.slice(), count, place), sorted[place])
  }
})
