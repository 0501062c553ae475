import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { anyLine, pal, picture, placed, sound, street, toArrange } from '../../../test/cases/editors/lines.ts'
import { arrange } from './arrangement.ts'

test('the earliest frame of all lies at the beginning, and the others as far after it as on the clock', () => {
  const { tracks, groups } = arrange([
    toArrange(picture('/b.mp4'), placed('g1', 5)),
    toArrange(picture('/a.mp4', { origin: 3_200_000 as never }), placed('g1', 0)),
  ])
  assert.deepEqual(
    tracks.map(({ clips }) => clips.map(({ at }) => at)),
    [[1_800_000], [0]],
  )
  assert.equal(groups[0]?.clockZero, -3_200_000)
})

test('each group begins on a whole second, ten seconds or more after the one before, and has its own zero', () => {
  const { groups, to } = arrange(street)
  assert.deepEqual(groups, [
    { group: 'g1', from: 0, to: 3_600_315_000, clockZero: 2_500_000 },
    { group: 'g2', from: 3_611_000_000, to: 3_625_210_000, clockZero: 3_611_000_000 },
  ])
  assert.equal(to, 3_625_210_000)
})

test('a group with a larger number comes later, also after nine of them', () => {
  const names = ['g10', 'g2', 'g1']
  const { groups } = arrange(names.map(name => toArrange(picture(`/${name}.mp4`), placed(name, 0))))
  assert.deepEqual(
    groups.map(({ group }) => group),
    ['g1', 'g2', 'g10'],
  )
})

test('a recording with a pause has a clip for each piece on one track', () => {
  const phone = arrange(street).tracks.filter(({ media }) => media.name === 'phone.mp4')
  assert.deepEqual(
    phone.map(({ clips }) =>
      clips.map(({ at, source, piece }) => [at, source.from, source.to, piece?.number]),
    ),
    [
      [
        [12_700_000, 0, 16_800_000, 1],
        [33_517_000, 16_800_000, 40_040_000, 2],
      ],
    ],
  )
})

test('pieces that lie on each other stand on tracks of their own, each whole', () => {
  const excerpt = toArrange(
    picture('/excerpt.mp4', { lengthMicros: 30_000_000 }),
    placed('g1', 0, {
      pieces: [
        [0, 50],
        [10, 20],
        [20, 25],
      ],
    }),
  )
  const { tracks } = arrange([excerpt])
  assert.deepEqual(
    tracks.map(({ clips }) => clips.map(({ at, source }) => [at / 1e6, source.from / 1e6, source.to / 1e6])),
    [
      [
        [0, 10, 20],
        [30, 0, 10],
      ],
      [[5, 20, 30]],
    ],
  )
})

test('what has no place, no facts or no known length lies on no track and is listed with its reason', () => {
  const { tracks, leftOut } = arrange([
    ...street.slice(-2),
    { ...toArrange(picture('/a.mp4'), placed('g1', 0)), media: null },
  ])
  assert.deepEqual(tracks, [])
  assert.deepEqual(
    leftOut.map(({ name, why }) => [name, why]),
    [
      ['given/yard.mp4', 'no-audio'],
      ['given/broken.mp4', 'unreadable'],
      ['given/a.mp4', 'no-length'],
    ],
  )
})

test('no track has two clips at one time, and nothing begins before the line does', () => {
  fc.assert(
    fc.property(anyLine, recordings => {
      const { tracks, to } = arrange(recordings)
      for (const { clips } of tracks) {
        let end = 0
        for (const { at, source } of clips) {
          assert.ok(at >= end && source.to >= source.from)
          end = at + source.to - source.from
        }
        // A clip that is not slowed for its clock ends up to its drift later than on the clock.
        assert.ok(end <= to * (1 + 300e-6))
      }
    }),
  )
})

test('the time line takes the rate and the size that most pictures have', () => {
  const at = (path: string, other: Parameters<typeof picture>[1]) =>
    toArrange(picture(path, other), placed('g1', 0))
  const small = { displayWidth: 640, displayHeight: 480, fieldOrder: null }
  const { counting, size } = arrange([
    at('/a.mp4', { rate: pal, picture: small }),
    at('/b.mp4', { rate: pal, picture: small }),
    at('/c.mp4', {}),
    toArrange(sound('/d.wav'), placed('g1', 0)),
  ])
  assert.deepEqual(counting, { rate: pal, isDropFrame: false, why: 'the rate of 2 of 3 pictures' })
  assert.deepEqual(size, { width: 640, height: 480 })
})
