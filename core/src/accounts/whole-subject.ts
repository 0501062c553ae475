import { bodyWords, groupNouns, roleNouns } from './lexicon/people-words.ts'
import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { isPersonNoun } from './person-nouns.ts'
import { type Word, wordsOf } from './words.ts'

/** Verbs that end a subject in English and in Spanish; of the Spanish ones those that are nothing else, and past forms by their endings. */
const verb =
  /^(?:was|were|is|are|had|has|have|did|does|came|went|ran|took|stood|sat|fell|kept|began|drove|spoke|broke|threw|led|met|sent|shook|woke|brought|caught|knew|saw|said|says|rang|told|wrote|undertook|understood|overheard|oversaw|withdrew|withheld|upheld|forgot|forgave|foresaw|bought|brought|taught|fought|sought|slept|swept|wept|crept|rose|rode|flew|grew|drew|threw|blew|wore|tore|swore|bore|chose|froze|drank|sank|sang|swam|spun|stuck|struck|swung|hung|dug|clung|flung|slid|hid|bit|lit|beat|dealt|meant|leant|burnt|spent|lent|bent|built|lost|held|felt|dwelt|drives|works|lives|runs|owns|keeps|deliver|delivers|wants|thinks|sees|knows|comes|goes|looks|feels|stands|sits|seems|isn|doesn|gave|got|made|became|knocks|\p{L}+n['’]t|no|fue|fueron|era|eran|está|están|estaba|estaban|tiene|tenía|va|iba|quiere|lleva|sigue|hace|ha|han|había|habían|es|pudo|quiso|hizo|vio|dio|\p{Ll}{2,}ó|\p{Ll}{2,}(?:aron|ieron|eron))$/u

const relative = /^(?:who|whom|whose|that|which|que|quien|quienes|cuya|cuyo|where|donde)$/

/** "The owner of the car wash isn't buying": how many characters of it stand before its verb; all of them where there is none, or a clause of its own leads up to it. */
export function beforeVerb(phrase: string): number {
  const words = wordsOf(phrase)
  const at = words.findIndex(
    ({ text, lower }, index) =>
      index > 0 &&
      (verb.test(text) ||
        // "The boss turned round": past a word for somebody what ends so is a verb.
        ((/^(?:the|an?|his|her|their|one|another|this)\s/i.test(phrase) || isMany(words, index)) &&
          /^\p{Ll}{3,}ed$/u.test(text) &&
          !/^(?:named|called|identified|nicknamed|dubbed|alleged|retired|armed|related|united)$/.test(
            lower,
          ) &&
          (isMany(words, index) || isPersonNoun(words[index - 1]?.lower ?? '')) &&
          !bodyWords.has(words[index - 1]?.lower ?? ''))),
  )
  const found = words[at]
  const deed = found ? null : deedOfSeveral(words)
  if (deed) return phrase.slice(0, deed.start).trimEnd().length
  if (!found || words.slice(0, at).some(({ lower }) => relative.test(lower))) return phrase.length
  // "The car that was hit, was …" and names with commas stay whole.
  const before = phrase.slice(0, found.start)
  return /[,;:]\s*$/.test(before) ||
    /\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ee]l|[Ll]a|[Uu]na?|[Ss]u|of|de)\s*$/.test(before)
    ? phrase.length
    : before.replace(/(?:\s(?:me|nos|te|le|les|lo|la|se|ya|también))*\s*$/u, '').length
}

/** "Officers closed": a word for several persons alone before the verb. */
const isMany = (words: readonly Word[], index: number) =>
  index === 1 && /[^s]s$/.test(words[0]?.lower ?? '') && isPersonNoun(words[0]?.lower.slice(0, -1) ?? '')

/** "Her three sons deliver": behind a word for several persons a last one that is no word for a person or a body is what they do. */
function deedOfSeveral(words: readonly Word[]): Word | null {
  const [last, noun] = [words.at(-1), words.at(-2)]
  const isSeveral =
    noun !== undefined &&
    /[^s]s$/.test(noun.lower) &&
    isPersonNoun(noun.lower.slice(0, -1)) &&
    /^\p{Ll}/u.test(noun.text)
  // "His aunt snorts."
  const isOne =
    noun !== undefined &&
    isPersonNoun(noun.lower) &&
    !bodyWords.has(noun.lower) &&
    !groupNouns.has(noun.lower) &&
    !/s$/.test(noun.lower) &&
    /^\p{Ll}{2,}[^s]s$/u.test(last?.text ?? '')
  if (
    last &&
    isOne &&
    words.length > 1 &&
    !isPersonNoun(last.lower.slice(0, -1)) &&
    !/^(?:minutes|sources|lawyers|towards|besides|afterwards|always|sometimes|perhaps|overseas|upstairs|downstairs|indoors|outdoors)$/.test(
      last.lower,
    ) &&
    !bodyWords.has(last.lower) &&
    !groupNouns.has(last.lower)
  )
    return last
  return last &&
    isSeveral &&
    words.length > 2 &&
    /^\p{Ll}{3,}[^s]$/u.test(last.text) &&
    !bodyWords.has(last.lower) &&
    !isPersonNoun(last.lower) &&
    !groupNouns.has(last.lower) &&
    !/^(?:of|for|in|at|from|with|who|and|alike|there|here|inside|outside|present|themselves|nearby)$/.test(
      last.lower,
    )
    ? last
    : null
}

/** "The inspector afterwards", "last night the nurse": how many characters of a time lead in, and where what belongs to whoever it is ends. */
export function withoutTimes(phrase: string): { readonly from: number; readonly to: number } {
  const lead = leadingTime.exec(phrase)?.[0].length ?? 0
  const tail = trailingTime.exec(phrase)?.index ?? phrase.length
  return tail > lead ? { from: lead, to: tail } : { from: 0, to: phrase.length }
}

const leadingTime =
  /^(?:(?:[Ll]ast|[Tt]his|[Tt]hat|[Ee]arlier this|[Ll]ater that|[Oo]ne|[Tt]he (?:next|following|same)) (?:night|week|month|year|morning|afternoon|evening|day|\p{Lu}\p{Ll}+day|spring|summer|autumn|fall|winter)|[Yy]esterday|[Tt]oday|[Tt]onight|[Aa]noche|[Aa]yer|[Hh]oy),? (?=(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ee]l|[Ll]a|[Uu]na?)\s|\p{Lu}|police|officers|protesters|officials)/u
const trailingTime =
  /\s(?:afterwards?|later|again|instead|too|himself|herself|themselves|itself|then|yesterday|today|tonight|once|always|sometimes|usually|often)$/u

/** "Lamentó la muerte": a Spanish sentence that leaves its subject out. "Habló García" has one. */
export function beginsWithVerb(phrase: string): boolean {
  const [first, second] = wordsOf(phrase)
  return (
    first !== undefined &&
    second !== undefined &&
    /^\p{Ll}/u.test(second.text) &&
    (/^\p{L}{3,}ó$/u.test(first.text) ||
      (spanishSayingVerbs.has(first.lower) &&
        /^(?:que|la|el|los|las|un|una|su|a|al)$/.test(second.lower) &&
        !/^(?:denuncia|respuesta)$/.test(first.lower)))
  )
}

/** "At the hospital a nurse", "in a statement police": where in the phrase whoever speaks begins, behind what leads in; null where nobody does. */
export function behindLead(phrase: string): number | null {
  const words = wordsOf(phrase)
  const last = words.at(-1)
  if (
    !last ||
    words.length < 3 ||
    !/^(?:at|in|on|by|during|after|before|outside|inside|en|durante|tras|desde) /i.test(phrase)
  )
    return null
  const isSomebody = isPersonNoun(last.lower) || groupNouns.has(last.lower) || bodyWords.has(last.lower)
  const at = words.findLastIndex(({ lower }) =>
    /^(?:the|an?|one|another|his|her|their|two|three|el|la|los|las|una?|su)$/.test(lower),
  )
  const article = words[at]
  if (
    article &&
    at > 1 &&
    isSomebody &&
    !/^(?:of|for|at|in|on|by|with|from|to|de|del|en|con|por)$/.test(words[at - 1]?.lower ?? '')
  )
    return article.start
  const isMany =
    /^(?:police|prosecutors|lawyers|attorneys)$/.test(last.lower) ||
    (/s$/.test(last.lower) && roleNouns.has(last.lower.slice(0, -1)))
  return isMany && at < words.length - 2 && at >= 0 ? last.start : null
}

/** "For the security company", "at one point", "en un comunicado": where, when or for whom, and nobody who speaks. */
export const isNobody = (phrase: string): boolean =>
  /^(?:at|for|in|on|by|with|without|from|to|during|after|before|under|over|into|through|en|por|para|con|sin|desde|hasta|tras|durante|lo|la|me|te|se|nos|le|les|los|las|not|n't)(?:\s\p{L}|$)/u.test(
    phrase,
  ) && !/^(?:la|los|las)\s/u.test(phrase)
