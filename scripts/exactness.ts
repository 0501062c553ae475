// Frame exactness of the whole room, by hand: bin/node scripts/exactness.ts [operations] [seed]
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openRoom } from '../test/browser/open-room.ts'
import { pinEverything } from '../test/browser/pin-everything.ts'
import { drive, type Truth } from '../test/browser/room-exactness.ts'
import {
  decodedCounters,
  makePictureClips,
  type PictureClip,
  probedBoundaries,
} from '../test/cases/pictures/clips.ts'

const operations = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? Date.now() % 1e6)
const clips: readonly PictureClip[] = [
  'thirty',
  'ntsc',
  'pal',
  'variable',
  'sixty',
  'rotated',
  'startsLate',
  'editList',
  'vp9',
  'hevc',
  'openGop',
  'anamorphic',
  'av1',
  'startsLateMkv',
  'xvid',
]
/** As many as stand on the first screen. */
const atOnce = 9

const dir = mkdtempSync(join(tmpdir(), 'sightline-exactness-'))
try {
  let wrong = 0
  for (let from = 0; from < clips.length; from += atOnce) {
    const folder = join(dir, `folder${from}`)
    mkdirSync(folder)
    const truths = new Map<string, Truth>()
    for (const [clip, path] of await makePictureClips(dir, clips)) {
      if (!clips.slice(from, from + atOnce).includes(clip)) continue
      copyFileSync(path, join(folder, basename(path)))
      truths.set(basename(path), {
        boundaries: await probedBoundaries(path),
        counters: await decodedCounters(path),
      })
    }
    await using room = await openRoom(folder)
    await room.settled()
    await pinEverything(room, truths, seed)
    const found = await drive(room, truths, {
      seed,
      operations: Math.ceil(operations / Math.ceil(clips.length / atOnce)),
    })
    wrong += found.wrong.length
    console.log(
      `${truths.size} recordings, seed ${seed}: ${found.looks} looks, ${found.shown} frames seen, ${found.wrong.length} wrong`,
    )
    for (const each of found.wrong.slice(0, 20)) console.log(`  ${each}`)
    for (const each of room.complaints) console.log(`  the page complained: ${each}`)
  }
  process.exitCode = wrong === 0 ? 0 : 1
} finally {
  rmSync(dir, { recursive: true, force: true })
}
