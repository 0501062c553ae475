import { basename } from 'node:path'
import {
  conflictsFoundOfTen,
  conflictsRightOfTen,
  type Ground,
  groundsAsSaid,
  groundWords,
  nameOfMatter,
  type RowKind,
  type ShownLink,
  type ShownStatement,
  type SideBySide,
} from '@sightline/core/side-by-side'
import type { CompareReport } from './compare-report.ts'

/** Others' texts are shown in short pieces. */
export const excerptWords = 25

/** Kinds of rows with several accounts, the most telling first. */
export const toldKinds = ['conflict', 'attribution', 'variant', 'detail', 'same'] as const satisfies RowKind[]

export const rowNames = {
  conflict: 'Candidate conflicts',
  attribution: 'The same words, put down to different speakers',
  variant: 'One utterance in other words',
  detail: 'One matter, other details',
  same: 'The same in several accounts',
} as const satisfies Record<(typeof toldKinds)[number], string>

/** What stands beside every answer. */
export const boundsOfMethod = `Everything here is a candidate, found by rules from the words alone. It says nothing about who is right. What only one account tells is no conflict. On accounts made up for testing the rules found about ${conflictsFoundOfTen} in 10 of the conflicts, and about ${conflictsRightOfTen} in 10 of those they suggested were conflicts (docs/measurements.md).`

/** Said in place of an empty list: that nothing was found is not that nothing is there. */
export const noneFound = `Candidate conflicts: none found. That does not mean that the accounts agree: of ten conflicts that were marked in made-up accounts which no rule was written for, the method found about ${conflictsFoundOfTen} (docs/measurements.md).`

/** Said of each two accounts that were read but not held against each other. */
export const tooLongWords = ({ tooLong = [] }: CompareReport): readonly string[] =>
  tooLong.map(({ a, b, statements: [ours, theirs] }) => {
    const [one, two] = [`${basename(a)} (${grouped(ours)} statements)`, `${basename(b)} (${grouped(theirs)})`]
    return `${one} and ${two} are too long to be compared with each other; compare the parts of them that matter`
  })

const grouped = (count: number) => count.toLocaleString('en-US')

/** On what a link rests, what was found before what is shared. */
export const groundsText = (link: ShownLink, { columns }: SideBySide) =>
  groundsAsSaid(link, columns).map(groundText).join('; ')

function groundText(ground: Ground): string {
  switch (ground.kind) {
    case 'words':
      return ground.words
    case 'shared':
    case 'issue':
    case 'matter':
    case 'topic':
    case 'beside':
      return `${groundWords[ground.kind]}: ${ground.terms.map(nameOfMatter).join(', ')}`
    default:
      return ground.of === null
        ? groundWords[ground.kind]
        : `${groundWords[ground.kind]}: ${nameOfMatter(ground.of)}`
  }
}

/** Through whom a statement came, what it speaks of, and how it is said; the account's own words are said to be so. */
export const saidText = ({ source, isHeadline }: ShownStatement): readonly string[] => [
  ...(isHeadline ? ['headline'] : []),
  source === null ? 'the account’s own words' : source.chain.join(' → '),
  ...(source?.recording ? [`speaks of: ${source.recording}`] : []),
  ...(source?.negated ? ['negated'] : []),
  ...(source?.hedged ? ['hedged'] : []),
  ...(source?.declining ? ['declines to say'] : []),
]

/** Words of a statement around its differing words, at most `most` of them; the whole statement where `most` is null. */
export function excerptOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  differing: readonly string[],
  most: number | null,
): string {
  const whole = text.slice(start, end).replace(/\s+/g, ' ')
  const words = whole.split(' ')
  if (most === null || words.length <= most) return whole
  const first = words.findIndex(word =>
    differing.some(each => each !== '' && each.split(' ').includes(bare(word))),
  )
  const from = Math.max(0, Math.min(words.length - most, first - Math.floor(most / 2)))
  const part = words.slice(from, from + most).join(' ')
  return `${from > 0 ? '… ' : ''}${part}${from + most < words.length ? ' …' : ''}`
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const calledWords: Readonly<Record<string, string>> = {
  quote: 'the same words are put down to both',
  office: 'the only one named in that office',
  only: 'nobody else who is named is called',
  kin: 'by whose relative or lawyer they are',
  age: 'the only one named of that age',
  act: 'linked statements tell the same of both',
  report: 'linked statements put the same down to both',
  several: 'but accounts tell of more than one',
  called: 'but called otherwise where named',
}

/** What speaks for and against words meaning somebody. */
export const calledText = (why: readonly string[], against: readonly string[]): string =>
  [...why, ...against]
    .map(reason => {
      const [kind = '', of = ''] = reason.split(/: (.*)/s)
      return calledWords[kind] === undefined ? reason : `${calledWords[kind]}: ${of}`
    })
    .join('; ')
