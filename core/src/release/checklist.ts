import { type Lack, lackOf, walledFiles } from '../case/cards/index.ts'
import { type CaseState, placementOf, type Recording } from '../case/index.ts'
import { type Composition, incidentals } from './composition.ts'
import { isUnapproved } from './told.ts'

export const stopCodes = [
  'nothing-goes-out',
  'not-reviewed',
  'walled',
  'redaction-unknown',
  'original-with-tags',
  'placement-unapproved',
  'not-looked-for',
  'no-transcript',
  'sound-undoes-mute',
  'no-rule',
  'no-clock-start',
  'redaction-open',
  'hold-stands',
  'no-viewing',
  'notice-owed',
  'extension-not-published',
  'embargo-stands',
] as const
export type StopCode = (typeof stopCodes)[number]

/** One thing that stands in the way of a release. A person may go on all the same, by name and with a reason. */
export interface Stop {
  readonly code: StopCode
  /** What it is about: a title, a number of a card, a thing to look for. */
  readonly what: string
  /** False for what nobody may go past. */
  readonly mayBeOverridden: boolean
}

export interface ChecklistInput {
  readonly state: CaseState
  readonly composition: Composition
  /** ISO 8601 in UTC: what an embargo is held against. */
  readonly asOf: string
  /** Stretches of the case clock in which a sound that was taken out of one recording is heard in another: both titles. */
  readonly undone: readonly { readonly muted: string; readonly heardIn: string }[]
}

/** Everything that stands in the way, in the order in which a person would put it right. */
export function checklist({ state, composition, asOf, undone }: ChecklistInput): readonly Stop[] {
  const stops: Stop[] = []
  const stop = (code: StopCode, what: string, mayBeOverridden = true) =>
    stops.push({ code, what, mayBeOverridden })
  const walled = walledFiles(state)
  if (composition.recordings.length + composition.documents.length === 0)
    stop('nothing-goes-out', composition.title)
  if (state.release.stage === 'collecting') stop('not-reviewed', 'the release is still being collected')
  for (const { recording, title, as, redaction } of composition.recordings) {
    const held = state.recordings.get(recording)
    if (!held) continue
    if (walled.has(held.firstName)) stop('walled', title, false)
    if (redaction === 'unknown') stop('redaction-unknown', title)
    if (as === 'original') for (const tag of tagsOf(held)) stop('original-with-tags', `${title}: ${tag}`)
    if (isUnapproved(placementOf(held), held.lock !== null)) stop('placement-unapproved', title)
    if (hasSound(held) && !hasTranscript(state, held)) stop('no-transcript', title)
  }
  for (const { muted, heardIn } of undone) stop('sound-undoes-mute', `${muted} / ${heardIn}`)
  const looked = new Set(composition.lookedFor.map(({ what }) => what))
  for (const what of incidentals) if (!looked.has(what)) stop('not-looked-for', what)
  for (const { code, card } of lacks(state, composition, asOf)) stop(code, card ?? code)
  return stops
}

/** Tags in a file that tell of devices, times or places: they leave with an original. */
function tagsOf({ probe }: Recording): readonly string[] {
  if (probe.kind !== 'probed') return []
  const { claimedTimes, device, privateTags } = probe.facts
  return [...claimedTimes.map(({ tag }) => tag), ...device.map(({ tag }) => tag), ...privateTags]
}

function hasSound({ probe }: Recording): boolean {
  return probe.kind === 'probed' && probe.facts.audio.length > 0
}

/** Only lines that a named reviewer stands for go out: a transcript without any is none to a reader. */
function hasTranscript({ transcripts, transcriptLayers }: CaseState, { id }: Recording): boolean {
  return [...transcriptLayers.values()].some(({ transcript, kind, withdrawn }) => {
    const of = transcripts.get(transcript)
    return kind === 'settled' && withdrawn === null && of?.withdrawn === null && of.recording === id
  })
}

/** What the rules of the release lack; a family is shown what the public is to see, before its own viewing can have been. */
function lacks(
  state: CaseState,
  { audience }: Composition,
  asOf: string,
): readonly (Lack & { readonly code: StopCode })[] {
  const found = lackOf(state, 'published', asOf)
  return found.filter((lack): lack is Lack & { readonly code: StopCode } => {
    if (lack.code === 'not-sealed') return false
    return audience !== 'family' || (lack.code !== 'no-viewing' && lack.code !== 'embargo-stands')
  })
}
