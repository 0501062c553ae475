import type { CoverageLine } from '../case/cards/index.ts'
import {
  type CaseState,
  caseTimeIn,
  clockMapOf,
  clocksOf,
  inNameOrder,
  type Moment,
  mainGroup,
  momentSpanOn,
  placementOf,
  type Recording,
} from '../case/index.ts'
import { type CaseMicros, caseTimeOn, pieceAtMedia, type Span } from '../time/index.ts'

/**
 * What each recording had while moments lasted, computed from where it lies on the clock of the case. It tells when a camera was
 * recording and never what it could see: what stood in front of it is for people to note. Edited films have no place by nature.
 */
export function coverageAt(state: CaseState, moments: readonly Moment[]): readonly CoverageLine[] {
  const clock = clocksOf(state).find(each => each.id === mainGroup)
  const spans = clock ? moments.flatMap(moment => momentSpanOn(state, clock, moment) ?? []) : []
  if (spans.length === 0) return []
  return inNameOrder(state)
    .filter(({ film }) => !film)
    .map(recording => ({ recording: recording.id, had: hadAt(state, recording, spans) }))
}

function hadAt(
  state: CaseState,
  recording: Recording,
  spans: readonly Span<CaseMicros>[],
): CoverageLine['had'] {
  const covered = spanOf(state, recording)
  if (covered === null) return 'no-place'
  // An instant is an empty span: it is covered when it lies inside.
  const whole = spans.filter(({ from, to }) => from >= covered.from && from < covered.to && to <= covered.to)
  const touched = spans.filter(
    ({ from, to }) => from < covered.to && (to > covered.from || from >= covered.from),
  )
  if (touched.length === 0) return 'not-recording'
  const hasPictures = recording.probe.kind === 'probed' && recording.probe.facts.video !== null
  if (!hasPictures) return 'sound-only'
  return whole.length === spans.length ? 'pictures' : 'pictures-in-part'
}

/** From the first to the last instant of a recording on the clock of the case: of its pictures where it has any. */
function spanOf(state: CaseState, recording: Recording): Span<CaseMicros> | null {
  const placement = placementOf(recording)
  if (placement?.kind !== 'placed' || placement.group !== mainGroup || recording.probe.kind !== 'probed')
    return null
  const { facts } = recording.probe
  const { start, end } = facts.video ?? facts
  if (start === null || end === null) return null
  const map = clockMapOf(placement)
  const from = caseTimeIn(state, recording.id, start)
  const to = caseTimeOn(pieceAtMedia(map, end), end)
  return from === null ? null : { from, to: to as CaseMicros }
}
