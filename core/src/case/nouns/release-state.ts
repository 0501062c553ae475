import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, Sha256 } from '../ids.ts'
import type { Agent } from './person.ts'

export const stages = [
  'collecting',
  'reviewing',
  'sealed',
  'previewed',
  'published',
  'corrected',
  'recalled',
] as const
const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

/** What a step says. */
export const moved = {
  to: Stage,
  /** The sealed set, where it is sealed: the SHA-256 of the one file that is signed. */
  sealed: z.nullable(Sha256),
  reason: Line,
}

/** How far the release of the case is. `rev` is 0 before anyone moved it. */
export interface ReleaseState extends Revised {
  readonly stage: Stage
  readonly sealed: string | null
  readonly steps: readonly ReleaseStep[]
}

export interface ReleaseStep {
  readonly to: Stage
  readonly sealed: string | null
  readonly reason: string
  /** What lacked, by code and number of the card; a person went on all the same, for this reason. */
  readonly lacked: readonly string[]
  readonly override: string | null
  readonly agent: Agent
  readonly at: string
  readonly seq: number
}

export const releaseStateEntries = {
  'release-moved': z.strictObject({
    v: z.literal(1),
    ...moved,
    lacked: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(500)),
    override: z.nullable(Line),
  }),
} as const

export const releaseStateFolds: Folds<typeof releaseStateEntries> = {
  'release-moved': ({ state }, { seq, at, agent, detail: { v: _, ...step } }) => {
    const was = state.release
    state.release = {
      stage: step.to,
      sealed: step.sealed ?? (step.to === 'collecting' || step.to === 'reviewing' ? null : was.sealed),
      steps: [...was.steps, { ...step, agent, at, seq }],
      rev: seq,
    }
  },
}
