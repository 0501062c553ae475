import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { type ClipName, generate, makeClip } from '../../../test/cases/media/clips.ts'
import { openMediaFile } from './media-file.ts'
import { plainFacts } from './plain-mp4.ts'
import { probe } from './probe.ts'

const folder = await mkdtemp(join(tmpdir(), 'plain-mp4-'))
after(() => rm(folder, { recursive: true }))
const { signal } = new AbortController()

/** Whether a file was plain; then all that its tables tell is what ffprobe tells. */
async function isPlain(path: string): Promise<boolean> {
  await using file = await openMediaFile(path)
  const plain = await plainFacts(file)
  if (!plain) return false
  const probed = await probe(file, signal)
  assert.ok(probed.kind === 'recording' && probed.facts.video && plain.facts.video)
  const { facts, frameTimes } = probed
  assert.deepEqual(plain.frameTimes, frameTimes)
  for (const each of ['container', 'bytes', 'start', 'end', 'otherVideoTracks', 'oddities'] as const)
    assert.deepEqual(plain.facts[each], facts[each])
  const { profile, pixelFormat, bitDepth, fieldOrder, sampleAspect } = probed.facts.video
  const own = { ...plain.facts.video, profile, pixelFormat, bitDepth, fieldOrder, sampleAspect }
  assert.deepEqual(own, facts.video)
  const [sound] = plain.facts.audio
  const [{ profile: soundProfile = null, language = null } = {}] = facts.audio
  assert.deepEqual([{ ...sound, profile: soundProfile, language }], facts.audio)
  return true
}

const picture = (rate: string) => `-f lavfi -i testsrc2=size=160x120:rate=${rate}:duration=2.3`
const sound = (rate: number, seconds: number) => `-f lavfi -i sine=sample_rate=${rate}:duration=${seconds}`

for (const [name, args] of [
  ['thirty', `${picture('30')} ${sound(48_000, 2.3)} -bf 0`],
  ['reordered', `${picture('25')} ${sound(44_100, 2.3)} -bf 2 -ac 2`],
  ['broadcast', `${picture('30000/1001')} ${sound(16_000, 2.1)} -bf 2 -movflags faststart`],
  ['odd', `${picture('29.98')} ${sound(8000, 3.1)} -bf 0 -video_track_timescale 90000`],
] as const)
  test(`the tables of a plain recording (${name}) tell what ffprobe tells of it`, async () => {
    await generate(folder, `${name}.mp4`, `${args} -c:v libx264 -preset ultrafast -c:a aac`)
    assert.equal(await isPlain(join(folder, `${name}.mp4`)), true)
  })

test('what is not plain is left to ffprobe', async () => {
  const others: ClipName[] = ['pal', 'variable', 'rotated', 'startsLate', 'editList', 'hevc', 'mjpegMov']
  const more: ClipName[] = ['anamorphic', 'interlaced', 'soundOnly', 'wav', 'pictureOnly', 'lateSound']
  for (const name of [...others, ...more, 'soundGap', 'twoCameras'] as const)
    assert.equal(await isPlain(await makeClip(name, folder)), false, name)
})

test('a recording that was cut off is left to ffprobe', async () => {
  await generate(
    folder,
    'cut.mp4',
    `${picture('30')} ${sound(48_000, 2.3)} -c:v libx264 -c:a aac -movflags faststart`,
  )
  const path = join(folder, 'cut.mp4')
  assert.equal(await isPlain(path), true)
  await truncate(path, 20_000)
  assert.equal(await isPlain(path), false)
})
