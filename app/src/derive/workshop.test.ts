import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import test, { type TestContext } from 'node:test'
import { type CaseState, type Fact, outputOf } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import pino from 'pino'
import { CaseKeeper } from '../case/keeper.ts'
import { type Prober, takeIn } from '../intake/intake.ts'
import { type EditWork, editWork } from './edit-work.ts'
import type { Placer } from './placer.ts'
import type { RecipeInput, Recipes } from './recipe.ts'
import { Workshop } from './workshop.ts'

const clock = { now: () => new Date('2026-03-04T05:06:07.008Z') }
const head = Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex')
const probe: Prober =
  async () =>
  async (recording): Promise<Fact> => {
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
    return {
      type: 'recording-probed',
      detail: { v: 1, recording, facts: facts as never, frames: null, tool: 't' },
    }
  }

const copying = async ({ recording, workDir }: RecipeInput) => {
  const path = join(workDir, 'made')
  writeFileSync(path, `made from ${recording.firstName}`)
  return {
    outputs: [{ name: 'proxy', source: { kind: 'file', path } as const }],
    partial: null,
    oddities: [],
  }
}
const nothing = async () => ({ outputs: [], partial: null, oddities: [] })

const noEdits: EditWork = {
  ...{ isCurrent: () => true, work: async () => undefined },
  ...{ stopped: () => [], stop: () => undefined, start: () => undefined },
}

async function workshop(
  context: TestContext,
  names: readonly string[],
  recipes: Recipes,
  atOnce = 2,
  edits = noEdits,
) {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-workshop-'))
  const stack = new AsyncDisposableStack()
  context.after(async () => {
    await stack.disposeAsync()
    rmSync(dir, { recursive: true, force: true })
  })
  const folder = join(dir, 'folder')
  mkdirSync(folder)
  for (const name of names) writeFileSync(join(folder, name), Buffer.concat([head, Buffer.from(name)]))
  const keeper = stack.use(await CaseKeeper.open(join(dir, 'case'), clock))
  const signal = new AbortController().signal
  await takeIn({ keeper, folder, probe, signal, onProgress: () => undefined })
  const placings: CaseState[] = []
  const placer: Placer = {
    isCurrent: state => state.sync !== null,
    async place(own) {
      placings.push(own.state())
      const sha = '0'.repeat(64)
      const detail = { v: 1, method: 'm', version: '1', inputs: sha, result: sha, pairs: sha } as const
      await own.enter([{ type: 'sync-computed', detail }], { kind: 'machine', name: 't', version: '0' })
    },
  }
  const log = pino({ level: 'silent' })
  const made = stack.use(
    new Workshop({
      keeper,
      folder,
      recipes,
      placer,
      accounts: noAccounts,
      edits,
      atOnce,
      tool: 't',
      now: () => 0,
      log,
    }),
  )
  return { keeper, workshop: made, placings, dir, folder }
}

const idle = { version: 1, make: nothing }
const others = { listening: idle, small: idle }
const noAccounts = { isCurrent: () => true, work: async () => undefined }

const byName = (state: CaseState, name: string) =>
  [...state.recordings.values()].find(each => each.firstName === name) ?? assert.fail(`${name} is held`)

test('who closes a room does not wait for what is still being made', async context => {
  let isEnded = false
  const begun = Promise.withResolvers<void>()
  const recipes: Recipes = {
    sound: { version: 1, make: nothing },
    // Ends only when it is given up.
    review: {
      version: 1,
      make: ({ signal }) =>
        new Promise((_, reject) => {
          begun.resolve()
          signal.addEventListener('abort', () => {
            isEnded = true
            reject(signal.reason)
          })
        }),
    },
    ...others,
  }
  const { workshop: shop } = await workshop(context, ['a.mp4'], recipes)
  const closing = new AbortController()
  const idle = shop.idle(closing.signal)
  await begun.promise
  closing.abort()
  await idle
  await shop.idle(closing.signal)
  assert.equal(isEnded, false)
  await shop[Symbol.asyncDispose]()
  assert.equal(isEnded, true)
})

test('everything that is missing is made once, stored under its hash, and nothing is left in the work folder', async context => {
  const recipes: Recipes = {
    sound: { version: 1, make: nothing },
    review: { version: 1, make: copying },
    ...others,
  }
  const { keeper, workshop: shop, dir } = await workshop(context, ['a.mp4', 'b.mp4', 'c.mp4'], recipes)
  await shop.idle()
  const proxy = outputOf(byName(keeper.state(), 'b.mp4'), 'proxy') ?? assert.fail('the proxy is recorded')
  assert.equal(await text(await keeper.content.read(proxy.sha256)), 'made from b.mp4')
  assert.deepEqual(readdirSync(join(dir, 'case/content/incoming')), [])
  const { seq } = keeper.state()
  await shop.idle()
  assert.equal(keeper.state().seq, seq)
})

test('no more than the bounded number is made at once, and never two for one recording', async context => {
  let running = 0
  let most = 0
  const busy = new Set<string>()
  // The first waits for a second to begin: whether they meet by themselves is chance.
  const met = Promise.withResolvers<void>()
  const make = async ({ recording }: RecipeInput) => {
    assert.equal(busy.has(recording.id), false)
    busy.add(recording.id)
    most = Math.max(most, ++running)
    if (running === 2) met.resolve()
    await met.promise
    await new Promise(resolve => setImmediate(resolve))
    running--
    busy.delete(recording.id)
    return await nothing()
  }
  const recipes: Recipes = { sound: { version: 1, make }, review: { version: 1, make }, ...others }
  const { workshop: shop } = await workshop(context, ['a', 'b', 'c', 'd', 'e'], recipes, 2)
  await shop.idle()
  assert.equal(most, 2)
})

test('recordings are placed once their sound is measured, before pictures are converted', async context => {
  const order: string[] = []
  const make = (what: string) => async () => {
    order.push(what)
    return await nothing()
  }
  const recipes: Recipes = {
    sound: { version: 1, make: make('sound') },
    review: { version: 1, make: make('review') },
    ...others,
  }
  const { workshop: shop, placings } = await workshop(context, ['a', 'b'], recipes, 1)
  await shop.idle()
  assert.deepEqual(order, ['sound', 'sound', 'review', 'review'])
  const made = [...(placings[0]?.recordings.values() ?? [])].map(each => each.derivations.length)
  assert.ok(made.every(count => count >= 1))
  assert.equal(placings.length, 1)
})

test('what a person looks at is made first', async context => {
  const order: string[] = []
  const make = async ({ recording }: RecipeInput) => {
    order.push(recording.firstName)
    return await nothing()
  }
  const recipes: Recipes = { sound: { version: 1, make: nothing }, review: { version: 1, make }, ...others }
  const { keeper, workshop: shop } = await workshop(context, ['a', 'b', 'c'], recipes, 1)
  shop.attend([byName(keeper.state(), 'c').id])
  await shop.idle()
  assert.deepEqual(order, ['c', 'a', 'b'])
})

test('a recording that cannot be made is entered with its reason, and the others go on', async context => {
  const make = async (input: RecipeInput) => {
    if (input.recording.firstName === 'bad') throw new SightlineError('media.failed', 'bad has no frames')
    return await copying(input)
  }
  const recipes: Recipes = { sound: { version: 1, make: nothing }, review: { version: 1, make }, ...others }
  const { keeper, workshop: shop } = await workshop(context, ['bad', 'good'], recipes)
  await shop.idle()
  const failed = byName(keeper.state(), 'bad').derivations.find(each => each.kind === 'failed')
  assert.deepEqual(failed?.kind === 'failed' && failed.why, {
    code: 'media.failed',
    message: 'bad has no frames',
  })
  assert.ok(outputOf(byName(keeper.state(), 'good'), 'proxy'))
})

test('a file that is no longer what was received waits for the next reading, and nothing is entered of it', async context => {
  const recipes: Recipes = {
    sound: { version: 1, make: nothing },
    review: { version: 1, make: copying },
    ...others,
  }
  const { keeper, workshop: shop, folder } = await workshop(context, ['a', 'b'], recipes)
  writeFileSync(join(folder, 'a'), 'something else')
  await shop.idle()
  assert.deepEqual(byName(keeper.state(), 'a').derivations, [])
  assert.equal(byName(keeper.state(), 'b').derivations.length, 3)
})

test('a full disk stops the work with a sentence and enters nothing about the recording', async context => {
  const make = async () => {
    throw new SightlineError('store.full', 'there is no space left')
  }
  const recipes: Recipes = { sound: { version: 1, make: nothing }, review: { version: 1, make }, ...others }
  const { keeper, workshop: shop } = await workshop(context, ['a', 'b'], recipes)
  await shop.idle()
  assert.equal(shop.work().trouble, 'store.full: there is no space left')
  assert.equal(
    byName(keeper.state(), 'a').derivations.some(each => each.recipe === 'review'),
    false,
  )
})

test('closing in the middle cancels what runs and enters nothing of it', async context => {
  const started = Promise.withResolvers<void>()
  const make = async ({ signal }: RecipeInput) => {
    started.resolve()
    await new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
    )
    return await nothing()
  }
  const recipes: Recipes = { sound: { version: 1, make }, review: { version: 1, make: nothing }, ...others }
  const { keeper, workshop: shop } = await workshop(context, ['a'], recipes)
  shop.wake()
  await started.promise
  await shop[Symbol.asyncDispose]()
  assert.deepEqual(byName(keeper.state(), 'a').derivations, [])
})

test('a comparison that is stopped while its files are read stops that too, and goes on when it is wanted again', async context => {
  const begun = Promise.withResolvers<void>()
  const given: string[] = []
  let isPatient = true
  const make = async ({ recording, signal }: RecipeInput) => {
    given.push(recording.firstName)
    if (!isPatient) return await nothing()
    begun.resolve()
    return await new Promise<never>((_, reject) => {
      const stop = () => reject(new SightlineError('cancelled', 'stopped'))
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
    })
  }
  const recipes: Recipes = { ...others, sound: idle, review: idle, small: { version: 1, make } }
  const edits = editWork([])
  const { keeper, workshop: shop } = await workshop(context, ['film', 'raw'], recipes, 1, {
    ...edits,
    isCurrent: () => true,
  })
  await shop.idle()
  const film = byName(keeper.state(), 'film').id
  const detail = { v: 1, recording: film, title: 'A film', maker: 'Somebody', reason: 'r' } as const
  await keeper.enter([{ type: 'edited-film-declared', detail }], { kind: 'machine', name: 't', version: '0' })
  shop.wake()
  await begun.promise
  shop.compare(film, false)
  await shop.idle()
  assert.deepEqual(given, ['film'])
  assert.equal(
    byName(keeper.state(), 'film').derivations.some(({ recipe }) => recipe === 'small'),
    false,
  )
  isPatient = false
  shop.compare(film, true)
  await shop.idle()
  assert.deepEqual(given, ['film', 'film', 'raw'])
})
