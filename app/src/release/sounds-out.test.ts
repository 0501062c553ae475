import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import type { Fact } from '@sightline/core/case'
import type { Impulse, ListeningResult } from '@sightline/core/listening'
import { type Telling, toldEntries } from '@sightline/core/release'
import type { MediaMicros } from '@sightline/core/time'
import { newDesk } from '../../../test/cases/case-file/desk.ts'
import { baseComposition, recordingFacts } from '../../../test/cases/release/desk-release.ts'
import { soundsOut } from './sounds-out.ts'

const [out, stays, result] = ['a', 'b', 'c'].map(digit => digit.repeat(64)) as [string, string, string]
const film = { bytes: new Uint8Array(1), frames: 50, micros: 40_000 }
const impulse = (at: number, errorMs: number): Impulse => ({
  ...{ at: at as MediaMicros, errorMs, score: 0.9, levelDbfs: -6, aboveFloorDb: 20 },
  ...{ isClipped: false, echoOf: null },
})
const listening: ListeningResult = {
  ...{ v: 1, method: 'onsets', version: '14', rate: 48_000, noiseFloorDbfs: -60, speech: [], clipping: [] },
  ...{ isCut: false, impulses: [impulse(400_000, 0.7), impulse(700_000, 0.9)] },
}

/** A desk with a recording that goes out and one that stays; the first was listened to. */
function soundsDesk() {
  const desk = newDesk()
  desk.tell(...recordingFacts(out, 'camera.mp4', film, new Map()))
  desk.tell(...recordingFacts(stays, 'stays.mp4', film, new Map()))
  const made = { v: 1, recording: out, recipe: 'listening', version: 1, key: result, partial: null }
  const outputs = [{ name: 'listening', sha256: result, bytes: 1 }]
  desk.tell({
    type: 'derivation-made',
    detail: { ...made, oddities: [], tool: 'x', outputs },
  } as unknown as Fact)
  return desk
}

const content = {
  read: (sha256: string) => {
    assert.equal(sha256, result)
    return Promise.resolve(Readable.from([Buffer.from(JSON.stringify(listening))]))
  },
}

const label = (words: string, hearings: readonly object[], from: string | null) => ({
  ...{ do: 'label-impulse', is: 'blank', words, reason: `why ${words}`, result: from, hearings },
})

async function toldOf(
  desk: ReturnType<typeof soundsDesk>,
  sounds?: readonly string[] | null,
  parted: Telling['parted'] = new Map(),
) {
  const going = { recording: out, as: 'proxy', title: 'Camera A', wearer: null, redaction: 'done' } as const
  const entries = toldEntries(desk.entries, {
    ...{ state: desk.state, cards: new Map(), statements: new Set(), settled: new Map() },
    ...{ excerpts: new Map(), parted, keep: value => value },
    sounds: await soundsOut(desk, content),
    composition: baseComposition({
      recordings: [going],
      ...(sounds === undefined ? {} : { sounds: sounds as string[] | null }),
    }),
  })
  return entries.flatMap(({ entry, isWhole }) =>
    'detail' in entry && entry.type.startsWith('impulse-')
      ? [{ ...(entry.detail as { words: string; hearings: object[] }), isWhole, agent: entry.agent }]
      : [],
  )
}

test('a named sound goes out with the recordings that go out, and with the error of the candidate that suggested it', async () => {
  const desk = soundsDesk()
  desk.done(
    label(
      'both',
      [
        { recording: out, at: 400_500 },
        { recording: stays, at: 5 },
      ],
      result,
    ),
  )
  desk.done(label('by hand', [{ recording: out, at: 700_000 }], null))
  desk.done(label('stays', [{ recording: stays, at: 5 }], null))
  desk.done(label('stated', [{ recording: out, at: 700_100, errorMs: 2 }], result))
  const told = await toldOf(desk, null)
  assert.deepEqual(
    told.map(({ words, hearings, isWhole }) => [words, hearings, isWhole]),
    [
      ['both', [{ recording: out, at: 400_500, errorMs: 0.7 }], false],
      ['by hand', [{ recording: out, at: 700_000 }], true],
      ['stated', [{ recording: out, at: 700_100, errorMs: 2 }], true],
    ],
  )
})

test('nothing goes out unless it was chosen, and what was withdrawn never does', async () => {
  const desk = soundsDesk()
  desk.done(label('one', [{ recording: out, at: 1 }], null))
  desk.done(label('two', [{ recording: out, at: 2 }], null))
  const [one, two] = [...desk.state.impulseLabels.values()]
  const words = async (sounds?: readonly string[] | null) =>
    (await toldOf(desk, sounds)).map(each => each.words)
  assert.deepEqual(await words(), [], 'compositions from before there was this choice')
  assert.deepEqual(await words(null), ['one', 'two'])
  assert.deepEqual(await words([two?.id ?? '']), ['two'])
  desk.done({ do: 'withdraw-impulse-label', id: one?.id, rev: one?.rev, reason: 'a mistake' })
  assert.deepEqual(await words(null), ['two'])
})

test('a sound is told by its last name, as the word of the person who gave it', async () => {
  const desk = soundsDesk()
  desk.done(label('a shot, I think', [{ recording: out, at: 1 }], null))
  const [first] = [...desk.state.impulseLabels.values()]
  const anew = { is: 'door', words: 'the gate', reason: 'seen in the picture' }
  desk.done({ do: 'relabel-impulse', id: first?.id, rev: first?.rev, ...anew }, 'p2')
  const told = await toldOf(desk, null)
  assert.deepEqual(
    told.map(({ words, agent }) => [words, agent]),
    [['the gate', { kind: 'person', person: 'p2' }]],
  )
})

test('what lies in a part that was left out stays', async () => {
  const desk = soundsDesk()
  desk.done(label('in', [{ recording: out, at: 500_000 }], null))
  desk.done(label('left out', [{ recording: out, at: 1_500_000 }], null))
  const parts = [{ from: 0, to: 1_000_000, frames: [0, 24] }]
  const facts = desk.state.recordings.get(out)?.probe
  const parted = new Map([[out, { parts, facts, frames: null, outputs: [] }]]) as unknown as Telling['parted']
  assert.deepEqual(
    (await toldOf(desk, null, parted)).map(({ words }) => words),
    ['in'],
  )
})
