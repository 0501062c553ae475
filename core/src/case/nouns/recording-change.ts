import { type Decision, Rev } from '../command.ts'
import { type Draft, own } from '../draft.ts'
import { RecordingId } from '../ids.ts'
import type { CaseState } from '../state.ts'
import type { Recording } from './recording.ts'

/** What a person decided about a recording. It moves the revision, so that a decision made on older knowledge is refused. */
export function changeRecording(
  draft: Draft,
  seq: number,
  id: RecordingId,
  fields: Partial<Recording>,
): void {
  noteRecording(draft, id, { ...fields, rev: seq })
}

/**
 * What a machine found about a recording. It leaves the revision alone: a proxy that gets ready while a person types
 * must not undo their typing. A recording whose receipt was expunged is not in the state; nothing about it is kept.
 */
export function noteRecording(draft: Draft, id: RecordingId, fields: Partial<Recording>): void {
  const recording = draft.state.recordings.get(id)
  if (recording) own(draft, 'recordings').set(id, { ...recording, ...fields })
}

/** The fields of a command that changes a recording. */
export const onRecording = { recording: RecordingId, rev: Rev }

/** Decides a command on a recording that is in the case and has not changed since the person saw it. */
export function onKnown(
  state: CaseState,
  asked: { readonly recording: RecordingId; readonly rev: number },
  then: (recording: Recording) => Decision,
): Decision {
  const recording = state.recordings.get(asked.recording)
  if (!recording) return { kind: 'unknown', noun: asked.recording }
  if (recording.rev !== asked.rev) return { kind: 'stale', noun: recording.id, rev: recording.rev }
  return then(recording)
}

/** The way back of a command on a recording, from the recording as it was before. */
export function backTo<C extends { readonly do: string }>(
  before: CaseState,
  asked: { readonly recording: RecordingId },
  rev: number,
  then: (recording: Recording, at: { recording: RecordingId; rev: number; reason: string }) => C | null,
): C | null {
  const recording = before.recordings.get(asked.recording)
  return recording ? then(recording, { recording: recording.id, rev, reason: 'undone' }) : null
}
