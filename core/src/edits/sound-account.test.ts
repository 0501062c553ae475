import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { alarm, mixOf, music, talk, traffic } from '../../../test/cases/sound/sources.ts'
import { heardIn, type PictureThere } from './sound-account.ts'
import { type Sound, soundRate } from './sound-lags.ts'
import { searchSound } from './sound-search.ts'

const transforms = await loadFft()

const soundOf = (samples: Float32Array): Sound => {
  const whole = Int16Array.from(samples, value => Math.max(-1, Math.min(1, value)) * 32767)
  return {
    ...{ length: whole.length, origin: 0 },
    slice: (from, to) => Int16Array.from({ length: to - from }, (_, n) => whole[from + n] ?? 0),
  }
}

const street = (seed: number) =>
  mixOf([0.25, talk(seed, 20)], [0.1, traffic(seed + 1, 20)], [0.1, talk(seed + 2, 20)])
const recordings = [street(1), street(5)]

/** Parts of `sound` one after another, each of so many seconds. */
const cut = (...parts: readonly (readonly [sound: Float32Array, from: number, seconds: number])[]) =>
  Float32Array.from(
    parts.flatMap(([sound, from, seconds]) =>
      Array.from(sound.subarray(Math.round(from * soundRate), Math.round((from + seconds) * soundRate))),
    ),
  )

const shows = (from: number, to: number, raw: number | null, at: number, rate = 1): PictureThere => ({
  from,
  to,
  raw,
  start: at - rate * from,
  rate,
  slack: [0, 0],
  frameSeconds: 1 / 30,
  layer: 0,
})

function heard(
  film: Float32Array,
  sounds: readonly Float32Array[],
  pictures: readonly PictureThere[],
  origin = 0,
) {
  const sound = { ...soundOf(film), origin }
  const searched = searchSound({ sound, sounds: sounds.map(soundOf), transforms })
  const joins = pictures.slice(1).map(({ from }) => from)
  return heardIn(searched, pictures, joins).map(
    ({ kind, from, to, raw, rawStart }) =>
      `${from.toFixed(1)}-${to.toFixed(1)} ${kind}${raw === null ? '' : ` ${raw} from ${rawStart?.toFixed(2)}`}`,
  )
}

const [one, two] = recordings as [Float32Array, Float32Array]
// A beep of the camera's own.
for (let n = 5 * soundRate; n < 5.4 * soundRate; n++)
  one[n] = 0.05 * (one[n] as number) + 0.4 * Math.sin((2 * Math.PI * 1900 * n) / soundRate)
const silence = new Float32Array(20 * soundRate)
const narration = talk(77, 20)

test('each stretch of a film is told by whose sound it is, and from when', () => {
  const tone = silence.map((_, n) => 0.3 * Math.sin((2 * Math.PI * 870 * n) / soundRate))
  const elsewhere = mixOf([0.3, traffic(91, 20)], [0.3, talk(92, 20)])
  const film = cut(
    [one, 4, 2],
    [one, 9.5, 2],
    [two, 3, 2],
    [one, 12, 1],
    [mixOf([1, tone], [0.2, one.subarray(13 * soundRate)]), 0, 0.5],
    [one, 13.5, 0.5],
    [silence, 0, 2],
    [elsewhere, 0, 2],
  )
  const pictures = [
    ...[shows(0, 2, 0, 4), shows(2, 4, 0, 9), shows(4, 6, 0, 15), shows(6, 8, 0, 12)],
    ...[shows(8, 10, 1, 6), shows(10, 12, null, 0)],
  ]
  assert.deepEqual(heard(film, recordings, pictures), [
    '0.0-2.0 raw 0 from 4.00',
    '2.0-4.0 offset 0 from 9.50',
    '4.0-6.0 other 1 from 3.00',
    '6.0-7.0 raw 0 from 12.00',
    '7.0-7.5 bleep',
    '7.5-8.0 raw 0 from 13.50',
    '8.0-10.0 muted',
    '10.0-12.0 replaced',
  ])
})

test('sound is shifted where it is farther from its picture than a frame of the recording', () => {
  const film = cut([one, 4.09, 2], [one, 9.5, 2])
  const pictures = [shows(0, 2, 0, 4), shows(2, 4, 0, 9)]
  assert.deepEqual(heard(film, recordings, pictures), [
    '0.0-2.0 offset 0 from 4.09',
    '2.0-4.0 offset 0 from 9.50',
  ])
  const slowly = pictures.map(each => ({ ...each, frameSeconds: 0.1 }))
  assert.deepEqual(heard(film, recordings, slowly), ['0.0-2.0 raw 0 from 4.09', '2.0-4.0 offset 0 from 9.50'])
})

test('sound that begins after the pictures of a film and ends before them is told where it is', () => {
  const pictures = [shows(0, 2, 0, 4), shows(2, 5, 0, 9), shows(5, 7, 1, 3, 0.5), shows(7, 9, 1, 8)]
  assert.deepEqual(heard(cut([one, 9.5, 2]), recordings, pictures, 2.5), ['2.5-4.5 raw 0 from 9.50'])
})

test('a recording is found under a voice ten times as loud, and a voice alone is one that matches none', () => {
  const under = mixOf([0.1, cut([one, 6, 3])], [0.6, cut([narration, 1, 3])])
  const film = cut([under, 0, 3], [narration, 6, 3], [two, 8, 2])
  assert.deepEqual(heard(film, recordings, [shows(0, 3, 0, 6), shows(3, 6, null, 0), shows(6, 8, 1, 8)]), [
    '0.0-3.0 voiceover 0 from 6.00',
    '3.0-6.0 voiceover',
    '6.0-8.0 raw 1 from 8.00',
  ])
})

test('a recording that a voice drowns is told where its picture is seen and it is heard in several instants, not for a bang alone', () => {
  const over = mixOf([0.6, cut([narration, 1, 3])])
  const picture = [shows(0, 3, 0, 6)]
  assert.deepEqual(heard(mixOf([0.02, cut([one, 6, 3])], [1, over]), recordings, picture), [
    '0.0-3.0 voiceover 0 from 6.00',
  ])
  const bang = cut([silence, 0, 1], [one, 7, 0.12], [silence, 0, 1.88])
  assert.deepEqual(heard(mixOf([0.4, bang], [1, over]), recordings, picture), ['0.0-3.0 voiceover'])
})

test('a recording that a voice drowns over all of a shot is found by its phases alone', () => {
  const over = mixOf([0.06, cut([one, 6, 2])], [0.6, cut([narration, 1, 2])])
  // The picture tells the place to a frame, 30 ms off.
  assert.deepEqual(
    heard(cut([over, 0, 2], [two, 8, 2]), recordings, [shows(0, 2, 0, 6.03), shows(2, 4, 1, 8)]),
    ['0.0-2.0 voiceover 0 from 6.00', '2.0-4.0 raw 1 from 8.00'],
  )
})

test('a tune between two parts of a recording is no tune over it', () => {
  const film = cut([one, 6, 0.6], [music(33, 20), 3, 1.8], [one, 8.4, 0.6])
  assert.deepEqual(
    heard(film, recordings, [shows(0, 3, 0, 6)]).map(line => line.replace(/^\S+ |\.\d+$/g, '')),
    ['raw 0 from 6', 'replaced', 'raw 0 from 8'],
  )
})

test('a recording that is heard before a tune and after it, and in none of it, is not under it', () => {
  for (const seed of [34, 40]) {
    const film = cut([one, 4, 2], [music(seed, 20).map(value => 0.8 * value), 3, 1.2], [one, 7.2, 0.7])
    assert.deepEqual(
      heard(film, recordings, [shows(0, 3.9, 0, 4)]).map(line => line.replace(/^\S+ |\.\d+$/g, '')),
      ['raw 0 from 4', 'replaced', 'raw 0 from 7'],
    )
  }
})

test('a voice over a recording begins and ends where it is heard, or where the recording is lowered for it', () => {
  const voice = mixOf([0.6, cut([narration, 1, 1.6])])
  const over = (level: number) => mixOf([level, cut([one, 7, 1.6])], [1, voice])
  const lowered = one.map(value => value / 5)
  const loud = cut([one, 6, 1], [over(1), 0, 1.6], [one, 8.6, 1])
  const low = cut([one, 6, 1], [over(0.2), 0, 1.6], [lowered, 8.6, 1])
  const pictures = [shows(0, 3.6, 0, 6)]
  const ends = (film: Float32Array) =>
    heardIn(searchSound({ sound: soundOf(film), sounds: recordings.map(soundOf), transforms }), pictures, [])
  const [first, second] = [ends(loud), ends(low)]
  assert.deepEqual(
    first.map(({ kind, raw }) => `${kind} ${raw}`),
    ['raw 0', 'voiceover 0', 'raw 0'],
  )
  assert.ok(Math.abs((first[1]?.from ?? 0) - 1) < 0.2 && Math.abs((first[1]?.to ?? 0) - 2.6) < 0.2)
  assert.deepEqual(
    second.map(({ kind, raw }) => `${kind} ${raw}`),
    ['raw 0', 'voiceover 0'],
  )
})

test('how loud a recording is heard is told against itself, also under a voice, and of what is no recording’s nothing', () => {
  const under = mixOf([0.25, cut([one, 6, 3])], [0.6, cut([narration, 1, 3])])
  const film = cut([under, 0, 3], [two.map(value => value / 2), 8, 2], [narration, 6, 3])
  const searched = searchSound({ sound: soundOf(film), sounds: recordings.map(soundOf), transforms })
  const pictures = [shows(0, 3, 0, 6), shows(3, 5, 1, 8), shows(5, 8, null, 0)]
  const levels = heardIn(searched, pictures, [3, 5]).map(({ level }) => level)
  assert.equal(levels.length, 3)
  assert.ok(Math.abs((levels[0] ?? 0) + 12) < 1.5, `${levels}`)
  assert.ok(Math.abs((levels[1] ?? 0) + 6) < 0.3, `${levels}`)
  assert.equal(levels[2], null)
})

test('sound that is played at the speed of its picture, or on at its own, is the recording’s', () => {
  const slowed = silence.map((_, n) => one[8 * soundRate + (n >> 1)] ?? 0)
  const backwards = two.toReversed()
  const film = cut([slowed, 0, 2], [backwards, 20 - 9, 2], [one, 14, 2])
  assert.deepEqual(
    heard(film, recordings, [shows(0, 2, 0, 8, 0.5), shows(2, 4, 1, 9, -1), shows(4, 6, 0, 14, 0)]),
    ['0.0-2.0 raw 0 from 8.00', '2.0-4.0 raw 1 from 9.00', '4.0-6.0 raw 0 from 14.00'],
  )
})

test('a tune is not taken for a recording in which another tune or an alarm sounds', () => {
  const sounds = [mixOf([1, one], [0.4, music(31, 20)]), mixOf([1, two], [0.3, alarm(32, 20)])]
  const film = cut([music(33, 20), 3, 3], [sounds[0] as Float32Array, 5, 2])
  assert.deepEqual(heard(film, sounds, [shows(0, 3, 1, 2), shows(3, 5, 0, 5)]), [
    '0.0-3.0 replaced',
    '3.0-5.0 raw 0 from 5.00',
  ])
})
