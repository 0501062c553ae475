import assert from 'node:assert/strict'
import test from 'node:test'
import { mediaMicros } from '../time/index.ts'
import { readSrt, writeSrt } from './srt.ts'
import { textOf } from './typed-text.ts'
import { readWebVtt, writeWebVtt } from './webvtt.ts'

const file = `WEBVTT - exercise of the yard
Kind: captions
Language: en

STYLE
::cue(v[voice="Guard A"]) { color: lime }

REGION
id:top
width:40%

NOTE
brought by the desk
on two lines

first
00:00:01.000 --> 00:00:03.500 region:top align:start position:10%
<v.loud Guard A>Stay <i>there</i>,</v> <v Guard B>wait &amp; see

00:04.000 --> 00:05.000
<v Guard A>Show <00:00:04.500>your <00:00:04.800>hands</v>

NOTE between cues

00:00:06.000 --> 00:00:07.000 line:0
[inaudible] the [gate / crate]
`

const kept = (text: string) => {
  const { document } = readWebVtt(text)
  assert.equal(document.kept?.format, 'webvtt')
  return { document, kept: document.kept?.format === 'webvtt' ? document.kept : null }
}

test('a WebVTT file with voices, identifiers, settings, notes, styles and regions is written back as it was', () => {
  const read = kept(file)
  assert.equal(writeWebVtt(read.document.lines, read.kept), file)
  assert.equal(read.document.language, 'en')
})

test('voices in one cue are lines of their own, and times in a cue are times of words', () => {
  const { lines } = readWebVtt(file).document
  assert.deepEqual(
    lines.map(line => [line.speaker, textOf(line), line.from, line.to]),
    [
      ['Guard A', 'Stay there,', 1_000_000, 3_500_000],
      ['Guard B', 'wait & see', 1_000_000, 3_500_000],
      ['Guard A', 'Show your hands', 4_000_000, 5_000_000],
      [null, '[inaudible] the [gate / crate]', 6_000_000, 7_000_000],
    ],
  )
  assert.deepEqual(
    lines[2]?.pieces.map(({ from, to }) => [from, to]),
    [
      [null, null],
      [4_500_000, 4_800_000],
      [4_800_000, 5_000_000],
    ],
  )
  assert.deepEqual(
    lines[3]?.pieces.map(({ kind }) => kind),
    ['inaudible', 'word', 'ambiguous'],
  )
})

test('a changed line is written anew in its own cue; everything around it stays to the byte', () => {
  const { document, kept: was } = kept(file)
  const lines = document.lines.map(line =>
    line.speaker === null
      ? {
          ...line,
          pieces: readWebVtt('WEBVTT\n\n00:01.000 --> 00:02.000\nthe gate').document.lines[0]?.pieces ?? [],
        }
      : line,
  )
  assert.equal(writeWebVtt(lines, was), file.replace('[inaudible] the [gate / crate]', 'the gate'))
})

test('a line that was added stands where its time is, and one taken away is gone', () => {
  const { document, kept: was } = kept(file)
  const [first, second, third] = document.lines
  assert.ok(first && second && third)
  const added = {
    ...third,
    from: mediaMicros(5_200_000),
    to: mediaMicros(5_400_000),
    cue: null,
    speaker: null,
  }
  const written = writeWebVtt([first, second, third, added], was)
  assert.ok(written.includes('NOTE between cues\n\n00:00:05.200 --> 00:00:05.400\nShow'))
  assert.ok(!written.includes('[inaudible]'))
})

test('windows line ends, a byte order mark, short times and a missing blank line are read', () => {
  const text = '\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nOne\r\n00:02.000 --> 00:03.000\r\nTwo\r\n'
  const { document, problems } = readWebVtt(text)
  assert.deepEqual(document.lines.map(textOf), ['One', 'Two'])
  assert.deepEqual(problems, [])
})

test('a cue with times that cannot be read is told, kept, and written back', () => {
  const text =
    'WEBVTT\n\n00:05.000 --> 00:02.000\nbackwards\n\nsoon --> later\nnever\n\n00:06.000 --> 00:07.000\nfine\n'
  const { document, problems } = readWebVtt(text)
  assert.deepEqual(document.lines.map(textOf), ['fine'])
  assert.equal(problems.length, 2)
  assert.equal(writeWebVtt(document.lines, kept(text).kept), text)
})

const srt = `1
00:00:01,000 --> 00:00:02,500
GUARD A: Stay there,
wait.

2
00:00:03,000 --> 00:00:04,000 X1:10 X2:20
{\\an8}<i>[inaudible]</i>

4
00:00:05,000 --> 00:00:06,000

5
00:00:07,000 --> 00:00:08,000
first part

second part
`

test('a SubRip file is written back as it was, with its numbers, tags, blank lines and placings', () => {
  const { document } = readSrt(srt)
  assert.ok(document.kept?.format === 'srt')
  assert.equal(writeSrt(document.lines, document.kept), srt)
  assert.deepEqual(
    document.lines.map(line => [line.speaker, textOf(line)]),
    [
      ['GUARD A', 'Stay there, wait.'],
      [null, '[inaudible]'],
      [null, ''],
      [null, 'first part second part'],
    ],
  )
})
