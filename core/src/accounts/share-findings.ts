import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { matterOf, type Statement } from './features.ts'
import { numberWords } from './lexicon/number-words.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'
import { contentOf } from './shared-content.ts'
import type { Word } from './words.ts'

/** "All of the officers" against "one of the officers", "both" against "neither": of how many of a known few something is told. */
export function shareFindings(near: Nearness): readonly Found[] {
  const { a, b, chance, likelier, sharedTopics } = near
  if (chance < leastChance || likelier > 1 || areAboutOthers(a, b)) return []
  if (a.isDeclining || b.isDeclining || near.quoteLikeness >= 0.8) return []
  const [left, right] = [sharesIn(a), sharesIn(b)]
  const isTold = (all: readonly Share[], { share }: Share) => all.some(other => other.share === share)
  for (const one of left)
    for (const two of right) {
      if (one.of !== two.of) continue
      if (one.share === two.share || isTold(right, one) || isTold(left, two)) continue
      if (sharedTopics.length === 0 && !contentOf(near).some(term => term !== one.of)) continue
      return [
        {
          relation: 'conflict',
          kind: 'fact',
          differing: [one.words, two.words],
          why: [`of how many: ${one.of}`],
          rank: 76,
        },
      ]
    }
  return []
}

const leastChance = 0.35

interface Share {
  readonly share: 'all' | 'some' | 'none'
  /** The matter of those it is a share of. */
  readonly of: string
  readonly words: string
}

const sharesIn = readOnce(({ words }: Statement): readonly Share[] =>
  words.flatMap((_, at): readonly Share[] => {
    const found = shareAt(words, at)
    if (found === null) return []
    const noun = nounFrom(words, found.behind)
    if (noun === null) return []
    return [
      {
        share: found.share,
        of: noun.of,
        words: words
          .slice(at, noun.end)
          .map(({ text }) => text)
          .join(' '),
      },
    ]
  }),
)

const isNumber = (word: string) => Object.hasOwn(numberWords, word) || /^\d{1,3}$/.test(word)

/** What is said of how many from here, and where those are named. */
function shareAt(
  words: readonly Word[],
  at: number,
): { readonly share: Share['share']; readonly behind: number } | null {
  const [previous = '', word = '', next = ''] = [at - 1, at, at + 1].map(each => words[each]?.lower)
  if (/^(?:all|both|each|every)$/.test(word)) {
    // "At all", "not all", "above all", "all but one".
    if (
      /^(?:at|above|after|for|almost|nearly)$/.test(previous) ||
      /^(?:but|that|about|over|along|day|night|right|of a)$/.test(next)
    )
      return null
    return { share: previous === 'not' ? 'some' : 'all', behind: at + (next === 'of' ? 2 : 1) }
  }
  if (/^(?:none|neither)$/.test(word)) return { share: 'none', behind: at + (next === 'of' ? 2 : 1) }
  if (!isNumber(word) && !/^(?:some|half|several|most|few)$/.test(word)) return null
  if (next === 'of' && ofThem.test(words[at + 2]?.lower ?? '')) return { share: 'some', behind: at + 2 }
  if (/^(?:only|just)$/.test(previous) && isNumber(word)) return { share: 'some', behind: at }
  return null
}

const ofThem = /^(?:the|them|those|these|its|our|his|her|their|us)$/
const aside = /^(?:the|those|these|its|our|his|her|their|other|of)$/

/** Past articles and numbers to the first plural, or the next word. */
function nounFrom(
  words: readonly Word[],
  from: number,
): { readonly of: string; readonly end: number } | null {
  let at = from
  while (aside.test(words[at]?.lower ?? '') || isNumber(words[at]?.lower ?? '')) at++
  const word = words[at]
  if (word === undefined || (at > from && word.start - (words[at - 1]?.end ?? 0) > 1)) return null
  if (/^(?:them|us|was|were|had|have|are|is|did|could|remain|remained|has|which|whom|only)$/.test(word.lower))
    return null
  const near = words.slice(at, at + 3)
  const plural = near.findIndex(
    ({ lower }) => /[^s]s$/.test(lower) || /^(?:people|men|women|children)$/.test(lower),
  )
  const noun = near[Math.max(0, plural)]
  return noun ? { of: matterOf(noun.lower), end: at + Math.max(0, plural) + 1 } : null
}
