// Three accounts that nobody wrote, of the exercise that never took place, and what an engine might suggest of them.
import type { EntryDetail, Fact } from '@sightline/core/case'
import type { CaseSource } from '../source/case-source.ts'

const idOf = (letter: string) => letter.charCodeAt(0).toString(16).padStart(2, '0').repeat(32)
const textIdOf = (letter: string) => `${letter.charCodeAt(0).toString(16)}fe`.padEnd(4, '0').repeat(16)
const resultId = 'ce'.repeat(32)

/** Letter, file, outlet, day, text. Lines in [brackets] are folded, the line in # marks is the headline. */
const accounts = [
  [
    'a',
    'accounts/evening-radio.txt',
    'Evening Radio',
    '2031-05-02',
    `Exercise recordings are out
By Ruth Quill
In the doorbell video you can see the prop in his right hand.
He asks, “What did I do wrong?”
Three blanks were fired into the air, the academy says.
“The word was too short and too loud,” director Corin Vale told us.
An instructor declined to say why the actor was stopped.
Copyright Evening Radio.
`,
  ],
  [
    'b',
    'accounts/the-gatepost.html',
    'The Gatepost',
    null,
    `Home › News › Academy
Academy shows recordings
There appears to be no prop visible in the body-camera video.
“What am I doing wrong?” the actor asks.
The academy and the union wrote that the word was “too short and too loud.”
The exercise was announced in advance.
A pupil, 15, watched from the gate with the director.
`,
  ],
  [
    'c',
    'accounts/wire.txt',
    'Union Wire',
    '2031-05-03',
    `Staff have said that the actor carried a prop.
At least two blanks were fired, the academy said on Wednesday.
A policy is due for comment next month.
`,
  ],
] as const

const texts = new Map(accounts.map(([letter, , , , text]) => [idOf(letter), text]))
const folded = [/^By .*/m, /^Copyright .*/m, /^Home ›.*/m]
const headlines = ['Exercise recordings are out', 'Academy shows recordings']

function readingOf(text: string) {
  const folds = folded.flatMap(pattern => {
    const found = pattern.exec(text)
    const kind = found?.[0].startsWith('By')
      ? 'byline'
      : found?.[0].startsWith('Home')
        ? 'navigation'
        : 'copyright'
    return found ? [{ start: found.index, end: found.index + found[0].length, kind, rule: kind }] : []
  })
  const lines = [...text.matchAll(/[^\n]+/g)]
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length, line }))
    .filter(({ start }) => !folds.some(fold => fold.start === start))
  const said = { to: null, recording: null, negated: false, hedged: false, declining: false }
  const chains = [
    { words: 'Corin Vale told us', chain: ['Corin Vale', 'Evening Radio'] },
    { words: 'The academy and the union wrote', chain: ['the academy', 'the union'] },
    { words: 'the academy says', chain: ['the academy', 'Evening Radio'] },
    { words: 'the academy said', chain: ['the academy', 'Union Wire'] },
    { words: 'Staff have said', chain: ['staff, no person named', 'Union Wire'] },
    { words: 'doorbell video', chain: ['Evening Radio'], recording: 'the doorbell video' },
    {
      words: 'body-camera video',
      chain: ['The Gatepost'],
      recording: 'the body-camera video',
      negated: true,
      hedged: true,
    },
    { words: 'declined to say', chain: ['an instructor'], declining: true },
  ]
  return {
    sentences: lines.map(({ start, end, line }) => ({ start, end, headline: headlines.includes(line) })),
    boilerplate: folds,
    quotes: [...text.matchAll(/“([^”]*)”/g)].map(({ index, 0: whole }) => ({
      ...{ start: index + 1, end: index + whole.length - 1 },
      ...{ speaker: whole.includes('wrong') ? null : 'Corin Vale', to: null, via: null },
      certainty: whole.includes('wrong') ? ('unknown' as const) : ('certain' as const),
    })),
    attributions: lines.flatMap(({ start, end, line }) =>
      chains
        .filter(({ words }) => line.includes(words))
        .map(({ words: _, ...told }) => ({ start, end, ...said, ...told })),
    ),
    minors: [...text.matchAll(/(?<=A pupil, )15/g)].map(({ index }) => ({
      start: index,
      end: index + 2,
      age: 15,
    })),
  }
}

const at = (letter: string, words: string) => {
  const text = texts.get(idOf(letter)) ?? ''
  const line = [...text.matchAll(/[^\n]+/g)].find(([each]) => each.includes(words))
  const start = line?.index ?? 0
  return { account: idOf(letter), start, end: start + (line?.[0].length ?? 0) }
}

const words = (letter: string, exact: string) => {
  const start = (texts.get(idOf(letter)) ?? '').indexOf(exact)
  return { account: idOf(letter), start, end: start + exact.length }
}

const candidates = {
  ...{ v: 1, method: 'rules-and-terms', version: '1' },
  versions: [],
  people: [
    {
      ...{ name: 'Corin Vale', isMinor: false, ages: [], mentions: [words('a', 'Corin Vale')] },
      named: [{ account: idOf('a'), name: 'Corin Vale', roles: ['director'] }],
    },
  ],
  roles: [
    {
      ...{ person: 0, account: idOf('b'), words: 'the director', places: [words('b', 'the director')] },
      ...{ why: ['only: director'], against: [], sure: false },
    },
  ],
  utterances: [
    {
      excerpts: [words('a', 'The word was too short and too loud,'), words('b', 'too short and too loud.')],
      pieces: [
        { kind: 'words', text: 'The word was', accounts: [idOf('a')] },
        { kind: 'words', text: 'too short and too loud', accounts: [idOf('a'), idOf('b')] },
      ],
    },
    {
      excerpts: [words('a', 'What did I do wrong?'), words('b', 'What am I doing wrong?')],
      pieces: [
        { kind: 'words', text: 'What', accounts: [idOf('a'), idOf('b')] },
        { kind: 'words', text: 'did', accounts: [idOf('a')] },
        { kind: 'words', text: 'am', accounts: [idOf('b')] },
        { kind: 'words', text: 'I', accounts: [idOf('a'), idOf('b')] },
        { kind: 'gap' },
        { kind: 'words', text: 'wrong', accounts: [idOf('a'), idOf('b')] },
      ],
    },
  ],
  accounts: Object.fromEntries([...texts].map(([id, text]) => [id, readingOf(text)])),
  links: [
    {
      ...{ a: at('a', 'What did I'), b: at('b', 'What am I'), relation: 'variant', kind: 'fact' },
      ...{ differing: ['did do', 'am doing'], why: ['one utterance in different words', 'shared: wrong'] },
    },
    {
      ...{ a: at('a', 'doorbell'), b: at('b', 'no prop'), relation: 'conflict', kind: 'presence' },
      ...{
        differing: ['see the prop', 'no prop visible'],
        why: ['one says it, one denies it', 'shared: prop, video'],
      },
    },
    {
      ...{ a: at('b', 'no prop'), b: at('c', 'carried'), relation: 'detail', kind: 'presence' },
      ...{ differing: [], why: ['bound to a recording', 'shared: prop'] },
    },
    {
      ...{ a: at('a', 'doorbell'), b: at('c', 'carried'), relation: 'detail', kind: 'fact' },
      ...{ differing: [], why: ['shared: prop'] },
    },
    {
      ...{ a: at('a', 'Three blanks'), b: at('c', 'At least two'), relation: 'detail', kind: 'fact' },
      ...{ differing: ['Three', 'two'], why: ['at least two, and three', 'shared: blank, fire'] },
    },
    {
      ...{ a: at('a', 'too short'), b: at('b', 'too short'), relation: 'conflict', kind: 'attribution' },
      ...{ differing: ['Corin Vale', 'the academy'], why: ['one text, put down to different speakers'] },
    },
  ],
}

/** The entries of the fiction about its accounts. */
export function accountFacts(): readonly Fact[] {
  const nothing = { author: null, address: null, versionOf: null, note: null }
  return [
    ...accounts.flatMap(([letter, path, outlet, publishedOn, text]): readonly Fact[] => {
      const file: EntryDetail<'file-received'>['file'] = {
        ...{ path, encoded: false, kind: 'account', format: path.split('.').at(-1) ?? '' },
        ...{ sha256: idOf(letter), bytes: text.length, changedMs: null, why: null, listing: null },
      }
      return [
        { type: 'file-received', detail: { v: 1, file } },
        {
          type: 'account-read',
          detail: {
            ...{ account: idOf(letter), readers: 'text 1', reader: 'text 1', text: textIdOf(letter) },
            ...{ v: 1, characters: text.length, tool: 'sightline 0.1.0' },
          },
        },
        {
          type: 'account-described',
          detail: { v: 1, account: idOf(letter), outlet, publishedOn, ...nothing },
        },
      ]
    }),
    {
      type: 'accounts-compared',
      detail: { v: 1, method: 'rules-and-terms', version: '1', inputs: 'ab'.repeat(32), result: resultId },
    },
  ]
}

/** What a source of the fiction answers about its accounts. */
export const fictionalAccounts: Pick<
  CaseSource,
  'accountCandidates' | 'accountText' | 'accountSince' | 'accountOriginalUrl'
> = {
  accountCandidates: async () => candidates,
  accountText: async id => texts.get(id) ?? null,
  accountSince: async () => ({ pieces: [] }),
  accountOriginalUrl: () => 'data:text/plain,',
}
