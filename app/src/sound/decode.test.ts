import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { requireDone, runTool } from '../media/run.ts'
import { decodeSound, soundOrigin, soundTrackOf } from './decode.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-decode-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

/** Silence with a burst of noise at second 4, 50 ms long. */
const burst = "aevalsrc='(random(0)-0.5)*between(t,4,4.05)':s=48000:d=6"
const picture = 'color=c=gray:s=64x64:r=25:d=6'

/** Media time of the burst's onset in what was decoded. */
async function onsetOf(args: readonly string[], file: string): Promise<number> {
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [...args, file],
    outputDir: dir,
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, `making ${file}`)
  await using media = await openMediaFile(join(dir, file))
  const probed = await probe(media, signal)
  assert.equal(probed.kind, 'recording')
  const track = probed.kind === 'recording' ? soundTrackOf(probed.facts) : null
  assert.ok(track, `${file} has sound`)
  let at = 0
  let onset: number | null = null
  await decodeSound(media, track, signal, samples => {
    const loud = samples.findIndex(sample => Math.abs(sample) > 2000)
    if (onset === null && loud >= 0) onset = at + loud
    at += samples.length
  })
  assert.ok(onset !== null, 'the burst is heard')
  return soundOrigin(track) / 1e6 + onset / 8000
}

/** 1 ms: eight samples; a codec smears an onset by less. */
function assertNear(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 0.001, `expected the burst at ${expected} s, found ${found} s`)
}

const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', burst]

test('sound stands at its raw presentation time in the containers of phones, cameras and dictation machines', async () => {
  assertNear(await onsetOf([...inputs, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'], 'plain.mov'), 4)
  assertNear(await onsetOf([...inputs, '-c:v', 'mpeg4', '-c:a', 'aac'], 'aac.mp4'), 4)
  assertNear(await onsetOf(['-f', 'lavfi', '-i', burst, '-c:a', 'libopus'], 'opus.webm'), 4)
  assertNear(await onsetOf(['-f', 'lavfi', '-i', burst, '-ar', '44100', '-c:a', 'flac'], 'flac.flac'), 4)
  assertNear(await onsetOf(['-f', 'lavfi', '-i', burst, '-ar', '8000', '-c:a', 'pcm_mulaw'], 'mulaw.wav'), 4)
})

test('a recording that starts at 3.2 s keeps its sound at its own times', async () => {
  const found = await onsetOf(
    [...inputs, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le', '-output_ts_offset', '3.2'],
    'late.mkv',
  )
  assertNear(found, 7.2)
})

test('a sound track that begins later than the picture is not moved to the beginning', async () => {
  const late = ['-filter_complex', '[1:a]atrim=start=2.5[a]', '-map', '0:v', '-map', '[a]']
  assertNear(await onsetOf([...inputs, ...late, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'], 'late-sound.mov'), 4)
  assertNear(await onsetOf([...inputs, ...late, '-c:v', 'mpeg4', '-c:a', 'aac'], 'late-sound.mp4'), 4)
})

test('a stretch without packets is filled, so that what follows keeps its time', async () => {
  const gap = ['-filter_complex', "[1:a]aselect='not(between(t,1,3))'[a]", '-map', '0:v', '-map', '[a]']
  assertNear(await onsetOf([...inputs, ...gap, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'], 'gap.mkv'), 4)
})
