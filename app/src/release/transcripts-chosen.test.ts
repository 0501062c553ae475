import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '@sightline/core/case'
import { toldEntries } from '@sightline/core/release'
import { newDesk } from '../../../test/cases/case-file/desk.ts'
import { baseComposition, recordingFacts } from '../../../test/cases/release/desk-release.ts'

const id = 'a'.repeat(64)
const result = 'b'.repeat(64)
const film = { bytes: new Uint8Array(1), frames: 50, micros: 40_000 }

/** A desk with one recording, words in Spanish and their translation. */
function deskWithTranscripts() {
  const desk = newDesk()
  desk.tell(...recordingFacts(id, 'camera.mp4', film, new Map()))
  const bring = (language: string, translationOf: string | null): string => {
    const transcript = `t${desk.state.seq + 1}`
    const about = { recording: id, result, language, translationOf, translator: null, note: null }
    const origin = { kind: 'file', name: 'a.vtt', form: 'WebVTT', file: result }
    const detail = { v: 1, id: transcript, lines: 1, words: 1, origin, ...about }
    desk.tell({ type: 'transcript-brought', detail } as unknown as Fact)
    return transcript
  }
  const spoken = bring('es', null)
  return { desk, spoken, translated: bring('en', spoken) }
}

test('of several transcripts those that were chosen go out, and name no other', () => {
  const { desk, spoken, translated } = deskWithTranscripts()
  const told = (transcripts?: readonly string[] | null) => {
    const going = { recording: id, as: 'proxy', title: 'Camera A', wearer: null, redaction: 'done' } as const
    const composition = baseComposition({
      recordings: [going],
      ...(transcripts === undefined ? {} : { transcripts: transcripts as string[] | null }),
    })
    const entries = toldEntries(desk.entries, {
      ...{ state: desk.state, composition, cards: new Map(), statements: new Set() },
      ...{
        settled: new Map(),
        sounds: new Map(),
        excerpts: new Map(),
        parted: new Map(),
        keep: value => value,
      },
    })
    return entries.flatMap(({ entry }) =>
      'detail' in entry && entry.type === 'transcript-brought'
        ? [[entry.detail.id, entry.detail.translationOf]]
        : [],
    )
  }
  const both = [
    [spoken, null],
    [translated, spoken],
  ]
  assert.deepEqual(told(), both)
  assert.deepEqual(told(null), both)
  assert.deepEqual(told([translated]), [[translated, null]])
  assert.deepEqual(told([]), [])
})
