import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { openMediaFile } from '../media/media-file.ts'
import { probeSound } from '../media/probe.ts'
import { requireDone, runTool } from '../media/run.ts'
import { decodeFullSound, fullRateOf, soundOrigin, soundTrackOf } from './decode.ts'
import { decodeAtOnce } from './decode-at-once.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-decode-at-once-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

const noise = ['-f', 'lavfi', '-i', "aevalsrc='(random(0)-0.5)*between(t,0.1,0.4)':s=48000:d=0.5"]
const two = ['-f', 'lavfi', '-i', 'aevalsrc=(random(0)-0.5)|(random(1)-0.5):s=44100:d=0.5']
const picture = ['-f', 'lavfi', '-i', 'color=c=gray:s=64x64:r=25:d=0.5']

async function made(args: readonly string[], file: string): Promise<string> {
  const end = await runTool({
    ...{ tool: 'ffmpeg', input: null, args: [...args, file], outputDir: dir, signal, timeLimitSeconds: 60 },
  })
  requireDone(end, `making ${file}`)
  return file
}

/** What is decoded after probing. */
async function probedSound(file: string) {
  await using media = await openMediaFile(join(dir, file))
  const probed = await probeSound(media, signal)
  const track = probed.kind === 'sound' ? soundTrackOf(probed) : null
  assert.ok(track && probed.kind === 'sound')
  const samples: number[] = []
  await decodeFullSound(media, track, signal, piece => {
    samples.push(...piece)
  })
  const rate = fullRateOf(track)
  return { rate, origin: soundOrigin(track, rate), samples, endsEarly: probed.endsEarly }
}

/** What is decoded at once; null where the file has to be probed. */
async function soundAtOnce(file: string) {
  await using media = await openMediaFile(join(dir, file))
  const samples: number[] = []
  let told: { rate: number; origin: number } | null = null
  const end = await decodeAtOnce(media, signal, async track => {
    told = { rate: track.sampleRate, origin: soundOrigin(track, track.sampleRate) }
    return piece => {
      samples.push(...piece)
    }
  })
  return end && { ...(told as { rate: number; origin: number } | null), samples, ...end }
}

test('a plain recording is decoded without being probed, to the same samples at the same time', async () => {
  const files = [
    await made([...picture, '-itsoffset', '0.37', ...two, '-c:v', 'mpeg4', '-c:a', 'aac'], 'film.mov'),
    await made([...noise, '-c:a', 'pcm_s16le', '-output_ts_offset', '2.00013'], 'late.mkv'),
    await made([...noise, '-c:a', 'libmp3lame'], 'one.mp3'),
  ]
  for (const file of files) assert.deepEqual(await soundAtOnce(file), await probedSound(file), file)
})

test('a file that ends before it says it does is told so', async () => {
  const whole = readFileSync(join(dir, await made([...noise, '-ar', '11025'], 'whole.wav')))
  writeFileSync(join(dir, 'short.wav'), whole.subarray(0, 9000))
  assert.equal((await soundAtOnce('whole.wav'))?.endsEarly, false)
  assert.equal((await soundAtOnce('short.wav'))?.endsEarly, true)
})

test('what might be otherwise than it seems is left to be probed', async () => {
  const tracks = [...noise, ...two, '-map', '0', '-map', '1', '-c:a', 'aac']
  const files = [
    await made(tracks, 'tracks.m4a'),
    await made([...noise, '-c:a', 'libopus'], 'opus.mkv'),
    await made([...two, '-ar', '96000'], 'fast.wav'),
    await made([...noise, '-c:a', 'aac'], 'sound.ts'),
  ]
  const damaged = readFileSync(join(dir, 'late.mkv'))
  damaged.fill(0xa5, 9000, 11_000)
  writeFileSync(join(dir, 'damaged.mkv'), damaged)
  writeFileSync(join(dir, 'none.wav'), '')
  for (const file of [...files, 'damaged.mkv', 'none.wav'])
    assert.equal((await soundAtOnce(file)) === null, true, file)
})

test('sound that goes on in two channels where it began with one is left to be probed', async () => {
  const parts = ['one.mp3', await made([...two, '-c:a', 'libmp3lame', '-ar', '48000'], 'two.mp3')]
  writeFileSync(join(dir, 'parts.mp3'), Buffer.concat(parts.map(part => readFileSync(join(dir, part)))))
  assert.equal((await soundAtOnce('parts.mp3')) === null, true)
})
