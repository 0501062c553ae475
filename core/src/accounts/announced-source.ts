/**
 * "These are the facts as our member reported them.", "Here is what the driver told us:", "This is how Holm remembers it.": whose
 * account the sentences behind it give, without a verb of saying of their own. The words that name them, or null.
 */
export function announcedSource(words: string): string | null {
  const named = announcing.exec(words)?.groups?.['who']
  if (named === undefined) return null
  if (!isPronoun.test(named)) return named
  // "My son was at the table, so here is what he told me."
  return relative.exec(words)?.[0] ?? null
}

const who = "(?<who>(?:(?:the|a|an|our|my|his|her|their|two|three|one) )?(?:[\\p{L}’'-]+ ){0,3}?[\\p{L}’'-]+)"
const tells =
  '(?:told|tells|tell|said|says|say|reported|reports|report|gave|gives|remembers?|remembered|recalls?|recalled|described|describes?|saw|recounted|recounts?)'

const announcing = new RegExp(
  `^(?:.{0,80}[,;] |.{0,80}\\bso )?(?:these are|here are|here is|here['’]s|this is|the following is|what follows is) (?:(?:the facts|the events|events|it|the story) as|what|how|in short what) ${who} ${tells}(?: (?:me|us|it|them|this|the (?:court|police|inquiry|union|paper|council|hearing)|what happened|that (?:day|night|morning)))*[.:]?$`,
  'iu',
)

const isPronoun = /^(?:he|she|they)$/i
const relative =
  /\b(?:my|our|his|her|the) (?:\p{Ll}+ )?(?:son|daughter|brother|sister|mother|father|wife|husband|mom|mum|dad|neighbou?r|friend|nephew|niece|grandson|granddaughter|colleague|roommate|client|member)\b/iu
