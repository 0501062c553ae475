import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseState, SealedRelease } from '../case/index.ts'
import { changesBetween } from './changes.ts'
import type { Composition } from './composition.ts'

const released = (...recordings: readonly (readonly [title: string, id: string])[]) =>
  ({
    recordings: recordings.map(([title, recording]) => ({ title, recording, as: 'proxy' })),
    documents: [],
    accounts: [],
    moments: null,
  }) as unknown as Composition
const sealed = { version: 1, rev: 50, at: '2026-06-02T00:00:00Z' } as SealedRelease
const stateOf = (moments: readonly object[], transcripts: readonly object[] = []) =>
  ({
    moments: new Map(moments.map((each, n) => [`${n}`, { ...standing, id: `${n}`, ...each }])),
    transcripts: new Map(transcripts.map((each, n) => [`${n}`, { ...standing, id: `${n}`, ...each }])),
  }) as unknown as CaseState
const standing = { at: '2026-06-01T00:00:00Z', rev: 10, withdrawn: null }
const empty = stateOf([])

test('what was added, is gone and was replaced is told by title', () => {
  const before = { composition: released(['A', '1'], ['B', '2'], ['C', '3']), sealed }
  assert.deepEqual(changesBetween(before, released(['A', '1'], ['C', '4'], ['D', '5']), empty), {
    added: ['D'],
    removed: ['B'],
    replaced: ['C'],
  })
  assert.deepEqual(changesBetween(before, before.composition, empty), {
    added: [],
    removed: [],
    replaced: [],
  })
  const cut = released(['A', '1'], ['B', '2'], ['C', '3'])
  const parts = [{ from: 0, to: 1 }] as unknown as NonNullable<Composition['recordings'][number]['parts']>
  const only = { ...cut, recordings: cut.recordings.map(each => ({ ...each, parts })) }
  assert.deepEqual(changesBetween(before, only, empty).replaced, ['A', 'B', 'C'], 'parts of them alone')
})

test('moments and transcripts that went in, went out or were said anew since count too', () => {
  const in1 = { on: 'recording', recording: '1', from: 0, to: 1 }
  const state = stateOf(
    [
      { name: 'stays', when: in1 },
      { name: 'withdrawn since', when: in1, withdrawn: 'an error', rev: 60 },
      { name: 'withdrawn before', when: in1, withdrawn: 'an error', rev: 40 },
      { name: 'marked since', when: in1, at: '2026-06-03T00:00:00Z', rev: 70 },
      { name: 'worded anew', when: in1, rev: 80 },
      { name: 'of what stays', when: { ...in1, recording: '9' } },
      { name: 'on the clock', when: { on: 'clock', seen: null } },
    ],
    [
      { recording: '1', language: 'en' },
      { recording: '1', language: 'es' },
      { recording: '9', language: null },
    ],
  )
  const composition = { ...released(['A', '1']), transcripts: ['0', '1'] } as unknown as Composition
  const before = { composition, sealed }
  assert.deepEqual(changesBetween(before, { ...composition, transcripts: [] }, state), {
    added: ['marked since'],
    removed: ['withdrawn since', 'A · en', 'A · es'],
    replaced: ['worded anew'],
  })
  const chosen = { ...composition, moments: ['0', '4'] } as unknown as Composition
  assert.deepEqual(changesBetween(before, chosen, state).removed, ['withdrawn since', 'on the clock'])
})
