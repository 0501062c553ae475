import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import { mediaMicros } from '../time/index.ts'
import { readCsv, writeCsv } from './csv.ts'
import { readRows, writeRows } from './csv-rows.ts'
import { readJson, writeOwnJson } from './json.ts'
import { readTranscript } from './read-transcript.ts'
import { readSrt, writeSrt } from './srt.ts'
import { piecesOf, textOf } from './typed-text.ts'
import { readWebVtt, writeWebVtt } from './webvtt.ts'

/** Letters, marks and signs that formats treat in some way of their own. */
const letters = [...'abcdefgABCÉñß你好🎈&<>"\';,=+@-–>.!?#{}\\/%1234567890']
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
  .map(parts => parts.join(''))

const share = fc.option(fc.integer({ min: 0, max: 1000 }).map(n => n / 1000))
const time = (unit: number) =>
  fc.option(fc.integer({ min: 0, max: 7_200_000 }).map(n => mediaMicros(n * unit)))

const piece = (unit: number): fc.Arbitrary<Piece> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('word' as const),
        text: word,
        from: time(unit),
        to: time(unit),
        confidence: share,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('inaudible' as const), from: time(unit), to: time(unit) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('ambiguous' as const),
        readings: fc.array(word, { minLength: 2, maxLength: 4 }),
        from: time(unit),
        to: time(unit),
      }),
    },
  )

const speaker = fc.option(
  fc.constantFrom('Guard A', 'SPEAKER_01', 'Dispatcher', 'La vecina', 'A & B <radio>'),
)

/** Lines in order of time, whose times count in `unit` microseconds. */
const linesOf = (unit: number): fc.Arbitrary<TranscriptLine[]> =>
  fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 5000 }),
        length: fc.integer({ min: 0, max: 9000 }),
        speaker,
        pieces: fc.array(piece(unit), { minLength: 1, maxLength: 8 }),
      }),
      { maxLength: 12 },
    )
    .map(parts => {
      let at = 0
      return parts.map(({ gap, length, speaker: by, pieces }): TranscriptLine => {
        const from = at + gap
        at = from + length
        return {
          from: mediaMicros(from * unit),
          to: mediaMicros(at * unit),
          speaker: by,
          heard: null,
          pieces: pieces.map(each => ({ ...each })),
          cue: null,
        }
      })
    })

/** Lines as a caption file can hold them: words without times or confidence. */
const captionLines = linesOf(1000).map(lines =>
  lines.map(line => ({
    ...line,
    pieces: line.pieces.flatMap(each =>
      each.kind === 'word' ? piecesOf(each.text) : [{ ...each, from: null, to: null }],
    ),
  })),
)

/** What lines say, without the cue they came from. */
const said = (lines: readonly TranscriptLine[]) => lines.map(line => ({ ...line, cue: null }))

const nowhere = { speech: [], whole: { from: mediaMicros(0), to: mediaMicros(60e6) } }

const kept = (text: string) => {
  const { document } = readWebVtt(text)
  assert.equal(document.kept?.format, 'webvtt')
  return { document, kept: document.kept?.format === 'webvtt' ? document.kept : null }
}

test('WebVTT written and read again says the same, whatever the words', () => {
  fc.assert(
    fc.property(captionLines, lines => {
      const written = writeWebVtt(lines, null)
      const read = kept(written)
      assert.deepEqual(said(read.document.lines), lines)
      assert.equal(writeWebVtt(read.document.lines, read.kept), written)
    }),
    { numRuns: 150 },
  )
})

test('SubRip written and read again says the same', () => {
  fc.assert(
    fc.property(captionLines, lines => {
      // A colon in a line without a speaker would be taken for one: the format has no other way to say who speaks.
      const plain = lines.map(line => ({
        ...line,
        speaker: line.speaker?.replace(/[^\w]+/g, ' ').trim() || null,
      }))
      const written = writeSrt(plain, null)
      const { document } = readSrt(written)
      const tagless = plain.filter(line => !/<\/?[a-z]|\{\\/i.test(textOf(line)))
      if (tagless.length < plain.length) return
      assert.ok(document.kept?.format === 'srt')
      assert.deepEqual(said(document.lines), plain)
      assert.equal(writeSrt(document.lines, document.kept), written)
    }),
    { numRuns: 150 },
  )
})

test('no text, however broken, makes the readers of captions fail, and nothing of it is lost', () => {
  const parts = [
    'WEBVTT',
    '\n',
    '\r\n',
    '\n\n',
    '00:01.000',
    ' --> ',
    '00:02.000',
    '<v ',
    '>',
    '</v>',
    '&amp;',
    '\0',
    'NOTE',
    '1',
    'x',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), some => {
      const text = `WEBVTT\n${some.join('')}`
      const first = kept(text)
      const written = writeWebVtt(first.document.lines, first.kept)
      assert.deepEqual(readWebVtt(written).document.lines, first.document.lines)
      const { document } = readSrt(some.join(''))
      assert.ok(document.kept?.format === 'srt')
      assert.deepEqual(
        said(readSrt(writeSrt(document.lines, document.kept)).document.lines),
        said(document.lines),
      )
    }),
    { numRuns: 300 },
  )
})

test('our table holds every word to the microsecond, with doubt, and reads back the same', () => {
  fc.assert(
    fc.property(linesOf(1), lines => {
      const written = writeCsv(lines, null)
      const { document, problems } = readCsv(written)
      assert.deepEqual(document.lines, lines)
      assert.deepEqual(problems, [])
    }),
    { numRuns: 150 },
  )
})

test('our JSON reads back the same, with everything that was kept', () => {
  fc.assert(
    fc.property(linesOf(1), lines => {
      const document = { v: 1, language: 'en', lines, kept: null } as const
      assert.deepEqual(readJson(writeOwnJson(document))?.document, document)
    }),
    { numRuns: 50 },
  )
})

test('rows of any cells are written and read again', () => {
  const cell = fc.string({ maxLength: 8 }).filter(text => !text.startsWith('\uFEFF'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), rows => {
      for (const separator of [',', ';', '\t'] as const)
        assert.deepEqual(readRows(writeRows(rows, separator), separator), rows)
    }),
    { numRuns: 300 },
  )
})

test('no JSON, however odd, makes the reader fail in another way than by saying so', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.record({ segments: fc.array(fc.jsonValue()) }),
    fc.record({ results: fc.record({ items: fc.array(fc.jsonValue()) }) }),
    fc.record({
      model: fc.jsonValue(),
      transcription: fc.array(fc.record({ tokens: fc.jsonValue(), offsets: fc.jsonValue() })),
    }),
    fc.record({
      results: fc.array(fc.record({ alternatives: fc.array(fc.record({ words: fc.jsonValue() })) })),
    }),
  )
  fc.assert(
    fc.property(odd, value => {
      try {
        readTranscript(JSON.stringify(value), 'x', nowhere)
      } catch (error) {
        assert.match(String(error), /expected the JSON of a recogniser/)
      }
    }),
    { numRuns: 300 },
  )
  assert.throws(() => readTranscript('['.repeat(200_000), 'deep', nowhere), /deep: expected/)
})
