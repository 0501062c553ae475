import { differingIn } from './differing.ts'
import { pageAt } from './pages.ts'
import { daysTold, excerptOf, nameOfAccount, standingOf, type Telling } from './told.ts'

const columns = [
  'row',
  'kind_of_row',
  'matter',
  'account',
  'file',
  'sha256',
  'published_on',
  'statement_or_quote',
  'headline',
  'start',
  'end',
  'page',
  'words',
  'differing_words',
  'source_chain',
  'said_to',
  'recording_spoken_of',
  'days_told_relatively',
  'negated',
  'hedged',
  'declining',
  'number',
  'standing',
  'why',
] as const

/**
 * One line for each statement in each row, under a line of names. A row that is a conflict is called a candidate conflict until
 * every link in it was taken up by a person. Places are UTF-16 code units into the text that the case holds.
 */
export function accountsTable(telling: Telling): readonly (readonly string[])[] {
  const { view } = telling
  const lines = view.rows.flatMap((row, number) => {
    const isPersons = row.links.length > 0 && row.links.every(({ origin }) => origin.kind === 'taken-up')
    const kind = row.kind === 'conflict' && !isPersons ? 'candidate conflict' : row.kind
    const why = [...new Set(row.links.flatMap(link => link.why))].join('; ')
    return row.statements.flatMap(statement => {
      const column = view.columns.find(({ group }) => group.id === statement.group)
      if (!column) return []
      const { shown } = column.group
      const { source } = statement
      const differing = differingIn(statement, row.links, view.columns).map(({ start, end }) =>
        column.text.slice(start, end).replace(/\s+/g, ' '),
      )
      return [
        [
          String(number + 1),
          kind,
          row.matter?.name ?? '',
          nameOfAccount(shown),
          shown.firstName,
          shown.id,
          shown.said?.publishedOn ?? '',
          statement.kind,
          yes(statement.isHeadline),
          String(statement.start),
          String(statement.end),
          String(pageAt(column.text, statement.start) ?? ''),
          excerptOf(column, statement, row, view.columns),
          differing.join(' … '),
          source?.chain.join(' → ') ?? '',
          source?.to ?? '',
          source?.recording ?? '',
          daysTold(telling, column, statement),
          ...[source?.negated, source?.hedged, source?.declining].map(is => (source === null ? '' : yes(is))),
          statement.origin.kind === 'taken-up' ? statement.origin.held.id : '',
          standingOf(telling, statement),
          why,
        ],
      ]
    })
  })
  return [columns, ...lines]
}

const yes = (is: boolean | undefined) => (is ? 'yes' : 'no')
