import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import type { Listing } from '@sightline/core/case'
import { type RoomProcess, sightline, startRoom } from '../../../test/cases/room-process.ts'

function scratch(context: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-cli-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Two recordings of one sound, two seconds apart; the second starts at 3.2 s of its own time. */
function recordings(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const sound =
    "aevalsrc='0.3*sin(2*PI*t*(200+90*sin(2.1*t)+60*sin(5.7*t)))*gt(sin(4.7*t)+sin(7.9*t)+sin(1.3*t),0.4)+0.1*(random(0)-0.5)':s=16000:d=14"
  const wav = join(folder, '..', 'sound.wav')
  const make = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args])
  make('-f', 'lavfi', '-i', sound, wav)
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=160x120:r=25:d=11']
  const codecs = ['-c:v', 'mpeg4', '-c:a', 'aac', '-t', '11']
  make(...picture, '-i', wav, ...codecs, join(folder, 'a.mp4'))
  make(...picture, '-ss', '2', '-i', wav, ...codecs, '-output_ts_offset', '3.2', join(folder, 'b.mkv'))
}

/** Starts `open` and waits for the address it prints. */
async function open(context: TestContext, ...args: readonly string[]): Promise<RoomProcess> {
  const running = await startRoom('open', ...args)
  context.after(() => running.close('SIGKILL'))
  return running
}

/** What the case holds once the room says that everything is made. */
async function settled({ settled }: RoomProcess, folder: string): Promise<Listing> {
  await settled
  const listing: Listing = JSON.parse(
    execFileSync(sightline, ['list', folder, '--json'], { encoding: 'utf8' }),
  )
  assert.equal(listing.settled, true)
  return listing
}

function verify(...args: readonly string[]) {
  const ended = spawnSync(sightline, ['verify', ...args, '--json'], { encoding: 'utf8' })
  return { code: ended.status, answer: ended.stdout ? JSON.parse(ended.stdout) : null, err: ended.stderr }
}

/** Every name below a folder with its size and content's first bytes, to see whether anything was touched. */
function picture(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .filter(path => !path.includes('.sightline'))
    .sort()
    .map(path => `${path} ${execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64)}`)
}

test('a folder becomes a room: read, placed by sound, made, listed, verified, and closed cleanly', async context => {
  const dir = scratch(context)
  const folder = join(dir, 'folder')
  recordings(folder)
  writeFileSync(
    join(folder, 'noise.mp4'),
    Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 7919) % 253)),
  )
  const before = picture(folder)
  const running = await open(context, folder, '--as', 'Examiner')
  assert.equal((await fetch(running.address)).status, 200)
  assert.equal((await fetch(new URL('/', running.address))).status, 403)
  const { files } = await settled(running, folder)
  assert.deepEqual(
    files.map(({ file, kind, state }) => [file, kind, state]),
    [
      ['a.mp4', 'recording', 'ready'],
      ['b.mkv', 'recording', 'ready'],
      ['noise.mp4', 'unknown', 'refused'],
    ],
  )
  assert.match(files[2]?.why ?? '', /^intake\.unrecognised: noise\.mp4 /)
  assert.equal(await running.close(), 0)
  assert.deepEqual(picture(folder), before)
  const checked = verify(folder)
  assert.deepEqual([checked.code, checked.answer.ok, checked.answer.checked.originals], [0, true, 3])
})

test('a second opening is refused with who holds the case, and the first goes on', async context => {
  const folder = join(scratch(context), 'folder')
  mkdirSync(folder)
  const running = await open(context, folder)
  const second = spawnSync(sightline, ['open', folder, '--no-browser'], { encoding: 'utf8' })
  assert.equal(second.status, 1)
  assert.match(second.stderr, new RegExp(`case\\.locked: .*process ${running.pid}`))
  assert.equal((await fetch(running.address)).status, 200)
  assert.equal(await running.close('SIGINT'), 0)
})

test('killed in the middle, the case reopens, finishes, and verifies', async context => {
  const folder = join(scratch(context), 'folder')
  recordings(folder)
  const first = await open(context, folder)
  await first.close('SIGKILL')
  const second = await open(context, folder)
  const { files } = await settled(second, folder)
  assert.deepEqual(
    files.map(file => file.state),
    ['ready', 'ready'],
  )
  await second.close()
  assert.deepEqual(verify(folder).answer.faults, [])
})

test('a folder that cannot be written keeps its case elsewhere, and nothing is written into it', async context => {
  const dir = scratch(context)
  const folder = join(dir, 'folder')
  mkdirSync(folder)
  writeFileSync(join(folder, 'note.txt'), 'A note.\n')
  chmodSync(folder, 0o555)
  const running = await open(context, folder, '--case', join(dir, 'case'))
  assert.equal((await settled(running, join(dir, 'case'))).files.length, 1)
  await running.close()
  assert.equal(existsSync(join(folder, '.sightline')), false)
  assert.equal(verify(join(dir, 'case'), '--folder', folder).code, 0)
  assert.match(verify(join(dir, 'case')).answer.unchecked[0], /--folder/)
})

test('verify names the file whose bytes changed, the one that is gone, and the damaged result', async context => {
  const dir = scratch(context)
  const folder = join(dir, 'folder')
  mkdirSync(folder)
  for (const name of ['kept.txt', 'changed.txt', 'gone.txt']) writeFileSync(join(folder, name), `${name}\n`)
  const running = await open(context, folder)
  await settled(running, folder)
  await running.close()
  const good = verify(folder)
  assert.equal(good.code, 0)
  appendFileSync(join(folder, 'changed.txt'), 'more')
  rmSync(join(folder, 'gone.txt'))
  const faults = verify(folder)
  assert.equal(faults.code, 1)
  assert.deepEqual(
    faults.answer.faults.map((fault: { where: string }) => fault.where),
    ['changed.txt', 'gone.txt'],
  )
  const wrong = verify(folder, '--head', 'a'.repeat(64), '--length', '1')
  assert.equal(wrong.code, 1)
  const same = verify(folder, '--head', good.answer.head, '--length', String(good.answer.length))
  assert.deepEqual(same.answer.unchecked, [])
})

test('what changed in the folder is told loudly at the next opening and stays in the log', async context => {
  const folder = join(scratch(context), 'folder')
  mkdirSync(folder)
  for (const name of ['one.txt', 'two.txt']) writeFileSync(join(folder, name), `${name}\n`)
  const first = await open(context, folder)
  await settled(first, folder)
  await first.close()
  rmSync(join(folder, 'one.txt'))
  appendFileSync(join(folder, 'two.txt'), 'more')
  const second = await open(context, folder)
  const { files } = await settled(second, folder)
  assert.deepEqual(
    files.map(({ file, oddities }) => [file, oddities]),
    [
      ['one.txt', ['missing']],
      ['two.txt', ['altered']],
    ],
  )
  await second.close()
  assert.match(second.said(), /WARNING: 1 files that were received are no longer in the folder/)
  assert.match(second.said(), /WARNING: 1 files are not the bytes that were received before/)
})

test('wrong words end with 2, what cannot be read with 3, each with a sentence', () => {
  const run = (...args: readonly string[]) => spawnSync(sightline, [...args], { encoding: 'utf8' })
  const cases: readonly (readonly [number, RegExp, ...string[]])[] = [
    [2, /no verb "fly"/, 'fly'],
    [2, /usage: sightline open/, 'open'],
    [2, /--port takes a number/, 'open', '/tmp', '--port', 'x'],
    [2, /--wings/, 'list', '/tmp', '--wings'],
    [2, /--head takes/, 'verify', '/tmp', '--head', 'x'],
    [3, /expected a folder of recordings at \/nowhere, found nothing/, 'open', '/nowhere'],
    [3, /expected a case at \/nowhere/, 'list', '/nowhere', '--json'],
    [3, /expected a release or a case at \/nowhere/, 'verify', '/nowhere'],
    [3, /expected a place that can be looked at: .* found ENAMETOOLONG/, 'list', `/${'x'.repeat(300)}`],
  ]
  for (const [code, sentence, ...args] of cases) {
    const ended = run(...args)
    assert.equal(ended.status, code, args.join(' '))
    assert.match(ended.stderr, sentence)
    assert.equal(ended.stdout, '')
  }
  const asked = run('diff', '--help')
  assert.deepEqual([asked.status, asked.stderr], [0, ''])
  assert.match(asked.stdout, /^sightline diff .*\n {4}how an edited film differs/)
})
