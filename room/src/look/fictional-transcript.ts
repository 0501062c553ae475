// What was said in the exercise that never took place, for the look test.
import type { Fact, TranscriptLine } from '@sightline/core/case'
import type { MediaMicros } from '@sightline/core/time'
import type { TranscriptDocument } from '@sightline/core/transcript'
import { piecesOf } from '@sightline/core/transcript'

export const hash = (mark: string) => mark.repeat(64).slice(0, 64)
export const micros = (seconds: number) => Math.round(seconds * 1e6) as MediaMicros

type Told = readonly [from: number, to: number, speaker: string | null, text: string]

const heardByA: readonly Told[] = [
  [16.2, 18.4, 'SPEAKER_00', 'Academy exercise, stand where you are.'],
  [19.1, 21.0, 'SPEAKER_01', 'What did I do wrong?'],
  [
    21.4,
    24.6,
    'SPEAKER_00',
    'Put the [prop / phone] down and step away from the gate, slowly, with both hands where I can see them.',
  ],
  [25.2, 26.1, 'SPEAKER_01', '[inaudible]'],
  [27.0, 29.3, 'SPEAKER_00', 'Do it now. Do it now.'],
  [42.9, 44.2, null, 'Blanks going, blanks going.'],
  [47.5, 49.8, 'SPEAKER_00', 'Exercise ends, everybody stay where you are.'],
]
const heardByB: readonly Told[] = [
  [12.9, 14.8, 'SPEAKER_01', 'What am I doing wrong?'],
  [15.2, 18.2, 'SPEAKER_00', 'Put the prop down and step away from the gate'],
]
const translated: readonly Told[] = [
  [16.2, 18.4, 'SPEAKER_00', 'Ejercicio de la academia, quédese donde está.'],
  [19.1, 21.0, 'SPEAKER_01', '¿Qué hice mal?'],
]

function lineOf([from, to, speaker, text]: Told, cue: number): TranscriptLine {
  const pieces = piecesOf(text).map((piece, n) =>
    piece.kind === 'word' ? { ...piece, confidence: [0.93, 0.88, 0.52, 0.97][n % 4] ?? null } : piece,
  )
  return { from: micros(from), to: micros(to), speaker, heard: null, pieces, cue }
}

const document = (language: string, told: readonly Told[]): TranscriptDocument => ({
  ...{ v: 1, language, lines: told.map(lineOf), kept: null },
})
export const fictionalLines: Readonly<Record<string, TranscriptDocument>> = {
  [hash('a1')]: document('en', heardByA),
  [hash('b1')]: document('en', heardByB),
  [hash('a2')]: document('es', translated),
}

/** Entries that bring three transcripts, of which one translates another. `from` is the number of the first. */
export function listeningFacts(a: string, b: string, from: number): readonly Fact[] {
  const none = { translationOf: null, translator: null, note: null }
  const file = (name: string, form: string) => ({ kind: 'file', name, form, file: hash('f0') }) as const
  return [
    {
      type: 'transcript-brought',
      detail: {
        ...{
          v: 1,
          id: `t${from}`,
          recording: a,
          result: hash('a1'),
          lines: heardByA.length,
          words: 58,
          language: 'en',
          ...none,
        },
        origin: file('body-camera-a.json', 'whisper.cpp'),
      },
    },
    {
      type: 'transcript-brought',
      detail: {
        ...{
          v: 1,
          id: `t${from + 1}`,
          recording: b,
          result: hash('b1'),
          lines: 2,
          words: 15,
          language: 'en',
          ...none,
        },
        origin: file('body-camera-b.vtt', 'WebVTT'),
      },
    },
    {
      type: 'transcript-brought',
      detail: {
        ...{
          v: 1,
          id: `t${from + 2}`,
          recording: a,
          result: hash('a2'),
          lines: 2,
          words: 10,
          language: 'es',
        },
        ...{ translationOf: `t${from}`, translator: 'Ilse Marrow', note: null, origin: { kind: 'person' } },
      },
    },
  ]
}
