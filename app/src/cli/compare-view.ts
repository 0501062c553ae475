import { basename } from 'node:path'
import { type Account, type AccountId, emptyCase } from '@sightline/core/case'
import {
  type Candidates,
  differingIn,
  type Row,
  type RowKind,
  type ShownLink,
  type ShownStatement,
  type SideBySide,
  sharedWords,
  sideBySide,
} from '@sightline/core/side-by-side'
import type { CompareReport } from './compare-report.ts'

/** The report as the room shows the accounts of a case in which nobody has entered anything: the same columns and rows. Two names of one file are one account. */
export function viewOf(report: CompareReport): SideBySide {
  const accounts = new Map<AccountId, Account>()
  const texts = new Map<AccountId, string>()
  const idOf = (name: string) => report.accounts[name]?.sha256 ?? ''
  for (const [name, { sha256, text, reader }] of Object.entries(report.accounts)) {
    texts.set(sha256, text)
    accounts.set(sha256, {
      ...{ id: sha256, firstName: basename(name), said: null, rev: 0 },
      reading: { kind: 'read', readers: reader, reader, text: sha256, characters: text.length },
    })
  }
  const [method = '', version = ''] = report.method.split(' ')
  const placed = <P extends { readonly account: string }>(place: P) => ({
    ...place,
    account: idOf(place.account),
  })
  const candidates: Candidates = {
    ...{ v: 1, method, version, versions: [] },
    accounts: Object.fromEntries(Object.values(report.accounts).map(read => [read.sha256, read])),
    links: report.links.map(link => ({ ...link, a: placed(link.a), b: placed(link.b) })),
  }
  return sideBySide({ ...emptyCase, accounts }, candidates, texts)
}

/** Words of a statement, those that differ marked; cut at both ends around the first of them where there are more than `most`. */
export interface Piece {
  readonly words: readonly { readonly text: string; readonly isMarked: boolean }[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

export function pieceOf(
  statement: ShownStatement,
  links: readonly ShownLink[],
  view: SideBySide,
  most: number,
): Piece {
  const text = view.columns.find(({ group }) => group.id === statement.group)?.text ?? ''
  const marks = differingIn(statement, links, view.columns)
  const words = [...text.slice(statement.start, statement.end).matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const start = statement.start + index
    return { text: word, isMarked: marks.some(mark => mark.start < start + word.length && mark.end > start) }
  })
  const first = Math.max(
    0,
    words.findIndex(({ isMarked }) => isMarked),
  )
  const from =
    words.length <= most ? 0 : Math.max(0, Math.min(words.length - most, first - Math.floor(most / 2)))
  return {
    words: words.slice(from, from + most),
    isCutBefore: from > 0,
    isCutAfter: from + most < words.length,
  }
}

export const nameIn = ({ columns }: SideBySide, { group }: ShownStatement): string =>
  columns.find(column => column.group.id === group)?.group.shown.firstName ?? ''

/** Rows of one kind; candidate conflicts whose statements have most in common first, as the room orders them. */
export function rowsOfKind({ rows }: SideBySide, kind: RowKind): readonly Row[] {
  const mostShared = ({ links }: Row) => Math.max(0, ...links.map(sharedWords))
  const here = rows.filter(row => row.kind === kind)
  return kind === 'conflict' ? here.toSorted((one, two) => mostShared(two) - mostShared(one)) : here
}
