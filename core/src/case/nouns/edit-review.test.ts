import assert from 'node:assert/strict'
import test from 'node:test'
import type { MediaMicros } from '../../time/index.ts'
import { type Command, decide, inverse } from '../commands.ts'
import type { EditLine } from '../edit-line.ts'
import { type Entry, type Fact, readEntry } from '../entries.ts'
import { fold, foldAll } from '../fold.ts'
import type { CaseState } from '../state.ts'
import { editInputsText, editJobs, missingForEdits } from '../work-left.ts'

const sha = (n: number) => n.toString(16).padStart(64, '0')
const at = '2026-01-02T03:04:05.678Z'
const person = { kind: 'person', person: 'p1' } as const
const micros = (n: number) => n as MediaMicros

function received(n: number): readonly Fact[] {
  const file = {
    ...{ path: `${n}.mp4`, encoded: false, kind: 'recording' as const, format: null, sha256: sha(n) },
    ...{ bytes: 1, changedMs: 1, why: null, listing: null },
  } as const
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
    ...{ claimedTimes: [], device: [], privateTags: [], oddities: [] },
  }
  return [
    { type: 'file-received', detail: { v: 1, file } },
    {
      type: 'recording-probed',
      detail: { v: 1, recording: sha(n), facts: facts as never, frames: null, tool: 't' },
    },
  ]
}

const declared: Fact = {
  type: 'edited-film-declared',
  detail: { v: 1, recording: sha(1), title: 'A film', maker: 'Somebody', reason: 'r' },
}
const bound: Fact = {
  type: 'stand-in-bound',
  detail: { v: 1, recording: sha(3), standsFor: sha(2), tool: 't', madeBy: 'm', reason: 'r' },
}
const listed: Fact = {
  type: 'edit-list-made',
  detail: { v: 1, of: sha(1), method: 'm', version: '1', inputs: sha(8), result: sha(9) },
}
const entryOf = (fact: Fact) => ({ ...fact, at, agent: person }) as Entry
const caseOf = (...facts: readonly Fact[]): CaseState =>
  foldAll(facts.map((fact, n) => ({ seq: n + 1, entry: entryOf(fact) })))
const held = caseOf(...received(1), ...received(2), ...received(3), declared, bound, listed)

const line: EditLine = {
  part: 'shown',
  from: micros(0),
  to: micros(2e6),
  raw: sha(2),
  rawFrom: micros(5e6),
  rawTo: micros(7e6),
  rate: 1,
  layer: 0,
}
const accept: Command = {
  do: 'review-edit-line',
  ...{ of: sha(1), list: sha(9), line, verdict: 'accepted', said: null, reason: 'compared' },
}

function after(state: CaseState, command: Command): CaseState {
  const decision = decide(state, command)
  assert.equal(decision.kind, 'enter', JSON.stringify(decision))
  // What is entered is what its own reader takes: the keeper of a case refuses anything else.
  for (const fact of decision.kind === 'enter' ? decision.facts : []) {
    const read = readEntry({ v: 1, salt: 's', at, agent: person, ...fact })
    assert.ok(!('kind' in read), JSON.stringify(read))
  }
  return decision.kind === 'enter'
    ? decision.facts.reduce((was, fact) => fold(was, { seq: was.seq + 1, entry: entryOf(fact) }), state)
    : state
}

test('a line is accepted, decided anew, and every step is taken back by its inverse', () => {
  const accepted = after(held, accept)
  const id = `er${held.seq + 1}`
  assert.equal(accepted.editReviews.get(id)?.verdict, 'accepted')
  const change: Command = {
    do: 'change-edit-review',
    ...{ id, rev: accepted.seq, verdict: 'dismissed', said: null, reason: 'another frame' },
  }
  const dismissed = after(accepted, change)
  assert.equal(dismissed.editReviews.get(id)?.verdict, 'dismissed')
  const back = inverse(accepted, change, dismissed.seq)
  assert.ok(back)
  const again = after(dismissed, back)
  assert.equal(again.editReviews.get(id)?.verdict, 'accepted')
  const withdrawn = after(again, inverse(held, accept, accepted.seq, again.seq) ?? assert.fail())
  assert.equal(withdrawn.editReviews.get(id)?.withdrawn, 'undone')
})

test('a decision names the list it was made on, and is refused on any other', () => {
  assert.equal(decide(held, { ...accept, list: sha(7) } as Command).kind, 'impossible')
  assert.equal(decide(held, { ...accept, of: sha(99) } as Command).kind, 'unknown')
})

test('a corrected line is said anew, an accepted one is not, and ends come after beginnings', () => {
  const correct = (said: EditLine | null) =>
    decide(held, { ...accept, verdict: 'corrected', said } as Command).kind
  assert.equal(correct(null), 'impossible')
  assert.equal(correct({ ...line, to: micros(0) }), 'impossible')
  assert.equal(correct({ ...line, rawTo: line.rawFrom }), 'impossible')
  assert.equal(correct({ ...line, raw: sha(77) }), 'unknown')
  assert.equal(correct({ ...line, to: micros(1e6) }), 'enter')
  assert.equal(decide(held, { ...accept, said: line } as Command).kind, 'impossible')
  assert.equal(decide(held, { ...accept, line: null, verdict: 'added', said: line } as Command).kind, 'enter')
})

test('the places of what moves are said in the order of time', () => {
  const moving = (...at: readonly number[]): EditLine => ({
    ...{ part: 'picture', from: micros(0), to: micros(2e6), kind: 'redaction', factor: null, crop: null },
    ...{ region: [0, 0, 40, 20], follows: at.map(each => ({ at: micros(each), box: [0, 0, 20, 20] })) },
  })
  const correct = (said: EditLine) => decide(held, { ...accept, verdict: 'corrected', said } as Command).kind
  assert.equal(correct(moving(0, 1e6)), 'enter')
  assert.equal(correct(moving(1e6, 0)), 'impossible')
  assert.equal(correct(moving(1e6, 1e6)), 'impossible')
})

test('of two people who decide one line anew the second is told', () => {
  const accepted = after(held, accept)
  const id = `er${accepted.seq}`
  const change = { do: 'change-edit-review', id, verdict: 'dismissed', said: null, reason: 'r' } as const
  assert.equal(decide(accepted, { ...change, rev: accepted.seq - 1 }).kind, 'stale')
})

test('a film is held against all recordings but stand-ins, a stand-in against what it stands for', () => {
  const jobs = editJobs(held).map(({ of, against }) => [of.id, against.map(({ id }) => id)])
  assert.deepEqual(jobs, [
    [sha(1), [sha(2)]],
    [sha(3), [sha(2)]],
  ])
  assert.deepEqual(editJobs(caseOf(...received(1), ...received(2))), [])
})

test('a recording that left the folder before it was read is waited for by nobody', () => {
  const gone: Fact = { type: 'file-missing', detail: { v: 1, path: '2.mp4' } }
  assert.deepEqual(editJobs(fold(held, { seq: held.seq + 1, entry: entryOf(gone) })), [])
  const made = (recipe: string): Fact => ({
    type: 'derivation-made',
    detail: {
      ...{ v: 1, recording: sha(2), recipe, version: 1, key: sha(5), tool: 't' },
      ...{ outputs: [], partial: null, oddities: [] },
    },
  })
  const read = [made('sound'), made('small'), gone].reduce(
    (state, fact) => fold(state, { seq: state.seq + 1, entry: entryOf(fact) }),
    held,
  )
  assert.equal(editJobs(read).length, 2)
})

test('small pictures are wanted only of what takes part in a comparison, and not twice', () => {
  const need = { recipe: 'small', version: 1 }
  assert.deepEqual(missingForEdits(caseOf(...received(1), ...received(2)), need, [], []), [])
  assert.deepEqual(
    missingForEdits(held, need, [], []).map(({ recording }) => recording),
    [sha(1), sha(2), sha(3)],
  )
})

test('what a list rests on changes with the pictures compared and the engine, and with nothing else', () => {
  const engine = { method: 'm', version: '1' }
  const text = (state: CaseState, by = engine) => {
    const job = editJobs(state)[0] ?? assert.fail()
    return editInputsText(job, by)
  }
  const pictures: Fact = {
    type: 'derivation-made',
    detail: {
      ...{ v: 1, recording: sha(2), recipe: 'small', version: 1, key: sha(5), tool: 't' },
      ...{ outputs: [{ name: 'small', sha256: sha(6), bytes: 1 }], partial: null, oddities: [] },
    },
  }
  const made = fold(held, { seq: held.seq + 1, entry: entryOf(pictures) })
  assert.notEqual(text(made), text(held))
  assert.notEqual(text(held, { method: 'm', version: '2' }), text(held))
  assert.equal(text(after(held, accept)), text(held))
})

test('a difference is declared of a stand-in only, and can be withdrawn and restored', () => {
  const declare = (of: string): Command => ({
    do: 'declare-difference',
    ...{ of, what: 'picture', from: micros(0), to: micros(1e6), region: [0, 0, 10, 10] },
    ...{ declaredBy: 'the agency', reason: 'its redaction log' },
  })
  assert.equal(decide(held, declare(sha(2))).kind, 'impossible')
  const stated = after(held, declare(sha(3)))
  const id = `dd${stated.seq}`
  const withdrawn = after(stated, { do: 'withdraw-declared-difference', id, rev: stated.seq, reason: 'r' })
  assert.equal(withdrawn.declaredDifferences.get(id)?.withdrawn, 'r')
  const restored = after(withdrawn, {
    do: 'restore-declared-difference',
    id,
    rev: withdrawn.seq,
    reason: 'r',
  })
  assert.equal(restored.declaredDifferences.get(id)?.withdrawn, null)
})
