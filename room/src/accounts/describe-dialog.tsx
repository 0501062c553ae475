import { useSignal } from '@preact/signals'
import { type AccountId, accountGroups } from '@sightline/core/case'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { laterWords } from '../strings/later-words.ts'
import { accountName } from './account-name.ts'
import type { AccountsModel } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly account: AccountId
  readonly onClose: () => void
}

/** States what is known of an account: whose it is, the day it bears, and of which other it is a version. */
export function DescribeDialog({ model, account, onClose }: Props) {
  const w = accountsWords.value
  const isWrong = useSignal(false)
  const state = model.room.source.state.value
  const held = state.accounts.get(account)
  if (!held) return null
  const { said, rev } = held
  const others = accountGroups(state).filter(({ id }) => id !== account)
  const submit = async (filled: Filled) => {
    const address = filled('address')
    isWrong.value = address !== '' && !isWebAddress(address)
    if (isWrong.peek()) return
    const command = {
      do: 'describe-account',
      account,
      rev,
      outlet: filled('outlet') || null,
      author: filled('author') || null,
      publishedOn: filled('published') || null,
      address: address || null,
      versionOf: filled('version') || null,
      note: filled('note') || null,
    } as const
    if (await model.room.entering.enter(command)) onClose()
  }
  return (
    <Dialog title={w.describeTitle(accountName(held))} onClose={onClose}>
      <p class="muted small">{laterWords.value.provenance.emptyIsUnknown}</p>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <Field name="outlet" label={w.outlet} value={said?.outlet ?? null} />
        <Field name="author" label={w.author} value={said?.author ?? null} />
        <Field
          name="published"
          label={w.publishedOn}
          value={said?.publishedOn ?? null}
          hint={w.publishedHint}
          isDate
        />
        <Field
          name="address"
          label={w.address}
          value={said?.address ?? null}
          hint={isWrong.value ? w.badAddress : w.addressHint}
        />
        <label class="field">
          <span>{w.versionOf}</span>
          <select name="version" defaultValue={said?.versionOf ?? ''}>
            <option value="">{w.noVersion}</option>
            {others.map(({ id, shown }) => (
              <option key={id} value={id} selected={said?.versionOf === id}>
                {accountName(state.accounts.get(id) ?? shown)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{w.note}</span>
          <textarea name="note" rows={2} maxLength={4000} defaultValue={said?.note ?? ''} />
        </label>
      </Form>
    </Dialog>
  )
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
