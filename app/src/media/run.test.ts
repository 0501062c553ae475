import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { SightlineError } from '@sightline/core/errors'
import { makeClip } from '../../../test/cases/media/clips.ts'
import { openMediaFile } from './media-file.ts'
import { ffmpegVersion, formatsOpened, requireDone, runTool, sandboxDescription, toolWords } from './run.ts'
import { fenceWords, firstRun, type Sandbox } from './sandbox.ts'

const folder = await mkdtemp(join(tmpdir(), 'run-'))
after(() => rm(folder, { recursive: true }))
const signal = new AbortController().signal
const endless = ['-f', 'lavfi', '-i', 'testsrc2=size=64x64:rate=25', '-f', 'null', '-']

test('every run on a file carries the safe options and names the file by its descriptor only', async () => {
  const path = join(folder, 'secret-name')
  await writeFile(path, 'x')
  await using input = await openMediaFile(path)
  for (const tool of ['ffmpeg', 'ffprobe'] as const) {
    const words = toolWords({ tool, input, args: ['-f', 'null', '-'] })
    const text = words.join(' ')
    assert.ok(text.includes('-protocol_whitelist file,pipe'))
    assert.ok(text.includes(`-format_whitelist ${formatsOpened.join(',')}`))
    assert.ok(text.includes('-max_pixels 100000000'))
    assert.ok(text.includes('-i file:/proc/self/fd/3'))
    assert.ok(!text.includes('secret-name'))
  }
  assert.ok(toolWords({ tool: 'ffmpeg', input, args: [] }).includes('-nostdin'))
})

test('formats that name other files or addresses are not among those opened', () => {
  const opened: readonly string[] = formatsOpened
  for (const format of [
    'hls',
    'dash',
    'concat',
    'image2',
    'sdp',
    'rtsp',
    'rtp',
    'lavfi',
    'tee',
    'rawvideo',
    'imf',
  ])
    assert.ok(!opened.includes(format), format)
})

test('the fence shows no more than the system folders and one writable folder', () => {
  const sandbox = {
    prlimit: '/p',
    setpriv: '/s',
    bubblewrap: { path: '/b', root: ['--ro-bind', '/usr', '/usr'] },
  }
  const fence = { outputDir: '/case/work', memoryBytes: 10, outputBytes: 20, isRoot: false }
  const words = fenceWords(sandbox, fence).join(' ')
  assert.match(words, /^\/p --as=10 --fsize=20 --core=0 --nofile=256 -- \/b --ro-bind \/usr \/usr /)
  assert.match(words, /--unshare-net/)
  assert.match(words, /--bind \/case\/work \/out --chdir \/out --$/)
  assert.match(fenceWords(sandbox, { ...fence, outputDir: null }).join(' '), /--fsize=0 /)
})

test('the first run tries the fence out, and is made again without bubblewrap only where that does not work', async () => {
  const hoped: Sandbox = { prlimit: null, setpriv: null, bubblewrap: { path: '/b', root: [] } }
  const plain: Sandbox = { ...hoped, bubblewrap: null }
  const attempt = async (
    found: Sandbox,
    ends: (sandbox: Sandbox) => readonly ['done' | 'failed', boolean],
  ) => {
    const runs: Sandbox[] = []
    let trials = 0
    const find = async () => {
      trials++
      return found
    }
    const first = await firstRun(hoped, find, async sandbox => {
      runs.push(sandbox)
      const [kind, hasSpoken] = ends(sandbox)
      return { end: { kind }, hasSpoken }
    })
    return { kind: first.end.kind, isProven: first.isProven, runs: runs.length, trials }
  }
  const isFenced = ({ bubblewrap }: Sandbox) => bubblewrap !== null
  const well = await attempt(hoped, () => ['done', false])
  assert.deepEqual(well, { kind: 'done', isProven: true, runs: 1, trials: 0 })
  const damagedFile = await attempt(hoped, () => ['failed', true])
  assert.deepEqual(damagedFile, { kind: 'failed', isProven: true, runs: 1, trials: 0 })
  const unreadableFile = await attempt(hoped, () => ['failed', false])
  assert.deepEqual(unreadableFile, { kind: 'failed', isProven: false, runs: 1, trials: 1 })
  const brokenFence = await attempt(plain, sandbox =>
    isFenced(sandbox) ? ['failed', false] : ['done', true],
  )
  assert.deepEqual(brokenFence, { kind: 'done', isProven: false, runs: 2, trials: 1 })
})

test('the version and the fence can be told to the log', async () => {
  assert.match(await ffmpegVersion(), /^ffmpeg version \S+/)
  assert.match(await sandboxDescription(), /bubblewrap.*limits|bubblewrap.*prlimit/)
})

test('a tool can write only into the output folder', async t => {
  if (!(await sandboxDescription()).startsWith('bubblewrap'))
    return t.skip('bubblewrap does not work on this machine')
  const inside = join(folder, 'inside')
  await rm(inside, { recursive: true, force: true })
  const outputDir = await mkdtemp(join(folder, 'out-'))
  const source = ['-f', 'lavfi', '-i', 'sine=duration=0.1']
  for (const target of [join(folder, 'outside.wav'), '../outside.wav', '/tmp/outside-of-sightline.wav'])
    await runTool({
      tool: 'ffmpeg',
      input: null,
      args: [...source, target],
      outputDir,
      signal,
      timeLimitSeconds: 20,
    })
  assert.deepEqual(await readdir(outputDir), [])
  await assert.rejects(access(join(folder, 'outside.wav')))
  await assert.rejects(access('/tmp/outside-of-sightline.wav'))
})

test('cancelling ends the run, the process and everything it started', async () => {
  const stopper = new AbortController()
  let heard = 0
  const run = runTool({
    tool: 'ffmpeg',
    input: null,
    args: ['-progress', 'pipe:1', ...endless],
    onStdout: () => {
      heard++
      stopper.abort(new Error('enough'))
    },
    signal: stopper.signal,
    timeLimitSeconds: 60,
  })
  await assert.rejects(run, { code: 'cancelled' })
  assert.ok(heard > 0)
})

test('a run that was cancelled before it began starts nothing', async () => {
  const run = runTool({
    tool: 'ffmpeg',
    input: null,
    args: endless,
    signal: AbortSignal.abort(),
    timeLimitSeconds: 60,
  })
  await assert.rejects(run, { code: 'cancelled' })
})

test('a run longer than its limit ends with a timeout', async () => {
  const run = runTool({ tool: 'ffmpeg', input: null, args: endless, signal, timeLimitSeconds: 0.3 })
  await assert.rejects(run, { code: 'media.timeout' })
})

test('what a reader throws ends the run and reaches the caller', async () => {
  const broken = new Error('the reader is full')
  const run = runTool({
    tool: 'ffmpeg',
    input: null,
    args: ['-f', 'lavfi', '-i', 'sine', '-f', 's16le', 'pipe:4'],
    pipes: [
      () => {
        throw broken
      },
    ],
    signal,
    timeLimitSeconds: 60,
  })
  await assert.rejects(run, broken)
})

test('a slow reader holds the tool back instead of filling memory', async () => {
  await using input = await openMediaFile(await makeClip('thirty', folder))
  let open = 0
  let most = 0
  let bytes = 0
  const end = await runTool({
    tool: 'ffmpeg',
    input,
    args: ['-map', '0:v', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:4'],
    pipes: [
      async chunk => {
        most = Math.max(most, ++open)
        bytes += chunk.length
        await new Promise(resolve => setImmediate(resolve))
        open--
      },
    ],
    signal,
    timeLimitSeconds: 60,
  })
  assert.equal(end.kind, 'done')
  assert.equal(most, 1)
  assert.equal(bytes, 60 * 160 * 120)
})

test('the last words of a tool are kept, and no more than 4 kB of them', async () => {
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: ['-f', 'lavfi', '-i', `${'x'.repeat(9000)}`, '-f', 'null', '-'],
    signal,
    timeLimitSeconds: 60,
  })
  assert.equal(end.kind, 'failed')
  assert.ok(end.stderrTail.length > 0 && end.stderrTail.length <= 4096)
  assert.throws(
    () => requireDone(end, 'trying'),
    error => error instanceof SightlineError && error.code === 'media.failed',
  )
})

test('output that is read into the same room again and again is the same, and what its reader throws stops the tool', async () => {
  const made = [
    '-f',
    'lavfi',
    '-i',
    'anoisesrc=duration=20:seed=5:sample_rate=48000',
    '-f',
    's16le',
    'pipe:1',
  ]
  const hashOf = async (keepsNothing: boolean, isSlow: boolean) => {
    const hash = createHash('sha256')
    const end = await runTool({
      ...{ tool: 'ffmpeg', input: null, args: made, signal, timeLimitSeconds: 30, keepsNothing },
      onStdout: chunk => {
        hash.update(chunk)
        if (isSlow) return new Promise<void>(resolve => setImmediate(resolve))
      },
    })
    return [end.kind, hash.digest('hex')]
  }
  const kept = await hashOf(false, false)
  assert.equal(kept[0], 'done')
  assert.deepEqual(await hashOf(true, false), kept)
  assert.deepEqual(await hashOf(true, true), kept)
  const failing = runTool({
    ...{ tool: 'ffmpeg', input: null, args: made, signal, timeLimitSeconds: 30, keepsNothing: true },
    onStdout: () => {
      throw new Error('enough')
    },
  })
  await assert.rejects(failing, /enough/)
})
