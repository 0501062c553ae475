import type { Issuer } from './issuer.ts'
import { femaleWords, maleWords, roleNouns } from './lexicon/people-words.ts'
import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { looksProper, mainSubject, quoteFiller } from './noun-phrases.ts'
import { accountOwner, gesture, wasAsked } from './quote-leads.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Quote, Unit } from './quotes.ts'
import { isBody, isHuman, isSeveral } from './source-words.ts'
import type { Source, SourceFinder } from './speakers.ts'
import { wordsOf } from './words.ts'

/** Who spoke last, and in which paragraph: words without a speaker may go on with theirs. */
export interface LastSpeaker {
  readonly source: Source
  readonly paragraph: number
  readonly to: string | null
  readonly via: string | null
  readonly endsInQuote: boolean
}

/** What has been read of an account up to words that nothing beside them claims. */
export interface ReadSoFar {
  readonly text: string
  readonly finder: SourceFinder
  readonly issuer: Issuer
  readonly quotes: readonly Quote[]
  readonly last: LastSpeaker | null
  /** Whom the last reporting clause went back to, with or without exact words. */
  readonly heard: { readonly source: Source; readonly paragraph: number } | null
  /** The last stretch of the paragraph before. */
  readonly above: Unit | undefined
}

/** Whose words stand free, by those around them: inferred, or certain where a quote goes on over paragraphs. */
interface Inherited {
  readonly source: Source
  readonly to: string | null
  readonly via: string | null
}

/** Who says exact words that nothing in their own sentence puts down to anybody; null where it cannot be told. `units` are those of their paragraph, number `index`. */
export function inheritedSource(
  read: ReadSoFar,
  span: MarkedSpan,
  unit: Unit,
  units: readonly Unit[],
  index: number,
): Inherited | null {
  const { text, finder, issuer, quotes, last, heard, above } = read
  const by = (source: Source, to: string | null = null, via: string | null = null): Inherited => ({
    source: { ...source, certainty: 'inferred' },
    to,
    via,
  })
  const at = units.indexOf(unit)
  const near = quotes
    .filter(
      quote =>
        quote.depth === 0 &&
        quote.speaker !== null &&
        quote.outerStart >= (units[0]?.start ?? 0) &&
        quote.outerEnd <= (units.at(-1)?.end ?? 0) + 2,
    )
    // Those that only go on were put down to somebody after the others.
    .sort((a, b) => a.start - b.start)
  const before = near.findLast(({ outerEnd }) => outerEnd <= span.outerStart)
  const after = near.find(({ outerStart }) => outerStart >= span.outerEnd)
  // In Spanish the verb alone says that the last one goes on: «…», dijo.
  const bare = unit.frame.replaceAll(quoteFiller, '').replace(/[\s.,—–-]/g, '')
  const isWhole = bare === '' || spanishSayingVerbs.has(bare.toLowerCase())
  // "Finch shook her head. “He never ran.”": who did something right before speaks.
  const actor =
    isWhole && at > 0 && (!before || isReaction(units[at - 1])) ? actorOf(finder, units[at - 1]) : null
  const said = text.slice(span.start, span.end)
  // Lee sent us this account: ¶ “…”
  const announcing = isWhole && at <= 0 && /:\s*$/.test(above?.frame ?? '') ? subjectOf(finder, above) : null
  if (announcing) return by(announcing)
  if (actor && !isSpokenOf(actor, said)) return by(actor)
  const isAnswer = /^(?:No|Yes|Yeah|Nope|Never|Sí)\b/u.test(said)
  const answer =
    isWhole && isAnswer && before?.speaker && before === near.filter(({ start }) => start < span.start).at(-1)
      ? answererOf(text, quotes, before.speaker)
      : null
  if (answer) return by(answer)
  // “…,” said Lee. Her aunt said the van had no lights. “…”: who was heard last, though not in exact words.
  const since = before
    ? units
        .slice(0, at)
        .filter(({ start }) => start >= before.outerEnd)
        .flatMap(({ clauses }) => clauses)
        .findLast(
          ({ clause, source }) => clause.kind === 'said' && !clause.isWeak && !isSpokenOf(source, said),
        )
    : undefined
  if (since && isWhole) return by(since.source, since.to)
  const neighbour = before ?? (isWhole || at === 0 ? after : undefined)
  if (neighbour?.speaker) return by(neighbour.speaker, neighbour.to, neighbour.via)
  const clauseBefore = units
    .slice(0, at)
    .flatMap(({ clauses }) => clauses)
    .findLast(({ clause, source }) => clause.kind === 'said' && !isSpokenOf(source, said))
  if (clauseBefore && isWhole) {
    const { source, via } = issuer.of(clauseBefore.source, clauseBefore.via)
    return by(source, clauseBefore.to, via)
  }
  // "The agency's answer ran to two lines. The men had been looking for “…”.": whose answer it is.
  const answerOwner = isWhole || at <= 0 ? null : accountOwner.exec(units[at - 1]?.frame ?? '')?.[1]
  const owned =
    answerOwner === undefined || answerOwner === null
      ? null
      : finder.peek(units[at - 1]?.start ?? 0, (units[at - 1]?.start ?? 0) + answerOwner.length)
  if (owned && owned.certainty !== 'unknown') return by(owned)
  const told = isWhole ? null : toldOn(text, span, unit, units[at - 1])
  if (told) return by(told)
  if (!isWhole) return null
  // “And who came through it?” the coroner asked. ¶ “Two guards.”: whoever had answered before answers.
  const answering =
    last && at <= 0 && !span.isContinued && index - last.paragraph === 1
      ? answererOf(text, quotes, last.source)
      : null
  if (answering) return by(answering)
  const other = last && at <= 0 && index - last.paragraph === 1 ? otherOfTwo(read, span, last) : null
  if (other) return by(other)
  // Whoever said something since without exact words; a paper is only cited.
  const isSince = heard && last && heard.paragraph > last.paragraph && index - heard.paragraph <= 1
  if (isSince && !span.isContinued && (heard.source.person || isHuman(heard.source))) return by(heard.source)
  if (last && index - last.paragraph <= 1 && (span.isContinued || last.endsInQuote)) {
    const { source, to, via } = last
    return { source: { ...source, certainty: span.isContinued ? 'certain' : 'inferred' }, to, via }
  }
  if (last && index - last.paragraph <= 2) return by(last.source)
  if (heard && index - heard.paragraph <= 1) return by(heard.source)
  return null
}

/** "The chief said the stop was by the book. Her officers were “polite”": a part of a sentence that has no source of its own goes on with what the one right before it hands on. */
function toldOn(text: string, span: MarkedSpan, unit: Unit, before: Unit | undefined): Source | null {
  if (!before || unit.clauses.length > 0 || !/^\p{Ll}/u.test(text.slice(span.start))) return null
  const told = before.clauses.filter(
    ({ clause, source }) => clause.kind !== 'shown' && !clause.isWeak && source.certainty !== 'unknown',
  )
  const first = told.find(({ clause }) => clause.kind === 'said') ?? told[0]
  // Of two in one sentence neither is sure to go on; "Lee said a guard shouted at her" is Lee's all the same.
  if (!first) return null
  const isSure = told.every(
    each =>
      each.source.name === first?.source.name ||
      (each.clause.subject.start > first.clause.verb.end &&
        !/[,;\uE000]/.test(
          before.frame.slice(first.clause.verb.end - before.start, each.clause.subject.start - before.start),
        )),
  )
  if (!isSure) return null
  return first.source.person || isHuman(first.source) || isBody(first.source) ? first.source : null
}

/** "A lady asked for his card. “She said it was out of date.”": whoever was just brought in without a name is whom the words begin with. */
function isSpokenOf({ person, name }: Source, said: string): boolean {
  const pronoun = /^(?:(?:And|But|So|Then|Well),? )?(she|he)\b/iu.exec(said)?.[1]?.toLowerCase()
  if (person !== null || pronoun === undefined) return false
  const own = pronoun === 'she' ? femaleWords : maleWords
  return wordsOf(name).some(({ lower }) => own.has(lower))
}

/** Whose turn it is to answer when the last exact words were a question: who spoke last besides whoever asked it. */
function answererOf(text: string, quotes: readonly Quote[], asker: Source): Source | null {
  const spoken = quotes.filter(({ depth }) => depth === 0)
  const question = spoken.at(-1)
  if (!question || question.speaker?.name !== asker.name) return null
  if (!/\?[”’"»]?$/.test(text.slice(question.start, question.outerEnd))) return null
  return (
    spoken.slice(-8, -1).findLast(({ speaker }) => speaker !== null && speaker.name !== asker.name)
      ?.speaker ?? null
  )
}

const shortOf = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
  wordsOf(text, start, end).length <= shortest
/** Words of one who is talked with, and not a statement that goes on. */
const shortest = 8
/** No further back than so many characters somebody talked with whoever spoke last. */
const furthest = 600

/** Of two who talk with each other, the one who did not speak last; null where nothing tells that they do. */
function otherOfTwo(
  { text, quotes, finder }: ReadSoFar,
  span: MarkedSpan,
  { source }: LastSpeaker,
): Source | null {
  if (span.isContinued) return null
  const spoken = quotes.filter(({ depth, start }) => depth === 0 && start < span.start)
  const last = spoken.at(-1)
  if (!last) return null
  const isQuestion = (quote: { readonly start: number; readonly end: number }) =>
    /\?$/.test(text.slice(quote.start, quote.end))
  // The lawyer asked whether he saw it. ¶ “No,” he said. ¶ “So you don't know?”
  const isAskedOn =
    isQuestion(span) &&
    !isQuestion(last) &&
    shortOf(text, last) &&
    isOneLine(text, last.outerEnd, span.outerStart)
  const asker = isAskedOn ? finder.asker(span.start, source) : null
  if (asker) return asker
  const before = spoken.findLast(({ speaker }) => speaker && speaker.name !== source.name)
  if (!before?.speaker || span.start - before.end > furthest) return null
  // “It depends,” he said. ¶ “On what?”
  const isAsked = isQuestion(span) && shortOf(text, span) && isQuestion(before)
  // “You don't have to,” she said. ¶ “I want to.”
  const isToldTo =
    /\byou\b/i.test(text.slice(last.start, last.end)) && shortOf(text, last) && shortOf(text, span)
  if (isAsked || isToldTo) return before.speaker
  // “Do you know why?” the officer asks. ¶ “No, sir,” the driver replies. ¶ “A light is out.”: a line each, by turns.
  const isAnswered =
    spoken.at(-2) === before &&
    isQuestion(before) &&
    !isQuestion(last) &&
    shortOf(text, last) &&
    isOneLine(text, before.outerEnd, last.outerStart) &&
    isOneLine(text, last.outerEnd, span.outerStart)
  return isAnswered ? before.speaker : null
}

/** Whether nothing but who spoke stands between two quotes, each in a paragraph of its own. */
const isOneLine = (text: string, from: number, to: number) =>
  /^[^\n.!?]{0,80}[.!?]?\n\s*$/u.test(text.slice(from, to))

/** "His aunt snorts.", "The teenager had only one question.": somebody is about to speak. */
const isReaction = (unit: Unit | undefined) =>
  unit !== undefined &&
  !unit.frame.includes(quoteFiller) &&
  (gesture.test(unit.frame) || aboutToSpeak.test(unit.frame))

const aboutToSpeak =
  /\b(?:one|a|another|only|the|last|final|her|his|first|same|simple) (?:\p{Ll}+ )?(?:question|message|answer|reply|response|word|verdict|advice|request|demand|wish|warning|thought|explanation)s?\b[^.]{0,40}[.:]?\s*$/u

/** Whom a sentence is about, when it is somebody who can speak. */
function subjectOf(finder: SourceFinder, unit: Unit | undefined): Source | null {
  if (!unit) return null
  const said = unit.clauses.findLast(
    ({ clause, source }) => clause.kind === 'said' && source.certainty !== 'unknown',
  )
  if (said) return said.source
  const words = wordsOf(unit.frame)
  const main = mainSubject(unit.frame, words, words.length)
  const source = main ? finder.peek(unit.start + main.start, unit.start + main.end) : null
  return source && source.certainty !== 'unknown' && (source.person || isHuman(source)) ? source : null
}

/** Who a sentence without quoted words is about, when it is somebody who is named. */
function actorOf(finder: SourceFinder, unit: Unit | undefined): Source | null {
  if (!unit || unit.frame.includes(quoteFiller)) return null
  const words = wordsOf(unit.frame)
  const main = mainSubject(unit.frame, words, words.length)
  const asked = wasAsked.exec(unit.frame)
  if (asked?.[1])
    return finder.peek(unit.start + asked.index, unit.start + asked.index + asked[1].trimEnd().length)
  const source = main ? finder.peek(unit.start + main.start, unit.start + main.end) : null
  const called = main ? wordsOf(unit.frame, main.start, main.end).map(({ lower }) => lower) : []
  // "A neighbor rolled her eyes. “…”", "His aunt snorts. “…”"
  const isNew =
    called.some(word => roleNouns.has(word)) &&
    (/^(?:an?|one|another|una?|otr[oa])$/.test(called[0] ?? '') || gesture.test(unit.frame))
  // "K. J. Tate was blunt.", "They shook their heads.": whoever it is of whom such is told.
  const canSpeak =
    source !== null &&
    source.certainty !== 'unknown' &&
    gesture.test(unit.frame) &&
    (source.isPronoun || isSeveral(source.name) || isHuman(source) || looksProper(unit.frame, main ?? unit))
  return source && (source.person || isNew || canSpeak) ? source : null
}
