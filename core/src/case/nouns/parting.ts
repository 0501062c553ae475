import * as z from 'zod/mini'
import { command, type Decision, enter } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line } from '../ids.ts'
import { Passage } from '../passage.ts'
import { changeStanding, restoring, type Standing, withdrawing } from '../standing.ts'
import { unreadRefusal } from './statement.ts'

export const PartingId = z.string().check(z.regex(/^pt[1-9]\d*$/))
export type PartingId = z.infer<typeof PartingId>

const Passages = z.array(Passage).check(z.minLength(1), z.maxLength(6))
const said = {
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
  'statements-parted': z.strictObject({ v: z.literal(1), id: PartingId, ...said }),
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

export const partingCommands = {
  'part-statements': command(
    said,
    (state, { from, into }) =>
      unreadRefusal(state, ...from, ...into) ??
      shapeRefusal(from, into) ??
      enter('statements-parted', { v: 1, id: `pt${state.seq + 1}`, from, into }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-parting', id: `pt${seq}`, rev, reason: 'undone' }),
  ),
  'withdraw-parting': withdrawing('partings', PartingId, 'parting-withdrawn', 'restore-parting'),
  'restore-parting': restoring('partings', PartingId, 'parting-restored', 'withdraw-parting'),
}

function shapeRefusal(from: readonly Passage[], into: readonly Passage[]): Decision | null {
  const all = [...from, ...into]
  if (all.some(({ account }) => account !== all[0]?.account))
    return { kind: 'impossible', message: 'statements are split and merged within one account' }
  if ((from.length === 1) === (into.length === 1))
    return { kind: 'impossible', message: 'one statement is split into several, or several merged into one' }
  const reach = (passages: readonly Passage[]) =>
    [Math.min(...passages.map(({ start }) => start)), Math.max(...passages.map(({ end }) => end))] as const
  const [[fromStart, fromEnd], [intoStart, intoEnd]] = [reach(from), reach(into)]
  if (intoStart < fromStart || intoEnd > fromEnd)
    return { kind: 'impossible', message: 'what stands in their place reaches no further than they did' }
  const ordered = into.toSorted((one, two) => one.start - two.start)
  if (ordered.some((each, at) => each.start < (ordered[at - 1]?.end ?? 0)))
    return { kind: 'impossible', message: 'the parts of a statement do not overlap' }
  return null
}
