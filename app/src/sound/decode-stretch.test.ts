import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { requireDone, runTool } from '../media/run.ts'
import { soundTrackOf } from './decode.ts'
import { decodeStretch } from './decode-stretch.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-stretch-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

/** A tone that never repeats within the file, so that a stretch fits at one place only. */
const sweep = "aevalsrc='0.5*sin(2*PI*(200+300*t)*t)':s=48000:d=9"

/** Stretches of a file and the same taken out of all of it decoded at once, as the largest difference of a sample. */
async function worst(
  args: readonly string[],
  file: string,
  firsts: readonly number[],
  isExact: boolean,
): Promise<void> {
  const made = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: ['-f', 'lavfi', '-i', sweep, ...args, file],
    outputDir: dir,
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(made, `making ${file}`)
  await using media = await openMediaFile(join(dir, file))
  const probed = await probe(media, signal)
  const track = probed.kind === 'recording' ? soundTrackOf(probed.facts) : null
  assert.ok(track, `${file} has sound`)
  const whole = await decodeStretch(media, track, { first: 0, count: 48_000 * 14 }, signal)
  assert.ok(whole.some(sample => Math.abs(sample) > 10_000))
  for (const first of firsts) {
    const stretch = await decodeStretch(media, track, { first, count: 4800 }, signal)
    const differences = stretch.map((sample, n) => Math.abs(sample - (whole[first + n] ?? 0)))
    const largest = Math.max(...differences)
    assert.ok(
      largest <= (isExact ? 0 : 300),
      `${file} from sample ${first}: samples differ by up to ${largest}`,
    )
  }
}

test('a stretch of sound is the same to the sample as that stretch of the whole, wherever it begins', async () => {
  await worst(['-c:a', 'pcm_s16le'], 'plain.wav', [0, 1, 123_457, 400_003], true)
  await worst(
    ['-c:a', 'aac', '-b:a', '192k', '-output_ts_offset', '1.5'],
    'late.mp4',
    [71_999, 240_001, 430_013],
    false,
  )
})

test('what a track lacks is silence: before its beginning, and after its end', async () => {
  await using media = await openMediaFile(join(dir, 'late.mp4'))
  const probed = await probe(media, signal)
  const track = probed.kind === 'recording' ? soundTrackOf(probed.facts) : null
  assert.ok(track)
  const before = await decodeStretch(media, track, { first: 0, count: 48_000 }, signal)
  assert.ok(before.every(sample => sample === 0))
  const last = await decodeStretch(media, track, { first: 48_000 * 12, count: 4800 }, signal)
  assert.ok(last.every(sample => sample === 0))
})
