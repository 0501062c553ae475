import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evenly, heartOf, isLike, isSameHeart, measuresOf, sortByPath, withoutEnds } from './sort-sounds.ts'

const silence = (seconds: number) => new Int16Array(Math.round(48_000 * seconds))

/** Strokes at these seconds that reach their height at once, or slowly, and die away. */
function strokes(seconds: number, at: readonly number[], riseMs = 0): Int16Array {
  const out = silence(seconds)
  for (const begin of at)
    for (let n = 0; n < 9600 && 48_000 * begin + n < out.length; n++) {
      const rise = Math.min(1, (n + 1) / (1 + 48 * riseMs))
      const place = Math.round(48_000 * begin) + n
      out[place] =
        (out[place] as number) +
        Math.round(20_000 * rise * Math.exp(-n / (riseMs > 20 ? 6000 : 1500)) * (n % 2 === 0 ? 1 : -1))
    }
  return out
}

test('the words of a path tell what a sound is, however it is written', () => {
  assert.equal(sortByPath('sound/weapons/shotgun/sshotf1b.wav'), 'sharp')
  assert.equal(sortByPath('sounds/building-explosion2.ogg'), 'sharp')
  assert.equal(sortByPath('Sounds/FootStepGrass2.ogg'), 'small')
  assert.equal(sortByPath('sound/weapons/reload-shotgun.ogg'), 'small')
  assert.equal(sortByPath('sound/ambient/water.ogg'), 'beds')
  assert.equal(sortByPath('usr/share/asterisk/sounds/es_MX_f_Allison/vm-deleted.g722'), 'speech')
})

test('a sound whose path says nothing, or names music, a voice of a beast or a machine of magic, is left out', () => {
  for (const path of [
    'sounds/glory.ogg',
    'data/music/explosion.ogg',
    'sound/weapons/laser-blast.ogg',
    'sound/aliens/ortnok/die1.ogg',
    'asterisk/sounds/fr/beep.g722',
  ])
    assert.equal(sortByPath(path), null, path)
})

test('a sharp sound reaches its height at once and strikes once', () => {
  assert.equal(isLike('sharp', measuresOf(strokes(1, [0.1]))), true)
  assert.equal(isLike('sharp', measuresOf(strokes(1, [0.1], 40))), false)
  assert.equal(isLike('sharp', measuresOf(strokes(1, [0.1, 0.4]))), false)
  assert.equal(isLike('sharp', measuresOf(silence(1))), false)
})

test('a sound stays the same at another level and is not one of another make', () => {
  const [one, other] = [strokes(0.5, [0.1]), strokes(0.5, [0.1], 5)]
  assert.equal(isSameHeart(heartOf(one), heartOf(one.map(value => value >> 2))), true)
  const tone = one.map((_, n) => Math.round(9000 * Math.sin(n / 9) * Math.exp(-n / 4000)))
  assert.equal(isSameHeart(heartOf(other), heartOf(tone)), false)
})

test('speech is cut where it begins and ends', () => {
  const talk = silence(2)
  talk.fill(1000, 48_000, 72_000)
  assert.equal(withoutEnds(talk).length, 24_000)
  assert.equal(withoutEnds(silence(1)).length, 0)
})

test('some of many are taken evenly, and the same each time', () => {
  assert.deepEqual(evenly([1, 2, 3, 4, 5, 6], 3), [1, 3, 5])
  assert.deepEqual(evenly([1, 2], 3), [1, 2])
})
