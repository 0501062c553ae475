import assert from 'node:assert/strict'
import test from 'node:test'
import { between, randomFrom } from '../../../test/cases/sound/random.ts'
import { groupImpulses, type PlacedImpulse } from './impulse-groups.ts'

const hearing = (
  recording: string,
  impulse: number,
  ms: number,
  over: Partial<PlacedImpulse> = {},
): PlacedImpulse => ({
  recording,
  take: recording,
  impulse,
  clock: 'g1',
  at: ms * 1000,
  onsetErrorMs: 0.3,
  placementErrorMs: 1,
  ...over,
})

/** Recordings and impulses of each group, as `a0 b1`. */
const told = (impulses: readonly PlacedImpulse[]) =>
  groupImpulses(impulses).groups.map(({ hearings }) =>
    hearings
      .map(({ recording, impulse }) => `${recording}${impulse}`)
      .sort()
      .join(' '),
  )

test('hearings that agree on one delay are joined, though neighbours lie nearer', () => {
  // b stands 34 m farther off: every sound comes 100 ms later, and the next impulse is nearer to it than its own.
  const times = [0, 80, 300, 380, 1000]
  const near = times.map((ms, n) => hearing('a', n, ms))
  const far = times.map((ms, n) => hearing('b', n, ms + 100.4))
  assert.deepEqual(told([...near, ...far]), ['a0 b0', 'a1 b1', 'a2 b2', 'a3 b3', 'a4 b4'])
})

test('an impulse that one recording did not hear stays in a group of its own', () => {
  const a = [0, 500, 900].map((ms, n) => hearing('a', n, ms))
  const b = [12, 912].map((ms, n) => hearing('b', n, ms))
  const groups = groupImpulses([...a, ...b])
  assert.deepEqual(told([...a, ...b]), ['a0 b0', 'a1', 'a2 b1'])
  assert.equal(groups.heardByMore, 2)
})

test('evenly repeated impulses are joined without a shift by one', () => {
  const a = [0, 100, 200, 300].map((ms, n) => hearing('a', n, ms))
  const b = [8, 108, 208, 308].map((ms, n) => hearing('b', n, ms))
  assert.deepEqual(told([...a, ...b]), ['a0 b0', 'a1 b1', 'a2 b2', 'a3 b3'])
})

test('recordings on different clocks are never joined, and a copy is no second microphone', () => {
  assert.deepEqual(told([hearing('a', 0, 5), hearing('b', 0, 5, { clock: 'g2' })]), ['a0', 'b0'])
  const copy = groupImpulses([hearing('a', 0, 5), hearing('b', 0, 5, { take: 'a' })])
  assert.deepEqual([copy.groups.length, copy.heardByMore], [1, 0])
})

test('the instant of a group is that of the hearing the sound reached first, with its error', () => {
  const [group] = groupImpulses([hearing('a', 0, 20), hearing('b', 0, 9.5), hearing('c', 0, 31)]).groups
  assert.equal(group?.at, 9500)
  assert.equal(group?.errorMs, 1.3)
  const [unknown] = groupImpulses([hearing('a', 0, 5, { placementErrorMs: null })]).groups
  assert.equal(unknown?.errorMs, null)
})

test('three to six microphones up to 100 m apart are joined rightly, with impulses missed and added', () => {
  let right = 0
  let all = 0
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomFrom(seed)
    const times = Array.from({ length: 3 + Math.floor(random() * 8) }, () => between(random, 0, 8000))
    const heard: (PlacedImpulse & { readonly truth: number })[] = []
    const microphones = 3 + Math.floor(random() * 4)
    for (let microphone = 0; microphone < microphones; microphone++) {
      const delay = between(random, 0, 290)
      for (const [n, time] of times.entries())
        if (random() < 0.93)
          heard.push({ ...hearing(`m${microphone}`, n, time + delay + between(random, -0.4, 0.4)), truth: n })
      if (random() < 0.3)
        heard.push({ ...hearing(`m${microphone}`, 99, between(random, 0, 8000)), truth: -1 - microphone })
    }
    const groups = groupImpulses(heard).groups.map(({ hearings }) =>
      hearings
        .map(({ recording, impulse }) => `${recording} ${impulse}`)
        .sort()
        .join(),
    )
    for (const truth of new Set(heard.map(each => each.truth))) {
      const members = heard
        .filter(each => each.truth === truth)
        .map(({ recording, impulse }) => `${recording} ${impulse}`)
        .sort()
        .join()
      all++
      if (groups.includes(members)) right++
    }
  }
  assert.ok(right / all >= 0.97, `${right} of ${all} groups are right`)
})
