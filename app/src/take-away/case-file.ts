import type { TakeAway } from '@sightline/core/api'
import type { CaseState } from '@sightline/core/case'
import { cardWordsIn, leavingOf, linkedData, reportPage, tableRows } from '@sightline/core/case-file'
import { never } from '@sightline/core/errors'
import { toldDues } from '@sightline/core/release-clock'
import { csvText } from '../csv.ts'
import { toolLabel } from '../version.ts'

type Asked = Extract<TakeAway, { what: 'case-file' }>

/** The case file for one audience, as a page to print, a table or linked data. Nothing private and nothing walled is in it. */
export function caseFile(
  state: CaseState,
  { as, audience, language }: Asked,
  at: string,
): { readonly name: string; readonly text: string } {
  const words = cardWordsIn(language)
  const leaving = leavingOf(state, audience, toldDues(state), words.report.withheld)
  const made = { tool: toolLabel, at, language }
  switch (as) {
    case 'report':
      return { name: `case-report-${audience}.html`, text: reportPage(leaving, words, made) }
    case 'csv':
      return { name: `case-file-${audience}.csv`, text: csvText(tableRows(leaving)) }
    case 'jsonld':
      return { name: `case-file-${audience}.jsonld`, text: linkedData(leaving, made) }
    default:
      return never(as)
  }
}
