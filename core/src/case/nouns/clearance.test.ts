import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type MediaMicros, span } from '../../time/index.ts'
import { type ClearanceSpan, clearedSpans, isClearedAt, warningAt } from './clearance.ts'

const media = (value: number) => value as MediaMicros
const part = (
  from: number,
  to: number,
  isCleared: boolean,
  warning: string | null = null,
): ClearanceSpan => ({
  ...span(media(from), media(to)),
  isCleared,
  warning,
})

test('the later decision on a stretch counts, and its warning with it', () => {
  const recording = { isCleared: false, spans: [part(0, 10, true), part(4, 6, false, 'a fall')] }
  assert.deepEqual(
    [1, 4, 5, 6].map(at => isClearedAt(recording, media(at))),
    [true, false, false, true],
  )
  assert.deepEqual(
    [3, 5].map(at => warningAt(recording, media(at))),
    [null, 'a fall'],
  )
  assert.deepEqual(clearedSpans(recording, span(media(0), media(20))), [
    { from: 0, to: 4 },
    { from: 6, to: 10 },
  ])
})

test('the cleared stretches are exactly the times at which a recording is cleared', () => {
  const any = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }), fc.boolean())
    .map(([from, length, isCleared]) => part(from, from + length, isCleared))
  fc.assert(
    fc.property(fc.boolean(), fc.array(any, { maxLength: 8 }), (isCleared, spans) => {
      const recording = { isCleared, spans }
      const cleared = clearedSpans(recording, span(media(0), media(50)))
      for (let at = 0; at < 50; at++) {
        const isIn = cleared.some(each => at >= each.from && at < each.to)
        assert.equal(isIn, isClearedAt(recording, media(at)))
      }
    }),
  )
})
