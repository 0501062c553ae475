import type { Composition } from '@sightline/core/release'
import { Dialog } from '../../panels/dialog.tsx'
import { Field, type Filled, Form } from '../../panels/form.tsx'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { type ComposeDialog, composeModel } from './compose-model.ts'

type Asked = Extract<ComposeDialog, { readonly index: number | null }>

interface Props {
  readonly room: Room
  readonly asked: Asked
  readonly onClose: () => void
}

/** Words a statement, something held back, or something that is gone. */
export function ItemDialog({ room, asked, onClose }: Props) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: now } = model.composition
  if (!now) return null
  const fields = fieldsOf(now, asked)
  const { title, head, text } = {
    statement: { title: w.statements, head: w.statementBy, text: w.statementText },
    withheld: { title: w.withheld, head: w.withheldWhat, text: w.withheldWhy },
    gone: { title: w.gone, head: w.goneWhat, text: w.goneWhy },
  }[asked.kind]
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        submit={w.enter}
        onCancel={onClose}
        onSubmit={filled => {
          const lastIn = room.source.state.peek().sealedReleases.length
          model.change(before => worded(before, asked, filled, Math.max(1, lastIn)))
          onClose()
        }}
      >
        <Field name="head" label={head} value={fields.head} isRequired />
        <label class="field">
          <span>{text}</span>
          <textarea name="text" rows={5} maxLength={4000} required defaultValue={fields.text} />
        </label>
        {asked.kind === 'withheld' && <Field name="citation" label={w.citation} value={fields.citation} />}
      </Form>
    </Dialog>
  )
}

function fieldsOf(now: Composition, { kind, index, ...more }: Asked) {
  const at = index ?? -1
  const statement = kind === 'statement' ? now.statements[at] : undefined
  const withheld = kind === 'withheld' ? now.withheld[at] : undefined
  const gone = kind === 'gone' ? now.gone[at] : undefined
  return {
    head: statement?.by ?? withheld?.what ?? gone?.what ?? ('what' in more ? more.what : ''),
    text: statement?.text ?? withheld?.reason ?? gone?.reason ?? '',
    citation: withheld?.citation ?? null,
  }
}

function worded(now: Composition, { kind, index }: Asked, filled: Filled, lastIn: number): Composition {
  const put = <T,>(list: readonly T[], item: T): T[] =>
    index === null ? [...list, item] : list.map((each, n) => (n === index ? item : each))
  const [head, text] = [filled('head'), filled('text')]
  switch (kind) {
    case 'statement':
      return { ...now, statements: put(now.statements, { by: head, text }) }
    case 'withheld':
      return {
        ...now,
        withheld: put(now.withheld, { what: head, reason: text, citation: filled('citation') || null }),
      }
    case 'gone':
      return {
        ...now,
        gone: put(now.gone, { what: head, reason: text, lastIn: now.gone[index ?? -1]?.lastIn ?? lastIn }),
      }
  }
}
