import { command, type Decision, enter } from '../command.ts'
import type { Passage } from '../passage.ts'
import { restoring, withdrawing } from '../standing-commands.ts'
import { PartingId, partingSaid } from './parting.ts'
import { unreadRefusal } from './statement-commands.ts'

export const partingCommands = {
  'part-statements': command(
    partingSaid,
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
