import type { ClockCandidate, RecordingId } from '@sightline/core/case'

/** What a person can be asked about clocks and places; each is a dialog that is fetched when it is first opened. */
export type PlacingDialog =
  | {
      readonly what: 'read-clock'
      readonly id: RecordingId
      /** Noted as a claim, taken as the anchor of the case clock, or the recording placed by it. */
      readonly use: 'note' | 'anchor' | 'place'
    }
  | { readonly what: 'withdraw-anchor' }
  | { readonly what: 'withdraw-reading'; readonly clock: string }
  | { readonly what: 'take-clock'; readonly id: RecordingId; readonly candidate: ClockCandidate }
  | { readonly what: 'distance' | 'withdraw-distance' | 'lock' | 'unlock'; readonly id: RecordingId }
