import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { decoys, placeable, street } from '../../../test/cases/sound/catalogue.ts'
import { eventTimeOf, type Microphone } from '../../../test/cases/sound/microphone.ts'
import { type MadeRecording, recordings, toInput, toolsOf } from '../../../test/cases/sound/scenes.ts'
import { mixOf, placedAt, talk } from '../../../test/cases/sound/sources.ts'
import { caseMicros } from '../time/index.ts'
import type { SyncRecording } from './input.ts'
import { placeBySound } from './place-by-sound.ts'
import { type PairResult, SyncResult } from './result.ts'

const fft = await loadFft()
const tools = toolsOf(fft)

function place(made: readonly MadeRecording[]): SyncResult {
  return placeBySound(
    made.map(each => toInput(fft, each)),
    tools,
  )
}

/** Where file time `at` of `id` lies on the file time of `reference`, less where it truly lies; milliseconds. */
function errorMs(
  made: readonly MadeRecording[],
  result: SyncResult,
  id: string,
  reference: string,
  at: number,
) {
  const [placed, zero] = [id, reference].map(name => {
    const placement = result.recordings.find(recording => recording.id === name)?.placement
    assert.ok(placement?.kind === 'placed', `${name} is placed`)
    return placement
  })
  const [truth, zeroTruth] = [id, reference].map(name => made.find(each => each.id === name)?.truth)
  assert.ok(placed && zero && truth && zeroTruth)
  const rate = (ppm: number) => 1 + ppm * 1e-6
  const found = ((placed.start - zero.start) / 1e6 + at * rate(placed.driftPpm)) / rate(zero.driftPpm)
  const expected = (truth.start - zeroTruth.start + at * rate(truth.driftPpm)) / rate(zeroTruth.driftPpm)
  return { off: 1000 * (found - expected), stated: Math.max(placed.errorMs ?? 0, zero.errorMs ?? 0) }
}

const verdicts = (result: SyncResult) =>
  result.recordings.map(({ placement }) => (placement.kind === 'placed' ? placement.group : placement.why))

test('three clean recordings of one event are placed within 5 ms, inside the stated error', () => {
  for (const seed of [1, 2]) {
    const made = recordings('street', street(seed, 150), {
      a: { seed: 10 + seed, start: 5, seconds: 100, snrDb: 20, driftPpm: 60 },
      b: { seed: 20 + seed, start: 48.123, seconds: 80, snrDb: 15, driftPpm: -90 },
      c: { seed: 30 + seed, start: 20.777, seconds: 60, snrDb: 10 },
    })
    const result = place(made)
    SyncResult.parse(result)
    assert.deepEqual(verdicts(result), ['g1', 'g1', 'g1'])
    for (const id of ['b', 'c'])
      for (const at of [0, 55]) {
        const { off, stated } = errorMs(made, result, id, 'a', at)
        assert.ok(Math.abs(off) < 5 && Math.abs(off) <= stated, `${id} is ${off} ms off, ${stated} stated`)
      }
  }
})

test('drift over five minutes is found within 5 ppm', () => {
  const made = recordings('street', street(9, 320), {
    a: { seed: 1, start: 0, seconds: 310, snrDb: 5, driftPpm: 145 },
    b: { seed: 2, start: 7, seconds: 305, snrDb: 5, driftPpm: -80 },
  })
  const [a, b] = place(made).recordings.map(({ placement }) => placement)
  assert.ok(a?.kind === 'placed' && b?.kind === 'placed')
  assert.ok(Math.abs(b.driftPpm - a.driftPpm + 225) < 5, `${b.driftPpm - a.driftPpm} ppm`)
})

test('noise as loud as the sound is no reason to refuse', () => {
  const made = recordings('street', street(4, 110), {
    a: { seed: 1, start: 0, seconds: 80, snrDb: 0, driftPpm: 200 },
    b: { seed: 2, start: 31, seconds: 70, snrDb: 0, driftPpm: -200 },
  })
  assert.ok(Math.abs(errorMs(made, place(made), 'b', 'a', 20).off) < 5)
})

test('a recorder that hears a wall louder than the voices is placed by the voices', () => {
  const made = placeable['a wall heard louder than the voices'](505)
  const result = place(made)
  for (const id of ['wall', 'near']) {
    const { off, stated } = errorMs(made, result, id, 'room', 30)
    assert.ok(Math.abs(off) < 1 && Math.abs(off) <= stated, `${id} is ${off} ms off, ${stated} stated`)
  }
})

test('two events in one folder are two groups, and a stranger is left out', () => {
  const made = [
    ...recordings('one', street(1, 100), {
      a: { seed: 1, start: 0, seconds: 80 },
      b: { seed: 2, start: 30, seconds: 60 },
    }),
    ...recordings('two', street(51, 100), {
      c: { seed: 3, start: 0, seconds: 80 },
      d: { seed: 4, start: 20, seconds: 70 },
    }),
    ...recordings('three', street(91, 100), { e: { seed: 5, start: 0, seconds: 90 } }),
  ]
  assert.deepEqual(verdicts(place(made)), ['g1', 'g1', 'g2', 'g2', 'no-overlap'])
})

test('the ends of a chain are placed although they share no sound', () => {
  const made = recordings('street', street(6, 170), {
    a: { seed: 1, start: 0, seconds: 60 },
    b: { seed: 2, start: 40, seconds: 70, driftPpm: 60 },
    c: { seed: 3, start: 92, seconds: 60 },
  })
  const result = place(made)
  assert.deepEqual(result.pairs.map(({ a, b, used }) => [a, b, used]).filter(([, , used]) => used).length, 2)
  assert.ok(Math.abs(errorMs(made, result, 'c', 'a', 0).off) < 5)
})

test('silence at the start of a recording does not move it', () => {
  const made = recordings('street', street(8, 120), {
    a: { seed: 1, start: 0, seconds: 100, silentSeconds: 30 },
    b: { seed: 2, start: 12, seconds: 100, silentSeconds: 30 },
  })
  assert.ok(Math.abs(errorMs(made, place(made), 'b', 'a', 50).off) < 5)
})

test('a first timestamp other than zero moves the start by as much and nothing else', () => {
  const made = recordings('street', street(8, 100), {
    a: { seed: 1, start: 0, seconds: 70 },
    b: { seed: 2, start: 12, seconds: 70 },
  })
  const [first, second] = made as readonly [MadeRecording, MadeRecording]
  const plain = placeBySound([toInput(fft, first), toInput(fft, second)], tools)
  const late = placeBySound([toInput(fft, first), toInput(fft, second, 3.2)], tools)
  const apart = ({ recordings: [a, b] }: SyncResult) =>
    a?.placement.kind === 'placed' && b?.placement.kind === 'placed'
      ? b.placement.start - a.placement.start
      : 0
  assert.ok(Math.abs(apart(plain) - apart(late) - 3.2e6) < 100)
})

/** A long recording and one with cuts or a changed clock: the cuts that were found, and the worst error of the latter's times. */
function besideWhole(seed: number, cut: Partial<Microphone>) {
  const mics = {
    whole: { seed: seed + 1, start: 3, seconds: 290, snrDb: 8, driftPpm: 60 },
    cut: { seed: seed + 2, start: 30, seconds: 140, snrDb: 8, driftPpm: -90, ...cut },
  } satisfies Record<string, Microphone>
  const result = place(recordings('street', street(seed, 320), mics))
  const [whole, other] = result.recordings.map(({ placement }) => placement)
  assert.ok(whole?.kind === 'placed' && other?.kind === 'placed' && whole.group === other.group)
  assert.equal(whole.segments, undefined)
  const timeOn = (placement: typeof other, at: number) => {
    const parts = placement.segments ?? [{ from: 0, start: placement.start, driftPpm: placement.driftPpm }]
    const part = parts.findLast(({ from }, n) => n === 0 || from <= at * 1e6)
    return part ? part.start / 1e6 + (at - part.from / 1e6) * (1 + part.driftPpm * 1e-6) : Number.NaN
  }
  const errors = [5, 60, 80, 100, 135].map(at => {
    const onWhole = (eventTimeOf(mics.cut, at) - mics.whole.start) / (1 + mics.whole.driftPpm * 1e-6)
    return 1000 * Math.abs(timeOn(other, at) - timeOn(whole, onWhole))
  })
  return { cuts: (other.segments ?? []).slice(1).map(({ from }) => from / 1e6), worstMs: Math.max(...errors) }
}

function assertCuts(found: readonly number[], expected: readonly number[]): void {
  assert.equal(found.length, expected.length, `cuts at ${found.join(', ')} s`)
  for (const [at, seconds] of expected.entries())
    assert.ok(Math.abs((found[at] ?? 0) - seconds) < 0.05, `cut at ${found[at]} s, not ${seconds}`)
}

test('a recorder that paused, or lost a fraction of a second, has a start of its own after each cut', () => {
  const pauses = [
    { at: 47, lost: 21.3 },
    { at: 93.4, lost: 5.5 },
  ]
  const paused = besideWhole(11, { cuts: pauses })
  assertCuts(paused.cuts, [47, 93.4])
  assert.ok(paused.worstMs < 2, `${paused.worstMs} ms`)
  const lossy = besideWhole(12, { cuts: [{ at: 70.7, lost: 0.31 }] })
  assertCuts(lossy.cuts, [70.7])
  assert.ok(lossy.worstMs < 2, `${lossy.worstMs} ms`)
})

test('an excerpt that leaves stretches out is placed in as many pieces', () => {
  // The second piece comes from before the first.
  const excerpt = besideWhole(13, {
    start: 120,
    cuts: [
      { at: 50, lost: -90 },
      { at: 90, lost: 60 },
    ],
  })
  assertCuts(excerpt.cuts, [50, 90])
  assert.ok(excerpt.worstMs < 2, `${excerpt.worstMs} ms`)
})

test('a clock that changes its rate is followed', () => {
  const { cuts, worstMs } = besideWhole(14, { bend: { at: 70, driftPpm: 180 } })
  assert.equal(cuts.length, 1)
  assert.ok(Math.abs((cuts[0] ?? 0) - 70) < 15 && worstMs < 5, `bend at ${cuts[0]} s, ${worstMs} ms`)
})

test('two announcements heard at two events are no pieces of one recording', () => {
  const [first, second] = [talk(901, 12), talk(902, 9)]
  const made = [0, 1].flatMap(event =>
    recordings(
      `event ${event}`,
      mixOf(
        [1.5, placedAt(130, first, [20 + 9 * event])],
        [1.5, placedAt(130, second, [70 + 30 * event])],
        [0.5, street(300 + 70 * event, 130)],
      ),
      { [`r${event}`]: { seed: event + 1, start: 0, seconds: 125, snrDb: 15 } },
    ),
  )
  assert.ok(place(made).recordings.every(({ placement }) => placement.kind === 'unplaced'))
})

for (const [name, make] of Object.entries(decoys))
  test(`never joined: ${name}`, () => {
    assert.ok(place(make(7)).recordings.every(({ placement }) => placement.kind === 'unplaced'))
  })

test('the same take at another level and through another codec is named as a copy of the first', () => {
  const sound = street(3, 70)
  const mic = { seed: 5, start: 0, seconds: 60, snrDb: 15 }
  const [take] = recordings('street', sound, { take: mic })
  const [copy] = recordings('street', sound, { copy: { ...mic, codec: 'mulaw' } })
  const [other] = recordings('street', sound, { other: { ...mic, seed: 6, start: 0.4 } })
  assert.ok(take && copy && other)
  assert.deepEqual(
    place([take, copy, other]).recordings.map(({ duplicateOf }) => duplicateOf),
    [null, 'take', null],
  )
})

test('results of pairs are taken over, so that one more recording costs only its own pairs', () => {
  const made = recordings('street', street(8, 100), {
    a: { seed: 1, start: 0, seconds: 60 },
    b: { seed: 2, start: 12, seconds: 60 },
    c: { seed: 3, start: 25, seconds: 60 },
  })
  const inputs = made.map(each => toInput(fft, each))
  const first: PairResult[] = []
  placeBySound(inputs.slice(0, 2), { ...tools, onPair: pair => first.push(pair) })
  const second: PairResult[] = []
  const grown = placeBySound(inputs, { ...tools, known: first, onPair: pair => second.push(pair) })
  assert.deepEqual([first.length, second.length], [1, 2])
  assert.deepEqual(grown, placeBySound(inputs, tools))
})

test('many recordings get a first look each, and a close one where that leaves something open', () => {
  const made = [1, 2].flatMap(event =>
    recordings(
      `event ${event}`,
      street(40 * event, 50),
      Object.fromEntries(
        Array.from({ length: 7 }, (_, n) => [
          `e${event}r${n}`,
          // One of the second event is drowned in noise.
          { seed: 10 * event + n, start: n, seconds: 32, snrDb: event === 2 && n === 3 ? -9 : 10 },
        ]),
      ),
    ),
  )
  const known: PairResult[] = []
  const inputs = made.map(each => toInput(fft, each))
  const result = placeBySound(inputs, { ...tools, onPair: pair => known.push(pair) })
  assert.deepEqual(verdicts(result), [...Array(7).fill('g1'), ...Array(7).fill('g2')])
  assert.ok(known.filter(({ isScreened }) => isScreened).length > 20)
  // All that was found holds for the next time.
  const again = placeBySound(inputs, {
    ...tools,
    known,
    onPair: () => assert.fail('nothing is compared again'),
  })
  assert.deepEqual(again, result)
})

test('the order of the recordings does not change what a pair says', () => {
  const inputs = recordings('street', street(8, 100), {
    a: { seed: 1, start: 0, seconds: 60 },
    b: { seed: 2, start: 12, seconds: 60 },
  }).map(each => toInput(fft, each)) as [SyncRecording, SyncRecording]
  const pairs: PairResult[] = []
  placeBySound(inputs, { ...tools, onPair: pair => pairs.push(pair) })
  placeBySound([inputs[1], inputs[0]], { ...tools, onPair: pair => pairs.push(pair) })
  assert.deepEqual(pairs[0], pairs[1])
})

test('a pin wins over the sound, which is then told as a conflict', () => {
  const made = recordings('street', street(8, 100), {
    a: { seed: 1, start: 0, seconds: 60 },
    b: { seed: 2, start: 12, seconds: 60 },
  })
  const result = placeBySound(
    made.map(each => toInput(fft, each)),
    {
      ...tools,
      pins: [
        { id: 'a', startMicros: caseMicros(0), driftPpm: 0, errorMs: null },
        { id: 'b', startMicros: caseMicros(12.5e6), driftPpm: 0, errorMs: null },
      ],
    },
  )
  assert.deepEqual(
    result.recordings.map(({ placement }) => placement.kind === 'placed' && [placement.start, placement.by]),
    [
      [0, 'person'],
      [12.5e6, 'person'],
    ],
  )
  assert.ok(Math.abs(Math.abs(result.conflicts[0]?.differenceMs ?? 0) - 500) < 5)
})

test('work that is cancelled ends with an error that says so', () => {
  const inputs = recordings('street', street(8, 50), {
    a: { seed: 1, start: 0, seconds: 40 },
    b: { seed: 2, start: 2, seconds: 40 },
  }).map(each => toInput(fft, each))
  assert.throws(() => placeBySound(inputs, { ...tools, isCancelled: () => true }), { code: 'cancelled' })
})

test('a recording without a window of sound is left out as having none', () => {
  const [long] = recordings('street', street(8, 50), { long: { seed: 1, start: 0, seconds: 40 } })
  assert.ok(long)
  for (const samples of [new Int16Array(0), new Int16Array(700), new Int16Array(160_000)]) {
    const result = place([long, { id: 'odd', truth: long.truth, samples }])
    assert.deepEqual(verdicts(result), ['no-overlap', 'no-audio'])
  }
})
