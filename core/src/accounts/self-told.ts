import { othersTold, selfSentence, selfWords } from './lexicon/self-words.ts'
import { wordCount } from './lines.ts'
import { isCutByOthers, namesEvent } from './telling.ts'

/**
 * Whether a line speaks of the paper it stands in alone: each of its sentences has a word for that or is short, and none is about
 * anybody else. "Typed by Shirl. Errors are hers.", "Reuse permitted with acknowledgement."
 */
export function isSelfTold(text: string): boolean {
  if (wordCount(text) > 40 || asking.test(text) || isCutByOthers(text) || namesEvent(text)) return false
  // What is wholly said to readers needs no look at whom else it names.
  const others = text.split(/(?<=[.!?])\s+/u).filter(each => !selfSentence.test(each))
  if (others.length === 0) return true
  const rest = others.join(' ')
  if (wordCount(rest) > 26 || othersTold.test(rest)) return false
  return selfWords.test(text) && others.every(each => selfWords.test(each) || wordCount(each) <= 4)
}

/** "We ask the Patrol to keep and release the video": what a party wants of somebody, and not of its readers. */
const asking =
  /\b(?:[Ww]e|I) (?:are (?:not able|unable)|cannot|can not|can['’]t|will not|won['’]t|could not|couldn['’]t) (?:to )?(?:yet |now )?(?:share|release|comment|discuss|disclose|name|identify|say|answer|speak|confirm)\b|^(?:We|I) (?:also |therefore |again |now )?(?:ask|call (?:on|for)|demand|urge|want|expect|request|insist|believe|intend)\b(?! (?:you|readers|viewers|listeners|everyone|anyone|donations?|support)\b)/
