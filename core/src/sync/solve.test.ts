import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nameHash } from '../../../test/cases/sound/scenes.ts'
import { caseMicros, mediaMicros } from '../time/index.ts'
import { method, type PairResult, SyncResult, version } from './result.ts'
import { type Pin, type SolveRecording, solve } from './solve.ts'

interface Told {
  readonly start: number
  readonly ppm?: number
}

const heardAs = (id: string): SolveRecording => ({ id, sha256: nameHash(id), sound: 'heard' })

/** What a perfect ear would say of two recordings: "a on b" with an error, wrong by `off` seconds where asked. */
function pairOf(
  truth: Readonly<Record<string, Told>>,
  names: string,
  { off = 0, score = 50, errorMs = 0.2 } = {},
): PairResult {
  const [one = '', two = ''] = names.split('-')
  const [a, b] = nameHash(one) <= nameHash(two) ? [one, two] : [two, one]
  const [ta, tb] = [truth[a] as Told, truth[b] as Told]
  const [rateA, rateB] = [1 + (ta.ppm ?? 0) * 1e-6, 1 + (tb.ppm ?? 0) * 1e-6]
  return {
    v: 1,
    method,
    version,
    a: nameHash(a),
    b: nameHash(b),
    verdict: 'match',
    score,
    why: 'made up',
    isSameTake: false,
    candidates: [],
    cuts: [],
    lines: [
      {
        lagSeconds: (tb.start - ta.start) / rateA + off,
        slopePpm: (rateB / rateA - 1) * 1e6,
        pivotSeconds: 40,
        errorAtPivotMs: errorMs,
        slopeErrorPpm: 1,
        errorMs,
        from: 10,
        to: 70,
      },
    ],
  }
}

const placedOf = (result: SyncResult, id: string) => {
  const placement = result.recordings.find(recording => recording.id === id)?.placement
  assert.ok(placement?.kind === 'placed', `${id} is placed`)
  return placement
}

test('a chain is one group although its ends share nothing, and its zero is the earliest start', () => {
  const truth = { a: { start: 30 }, b: { start: 12.5, ppm: 40 }, c: { start: 71.25, ppm: -90 } }
  const result = solve(['a', 'b', 'c'].map(heardAs), [pairOf(truth, 'a-b'), pairOf(truth, 'b-c')])
  SyncResult.parse(result)
  const [a, b, c] = ['a', 'b', 'c'].map(id => placedOf(result, id)) as [never, never, never] as ReturnType<
    typeof placedOf
  >[]
  assert.ok(a && b && c)
  assert.deepEqual([a.group, b.group, c.group], ['g1', 'g1', 'g1'])
  assert.equal(Math.min(a.start, b.start, c.start), 0)
  assert.equal([a, b, c].filter(({ driftPpm }) => driftPpm === 0).length, 1)
  assert.ok(Math.abs(a.start - b.start - 17.5e6) < 1500)
  assert.ok(Math.abs(c.driftPpm - b.driftPpm + 130) < 0.01)
})

test('any connected set of exact pairs gives back the true starts and drifts', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          start: fc.double({ min: 0, max: 3000, noNaN: true }),
          ppm: fc.integer({ min: -250, max: 250 }),
        }),
        {
          minLength: 2,
          maxLength: 7,
        },
      ),
      fc.integer(),
      (nodes, salt) => {
        const ids = nodes.map((_, n) => `r${n}`)
        const truth = Object.fromEntries(nodes.map((node, n) => [`r${n}`, node]))
        const pairs = ids.slice(1).map((id, n) => pairOf(truth, `${id}-r${Math.abs(salt + n) % (n + 1)}`))
        const result = solve(ids.map(heardAs), pairs)
        const places = ids.map(id => placedOf(result, id))
        // Any two recordings, told on each other: the group's own zero and clock drop out.
        for (const [n, place] of places.entries()) {
          const [zero, zeroTruth] = [places[0]!, nodes[0]!]
          const onZero = (place.start - zero.start) / 1e6 / (1 + zero.driftPpm * 1e-6)
          const expected = ((nodes[n]?.start ?? 0) - zeroTruth.start) / (1 + zeroTruth.ppm * 1e-6)
          assert.ok(Math.abs(onZero - expected) < 2e-3, `${onZero} is ${expected}`)
        }
      },
    ),
    { numRuns: 60, seed: 11 },
  )
})

test('recordings that share no sound stay in groups of their own, and a loner has none', () => {
  const truth = {
    a: { start: 0 },
    b: { start: 5 },
    c: { start: 100 },
    d: { start: 90 },
    e: { start: 91 },
    f: { start: 1 },
  }
  const result = solve(['a', 'b', 'c', 'd', 'e', 'f'].map(heardAs), [
    pairOf(truth, 'a-b'),
    pairOf(truth, 'c-d'),
    pairOf(truth, 'd-e'),
  ])
  assert.deepEqual(
    result.recordings.map(({ placement }) => (placement.kind === 'placed' ? placement.group : placement.why)),
    ['g2', 'g2', 'g1', 'g1', 'g1', 'no-overlap'],
  )
})

test('a pair that contradicts two stronger ones is not used, and says so', () => {
  const truth = { a: { start: 0 }, b: { start: 5 }, c: { start: 9 } }
  const result = solve(['a', 'b', 'c'].map(heardAs), [
    pairOf(truth, 'a-b'),
    pairOf(truth, 'b-c'),
    pairOf(truth, 'a-c', { off: 3, score: 20 }),
  ])
  assert.deepEqual(
    result.pairs.map(({ used }) => used),
    [true, true, false],
  )
  assert.match(result.pairs[2]?.why ?? '', /contradicts stronger pairs by 3\.00 s/)
  assert.ok(Math.abs(placedOf(result, 'c').start - 9e6) < 1000)
})

test('pairs that disagree a little, as sound from different places does, widen the stated error', () => {
  const truth = { a: { start: 0 }, b: { start: 5 }, c: { start: 9 } }
  const closed = solve(['a', 'b', 'c'].map(heardAs), [
    pairOf(truth, 'a-b'),
    pairOf(truth, 'b-c'),
    pairOf(truth, 'a-c'),
  ])
  const open = solve(['a', 'b', 'c'].map(heardAs), [
    pairOf(truth, 'a-b'),
    pairOf(truth, 'b-c'),
    pairOf(truth, 'a-c', { off: 0.04 }),
  ])
  assert.ok((placedOf(closed, 'c').errorMs ?? 0) < 1)
  assert.ok((placedOf(open, 'c').errorMs ?? 0) > 10)
})

const pin = (id: string, seconds: number, driftPpm: number | null = null): Pin => ({
  id,
  startMicros: caseMicros(seconds * 1e6),
  driftPpm,
  errorMs: null,
})

test('a pin stays where a person put it and the others are solved around it', () => {
  const truth = { a: { start: 30 }, b: { start: 12.5 }, c: { start: 71.25 } }
  const result = solve(
    ['a', 'b', 'c'].map(heardAs),
    [pairOf(truth, 'a-b'), pairOf(truth, 'b-c')],
    [pin('b', 1000)],
  )
  assert.equal(placedOf(result, 'b').start, 1000e6)
  assert.equal(placedOf(result, 'b').by, 'person')
  assert.ok(Math.abs(placedOf(result, 'a').start - 1017.5e6) < 1000)
  assert.ok(Math.abs(placedOf(result, 'c').start - 1058.75e6) < 1000)
  assert.deepEqual(result.conflicts, [])
})

test('a recording with cuts that was moved as a whole keeps its pieces, and what it heard later hangs on the later one', () => {
  // b paused for 100 s at its second 60; c heard what b heard after that, a what it heard before.
  const early = { a: { start: 0 }, b: { start: 10 } }
  const late = { c: { start: 140 }, b: { start: 110 } }
  const lineOf = (truth: Readonly<Record<string, Told>>, names: string, from: number, to: number) => {
    const pair = pairOf(truth, names)
    const isOnB = pair.b === nameHash('b')
    const shift = isOnB ? 0 : (pair.lines[0]?.lagSeconds ?? 0)
    return { ...pair, lines: pair.lines.map(line => ({ ...line, from: from - shift, to: to - shift })) }
  }
  const pieces = [{ from: mediaMicros(60e6), startMicros: caseMicros(1170e6), driftPpm: 0 }]
  const result = solve(
    ['a', 'b', 'c'].map(heardAs),
    [lineOf(early, 'a-b', 5, 55), lineOf(late, 'b-c', 65, 110)],
    [{ ...pin('b', 1010, 0), pieces }],
  )
  SyncResult.parse(result)
  assert.ok(Math.abs(placedOf(result, 'a').start - 1000e6) < 1000)
  assert.ok(Math.abs(placedOf(result, 'c').start - 1140e6) < 1000)
  assert.deepEqual(placedOf(result, 'b').segments, [
    { from: 0, start: 1010e6, driftPpm: 0 },
    { from: 60e6, start: 1170e6, driftPpm: 0 },
  ])
  assert.deepEqual(result.conflicts, [])
})

test('two pins that the sound contradicts both hold, and the difference is told', () => {
  const truth = { a: { start: 30 }, b: { start: 12.5 } }
  const result = solve(['a', 'b'].map(heardAs), [pairOf(truth, 'a-b')], [pin('a', 30, 0), pin('b', 12.7, 0)])
  assert.deepEqual([placedOf(result, 'a').start, placedOf(result, 'b').start], [30e6, 12.7e6])
  assert.equal(result.conflicts.length, 1)
  assert.ok(Math.abs(Math.abs(result.conflicts[0]?.differenceMs ?? 0) - 200) < 1)
})

test('a pinned loner stands on the clock of the largest group, whose zero the anchor keeps', () => {
  const truth = { a: { start: 0 }, b: { start: 5 } }
  const recordings: SolveRecording[] = [
    ...['a', 'b'].map(heardAs),
    { id: 'mute', sha256: nameHash('mute'), sound: 'no-audio' },
  ]
  const anchor = { id: 'b', startMicros: caseMicros(7e6) }
  const result = solve(recordings, [pairOf(truth, 'a-b')], [pin('mute', -3)], anchor)
  assert.deepEqual(
    result.recordings.map(({ placement }) => placement.kind === 'placed' && placement.group),
    ['g1', 'g1', 'g1'],
  )
  assert.equal(placedOf(result, 'b').start, 7e6)
  assert.equal(placedOf(result, 'mute').start, -3e6)
})

test('the travel of sound is taken off where a distance was stated, and its error is added', () => {
  // Both hear one source; b stands 68.6 m farther away, so all it hears is 200 ms late.
  const truth = { a: { start: 30 }, b: { start: 12.5 }, c: { start: 71.25 } }
  const heardLate = pairOf(truth, 'a-b', { off: nameHash('a') <= nameHash('b') ? -0.2 : 0.2 })
  const recordings = ['a', 'b', 'c'].map(heardAs)
  const pairs = [heardLate, pairOf(truth, 'a-c')]
  const without = solve(recordings, pairs)
  const result = solve(recordings, pairs, [], null, [{ id: 'b', metres: 68.6, errorMetres: 3.43 }])
  SyncResult.parse(result)
  const apart = (solved: SyncResult, one: string, two: string) =>
    Math.round((placedOf(solved, one).start - placedOf(solved, two).start) / 1e3)
  assert.deepEqual([apart(without, 'a', 'b'), apart(without, 'c', 'a')], [17_700, 41_250])
  assert.deepEqual([apart(result, 'a', 'b'), apart(result, 'c', 'a')], [17_500, 41_250])
  assert.equal(placedOf(result, 'b').travelMs, 200)
  assert.equal(placedOf(result, 'a').travelMs, undefined)
  // 3.43 m are 10 ms, and a twentieth of 200 ms is another 10: nobody knows how warm it was.
  const added = (placedOf(result, 'b').errorMs ?? 0) - (placedOf(without, 'b').errorMs ?? 0)
  assert.ok(Math.abs(added - 20) < 0.01, `${added}`)
  assert.equal(placedOf(result, 'c').errorMs, placedOf(without, 'c').errorMs)
})

test('however far the microphones were, stated distances give back the starts that sound alone would move', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          start: fc.double({ min: 0, max: 3000, noNaN: true }),
          metres: fc.double({ min: 0, max: 400, noNaN: true }),
        }),
        { minLength: 2, maxLength: 6 },
      ),
      nodes => {
        const ids = nodes.map((_, n) => `r${n}`)
        // What happened is heard later: by the sound alone a recording seems to begin earlier than it did.
        const heard = Object.fromEntries(
          nodes.map(({ start, metres }, n) => [`r${n}`, { start: start - metres / 343 }]),
        )
        const pairs = ids.slice(1).map((id, n) => pairOf(heard, `${id}-r${n}`))
        const distances = nodes.map(({ metres }, n) => ({ id: `r${n}`, metres, errorMetres: 0 }))
        const result = solve(ids.map(heardAs), pairs, [], null, distances)
        const zero = placedOf(result, 'r0').start
        for (const [n, { start }] of nodes.entries()) {
          const apart = (placedOf(result, `r${n}`).start - zero) / 1e6
          const expected = start - (nodes[0]?.start ?? 0)
          assert.ok(Math.abs(apart - expected) < 1e-4, `${apart} is ${expected}`)
        }
      },
    ),
    { numRuns: 60, seed: 12 },
  )
})

test('what hangs on a pinned recording with a distance carries that distance’s error, and pins do not move', () => {
  const truth = { a: { start: 30 }, b: { start: 12.5 } }
  const heardLate = pairOf(truth, 'a-b', { off: nameHash('a') <= nameHash('b') ? -0.2 : 0.2 })
  const distances = [{ id: 'b', metres: 68.6, errorMetres: 3.43 }]
  const result = solve(['a', 'b'].map(heardAs), [heardLate], [pin('b', 12.5, 0)], null, distances)
  assert.equal(placedOf(result, 'b').start, 12.5e6)
  assert.equal(placedOf(result, 'b').travelMs, undefined)
  assert.ok(Math.abs(placedOf(result, 'a').start - 30e6) < 1000)
  assert.ok((placedOf(result, 'a').errorMs ?? 0) > 20)
  // Pinned by sight on both sides, the sound agrees once its travel is taken off.
  const pins = [pin('a', 30, 0), pin('b', 12.5, 0)]
  const conflicts = (stated: typeof distances) =>
    solve(['a', 'b'].map(heardAs), [heardLate], pins, null, stated).conflicts.length
  assert.deepEqual([conflicts([]), conflicts(distances)], [1, 0])
})

test('a recording without sound says so, and one with a refused pair is ambiguous', () => {
  const refused: PairResult = {
    ...pairOf({ a: { start: 0 }, b: { start: 1 } }, 'a-b'),
    verdict: 'ambiguous',
    lines: [],
  }
  const result = solve(
    [heardAs('a'), heardAs('b'), { id: 'c', sha256: nameHash('c'), sound: 'unreadable' }],
    [refused],
  )
  assert.deepEqual(
    result.recordings.map(({ placement }) => placement.kind === 'unplaced' && placement.why),
    ['ambiguous', 'ambiguous', 'unreadable'],
  )
})
