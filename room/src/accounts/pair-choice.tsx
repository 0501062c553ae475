import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import type { AccountsModel } from './accounts-model.ts'

/** On a phone: which two accounts stand side by side. */
export function PairChoice({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const all = model.columns.value
  const chosen = [
    model.pair.value[0] ?? all[0]?.group.id,
    model.pair.value[1] ??
      all.find(({ group }) => group.id !== (model.pair.value[0] ?? all[0]?.group.id))?.group.id,
  ] as const
  const choose = (side: 0 | 1, id: string) => {
    const [left, right] = chosen
    // Choosing what stands on the other side swaps the two.
    const other = chosen[side === 0 ? 1 : 0] === id ? chosen[side] : side === 0 ? right : left
    model.pair.value = side === 0 ? [id, other ?? null] : [other ?? null, id]
  }
  return (
    <div class="pair-of-accounts">
      {([0, 1] as const).map(side => (
        <select
          key={side}
          aria-label={`${w.account}: ${side === 0 ? w.left : w.right}`}
          value={chosen[side] ?? ''}
          onChange={event => choose(side, event.currentTarget.value)}
        >
          {all.map(({ group }) => (
            <option key={group.id} value={group.id}>
              {accountName(group.shown)}
            </option>
          ))}
        </select>
      ))}
    </div>
  )
}
