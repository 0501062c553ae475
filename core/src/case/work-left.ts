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
  const present = presentIn(state)
  const ready = inNameOrder(state).filter(({ id, probe }) => probe.kind === 'probed' && present.has(id))
  const ordered = [...ready].sort((a, b) => rankOf(a) - rankOf(b) || compareNames(a.firstName, b.firstName))
  return required.flatMap(need =>
    ordered
      .filter(recording => currentDerivation(recording, need) === null)
      .map(recording => ({ ...need, recording: recording.id })),
  )
}

/** Hashes of the files that are in the folder now. */
function presentIn(state: CaseState): ReadonlySet<string | null> {
  return new Set([...state.files.values()].map(file => (file.isMissing ? null : file.found.sha256)))
}

/** What an edited film or a stand-in is held against: for a film all recordings, for a stand-in the one that it stands for. */
export interface EditJob {
  readonly of: Recording
  readonly against: readonly Recording[]
}

/** Every film and stand-in of the case with what it is held against, in order of names. */
export function editJobs(state: CaseState): readonly EditJob[] {
  const present = presentIn(state)
  // What left the folder before its pictures and sound were read is waited for by nobody: it is compared once it is back.
  const isRead = ({ derivations }: Recording) =>
    ['sound', 'small'].every(recipe => derivations.some(each => each.recipe === recipe))
  const readable = inNameOrder(state).filter(
    recording => recording.probe.kind === 'probed' && (present.has(recording.id) || isRead(recording)),
  )
  // A stand-in shows the same as what it stands for: held against both, nobody could say which of them a film was cut from.
  const recordings = readable.filter(({ film, standIn }) => !film && !standIn)
  return readable.flatMap(of => {
    const against = of.film
      ? recordings
      : recordings.filter(({ id }) => of.standIn?.standsFor === id && id !== of.id)
    return against.length > 0 && (of.film || of.standIn) ? [{ of, against }] : []
  })
}

/**
 * What films and stand-ins are compared by: small pictures of everything that takes part, made only where there is such a job that
 * nobody has stopped.
 */
export function missingForEdits(
  state: CaseState,
  need: RequiredRecipe,
  attention: readonly RecordingId[],
  stopped: readonly RecordingId[],
): readonly MissingDerivation[] {
  const wanted = new Set(
    editJobs(state).flatMap(({ of, against }) =>
      stopped.includes(of.id) ? [] : [of.id, ...against.map(({ id }) => id)],
    ),
  )
  return missingDerivations(state, [need], attention).filter(({ recording }) => wanted.has(recording))
}

/** What an edit list rests on, as one text to be hashed: the engine, and what was made of the pictures and sounds compared. */
export function editInputsText(
  { of, against }: EditJob,
  engine: { readonly method: string; readonly version: string },
): string {
  const made = (recording: Recording) =>
    `${recording.id} ${outputOf(recording, 'small')?.sha256 ?? 'no-pictures'} ${outputOf(recording, 'samples')?.sha256 ?? 'no-sound'}`
  return [`${engine.method} ${engine.version}`, made(of), ...against.map(made).sort(compareNames)].join('\n')
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
