import assert from 'node:assert/strict'
import test from 'node:test'
import { mediaMicros } from '../time/index.ts'
import { readCsv, writeCsv } from './csv.ts'
import { readJson, writeRecogniserJson } from './json.ts'
import { alignPlainText } from './plain-text.ts'
import { readTranscript } from './read-transcript.ts'
import { retyped, textOf } from './typed-text.ts'

const nowhere = { speech: [], whole: { from: mediaMicros(0), to: mediaMicros(60e6) } }

const foreign =
  'Speaker;Start (s);End (s);Transcript;Reviewed by\r\nGuard A;1.5;2.25;"Stay; there";JD\r\n;3;4.000;Wait;\r\nx;soon;later;Lost;?\r\n'

test("another's table keeps its columns, its rows and what could not be read", () => {
  const { document, problems } = readCsv(foreign)
  assert.deepEqual(
    document.lines.map(line => [line.speaker, line.from, line.to, textOf(line)]),
    [
      ['Guard A', 1_500_000, 2_250_000, 'Stay; there'],
      [null, 3_000_000, 4_000_000, 'Wait'],
    ],
  )
  assert.equal(problems.length, 1)
  assert.ok(document.kept?.format === 'csv')
  assert.equal(writeCsv(document.lines, document.kept), foreign)
  const changed = document.lines.map((line, at) =>
    at === 1 ? { ...line, pieces: retyped(line.pieces, 'Wait here') as typeof line.pieces } : line,
  )
  assert.equal(writeCsv(changed, document.kept), foreign.replace('3;4.000;Wait;', '3;4;Wait here;'))
})

const forms: Readonly<Record<string, unknown>> = {
  'whisper.cpp': {
    systeminfo: 'x',
    model: { type: 'base', multilingual: true },
    params: { model: 'ggml-base.bin' },
    result: { language: 'en' },
    transcription: [
      {
        timestamps: { from: '00:00:01,000', to: '00:00:02,000' },
        offsets: { from: 1000, to: 2000 },
        text: ' Stay there.',
        tokens: [
          { text: '[_BEG_]', offsets: { from: 1000, to: 1000 }, id: 50364, p: 0.9 },
          { text: ' St', offsets: { from: 1000, to: 1200 }, id: 1, p: 0.9 },
          { text: 'ay', offsets: { from: 1200, to: 1400 }, id: 2, p: 0.8 },
          { text: ' there', offsets: { from: 1400, to: 1900 }, id: 3, p: 0.95 },
          { text: '.', offsets: { from: 1900, to: 2000 }, id: 4, p: 0.7 },
        ],
      },
    ],
  },
  whisper: {
    text: ' Stay there.',
    language: 'en',
    segments: [
      {
        ...{
          id: 0,
          seek: 0,
          start: 1,
          end: 2,
          text: ' Stay there.',
          avg_logprob: -0.2,
          no_speech_prob: 0.01,
        },
        words: [
          { word: ' Stay', start: 1, end: 1.4, probability: 0.8 },
          { word: ' there.', start: 1.4, end: 2, probability: 0.7 },
        ],
      },
    ],
  },
  Vosk: {
    result: [
      { conf: 0.8, start: 1, end: 1.4, word: 'Stay' },
      { conf: 0.7, start: 1.4, end: 2, word: 'there.' },
    ],
    text: 'Stay there.',
  },
  'Amazon Transcribe': {
    jobName: 'x',
    results: {
      transcripts: [{ transcript: 'Stay there.' }],
      items: [
        {
          type: 'pronunciation',
          start_time: '1.0',
          end_time: '1.4',
          alternatives: [{ confidence: '0.8', content: 'Stay' }],
        },
        {
          type: 'pronunciation',
          start_time: '1.4',
          end_time: '2.0',
          alternatives: [{ confidence: '0.7', content: 'there' }],
        },
        { type: 'punctuation', alternatives: [{ confidence: '0.0', content: '.' }] },
      ],
    },
  },
  'Google Speech-to-Text': {
    results: [
      {
        alternatives: [
          {
            transcript: 'Stay there.',
            words: [
              { word: 'Stay', startTime: '1s', endTime: '1.400s', confidence: 0.8 },
              { word: 'there.', startTime: '1.400s', endTime: '2s', confidence: 0.7 },
            ],
          },
        ],
      },
    ],
  },
  Deepgram: {
    results: {
      channels: [
        {
          alternatives: [
            {
              words: [
                { word: 'stay', punctuated_word: 'Stay', start: 1, end: 1.4, confidence: 0.8 },
                { word: 'there', punctuated_word: 'there.', start: 1.4, end: 2, confidence: 0.7 },
              ],
            },
          ],
        },
      ],
    },
  },
  AssemblyAI: {
    id: 'x',
    language_code: 'en_us',
    text: 'Stay there.',
    words: [
      { text: 'Stay', start: 1000, end: 1400, confidence: 0.8, speaker: null },
      { text: 'there.', start: 1400, end: 2000, confidence: 0.7, speaker: null },
    ],
    utterances: null,
  },
  'Azure Speech, batch': {
    combinedRecognizedPhrases: [{ channel: 0, display: 'Stay there.' }],
    recognizedPhrases: [
      {
        recognitionStatus: 'Success',
        channel: 0,
        offset: 'PT1S',
        duration: 'PT1S',
        offsetInTicks: 10_000_000,
        durationInTicks: 10_000_000,
        nBest: [
          {
            confidence: 0.75,
            display: 'Stay there.',
            words: [
              { word: 'stay', offsetInTicks: 10_000_000, durationInTicks: 4_000_000, confidence: 0.8 },
              { word: 'there.', offsetInTicks: 14_000_000, durationInTicks: 6_000_000, confidence: 0.7 },
            ],
            displayWords: [
              { displayText: 'Stay', offsetInTicks: 10_000_000, durationInTicks: 4_000_000, confidence: 0.8 },
              {
                displayText: 'there.',
                offsetInTicks: 14_000_000,
                durationInTicks: 6_000_000,
                confidence: 0.7,
              },
            ],
          },
        ],
      },
    ],
  },
  'Azure Speech, live': {
    RecognitionStatus: 'Success',
    Offset: 10_000_000,
    Duration: 10_000_000,
    NBest: [
      {
        Confidence: 0.75,
        Display: 'Stay there.',
        Words: [
          { Word: 'Stay', Offset: 10_000_000, Duration: 4_000_000, Confidence: 0.8 },
          { Word: 'there.', Offset: 14_000_000, Duration: 6_000_000, Confidence: 0.7 },
        ],
      },
    ],
  },
  'sightline listen': {
    language: 'en',
    model: 'x',
    words: [
      { from: 1, to: 1.4, text: 'Stay', confidence: 0.8 },
      { from: 1.4, to: 2, text: 'there.', confidence: 0.7 },
    ],
  },
}

for (const [name, form] of Object.entries(forms))
  test(`the JSON of ${name} is read with its words and certainty, and written back with all it held`, () => {
    const read = readJson(JSON.stringify(form))
    assert.equal(read?.dialect, name)
    const { lines, kept } = read.document
    assert.deepEqual(
      lines.map(line => [line.from, line.to, textOf(line)]),
      [[1_000_000, 2_000_000, 'Stay there.']],
    )
    assert.deepEqual(
      lines[0]?.pieces.map(piece =>
        piece.kind === 'word' ? [piece.text, piece.from, piece.to, piece.confidence] : null,
      ),
      [
        ['Stay', 1_000_000, 1_400_000, 0.8],
        ['there.', 1_400_000, 2_000_000, 0.7],
      ],
    )
    assert.ok(kept?.format === 'json')
    assert.deepEqual(JSON.parse(writeRecogniserJson(lines, kept) ?? ''), form)
  })

test('forms of a recogniser that hold words and nothing else are read', () => {
  const said = (form: unknown) => {
    const read = readJson(JSON.stringify(form))
    return [read?.dialect, read?.document.lines.map(textOf)]
  }
  const words = [
    { word: 'Stay', start: 1, end: 1.4 },
    { word: 'there', start: 1.4, end: 2 },
  ]
  assert.deepEqual(said({ language: 'english', text: 'Stay there', words }), ['whisper', ['Stay there']])
  const alternatives = [{ confidence: 210.5, result: words, text: 'stay there' }]
  assert.deepEqual(said({ alternatives }), ['Vosk', ['Stay there']])
})

test('whole numbers of a table by which lines would last minutes are milliseconds, and are written back as such', () => {
  const table = 'start\tend\ttext\n1000\t2500\tStay there.\n2500\t4000\tWhy?\n'
  const read = readCsv(table)
  assert.deepEqual(
    read.document.lines.map(({ from, to }) => [from, to]),
    [
      [1_000_000, 2_500_000],
      [2_500_000, 4_000_000],
    ],
  )
  assert.match(read.problems.join(), /read as milliseconds/)
  const kept = read.document.kept?.format === 'csv' ? read.document.kept : null
  const moved = read.document.lines.map((line, at) =>
    at === 1 ? { ...line, to: mediaMicros(4_500_000) } : line,
  )
  assert.equal(
    writeCsv(moved, kept).replaceAll('\r\n', '\n'),
    'start\tend\ttext\n1000\t2500\tStay there.\n2500\t4500\tWhy?\n',
  )
  const inSeconds = readCsv('start,end,text\n10,12,Stay there.\n120,300,Why?\n14,16,Stay.\n')
  assert.deepEqual([inSeconds.document.lines[0]?.from, inSeconds.problems.length], [10_000_000, 0])
})

test('who spoke on which channel is kept, and no channel is left out', () => {
  const linesOf = (form: unknown) =>
    readJson(JSON.stringify(form))?.document.lines.map(line => [line.speaker, textOf(line), line.from / 1e6])
  const expected = [
    ['channel 0', 'Stay there.', 1],
    ['channel 1', 'Why?', 1.5],
    ['channel 0', 'Stay.', 3],
  ]
  const deepgram = (words: readonly (readonly [string, number])[]) => ({
    alternatives: [
      { words: words.map(([word, start]) => ({ word, punctuated_word: word, start, end: start + 0.3 })) },
    ],
  })
  assert.deepEqual(
    linesOf({
      results: {
        channels: [
          deepgram([
            ['Stay', 1],
            ['there.', 1.4],
            ['Stay.', 3],
          ]),
          deepgram([['Why?', 1.5]]),
        ],
      },
    }),
    expected,
  )
  const phrase = (channel: number, text: string, offset: number) => ({
    ...{ channel, offsetMilliseconds: 1000 * offset, durationMilliseconds: 700, text },
    locale: 'en-US',
  })
  const phrases = [phrase(0, 'Stay there.', 1), phrase(0, 'Stay.', 3), phrase(1, 'Why?', 1.5)]
  assert.deepEqual(linesOf({ durationMilliseconds: 4000, combinedPhrases: [], phrases }), expected)
  const item = (content: string, from: number) => ({
    type: 'pronunciation',
    start_time: String(from),
    end_time: String(from + 0.3),
    alternatives: [{ confidence: '0.9', content }],
  })
  const mark = (content: string) => ({ type: 'punctuation', alternatives: [{ confidence: '0.0', content }] })
  const channels = [
    {
      channel_label: 'channel 0',
      items: [item('Stay', 1), item('there', 1.4), mark('.'), item('Stay', 3), mark('.')],
    },
    { channel_label: 'channel 1', items: [item('Why', 1.5), mark('?')] },
  ]
  const items = [item('Stay', 1), item('there', 1.4), item('Why', 1.5), item('Stay', 3)]
  assert.deepEqual(linesOf({ results: { channel_labels: { channels }, items } }), expected)
  const utterances = [
    { speaker: 'A', start: 1000, end: 1700, text: 'Stay there.', words: [] },
    { speaker: 'B', start: 1500, end: 1800, text: 'Why?', words: [] },
  ]
  assert.deepEqual(linesOf({ text: '', words: [], utterances }), [
    ['A', 'Stay there.', 1],
    ['B', 'Why?', 1.5],
  ])
})

test('a segment of Whisper that was changed is written anew among the others, which keep all they held', () => {
  const form = {
    language: 'en',
    segments: [
      { id: 0, start: 1, end: 2, text: ' One', avg_logprob: -1 },
      { id: 1, start: 2, end: 3, text: ' Two', avg_logprob: -2 },
    ],
  }
  const read = readJson(JSON.stringify(form))
  assert.ok(read?.document.kept?.format === 'json')
  const lines = read.document.lines.map(line =>
    textOf(line) === 'Two' ? { ...line, speaker: 'Guard B', pieces: [...retyped(line.pieces, 'Too')] } : line,
  )
  const written = writeRecogniserJson(lines, read.document.kept)
  assert.deepEqual(JSON.parse(written ?? ''), {
    language: 'en',
    segments: [
      form.segments[0],
      {
        ...{ id: 1, start: 2, end: 3, text: ' Too', avg_logprob: -2, speaker: 'Guard B' },
        words: [{ word: ' Too', start: null, end: null, probability: null }],
      },
    ],
  })
  assert.deepEqual(readJson(written ?? '')?.document.lines, lines)
})

test('text alone is laid over the speech that was found, marked as estimated, with its speakers', () => {
  const at = (from: number, to: number) => ({ from: mediaMicros(from * 1e6), to: mediaMicros(to * 1e6) })
  const { document } = alignPlainText(
    'GUARD A: Stay there\n\nGuard B: Who is that?\n',
    [at(10, 12), at(20, 22.2)],
    at(0, 60),
  )
  assert.deepEqual(
    document.lines.map(line => [line.speaker, textOf(line), line.from / 1e6, line.to / 1e6, line.estimated]),
    [
      ['GUARD A', 'Stay there', 10, 12, true],
      ['Guard B', 'Who is that?', 20, 22.2, true],
    ],
  )
})

test('a long paragraph becomes lines of whole sentences, all by its speaker, and no word is lost', () => {
  const sentence = 'They walked along the wall and nobody said a word until the gate was reached.'
  const text = `Guard A: ${Array.from({ length: 8 }, () => sentence).join(' ')}`
  const whole = { from: mediaMicros(0), to: mediaMicros(80e6) }
  const { lines } = alignPlainText(text, [], whole).document
  assert.ok(lines.length > 2 && lines.every(line => line.speaker === 'Guard A' && textOf(line).length <= 240))
  assert.equal(lines.map(textOf).join(' '), text.slice('Guard A: '.length))
  assert.deepEqual([lines[0]?.from, lines.at(-1)?.to], [0, 80_000_000])
})

test('what is typed over a line keeps the times of the words that stay', () => {
  const word = (text: string, from: number) =>
    ({ kind: 'word', text, from: mediaMicros(from), to: mediaMicros(from + 5), confidence: 0.9 }) as const
  const before = [word('drop', 0), word('the', 10), word('gum', 20)]
  assert.deepEqual(retyped(before, 'drop the gun'), [
    before[0],
    before[1],
    { ...word('gun', 20), confidence: null },
  ])
  assert.deepEqual(retyped(before, 'drop the [gun / gum]')[2], {
    kind: 'ambiguous',
    readings: ['gun', 'gum'],
    from: 20,
    to: 25,
  })
  assert.deepEqual(
    retyped(before, 'please drop it now gum').map(({ from }) => from),
    [0, null, null, null, 20],
  )
})

test('what a file is, is told by its content, and what it is not, by name', () => {
  const as = (text: string) => readTranscript(text, 'the file', nowhere).format
  assert.equal(as('WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n'), 'webvtt')
  assert.equal(as('1\n00:00:01,000 --> 00:00:02,000\nHi\n'), 'srt')
  assert.equal(as(foreign), 'csv')
  assert.equal(as(JSON.stringify(forms['Vosk'])), 'json')
  assert.equal(as('[inaudible] he said'), 'text')
  assert.equal(as(''), 'text')
  assert.throws(() => as('{"some": "thing"}'), /the file: expected the JSON of a recogniser that is known/)
  assert.throws(() => as(JSON.stringify(forms['whisper']).slice(0, 90)), /cut short/)
})
