import { basename } from 'node:path'
import type { Row, ShownStatement } from '@sightline/core/side-by-side'
import { csvText } from '../csv.ts'
import type { CompareReport } from './compare-report.ts'
import { isToldDifferently, utteranceLines } from './compare-utterances.ts'
import { nameIn, pieceOf, rowsOfKind, viewOf } from './compare-view.ts'
import {
  boundsOfMethod,
  calledText,
  excerptOf,
  excerptWords,
  groundsText,
  noneFound,
  rowNames,
  saidText,
  toldKinds,
  tooLongWords,
} from './compare-words.ts'

/** The answer for a person at a terminal: most telling rows first, then what stands alone. */
export function compareTable(report: CompareReport, isFull: boolean): string {
  const names = Object.keys(report.accounts)
  const width = Math.max(8, ...names.map(name => Math.min(28, shown(basename(name)).length)))
  const view = viewOf(report)
  const most = isFull ? Number.POSITIVE_INFINITY : excerptWords
  const line = (account: string, words: string) =>
    `    ${shown(basename(account)).slice(0, 28).padEnd(width)}  ${shown(words)}`
  const told = (statement: ShownStatement, links: Row['links']) => {
    const { words, isCutBefore, isCutAfter } = pieceOf(statement, links, view, most)
    const text = words.map(({ text: word }) => word).join(' ')
    const said = statement.source === null ? '' : ` [${saidText(statement).join(' · ')}]`
    return line(nameIn(view, statement), `${isCutBefore ? '… ' : ''}${text}${isCutAfter ? ' …' : ''}${said}`)
  }
  const out: string[] = tooLongWords(report).flatMap(words => [shown(words), ''])
  for (const kind of toldKinds) {
    const rows = rowsOfKind(view, kind)
    if (kind === 'conflict' && rows.length === 0) out.push(noneFound, '')
    if (rows.length === 0) continue
    out.push(`${rowNames[kind]}:`, '')
    for (const { statements, links } of rows) {
      const [first] = links.filter(({ relation }) => relation === kind)
      const differing = kind === 'detail' ? [] : (first?.differing ?? []).filter(each => each !== '')
      const quoted = differing.map(each => `"${shown(each)}"`).join(' / ')
      out.push(
        `  ${[quoted, first ? shown(groundsText(first, view)) : ''].filter(each => each !== '').join(': ')}`,
      )
      out.push(...statements.map(statement => told(statement, links)), '')
    }
  }
  if (view.further > 0)
    out.push(`further candidates: ${view.further}, weaker than these; --json holds them`, '')
  for (const { a, b } of report.versions)
    out.push(`may be two versions of one account: ${shown(basename(a))}, ${shown(basename(b))}`, '')
  const utterances = report.utterances.filter(isToldDifferently)
  if (utterances.length > 0) out.push('one utterance, put together from its excerpts:', '')
  for (const utterance of utterances) out.push(...utteranceLines(utterance, isFull, line), '')
  if (report.roles.length > 0) {
    out.push('words without a name that may mean somebody who is named:', '')
    for (const { account, words, person, why, against } of report.roles) {
      const [name, reasons] = [report.people[person]?.name ?? '', calledText(why, against)]
      out.push(line(account, `"${words}" may mean ${name} (${reasons})`))
    }
    out.push('')
  }
  const minors = report.people.filter(({ minor }) => minor)
  if (minors.length > 0)
    out.push(`named with an age under 18: ${minors.map(({ name }) => shown(name)).join(', ')}`, '')
  out.push('only in one account:', '')
  for (const { statements } of rowsOfKind(view, 'alone'))
    out.push(...statements.map(statement => told(statement, [])))
  return `${out.join('\n')}\n\n${boundsOfMethod}\n`
}

/** Names and texts come from strangers: control characters must not reach the terminal. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
}

/** One line per link, and for words without a name that may mean somebody one per place, beside where that name stands. What a spreadsheet would take for a formula is kept as text. */
export function compareCsv(report: CompareReport): string {
  const head = [
    'relation',
    'kind',
    'account a',
    'start a',
    'end a',
    'words a',
    'account b',
    'start b',
    'end b',
    'words b',
    'differing a',
    'differing b',
    'why',
  ]
  const rows = report.links.map(({ relation, kind, a, b, differing, why }) => [
    relation === 'conflict' ? 'candidate conflict' : relation,
    kind,
    ...[a, b].flatMap((cell, index) => [
      cell.account,
      String(cell.start),
      String(cell.end),
      excerptOf(report.accounts[cell.account]?.text ?? '', cell, [differing[index] ?? ''], excerptWords),
    ]),
    differing[0] ?? '',
    differing[1] ?? '',
    why.join('; '),
  ])
  return csvText([head, ...rows, ...callingRows(report)])
}

function callingRows({ accounts, people, roles }: CompareReport): readonly (readonly string[])[] {
  const cells = ({ account, start, end }: { account: string; start: number; end: number }) => [
    ...[account, String(start), String(end)],
    (accounts[account]?.text ?? '').slice(start, end).replace(/\s+/g, ' '),
  ]
  return roles.flatMap(({ account, person, places, why, against }) => {
    const mentions = people[person]?.mentions ?? []
    const named = mentions.find(each => each.account === account) ?? mentions[0]
    if (!named) return []
    const reasons = calledText(why, against)
    return places.map(place => ['may mean', 'person', ...cells(place), ...cells(named), '', '', reasons])
  })
}
