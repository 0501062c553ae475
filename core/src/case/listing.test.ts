import assert from 'node:assert/strict'
import test from 'node:test'
import type { Entry, Fact } from './entries.ts'
import { foldAll } from './fold.ts'
import { listFiles, type RequiredRecipe } from './listing.ts'
import type { CaseState } from './state.ts'
import { missingDerivations, syncInputsText } from './work-left.ts'

const at = '2026-01-02T03:04:05.678Z'
const machine = { kind: 'machine', name: 'sightline', version: '0' } as const
const required: readonly RequiredRecipe[] = [
  { recipe: 'sound', version: 1 },
  { recipe: 'review', version: 2 },
]
const sha = (n: number) => n.toString(16).padStart(64, '0')

function caseOf(...facts: readonly Fact[]): CaseState {
  return foldAll(
    facts.map((fact, index) => ({ seq: index + 1, entry: { ...fact, at, agent: machine } as Entry })),
  )
}

function received(path: string, n: number, why: { code: string; message: string } | null = null): Fact {
  const kind = why ? 'unknown' : 'recording'
  const file = {
    path,
    encoded: false,
    kind,
    format: null,
    sha256: sha(n),
    bytes: 1,
    changedMs: 1,
    why,
    listing: null,
  } as const
  return { type: 'file-received', detail: { v: 1, file } }
}

function probed(n: number, oddities: readonly 'rotated'[] = []): Fact {
  const facts = {
    ...{
      v: 1,
      container: 'mov',
      bytes: 1,
      start: 0,
      end: 1_000_000,
      video: null,
      otherVideoTracks: [],
      audio: [],
    },
    ...{ claimedTimes: [], device: [], privateTags: [], oddities: [...oddities] },
  }
  return {
    type: 'recording-probed',
    detail: { v: 1, recording: sha(n), facts: facts as never, frames: null, tool: 't' },
  }
}

function made(n: number, { recipe, version }: RequiredRecipe, outputs: readonly string[] = []): Fact {
  const stored = outputs.map(name => ({ name, sha256: sha(100 + n), bytes: 1 }))
  return {
    type: 'derivation-made',
    detail: {
      v: 1,
      recording: sha(n),
      recipe,
      version,
      key: sha(9),
      outputs: stored,
      partial: null,
      oddities: ['digital-silence'],
      tool: 't',
    },
  }
}

const [sound, review] = required as [RequiredRecipe, RequiredRecipe]
const begun: Fact = { type: 'intake-begun', detail: { v: 1, names: 1 } }
const completed: Fact = { type: 'intake-completed', detail: { v: 1, present: 1, missing: 0, altered: 0 } }
const synced: Fact = {
  type: 'sync-computed',
  detail: { v: 1, method: 'm', version: '1', inputs: sha(7), result: sha(8), pairs: sha(8) },
}

test('a case is settled when the folder is read, everything is made, and the placement rests on what is held', () => {
  const whole = [begun, received('a', 1), probed(1), completed, made(1, sound), made(1, review), synced]
  assert.equal(
    listFiles(caseOf(...whole), required, {
      syncInputs: sha(7),
      areAccountsCompared: true,
      areEditsListed: true,
    }).settled,
    true,
  )
  assert.equal(
    listFiles(caseOf(...whole), required, {
      syncInputs: sha(6),
      areAccountsCompared: true,
      areEditsListed: true,
    }).settled,
    false,
  )
  for (let left = 0; left < whole.length; left++) {
    const facts = whole.filter((_, index) => index !== left && (left !== 1 || index !== 2))
    if (left === 0 || left === 1) continue
    assert.equal(
      listFiles(caseOf(...facts), required, {
        syncInputs: sha(7),
        areAccountsCompared: true,
        areEditsListed: true,
      }).settled,
      false,
      `without ${whole[left]?.type}`,
    )
  }
  assert.equal(
    listFiles(caseOf(...whole, begun), required, {
      syncInputs: sha(7),
      areAccountsCompared: true,
      areEditsListed: true,
    }).settled,
    false,
  )
})

test('a result of an older version of a recipe does not count', () => {
  const old = made(1, { recipe: 'review', version: 1 })
  const state = caseOf(received('a', 1), probed(1), made(1, sound), old)
  assert.equal(
    listFiles(state, required, { syncInputs: '', areAccountsCompared: true, areEditsListed: true }).files[0]
      ?.state,
    'working',
  )
  assert.deepEqual(
    missingDerivations(state, required, []).map(each => each.recipe),
    ['review'],
  )
})

test('every file says what became of it, with code and sentence', () => {
  const failed: Fact = {
    type: 'derivation-failed',
    detail: {
      v: 1,
      recording: sha(3),
      recipe: 'review',
      version: 2,
      key: sha(9),
      why: { code: 'media.failed', message: 'no frames' },
      tool: 't',
    },
  }
  const state = caseOf(
    received('empty', 9, { code: 'intake.empty', message: 'empty holds no bytes' }),
    received('ok', 1),
    probed(1, ['rotated']),
    made(1, sound),
    made(1, review),
    received('new', 2),
    received('bad', 3),
    probed(3),
    made(3, sound),
    failed,
    { type: 'file-missing', detail: { v: 1, path: 'ok' } },
  )
  const listing = listFiles(state, required, {
    syncInputs: '',
    areAccountsCompared: true,
    areEditsListed: true,
  })
  assert.deepEqual(
    listing.files.map(({ file, state, why, oddities }) => [file, state, why, oddities]),
    [
      ['bad', 'refused', 'media.failed: no frames', ['digital-silence']],
      ['empty', 'refused', 'intake.empty: empty holds no bytes', []],
      ['new', 'working', null, []],
      [
        'ok',
        'partial',
        'case.missing: ok was received and is no longer in the folder',
        ['rotated', 'digital-silence', 'missing'],
      ],
    ],
  )
})

test('sound is measured for all before the first picture is converted, and what is looked at comes first', () => {
  const state = caseOf(
    received('a', 1),
    probed(1),
    received('b', 2),
    probed(2),
    received('c', 3),
    probed(3),
    made(3, sound),
  )
  const order = missingDerivations(state, required, [sha(2)]).map(
    each => `${each.recipe} ${each.recording.at(-1)}`,
  )
  assert.deepEqual(order, ['sound 2', 'sound 1', 'review 2', 'review 1', 'review 3'])
})

test('what is no longer in the folder is not made until it is back', () => {
  const gone: Fact = { type: 'file-missing', detail: { v: 1, path: 'a' } }
  const back: Fact = { type: 'file-found-again', detail: { v: 1, path: 'a', changedMs: 1 } }
  const base = [received('a', 1), probed(1)]
  assert.deepEqual(missingDerivations(caseOf(...base, gone), required, []), [])
  assert.equal(missingDerivations(caseOf(...base, gone, back), required, []).length, 2)
})

test('what a placement rests on changes with sound, pins and engine, and with nothing else', () => {
  const engine = { method: 'm', version: '1' }
  const base = [received('a', 1), probed(1), made(1, sound, ['features'])]
  const text = (...facts: Fact[]) => syncInputsText(caseOf(...base, ...facts), engine)
  const pin: Fact = {
    type: 'placement-pinned',
    detail: {
      v: 1,
      recording: sha(1),
      start: 5 as never,
      driftPpm: 0,
      errorMs: null,
      evidence: { how: 'typed' },
      reason: 'r',
    },
  }
  assert.notEqual(text(), text(pin))
  assert.notEqual(text(), text(received('b', 2), probed(2)))
  assert.notEqual(text(), syncInputsText(caseOf(...base), { method: 'm', version: '2' }))
  assert.equal(text(), text(made(1, review, ['proxy'])))
  assert.equal(
    text(),
    text(pin, { type: 'placement-unpinned', detail: { v: 1, recording: sha(1), reason: 'r' } }),
  )
})
