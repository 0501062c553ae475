import { command, enter } from '../command.ts'
import { restoring, withdrawing } from '../standing-commands.ts'
import { DeclaredDifferenceId, declaredDifferenceSaid } from './declared-difference.ts'

export const declaredDifferenceCommands = {
  'declare-difference': command(
    declaredDifferenceSaid,
    (state, asked) => {
      const recording = state.recordings.get(asked.of)
      if (!recording) return { kind: 'unknown', noun: asked.of }
      if (!recording.standIn)
        return { kind: 'impossible', message: `${recording.firstName} is not bound as a stand-in` }
      if (asked.to <= asked.from)
        return { kind: 'impossible', message: 'expected a stretch that ends after it begins' }
      return enter('difference-declared', { v: 1, id: `dd${state.seq + 1}`, ...asked })
    },
    (_before, _asked, rev, seq) => ({
      do: 'withdraw-declared-difference',
      id: `dd${seq}`,
      rev,
      reason: 'undone',
    }),
  ),
  'withdraw-declared-difference': withdrawing(
    'declaredDifferences',
    DeclaredDifferenceId,
    'declared-difference-withdrawn',
    'restore-declared-difference',
  ),
  'restore-declared-difference': restoring(
    'declaredDifferences',
    DeclaredDifferenceId,
    'declared-difference-restored',
    'withdraw-declared-difference',
  ),
}
