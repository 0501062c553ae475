import { quoteFiller } from './noun-phrases.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Unit } from './quotes.ts'
import type { ReportingClause } from './reporting-clause.ts'

/** "The man told officers he was “just walking home,” according to the report": he said it. */
const toldBefore = (said: Unit['clauses'], span: MarkedSpan, previous: MarkedSpan | undefined) =>
  said.findLast(
    ({ clause }) =>
      clause.kind === 'said' &&
      !clause.isWeak &&
      clause.verb.end <= span.outerStart &&
      clause.verb.end >= span.outerStart - 30 &&
      (!previous || clause.verb.start >= previous.outerEnd),
  )

/** The clause that reports this quote: right behind it, else before it, else behind the rest. `isStopped` where the words end with a full stop. */
export function choose(
  span: MarkedSpan,
  unit: Unit,
  spans: readonly MarkedSpan[],
  isStopped: boolean,
): Unit['clauses'][number] | null {
  const said = unit.clauses.filter(({ clause }) => clause.kind !== 'shown')
  const next = spans.find(({ outerStart }) => outerStart >= span.outerEnd)
  const previous = spans.findLast(({ outerEnd }) => outerEnd <= span.outerStart)
  const frame = unit.frame
  const reach = (a: number, b: number) =>
    frame.slice(Math.max(0, a - unit.start), Math.max(0, b - unit.start))
  const reported = toldBefore(said, span, previous)
  const behind = [
    ...said.filter(({ clause }) => clause.kind === 'said'),
    ...(reported ? [] : said.filter(({ clause }) => clause.kind === 'according')),
    // "The call was logged as “person down,” records show."
    ...unit.clauses.filter(({ clause }) => clause.kind === 'shown' && clause.subject.start >= span.outerEnd),
  ].find(({ clause }) => {
    const first = Math.min(clause.verb.start, clause.subject.start)
    if (first < span.outerEnd || (next && first >= next.outerStart)) return false
    const gap = reach(span.outerEnd, first)
    return (
      /^[\s,.—–-]*(?:(?:as|according to|then|later|also|but|and|según)\s*)?$/i.test(gap) ||
      (clause.kind === 'according' && gap.length < 50 && !/[.;]/.test(gap))
    )
  })
  // An officer says, “…,” and Lee replies, “…”: each clause leads into its own.
  const leading = said.findLast(
    ({ clause }) =>
      clause.kind === 'said' &&
      clause.subject.start < clause.verb.start &&
      clause.verb.end <= span.outerStart &&
      (!previous || clause.verb.start >= previous.outerEnd) &&
      /^(?:\s(?:him|her|me|them|us|back|out|again|that|down|up|over|across|through the \p{Ll}+))?[,:]?\s*$/u.test(
        reach(clause.verb.end, span.outerStart),
      ),
  )
  // “…” An officer answers: “…”: a colon leads into the next.
  const isNext =
    behind !== undefined &&
    next !== undefined &&
    behind.clause.verb.start > behind.clause.subject.start &&
    /^[^.,\uE000]{0,30}:\s*$/.test(reach(behind.clause.verb.end, next.outerStart)) &&
    /^\s+\p{Lu}/u.test(reach(span.outerEnd, behind.clause.verb.start))
  if (isNext && leading) return leading
  // "He denied it was “a lapse.” Lee said …": the next sentence is of its own.
  const isNextSentence =
    behind !== undefined &&
    behind.clause.subject.start < behind.clause.verb.start &&
    isStopped &&
    /^\s+$/.test(reach(span.outerEnd, behind.clause.subject.start)) &&
    said.some(
      ({ clause }) =>
        clause.verb.end <= span.outerStart && (!previous || clause.verb.start >= previous.outerEnd),
    )
  if (isNextSentence)
    return choose(span, { ...unit, clauses: unit.clauses.filter(each => each !== behind) }, spans, isStopped)
  if (isNext)
    return choose(span, { ...unit, clauses: unit.clauses.filter(each => each !== behind) }, spans, isStopped)
  if (
    leading &&
    behind &&
    next &&
    behind.clause.verb.end <= next.outerStart &&
    /^[\s,.—–-]*(?:and|but|then|to which|while)\b/i.test(reach(span.outerEnd, behind.clause.subject.start))
  )
    return leading
  // "The sheriff says a deputy “followed his training,” but the mother says …": each says what stands before.
  const own = said.findLast(
    ({ clause }) =>
      clause.kind === 'said' &&
      !clause.isWeak &&
      clause.subject.start - unit.start < 3 &&
      clause.subject.end <= clause.verb.start &&
      clause.verb.end <= span.outerStart &&
      !previous,
  )
  if (
    own &&
    behind &&
    behind.clause.subject.start < behind.clause.verb.start &&
    /^[\s,.—–-]*(?:but|while|and)\s*$/i.test(reach(span.outerEnd, behind.clause.subject.start)) &&
    /^\s(?:that|(?:the|an?|he|she|it|they|his|her|there|\p{Lu}\p{L}+)\b)/u.test(
      frame.slice(behind.clause.verb.end - unit.start),
    )
  )
    return choose(span, { ...unit, clauses: unit.clauses.filter(each => each !== behind) }, spans, isStopped)
  // "The guard told me that “…,” the brother recalls": the guard's words.
  const told = said.findLast(
    ({ clause }) =>
      /^(?:told|tells|dijo|dice|contestó|respondió|gritó|ordenó)$/.test(clause.verb.lower) &&
      clause.verb.end <= span.outerStart &&
      (!previous || clause.verb.start >= previous.outerEnd) &&
      /^(?:(?: (?:me|us|him|her|them))?(?: that)?|(?: a mí)? que),?:? $/.test(
        reach(clause.verb.end, span.outerStart),
      ) &&
      (/ (?:me|us|him|her|them)\b/.test(reach(clause.verb.end, span.outerStart)) ||
        /\b(?:me|nos|le|les) $/.test(reach(unit.start, clause.verb.start))),
  )
  if (behind) {
    // “…,” she says the trooper told her: the trooper's words, as she tells it.
    const inner = said.find(
      ({ clause }) =>
        clause.kind === 'said' &&
        clause !== behind.clause &&
        clause.subject.start >= behind.clause.verb.end &&
        /^\s(?:that\s)?$/.test(reach(behind.clause.verb.end, clause.subject.start)) &&
        // “…,” she told the clerk, who said something else.
        !/^[^\uE000]*,\s(?:who|whom)\b/u.test(reach(clause.subject.start, clause.verb.start)) &&
        /^(?:told|said|shouted|yelled|replied|answered|asked|screamed|called|(?:say|tell|shout|yell|repl|answer|ask|scream|call|cry|plead|begg|repeat)(?:y|ing)?|cried)$/.test(
          clause.verb.lower,
        ) &&
        /^(?:\s(?:him|her|me|them|us|back))?\s*(?:[.,;]|$)/.test(frame.slice(clause.verb.end - unit.start)),
    )
    return inner ?? (told && told !== behind ? told : behind)
  }
  const ahead = said.filter(
    ({ clause }) =>
      clause.verb.end <= span.outerStart &&
      (!previous || clause.verb.start >= previous.outerEnd) &&
      // "Lee said a guard shouted at her and then “pulled me by the hair”": what else the guard did is Lee's to tell.
      !(
        /\s(?:and|then)\s$/.test(reach(clause.verb.end, span.outerStart)) &&
        said.some(other => other.clause.kind === 'said' && other.clause.verb.end <= clause.subject.start)
      ),
  )
  // "According to two nurses, he said “…”": he said it.
  const before =
    ahead.findLast(({ clause }) => clause.kind === 'said' && clause.verb.end >= span.outerStart - 30) ??
    ahead.at(-1)
  if (before) return before
  const far = said.find(
    ({ clause }) => clause.verb.start >= span.outerEnd && (!next || clause.verb.start < next.outerStart),
  )
  // “…,” it began, and Lee said, “…”: the clause leads into her own.
  const isOfNext = (clause: ReportingClause) =>
    next !== undefined &&
    clause.subject.start < clause.verb.start &&
    clause.verb.end <= next.outerStart &&
    /^[\s,:]*$/.test(reach(clause.verb.end, next.outerStart)) &&
    /\p{L}/u.test(reach(span.outerEnd, clause.subject.start)) &&
    /\b(?:and|but|while|;)\s*$/.test(reach(span.outerEnd, clause.subject.start))
  if (far && !isOfNext(far.clause)) {
    const gap = reach(span.outerEnd, far.clause.subject.start)
    if (!/;/.test(gap) && (far.clause.kind === 'according' || (gap.length < 90 && !/[.!?]\s/.test(gap))))
      return far
  }
  // Split quotes: the clause between the two parts, or the only one there is.
  const parts = said.filter(({ clause }) => previous && clause.verb.start < previous.outerStart)
  // "She said she heard a guard yell “…” and that the gate came down “…”": the guard's words end before.
  const outer =
    previous && !goesOn.test(reach(previous.outerEnd, span.outerStart))
      ? parts.find(
          ({ clause }) =>
            clause.kind === 'said' &&
            !clause.isWeak &&
            clause.subject.start - unit.start < 3 &&
            parts.at(-1)?.clause.subject.start !== clause.subject.start &&
            (parts.at(-1)?.clause.subject.start ?? 0) > clause.verb.end,
        )
      : undefined
  const any = outer ?? parts.at(-1) ?? said.filter(({ clause }) => clause.verb.end <= span.outerStart).at(-1)
  const single =
    said.length === 1 && said[0] && !said[0].clause.isWeak && !isOfNext(said[0].clause) ? said[0] : null
  // "A speaks of “…”; B asks for “…”": behind a semicolon somebody else speaks.
  const isParted =
    single !== null &&
    single.clause.verb.start >= span.outerEnd &&
    /;/.test(reach(span.outerEnd, single.clause.verb.start))
  return any ?? (isParted ? null : single)
}

/** Between two parts of what one says: "“…” and “…”". */
const goesOn = /^[\s,;—–-]*(?:(?:and|or|but|then|and then|and also|y)[\s,]*)?$/i

/** "A reporter asked who would decide that.": an answer is somebody else's. */
export const isAsking = (frame: string, { verb }: ReportingClause, offset: number) =>
  /^(?:asked|asks|wondered|demanded)$/.test(verb.lower) &&
  !frame.includes(quoteFiller) &&
  // "The mayor has asked people to stay away.": nobody is to answer.
  !/^\s(?:for\s|(?:[\p{L}’'-]+\s){1,5}?(?:to|not to)\s\p{Ll})/u.test(frame.slice(verb.end - offset))

/** "The videos show otherwise, says his lawyer": between a comma and the end a clause is nobody else's. `offset` is where the frame starts in the text. */
export function isAside(frame: string, offset: number, { verb, subject }: ReportingClause): boolean {
  const [first, last] = [Math.min(verb.start, subject.start), Math.max(verb.end, subject.end)]
  return (
    /,\s*$/.test(frame.slice(0, first - offset)) &&
    /^[^,;:\uE000]{0,60}[.,]?$/.test(frame.slice(last - offset).trim()) &&
    !/^\s*(?:that|que)\b/.test(frame.slice(verb.end - offset))
  )
}

/** What stands before a quote and behind it, up to the next quotes. */
export function besideQuote(span: MarkedSpan, unit: Unit): [string, string] {
  const [from, to] = [span.outerStart - unit.start, span.outerEnd - unit.start]
  const lead = unit.frame.slice(0, Math.max(0, from)).split(quoteFiller).at(-1) ?? ''
  const rest = unit.frame.slice(Math.max(0, to)).split(quoteFiller)[0] ?? ''
  return [lead.replace(/\s/g, ' '), rest.replace(/\s/g, ' ')]
}
