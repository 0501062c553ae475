import {
  differingIn,
  type ShownDay,
  type ShownLink,
  type ShownSource,
  type ShownStatement,
} from '@sightline/core/side-by-side'
import { Fragment } from 'preact'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { type AccountsModel, columnIn } from './accounts-model.ts'
import { daysText, meaningText } from './day-words.ts'
import { markedPieces } from './marked-pieces.ts'

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
        {statement.partedFrom.length > 0 && (
          <span> · {w.inPlaceOf(numbers.value.list(statement.partedFrom.map(({ id }) => id)))}</span>
        )}
        <OpenDays model={model} statement={statement} />
        <MinorSign model={model} statement={statement} />
        <DifferingTold model={model} statement={statement} links={links} />
      </p>
    </div>
  )
}

/** The underlined words for whoever hears the page: within a button no mark is read out. */
function DifferingTold({ model, statement, links }: Pick<Props, 'model' | 'statement' | 'links'>) {
  const column = columnIn(model, statement.group)
  if (!column) return null
  const words = markedPieces(statement, differingIn(statement, links, model.view.value.columns), [])
    .filter(({ isDiffering }) => isDiffering)
    .map(({ start, end }) => column.text.slice(start, end).replace(/\s+/g, ' '))
  if (words.length === 0) return null
  return <span class="unseen"> · {accountsWords.value.wordsThatDiffer(numbers.value.list(words))}</span>
}

/** Relative times of a statement that nobody has given a day. */
function OpenDays({ model, statement }: Pick<Props, 'model' | 'statement'>) {
  const w = accountsWords.value.days
  const open = daysIn(model, statement).filter(({ means }) => means.kind === 'open')
  if (open.length === 0) return null
  return (
    <span> · {w.staysRelative(open.map(({ words }) => `“${words.replace(/\s+/g, ' ')}”`).join(', '))}</span>
  )
}

/** Says that a statement tells an age under 18. */
export function MinorSign({ model, statement }: Pick<Props, 'model' | 'statement'>) {
  const minors = columnIn(model, statement.group)?.minors ?? []
  const here = minors.filter(({ start, end }) => start >= statement.start && end <= statement.end)
  if (here.length === 0) return null
  const ages = [...new Set(here.map(({ age }) => age))].join(', ')
  return <span class="minor-sign">{accountsWords.value.voices.minorSign(ages)}</span>
}

/** The relative times within a statement. */
export function daysIn(model: AccountsModel, { group, start, end }: ShownStatement): readonly ShownDay[] {
  return (columnIn(model, group)?.days ?? []).filter(day => day.start >= start && day.end <= end)
}

/** The words of a statement, those that differ from what it is linked with underlined. */
export function StatementWords({ model, statement, links }: Omit<Props, 'onPress' | 'isChosen'>) {
  const column = columnIn(model, statement.group)
  if (!column) return null
  const marks = differingIn(statement, links, model.view.value.columns)
  const quoted = statement.kind === 'quote'
  return (
    <>
      {quoted && '“'}
      {markedPieces(statement, marks, column.days).map(({ start, end, isDiffering, days }) => (
        <Fragment key={start}>
          {isDiffering ? (
            <span class="differs">{column.text.slice(start, end)}</span>
          ) : (
            column.text.slice(start, end)
          )}
          {days.map(day => (
            <DaySign key={day.key} model={model} day={day} />
          ))}
        </Fragment>
      ))}
      {quoted && '”'}
    </>
  )
}

/** The days that words come to, beside them: never in their place. */
function DaySign({ model, day }: { readonly model: AccountsModel; readonly day: ShownDay }) {
  const told = daysText(day)
  if (told === null) return null
  return (
    <>
      {' '}
      <span class="day-sign" title={meaningText(model.room, day)}>
        [{told}]
      </span>
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
