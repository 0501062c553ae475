import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CornerIndex } from './corner-index.ts'
import { cornerMatches } from './corner-matches.ts'
import type { Corners } from './features.ts'
import { plainKernels } from './picture-kernels.ts'

let state = 5
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
/** What a camera passes by: a corner every ten pixels. */
const world = Array.from({ length: 500 }, (_, n) => ({
  ...{ x: 10 * n + 8 * next(), y: 180 * next() },
  bits: Uint32Array.from({ length: 8 }, () => Math.floor(next() * 2 ** 32)),
}))

/** The corners that are seen over 320 pixels from one on. */
function seenFrom(left: number): Corners {
  const seen = world.filter(({ x }) => x >= left && x < left + 320)
  return {
    count: seen.length,
    x: Float32Array.from(seen, ({ x }) => x - left),
    y: Float32Array.from(seen, ({ y }) => y),
    size: new Float32Array(seen.length).fill(1),
    bits: Uint32Array.from(seen.flatMap(({ bits }) => [...bits])),
  }
}

function recording(count: number) {
  const asked: number[] = []
  const frames = Int32Array.from({ length: count }, (_, n) => 15 * n)
  const corners = (n: number) => {
    asked.push(n)
    return seenFrom(60 * n)
  }
  return { asked, index: new CornerIndex([{ frames, corners }]) }
}

const best = (of: ReturnType<typeof cornerMatches>) =>
  of.toSorted((one, two) => two.inliers - one.inliers).map(each => each.frame / 15)

test('of many frames in a row half are compared, and the one that agrees best is found wherever it lies', () => {
  for (const shown of [20, 37, 61]) {
    const { asked, index } = recording(70)
    const found = cornerMatches(plainKernels, index, seenFrom(60 * shown + 4))
    const [first, ...others] = best(found)
    assert.equal(first, shown)
    assert.ok(others.includes(shown - 1) && others.includes(shown + 1))
    const { map, raw } = found.find(each => each.frame === 15 * shown) as (typeof found)[number]
    assert.equal(raw, 0)
    assert.ok(Math.abs(map[2] + 4) < 0.01)
    assert.ok(asked.length < 50)
  }
})

test('few frames are compared all', () => {
  const { asked, index } = recording(12)
  assert.equal(best(cornerMatches(plainKernels, index, seenFrom(60 * 5)))[0], 5)
  assert.equal(asked.length, 12)
})
