// A film whose every frame has its own grey: what goes out can be told from what was left out by looking.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Recording } from '@sightline/core/case'
import { mediaMicros } from '@sightline/core/time'
import { generate } from '../../../test/cases/media/clips.ts'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { type Cut, cutRecording } from './cut-recording.ts'
import { makeSmallCopy } from './small-copy.ts'

let dir: string
before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-cut-'))
  await generate(
    dir,
    'film.mp4',
    `-f lavfi -i color=black:size=64x48:rate=25:duration=2,geq=lum='30+N*4':cb=128:cr=128 -f lavfi -i sine=frequency=440:sample_rate=48000:duration=2 -output_ts_offset 1 -c:v libx264 -preset ultrafast -crf 10 -g 15 -bf 0 -c:a aac`,
  )
})
after(() => rmSync(dir, { recursive: true }))

const { signal } = new AbortController()
/** Frames by number in the whole film, which begins at one second. */
const at = (frame: number) => mediaMicros(1_000_000 + frame * 40_000)

async function cut(parts: readonly (readonly [from: number, to: number])[]): Promise<Cut> {
  const workDir = mkdtempSync(join(dir, 'work-'))
  const proxy = join(dir, 'film.mp4')
  await using media = await openMediaFile(proxy)
  const probed = await probe(media, signal)
  assert.equal(probed.kind, 'recording')
  const { facts, frameTimes } = probed
  const recording = { probe: { kind: 'probed', facts, frames: null } } as unknown as Recording
  const asked = parts.map(([from, to]) => ({ from: at(from), to: at(to) }))
  return await cutRecording({
    recording,
    title: 'A film',
    proxy,
    frames: frameTimes,
    parts: asked,
    workDir,
    signal,
  })
}

/** The mean grey of each frame and its spread; the loudness of each hundredth of a second of sound. */
function decoded(file: string) {
  const raw = (...args: readonly string[]) =>
    execFileSync('ffmpeg', ['-v', 'error', '-i', file, ...args, 'pipe:1'], { maxBuffer: 2 ** 28 })
  const video = raw('-map', '0:v', '-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray')
  const size = 64 * 48
  const frames = Array.from({ length: video.length / size }, (_, n) => {
    const pixels = [...video.subarray(n * size, (n + 1) * size)]
    const mean = pixels.reduce((sum, each) => sum + each, 0) / size
    return { mean, spread: Math.max(...pixels) - Math.min(...pixels) }
  })
  const pcm = raw('-map', '0:a', '-f', 's16le', '-ac', '1', '-ar', '48000')
  const samples = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1)
  const loudness = Array.from({ length: Math.floor(samples.length / 480) }, (_, n) =>
    Math.max(...samples.subarray(n * 480, (n + 1) * 480).map(Math.abs)),
  )
  return { frames, loudness }
}

test('two parts go out as one file: their frames at their own times, bars and silence between, nothing else', async () => {
  const made = await cut([
    [10, 15],
    [30, 33],
  ])
  assert.deepEqual(
    made.parts.map(({ from, to, frames }) => [from, to, frames]),
    [
      [at(10), at(15), [10, 14]],
      [at(30), at(33), [30, 32]],
    ],
  )
  assert.deepEqual([...(made.frames?.boundaries ?? [])], [10, 11, 12, 13, 14, 15, 30, 31, 32, 33].map(at))
  const { frames, loudness } = decoded(made.file)
  assert.equal(frames.length, 9)
  for (const [index, frame] of [10, 11, 12, 13, 14, null, 30, 31, 32].entries()) {
    const { mean, spread } = frames[index] ?? { mean: 0, spread: 0 }
    if (frame === null) assert.ok(spread > 20 && Math.abs(mean - 124) < 4, 'bars, whatever was below them')
    else assert.ok(spread < 8 && Math.abs(mean - grey(frame)) <= 2, `frame ${frame}: ${mean}`)
  }
  assert.ok(
    loudness.slice(2, 19).every(each => each > 1000),
    'the first part is heard',
  )
  assert.ok(
    loudness.slice(23, 78).every(each => each < 100),
    'nothing between the parts',
  )
  assert.ok(
    loudness.slice(83, 90).every(each => each > 1000),
    'the second part is heard',
  )
  assert.ok(loudness.length <= 95, 'and nothing behind it')
  const { start, end, video } = made.facts
  assert.deepEqual([video?.frames, video?.start], [9, at(10)])
  assert.ok(
    Math.abs((start ?? 0) - at(10)) < 30_000 && (end ?? 0) <= at(33) + 30_000,
    'facts of the cut, in the time of the whole',
  )
  const spans = JSON.parse(
    Buffer.from((made.outputs.get('sound') as { bytes: Uint8Array }).bytes).toString('utf8'),
  ).spans
  assert.ok(
    spans.every((each: { from: number }) => each.from >= at(10) - 30_000),
    'sound measured from the cut',
  )
})

test('the same parts give the same bytes; a part in which no frame begins is refused', async () => {
  const [one, two] = [await cut([[4, 20]]), await cut([[4, 20]])]
  assert.deepEqual(readFileSync(one.file), readFileSync(two.file))
  await assert.rejects(cut([[0.2, 0.8]]), /no frame of it begins/)
})

/** Limited range, as it comes out of the decoder as full range. */
function grey(frame: number): number {
  return Math.round(((30 + frame * 4 - 16) * 255) / 219)
}

test('a small copy has smaller pictures at the very same times, and a tenth of the data of a rich one', async () => {
  await generate(
    dir,
    'rich.mp4',
    `-f lavfi -i testsrc2=size=1280x720:rate=30:duration=1,noise=alls=12:allf=t -f lavfi -i sine=frequency=440:duration=1 -output_ts_offset 1 -c:v libx264 -preset ultrafast -crf 20 -g 15 -bf 0 -pix_fmt yuv420p -c:a aac`,
  )
  const [from, to] = [join(dir, 'rich.mp4'), join(dir, 'small.mp4')]
  const read = async (path: string) => {
    await using media = await openMediaFile(path)
    const probed = await probe(media, signal)
    assert.equal(probed.kind, 'recording')
    return probed
  }
  const rich = await read(from)
  await makeSmallCopy(from, to, { title: 'A film', video: rich.facts.video, signal })
  const small = await read(to)
  assert.deepEqual(small.frameTimes?.boundaries.subarray(0, 30), rich.frameTimes?.boundaries.subarray(0, 30))
  assert.deepEqual([small.facts.video?.displayWidth, small.facts.video?.displayHeight], [640, 360])
  assert.ok(small.facts.bytes * 10 < rich.facts.bytes, `${small.facts.bytes} of ${rich.facts.bytes} bytes`)
})
