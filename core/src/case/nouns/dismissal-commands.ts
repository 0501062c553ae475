import { command, enter } from '../command.ts'
import { isSamePassage } from '../passage.ts'
import { restoring, withdrawing } from '../standing-commands.ts'
import { DismissalId, type Dismissed, dismissalSaid } from './dismissal.ts'
import { unreadRefusal } from './statement-commands.ts'

export const dismissalCommands = {
  'dismiss-candidate': command(
    dismissalSaid,
    (state, { of, reason, suggestedBy }) => {
      const passages = of.kind === 'link' ? [of.a, of.b] : [of.passage]
      const held = [...state.dismissals.values()].find(
        each => each.withdrawn === null && isSameCandidate(each.of, of),
      )
      if (held) return { kind: 'impossible', message: `this candidate was dismissed already: ${held.reason}` }
      return (
        unreadRefusal(state, ...passages) ??
        enter('candidate-dismissed', { v: 1, id: `ds${state.seq + 1}`, of, reason, suggestedBy })
      )
    },
    (_before, _asked, rev, seq) => ({ do: 'withdraw-dismissal', id: `ds${seq}`, rev, reason: 'undone' }),
  ),
  'withdraw-dismissal': withdrawing('dismissals', DismissalId, 'dismissal-withdrawn', 'restore-dismissal'),
  'restore-dismissal': restoring('dismissals', DismissalId, 'dismissal-restored', 'withdraw-dismissal'),
}

function isSameCandidate(one: Dismissed, two: Dismissed): boolean {
  if (one.kind === 'link' || two.kind === 'link')
    return (
      one.kind === 'link' &&
      two.kind === 'link' &&
      one.relation === two.relation &&
      ((isSamePassage(one.a, two.a) && isSamePassage(one.b, two.b)) ||
        (isSamePassage(one.a, two.b) && isSamePassage(one.b, two.a)))
    )
  const isOfOne = one.kind !== 'calling' || two.kind !== 'calling' || one.name === two.name
  return one.kind === two.kind && isOfOne && isSamePassage(one.passage, two.passage)
}
