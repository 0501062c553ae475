import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readCsv, readFcpxml, readOtio, readXmeml } from '../../../test/cases/editors/read-back.ts'
import { recordings } from '../../../test/cases/sound/scenes.ts'
import { mixOf, talk, traffic } from '../../../test/cases/sound/sources.ts'
import { wav } from '../../../test/cases/sound/wav.ts'
import { requireDone, runTool } from '../media/run.ts'
import { exitCodes } from './io.ts'
import { syncCommand } from './sync.ts'
import { SyncReport } from './sync-report.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-sync-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

const street = mixOf([1, talk(5, 60)], [0.6, talk(1005, 60)], [0.3, traffic(2005, 60)])
const starts = { a: 0, b: 3.137, c: 6.274, d: 9.411, e: 12.548 } as const
for (const [id, start] of Object.entries(starts)) {
  const [made] = recordings('street', street, {
    [id]: { seed: 50 + start, start, seconds: 40, snrDb: 25, isFlat: true },
  })
  if (made) writeFileSync(join(dir, `${id}.wav`), wav(made.samples))
}
const [stranger] = recordings('room', talk(77, 40), { x: { seed: 1, start: 0, seconds: 30 } })
if (stranger) writeFileSync(join(dir, 'stranger.wav'), wav(stranger.samples))

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

async function sync(
  args: readonly string[],
  isTerminal = false,
): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await syncCommand(args, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    signal,
    isTerminal,
  })
  return { code, out, err }
}

const picture = ['-f', 'lavfi', '-i', 'color=c=gray:s=64x64:r=25:d=40']

test('files of all kinds are placed by their raw presentation time', async () => {
  const input = (id: string) => ['-i', `${id}.wav`]
  const files = [
    join(dir, 'a.wav'),
    await make([...input('b'), ...picture, '-c:v', 'mpeg4', '-c:a', 'aac', '-ar', '48000'], 'b.mp4'),
    await make([...input('c'), '-c:a', 'libopus', '-ar', '48000'], 'c.webm'),
    await make(
      [
        ...[...input('d'), ...picture, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le', '-ar', '44100'],
        ...['-output_ts_offset', '3.2'],
      ],
      'd.mkv',
    ),
    await make([...input('e'), '-c:a', 'libmp3lame', '-ar', '44100', '-b:a', '128k'], 'e.mp3'),
    join(dir, 'stranger.wav'),
  ]
  const { code, out, err } = await sync(['--json', ...files])
  assert.deepEqual([code, err], [exitCodes.done, ''])
  const report = SyncReport.parse(JSON.parse(out))
  assert.deepEqual(
    report.recordings.map(({ file }) => file),
    files,
  )
  // An MP3 written by LAME begins 1105 samples into its own first packet, and ffprobe shows it so.
  const expected = [starts.a, starts.b, starts.c, starts.d - 3.2, starts.e - 1105 / 44100]
  for (const [n, start] of expected.entries()) {
    const placement = report.recordings[n]?.placement
    assert.ok(placement?.kind === 'placed', `${files[n]} is placed`)
    const off = 1000 * (placement.start - start)
    assert.ok(Math.abs(off) <= Math.min(1, placement.errorMs ?? 0), `${files[n]} is ${off} ms off`)
  }
  assert.deepEqual(report.recordings[5]?.placement, { kind: 'unplaced', why: 'no-overlap' })
})

test('a file that cannot be read is named on standard error, and the others are still answered', async () => {
  const broken = join(dir, 'broken.mp4')
  writeFileSync(broken, 'not a recording')
  const { code, out, err } = await sync([
    '--json',
    join(dir, 'a.wav'),
    broken,
    join(dir, 'b.wav'),
    join(dir, 'none.mp4'),
  ])
  assert.equal(code, exitCodes.input)
  assert.match(err, /broken\.mp4/)
  assert.match(err, /none\.mp4/)
  assert.deepEqual(
    SyncReport.parse(JSON.parse(out)).recordings.map(({ placement }) =>
      placement.kind === 'placed' ? placement.group : placement.why,
    ),
    ['g1', 'unreadable', 'g1', 'unreadable'],
  )
})

test('nothing to be placed is the answer no, and a table says why', async () => {
  const mute = await make([...picture, '-c:v', 'mpeg4'], 'mute.mp4')
  const { code, out } = await sync([join(dir, 'a.wav'), mute, join(dir, 'stranger.wav')])
  assert.equal(code, exitCodes.no)
  assert.match(out, /mute\.mp4 +- +not placed: no sound\n/)
  assert.match(out, /stranger\.wav +- +not placed: no sound in common/)
})

test('a sound track that begins late is absent before, and two names of one file are copies', async () => {
  const late = await make(
    [
      ...['-i', 'b.wav', ...picture, '-filter_complex', '[0:a]atrim=start=8[a]'],
      ...['-map', '1:v', '-map', '[a]', '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'],
    ],
    'late.mov',
  )
  copyFileSync(join(dir, 'a.wav'), join(dir, 'again.wav'))
  const { out } = await sync(['--json', join(dir, 'a.wav'), late, join(dir, 'again.wav')])
  const [a, b, again] = SyncReport.parse(JSON.parse(out)).recordings
  assert.ok(a?.placement.kind === 'placed' && b?.placement.kind === 'placed')
  assert.ok(Math.abs(b.placement.start - a.placement.start - starts.b) < 0.001)
  assert.deepEqual(
    b.sound.map(({ state }) => state),
    ['absent', 'present'],
  )
  assert.ok(Math.abs((b.sound[0]?.to ?? 0) - 8) < 0.001)
  assert.deepEqual(again, { ...a, file: join(dir, 'again.wav'), duplicateOf: join(dir, 'a.wav') })
})

test('without a file the usage is told', async () => {
  await assert.rejects(sync(['--json']), { code: 'usage.wrong' })
  await assert.rejects(sync(['--fast', 'a.wav']), { code: 'usage.wrong' })
})

test('with --out every recording lies where it was placed, counted from its first frame', async () => {
  const files = [
    join(dir, 'a.wav'),
    await make(
      [...['-i', 'b.wav', ...picture, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'], ...['-timecode', '10:00:00:00']],
      'timecode.mov',
    ),
    await make(
      [...['-i', 'c.wav', ...picture, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'], ...['-output_ts_offset', '3.2']],
      'late start.mkv',
    ),
    join(dir, 'stranger.wav'),
  ]
  const out = (ending: string) => join(dir, `case.${ending}`)
  const targets = ['otio', 'fcpxml', 'xml', 'csv'].flatMap(ending => ['--out', out(ending)])
  const { code, out: json, err } = await sync(['--json', ...targets, ...files])
  assert.equal(code, exitCodes.done)
  assert.match(err, /^written: .*case\.otio \(OpenTimelineIO\)\n/)
  assert.match(err, /3 tracks at 25 fps, 1 listed as not placed\n$/)
  assert.equal(SyncReport.parse(JSON.parse(json)).recordings.length, 4)
  const url = (name: string) => `file://${dir}/${encodeURIComponent(name)}`
  const expected = new Map([
    [url('a.wav'), starts.a],
    [url('timecode.mov'), starts.b],
    [url('late start.mkv'), starts.c],
  ])
  const text = (ending: string) => readFileSync(out(ending), 'utf8')
  for (const [line, slack] of [
    [readOtio(text('otio')), 0.001],
    [readFcpxml(text('fcpxml')), 0.021],
    [readXmeml(text('xml')), 0.021],
  ] as const) {
    assert.equal(line.rate, 25)
    assert.deepEqual(line.beside, [url('stranger.wav')])
    assert.deepEqual(new Set(line.clips.map(clip => clip.url)), new Set(expected.keys()))
    for (const clip of line.clips) {
      const start = clip.at - clip.sourceFrom
      assert.ok(Math.abs(start - (expected.get(clip.url) ?? Number.NaN)) < slack, `${clip.url} at ${start}`)
      assert.ok(clip.sourceFrom < 1 / line.rate && clip.speed === 1)
    }
  }
  const otio = JSON.parse(text('otio')).tracks.children[0].children.at(-1)
  assert.equal(Math.floor(otio.source_range.start_time.value), 900_000)
  assert.equal(otio.media_references.DEFAULT_MEDIA.available_range.start_time.value, 900_000)
  assert.match(text('fcpxml'), /name="timecode\.mov" start="36000s"/)
  const late = readCsv(text('csv')).find(row => row['file_url'] === url('late start.mkv'))
  assert.deepEqual([late?.['media_from_s'], late?.['source_from_s']], ['3.2', '0'])
})

test('what was written is told below the table, and progress tells how many pairs are compared', async () => {
  const path = join(dir, 'told.edl')
  const { out, err } = await sync(['--out', path, join(dir, 'a.wav'), join(dir, 'b.wav')], true)
  assert.match(
    out,
    /\nwritten: .*told\.edl \(CMX 3600 list\)\n {2}and one for each track: .*told\.track-1\.edl to told\.track-2\.edl\n/,
  )
  assert.match(out, /2 tracks at 30 fps\n$/)
  assert.match(err, /comparing: 1 of 1 pairs done/)
})

test('an ending that is not known and a recording as target are refused before anything is read', async () => {
  const a = join(dir, 'a.wav')
  await assert.rejects(sync(['--out', join(dir, 'case.avi'), a]), { code: 'usage.wrong' })
  const named = join(dir, 'a recording.xml')
  copyFileSync(a, named)
  await assert.rejects(sync(['--out', named, a, named]), { code: 'usage.wrong', message: /never written to/ })
  assert.deepEqual(readFileSync(named), readFileSync(a))
  await assert.rejects(sync(['--out', join(dir, 'none', 'case.csv'), a]), { code: 'store.failed' })
  assert.ok(!existsSync(join(dir, 'none')))
})
