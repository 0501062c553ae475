import {
  differingIn,
  type ShownLink,
  type ShownSource,
  type ShownStatement,
} from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, columnIn } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly statement: ShownStatement
  readonly links: readonly ShownLink[]
  readonly onPress: () => void
  readonly isChosen?: boolean
}

/** A statement in its cell: its words with those that differ underlined, and whom it goes back to. */
export function StatementButton({ model, statement, links, onPress, isChosen = false }: Props) {
  const w = accountsWords.value
  return (
    <div class="said" data-kind={statement.kind}>
      <button type="button" class="said-words" aria-current={isChosen ? 'true' : undefined} onClick={onPress}>
        <StatementWords model={model} statement={statement} links={links} />
      </button>
      <p class="said-source">
        {statement.isHeadline && <span class="headline-sign">{w.headline}</span>}
        <SourceLine model={model} source={statement.source} links={links} statement={statement} />
        {statement.origin.kind === 'taken-up' && <span> · {w.takenUp(statement.origin.held.id)}</span>}
      </p>
    </div>
  )
}

/** The words of a statement, those that differ from what it is linked with underlined. */
export function StatementWords({ model, statement, links }: Omit<Props, 'onPress' | 'isChosen'>) {
  const column = columnIn(model, statement.group)
  if (!column) return null
  const { start, end } = statement
  const pieces = []
  let at = start
  for (const mark of differingIn(statement, links, model.view.value.columns)) {
    if (mark.start > at) pieces.push(column.text.slice(at, mark.start))
    pieces.push(
      <span key={mark.start} class="differs">
        {column.text.slice(mark.start, mark.end)}
      </span>,
    )
    at = mark.end
  }
  pieces.push(column.text.slice(at, end))
  const quoted = statement.kind === 'quote'
  return (
    <>
      {quoted && '“'}
      {pieces}
      {quoted && '”'}
    </>
  )
}

interface SourceProps {
  readonly model: AccountsModel
  readonly source: ShownSource | null
  readonly statement: ShownStatement
  readonly links: readonly ShownLink[]
}

/** Through whom the words came, in one line; underlined where the same words are put down to others elsewhere. */
export function SourceLine({ model, source, statement, links }: SourceProps) {
  const w = accountsWords.value
  const hasQuote =
    model.view.value.columns
      .find(({ group }) => group.id === statement.group)
      ?.quotes.some(({ start, end }) => start >= statement.start && end <= statement.end) ?? false
  const isOther = links.some(
    ({ relation, a, b }) =>
      relation === 'attribution' && (a.key === statement.key || b.key === statement.key),
  )
  // Before the engine has read it nothing is known of whom it goes back to.
  if (source === null && model.view.value.engine === null) return null
  if (source === null)
    return <span>{statement.kind === 'quote' || hasQuote ? w.unknownSpeaker : w.ownVoice}</span>
  const signs = [
    ...(source.to === null ? [] : [w.to(source.to)]),
    ...(source.recording === null ? [] : [w.speaksOf(source.recording)]),
    ...(source.negated ? [w.negated] : []),
    ...(source.hedged ? [w.hedged] : []),
    ...(source.declining ? [w.declining] : []),
    ...(source.by === 'person' && statement.origin.kind === 'candidate' ? [w.byPerson] : []),
  ]
  return (
    <>
      {source.certainty === 'inferred' && `${w.probably} `}
      <span class={isOther ? 'differs' : undefined}>{source.chain.join(' → ')}</span>
      {signs.map(sign => ` · ${sign}`).join('')}
    </>
  )
}
