import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClaimOut, changesBetween, type Version } from './changes.ts'
import type { Composition } from './composition.ts'

const released = (...recordings: readonly (readonly [title: string, id: string])[]) =>
  ({
    languages: ['en'],
    recordings: recordings.map(([title, recording]) => ({ title, recording, as: 'proxy' })),
    documents: [],
    accounts: [],
    moments: null,
  }) as unknown as Composition
const collections = [
  ...['moments', 'transcripts', 'transcriptLayers', 'impulseLabels'],
  ...['statementLinks', 'matters', 'editLists', 'editReviews'],
] as const
/** A version of a case: collections by name, each as a list of what stands unless it says otherwise. */
const version = (
  composition: Composition,
  held: Readonly<Record<string, readonly object[]>> = {},
  claims: readonly ClaimOut[] = [],
): Version => {
  const state = Object.fromEntries(
    collections.map(name => [
      name,
      new Map((held[name] ?? []).map((each, n) => [`${n}`, { id: `${n}`, withdrawn: null, ...each }])),
    ]),
  )
  return { composition, state: state as unknown as Version['state'], claims }
}
const nothing = { added: [], removed: [], replaced: [] }

test('what was added, is gone and was replaced is told by title', () => {
  const before = version(released(['A', '1'], ['B', '2'], ['C', '3']))
  assert.deepEqual(changesBetween(before, version(released(['A', '1'], ['C', '4'], ['D', '5']))), {
    added: ['D'],
    removed: ['B'],
    replaced: ['C'],
  })
  assert.deepEqual(changesBetween(before, before), nothing)
  const { composition: all } = before
  const parts = [{ from: 0, to: 1 }] as unknown as NonNullable<Composition['recordings'][number]['parts']>
  const only = { ...all, recordings: all.recordings.map(each => ({ ...each, parts })) }
  assert.deepEqual(changesBetween(before, version(only)).replaced, ['A', 'B', 'C'], 'parts of them alone')
})

test('moments that went in, went out or were said anew count, and one that was withdrawn and came back does not', () => {
  const in1 = { on: 'recording', recording: '1', from: 0, to: 1 }
  const marked = (...changed: readonly object[]) => ({
    moments: [
      { name: 'stays', when: in1 },
      { name: 'withdrawn since', when: in1, ...changed[0] },
      {
        name: 'withdrawn before, restored and withdrawn again',
        when: in1,
        withdrawn: 'an error',
        ...changed[1],
      },
      { name: 'worded', when: in1, ...changed[2] },
      { name: 'of what stays', when: { ...in1, recording: '9' } },
      { name: 'on the clock', when: { on: 'clock', seen: null } },
      { name: 'withdrawn and restored', when: in1, rev: 90 },
      ...(changed[3] ? [{ name: 'marked since', when: in1 }] : []),
    ],
  })
  const composition = released(['A', '1'])
  const before = version(composition, marked())
  const now = marked({ withdrawn: 'an error' }, { withdrawn: 'again' }, { name: 'worded anew' }, {})
  assert.deepEqual(changesBetween(before, version(composition, now)), {
    added: ['marked since'],
    removed: ['withdrawn since'],
    replaced: ['worded anew'],
  })
  const chosen = { ...composition, moments: ['0', '1', '3', '6'] } as unknown as Composition
  assert.deepEqual(changesBetween(before, version(chosen, marked())).removed, ['on the clock'])
})

test('named sounds count where they are chosen and heard in what goes out', () => {
  const labels = (words: string, isGone: boolean) => ({
    impulseLabels: [
      { is: 'door', words: null, reason: 'seen', hearings: [{ recording: '1', at: 1 }] },
      { is: 'blank', words, reason: 'seen', hearings: [{ recording: '1', at: 2 }] },
      { is: 'blank', words: 'elsewhere', reason: 'seen', hearings: [{ recording: '9', at: 2 }] },
      {
        is: 'clap',
        words: 'later',
        reason: 'heard',
        hearings: [{ recording: '1', at: 3 }],
        ...(isGone ? { withdrawn: 'no' } : {}),
      },
    ],
  })
  const all = { ...released(['A', '1']), sounds: null }
  const before = version(all, labels('first', false))
  assert.deepEqual(changesBetween(before, before), nothing)
  assert.deepEqual(changesBetween(before, version(all, labels('the first', true))), {
    added: [],
    removed: ['sharp sound · later'],
    replaced: ['sharp sound · the first'],
  })
  const { sounds: _, ...none } = all
  assert.deepEqual(changesBetween(version(none as Composition, labels('first', false)), before).added, [
    'sharp sound',
    'sharp sound · first',
    'sharp sound · later',
  ])
})

test('transcripts count by their words: by the choice of them, and by every change of one that stands', () => {
  const both = ['en', 'es'].map(language => ({ recording: '1', language, result: 'r', speakers: new Map() }))
  const elsewhere = { recording: '9', language: null, speakers: new Map() }
  const said = { transcripts: [...both, elsewhere] }
  const composition = released(['A', '1'])
  const before = version(composition, said)
  const none = { ...composition, transcripts: [] } as unknown as Composition
  assert.deepEqual(changesBetween(before, version(none, said)).removed, ['A · en', 'A · es'])
  const settled = (withdrawn: string | null) =>
    version(composition, { ...said, transcriptLayers: [{ transcript: '1', withdrawn }] })
  assert.deepEqual(changesBetween(before, settled(null)), { ...nothing, replaced: ['A · es'] })
  assert.deepEqual(changesBetween(before, settled('an error')), nothing, 'a change taken back is none')
})

test('claims and findings, quotes of accounts and lists of edits count as the rest does', () => {
  const composition = {
    ...released(['Film', '0']),
    accounts: ['a', 'b'].map(account => ({ title: account.toUpperCase(), account, whole: false })),
  } as unknown as Composition
  const claim = (said: string) => ({ id: 'k1', title: 'who called', said })
  const link = (relation: string) => ({
    a: { account: 'a', start: 0 },
    b: { account: 'c', start: 0 },
    relation,
  })
  const held = (matter: object, verdict: object, relation = 'same') => ({
    matters: [{ name: 'the gate', passages: [{ account: 'b', start: 3 }], ...matter }],
    statementLinks: [link(relation)],
    editLists: [{ kind: 'made' }],
    editReviews: [{ of: '0', line: 'cut', said: null, verdict: 'accepted', ...verdict }],
  })
  const before = version(composition, held({}, {}), [
    claim('unclear'),
    { ...claim('x'), id: 'k2', title: 'gone' },
  ])
  assert.deepEqual(changesBetween(before, before), nothing)
  const now = version(composition, held({ name: 'at the gate' }, { verdict: 'corrected' }, 'variant'), [
    claim('seen'),
    { ...claim('x'), id: 'k3', title: 'new' },
  ])
  assert.deepEqual(
    changesBetween(before, now),
    { added: ['new'], removed: ['gone'], replaced: ['B', 'who called', 'Film · edit list'] },
    'a link to an account that stays changes nothing that goes out',
  )
  const es = { ...composition, languages: ['es'] } as unknown as Composition
  const dismissed = version(es, held({}, { verdict: 'dismissed' }))
  assert.deepEqual(changesBetween(version(es, held({}, {})), dismissed).removed, ['Film · lista de edición'])
})
