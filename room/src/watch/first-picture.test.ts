import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import { type CaseMicros, caseMicros, span, straightMap } from '@sightline/core/time'
import { firstPicture, openAtFirstPicture } from './first-picture.ts'
import type { Lane } from './lanes.ts'

/** An angle whose file begins at `start`; its sound may begin before its pictures. */
const angle = (id: string, start: number): Pick<Lane, 'id' | 'map' | 'covers'> => {
  const map = straightMap(caseMicros(start), 0)
  return { id, map, covers: [{ ...span(caseMicros(start), caseMicros(start + 9e6)), piece: map[0] }] }
}
const frames = (...seconds: readonly number[]) => ({
  boundaries: Float64Array.from(seconds, each => each * 1e6),
})

test('the first picture of a case is the earliest first frame of any angle, not where its sound begins', () => {
  const angles = [angle('a', 5e6), angle('b', 3e6)]
  const known = new Map([
    ['a', frames(0, 1, 2)],
    ['b', frames(0.5, 1, 2)],
  ])
  assert.deepEqual(firstPicture(angles, known), { at: 3.5e6, isExact: true })
  known.delete('b')
  assert.deepEqual(firstPicture(angles, known), { at: 3e6, isExact: false })
  assert.equal(firstPicture([], known), null)
})

function room() {
  const time = signal(caseMicros(0))
  const angles = signal<readonly ReturnType<typeof angle>[]>([])
  const known = signal<ReadonlyMap<string, ReturnType<typeof frames>>>(new Map())
  const seek = (to: CaseMicros) => {
    time.value = to
  }
  const parts = {
    engine: { time, playing: signal(false), seek },
    session: { angles },
    watch: { frames: known },
  }
  return { time, angles, known, parts: parts as unknown as Parameters<typeof openAtFirstPicture>[0] }
}

test('a room that nobody sent anywhere opens at the first picture, also where that is known only later', () => {
  const { time, angles, known, parts } = room()
  openAtFirstPicture(parts, () => true)
  assert.equal(time.value, 0)
  angles.value = [angle('a', 2e6)]
  assert.equal(time.value, 2e6)
  known.value = new Map([['a', frames(0.04, 0.08)]])
  assert.equal(time.value, 2.04e6)
  angles.value = [angle('a', 7e6)]
  assert.equal(time.value, 2.04e6, 'once something was to be seen nobody is moved')
})

test('whoever went elsewhere, or was sent to a time, stays there', () => {
  const { time, angles, parts } = room()
  openAtFirstPicture(parts, () => true)
  time.value = caseMicros(1e6)
  angles.value = [angle('a', 2e6)]
  assert.equal(time.value, 1e6)
  const sent = room()
  let isWanted = true
  openAtFirstPicture(sent.parts, () => isWanted)
  isWanted = false
  sent.angles.value = [angle('a', 2e6)]
  assert.equal(sent.time.value, 0)
})
