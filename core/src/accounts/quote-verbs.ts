import { bodyWords, groupNouns } from './lexicon/people-words.ts'
import { quoteFiller, type SourceWords } from './noun-phrases.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Word } from './words.ts'

/** Verbs that link or help, or stand for what was quoted: beside exact words they report nothing. */
const noReport =
  /^(?:was|is|were|are|be|been|had|has|have|did|does|do|would|will|could|can|should|may|might|must|came|comes|seems?|seemed|became|remains?|remained|meant|means|appears?|appeared|used|uses|saw|sees|heard|hears|fell|left|ran|died|needs?|needed|wants?|wanted|got|gets|made|makes|took|takes|knew|knows|wore|saved|won|lost|felt|feels|ended|ends|echoed|followed|follows|spread)$/

/** “I know him too,” he began. “Pues nada”, se encoge Gil: right behind exact words, with whoever says them and nothing more in the clause. */
export function isBesideQuote(frame: string, words: readonly Word[], index: number): boolean {
  const verb = words[index]
  const previous = words[index - 1]
  if (!verb || !/^\p{Ll}{3,}$/u.test(verb.text) || noReport.test(verb.lower)) return false
  const isVerb =
    /(?:ed|[^s]s)$|^(?:began|sang|spoke|spat|swore|wept|broke|went|shot|put|cut|drew|let|rang|bit|lied|sniffed)$/.test(
      verb.lower,
    )
  // «No voy a tapar nada», prometió la edil.
  const isSpanish =
    previous?.lower === quoteFiller &&
    /(?:[^aeiou]ó|[aeiou]ó|aron|ieron|aba|ía)$/u.test(verb.lower) &&
    /^,?\s*$/.test(frame.slice(previous.end, verb.start)) &&
    /^ (?:(?:el|la|los|las|una?|su) \p{Ll}+|\p{Lu}\p{L}+)/u.test(frame.slice(verb.end))
  if (isSpanish) return true
  if (!isVerb) return false
  // “…,” opines the cook, a giant: with whoever it is right behind it, and no more.
  if (
    previous?.lower === quoteFiller &&
    /^\s*$/.test(frame.slice(previous.end, verb.start)) &&
    /^ (?:(?:the|an?|his|her|one|another) (?:[\p{Ll}-]+ ){0,2}?([\p{Ll}-]+)|(?:\p{Lu}[\p{L}.’'-]+)(?: \p{Lu}[\p{L}.’'-]+){0,2})(?=[,.;:—–]|$| (?:who|as|with|from|to)\b)/u.test(
      frame.slice(verb.end),
    )
  ) {
    const noun =
      /^ (?:the|an?|his|her|one|another) (?:[\p{Ll}-]+ ){0,2}?([\p{Ll}-]+)(?=[,.;:—–]|$| (?:who|as|with|from|to)\b)/u.exec(
        frame.slice(verb.end),
      )?.[1]
    if (noun === undefined || isPersonNoun(noun)) return true
  }
  // “…,” the force posts.
  const quote = frame.lastIndexOf(quoteFiller, verb.start)
  const noun =
    quote < 0 || !/^\s*(?:[.,;:—–]|$)/.test(frame.slice(verb.end))
      ? undefined
      : /^[,\s]*(?:the|an?|his|her|their|its|one|another) (?:[\p{Ll}-]+ ){0,2}?([\p{Ll}-]+) $/u.exec(
          frame.slice(quote + 1, verb.start),
        )?.[1]
  if (noun !== undefined && (isPersonNoun(noun) || groupNouns.has(noun) || bodyWords.has(noun))) return true
  const before = words[index - 2]
  // “…,” he began.
  return (
    previous !== undefined &&
    /^(?:he|she|they|i|we)$/.test(previous.lower) &&
    before?.lower === quoteFiller &&
    /^\s*$/.test(frame.slice(before.end, previous.start)) &&
    /^\s*(?:[.,;:—–]|$|(?:with|at|to|in|from|as|before|after|quietly|softly|again|through|and|when|when|\p{Ll}+ly)\b)/u.test(
      frame.slice(verb.end),
    )
  )
}

/** "Alcanzó a decir Requena": an infinitive behind a verb of managing it. */
export const isManaging = (frame: string, { lower, start }: Word): boolean =>
  /^(?:decir|gritar|contestar|responder|preguntar|pedir|explicar|señalar|repetir|susurrar|murmurar|balbucear)$/.test(
    lower,
  ) &&
  /\b(?:alcanzó|llegó|acertó|atinó|limitó|volvió|logró|consiguió|pudo|quiso|alcanza|llega|acierta|limita|vuelve)(?: (?:a|sólo|solo))? $/u.test(
    frame.slice(0, start),
  )

/** "Gave the command “…”", "with the words “…”", "left a message: “…”". */
export const isGiving = (frame: string, { lower, end }: Word): boolean =>
  /^(?:gave|give|gives|giving|issued|issues|issuing|repeated|uttered|utters|used|uses|using|spoke|sent|sends|left|leaves|made|makes|let|lets|got|received|shouted|heard|broadcast|typed|scribbled|penned|wrote)$/.test(
    lower,
  ) &&
  /^ (?:out )?(?:(?:the|an?|his|her|their|one|two|several|repeated|this|these) (?:[\p{Ll}-]+ ){0,3}?|(?:verbal |clear |loud |lawful )?)(?:commands?|orders?|warnings?|words?|phrase|reply|answer|message|text|note|instructions?|announcement|call|cry|plea|question|greeting|shout|speech|statement|remark|comment|post|tweet|caption)(?: (?:to|for|at|over|by|on|in) [^.;:“"]{2,40}?)?,?(?: (?:including|such as|like))?:? ?\uE000/u.test(
    frame.slice(end),
  ) &&
  !/^(?:got|received|heard)$/.test(lower)

/** "Salió calificándolo de «…»", "habló de «…»". */
export const isTermingInSpanish = (frame: string, { lower, start, end }: Word): boolean =>
  (/^(?:calific|tach|acus|tild|asegur|afirm|grit|aleg|denunci|señal|record|lament|insist|repit|advirt|pid|dic|exig|reclam|describ|defin|llam)(?:ando|iendo|ándol[oa]s?|iéndol[oa]s?)$/u.test(
    lower,
  ) &&
    /\p{L}{2,},? $/u.test(frame.slice(0, start)) &&
    /^[^.;:\uE000]{0,60}[:,]? ?\uE000/u.test(frame.slice(end))) ||
  (/^habl(?:a|ó|aba|an|aron|aban)$/u.test(lower) && /^ de (?:un[oa]?s? )?\uE000/u.test(frame.slice(end)))

/** "Se oye a un agente decir: «…»": whom somebody hears, where the verb at hand is what they do. */
export function heardInSpanish(frame: string, { lower, start, end }: Word): SourceWords | null {
  if (
    !/^(?:decir|gritar|pedir|contestar|responder|ordenar|repetir|suplicar|exclamar|preguntar|insultar|rogar|advertir|llamar)(?:le|les|lo)?$|^(?:diciendo|gritando|pidiendo|suplicando|ordenando|repitiendo)(?:le|les)?$/u.test(
      lower,
    ) ||
    !/^[^.;\uE000]{0,30}[:,]? ?\uE000/u.test(frame.slice(end))
  )
    return null
  const found =
    /(?<!\p{L})(?:oye|oyen|oyó|oyeron|escucha|escuchan|escuchó|escucharon|ve|ven|vio|oí|escuché|oímos|escuchamos)(?: \p{Ll}+mente)?(?: cómo)? al? ((?:\p{L}[\p{L}.’'-]* ){1,5})$/u.exec(
      frame.slice(0, start),
    )
  if (!found?.[1]) return null
  const from = found.index + found[0].length - found[1].length
  return { start: from, end: from + found[1].trimEnd().length }
}

/** "Walked out, calling it “…”", "left the room insisting that it was “…”": by the way somebody says exact words. */
export const isTerming = (frame: string, { lower, start, end }: Word): boolean =>
  /^(?:call|brand|label|labell|term|dubb|deem|dismiss|hail|denounc|condemn|liken|compar|prais|blam|accus|insist|warn|argu|explain|promis|reply|conced|declar|complain|urg|demand|suggest|joke|jok|vow|recall|remember|admitt|stress|shout|yell|answer|stat|claim|maintain|plead|remark|observ|mutter|whisper|cry|scream)ing$/.test(
    lower,
  ) &&
  /(?:,|\b(?:and|then|by|before|after|while)|\p{L}{3,}) (?:\p{Ll}+ly )?$/u.test(frame.slice(0, start)) &&
  !/\b(?:the|an?|his|her|their|its|of|for|no|this|that|such) $/u.test(frame.slice(0, start)) &&
  /^[^.;:,\uE000]{0,60}[:,]? ?\uE000/u.test(frame.slice(end))

/** "The commander transmitted, “…”": whoever it is, what they do, and right behind it exact words. */
export function isLeading(frame: string, words: readonly Word[], index: number): boolean {
  const [verb, previous] = [words[index], words[index - 1]?.lower ?? '']
  return (
    verb !== undefined &&
    /^\p{Ll}{3,}ed$/u.test(verb.text) &&
    /^[,:] \uE000/.test(frame.slice(verb.end)) &&
    (isPersonNoun(previous) || /^(?:he|she)$/.test(previous))
  )
}

/** "Had written, in a text to friends, “…”". */
export function isWritten(frame: string, words: readonly Word[], index: number): boolean {
  const verb = words[index]
  return (
    verb?.lower === 'written' &&
    /^(?:had|has|have|once|later|also)$/.test(words[index - 1]?.lower ?? '') &&
    /^(?:,? (?:to|in|on) [^.,;:\uE000]{2,70})?[,:]? (?:that )?\uE000/u.test(frame.slice(verb.end))
  )
}
