import {
  leadingAbbreviations,
  monthsAndDays,
  sentenceStarters,
  trailingAbbreviations,
} from './lexicon/abbreviations.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Paragraph } from './reading.ts'
import { wordSet, wordsOf } from './words.ts'

/** One sentence as it stands, exact to the UTF-16 unit, half-open. Broken grammar stays broken. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly paragraph: number
  readonly isHeadline: boolean
}

/** Parts paragraphs into sentences. Quotes are known before: what ends inside one ends the sentence only where the quote lets it. */
export function sentencesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  quotes: readonly MarkedSpan[],
): readonly Sentence[] {
  const sentences: Sentence[] = []
  const outer = Map.groupBy(
    quotes.filter(({ depth }) => depth === 0),
    ({ paragraph }) => paragraph,
  )
  for (const [index, paragraph] of paragraphs.entries()) {
    const here = outer.get(index) ?? []
    let from = paragraph.start
    const add = (to: number) => {
      const raw = text.slice(from, to)
      const lead = raw.length - raw.trimStart().length
      const length = raw.trim().length
      if (length > 0 && /[\p{L}\p{N}]/u.test(raw))
        sentences.push({
          start: from + lead,
          end: from + lead + length,
          paragraph: index,
          isHeadline: paragraph.kind === 'headline',
        })
      from = to
    }
    for (const to of boundaries(text, paragraph, here)) add(to)
    add(paragraph.end)
  }
  return sentences
}

function boundaries(text: string, paragraph: Paragraph, quotes: readonly MarkedSpan[]): readonly number[] {
  const found: number[] = []
  const body = text.slice(paragraph.start, paragraph.end)
  // Who writes no capitals ends sentences with their marks alone.
  const isUncapped = /^\p{Ll}/u.test(body) && !/[.!?]\s+\p{Lu}/u.test(body)
  let from = paragraph.start
  for (const match of body.matchAll(/[.!?…]+["”’'»)\]*_]*(?=\s)/g)) {
    const at = paragraph.start + match.index
    const end = at + match[0].length
    const rest = text.slice(end, paragraph.end).trimStart()
    const isNext = isUncapped && /^(?:\.|[!?]+)$/.test(match[0]) && /^\p{Ll}{1,}[\s,'’]/u.test(rest)
    if (!isNext && (rest === '' || !/^["“‘'«¿¡([—–-]*\s*[\p{Lu}\p{N}]/u.test(rest))) {
      if (!/^["“‘'«]/.test(rest) || !/[.!?]/.test(match[0]) || /^["“‘'«]\s*\p{Ll}/u.test(rest)) continue
    }
    if (!endsHere(text, from, at, match[0], rest)) continue
    const around = quotes.find(({ start, end: to }) => at >= start && at < to)
    if (around && !quoteAllows(text, paragraph, around, from, at, end, rest)) continue
    found.push(end)
    from = end
  }
  return found
}

/** Whether a mark ends a sentence, by the words on both sides. */
function endsHere(text: string, from: number, at: number, marks: string, rest: string): boolean {
  if (!marks.startsWith('.') || marks.startsWith('..')) return true
  // ". . .", a pause spelled with spaces.
  if (/^\.\s\./.test(rest.length > 0 ? `.${text.slice(at + 1, at + 3)}` : '')) return false
  if (/\.\s$/.test(text.slice(Math.max(from, at - 2), at)) && !/^["“«]?\p{Lu}\p{L}/u.test(rest)) return false
  const before = /([\p{L}\p{N}.&'’-]+)$/u.exec(text.slice(Math.max(from, at - 24), at))?.[1] ?? ''
  const last = before.toLowerCase()
  const next = /^["“‘'«(¿¡]*([\p{L}\p{N}'’.-]+)/u.exec(rest)?.[1] ?? ''
  const nextLower = next.toLowerCase().replace(/\.$/, '')
  if (/[”"’'»)]/.test(marks.slice(1))) return true
  if (
    /^\d/.test(next) &&
    [
      'no',
      'nos',
      'núm',
      'art',
      'sec',
      'fig',
      'pág',
      'ex',
      'exh',
      'vol',
      'par',
      'para',
      'p',
      'pp',
      'dkt',
      'doc',
    ].includes(last)
  )
    return false
  // "II. Persons": the number of a heading.
  if (
    /^\s*[IVX]{1,5}$/.test(text.slice(from, at)) &&
    at - from < 7 &&
    /^\p{Lu}\p{L}+(?: [\p{L}'’-]+){0,6}$/u.test(rest)
  )
    return false
  if (last === 'no') return true
  // "She gave it an A. “Best one I've had,” …": no initial stands before exact words but a nickname ("A. “Bud” Lee").
  if (
    /^[\p{Lu}]$/u.test(before) &&
    /^["“«‘']/.test(rest) &&
    !/^["“«‘'][^"”»’']{1,20}["”»’'] \p{Lu}/u.test(rest)
  )
    return true
  // "The door to Unit C. Inspectors wrote …": a letter that tells one from others ends like a word.
  if (/^[\p{Lu}]$/u.test(before) && lettered.test(text.slice(Math.max(from, at - 24), at)))
    return /^["“«‘']?\p{Lu}\p{Ll}+ \p{Ll}/u.test(rest)
  if (/^[\p{Lu}]$/u.test(before) && !/^I$/.test(before))
    return sentenceStarters.has(nextLower) && /^\p{Lu}/u.test(next) && !/^[AI]$/.test(next) && next.length > 2
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before) || trailingAbbreviations.has(last)) {
    if (/^[ap]\.?m$/.test(last))
      return !monthsAndDays.has(nextLower) && !/^\d/.test(next) && !isTimeOpening(text.slice(from, at))
    // "for as long as he sat.", "out in the sun.": a word, and no day or month.
    if (shortDates.test(last))
      return (
        !/^\d/.test(next) &&
        (monthsCut.test(last) || /^\p{Ll}/u.test(before) || sentenceStarters.has(nextLower))
      )
    if (leadingAbbreviations.has(last) && /^\p{Lu}/u.test(next)) return sentenceStarters.has(nextLower)
    return sentenceStarters.has(nextLower)
  }
  // "The lights went off.": a word where it has no capital.
  if (/^(?:off|art)$/.test(before)) return true
  // "Finding 3. Use of restraints": its number belongs to it.
  if (/^\d{1,3}$/.test(before) && partNumber.test(text.slice(from, at))) return false
  if (leadingAbbreviations.has(last))
    return /^(?:ft|off|dep|no|art)$/.test(last) && sentenceStarters.has(nextLower)
  return true
}

const lettered =
  /\b(?:Unit|Block|Cell|Wing|Ward|Room|Gate|Platform|Building|Tower|Pier|Dock|Bay|Lot|Exhibit|Section|Level|Class|Grade|Schedule|Appendix|Zone|Track|Hall|Suite|Terminal|Pod|Tier|Car|Bus|Door|Dorm|Plan|Type|Group|Team|Side|Stand) \p{Lu}$/u
const shortDates = /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
const monthsCut = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/

const partNumber =
  /^\W*(?:Finding|Count|Claim|Recommendation|Allegation|Item|Question|Part|Section|Chapter|Exhibit|Step|Phase|Article|Appendix|Annex|Conclusion|Incident|Hallazgo|Recomendación|Pregunta|Parte|Sección|Anexo)s? \d{1,3}$/iu

/**
 * "On Oct. 3 at about 7 a.m.", "Shortly before 11 p.m.", "the 6 p.m.": when, and nothing yet that was done then: what goes on in
 * capitals goes on with the sentence ("At 9 p.m. Officer Dunn …").
 */
function isTimeOpening(clause: string): boolean {
  if (
    /\b(?:the|an?|this|that|every|each|our|their|his|her)\s+\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m$/iu.test(clause)
  )
    return true
  return wordsOf(clause).every(
    ({ lower }, index) =>
      /^[\d:.]+(?:st|nd|rd|th)?$/.test(lower) ||
      monthsAndDays.has(lower.replace(/\.$/, '')) ||
      timeWords.has(lower) ||
      (index === 0 && /ly$/.test(lower)),
  )
}
const timeWords = wordSet(`
  at on in by around about approximately roughly near nearly almost just only shortly right sometime before after until till from
  between since and to or the a an of that this same next late early later earlier morning afternoon evening night day noon
  midnight today yesterday tonight minutes minute hours hour seconds second then but when exactly some a.m p.m am pm
  a las de la
`)

/** Whether the words in quotation marks may be parted at `at`, or the sentence ended right behind them. */
function quoteAllows(
  text: string,
  paragraph: Paragraph,
  quote: MarkedSpan,
  from: number,
  at: number,
  end: number,
  rest: string,
): boolean {
  if (end >= quote.outerEnd || at + 1 >= quote.end) {
    // She said, “Stop!” He laughed: what its own clause leads in has had its clause.
    const lead = text.slice(from, Math.max(from, quote.outerStart))
    if (/[\p{L}\d][,:]?\s*$/u.test(lead) && /^["“‘'«]?\p{Lu}/u.test(rest) && leadsIn(lead)) return true

    // She called him “a liar.” The mayor declined …: a full stop within ends a sentence that has words of its own.
    if (text[at] === '.' && wordsOf(lead).length > 1) return true
    // “Ask him.” The owner said: “Ask her.” With words of its own to lead in, the clause is not of those before.
    if (text[at] === '.' && /^\p{Lu}[^.!?“”"«»]{2,120}[,:]\s*["“«‘]/u.test(rest)) return true
    // The quote ends here. "Why?" Ortega asked: the asking belongs to the same sentence.
    return !opensWithReport(rest, text[at] === '.')
  }
  const after = text.slice(quote.outerEnd, paragraph.end).trimStart()
  const startsInside = quote.outerStart > from
  const wordsBefore = wordsOf(text, Math.max(from, quote.start), at).length
  const nextEnd = /[.!?…]/.exec(text.slice(end, quote.end))?.index ?? quote.end - end
  const wordsAfter = wordsOf(text, end, Math.min(quote.end, end + nextEnd + 1)).length
  const isCry = text[at] !== '.'
  const goesOn = /^\p{Ll}/u.test(after) && !opensWithReport(after, false)
  if (goesOn && quote.end - quote.start < 120) return false
  if (isCry) return wordsBefore >= 4 && wordsAfter >= 3
  return startsInside ? wordsBefore >= 2 && wordsAfter >= 2 : wordsBefore >= 1 && wordsAfter >= 2
}

/** "She told him, ", "The sign reads ": a verb of saying stands right before the quote, or a colon does. */
const leadsIn = (lead: string) =>
  /:\s*$/.test(lead) ||
  wordsOf(lead.replace(/\bthat\s*$/, ''))
    .slice(/,\s*$/.test(lead) ? -6 : -1)
    .some(({ lower }) => sayingVerbs.has(lower))

/**
 * "Ortega asked …", "said the driver": a reporting clause that follows the words it reports. Behind a full stop (`isStopped`) one that hands
 * on something of its own begins the next sentence: “She ran.” The chief said the officers were calm.
 */
function opensWithReport(rest: string, isStopped: boolean): boolean {
  const words = wordsOf(rest.slice(0, 90)).slice(0, 7)
  const verbAt = words.findIndex(
    ({ lower }, index) =>
      sayingVerbs.has(lower) ||
      // "Renner can be heard to shout".
      (lower === 'heard' && /^(?:be|is|was|were|are)$/.test(words[index - 1]?.lower ?? '')),
  )
  if (verbAt < 0) return false
  const until = rest.slice(0, words[verbAt]?.start ?? 0)
  if (/[.;!?“"]/.test(until.replace(/\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|St|Det|Capt)\./g, ''))) return false
  const first = words[0]
  if (verbAt === 0) return /^\p{Ll}/u.test(rest)
  if (!first) return false
  if (/^\p{Ll}/u.test(first.text)) return true
  if (isStopped && handedOn.test(rest.slice(words[verbAt]?.end ?? 0))) return false
  return !sentenceStarters.has(first.lower) && verbAt <= 5 && !/^(?:no|yes|that|what)$/.test(first.lower)
}

/** What a verb of saying hands on by itself: "said that", "said the officers were", "told the court he saw". */
const handedOn =
  /^(?:(?: (?:him|her|them|us|me|reporters|jurors|(?:the|an?) \p{Ll}+|\p{Lu}\p{L}+))? that|(?: (?:him|her|them|us|me|reporters|jurors))? (?:it|he|she|they|there|we|I|(?:the|an?|his|her|its|their|this|these|those|no|some|most|all|two|three|several|both) [^.;:“"]{2,60}? (?:was|were|is|are|had|has|have|would|could|did|does|will|\p{Ll}{2,}ed|ran|saw|came|went|took|made|fell|got)\b|\p{Ll}{3,}s (?:was|were|are|had|have|would|could|did|saw|ran|came|went|took|made|fell|\p{Ll}{2,}ed)\b))/u
