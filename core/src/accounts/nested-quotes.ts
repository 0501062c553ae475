import { nounPhraseFrom, quoteFiller, type SourceWords } from './noun-phrases.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Quote } from './quotes.ts'
import { reportingClauses } from './reporting-clause.ts'
import type { Source, SourceFinder } from './speakers.ts'
import { wordsOf } from './words.ts'

/** Words within exact words, and whom those put them down to; null where they are a name or a doubt. `known` are the quotes of their host's paragraph and before. */
export function nestedQuote(
  text: string,
  span: MarkedSpan,
  top: readonly MarkedSpan[],
  isTurn: boolean,
  known: readonly Quote[],
  finder: SourceFinder,
): Quote | null {
  const outer = top.find(({ start, end }) => start <= span.outerStart && span.outerEnd <= end + 1)
  if (!outer) return null
  const words = wordsOf(text, span.start, span.end)
  const lead = text.slice(outer.start, span.outerStart)
  const tail = text.slice(span.outerEnd, outer.end)
  const near = reportingClauses(
    `${lead}${quoteFiller.repeat(span.outerEnd - span.outerStart)}${tail}`,
    outer.start,
  ).filter(({ kind }) => kind !== 'shown')
  const clause =
    near.find(
      ({ verb, subject }) =>
        Math.min(verb.start, subject.start) >= span.outerEnd &&
        !/\.$/.test(text.slice(span.start, span.end)) &&
        /^[\s,]*$/.test(text.slice(span.outerEnd, Math.min(verb.start, subject.start))),
    ) ??
    near.findLast(
      ({ verb }) =>
        verb.end <= span.outerStart && !/[.!?][’'”"»]?\s/.test(text.slice(verb.end, span.outerStart)),
    )
  const spoken = clause ? null : utteredBefore(lead, outer.start)
  const behind =
    clause || spoken
      ? undefined
      : near.find(({ verb }) => verb.start >= span.outerEnd && verb.end < span.outerEnd + 60)
  const subject = clause?.subject ?? spoken ?? behind?.subject ?? null
  if (words.length <= 3 && !subject && !/[!?,.]$/.test(text.slice(span.start, span.end))) return null
  const host = known.find(
    quote => quote.start <= span.start && quote.end >= span.end && quote.depth === 0,
  )?.speaker
  const speaker = subject && speakerOf(text, subject, host ?? null, finder)
  // “‘Armed police,’” he said: nothing but the inner words.
  const isWhole = /^\s*$/.test(lead) && /^[\s,.]*$/.test(tail)
  if (isWhole && host) return { ...whole(span, host), depth: isTurn ? span.depth + 1 : span.depth }
  const isKnown = speaker !== null && speaker.certainty !== 'unknown'
  return {
    start: span.start,
    end: span.end,
    outerStart: span.outerStart,
    outerEnd: span.outerEnd,
    depth: isTurn ? span.depth + 1 : span.depth,
    speaker: isKnown ? speaker : null,
    to: null,
    via: host?.name ?? null,
    certainty: isKnown ? 'inferred' : 'unknown',
  }
}

const whole = ({ start, end, outerStart, outerEnd, depth }: MarkedSpan, speaker: Source): Quote => ({
  start,
  end,
  outerStart,
  outerEnd,
  depth,
  speaker,
  to: null,
  via: null,
  certainty: 'inferred',
})

/** "I" and "we" inside exact words are whoever says these. */
const speakerOf = (
  text: string,
  { start, end }: SourceWords,
  host: Source | null,
  finder: SourceFinder,
): Source | null => (/^(?:i|we)$/i.test(text.slice(start, end)) ? host : finder.peek(start, end, host))

const uttering =
  /^(?:go|goes|going|went|say|says|said|saying|ask|asking|yell|yells|yelling|shout|shouting|scream|screaming|cry|crying|call|calling|beg|begging|tell|telling|repeat|repeating|answer|whisper|whispering|like|all|dice|diciendo|gritando|gritaba|decía|pidiendo)$/

/** "He kept going, ‘…’", "she'd say, ‘…’", "and he's like, ‘…’": how people tell aloud what others said. Places are in the text that `lead` begins in at `offset`. */
function utteredBefore(lead: string, offset: number): SourceWords | null {
  const clause = /[^.!?;“”"‘«»]*$/u.exec(lead)?.[0] ?? ''
  const from = lead.length - clause.length
  const words = wordsOf(clause)
  const at = words.findLastIndex(({ lower }) => uttering.test(lower))
  const verb = words[at]
  if (
    !verb ||
    !/^(?:\s(?:to|at) [\p{L} ]{2,20}|\s(?:him|her|me|us|them|on|back))?\s?[,:]?\s*$/u.test(
      clause.slice(verb.end),
    )
  )
    return null
  if (
    /^(?:like|all)$/.test(verb.lower) &&
    !/(?:\b(?:was|were|is|are|just)|['’](?:s|re|m)) $/.test(clause.slice(0, verb.start))
  )
    return null
  // "I hear somebody go".
  const heard =
    /\b(?:hear|heard|saw|remember|with) ((?:an?|the|one|his|her|some)\s(?:\p{Ll}+\s)?\p{Ll}+|\p{Lu}\p{L}+|him|her|them|somebody|someone|everybody) $/u.exec(
      clause.slice(0, verb.start),
    )
  if (heard?.[1]) {
    const start = offset + from + heard.index + heard[0].indexOf(heard[1])
    return { start, end: start + heard[1].length }
  }
  // "A call from a copper going".
  const caller = /\bfrom ((?:an?|the|one|his|her|some)\s(?:\p{Ll}+\s)?\p{Ll}+|\p{Lu}\p{L}+) $/u.exec(
    clause.slice(0, verb.start),
  )
  if (caller?.[1] && /ing$/.test(verb.lower)) {
    const start = offset + from + caller.index + caller[0].indexOf(caller[1])
    return { start, end: start + caller[1].length }
  }
  // The last clause that begins before the verb.
  for (let index = at - 1; index >= 0; index--) {
    const word = words[index]
    const before = words[index - 1]
    if (!word) continue
    const opens =
      before === undefined ||
      /^(?:and|but|so|then|because|when|that|while|y|pero|cuando|que)$/.test(before.lower) ||
      /[,:]\s*$/.test(clause.slice(before.end, word.start))
    if (!opens || /^(?:and|but|so|then|because|when|y|pero|just)$/.test(word.lower)) continue
    const contracted = /^(?:I|he|she|they|we)(?=['’])/iu.exec(word.text)
    if (contracted)
      return { start: offset + from + word.start, end: offset + from + word.start + contracted[0].length }
    const phrase = nounPhraseFrom(clause.slice(0, verb.start), words.slice(0, at), word.start)
    return phrase && { start: offset + from + phrase.start, end: offset + from + phrase.end }
  }
  return null
}
