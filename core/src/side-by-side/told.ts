import { type Account, type Agent, lastDayOf, type Stretch } from '../case/index.ts'
import { never } from '../errors.ts'
import { differingIn } from './differing.ts'
import type { Column, Row, ShownLink, ShownStatement } from './shown.ts'
import type { SideBySide } from './side-by-side.ts'

/** What goes out of a case about its accounts needs names of people, which the case keeps apart. */
export interface Telling {
  readonly view: SideBySide
  readonly nameOf: (agent: Agent) => string
  /** The program's name and version. */
  readonly generator: string
  /** ISO 8601, in UTC. */
  readonly at: string
}

/** Others' texts go out in pieces of at most so many words. */
export const excerptWords = 25

/** Words of a statement around those that differ, cut at both ends where it is longer; white space as one space. */
export function excerptOf(
  column: Column,
  statement: ShownStatement,
  row: Row,
  columns: readonly Column[],
): string {
  const words = [...column.text.slice(statement.start, statement.end).matchAll(/\S+/g)]
  if (words.length <= excerptWords) return words.map(([word]) => word).join(' ')
  const [mark] = differingIn(statement, row.links, columns)
  const at = mark ? words.findIndex(({ index }) => statement.start + index >= mark.start) : 0
  const from = Math.max(0, Math.min(words.length - excerptWords, at - excerptWords / 2) | 0)
  const piece = words.slice(from, from + excerptWords).map(([word]) => word)
  return `${from > 0 ? '… ' : ''}${piece.join(' ')}${from + excerptWords < words.length ? ' …' : ''}`
}

export function nameOfAccount({ said, firstName }: Account): string {
  return said?.outlet ?? firstName
}

/** Whether a person stands behind a thing or a machine suggests it, in words for other programs. */
export function standingOf({ view, nameOf }: Telling, told: ShownStatement | ShownLink): string {
  const { origin } = told
  if (origin.kind === 'taken-up') return `taken up by ${nameOf(origin.held.agent)}, ${origin.held.at}`
  if ('parting' in told && told.parting) {
    const was = told.partedFrom.map(({ id }) => id).join(', ')
    const { agent, at } = told.parting
    return `parted by ${nameOf(agent)}, ${at}${was === '' ? '' : `, in place of ${was}`}`
  }
  const { engine } = view
  return engine ? `candidate of ${engine.method} ${engine.version}` : 'candidate'
}

/**
 * The relative times of a statement with what they come to and on whose word: `Wednesday = 2031-05-02 (counted from 2031-05-03, as
 * Ann Lee stated)`. Days that are several are told with the first and the last.
 */
export function daysTold({ nameOf }: Telling, { days }: Column, { start, end }: Stretch): string {
  return days
    .filter(day => day.start >= start && day.end <= end)
    .map(({ words, means }) => {
      const said = words.replace(/\s+/g, ' ')
      switch (means.kind) {
        case 'open':
          return `${said}: stays relative`
        case 'stated':
          return `${said} = ${spanText(means.stated.days)} (as ${nameOf(means.stated.agent)} stated)`
        case 'counted': {
          const { days: span, isRough } = means.comesTo
          const told = `${isRough ? 'about ' : ''}${spanText(span)}`
          return `${said} = ${told} (counted from ${means.from.day}, as ${nameOf(means.from.agent)} stated)`
        }
      }
      return never(means)
    })
    .join('; ')
}

const spanText = (days: { readonly from: string; readonly to: string }) =>
  lastDayOf(days) === days.from ? days.from : `${days.from} to ${lastDayOf(days)}`

/** Places of a text in code points, as the W3C selectors count them; JavaScript counts UTF-16 code units. */
export function inCodePoints(text: string, { start, end }: Stretch): Stretch {
  const before = [...text.slice(0, start)].length
  return { start: before, end: before + [...text.slice(start, end)].length }
}
