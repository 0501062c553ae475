import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import test from 'node:test'
import { type EditLine, type Entry, type Fact, foldAll } from '@sightline/core/case'
import { type Candidate, EditList } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { frameBytes } from '../derive/frame-bytes.ts'
import { editLinesFile } from './film-files.ts'

const sha = (n: number) => n.toString(16).padStart(64, '0')
const at = (seconds: number) => Math.round(seconds * 1e6) as MediaMicros
const [film, camera, list, frames] = [sha(1), sha(2), sha(8), sha(9)]

const shown = (from: number, to: number, rawFrom: number): EditLine => ({
  ...{ part: 'shown', from: at(from), to: at(to), raw: camera, rate: 1, layer: 0 },
  ...{ rawFrom: at(rawFrom), rawTo: at(rawFrom + to - from) },
})
const lines = [shown(0, 2, 5), shown(2, 4, 1)]
const candidate = (line: EditLine): Candidate => ({
  ...{ line, frames: null, rawFirst: null, rawFrames: null, maps: null, box: null },
  ...{ range: null, score: 0.9, pair: null, rivals: [] },
})
const compared = (recording: string) => ({
  ...{ recording, frames: 200, from: at(0), to: at(8), hasSound: false },
})
const stored = EditList.parse({
  ...{ v: 1, method: 'm', version: '1', of: compared(film), against: [compared(camera)] },
  candidates: lines.map(candidate),
})

function held(n: number, path: string): readonly Fact[] {
  const file = {
    ...{ path, encoded: false, kind: 'recording' as const, format: null, sha256: sha(n) },
    ...{ bytes: 1, changedMs: 1, why: null, listing: null },
  }
  const video = {
    timeBase: { num: 1, den: 25 },
    averageRate: { num: 25, den: 1 },
    declaredRate: null,
    timing: { kind: 'constant' },
  }
  const facts = { v: 1, start: 0, end: at(8), video, audio: [] }
  return [
    { type: 'file-received', detail: { v: 1, file } },
    {
      type: 'recording-probed',
      detail: {
        ...{ v: 1, recording: sha(n), facts: facts as never, tool: 't' },
        frames: { name: 'frames', sha256: frames, bytes: 1 },
      },
    },
  ]
}

function parts(...reviews: readonly Fact[]) {
  const facts: readonly Fact[] = [
    { type: 'person-named', detail: { v: 1, person: 'p1', name: '=Reviewer', basis: 'self-declared' } },
    ...held(1, 'briefing.mp4'),
    ...held(2, 'camera.mp4'),
    {
      type: 'edited-film-declared',
      detail: { v: 1, recording: film, title: 'The briefing', maker: 'Somebody', reason: 'r' },
    },
    {
      type: 'edit-list-made',
      detail: { v: 1, of: film, method: 'm', version: '1', inputs: sha(7), result: list },
    },
    ...reviews,
  ]
  const agent = { kind: 'person', person: 'p1' } as const
  const state = foldAll(
    facts.map((fact, n) => ({
      seq: n + 1,
      entry: { ...fact, at: '2026-01-02T03:04:05.678Z', agent } as Entry,
    })),
  )
  const times = { boundaries: Float64Array.from({ length: 201 }, (_, n) => n * 40_000) }
  const contents = new Map([
    [list, Buffer.from(JSON.stringify(stored))],
    [frames, Buffer.from(frameBytes(times))],
  ])
  return {
    ...{ state, folder: '/case' },
    content: { read: async (hash: string) => Readable.from([contents.get(hash) ?? Buffer.alloc(0)]) },
  }
}

const reviewed = (line: EditLine, verdict: 'accepted' | 'dismissed'): Fact => ({
  type: 'edit-line-reviewed',
  detail: { v: 1, id: `er${line.from + 1}`, of: film, list, line, verdict, said: null, reason: 'compared' },
})

async function written(as: 'csv' | 'edl' | 'otio', ...reviews: readonly Fact[]) {
  const { file, recordings } = await editLinesFile(parts(...reviews), film, as)
  assert.equal(file.source.kind, 'bytes')
  const bytes = file.source.kind === 'bytes' ? file.source.bytes : new Uint8Array()
  return { name: file.name, recordings, said: await text(Readable.from([Buffer.from(bytes)])) }
}

const both = [reviewed(lines[0] as EditLine, 'accepted'), reviewed(lines[1] as EditLine, 'dismissed')]

test('only what a person has accepted leaves, with who decided and why', async () => {
  const { name, recordings, said } = await written('csv', ...both)
  assert.equal(name, 'edit-lines-The-briefing.csv')
  assert.deepEqual(recordings, [film, camera])
  const rows = said.trim().split('\r\n')
  assert.equal(rows.length, 2)
  assert.match(rows[1] ?? '', /^"shown","","0\.000000","2\.000000","camera\.mp4",/)
  assert.match(rows[1] ?? '', /"accepted","'=Reviewer","2026-01-02T03:04:05\.678Z","compared"$/)
})

test('the same lines go to video editors, by frames', async () => {
  const edl = (await written('edl', ...both)).said
  assert.match(edl, /001 {2}R001 {5}V {5}C {8}00:00:05:00 00:00:07:00 00:00:00:00 00:00:02:00/)
  assert.doesNotMatch(edl, /002 {2}R001/)
  const otio = JSON.parse((await written('otio', ...both)).said)
  assert.equal(otio.OTIO_SCHEMA, 'Timeline.1')
})

test('nothing leaves while nobody has accepted anything', async () => {
  await assert.rejects(editLinesFile(parts(), film, 'csv'), { code: 'usage.wrong' })
  await assert.rejects(editLinesFile(parts(both[1] as Fact), film, 'csv'), { code: 'usage.wrong' })
  await assert.rejects(editLinesFile(parts(), camera, 'csv'), { code: 'case.unknown' })
})
