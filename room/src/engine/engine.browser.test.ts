import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Harness, openHarness, run } from '../../../test/browser/engine-harness.ts'
import { exactnessOf, groups, openGroup } from '../../../test/browser/exactness.ts'
import { makePictureClips } from '../../../test/cases/pictures/clips.ts'

let folder: string
let harness: Harness

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-pictures-'))
  const names = groups.flat().map(([name]) => name)
  await makePictureClips(folder, [...new Set([...names, 'damaged', 'xvid', 'hevc', 'sounding'] as const)])
  harness = await openHarness(folder, 'test/browser/engine-page.ts', [
    '--autoplay-policy=no-user-gesture-required',
  ])
})

after(async () => {
  await harness?.close()
  await rm(folder, { recursive: true, force: true })
})

for (const [at, group] of groups.entries()) {
  const names = group.map(([name]) => name).join(', ')
  test(`stepped, sought, played and paused, ${names} show the frame the clock demands every time`, async () => {
    const some = { steps: 8, operations: 20, playMs: 400, seed: 100 + at }
    for (const { name, outcome } of await exactnessOf(harness, folder, group, some)) {
      assert.deepEqual(outcome.wrong, [], name)
      assert.ok(outcome.checked > 0, name)
    }
    assert.deepEqual(harness.errors, [])
  })
}

test('a portrait recording stands upright and an anamorphic one has square pixels', async () => {
  await openGroup(harness, folder, [
    ['rotated', 0, 0],
    ['anamorphic', 0, 0],
  ])
  await run(harness.page, engine => engine.settled(), null)
  const sizes = await run(harness.page, engine => [engine.size('rotated'), engine.size('anamorphic')], null)
  assert.deepEqual(sizes, [
    [180, 320],
    [320, 180],
  ])
})

test('a long group of pictures is stepped exactly when only eight pictures may be held', async () => {
  await openGroup(harness, folder, [['sixty', 0, 0]], 1)
  await run(harness.page, engine => engine.settled(), null)
  const steps = await run(harness.page, engine => engine.stepThrough(24), null)
  assert.deepEqual(steps.wrong, [])
  const wander = await run(harness.page, engine => engine.wander(5, 10), null)
  assert.deepEqual(wander.wrong, [])
})

test('damaged frames are absent with a reason, never a wrong picture, and the rest is shown', async () => {
  await openGroup(harness, folder, [['damaged', 0, 0]])
  await run(harness.page, engine => engine.settled(), null)
  const steps = await run(
    harness.page,
    async engine => {
      const outcome = await engine.stepThrough(1)
      const states: string[] = []
      for (let frame = 0; frame < 120; frame += 1) {
        engine.seek(Math.ceil((frame * 1e6) / 30))
        await engine.settled()
        states.push(
          engine.attributes('damaged')['data-why'] ?? engine.attributes('damaged')['data-frame'] ?? '',
        )
      }
      return { outcome, states }
    },
    null,
  )
  assert.deepEqual(steps.outcome.wrong, [])
  const failed = steps.states.filter(state => state.startsWith('decode failed: '))
  assert.ok(failed.length > 0 && failed.length < 60, `${failed.length} of 120 failed`)
  for (const [frame, state] of steps.states.entries())
    assert.ok(state === String(frame) || state.startsWith('decode failed: '), `${frame}: ${state}`)
  assert.equal(steps.states.at(-1), '119')
})

test('what the browser cannot decode ends as absent with a reason and holds nobody up', async () => {
  await openGroup(harness, folder, [
    ['xvid', 0, 0],
    ['hevc', 0, 0],
    ['ntsc', 0, 0],
  ])
  await run(harness.page, engine => engine.settled(), null)
  const [xvid, hevc, ntsc] = await run(
    harness.page,
    engine => ['xvid', 'hevc', 'ntsc'].map(id => engine.attributes(id)),
    null,
  )
  assert.deepEqual([xvid?.['data-state'], xvid?.['data-why']], ['absent', 'codec unsupported: mp4v'])
  assert.equal(ntsc?.['data-state'], 'ready')
  // Some builds decode HEVC: then it must be right.
  if (hevc?.['data-state'] !== 'ready') assert.match(hevc?.['data-why'] ?? '', /^codec unsupported: hev1/)
})

test('nine angles never have more than four requests under way, and survive failing ones', async () => {
  harness.served.mostAtOnce = 0
  harness.served.failNext = 3
  const nine = [...(groups[0] ?? []), ...(groups[1] ?? []), ...(groups[3] ?? [])].slice(0, 9)
  await openGroup(harness, folder, nine)
  await run(harness.page, engine => engine.settled(), null)
  const outcome = await run(harness.page, engine => engine.wander(9, 8), null)
  assert.deepEqual(outcome.wrong, [])
  assert.ok(harness.served.mostAtOnce <= 4, `${harness.served.mostAtOnce} at once`)
})

test('with sound chosen, play goes on, and the engine says whether it is heard', async () => {
  await openGroup(harness, folder, [['sounding', 0, 0]])
  await run(harness.page, engine => engine.settled(), null)
  const states = await run(
    harness.page,
    async ({ engine, playFor }) => {
      const seen = new Set<string>()
      const stop = engine().sound.subscribe(state => seen.add(state.kind === 'on' ? 'on' : state.why))
      engine().setSounding('sounding')
      engine().allowSound()
      const outcome = await playFor(500_000, 600, 1)
      const fast = await playFor(500_000, 400, 2)
      const back = await playFor(2_500_000, 100, -1)
      stop()
      return { seen: [...seen], wrong: [...outcome.wrong, ...fast.wrong, ...back.wrong] }
    },
    null,
  )
  assert.deepEqual(states.wrong, [])
  assert.ok(
    states.seen.includes('on') || states.seen.includes('no-output') || states.seen.includes('blocked'),
  )
  assert.ok(states.seen.includes('reverse'))
})

test('at half and at double speed a tone of 440 Hz is heard at 440 Hz, and backward nothing', async () => {
  await openGroup(harness, folder, [['sounding', 0, 0]])
  await run(harness.page, engine => engine.settled(), null)
  const heard = await run(
    harness.page,
    async ({ engine, seek, settled, heardHertz }) => {
      engine().setSounding('sounding')
      engine().allowSound()
      const found: Record<string, number | null> = {}
      for (const speed of [0.5, 2, -1]) {
        seek(speed < 0 ? 700_000 : 200_000)
        await settled()
        engine().setSpeed(speed)
        engine().play()
        // Until a tone fills the tap's window, or the play has ended.
        while (engine().playing.value) {
          await new Promise(resolve => requestAnimationFrame(resolve))
          found[speed] = heardHertz()
          if (speed > 0 && found[speed] !== null) break
        }
        engine().pause()
      }
      engine().setSpeed(1)
      const { value: sound } = engine().sound
      return { found, hasOutput: sound.kind === 'on' || sound.why !== 'no-output' }
    },
    null,
  )
  if (!heard.hasOutput) return
  for (const speed of ['0.5', '2'])
    assert.ok(Math.abs((heard.found[speed] ?? 0) - 440) < 7, `at ${speed} times: ${heard.found[speed]} Hz`)
  assert.equal(heard.found['-1'], null)
})
