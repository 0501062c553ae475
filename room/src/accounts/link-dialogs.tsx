import { type LinkRelation, linkRelations, type Passage } from '@sightline/core/case'
import type { ShownLink } from '@sightline/core/side-by-side'
import { Dialog } from '../panels/dialog.tsx'
import { type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, heldLink, takeUpLink } from './accounts-model.ts'
import { pieceOf } from './accounts-table.tsx'

/** Links two statements that a person has chosen. */
export function LinkDialog({
  model,
  a,
  b,
  onClose,
}: {
  readonly model: AccountsModel
  readonly a: Passage
  readonly b: Passage
  readonly onClose: () => void
}) {
  const w = accountsWords.value
  const submit = async (filled: Filled) => {
    const { relation, note } = saidOf(filled)
    const command = { do: 'link-statements', a, b, relation, note, takenFrom: null } as const
    if (!(await model.room.entering.enter(command, w.isLinked))) return
    model.linking.value = null
    onClose()
  }
  return (
    <Dialog title={w.linkTitle} onClose={onClose}>
      <blockquote>{a.exact}</blockquote>
      <blockquote>{b.exact}</blockquote>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <RelationFields relation="detail" note={null} />
      </Form>
    </Dialog>
  )
}

/** Says otherwise what two linked statements are to each other; a candidate is taken up by that. */
export function CorrectLinkDialog({
  model,
  link,
  onClose,
}: {
  readonly model: AccountsModel
  readonly link: ShownLink
  readonly onClose: () => void
}) {
  const w = accountsWords.value
  const held = heldLink(link)
  const submit = async (filled: Filled) => {
    const { relation, note } = saidOf(filled)
    const isDone = held
      ? await model.room.entering.enter({ do: 'correct-link', id: held.id, rev: held.rev, relation, note })
      : await takeUpLink(model, link, relation, note, w.isTakenUp)
    if (isDone) onClose()
  }
  return (
    <Dialog title={w.correctLinkTitle} onClose={onClose}>
      {[link.a, link.b].map(statement => (
        <blockquote key={statement.key}>{pieceOf(model, statement, 240)}</blockquote>
      ))}
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <RelationFields relation={link.relation} note={held?.note ?? null} />
      </Form>
    </Dialog>
  )
}

function RelationFields({
  relation,
  note,
}: {
  readonly relation: LinkRelation
  readonly note: string | null
}) {
  const w = accountsWords.value
  return (
    <>
      <fieldset class="choices column">
        <legend>{w.relation}</legend>
        {linkRelations.map(each => (
          <label key={each} class="check">
            <input type="radio" name="relation" value={each} defaultChecked={each === relation} />
            {w.relations[each]}
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{w.note}</span>
        <textarea name="note" rows={2} maxLength={4000} defaultValue={note ?? ''} />
        <span>{w.noteHint}</span>
      </label>
    </>
  )
}

function saidOf(filled: Filled): { readonly relation: LinkRelation; readonly note: string | null } {
  const relation = linkRelations.find(each => each === filled('relation')) ?? 'detail'
  return { relation, note: filled('note') || null }
}
