import { functionWords } from './lexicon/function-words.ts'
import { roleNouns, titles } from './lexicon/people-words.ts'
import {
  recordingNouns,
  sayingVerbs,
  showingVerbs,
  statementNouns,
  weakSayingVerbs,
} from './lexicon/reporting.ts'
import { type Word, wordsOf } from './words.ts'

/** A stretch of the text that names a source, before it is known who that is. UTF-16, half-open. */
export interface SourceWords {
  readonly start: number
  readonly end: number
}

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

/** Stands for quoted words in a frame: one letter per unit, so that offsets stay. */
export const quoteFiller = '\uE000'

const auxiliary =
  /^(?:has|have|had|is|are|was|were|be|been|being|can|could|would|will|did|does|do|also|later|then|previously|initially|repeatedly|reportedly|allegedly|again|simply|earlier|still|once|first|never|not|\p{L}+n't|heard|seen|clearly|only|just|further|since|both|all|ha|han|había|habían|también|he|quickly|briefly|told|loudly|fue|me|us|may|might|should|still|now)$/u
const clauseBreak =
  /^(?:and|but|while|as|because|when|after|before|that|where|though|although|if|since|until|whether|so|y|pero|mientras|que|cuando|or)$/
const prepositionInside = /^(?:of|for|de|del|from|with|at|in)$/
const endOfNoun =
  /^(?:on|during|after|before|when|while|as|who|which|that|whose|where|by|through|via|without|outside|inside|following|shortly|about|because|and then|but|speaking|referring|adding|pointing|holding|standing|yesterday|today|tonight|later|earlier|into|over|under|since|if|of his|durante|tras|mediante|cuando|quien|to|was|is|were|had|has|then|just|again|moments|seconds|minutes|this|last|early|late|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miércoles|jueves|viernes|sábado|domingo|en|desde)$/

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
      /^(?:named|identified|described|reported)$/.test(verb.lower) &&
      /^(?:was|were|is|been)$/.test(words[index - 1]?.lower ?? '')
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
      /^(?:is|was|be|are|were)$/.test(words[index - 1]?.lower ?? '') &&
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
      /^(?:return|returned|respond|responded|reply|respondió|contestó)$/.test(verb.lower) &&
      /(?:\bnot|n't|n’t|\bno)\s+(?:immediately\s+|yet\s+)?$/.test(frame.slice(0, verb.start))
    const isHearing =
      /^(?:heard|hears|told)$/.test(verb.lower) &&
      hearings.test(frame.slice(Math.max(0, verb.start - 40), verb.start))
    const isShowing = showingVerbs.has(verb.lower)
    if (!sayingVerbs.has(verb.lower) && !isShowing && !isSilent && !isHearing) continue
    if (
      /^(?:declined?|declines|refused?|refuses)$/.test(verb.lower) &&
      !/^\s+(?:to (?:\p{L}+ )?(?:comment|say|discuss|answer|speak|be|give|elaborate|talk|name|identify|express|release|confirm)|comment|an? interview)/u.test(
        frame.slice(verb.end),
      )
    )
      continue
    if (/^ask/.test(verb.lower) && /^\s+for\b/.test(frame.slice(verb.end))) continue
    const previous = words[index - 1]
    const gap = previous ? frame.slice(previous.end, verb.start) : ''
    if (
      previous &&
      /^(?:to|a|an|the|his|her|their|this|that's|no|any|its|of|for|un|una|el|la)$/.test(previous.lower) &&
      gap.trim() === ''
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
      !/^\s+(?:that|the (?:death|shooting|fire|crash)|it)\b/.test(frame.slice(verb.end))
    )
      continue
    if (/^(?:identified|named|described|accused)$/.test(verb.lower) && /^\s+as\b/.test(frame.slice(verb.end)))
      continue
    const subject = isShowing ? shownBy(frame, words, index) : subjectOf(frame, words, index)
    if (!subject) continue
    clauses.push({
      verb: moved(verb, offset),
      subject: shifted(subject, offset),
      to: isShowing ? null : shiftedOrNull(addresseeOf(frame, words, index, subject), offset),
      via: shiftedOrNull(viaIn(frame, words, verb.end), offset),
      kind: isShowing ? 'shown' : 'said',
      isWeak: weakSayingVerbs.has(verb.lower),
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
      (isRecordingPhrase(frame.slice(subject.start, subject.end)) ||
        wordsOf(frame, subject.start, subject.end)
          .slice(-1)
          .some(({ lower }) => statementNouns.has(lower)))
    )
      return subject
  return null
}

/** Whether words name a recording: "the dashcam footage". */
export function isRecordingPhrase(phrase: string): boolean {
  const words = wordsOf(phrase)
  const stop = words.findIndex(({ lower }) => prepositionInside.test(lower))
  return (stop < 0 ? words : words.slice(0, stop)).some(({ lower }) => recordingNouns.has(lower))
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
  const isSpanish =
    /^(?:dijo|dice|dijeron|afirm|asegur|declar|explic|señal|indic|añad|agreg|cont|relat|manifest|sostuv|respond|pregunt|grit|confirm|inform|expres|coment|precis|record|lament|denunci|adv|insist)[\p{L}]*[óo]?$/u.test(
      verb.lower,
    ) && /(?:ó|aron|ieron|ijo|ice|uvo)$/.test(verb.lower)
  const isBehindQuote =
    isSpanish ||
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
    !/^(?:that|to|it|in|on|at|of|no|about|how|why|what|que|a|en|por|cómo|cuándo|dónde)$/.test(next.lower)
  ) {
    const inverted = withName(frame, nounPhraseFrom(frame, words, next.start))
    if (inverted) return inverted
  }
  const left = leftSubject(frame, words, index)
  if (left) return left
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

/** "said the union's chair, Ann Lee": the name behind the description belongs to it. */
function withName(frame: string, phrase: SourceWords | null): SourceWords | null {
  if (!phrase || looksProper(frame, phrase)) return phrase
  const name = /^, \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}(?=[,.;]|\s*$)/u.exec(
    frame.slice(phrase.end),
  )
  return name ? { start: phrase.start, end: phrase.end + name[0].length } : phrase
}

const looksLikeName = ({ text, lower }: Word) => /^\p{Lu}/u.test(text) || titles.has(lower)

/** Walks left from a verb over its auxiliaries to the noun phrase before it, past an apposition between commas. */
function leftSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  let at = index - 1
  while (
    at >= 0 &&
    (auxiliary.test(words[at]?.lower ?? '') ||
      (/ly$/.test(words[at]?.lower ?? '') &&
        !/^(?:family|assembly|ally|bully)$/.test(words[at]?.lower ?? ''))) &&
    !/[,;:]\s*$/.test(frame.slice(words[at]?.end ?? 0, words[at + 1]?.start))
  ) {
    if (/^(?:he|both|all|us|me)$/.test(words[at]?.lower ?? '') && at === index - 1) break
    at--
  }
  const last = words[at]
  const afterLast = words[at + 1]
  if (!last || !afterLast) return mainSubject(frame, words, index)
  const gap = frame.slice(last.end, afterLast.start)
  if (last.lower === quoteFiller)
    return /[,.?!]\s*$/.test(gap) || gap.trim() === '' ? mainSubject(frame, words, index) : null
  if (/^(?:who|which|that)$/.test(last.lower) && at > 0) {
    const before = words[at - 1]
    return before ? chunkEndingAt(frame, words, at - 1) : null
  }
  if (clauseBreak.test(last.lower) || /;/.test(gap)) return mainSubject(frame, words, index)
  const chunk = chunkEndingAt(frame, words, at)
  if (!/,\s*$/.test(gap)) {
    if (!chunk) return mainSubject(frame, words, index)
    // ", one onlooker claimed.": whoever stands there says it, whatever they are called.
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
  // "Ortega, a lawyer for the family, said": what lies before the apposition.
  const inner = chunk
  if (!inner) return mainSubject(frame, words, index)
  const beforeComma = frame.slice(0, inner.start)
  if (/,\s*$/.test(beforeComma)) {
    const previous = words.findLastIndex(({ end }) => end <= inner.start - 1)
    const outer = previous >= 0 ? chunkEndingAt(frame, words, previous) : null
    const isApposition =
      /^(?:an?|the|his|her|their|its|whose|who|el|la|un|una|su|\d|one|speaking|through|via|in|at|un|as|an?)\b/i.test(
        frame.slice(inner.start),
      ) ||
      (outer !== null && looksProper(frame, inner) !== looksProper(frame, outer))
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

function looksProper(frame: string, { start, end }: SourceWords): boolean {
  const words = wordsOf(frame, start, end)
  return (
    words.length > 0 &&
    words.every(
      ({ text, lower }) => /^\p{Lu}/u.test(text) || /^\d+$/.test(text) || /^(?:de|del|la|of)$/.test(lower),
    ) &&
    !functionWords.has(words[0]?.lower ?? '')
  )
}

function isNounPhrase(frame: string, { start, end }: SourceWords): boolean {
  const words = wordsOf(frame, start, end)
  const first = words[0]
  if (!first) return false
  if (
    /^(?:he|she|they|i|we|you|it|él|ella|ellos|ellas|one|another|some|others|both|many|several)$/.test(
      first.lower,
    ) &&
    words.length <= 2
  )
    return first.lower !== 'it' && first.lower !== 'you'
  return (
    words.some(
      ({ text, lower }) =>
        /^\p{Lu}/u.test(text) ||
        roleNouns.has(lower.replace(/'s$/, '')) ||
        statementNouns.has(lower) ||
        recordingNouns.has(lower),
    ) && words.length <= 16
  )
}

/** The noun phrase that ends with word `at`: back to a comma, a conjunction or the start. */
function chunkEndingAt(frame: string, words: readonly Word[], at: number): SourceWords | null {
  const last = words[at]
  if (!last) return null
  if (/^(?:he|she|they|we|i|él|ella|ellos|ellas)$/.test(last.lower))
    return { start: last.start, end: last.end }
  let from = at
  while (from > 0) {
    const word = words[from]
    const previous = words[from - 1]
    if (!word || !previous) break
    const gap = frame.slice(previous.end, word.start)
    if (
      /[,;:—–()"“”]|[.!?]\s|\s-\s|--/.test(gap) &&
      !/^\.\s$/.test(titles.has(previous.lower) || previous.text.length === 1 ? gap : '')
    )
      break
    if (
      previous.lower === quoteFiller ||
      (sayingVerbs.has(previous.lower) && !/^(?:state|report|reports)$/.test(previous.lower))
    )
      break
    if (clauseBreak.test(previous.lower) && !joinsNouns(frame, words, from - 1)) break
    from--
  }
  // Leading adverbs and prepositional phrases without a comma.
  while (
    from < at &&
    /^(?:but|and|then|later|meanwhile|however|still|on|in|earlier|also|so|now|yet|one)$/.test(
      words[from]?.lower ?? '',
    )
  ) {
    if (/^(?:on|in)$/.test(words[from]?.lower ?? '')) {
      const role = words.findIndex(
        ({ lower, text }, n) =>
          n > from + 1 &&
          n <= at &&
          (roleNouns.has(lower) || titles.has(lower) || /^(?:the|a|he|she|they|police)$/.test(text)),
      )
      if (role < 0) break
      from = role
      break
    }
    if (words[from]?.lower === 'one' && roleNouns.has(words[from + 1]?.lower ?? '')) break
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
function mainSubject(frame: string, words: readonly Word[], before: number): SourceWords | null {
  let from = 0
  while (
    from < before &&
    /^(?:but|and|then|later|meanwhile|however|still|y|pero)$/.test(words[from]?.lower ?? '')
  )
    from++
  const first = words[from]
  if (!first || from >= before || first.lower === quoteFiller) return null
  let start = first
  if (
    /^(?:in|on|at|after|during|when|as|while|speaking|asked|before|by|with|en|tras|through|outside|following|despite|although|since|if|for)$/.test(
      first.lower,
    )
  ) {
    const comma = words.findIndex(
      (word, n) => n > from && n < before && /,/.test(frame.slice(words[n - 1]?.end ?? 0, word.start)),
    )
    const next = words[comma]
    if (comma < 0 || !next) return null
    start = next
  }
  const phrase = nounPhraseFrom(frame, words, start.start)
  const limit = words[before]?.start ?? frame.length
  return phrase && phrase.end <= limit && isNounPhrase(frame, phrase) ? phrase : null
}

/** The noun phrase that starts at `from`: up to a comma, a verb or a word that leaves it. */
function nounPhraseFrom(frame: string, words: readonly Word[], from: number): SourceWords | null {
  const index = words.findIndex(({ start }) => start >= from)
  const first = words[index]
  if (!first || first.lower === quoteFiller) return null
  let last = first
  for (let at = index + 1; at < words.length && at < index + 14; at++) {
    const word = words[at]
    const previous = words[at - 1]
    if (!word || !previous) break
    const gap = frame.slice(previous.end, word.start)
    const isInitial = /^\.\s$/.test(gap) && (previous.text.length === 1 || titles.has(previous.lower))
    if (!isInitial && /[,;:—–()"“”!?]|\.\s|--/.test(gap)) break
    if (word.lower === quoteFiller || endOfNoun.test(word.lower)) break
    if (sayingVerbs.has(word.lower) && !roleNouns.has(word.lower)) break
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

/** Through whom or what: an interpreter, a lawyer, a statement. */
function viaIn(frame: string, words: readonly Word[], from: number): SourceWords | null {
  const rest = frame.slice(from)
  const found =
    /\b(?:through|via|translated (?:through|by)|interpreted by|speaking through|with the help of|por medio de|a través de|con la ayuda de|traducid[oa]s? por|in (?=an? (?:[\p{Ll}-]+ ){0,3}(?:statement|e-?mail|interview|letter|report|affidavit|post|complaint|memo|tweet|release|filing|video message|press release|news release))|in (?=(?:court|charging) (?:documents|papers|records|filings))|en (?=un (?:comunicado|mensaje|informe)))\s*/iu.exec(
      rest,
    )
  if (!found) return null
  const phrase = nounPhraseFrom(frame, words, from + found.index + found[0].length)
  if (!phrase) return null
  const shown = frame.slice(phrase.start, phrase.end)
  return /\b(?:interpreter|translator|intérprete|traductor\w*|member|relative|lawyer|attorney|spokes\w+|statement|e-?mail|letter|report|affidavit|post|complaint|comunicado|mensaje|informe|interview|memo|release|filing|documents|papers|records|filings|message|cousin|sister|brother|daughter|son|aunt|uncle|nephew|niece|friend|neighbou?r|portavoz|tweet|advocate|volunteer|priest|pastor|colleague|hij[oa]|herman[oa]|sobrin[oa]|prim[oa])\b/i.test(
    shown,
  )
    ? phrase
    : null
}
