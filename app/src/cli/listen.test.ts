import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { throughChannel, toSamples } from '../../../test/cases/listening/channel.ts'
import { makeScene, plainPlan } from '../../../test/cases/listening/scene.ts'
import { addAt, rate } from '../../../test/cases/listening/sharp-sounds.ts'
import { wav } from '../../../test/cases/sound/wav.ts'
import { requireDone, runTool } from '../media/run.ts'
import { exitCodes } from './io.ts'
import { listenCommand } from './listen.ts'
import { ListenReport } from './listen-report.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-listen-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

const scene = makeScene({
  ...plainPlan,
  seed: 424_242,
  seconds: 24,
  snrDb: [18, 28],
  every: 3,
  speechPerTen: 1.5,
})
const plain = throughChannel('plain', scene.samples)
writeFileSync(join(dir, 'street.wav'), wav(plain.samples, plain.rate))

async function make(args: readonly string[], file: string): Promise<string> {
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [...args, file],
    outputDir: dir,
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, `making ${file}`)
  return join(dir, file)
}

async function listen(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await listenCommand(args, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    signal,
  })
  return { code, out, err }
}

const parsed = (out: string) => ListenReport.parse(JSON.parse(out)).files

/** How many of the scene's impulses are listed within 2 ms of their place, moved by `lateSeconds`. */
function heardOf(impulses: readonly { readonly at: number }[], lateSeconds = 0): number {
  return scene.impulses.filter(({ at }) =>
    impulses.some(each => Math.abs(each.at - at - lateSeconds) < 0.002),
  ).length
}

test('impulses and speech of a street are listed at their raw presentation times, in any container', async () => {
  const input = ['-i', 'street.wav']
  const files = [
    join(dir, 'street.wav'),
    await make([...input, '-c:a', 'aac', '-b:a', '96k'], 'street.m4a'),
    await make([...input, '-c:a', 'libopus', '-b:a', '96k'], 'street.webm'),
    await make([...input, '-c:a', 'pcm_s16le', '-output_ts_offset', '3.2'], 'street.mkv'),
  ]
  for (const file of files) {
    const { code, out, err } = await listen(['--json', file])
    assert.deepEqual([code, err], [exitCodes.done, ''])
    const [heard] = parsed(out)
    assert.ok(heard)
    const late = file.endsWith('.mkv') ? 3.2 : 0
    const found = heardOf(heard.impulses, late)
    assert.ok(found >= scene.impulses.length - 1, `${file}: ${found} of ${scene.impulses.length}`)
    assert.ok(heard.impulses.length <= scene.impulses.length + 1, `${file}: ${heard.impulses.length} listed`)
    for (const { from, to } of scene.speech)
      assert.ok(
        heard.speech.some(each => each.from < to + late && each.to > from + late),
        `${file}: speech from ${from} s is found`,
      )
    assert.equal(heard.transcript, null)
  }
})

test('an echo is marked with what it is an echo of, and is in no group', async () => {
  const echoed = addAt(scene.samples.slice(), scene.samples, Math.round(0.11 * rate), 0.4)
  writeFileSync(join(dir, 'wall.wav'), wav(toSamples(echoed), rate))
  const [heard] = parsed((await listen(['--json', join(dir, 'wall.wav')])).out)
  assert.ok(heard)
  const counted = heard.impulses.filter(({ echoOf }) => echoOf === null)
  assert.ok(heardOf(counted) >= scene.impulses.length - 1)
  assert.ok(counted.length <= scene.impulses.length + 1, `${counted.length} are counted`)
  for (const { at, echoOf, group } of heard.impulses)
    if (echoOf !== null) {
      assert.equal(group, null)
      assert.ok(Math.abs(at - echoOf - 0.11) < 0.003, `${at} is an echo of ${echoOf}`)
    }
})

test('hearings of one impulse by files that share sound are joined', async () => {
  const far = Float32Array.from(scene.samples.subarray(Math.round(2.5 * rate)), value => 0.6 * value)
  writeFileSync(join(dir, 'far.wav'), wav(toSamples(far), rate))
  const { out } = await listen(['--json', join(dir, 'street.wav'), join(dir, 'far.wav')])
  const [near, second] = parsed(out)
  assert.ok(near && second)
  const joined = second.impulses.filter(({ group }) => near.impulses.some(each => each.group === group))
  assert.ok(joined.length >= second.impulses.length - 1 && joined.length > 4)
  for (const { at, group } of joined) {
    const other = near.impulses.find(each => each.group === group)
    assert.ok(Math.abs((other?.at ?? 0) - at - 2.5) < 0.002)
  }
})

test('what is below the threshold is listed only when asked for', async () => {
  const kitchen = makeScene({ ...plainPlan, seed: 77, seconds: 10, every: 100, smallPerTen: 6 })
  writeFileSync(join(dir, 'kitchen.wav'), wav(toSamples(kitchen.samples), rate))
  const usual = parsed((await listen(['--json', join(dir, 'kitchen.wav')])).out)[0]
  const all = parsed((await listen(['--json', '--all', join(dir, 'kitchen.wav')])).out)[0]
  assert.ok(usual && all)
  assert.ok(all.impulses.length > usual.impulses.length)
  assert.ok(all.impulses.every(({ score }) => score !== undefined))
})

test('files without sound, empty, cut short and not of sound are told apart, and never stop the others', async () => {
  const mute = await make(['-f', 'lavfi', '-i', 'color=c=gray:s=64x64:r=25:d=2', '-c:v', 'mpeg4'], 'mute.mp4')
  const empty = join(dir, 'empty.wav')
  writeFileSync(empty, '')
  const cut = join(dir, 'cut.wav')
  writeFileSync(cut, readFileSync(join(dir, 'street.wav')).subarray(0, 200_001))
  const text = join(dir, 'text.wav')
  writeFileSync(text, 'not a recording')
  const short = join(dir, 'short.wav')
  writeFileSync(short, wav(new Int16Array(7), 48_000))
  const { code, out, err } = await listen(['--json', mute, empty, cut, text, short, join(dir, 'none.wav')])
  assert.equal(code, exitCodes.input)
  for (const name of ['empty.wav', 'text.wav', 'none.wav']) assert.match(err, new RegExp(name))
  assert.match(err, /cut\.wav: read only in part: the file ends before/)
  assert.doesNotMatch(err, /short\.wav/)
  assert.deepEqual(
    parsed(out).map(({ file }) => file),
    [mute, cut, short],
  )
  const [without] = parsed(out)
  assert.deepEqual([without?.speech, without?.impulses], [[], []])
  assert.equal((await listen([empty])).out, '', 'nothing is said of what could not be heard')
  const { out: table } = await listen([mute])
  assert.match(table, /mute\.mp4\n {2}no sound: there was nothing to listen to\n\n/)
})

test('a call without files is wrong usage', async () => {
  await assert.rejects(listen(['--json']), { code: 'usage.wrong' })
})
