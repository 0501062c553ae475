import type { Nearness } from './align.ts'
import { settingMatters, wideMatters } from './features.ts'
import { wider } from './lexicon/concepts.ts'
import { broadTopics } from './lexicon/topics.ts'
import type { Related } from './related.ts'

/** A topic that one only hints at, or that is lent it by what was said or asked before, is enough where other things speak for the pair. */
const likelyChance = 0.25
const leastOfTopic = 0.5

/**
 * Whether a pair has too little in common to stand side by side: a word that any two statements of one incident may share ("the man",
 * "the door") brings nothing together. Who disagrees plainly, or quotes one utterance, is kept.
 */
export function isThin(near: Nearness, { relation }: Related): boolean {
  if (relation === 'conflict' || relation === 'variant' || near.quoteLikeness >= 0.5) return false
  const content = contentOf(near)
  // One sum, one hour, one large number.
  const hasFigure = near.shared.some(term => /^#\d{2,}[.\d]*:|^@\d/.test(term))
  if (hasFigure && content.length > 0) return false
  const asked = near.shared.filter(term => term.startsWith('=')).map(term => term.slice(1))
  if (asked.some(id => !wideMatters.has(id))) return false
  if (near.sharedTopics.some(topic => !broadTopics.has(topic))) return false
  if (near.chance >= likelyChance && sharesTopic(near)) return false
  if (near.sharedIssues.length > 0) return content.length < 1
  return content.length < 2
}

/** What both tell, without who and where, names, and the wider word beside the narrower one. */
export function contentOf({ a, b, shared }: Nearness): readonly string[] {
  const words = shared.filter(
    term =>
      !/^[#@~=]|^of /.test(term) && !settingMatters.has(term) && !a.about.has(term) && !b.about.has(term),
  )
  return words.filter(term => !words.some(other => wider[other] === term))
}

const sharesTopic = ({ a, b }: Nearness) =>
  [...a.topics].some(
    ([topic, share]) => !broadTopics.has(topic) && Math.min(share, b.topics.get(topic) ?? 0) >= leastOfTopic,
  )
