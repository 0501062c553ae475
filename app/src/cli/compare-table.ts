import { basename } from 'node:path'
import { conflictsFoundOfTen } from '@sightline/core/side-by-side'
import { csvText } from '../csv.ts'
import { boundsOfMethod, excerptOf, kindOfLink, mattersOf, rowKinds, rowWords } from './compare-matters.ts'
import type { CompareReport } from './compare-report.ts'
import { isToldDifferently, utteranceLines } from './compare-utterances.ts'

const excerptWords = 25

/** Said in place of an empty list: that nothing was found is not that nothing is there. */
export const noneFound = `Candidate conflicts: none found. That does not mean that the accounts agree: of ten conflicts that were marked in made-up accounts which no rule was written for, the method found about ${conflictsFoundOfTen} (docs/measurements.md).`

/** The answer for a person at a terminal: most telling rows first, then what stands alone. */
export function compareTable(report: CompareReport, isFull: boolean): string {
  const names = Object.keys(report.accounts)
  const width = Math.max(8, ...names.map(name => Math.min(28, shown(basename(name)).length)))
  const most = isFull ? null : excerptWords
  const line = (account: string, words: string) =>
    `    ${shown(basename(account)).slice(0, 28).padEnd(width)}  ${shown(words)}`
  const out: string[] = []
  for (const kind of rowKinds) {
    const links = report.links.filter(link => kindOfLink(link) === kind)
    if (kind === 'conflict' && links.length === 0) out.push(noneFound, '')
    if (links.length === 0) continue
    out.push(`${rowWords[kind]}:`, '')
    for (const { a, b, differing, why } of links) {
      const words = differing.filter(each => each !== '')
      out.push(
        `  ${words.length > 0 ? words.map(each => `"${shown(each)}"`).join(' / ') : shown(why[0] ?? '')}`,
      )
      for (const [index, cell] of [a, b].entries())
        out.push(
          line(
            cell.account,
            excerptOf(report.accounts[cell.account]?.text ?? '', cell, [differing[index] ?? ''], most),
          ),
        )
      out.push('')
    }
  }
  for (const { a, b } of report.versions)
    out.push(`may be two versions of one account: ${shown(basename(a))}, ${shown(basename(b))}`, '')
  const told = report.utterances.filter(isToldDifferently)
  if (told.length > 0) out.push('one utterance, put together from its excerpts:', '')
  for (const utterance of told) out.push(...utteranceLines(utterance, isFull, line), '')
  const minors = report.people.filter(({ minor }) => minor)
  if (minors.length > 0)
    out.push(`named with an age under 18: ${minors.map(({ name }) => shown(name)).join(', ')}`, '')
  const { alone } = mattersOf(report)
  out.push('only in one account:', '')
  for (const cell of alone)
    out.push(line(cell.account, excerptOf(report.accounts[cell.account]?.text ?? '', cell, [], most)))
  return `${out.join('\n')}\n\n${boundsOfMethod}\n`
}

/** Names and texts come from strangers: control characters must not reach the terminal. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
}

/** One line per link, for a spreadsheet. What a spreadsheet would take for a formula is kept as text. */
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
  return csvText([head, ...rows])
}
