import { functionWords } from './lexicon/function-words.ts'
import { recordingNouns } from './lexicon/reporting.ts'
import { wordsOf } from './words.ts'

/** The words by which a sentence names a recording, or null where it names none. */
export function recordingIn(words: string): string | null {
  const others = othersShowing.exec(words)?.[1]
  if (others !== undefined) return others
  const list = wordsOf(words)
  const at = list.findIndex(({ lower }) => recordingNouns.has(lower))
  const noun = list[at]
  if (!noun) return null
  // A noun chain ends with its head: "body camera footage".
  let last = at
  while (
    recordingNouns.has(list[last + 1]?.lower ?? '') &&
    list[last + 1]?.start === (list[last]?.end ?? 0) + 1
  )
    last++
  let first = at
  while (first > 0 && at - first < 3) {
    const before = list[first - 1]
    if (!before || !/^\s*-?$/.test(words.slice(before.end, list[first]?.start))) break
    if (functionWords.has(before.lower) || notModifiers.test(before.lower)) break
    first--
  }
  const article = list[first - 1]
  const from =
    article && /^(?:the|a|an|his|her|their|its|el|la|un|una)$/.test(article.lower) ? article : list[first]
  return words.slice(from?.start ?? noun.start, list[last]?.end ?? noun.end)
}

/** "The others do not show it": of recordings that were named before. */
const othersShowing =
  /^((?:the|all|both) others?(?: (?:one|ones|two|three|four))?|los demás|las demás)(?= (?:do not |does not |don['’]t |doesn['’]t |did not |didn['’]t |never |no lo? |no la )?(?:shows?|showed|captured?|captures|depicts?|muestran?|captó|captaron)\b)/iu

const notModifiers =
  /(?:ing|ly)$|^(?:seen|heard|saw|captured|shown|released|reviewed|recorded|watched|shows?|showed|say|said|see|show|visible|video)$/
