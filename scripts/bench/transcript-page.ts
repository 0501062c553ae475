// A long transcript in a page, for `npm run bench -- transcript`: 50,000 words in 5,000 lines, 500 of them changed by hand. No file and no decoder.
import type { EntryDetail, TranscriptLine } from '@sightline/core/case'
import type { MediaMicros } from '@sightline/core/time'
import type { TranscriptDocument } from '@sightline/core/transcript'
import { textOf } from '@sightline/core/transcript'
import * as z from 'zod/mini'
import { createEngine } from '../../room/src/engine/engine.ts'
import { drawnMedia } from '../../room/src/look/drawn-media.ts'
import { type Fictional, fictionalLog, told } from '../../room/src/look/fictional-case.ts'
import { fictionalSource } from '../../room/src/look/fictional-source.ts'
import type { LookWindow } from '../../room/src/look/look-page.tsx'
import { keepPreferences } from '../../room/src/preferences.ts'
import { startRoom } from '../../room/src/start-room.tsx'

type Facts = NonNullable<Parameters<typeof fictionalSource>[0]>

const lines = 5000
const wordsInLine = 10
const changed = 500

/** Words of all lengths, the same at each run. */
const wordAt = (n: number) =>
  ['stop', 'there', 'gate', 'everybody', 'I', 'the', 'walking', 'please', 'now'][(n * 7919) % 9] ?? ''

const recording: Fictional = {
  ...{
    name: 'Camera 1.mp4',
    id: '01'.repeat(32),
    seconds: 6 * 3600,
    first: 0,
    fps: 25,
    start: 0,
    errorMs: 0.5,
    wearer: null,
  },
  ...{ pictures: true, sound: true, absent: [], silent: [] },
}

const micros = (seconds: number) => Math.round(seconds * 1e6) as MediaMicros

function lineAt(n: number): TranscriptLine {
  const from = n * 4
  return {
    ...{ from: micros(from), to: micros(from + 3.5), speaker: `SPEAKER_0${n % 4}`, heard: null, cue: n },
    pieces: Array.from({ length: wordsInLine }, (_, w) => ({
      ...{ kind: 'word' as const, text: wordAt(n * wordsInLine + w), confidence: ((n + w) % 10) / 10 },
      ...{ from: micros(from + w * 0.35), to: micros(from + w * 0.35 + 0.3) },
    })),
  }
}

const all = Array.from({ length: lines }, (_, n) => lineAt(n))
const result = 'ab'.repeat(32)
const opening = ['case-opened', 'person-named', 'intake-begun', 'intake-completed']
const before = [
  ...(fictionalLog() as Facts).filter(each => opening.includes(each.type)),
  ...(told(recording) as Facts),
]
const transcript = `t${before.length + 1}`
const brought: EntryDetail<'transcript-brought'> = {
  ...{ v: 1, id: transcript, recording: recording.id, result, lines, words: lines * wordsInLine },
  ...{ language: 'en', translationOf: null, translator: null, note: null, origin: { kind: 'person' } },
}
const facts: Facts = [
  ...before,
  { type: 'transcript-brought', detail: brought },
  ...Array.from({ length: changed }, (_, n): Facts[number] => {
    const line = all[n * 9] as TranscriptLine
    const replaces = [{ from: line.from, to: line.to, text: textOf(line) }]
    const by = [{ ...line, pieces: line.pieces.slice(1) }]
    const detail = {
      v: 1,
      id: `tl${before.length + 2 + n}`,
      transcript,
      result,
      replaces,
      by,
      note: null,
    } as const
    return {
      type: n % 2 === 0 ? 'transcript-settled' : 'transcript-revised',
      detail: { ...detail, replaces, by },
    }
  }),
]

z.config({ jitless: true })
const page = document.getElementById('room')
if (!page) throw new Error('the page has no element for the room')
await keepPreferences(document.documentElement)
const document_: TranscriptDocument = { v: 1, language: 'en', lines: all, kept: null }
const source = {
  ...fictionalSource(facts, [recording]),
  transcriptLines: async () => document_,
  listening: async () => null,
}
const room = startRoom(page, source, createEngine, () => () => Promise.resolve(drawnMedia(recording, 0)))
Object.assign(window, { room } satisfies Pick<LookWindow, 'room'>)
