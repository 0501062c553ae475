import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import test, { type TestContext } from 'node:test'
import type { CompareStage, Fact } from '@sightline/core/case'
import { EditList } from '@sightline/core/conform'
import { FingerprintMaker } from '@sightline/core/edits'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { writeFingerprints } from '../edits/fingerprint-file.ts'
import { storedFacts } from '../edits/stored-pictures.ts'
import { areEditsListed, type Comparing, editWork } from './edit-work.ts'

const clock = { now: () => new Date('2026-03-04T05:06:07.008Z') }
const sha = (n: number) => n.toString(16).padStart(64, '0')
const [width, height] = [128, 72]
const needed = [{ recipe: 'small', version: 1 }]

/** Ground that is different everywhere: what is seen of it tells where one is. Deterministic. */
const ground = (() => {
  const wide = 1400
  const cells = new Map<string, number>()
  let state = 20260101
  const cell = (x: number, y: number) => {
    const key = `${x} ${y}`
    const known = cells.get(key)
    if (known !== undefined) return known
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    cells.set(key, 40 + ((state >> 8) % 170))
    return cells.get(key) as number
  }
  return Uint8Array.from({ length: wide * height }, (_, n) =>
    cell((n % wide) >> 2, Math.floor(n / wide) >> 2),
  )
})()

/** A camera that moves over the ground by three pixels a frame. */
function pictures(positions: readonly number[]) {
  // Chroma at half the size follows luma: grey.
  const bytes = (width * height * 3) / 2
  const kept = new Uint8Array(positions.length * bytes).fill(128)
  for (const [n, position] of positions.entries())
    for (let y = 0; y < height; y++)
      kept.set(
        ground.subarray(y * 1400 + position * 3, y * 1400 + position * 3 + width),
        n * bytes + y * width,
      )
  const facts = storedFacts(
    {
      ...{ width, height, fullWidth: width, fullHeight: height, count: positions.length },
      times: Float64Array.from({ length: positions.length + 1 }, (_, n) => n / 25),
    },
    null,
  )
  return { kept, facts }
}

async function caseOf(context: TestContext) {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-edits-'))
  const keeper = await CaseKeeper.open(join(dir, 'case'), clock)
  context.after(async () => {
    await keeper[Symbol.asyncDispose]()
    rmSync(dir, { recursive: true, force: true })
  })
  const hold = async (n: number, positions: readonly number[] | null) => {
    const file = {
      ...{ path: `${n}.mp4`, encoded: false, kind: 'recording' as const, format: null, sha256: sha(n) },
      ...{ bytes: 1, changedMs: 1, why: null, listing: null },
    } as const
    const facts = {
      ...{ v: 1, container: 'mov', bytes: 1, start: 0, end: 8_000_000, video: null, otherVideoTracks: [] },
      ...{ audio: [], claimedTimes: [], device: [], privateTags: [], oddities: [] },
    }
    const outputs: { name: string; sha256: string; bytes: number }[] = []
    if (positions) {
      const made = pictures(positions)
      for (const [name, bytes] of [['small', made.kept] as const, ['small-facts', made.facts] as const]) {
        outputs.push(await storedAs(keeper, name, bytes))
      }
      const path = join(dir, 'fingerprints')
      const maker = new FingerprintMaker({ width, height }, 1 / 25, true)
      const bytes = made.kept.length / positions.length
      for (const at of positions.keys()) maker.add(made.kept.subarray(at * bytes, (at + 1) * bytes))
      writeFingerprints(path, maker.finish())
      outputs.push(await storedAs(keeper, 'fingerprints', readFileSync(path)))
    }
    const all: Fact[] = [
      { type: 'file-received', detail: { v: 1, file } },
      {
        type: 'recording-probed',
        detail: { v: 1, recording: sha(n), facts: facts as never, frames: null, tool: 't' },
      },
      {
        type: 'derivation-made',
        detail: {
          ...{ v: 1, recording: sha(n), recipe: 'small', version: 1, key: sha(90 + n), tool: 't' },
          ...{ outputs, partial: null, oddities: [] },
        },
      },
    ]
    await keeper.enter(all, machine)
  }
  return { keeper, hold }
}

async function storedAs(keeper: CaseKeeper, name: string, content: Uint8Array) {
  const { sha256, bytes } = await keeper.content.put({ kind: 'bytes', bytes: content })
  return { name, sha256, bytes }
}

const run = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n)
const declared: Fact = {
  type: 'edited-film-declared',
  detail: { v: 1, recording: sha(1), title: 'A film', maker: 'Somebody', reason: 'r' },
}

test('a film is held against the recordings from what was kept of them, and its lines are entered by their hash', async context => {
  const { keeper, hold } = await caseOf(context)
  await hold(1, [...run(30, 50), ...run(83, 47)])
  await hold(2, run(0, 200))
  await keeper.enter([declared], machine)
  assert.equal(areEditsListed(keeper.state(), needed), false)
  const work = editWork(needed)
  const told: (Comparing | null)[] = []
  await work.work(keeper, new AbortController().signal, now => told.push(now))
  assert.deepEqual([told[0]?.of, told.at(-1)], [sha(1), null])
  const stages = new Set(told.flatMap(now => now?.stage ?? []))
  assert.deepEqual(
    [...stages],
    ['places', 'changes', 'sound'].filter(each => stages.has(each as CompareStage)),
  )
  assert.ok(stages.has('places') && told.every(now => now === null || (now.share >= 0 && now.share <= 1)))
  assert.equal(work.isCurrent(keeper.state()), true)
  assert.equal(areEditsListed(keeper.state(), needed), true)
  const held = keeper.state().editLists.get(sha(1))
  assert.equal(held?.kind, 'made', JSON.stringify(held))
  const list = EditList.parse(await json(await keeper.content.read(held?.kind === 'made' ? held.result : '')))
  assert.deepEqual(
    list.candidates
      .filter(({ line }) => line.part === 'shown')
      .map(({ frames, rawFirst }) => [frames, rawFirst]),
    [
      [[0, 50], 30],
      [[50, 97], 83],
    ],
  )
  const [trim] = list.candidates.filter(({ line }) => line.part === 'trim')
  assert.deepEqual(trim?.line, {
    ...{ part: 'trim', raw: sha(2), from: 2_000_000, to: 2_000_000 },
    ...{ rawFrom: 80 * 40_000, rawTo: 83 * 40_000 },
  })
  const { seq } = keeper.state()
  await work.work(keeper, new AbortController().signal, () => undefined)
  assert.equal(keeper.state().seq, seq)
})

test('a film waits for what it is held against to be decoded, and work that is cancelled enters nothing', async context => {
  const { keeper, hold } = await caseOf(context)
  await hold(1, run(30, 50))
  await hold(2, run(0, 200))
  await keeper.enter([declared], machine)
  const more = editWork([...needed, { recipe: 'sound', version: 1 }])
  assert.equal(more.isCurrent(keeper.state()), true)
  const { seq } = keeper.state()
  const stop = new AbortController()
  const working = editWork(needed).work(keeper, stop.signal, of => {
    if (of !== null) setImmediate(() => stop.abort())
  })
  await assert.rejects(working, { code: 'cancelled' })
  assert.equal(keeper.state().seq, seq)
})

test('a person stops one comparison and takes it up again; the others go on', async context => {
  const { keeper, hold } = await caseOf(context)
  await hold(1, run(30, 50))
  await hold(2, run(0, 120))
  await hold(3, run(60, 40))
  const second = { ...declared.detail, recording: sha(3) }
  await keeper.enter([declared, { type: 'edited-film-declared', detail: second } as Fact], machine)
  const work = editWork(needed)
  await work.work(keeper, new AbortController().signal, now => {
    if (now?.of === sha(1)) work.stop(sha(1))
  })
  assert.deepEqual([...keeper.state().editLists.keys()], [sha(3)])
  assert.deepEqual([work.stopped(), work.isCurrent(keeper.state())], [[sha(1)], true])
  work.start(sha(1))
  assert.equal(work.isCurrent(keeper.state()), false)
  await work.work(keeper, new AbortController().signal, () => undefined)
  assert.equal(keeper.state().editLists.size, 2)
})

test('pictures that cannot be read are told of as the reason, and are not tried again', async context => {
  const { keeper, hold } = await caseOf(context)
  await hold(1, run(30, 50))
  await hold(2, run(0, 60))
  const outputs = [
    await storedAs(keeper, 'small', Buffer.from('x')),
    await storedAs(keeper, 'small-facts', Buffer.from('{"v":1}')),
  ]
  const detail = { v: 1, recording: sha(2), recipe: 'small', version: 1, key: sha(7), tool: 't' } as const
  await keeper.enter(
    [declared, { type: 'derivation-made', detail: { ...detail, outputs, partial: null, oddities: [] } }],
    machine,
  )
  const work = editWork(needed)
  await work.work(keeper, new AbortController().signal, () => undefined)
  const held = keeper.state().editLists.get(sha(1))
  assert.equal(held?.kind, 'failed')
  assert.match(held?.kind === 'failed' ? held.why.message : '', /expected the facts of small pictures/)
  assert.equal(work.isCurrent(keeper.state()), true)
})
