import type { Column, Row, ShownStatement } from './shown.ts'

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

/** Rows in which every word that was typed is found: in a statement, in whom it goes back to, in the name of an account or matter. */
export function findRows(rows: readonly Row[], columns: readonly Column[], typed: string): readonly Row[] {
  const wanted = plain(typed)
    .split(' ')
    .filter(word => word !== '')
  if (wanted.length === 0) return rows
  const byGroup = new Map(columns.map(column => [column.group.id, column]))
  const textOf = (statement: ShownStatement) => {
    const column = byGroup.get(statement.group)
    const shown = column?.group.shown
    return [
      column?.text.slice(statement.start, statement.end),
      shown?.said?.outlet,
      shown?.firstName,
      ...(statement.source?.chain ?? []),
      statement.source?.recording,
    ]
  }
  return rows.filter(({ statements, matter }) => {
    const held = plain([matter?.name, matter?.note, ...statements.flatMap(textOf)].join(' '))
    return wanted.every(word => held.includes(word))
  })
}
