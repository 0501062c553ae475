import { bodyWords, femaleWords, groupNouns, maleWords } from './lexicon/people-words.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Quote, Unit } from './quotes.ts'
import type { Paragraph } from './reading.ts'
import { headWords } from './source-words.ts'
import type { Source } from './speakers.ts'
import { wordsOf } from './words.ts'

/**
 * Puts speakers to quotes that nothing before them or beside them claims: a headline's to who says the same words in the story, whole
 * paragraphs to who "adds" something right behind them, or to who put the statement out. All of these are inferred.
 */
export function withLateSpeakers(
  text: string,
  paragraphs: readonly Paragraph[],
  quotes: readonly Quote[],
  units: readonly Unit[],
  issuer: Source | null,
): readonly Quote[] {
  return quotes.map(quote => {
    if (quote.depth > 0) return quote
    const index = paragraphs.findIndex(({ start, end }) => quote.start >= start && quote.end <= end)
    const paragraph = paragraphs[index]
    if (!paragraph || paragraph.kind === 'turn') return quote
    if (quote.speaker !== null && (paragraph.kind !== 'headline' || quote.speaker.person !== null))
      return quote
    const source =
      paragraph.kind === 'headline'
        ? asHeaded(
            sameWords(text, quote, quotes) ?? ofHeadline(text, quote, paragraph, quotes),
            text,
            quote,
            paragraph,
          )
        : isAlone(text, quote, paragraph, quotes)
          ? (addedBehind(text, index, paragraphs, quotes, units) ??
            issuer ??
            saidBehind(paragraphs[index + 1], units))
          : null
    return source === null
      ? quote
      : { ...quote, speaker: { ...source, certainty: 'inferred' }, certainty: 'inferred' }
  })
}

/** Whoever says a headline's words, called as the headline calls them. */
function asHeaded(
  source: Source | null,
  text: string,
  quote: Quote,
  { start, end }: Paragraph,
): Source | null {
  if (!source?.person) return source
  const { called: _, ...plain } = source
  const called =
    quote.speaker?.name ??
    labelled.exec(text.slice(start, quote.outerStart))?.[1] ??
    moved.exec(text.slice(quote.outerEnd, end))?.[1] ??
    headed.exec(text.slice(quote.outerEnd, end))?.[1]
  const head = called?.split(' ').at(-1)?.toLowerCase() ?? ''
  return called !== undefined && called !== source.name && isPersonNoun(head) && !bodyWords.has(head)
    ? { ...plain, called }
    : plain
}

/** Who says the same words elsewhere: nearly all words of the headline's quote stand in theirs. */
function sameWords(text: string, quote: Quote, quotes: readonly Quote[]): Source | null {
  const own = wordsOf(text, quote.start, quote.end).map(({ lower }) => lower)
  if (own.length < 2) return null
  for (const other of quotes) {
    if (other === quote || other.speaker === null) continue
    const theirs = wordsOf(text, other.start, other.end).map(({ lower }) => lower)
    const known = new Set(theirs)
    if (own.filter(word => known.has(word)).length >= Math.max(2, own.length * 0.8)) return other.speaker
    // A headline shortens what it quotes: its first four words in a row.
    const run = ` ${own.slice(0, 4).join(' ')} `
    if (own.length >= 5 && ` ${theirs.join(' ')} `.includes(run)) return other.speaker
  }
  return null
}

/** Whom a headline names beside its quote without a verb of saying, or who speaks first in the story. */
function ofHeadline(
  text: string,
  quote: Quote,
  { start, end }: Paragraph,
  quotes: readonly Quote[],
): Source | null {
  const own = firstInStory(text, quote, quotes, quote.speaker?.name ?? null)
  if (own || quote.speaker !== null) return own
  const called =
    labelled.exec(text.slice(start, quote.outerStart))?.[1] ??
    moved.exec(text.slice(quote.outerEnd, end))?.[1] ??
    null
  if (called === null) return null
  const first = firstInStory(text, quote, quotes, called)
  if (first) return first
  const head = wordsOf(called).at(-1)?.lower ?? ''
  const isSomebody = isPersonNoun(head) || groupNouns.has(head) || bodyWords.has(head)
  return isSomebody ? { name: called, person: null, certainty: 'inferred', isPronoun: false } : null
}

/** ‘He was reaching for his license’: Father speaks out after …; «…»: madre de joven exige justicia. */
const headed =
  /^[:,.]? ?((?:[\p{L}-]+ ){0,2}?[\p{L}-]+)(?= (?:of|de|del|speaks|says|tells|recalls|remembers|sues|wants|demands|exige|pide|denuncia|cuenta|relata|accuses|breaks|mourns|acusa)\b)/u

/** "Attorney: student was “standing still”": who stands before the colon. */
const labelled = /^((?:[\p{L}’'-]+ ){0,3}?[\p{L}’'-]+): [^:]{0,80}$/u
/** ‘THEY LAUGHED AS HE FROZE’: Mum's fury at cops. */
const moved =
  /^[:,.]? ?((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)['’]s? (?:\p{Ll}+ )?(?:fury|anger|rage|outrage|torment|agony|plea|heartbreak|horror|pain|grief|anguish|despair|warning|vow|nightmare|ordeal|tears|message|tribute|demand)\b/iu

/** ‘I thought I was dead’: mum dragged from car. Who is called by what they are, or says "I", in a headline is mostly who is named and speaks first in the story. */
function firstInStory(
  text: string,
  quote: Quote,
  quotes: readonly Quote[],
  name: string | null,
): Source | null {
  const called = name?.toLowerCase() ?? null
  const words = called === null ? wordsOf(text, quote.start, quote.end) : wordsOf(called)
  const head = called === null ? '' : (headWords(called).at(-1) ?? '')
  const isOwn =
    called === null
      ? words.some(({ lower }) => /^(?:i|me|my|i'm|i've|we|us|our|yo|me|mi|nos|nuestr[oa]s?)$/.test(lower))
      : words.some(({ lower }) => kin.test(lower) || victims.test(lower)) ||
        (isPersonNoun(head) && !groupNouns.has(head) && !bodyWords.has(head) && !offices.test(head))
  if (!isOwn) return null
  const first = quotes.find(
    ({ start, depth, speaker }) =>
      start > quote.end && depth === 0 && speaker !== null && speaker.name !== quote.speaker?.name,
  )?.speaker
  if (!first?.person) return null
  const gender = words.some(({ lower }) => femaleWords.has(lower))
    ? 'female'
    : words.some(({ lower }) => maleWords.has(lower))
      ? 'male'
      : 'unknown'
  return gender === 'unknown' || first.person.gender === 'unknown' || first.person.gender === gender
    ? first
    : null
}

const kin =
  /^(?:mum|mom|mother|dad|father|widow|widower|gran|grandmother|nan|wife|husband|madre|padre|viuda|viudo|abuela)$/
/** Of whom a story may name several, or whom it names in passing. */
const offices =
  /^(?:officer|deputy|cop|trooper|guard|agent|sergeant|detective|marshal|chief|sheriff|mayor|judge|lawyer|attorney|solicitor|prosecutor|spokes(?:man|woman|person)|official|expert|doctor|coroner|minister|senator|governor|commissioner|superintendent|director|president|councill?or|councilman|councilwoman|witness|neighbou?r|reporter|critic|analyst|investigator|boss|policía|agente|fiscal|abogad[oa]|alcalde|alcaldesa|portavoz|testigo|vecin[oa])$/
const victims =
  /^(?:man|woman|teen|teenager|boy|girl|victim|rider|motorist|pensioner|student|driver|survivor|patient|hombre|mujer|joven|repartidor|conductor|víctima|paciente)$/

/** Nothing but marked words stands in the paragraph. */
function isAlone(text: string, quote: Quote, paragraph: Paragraph, quotes: readonly Quote[]): boolean {
  if (quote.outerStart < paragraph.start) return false
  let known = onlyQuoted.get(paragraph)
  if (known === undefined) {
    known = isOnlyQuoted(text, paragraph, quotes)
    onlyQuoted.set(paragraph, known)
  }
  return known
}

/** A paragraph is asked for with each of its quotes. */
const onlyQuoted = new WeakMap<Paragraph, boolean>()

function isOnlyQuoted(text: string, { start, end }: Paragraph, quotes: readonly Quote[]): boolean {
  let at = start
  for (const { outerStart, outerEnd, depth } of quotes) {
    if (depth > 0 || outerStart < start || outerEnd > end + 1) continue
    if (outerStart > at && /[\p{L}\p{N}]/u.test(text.slice(at, outerStart))) return false
    at = Math.max(at, outerEnd)
  }
  return !/[\p{L}\p{N}]/u.test(text.slice(at, end))
}

/** “…” ¶ Lee said the gate was locked.: whom the first sentence behind a paragraph of nothing but exact words begins with, where they say something. */
function saidBehind(paragraph: Paragraph | undefined, units: readonly Unit[]): Source | null {
  const unit = paragraph && units.find(({ start }) => start >= paragraph.start && start < paragraph.end)
  const first = unit?.clauses[0]
  const isOpening = first?.clause.kind === 'said' && first.clause.subject.start - (unit?.start ?? 0) < 2
  return isOpening && !first.clause.isWeak && first.source.certainty !== 'unknown' && !first.source.isPronoun
    ? first.source
    : null
}

/** "Ms. Lee added that …" in the first paragraph behind the quoted ones. */
function addedBehind(
  text: string,
  index: number,
  paragraphs: readonly Paragraph[],
  quotes: readonly Quote[],
  units: readonly Unit[],
): Source | null {
  for (let at = index + 1; at < Math.min(paragraphs.length, index + 4); at++) {
    const paragraph = paragraphs[at]
    if (!paragraph) return null
    const own = quotes.find(({ start, end }) => start >= paragraph.start && end <= paragraph.end)
    if (own && isAlone(text, own, paragraph, quotes)) continue
    const unit = units.find(({ start }) => start >= paragraph.start && start < paragraph.end)
    const clause = unit?.clauses.find(({ clause: { verb } }) =>
      /^(?:added|adds|continued|concluded|agregó|añadió|concluyó)$/.test(verb.lower),
    )
    return clause?.source ?? null
  }
  return null
}
