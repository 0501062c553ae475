import assert from 'node:assert/strict'
import test from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { background } from '../../../test/cases/listening/backgrounds.ts'
import { toSamples } from '../../../test/cases/listening/channel.ts'
import { addAt, rate } from '../../../test/cases/listening/sharp-sounds.ts'
import { applySection, highPass, lowPass } from '../../../test/cases/sound/filters.ts'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { mediaMicros } from '../time/index.ts'
import { ImpulseFinder } from './impulse-finder.ts'
import { leastAlone } from './impulse-score.ts'
import { Listening } from './listening.ts'
import { isCounted } from './result.ts'

const fft = await loadFft()
const deaf = { push: () => undefined, finish: () => new Float32Array(0) }
const normal = normalFrom(randomFrom(8))
/** A blast whose dull roar is as loud a tenth of a second later as its beginning. */
const roar = Float32Array.from({ length: rate }, (_, n) => {
  const t = n / rate
  return normal() * Math.min(1, t / 0.05) * Math.exp(-t / 0.2)
})
applySection(roar, lowPass(1500, rate))
const blast = roar.map((value, n) => 3 * value + normal() * Math.exp(-n / rate / 0.01))
const crack = Float32Array.from({ length: rate / 10 }, (_, n) => normal() * Math.exp(-n / rate / 0.012))
applySection(crack, highPass(6000, rate))
const noise = background('street', 4, 6).map(value => 0.006 * value)

function samplesWith(crackMs: number | null): Int16Array {
  const out = noise.slice()
  addAt(out, blast, 2 * rate, 0.06)
  if (crackMs !== null) addAt(out, crack, 2 * rate + (crackMs * rate) / 1000, 0.03)
  return toSamples(out)
}

function countedMs(crackMs: number | null): readonly number[] {
  const listening = new Listening({ fft }, deaf, { rate, origin: mediaMicros(0) })
  listening.push(samplesWith(crackMs))
  return listening
    .finish()
    .impulses.filter(isCounted)
    .map(({ at }) => Math.round(at / 1000 - 2000))
}

test('a crack under the roar of a blast is told from it, and the roar alone is nothing further', () => {
  assert.deepEqual(countedMs(null), [0])
  assert.deepEqual(countedMs(80), [0, 80])
})

test('an onset under a tail is measured as a stroke there, however little it looks like one', () => {
  const nothingLooksSo = 2
  const finder = new ImpulseFinder({ fft }, rate, leastAlone, nothingLooksSo)
  finder.push(samplesWith(80))
  const { onsets } = finder.finish()
  const later = onsets.find(({ at }) => Math.abs(at / rate - 2.08) < 0.003)
  assert.equal(later?.second?.of, onsets.find(({ at }) => Math.abs(at / rate - 2) < 0.003)?.at)
})
