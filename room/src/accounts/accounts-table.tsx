import { useSignal } from '@preact/signals'
import type { AccountId } from '@sightline/core/case'
import type { Column, Row, ShownStatement } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { accountLine, accountName } from './account-name.ts'
import { type AccountsModel, columnIn, passageIn, wordsOf } from './accounts-model.ts'
import { strongestGround } from './grounds-line.tsx'
import { StatementButton } from './statement-view.tsx'

/** Rows beyond these are shown when they are asked for: a large case has thousands. */
const pageLength = 150

/** In CSS pixels: below this a column is not read but guessed at, and the table scrolls sideways instead. */
const columnWidth = 200
const headWidth = 188

interface Props {
  readonly model: AccountsModel
  readonly columns: readonly Column[]
  /** On a phone what a row is stands above its two cells. */
  readonly isNarrow: boolean
}

/** One column for each account, one row for each matter. */
export function AccountsTable({ model, columns, isNarrow }: Props) {
  const limit = useSignal(pageLength)
  const w = accountsWords.value
  const rows = model.rows.value
  const left = rows.length - limit.value
  const openAccount = ({ group }: Column) => {
    model.beside.value = { kind: 'account', group: group.id, statement: null }
  }
  return (
    <>
      <table
        class="side-by-side"
        data-narrow={isNarrow || undefined}
        style={isNarrow ? undefined : { minWidth: `${headWidth + columns.length * columnWidth}px` }}
      >
        <thead>
          <tr>
            {!isNarrow && <th scope="col">{w.matter}</th>}
            {columns.map(column => (
              <th key={column.group.id} scope="col">
                <button type="button" class="column-name" onClick={() => openAccount(column)}>
                  {accountName(column.group.shown)}
                </button>
                <span class="column-line">{accountLine(column.group)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit.value).map(row => (
            <RowView key={row.key} model={model} row={row} columns={columns} isNarrow={isNarrow} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div class="row more-rows">
          <button
            type="button"
            class="button"
            onClick={() => {
              limit.value += pageLength
            }}
          >
            {w.more(Math.min(left, pageLength))}
          </button>
        </div>
      )}
    </>
  )
}

interface RowProps extends Props {
  readonly row: Row
}

function RowView({ model, row, columns, isNarrow }: RowProps) {
  const cells = columns.map(column => ({
    column,
    here: row.statements.filter(({ group }) => group === column.group.id),
  }))
  if (isNarrow && cells.every(({ here }) => here.length === 0)) return null
  const shown = new Set(columns.map(({ group }) => group.id))
  const others = [...new Set(row.statements.map(({ group }) => group))].filter(group => !shown.has(group))
  const head = <RowHead model={model} row={row} others={others} />
  const body = cells.map(({ column, here }) => (
    <td key={column.group.id}>
      {here.length === 0 ? (
        <Nothing model={model} row={row} column={column} />
      ) : (
        here.map(statement => (
          <StatementButton
            key={statement.key}
            model={model}
            statement={statement}
            links={row.links}
            isChosen={isChosen(model, statement)}
            onPress={() => press(model, statement)}
          />
        ))
      )}
    </td>
  ))
  if (!isNarrow)
    return (
      <tr data-kind={row.kind}>
        <th scope="row">{head}</th>
        {body}
      </tr>
    )
  return (
    <>
      <tr class="row-above" data-kind={row.kind}>
        <th scope="rowgroup" colSpan={columns.length}>
          {head}
        </th>
      </tr>
      <tr data-kind={row.kind}>{body}</tr>
    </>
  )
}

interface HeadProps {
  readonly model: AccountsModel
  readonly row: Row
  /** Accounts with a statement in this row that have no column on the screen: on a phone all but two. */
  readonly others: readonly AccountId[]
}

/** What a row is: its name where a person gave one, else the terms that brought it together; and its kind. */
function RowHead({ model, row, others }: HeadProps) {
  const w = accountsWords.value
  const alsoIn = others.flatMap(group => {
    const column = columnIn(model, group)
    return column ? [accountName(column.group.shown)] : []
  })
  const taken = row.links.filter(({ origin }) => origin.kind === 'taken-up').length
  const isPersons = row.links.length > 0 && taken === row.links.length
  const ground = strongestGround(row)
  return (
    <button
      type="button"
      class="row-head"
      onClick={() => {
        model.beside.value = { kind: 'row', key: row.key }
      }}
    >
      {row.matter && <span class="row-name">{row.matter.name}</span>}
      {!row.matter && row.about.length > 0 && <span class="row-about">{row.about.join(', ')}</span>}
      <span class="row-kind">
        {row.kind === 'conflict' && isPersons ? w.relations.conflict : w.kinds[row.kind]}
        {taken > 0 && ` · ${isPersons ? w.byAPerson : w.partlyByAPerson}`}
      </span>
      {ground && <span class="row-ground">{ground}</span>}
      {alsoIn.length > 0 && <span class="row-ground">{w.alsoIn(numbers.value.list(alsoIn))}</span>}
    </button>
  )
}

/** Leaving something out is no difference: a row of one statement says nothing of the others. */
function Nothing({
  model,
  row,
  column,
}: {
  readonly model: AccountsModel
  readonly row: Row
  readonly column: Column
}) {
  const [linked] = row.statements.flatMap(
    ({ key }) => model.linkedWith.value.get(key)?.get(column.group.id) ?? [],
  )
  if (linked)
    return (
      <button
        type="button"
        class="nothing"
        title={pieceOf(model, linked)}
        onClick={() => press(model, linked)}
      >
        {accountsWords.value.voices.linkedElsewhere}
      </button>
    )
  return row.kind === 'alone' ? (
    <span class="nothing" aria-hidden="true" />
  ) : (
    <span class="nothing">{accountsWords.value.notFoundHere}</span>
  )
}

function isChosen({ beside }: AccountsModel, { key }: ShownStatement): boolean {
  return beside.value?.kind === 'account' && beside.value.statement === key
}

/** Opens a statement in its account, or takes it for the other end of a link that is being made. */
export function press(model: AccountsModel, statement: ShownStatement): void {
  const first = model.linking.peek()
  const passage = first && passageIn(model, statement.group, statement)
  if (!first || !passage) {
    model.beside.value = { kind: 'account', group: statement.group, statement: statement.key }
    return
  }
  if (first.account === passage.account) {
    model.room.speaker.tell(accountsWords.peek().sameAccount, 'confirmation')
    return
  }
  model.asking.value = { kind: 'link', a: first, b: passage }
}

/** A short piece of a statement, for lists. */
export function pieceOf(model: AccountsModel, statement: ShownStatement, most = 70): string {
  const words = wordsOf(model, statement).replace(/\s+/g, ' ')
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}
