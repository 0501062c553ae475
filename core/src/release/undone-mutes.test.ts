import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseMicros, type MediaMicros, span, straightMap } from '../time/index.ts'
import { type HeardOut, undoneMutes } from './undone-mutes.ts'

const at = (seconds: number) => straightMap((seconds * 1e6) as CaseMicros, 0)
const sound = (...spans: readonly (readonly [from: number, to: number])[]) =>
  spans.map(([from, to]) => span((from * 1e6) as MediaMicros, (to * 1e6) as MediaMicros))
const plain = (
  title: string,
  start: number | null,
  ...spans: readonly (readonly [number, number])[]
): HeardOut => ({
  ...{ title, map: start === null ? null : at(start), sound: sound(...spans), original: null },
})

/** A stand-in from 10 s on, of which 4 to 6 s were muted. */
const standIn: HeardOut = { ...plain('stand-in', 10, [0, 4], [6, 20]), original: sound([0, 20]) }

test('a recording that heard what was muted in another is named with it', () => {
  const heard = plain('neighbour', 0, [0, 15])
  assert.deepEqual(undoneMutes([standIn, heard]), [{ muted: 'stand-in', heardIn: 'neighbour' }])
})

test('a recording without sound then, without a place, or that only touches it is not', () => {
  const others = [
    plain('silent', 0, [0, 14], [16, 30]),
    plain('unplaced', null, [0, 30]),
    plain('late', 15.95, [0, 5]),
  ]
  assert.deepEqual(undoneMutes([standIn, ...others]), [])
  assert.deepEqual(undoneMutes([{ ...standIn, original: null }, plain('neighbour', 0, [0, 15])]), [])
})
