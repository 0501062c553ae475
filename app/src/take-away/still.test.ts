import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import type { MediaMicros } from '@sightline/core/time'
import {
  decodedCounters,
  makePictureClips,
  type PictureClip,
  probedBoundaries,
} from '../../../test/cases/pictures/clips.ts'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { pngWithTexts } from './png-text.ts'
import { framesForSheet, takeContactSheet } from './sheets-of-frames.ts'
import { takeStill } from './still.ts'

const kinds: readonly PictureClip[] = [
  ...(['thirty', 'ntsc', 'variable', 'openGop', 'rotated', 'startsLate'] as const),
  ...(['editList', 'anamorphic', 'vp9', 'slow'] as const),
]
const signal = AbortSignal.timeout(300_000)
let dir: string
let clips: ReadonlyMap<PictureClip, string>

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-stills-'))
  clips = await makePictureClips(dir, kinds)
})
after(() => rmSync(dir, { recursive: true, force: true }))

async function opened(kind: PictureClip) {
  const path = clips.get(kind) ?? assert.fail('the clip was made')
  const file = await openMediaFile(path)
  const probed = await probe(file, signal)
  assert.ok(probed.kind === 'recording' && probed.facts.video)
  return { path, file, video: probed.facts.video, times: await probedBoundaries(path) }
}

for (const kind of kinds) {
  test(`a still of ${kind} shows the frame that was asked for`, async () => {
    const { path, file, video, times } = await opened(kind)
    await using _ = file
    const counters = await decodedCounters(path)
    const last = counters.length - 1
    // First and last where that is something of its own: a start, an open group of pictures, an entry in the middle.
    const frames = kind === 'thirty' ? [0, 37] : kind === 'openGop' || kind === 'slow' ? [37, last] : [37]
    for (const frame of frames) {
      const at = times[frame] as MediaMicros
      const png = await takeStill({ file, video, at, outputDir: dir, signal })
      const still = join(dir, 'still.png')
      writeFileSync(still, png)
      assert.deepEqual(await decodedCounters(still), [counters[frame]], `frame ${frame}`)
      assert.deepEqual(sizeOf(png), [video.displayWidth, video.displayHeight])
    }
  })
}

test('a time at which no frame begins gives no still', async () => {
  const { file, video, times } = await opened('thirty')
  await using _ = file
  const at = ((times[3] ?? 0) + 5) as MediaMicros
  await assert.rejects(takeStill({ file, video, at, outputDir: dir, signal }), { code: 'media.failed' })
})

test('a contact sheet holds first and last frame and no more than fit', async () => {
  const { file, video, times } = await opened('thirty')
  await using _ = file
  const span = times.slice(0, 100) as MediaMicros[]
  const at = framesForSheet(span)
  assert.deepEqual([at.length, at[0], at.at(-1)], [24, span[0], span.at(-1)])
  const png = await takeContactSheet({ file, video, at, outputDir: dir, signal })
  assert.equal(sizeOf(png)[0], 4 * 480 + 3 * 4 + 2 * 4)
})

test('texts in a PNG are found by others and leave its picture as it was', async () => {
  const { file, video, times } = await opened('thirty')
  await using _ = file
  const png = await takeStill({ file, video, at: times[5] as MediaMicros, outputDir: dir, signal })
  const told = pngWithTexts(png, { Source: 'näme', Description: '{"v":1}' })
  writeFileSync(join(dir, 'told.png'), told)
  writeFileSync(join(dir, 'plain.png'), png)
  assert.deepEqual(
    await decodedCounters(join(dir, 'told.png')),
    await decodedCounters(join(dir, 'plain.png')),
  )
  assert.ok(Buffer.from(told).includes(Buffer.from('iTXtSource\0\0\0\0\0näme')))
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  assert.notEqual(hash(told), hash(png))
})

function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}
