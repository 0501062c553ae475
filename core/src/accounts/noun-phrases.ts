import { functionWords } from './lexicon/function-words.ts'
import { bodyWords, groupNouns, roleNouns, titles } from './lexicon/people-words.ts'
import { recordingNouns, sayingVerbs, statementNouns } from './lexicon/reporting.ts'
import { isPersonNoun } from './person-nouns.ts'
import { type Word, wordsOf } from './words.ts'

/** A stretch of the text that names a source, before it is known who that is. UTF-16, half-open. */
export interface SourceWords {
  readonly start: number
  readonly end: number
}

/** Stands for quoted words in a frame: one letter per unit, so that offsets stay. */
export const quoteFiller = '\uE000'

export const clauseBreak =
  /^(?:what|how|why|whatever|and|but|while|as|because|when|after|before|that|where|though|although|if|since|until|whether|so|y|pero|mientras|que|cuando|or)$/
const prepositionInside = /^(?:of|for|de|del|from|with|at|in)$/
const endOfNoun =
  /^(?:on|during|after|before|when|while|as|who|which|that|whose|where|by|through|via|without|outside|inside|following|shortly|about|because|and then|but|speaking|referring|adding|pointing|holding|standing|yesterday|today|tonight|later|earlier|into|over|under|since|if|of his|durante|tras|mediante|cuando|quien|to|was|is|were|had|has|then|just|again|moments|seconds|minutes|this|last|early|late|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miércoles|jueves|viernes|sábado|domingo|en|desde)$/

/** Whether the head of a phrase is a recording or a paper: "a work order dated July 2". */
export function isEvidence(phrase: string): boolean {
  if (isRecordingPhrase(phrase)) return true
  const words = wordsOf(phrase)
  const stop = words.findIndex(
    ({ lower }, at) =>
      at > 0 &&
      (prepositionInside.test(lower) || /^(?:by|dated|taken|shot|made|\p{L}{3,}ed)$/u.test(lower)) &&
      !/^(?:sealed|signed|unsealed|sworn|leaked|edited)$/.test(lower),
  )
  return (stop < 0 ? words : words.slice(0, stop)).slice(-1).some(({ lower }) => statementNouns.has(lower))
}

/** Whether words name a recording: "the dashcam footage". */
function isRecordingPhrase(phrase: string): boolean {
  if (
    /\b(?:911|999|112|emergency|dispatch|radio|phone) (?:calls?|traffic|audio|transmissions?)\b/i.test(phrase)
  )
    return true
  const words = wordsOf(phrase)
  const stop = words.findIndex(({ lower }) => prepositionInside.test(lower))
  return (stop < 0 ? words : words.slice(0, stop)).some(({ lower }) => recordingNouns.has(lower))
}

/** "said the union's chair, Ann Lee": the name behind the description belongs to it. */
export function withName(frame: string, phrase: SourceWords | null): SourceWords | null {
  if (!phrase || looksProper(frame, phrase)) return phrase
  // "A midwife named Ann Lee".
  const called = /^ (?:named|called|identified as) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}/u.exec(
    frame.slice(phrase.end),
  )
  if (called) return { start: phrase.start, end: phrase.end + called[0].length }
  // "The driver, later identified in court papers as 26-year-old Ann Lee".
  const identified =
    /^, (?:\p{Ll}+ )?identified (?:(?:by|in) (?:[\p{L}’'-]+ ){1,4})?as (?:\d{1,3}-year-old |\p{Ll}+ )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}/u.exec(
      frame.slice(phrase.end),
    )
  if (identified) return { start: phrase.start, end: phrase.end + identified[0].length }
  // "The woman who filmed it, a nurse named Ann Lee, laughed".
  const besides =
    /^(?: (?:who|that|que) [^,.;:“”\uE000]{3,60})?, (?:an?|the|his|her|their) (?:[\p{Ll}-]+ ){1,4}(?:named|called|identified (?:only )?as) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}(?=[,.;])/u.exec(
      frame.slice(phrase.end),
    )
  if (besides) return { start: phrase.start, end: phrase.end + besides[0].length }
  const name =
    /^(?: (?:who|that|que) [^,.;:“”]{3,60}| (?:in|at|on|from|with) (?:[\p{L}’'-]+ ?){1,5}?)?, (?:the |(?:(?!(?!retired\b)\p{Ll}+(?:ing|ed)\b|(?:with|of|for|from|to|in|at|by|on|near|beside|against|after|like|who|whose) )\p{Ll}+ ){1,2})?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}(?<!\b(?:Mr|Mrs|Ms|Mx|Dr|Sgt|Lt|Capt|Det|Insp|Cmdr|Rev|Gov|Sen))(?=[,.;—–]|\s*$|\s(?:of|with|from|at|for)\s(?:the\s)?\p{Lu})/u.exec(
      frame.slice(phrase.end),
    )
  if (name) return { start: phrase.start, end: phrase.end + name[0].length }
  // "A second expert, Texas State professor Hal Brooks, said".
  const professor =
    /^, (?:\p{Lu}[\p{L}.’'-]+ ){1,4}(\p{Ll}+) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}(?=,)/u.exec(
      frame.slice(phrase.end),
    )
  if (professor && isPersonNoun(professor[1] ?? ''))
    return { start: phrase.start, end: phrase.end + professor[0].length }
  // "A defense witness, the bus passenger Ann Lee, said".
  const passenger =
    /^, (?:the|an?|his|her|their|its) (?:\p{Ll}[\p{Ll}-]* ){0,2}(\p{Ll}+) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}(?=,)/u.exec(
      frame.slice(phrase.end),
    )
  return passenger &&
    isPersonNoun(passenger[1] ?? '') &&
    !/ (?:of|for|with|from|to|in|at|by|against) /.test(passenger[0])
    ? { start: phrase.start, end: phrase.end + passenger[0].length }
    : phrase
}

/** "J", "J.T". */
const isInitials = (word: string) => /^(?:\p{Lu}\.)*\p{L}$/u.test(word)

export const looksLikeName = ({ text, lower }: Word) => /^\p{Lu}/u.test(text) || titles.has(lower)

export function looksProper(frame: string, { start, end }: SourceWords): boolean {
  const words = wordsOf(frame, start, end)
  return (
    words.length > 0 &&
    words.every(
      ({ text, lower }) => /^\p{Lu}/u.test(text) || /^\d+$/.test(text) || /^(?:de|del|la|of)$/.test(lower),
    ) &&
    !functionWords.has(words[0]?.lower ?? '')
  )
}

/** Words that a sentence begins with and that name nobody, though they stand with a capital. */
const leadWords =
  /^(?:next|first|second|then|later|afterwards?|soon|once|instead|still|also|now|here|there|there's|that's|it's|what's|yes|yeah|okay|ok|well|oh|right|so|only|even|just|perhaps|maybe|earlier|separately|elsewhere|downstairs|upstairs|outside|nearby|yesterday|today|tonight|privately|instead|finally|eventually|suddenly|meanwhile|moreover|besides|both|this|that|these|those|if|when|while|until|also|nor|yet|también|además|después|luego|entonces|según|asimismo)$/

const articles = /^(?:an?|the|one|another|his|her|their|my|our|two|three|some|several)$/

export function isNounPhrase(frame: string, { start, end }: SourceWords): boolean {
  const words = wordsOf(frame, start, end)
  const first = words[0]
  if (!first) return false
  if (
    /^(?:he|she|they|i|we|you|it|él|ella|ellos|ellas|one|another|some|others|both|many|several|someone|somebody|everyone|everybody|alguien|otro|otra|otros|uno|una)$/.test(
      first.lower,
    ) &&
    words.length <= 2
  )
    return first.lower !== 'you'
  // "The taller one", "the second".
  if (
    /^(?:the|this|that|another) (?:\p{Ll}+ )?(?:one|other|first|second|third|elder|eldest|older|oldest|younger|youngest)$/iu.test(
      frame.slice(start, end),
    )
  )
    return true
  if (/^(?:un[oa]|algun[oa]s?|otr[oa]s?) de (?:ell[oa]s|l[oa]s)\b/i.test(frame.slice(start, end)))
    return words.length <= 6
  // "Both of them", "two of the guards".
  if (
    /^(?:both|all|most|some|many|one|two|three|four|five|several|each|either|none|others?) of (?:them|us|the|his|her|their|these|those)\b/i.test(
      frame.slice(start, end),
    )
  )
    return words.length <= 6
  return (
    (words.some(
      ({ text, lower }) =>
        (/^\p{Lu}/u.test(text) && !leadWords.test(lower)) ||
        roleNouns.has(lower.replace(/'s$/, '')) ||
        bodyWords.has(lower) ||
        groupNouns.has(lower) ||
        statementNouns.has(lower) ||
        recordingNouns.has(lower),
    ) ||
      // "A busker", "the dog walker": by the ending of what follows an article.
      (articles.test(first.lower) && words.length <= 5 && isPersonNoun(words.at(-1)?.lower ?? ''))) &&
    words.length <= 16
  )
}

/** The noun phrase that ends with word `at`: back to a comma, a conjunction or the start. */
export function chunkEndingAt(frame: string, words: readonly Word[], at: number): SourceWords | null {
  const last = words[at]
  if (!last) return null
  if (/^(?:he|she|they|we|i|it|él|ella|ellos|ellas)$/.test(last.lower))
    return { start: last.start, end: last.end }
  let from = at
  while (from > 0) {
    const word = words[from]
    const previous = words[from - 1]
    if (!word || !previous) break
    const gap = frame.slice(previous.end, word.start)
    if (
      /[,;:—–()"“”]|[.!?]\s|\s-\s|--/.test(gap) &&
      !/^\.\s$/.test(
        titles.has(previous.lower) ||
          isInitials(previous.text) ||
          (previous.text === 'No' && /^\d{1,4}$/.test(word.text))
          ? gap
          : '',
      )
    )
      break
    if (
      previous.lower === quoteFiller ||
      (sayingVerbs.has(previous.lower) &&
        !/^(?:state|report|reports)$/.test(previous.lower) &&
        previous.text !== 'States' &&
        // "A pathologist called by the family"; "her words were echoed by the family" is a clause.
        (word.lower !== 'by' || /^(?:was|were|been|being|is|are)$/.test(words[from - 2]?.lower ?? '')))
    )
      break
    if (clauseBreak.test(previous.lower) && !joinsNouns(frame, words, from - 1)) break
    from--
  }
  if (from < at && words[from]?.lower === 'by') from++
  // "21:41 Unit 6 reports": the hour names nobody.
  if (from < at && /^\d\d$/.test(words[from]?.lower ?? '') && frame[(words[from]?.start ?? 0) - 1] === ':')
    from++
  // ", to which a man replied".
  if (
    from + 2 <= at &&
    /^(?:to|at|of|with|after)$/.test(words[from]?.lower ?? '') &&
    /^(?:which|whom)$/.test(words[from + 1]?.lower ?? '')
  )
    from += 2
  // "In it Lee can be heard to say".
  if (
    from + 2 <= at &&
    words[from]?.lower === 'in' &&
    /^(?:it|one|them|another)$/.test(words[from + 1]?.lower ?? '')
  )
    from += 2
  // "Behind me somebody shouted".
  if (
    from + 2 <= at &&
    /^(?:behind|beside|near|above|below|around|before)$/.test(words[from]?.lower ?? '') &&
    /^(?:me|us|him|her|them)$/.test(words[from + 1]?.lower ?? '')
  )
    from += 2
  // Leading adverbs and prepositional phrases without a comma.
  while (
    from < at &&
    /^(?:but|and|then|later|meanwhile|however|still|on|in|over|through|via|across|earlier|also|so|now|yet|one)$/.test(
      words[from]?.lower ?? '',
    )
  ) {
    if (/^(?:on|in|over|through|via|across)$/.test(words[from]?.lower ?? '')) {
      const role = words.findIndex(
        ({ lower, text }, n) =>
          n > from + 2 &&
          n <= at &&
          (roleNouns.has(lower) || titles.has(lower) || /^(?:the|a|he|she|they|police)$/.test(text)),
      )
      if (role < 0) break
      from = role
      break
    }
    if (
      words[from]?.lower === 'one' &&
      (words[from + 1]?.lower === 'of' ||
        roleNouns.has(words[from + 1]?.lower ?? '') ||
        // “…,” one sign read.
        /^(?:sign|banner|placard|poster|card|message|text|post|tweet|comment|entry|note|e-?mail|letter|caption)$/.test(
          words[from + 1]?.lower ?? '',
        ))
    )
      break
    from++
  }
  const first = words[from]
  if (!first || first.start > last.start) return null
  return { start: first.start, end: last.end }
}

/** "The mayor and lawyers for the family said": the conjunction joins two that speak. */
function joinsNouns(frame: string, words: readonly Word[], at: number): boolean {
  if (!/^(?:and|y)$/.test(words[at]?.lower ?? '')) return false
  const left = words.slice(0, at)
  const hasVerb = left.some(
    ({ lower }) =>
      sayingVerbs.has(lower) ||
      /^(?:was|is|were|are|had|has|ran|went|took|saw|fell|did)$/.test(lower) ||
      (/ed$/.test(lower) && !/^(?:united|armed|related)$/.test(lower)),
  )
  const next = words[at + 1]
  return (
    !hasVerb &&
    next !== undefined &&
    (looksLikeName(next) ||
      roleNouns.has(next.lower) ||
      /^(?:the|a|his|her|their|other)$/.test(next.lower)) &&
    frame[words[at]?.start ?? 0] !== undefined
  )
}

/** The subject of the whole sentence: a verb without its own goes back to it. */
export function mainSubject(frame: string, words: readonly Word[], before: number): SourceWords | null {
  // "3:02 a.m. — Lee knocks": behind the hour.
  const hour = /^[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?(?: ?(?:hrs?\.?|[ap]\.?m\.?))?,? ?[-–—|:] ?/iu.exec(
    frame,
  )
  // "A few minutes later a second caller rang".
  const later =
    /^(?:(?:an?|the|one|two|three|four|five|six|ten|several|some|\d+) )?(?:few |next |following |same )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|moments?|night|morning|evening|afternoon) (?:later|earlier|afterwards?|before|after),? (?=\p{L})/iu.exec(
      frame,
    )
  const lead = hour ?? later
  let from = lead ? words.findIndex(({ start }) => start >= lead[0].length) : 0
  if (from < 0) return null
  while (
    from < before &&
    /^(?:but|and|then|later|meanwhile|however|still|y|pero)$/.test(words[from]?.lower ?? '')
  )
    from++
  const first = words[from]
  if (!first || from >= before || first.lower === quoteFiller) return null
  // "It was the victim's uncle who first used the word".
  const cleft = /^(?:it|that) (?:was|is) (?=.{3,60}? who\b)/iu.exec(frame.slice(first.start))
  let start = cleft ? (words.find(word => word.start >= first.start + cleft[0].length) ?? first) : first
  if (
    /^(?:in|on|at|according|after|during|when|as|while|speaking|asked|pressed|questioned|reached|contacted|before|by|with|en|tras|through|outside|following|despite|although|since|if|for|behind|beside|near|around|above|below|across|among|inside|beneath|against|once|until|because)$/.test(
      first.lower,
    ) &&
    !cleft
  ) {
    const comma = words.findIndex(
      (word, n) => n > from && n < before && /,/.test(frame.slice(words[n - 1]?.end ?? 0, word.start)),
    )
    const next = comma < 0 ? behindPlace(frame, words.slice(0, before), from) : words[comma]
    if (!next) return null
    start = next
  }
  // "Downstairs, a clerk rolls her eyes", "a su lado, una pescadera asentía".
  const aside =
    /^(?:\p{Lu}\p{Ll}+(?:ly|stairs|side|doors|wards?|where|by|time|night)|Here|There|Now|Once|Again|Soon|Today|Yesterday|(?:A (?:su|la|las|los|mi)|Al|Ante|Bajo|Junto|Frente|Desde|Cerca|Hasta) [\p{Ll} ]{2,30}), (?=(?:an?|the|his|her|one|another|una?|el|la|su)\s)/u.exec(
      frame.slice(start.start),
    )
  const behind = aside ? words.find(word => word.start >= start.start + aside[0].length) : undefined
  if (behind) start = behind
  const phrase = nounPhraseFrom(frame, words, start.start)
  const limit = words[before]?.start ?? frame.length
  return phrase && phrase.end <= limit && isNounPhrase(frame, phrase) ? phrase : null
}

/** "At 12:58 a.m. an inmate pressed his button": where the subject begins behind a place or a time without a comma; undefined where none does. */
function behindPlace(frame: string, words: readonly Word[], from: number): Word | undefined {
  if (!/^(?:in|on|at|after|during|before|by|near|outside|inside)$/.test(words[from]?.lower ?? ''))
    return undefined
  const at = words.findIndex(
    ({ lower }, index) => index > from + 1 && (articles.test(lower) || /^(?:he|she|they|we|i)$/.test(lower)),
  )
  const opener = words[at]
  const previous = words[at - 1]
  const isFirst =
    opener !== undefined &&
    previous !== undefined &&
    at - from <= 6 &&
    !/^(?:of|in|on|at|by|for|with|from|to|near|all|both|half|and|or|but|than|as|into|over|after|before|about|around|is|was|were|are|had|has|have|said|told)$/.test(
      previous.lower,
    ) &&
    !/(?:ed|ing)$/.test(previous.lower) &&
    !/[,;:\uE000]/.test(frame.slice(words[from]?.start ?? 0, opener.start).replace(/(?<=\d):(?=\d)/g, ''))
  return isFirst ? opener : undefined
}

/** Verbs that a name or a word for a person is the subject of, in forms that are no noun or rarely one. */
const finiteVerb =
  /^(?:put|puts|took|takes|came|comes|went|goes|ran|heard|hears|watched|got|gets|gave|gives|made|makes|saw|sees|stood|stands|sat|sits|lay|lies|fell|falls|kept|keeps|began|begins|drove|drives|wrote|writes|spoke|speaks|broke|rose|threw|throws|let|lets|led|met|meets|paid|sent|sends|shook|shakes|swung|woke|wore|wears|rang|rings|bent|leant|spun|tried|caught|bought|brought|taught|fought|sought|slept|crept|swept|hid|slid|flew|grew|drew|blew|hung|stuck|struck|tore|chose|froze|forgot|knew|knows|lives|wants|wanted|thinks|thought|does|did|has|isn['’]t|wasn['’]t|doesn['’]t|didn['’]t|hasn['’]t|won['’]t|can['’]t|couldn['’]t|wouldn['’]t|aren['’]t|weren['’]t|don['’]t|haven['’]t|will|would|can|could|may|might|must|should)$/

/** The noun phrase that starts at `from`: up to a comma, a verb or a word that leaves it. */
export function nounPhraseFrom(frame: string, words: readonly Word[], from: number): SourceWords | null {
  const index = words.findIndex(({ start }) => start >= from)
  const first = words[index]
  if (!first || first.lower === quoteFiller) return null
  if (/^(?:he|she|they|we|i|it|él|ella|ellos|ellas)$/.test(first.lower))
    return { start: first.start, end: first.end }
  // "One knocks and says".
  if (/^(?:one|another)$/.test(first.lower) && /^\p{Ll}{2,}(?:[^s]s|ed)$/u.test(words[index + 1]?.text ?? ''))
    return { start: first.start, end: first.end }
  let last = first
  for (let at = index + 1; at < words.length && at < index + 14; at++) {
    const word = words[at]
    const previous = words[at - 1]
    if (!word || !previous) break
    const gap = frame.slice(previous.end, word.start)
    const isInitial =
      /^\.\s$/.test(gap) &&
      (isInitials(previous.text) ||
        titles.has(previous.lower) ||
        // "Juror No. 6".
        (previous.text === 'No' && /^\d{1,4}$/.test(word.text)))
    if (!isInitial && /[,;:—–()"“”!?]|\.\s|--/.test(gap)) break
    // "The council minutes" are a paper.
    const isPaper = word.lower === 'minutes' && bodyWords.has(previous.lower)
    if (word.lower === quoteFiller || (endOfNoun.test(word.lower) && !isPaper)) break
    if (sayingVerbs.has(word.lower) && !roleNouns.has(word.lower) && word.text !== 'States') break
    if (
      /^(?:at|in|with)$/.test(word.lower) &&
      !/^\p{Lu}/u.test(words[at + 1]?.text ?? '') &&
      !/^(?:the)$/.test(words[at + 1]?.lower ?? '')
    )
      break
    if (/^(?:at|in|with)$/.test(word.lower)) break
    if (/^(?:and|y)$/.test(word.lower)) {
      const next = words[at + 1]
      if (
        !next ||
        !(
          looksLikeName(next) ||
          roleNouns.has(next.lower) ||
          (/^(?:the|a|his|her|their|other)$/.test(next.lower) && roleNouns.has(words[at + 2]?.lower ?? ''))
        )
      )
        break
    }
    if (/^(?:but|because|who|she|he|they|it|i|we)$/.test(word.lower)) break
    // "Reyes put up his hands", "the owner isn't buying it": a verb behind whoever it is of.
    if (
      finiteVerb.test(word.lower) &&
      gap === ' ' &&
      (/^\p{Lu}/u.test(previous.text) ||
        roleNouns.has(previous.lower.replace(/s$/, '')) ||
        roleNouns.has(previous.lower))
    )
      break
    if (
      /^\p{Ll}{3,}ed$/u.test(word.text) &&
      gap === ' ' &&
      isPersonNoun(previous.lower) &&
      !/^(?:named|called|identified|nicknamed|dubbed)$/.test(word.lower) &&
      /^(?:in|and|then|at|on|with|to|that|where|when|as|while|before|after|how|what|why|if|whether|for|from|by|under|behind|beside|inside|outside|near|about|still|silent|awake|alone)$/.test(
        words[at + 1]?.lower ?? '',
      )
    )
      break
    // "Roke's granddaughter carries the case".
    if (
      /^\p{Ll}{2,}[^s]s$/u.test(word.text) &&
      gap === ' ' &&
      isPersonNoun(previous.lower) &&
      !bodyWords.has(previous.lower) &&
      !groupNouns.has(previous.lower) &&
      !isPersonNoun(word.lower.slice(0, -1)) &&
      !bodyWords.has(word.lower) &&
      !statementNouns.has(word.lower) &&
      !recordingNouns.has(word.lower) &&
      /^(?:the|an?|his|her|their|its|it|him|them|me|us|to|in|on|at|with|up|down|out|off|over|now|that|how|why|what|into|about|for|and)$/.test(
        words[at + 1]?.lower ?? '',
      )
    )
      break
    // "A lad opposite me", "the old chap next to me".
    if (
      /^(?:opposite|next|across)$/.test(word.lower) &&
      /^(?:me|us|him|her|them|to|from)$/.test(words[at + 1]?.lower ?? '')
    )
      break
    // "The judge interrupted.", "a cop walked along the line".
    if (
      /^\p{Ll}{4,}ed$/u.test(word.text) &&
      gap === ' ' &&
      isPersonNoun(previous.lower) &&
      /^\s*[.!?]?\s*$/.test(frame.slice(word.end))
    )
      break
    if (
      /^\p{Ll}{3,}ed$/u.test(word.text) &&
      /^(?:along|across|up|down|over|into|onto|past|towards?|out|off|away|back|around|the|an?|his|her|their|him|them|me|us)$/.test(
        words[at + 1]?.lower ?? '',
      )
    )
      break
    last = word
  }
  const handedOn =
    /^\s*(?:(?:that|which) (?:was|were) )?(?:released|obtained|provided|published|posted|shared|issued|filed|taken|recorded|shot|prepared|written|reviewed)? ?by (?=\S)/i.exec(
      frame.slice(last.end),
    )
  if (
    handedOn &&
    (isRecordingPhrase(frame.slice(first.start, last.end)) ||
      wordsOf(frame, first.start, last.end).some(
        ({ lower }) => statementNouns.has(lower) || recordingNouns.has(lower),
      ))
  ) {
    const hand = nounPhraseFrom(frame, words, last.end + handedOn[0].length)
    if (hand) return { start: first.start, end: hand.end }
  }
  return { start: first.start, end: last.end }
}
