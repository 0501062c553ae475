import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ContainerTimes, type FrameMatch, matchFrames } from './frame-match.ts'

const indexOf = (seconds: readonly number[], lastLasts = 0.04) => ({
  boundaries: Float64Array.from(
    [...seconds, (seconds.at(-1) ?? 0) + lastLasts].map(each => Math.round(each * 1e6)),
  ),
})
const container = (seconds: readonly number[]): ContainerTimes => ({
  first: seconds[0] as number,
  last: seconds.at(-1) as number,
  nearStart: seconds.slice(0, 32),
})
const regular = (from: number, count: number, rate: number) =>
  Array.from({ length: count }, (_, at) => from + at / rate)
const matched = (answer: FrameMatch | string): FrameMatch => {
  if (typeof answer === 'string') assert.fail(answer)
  return answer
}

test('packets at the times of the index are its frames, one by one', () => {
  const seconds = [3.2, 3.24, 3.31, 3.312, 3.4]
  const match = matched(matchFrames(indexOf(seconds), container(seconds)))
  assert.equal(match.shiftMicros, 0)
  assert.deepEqual(
    seconds.map(each => match.frameOf(each)),
    seconds.map((_, index) => ({ kind: 'frame', index })),
  )
})

test('a packet between two frames is a stranger, one beyond the ends is outside', () => {
  const seconds = regular(0, 10, 25)
  const match = matched(matchFrames(indexOf(seconds), container(seconds)))
  assert.deepEqual(match.frameOf(0.06), { kind: 'stranger' })
  assert.deepEqual(match.frameOf(-0.04), { kind: 'outside' })
  assert.deepEqual(match.frameOf(0.4), { kind: 'outside' })
})

test('an edit that begins between two frames names the first whole frame 0, as FFmpeg does', () => {
  // 60 fps cut at 1.4033 s: the demuxer gives the frame before the cut as -0.0033 s and the first one shown as 0.01335 s.
  const packets = regular(-1.36999, 300, 60)
  const kept = packets.filter(each => each > 0)
  const match = matched(
    matchFrames(indexOf(regular(0, kept.length, 60), 1 / 60), {
      first: packets[0] as number,
      last: packets.at(-1) as number,
      nearStart: packets.slice(60, 130),
    }),
  )
  assert.deepEqual(match.frameOf(kept[0] as number), { kind: 'frame', index: 0 })
  assert.deepEqual(match.frameOf(packets.at(-1) as number), { kind: 'frame', index: kept.length - 1 })
  assert.deepEqual(match.frameOf((kept[0] as number) - 1 / 60), { kind: 'outside' })
  assert.equal(match.soundShiftMicros, 0)
})

test('a container that lost its start is shifted as a whole, sound included', () => {
  const match = matched(matchFrames(indexOf(regular(3.2, 50, 25)), container(regular(0, 50, 25))))
  assert.deepEqual(match.frameOf(0.4), { kind: 'frame', index: 10 })
  assert.equal(match.soundShiftMicros, 3_200_000)
})

test('media with one frame more or less, or at another rate, is refused with both ranges', () => {
  const index = indexOf(regular(0, 50, 25))
  for (const other of [regular(0, 49, 25), regular(0, 50, 24.9), regular(0.013, 49, 25)]) {
    const answer = matchFrames(index, container(other))
    assert.match(
      String(answer),
      /^frames differ: the index runs from 0\.000000 to 1\.960000 s, the media from/,
    )
  }
})

test('two frames with one time are told to be twins', () => {
  const match = matched(matchFrames(indexOf([0, 0.04, 0.04, 0.08]), container([0, 0.04, 0.04, 0.08])))
  assert.deepEqual(match.frameOf(0.04), { kind: 'frame', index: 1 })
  assert.equal(match.isFollowedByTwin(1), true)
  assert.equal(match.isFollowedByTwin(2), false)
})
