import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import type { MediaMicros } from '@sightline/core/time'
import {
  type ClipName,
  clips,
  generate,
  greyOf,
  makeClip,
  makeCounted,
} from '../../../test/cases/media/clips.ts'
import { openMediaFile } from './media-file.ts'
import { probe } from './probe.ts'
import { proveEqual } from './proof.ts'
import { makeReview, type Review } from './review.ts'
import { planReview, proxySize, proxyTimescale } from './review-plan.ts'
import { requireDone, runTool } from './run.ts'

const folder = await mkdtemp(join(tmpdir(), 'review-'))
after(() => rm(folder, { recursive: true }))
const signal = new AbortController().signal
let reviews = 0

interface Made extends Review {
  readonly out: string
  readonly heard: Int16Array
  readonly origin: MediaMicros | null
  readonly progress: readonly number[]
}

async function reviewed(path: string): Promise<Made> {
  await using file = await openMediaFile(path)
  const found = await probe(file, signal)
  if (found.kind === 'refused') assert.fail(found.why.message)
  const out = join(folder, `out-${reviews++}`)
  await mkdir(out)
  const heard: number[] = []
  const progress: number[] = []
  let origin: MediaMicros | null = null
  const made = await makeReview({
    file,
    facts: found.facts,
    frameTimes: found.frameTimes,
    outputDir: out,
    signal,
    onSound: (samples, at) => {
      origin = at
      heard.push(...samples)
    },
    onProgress: fraction => progress.push(fraction),
  })
  if (made.kind === 'refused') assert.fail(made.why.message)
  return { ...made, out, heard: Int16Array.from(heard), origin, progress }
}

/** The brightness of every frame of a file as decoded, in presentation order. */
async function greysOf(path: string): Promise<readonly number[]> {
  await using input = await openMediaFile(path)
  const greys: number[] = []
  const end = await runTool({
    tool: 'ffmpeg',
    input,
    args: [
      ...['-map', '0:v', '-vf', 'scale=1:1:flags=area,format=gray'],
      ...['-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:4'],
    ],
    pipes: [
      chunk => {
        greys.push(...chunk)
      },
    ],
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, 'decoding')
  return greys
}

/** Media seconds at which the sound first rises above a fifth of full scale after `from`. */
function burstAfter(made: Made, from: number): number {
  const origin = (made.origin ?? Number.NaN) / 1e6
  const at = made.heard.findIndex((sample, n) => origin + n / 8000 > from && Math.abs(sample) > 6500)
  assert.ok(at >= 0, 'a burst is heard')
  return origin + at / 8000
}

const proven: readonly ClipName[] = [
  ...([
    'ntsc',
    'pal',
    'variable',
    'longGop',
    'rotated',
    'startsLate',
    'startsLateMkv',
    'editList',
    'hevc',
  ] as const),
  ...([
    'vp9',
    'av1',
    'packedAvi',
    'mjpeg',
    'prores',
    'dv',
    'odd',
    'tenBit',
    'interlaced',
    'windowsMedia',
  ] as const),
]

for (const name of proven)
  test(`the review copy shows its frames at the original's times: ${name}`, async () => {
    const made = await reviewed(await makeClip(name, folder))
    assert.deepEqual(made.proof, { frames: made.proof?.frames, isEqual: true, firstDifference: null })
    assert.ok((made.proof?.frames ?? 0) >= 24)
    assert.equal(made.indexDifference, null)
    assert.equal(made.partial, null)
    assert.equal(made.decodeErrors, 0)
    assert.deepEqual(await readdir(made.out), ['poster.jpg', 'proxy.mp4', 'strip.jpg'])
  })

test('a time that is one tick off, a missing frame and a further frame are told with the frame', () => {
  const timeBase = { num: 1, den: 15_360 }
  const expected = { ticks: Float64Array.of(0, 512, 1024), timeBase }
  const twice = { num: 1, den: 30_720 }
  assert.ok(proveEqual(expected, { ticks: Float64Array.of(0, 1024, 2048), timeBase: twice }).isEqual)
  assert.deepEqual(
    proveEqual(expected, { ticks: Float64Array.of(0, 1024, 2049), timeBase: twice }).firstDifference,
    {
      frame: 2,
      expected: 66_667,
      found: 66_699,
    },
  )
  assert.equal(
    proveEqual(expected, { ticks: Float64Array.of(0, 512), timeBase }).firstDifference?.found,
    null,
  )
  assert.equal(
    proveEqual(expected, { ticks: Float64Array.of(0, 512, 1024, 1536), timeBase }).firstDifference?.frame,
    3,
  )
})

const counted = {
  'long GOP with B-frames': ['counted.mp4', '-c:v libx264 -g 250 -bf 3 -c:a aac', ''],
  'variable rate': [
    'variable.mkv',
    '-c:v libx264 -bf 2 -c:a pcm_s16le -fps_mode vfr',
    ",select='mod(n\\,4)*mod(n\\,7)'",
  ],
  'starting at 3.2 s': ['late.ts', '-c:v libx264 -bf 2 -c:a mp2 -output_ts_offset 1.8 -muxdelay 0.7', ''],
} as const

for (const [what, [file, encoding, picture]] of Object.entries(counted))
  test(`each frame of the review copy is the frame of its number: ${what}`, async () => {
    const path = await makeCounted(folder, file, { encoding, picture })
    const made = await reviewed(path)
    const original = await greysOf(path)
    const copy = await greysOf(join(made.out, 'proxy.mp4'))
    assert.equal(copy.length, made.proof?.frames)
    const numberOf = (grey: number) => Math.round((grey - greyOf(0)) / 3)
    assert.deepEqual(copy.map(numberOf), original.map(numberOf))
    if (picture === '')
      assert.deepEqual(
        copy.map(numberOf),
        Array.from({ length: 60 }, (_, n) => n),
      )
    assert.ok(made.proof?.isEqual)
  })

test('sound keeps its time: in the 8 kHz stream and in the review copy, on a recording that starts at 3.2 s', async () => {
  const made = await reviewed(join(folder, 'late.ts'))
  // The burst stands at 1 s of a source that was shifted by 3.2 s.
  assert.ok(Math.abs(burstAfter(made, 3) - 4.2) < 0.001, `heard at ${burstAfter(made, 3)}`)
  const again = await reviewed(join(made.out, 'proxy.mp4'))
  assert.ok(Math.abs(burstAfter(again, 3) - 4.2) < 0.001, `heard at ${burstAfter(again, 3)} in the copy`)
})

test('a gap in the sound is filled, so that what follows keeps its time', async () => {
  const gap = "-af aselect='not(between(t\\,0.4\\,0.9))'"
  const path = await makeCounted(folder, 'gap.mkv', {
    encoding: `-c:v libx264 -c:a pcm_s16le ${gap}`,
    burstsAt: [0.2, 1.5],
  })
  const made = await reviewed(path)
  assert.ok(Math.abs(burstAfter(made, 0) - 0.2) < 0.001)
  assert.ok(Math.abs(burstAfter(made, 1) - 1.5) < 0.001, `heard at ${burstAfter(made, 1)}`)
  // The container counts in milliseconds: within two of them.
  assert.ok(Math.abs(made.heard.length - 16_000) <= 16, `${made.heard.length} samples`)
  const copy = await reviewed(join(made.out, 'proxy.mp4'))
  assert.ok(Math.abs(burstAfter(copy, 1) - 1.5) < 0.001, `heard at ${burstAfter(copy, 1)} in the copy`)
})

test('sound that begins late begins at its own time', async () => {
  const made = await reviewed(await makeClip('lateSound', folder))
  assert.equal(made.origin, 678_000)
})

test('the review copy can be sought quickly: a key frame every 15, no reordering, index first', async () => {
  const { out } = await reviewed(join(folder, clips.longGop.file))
  await using file = await openMediaFile(join(out, 'proxy.mp4'))
  let text = ''
  const end = await runTool({
    tool: 'ffprobe',
    input: file,
    args: [
      ...['-loglevel', 'error', '-select_streams', 'v:0', '-of', 'csv=p=0'],
      '-show_entries',
      'packet=pts,dts,flags',
    ],
    onStdout: chunk => {
      text += Buffer.from(chunk).toString()
    },
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, 'reading')
  const packets = text
    .trim()
    .split('\n')
    .map(line => line.split(','))
  assert.ok(packets.every(([pts, dts]) => pts === dts))
  assert.deepEqual(
    packets.map(([, , flags]) => flags?.startsWith('K') ?? false),
    packets.map((_, frame) => frame % 15 === 0),
  )
  const bytes = await readFile(join(out, 'proxy.mp4'))
  assert.ok(bytes.indexOf('moov') < bytes.indexOf('mdat'))
})

test('pictures are upright, square and of even sides; never enlarged', async () => {
  const sizes = []
  for (const name of ['rotated', 'anamorphic', 'odd', 'dv'] as const)
    sizes.push((await reviewed(await makeClip(name, folder))).proxy.size)
  assert.deepEqual(sizes, [
    { width: 120, height: 160 },
    { width: 208, height: 120 },
    { width: 352, height: 200 },
    { width: 768, height: 576 },
  ])
})

test('a turned picture is turned the way its container says', async () => {
  await generate(
    folder,
    'left.mp4',
    "-f lavfi -i nullsrc=size=128x64:rate=5:duration=1,format=gray,geq=lum='if(lt(X\\,64)\\,235\\,16)' -c:v libx264 -pix_fmt yuv420p",
  )
  await generate(folder, 'turned.mp4', '-i left.mp4 -c copy -metadata:s:v rotate=90')
  const made = await reviewed(join(folder, 'turned.mp4'))
  const halves = async (path: string, filter: string) => {
    await using input = await openMediaFile(path)
    const bytes: number[] = []
    const args = ['-map', '0:v', '-vf', filter, '-frames:v', '1', '-f', 'rawvideo', 'pipe:4']
    const pipes = [
      (chunk: Uint8Array) => {
        bytes.push(...chunk)
      },
    ]
    requireDone(
      await runTool({ tool: 'ffmpeg', input, args, pipes, signal, timeLimitSeconds: 60 }),
      'decoding',
    )
    return bytes.map(grey => grey > 120)
  }
  const upright = await halves(join(folder, 'turned.mp4'), 'scale=1:2:flags=area,format=gray')
  assert.deepEqual(await halves(join(made.out, 'proxy.mp4'), 'scale=1:2:flags=area,format=gray'), upright)
  assert.notEqual(upright[0], upright[1])
})

test('the strip names the time of the frame in each of its pictures', async () => {
  const made = await reviewed(join(folder, 'late.ts'))
  assert.deepEqual(made.strip?.times, [3_200_000, 3_700_000, 4_200_000, 4_700_000])
  assert.deepEqual(made.strip?.thumb, { width: 64, height: 48 })
  const greys = await stripGreys(join(made.out, 'strip.jpg'), made.strip?.columns ?? 0)
  assert.deepEqual(
    greys.map(grey => Math.round((grey - greyOf(0)) / 3)),
    [0, 15, 30, 45],
  )
})

async function stripGreys(path: string, columns: number): Promise<readonly number[]> {
  const parts: number[] = []
  const args = ['-i', 'strip.jpg', '-vf', `scale=${columns}:1:flags=area,format=gray`]
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [...args, '-f', 'rawvideo', 'pipe:4'],
    outputDir: join(path, '..'),
    pipes: [
      chunk => {
        parts.push(...chunk)
      },
    ],
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, 'reading the strip')
  return parts
}

test('sound alone makes a copy of sound alone', async () => {
  const made = await reviewed(await makeClip('soundOnly', folder))
  assert.deepEqual(made.proxy, { name: 'proxy.m4a', size: null, hasSound: true })
  assert.deepEqual(await readdir(made.out), ['proxy.m4a'])
  assert.equal(made.proof, null)
  assert.equal(made.partial, null)
})

test('without a listener the copy has its sound all the same', async () => {
  await using file = await openMediaFile(join(folder, clips.longGop.file))
  const found = await probe(file, signal)
  if (found.kind === 'refused') assert.fail(found.why.message)
  const outputDir = await mkdtemp(join(folder, 'unheard-'))
  const made = await makeReview({ file, facts: found.facts, frameTimes: found.frameTimes, outputDir, signal })
  if (made.kind === 'refused') assert.fail(made.why.message)
  assert.equal(made.sound, null)
  assert.ok(made.proxy.hasSound)
  await using copy = await openMediaFile(join(outputDir, 'proxy.mp4'))
  const again = await probe(copy, signal)
  if (again.kind === 'refused') assert.fail(again.why.message)
  assert.equal(again.facts.audio[0]?.codec, 'aac')
})

test('frames without times get those that decoding gives', async () => {
  const made = await reviewed(await makeClip('rawH264', folder))
  assert.equal(made.frameTimes?.boundaries.length, 51)
  assert.ok(made.proof?.isEqual)
})

test('cancelling a review ends it', async () => {
  await using file = await openMediaFile(join(folder, clips.longGop.file))
  const found = await probe(file, signal)
  if (found.kind === 'refused') assert.fail(found.why.message)
  const out = await mkdtemp(join(folder, 'cancelled-'))
  const stopper = new AbortController()
  const run = makeReview({
    file,
    facts: found.facts,
    frameTimes: null,
    outputDir: out,
    signal: stopper.signal,
    onSound: () => stopper.abort(),
  })
  await assert.rejects(run, { code: 'cancelled' })
})

test('the copy is at most 720 on its short side and its ticks divide the original’s', () => {
  const video = { displayWidth: 3840, displayHeight: 2160 } as Parameters<typeof proxySize>[0]
  assert.deepEqual(proxySize(video), { width: 1280, height: 720 })
  assert.deepEqual(proxySize({ ...video, displayWidth: 1080, displayHeight: 1920 }), {
    width: 720,
    height: 1280,
  })
  for (const den of [25, 600, 1000, 15_360, 90_000, 1_000_000]) {
    const ticks = proxyTimescale({ num: 1, den })
    assert.equal(ticks % den, 0)
    assert.ok(ticks >= 10_000)
  }
})

test('a recording whose sound begins long after its picture is looked at for longer', async () => {
  await using file = await openMediaFile(join(folder, clips.lateSound.file))
  const found = await probe(file, signal)
  if (found.kind === 'refused') assert.fail(found.why.message)
  const { facts } = found
  const tracks = { video: facts.video, audio: facts.audio[0] ?? null }
  assert.ok(!planReview(facts, tracks, false).inputOptions.includes('-analyzeduration'))
  const later = {
    ...facts,
    audio: facts.audio.map(track => ({ ...track, start: 30_000_000 as MediaMicros })),
  }
  assert.ok(planReview(later, tracks, false).inputOptions.includes('-analyzeduration'))
})
