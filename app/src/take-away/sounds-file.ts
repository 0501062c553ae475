import { type CaseState, mainGroup, placementOn } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { namedSounds } from '@sightline/core/listening'
import { decimalFromMicros } from '@sightline/core/time'
import { csvText } from '../csv.ts'
import { nameOf } from './moments-files.ts'

const columns = [
  'sound',
  'is',
  'words',
  'reason',
  'by',
  'named_at',
  'recording',
  'recording_sha256',
  'media_s',
  'case_s',
  'onset_error_ms',
  'placement_error_ms',
] as const

/**
 * Sharp sounds that people named, as CSV: one row for each recording that heard one, in order of time, without recordings that are held behind a wall. `case_s`
 * is empty for what does not lie on the clock of the case; an empty error is not known.
 */
export function soundsFile(state: CaseState): { readonly name: string; readonly text: string } {
  const walled = walledRecordings(state)
  const rows = namedSounds(state).flatMap(({ label, clock, hearings }) =>
    hearings
      .filter(({ recording }) => !walled.has(recording))
      .map(({ recording: id, media, at, errorMs }) => {
        const recording = state.recordings.get(id)
        const placement = recording && placementOn(clock, recording)
        return [
          ...[label.id, label.is, label.words ?? '', label.reason, nameOf(state, label.agent), label.at],
          ...[recording?.firstName ?? '', id, decimalFromMicros(media)],
          clock.id === mainGroup ? decimalFromMicros(at) : '',
          ...[errorMs, placement?.errorMs ?? null].map(error => (error === null ? '' : String(error))),
        ]
      }),
  )
  return { name: 'sounds.csv', text: csvText([columns, ...rows]) }
}
