import assert from 'node:assert/strict'
import test from 'node:test'
import type { Composition } from '@sightline/core/release'
import { newDesk } from '../../../test/cases/case-file/desk.ts'
import { baseComposition, recordingFacts } from '../../../test/cases/release/desk-release.ts'
import type { ContentStore } from '../store/content-store.ts'
import { overrideOf, stopsOf } from './stops.ts'
import { versionOf } from './telling.ts'

const id = 'a'.repeat(64)
const film = { bytes: new Uint8Array(1), frames: 50, micros: 40_000 }
/** Nothing that these cases hold was stored. */
const content = {} as ContentStore
const asOf = '2031-06-01T12:00:00.000Z'
const going = { recording: id, as: 'proxy', title: 'Camera A', wearer: null, redaction: 'done' } as const

function deskWithCamera() {
  const desk = newDesk()
  desk.tell(...recordingFacts(id, 'kept/camera.mp4', film, new Map()))
  return desk
}

async function stopsAt(desk: ReturnType<typeof newDesk>, more: Partial<Composition> = {}) {
  const composition = baseComposition({ recordings: [going], ...more })
  const ignored = new Set(['not-reviewed', 'not-looked-for', 'no-rule', 'no-viewing'])
  const stops = await stopsOf(desk.state, content, composition, null, asOf)
  return stops
    .filter(({ code }) => !ignored.has(code))
    .map(({ code, what, about }) => `${code}: ${what}${about === null ? '' : ` (${about.slice(0, 3)})`}`)
}

test('pictures that no words tell of are a stop, until a moment that goes out describes what is seen', async () => {
  const desk = deskWithCamera()
  assert.deepEqual(await stopsAt(desk), ['no-description: Camera A (aaa)'])
  const when = { on: 'recording', recording: id, from: 400_000, to: null }
  desk.done({ do: 'mark-moment', when, region: null, name: 'A door', description: 'It opens.', tags: [] })
  assert.deepEqual(await stopsAt(desk), [])
  assert.deepEqual(await stopsAt(desk, { moments: [] }), ['no-description: Camera A (aaa)'])
})

test('a name that stays in the case stops a release that words it, and the stop says where without the name', async () => {
  const desk = deskWithCamera()
  const participant = desk.card('participant', { role: 'Officer A', minor: 'no' })
  const decided = { decision: 'stays', decidedBy: 'the desk', audience: 'press' }
  desk.card('name', { participant, name: 'Jo Fictional', use: 'official', source: 'roster', ...decided })
  const statements = [{ by: 'The agency', text: 'We thank Officer Fictional.' }]
  const told = (stops: readonly string[]) => stops.filter(each => each.startsWith('name-told'))
  assert.deepEqual(told(await stopsAt(desk, { statements })), ['name-told: statement 1'])
  assert.deepEqual(told(await stopsAt(desk, { statements, audience: 'press' })), [])
})

test('what is walled stops for good: as a recording, and as a document by whatever title', async () => {
  const desk = deskWithCamera()
  const walled = { category: 'legal-advice', what: 'A note', heldBy: 'counsel', maySee: ['counsel'] }
  desk.card('walled', { ...walled, file: 'kept/camera.mp4' })
  const documents = [{ file: id, title: 'A paper', rights: 'ours' }]
  const composition = baseComposition({ recordings: [going], documents })
  const stops = (await stopsOf(desk.state, content, composition, null, asOf)).filter(
    ({ code }) => code === 'walled',
  )
  assert.deepEqual(
    stops.map(({ what, about, mayBeOverridden }) => [what, about, mayBeOverridden]),
    [
      ['Camera A', id, false],
      ['A paper', id, false],
    ],
  )
})

test('an edited film without one line that a person accepted is a stop, and a named person may go past it', async () => {
  const desk = deskWithCamera()
  const declared = { title: 'A film', maker: 'A department', reason: 'it says so' }
  desk.tell({ type: 'edited-film-declared', detail: { v: 1, recording: id, ...declared } })
  const composition = baseComposition({ recordings: [going] })
  const stop = (await stopsOf(desk.state, content, composition, null, asOf)).find(
    ({ code }) => code === 'film-unreviewed',
  )
  assert.ok(stop)
  const { code, what, about } = stop
  assert.equal(overrideOf(desk.state, stop), null)
  desk.done({ do: 'override-stop', version: 1, stop: code, what, about, reason: 'it was reviewed on paper' })
  assert.equal(overrideOf(desk.state, stop)?.reason, 'it was reviewed on paper')
  assert.equal(overrideOf(desk.state, { ...stop, about: 'b'.repeat(64) }), null, 'of this film alone')
})

test('what the version before held is a stop until somebody says why it is gone', async () => {
  const { state } = newDesk()
  const paper = { file: id, title: 'A paper', rights: 'ours' }
  const before = versionOf(baseComposition({ documents: [paper] }), state)
  const removed = async (more: Partial<Composition>) =>
    (await stopsOf(state, content, baseComposition(more), before, asOf))
      .filter(({ code }) => code === 'removed-unexplained')
      .map(({ what }) => what)
  assert.deepEqual(await removed({}), ['A paper'])
  assert.deepEqual(
    await removed({ gone: [{ lastIn: 1, what: 'A paper', reason: 'a court ordered it' }] }),
    [],
  )
  assert.deepEqual(await removed({ documents: [paper] }), [])
})
