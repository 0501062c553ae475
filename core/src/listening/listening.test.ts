import assert from 'node:assert/strict'
import test from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { background } from '../../../test/cases/listening/backgrounds.ts'
import { throughChannel, toSamples } from '../../../test/cases/listening/channel.ts'
import { addAt, rate, sharpSound } from '../../../test/cases/listening/sharp-sounds.ts'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { mediaMicros } from '../time/index.ts'
import { ImpulseFinder } from './impulse-finder.ts'
import { Listening } from './listening.ts'
import { isCounted, type ListeningResult } from './result.ts'

const fft = await loadFft()
const deaf = { push: () => undefined, finish: () => new Float32Array(0) }

function hear(samples: Int16Array, { at = rate, piece = samples.length, origin = 0 } = {}): ListeningResult {
  const listening = new Listening({ fft }, deaf, { rate: at, origin: mediaMicros(origin) })
  for (let from = 0; from < samples.length; from += Math.max(1, piece))
    listening.push(samples.subarray(from, from + piece))
  return listening.finish()
}

const noise = background('street', 4, 6).map(value => 0.006 * value)
const muzzle = sharpSound('muzzle', randomFrom(12))
const clap = sharpSound('clap', randomFrom(7))
const street = (put: (out: Float32Array) => void) => {
  const out = noise.slice()
  put(out)
  return toSamples(out)
}
const counted = ({ impulses }: ListeningResult) => impulses.filter(isCounted).map(({ at }) => at / 1e6)
const assertNear = (found: readonly number[], truth: readonly number[], withinMs: number) => {
  assert.equal(found.length, truth.length, `found ${found}, expected ${truth}`)
  for (const [n, at] of truth.entries())
    assert.ok(Math.abs((found[n] as number) - at) * 1000 <= withinMs, `${found[n]} is not ${at}`)
}
const sampleAt = (seconds: number) => Math.round(seconds * rate)

test('an impulse in a street is placed to a tenth of a millisecond on media time, and its error holds', () => {
  const samples = street(out => addAt(out, muzzle, sampleAt(2.5), 0.5))
  const result = hear(samples, { origin: 3_200_000 })
  assertNear(counted(result), [5.7], 0.1)
  const [impulse] = result.impulses.filter(isCounted)
  assert.ok(impulse && Math.abs(impulse.at - 5_700_000) <= impulse.errorMs * 1000 && impulse.errorMs < 1)
  assert.ok(Math.abs(impulse.levelDbfs - 20 * Math.log10(0.5)) < 1.5)
  assert.deepEqual(result.clipping, [])
})

test('a sound that a codec lets be heard early says by how much its onset may be off', () => {
  // 5 ms of swelling noise ahead of a shot, up to a fifth of its height, as low rates leave it.
  const random = randomFrom(31)
  const ahead = Float32Array.from({ length: sampleAt(0.005) }, (_, n) => {
    return 0.2 * (n / sampleAt(0.005)) * (2 * random() - 1)
  })
  const samples = street(out => {
    addAt(out, ahead, sampleAt(2.495), 0.5)
    addAt(out, muzzle, sampleAt(2.5), 0.5)
  })
  const [impulse] = hear(samples).impulses.filter(isCounted)
  assert.ok(impulse)
  const early = 2_500_000 - impulse.at
  assert.ok(early > 1000, `placed ${early} µs early`)
  assert.ok(impulse.errorMs * 1000 >= early, `off by ${early} µs, said ${impulse.errorMs} ms`)
})

test('what is found does not depend on how the samples were cut into pieces', () => {
  const samples = street(out => {
    addAt(out, muzzle, sampleAt(3.99), 0.3)
    addAt(out, clap, sampleAt(4.6), 0.3)
  })
  const whole = hear(samples)
  assert.equal(counted(whole).length, 2)
  assert.deepEqual(hear(samples, { piece: 7777 }), whole)
})

test('a sound of two strokes begins with the first, though the second is louder', () => {
  const samples = street(out => {
    addAt(out, clap, sampleAt(2), 0.1)
    addAt(out, clap, sampleAt(2.006), 0.5)
  })
  const result = hear(samples)
  assertNear(counted(result), [2], 0.5)
})

test('two impulses 40 ms apart are two', () => {
  const samples = street(out => {
    addAt(out, clap, sampleAt(2), 0.4)
    addAt(out, clap, sampleAt(2.04), 0.4)
  })
  assertNear(counted(hear(samples)), [2, 2.04], 0.5)
})

test('what comes back from a wall is marked as an echo of its sound and is not counted', () => {
  const samples = street(out => {
    for (const [at, gain] of [
      [1.5, 0.5],
      [1.62, 0.2],
      [4, 0.4],
      [4.12, 0.16],
    ] as const)
      addAt(out, muzzle, sampleAt(at), gain)
  })
  const result = hear(samples)
  assertNear(counted(result), [1.5, 4], 0.2)
  const echoes = result.impulses.filter(({ echoOf }) => echoOf !== null)
  assert.deepEqual(
    echoes.map(({ at, echoOf }) => [
      (at / 1e6).toFixed(2),
      ((result.impulses[echoOf as number]?.at ?? 0) / 1e6).toFixed(2),
    ]),
    [
      ['1.62', '1.50'],
      ['4.12', '4.00'],
    ],
  )
})

test('an impulse that drives the recorder over its limit is marked, and so is the stretch', () => {
  const samples = street(out => addAt(out, muzzle, sampleAt(2.5), 6))
  const result = hear(samples)
  const [impulse] = result.impulses.filter(isCounted)
  assert.equal(impulse?.isClipped, true)
  const [stretch] = result.clipping
  assert.ok(stretch && stretch.samples >= 3 && Math.abs(stretch.from - 2_500_000) < 20_000)
})

test('impulses are heard at 8 kHz too, with a wider error', () => {
  const made = noise.slice()
  addAt(made, muzzle, sampleAt(2.5), 0.5)
  const narrow = throughChannel('telephone-8k', made)
  const result = hear(narrow.samples, { at: narrow.rate })
  assertNear(counted(result), [2.5], 1)
  assert.equal(result.rate, 8000)
})

test('steady noise, silence, a beginning and nothing at all hold no impulse', () => {
  assert.deepEqual(counted(hear(street(() => undefined))), [])
  const silent = hear(new Int16Array(rate))
  assert.deepEqual([silent.impulses, silent.noiseFloorDbfs], [[], null])
  assert.deepEqual(hear(new Int16Array(0)).impulses, [])
  assert.deepEqual(hear(new Int16Array(13)).impulses, [])
  const floor = hear(street(() => undefined)).noiseFloorDbfs
  assert.ok(floor !== null && Math.abs(floor - 20 * Math.log10(0.006)) < 8)
})

test('sound that is switched on out of digital silence is no impulse, a bang out of it is', () => {
  const muted = (out: Float32Array) => out.fill(0, 0, sampleAt(2))
  const begun = hear(street(muted))
  assert.deepEqual(counted(begun), [])
  assert.ok(
    begun.impulses.some(({ at }) => Math.abs(at - 2e6) < 5000),
    'and is listed for who asks',
  )
  const alone = new Float32Array(noise.length)
  addAt(alone, muzzle, sampleAt(2.5), 0.5)
  assertNear(counted(hear(toSamples(alone))), [2.5], 0.5)
})

test('a file made of nothing but clicks is listed as far as it may be, and says that it was cut', () => {
  const clicks = new Int16Array(16_000)
  for (let at = 0; at < clicks.length; at += 320) clicks[at] = at % 640 === 0 ? 20_000 : -16_000
  const finder = new ImpulseFinder({ fft }, 16_000, 0)
  for (let second = 0; second < 900; second++) finder.push(clicks)
  const { onsets, isFull } = finder.finish()
  assert.deepEqual([onsets.length, isFull], [40_000, true])
})
