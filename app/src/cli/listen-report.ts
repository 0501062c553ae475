// What `sightline listen --json` prints. Other programs rely on it: see docs/format.
import type { Placement } from '@sightline/core/case'
import {
  groupImpulses,
  type Impulse,
  type ImpulseGroups,
  isCounted,
  type ListeningResult,
  type PlacedImpulse,
} from '@sightline/core/listening'
import { type ClockMap, caseTimeOn, pieceAtMedia, secondsOf } from '@sightline/core/time'
import * as z from 'zod/mini'

const Seconds = z.number()

export const ListenReport = z.strictObject({
  v: z.literal(1),
  files: z.array(
    z.strictObject({
      file: z.string(),
      speech: z.array(z.strictObject({ from: Seconds, to: Seconds })),
      impulses: z.array(
        z.strictObject({
          /** File time, as ffprobe prints `pts_time`. */
          at: Seconds,
          errorMs: z.number(),
          /** dB of full scale; a lower bound where `clipped`. */
          level: z.number(),
          /** The `at` of the earlier impulse of this file that this one is likely an echo of. */
          echoOf: z.nullable(Seconds),
          /** Hearings of one impulse by several files share it. Echoes, and what is only listed by `--all`, have none. */
          group: z.nullable(z.string()),
          /** Only with `--all`. */
          score: z.optional(z.number()),
          clipped: z.optional(z.boolean()),
        }),
      ),
      transcript: z.nullable(
        z.strictObject({
          language: z.string(),
          model: z.string(),
          words: z.array(
            z.strictObject({
              from: Seconds,
              to: Seconds,
              text: z.string(),
              confidence: z.nullable(z.number()),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type ListenReport = z.infer<typeof ListenReport>

/** A file as named on the command line that could be read, what was heard in it, and where it lies on a clock. */
export interface HeardFile {
  readonly name: string
  readonly result: ListeningResult
  /** Null where nothing was placed, as with a single file. */
  readonly placement: Placement | null
  /** From its file time to its clock; null where it has no place. */
  readonly clockMap: ClockMap | null
  /** The name of the file that this one is another copy of. */
  readonly duplicateOf: string | null
}
export type Place = Pick<HeardFile, 'placement' | 'clockMap' | 'duplicateOf'>

/** Joins what several files heard. A file without a place has a clock of its own. */
export function groupsOf(files: readonly HeardFile[]): ImpulseGroups {
  return groupImpulses(
    files.flatMap(({ name, result, placement, clockMap, duplicateOf }) => {
      const placed = placement?.kind === 'placed' ? placement : null
      return result.impulses.flatMap((impulse, n): PlacedImpulse[] =>
        isCounted(impulse)
          ? [
              {
                recording: name,
                take: duplicateOf ?? name,
                impulse: n,
                clock: placed?.group ?? `of ${name}`,
                at:
                  clockMap === null ? impulse.at : caseTimeOn(pieceAtMedia(clockMap, impulse.at), impulse.at),
                onsetErrorMs: impulse.errorMs,
                placementErrorMs: placed === null ? null : placed.errorMs,
              },
            ]
          : [],
      )
    }),
  )
}

/** Which impulses are told: at default settings those that reach the score, echoes among them, marked. */
export function isTold({ score }: Impulse, isAll: boolean, least: number): boolean {
  return isAll || score >= least
}

export function listenReport(
  files: readonly HeardFile[],
  groups: ImpulseGroups,
  { isAll, least }: { readonly isAll: boolean; readonly least: number },
): ListenReport {
  const groupOf = new Map(
    groups.groups.flatMap(({ id, hearings }) =>
      hearings.map(({ recording, impulse }) => [`${impulse} ${recording}`, id] as const),
    ),
  )
  return {
    v: 1,
    files: files.map(({ name, result }) => ({
      file: name,
      speech: result.speech.map(({ from, to }) => ({ from: secondsOf(from), to: secondsOf(to) })),
      impulses: result.impulses.flatMap((impulse, n) => {
        if (!isTold(impulse, isAll, least)) return []
        const source = impulse.echoOf === null ? null : result.impulses[impulse.echoOf]
        return [
          {
            at: secondsOf(impulse.at),
            errorMs: impulse.errorMs,
            level: impulse.levelDbfs,
            echoOf: source ? secondsOf(source.at) : null,
            group: groupOf.get(`${n} ${name}`) ?? null,
            ...(isAll ? { score: impulse.score, clipped: impulse.isClipped } : {}),
          },
        ]
      }),
      transcript: null,
    })),
  }
}
