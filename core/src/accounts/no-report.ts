import { quoteFiller, type SourceWords } from './noun-phrases.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Word } from './words.ts'

/** "An officer can be heard shouting": without the words it hands nothing on. */
export const isNoise = (frame: string, verb: Word) =>
  /^(?:yell|shout|scream|bark|bellow|holler|shriek|howl|wail|chant|sang|sings?$|core|cantab|cried|cries|crying|cry$|grit)/.test(
    verb.lower,
  ) && !frame.includes(quoteFiller)

/** "Told the man to show his hands": an order in the event, and no words handed on. */
export const isOrder = (frame: string, verb: Word) =>
  /^(?:told|tells|tell|asked|asks|warned|urged)$/.test(verb.lower) &&
  /^\s+(?:[\p{L}'’-]+\s){1,4}?(?:not )?to \p{Ll}+/u.test(frame.slice(verb.end)) &&
  !/^\s+(?:[\p{L}'’-]+\s){1,4}?(?:that|he|she|they|it|we|I)\s/u.test(frame.slice(verb.end)) &&
  !frame.includes(quoteFiller)

/** "What trainees say before they begin": nobody says anything there. "What police said was a gun" is put down to them. */
export function isAskedFor(frame: string, subject: SourceWords, verb: Word): boolean {
  return (
    /\b(?:what|how|why|whatever|where|when|(?:thing|things|words|all|everything)(?: that)?)\s+$/i.test(
      frame.slice(0, subject.start),
    ) &&
    subject.start < verb.start &&
    !/^[,:]?\s*\uE000/.test(frame.slice(verb.end)) &&
    !/^\s+(?:was|is|were|are|to be|as|looked|appeared)\b/.test(frame.slice(verb.end))
  )
}

/** "Were people told to leave?" asks; nobody says it. */
export const isQuestion = (frame: string) =>
  /^(?:did|was|were|is|are|do|does|has|have|had|can|could|will|would|should|what|why|how|who|when|where|which)\b[^.!?\uE000]*\?\s*$/i.test(
    frame,
  )

/** "The video will show it": it has not shown it yet. */
export const isYetToShow = (words: readonly Word[], index: number) =>
  words
    .slice(Math.max(0, index - 3), index)
    .some(({ lower }) => /^(?:will|would|should|must|shall)$|^\p{L}+['’]ll$/u.test(lower))

/** "Did not respond", "would not be drawn", "had no comment": declining to say something, which is said by whoever does it. */
export function isSilence(frame: string, verb: Word): boolean {
  const [before, after] = [frame.slice(0, verb.start), frame.slice(verb.end)]
  const isDenied =
    /(?:\b(?:not|neither|never)|n['’]t|\bno)\s+(?:immediately\s+|yet\s+|publicly\s+|be\s+)?$/.test(before)
  if (
    /^(?:return|returned|respond|responded|reply|answer|comment|discuss|elaborate|respondió|contestó)$/.test(
      verb.lower,
    )
  )
    return (
      isDenied && !isNoSilence(frame, verb) && !/^ (?:his|her|their|the|a) (?:door|phone|knock)\b/.test(after)
    )
  if (/^(?:had|has|have|offered|gave|given)$/.test(verb.lower))
    return /^ (?:no|not offered any|yet to) (?:further |immediate |other |public )?(?:comment|explanation|details|reason|statement|say|explain|respond|confirm|release|name)\b/.test(
      after,
    )
  if (verb.lower === 'drawn') return isDenied
  if (/^(?:talk|speak)$/.test(verb.lower))
    return /\b(?:would|did|will)(?: not|n['’]t) $/.test(before) && /^ (?:to|with|about) /.test(after)
  if (/^(?:want|wish|agree)$/.test(verb.lower))
    return (
      isDenied &&
      /^ to (?:comment|go into|discuss|talk|speak|elaborate|say|answer|be (?:interviewed|quoted|drawn))\b/.test(
        after,
      )
    )
  if (/^(?:quiso|quisieron|quiere|quieren)$/.test(verb.lower))
    return isDenied && /^ (?:hacer|comentar|responder|hablar|dar|pronunciarse|opinar|entrar)\b/.test(after)
  return /^(?:prefirió|prefirieron)$/.test(verb.lower) && /^ no \p{L}+/u.test(after)
}

/** "Must not return", "did not return to work": whoever keeps away is not silent. */
const isNoSilence = (frame: string, verb: Word) =>
  /\b(?:must|should|shall|may|will|can|ought) (?:not|never)\s+$/i.test(frame.slice(0, verb.start)) ||
  (/^return/.test(verb.lower) &&
    !/^\s+(?:[\p{L}’'-]+\s+){0,5}?(?:calls?|messages?|e-?mails?|requests?|texts?|inquir\p{L}+|enquir\p{L}+|voice ?mails?|comment)\b/u.test(
      frame.slice(verb.end),
    ))

/** "The union's claim that …": a claim that somebody has is no verb. */
export const isOwned = (frame: string, subject: SourceWords, verb: Word) =>
  /^(?:claim|claims|report|reports|call|calls|order|orders|demands?|estimates?|disputes?|offers?|promises?|records?|documents?|answers?|reply|request|note|notes|posts?|tweets?|texts?|messages?|emails?|vow|denial|names|rules?|reasons?|hopes)$/.test(
    verb.lower,
  ) &&
  /['’]s?$/.test(frame.slice(subject.start, subject.end)) &&
  frame.slice(subject.end, verb.start).trim() === ''

/** "Say again, Harbor?", "Tell me what happened": asked of somebody, and said by nobody yet. */
export const isImperative = (frame: string, verb: Word) =>
  /^(?:say|tell|ask|call|report|answer|read|repeat|describe|explain|confirm|advise|remember|believe|think)$/.test(
    verb.lower,
  ) &&
  /(?:^|[.!?]\s)(?:please |just |then |so |and |now )?$/i.test(frame.slice(0, verb.start)) &&
  !/^\s+(?:the|police|officials|\p{Lu}[\p{L}’'-]+ \p{Lu})/u.test(frame.slice(verb.end))

/** "At no point did he say that he could not breathe", "she never once asked": what was not said nobody hands on. */
export const isNeverSaid = (frame: string, verb: Word) =>
  /^(?:say|tell|ask|mention|report|complain|warn|said|told|asked|mentioned|reported|complained|warned)$/.test(
    verb.lower,
  ) &&
  !frame.includes(quoteFiller) &&
  /(?:\b(?:[Aa]t no (?:point|time|stage|moment)|[Nn]ot once|[Nn]ever once) did [^,.;]{2,40} |\bnever (?:once |even |actually )?)$/u.test(
    frame.slice(0, verb.start),
  )

/** "One warning is audible", "service will resume", "declared the gathering an unlawful assembly": a noun, or what is done by saying so. */
export const isNounOrAct = (frame: string, { lower, end }: Word, previous: string): boolean =>
  (lower === 'warning' &&
    /^(?:one|two|three|no|first|second|third|final|verbal|clear|any|another|single)$/.test(previous)) ||
  (lower === 'protesta' && /^ (?:por|contra|en|de|tras|frente)\b/.test(frame.slice(end))) ||
  (lower === 'resume' && /^(?:will|to|would|can|may|could|should)$/.test(previous)) ||
  (/^declare[sd]$/.test(lower) &&
    /^ [^.;:,\uE000]{0,50}\b(?:unlawful|secure|closed|open|an? (?:riot|emergency|state of|mistrial|recess)|emergency|bankruptcy|war)\b/.test(
      frame.slice(end),
    ))

/** "The suit alleges the city maintained “a custom”": what the city did, and nothing it said. */
export const isUpheld = (frame: string, { lower, end }: Word): boolean =>
  /^maintain/.test(lower) && /^ \uE000/.test(frame.slice(end))

/** "A midwife named Ann Lee", "a 4-year-old Belgian Malinois named Rex": a name, and nothing that is said. */
export const isNaming = (frame: string, { lower, start, end }: Word, previous: string): boolean =>
  lower === 'named' &&
  /^ \p{Lu}\p{Ll}+/u.test(frame.slice(end)) &&
  !/^(?:has|have|had|police|officials|also)$/.test(previous) &&
  (isPersonNoun(previous) || /\ban? (?:[\p{L}\d’'-]+ ){1,4}$/u.test(frame.slice(0, start)))
