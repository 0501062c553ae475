import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line } from '../ids.ts'
import { Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'

export const PartingId = z.string().check(z.regex(/^pt[1-9]\d*$/))
export type PartingId = z.infer<typeof PartingId>

const Passages = z.array(Passage).check(z.minLength(1), z.maxLength(6))
export const partingSaid = {
  /** The statements as they were: one that is split, or several that are merged. */
  from: Passages,
  /** The statements that stand in their place. */
  into: Passages,
}

/** How a person has parted an account's text into statements otherwise than the machine did: split in several, or merged into one. */
export interface Parting extends Standing {
  readonly id: PartingId
  readonly from: readonly Passage[]
  readonly into: readonly Passage[]
}

const Reason = z.strictObject({ v: z.literal(1), id: PartingId, reason: Line })

export const partingEntries = {
  'statements-parted': z.strictObject({ v: z.literal(1), id: PartingId, ...partingSaid }),
  'parting-withdrawn': Reason,
  'parting-restored': Reason,
} as const

export const partingFolds: Folds<typeof partingEntries> = {
  'statements-parted': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'partings').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'parting-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'partings', seq, detail.id, { withdrawn: detail.reason }),
  'parting-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'partings', seq, detail.id, { withdrawn: null }),
}
