import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { clips, generate, makeClip } from '../../../test/cases/media/clips.ts'
import { openMediaFile } from './media-file.ts'
import { type Probed, probe } from './probe.ts'
import { makeReview, type Reviewed } from './review.ts'

const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
after(() => rm(folder, { recursive: true }))
const signal = new AbortController().signal
let reviews = 0

async function opened(path: string | Uint8Array): Promise<Probed> {
  await using file = await openMediaFile(path)
  return await probe(file, signal)
}

/** Probes and makes a review, and checks that nothing but the output folder has changed. */
async function through(
  path: string | Uint8Array,
): Promise<{ readonly probed: Probed; readonly made: Reviewed | null }> {
  await using file = await openMediaFile(path)
  const probed = await probe(file, signal)
  if (probed.kind === 'refused') return { probed, made: null }
  const outputDir = join(folder, `out-${reviews++}`)
  await mkdir(outputDir)
  const before = await readdir(folder, { encoding: 'buffer' })
  const { facts, frameTimes } = probed
  const made = await makeReview({ file, facts, frameTimes, outputDir, signal })
  assert.deepEqual(await readdir(folder, { encoding: 'buffer' }), before)
  return { probed, made }
}

async function refusal(path: string): Promise<string> {
  const probed = await opened(path)
  if (probed.kind !== 'refused') assert.fail(`${path} was taken as ${probed.facts.container}`)
  assert.ok(probed.why.message.startsWith(path), probed.why.message)
  return probed.why.code
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('an empty file is refused as empty', async () => {
  assert.equal(await refusal(await written('empty.mp4', '')), 'intake.empty')
})

test('random bytes under the name of a film are refused', async () => {
  let state = 7
  const bytes = Uint8Array.from({ length: 200_000 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
  assert.equal(await refusal(await written('random.mp4', bytes)), 'media.unreadable')
})

test('lists that point at another file on the disk are refused, whatever they are called', async () => {
  const other = await makeClip('thirty', folder)
  const lists = {
    'playlist.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://${other}\n#EXT-X-ENDLIST\n`,
    'list.mkv': `ffconcat version 1.0\nfile '${other}'\n`,
    'session.avi':
      'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video 5004 RTP/AVP 96\r\n',
    'manifest.mp4': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>file://${other}</BaseURL></MPD>`,
  }
  for (const [name, text] of Object.entries(lists))
    assert.equal(await refusal(await written(name, text)), 'media.unreadable', name)
})

test('a playlist opens no connection', async () => {
  const calls: number[] = []
  const server = createServer(socket => {
    calls.push(1)
    socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  try {
    const text = `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttp://127.0.0.1:${port}/a.ts\n#EXT-X-ENDLIST\n`
    await refusal(await written('remote.mp4', text))
    assert.deepEqual(calls, [])
  } finally {
    server.close()
  }
})

test('a film whose samples lie in another file shows nothing of that file', async () => {
  const outside = join(folder, 'outside-samples.bin')
  await writeFile(outside, 'x'.repeat(100_000))
  const film = withOutsideSamples(await readFile(await makeClip('mjpegMov', folder)), outside)
  const { probed } = await through(await written('outside.mov', film))
  assert.equal(probed.kind, 'refused')
})

test('a picture of 16000 by 16000 is refused with its size, in two containers', async () => {
  const words = '-f lavfi -i color=black:size=16000x16000:rate=1:duration=1 -frames:v 1 -threads 1'
  await generate(folder, 'huge.mov', `${words} -c:v mjpeg`)
  await writeFile(join(folder, 'huge.y4m'), 'YUV4MPEG2 W16000 H16000 F25:1 C420\nFRAME\n')
  for (const name of ['huge.mov', 'huge.y4m']) {
    const probed = await opened(join(folder, name))
    assert.equal(probed.kind, 'refused')
    if (probed.kind === 'refused') assert.match(probed.why.message, /16000×16000/)
  }
})

const truncated = [
  ['mp4 with its index at the end', 'longGop'],
  ['matroska', 'pal'],
  ['transport stream', 'transport'],
  ['avi', 'mjpeg'],
] as const

for (const [what, name] of truncated)
  test(`${what}, cut off at every tenth: refused with a reason, or as much as is there`, async () => {
    const whole = await readFile(await makeClip(name, folder))
    for (let tenth = 1; tenth < 10; tenth++) {
      const part = await written(
        `${tenth}-${clips[name].file}`,
        whole.subarray(0, (whole.length * tenth) / 10),
      )
      const probed = await opened(part)
      if (probed.kind === 'refused') assert.ok(probed.why.message.length > part.length + 20)
      // Cut between two packets, a stream may end between two stretches whose length it states.
      else if (name !== 'transport' || Math.floor((whole.length * tenth) / 10) % 188 > 0)
        assert.ok(probed.facts.oddities.includes('truncated'), `${tenth}: ${probed.facts.oddities}`)
    }
  })

test('a film with its index first, cut off: as much as is there, proven and said to be partial', async () => {
  await generate(folder, 'first.mp4', `-i ${clips.longGop.file} -c copy -movflags +faststart`)
  const whole = await readFile(join(folder, 'first.mp4'))
  for (const tenth of [3, 6, 9]) {
    const part = await written('part.mp4', whole.subarray(0, (whole.length * tenth) / 10))
    const { probed, made } = await through(part)
    if (probed.kind === 'refused') assert.fail(probed.why.message)
    assert.ok(probed.facts.oddities.includes('truncated'))
    if (made?.kind !== 'made') assert.fail(made?.why.message)
    assert.match(made.partial?.message ?? '', /ends before/)
    assert.ok(made.proof?.isEqual)
    assert.ok(made.proof.frames > 10 && made.proof.frames < 120, String(made.proof.frames))
  }
})

test('bytes overwritten in the middle: as much as decodes, with the count of errors', async () => {
  const bytes = Buffer.from(await readFile(await makeClip('transport', folder)))
  bytes.fill(0x55, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.5))
  const { made } = await through(await written('middle.ts', bytes))
  if (made?.kind !== 'made') assert.fail('not made')
  assert.ok(made.proof?.isEqual)
  assert.ok(made.partial !== null)
})

test('a codec that no decoder knows ends in a reason; what else is there is kept', async () => {
  const film = Buffer.from(await readFile(await makeClip('thirty', folder)))
  const at = film.indexOf('avc1', film.indexOf('stsd'))
  film.write('zzzz', at, 'latin1')
  const { probed, made } = await through(await written('unknown-codec.mp4', film))
  if (probed.kind === 'refused') assert.fail(probed.why.message)
  assert.equal(probed.facts.video, null)
  assert.ok(probed.facts.oddities.includes('no-video'))
  assert.equal(made?.kind, 'made')
})

test('names of every kind are only names', async () => {
  const clip = await readFile(await makeClip('pictureOnly', folder))
  const names: readonly (string | Buffer)[] = [
    'new\nline.mp4',
    `quote'"\`$(touch x).mp4`,
    '-i.mp4',
    '%03d.mp4',
    'http:x.mp4',
    'concat:a|b.mp4',
    '..mp4..',
    'a'.repeat(255),
    Buffer.from([0x66, 0xff, 0xfe, 0x2e, 0x6d, 0x70, 0x34]),
  ]
  const inside = join(folder, 'names')
  await mkdir(inside)
  for (const name of names) {
    const path = Buffer.concat([Buffer.from(`${inside}/`), Buffer.from(name)])
    await writeFile(path, clip)
    const probed = await opened(path)
    assert.equal(probed.kind, 'recording', String(name))
  }
  assert.equal((await readdir(inside)).length, names.length)
})

test('links, pipes and folders are not files, and opening them does not wait', async () => {
  const clip = await makeClip('pictureOnly', folder)
  await symlink(clip, join(folder, 'link.mp4'))
  execFileSync('mkfifo', [join(folder, 'pipe.mp4')])
  const server = createServer()
  await new Promise<void>(resolve => server.listen(join(folder, 'socket.mp4'), resolve))
  after(() => server.close())
  for (const name of ['link.mp4', 'pipe.mp4', 'socket.mp4', '.'])
    await assert.rejects(openMediaFile(join(folder, name)), { code: 'intake.not-a-file' }, name)
  await assert.rejects(openMediaFile(join(folder, 'absent.mp4')), { code: 'intake.unreadable' })
})

/** Turns the data reference of a QuickTime film into an alias with an absolute path: its samples lie in that file. */
function withOutsideSamples(film: Buffer, path: string): Buffer {
  const entryAt = film.indexOf('url ', film.indexOf('dref')) - 4
  const oldLength = film.readUInt32BE(entryAt)
  const name = Buffer.from(path)
  const record = Buffer.alloc(150)
  record.write(name.subarray(-20).toString('latin1'), 51, 'latin1')
  const tail = Buffer.alloc(4 + name.length + (name.length % 2) + 4)
  tail.writeUInt16BE(2, 0)
  tail.writeUInt16BE(name.length, 2)
  name.copy(tail, 4)
  tail.writeUInt16BE(0xffff, tail.length - 4)
  const entry = Buffer.concat([Buffer.from([0, 0, 0, 0]), Buffer.from('alis'), Buffer.alloc(4), record, tail])
  entry.writeUInt32BE(entry.length, 0)
  const grown = Buffer.concat([film.subarray(0, entryAt), entry, film.subarray(entryAt + oldLength)])
  // The index stands behind the samples, so growing it moves no sample; only the boxes around it grow.
  for (const box of ['moov', 'trak', 'mdia', 'minf', 'dinf', 'dref']) {
    const at = grown.lastIndexOf(box, entryAt) - 4
    grown.writeUInt32BE(grown.readUInt32BE(at) + entry.length - oldLength, at)
  }
  return grown
}
