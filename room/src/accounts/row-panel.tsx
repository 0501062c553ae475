import type { Row } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn, passageIn } from './accounts-model.ts'
import { press } from './accounts-table.tsx'
import { EntryHistory } from './entry-history.tsx'
import { LinkCard } from './link-card.tsx'
import { StatementButton } from './statement-view.tsx'

/** One row closely: its statements whole, how each two are linked and why, and what a person can do with it. */
export function RowPanel({ model, rowKey }: { readonly model: AccountsModel; readonly rowKey: string }) {
  const w = accountsWords.value
  const row = model.view.value.rows.find(({ key }) => key === rowKey)
  if (!row) return <p class="muted">{w.nothingFound}</p>
  const { matter } = row
  const canEnter = model.room.source.can.command
  return (
    <div class="beside-body">
      {matter && <h4>{matter.name}</h4>}
      {matter?.note && <p class="prewrap">{matter.note}</p>}
      {!matter && row.about.length > 0 && <p class="muted">{w.about(row.about.join(', '))}</p>}
      {canEnter && <MatterActs model={model} row={row} />}
      {row.statements.map(statement => {
        const column = columnIn(model, statement.group)
        return (
          <section key={statement.key} class="row-statement">
            <p class="of-account">{column && accountName(column.group.shown)}</p>
            <StatementButton
              model={model}
              statement={statement}
              links={row.links}
              onPress={() => press(model, statement)}
            />
            {matter && canEnter && (
              <button type="button" class="link small" onClick={() => release(model, row, statement)}>
                {w.outOfMatter}
              </button>
            )}
          </section>
        )
      })}
      <h4>{w.rowLinks}</h4>
      {row.links.length === 0 && <p class="muted">{w.noLinks}</p>}
      {row.links.map(link => (
        <LinkCard key={link.key} model={model} link={link} isNamed />
      ))}
      {matter && <EntryHistory room={model.room} id={matter.id} />}
    </div>
  )
}

function MatterActs({ model, row }: { readonly model: AccountsModel; readonly row: Row }) {
  const w = accountsWords.value
  const { matter } = row
  return (
    <div class="row">
      {matter === null ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            const passages = row.statements.flatMap(each => passageIn(model, each.group, each) ?? [])
            model.asking.value = { kind: 'matter', passages }
          }}
        >
          {w.nameMatter}
        </button>
      ) : (
        <>
          <button
            type="button"
            class="button"
            onClick={() => {
              model.asking.value = { kind: 'rename', row }
            }}
          >
            {w.renameMatter}
          </button>
          <button
            type="button"
            class="button plain"
            onClick={() => {
              model.asking.value = { kind: 'withdraw', what: 'matter', id: matter.id, rev: matter.rev }
            }}
          >
            {w.withdraw}
          </button>
        </>
      )}
    </div>
  )
}

/** Takes a statement out of its matter: the passages of it that stand in the case, wherever the text has moved. */
function release(model: AccountsModel, row: Row, statement: Row['statements'][number]): void {
  const { matter } = row
  const words = passageIn(model, statement.group, statement)?.exact
  const versions = columnIn(model, statement.group)?.group.versions.map(({ id }) => id) ?? []
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const passages = matter?.passages.filter(
    each => versions.includes(each.account) && words !== undefined && plain(each.exact) === plain(words),
  )
  if (!matter || !passages?.length) return
  const { id, rev } = matter
  model.room.speaker.heed(
    model.room.entering.enter({ do: 'release-from-matter', id, rev, passages: passages.slice(0, 8) }),
  )
}
