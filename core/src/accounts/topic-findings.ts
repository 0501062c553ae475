import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { isNegatedIn } from './attributions.ts'
import { whyWeaker } from './bound-to-recordings.ts'
import { isLikelyDenied } from './denial-findings.ts'
import { cannotMakeOut } from './denial-runs.ts'
import type { Statement } from './features.ts'
import { broadTopics } from './lexicon/topics.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'
import { plainOf } from './word-classes.ts'

/** A topic brings together less than a question of the table: what is not seen in a recording is held only against what may well be of one matter. */
const leastUnseen = 0.3

/** Two answers to one topic that exclude each other, or a topic that one says and the other denies. */
export function topicFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (near.sharedTopics.length === 0) return []
  if (a.isDeclining || b.isDeclining || areAboutOthers(a, b) || near.quoteLikeness >= 0.8) return []
  if (a.sentence.isHeadline || b.sentence.isHeadline) return []
  return [...answerFindings(near), ...denialFindings(near)]
}

function answerFindings({ a, b, sharedTopics }: Nearness): readonly Found[] {
  if (cannotMakeOut(a.words) || cannotMakeOut(b.words)) return []
  return sharedTopics.flatMap((topic): readonly Found[] => {
    const [left, right] = [a.topicAnswers.get(topic), b.topicAnswers.get(topic)]
    const [one, two] = [left?.entries().next().value, right?.entries().next().value]
    if (!left || !right || !one || !two || [...left.keys()].some(answer => right.has(answer))) return []
    const weaker =
      (isUnseen(a, one[1]) ? whyWeaker(a, b, wordsIn(two[1])) : null) ??
      (isUnseen(b, two[1]) ? whyWeaker(b, a, wordsIn(one[1])) : null)
    if (weaker !== null)
      return [
        {
          relation: 'detail',
          kind: 'presence',
          differing: [one[1], two[1]],
          why: [`${weaker}: ${topic}`],
          rank: 50,
        },
      ]
    return [
      {
        relation: 'conflict',
        kind: 'fact',
        differing: [one[1], two[1]],
        why: [`answers differ: ${topic} (${one[0]} / ${two[0]})`],
        rank: 78,
      },
    ]
  })
}

/** Whether a statement denies, in these words, by what a recording shows. */
const isUnseen = ({ recording }: Statement, words: string) => recording !== null && isNegatedIn(words)

const wordsIn = (words: string) => words.toLowerCase().split(/\s+/)

/** Of these a statement says or denies one thing of many, mostly another than the other does. */
const manyThings: ReadonlySet<string> = new Set([
  'injury',
  'threat',
  'fall',
  'dark',
  'light or dark',
  'thing held',
  'arm or leg',
  'head or face',
  'searched',
  'machine failed',
  'taken down',
  'grabbed',
  'state of mind',
  'nurse',
])

function denialFindings(near: Nearness): readonly Found[] {
  const { a, b, chance, sharedTopics } = near
  if (chance < leastUnseen) return []
  return sharedTopics.flatMap((topic): readonly Found[] => {
    if (broadTopics.has(topic) || manyThings.has(topic)) return []
    const [denies, says] = a.deniedTopics.has(topic) ? [a, b] : [b, a]
    if (!denies.deniedTopics.has(topic) || says.deniedTopics.has(topic) || isTurned(says)) return []
    if (cannotMakeOut(denies.words)) return []
    const differing = [a, b].map(statement => (statement === denies ? deniedWords(denies) : topic))
    const weaker = whyWeaker(denies, says)
    if (weaker !== null)
      return [
        {
          relation: 'detail',
          kind: 'presence',
          differing,
          why: [`${weaker}: ${topic}`],
          rank: 50,
        },
      ]
    if (!isLikelyDenied(near)) return []
    return [
      {
        relation: 'conflict',
        kind: 'fact',
        differing,
        why: [`${isOnlyUnperceived(denies) ? 'not perceived against said' : 'said and denied'}: ${topic}`],
        rank: 72,
      },
    ]
  })
}

/** Who says it in words of denial may mean the same: "never raised a hand", "at no time did he threaten". */
const isTurned = readOnce(
  (statement: Statement) =>
    statement.isNegated ||
    statement.words.some(({ lower }) =>
      /^(?:no|not|never|nobody|none|nothing|nor|neither|without|den(?:y|ies|ied)|refus\p{L}*|ignor(?:ed|es|ing)|fail(?:ed|s)|should|disput\p{L}*|nunca|nadie|sin|neg\p{L}+|niega\p{L}*)$|n't$/u.test(
        plainOf(lower),
      ),
    ),
)

/** What somebody did not hear or see may have been there all the same. */
const isOnlyUnperceived = ({ words }: Statement) =>
  words.some(({ lower }) =>
    /^(?:hear|heard|see|saw|notice|noticed|aware|oyo|oyeron|vio|vieron)$/.test(plainOf(lower)),
  )

const mostWords = 6

function deniedWords({ words }: Statement): string {
  const at = words.findIndex(({ lower }) =>
    /^(?:no|not|never|nobody|none|nothing|nor|neither|without|nunca|nadie|sin)$|n't$/.test(lower),
  )
  return words
    .slice(Math.max(0, at), Math.max(0, at) + mostWords)
    .map(({ text }) => text)
    .join(' ')
}
