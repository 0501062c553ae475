import { nounPhraseFrom, type SourceWords } from './noun-phrases.ts'
import type { Word } from './words.ts'

/** "She asked the foreman for water and was told, “…”": whoever was asked answers. */
export function toldWhenAsked(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (
    verb?.lower !== 'told' ||
    !/^(?:was|were|been|got)$/.test(words[index - 1]?.lower ?? '') ||
    !/^[,:]?\s*(?:only |just )?\uE000/.test(frame.slice(verb.end))
  )
    return null
  const asked =
    /\b(?:asked|begged|called|rang|phoned|told)\s+(?=(?:an?|the|his|her|their|its|our|my|one|another|\p{Lu}))(?!.*\basked\b)/u.exec(
      frame.slice(0, verb.start),
    )
  if (!asked) return null
  const phrase = nounPhraseFrom(frame, words, asked.index + asked[0].length)
  if (!phrase) return null
  const cut = /\s(?:for|what|whether|if|to|why|how|when|where|about|and)(?=\s|$)/.exec(
    frame.slice(phrase.start, phrase.end),
  )
  return cut ? { start: phrase.start, end: phrase.start + cut.index } : phrase
}

/** "The other one's like, “…”": who speaks, as people tell it. */
export function likened(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (verb?.lower !== 'like' || !/^[,:]?\s*\uE000/.test(frame.slice(verb.end))) return null
  const found =
    /(?:^|[.,;!?]\s|\b(?:and|then|so|but)\s)((?:[\p{L}-]+\s){0,4}?[\p{L}-]+?)(?:['’](?:s|re|m)|\s(?:is|was|were|are|am|be))\s(?:just |all |basically |kind of |kinda |literally )?$/iu.exec(
      frame.slice(0, verb.start),
    )
  if (!found?.[1]) return null
  const said = found[1].replace(/^(?:and|then|so|but)\s/i, '')
  const start = found.index + found[0].indexOf(found[1]) + found[1].length - said.length
  return { start, end: start + said.length }
}

/** "Investigators learned from a clerk that …", "the inquest heard from a nurse who said …": who told them. */
export function learnedFrom(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (
    !verb ||
    !/^(?:learned|learnt|learn|learns|heard|hears|gathered|understood|understands)$/.test(verb.lower)
  )
    return null
  const from = /^\s+from\s+/.exec(frame.slice(verb.end))
  const phrase = from && nounPhraseFrom(frame, words, verb.end + from[0].length)
  return phrase &&
    /^,? (?:that|how|why|who (?:said|told|testified|described))\b/.test(frame.slice(phrase.end))
    ? phrase
    : null
}

/** "The station quoted a medic as saying that …": the medic, through the station. */
export function quotedAs(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (!verb || !/^(?:quot(?:ed|es|ing|e)|cit(?:ed|es|ing|e))$/.test(verb.lower)) return null
  const phrase = nounPhraseFrom(frame, words, verb.end)
  return phrase &&
    /^ as (?:saying|telling|stating|having said|confirming|describing)\b/.test(frame.slice(phrase.end))
    ? phrase
    : null
}

/** "I would ask the sheriff to stop saying “…”", "we ask that the county stop repeating that …": who is asked says it. */
export function toldToStop(frame: string, { lower, start }: Word): SourceWords | null {
  if (!/^(?:saying|repeating|claiming|calling|insisting|telling|suggesting)$/.test(lower)) return null
  const found =
    /\b(?:ask|asks|asked|asking|urges?|urged|wants?|wanted|tells?|told|calls? on|called on|beg|begged) (?:that )?((?:(?:the|an?|his|her|their|our|its|your) )?(?:[\p{L}.’'-]+ ){0,4}?[\p{L}’'-]+)(?:, [^,]{2,40},)? (?:to |should |must )?(?:stop|quit|cease) (?:\p{Ll}+ly )?$/u.exec(
      frame.slice(0, start),
    )
  if (!found?.[1] || /^(?:him|her|them|it|you|us|me)$/.test(found[1])) return null
  const at = found.index + found[0].indexOf(found[1])
  return { start: at, end: at + found[1].length }
}

/** "The suspect, identified in court papers as Lee": what names him. */
export function namedInPaper(frame: string, { lower, start, end }: Word): SourceWords | null {
  if (
    !/^(?:identified|named|described)$/.test(lower) ||
    !/, (?:who (?:is|was) )?$/.test(frame.slice(0, start))
  )
    return null
  const found =
    /^ (?:only )?in ((?:the |an? )?(?:[\p{L}’'-]+ ){0,2}?(?:papers|documents|records|filings?|complaint|report|affidavit|release|lawsuit|indictment))(?= as\b)/u.exec(
      frame.slice(end),
    )
  if (!found?.[1]) return null
  const from = end + found[0].length - found[1].length
  return { start: from, end: from + found[1].length }
}
