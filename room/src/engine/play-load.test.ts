import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlayLoad } from './play-load.ts'

/** Ticks of 16 ms for a stretch and a little more, waiting in a share of them. */
function play(load: PlayLoad, fromMs: number, share: number, showing: number, ms = 2016): number {
  let now = fromMs
  for (let tick = 1; now < fromMs + ms; tick++) {
    now += 16
    load.tick(now, (tick * 7) % 100 < share * 100, showing)
  }
  return now
}

test('while pictures come in time every angle is live', () => {
  const load = new PlayLoad()
  load.begin(0)
  play(load, 0, 0.25, 9, 30_000)
  assert.equal(load.live, Number.POSITIVE_INFINITY)
  assert.equal(load.isSlow, false)
})

test('where they do not, angles are let go of in steps, and then play is said to be slow', () => {
  const load = new PlayLoad()
  load.begin(0)
  const seen: (number | string)[] = []
  let now = 0
  for (let stretch = 0; stretch < 6; stretch++) {
    now = play(load, now, 0.6, 9)
    seen.push(load.isSlow ? 'slow' : load.live)
  }
  assert.deepEqual(seen, [4, 2, 1, 'slow', 'slow', 'slow'])
  load.begin(now)
  assert.deepEqual([load.live, load.isSlow], [Number.POSITIVE_INFINITY, false])
})

test('a page that slept, or was hidden, is no reason to show less', () => {
  const load = new PlayLoad()
  load.begin(0)
  for (let tick = 1; tick < 20; tick++) load.tick(tick * 5000, true, 4)
  assert.equal(load.live, Number.POSITIVE_INFINITY)
})
