import { fieldsOf } from '../case/cards/index.ts'
import type { Leaving } from './leaving.ts'

/**
 * What leaves, as JSON-LD 1.1: one node for each card and recording. Fields that point to something are links; everything else is
 * as it was said. The terms are our own; the few that schema.org knows are tied to it.
 */
export function linkedData(leaving: Leaving, made: { readonly tool: string; readonly at: string }): string {
  const context = {
    '@vocab': 'urn:sightline:terms:',
    schema: 'https://schema.org/',
    name: 'schema:name',
    words: 'schema:text',
    enteredAt: { '@type': 'schema:DateTime' },
  }
  const recordings = leaving.recordings.map(({ sha256, ...rest }) => ({
    '@id': recordingUrn(sha256),
    '@type': 'Recording',
    sha256,
    ...stated(rest),
  }))
  const moments = leaving.moments.map(({ id, ...rest }) => ({
    '@id': momentUrn(id),
    '@type': 'Moment',
    ...stated(rest),
  }))
  const cards = leaving.cards.map(({ id, of, said, by, at }) => ({
    '@id': cardUrn(id),
    '@type': of,
    ...stated(linked(of, said)),
    enteredBy: by,
    enteredAt: at,
  }))
  const whole = {
    '@context': context,
    '@id': 'urn:sightline:case',
    '@type': 'Case',
    name: leaving.title,
    madeFor: leaving.audience,
    madeWith: made.tool,
    madeAt: made.at,
    entries: leaving.seq,
    stage: leaving.stage,
    dues: leaving.dues,
    expected: leaving.expected,
    '@included': [...recordings, ...moments, ...cards],
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

const cardUrn = (id: string) => `urn:sightline:card:${id}`
const momentUrn = (id: string) => `urn:sightline:moment:${id}`
const recordingUrn = (sha256: string) => `urn:sha256:${sha256}`

function linked(of: Leaving['cards'][number]['of'], said: Readonly<Record<string, unknown>>) {
  const fields = fieldsOf(of, false)
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const is = fields[name]?.is
      if (value === null) return [name, null]
      if (is === 'card') return [name, { '@id': cardUrn(String(value)) }]
      if (is === 'recording') return [name, { '@id': recordingUrn(String(value)) }]
      if (is === 'moment') return [name, { '@id': momentUrn(String(value)) }]
      if (is === 'moments')
        return [name, (value as readonly string[]).map(each => ({ '@id': momentUrn(each) }))]
      return [name, value]
    }),
  )
}

function stated(fields: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
