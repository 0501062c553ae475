import { bodyWords, groupNouns, roleNouns } from './lexicon/people-words.ts'
import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { isPersonNoun } from './person-nouns.ts'
import { wordsOf } from './words.ts'

/** Verbs that end a subject in English and in Spanish; of the Spanish ones those that are nothing else, and past forms by their endings. */
const verb =
  /^(?:was|were|is|are|had|has|have|did|does|came|went|ran|took|stood|sat|fell|kept|began|drove|spoke|broke|threw|led|met|sent|shook|woke|brought|caught|knew|saw|said|says|rang|told|wrote|gave|got|made|became|knocks|\p{L}+n['’]t|no|fue|fueron|era|eran|está|están|estaba|estaban|tiene|tenía|va|iba|quiere|lleva|sigue|hace|ha|han|había|habían|es|pudo|quiso|hizo|vio|dio|\p{Ll}{2,}ó|\p{Ll}{2,}(?:aron|ieron|eron))$/u

const relative = /^(?:who|whom|whose|that|which|que|quien|quienes|cuya|cuyo|where|donde)$/

/** "The owner of the car wash isn't buying": how many characters of it stand before its verb; all of them where there is none, or a clause of its own leads up to it. */
export function beforeVerb(phrase: string): number {
  const words = wordsOf(phrase)
  const at = words.findIndex(({ text }, index) => index > 0 && verb.test(text))
  const found = words[at]
  if (!found || words.slice(0, at).some(({ lower }) => relative.test(lower))) return phrase.length
  // "The car that was hit, was …" and names with commas stay whole.
  const before = phrase.slice(0, found.start)
  return /[,;:]\s*$/.test(before) ||
    /\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ee]l|[Ll]a|[Uu]na?|[Ss]u|of|de)\s*$/.test(before)
    ? phrase.length
    : before.replace(/(?:\s(?:me|nos|te|le|les|lo|la|se|ya|también))*\s*$/u, '').length
}

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
