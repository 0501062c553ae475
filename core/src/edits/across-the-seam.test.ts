import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acrossTheSeam } from './across-the-seam.ts'
import type { Edit } from './kinds.ts'
import { Levels } from './pictures.ts'

const film = new Levels({
  ...{
    width: 256,
    height: 144,
    count: 1,
    times: Float64Array.of(0, 1 / 30),
    fullWidth: 512,
    fullHeight: 288,
  },
  luma: () => new Uint8Array(256 * 144),
  colour: () => new Uint8Array(128 * 144),
})
const text: Edit = { kind: 'overlay', start: 30, end: 90, region: [40, 214, 216, 50], score: 0.9 }
const plain: Edit = { kind: 'redaction', start: 30, end: 90, region: [256, 214, 90, 50], score: 0.9 }

test('a panel over the seam of a split screen is one drawing, though a part of it without text is like a box that hides', () => {
  const one: Edit = { ...text, region: [40, 214, 306, 50] }
  assert.deepEqual(acrossTheSeam([text], [plain], film), [one])
  assert.deepEqual(
    acrossTheSeam(
      [{ ...plain, region: [170, 214, 86, 50] }],
      [{ ...text, region: [256, 214, 90, 50] }],
      film,
    ),
    [{ ...plain, kind: 'overlay', region: [170, 214, 176, 50] }],
  )
  assert.deepEqual(acrossTheSeam([text], [{ ...text, region: plain.region as never }], film), [one])
})

test('a box beside a drawing that is of another height, farther away or there at other times is another thing', () => {
  for (const other of [
    { ...plain, region: [256, 150, 90, 114] as const },
    { ...plain, region: [330, 214, 90, 50] as const },
    { ...plain, end: 70 },
  ])
    assert.deepEqual(acrossTheSeam([text], [other], film), [text, other])
})
