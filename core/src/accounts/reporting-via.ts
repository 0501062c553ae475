import { nounPhraseFrom, type SourceWords } from './noun-phrases.ts'
import type { Word } from './words.ts'

/** "In an email, the clerk said": the paper stands first. */
export function paperBefore(frame: string, subject: SourceWords): SourceWords | null {
  const found =
    /^(?:(?:but|and|later|earlier),? )?(?:in|by|en) ((?:an?|una?) (?:[\p{L}-]+ ){0,3}?(?:statement|e-?mail|letter|post|memo|text|message|release|report|filing|affidavit|comunicado|carta|correo|entrevista))\b[^,]{0,50},\s/iu.exec(
      frame,
    )
  if (!found?.[1] || subject.start < found[0].length) return null
  const start = found[0].indexOf(found[1])
  return { start, end: start + found[1].length }
}

/** Through whom or what: an interpreter, a lawyer, a statement. */
export function viaIn(frame: string, words: readonly Word[], from: number): SourceWords | null {
  const rest = frame.slice(from)
  // ", his nephew interpreting", "as her daughter translated".
  const aside =
    /(?:,\s|\bwith\s|\bas\s)((?:an?|the|his|her|their|one of (?:his|her))\s(?:[\p{L}-]+\s){1,3}?)(?:interpreting|translating|interpreted|translated)\b/u.exec(
      rest,
    )
  if (aside?.[1]) {
    const start = from + aside.index + aside[0].indexOf(aside[1])
    return { start, end: start + aside[1].trimEnd().length }
  }
  const found =
    /\b(?:through|via|translated (?:through|by)|interpreted by|speaking through|with the help of|por medio de|a través de|con la ayuda de|traducid[oa]s? por|in (?=an? (?:[\p{Ll}-]+ ){0,3}(?:statement|e-?mail|letter|report|affidavit|post|complaint|memo|tweet|release|filing|message|text|note|video message|press release|news release|declaration|deposition))|in (?=(?:court|charging) (?:documents|papers|records|filings))|en (?=una? (?:\p{Ll}+ )?(?:comunicado|mensaje|informe|carta|entrevista|declaración|correo|publicación|denuncia|demanda|conferencia)))\s*/iu.exec(
      rest,
    )
  if (!found) return null
  const phrase = nounPhraseFrom(frame, words, from + found.index + found[0].length)
  if (!phrase) return null
  const shown = frame.slice(phrase.start, phrase.end)
  return /\b(?:interpreters?|translators?|intérprete|traductor\w*|members?|relatives?|lawyers?|attorneys?|solicitors?|declaration|deposition|text|note|spokes\w+|statement|e-?mail|letter|report|affidavit|post|complaint|comunicado|mensaje|informe|interview|memo|release|filing|documents|papers|records|filings|message|cousin|sister|brother|daughter|son|aunt|uncle|nephew|niece|friend|neighbou?r|carta|entrevista|declaración|correo|publicación|denuncia|demanda|portavoz|tweet|advocate|volunteer|priest|pastor|colleague|hij[oa]|herman[oa]|sobrin[oa]|prim[oa])\b/i.test(
    shown,
  )
    ? phrase
    : null
}

/** "Through an interpreter, Tran said", "Tran, who spoke through an interpreter, said": whose voice it is, before the verb. */
export function voiceBefore(frame: string, subject: SourceWords, verb: Word): SourceWords | null {
  const [from, to] = subject.end <= verb.start ? [subject.end, verb.start] : [0, 0]
  const opening = /^(?:speaking )?(?:in \p{Lu}\p{L}+,? )?(?:through|via|with the help of)\s+/iu.exec(frame)
  const inside =
    /^,\s(?:\d{1,3},\s)?(?:who|speaking|whose words)\b[^,]{0,40}?\b(?:through|via|with the help of)\s+/iu.exec(
      frame.slice(from, to),
    )
  const isOpening = opening !== null && subject.start > opening[0].length
  const at = isOpening ? opening[0].length : inside ? from + inside[0].length : -1
  const found =
    at < 0
      ? null
      : /^(?:an?|the|his|her|their)\s(?:[\p{L}-]+\s){0,2}?(?:interpreter|translator|daughter|son|sister|brother|mother|father|wife|husband|niece|nephew|cousin|aunt|uncle|friend|neighbou?r|lawyer|attorney|spokes(?:man|woman|person)|grandson|granddaughter)\b/iu.exec(
          frame.slice(at),
        )
  return found ? { start: at, end: at + found[0].length } : null
}
