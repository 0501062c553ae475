// What happens when the browser takes decoders, videos, pictures or canvases away: the same frame comes back by itself.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Harness, openHarness, run } from '../../../test/browser/engine-harness.ts'
import { openGroup } from '../../../test/browser/exactness.ts'
import { makePictureClips } from '../../../test/cases/pictures/clips.ts'

const clips = [
  ['thirty', 0, 0],
  ['sixty', 250_000, 100],
  ['ntsc', 0, -100],
  ['openGop', 0, 0],
] as const
const losses = ['reclaimed', 'failed', 'silent'] as const

let folder: string
let harness: Harness

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-pictures-'))
  await makePictureClips(
    folder,
    clips.map(([name]) => name),
  )
  harness = await openHarness(folder, 'test/browser/engine-page.ts')
})

after(async () => {
  await harness?.close()
  await rm(folder, { recursive: true, force: true })
})

for (const loss of losses) {
  test(`decoders that are taken away at rest (${loss}) are made anew, and no picture is wrong or missing`, async () => {
    await openGroup(harness, folder, clips)
    const outcome = await run(
      harness.page,
      async (engine, how) => {
        const wrong: string[] = []
        let lost = 0
        const frames = () =>
          ['thirty', 'sixty', 'ntsc', 'openGop'].map(id => engine.attributes(id)['data-frame'])
        for (const micros of [1_000_000, 3_100_000]) {
          engine.seek(micros)
          await engine.settled()
          const before = frames()
          lost += engine.loseDecoders(how)
          await engine.nextFrame()
          if (frames().join() !== before.join()) wrong.push(`${before} became ${frames()} by itself`)
          for (const by of [1, 1, -1, -1, -1] as const) {
            engine.engine().step('sixty', by)
            await engine.settled()
            wrong.push(...engine.look().wrong)
          }
        }
        return { wrong, lost }
      },
      loss,
    )
    assert.deepEqual(outcome.wrong, [])
    assert.ok(outcome.lost >= 4, `${outcome.lost} decoders were open`)
  })

  test(`decoders that are taken away amid a seek (${loss}) give its frame all the same`, async () => {
    await openGroup(harness, folder, clips)
    const outcome = await run(
      harness.page,
      async (engine, how) => {
        const wrong: string[] = []
        let lost = 0
        await engine.settled()
        for (let turn = 0; turn < 16; turn++) {
          engine.seek(300_000 + ((turn * 977_777) % 3_500_000))
          // After no, one, two … tasks of the page, so that every state of decoding is met.
          for (let task = 0; task < turn; task++)
            await new Promise<void>(resolve => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => resolve()
              port2.postMessage(null)
            })
          lost += engine.loseDecoders(how)
          await engine.settled()
          wrong.push(...engine.look().wrong)
        }
        return { wrong, lost }
      },
      loss,
    )
    assert.deepEqual(outcome.wrong, [])
    assert.ok(outcome.lost > 0)
  })

  test(`play goes on to its end when decoders are taken away in it (${loss})`, async () => {
    await openGroup(harness, folder, clips)
    const outcome = await run(
      harness.page,
      async (engine, how) => {
        const wrong: string[] = []
        engine.seek(500_000)
        await engine.settled()
        engine.engine().setLoop(null)
        engine.engine().setSpeed(4)
        engine.engine().play()
        for (let frame = 0; engine.engine().playing.value; frame++) {
          if (frame % 11 === 5) engine.loseDecoders(how)
          await engine.nextFrame()
        }
        engine.engine().setSpeed(1)
        wrong.push(...engine.look().wrong)
        return { wrong, time: engine.engine().time.value }
      },
      loss,
    )
    assert.deepEqual(outcome.wrong, [])
    assert.ok(outcome.time > 5_000_000, `play ended at ${outcome.time}`)
  })
}

test('a canvas that is lost is said to be, holds nobody up, and shows the same frame when it is given back', async () => {
  await openGroup(harness, folder, clips)
  const told = await run(
    harness.page,
    async engine => {
      engine.seek(1_500_000)
      await engine.settled()
      const state = () => {
        const { 'data-state': kind, 'data-why': why, 'data-frame': frame } = engine.attributes('thirty')
        return [kind, why, frame].join(' ')
      }
      const seen = [state()]
      const restore = engine.loseCanvas('thirty')
      seen.push(state())
      engine.engine().step('sixty', 1)
      await engine.settled()
      seen.push(state())
      restore()
      seen.push(state())
      return { seen, wrong: engine.look().wrong }
    },
    null,
  )
  assert.deepEqual(told.seen, ['ready  45', 'absent canvas-lost ', 'absent canvas-lost ', 'ready  45'])
  assert.deepEqual(told.wrong, [])
})

test('pictures whose memory is gone are decoded anew; what can never be drawn is absent with the reason', async () => {
  await openGroup(harness, folder, clips)
  const told = await run(
    harness.page,
    async engine => {
      await engine.settled()
      const canvas = document.querySelector('canvas') as HTMLCanvasElement
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      const draw = context.drawImage.bind(context) as (...all: unknown[]) => void
      const fail = (times: number) => {
        let left = times
        context.drawImage = ((...all: unknown[]) => {
          if (left-- > 0) throw new DOMException('the picture is gone', 'InvalidStateError')
          draw(...all)
        }) as typeof context.drawImage
      }
      fail(1)
      engine.seek(1_500_000)
      await engine.settled()
      const once = engine.look().wrong
      fail(Number.POSITIVE_INFINITY)
      engine.seek(2_500_000)
      await engine.settled()
      const never = engine.attributes('thirty')['data-why']
      fail(0)
      engine.seek(1_200_000)
      await engine.settled()
      return { once, never, after: engine.look().wrong }
    },
    null,
  )
  assert.deepEqual(told, { once: [], never: 'cannot draw: the picture is gone', after: [] })
})

test('videos whose file or decoder is gone are put on it again, and show the same frames', async () => {
  const without = await openHarness(folder, 'test/browser/engine-page.ts', [], 'no-webcodecs')
  try {
    await openGroup(without, folder, clips.slice(0, 3))
    const outcome = await run(
      without.page,
      async engine => {
        const wrong: string[] = []
        let lost = 0
        await engine.settled()
        for (const micros of [1_000_000, 3_100_000]) {
          engine.seek(micros)
          await engine.settled()
          lost += engine.loseVideos()
          for (const by of [1, 1, -1, -1, -1, -1, -1] as const) {
            engine.engine().step('sixty', by)
            await engine.settled()
            wrong.push(...engine.look().wrong)
          }
          // Amid a seek.
          engine.seek(micros + 400_000)
          lost += engine.loseVideos()
          await engine.settled()
          wrong.push(...engine.look().wrong)
        }
        return { wrong, lost }
      },
      null,
    )
    assert.deepEqual(outcome.wrong, [])
    assert.ok(outcome.lost >= 8, `${outcome.lost} videos were on a file`)
  } finally {
    await without.close()
  }
})
