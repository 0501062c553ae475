import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Command, decide, inverse } from './commands.ts'
import type { Entry, Fact } from './entries.ts'
import { readEntry } from './entries.ts'
import { fold, foldAll, type Numbered } from './fold.ts'
import type { FoundFile } from './nouns/file.ts'
import { clocksOf, placementOf } from './placing.ts'
import { type CaseState, emptyCase } from './state.ts'

const at = '2026-01-02T03:04:05.678Z'
const person = { kind: 'person', person: 'p1' } as const
const sha = (n: number) => n.toString(16).padStart(64, '0')

function found(path: string, n: number, fields: Partial<FoundFile> = {}): FoundFile {
  const file = {
    path,
    encoded: false,
    kind: 'recording',
    format: 'mp4',
    sha256: sha(n),
    bytes: 10,
    changedMs: 1,
  } as const
  return { ...file, why: null, listing: null, ...fields }
}

function received(path: string, n: number): Fact {
  return { type: 'file-received', detail: { v: 1, file: found(path, n) } }
}

function placed(n: number, start: number, group = 'g1'): Fact {
  const placement = {
    kind: 'placed',
    group,
    start: start as never,
    driftPpm: 0,
    errorMs: 1,
    by: 'sound',
  } as const
  return { type: 'placement-computed', detail: { v: 1, recording: sha(n), placement, inputs: sha(0) } }
}

function log(...facts: readonly Fact[]): Numbered[] {
  return facts.map((fact, index) => ({ seq: index + 1, entry: { ...fact, at, agent: person } as Entry }))
}

/** Carries a command out as the keeper does, and gives the case after it. */
function carryOut(state: CaseState, command: Command): CaseState {
  const decision = decide(state, command)
  assert.equal(decision.kind, 'enter')
  if (decision.kind !== 'enter') return state
  return decision.facts.reduce(
    (before, fact) => fold(before, { seq: before.seq + 1, entry: { ...fact, at, agent: person } as Entry }),
    state,
  )
}

const pin = (state: CaseState, n: number, start: number): Command => ({
  do: 'pin-placement',
  recording: sha(n),
  rev: state.recordings.get(sha(n))?.rev ?? -1,
  start: start as never,
  driftPpm: 0,
  errorMs: null,
  evidence: { how: 'typed' },
  reason: 'read off its clock',
})

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3)).map(([path, n]) => received(path, n)),
  fc.constantFrom('a', 'b').map((path): Fact => ({ type: 'file-missing', detail: { v: 1, path } })),
  fc.tuple(fc.nat(3), fc.nat(99)).map(([n, start]) => placed(n, start)),
  fc
    .nat(3)
    .map((n): Fact => ({ type: 'recording-cleared', detail: { v: 1, recording: sha(n), reason: 'seen' } })),
  fc
    .nat(3)
    .map((n): Fact => ({ type: 'placement-unpinned', detail: { v: 1, recording: sha(n), reason: 'wrong' } })),
)

test('folding one by one, all at once, or in two halves gives the same case', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 30 }), fc.nat(), (facts, cut) => {
      const entries = log(...facts)
      const whole = foldAll(entries)
      assert.deepEqual(entries.reduce(fold, emptyCase), whole)
      const half = cut % (entries.length + 1)
      assert.deepEqual(foldAll(entries.slice(half), foldAll(entries.slice(0, half))), whole)
    }),
  )
})

test('folding leaves the case it started from as it was', () => {
  const before = foldAll(log(received('a.mp4', 1)))
  const copy = structuredClone(before)
  fold(before, { seq: 2, entry: { ...placed(1, 5), at, agent: person } as Entry })
  foldAll([{ seq: 2, entry: { ...received('b.mp4', 2), at, agent: person } as Entry }], before)
  assert.deepEqual(before, copy)
})

test('an entry out of order is refused', () => {
  assert.throws(() => fold(emptyCase, { seq: 2, entry: { type: 'withheld' } }), /expected 1, found 2/)
})

test('a withheld or expunged body changes nothing but the length of the log', () => {
  const before = foldAll(log(received('a.mp4', 1)))
  for (const type of ['withheld', 'expunged'] as const) {
    assert.deepEqual(fold(before, { seq: 2, entry: { type } }), { ...before, seq: 2 })
  }
})

test('entries about a recording whose receipt was expunged are passed over', () => {
  const state = foldAll([
    { seq: 1, entry: { type: 'expunged' } },
    ...log(placed(1, 5)).map(each => ({ ...each, seq: 2 })),
  ])
  assert.equal(state.recordings.size, 0)
})

test('copies of one file are one recording with two names', () => {
  const state = foldAll(log(received('a.mp4', 1), received('copy of a.mp4', 1)))
  assert.equal(state.files.size, 2)
  assert.deepEqual(
    [...state.recordings.values()].map(each => each.firstName),
    ['a.mp4'],
  )
})

test('an altered file is a new recording, and the earlier one stays with its hash', () => {
  const altered: Fact = { type: 'file-altered', detail: { v: 1, file: found('a.mp4', 2), was: sha(1) } }
  const state = foldAll(log(received('a.mp4', 1), altered))
  assert.deepEqual([...state.recordings.keys()], [sha(1), sha(2)])
  assert.deepEqual(state.files.get('a.mp4')?.was, [sha(1)])
})

test('a placement by a person stands over the machine until it is taken back', () => {
  let state = foldAll(log(received('a.mp4', 1), placed(1, 5)))
  state = carryOut(state, pin(state, 1, 77))
  const recording = () => state.recordings.get(sha(1)) ?? assert.fail('the recording is there')
  assert.equal((placementOf(recording()) as { start: number }).start, 77)
  state = fold(state, { seq: state.seq + 1, entry: { ...placed(1, 6), at, agent: person } as Entry })
  assert.equal((placementOf(recording()) as { start: number }).start, 77)
  state = carryOut(state, {
    do: 'unpin-placement',
    recording: sha(1),
    rev: recording().rev,
    reason: 'mistaken',
  })
  assert.equal((placementOf(recording()) as { start: number }).start, 6)
})

test('a command decided on an older state is refused and names what changed', () => {
  let state = foldAll(log(received('a.mp4', 1)))
  const first = pin(state, 1, 1)
  state = carryOut(state, first)
  assert.deepEqual(decide(state, first), { kind: 'stale', noun: sha(1), rev: 2 })
})

test('what a machine finds does not make a person’s command stale', () => {
  let state = foldAll(log(received('a.mp4', 1)))
  const command = pin(state, 1, 1)
  state = fold(state, { seq: 2, entry: { ...placed(1, 9), at, agent: person } as Entry })
  assert.equal(decide(state, command).kind, 'enter')
})

test('undoing a placement restores the one before it, or none', () => {
  let state = foldAll(log(received('a.mp4', 1)))
  for (const start of [10, 20]) {
    const before = state
    const command = pin(state, 1, start)
    state = carryOut(state, command)
    const back = inverse(before, command, state.recordings.get(sha(1))?.rev ?? -1)
    assert.ok(back)
    const undone = carryOut(state, back)
    const startOf = (each: CaseState) => each.recordings.get(sha(1))?.pin?.start ?? null
    assert.equal(startOf(undone), startOf(before))
  }
})

test('recordings that share no clock are watched on their own, after the groups', () => {
  const facts = [
    received('a', 1),
    received('b', 2),
    received('c', 3),
    received('d', 4),
    placed(2, 0),
    placed(3, 4),
    placed(1, 2, 'g2'),
  ]
  const entries = log(...facts)
  const clocks = clocksOf(foldAll(entries))
  assert.deepEqual(
    clocks.map(clock => [clock.id, clock.recordings.length]),
    [
      ['g1', 2],
      ['g2', 1],
    ],
  )
})

test('an entry of a type that is not known here is told as newer, never guessed at', () => {
  const body = { v: 1, salt: 'x', at, type: 'moon-landed', agent: person, detail: { v: 1 } }
  const read = readEntry(body)
  assert.equal('kind' in read && read.kind, 'newer')
  const wrong = readEntry({ ...body, type: 'file-missing', detail: { v: 1 } })
  assert.equal('kind' in wrong && wrong.kind, 'malformed')
})

test('100,000 entries fold without copying the case for each', () => {
  function* many(): Iterable<Numbered> {
    for (let n = 1; n <= 100_000; n++) {
      yield { seq: n, entry: { ...received(`f${n % 5000}`, n % 5000), at, agent: person } as Entry }
    }
  }
  let copies = 0
  const spy = new Proxy(Map, {
    construct(target, args) {
      copies++
      return Reflect.construct(target, args)
    },
  })
  const original = globalThis.Map
  globalThis.Map = spy
  try {
    assert.equal(foldAll(many()).files.size, 5000)
  } finally {
    globalThis.Map = original
  }
  assert.ok(copies <= 4, `each collection is copied at most once, found ${copies} copies`)
})
