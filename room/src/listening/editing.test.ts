import assert from 'node:assert/strict'
import test from 'node:test'
import { mediaMicros } from '@sightline/core/time'
import { type ShownLine, textOf } from '@sightline/core/transcript'
import { mergedLine, splitLine, timedAnew, typedOver } from './editing.ts'

const at = (seconds: number) => mediaMicros(seconds * 1e6)
const word = (text: string, from: number) =>
  ({ kind: 'word', text, from: at(from), to: at(from + 0.4), confidence: 0.9 }) as const
const line: ShownLine = {
  ...{
    from: at(1),
    to: at(3),
    estimated: true,
    speaker: 'A',
    heard: null,
    cue: 4,
    key: 'b0',
    layer: null,
    isFitted: false,
  },
  pieces: [word('stay', 1), word('right', 1.5), word('there', 2.2)],
}

test('a line is split before a word, at its time, and joined again', () => {
  const [first, second] = splitLine(line, 2)
  assert.ok(first && second)
  assert.deepEqual([textOf(first), textOf(second)], ['stay right', 'there'])
  assert.deepEqual([first.from, first.to, second.from, second.to], [at(1), at(2.2), at(2.2), at(3)])
  assert.deepEqual([first.cue, second.cue], [4, null])
  const whole = mergedLine({ ...line, ...first }, { ...line, ...second })
  assert.deepEqual([whole.from, whole.to, textOf(whole)], [at(1), at(3), 'stay right there'])
  assert.equal(splitLine(line, 0).length, 1)
})

test('times that a person gives are no estimate any more, and words outside them lose theirs', () => {
  const timed = timedAnew(typedOver(line, 'stay right there', 'A'), { from: at(1.4), to: at(3) })
  assert.equal('estimated' in timed, false)
  assert.deepEqual(
    timed.pieces.map(({ from }) => from),
    [null, at(1.5), at(2.2)],
  )
  const same = typedOver(line, 'stay right there', 'A')
  assert.equal(timedAnew(same, line), same)
})
