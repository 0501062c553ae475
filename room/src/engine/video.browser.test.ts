// The engine where frames cannot be decoded by WebCodecs: the same looks at the same clips, each frame sought in a <video>.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Harness, openHarness, run } from '../../../test/browser/engine-harness.ts'
import { exactnessOf, groups, openGroup, videoGroups } from '../../../test/browser/exactness.ts'
import { makePictureClips } from '../../../test/cases/pictures/clips.ts'

let folder: string
const harnesses = new Map<'no-webcodecs' | 'disk', Harness>()

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-pictures-'))
  const names = [...groups, ...videoGroups].flat().map(([name]) => name)
  await makePictureClips(folder, [...new Set([...names, 'damaged', 'xvid'] as const)])
  for (const meeting of ['no-webcodecs', 'disk'] as const)
    harnesses.set(meeting, await openHarness(folder, 'test/browser/engine-page.ts', [], meeting))
})

after(async () => {
  for (const harness of harnesses.values()) await harness.close()
  await rm(folder, { recursive: true, force: true })
})

const harnessOf = (meeting: 'no-webcodecs' | 'disk') => harnesses.get(meeting) as Harness

// On a disk two of the four: only the way to the bytes is another.
for (const [meeting, told] of [
  ['no-webcodecs', 'without WebCodecs'],
  ['disk', 'opened from a disk'],
] as const)
  for (const [at, group] of (meeting === 'disk' ? videoGroups.slice(1, 3) : videoGroups).entries()) {
    const names = group.map(([name]) => name).join(', ')
    test(`${told}, ${names} show the frame the clock demands at every step, seek, play and pause`, async () => {
      const harness = harnessOf(meeting)
      const some = { steps: 4, operations: 12, playMs: 250, seed: 300 + at }
      for (const { name, outcome } of await exactnessOf(harness, folder, group, some)) {
        assert.deepEqual(outcome.wrong, [], name)
        assert.ok(outcome.checked > 0, name)
      }
      assert.deepEqual(harness.errors, [])
    })
  }

test('what a <video> cannot seek exactly is absent with the reason, and holds nobody up', async () => {
  const harness = harnessOf('no-webcodecs')
  await openGroup(harness, folder, [
    ['xvid', 0, 0],
    ['damaged', 0, 0],
    ['openGop', 0, 0],
    ['ntsc', 0, 0],
  ])
  const whys: Record<string, string>[] = []
  for (const micros of [0, 1_900_000, 3_900_000]) {
    await run(harness.page, (engine, to) => engine.seek(to), micros)
    await run(harness.page, engine => engine.settled(), null)
    whys.push(
      await run(
        harness.page,
        engine =>
          Object.fromEntries(
            ['xvid', 'damaged', 'openGop', 'ntsc'].map(id => [
              id,
              engine.attributes(id)['data-why'] ?? engine.attributes(id)['data-state'] ?? '',
            ]),
          ),
        null,
      ),
    )
  }
  for (const why of whys) {
    assert.match(why['xvid'] ?? '', /codec|could not be read|decoding failed|pictures|reason|after-end/)
    assert.equal(why['ntsc'], 'ready')
    // A build that can, must be right; none may show another frame than it says.
    assert.match(why['openGop'] ?? '', /^ready$|decoding failed/)
    assert.match(why['damaged'] ?? '', /^ready$|^decode failed: |^frames differ: |decoding failed/)
  }
})

// Counted in the page: a server learns only later that a browser has let a connection go.
test('nine angles without WebCodecs have at most four videos on their files', async () => {
  const harness = harnessOf('no-webcodecs')
  await harness.page.evaluate(() => {
    const onFile = new Set<HTMLMediaElement>()
    const { load } = HTMLMediaElement.prototype
    HTMLMediaElement.prototype.load = function () {
      if (this.hasAttribute('src')) onFile.add(this)
      else onFile.delete(this)
      const most = Number(document.body.dataset['mostOnFile'] ?? 0)
      document.body.dataset['mostOnFile'] = String(Math.max(most, onFile.size))
      load.call(this)
    }
  })
  await openGroup(harness, folder, videoGroups.flat().slice(0, 9))
  await run(harness.page, engine => engine.settled(), null)
  const outcome = await run(harness.page, engine => engine.wander(9, 5), null)
  assert.deepEqual(outcome.wrong, [])
  assert.equal(await harness.page.evaluate(() => document.body.dataset['mostOnFile']), '4')
})
