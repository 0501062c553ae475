// What people decide about clocks and places: the anchor, readings of clocks, distances and locks.
import assert from 'node:assert/strict'
import test from 'node:test'
import { caseMicros, mediaMicros } from '../../time/index.ts'
import { Command, decide, inverse } from '../commands.ts'
import type { Entry, Fact } from '../entries.ts'
import { readEntry } from '../entries.ts'
import { fold } from '../fold.ts'
import { placementOf } from '../placing.ts'
import { type CaseState, emptyCase } from '../state.ts'
import { syncInputsText } from '../work-left.ts'

const id = 'a'.repeat(64)
const person = { kind: 'person', person: 'p1' } as const
const at = '2031-05-03T09:00:00.000Z'

function after(state: CaseState, facts: readonly Fact[]): CaseState {
  return facts.reduce((before, fact) => {
    const read = readEntry({ v: 1, salt: 'x', at, agent: person, ...fact })
    assert.ok(!('kind' in read), `what is entered can be read back: ${JSON.stringify(read)}`)
    return fold(before, { seq: before.seq + 1, entry: read as Entry })
  }, state)
}

function done(state: CaseState, command: Command): CaseState {
  const decision = decide(state, Command.parse(command))
  assert.equal(decision.kind, 'enter', JSON.stringify(decision))
  return decision.kind === 'enter' ? after(state, decision.facts) : state
}

/** Carries a command out, takes it back, and gives the state after both. */
function undone(before: CaseState, command: Command): CaseState {
  const state = done(before, command)
  const back = inverse(before, command, state.seq)
  assert.ok(back, `${command.do} has a way back`)
  return done(state, back)
}

const file = {
  ...({ path: 'a.mp4', encoded: false, kind: 'recording', format: null, sha256: id } as const),
  ...({ bytes: 1, changedMs: null, why: null, listing: null } as const),
}
const received = after(emptyCase, [{ type: 'file-received', detail: { v: 1, file } }])
const rev = received.recordings.get(id)?.rev ?? 0
const start: Command = {
  do: 'pin-placement',
  recording: id,
  rev,
  start: caseMicros(0),
  driftPpm: 0,
  errorMs: null,
  evidence: { how: 'typed' },
  reason: 'it begins the clock',
}
const placed = done(received, start)
const on = { recording: id, rev: placed.seq }

const reading = { local: '2031-05-02T14:06:31.5', zone: 'Europe/Zurich', offsetMinutes: 120 }
const read = { recording: id, media: mediaMicros(2e6), reading, errorMs: 1000, reason: 'clock of the gate' }
const anchor: Command = { do: 'anchor-clock', rev: 0, ...read }

test('the clock of the case is anchored to one reading at one frame, anew and no more, and each is taken back', () => {
  const state = done(placed, anchor)
  const { v: _, ...said } = { v: 1, ...read, agent: person, at }
  assert.deepEqual(state.wallTime, { anchor: said, rev: state.seq })
  assert.equal(undone(placed, anchor).wallTime.anchor, null)
  const anew: Command = { ...anchor, rev: state.seq, errorMs: null, reason: 'read again' }
  assert.equal(done(state, anew).wallTime.anchor?.reason, 'read again')
  assert.equal(undone(state, anew).wallTime.anchor?.reason, 'clock of the gate')
  const no: Command = { do: 'withdraw-clock-anchor', rev: state.seq, reason: 'another clock' }
  assert.equal(done(state, no).wallTime.anchor, null)
  assert.equal(undone(state, no).wallTime.anchor?.reason, 'clock of the gate')
})

test('a clock is not anchored on older knowledge, by a recording without a place, or by what is not held', () => {
  const state = done(placed, anchor)
  assert.deepEqual(decide(state, anchor), { kind: 'stale', noun: 'wall-time', rev: state.seq })
  assert.equal(decide(received, anchor).kind, 'impossible')
  assert.deepEqual(decide(placed, { ...anchor, recording: 'b'.repeat(64) }), {
    kind: 'unknown',
    noun: 'b'.repeat(64),
  })
  assert.equal(
    decide(placed, { do: 'withdraw-clock-anchor', rev: 0, reason: 'there is none' }).kind,
    'impossible',
  )
})

test('a reading that is no time of any day, or has no zone, is not taken', () => {
  const odd = (more: object) => Command.safeParse({ ...anchor, reading: { ...reading, ...more } }).success
  assert.equal(odd({}), true)
  assert.equal(odd({ local: '2031-02-30T14:06:31' }), false)
  assert.equal(odd({ local: '14:06:31' }), false)
  assert.equal(odd({ zone: '' }), false)
  assert.equal(odd({ offsetMinutes: 5000 }), false)
})

test('a clock reading is known by the number of its entry, withdrawn, restored, and each is undone', () => {
  const command: Command = { do: 'read-clock', ...read }
  const state = done(placed, command)
  const clock = `c${state.seq}`
  assert.deepEqual([state.clockReadings.get(clock)?.reading, state.clockReadings.size], [reading, 1])
  assert.equal(undone(placed, command).clockReadings.get(clock)?.withdrawn, 'undone')
  const withdraw: Command = { do: 'withdraw-clock-reading', clock, rev: state.seq, reason: 'misread' }
  assert.equal(done(state, withdraw).clockReadings.get(clock)?.withdrawn, 'misread')
  assert.equal(undone(state, withdraw).clockReadings.get(clock)?.withdrawn, null)
  assert.equal(decide(done(state, withdraw), withdraw).kind, 'stale')
})

test('a distance is stated, stated anew and withdrawn, and each is undone', () => {
  const command: Command = {
    do: 'state-distance',
    ...on,
    metres: 42,
    errorMetres: 3,
    source: 'the gate',
    reason: 'measured on the plan',
  }
  const state = done(placed, command)
  assert.equal(state.recordings.get(id)?.distance?.metres, 42)
  assert.equal(undone(placed, command).recordings.get(id)?.distance, null)
  const anew: Command = { ...command, rev: state.seq, metres: 40 }
  assert.equal(undone(state, anew).recordings.get(id)?.distance?.metres, 42)
  const no: Command = { do: 'withdraw-distance', recording: id, rev: state.seq, reason: 'they moved' }
  assert.equal(done(state, no).recordings.get(id)?.distance, null)
  assert.equal(undone(state, no).recordings.get(id)?.distance?.reason, 'measured on the plan')
  assert.equal(Command.safeParse({ ...command, metres: -1 }).success, false)
})

test('the placement by sound is asked for anew when a distance is stated, and only then', () => {
  const facts: Fact = {
    type: 'recording-probed',
    detail: {
      v: 1,
      recording: id,
      frames: null,
      tool: 'ffprobe',
      facts: {
        ...{ v: 1, container: 'wav', bytes: 1, start: mediaMicros(0), end: mediaMicros(1), video: null },
        ...{ otherVideoTracks: [], audio: [], claimedTimes: [], device: [], privateTags: [], oddities: [] },
      },
    },
  }
  const probed = after(placed, [facts])
  const text = (state: CaseState) => syncInputsText(state, { method: 'm', version: '1' })
  const stated = { metres: 42, errorMetres: 3, source: 'the gate', reason: 'measured' }
  const far = done(probed, { do: 'state-distance', ...on, ...stated })
  assert.equal(text(probed), `m 1\n${id} no-sound pin 0 0`)
  assert.equal(text(far), `m 1\n${id} no-sound pin 0 0 distance 42 3`)
  const locked = done(probed, { do: 'lock-placement', ...on, reason: 'checked' })
  assert.equal(text(locked), text(probed))
})

test('a locked placement is neither moved nor given up by hand before it is unlocked', () => {
  const lock: Command = { do: 'lock-placement', ...on, reason: 'checked by two' }
  const state = done(placed, lock)
  const now = { recording: id, rev: state.seq }
  const refused = decide(state, { ...start, ...now })
  assert.deepEqual(refused, {
    kind: 'impossible',
    message: 'the placement of a.mp4 is locked (checked by two): unlock it first',
  })
  assert.equal(decide(state, { do: 'unpin-placement', ...now, reason: 'x' }).kind, 'impossible')
  const unlock: Command = { do: 'unlock-placement', ...now, reason: 'a better frame' }
  assert.equal(done(state, unlock).recordings.get(id)?.lock, null)
  assert.equal(undone(placed, lock).recordings.get(id)?.lock, null)
  assert.equal(undone(state, unlock).recordings.get(id)?.lock?.reason, 'checked by two')
})

test('a place taken from a device’s clock says so', () => {
  const clock = { media: mediaMicros(0), reading, tag: 'creation_time', against: 'anchor' } as const
  const state = done(received, { ...start, evidence: { how: 'device-clock', clock } })
  const recording = state.recordings.get(id)
  assert.ok(recording)
  const placement = placementOf(recording)
  assert.equal(placement?.kind === 'placed' && placement.by, 'device-clock')
})
