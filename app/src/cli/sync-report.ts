// What `sightline sync --json` prints. Other programs rely on it: see docs/format.
import { Placement, Sha256 } from '@sightline/core/case'
import { soundStates } from '@sightline/core/sound'
import type { SyncResult } from '@sightline/core/sync'
import { secondsOf } from '@sightline/core/time'
import * as z from 'zod/mini'
import type { MeasuredFile } from '../sound/measured-file.ts'

const Seconds = z.number()

/** The placement of every file as given, in seconds. */
export const SyncReport = z.strictObject({
  v: z.literal(1),
  tool: z.string(),
  seconds: Seconds,
  recordings: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.nullable(Sha256),
      duration: z.nullable(Seconds),
      placement: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('placed'),
          group: z.string(),
          start: Seconds,
          driftPpm: z.number(),
          errorMs: z.nullable(z.number()),
          by: z.enum(['sound', 'person', 'device-clock']),
        }),
        z.strictObject({
          kind: z.literal('unplaced'),
          why: z.enum(['no-audio', 'no-overlap', 'ambiguous', 'unreadable']),
        }),
      ]),
      segments: z.optional(z.array(z.strictObject({ local: Seconds, start: Seconds, driftPpm: z.number() }))),
      duplicateOf: z.optional(z.string()),
      sound: z.array(z.strictObject({ from: Seconds, to: Seconds, state: z.enum(soundStates) })),
    }),
  ),
  pairs: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      lag: z.nullable(Seconds),
      score: z.number(),
      errorMs: z.nullable(z.number()),
      used: z.boolean(),
      why: z.string(),
    }),
  ),
})
export type SyncReport = z.infer<typeof SyncReport>

/** A file as named on the command line, and what measuring it came to. */
export interface GivenFile {
  readonly name: string
  readonly measured: MeasuredFile | null
}

/** A file as named on the command line, and where it lies. */
export interface PlacedFile extends GivenFile {
  readonly placement: Placement
  /** The name of the file that this one is another copy of. */
  readonly duplicateOf: string | null
}

/** Gives each file its place, by the name it was given under. Further names of the same bytes are copies of the first. */
export function placedFiles(given: readonly GivenFile[], result: SyncResult): readonly PlacedFile[] {
  const nameOf = namesOf(given)
  const names = new Map<string, number>()
  for (const { measured } of given)
    if (measured) names.set(measured.sha256, (names.get(measured.sha256) ?? 0) + 1)
  const placements = placementsOf(result, names)
  const duplicates = new Map(result.recordings.map(({ id, duplicateOf }) => [id, duplicateOf]))
  return given.map(file => {
    const { name, measured } = file
    const unreadable = { kind: 'unplaced', why: 'unreadable' } as const
    if (!measured) return { ...file, placement: unreadable, duplicateOf: null }
    const { sha256 } = measured
    const original = nameOf(sha256) === name ? (duplicates.get(sha256) ?? null) : sha256
    return {
      ...file,
      placement: placements.get(sha256) ?? unreadable,
      duplicateOf: original === null ? null : nameOf(original),
    }
  })
}

/** The first name that each file was given under. */
function namesOf(given: readonly GivenFile[]): (sha256: string) => string {
  const nameOf = new Map<string, string>()
  for (const { name, measured } of given)
    if (measured && !nameOf.has(measured.sha256)) nameOf.set(measured.sha256, name)
  return sha256 => nameOf.get(sha256) ?? sha256
}

/** Tells a result by the names the files were given under. */
export function syncReport(
  files: readonly PlacedFile[],
  result: SyncResult,
  told: { readonly tool: string; readonly seconds: number },
): SyncReport {
  const named = namesOf(files)
  return {
    v: 1,
    ...told,
    recordings: files.map(({ name, measured, placement, duplicateOf }) => ({
      file: name,
      sha256: measured?.sha256 ?? null,
      duration:
        measured === null || measured.durationMicros === null ? null : secondsOf(measured.durationMicros),
      placement: placementTold(placement),
      ...segmentsTold(placement),
      ...(duplicateOf === null ? {} : { duplicateOf }),
      sound: (measured?.spans ?? []).map(({ from, to, state }) => ({
        from: secondsOf(from),
        to: secondsOf(to),
        state,
      })),
    })),
    pairs: result.pairs.map(({ a, b, lagSeconds, score, errorMs, used, why }) => ({
      a: named(a),
      b: named(b),
      lag: lagSeconds,
      score,
      errorMs,
      used,
      why,
    })),
  }
}

/** Two names of one file lie on each other, also where nothing else does. */
function placementsOf(
  result: SyncResult,
  names: ReadonlyMap<string, number>,
): ReadonlyMap<string, Placement> {
  const groups = new Set<string>()
  for (const { placement } of result.recordings) if (placement.kind === 'placed') groups.add(placement.group)
  return new Map(
    result.recordings.map(({ id, placement }) => {
      const isLoner = placement.kind === 'unplaced' && placement.why === 'no-overlap'
      if (!isLoner || (names.get(id) ?? 0) < 2) return [id, placement]
      const group = `g${groups.size + 1}`
      groups.add(group)
      return [id, Placement.parse({ kind: 'placed', group, start: 0, driftPpm: 0, errorMs: 0, by: 'sound' })]
    }),
  )
}

function placementTold(placement: Placement): SyncReport['recordings'][number]['placement'] {
  if (placement.kind === 'unplaced') return placement
  const { kind, group, start, driftPpm, errorMs, by } = placement
  return { kind, group, start: secondsOf(start), driftPpm, errorMs, by }
}

function segmentsTold(placement: Placement): Pick<SyncReport['recordings'][number], 'segments'> {
  if (placement.kind === 'unplaced' || !placement.segments) return {}
  return {
    segments: placement.segments.map(({ from, start, driftPpm }) => ({
      local: secondsOf(from),
      start: secondsOf(start),
      driftPpm,
    })),
  }
}
