import { passageAt } from '../case/index.ts'
import { pageAt } from './pages.ts'
import type { Column, Row, ShownLink, ShownStatement } from './shown.ts'
import { daysTold, excerptWords, inCodePoints, nameOfAccount, standingOf, type Telling } from './told.ts'

/** Words at each end of a longer statement, by which it is found without being copied out. */
const edgeWords = 8

/**
 * Statements, links and matters as W3C Web Annotations (Recommendation of 23 February 2017): an annotation collection with one
 * page. A target is the text that the case holds of an account, by its hash, with a TextPositionSelector (code points) and a
 * TextQuoteSelector; a statement of more than `excerptWords` words is told by a RangeSelector between its first and last words.
 * What only a machine suggests says so in its body.
 */
export function accountsAnnotations(telling: Telling): string {
  const { view, generator, at } = telling
  const columnOf = (statement: ShownStatement) =>
    view.columns.find(({ group }) => group.id === statement.group)
  const target = (statement: ShownStatement) => {
    const column = columnOf(statement)
    return column ? [targetOf(column, statement)] : []
  }
  const statements = view.columns.flatMap(column =>
    [...column.statements, ...column.quotes].map(statement => ({
      ...headOf(telling, `statement:${statement.key.replaceAll(' ', ':')}`, statement, 'describing'),
      body: [
        textual(standingOf(telling, statement), 'describing'),
        ...sourceBodies(statement),
        ...[daysTold(telling, column, statement)]
          .filter(days => days !== '')
          .map(days => textual(days, 'commenting')),
      ],
      target: targetOf(column, statement),
    })),
  )
  const links = view.links.map(link => ({
    ...headOf(telling, `link:${link.key.replaceAll(' ', ':')}`, link, 'linking'),
    body: [
      textual(
        link.relation === 'conflict' && link.origin.kind === 'candidate'
          ? 'candidate conflict'
          : link.relation,
        'tagging',
      ),
      textual(standingOf(telling, link), 'describing'),
      ...link.why.map(why => textual(why, 'commenting')),
    ],
    target: [...target(link.a), ...target(link.b)],
  }))
  const matters = view.rows.flatMap(row => (row.matter ? [matterOf(telling, row, target)] : []))
  const items = [...statements, ...links, ...matters]
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:sightline:accounts',
    type: 'AnnotationCollection',
    label: 'Accounts',
    generator: { type: 'Software', name: generator },
    modified: at,
    total: items.length,
    first: { id: 'urn:sightline:accounts:page-1', type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(page, null, 2)}\n`
}

function matterOf(
  { nameOf }: Telling,
  row: Row & { readonly matter: Row['matter'] },
  target: (statement: ShownStatement) => readonly object[],
): object {
  const { matter } = row
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:sightline:matter:${matter?.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    ...(matter && { creator: { type: 'Person', name: nameOf(matter.agent) }, created: matter.at }),
    body: [
      textual(matter?.name ?? '', 'classifying'),
      ...(matter?.note ? [textual(matter.note, 'commenting')] : []),
    ],
    target: row.statements.flatMap(target),
  }
}

function headOf(
  { generator, nameOf }: Telling,
  id: string,
  told: ShownStatement | ShownLink,
  motivation: 'describing' | 'linking',
): object {
  const { origin } = told
  const of = origin.kind === 'taken-up' ? origin.held : 'parting' in told ? told.parting : null
  const by =
    of !== null
      ? { creator: { type: 'Person', name: nameOf(of.agent) }, created: of.at }
      : { creator: { type: 'Software', name: generator } }
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:sightline:${id}`,
    type: 'Annotation',
    motivation,
    ...by,
  }
}

function sourceBodies({ source, kind }: ShownStatement): readonly object[] {
  if (source === null) return [textual(kind, 'tagging')]
  return [
    textual(kind, 'tagging'),
    textual(`source: ${source.chain.join(' → ')}`, 'describing'),
    ...(source.to === null ? [] : [textual(`said to: ${source.to}`, 'describing')]),
    ...(source.recording === null ? [] : [textual(`speaks of: ${source.recording}`, 'describing')]),
    ...(source.negated ? [textual('negated', 'tagging')] : []),
    ...(source.hedged ? [textual('hedged', 'tagging')] : []),
    ...(source.declining ? [textual('declining', 'tagging')] : []),
  ]
}

function textual(value: string, purpose: 'describing' | 'tagging' | 'commenting' | 'classifying'): object {
  return { type: 'TextualBody', value, format: 'text/plain', purpose }
}

function targetOf(column: Column, statement: ShownStatement): object {
  const { shown } = column.group
  const text = shown.reading.kind === 'read' ? shown.reading.text : shown.id
  const { start, end } = inCodePoints(column.text, statement)
  const page = pageAt(column.text, statement.start)
  return {
    type: 'SpecificResource',
    source: {
      id: `urn:sha256:${text}`,
      type: 'Text',
      format: 'text/plain',
      'schema:name': nameOfAccount(shown),
      'schema:isBasedOn': `urn:sha256:${shown.id}`,
      ...(page !== null && { 'schema:pageStart': page }),
      ...(shown.said?.address && { 'schema:url': shown.said.address }),
    },
    selector: [{ type: 'TextPositionSelector', start, end }, quoteOf(column, statement)],
  }
}

function quoteOf(column: Column, { start, end }: ShownStatement): object {
  const words = [...column.text.slice(start, end).matchAll(/\S+/g)]
  const passage = passageAt(column.group.shown.id, column.text, { start, end })
  if (passage && words.length <= excerptWords) {
    const { exact, prefix, suffix } = passage
    return { type: 'TextQuoteSelector', exact, prefix, suffix }
  }
  const first = words[edgeWords - 1]
  const last = words.at(-edgeWords)
  const head = { start, end: start + (first ? first.index + first[0].length : 0) }
  const tail = { start: start + (last?.index ?? 0), end }
  const exactOf = (stretch: typeof head) => ({
    type: 'TextQuoteSelector',
    exact: column.text.slice(stretch.start, stretch.end),
  })
  return { type: 'RangeSelector', startSelector: exactOf(head), endSelector: exactOf(tail) }
}
