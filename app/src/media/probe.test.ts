import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { RecordingFacts } from '@sightline/core/case'
import { microsFromDecimal } from '@sightline/core/time'
import { type ClipName, clips, generate, makeClip } from '../../../test/cases/media/clips.ts'
import { openMediaFile } from './media-file.ts'
import { type Probed, probe, probeSound } from './probe.ts'
import { requireDone, runTool } from './run.ts'

const folder = await mkdtemp(join(tmpdir(), 'probe-'))
after(() => rm(folder, { recursive: true }))
const signal = new AbortController().signal

type Recording = Extract<Probed, { kind: 'recording' }>

async function probed(path: string): Promise<Recording> {
  await using file = await openMediaFile(path)
  const found = await probe(file, signal)
  assert.equal(found.kind, 'recording', found.kind === 'refused' ? found.why.message : '')
  return found as Recording
}

/** The slow obvious way: ffprobe decodes the picture and prints when each frame is shown. */
async function decodedTimes(path: string): Promise<readonly (number | null)[]> {
  await using file = await openMediaFile(path)
  let text = ''
  const end = await runTool({
    tool: 'ffprobe',
    input: file,
    args: [
      ...['-loglevel', 'error', '-select_streams', 'v:0', '-show_frames', '-of', 'csv=p=0'],
      ...['-show_entries', 'frame=pts_time:frame_side_data='],
    ],
    onStdout: chunk => {
      text += Buffer.from(chunk).toString()
    },
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, 'decoding')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => microsFromDecimal(line.split(',')[0] ?? ''))
}

const withPictures = (Object.keys(clips) as ClipName[]).filter(
  name => !['soundOnly', 'mp3', 'wav', 'cover'].includes(name),
)
/** Their packets carry no presentation time, or not all of them: only decoding tells. */
const untimed: readonly ClipName[] = ['packedAvi', 'programStream', 'rawH264']

for (const name of withPictures)
  test(`frame times from packets equal those of a real decode: ${name}`, async () => {
    const path = await makeClip(name, folder)
    const { facts, frameTimes } = await probed(path)
    assert.deepEqual(RecordingFacts.parse(facts), facts)
    assert.ok(JSON.stringify(facts).length < 40_000)
    if (untimed.includes(name)) {
      assert.equal(frameTimes, null)
      assert.ok(facts.oddities.includes('missing-timestamps'))
      assert.equal(facts.video?.frames, null)
      return
    }
    assert.ok(frameTimes)
    assert.deepEqual([...frameTimes.boundaries.subarray(0, -1)], await decodedTimes(path))
    assert.equal(facts.video?.frames, frameTimes.boundaries.length - 1)
  })

test('frames of 29.97 a second are rounded once from their ticks', async () => {
  const { frameTimes } = await probed(join(folder, clips.ntsc.file))
  assert.deepEqual([...(frameTimes?.boundaries ?? [])].slice(0, 4), [0, 33_367, 66_733, 100_100])
  assert.equal(frameTimes?.boundaries.at(-1), 2_002_000)
})

test('a recording that starts at 3.2 s keeps that time', async () => {
  for (const name of ['startsLate', 'startsLateMkv'] as const) {
    const { facts, frameTimes } = await probed(join(folder, clips[name].file))
    assert.equal(frameTimes?.boundaries[0], 3_200_000)
    assert.ok(facts.oddities.includes('starts-late'))
  }
})

test('frames that an edit list leaves out are neither counted nor timed', async () => {
  const { facts } = await probed(join(folder, clips.editList.file))
  assert.equal(facts.video?.start, 0)
  assert.ok((facts.video?.frames ?? 120) < 120)
  assert.ok(facts.oddities.includes('edit-list'))
})

test('real frame timing is told apart from the declared rate', async () => {
  const constant = await probed(join(folder, clips.thirty.file))
  assert.equal(constant.facts.video?.timing.kind, 'constant')
  const { video, oddities } = (await probed(join(folder, clips.variable.file))).facts
  assert.ok(oddities.includes('variable-frame-rate'))
  assert.equal(video?.timing.kind, 'variable')
  if (video?.timing.kind !== 'variable') return
  // Every third and every seventh of 60 frames a second: 1 to 3 steps of a sixtieth.
  assert.deepEqual(
    [video.timing.minMicros, video.timing.medianMicros, video.timing.maxMicros],
    [16_667, 50_000, 50_000],
  )
})

test('dimensions are upright and in square pixels', async () => {
  const turned = (await probed(join(folder, clips.rotated.file))).facts
  assert.deepEqual([turned.video?.displayWidth, turned.video?.displayHeight], [120, 160])
  assert.ok(turned.oddities.includes('rotated'))
  const wide = (await probed(join(folder, clips.anamorphic.file))).facts
  assert.deepEqual([wide.video?.displayWidth, wide.video?.displayHeight], [209, 120])
  const odd = (await probed(join(folder, clips.odd.file))).facts
  assert.deepEqual([odd.video?.displayWidth, odd.video?.displayHeight], [353, 201])
  const deep = (await probed(join(folder, clips.tenBit.file))).facts
  assert.equal(deep.video?.bitDepth, 10)
})

test('interlaced pictures are named with their first field', async () => {
  const { facts } = await probed(join(folder, clips.interlaced.file))
  assert.equal(facts.video?.fieldOrder, 'top-first')
  assert.ok(facts.oddities.includes('interlaced'))
  assert.equal((await probed(join(folder, clips.dv.file))).facts.video?.fieldOrder, 'bottom-first')
})

test('sound that begins late and sound with a gap are measured', async () => {
  const late = (await probed(join(folder, clips.lateSound.file))).facts
  // 0.7 s less one packet of lead-in, which the container counts as sound.
  assert.equal(late.audio[0]?.start, 678_000)
  assert.ok(late.oddities.includes('audio-starts-late'))
  const gap = (await probed(join(folder, clips.soundGap.file))).facts
  assert.deepEqual(gap.audio[0]?.gaps, { spans: [{ from: 810_000, to: 1_216_000 }], leftOut: 0 })
  assert.ok(gap.oddities.includes('audio-gaps'))
})

test('the first packets tell where sound begins as all of them do', async () => {
  for (const name of [
    'mp3',
    'wav',
    'soundOnly',
    'startsLateMkv',
    'editList',
    'transport',
    'lateSound',
  ] as const) {
    const { facts } = await probed(await makeClip(name, folder))
    await using file = await openMediaFile(join(folder, clips[name].file))
    const found = await probeSound(file, signal)
    assert.deepEqual(
      found.kind === 'sound' && found.audio.map(({ track, start }) => ({ track, start })),
      facts.audio.map(({ track, start }) => ({ track, start })),
      name,
    )
  }
})

test('cover art is no video, a second camera is said', async () => {
  const { facts } = await probed(await makeClip('cover', folder))
  assert.equal(facts.video, null)
  assert.deepEqual(facts.oddities, ['no-video'])
  const two = (await probed(join(folder, clips.twoCameras.file))).facts
  assert.deepEqual(two.otherVideoTracks, [1])
  assert.deepEqual(two.oddities, ['several-video-tracks', 'several-audio-tracks'])
})

test('sound that begins after the usual look ahead is found in a transport stream', async () => {
  const words =
    '-f lavfi -i testsrc2=size=160x120:rate=25:duration=9 -itsoffset 7.5 -f lavfi -i sine=duration=1'
  await generate(folder, 'buffer.ts', `${words} -c:v mpeg2video -c:a mp2`)
  const { facts } = await probed(join(folder, 'buffer.ts'))
  assert.equal(facts.audio.length, 1)
  assert.ok(facts.oddities.includes('audio-starts-late'))
})

test('claimed times are kept word for word with their cautions; places are only named', async () => {
  await generate(
    folder,
    'tagged.mov',
    "-f lavfi -i testsrc2=size=64x64:rate=5:duration=1 -c:v mjpeg -movflags use_metadata_tags -metadata creation_time=2020-05-04T03:02:01Z -metadata com.apple.quicktime.creationdate=2020-05-04T05:02:01+0200 -metadata com.apple.quicktime.make=Maker -metadata com.apple.quicktime.location.ISO6709=+10.0+020.0/ -metadata 'title=A name'",
  )
  const { facts } = await probed(join(folder, 'tagged.mov'))
  const whole = facts.claimedTimes.filter(claim => claim.track === null)
  assert.deepEqual(
    whole.map(claim => [claim.tag, claim.value, claim.cautions]),
    [
      ['creation_time', '2020-05-04T03:02:01Z', ['may-be-local-time', 'may-be-end-of-recording']],
      ['com.apple.quicktime.creationdate', '2020-05-04T05:02:01+0200', []],
    ],
  )
  assert.ok(facts.device.some(({ tag, value }) => tag === 'com.apple.quicktime.make' && value === 'Maker'))
  assert.ok(facts.privateTags.includes('com.apple.quicktime.location.ISO6709'))
  assert.ok(!JSON.stringify(facts).includes('+10.0'))
})
