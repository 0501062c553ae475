// What programs of others say of the files in a release: each is read by one that we did not write.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate/node'
import { plantedDesk } from '../../../test/cases/case-file/planted.ts'
import {
  baseComposition,
  type Film,
  outputsOf,
  recordingFacts,
  releaseDesk,
  smallRoom,
} from '../../../test/cases/release/desk-release.ts'
import { apart } from './exports.ts'

/** The parser of the W3C, which brings no types. */
const { WebVTTParser } = createRequire(import.meta.url)('webvtt-parser') as {
  readonly WebVTTParser: new () => {
    parse(
      text: string,
      mode: 'metadata' | 'subtitles/captions/descriptions',
    ): {
      readonly cues: readonly { readonly startTime: number; readonly endTime: number }[]
      readonly errors: readonly { readonly message: string; readonly line: number }[]
    }
  }
}

const film: Film = { bytes: Buffer.from('a film'), frames: 50, micros: 40_000 }
const ids = ['1', '2'].map(digit => digit.repeat(64)) as [string, string]

let dir: string
let root: string
before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-exports-'))
  const desk = plantedDesk()
  ids.forEach((recording, index) => {
    const start = index * 500_000
    const placement = { kind: 'placed', group: 'g1', start, driftPpm: 3, errorMs: 0.5, by: 'sound' } as never
    desk.tell(...recordingFacts(recording, `camera-${index + 1}.mp4`, film, outputsOf(film)), {
      type: 'placement-computed',
      detail: { v: 1, recording, placement, inputs: 'c'.repeat(64) },
    })
  })
  const when = { on: 'recording', recording: ids[0], from: 400_000, to: 800_000 }
  const odd = 'A fall & a "shout" --> <i>here</i>'
  desk.done({ do: 'mark-moment', when, region: null, name: odd, description: 'Two\n\nlines', tags: ['odd'] })
  for (const [at, words] of [
    [600_000, odd],
    [1_600_000, null],
  ] as const)
    desk.done({
      ...{ do: 'label-impulse', is: 'blank', words, reason: 'Seen & <heard>', result: null },
      hearings: ids.map((recording, n) => ({ recording, at: at - n * 500_000, errorMs: 0.2 })),
    })
  const document = Buffer.from(JSON.stringify({ v: 1, language: null, lines: [], kept: null }))
  const result = hash('sha256', document)
  const id = `t${desk.state.seq + 1}`
  const pieces = odd.split(' ').map(text => ({ kind: 'word', text, from: null, to: null, confidence: null }))
  const line = { from: 0, to: 900_000, speaker: 'A & <b>', heard: null, cue: null, pieces }
  desk.tell(
    {
      type: 'transcript-brought',
      detail: {
        ...{ v: 1, id, recording: ids[0], result, lines: 0, words: 0, language: 'en', translationOf: null },
        ...{ origin: { kind: 'file', name: 'a.vtt', form: 'WebVTT', file: 'f'.repeat(64) }, note: null },
        translator: null,
      },
    } as never,
    {
      type: 'transcript-settled',
      detail: {
        ...{
          v: 1,
          id: `tl${desk.state.seq + 2}`,
          transcript: id,
          result,
          replaces: [],
          by: [line],
          note: null,
        },
      },
    } as never,
  )
  const going = (recording: string, title: string) =>
    ({ recording, as: 'proxy', title, wearer: 'Trainee A', redaction: 'none-needed' }) as const
  const made = await releaseDesk({
    ...{ dir, name: 'release', desk, film, room: smallRoom(join(dir, 'room')), stored: [document] },
    composition: baseComposition({
      recordings: [going(ids[0], 'Camera A & B.mp4'), going(ids[1], 'Camera "C".mp4')],
      statements: [{ by: 'An office', text: 'One\ntwo' }],
      withheld: [{ what: 'The radio', reason: 'It names bystanders.', citation: null }],
      changes: 'None',
      sounds: null,
      exports: ['report', 'moments', 'editors', 'linked-data', 'media'],
      gone: [{ lastIn: 1, what: 'A clip', reason: 'Recalled' }],
    }),
  })
  root = made.root
})
after(() => rmSync(dir, { recursive: true }))

const filesIn = (ending: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith(ending))

test('html-validate has no complaint of any page', async () => {
  // A page opened from a disk cannot have its own scripts held to a hash: browsers refuse them all then.
  const rules = { 'require-sri': 'off' } as const
  const loader = new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules,
  })
  const validator = new HtmlValidate(loader)
  const pages = filesIn('.html')
  assert.ok(pages.length >= 4, `${pages}`)
  const broken = await validator.validateString('<p><div></p>')
  assert.ok(!broken.valid)
  for (const page of pages) {
    const { results } = await validator.validateString(readFileSync(join(root, page), 'utf8'))
    const complaints = results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${page}:${line}:${column} ${ruleId}: ${message}`),
    )
    assert.deepEqual(complaints, [])
  }
})

test('webvtt-parser has no complaint of captions and moments, and reads the very cues', () => {
  const texts = filesIn('.vtt')
  const own = ['data/captions/r1.vtt', 'data/captions/r2.vtt']
  assert.deepEqual(texts.toSorted(), [...own, 'data/exports/moments.vtt'])
  for (const path of texts) {
    const { cues, errors } = new WebVTTParser().parse(readFileSync(join(root, path), 'utf8'), 'metadata')
    assert.deepEqual(errors, [], path)
    assert.ok(cues.length > 0, path)
  }
  const captions = readFileSync(join(root, 'data/captions/r1.vtt'), 'utf8')
  const { cues, errors } = new WebVTTParser().parse(captions, 'subtitles/captions/descriptions')
  assert.deepEqual(errors, [])
  assert.deepEqual(
    cues.map(({ startTime, endTime }) => [startTime, endTime]),
    [
      [0, 0.9],
      [0.6, 1.6],
      [1.6, 2.6],
    ],
    'a line, and two sounds that were named',
  )
})

test('what was said is there as a table too, and every file for other programs is listed', () => {
  const [head = '', line = ''] = readFileSync(join(root, 'data/exports/r1-said.csv'), 'utf8').split(/\r?\n/)
  assert.ok(head.length > 0 && line.includes('A & <b>'), line)
  const { exports } = JSON.parse(readFileSync(join(root, 'release.json'), 'utf8'))
  const listed = exports.map(({ file }: { readonly file: string }) => file)
  const there = readdirSync(join(root, 'data/exports')).map(name => `data/exports/${name}`)
  const captions = ['r1', 'r2'].map(name => `data/captions/${name}.vtt`)
  assert.deepEqual(listed.toSorted(), [...there, ...captions].toSorted())
})

test('named sounds stand on the page with the time between them, and as a table', () => {
  const page = readFileSync(join(root, 'data/index.html'), 'utf8')
  // Of the two recordings one heard both, so that no placement enters: 0.2 ms for each onset, and the drift of a clock that was compared.
  assert.match(
    page,
    /The sound at 1\.60000\d s \(blank shot\) came 1000\.0 ms \(± 0\.41 ms\) after the sound at \S+ s \(blank shot: A fall &amp; [^\n]*within one recording/,
  )
  assert.match(
    page,
    /El sonido de \S+ s \(disparo de fogueo\) llegó 1000\.0 ms \(± 0\.41 ms\) después del sonido de/,
  )
  assert.match(page, /Seen &amp; &lt;heard&gt;/)
  const rows = readFileSync(join(root, 'data/exports/sounds.csv'), 'utf8').trimEnd().split('\r\n')
  assert.equal(rows.length, 1 + 2 * 2)
  assert.match(rows[1] ?? '', /"blank","A fall .*"0\.1","0\.6[^"]*","0\.2","0\.5"$/)
})

test('xmllint reads what editors read as well-formed XML', context => {
  if (!isThere(context, 'xmllint', ['--version'])) return
  for (const name of ['recordings.fcpxml', 'recordings.xml']) {
    // The address of their document type is not ours to ask for.
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', '--nonet', join(root, 'data/exports', name)],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stderr)
  }
})

test("the Library of Congress's bagit.py and OpenTimelineIO accept a release, where they are installed", context => {
  if (!isThere(context, 'python3', ['-c', 'import bagit, opentimelineio'])) return
  const said = spawnSync(
    'python3',
    [
      '-c',
      'import bagit,sys,opentimelineio as o\nbagit.Bag(sys.argv[1]).validate()\no.adapters.read_from_file(sys.argv[1] + "/data/exports/recordings.otio")',
      root,
    ],
    { encoding: 'utf8' },
  )
  assert.equal(said.status, 0, said.stderr)
})

function isThere(context: TestContext, program: string, args: readonly string[]): boolean {
  const is = spawnSync(program, args, { stdio: 'ignore' }).status === 0
  if (!is) context.skip(`${program} ${args.join(' ')} does not run here`)
  return is
}

test('tables of what was said in one recording have titles of their own', () => {
  const titles = (...languages: readonly (string | null)[]) =>
    languages.map((_, index) =>
      apart(
        languages.map(language => ({ language })),
        index,
      ),
    )
  assert.deepEqual(titles('en'), [''])
  assert.deepEqual(titles('en', 'es', null), [', en', ', es', ''])
  assert.deepEqual(titles('en', null, 'en', null), [', en 1', ', 2', ', en 3', ', 4'])
})
