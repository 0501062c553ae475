import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line, Text } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'

export const MatterId = z.string().check(z.regex(/^mt[1-9]\d*$/))
export type MatterId = z.infer<typeof MatterId>

/** A matter gathers this many passages in one entry, and any number in several. */
export const mostGathered = 8

export const matterSaid = { name: Line, note: z.nullable(Text) }
export const Passages = z.array(Passage).check(z.minLength(1), z.maxLength(mostGathered))

/** What statements of several accounts are about, as a person has named it: one row when accounts stand side by side. */
export interface Matter extends Standing {
  readonly id: MatterId
  readonly name: string
  readonly note: string | null
  readonly passages: readonly Passage[]
}

const Reason = z.strictObject({ v: z.literal(1), id: MatterId, reason: Line })
const Some = z.strictObject({ v: z.literal(1), id: MatterId, passages: Passages })

export const matterEntries = {
  'matter-named': z.strictObject({ v: z.literal(1), id: MatterId, ...matterSaid, passages: Passages }),
  'matter-renamed': z.strictObject({ v: z.literal(1), id: MatterId, ...matterSaid }),
  'matter-gathered': Some,
  'matter-released': Some,
  'matter-withdrawn': Reason,
  'matter-restored': Reason,
} as const

export const matterFolds: Folds<typeof matterEntries> = {
  'matter-named': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'matters').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'matter-renamed': (draft, { seq, detail: { id, name, note } }) =>
    changeStanding(draft, 'matters', seq, id, { name, note }),
  'matter-gathered': (draft, { seq, detail: { id, passages } }) => {
    const held = draft.state.matters.get(id)?.passages ?? []
    changeStanding(draft, 'matters', seq, id, { passages: [...held, ...without(passages, held)] })
  },
  'matter-released': (draft, { seq, detail: { id, passages } }) => {
    const held = draft.state.matters.get(id)?.passages ?? []
    changeStanding(draft, 'matters', seq, id, { passages: without(held, passages) })
  },
  'matter-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'matters', seq, detail.id, { withdrawn: detail.reason }),
  'matter-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'matters', seq, detail.id, { withdrawn: null }),
}

/** Those of `passages` that are not among `others`. */
export const without = (passages: readonly Passage[], others: readonly Passage[]) =>
  passages.filter(each => !others.some(other => isSamePassage(each, other)))
