import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import test, { after, before } from 'node:test'
import { decodedCounters, makePictureClips, probedBoundaries } from '../cases/pictures/clips.ts'
import { type OpenRoom, openRoom } from './open-room.ts'
import { pinEverything } from './pin-everything.ts'
import { demanded, drive, faultsOf, look, quiet, type Truth } from './room-exactness.ts'

const seed = 20_261
const dir = mkdtempSync(join(tmpdir(), 'sightline-room-'))
const folder = join(dir, 'folder')
const truths = new Map<string, Truth>()
let room: OpenRoom

before(async () => {
  mkdirSync(folder)
  for (const [, path] of await makePictureClips(dir, ['ntsc', 'variable', 'rotated', 'startsLate', 'vp9'])) {
    truths.set(basename(path), {
      boundaries: await probedBoundaries(path),
      counters: await decodedCounters(path),
    })
    copyFileSync(path, join(folder, basename(path)))
  }
  room = await openRoom(folder, { passCover: false })
})

after(async () => {
  await room?.[Symbol.asyncDispose]()
  rmSync(dir, { recursive: true, force: true })
})

test('before the cover is passed no picture is on the page, and the address bar no longer holds the key', async () => {
  const { page } = room
  await page.locator('dialog[open] [data-cover="show"]').waitFor()
  const drawn = await page.evaluate(
    () =>
      [...document.querySelectorAll('canvas, video, img')].filter(each => each.closest('[data-recording]'))
        .length,
  )
  assert.equal(drawn, 0)
  assert.equal(new URL(page.url()).search, '')
})

test('an instant in the address is taken exactly, before the cover and after', async () => {
  const { page } = room
  await page.evaluate(() => {
    location.hash = '#t=0.123457'
  })
  await page.locator('[data-cover="show"]').click()
  await room.settled()
  await pinEverything(room, truths, seed)
  await page.evaluate(() => {
    location.hash = '#t=1.234567&angle=starts-late.mp4'
  })
  await page.waitForFunction(() => document.documentElement.dataset['caseTime'] === '1234567')
  await quiet(room)
  const selected = page.locator('[data-recording][aria-current="true"]')
  assert.deepEqual(
    await selected.evaluateAll(all => all.map(each => (each as HTMLElement).dataset['recording'])),
    ['starts-late.mp4'],
  )
})

test('steps, seeks, plays and pauses at random show the right frame every time', async () => {
  const found = await drive(room, truths, { seed, operations: 60 })
  assert.deepEqual(found.wrong, [])
  assert.ok(found.shown > 100, `only ${found.shown} frames were seen`)
})

test('a step goes to the first whole microsecond of the next frame of the selected angle, and stops at the ends', async () => {
  const { page } = room
  const truth = truths.get('ntsc.mp4') ?? assert.fail('the clip is there')
  const go = async (micros: number) => {
    await page.evaluate(
      hash => {
        location.hash = hash
      },
      `#t=${(micros / 1e6).toFixed(6)}&angle=ntsc.mp4`,
    )
    await page.waitForFunction(time => document.documentElement.dataset['caseTime'] === time, String(micros))
    await quiet(room)
  }
  const seen = async () => {
    await quiet(room)
    const now = await look(room)
    return {
      now,
      angle: now.angles.find(each => each.name === 'ntsc.mp4') ?? assert.fail('the angle is there'),
    }
  }
  const { angle } = await seen()
  const startOf = (frame: number) =>
    Math.ceil(angle.start + (truth.boundaries[frame] as number) * (1 + angle.drift * 1e-6))
  await go(startOf(50) + 7000)
  await page.keyboard.press('.')
  assert.equal((await seen()).now.time, startOf(51))
  await page.keyboard.press(',')
  assert.equal((await seen()).now.time, startOf(50))
  const last = truth.boundaries.length - 2
  await go(startOf(last))
  await page.keyboard.press('.')
  assert.equal((await seen()).now.time, startOf(last))
  await go(startOf(0))
  await page.keyboard.press(',')
  const atStart = await seen()
  assert.equal(atStart.now.time, startOf(0))
  assert.equal(demanded(truth, angle.start, angle.drift, atStart.now.time), 0)
  assert.deepEqual(faultsOf(atStart.now, truths, true), [])
})

test('nothing on the page was refused, failed or asked of anyone else', async () => {
  assert.deepEqual(room.complaints, [])
  const hosts = await room.page.evaluate(() =>
    performance.getEntriesByType('resource').map(entry => new URL(entry.name).host),
  )
  assert.deepEqual([...new Set(hosts)], [new URL(room.address).host])
})
