import assert from 'node:assert/strict'
import test from 'node:test'
import { caseMicros } from '@sightline/core/time'
import fc from 'fast-check'
import { readHash, writeHash } from './deep-link.ts'

const nothing = { time: null, angle: null, view: null, layout: null, beside: null }

test('a time is taken exactly, to the sixth decimal', () => {
  assert.equal(readHash('#t=12.034567').time, 12_034_567)
  assert.equal(readHash('#t=0.1').time, 100_000)
  assert.equal(readHash('#t=-1.5').time, -1_500_000)
})

test('an angle is a percent-encoded name', () => {
  assert.deepEqual(readHash('#t=3&angle=body%20cam%2FA%26B%23.mp4'), {
    time: 3_000_000,
    angle: 'body cam/A&B#.mp4',
    view: null,
    layout: null,
    beside: null,
  })
  assert.equal(readHash('#angle=a+b.mp4').angle, 'a+b.mp4')
  assert.equal(readHash('#angle=100%25%20sure.mp4').angle, '100% sure.mp4')
})

test('what is malformed counts as not asked for', () => {
  for (const hash of [
    '',
    '#',
    '#t',
    '#t=',
    '#t=soon',
    '#angle=%E0%A4%A',
    '#x=1',
    '#t=1e3',
    '#view=4,0.5,0.5',
    '#view=0.5,0,0,0',
    '#view=4,2,0,0',
    '#view=4,0.5,0.5,45',
    '#view=,,,',
    '#layout=mosaic',
  ])
    assert.deepEqual(readHash(hash), nothing, hash)
})

test('reading gives back what was written, for every time and name', () => {
  const time = fc.option(fc.integer({ min: -1e13, max: 1e13 }).map(caseMicros), { nil: null })
  const angle = fc.option(fc.string({ unit: 'grapheme' }), { nil: null })
  fc.assert(
    fc.property(time, angle, (t, name) => {
      const link = { ...nothing, time: t, angle: name, beside: name }
      assert.deepEqual(readHash(writeHash(link)), link)
    }),
  )
})

test('a link carries how the picture is enlarged and turned, and nothing when it is not', () => {
  const view = { zoom: 4.5, x: 0.3125, y: 0.62, turn: 90 } as const
  const link = { ...nothing, time: caseMicros(1_000_000), angle: 'a.mp4', view }
  assert.equal(writeHash(link), '#t=1&angle=a.mp4&view=4.5,0.3125,0.62,90')
  assert.deepEqual(readHash(writeHash(link)), link)
  assert.equal(writeHash({ ...link, view: { zoom: 1, x: 0.5, y: 0.5, turn: 0 } }), '#t=1&angle=a.mp4')
})

test('a link carries the layout and who stands beside the angle, and nothing of the grid', () => {
  const link = { ...nothing, time: caseMicros(0), angle: 'a.mp4', layout: 'pair', beside: 'b 2.mp4' } as const
  assert.equal(writeHash(link), '#t=0&angle=a.mp4&layout=pair&beside=b%202.mp4')
  assert.deepEqual(readHash(writeHash(link)), link)
  assert.equal(writeHash({ ...link, layout: 'grid', beside: null }), '#t=0&angle=a.mp4')
})
