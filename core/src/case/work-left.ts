import type { RecordingId } from './ids.ts'
import { currentDerivation, outputOf, type RequiredRecipe } from './listing.ts'
import type { Recording } from './nouns/recording.ts'
import { compareNames, inNameOrder } from './placing.ts'
import type { CaseState } from './state.ts'

/** A derivation that a recording still lacks. */
export interface MissingDerivation extends RequiredRecipe {
  readonly recording: RecordingId
}

/**
 * What is still to be made, first things first: recipes in their order over all recordings (sound places everything
 * before the first picture is converted), and within a recipe what a person looks at, then the rest by name. What is no
 * longer in the folder waits until it is back.
 */
export function missingDerivations(
  state: CaseState,
  required: readonly RequiredRecipe[],
  attention: readonly RecordingId[],
): readonly MissingDerivation[] {
  const rank = new Map(attention.map((id, at) => [id, at]))
  const rankOf = (recording: Recording) => rank.get(recording.id) ?? attention.length
  const present = new Set([...state.files.values()].map(file => (file.isMissing ? null : file.found.sha256)))
  const ready = inNameOrder(state).filter(({ id, probe }) => probe.kind === 'probed' && present.has(id))
  const ordered = [...ready].sort((a, b) => rankOf(a) - rankOf(b) || compareNames(a.firstName, b.firstName))
  return required.flatMap(need =>
    ordered
      .filter(recording => currentDerivation(recording, need) === null)
      .map(recording => ({ ...need, recording: recording.id })),
  )
}

/**
 * What the placement by sound rests on, as one text to be hashed: the engine, the sound of every recording, and the
 * placements and distances that people stated. As long as it is the same, the last result stands.
 */
export function syncInputsText(
  state: CaseState,
  engine: { readonly method: string; readonly version: string },
): string {
  const lines = inNameOrder(state)
    .filter(recording => recording.probe.kind === 'probed' && !recording.film)
    .map(recording => {
      const { pin, distance } = recording
      // Pieces and distances are named only where they are stated, so that results from before there were any still stand.
      const pieces = (pin?.segments ?? []).map(each => ` piece ${each.from} ${each.start} ${each.driftPpm}`)
      const held = pin ? `pin ${pin.start} ${pin.driftPpm}${pieces.join('')}` : 'free'
      const far = distance ? ` distance ${distance.metres} ${distance.errorMetres}` : ''
      return `${recording.id} ${outputOf(recording, 'features')?.sha256 ?? 'no-sound'} ${held}${far}`
    })
  return [`${engine.method} ${engine.version}`, ...lines.sort(compareNames)].join('\n')
}
