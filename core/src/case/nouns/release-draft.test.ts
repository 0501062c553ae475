import assert from 'node:assert/strict'
import test from 'node:test'
import { newDesk } from '../../../../test/cases/case-file/desk.ts'

const draftOf = (digit: string) => ({ name: 'composition.json', sha256: digit.repeat(64), bytes: 10 })
const stop = { version: 1, stop: 'redaction-unknown', what: 'Camera A', about: 'a'.repeat(64) }

test('a draft is kept by revision, goes back to what it was, and only the one that was seen is approved', () => {
  const desk = newDesk()
  assert.match(desk.refused({ do: 'compose-release', rev: 0, reason: 'ready' }), /no draft/)
  desk.done({ do: 'draft-release', rev: 0, draft: draftOf('a') })
  assert.equal(desk.refused({ do: 'draft-release', rev: 0, draft: draftOf('c') }), 'stale release draft')
  desk.done({ do: 'draft-release', rev: 1, draft: draftOf('b') }, 'p2')
  assert.equal(desk.refused({ do: 'compose-release', rev: 1, reason: 'ready' }), 'stale release draft')
  desk.undo()
  const held = ({ releaseDraft, composed }: typeof desk.state) =>
    [releaseDraft?.draft.sha256, composed?.composition.sha256].map(each => each?.[0])
  assert.deepEqual(held(desk.state), ['a', undefined], 'a draft goes nowhere')
  desk.done({ do: 'compose-release', rev: 3, reason: 'ready' })
  assert.deepEqual(held(desk.state), ['a', 'a'])
  assert.match(desk.refused({ do: 'compose-release', rev: 3, reason: 'again' }), /approved already/)
})

test('a stop is gone past once, for the next version only, and that can be taken back', () => {
  const desk = newDesk()
  assert.match(
    desk.refused({ do: 'override-stop', ...stop, version: 2, reason: 'x' }),
    /version 1 is the next/,
  )
  desk.done({ do: 'override-stop', ...stop, reason: 'the court ordered it' }, 'p2')
  assert.match(desk.refused({ do: 'override-stop', ...stop, reason: 'again' }), /already/)
  desk.done({ do: 'override-stop', ...stop, about: 'b'.repeat(64), reason: 'of the other camera' })
  desk.done({ do: 'withdraw-stop-override', id: 'so1', rev: 1, reason: 'the order was lifted' })
  assert.deepEqual(
    [...desk.state.stopOverrides.values()].map(each => [each.id, each.agent, each.withdrawn]),
    [
      ['so1', { kind: 'person', person: 'p2' }, 'the order was lifted'],
      ['so2', { kind: 'person', person: 'p1' }, null],
    ],
  )
  desk.undo()
  assert.equal(desk.state.stopOverrides.get('so1')?.withdrawn, null)
})
