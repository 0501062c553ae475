import type { CaseState } from '@sightline/core/case'

/** Content that the log cites, with words for what it is. */
export interface CitedContent {
  readonly sha256: string
  readonly what: string
}

/** Every piece of stored content that the case as it is now rests on, once each. */
export function citedContent(state: CaseState): readonly CitedContent[] {
  const cited = new Map<string, string>()
  for (const { found } of state.files.values()) {
    if (found.listing) cited.set(found.listing, `list of what ${found.path} holds`)
  }
  for (const recording of state.recordings.values()) {
    const { probe, derivations, firstName } = recording
    if (probe.kind === 'probed' && probe.frames) cited.set(probe.frames.sha256, `frame times of ${firstName}`)
    for (const derivation of derivations) {
      if (derivation.kind !== 'made') continue
      for (const output of derivation.outputs) cited.set(output.sha256, `${output.name} of ${firstName}`)
    }
  }
  for (const { firstName, reading } of state.accounts.values())
    if (reading.kind === 'read') cited.set(reading.text, `text of ${firstName}`)
  for (const { id, origin, result } of state.transcripts.values()) {
    cited.set(result, `lines of transcript ${id}`)
    if (origin.kind === 'file') cited.set(origin.file, `file of transcript ${id} as received`)
  }
  if (state.comparison?.kind === 'made') cited.set(state.comparison.result, 'comparison of the accounts')
  if (state.releaseDraft) cited.set(state.releaseDraft.draft.sha256, 'draft of a release')
  if (state.composed) cited.set(state.composed.composition.sha256, 'what was chosen to go out')
  for (const { composition, version } of state.sealedReleases)
    cited.set(composition.sha256, `what was chosen for version ${version} of the release`)
  if (state.sync) {
    cited.set(state.sync.result, 'result of placing by sound')
    cited.set(state.sync.pairs, 'pairs compared by sound')
  }
  return [...cited].map(([sha256, what]) => ({ sha256, what }))
}
