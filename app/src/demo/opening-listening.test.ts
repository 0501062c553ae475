import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test from 'node:test'
import type { Fact } from '@sightline/core/case'
import { isSettled, textOf } from '@sightline/core/transcript'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { storedTranscript } from '../transcripts/stored.ts'
import { readOpening } from './opening.ts'
import { enterCards, readCards } from './opening-cards.ts'
import { enterListening, readPreparedListening } from './opening-listening.ts'

const demo = resolve(import.meta.dirname, '../../../demo/lark-yard')
const truth = JSON.parse(readFileSync(join(demo, 'truth/exercise.json'), 'utf8')) as {
  readonly recordings: readonly { readonly file: string; readonly start: number }[]
  readonly speech: readonly { readonly text: string; readonly from: number; readonly to: number }[]
}

test('the demo’s transcripts are entered partly settled, agree with when things were said, and only once', async context => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-demo-listening-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  await using keeper = await CaseKeeper.open(join(dir, 'case'), {
    now: () => new Date('2026-07-01T12:00:00.000Z'),
  })
  const prepared = await readPreparedListening(join(demo, 'work/listening.json'))
  const { people } = await readOpening(join(demo, 'work/opening.json'))
  const named = people.map(
    (name, n): Fact => ({
      type: 'person-named',
      detail: { v: 1, person: `p${n + 1}`, name, basis: 'self-declared' },
    }),
  )
  const names = [
    ...new Set([
      ...prepared.transcripts.map(({ recording }) => recording),
      ...prepared.labels.flatMap(({ hearings }) => hearings.map(({ recording }) => recording)),
      ...prepared.quotes.map(({ file }) => file),
    ]),
  ]
  const facts: Fact[] = []
  for (const [n, path] of names.entries()) {
    const sha256 = (n + 1).toString(16).padStart(64, '0')
    const kind = path.startsWith('accounts') ? 'account' : 'recording'
    const found = { path, encoded: false, kind, format: null, sha256, bytes: 1, changedMs: null } as const
    facts.push({ type: 'file-received', detail: { v: 1, file: { ...found, why: null, listing: null } } })
    if (kind === 'recording') continue
    const bytes = readFileSync(join(demo, 'files', path))
    const { sha256: text } = await keeper.content.put({ kind: 'bytes', bytes })
    const characters = bytes.toString('utf8').length
    facts.push({
      type: 'account-read',
      detail: { v: 1, account: sha256, readers: 'r', reader: 'r', text, characters, tool: 't' },
    })
  }
  await keeper.enter([...named, ...facts], machine)
  const ids = new Map([...keeper.state().people.values()].map(({ id, name }) => [name ?? '', id]))
  const cards = await readCards(join(demo, 'work/cards.json'))
  await enterCards(keeper, { ...cards, cards: cards.cards.filter(({ of }) => of === 'participant') }, ids)
  await enterListening(keeper, prepared, join(demo, 'work'))

  const { transcripts, impulseLabels, quotesHeard, seq } = keeper.state()
  assert.deepEqual([transcripts.size, impulseLabels.size, quotesHeard.size], [4, 2, 2])
  const [camera] = [...transcripts.values()]
  assert.ok(camera)
  const { shown } = await storedTranscript(keeper.state(), keeper.content, camera)
  const settled = shown.lines.filter(isSettled)
  assert.ok(settled.length > 0 && settled.length < shown.lines.length)
  const start = truth.recordings.find(({ file }) => file === 'body-camera-a.mp4')?.start ?? 0
  for (const line of settled) {
    const said = truth.speech.find(({ from }) => Math.abs(from - start - line.from / 1e6) < 0.2)
    assert.ok(said, `"${textOf(line)}" is said when the truth says so`)
    if (!textOf(line).includes('[')) assert.equal(textOf(line), said.text)
  }
  await enterListening(keeper, prepared, join(demo, 'work'))
  assert.equal(keeper.state().seq, seq)
})
