import { type CardOf, cardsNaming, cardsOf } from '../case/cards/index.ts'
import type { Agent, CaseState, Moment, RecordingId } from '../case/index.ts'

/** A finding, and whether its maker has made a later one of the same claim: both stand. */
export interface FindingView {
  readonly finding: CardOf<'finding'>
  readonly isEarlier: boolean
}

/** A claim with everything people put to it. */
export interface ClaimView {
  readonly claim: CardOf<'claim'>
  readonly statements: readonly CardOf<'speaking'>[]
  readonly bearings: readonly CardOf<'bearing'>[]
  /** The standing moments that bear on it, in the order in which they were named, each once. */
  readonly moments: readonly Moment[]
  readonly findings: readonly FindingView[]
  /** What people read in each recording, oldest first. */
  readonly sightings: ReadonlyMap<RecordingId, readonly CardOf<'sighting'>[]>
  /** What people noted in front of a camera while a moment of the claim lasts, by the moment or any of its recording. */
  readonly obstructions: readonly CardOf<'obstruction'>[]
}

export function claimView(state: CaseState, claim: CardOf<'claim'>): ClaimView {
  const bearings = cardsNaming(state, claim.id, 'bearing')
  const ids = [...new Set(bearings.map(({ said }) => said.moment))]
  const moments = ids.flatMap(id => {
    const moment = state.moments.get(id)
    return moment && moment.withdrawn === null ? [moment] : []
  })
  const findings = cardsNaming(state, claim.id, 'finding')
  const sightings = new Map<RecordingId, CardOf<'sighting'>[]>()
  for (const sighting of cardsNaming(state, claim.id, 'sighting'))
    sightings.set(sighting.said.recording, [...(sightings.get(sighting.said.recording) ?? []), sighting])
  return {
    claim,
    statements: cardsNaming(state, claim.id, 'speaking'),
    bearings,
    moments,
    findings: findings.map((finding, at) => ({
      finding,
      isEarlier: findings.slice(at + 1).some(later => isSame(later.agent, finding.agent)),
    })),
    sightings,
    obstructions: cardsOf(state, 'obstruction').filter(({ said }) => ids.includes(said.moment)),
  }
}

/** Whether the findings that people hold now are not all the same. It says that they differ, and nothing of who is right. */
export function differ(findings: readonly FindingView[]): boolean {
  return new Set(findings.filter(each => !each.isEarlier).map(({ finding }) => finding.said.result)).size > 1
}

function isSame(a: Agent, b: Agent): boolean {
  return a.kind === 'person' && b.kind === 'person' && a.person === b.person
}
