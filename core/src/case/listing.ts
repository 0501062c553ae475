import * as z from 'zod/mini'
import type { Account } from './nouns/account.ts'
import { type FoundFile, fileKinds, type HeldFile } from './nouns/file.ts'
import type { Derivation, Recording, StoredOutput } from './nouns/recording.ts'
import { compareNames } from './placing.ts'
import { type Series, seriesOf } from './series.ts'
import type { CaseState } from './state.ts'

export const fileStates = ['ready', 'working', 'partial', 'refused'] as const
export type FileState = (typeof fileStates)[number]

/** What `sightline list --json` prints, as other programs rely on it. */
export const Listing = z.strictObject({
  v: z.literal(1),
  settled: z.boolean(),
  files: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.nullable(z.string()),
      kind: z.enum(fileKinds),
      state: z.enum(fileStates),
      why: z.nullable(z.string()),
      oddities: z.array(z.string()),
      encoded: z.optional(z.literal(true)),
    }),
  ),
})
export type Listing = z.infer<typeof Listing>

/** The recipe every recording needs before it counts as ready, with the version that is current. */
export interface RequiredRecipe {
  readonly recipe: string
  readonly version: number
}

/**
 * Every name in the folder with what became of it, and whether anything is left to compute. `now` is what the engines would
 * rest on at this moment.
 */
export function listFiles(
  state: CaseState,
  required: readonly RequiredRecipe[],
  now: {
    readonly syncInputs: string
    readonly areAccountsCompared: boolean
    readonly areEditsListed: boolean
  },
): Listing {
  const parts = new Set(seriesIn(state).flatMap(series => series.parts))
  const held = [...state.files.values()].sort((a, b) => compareNames(a.found.path, b.found.path))
  const files = held.map(file => listed(state, file, { required, parts }))
  const isWorking = files.some(file => file.state === 'working')
  const isPlaced = state.sync?.inputs === now.syncInputs
  return {
    v: 1,
    settled:
      state.intake.kind === 'read' && !isWorking && isPlaced && now.areAccountsCompared && now.areEditsListed,
    files,
  }
}

interface Known {
  readonly required: readonly RequiredRecipe[]
  /** Recordings that seem to be one file of several. */
  readonly parts: ReadonlySet<string>
}

function listed(state: CaseState, file: HeldFile, { required, parts }: Known): Listing['files'][number] {
  const { found } = file
  const recording =
    found.kind === 'recording' && found.sha256 ? state.recordings.get(found.sha256) : undefined
  const base = recording
    ? stateOfRecording(recording, required)
    : stateOfOther(found, found.kind === 'account' ? state.accounts.get(found.sha256 ?? '') : undefined)
  return {
    file: found.path,
    sha256: found.sha256,
    kind: found.kind,
    ...(file.isMissing
      ? {
          ...base,
          state: 'partial',
          why: `case.missing: ${found.path} was received and is no longer in the folder`,
        }
      : base),
    oddities: [
      ...base.oddities,
      ...(found.sha256 !== null && parts.has(found.sha256) ? ['series-part'] : []),
      ...(file.isMissing ? ['missing'] : []),
      ...(file.was.length > 0 ? ['altered'] : []),
    ],
    ...(found.encoded ? { encoded: true as const } : {}),
  }
}

interface Answer {
  readonly state: FileState
  readonly why: string | null
  readonly oddities: readonly string[]
}

function stateOfOther(found: FoundFile, account: Account | undefined): Answer {
  if (account?.reading.kind === 'waiting') return { state: 'working', why: null, oddities: [] }
  if (account?.reading.kind === 'refused')
    return { state: 'refused', why: sentence(account.reading.why), oddities: [] }
  return { state: found.why ? 'refused' : 'ready', why: found.why && sentence(found.why), oddities: [] }
}

/** The series among the recordings of a case, by what probing found. */
function seriesIn(state: CaseState): readonly Series[] {
  return seriesOf(
    [...state.recordings.values()].flatMap(({ id, firstName, probe }) =>
      probe.kind === 'probed' ? [{ id, name: firstName, facts: probe.facts }] : [],
    ),
  )
}

/** Which part of a series a recording seems to be, counted from 1; null when it is none. */
export function partOf(state: CaseState, id: string): { readonly part: number; readonly of: number } | null {
  for (const { parts } of seriesIn(state)) {
    const at = parts.indexOf(id)
    if (at >= 0) return { part: at + 1, of: parts.length }
  }
  return null
}

/** What became of one recording, for lists and for the room alike. */
export function stateOfRecording(recording: Recording, required: readonly RequiredRecipe[]): Answer {
  const { probe } = recording
  if (probe.kind === 'waiting') return { state: 'working', why: null, oddities: [] }
  if (probe.kind === 'refused') return { state: 'refused', why: sentence(probe.why), oddities: [] }
  const current = required.map(need => currentDerivation(recording, need))
  const made = current.flatMap(each => (each?.kind === 'made' ? [each] : []))
  const oddities = [...new Set([...probe.facts.oddities, ...made.flatMap(each => each.oddities)])]
  const failed = current.find(each => each?.kind === 'failed')
  if (failed?.kind === 'failed') return { state: 'refused', why: sentence(failed.why), oddities }
  if (made.length < required.length) return { state: 'working', why: null, oddities }
  const partial = made.find(each => each.partial)?.partial ?? null
  return { state: partial ? 'partial' : 'ready', why: partial && sentence(partial), oddities }
}

/** The recorded result of a recipe at its current version, or null when it is still to be made. */
export function currentDerivation(
  recording: Recording,
  { recipe, version }: RequiredRecipe,
): Derivation | null {
  return recording.derivations.find(each => each.recipe === recipe && each.version === version) ?? null
}

/**
 * A named output of what was made from a recording. Frame times that decoding gave stand over those that the packets
 * promised, which are there first.
 */
export function outputOf(recording: Recording, name: string): StoredOutput | null {
  for (const derivation of recording.derivations) {
    const output =
      derivation.kind === 'made' ? derivation.outputs.find(each => each.name === name) : undefined
    if (output) return output
  }
  const frames = recording.probe.kind === 'probed' ? recording.probe.frames : null
  return frames?.name === name ? frames : null
}

function sentence(why: { readonly code: string; readonly message: string }): string {
  return `${why.code}: ${why.message}`
}
