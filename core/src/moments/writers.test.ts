import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Moment, WallClock } from '../case/index.ts'
import { type CaseMicros, type MediaMicros, span, type WallMicros } from '../time/index.ts'
import { momentsAnnotations } from './annotations.ts'
import { momentsChapters } from './chapters.ts'
import { momentsTable } from './table.ts'
import type { ToldMoment } from './told.ts'

const sha256 = 'ab'.repeat(32)

function told(fields: Partial<Moment> = {}, at = 5_000_000, length = 0): ToldMoment {
  const from = (at - 1_000_000) as MediaMicros
  const moment: Moment = {
    id: 'm12',
    when: {
      on: 'recording',
      recording: sha256,
      from,
      to: length === 0 ? null : ((from + length) as MediaMicros),
    },
    region: null,
    name: 'Gate opens',
    description: null,
    tags: [],
    agent: { kind: 'person', person: 'p1' },
    at: '2031-05-03T09:00:00.000Z',
    withdrawn: null,
    rev: 12,
    ...fields,
  }
  return {
    moment,
    on: span(at as CaseMicros, (at + length) as CaseMicros),
    recording: { name: 'yard, north.mp4', sha256, size: { width: 1280, height: 720 }, errorMs: 0.4 },
    by: 'A. Reader',
  }
}

/** Reads CSV as RFC 4180 says, knowing nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const c = text[at] as string
    if (isQuoted) {
      if (c !== '"') cell += c
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (c === '"' && cell === '') isQuoted = true
    else if (c === ',' || (c === '\r' && text[at + 1] === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (c === '\r') {
        rows.push([])
        at++
      }
    } else cell += c
  }
  return rows.slice(0, -1)
}

test('whatever a person types comes back whole from the table, and no spreadsheet takes it for a formula', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (name, description) => {
      const [head, row] = readCsv(momentsTable([told({ name, description })]))
      assert.equal(row?.length, head?.length)
      const value = (column: string) => row?.[head?.indexOf(column) ?? -1] ?? ''
      assert.equal(value('name').replace(/^'/, ''), name)
      assert.ok(!/^[=@\t\r]/.test(value('name')))
      assert.equal(value('description').replace(/^'/, ''), description)
    }),
  )
})

test('the table gives times in decimal seconds, in the order of the clock, unknown ones empty', () => {
  const unplaced = { ...told({ id: 'm13' }), on: null, recording: null }
  const region = { kind: 'arrow', fromX: 1, fromY: 2, toX: 30, toY: 40 } as const
  const rows = readCsv(
    momentsTable([unplaced, told({ region }, 5_000_001, 250_000), told({ id: 'm9' }, 2e6)]),
  )
  assert.deepEqual(
    rows.slice(1).map(row => [row[0], row[1], row[2], row[3], row[9]]),
    [
      ['m9', '2', '', 'instant', ''],
      ['m12', '5.000001', '5.250001', 'span', 'arrow 1 2 30 40'],
      ['m13', '', '', 'instant', ''],
    ],
  )
})

test('the table gives wall times once the clock is anchored, and none before', () => {
  const moments = [
    { ...told({ id: 'm13' }), on: null },
    told({}, 5_000_001, 250_000),
    told({ id: 'm9' }, 2e6),
  ]
  const atZero = (Date.UTC(2031, 4, 2, 12) * 1000) as WallMicros
  const wallOf = (row: readonly string[]) => row.slice(-2)
  assert.deepEqual(readCsv(momentsTable(moments)).map(wallOf).slice(1, 4), [
    ['', ''],
    ['', ''],
    ['', ''],
  ])
  const anchored = { atZero, offsetMinutes: 120 } as WallClock
  assert.deepEqual(readCsv(momentsTable(moments, anchored)).map(wallOf).slice(0, 4), [
    ['wall_from', 'wall_to'],
    ['2031-05-02T14:00:02.000000+02:00', ''],
    ['2031-05-02T14:00:05.000001+02:00', '2031-05-02T14:00:05.250001+02:00'],
    ['', ''],
  ])
})

test('chapters follow the grammar of WebVTT whatever the names are', () => {
  const cue = /^m\d+\n\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n[^\n]+\n$/
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1 }).filter(text => text.trim() !== ''),
        { maxLength: 5 },
      ),
      names => {
        const text = momentsChapters(
          names.map((name, n) => told({ id: `m${n + 1}`, name }, 1e6 * n, 5e5)),
          0,
          'A case',
        )
        const [head, note, ...cues] = text.split(/(?<=\n)\n/)
        assert.equal(head, 'WEBVTT\n')
        assert.match(note ?? '', /^NOTE\n[^\n]+\n$/)
        assert.equal(cues.length, names.length)
        for (const each of cues) {
          assert.match(each, cue)
          assert.ok(!/[<>]/.test(each.split('\n')[2] ?? ''), 'names hold no markup')
        }
      },
    ),
  )
})

test('chapters of a clip count from where it begins, and leave out what is not in it', () => {
  const moments = [told(), told({ id: 'm1' }, 1e6), told({ id: 'm2', withdrawn: 'mistaken' })]
  const text = momentsChapters(moments, 4_500_000, 'Clip')
  assert.match(text, /m12\n00:00:00\.500 --> 00:00:01\.500\nGate opens/)
  assert.match(text, /Left out: 2\./)
})

test('an annotation names the recording by its hash and the place by time and pixels', () => {
  const region = { kind: 'ellipse', x: 10, y: 20, width: 30, height: 40 } as const
  const page = JSON.parse(
    momentsAnnotations([told({ region, tags: ['gate'], description: 'It swings out.' }, 5e6, 250_000)], {
      generator: 'sightline 0',
      at: '2031-05-03T09:00:00.000Z',
    }),
  )
  assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld')
  assert.equal(page.total, 1)
  const [annotation] = page.first.items
  assert.equal(annotation.type, 'Annotation')
  assert.equal(annotation.target.source.id, `urn:sha256:${sha256}`)
  assert.equal(annotation.target.selector.value, 't=4,4.25&xywh=pixel:10,20,30,40')
  assert.match(annotation.target.selector.refinedBy.value, /viewBox="0 0 1280 720"><ellipse cx="25" cy="40"/)
  assert.deepEqual(
    annotation.body.map((each: { purpose: string }) => each.purpose),
    ['identifying', 'describing', 'tagging'],
  )
})

test('a withdrawn moment is not handed on as an annotation, and one of the whole case has no recording', () => {
  const by = { generator: 'x', at: 'y' }
  assert.equal(JSON.parse(momentsAnnotations([told({ withdrawn: 'mistaken' })], by)).total, 0)
  const onCase = {
    ...told({ when: { on: 'case', from: 5 as CaseMicros, to: null, seen: null } }),
    recording: null,
  }
  const [annotation] = JSON.parse(momentsAnnotations([onCase], by)).first.items
  assert.equal(annotation.target.id, 'urn:sightline:case')
})
