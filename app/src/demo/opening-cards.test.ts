import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import type { Fact } from '@sightline/core/case'
import { allCards, cardsOf } from '@sightline/core/case/cards'
import { claimView, differ } from '@sightline/core/case-file'
import { mediaMicros } from '@sightline/core/time'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { caseFile } from '../take-away/case-file.ts'
import { readOpening } from './opening.ts'
import { enterCards, readCards } from './opening-cards.ts'

const demo = join(import.meta.dirname, '../../../demo/lark-yard')
const clock = { now: () => new Date('2026-07-01T12:00:00.000Z') }

/** A case that holds the demo's files by name, its people and its moments, and nothing computed. */
async function demoCase(context: TestContext): Promise<CaseKeeper> {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-cards-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  const keeper = await CaseKeeper.open(join(dir, 'case'), clock)
  const { people, moments } = await readOpening(join(demo, 'work/opening.json'))
  const names = readdirSync(join(demo, 'files'), { recursive: true, encoding: 'utf8' })
  const files = names
    .filter(name => name.includes('.'))
    .map((path, n): Fact => {
      const kind = path.startsWith('accounts') ? 'account' : 'recording'
      const sha256 = (n + 1).toString(16).padStart(64, '0')
      const found = { path, encoded: false, kind, format: null, sha256, bytes: 1, changedMs: null } as const
      return { type: 'file-received', detail: { v: 1, file: { ...found, why: null, listing: null } } }
    })
  const named = people.map(
    (name, n): Fact => ({
      type: 'person-named',
      detail: { v: 1, person: `p${n + 1}`, name, basis: 'self-declared' },
    }),
  )
  await keeper.enter([{ type: 'case-opened', detail: { v: 1, title: 'demo' } }, ...named, ...files], machine)
  for (const { recording, from, to, name } of moments) {
    const id = keeper.state().files.get(recording)?.found.sha256 ?? ''
    const when = {
      on: 'recording',
      recording: id,
      from: mediaMicros(from * 1e6),
      to: to === null ? null : mediaMicros(to * 1e6),
    } as const
    const said = { when, region: null, name, description: null, tags: [] }
    await keeper.command({ do: 'mark-moment', ...said }, { kind: 'person', person: 'p2' })
  }
  return keeper
}

test('the demo’s case file is entered whole, once, and read back with nothing lost', async context => {
  await using keeper = await demoCase(context)
  const prepared = await readCards(join(demo, 'work/cards.json'))
  const people = new Map([...keeper.state().people.values()].map(({ id, name }) => [name ?? '', id]))
  await enterCards(keeper, prepared, people)
  assert.equal(allCards(keeper.state()).length, prepared.cards.length)
  const before = keeper.state().seq
  await enterCards(keeper, prepared, people)
  assert.equal(keeper.state().seq, before, 'nothing is entered twice')
  const [claim] = cardsOf(keeper.state(), 'claim')
  assert.ok(claim && differ(claimView(keeper.state(), claim).findings), 'two people found differently')
})

test('what is taken away for the public has the names that may be told, and neither the others nor what is private', async context => {
  await using keeper = await demoCase(context)
  const people = new Map([...keeper.state().people.values()].map(({ id, name }) => [name ?? '', id]))
  await enterCards(keeper, await readCards(join(demo, 'work/cards.json')), people)
  const made = (as: 'report' | 'csv' | 'jsonld', audience: 'family' | 'public') =>
    caseFile(keeper.state(), { what: 'case-file', as, audience, language: 'es' }, clock.now().toISOString())
      .text
  for (const as of ['report', 'csv', 'jsonld'] as const) {
    const told = made(as, 'public')
    assert.ok(told.includes('Corin Vale'), as)
    for (const untold of [
      'Mateo Lind',
      'Ines Tarrow',
      'binder 2',
      'first-aid part',
      'compelled',
      'counsel of the board',
    ])
      assert.ok(!told.includes(untold), `${as}: ${untold}`)
    assert.ok(made(as, 'family').includes('Ines Tarrow'), as)
  }
  assert.match(made('report', 'public'), /2026-07-12: .*|= 2026-07-12/)
  assert.equal(JSON.parse(made('jsonld', 'public'))['@type'], 'Case')
})
