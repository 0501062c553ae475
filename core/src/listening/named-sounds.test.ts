import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newDesk } from '../../../test/cases/case-file/desk.ts'
import { recordingFacts } from '../../../test/cases/release/desk-release.ts'
import { intervalLimits, soundWordsEn, soundWordsEs } from './interval-words.ts'
import { intervalOf, type NamedSound, namedSounds } from './named-sounds.ts'

const [a, b, alone] = ['a', 'b', 'c'].map(digit => digit.repeat(64)) as [string, string, string]
const film = { bytes: new Uint8Array(1), frames: 50, micros: 40_000 }

/** Two recordings on one clock, the second a second later, and one that lies on none. */
function placedDesk() {
  const desk = newDesk()
  for (const [index, recording] of [a, b, alone].entries()) {
    desk.tell(...recordingFacts(recording, `${index}.mp4`, film, new Map()))
    if (recording === alone) continue
    const placement = {
      kind: 'placed',
      group: 'g1',
      start: index * 1e6,
      driftPpm: 0,
      errorMs: 3,
      by: 'sound',
    }
    const detail = { v: 1, recording, placement, inputs: 'd'.repeat(64) }
    desk.tell({ type: 'placement-computed', detail } as never)
  }
  const label = (...hearings: readonly (readonly [recording: string, at: number, errorMs?: number])[]) =>
    desk.done({
      ...{ do: 'label-impulse', is: 'blank', words: null, reason: 'heard', result: null },
      hearings: hearings.map(([recording, at, errorMs]) => ({
        ...{ recording, at },
        ...(errorMs === undefined ? {} : { errorMs }),
      })),
    })
  return { desk, label }
}

test('named sounds stand in the order of their clock, with the hearing first that the sound reached first', () => {
  const { desk, label } = placedDesk()
  label([a, 1_500_000, 0.2], [b, 490_000, 0.3])
  label([alone, 7_000], [a, 40_000])
  label([alone, 9_000])
  label([a, 30_000])
  const withdrawn = [...desk.state.impulseLabels.values()].at(-1)
  desk.done({ do: 'withdraw-impulse-label', id: withdrawn?.id, rev: withdrawn?.rev, reason: 'a mistake' })
  const told = namedSounds(desk.state).map(({ clock, hearings }) => [
    clock.id.slice(0, 2),
    hearings.map(({ recording, at, errorMs }) => [recording[0], at, errorMs]),
  ])
  assert.deepEqual(told, [
    ['g1', [['a', 40_000, null]]],
    [
      'g1',
      [
        ['b', 1_490_000, 0.3],
        ['a', 1_500_000, 0.2],
      ],
    ],
    ['cc', [['c', 9_000, null]]],
  ])
})

test('an interval is measured in a recording that heard both, and else adds the errors of both places', () => {
  const { desk, label } = placedDesk()
  label([a, 100_000, 0.2], [b, 50_000, 0.2])
  label([a, 900_000, 0.4])
  label([b, 950_000, 0.5])
  const [first, second, third] = namedSounds(desk.state) as [NamedSound, NamedSound, NamedSound]
  const told = (one: NamedSound, two: NamedSound) => {
    const { ends, interval } = intervalOf(desk.state, one, two)
    return { ...interval, said: intervalLimits(interval, ends, soundWordsEn) }
  }
  const same = told(first, second)
  assert.deepEqual([same.ms, same.error.onsets.toFixed(2), same.error.placements], [800, '0.60', 0])
  assert.match(same.said, /within one recording/)
  assert.equal(told(first, third).ms, 900, 'the second recording heard both')
  const apart = told(second, third)
  assert.deepEqual([apart.ms, apart.error.placements], [1050, 6])
  assert.match(apart.said, /where both recordings lie on the clock.* no distance was entered/)
})

test('sentences that limit an interval are there in both languages for each limit', () => {
  const limits = [
    ...(['travel-unknown', 'placement-error-unknown', 'onset-error-unknown'] as const),
    ...(['within-frame', 'clock-unchecked'] as const),
  ]
  const end = { at: 0, of: { kind: 'sound', onsetErrorMs: 1 }, recording: null, distance: null } as const
  for (const words of [soundWordsEn, soundWordsEs]) {
    const sentences = limits.map(limit => intervalLimits({ limits: [limit] }, [end, end], words))
    assert.equal(new Set(sentences).size, limits.length)
    const all = intervalLimits({ limits }, [end, end], words)
    for (const sentence of [words.limitMarkUnknown, words.limitClock, words.limitFrame])
      assert.ok(all.includes(sentence))
  }
})
