import { leftSubject, subjectOf } from './clause-subject.ts'
import {
  learnedFrom,
  likened,
  namedInPaper,
  quotedAs,
  toldToStop,
  toldWhenAsked,
} from './colloquial-reports.ts'
import { roleNouns } from './lexicon/people-words.ts'
import {
  recordingNouns,
  sayingVerbs,
  showingVerbs,
  spanishSayingVerbs,
  weakSayingVerbs,
} from './lexicon/reporting.ts'
import {
  isAskedFor,
  isImperative,
  isNaming,
  isNeverSaid,
  isNoise,
  isNounOrAct,
  isOrder,
  isOwned,
  isQuestion,
  isSilence,
  isUpheld,
  isYetToShow,
} from './no-report.ts'
import {
  isEvidence,
  isNounPhrase,
  mainSubject,
  nounPhraseFrom,
  quoteFiller,
  type SourceWords,
  withName,
} from './noun-phrases.ts'
import {
  heardInSpanish,
  isBesideQuote,
  isGiving,
  isLeading,
  isManaging,
  isTerming,
  isTermingInSpanish,
  isWritten,
} from './quote-verbs.ts'
import { paperBefore, viaIn, voiceBefore } from './reporting-via.ts'
import { spanishSource } from './spanish-subjects.ts'
import { tailSubject } from './trailing-source.ts'
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

/** What hears evidence hands it on: "the inquest heard", "jurors were told". */
const hearings =
  /\b(?:inquest|court|jury|jurors|hearing|tribunal|inquiry|panel|committee|commission|council)\s+(?:was |were |has |had |also |also been |been )*$/i

/** All reporting clauses of a sentence whose quoted words were replaced by `quoteFiller`. `offset` is where the frame starts in the text. */
export function reportingClauses(frame: string, offset: number): readonly ReportingClause[] {
  if (isQuestion(frame)) return []
  const words = wordsIn(frame)
  const clauses: ReportingClause[] = []
  const toldAt = new Set<Word>()
  for (const match of frame.matchAll(
    /\b(?:according to|in the (?:words|view|opinion) of|en palabras de|(?:a juicio|en opinión|a decir|al decir) de|per|as told to|según consta en|según|de acuerdo con|por parte de|(?:adelantad|revelad|confirmad|publicad)[oa]s? por|(?:identificad|descrit|denunciad|señalad)[oa]s? por(?= (?:sus?|el|la|los|las|familiares|vecinos|testigos|amigos|autoridades) )|(?:in|by)(?= (?:his|her|their) (?:own )?(?:words|account|telling|version|recollection|reckoning)\b))\s+/gi,
  )) {
    const from = match.index + match[0].length
    const named = /^(?:identificad|descrit|señalad|denunciad)/i.test(match[0])
      ? /^[^,.;]{2,50}?(?= como )/u.exec(frame.slice(from))
      : null
    const told = named ? null : spanishSource(frame, words, from)
    if (told) toldAt.add(told.verb)
    // "According to her, the officer ran."
    const meant =
      /^(?:her|him|them|it|ella|él|ellos|ellas)(?=[,.;]|$)|^(?:his|her|their)(?= (?:own )?(?:words|account|telling|version|recollection|reckoning)\b)/i.exec(
        frame.slice(from),
      )
    const subject =
      told?.subject ??
      (named ? { start: from, end: from + named[0].length } : null) ??
      (meant
        ? { start: from, end: from + meant[0].length }
        : withName(frame, nounPhraseFrom(frame, words, from)))
    if (
      !subject ||
      (/^per/i.test(match[0]) &&
        !/^(?:a|the|police|court|caller|rp|officer|unit|dispatch|control|medic|engine|sgt|sergeant|lt|cpl|det|supervisor|security|hospital|nurse|staff|witness|desk|ems|fire|chief)\b/i.test(
          frame.slice(from),
        ))
    )
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
    if (toldAt.has(verb)) continue
    const namedBy =
      /^(?:named|identified|described|reported|informed|told|advised|assured|warned|remembered|described|confirmed|disputed|denied|alleged|revealed|disclosed|announced|acknowledged|criticized|criticised|accused)$/.test(
        verb.lower,
      ) &&
      /^(?:was|were|is|are|been|now|since|later|first|also|being|got)$/.test(words[index - 1]?.lower ?? '')
        ? (/^\s+(?:locally |only |earlier |first )?by\s+/.exec(frame.slice(verb.end)) ??
          // "Was told of his death by a chaplain", "been told, by someone whose name I forget, “…”".
          (/^(?:told|informed|warned|assured|advised)$/.test(verb.lower)
            ? /^(?:,| (?:of|about|on) (?:[\p{L}’'-]+ ){1,5}?) ?by\s+/u.exec(frame.slice(verb.end))
            : null))
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
    const heard = heardInSpanish(frame, verb)
    if (heard) {
      clauses.push(plainlySaid(verb, heard, offset))
      continue
    }
    // “…,” alcanzó a decir Requena.
    if (isManaging(frame, verb)) {
      const behind = nounPhraseFrom(frame, words, verb.end)
      const subject =
        behind && isNounPhrase(frame, behind) && /^ $/.test(frame.slice(verb.end, behind.start))
          ? withName(frame, behind)
          : leftSubject(frame, words, index)
      const managing = words[index - (words[index - 1]?.lower === 'a' ? 2 : 1)]
      if (subject && managing) clauses.push(plainlySaid(managing, subject, offset))
      continue
    }
    const paper = namedInPaper(frame, verb)
    if (paper) {
      clauses.push({ ...plainlySaid(verb, paper, offset), kind: 'according' })
      continue
    }
    if (isNaming(frame, verb, words[index - 1]?.lower ?? '')) continue
    if (isUpheld(frame, verb) && clauses.some(({ kind }) => kind === 'said')) continue
    // "The United States Attorney's Office".
    if (verb.text === 'States') continue
    const quoted = quotedAs(frame, words, index)
    if (quoted) {
      const via = leftSubject(frame, words, index)
      clauses.push({ ...plainlySaid(verb, quoted, offset), via: shiftedOrNull(via, offset) })
      continue
    }
    const colloquial =
      toldWhenAsked(frame, words, index) ??
      likened(frame, words, index) ??
      learnedFrom(frame, words, index) ??
      toldToStop(frame, verb)
    if (colloquial) {
      clauses.push(plainlySaid(verb, colloquial, offset))
      continue
    }
    if (
      verb.lower === 'heard' &&
      frame.includes(quoteFiller) &&
      /^(?:is|was|be|are|were|he's|she's|they're)$/.test(words[index - 1]?.lower ?? '') &&
      !sayingVerbs.has(words[index + 1]?.lower ?? '')
    ) {
      const subject = leftSubject(frame, words, index)
      if (subject) clauses.push(plainlySaid(verb, subject, offset))
      continue
    }
    const sender = sentToSay(frame, words, index)
    if (sender) {
      clauses.push(plainlySaid(verb, sender, offset))
      continue
    }
    // "Objected in writing".
    if (verb.lower === 'writing' && words[index - 1]?.lower === 'in') continue
    const isSilent = isSilence(frame, verb)
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
      !/^\s+from\b/.test(frame.slice(verb.end)) &&
      hearings.test(frame.slice(Math.max(0, verb.start - 40), verb.start))
    const isShowing =
      showingVerbs.has(verb.lower) &&
      // "Footage captured by a body camera": made by it, and shows nothing yet.
      !(/ed$/.test(verb.lower) && /^\s+by\b/.test(frame.slice(verb.end))) &&
      !(verb.lower === 'records' && /^\s+requests?\b/.test(frame.slice(verb.end))) &&
      // "Dispatch records show": the noun, and its verb behind it.
      !(verb.lower === 'records' && showingVerbs.has(words[index + 1]?.lower ?? '')) &&
      !isYetToShow(words, index) &&
      !(verb.lower === 'record' && /^(?:not|never|n't)$|n't$/.test(words[index - 1]?.lower ?? ''))
    // ", she went on", ", he shot back": beside quoted words only.
    const isGoingOn =
      (/^(?:went|goes|chimed|chimes|piped|shot|fired|hit|pressed|cut|broke)$/.test(verb.lower) &&
        /^\s+(?:on|in|up|back)\b\s*(?:[.,:]|$)/.test(frame.slice(verb.end)) &&
        frame.includes(quoteFiller)) ||
      // "And he goes, “…”".
      (/^(?:goes|go|went)$/.test(verb.lower) && /^[,:]?\s*\uE000/.test(frame.slice(verb.end)))
    const isBeside =
      isBesideQuote(frame, words, index) ||
      isGiving(frame, verb) ||
      isTerming(frame, verb) ||
      isWritten(frame, words, index) ||
      isLeading(frame, words, index) ||
      isTermingInSpanish(frame, verb)
    // "Renner can be heard to shout".
    const isHeard =
      /^(?:shout|yell|scream|cry|call|plead|beg|whisper|mutter|swear|bark|bellow|holler|snap|order|tell|ask|say|reply|answer|warn)$/.test(
        verb.lower,
      ) &&
      (heardTo.test(frame.slice(0, verb.start)) ||
        // "I heard another officer, whom I could not see, shout, “…”".
        (/\b(?:heard|hear|hears|saw|watched|shows?|showed|captures?|captured) [^.;:\uE000]{2,90}$/u.test(
          frame.slice(0, verb.start),
        ) &&
          /^(?: out| at (?:him|her|them|me|us))?[,:]? ?\uE000/u.test(frame.slice(verb.end))))
    // "Three inmates state that …": elsewhere it is a noun.
    const isStating =
      verb.lower === 'state' &&
      /^ that\b/.test(frame.slice(verb.end)) &&
      /s$|^\p{Lu}/u.test(words[index - 1]?.text ?? '')
    if (
      !sayingVerbs.has(verb.lower) &&
      !isStating &&
      !isShowing &&
      !isSilent &&
      !isHearing &&
      !isPutting &&
      !isGoingOn &&
      !isHeard &&
      !isBeside
    )
      continue
    // "Answered a call": at the door or on the phone.
    if (
      /^(?:answer(?:s|ed|ing)?|respond(?:s|ed)?)$/.test(verb.lower) &&
      /^\s+(?:to )?(?:an?|the|his|her|their|another) (?:\p{L}+ )?(?:calls?|door|phone|page|radio|bell|alarm|report)\b/u.test(
        frame.slice(verb.end),
      )
    )
      continue
    if (verb.lower === 'pointed' && !/^\s+(?:out|to the fact) that\b/.test(frame.slice(verb.end))) continue
    // "Body-slams" is one word.
    if (frame[verb.start - 1] === '-' || isImperative(frame, verb)) continue
    if (
      /^(?:declined?|declines|refused?|refuses)$/.test(verb.lower) &&
      !/^\s+(?:to (?:\p{L}+ )?(?:comment|say|discuss|answer|speak|be|make|allow|grant|meet|take|give|elaborate|talk|name|identify|express|release|confirm|describe|explain|provide|offer|respond|disclose|reveal|share|detail|specify|address|characteri[sz]e)|comment|an? interview)/u.test(
        frame.slice(verb.end),
      )
    )
      continue
    // "Nunca le dijo por qué": nothing is handed on.
    if (
      !isSilent &&
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
      !/^\s+for (?:patience|calm|forgiveness|privacy|prayers|answers|justice|an? (?:\p{L}+ )?(?:investigation|inquiry|review|apology)|the (?:\p{L}+ )?(?:footage|tape|videos?|records|resignation))\b/u.test(
        frame.slice(verb.end),
      ) &&
      (/^ask/.test(verb.lower) || !frame.includes(quoteFiller))
    )
      continue
    if (isNounOrAct(frame, verb, words[index - 1]?.lower ?? '')) continue
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
    // "Nodded when asked if …", "residents were urged to …": somebody else asks.
    if (
      /^(?:asked|pressed|urged)$/.test(verb.lower) &&
      /^(?:when|if|once|was|were|been|being)$/.test(previous?.lower ?? '')
    )
      continue
    // "Police who thought he was drunk": what they took him for, and nothing they say.
    if (/^(?:thought|believed)$/.test(verb.lower) && previous?.lower === 'who') continue
    // "Would not comment beyond saying that …".
    if (/ing$/.test(verb.lower) && /^(?:beyond|besides|without|instead|except)$/.test(previous?.lower ?? ''))
      continue
    const gap = previous ? frame.slice(previous.end, verb.start) : ''
    if (
      previous &&
      !isSilent &&
      // "Officer A called it": a letter that stands for a name.
      !(previous.text === 'A' && roleNouns.has(words[index - 2]?.lower ?? '')) &&
      (/^(?:to|a|an|the|his|her|their|this|that's|no|any|its|of|for|un|una|el|la|los|las|su|sus)$/.test(
        previous.lower,
      ) ||
        (/^(?:answers|claims|reports|calls|messages|emails|texts|notes|orders|cries|rules|demands|names|estimates|details|hopes)$/.test(
          verb.lower,
        ) &&
          /^(?:want|wants|wanted|wanting|demand|demands|demanded|demanding|seek|seeks|sought|seeking|more|some|many|several|few|get|gets|got|need|needs|police|false|those|these|such|all|new|for|911|field|return|returned|bring|brings|bringing|file|filed|filing|make|makes|made|answer|answered|answering|and|reject|rejects|rejected|dispute|disputed|disputes|against|about|death|rights|contradict|contradicts)$/.test(
            previous.lower,
          ))) &&
      gap.trim() === '' &&
      !heardTo.test(frame.slice(0, verb.start)) &&
      tailSubject(frame, verb.start, verb.end) === null
    )
      continue
    if (
      verb.lower === 'called' &&
      /^\s*(?:for|to|911|999|112|000|off|police|the police|in|an|on)\b/i.test(frame.slice(verb.end))
    ) {
      // “I'm fine,” she called to them.
      const isCry = /\uE000,?\s(?:he|she|they)\s$/.test(frame.slice(0, verb.start))
      if (!/^\s*for\b/.test(frame.slice(verb.end)) && !isCry) continue
    }
    if (
      !isHearing &&
      /^(?:identified|named|asked|told|ordered|believed|reported|called|described|charged|warned|advised|informed|assured|reminded|cautioned|instructed|questioned)$/.test(
        verb.lower,
      ) &&
      previous &&
      (/^(?:was|were|been|being|is|are)$/.test(previous.lower) ||
        (previous.lower === 'be' && /^(?:identified|named)$/.test(verb.lower)))
    )
      continue
    if (
      /^(?:found|finds|ruled|determined)$/.test(verb.lower) &&
      !/^\s+(?:(?:(?:on |last |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day |yesterday |last (?:week|month|year) |in \p{Lu}\p{Ll}+ )?that|the (?:death|shooting|fire|crash)|it)\b|^\s*(?:[.;\uE000]|$)/u.test(
        frame.slice(verb.end),
      )
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
      (!frame.includes(quoteFiller) ||
        /^\s+to (?:an?|the|his|her|their|reports?|calls?)\b[^.;\uE000]{0,40}?\b(?:calls?|reports?|scene|disturbance|alarm|fire|crash|complaint|address|home|house|flat|apartment)\b/.test(
          frame.slice(verb.end),
        ))
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
    const shower = isShowing ? shownBy(frame, words, index) : null
    // "The department confirmed", "the video confirms": who is no recording says it.
    const own = shower ?? (!isShowing || /^confirm/.test(verb.lower) ? subjectOf(frame, words, index) : null)
    const subject = own && (shower ? own : (sayerBefore(frame, verb, own, clauses, offset) ?? own))
    if (!subject || isAskedFor(frame, subject, verb) || isOwned(frame, subject, verb)) continue
    if (isNeverSaid(frame, verb) || /^according to /i.test(frame.slice(subject.start))) continue
    const called = frame.slice(subject.start, subject.end)
    // "Lee says the officer never said who he was": what was not said is told by Lee.
    if (
      clauses.some(
        ({ kind, verb: { end } }) =>
          kind === 'said' &&
          end <= offset + subject.start &&
          !frame.slice(end - offset, subject.start).includes(';'),
      ) &&
      /\b(?:never|not|didn['’]t|doesn['’]t|nunca)\s+$/.test(frame.slice(subject.end, verb.start))
    )
      continue
    if (/^(?:nobody|no one|none|neither(?: \p{L}+)?|anyone|anybody|nadie|ninguno)$/iu.test(called)) continue
    if (/^(?:so )?(?:everyone|everybody|people)$/i.test(called) && /^ask/.test(verb.lower)) continue
    clauses.push({
      verb: moved(verb, offset),
      subject: shifted(subject, offset),
      to: shower ? null : shiftedOrNull(addresseeOf(frame, words, index, subject), offset),
      via: shiftedOrNull(
        viaIn(frame, words, verb.end) ?? paperBefore(frame, subject) ?? voiceBefore(frame, subject, verb),
        offset,
      ),
      kind: shower ? 'shown' : 'said',
      isWeak: (!isSilent && weakSayingVerbs.has(verb.lower)) || isOrder(frame, verb) || isNoise(frame, verb),
      isNegated:
        /\b(?:not|n't|never|declined|refused|denied)\b/i.test(frame.slice(subject.end, verb.start)) ||
        /^den(?:ied|ies|y)|negó$/.test(verb.lower),
    })
  }
  return clauses
}

/** "She told reporters, adding that …": behind a comma whoever spoke goes on, and not whom they told. */
function sayerBefore(
  frame: string,
  verb: Word,
  found: SourceWords,
  clauses: readonly ReportingClause[],
  offset: number,
): SourceWords | null {
  if (!/ing$/.test(verb.lower) || !/,\s*(?:then |and |but |also )?$/.test(frame.slice(0, verb.start)))
    return null
  const before = clauses.findLast(({ kind, verb: { end } }) => kind === 'said' && end - offset <= found.start)
  return before && !/[.;!?]\s/.test(frame.slice(before.verb.end - offset, verb.start))
    ? { start: before.subject.start - offset, end: before.subject.end - offset }
    : null
}

const instruments =
  /\b(?:phone|gps|device|sensor|thermometer|odometer|watch|tracker|recorder|tachograph|meter|monitor|scans?|x-?rays?|mri|tests?|bloods|clock|timer|gauge|radar|counter|printout|app|map|speedometer|black box|examination|radiograf[ií]a|escáner|sensor|termómetro)$/i

const heardTo = /\b(?:be|is|are|was|were) (?:then |later |also )?(?:over)?heard to $/

/** "She rang the station to say so, “…”": whoever writes, calls or stands up to say exact words says them. */
function sentToSay(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (
    !verb ||
    !sayingVerbs.has(verb.lower) ||
    !(
      /^(?: (?:so|this|that|simply|only))?(?: to (?:me|us|him|her|them|people|anyone|everyone))?[,:]? \uE000/.test(
        frame.slice(verb.end),
      ) ||
      /^ (?:that )?(?:he|she|it|they|we|this) (?:is|was|are|were|had|has|have)(?: an?| the)? \uE000/.test(
        frame.slice(verb.end),
      ) ||
      // "A reader named Priya emailed to say that …".
      (/^ (?:that|how)\b/.test(frame.slice(verb.end)) &&
        /\b(?:rang|called|phoned|telephoned|wrote|emailed|texted|messaged|got in touch)\b[^.;:,\uE000]{0,40}\bto $/.test(
          frame.slice(0, verb.start),
        )) ||
      (/\uE000,? $/.test(frame.slice(0, leftmost(frame, verb.start))) &&
        /^\s*[.;,]/.test(frame.slice(verb.end)))
    )
  )
    return null
  const sent =
    /\b(?:(?:gone|went|going) on (?:television|TV|the radio|the air|air|camera)|rang|called|phoned|telephoned|wrote|written|writes|emailed|texted|messaged|got in touch|radioed|posted|stood up|spoke up|came forward|used|like[sd]|love[sd]|went on|goes on|came|tried|began|dared|managed|felt moved|llamó|escribió)\b[^.;:,\uE000]{0,40}\bto $/.exec(
      frame.slice(0, verb.start),
    )
  const at = sent ? words.findIndex(({ start }) => start === sent.index) : -1
  return at < 0 ? null : leftSubject(frame, words, at)
}

/** Where the clause before `at` begins: behind exact words or a mark. */
const leftmost = (frame: string, at: number) =>
  at - (/[^.;:\uE000,]*$/u.exec(frame.slice(0, at))?.[0].length ?? 0)

/** The recording that shows something: right before the verb, or the subject of the whole sentence. */
function shownBy(frame: string, words: readonly Word[], index: number): SourceWords | null {
  // "The paper reviewed hours of video, which shows no weapon."
  if (/^(?:which|that)$/.test(words[index - 1]?.lower ?? '')) {
    const recording = words.slice(0, index - 1).findLast(({ lower }) => recordingNouns.has(lower))
    const before = words[index - 2]
    if (recording && before && before.end - recording.end < 40)
      return { start: recording.start, end: recording.end }
  }
  for (const subject of [leftSubject(frame, words, index), mainSubject(frame, words, index)])
    if (
      subject &&
      (isEvidence(frame.slice(subject.start, subject.end)) ||
        instruments.test(frame.slice(subject.start, subject.end)))
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

/** A saying of which nothing more is known than who. */
const plainlySaid = (verb: Word, subject: SourceWords, offset: number): ReportingClause => ({
  verb: moved(verb, offset),
  subject: shifted(subject, offset),
  to: null,
  via: null,
  kind: 'said',
  isWeak: false,
  isNegated: false,
})

const moved = (word: Word, by: number): Word => ({ ...word, start: word.start + by, end: word.end + by })
const shifted = ({ start, end }: SourceWords, by: number): SourceWords => ({
  start: start + by,
  end: end + by,
})
const shiftedOrNull = (span: SourceWords | null, by: number) => (span === null ? null : shifted(span, by))

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
      /^(?:that|for|to|why|how|if|whether|about|what|in|on|again|later|then|afterwards?|next|twice|once|repeatedly|quietly|loudly|after|before|at|as|when|while)$/.test(
        next.lower,
      )
    )
      return null
    const asked = nounPhraseFrom(frame, words, next.start)
    // "Asked the guard his name".
    const what =
      asked && /^ask/.test(verb.lower)
        ? / (?=(?:his|her|their|its|whose) (?:own )?(?:name|age|address|badge|number|opinion|view|reason)s?\b)/u.exec(
            frame.slice(asked.start, asked.end),
          )
        : null
    return asked && what ? { start: asked.start, end: asked.start + what.index } : asked
  }
  const tail =
    /^[\s\S]{0,40}?\b(?:to|at) (?=(?:the|a|an|his|her|their|one|another|him|me|them|\p{Lu}))/u.exec(
      frame.slice(verb.end, verb.end + 60),
    )
  if (
    !tail ||
    /[,.;]|\b(?:is|are|was|were|had|has|have|will|would)\b/.test(tail[0]) ||
    !/^(?:said|says|yell\w*|shout\w*|scream\w*|explain\w*|repl\w+|recount\w+|dijo|gritó)$/.test(verb.lower)
  )
    return null
  const phrase = nounPhraseFrom(frame, words, verb.end + tail[0].length)
  return phrase &&
    (isNounPhrase(frame, phrase) || /^(?:him|me|them)$/.test(frame.slice(phrase.start, phrase.end)))
    ? phrase
    : null
}
