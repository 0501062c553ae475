import assert from 'node:assert/strict'
import test from 'node:test'
import type { TranscriptLayer } from '../case/index.ts'
import { mediaMicros } from '../time/index.ts'
import { type CaptionedTranscript, captionsOf } from './captions.ts'
import type { ShownLine } from './shown.ts'
import { piecesOf, textOf } from './typed-text.ts'
import { readWebVtt } from './webvtt.ts'

const person = { kind: 'person', person: 'p1' } as const
let made = 0

/** A line at so many seconds of its recording; settled by the person where it is said so. */
function line(from: number, to: number, speaker: string | null, text: string, isSettled = true): ShownLine {
  made += 1
  const said = {
    from: mediaMicros(from * 1e6),
    to: mediaMicros(to * 1e6),
    speaker,
    heard: null,
    pieces: piecesOf(text),
    cue: null,
  }
  const layer: TranscriptLayer = {
    ...{ id: `tl${made}`, kind: 'settled', transcript: 't1', result: '', replaces: [], by: [], note: null },
    ...{ agent: person, at: '', withdrawn: null, rev: made },
  }
  return { ...said, key: `k${made}`, layer: isSettled ? layer : null, isFitted: false }
}

const transcript = (
  id: string,
  offset: number | null,
  lines: readonly ShownLine[],
  more: Partial<CaptionedTranscript> = {},
): CaptionedTranscript => ({
  ...{ id, name: `${id}.mp4`, language: 'en', translationOf: null, translator: null, lines },
  speakerOf: label => (label === 'S0' ? 'Guard A' : label),
  timeOf: media => (offset === null ? null : media + offset * 1e6),
  ...more,
})

const camera = transcript('t1', 10, [
  line(1, 3, 'S0', 'Stay there & wait'),
  line(4, 5, 'S1', 'not looked at yet', false),
  line(6, 7, null, '[inaudible]'),
])
const door = transcript('t2', 0, [
  line(11.2, 13, 'S0', 'stay there and wait'),
  line(20, 21, null, 'The gate'),
])
const spanish = transcript('t3', 10, [line(1, 3, null, 'Quédese ahí')], {
  ...{ language: 'es', translationOf: 't1', translator: 'Ilse Marrow' },
})
const asked = { title: 'Yard', transcripts: [camera, door, spanish], only: 'settled' } as const
const blank = { at: 12_500_000, label: { is: 'blank', by: 'R. Imani' } }

test('captions of a case hold settled lines once each, with speakers, translations and labelled impulses', () => {
  const text = captionsOf({ ...asked, impulses: [blank, { at: 1, label: null }] })
  const { document, problems } = readWebVtt(text)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    document.lines.map(each => [each.from / 1e6, each.to / 1e6, each.speaker, textOf(each)]),
    [
      [11, 13, 'Guard A', 'Stay there & wait'],
      [11, 13, null, 'Quédese ahí'],
      [12.5, 13.5, null, '[impulse: blank, by R. Imani]'],
      [16, 17, null, '[inaudible]'],
      [20, 21, null, 'The gate'],
    ],
  )
  assert.match(text, /<lang es>Quédese ahí<\/lang>/)
  assert.match(text, /NOTE t3: translation of t1 in es by Ilse Marrow\./)
  assert.match(text, /NOTE Left out as the same words from another microphone: 1\./)
  assert.doesNotMatch(text, /not looked at yet|not labelled/)
})

test('what nobody reviewed goes out only as work, and says so; what lies on no clock is counted', () => {
  const text = captionsOf({
    ...asked,
    transcripts: [camera, transcript('t4', null, [line(1, 2, null, 'elsewhere')])],
    only: 'all',
    impulses: [{ at: 1, label: null }],
  })
  assert.match(text, /NOTE For work: lines that nobody has reviewed are among these\./)
  assert.match(text, /NOTE not reviewed\n\nt1\.\S+\n\S+ --> \S+\n[^\n]*not looked at yet/)
  // What somebody settled stands without the note.
  assert.match(text, /\n\n(?<!NOTE not reviewed\n\n)t1\.\S+\n\S+ --> \S+\n<v Guard A>Stay there/)
  assert.match(text, /\[impulse, not labelled\]/)
  assert.match(text, /NOTE Left out because they lie nowhere on this clock: 1\./)
  assert.doesNotMatch(text, /elsewhere/)
})
