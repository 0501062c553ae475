// An edited film and a stand-in in a release, opened from a disk: published lines alone, ribbons and pairs from files beside the page.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { readRoomBuild } from '../../app/src/release/room-files.ts'
import { newDesk } from '../cases/case-file/desk.ts'
import { generate } from '../cases/media/clips.ts'
import { baseComposition, outputsOf, recordingFacts, releaseDesk } from '../cases/release/desk-release.ts'
import { launchChromium } from './chromium.ts'
import { soon } from './soon.ts'

const [raw, film, copy] = ['1', '2', '3'].map(digit => digit.repeat(64)) as [string, string, string]
const shown = (from: number, to: number, rawFrom: number) => ({
  ...{ part: 'shown', from, to, raw, rawFrom, rawTo: rawFrom + to - from, rate: 1, layer: 0 },
})
const candidate = (line: ReturnType<typeof shown>) => {
  const frame = (micros: number) => micros / 40_000
  return {
    ...{ line, frames: [frame(line.from), frame(line.to)], rawFirst: frame(line.rawFrom), rawFrames: null },
    ...{ maps: null, box: null, range: null, score: 0.9, rivals: [{ raw, frame: 3, behind: 0.4 }] },
    pair: [frame(line.from), frame(line.rawFrom)],
  }
}
const held = (recording: string) => ({
  ...{ recording, frames: 50, from: 0, to: 2_000_000, hasSound: false },
})
/** Three lines, one second and two halves long; the last is never decided on. */
const lines = [
  shown(0, 1_000_000, 400_000),
  shown(1_000_000, 1_400_000, 0),
  shown(1_400_000, 2_000_000, 1_400_000),
]
const listOf = (of: string) =>
  Buffer.from(
    JSON.stringify({
      ...{ v: 1, method: 'm', version: '1', of: held(of), against: [held(raw)] },
      candidates: lines.map(candidate),
    }),
  )

test('a released room shows the lines of a film and of a stand-in that a person published, and of the rest that nothing is told', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-released-film-'))
  const browser = await launchChromium()
  try {
    await generate(
      dir,
      'film.mp4',
      '-f lavfi -i testsrc2=size=160x120:rate=25:duration=2 -c:v libx264 -preset ultrafast -g 15 -bf 0 -pix_fmt yuv420p -movflags +faststart',
    )
    const clip = { bytes: readFileSync(join(dir, 'film.mp4')), frames: 50, micros: 40_000 }
    const desk = newDesk()
    desk.tell(
      { type: 'case-opened', detail: { v: 1, title: 'A case' } },
      { type: 'person-named', detail: { v: 1, person: 'p1', name: 'R. Desk', basis: 'self-declared' } },
    )
    const placed = { kind: 'placed', group: 'g1', start: 0, driftPpm: 0, errorMs: 0.5, by: 'sound' }
    for (const id of [raw, film, copy])
      desk.tell(...recordingFacts(id, `${id.slice(0, 2)}.mp4`, clip, outputsOf(clip)))
    desk.tell(
      {
        type: 'placement-computed',
        detail: { v: 1, recording: raw, placement: placed as never, inputs: 'c'.repeat(64) },
      },
      {
        type: 'edited-film-declared',
        detail: { v: 1, recording: film, title: 'The briefing', maker: 'A department', reason: 'r' },
      },
      {
        type: 'stand-in-bound',
        detail: { v: 1, recording: copy, standsFor: raw, tool: 't', madeBy: 'A department', reason: 'r' },
      },
    )
    const stored = [film, copy].map(listOf)
    for (const [n, of] of [film, copy].entries()) {
      const list = createHash('sha256')
        .update(stored[n] ?? '')
        .digest('hex')
      const run = { v: 1, of, method: 'm', version: '1', inputs: 'd'.repeat(64) } as const
      desk.tell({ type: 'edit-list-made', detail: { ...run, result: list } })
      const review = { do: 'review-edit-line', of, list, reason: 'compared frame by frame' } as const
      desk.done({ ...review, line: lines[0] as never, verdict: 'accepted', said: null })
      desk.done({ ...review, line: lines[1] as never, verdict: 'dismissed', said: null })
    }
    const going = (recording: string, title: string) =>
      ({ recording, as: 'proxy', title, wearer: null, redaction: 'none-needed' }) as const
    const { root } = await releaseDesk({
      ...{ dir, name: 'release', desk, film: clip, stored },
      room: await readRoomBuild(join(import.meta.dirname, '../../room/dist/release')),
      composition: baseComposition({
        recordings: [going(raw, 'Camera A.mp4'), going(film, 'Briefing.mp4'), going(copy, 'Copy.mp4')],
      }),
    })
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await page.goto(pathToFileURL(join(root, 'data/index.html')).href)
    await page.locator('[data-cover="show"]').click()
    await page.getByRole('navigation').getByRole('button', { name: 'Edited film' }).click()
    for (const name of [/The briefing/, /Copy|33/]) {
      const select = page.locator('.edits-subject select')
      const option = select.locator('option').filter({ hasText: name }).first()
      // The page stands before what it shows has been read.
      await option.waitFor({ state: 'attached' })
      await select.selectOption({ label: await option.innerText() })
      assert.equal(await soon(() => page.locator('.edit-line[data-status]').count(), 1), 1)
      assert.equal(await page.locator('.edit-line[data-status]').getAttribute('data-status'), 'accepted')
      assert.equal(await page.locator('.ribbon').count(), 1)
      // What was dismissed or never decided on is not there, and nothing is said of it.
      assert.equal(
        await page
          .locator('.conform-gap title')
          .allTextContents()
          .then(all => all.join()),
        'not told',
      )
      assert.match(
        await page.locator('.edits-short').innerText(),
        /1 s comes from it; .*of 1 s no line says where it comes from/,
      )
      assert.doesNotMatch(await page.locator('.edits-short').innerText(), /from no part of it/)
      assert.equal(
        await page.getByRole('button', { name: /Accept|Correct|Dismiss|Stop comparing/ }).count(),
        0,
      )
      await page.locator('.edit-line-go').first().click()
      const frames = async () => {
        // Nobody has cleared these pictures: each side is asked for when it comes.
        for (const ask of await page.getByRole('button', { name: 'Show them' }).all())
          if (await ask.isVisible()) await ask.click()
        return await page
          .locator('.edits-pane:not([hidden])[data-state="ready"]')
          .evaluateAll(all => all.map(each => each.getAttribute('data-frame')))
      }
      assert.deepEqual(await soon(frames, ['0', '10']), ['0', '10'])
      await page.keyboard.press('.')
      assert.deepEqual(await soon(frames, ['1', '11']), ['1', '11'])
    }
    await page.setViewportSize({ width: 360, height: 740 })
    const size = () =>
      page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
    assert.deepEqual(await size(), [360, 740], 'on a phone the list scrolls, and not the page around it')
    const play = await page.locator('.edits-transport .play').boundingBox()
    assert.ok(play && play.y + play.height <= 740, 'what plays the film stays in reach')
  } finally {
    await browser.close()
    rmSync(dir, { recursive: true })
  }
})
