import { areOfOtherTimes } from './about-others.ts'
import type { Nearness } from './align.ts'
import { type AloneKinds, clock } from './alone-numbers.ts'
import { aspectFindings } from './aspect-findings.ts'
import { polarityFindings } from './denial-findings.ts'
import { deniedSpeechFindings } from './denied-speech.ts'
import { dimensionFindings } from './dimension-findings.ts'
import { isConcept, matterOf, type Statement, surnameOf } from './features.ts'
import { wider } from './lexicon/concepts.ts'
import { matterFindings } from './matter-findings.ts'
import { matterNumberFindings } from './matter-numbers.ts'
import { aloneFindings, numberFindings } from './number-findings.ts'
import { ordinalFindings } from './ordinal-findings.ts'
import { readOnce } from './read-once.ts'
import type { Found, Related } from './related.ts'
import { roleFindings } from './role-findings.ts'
import { shareFindings } from './share-findings.ts'
import { timeFindings } from './time-findings.ts'
import { topicFindings } from './topic-findings.ts'
import type { Meant, WhoSpeaks } from './who-speaks.ts'
import { mostCompared, wordDifference } from './word-difference.ts'

/**
 * A question says and denies nothing, and a correction tells of the story; what ought to be is not set against what was, nor what was years
 * ago against what is told of now.
 */
const areApart = ({ a, b }: Nearness): boolean =>
  a.isAsking ||
  b.isAsking ||
  a.isOfItself ||
  b.isOfItself ||
  a.isOfARule !== b.isOfARule ||
  areOfOtherTimes(a, b)

/** Decides on one pair. Omission is never a conflict: only what both say is compared. */
export function relate(
  near: Nearness,
  who: WhoSpeaks = () => undefined,
  alone: AloneKinds | null = null,
): Related {
  const isOpen = near.a.isOpen || near.b.isOpen
  const found = [
    ...quoteFindings(near, who),
    ...(areApart(near)
      ? []
      : [
          ...timeFindings(near, alone?.has(clock)),
          ...numberFindings(near, alone),
          ...dimensionFindings(near),
          ...(isOpen ? [] : polarityFindings(near)),
          ...deniedSpeechFindings(near),
          ...ordinalFindings(near),
          ...matterFindings(near),
          ...matterNumberFindings(near),
          ...roleFindings(near),
          ...(isOpen ? [] : shareFindings(near)),
          ...(isOpen ? [] : topicFindings(near)),
          ...(isOpen ? [] : aspectFindings(near)),
        ]),
  ].sort((x, y) => y.rank - x.rank)
  const best = found[0]
  const base = reasonsOf(near)
  if (best)
    return {
      relation: best.relation,
      kind: best.kind,
      differing: best.differing,
      why: [...best.why, ...base],
    }
  if (areAlike(telling(near.a), telling(near.b)))
    return { relation: 'same', kind: 'fact', differing: [], why: base }
  return {
    relation: 'detail',
    kind: 'fact',
    differing: [ownWords(near.a, near.b), ownWords(near.b, near.a)],
    why: base,
  }
}

const telling = readOnce(({ matters }: Statement) =>
  matters.filter(matter => matter !== '').slice(0, mostCompared),
)
const mattersIn = readOnce(({ matters }: Statement): ReadonlySet<string> => new Set(matters))

const leastAlike = 0.6

/** Whether two statements say the same. What they share in any order is counted first: in order it cannot be more. */
function areAlike(ours: readonly string[], theirs: readonly string[]): boolean {
  const [few, many] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours]
  if (few.length / many.length < leastAlike) return false
  const known = new Set(few)
  if (many.filter(matter => known.has(matter)).length / many.length < leastAlike) return false
  return wordDifference(ours, theirs).likeness >= leastAlike
}

/** Of a pair that is not likely of one matter only what an aspect of it tells is told, or a number alone of its kind. */
export function relateFar(near: Nearness, alone: AloneKinds): Related | null {
  if (areApart(near)) return null
  // Of the least likely where both have a likelier one in the other account one in four was right.
  if (near.chance < leastOfSeveral && near.likelier === 2) return null
  const found = aspectFindings(near)[0] ?? aloneFindings(near, alone)[0]
  if (found?.relation !== 'conflict') return null
  const { relation, kind, differing, why } = found
  return { relation, kind, differing, why: [...why, ...reasonsOf(near)] }
}

const leastOfSeveral = 0.1
const mostOwnWords = 8
const mostTopics = 3
const mostShared = 5

/** What two have in common; of two that have nothing, what those beside them have. */
function reasonsOf(near: Nearness): readonly string[] {
  const own = inCommon(near)
  if (own.length > 0) return own
  const beside = near.beside.flatMap(inCommon)
  const plain = beside.find(each => /^(?:shared|topic): /.test(each)) ?? beside[0]
  return plain === undefined ? [] : [plain.replace(/^[^:]*/, 'beside')]
}

function inCommon({ a, b, shared: terms, sharedTopics, sharedIssues }: Nearness): readonly string[] {
  const words = asWorded(
    terms.filter(term => !/^[#@~=]/.test(term)),
    a,
    b,
  )
  // What is counted, and the days, only where there is nothing else.
  const shared = (
    words.length > 0 ? words : terms.filter(term => /^[#@]\D/.test(term)).map(term => term.slice(1))
  ).slice(0, mostShared)
  const asked = terms.filter(term => term.startsWith('=')).map(term => term.slice(1))
  return [
    ...(asked.length > 0 ? [`matter: ${asked.join(', ')}`] : []),
    ...(shared.length > 0 ? [`shared: ${shared.join(', ')}`] : []),
    ...(sharedTopics.length > 0 ? [`topic: ${sharedTopics.slice(0, mostTopics).join(', ')}`] : []),
    ...(sharedIssues.length > 0 ? [`issue: ${sharedIssues.join(', ')}`] : []),
  ]
}

/**
 * Shared words as the statements have them: a reader looks for "sidewalk", and "kerb" is only what the table calls it. What is the wider word
 * of another that they share says nothing more.
 */
function asWorded(terms: readonly string[], a: Statement, b: Statement): readonly string[] {
  const narrower = new Set(terms.map(term => wider[term]))
  return terms
    .filter(term => !narrower.has(term))
    .slice(0, mostShared)
    .map(term => {
      if (!isConcept(term) && !widerWords.has(term)) return term
      const [ours, theirs] = [wordsFor(term, a), wordsFor(term, b)]
      const [one, two] = pairOf(ours, theirs)
      if (one === undefined || two === undefined) return term
      return areOneWord(one, two) ? (one.length <= two.length ? one : two) : `${one} / ${two}`
    })
}

const widerWords: ReadonlySet<string> = new Set(Object.values(wider))

/** The words of a statement that the tables call by `term`, or by what it is the wider word of. */
function wordsFor(term: string, statement: Statement): readonly string[] {
  const { own, wide } = wordsByMatter(statement)
  return own.get(term) ?? wide.get(term) ?? []
}

const wordsByMatter = readOnce(({ matters, words }: Statement) => {
  const plain = words.map(({ lower }, at) => ({ matter: matters[at] ?? '', word: lower.replace(/'s$/, '') }))
  const by = (termOf: (matter: string) => string | undefined) =>
    new Map(
      [...Map.groupBy(plain, ({ matter }) => termOf(matter))].map(([term, each]) => [
        term,
        each.map(({ word }) => word),
      ]),
    )
  return { own: by(matter => matter), wide: by(matter => wider[matter]) }
})

/** One word that both have, in one form or another, and else the first of each. */
function pairOf(ours: readonly string[], theirs: readonly string[]): readonly (string | undefined)[] {
  for (const one of ours) {
    const two = theirs.find(other => areOneWord(one, other))
    if (two !== undefined) return [one, two]
  }
  return [ours[0], theirs[0]]
}

/** Forms of one word, as people take them: "run" and "running", "officers" and "officer". */
const areOneWord = (one: string, two: string): boolean => {
  const least = Math.max(3, Math.min(one.length, two.length) - 1)
  return one.slice(0, least) === two.slice(0, least)
}

/** The first words of a statement whose matter the other lacks. */
export function ownWords(statement: Statement, other: Statement): string {
  const [theirs, own] = [mattersIn(other), [] as string[]]
  for (let at = 0; at < statement.words.length && own.length < mostOwnWords; at++) {
    const matter = statement.matters[at] ?? ''
    if (matter !== '' && !theirs.has(matter)) own.push(statement.words[at]?.text ?? '')
  }
  return own.join(' ')
}

function quoteFindings({ a, b }: Nearness, who: WhoSpeaks): readonly Found[] {
  const found: Found[] = []
  for (const [one, quoteA] of a.quotes.entries())
    for (const [two, quoteB] of b.quotes.entries()) {
      const left = a.quoted[one]
      const right = b.quoted[two]
      if (!left || !right || left.words.length < 2 || right.words.length < 2) continue
      const exact = wordDifference(left.words, right.words)
      const loose = wordDifference(left.matters, right.matters)
      const shorter = Math.min(left.words.length, right.words.length)
      const isOne = loose.likeness >= 0.55 || (shorter >= 5 && loose.containment >= 0.75)
      if (!isOne) continue
      const isExcerpt = exact.containment === 1
      const namesA = quoteA.speaker?.name ?? null
      const namesB = quoteB.speaker?.name ?? null
      const isOtherSpeaker =
        namesA !== null &&
        namesB !== null &&
        quoteA.speaker?.person !== undefined &&
        !(areOne(who(a.account, namesA), who(b.account, namesB)) ?? speakersAgree(namesA, namesB)) &&
        shorter >= 4
      if (isOtherSpeaker && loose.containment >= 0.8)
        found.push({
          relation: 'conflict',
          kind: 'attribution',
          differing: [namesA, namesB],
          why: ['one text, put down to different speakers'],
          rank: 90,
        })
      if (isExcerpt)
        found.push({
          relation: 'same',
          kind: 'fact',
          differing: [],
          why: ['the same words quoted'],
          rank: 60,
        })
      else
        found.push({
          relation: 'variant',
          kind: 'fact',
          differing: [exact.onlyA.join(' '), exact.onlyB.join(' ')],
          why: ['one utterance in different words'],
          rank: 70,
        })
    }
  return found
}

/** Whether two speakers are one of those who are named, by all that accounts call them; null where it is not known. */
function areOne(one: Meant | undefined, two: Meant | undefined): boolean | null {
  if (!one || !two) return null
  if (one.person === two.person) return true
  return one.isSure && two.isSure ? false : null
}

/** Two names agree when they share a surname, or when a description could be the named person. */
function speakersAgree(a: string, b: string): boolean {
  // "The chief" begins a sentence, and is no name.
  const proper = /(?<!^)\p{Lu}\p{Ll}|^(?!(?:The|An?|His|Her|Their|One|El|La|Una?|Su)\s)\p{Lu}\p{Ll}/u
  if (surnameOf(a) === surnameOf(b)) return true
  const joint = /\b(?:and|y)\b/
  if (joint.test(a) !== joint.test(b)) return false
  if (joint.test(a)) return true
  const headA = headOf(a)
  const headB = headOf(b)
  if (headA === headB) return true
  return (
    !(proper.test(a) && proper.test(b)) &&
    !(headA !== headB && !proper.test(a) && !proper.test(b) && areUnlike(headA, headB))
  )
}

const headOf = (phrase: string) =>
  matterOf(
    (phrase.split(/\s(?:for|of|from|with|who|de)\s/)[0] ?? phrase).split(/\s+/).at(-1)?.toLowerCase() ?? '',
  )

/** Plain role words that cannot be one person. */
function areUnlike(a: string, b: string): boolean {
  const kinds = [
    'mother',
    'father',
    'officer',
    'driver',
    'witness',
    'neighbour',
    'teacher',
    'student',
    'firefighter',
    'medic',
    'guard',
    'mayor',
    'attorney',
    'owner',
    'passenger',
    'inmate',
    'boy',
    'girl',
  ]
  return kinds.includes(a) && kinds.includes(b)
}
