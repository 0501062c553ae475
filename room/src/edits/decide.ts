import type { EditLine, EditVerdict } from '@sightline/core/case'
import type { StandingLine } from '@sightline/core/conform'
import { editsWords } from '../strings/edits-words.ts'
import type { EditsModel } from './edits-model.ts'

/** Enters what a person decided about a line, or decides anew what was decided before. */
export async function decideLine(
  model: EditsModel,
  line: StandingLine,
  {
    verdict,
    said,
    reason,
  }: { readonly verdict: EditVerdict; readonly said: EditLine | null; readonly reason: string },
): Promise<boolean> {
  const w = editsWords.peek()
  const of = model.film.peek()?.id
  const run = model.room.source.state.peek().editLists.get(of ?? '')
  if (of === undefined) return false
  const told = w[verdict]
  if (line.review) {
    const { id, rev } = line.review
    return await model.room.entering.enter({ do: 'change-edit-review', id, rev, verdict, said, reason }, told)
  }
  if (run?.kind !== 'made') return false
  const suggested = line.candidate?.line ?? null
  return await model.room.entering.enter(
    { do: 'review-edit-line', of, list: run.result, line: suggested, verdict, said, reason },
    told,
  )
}

/** Accepts a line as it was suggested, with the reason that stands in the field above the lines. */
export function acceptLine(model: EditsModel, line: StandingLine): Promise<boolean> {
  const reason = (model.acceptReason.peek() ?? '').trim() || editsWords.peek().acceptReasonFirst
  return decideLine(model, line, { verdict: 'accepted', said: null, reason })
}

/** Enters a line that no comparison suggested. */
export async function addLine(model: EditsModel, said: EditLine, reason: string): Promise<boolean> {
  const of = model.film.peek()?.id
  const run = model.room.source.state.peek().editLists.get(of ?? '')
  if (of === undefined || run?.kind !== 'made') return false
  return await model.room.entering.enter(
    { do: 'review-edit-line', of, list: run.result, line: null, verdict: 'added', said, reason },
    editsWords.peek().added,
  )
}

/** Withdraws a decision: what it was on becomes a candidate again. */
export async function withdrawDecision(
  model: EditsModel,
  line: StandingLine,
  reason: string,
): Promise<boolean> {
  if (!line.review) return false
  const { id, rev } = line.review
  return await model.room.entering.enter({ do: 'withdraw-edit-review', id, rev, reason })
}
