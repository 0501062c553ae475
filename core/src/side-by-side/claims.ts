import type { Row, ShownStatement } from './shown.ts'
import { excerptOf, nameOfAccount, standingOf, type Telling } from './told.ts'

/**
 * Statements as schema.org Claims in JSON-LD (https://schema.org/Claim): the words in short, in which account they appear, to
 * whom they go back, and the matter that a person put them to. Whether a speaker is a person or a body is not known, so an
 * author has a name and no type. No rating and no review: nothing here says whether a claim is true.
 */
export function accountsClaims(telling: Telling): string {
  const { view, generator, at } = telling
  const graph = view.columns.flatMap(column =>
    [...column.statements, ...column.quotes].flatMap(statement => {
      const rows = view.rows.filter(row => row.statements.some(({ key }) => key === statement.key))
      const [row] = rows
      // A quote within a statement is told with it, unless a person took it up by itself.
      if (statement.kind === 'quote' && !row) return []
      const words = excerptOf(column, statement, row ?? alone(statement), view.columns)
      const { shown } = column.group
      const matters = rows.flatMap(({ matter }) => (matter ? [{ '@type': 'Thing', name: matter.name }] : []))
      return [
        {
          '@type': 'Claim',
          '@id': `urn:sightline:statement:${statement.key.replaceAll(' ', ':')}`,
          text: words,
          creativeWorkStatus: standingOf(telling, statement),
          ...(statement.source && {
            author: { name: statement.source.chain[0] },
            creditText: statement.source.chain.join(' → '),
          }),
          ...(matters.length > 0 && { about: matters }),
          appearance: {
            '@type': 'CreativeWork',
            '@id': `urn:sha256:${shown.id}`,
            name: nameOfAccount(shown),
            ...(shown.said?.outlet && { publisher: { '@type': 'Organization', name: shown.said.outlet } }),
            ...(shown.said?.publishedOn && { datePublished: shown.said.publishedOn }),
            ...(shown.said?.address && { url: shown.said.address }),
          },
        },
      ]
    }),
  )
  const document = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Dataset',
        '@id': 'urn:sightline:accounts',
        name: 'Statements of several accounts of one incident',
        description:
          'What each account says, by whom. Candidates were found by rules from the words alone and looked at by nobody. Nothing here says who is right.',
        creator: { '@type': 'SoftwareApplication', name: generator },
        dateModified: at,
      },
      ...graph,
    ],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function alone(statement: ShownStatement): Row {
  return { key: statement.key, kind: 'alone', matter: null, about: [], statements: [statement], links: [] }
}
