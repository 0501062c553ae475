import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import { CardId, Line } from '../ids.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import type { CaseState } from '../state.ts'
import {
  layerSaid,
  type Transcript,
  TranscriptId,
  type TranscriptLayer,
  TranscriptLayerId,
  transcriptMade,
  transcriptRemade,
  transcriptSaid,
} from './transcript.ts'
import { extentOf, layerRev } from './transcript-layers.ts'

export const transcriptCommands = {
  'bring-transcript': command(
    { ...transcriptMade, ...transcriptSaid },
    (state, asked) => {
      const { recording, origin, result, lines, words, language, translationOf, translator, note } = asked
      if (!state.recordings.has(recording)) return { kind: 'unknown', noun: recording }
      return (
        translationRefusal(state, asked) ??
        enter('transcript-brought', {
          ...{ v: 1, id: `t${state.seq + 1}`, recording, origin, result, lines, words },
          ...{ language, translationOf, translator, note },
        })
      )
    },
    (_before, _asked, rev, seq) => ({ do: 'withdraw-transcript', id: `t${seq}`, rev, reason: 'undone' }),
  ),
  'remake-transcript': command(
    { id: TranscriptId, rev: Rev, ...transcriptRemade },
    (state, asked) =>
      onStanding(state, 'transcripts', asked, ({ id }) => {
        const { origin, result, lines, words } = asked
        return enter('transcript-remade', { v: 1, id, origin, result, lines, words })
      }),
    (before, { id }, rev) => {
      const was = before.transcripts.get(id)
      if (!was) return null
      const { origin, result, lines, words } = was
      return { do: 'remake-transcript', id, rev, origin, result, lines, words }
    },
  ),
  'describe-transcript': command(
    { id: TranscriptId, rev: Rev, ...transcriptSaid },
    (state, asked) =>
      onStanding(state, 'transcripts', asked, ({ id, recording }) => {
        const { language, translationOf, translator, note } = asked
        const said = { language, translationOf, translator, note }
        if (translationOf === id)
          return { kind: 'impossible', message: 'a transcript does not translate itself' }
        return (
          translationRefusal(state, { recording, translationOf }) ??
          enter('transcript-described', { v: 1, id, ...said })
        )
      }),
    (before, { id }, rev) => {
      const was = before.transcripts.get(id)
      if (!was) return null
      const { language, translationOf, translator, note } = was
      return { do: 'describe-transcript', id, rev, language, translationOf, translator, note }
    },
  ),
  'name-transcript-speaker': command(
    { id: TranscriptId, rev: Rev, speaker: Line, participant: z.nullable(CardId) },
    (state, asked) =>
      onStanding(state, 'transcripts', asked, ({ id }) => {
        const { speaker, participant } = asked
        const card = participant === null ? null : state.cards.get(participant)
        if (participant !== null && card?.of !== 'participant') return { kind: 'unknown', noun: participant }
        return enter('transcript-speaker-named', { v: 1, id, speaker, participant })
      }),
    (before, { id, speaker }, rev) => {
      const participant = before.transcripts.get(id)?.speakers.get(speaker) ?? null
      return { do: 'name-transcript-speaker', id, rev, speaker, participant }
    },
  ),
  'withdraw-transcript': withdrawing(
    'transcripts',
    TranscriptId,
    'transcript-withdrawn',
    'restore-transcript',
  ),
  'restore-transcript': restoring('transcripts', TranscriptId, 'transcript-restored', 'withdraw-transcript'),
  'revise-transcript': command(
    { rev: Rev, ...layerSaid },
    (state, asked) => layerDecision(state, asked, 'transcript-revised'),
    (_before, _asked, rev, seq) => ({
      do: 'withdraw-transcript-layer',
      id: `tl${seq}`,
      rev,
      reason: 'undone',
    }),
  ),
  'settle-transcript': command(
    { rev: Rev, ...layerSaid },
    (state, asked) => layerDecision(state, asked, 'transcript-settled'),
    (_before, _asked, rev, seq) => ({
      do: 'withdraw-transcript-layer',
      id: `tl${seq}`,
      rev,
      reason: 'undone',
    }),
  ),
  'withdraw-transcript-layer': withdrawing(
    'transcriptLayers',
    TranscriptLayerId,
    'transcript-layer-withdrawn',
    'restore-transcript-layer',
  ),
  'restore-transcript-layer': restoring(
    'transcriptLayers',
    TranscriptLayerId,
    'transcript-layer-restored',
    'withdraw-transcript-layer',
  ),
}

function translationRefusal(
  state: CaseState,
  { recording, translationOf }: Pick<Transcript, 'recording' | 'translationOf'>,
): Decision | null {
  if (translationOf === null) return null
  const of = state.transcripts.get(translationOf)
  if (!of) return { kind: 'unknown', noun: translationOf }
  return of.recording === recording
    ? null
    : { kind: 'impossible', message: 'a translation is of a transcript of the same recording' }
}

/** A body holds 64 kB at most, and this is most of it. */
const mostBytes = 56_000

function layerDecision(
  state: CaseState,
  asked: Pick<TranscriptLayer, 'transcript' | 'result' | 'replaces' | 'by' | 'note' | 'rev'>,
  type: 'transcript-revised' | 'transcript-settled',
): Decision {
  const { transcript: id, result, replaces, by, note, rev } = asked
  const transcript = state.transcripts.get(id)
  if (!transcript) return { kind: 'unknown', noun: id }
  if (transcript.withdrawn !== null)
    return { kind: 'impossible', message: `${id} was withdrawn; restore it before changing it` }
  if (transcript.result !== result) return { kind: 'stale', noun: id, rev: transcript.rev }
  if (replaces.length + by.length === 0)
    return { kind: 'impossible', message: 'expected lines to replace or to add, found neither' }
  if ([...replaces, ...by].some(line => line.to < line.from))
    return { kind: 'impossible', message: 'a line ends after it begins' }
  const found = layerRev(state, id, extentOf(asked))
  if (found !== rev) return { kind: 'stale', noun: id, rev: found }
  if (utf8Length(JSON.stringify([replaces, by])) > mostBytes)
    return { kind: 'impossible', message: 'these are too many words for one entry; take fewer lines at once' }
  return enter(type, {
    ...{ v: 1, id: `tl${state.seq + 1}`, transcript: id, result, note },
    ...{ replaces: [...replaces], by: [...by] },
  })
}

function utf8Length(text: string): number {
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return length
}
