import { lastDayOf, type Stretch } from '../case/index.ts'
import { dayNumber, dayText } from '../time/index.ts'
import type { Column, Row, ShownDay, ShownStatement, ShownUtterance } from './shown.ts'

/** Text as it is compared in a search: no case, no accents, curly marks as straight ones, any white space as one space. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Rows in which every word that was typed, or every phrase in quotation marks, is found: in a statement or quote, in whom it goes back to, in the name of an account or matter, in
 * what links are called and why they stand, in the numbers by which people cite them (`s152`), in the days that its words mean.
 */
export function findRows(rows: readonly Row[], columns: readonly Column[], typed: string): readonly Row[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return rows
  const byGroup = new Map(columns.map(column => [column.group.id, column]))
  const textOf = (statement: ShownStatement) => {
    const column = byGroup.get(statement.group)
    const shown = column?.group.shown
    return [
      column?.text.slice(statement.start, statement.end),
      shown?.said?.outlet,
      shown?.firstName,
      ...sourceWords(statement),
      ...(column?.quotes.filter(quote => isWithin(quote, statement)).flatMap(sourceWords) ?? []),
      ...(column?.days.filter(day => isWithin(day, statement)).flatMap(dayWords) ?? []),
    ]
  }
  return rows.filter(({ statements, matter, links, about }) => {
    const held = plain(
      [
        ...[matter?.name, matter?.note, matter?.id, ...about],
        ...links.flatMap(({ origin, differing }) => [
          ...differing,
          ...(origin.kind === 'taken-up' ? [origin.held.id, origin.held.note] : []),
        ]),
        ...statements.flatMap(textOf),
      ].join(' '),
    )
    return wanted.every(word => held.includes(word))
  })
}

/** Utterances in which every word that was typed is found, whichever account quotes it. */
export function findUtterances(
  utterances: readonly ShownUtterance[],
  typed: string,
): readonly ShownUtterance[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return utterances
  return utterances.filter(({ pieces }) => {
    const held = plain(pieces.map(piece => (piece.kind === 'words' ? piece.text : '')).join(' '))
    return wanted.every(word => held.includes(word))
  })
}

/** The words that were typed; what stands between quotation marks is looked for as it stands. */
const wordsOf = (typed: string) =>
  [...plain(typed).matchAll(/"([^"]+)"|[^\s"]+/g)].map(([word, phrase]) => phrase ?? word)

const isWithin = (inner: Stretch, outer: Stretch) => inner.start >= outer.start && inner.end <= outer.end

function sourceWords({ source, origin }: ShownStatement): readonly (string | null | undefined)[] {
  const id = origin.kind === 'taken-up' ? origin.held.id : null
  return [...(source?.chain ?? []), source?.to, source?.recording, id]
}

/** Every day that some words mean, as `2031-05-02`; of more than a week the first and the last. */
function dayWords({ means }: ShownDay): readonly string[] {
  if (means.kind === 'open') return []
  const days = means.kind === 'stated' ? means.stated.days : means.comesTo.days
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)]
  if (from === null || to === null || to - from > 7) return [days.from, lastDayOf(days)]
  return Array.from({ length: to - from }, (_, at) => dayText(from + at))
}
