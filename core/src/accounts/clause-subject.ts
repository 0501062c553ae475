import { behindPlace } from './behind-place.ts'
import { roleNouns } from './lexicon/people-words.ts'
import { sayingVerbs, spanishSayingVerbs } from './lexicon/reporting.ts'
import {
  chunkEndingAt,
  clauseBreak,
  isNounPhrase,
  looksLikeName,
  looksProper,
  mainSubject,
  nounPhraseFrom,
  quoteFiller,
  type SourceWords,
  withName,
} from './noun-phrases.ts'
import { isPersonNoun } from './person-nouns.ts'
import { beforeRelative, humanBefore, nearestNoun } from './relative-subject.ts'
import { droppedSubject, spanishNoun } from './spanish-subjects.ts'
import { tailSubject, withoutDeed } from './trailing-source.ts'
import { beforeVerb } from './whole-subject.ts'
import { type Word, wordsOf } from './words.ts'

/** Behind a Spanish verb: what leads in something else than who says it. */
const notSubject = /^(?:que|con|de|en|por|para|al?|sin|sobre|desde|hasta)$/

const auxiliary =
  /^(?:has|have|had|is|are|was|were|be|been|being|can|could|would|will|did|does|do|also|kept|keeps|began|begins|started|starts|later|then|previously|initially|repeatedly|reportedly|allegedly|again|simply|earlier|still|once|first|never|not|\p{L}+n't|heard|seen|clearly|only|just|there|further|since|long|both|all|ha|han|había|habían|también|he|quickly|briefly|told|loudly|fue|me|us|lo|le|les|te|nos|se|may|might|should|still|now)$/u

const saidOn =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]+) \d|May \d)/

/** Who says it: the subject of the verb at `index`, before it or behind it. */
export function subjectOf(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (!verb) return null
  if (!spanishSayingVerbs.has(verb.lower)) {
    const found = namedSubject(frame, words, index)
    return found && behindPlace(frame, found, verb.start)
  }
  const named = namedSubject(frame, words, index)
  return (named && spanishNoun(frame, named)) ?? droppedSubject(frame, words, index)
}

function namedSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  const next = words[index + 1]
  const previous = words[index - 1]
  if (!verb) return null
  const isSpanish = spanishSayingVerbs.has(verb.lower)
  // "Ruth Lee, a spokeswoman for the company, said the captain had …": the captain is whom she speaks of.
  const opening = openingSubject(frame, verb)
  if (opening) {
    const left = leftSubject(frame, words, index)
    // "Chief Ann Lee, Harlan Police Department, stated", "Ana Gil, portavoz de la policía, dijo": hers.
    const isWhose = /^, (?:\d{1,3}, )?who/.test(frame.slice(opening.end))
    return left && (isWhose || left.start <= opening.end) ? left : opening
  }
  // "—le dijo el portero", "Me dijo el agente: …".
  if (isSpanish && previous && /^(?:le|les|me|nos|lo|se|te)$/.test(previous.lower)) {
    const behind =
      next && frame.slice(verb.end, next.start) === ' ' ? nounPhraseFrom(frame, words, next.start) : null
    if (behind && isNounPhrase(frame, behind) && !/^(?:a|al|que|en|con)$/.test(next?.lower ?? ''))
      return withName(frame, behind)
  }
  // «…», advirtió por su parte el Comité.
  const aside = isSpanish
    ? /^ (?:por su (?:parte|lado)|a su vez|en tanto|también|además|entonces|luego|después|ayer|hoy|(?:por|desde|en|con) (?:el|la|los|las|su|un|una) \p{Ll}+)(?= (?:el|la|los|las|un|una|su|\p{Lu}))/u.exec(
        frame.slice(verb.end),
      )
    : null
  const late = aside ? withName(frame, nounPhraseFrom(frame, words, verb.end + aside[0].length)) : null
  if (
    late &&
    isNounPhrase(frame, late) &&
    (previous === undefined ||
      previous.lower === quoteFiller ||
      /,\s*$/.test(frame.slice(previous.end, verb.start)))
  )
    return late
  const isBehindQuote =
    (isSpanish && previous !== undefined && /[,:—–]\s*$/.test(frame.slice(previous.end, verb.start))) ||
    previous?.lower === quoteFiller ||
    /^[\s,—–-]*$/.test(frame.slice(0, verb.start)) ||
    (previous !== undefined &&
      !/^(?:told|tells|asked|asks|warned|urged)$/.test(verb.lower) &&
      /,\s*$/.test(frame.slice(previous.end, verb.start)) &&
      next !== undefined &&
      looksLikeName(next))
  if (
    isBehindQuote &&
    next &&
    /^\s+$/.test(frame.slice(verb.end, next.start)) &&
    next.lower !== quoteFiller &&
    !/^(?:that|to|it|in|on|at|of|no|about|how|why|what|que|en|por|cómo|cuándo|dónde)$/.test(next.lower) &&
    // "A spokesman, Ann Lee, said Monday that": a day says nothing.
    !saidOn.test(frame.slice(next.start)) &&
    !(isSpanish && next.lower === 'a')
  ) {
    const inverted = withName(frame, nounPhraseFrom(frame, words, next.start))
    // "A passenger, Ann Lee, said Roe was carrying a bag": Roe is whom she speaks of.
    const doesSomething =
      inverted !== null &&
      previous !== undefined &&
      previous.lower !== quoteFiller &&
      (/^(?:\p{Lu}[\p{L}'’.-]*,?\s)+(?:\d{1,3},\s)?(?:was|were|had|has|is|are|did|would|could|will|never|also|[\p{Ll}]+ed)\b/u.test(
        frame.slice(inverted.start),
      ) ||
        // “Ames”, and in the words that follow “lost her footing”: in exact words or not, that is what Ames did.
        /^ (?:\p{Ll}+ly )?\uE000/u.test(frame.slice(inverted.end)))
    // "Recuerda con claridad": what a preposition leads in is nobody.
    const isAdverb = isSpanish && notSubject.test(next.lower)
    if (inverted && !doesSomething && !isAdverb && (!isSpanish || isNounPhrase(frame, inverted)))
      return inverted
  }
  // ", said sophomore Ann Lee, who …": plain nouns and then a name that ends the clause.
  const called =
    previous !== undefined &&
    /,\s*$/.test(frame.slice(previous.end, verb.start)) &&
    /^(?:said|says)$/.test(verb.lower)
      ? /^\s+((?!(?:at|in|on|by|to|of|for|with|from|near|after|before|during|outside|inside|behind|beside|across|around|aboard|along|against|about|through|via|under|over|as)\s)(?:[\p{Ll}-]+\s){1,3}\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,2})(?=[,.;]|$)/u.exec(
          frame.slice(verb.end),
        )
      : null
  if (called?.[1]) {
    const start = verb.end + called[0].length - called[1].length
    return { start, end: start + called[1].length }
  }
  // ", dijo el distrito en una carta": behind a comma the verb comes before whoever says it.
  const told =
    isSpanish && previous !== undefined && /,\s*$/.test(frame.slice(previous.end, verb.start))
      ? /^\s+((?:el|la|los|las|un|una|unos|unas|su|sus)\s(?:[\p{L}-]+\s?){1,5}?)(?=\s*(?:[,.;]|$|en (?:un|una|el|la)\b|a (?:los|las|la|este)\b))/u.exec(
          frame.slice(verb.end),
        )
      : null
  if (told?.[1]) {
    const start = verb.end + told[0].length - told[1].length
    const behind = withName(frame, { start, end: start + told[1].trimEnd().length })
    // "Gil, negó los hechos": what is denied, announced or asked for denies nothing.
    const takesObject =
      /^(?:neg|denunci|confirm|anunci|exig|pid|reclam|acus|critic|revel|lament|admit|reconoc|descri|calific|atribu|rechaz|detall|advirt|expus|estim|calcul|record)/.test(
        verb.lower,
      )
    if (behind && (!takesObject || isNounPhrase(frame, behind))) return behind
  }
  // ", said his aunt, Ann Lee": whoever stands behind the verb, when nothing that they said follows.
  const isTail =
    next !== undefined &&
    previous !== undefined &&
    /,\s*$/.test(frame.slice(previous.end, verb.start)) &&
    frame.slice(verb.end, next.start) === ' ' &&
    /^(?:said|says|according|added|reported|confirmed|announced|acknowledged|explained)$/.test(verb.lower) &&
    /^(?:his|her|their|its|the|a|an|one|another)$/.test(next.lower)
  if (isTail && next) {
    const behind = nounPhraseFrom(frame, words, next.start)
    const said = behind ? wordsOf(frame, behind.start, behind.end) : []
    if (
      behind &&
      isNounPhrase(frame, behind) &&
      !said
        .slice(1)
        .some(
          ({ text, lower }) =>
            /^(?:also|never|did|was|had)$|(?:ed|ing)$/.test(lower) && !/^\p{Lu}/u.test(text),
        ) &&
      /^\s*(?:[,.;]|$|who\b|on \p{Lu})/u.test(frame.slice(behind.end))
    )
      return withName(frame, behind)
  }
  // "Fueron cinco balazos, aseguró.": whoever spoke last, and never what was said.
  if (
    isSpanish &&
    previous !== undefined &&
    /,\s*$/.test(frame.slice(previous.end, verb.start)) &&
    /^\s*(?:[.;,]|$)/.test(frame.slice(verb.end))
  )
    return null
  const left = leftSubject(frame, words, index)
  if (left) return withoutDeed(frame, left)
  if (isSpanish && next && /^\s+$/.test(frame.slice(verb.end, next.start))) {
    const behind = withName(frame, nounPhraseFrom(frame, words, next.start))
    if (behind && isNounPhrase(frame, behind) && !notSubject.test(next.lower)) return behind
  }
  // ", said Ortega, who …" behind plain words.
  if (
    next &&
    /,\s*$/.test(frame.slice(0, verb.start)) &&
    frame.slice(verb.end, next.start) === ' ' &&
    next.lower !== quoteFiller &&
    (looksLikeName(next) || /^(?:the|a|an|el|la|un|una|one)$/.test(next.lower) || roleNouns.has(next.lower))
  )
    return nounPhraseFrom(frame, words, next.start)
  return null
}

/** Nothing but a noun phrase and what is said of it between commas stands before the verb: that phrase. Null where a clause of its own does. */
function openingSubject(frame: string, verb: Word): SourceWords | null {
  const before =
    /[^.;!?:\uE000]*$/u.exec(frame.slice(0, verb.start).replace(/\b(\p{L}{1,4})\.(?= )/gu, '$1 '))?.[0] ?? ''
  const parts =
    /^(\s*)([^,]{2,60}), ((?:\d{1,3}, )?(?:(?:an?|the|his|her|their|its|one|who|whose|whom|quien|que|cuy[oa]s?)\b[^“”]{2,140}|(?:[\p{Ll}-]+ ){0,3}(?:member|resident|chair|chairman|secretary|treasurer|prosecuting|defending|counsel|clerk|officer|manager|director|president|owner|witness|spokesman|spokeswoman|spokesperson|lawyer|attorney)|(?:\p{Lu}[\p{L}’'-]* (?:of |the |and |for )*){1,6}(?:Department|Police|Office|County|Bureau|Division|Agency|Authority|Unit|Association|Union|Patrol|Service|District|Board)|(?:\p{Ll}+ ){0,2}?(?:portavoz|vocer[oa]|abogad[oa]|jef[ea]|director[a]?|presidente|presidenta|vecin[oa]|testigo|herman[oa]|madre|padre)(?: del? [^,]{2,60})?)), (?:\p{L}+ly )?$/u.exec(
      before,
    )
  if (!parts?.[2]) return null
  const start = verb.start - before.length + (parts[1]?.length ?? 0)
  const phrase = { start, end: start + parts[2].length }
  const isPlain = isNounPhrase(frame, phrase) && beforeVerb(parts[2]) === parts[2].length
  // "The driver, a neighbor, was unhurt, said Roe": a clause of its own.
  const aside = parts[3] ?? ''
  const isOne =
    !/,/.test(aside.replace(/^\d{1,3}, /, '')) || /^(?:who|whose|whom|quien|que|cuy[oa]s?)\b/.test(aside)
  return isPlain &&
    isOne &&
    !/^(?:\p{Ll}|In|On|At|After|Before|By|As|When|While|If|For|With)\b/u.test(
      parts[2].trim().replace(/^(?:a|an|the|one|his|her) /u, 'X '),
    )
    ? phrase
    : null
}

/** Walks left from a verb over its auxiliaries to the noun phrase before it, past an apposition between commas and out of a relative clause. */
export function leftSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  // "Instead it was old Ferdy who piped up".
  const cleft =
    /\b(?:it|that) (?:was|is) ((?:[\p{L}.’'-]+ ){0,5}?[\p{L}.’'-]+)(?:, [^,]{1,60},(?: [^,]{1,40},)?)? (?:who|that)(?: (?:had|has|then|finally|first|at last|was|is|can be|could be|later|quoted as|heard))* $/iu.exec(
      frame.slice(0, words[index]?.start ?? 0),
    )
  if (cleft?.[1]) {
    const start = cleft.index + cleft[0].indexOf(cleft[1], 5)
    return { start, end: start + cleft[1].length }
  }
  const heard = perceived(frame, words, index)
  if (heard) return heard
  const found = nearestSubject(frame, words, index)
  const own = found && behindWhich(frame, found)
  const inner = own && withoutVerb(frame, words, outOfRelative(frame, words, own) ?? own)
  return inner && withName(frame, behindPlace(frame, inner, words[index]?.start ?? 0))
}

/** "An e-mail in which a fans' group warned": who stands behind "which" warns. */
function behindWhich(frame: string, span: SourceWords): SourceWords {
  const lead = /^.*\b(?:in|on|at|by|for|to|from|during|through|under) which (?=\S)/u.exec(
    frame.slice(span.start, span.end),
  )
  const own = lead && { start: span.start + lead[0].length, end: span.end }
  return own && isNounPhrase(frame, own) ? own : span
}

/** "The officer had first apologized": of a subject and its verb the subject. */
function withoutVerb(frame: string, words: readonly Word[], span: SourceWords): SourceWords {
  const own = wordsOf(frame, span.start, span.end)
  // ", is on film saying": the subject stands further ahead.
  if (/^(?:is|was|are|were|had|has)$/.test(own[0]?.lower ?? ''))
    return (
      withName(
        frame,
        mainSubject(
          frame,
          words,
          words.findIndex(({ start }) => start >= span.start),
        ),
      ) ?? span
    )
  const at = own.findIndex(
    ({ lower }, index) =>
      index > 0 && /^(?:had|has|have|was|were|is|are|would|could|did|will|can)$/.test(lower),
  )
  const cut = at < 1 ? null : nounPhraseFrom(frame, words, span.start)
  return cut && cut.end < span.end && isNounPhrase(frame, cut) ? cut : span
}

/** "I heard him say", "she remembers the guard shouting": whom somebody heard, and not who heard it. */
function perceived(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (
    !verb ||
    !/^(?:go|say|tell|shout|yell|scream|call|cry|ask|reply|answer|repeat|whisper|mutter|bark|bellow|holler|order|warn|\p{L}+ing)$/u.test(
      verb.lower,
    )
  )
    return null
  const found =
    /\b(?:hear|hears|heard|hearing|remembers?|remembered|recalls?|recalled|recalling|remembering|watched|saw|caught|listened to|has|have|had) ((?:(?:an?|the|one|another|his|her|their|my|our|two|some) (?:[\p{L}-]+ ){0,3}|\p{Lu}[\p{L}.’'-]+ (?:\p{Lu}[\p{L}.’'-]+ ){0,2}|him |her |them |someone |somebody )(?:(?:in|on|at|behind|near|with) (?:the |a )?[\p{L}-]+ )?)$/u.exec(
      frame.slice(0, verb.start).replace(/, (?:who|whom|whose) [^,]{2,60}, $/u, ' '),
    )
  if (!found?.[1]) return shownDoing(frame.slice(0, verb.start))
  const start = found.index + found[0].length - found[1].length
  return { start, end: start + found[1].trimEnd().length }
}

/** "The clip shows the deputy walk up to the car and bark": whom a recording shows, and not the recording. */
function shownDoing(before: string): SourceWords | null {
  const found =
    /\b(?:shows?|showed|captures?|captured) ((?:(?:an?|the|one|another|his|her|\p{Lu}[\p{L}.’'-]+) )(?:[\p{L}.’'-]+ ){1,4})[^.;:\uE000]{0,70}?(?:and|then) $/u.exec(
      before,
    )
  if (!found?.[1]) return null
  const start = found.index + found[0].indexOf(found[1])
  const named = /^(?:[\p{Ll}]+ )?(?:\p{Lu}[\p{L}.’'-]+ )+/u.exec(found[1])?.[0]
  if (named !== undefined) return { start, end: start + named.trimEnd().length }
  const words = wordsOf(found[1])
  const head = words.findIndex(({ lower }, at) => at > 0 && isPersonNoun(lower))
  return head < 0 ? null : { start, end: start + (words[head]?.end ?? 0) }
}

/** "The man who installed it, in 2019, says": what stands in a clause behind "who" is the object there, unless somebody is said to say it. */
function outOfRelative(frame: string, words: readonly Word[], { start }: SourceWords): SourceWords | null {
  const clause = /[^.;:,“”\uE000]*$/u.exec(frame.slice(0, start))?.[0] ?? ''
  const joint = clause.lastIndexOf(' who ')
  if (joint < 0 || wordsOf(clause.slice(joint + 5)).length === 0) return null
  if (wordsOf(clause.slice(joint)).some(({ lower }) => sayingVerbs.has(lower))) return null
  const before = words.findLastIndex(({ end }) => end <= start - clause.length + joint)
  const outer = before < 0 ? null : chunkEndingAt(frame, words, before)
  return outer && isNounPhrase(frame, outer) ? outer : null
}

/** "The Rev. Thomas Akers", "Ann Lee". */
const isNamed = (frame: string, { start, end }: SourceWords) =>
  looksProper(frame, { start: start + (/^the /i.exec(frame.slice(start, end))?.[0].length ?? 0), end })

/** The subject of the part of a sentence that the verb stands in: what a semicolon parts is of its own. */
function ownSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  // "There was a boy they called Biscuit, and his auntie came up and said": the clause behind the last conjunction that has a subject.
  const until = words[index]?.start ?? frame.length
  const joined = [
    ...frame
      .slice(0, until)
      .matchAll(
        /, (?:and|but|so|then|y|pero) (?=(?:(?:the|an?|his|her|their|one|another|this|some|el|la|una?|su)\s)(?:[\p{Ll}-]+\s){1,3})/gu,
      ),
  ].at(-1)
  const joinedOwn = joined
    ? nounPhraseFrom(frame.slice(0, until), words.slice(0, index), joined.index + joined[0].length)
    : null
  if (
    joinedOwn &&
    isNounPhrase(frame, joinedOwn) &&
    beforeVerb(frame.slice(joinedOwn.start, joinedOwn.end)) > 3 &&
    !frame.slice(joinedOwn.end, until).includes(quoteFiller)
  )
    return {
      start: joinedOwn.start,
      end: joinedOwn.start + beforeVerb(frame.slice(joinedOwn.start, joinedOwn.end)),
    }
  const from = frame.lastIndexOf('; ', words[index]?.start ?? 0) + 1
  if (from <= 0) return mainSubject(frame, words, index)
  const own = words.filter(({ start }) => start >= from)
  const blanked = ' '.repeat(from) + frame.slice(from)
  return mainSubject(blanked, own, index - (words.length - own.length)) ?? mainSubject(frame, words, index)
}

function nearestSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verbStart = words[index]?.start ?? 0
  let at = index - 1
  const verb = words[index]?.lower ?? ''
  const isSpanish =
    spanishSayingVerbs.has(verb) || /^(?:quiso|quisieron|quiere|quieren|prefirió|prefirieron)$/.test(verb)
  while (
    at >= 0 &&
    (auxiliary.test(words[at]?.lower ?? '') ||
      (isSpanish && /^(?:no|lo|la|los|las)$/.test(words[at]?.lower ?? '')) ||
      (/^\p{Ll}+ly$/u.test(words[at]?.text ?? '') &&
        !/^(?:family|assembly|ally|bully)$/.test(words[at]?.lower ?? ''))) &&
    !/[,;:]\s*$/.test(frame.slice(words[at]?.end ?? 0, words[at + 1]?.start))
  ) {
    if (/^(?:both|all|us|me)$/.test(words[at]?.lower ?? '') && at === index - 1) break
    // "The first said".
    if (/^(?:first|only)$/.test(words[at]?.lower ?? '') && /^the$/.test(words[at - 1]?.lower ?? '')) break
    // English "he" and Spanish "he dicho".
    if (words[at]?.lower === 'he' && !/(?:ado|ido|cho)$/.test(words[index]?.lower ?? '')) break
    // "The girl next to me was screaming".
    if (
      /^(?:us|me)$/.test(words[at]?.lower ?? '') &&
      /^(?:to|by|near|beside|behind|with|from|of|for)$/.test(words[at - 1]?.lower ?? '')
    )
      break
    at--
  }
  // "She is said to have remarked".
  const alleged =
    /\b(?:is|are|was|were|be) (?:also |then |later )?(?:said|alleged|overheard|seen|reported|understood|believed|thought|claimed|heard|recorded|known) to (?:have )?$/.exec(
      frame.slice(0, words[at + 1]?.start ?? verbStart),
    )
  if (alleged) at = words.findLastIndex(({ end }) => end <= alleged.index)
  // "Lee is quoted as saying".
  const cited =
    /\b(?:is|are|was|were|has been|have been) (?:\p{Ll}+ly )?(?:quoted|cited|reported|recorded|described|remembered|heard|overheard|seen|filmed) (?:there |later |on \p{L}+ )?as $/u.exec(
      frame.slice(0, words[at + 1]?.start ?? verbStart),
    )
  if (cited) at = words.findLastIndex(({ end }) => end <= cited.index)
  const last = words[at]
  const afterLast = words[at + 1]
  if (!last || !afterLast) return ownSubject(frame, words, index)
  // "Las grabaciones muestran que nadie avisó": nobody is not whoever shows it.
  if (last.lower === 'nadie' || last.lower === 'nobody') return null
  const tail = tailSubject(frame, afterLast.start, words[index]?.end ?? 0)
  if (tail) return tail
  // "He's heard barking".
  if (/^(?:he|she|they)'/.test(last.lower))
    return { start: last.start, end: last.start + last.lower.indexOf("'") }
  const gap = frame.slice(last.end, afterLast.start)
  if (last.lower === quoteFiller)
    return /[,.?!]\s*$/.test(gap) || gap.trim() === '' ? ownSubject(frame, words, index) : null
  if (/^(?:who|which|that)$/.test(last.lower) && at > 0) {
    const before = words[at - 1]
    const aged = before && /^\d{1,3}$/.test(before.text) ? chunkEndingAt(frame, words, at - 2) : null
    const outer = aged ?? (before ? chunkEndingAt(frame, words, at - 1) : null)
    // "Leng, for the security company, who said".
    const apposed =
      outer && /^(?:for|of|from|representing|with|at)\s/.test(frame.slice(outer.start))
        ? /(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}),\s*$/u.exec(frame.slice(0, outer.start))
        : null
    if (apposed?.[1]) return { start: apposed.index, end: apposed.index + apposed[1].length }
    return outer && humanBefore(frame, nearestNoun(frame, outer))
  }
  if (clauseBreak.test(last.lower) || /;/.test(gap)) return ownSubject(frame, words, index)
  const whole = chunkEndingAt(frame, words, at)
  const chunk =
    whole &&
    (/ing$/.test(words[index]?.lower ?? '') ||
      /^(?:he|she|they|i|we)\s/i.test(frame.slice(whole.start, whole.end)))
      ? nearestNoun(frame, whole)
      : whole
  const relative = chunk && beforeRelative(frame, words, chunk)
  if (relative) return relative
  if (!/,\s*$/.test(gap)) {
    if (!chunk) return ownSubject(frame, words, index)
    // ", one onlooker claimed.": whoever stands there says it, whatever they are called.
    // “…,” a drummer with a bandaged hand told reporters.
    const own = wordsOf(frame, chunk.start, chunk.end)
    if (
      /\uE000\s*$/.test(frame.slice(0, chunk.start)) &&
      /^(?:an?|the|one|another|his|her|un|una|el|la)$/.test(own[0]?.lower ?? '') &&
      own.length <= 8 &&
      !own.some(({ lower }) => /^(?:was|were|is|are|had|has)$/.test(lower))
    )
      return chunk
    const isTrailing =
      /,\s*$/.test(frame.slice(0, chunk.start)) &&
      /^\s*(?:[.;,]|$|on |in |at |later|after|the (?:next|following|same) |that (?:night|day|morning|evening|afternoon) |early |late |earlier|today|tonight|as |when |\p{Lu}\p{L}+day|yesterday|this |last |through|via|reporters|him\b|her\b|us\b|me\b|the \p{Lu})/u.test(
        frame.slice(words[index]?.end ?? 0),
      )
    if (
      isTrailing &&
      wordsOf(frame, chunk.start, chunk.end).length <= 6 &&
      !/^(?:(?:which|who|it|and)$|(?:at|for|in|on|by|with|from|to|en|por|con|desde)\s)/i.test(
        frame.slice(chunk.start, chunk.end),
      )
    )
      return chunk
    // "A carer at the home where a woman died says": what holds a verb of its own is no subject.
    const holdsVerb = wordsOf(frame, chunk.start, chunk.end)
      .slice(1)
      .some(({ lower }) =>
        /^(?:was|were|is|are|died|ran|had|went|fell|saw|lived|lives|works|worked|happened)$/.test(lower),
      )
    if (holdsVerb) return ownSubject(frame, words, index) ?? chunk
    return isNounPhrase(frame, chunk) ? chunk : ownSubject(frame, words, index)
  }
  // "Lee walked out of the room, calling it “…”": whoever the sentence is about.
  const about = /ing$/.test(verb) ? ownSubject(frame, words, index) : null
  const doer = about && beforeDeed(frame, about)
  if (doer && doer.end < last.end) return doer
  const joint = together.exec(frame.slice(0, verbStart))
  if (joint?.[1])
    return {
      start: joint.index + joint[0].indexOf(joint[1]),
      end: joint.index + joint[0].indexOf(joint[1]) + joint[1].length,
    }
  // "The chief, asked whether the officer was trained, said": what lies before a clause between commas.
  const aside = asides.exec(frame.slice(0, afterLast.start))
  if (aside) {
    const before = words.findLastIndex(({ end }) => end <= aside.index)
    const outer = before >= 0 ? chunkEndingAt(frame, words, before) : null
    if (outer && isNounPhrase(frame, outer)) return outer
  }
  // "Ortega, a lawyer for the family, said": what lies before the apposition.
  const inner = chunk
  if (!inner) return ownSubject(frame, words, index)
  const beforeComma = frame.slice(0, inner.start)
  if (/,\s*$/.test(beforeComma)) {
    const previous = words.findLastIndex(({ end }) => end <= inner.start - 1)
    const outer = previous >= 0 ? chunkEndingAt(frame, words, previous) : null
    const isApposition =
      /^(?:an?|the|his|her|their|its|whose|who|el|la|un|una|su|\d+|one|speaking|through|via|in|at|un|as|an?|en|por|tras|con)\b/i.test(
        frame.slice(inner.start),
      ) ||
      (outer !== null && looksProper(frame, inner) !== looksProper(frame, outer))
    if (outer && isApposition && !isNounPhrase(frame, outer) && looksProper(frame, inner)) return inner
    if (outer && isApposition)
      return isNounPhrase(frame, outer)
        ? {
            start: outer.start,
            end: isNamed(frame, inner) && !looksProper(frame, outer) ? inner.end : outer.end,
          }
        : ownSubject(frame, words, index)
  }
  // "Larsen stopped short of blaming officers, saying": what she did is not who she is.
  const isDeed =
    /ing$/.test(verb) && /^\p{Ll}+ed$/u.test(wordsOf(frame, inner.start, inner.end)[0]?.text ?? '')
  return isNounPhrase(frame, inner) && !isDeed ? inner : ownSubject(frame, words, index)
}

/** "Officers closed Main Street": of whoever it is and what they did whoever it is. */
function beforeDeed(frame: string, { start, end }: SourceWords): SourceWords {
  const deed = wordsOf(frame, start, end).find(
    ({ text }, at) => at > 0 && /^(?:\p{Ll}{3,}ed|\p{Ll}{2,}(?:ó|aron|ieron))$/u.test(text),
  )
  return deed ? { start, end: start + frame.slice(start, deed.start).trimEnd().length } : { start, end }
}

/** "The director, Ann Lee, and the president, Ben Roe, said": both of them. */
const together =
  /(?:^|[.;]\s|,\s(?:but|and)\s)((?:(?:the|a|an)\s)?[^,.;“”]{2,60},\s\p{Lu}[\p{L}.'’ -]{2,40},?\sand\s(?:the\s|a\s|an\s)?[^,.;“”]{2,60},\s\p{Lu}[\p{L}.'’ -]{2,40}),\s*$/iu

const asides =
  /,\s(?:(?:first|later|recently|also|since) )?(?:asked|pressed|reached|questioned|speaking|responding|referring|citing|quoting|standing|sitting|holding|wearing|surrounded|flanked|visibly|both|each|all|dated|written|signed|filed|issued|released|published|posted|obtained|seen|reviewed|shared|viewed|watched|examined|leaked|made|taken|kept|copied|a (?:copy|draft|part|summary) of which|parts of which|when|after|who|whose|which|where|in|at|with|through|during|by)\b[^,“”"]*,\s*$/
