import { recordingNouns, statementNouns } from './lexicon/reporting.ts'
import { isPersonNoun } from './person-nouns.ts'
import { wordsOf } from './words.ts'

/**
 * What a source is called, without what is said of it behind its noun: "an officer" of "an officer with a bullhorn", "a source" of
 * "a source close to the inquiry". The sentence has the rest. Names, offices ("the sheriff of Hollis County", "a spokesman for
 * the county") and relatives ("the wife of the driver") stay whole, since what follows tells which one is meant.
 */
export function sourceName(phrase: string): string {
  // "Neither of the two dockhands": they say it, each of them.
  const words = phrase.replace(/^(?:neither|none) of (?=(?:the|these|those|his|her|their) )/iu, '')
  // "The records you produced".
  const produced =
    /^((?:the|your|their|its|his|her) (?:[\p{L}-]+ ){0,2}?(?:records|logs?|documents|report|video|footage|letter|files?|papers|data|recordings?|photos|photographs)) (?:that |which )?(?:you|we|they|he|she|I|the \p{Ll}+) (?:have |has )?(?:produced|released|obtained|gave|given|provided|sent|filed|published|made|kept|showed|shared)/iu.exec(
      words,
    )?.[1]
  if (produced !== undefined) return produced
  const found = behindNoun.exec(words)
  if (!found)
    return words.replace(
      /(?<=\p{L}) (?:taken|recovered|posted|released|obtained|recorded|filmed|sent|filed|issued|published|written|signed|dated|compiled|mounted|attached|fixed|fitted|installed|placed|worn)$/u,
      '',
    )
  const head = words.slice(0, found.index)
  const own = wordsOf(head)
  const noun = own.at(-1)
  if (!noun) return words
  const joint = found[1]?.toLowerCase() ?? ''
  // A capital means a name, but for the first word of a sentence.
  if (/^\p{Lu}/u.test(noun.text) && own.length > 1) return words
  const isThing = recordingNouns.has(noun.lower) || statementNouns.has(noun.lower) || things.test(noun.lower)
  // "A recording of her call", and not "a review of the footage by the paper".
  if (joint === 'of') return recordingNouns.has(noun.lower) || noun.lower === 'analysis' ? head : words
  const isOne = isPersonNoun(noun.lower.replace(/(?<=\p{L}{3})s$/u, '')) || groups.test(noun.lower)
  return isOne || isThing ? head : words
}

/** What may follow a noun and only describes it. */
const behindNoun =
  /,? (who|whom|whose|which|that|at|in|on|with|from|near|behind|outside|inside|beside|aboard|across|around|next to|close to|familiar with|with direct|with knowledge|familiar|briefed|directly|involved|present|recovered|taken|sent|released|collected|gathered|published|posted|shared|obtained|reviewed|seen|viewed|monitored|circulated|circulating|captured|filmed|recorded|dated|filed|released|retained|hired|employed|assigned|living|working|standing|sitting|waiting|speaking|representing|of|que|quien|quienes|cercan[oa]s? a|(?:difundid|obtenid|grabad|tomad|captad|filmad|compartid|publicad|divulgad|emitid|firmad|enviad|entregad|presentad)[oa]s?) /iu

const groups =
  /^(?:people|person|persons|men|women|others?|ones?|sources?|officials|eyewitness|eyewitnesses|witness|witnesses|insiders?|relatives|families|family|police|crew|colleagues|readers|fuentes|testigos|vecinos|personas)$/
const things =
  /^(?:analysis|data|messages?|emails?|texts?|posts?|notes?|tests?|logs?|results|screenshots?|phone call|calls?|transmission|investigation|inspection|image|stills?|sticker|sign)$/
