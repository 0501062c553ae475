import assert from 'node:assert/strict'
import test from 'node:test'
import { type Placement, type Recording, unknownProvenance } from '@sightline/core/case'
import { decide } from '@sightline/core/commands'
import { type CaseMicros, caseTimeOn, type MediaMicros, mediaMicros } from '@sightline/core/time'
import fc from 'fast-check'
import { fictionalState } from '../look/fictional-case.ts'
import { commandsOf, mapThrough, matchOf, movedCommand } from './placing-by-hand.ts'

const recording = (id: string, computed: Placement | null): Recording => ({
  id: id.repeat(64),
  firstName: `${id}.mp4`,
  probe: { kind: 'waiting' },
  derivations: [],
  computed,
  pin: null,
  lock: null,
  distance: null,
  provenance: unknownProvenance,
  standIn: null,
  film: null,
  isCleared: false,
  spans: [],
  rev: 7,
})
const placed = (start: number, driftPpm: number, errorMs: number | null): Placement => ({
  kind: 'placed',
  group: 'g1',
  start: start as CaseMicros,
  driftPpm,
  errorMs,
  by: 'sound',
})
const frame = (of: Recording, pts: number, lastsMicros: number) => ({
  recording: of,
  pts: mediaMicros(pts),
  lastsMicros,
})
const unplaced: Placement = { kind: 'unplaced', why: 'no-audio' }

test('matched frames lie at one instant, whatever drift the reference has', () => {
  const times = fc.integer({ min: 0, max: 1e10 })
  fc.assert(
    fc.property(times, times, times, fc.integer({ min: -200, max: 200 }), (start, a, b, drift) => {
      const { start: found } = matchOf(
        frame(recording('a', placed(start, drift, 1)), a, 1),
        frame(recording('b', unplaced), b, 1),
      )
      const instant = caseTimeOn({ start: start as CaseMicros, driftPpm: drift }, a as MediaMicros)
      assert.ok(Math.abs(found + b - instant) <= 0.5)
    }),
  )
})

test('the error is the longer frame and the reference’s own', () => {
  const match = matchOf(
    frame(recording('a', placed(0, 0, 0.4)), 0, 33_367),
    frame(recording('b', unplaced), 0, 100_000),
  )
  assert.equal(match.errorMs, 100.4)
})

test('while there is no clock the reference begins one, and both are entered', () => {
  const [first, second] = commandsOf(
    frame(recording('a', unplaced), 5e6, 1),
    frame(recording('b', unplaced), 2e6, 1),
    'the flash',
  )
  assert.deepEqual([first?.do, second?.do], ['pin-placement', 'pin-placement'])
  assert.ok(first?.do === 'pin-placement' && second?.do === 'pin-placement')
  assert.deepEqual([first.start, second.start, second.evidence.how], [0, 3e6, 'frames-matched'])
})

test('a recording on another clock than the main one is not moved by hand', () => {
  assert.equal(
    movedCommand(recording('a', { ...placed(0, 0, 1), group: 'g2' } as Placement), 1000, 'why'),
    null,
  )
})

test('moving keeps the drift and states no error', () => {
  const command = movedCommand(recording('a', placed(2e6, 3.5, 0.4)), -1500, 'lips')
  assert.ok(command?.do === 'pin-placement')
  assert.deepEqual([command.start, command.driftPpm, command.errorMs], [1_998_500, 3.5, null])
})

test('a recording with cuts is moved with all its pieces', () => {
  const segments = [
    { from: mediaMicros(0), start: 2e6 as CaseMicros, driftPpm: 0 },
    { from: mediaMicros(5e6), start: 9e6 as CaseMicros, driftPpm: 1 },
  ]
  const cut = recording('a', { ...placed(2e6, 0, 1), segments } as Placement)
  const command = movedCommand(cut, 250, 'lips')
  assert.ok(command?.do === 'pin-placement')
  assert.deepEqual(
    command.segments?.map(each => [each.from, each.start]),
    [
      [0, 2_000_250],
      [5e6, 9_000_250],
    ],
  )
})

test('a match with or of a recording with cuts goes by the piece that the frame lies in, and keeps drift and pieces', () => {
  const segments = [
    { from: mediaMicros(0), start: 2e6 as CaseMicros, driftPpm: 0 },
    // A pause of two seconds: from 5 s on it lies as if it had begun at 4 s.
    { from: mediaMicros(5e6), start: 9e6 as CaseMicros, driftPpm: 0 },
  ]
  const cut = recording('a', { ...placed(2e6, 0, 1), segments } as Placement)
  const late = frame(cut, 6e6, 1)
  // 6 s lie at 10 s, so a frame at 1 s of an unplaced recording makes that begin at 9 s.
  assert.equal(matchOf(late, frame(recording('b', unplaced), 1e6, 1)).start, 9e6)
  const back = matchOf(frame(recording('b', placed(0, 0, 1)), 10.5e6, 1), late)
  assert.equal(back.start, 2.5e6)
  assert.deepEqual(
    back.map.segments?.map(each => each.start),
    [2.5e6, 9.5e6],
  )
  const drifting = mapThrough(recording('c', placed(1e6, 100, 1)), mediaMicros(10e6), 20e6)
  assert.deepEqual([drifting.start, drifting.driftPpm], [9_999_000, 100])
})

test('what is asked for is what the case accepts', () => {
  const state = fictionalState()
  const [reference, other] = [...state.recordings.values()]
  assert.ok(reference && other)
  for (const command of commandsOf(frame(reference, 0, 1), frame(other, 0, 1), 'seen'))
    assert.equal(decide(state, command).kind, 'enter')
})
