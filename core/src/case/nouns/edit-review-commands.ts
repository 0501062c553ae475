import { command, type Decision, enter, Rev } from '../command.ts'
import type { EditLine } from '../edit-line.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import type { CaseState } from '../state.ts'
import { EditReviewId, type EditVerdict, editReviewSaid, editVerdictSaid } from './edit-review.ts'

export const editReviewCommands = {
  'review-edit-line': command(
    editReviewSaid,
    (state, asked) => {
      const run = state.editLists.get(asked.of)
      if (!state.recordings.has(asked.of)) return { kind: 'unknown', noun: asked.of }
      if (run?.kind !== 'made' || run.result !== asked.list)
        return {
          kind: 'impossible',
          message: 'this film was compared anew meanwhile: look at the line in the new list',
        }
      return (
        refusalOf(state, asked.line, asked) ??
        enter('edit-line-reviewed', { v: 1, id: `er${state.seq + 1}`, ...asked })
      )
    },
    (_before, _asked, rev, seq) => ({ do: 'withdraw-edit-review', id: `er${seq}`, rev, reason: 'undone' }),
  ),
  'change-edit-review': command(
    { id: EditReviewId, rev: Rev, ...editVerdictSaid },
    (state, asked) =>
      onStanding(state, 'editReviews', asked, ({ line }) => {
        const { id, verdict, said, reason } = asked
        return (
          refusalOf(state, line, asked) ??
          enter('edit-review-changed', { v: 1, id, ...{ verdict, said, reason } })
        )
      }),
    (before, { id }, rev) => {
      const was = before.editReviews.get(id)
      if (!was) return null
      const { verdict, said, reason } = was
      return { do: 'change-edit-review', id, rev, ...{ verdict, said, reason } }
    },
  ),
  'withdraw-edit-review': withdrawing(
    'editReviews',
    EditReviewId,
    'edit-review-withdrawn',
    'restore-edit-review',
  ),
  'restore-edit-review': restoring(
    'editReviews',
    EditReviewId,
    'edit-review-restored',
    'withdraw-edit-review',
  ),
}

function refusalOf(
  state: CaseState,
  line: EditLine | null,
  { verdict, said }: { readonly verdict: EditVerdict; readonly said: EditLine | null },
): Decision | null {
  const impossible = (message: string): Decision => ({ kind: 'impossible', message })
  if ((verdict === 'corrected' || verdict === 'added') !== (said !== null))
    return impossible('a line that is corrected or added is said anew, and no other is')
  if ((verdict === 'added') !== (line === null))
    return impossible('a line that is added is one that was not suggested')
  if (said === null) return null
  if (said.part === 'trim' ? said.to !== said.from : said.to <= said.from)
    return impossible('expected a stretch of the film that ends after it begins')
  if ((said.part === 'shown' || said.part === 'trim') && said.rawTo <= said.rawFrom)
    return impossible('expected a stretch of the recording that ends after it begins')
  if (
    said.part === 'picture' &&
    said.follows?.some(({ at }, n, all) => n > 0 && at <= (all[n - 1]?.at ?? at))
  )
    return impossible('expected the places of what moves in the order of time')
  const raw = 'raw' in said ? said.raw : null
  return raw === null || state.recordings.has(raw) ? null : { kind: 'unknown', noun: raw }
}
