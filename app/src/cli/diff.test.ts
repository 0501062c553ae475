import assert from 'node:assert/strict'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import type { StandingLine } from '@sightline/core/conform'
import { SightlineError } from '@sightline/core/errors'
import type { MediaMicros } from '@sightline/core/time'
import { DiffReport } from '../edits/diff-report.ts'
import { makeProof, type ProofSource } from '../edits/proof.ts'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { requireDone, runTool } from '../media/run.ts'
import { diffCommand } from './diff.ts'
import { exitCodes } from './io.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-diff-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

async function make(name: string, args: string): Promise<string> {
  const run = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [...args.split(' '), name],
    outputDir: dir,
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(run, `making ${name}`)
  return join(dir, name)
}

// Life: a picture that never repeats, and noise that never does either.
const raw = await make(
  'raw.mp4',
  '-f lavfi -i life=size=160x96:rate=25:seed=7:mold=20:life_color=white:death_color=gray -f lavfi -i anoisesrc=seed=3:sample_rate=16000 -t 8 -vf scale=320:192 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac',
)
// Two stretches of it, the second first, and its sound taken away from the later one.
const film = await make(
  'film.mp4',
  `-i raw.mp4 -filter_complex [0:v]trim=start_frame=100:end_frame=150,setpts=PTS-STARTPTS[a];[0:v]trim=start_frame=25:end_frame=75,setpts=PTS-STARTPTS[b];[a][b]concat=n=2[v];[0:a]atrim=4:6,asetpts=PTS-STARTPTS[c];anullsrc=sample_rate=16000:duration=2[d];[c][d]concat=n=2:v=0:a=1[s] -map [v] -map [s] -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac`,
)

async function run(...args: readonly string[]) {
  let out = ''
  let err = ''
  const code = await diffCommand(args, {
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

test('a film cut from one recording is told frame by frame, and its sound in seconds', async () => {
  const html = join(dir, 'page.html')
  const { code, out, err } = await run(
    '--json',
    '--out',
    html,
    '--out',
    join(dir, 'list.edl'),
    '--out',
    join(dir, 'list.otio'),
    '--out',
    join(dir, 'list.csv'),
    '--proof',
    join(dir, 'proof.mp4'),
    '--redacted',
    raw,
    film,
    raw,
  )
  assert.equal(code, exitCodes.done)
  const report = DiffReport.parse(JSON.parse(out))
  assert.deepEqual(
    report.segments.map(({ start, end, rawStart, rate, layer }) => ({ start, end, rawStart, rate, layer })),
    [
      { start: 0, end: 50, rawStart: 100, rate: 1, layer: 0 },
      { start: 50, end: 100, rawStart: 25, rate: 1, layer: 0 },
    ],
  )
  assert.deepEqual(report.cuts, [50])
  assert.deepEqual(report.edits, [])
  assert.deepEqual(
    report.leftOut.map(({ start, end }) => [start, end]),
    [
      [0, 25],
      [75, 100],
      [150, 200],
    ],
  )
  const [heard, muted] = report.audio
  assert.equal(heard?.kind, 'raw')
  assert.ok(Math.abs((heard?.rawStart ?? 0) - (heard?.start ?? 9) - 4) < 0.005)
  assert.equal(muted?.kind, 'muted')
  assert.ok(Math.abs((muted?.start ?? 0) - 2) < 0.1)
  assert.equal(
    report.summary,
    'The film runs 0:04. Compared with 1 recording as held (1 redacted copy): all of its pictures come from it; sound is absent from 0:02 to 0:04. Of raw.mp4, 4 s of 8 s is not shown.',
  )
  assert.equal(report.raws[0]?.heldAs, 'redacted')
  assert.match(err, /Made again from the recordings: 100 of 100 frames\./)
  const rows = readFileSync(join(dir, 'proof.csv'), 'utf8').trim().split('\r\n').slice(1)
  assert.equal(rows.length, 100)
  // Frame 75 of the film is frame 50 of the recording, and little but coding is left between the two.
  assert.match(rows[75] ?? '', /^"75","3\.000000","raw\.mp4","50",/)
  assert.ok(rows.every(row => Number(row.split(',')[4]?.replaceAll('"', '')) < 8))
  assert.ok(readFileSync(join(dir, 'proof.mp4')).length > 10_000)
  const page = readFileSync(html, 'utf8')
  // A pair for each stretch, and one for each of the frames with most left.
  assert.ok((page.match(/<details>/g)?.length ?? 0) > 2)
  assert.equal(page.match(/data:image\/jpeg/g)?.length, 2 * (page.match(/<details>/g)?.length ?? 0))
  assert.doesNotMatch(page, /<details open|<script|https?:/)
  // What differs stands above the film in words, and nothing that is hidden is printed.
  assert.match(page, /<text class="quiet"[^>]*>Sound<\/text><rect class="mark"/)
  assert.doesNotMatch(page, /<text[^>]*>[^<]*…/)
  assert.match(page, /@media print\{.*details:not\(\[open\]\)\{display:none\}/)
  assert.match(page, /<td>a redacted copy<\/td>/)
  assert.match(
    readFileSync(join(dir, 'list.edl'), 'utf8'),
    /001 {2}R001 {5}V {5}C {8}00:00:04:00 00:00:06:00 00:00:00:00 00:00:02:00/,
  )
  assert.equal(JSON.parse(readFileSync(join(dir, 'list.otio'), 'utf8')).OTIO_SCHEMA, 'Timeline.1')
  const list = readFileSync(join(dir, 'list.csv'), 'utf8')
  assert.match(list, /^what,film from,/)
  assert.match(list, /,"raw\.mp4, its 0:04 to 0:06 \(frames 100 to 149\)"\r\n/)
  assert.match(list, /,not shown of raw\.mp4: its 0:00 to 0:01 \(frames 0 to 24\)\r\n/)
})

test('a comparison tells its stages, is given up while files are read or compared, and leaves nothing behind', async context => {
  const own = mkdtempSync(join(dir, 'tmp-'))
  const usual = process.env['TMPDIR']
  process.env['TMPDIR'] = own
  context.after(() => {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
  })
  const toldUntil = async (stage: string, ...more: readonly string[]) => {
    const stop = new AbortController()
    let err = ''
    const running = diffCommand([...more, film, raw], {
      out: () => assert.fail('nothing was found yet'),
      err: text => {
        err += text
        if (text.startsWith(stage)) stop.abort()
      },
      signal: stop.signal,
    })
    await assert.rejects(running, { code: 'cancelled' })
    assert.deepEqual(childrenOfThis(), [])
    return err.trim().split('\n')
  }
  const told = await toldUntil('comparing')
  assert.match(told[0] ?? '', /^reading, \d+ %$/)
  assert.equal(told.at(-1), 'comparing: where its frames come from, 0 %')
  assert.match((await toldUntil('reading')).join(), /^reading, \d+ %$/)
  const kept = join(dir, 'kept-in-part')
  await toldUntil('reading', '--keep', kept)
  assert.deepEqual(readdirSync(own), [])
  assert.deepEqual(readdirSync(kept), [])
})

/** Programs that this one started and that still run. */
function childrenOfThis(): readonly string[] {
  return readdirSync('/proc/self/task').flatMap(task =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8')
      .split(' ')
      .filter(each => each !== ''),
  )
}

test('what was read of a recording is kept, found again for the next film, and read anew where it was changed', async () => {
  const keep = join(dir, 'kept')
  const told = async (of: string) => {
    const { out } = await run('--json', '--keep', keep, of, raw)
    const { segments, audio, leftOut } = DiffReport.parse(JSON.parse(out))
    return { segments, audio, leftOut }
  }
  const first = await told(film)
  assert.equal(first.segments.length, 2)
  const [folder = ''] = readdirSync(keep)
  const small = join(keep, folder, 'pictures')
  const made = statSync(small)
  const other = await make('later.mp4', '-ss 2 -i raw.mp4 -t 1 -c:v libx264 -preset ultrafast -c:a aac')
  assert.equal((await told(other)).segments[0]?.rawStart, 50)
  // A file that was written again would be another one.
  assert.deepEqual([statSync(small).ino, statSync(small).mtimeMs], [made.ino, made.mtimeMs])
  truncateSync(small, 1000)
  assert.deepEqual(await told(film), first)
  assert.equal(statSync(small).size, made.size)
  assert.deepEqual(readdirSync(keep), [folder])
})

test('a recording that cannot be read is named, and the others are still compared', async () => {
  const broken = join(dir, 'broken.mp4')
  writeFileSync(broken, 'no film at all')
  const empty = join(dir, 'empty.mp4')
  writeFileSync(empty, '')
  // The same file under another name would be left out under the one and shown under the other.
  const again = join(dir, 'again.mp4')
  copyFileSync(raw, again)
  const { code, out, err } = await run('--json', film, broken, raw, empty, again)
  assert.equal(code, exitCodes.input)
  // Told before the others are read, in the order given.
  assert.match(err, /^[^\n]*broken\.mp4: [^\n]*\n[^\n]*empty\.mp4 holds no bytes\nreading/)
  const report = DiffReport.parse(JSON.parse(out))
  assert.equal(report.segments.length, 2)
  assert.deepEqual(
    report.raws.map(({ sha256 }) => sha256 === null),
    [true, false, true, false],
  )
  assert.deepEqual(new Set(report.leftOut.map(each => each.raw)), new Set([raw]))
  assert.match(
    report.summary,
    /Compared with 1 recording as held.* again\.mp4 is the same file as raw\.mp4, byte for byte, and counts once\. Not compared, because it could not be read: broken\.mp4, empty\.mp4\.$/,
  )
  // Against nothing, nothing is from none.
  await assert.rejects(run(film, broken, empty), {
    code: 'media.unreadable',
    message: /none of the recordings could be read, so nothing was compared: .*empty\.mp4 holds no bytes/,
  })
})

test('a film that is cut short is compared as far as it goes', async () => {
  const short = await make('short.mkv', '-i film.mp4 -c copy')
  truncateSync(short, Math.round(readFileSync(short).length * 0.6))
  const { out } = await run('--json', short, raw)
  const report = DiffReport.parse(JSON.parse(out))
  assert.equal(report.segments[0]?.rawStart, 100)
})

test('a film of which nothing is found among the recordings answers no', async () => {
  const other = await make(
    'other.mp4',
    '-f lavfi -i testsrc2=size=320x192:rate=25:duration=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p',
  )
  const { code, out } = await run(other, raw)
  assert.equal(code, exitCodes.no)
  assert.match(out, /2 s comes from no part of it/)
  assert.match(out, /\n {2}raw\.mp4, its 0:00 to 0:08 \(frames 0 to 199\)\n/)
})

async function sourceAt(path: string): Promise<ProofSource> {
  await using media = await openMediaFile(path)
  const probed = await probe(media, signal)
  assert.ok(probed.kind === 'recording')
  const { facts, frameTimes } = probed
  assert.ok(facts.video && frameTimes)
  return { id: path, name: path, video: facts.video, times: frameTimes, open: () => openMediaFile(path) }
}

test('where a line names another place much remains, and where it names none nothing is made again', async () => {
  const line = (from: number, to: number, rawFrom: number): StandingLine => ({
    ...{ key: `${from}`, status: 'added', candidate: null, review: null, isSuggestedOtherwise: false },
    line: {
      ...{ part: 'shown', from: from as MediaMicros, to: to as MediaMicros, raw, rate: 1, layer: 0 },
      ...{ rawFrom: rawFrom as MediaMicros, rawTo: (rawFrom + to - from) as MediaMicros },
    },
  })
  const [own, source] = [await sourceAt(film), await sourceAt(raw)]
  const frames = await makeProof({
    film: own,
    sourceOf: () => source,
    // Frames 0 to 24 are what they are, 25 to 49 are said to be a second later; of the rest nothing is said.
    lines: [line(0, 1_000_000, 4_000_000), line(1_000_000, 2_000_000, 6_000_000)],
    workDir: mkdtempSync(join(dir, 'proof-')),
    signal,
    onFraction: () => undefined,
  })
  const left = frames.map(({ mean }) => mean)
  assert.ok(left.slice(0, 25).every(mean => mean !== null && mean < 8))
  assert.ok(left.slice(25, 50).every(mean => mean !== null && mean > 12))
  assert.ok(left.slice(50).every(mean => mean === null))
})

test('wrong usage says what was expected and touches nothing', async () => {
  const isUsage = (error: unknown) => error instanceof SightlineError && error.code === 'usage.wrong'
  await assert.rejects(run(film), isUsage)
  await assert.rejects(run('--out', join(dir, 'x.doc'), film, raw), isUsage)
  await assert.rejects(run('--proof', join(dir, 'x.mkv'), film, raw), isUsage)
  await assert.rejects(run('--proof', raw, film, raw), isUsage)
  await assert.rejects(run('--redacted', film, film, raw), isUsage)
  const link = join(dir, 'raw.html')
  writeFileSync(link, readFileSync(raw))
  await assert.rejects(run('--out', link, film, link), isUsage)
})
