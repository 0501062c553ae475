import assert from 'node:assert/strict'
import test from 'node:test'
import * as z from 'zod/mini'
import { accountsAnnotations } from './annotations.ts'
import {
  candidatesOf,
  caseOf,
  done,
  idOf,
  passage,
  type Texts,
  takenFrom,
  textsOf,
} from './case-for-tests.ts'
import { accountsClaims } from './claims.ts'
import { sideBySide } from './side-by-side.ts'
import { accountsTable } from './table.ts'

const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
const texts: Texts = {
  a: `🚨 A guard fired five shots.\n“Stay back,” she said.\n${long}.`,
  b: 'The guard fired four shots at the van.',
}
const made = done(caseOf(texts), {
  ...{
    do: 'make-statement',
    kind: 'statement',
    passage: passage(texts, 'a', 'A guard fired five shots.'),
    takenFrom,
  },
  source: {
    ...{ chain: ['a witness', 'paper a'], to: 'reporters', recording: 'the doorbell video' },
    ...{ negated: false, hedged: true, declining: false },
  },
})
const named = done(made, {
  ...{ do: 'name-matter', name: 'How many shots', note: null },
  passages: [
    passage(texts, 'a', 'A guard fired five shots.'),
    passage(texts, 'b', 'The guard fired four shots at the van.'),
  ],
})
const described = done(named, {
  ...{ do: 'describe-account', account: idOf('a'), rev: named.accounts.get(idOf('a'))?.rev ?? 0 },
  ...{ outlet: 'The Paper', author: null, publishedOn: '2031-05-02', address: 'https://paper.example/a' },
  ...{ versionOf: null, note: null },
})
const telling = {
  view: sideBySide(
    described,
    candidatesOf(texts, [['a', 'five shots', 'b', 'four shots', 'conflict', 'five', 'four']]),
    textsOf(texts),
  ),
  nameOf: () => 'R. Imani',
  generator: 'Sightline 0',
  at: '2031-05-03T10:00:00.000Z',
}

test('the table has a line for each statement in each row, says what is a candidate, and cuts long words', () => {
  const [head = [], ...lines] = accountsTable(telling)
  const cell = (line: readonly string[] | undefined, name: string) => line?.[head.indexOf(name)]
  assert.ok(lines.every(line => line.length === head.length))
  const mine = lines.find(line => cell(line, 'number') !== '')
  assert.deepEqual(
    ['account', 'source_chain', 'said_to', 'recording_spoken_of', 'hedged', 'standing', 'matter'].map(name =>
      cell(mine, name),
    ),
    [
      'The Paper',
      'a witness → paper a',
      'reporters',
      'the doorbell video',
      'yes',
      'taken up by R. Imani, 2031-05-03T09:00:00.000Z',
      'How many shots',
    ],
  )
  assert.equal(lines.filter(line => cell(line, 'standing') === 'candidate of m 1').length, lines.length - 1)
  const cut = lines.find(line => cell(line, 'words')?.startsWith('word0'))
  assert.match(cell(cut, 'words') ?? '', /word24 …$/)
})

test('parts of a statement say who parted it and what it was, and words of a paged text their page', () => {
  const paged: Texts = { ...texts, a: `First page.\n\f${texts['a']}` }
  const whole = passage(paged, 'b', 'The guard fired four shots at the van.')
  const taken = done(caseOf(paged), {
    ...{ do: 'make-statement', kind: 'statement', passage: whole, takenFrom, source: null },
  })
  const parted = done(taken, {
    ...{ do: 'part-statements', from: [whole] },
    into: [passage(paged, 'b', 'The guard fired'), passage(paged, 'b', 'four shots at the van.')],
  })
  const view = sideBySide(parted, candidatesOf(paged, []), textsOf(paged))
  const [head = [], ...lines] = accountsTable({ ...telling, view })
  const cellsOf = (words: string) => {
    const line = lines.find(each => each[head.indexOf('words')] === words)
    return [line?.[head.indexOf('standing')], line?.[head.indexOf('page')]]
  }
  const standing = `parted by R. Imani, 2031-05-03T09:00:00.000Z, in place of s${taken.seq}`
  assert.deepEqual(cellsOf('four shots at the van.'), [standing, ''])
  assert.deepEqual(cellsOf('“Stay back,” she said.'), ['candidate of m 1', '2'])
  const told = accountsAnnotations({ ...telling, view })
  assert.match(told, /"schema:pageStart": 2/)
  assert.match(told, new RegExp(standing))
})

// The parts of the W3C Web Annotation Data Model that are written here, as the Recommendation has them.
const Quote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.optional(z.string()),
  suffix: z.optional(z.string()),
})
const Position = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(1)),
})
const Range = z.strictObject({ type: z.literal('RangeSelector'), startSelector: Quote, endSelector: Quote })
const Target = z.strictObject({
  type: z.literal('SpecificResource'),
  source: z.object({
    id: z.string().check(z.regex(/^urn:sha256:[0-9a-f]{64}$/)),
    type: z.literal('Text'),
    format: z.literal('text/plain'),
  }),
  selector: z.tuple([Position, z.union([Quote, Range])]),
})
const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const
const Annotation = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.url(),
  type: z.literal('Annotation'),
  motivation: z.enum(motivations),
  creator: z.object({ type: z.enum(['Person', 'Software']), name: z.string() }),
  created: z.optional(z.iso.datetime({ precision: 3 })),
  body: z.array(
    z.strictObject({
      type: z.literal('TextualBody'),
      value: z.string(),
      format: z.string(),
      purpose: z.enum(motivations),
    }),
  ),
  target: z.union([Target, z.array(Target).check(z.minLength(1))]),
})
const Collection = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.url(),
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.number(),
  first: z.object({
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(Annotation),
  }),
})

test('annotations are of the form that the Recommendation has, and each is found by place and by words', () => {
  const { first, total } = Collection.parse(JSON.parse(accountsAnnotations(telling)))
  assert.equal(first.items.length, total)
  assert.equal(new Set(first.items.map(({ id }) => id)).size, total, 'each has a name of its own')
  const known = new Map(Object.entries(texts).map(([letter, text]) => [`urn:sha256:${idOf(letter)}`, text]))
  for (const { target } of first.items)
    for (const { source, selector } of [target].flat()) {
      const text = known.get(source.id) ?? assert.fail('the text is known')
      const [position, words] = selector
      // The model counts code points, and one of the texts begins outside the first plane.
      const there = [...text].slice(position.start, position.end).join('')
      if (words.type === 'TextQuoteSelector') {
        assert.equal(there, words.exact)
        assert.ok(text.includes(`${words.prefix}${words.exact}${words.suffix}`))
      } else {
        assert.ok(there.startsWith(words.startSelector.exact) && there.endsWith(words.endSelector.exact))
        assert.ok(words.startSelector.exact.length + words.endSelector.exact.length < there.length)
      }
    }
})

test('annotations tell links as candidates, matters by name, and who stands behind what', () => {
  const { first } = Collection.parse(JSON.parse(accountsAnnotations(telling)))
  const link = first.items.find(({ motivation }) => motivation === 'linking')
  assert.deepEqual(link?.body[0]?.value, 'candidate conflict')
  assert.equal([link?.target].flat().length, 2)
  const matter = first.items.find(({ motivation }) => motivation === 'classifying')
  assert.deepEqual([matter?.body[0]?.value, matter?.creator.name], ['How many shots', 'R. Imani'])
  const byPeople = first.items.filter(({ creator }) => creator.type === 'Person')
  assert.equal(byPeople.length, 2)
})

// The properties of https://schema.org/Claim and of what it refers to that are written here.
const Claim = z.strictObject({
  '@type': z.literal('Claim'),
  '@id': z.url(),
  text: z.string().check(z.minLength(1)),
  creativeWorkStatus: z.string(),
  author: z.optional(z.strictObject({ name: z.string() })),
  creditText: z.optional(z.string()),
  about: z.optional(z.array(z.strictObject({ '@type': z.literal('Thing'), name: z.string() }))),
  appearance: z.strictObject({
    '@type': z.literal('CreativeWork'),
    '@id': z.url(),
    name: z.string(),
    publisher: z.optional(z.strictObject({ '@type': z.literal('Organization'), name: z.string() })),
    datePublished: z.optional(z.iso.date()),
    url: z.optional(z.url()),
  }),
})
const Graph = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.tuple([z.looseObject({ '@type': z.literal('Dataset') })], Claim),
})

test('claims are of schema.org’s form, short, and rate nothing', () => {
  const text = accountsClaims(telling)
  const [, ...claims] = Graph.parse(JSON.parse(text))['@graph']
  const mine = claims.find(({ creativeWorkStatus }) => creativeWorkStatus.startsWith('taken up'))
  assert.deepEqual(
    [
      mine?.author?.name,
      mine?.creditText,
      mine?.about?.[0]?.name,
      mine?.appearance.publisher?.name,
      mine?.appearance.url,
    ],
    ['a witness', 'a witness → paper a', 'How many shots', 'The Paper', 'https://paper.example/a'],
  )
  assert.ok(claims.every(claim => claim.text.split(' ').length <= 27))
  assert.doesNotMatch(text, /Rating|Review|ClaimReview/)
})
