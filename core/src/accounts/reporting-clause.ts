import { roleNouns } from './lexicon/people-words.ts'
import { sayingVerbs, showingVerbs, spanishSayingVerbs, weakSayingVerbs } from './lexicon/reporting.ts'
import { isAskedFor, isNoise, isOrder } from './no-report.ts'
import {
  chunkEndingAt,
  clauseBreak,
  isEvidence,
  isNounPhrase,
  looksLikeName,
  looksProper,
  mainSubject,
  nounPhraseFrom,
  quoteFiller,
  type SourceWords,
  withName,
} from './noun-phrases.ts'
import { beforeRelative, nearestNoun } from './relative-subject.ts'
import { paperBefore, viaIn, voiceBefore } from './reporting-via.ts'
import { tailSubject, withoutDeed } from './trailing-source.ts'
import { type Word, wordsOf } from './words.ts'

/** "the chief told reporters", "according to a report": who hands something on, to whom, where in the sentence. */
export interface ReportingClause {
  readonly verb: Word
  readonly subject: SourceWords
  readonly to: SourceWords | null
  readonly via: SourceWords | null
  readonly kind: 'said' | 'according' | 'shown'
  /** The verb alone does not make words of it: "called", "read". */
  readonly isWeak: boolean
  readonly isNegated: boolean
}

const auxiliary =
  /^(?:has|have|had|is|are|was|were|be|been|being|can|could|would|will|did|does|do|also|kept|keeps|began|begins|started|starts|later|then|previously|initially|repeatedly|reportedly|allegedly|again|simply|earlier|still|once|first|never|not|\p{L}+n't|heard|seen|clearly|only|just|further|since|both|all|ha|han|había|habían|también|he|quickly|briefly|told|loudly|fue|me|us|may|might|should|still|now)$/u
/** What hears evidence hands it on: "the inquest heard", "jurors were told". */
const hearings =
  /\b(?:inquest|court|jury|jurors|hearing|tribunal|inquiry|panel|committee|commission|council)\s+(?:was |were |has |had |also |also been |been )*$/i

/** All reporting clauses of a sentence whose quoted words were replaced by `quoteFiller`. `offset` is where the frame starts in the text. */
export function reportingClauses(frame: string, offset: number): readonly ReportingClause[] {
  const words = wordsIn(frame)
  const clauses: ReportingClause[] = []
  for (const match of frame.matchAll(
    /\b(?:according to|in the words of|per|as told to|según|de acuerdo con|por parte de)\s+/gi,
  )) {
    const from = match.index + match[0].length
    const subject = withName(frame, nounPhraseFrom(frame, words, from))
    if (!subject || (/^per/i.test(match[0]) && !/^(?:a|the|police|court)\b/i.test(frame.slice(from))))
      continue
    const verb = words.find(({ start }) => start === match.index)
    if (verb)
      clauses.push({
        verb: moved(verb, offset),
        subject: shifted(subject, offset),
        to: null,
        via: shiftedOrNull(viaIn(frame, words, subject.end), offset),
        kind: 'according',
        isWeak: false,
        isNegated: false,
      })
  }
  for (const [index, verb] of words.entries()) {
    const namedBy =
      /^(?:named|identified|described|reported|informed|told|advised|assured)$/.test(verb.lower) &&
      /^(?:was|were|is|been|now|since|later)$/.test(words[index - 1]?.lower ?? '')
        ? /^\s+(?:locally |only )?by\s+/.exec(frame.slice(verb.end))
        : null
    if (namedBy) {
      const source = nounPhraseFrom(frame, words, verb.end + namedBy[0].length)
      if (source)
        clauses.push({
          verb: moved(verb, offset),
          subject: shifted(source, offset),
          to: null,
          via: null,
          kind: 'according',
          isWeak: false,
          isNegated: false,
        })
      continue
    }
    if (
      verb.lower === 'heard' &&
      frame.includes(quoteFiller) &&
      /^(?:is|was|be|are|were|he's|she's|they're)$/.test(words[index - 1]?.lower ?? '') &&
      !sayingVerbs.has(words[index + 1]?.lower ?? '')
    ) {
      const subject = leftSubject(frame, words, index)
      if (subject)
        clauses.push({
          verb: moved(verb, offset),
          subject: shifted(subject, offset),
          to: null,
          via: null,
          kind: 'said',
          isWeak: false,
          isNegated: false,
        })
      continue
    }
    const isSilent =
      /^(?:return|returned|respond|responded|reply|answer|comment|discuss|elaborate|respondió|contestó)$/.test(
        verb.lower,
      ) && /(?:\bnot|n't|n’t|\bno)\s+(?:immediately\s+|yet\s+)?$/.test(frame.slice(0, verb.start))
    // "As Lee put it", "put the number at 31".
    const isPutting =
      verb.lower === 'put' || verb.lower === 'puts'
        ? /^\s+it\b/.test(frame.slice(verb.end)) ||
          /^\s+(?:the|its|their)\s[^.;]{3,50}\sat\s+(?:about |around |some |nearly |roughly |more than )?[\d$£€]/.test(
            frame.slice(verb.end),
          )
        : false
    const isHearing =
      /^(?:heard|hears|told)$/.test(verb.lower) &&
      hearings.test(frame.slice(Math.max(0, verb.start - 40), verb.start))
    const isShowing =
      showingVerbs.has(verb.lower) &&
      // "Dispatch records show": the noun, and its verb behind it.
      !(verb.lower === 'records' && showingVerbs.has(words[index + 1]?.lower ?? '')) &&
      !(verb.lower === 'record' && /^(?:not|never|n't)$|n't$/.test(words[index - 1]?.lower ?? ''))
    // ", she went on", ", he shot back": beside quoted words only.
    const isGoingOn =
      /^(?:went|goes|chimed|chimes|piped|shot|fired|hit|pressed|cut|broke)$/.test(verb.lower) &&
      /^\s+(?:on|in|up|back)\b\s*(?:[.,:]|$)/.test(frame.slice(verb.end)) &&
      frame.includes(quoteFiller)
    if (!sayingVerbs.has(verb.lower) && !isShowing && !isSilent && !isHearing && !isPutting && !isGoingOn)
      continue
    // "Body-slams" is one word.
    if (frame[verb.start - 1] === '-') continue
    if (
      /^(?:declined?|declines|refused?|refuses)$/.test(verb.lower) &&
      !/^\s+(?:to (?:\p{L}+ )?(?:comment|say|discuss|answer|speak|be|give|elaborate|talk|name|identify|express|release|confirm|describe|explain|provide|offer|respond|disclose|reveal|share|detail|specify|address|characteri[sz]e)|comment|an? interview)/u.test(
        frame.slice(verb.end),
      )
    )
      continue
    // "Nunca le dijo por qué": nothing is handed on.
    if (
      spanishSayingVerbs.has(verb.lower) &&
      words
        .slice(Math.max(0, index - 2), index)
        .some(({ lower }) => /^(?:no|nunca|jamás|tampoco)$/.test(lower))
    )
      continue
    // "Begged for breath", "are shouting for a medic": what is wanted is no words. Who is many and asks now says it publicly.
    if (
      /^(?:ask|begg|begs|plead|pled|cried|cries|scream|shout|yell)/.test(verb.lower) &&
      /^\s+for\b/.test(frame.slice(verb.end)) &&
      (/^ask/.test(verb.lower) || !frame.includes(quoteFiller))
    )
      continue
    // "Was declared dead", "a good deal has been said": nobody says it there.
    if (
      (/^(?:declared|pronounced)$/.test(verb.lower) &&
        /^\s+(?:dead|deceased|fit)\b/.test(frame.slice(verb.end))) ||
      (/^(?:said|told)$/.test(verb.lower) &&
        words[index - 1]?.lower === 'been' &&
        !frame.includes(quoteFiller))
    )
      continue
    // A deputy who observes that nobody answers sees it.
    if (
      verb.lower === 'observed' &&
      /\b(?:officer|deputy|agent|guard|trooper|sergeant)\b/i.test(frame.slice(0, verb.start))
    )
      continue
    // "Asked whether he ran, …": who is asked says something further on.
    if (
      verb.lower === 'asked' &&
      index === 0 &&
      /^\s+(?:whether|if|about|why|how|what|when|where|by|repeatedly|again)\b/.test(frame.slice(verb.end))
    )
      continue
    const previous = words[index - 1]
    // "Would not comment beyond saying that …".
    if (/ing$/.test(verb.lower) && /^(?:beyond|besides|without|instead|except)$/.test(previous?.lower ?? ''))
      continue
    const gap = previous ? frame.slice(previous.end, verb.start) : ''
    if (
      previous &&
      (/^(?:to|a|an|the|his|her|their|this|that's|no|any|its|of|for|un|una|el|la|los|las|su|sus)$/.test(
        previous.lower,
      ) ||
        (/^(?:answers|claims|reports|calls|notes|orders|cries|rules|demands|names|estimates|details|hopes)$/.test(
          verb.lower,
        ) &&
          /^(?:want|wants|wanted|wanting|demand|demands|demanded|demanding|seek|seeks|sought|seeking|more|some|many|several|few|get|gets|got|need|needs|police|false|those|these|such|all|new|for|911|field|return|returned|bring|brings|bringing|file|filed|filing|make|makes|made|reject|rejects|rejected|dispute|disputed|disputes|against|about|death|rights|contradict|contradicts)$/.test(
            previous.lower,
          ))) &&
      gap.trim() === '' &&
      tailSubject(frame, verb.start, verb.end) === null
    )
      continue
    if (
      verb.lower === 'called' &&
      /^\s*(?:for|to|911|off|police|the police|in|an|on)\b/i.test(frame.slice(verb.end))
    ) {
      if (!/^\s*for\b/.test(frame.slice(verb.end))) continue
    }
    if (
      !isHearing &&
      /^(?:identified|named|asked|told|ordered|believed|reported|called|described|charged)$/.test(
        verb.lower,
      ) &&
      previous &&
      /^(?:was|were|been|being|is|are)$/.test(previous.lower)
    )
      continue
    if (
      /^(?:found|finds|ruled|determined)$/.test(verb.lower) &&
      !/^\s+(?:that|the (?:death|shooting|fire|crash)|it)\b|^\s*(?:[.;\uE000]|$)/.test(frame.slice(verb.end))
    )
      continue
    if (
      /^(?:identified|named|described|accused)$/.test(verb.lower) &&
      /^\s+(?:as|himself|herself|themselves|itself)\b/.test(frame.slice(verb.end))
    )
      continue
    // "Officers responded to a burglary", "that is disputed": nobody says anything.
    if (
      !isSilent &&
      /^(?:respond|responds|responded|responding)$/.test(verb.lower) &&
      /^\s+(?:to|at|around|after|from|within)\b/.test(frame.slice(verb.end)) &&
      !frame.includes(quoteFiller)
    )
      continue
    if (
      !isHearing &&
      /^(?:disputed|denied|alleged|claimed|confirmed|noted|acknowledged|revealed|announced|declined|refused|answered|demanded|attributed|disclosed|posted|tweeted|shouted|read|recorded)$/.test(
        verb.lower,
      ) &&
      previous &&
      /^(?:was|were|is|are|be|been|being|that's|it's)$/.test(previous.lower)
    )
      continue
    const subject = isShowing ? shownBy(frame, words, index) : subjectOf(frame, words, index)
    if (!subject || isAskedFor(frame, subject, verb)) continue
    const called = frame.slice(subject.start, subject.end)
    // "Lee says the officer never said who he was": what was not said is told by Lee.
    if (
      clauses.some(({ kind, verb: { end } }) => kind === 'said' && end <= offset + subject.start) &&
      /\b(?:never|not|didn['’]t|doesn['’]t|nunca)\s+$/.test(frame.slice(subject.end, verb.start))
    )
      continue
    if (/^(?:nobody|no one|none|neither|anyone|anybody|nadie|ninguno)$/i.test(called)) continue
    if (/^(?:so )?(?:everyone|everybody|people)$/i.test(called) && /^ask/.test(verb.lower)) continue
    clauses.push({
      verb: moved(verb, offset),
      subject: shifted(subject, offset),
      to: isShowing ? null : shiftedOrNull(addresseeOf(frame, words, index, subject), offset),
      via: shiftedOrNull(
        viaIn(frame, words, verb.end) ?? paperBefore(frame, subject) ?? voiceBefore(frame, subject, verb),
        offset,
      ),
      kind: isShowing ? 'shown' : 'said',
      isWeak: weakSayingVerbs.has(verb.lower) || isOrder(frame, verb) || isNoise(frame, verb),
      isNegated:
        /\b(?:not|n't|never|declined|refused|denied)\b/i.test(frame.slice(subject.end, verb.start)) ||
        /^den(?:ied|ies|y)|negó$/.test(verb.lower),
    })
  }
  return clauses
}

/** The recording that shows something: right before the verb, or the subject of the whole sentence. */
function shownBy(frame: string, words: readonly Word[], index: number): SourceWords | null {
  for (const subject of [leftSubject(frame, words, index), mainSubject(frame, words, index)])
    if (
      subject &&
      (isEvidence(frame.slice(subject.start, subject.end)) ||
        /\b(?:phone|gps|device|sensor|thermometer|odometer|watch|tracker)$/i.test(
          frame.slice(subject.start, subject.end),
        ))
    )
      return subject
  return null
}

/** The words of a frame; a stretch of quoted words is one word of its own. */
function wordsIn(frame: string): readonly Word[] {
  const found: Word[] = [...wordsOf(frame)]
  for (const match of frame.matchAll(/\uE000+/g))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: quoteFiller,
      lower: quoteFiller,
    })
  return found.sort((a, b) => a.start - b.start)
}

const moved = (word: Word, by: number): Word => ({ ...word, start: word.start + by, end: word.end + by })
const shifted = ({ start, end }: SourceWords, by: number): SourceWords => ({
  start: start + by,
  end: end + by,
})
const shiftedOrNull = (span: SourceWords | null, by: number) => (span === null ? null : shifted(span, by))

function subjectOf(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  const next = words[index + 1]
  const previous = words[index - 1]
  if (!verb) return null
  const isSpanish = spanishSayingVerbs.has(verb.lower)
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
    !(isSpanish && next.lower === 'a')
  ) {
    const inverted = withName(frame, nounPhraseFrom(frame, words, next.start))
    // "A passenger, Ann Lee, said Roe was carrying a bag": Roe is whom she speaks of.
    const doesSomething =
      inverted !== null &&
      previous !== undefined &&
      previous.lower !== quoteFiller &&
      /^(?:\p{Lu}[\p{L}'’.-]*\s)+(?:was|were|had|has|is|are|did|would|could|will|never|also|[\p{Ll}]+ed)\b/u.test(
        frame.slice(inverted.start),
      )
    // "Recuerda con claridad": what a preposition leads in is nobody.
    const isAdverb = isSpanish && /^(?:con|de|en|por|para|al?|sin|sobre|desde|hasta)$/.test(next.lower)
    if (inverted && !doesSomething && !isAdverb && (!isSpanish || isNounPhrase(frame, inverted)))
      return inverted
  }
  // ", said sophomore Ann Lee, who …": plain nouns and then a name that ends the clause.
  const called =
    previous !== undefined &&
    /,\s*$/.test(frame.slice(previous.end, verb.start)) &&
    /^(?:said|says)$/.test(verb.lower)
      ? /^\s+((?:[\p{Ll}-]+\s){1,3}\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,2})(?=[,.;]|$)/u.exec(
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
    /^\s*(?:[.;]|$)/.test(frame.slice(verb.end))
  )
    return null
  const left = leftSubject(frame, words, index)
  if (left) return withoutDeed(frame, left)
  if (isSpanish && next && /^\s+$/.test(frame.slice(verb.end, next.start))) {
    const behind = withName(frame, nounPhraseFrom(frame, words, next.start))
    if (behind && isNounPhrase(frame, behind) && next.lower !== 'que' && next.lower !== 'a') return behind
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

/** Walks left from a verb over its auxiliaries to the noun phrase before it, past an apposition between commas. */
function leftSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verbStart = words[index]?.start ?? 0
  let at = index - 1
  while (
    at >= 0 &&
    (auxiliary.test(words[at]?.lower ?? '') ||
      (/ly$/.test(words[at]?.lower ?? '') &&
        !/^(?:family|assembly|ally|bully)$/.test(words[at]?.lower ?? ''))) &&
    !/[,;:]\s*$/.test(frame.slice(words[at]?.end ?? 0, words[at + 1]?.start))
  ) {
    if (/^(?:both|all|us|me)$/.test(words[at]?.lower ?? '') && at === index - 1) break
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
  const last = words[at]
  const afterLast = words[at + 1]
  if (!last || !afterLast) return mainSubject(frame, words, index)
  const tail = tailSubject(frame, afterLast.start, words[index]?.end ?? 0)
  if (tail) return tail
  // "He's heard barking".
  if (/^(?:he|she|they)'/.test(last.lower))
    return { start: last.start, end: last.start + last.lower.indexOf("'") }
  const gap = frame.slice(last.end, afterLast.start)
  if (last.lower === quoteFiller)
    return /[,.?!]\s*$/.test(gap) || gap.trim() === '' ? mainSubject(frame, words, index) : null
  if (/^(?:who|which|that)$/.test(last.lower) && at > 0) {
    const before = words[at - 1]
    const outer = before ? chunkEndingAt(frame, words, at - 1) : null
    return outer && nearestNoun(frame, outer)
  }
  if (clauseBreak.test(last.lower) || /;/.test(gap)) return mainSubject(frame, words, index)
  const whole = chunkEndingAt(frame, words, at)
  const chunk = whole && /ing$/.test(words[index]?.lower ?? '') ? nearestNoun(frame, whole) : whole
  const relative = chunk && beforeRelative(frame, words, chunk)
  if (relative) return relative
  if (!/,\s*$/.test(gap)) {
    if (!chunk) return mainSubject(frame, words, index)
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
      /^\s*(?:[.;]|$|on |in |at |later|after|\p{Lu}\p{L}+day|yesterday|this |last |through|via|reporters|him\b|her\b|us\b|me\b|the \p{Lu})/u.test(
        frame.slice(words[index]?.end ?? 0),
      )
    if (
      isTrailing &&
      wordsOf(frame, chunk.start, chunk.end).length <= 6 &&
      !/^(?:which|who|it|and)$/i.test(frame.slice(chunk.start, chunk.end))
    )
      return chunk
    // "A carer at the home where a woman died says": what holds a verb of its own is no subject.
    const holdsVerb = wordsOf(frame, chunk.start, chunk.end)
      .slice(1)
      .some(({ lower }) =>
        /^(?:was|were|is|are|died|ran|had|went|fell|saw|lived|lives|works|worked|happened)$/.test(lower),
      )
    if (holdsVerb) return mainSubject(frame, words, index) ?? chunk
    return isNounPhrase(frame, chunk) ? chunk : mainSubject(frame, words, index)
  }
  const joint = together.exec(frame.slice(0, verbStart))
  if (joint?.[1])
    return {
      start: joint.index + joint[0].indexOf(joint[1]),
      end: joint.index + joint[0].indexOf(joint[1]) + joint[1].length,
    }
  // "The chief, asked whether the officer was trained, said": what lies before a clause between commas.
  const aside = asides.exec(frame.slice(0, verbStart))
  if (aside) {
    const before = words.findLastIndex(({ end }) => end <= aside.index)
    const outer = before >= 0 ? chunkEndingAt(frame, words, before) : null
    if (outer && isNounPhrase(frame, outer)) return outer
  }
  // "Ortega, a lawyer for the family, said": what lies before the apposition.
  const inner = chunk
  if (!inner) return mainSubject(frame, words, index)
  const beforeComma = frame.slice(0, inner.start)
  if (/,\s*$/.test(beforeComma)) {
    const previous = words.findLastIndex(({ end }) => end <= inner.start - 1)
    const outer = previous >= 0 ? chunkEndingAt(frame, words, previous) : null
    const isApposition =
      /^(?:an?|the|his|her|their|its|whose|who|el|la|un|una|su|\d+|one|speaking|through|via|in|at|un|as|an?)\b/i.test(
        frame.slice(inner.start),
      ) ||
      (outer !== null && looksProper(frame, inner) !== looksProper(frame, outer))
    if (outer && isApposition && !isNounPhrase(frame, outer) && looksProper(frame, inner)) return inner
    if (outer && isApposition)
      return isNounPhrase(frame, outer)
        ? {
            start: outer.start,
            end: looksProper(frame, inner) && !looksProper(frame, outer) ? inner.end : outer.end,
          }
        : mainSubject(frame, words, index)
  }
  return isNounPhrase(frame, inner) ? inner : mainSubject(frame, words, index)
}

/** "The director, Ann Lee, and the president, Ben Roe, said": both of them. */
const together =
  /(?:^|[.;]\s|,\s(?:but|and)\s)((?:(?:the|a|an)\s)?[^,.;“”]{2,60},\s\p{Lu}[\p{L}.'’ -]{2,40},?\sand\s(?:the\s|a\s|an\s)?[^,.;“”]{2,60},\s\p{Lu}[\p{L}.'’ -]{2,40}),\s*$/iu

const asides =
  /,\s(?:asked|pressed|reached|questioned|speaking|responding|referring|citing|quoting|standing|sitting|holding|wearing|surrounded|flanked|visibly|dated|written|signed|filed|issued|released|published|posted|obtained|when|after|who|whose|which|where|in|at|with|through|during|by)\b[^,“”"]*,\s*$/

function addresseeOf(
  frame: string,
  words: readonly Word[],
  index: number,
  subject: SourceWords,
): SourceWords | null {
  const verb = words[index]
  if (!verb) return null
  if (/^(?:told|tells?|telling|asked|asks?|asking|warned|urged|contó)$/.test(verb.lower)) {
    const next = words.find(
      ({ start }) => start >= Math.max(verb.end, subject.start > verb.start ? subject.end : 0),
    )
    if (
      !next ||
      next.lower === quoteFiller ||
      frame.slice(verb.end, next.start).includes(',') ||
      /^(?:that|for|to|why|how|if|whether|about|what|in|on)$/.test(next.lower)
    )
      return null
    return nounPhraseFrom(frame, words, next.start)
  }
  const tail =
    /^[\s\S]{0,40}?\b(?:to|at) (?=(?:the|a|an|his|her|their|one|another|him|me|them|\p{Lu}))/u.exec(
      frame.slice(verb.end, verb.end + 60),
    )
  if (
    !tail ||
    /[,.;]/.test(tail[0]) ||
    !/^(?:said|says|yell\w*|shout\w*|scream\w*|explain\w*|repl\w+|recount\w+|dijo|gritó)$/.test(verb.lower)
  )
    return null
  const phrase = nounPhraseFrom(frame, words, verb.end + tail[0].length)
  return phrase &&
    (isNounPhrase(frame, phrase) || /^(?:him|me|them)$/.test(frame.slice(phrase.start, phrase.end)))
    ? phrase
    : null
}
