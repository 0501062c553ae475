import * as z from 'zod/mini'
import { complement, isInside, type MediaMicros, overlap, type Span, span, union } from '../../time/index.ts'
import { command, type Decision, enter } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { Line, MediaMicrosValue, RecordingId } from '../ids.ts'
import type { Recording } from './recording.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

/** A stretch of a recording that a person cleared or warned of on its own; later ones count before earlier ones. */
export interface ClearanceSpan extends Span<MediaMicros> {
  readonly isCleared: boolean
  /** What a viewer is told before it, in its writer's words. */
  readonly warning: string | null
}

const onSpan = { v: z.literal(1), recording: RecordingId, from: MediaMicrosValue, to: MediaMicrosValue }

export const clearanceEntries = {
  'recording-cleared': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'recording-warned': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const spanClearanceEntries = {
  'span-cleared': z.strictObject({ ...onSpan, reason: Line }),
  'span-warned': z.strictObject({ ...onSpan, warning: z.nullable(Line), reason: Line }),
} as const

export const clearanceFolds: Folds<typeof clearanceEntries> = {
  // Whoever decides on the whole decides on every part of it.
  'recording-cleared': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { isCleared: true, spans: [] }),
  'recording-warned': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { isCleared: false, spans: [] }),
}

export const spanClearanceFolds: Folds<typeof spanClearanceEntries> = {
  'span-cleared': (draft, { seq, detail: { recording, from, to } }) =>
    addSpan(draft, seq, recording, { ...span(from, to), isCleared: true, warning: null }),
  'span-warned': (draft, { seq, detail: { recording, from, to, warning } }) =>
    addSpan(draft, seq, recording, { ...span(from, to), isCleared: false, warning }),
}

export const clearanceCommands = {
  'clear-recording': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id }) =>
        enter('recording-cleared', { v: 1, recording: id, reason: asked.reason }),
      ),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ isCleared, spans }, at) =>
        isCleared || spans.length > 0 ? null : { do: 'warn-recording', ...at },
      ),
  ),
  'warn-recording': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id }) =>
        enter('recording-warned', { v: 1, recording: id, reason: asked.reason }),
      ),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ isCleared, spans }, at) =>
        isCleared && spans.length === 0 ? { do: 'clear-recording', ...at } : null,
      ),
  ),
  'clear-span': command(
    { ...onRecording, from: MediaMicrosValue, to: MediaMicrosValue, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id }) => {
        const { from, to, reason } = asked
        return backwards(asked) ?? enter('span-cleared', { v: 1, recording: id, from, to, reason })
      }),
    (before, asked, rev) =>
      backTo(before, asked, rev, (recording, at) =>
        recording.isCleared || isDecided(recording, asked)
          ? null
          : { do: 'warn-span', ...at, from: asked.from, to: asked.to, warning: null },
      ),
  ),
  'warn-span': command(
    {
      ...onRecording,
      from: MediaMicrosValue,
      to: MediaMicrosValue,
      warning: z.nullable(Line),
      reason: Line,
    },
    (state, asked) =>
      onKnown(state, asked, ({ id }) => {
        const { from, to, warning, reason } = asked
        return backwards(asked) ?? enter('span-warned', { v: 1, recording: id, from, to, warning, reason })
      }),
    (before, asked, rev) =>
      backTo(before, asked, rev, (recording, at) =>
        recording.isCleared && !isDecided(recording, asked)
          ? { do: 'clear-span', ...at, from: asked.from, to: asked.to }
          : null,
      ),
  ),
}

/** Whether a person has cleared a recording at a media time. */
export function isClearedAt(recording: Pick<Recording, 'isCleared' | 'spans'>, media: MediaMicros): boolean {
  return recording.spans.findLast(each => isInside(each, media))?.isCleared ?? recording.isCleared
}

/** The warning in its writer's words that stands at a media time, or null. */
export function warningAt(recording: Pick<Recording, 'spans'>, media: MediaMicros): string | null {
  const last = recording.spans.findLast(each => isInside(each, media))
  return last?.warning ?? null
}

/** The stretches of `whole` that a person has cleared, in order. */
export function clearedSpans(
  recording: Pick<Recording, 'isCleared' | 'spans'>,
  whole: Span<MediaMicros>,
): readonly Span<MediaMicros>[] {
  let cleared: readonly Span<MediaMicros>[] = recording.isCleared ? [whole] : []
  for (const each of recording.spans) {
    const held = overlap(whole, each)
    if (!held) continue
    cleared = each.isCleared ? union(cleared.concat(held)) : cleared.flatMap(one => complement(one, [held]))
  }
  return cleared
}

function addSpan(draft: Draft, seq: number, id: RecordingId, added: ClearanceSpan): void {
  const recording = draft.state.recordings.get(id)
  if (!recording) return
  own(draft, 'recordings').set(id, { ...recording, spans: [...recording.spans, added], rev: seq })
}

function isDecided(recording: Recording, within: Span<MediaMicros>): boolean {
  return recording.spans.some(each => overlap(each, within) !== null)
}

function backwards({ from, to }: { readonly from: number; readonly to: number }): Decision | null {
  return to > from ? null : { kind: 'impossible', message: 'a span ends after it begins' }
}
