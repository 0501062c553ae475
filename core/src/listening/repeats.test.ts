import assert from 'node:assert/strict'
import test from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { background } from '../../../test/cases/listening/backgrounds.ts'
import { toSamples } from '../../../test/cases/listening/channel.ts'
import { addAt, rate } from '../../../test/cases/listening/sharp-sounds.ts'
import { applySection, lowPass } from '../../../test/cases/sound/filters.ts'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { mediaMicros } from '../time/index.ts'
import { ImpulseFinder } from './impulse-finder.ts'
import { aloneScore, impulseScore } from './impulse-score.ts'
import { Listening } from './listening.ts'
import { RepeatSearch } from './repeats.ts'
import { isCounted } from './result.ts'
import { nothingAround } from './speech-around.ts'

const fft = await loadFft()
const deaf = { push: () => undefined, finish: () => new Float32Array(0) }
const normal = normalFrom(randomFrom(5))
/** A bang whose roar swells to as much as the bang, and stays for a quarter of a second. */
const bang = Float32Array.from({ length: rate }, (_, n) => {
  const t = n / rate
  return normal() * (Math.exp(-t / 0.015) + 0.8 * Math.min(1, t / 0.03) * Math.exp(-t / 0.25))
})
const noise = background('street', 4, 6).map(value => 0.006 * value)

function countedMs(strokes: readonly (readonly [number, number])[]): readonly number[] {
  const out = noise.slice()
  for (const [ms, gain] of strokes) addAt(out, bang, 2 * rate + (ms * rate) / 1000, 0.06 * gain)
  const listening = new Listening({ fft }, deaf, { rate, origin: mediaMicros(0) })
  listening.push(toSamples(out))
  return listening
    .finish()
    .impulses.filter(isCounted)
    .map(({ at }) => Math.round(at / 1000 - 2000))
}

test('a bang that comes again under its own roar is told from the roar, and found once each time', () => {
  assert.deepEqual(countedMs([[0, 1]]), [0])
  assert.deepEqual(
    countedMs([
      [0, 1],
      [80, 1],
    ]),
    [0, 80],
  )
  assert.deepEqual(
    countedMs([
      [0, 1],
      [90, 1],
      [180, 1],
      [270, 1],
    ]),
    [0, 90, 180, 270],
  )
})

/** An explosion that begins no louder than the street, and swells for a twelfth of a second. */
const random = normalFrom(randomFrom(6))
const explosion = Float32Array.from({ length: rate }, (_, n) => {
  const t = n / rate
  return random() * (0.15 + Math.min(1, t / 0.08)) * Math.exp(-t / 0.2)
})
applySection(explosion, lowPass(2000, rate))
const street = background('street', 6, 3).map(value => 0.006 * value)

function repeatsMs(laterGain: number): readonly number[] {
  const out = street.slice()
  for (const [ms, gain] of [
    [0, 1],
    [80, laterGain],
  ] as const)
    addAt(out, explosion, 2 * rate + (ms * rate) / 1000, 0.06 * gain)
  const found = new RepeatSearch({ transforms: fft }, rate).find(toSamples(out), 2 * rate, 0)
  return found.map(lag => Math.round((1000 * lag) / rate))
}

test('an explosion that comes again is found by how it goes on, where its beginning is hidden', () => {
  assert.deepEqual(repeatsMs(0), [])
  assert.deepEqual(repeatsMs(1), [80])
  assert.deepEqual(repeatsMs(0.4), [])
})

test('what comes back weaker under the roar is no further bang', () => {
  assert.deepEqual(
    countedMs([
      [0, 1],
      [80, 0.5],
    ]),
    [0],
  )
})

test('what two walls send back equally loud is an echo twice, and no bang', () => {
  assert.deepEqual(
    countedMs([
      [0, 1],
      [110, 0.45],
      [190, 0.42],
    ]),
    [0],
  )
})

/** 14 dB over the street in its first 20 ms, and hardly anything above it. */
const dullNoise = normalFrom(randomFrom(1))
const thud = Float32Array.from(
  { length: rate / 4 },
  (_, n) => dullNoise() * Math.min(1, n / rate / 0.003) * Math.exp(-n / rate / 0.03),
)
applySection(thud, lowPass(800, rate))

test('what only its picture shows to be an impulse is looked for again too', () => {
  const out = background('street', 4, 3).map(value => 0.006 * value)
  const power = thud.subarray(0, rate / 50).reduce((sum, value) => sum + value ** 2, 0) / (rate / 50)
  const gain = (0.006 * 5) / Math.sqrt(power)
  for (const at of [1.5, 1.58]) addAt(out, thud, at * rate, gain)
  const finder = new ImpulseFinder({ fft }, rate)
  finder.push(toSamples(out))
  const { onsets } = finder.finish()
  const first = onsets.find(({ at }) => Math.abs(at / rate - 1.5) < 0.005)
  assert(first)
  assert(impulseScore(first.features) < 0.3)
  assert(aloneScore(first.features, nothingAround, first.picture) > 0.8)
  assert(onsets.some(({ at, repeatOf }) => repeatOf === first.at && Math.abs(at / rate - 1.58) < 0.005))
})
