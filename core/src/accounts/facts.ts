import { functionWords } from './lexicon/function-words.ts'
import { bounds, multipliers, numberWords, spanishOnly } from './lexicon/number-words.ts'
import { bodyWords, roleNouns } from './lexicon/people-words.ts'
import type { Mention } from './people.ts'
import { possiblePatterns } from './possible-patterns.ts'
import type { Sentence } from './sentences.ts'
import { stemOf, type Word, wordsOf } from './words.ts'

export interface Fact {
  readonly type: 'number' | 'time' | 'person' | 'place'
  readonly start: number
  readonly end: number
  /** A number in digits, a name in full, a time or place as written. */
  readonly value: string
  /** Of a number: what is counted, as a stem. */
  readonly unit: string | null
  /** Of a number: whether it is said to be a bound or rough. */
  readonly bound: 'at least' | 'at most' | 'about' | null
}

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\.?'
const monthEs = '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)'
const day =
  '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues|Wed|Thurs|Fri|Sat|Sun)\\.)'
const dayEs = '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)'
const partOfDay = '(?:morning|afternoon|evening|night)'

const clockWord = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})'

/** Times as accounts write them, longest first. Relative ones stay as they are. */
const timePatterns: readonly RegExp[] = [
  new RegExp(
    `\\b${day},?\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s${month}(?:,?\\s\\d{4})?(?![\\p{L}])`,
    'gu',
  ),
  new RegExp(`\\b${day},?\\s${month}\\s\\d{1,2}(?:st|nd|rd|th)?\\b(?:,\\s\\d{4})?`, 'g'),
  new RegExp(`\\b(?:el\\s)?${dayEs},?\\s\\d{1,2}\\sde\\s${monthEs}(?:\\s(?:de|del)\\s\\d{4})?`, 'giu'),
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g,
  new RegExp(
    `\\b${clockWord}\\s+o['’]clock\\b(?:\\s(?:in the (?:morning|afternoon|evening)|at night))?`,
    'gi',
  ),
  new RegExp(`\\b${clockWord}\\s(?:in the (?:morning|afternoon|evening)|at night)\\b`, 'gi'),
  new RegExp(
    `\\b(?:half past|half-past|quarter past|a quarter past|quarter to|a quarter to)\\s${clockWord}\\b`,
    'gi',
  ),
  // "ten past two", "twenty minutes to one", "half six", "five to nine" behind "at"; "ten to twelve people" is a range.
  new RegExp(
    `\\b(?:five|ten|twenty|twenty-five|quarter|half|\\d{1,2})(?:\\sminutes)?\\s(?:past|till)\\s(?:${clockWord}|midnight|noon|midday)\\b`,
    'gi',
  ),
  new RegExp(
    `(?<=\\b(?:at|by|about|around|before|after|until|since|just|nearly|was)\\s)(?:(?:five|ten|twenty|twenty-five|quarter|\\d{1,2})(?:\\sminutes)?\\sto|half)\\s(?:${clockWord}|midnight|noon|midday)\\b(?!\\s(?:an?\\s)?\\p{Ll}+s\\b)`,
    'giu',
  ),
  // "At six.", and nothing counted behind it.
  /(?<=\b[Aa]t\s)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s?[.,;!?]|$|\s(?:sharp|that|and|when)\b)/g,
  // "Once y diez", "las tres menos cuarto"
  /(?<=\bl[ao]s?\s)(?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\s(?:y\s(?:media|cuarto|pico|cinco|diez|veinte|veinticinco)|menos\s(?:cuarto|diez|veinte|cinco|veinticinco)|en punto)(?:\sde la (?:mañana|tarde|noche|madrugada))?(?!\p{L})/giu,
  /(?<=\bl[ao]s?\s)(?:\d{1,2}(?:[:.]\d{2})?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?:\sy\s(?:media|cuarto))?\s(?:de la (?:mañana|tarde|noche|madrugada)|del mediodía|horas|hrs?\b)/giu,
  /\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|a few|some)\s(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)\sago\b/gi,
  /\bhace\s(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,2}|varios|varias)\s(?:minutos?|horas?|días?|semanas?|mes(?:es)?|años?)\b/giu,
  /\b(?:New Year['’]s (?:Eve|Day)|Christmas (?:Eve|Day)|Thanksgiving(?: Day)?|Labor Day|Memorial Day|Independence Day|the Fourth of July|Boxing Day|Good Friday|Halloween|Nochebuena|Año Nuevo)\b/g,
  /\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.?|p\.m\.?|am|pm|AM|PM)(?![\p{L}])/gu,
  /\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b(?:\s?(?:hours|hrs|h)\b)?/g,
  /(?<=\b(?:at|around|about|before|after|until|by|since|from|to|las)\s)(?:[01]?\d|2[0-3])[.:][0-5]\d\b/g,
  // "The 8.15 train", "Tuesday, 7.30"
  /(?<=\b[Tt]he\s)\d{1,2}[.:]\d{2}(?=\s(?:train|tram|bus|ferry|boat|flight|service|from|to)\b)/g,
  new RegExp(`(?<=\\b${day},\\s)\\d{1,2}[.:][0-5]\\d\\b`, 'g'),
  // "On the 12th", "dated the 5th": what follows is no street and no floor.
  /(?<=\b(?:on|dated|until|by|since|before|after|from|of)\sthe\s)\d{1,2}(?:st|nd|rd|th)\b(?=\s?[.,;:!?)”"’]|$|\s(?:and|at|of (?!the\b)|when|he|she|they|it|we|i|was|but|to|in|with)\b)/gi,
  new RegExp(`(?<=\\b(?:en|desde|hasta|de|pasado|próximo|este)\\s)${monthEs}\\b(?!\\s\\d)`, 'giu'),
  /\b(?:[01]\d|2[0-3])[0-5]\d (?:hours|hrs)\b/g,
  // "At 0621", "the 0540 round": no count begins with a nought.
  /(?<=\b(?:at|the|by|until|before|after|around|about|from|to|approximately)\s)0\d[0-5]\d\b(?![.,]?\d)/gi,
  new RegExp(`\\b${month}\\s\\d{1,2}(?:st|nd|rd|th)?\\b(?:,\\s\\d{4})?`, 'g'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s${month}(?:\\s\\d{4})?(?![\\p{L}])`, 'gu'),
  new RegExp(`\\b\\d{1,2}\\sde\\s${monthEs}(?:\\s(?:de|del)\\s\\d{4})?`, 'gi'),
  new RegExp(`\\b${month}\\s\\d{4}\\b`, 'g'),
  /(?<=\b(?:in|last|next|this|since|until|by|during|from|through|of|early|late)\s|\bmid-)(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s\d)/g,
  new RegExp(`\\b(?:(?:last|next|this|early|late|on)\\s)?${day}(?:\\s${partOfDay})?`, 'g'),
  new RegExp(`\\b(?:el\\s)?(?:pasado\\s)?${dayEs}(?:\\s(?:por la|en la)\\s\\p{L}+)?`, 'giu'),
  /\b(?:yesterday|today|tonight|tomorrow|ayer|anoche|hoy|mañana)\b(?:\s(?:morning|afternoon|evening|night))?/gi,
  /\b(?:last|next|this|that|earlier this|later this|earlier that) (?:week|weekend|month|year|night|morning|afternoon|evening|spring|summer|fall|autumn|winter)\b/gi,
  /\b(?:noon|midnight|midday|mediodía|medianoche|dawn|dusk|overnight)\b/gi,
  /(?<=\b(?:[Ii]n|[Ss]ince|[Ff]rom|until|of|[Bb]y|[Dd]esde|[Ee]n|[Dd]uring)\s)(?:19|20)\d{2}\b(?!\s(?:people|block))/g,
  /\b(?:la semana|el mes|el año) pasad[oa]\b/gi,
]

const placePatterns: readonly RegExp[] = [
  /\b(?:the )?\d{1,5}(?:-block| block) of (?:\p{Lu}[\p{L}\d.'’-]*\s?){1,4}/gu,
  /\b(?:\d{1,5} )?(?:(?:North|South|East|West|N\.|S\.|E\.|W\.) )?(?:\p{Lu}[\p{L}'’-]*\s|\d{1,3}(?:st|nd|rd|th)\s){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Boulevard|Blvd\.|Lane|Drive|Way|Highway|Bridge|Park|Square|Court|Place|Plaza|Terrace|Pier|Station|Hospital|School|Stadium|Arena|Mall|Center|Centre|Church|Jail|Prison|Airport|Market|University|College|Heights|Beach|Crescent|Close|Row|Quay|Yard)(?!\p{Ll})/gu,
  /\b(?:calle|avenida|plaza|barrio)\s(?:\p{Lu}[\p{L}'’-]*\s?){1,3}/giu,
]

const possibleTimes = possiblePatterns(timePatterns)

/** Everything countable and nameable in the sentences, in order of place. */
export function factsOf(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Fact[] {
  const facts: Fact[] = mentions.map(({ start, end, person }) => ({
    type: 'person' as const,
    start,
    end,
    value: person.name,
    unit: null,
    bound: null,
  }))
  const isSpanish =
    /\b(?:el|la|los|las|del|que|por)\b.*\b(?:el|la|los|las|del|que|por)\b.*\b(?:fue|policía|según|dijo|una)\b/is.test(
      text.slice(0, 3000),
    )
  const isStamped = sentences.filter(({ start, end }) => stampOf(text.slice(start, end)) !== null).length >= 3
  for (const sentence of sentences) {
    const body = text.slice(sentence.start, sentence.end)
    const stamp = isStamped ? stampOf(body) : null
    const times = [...(stamp ? [stamp] : []), ...spansOf(timePatterns, body, possibleTimes(body))]
      .map(span => shift(span, sentence.start))
      .filter(span => !isFalseTime(text, span))
    const places = spansOf(placePatterns, body, null)
      .map(span => shift(span, sentence.start))
      .filter(({ start }) => !mentions.some(mention => mention.start === start))
    for (const span of times) facts.push(plain('time', text, span))
    for (const span of places) facts.push(plain('place', text, span))
    facts.push(...numbersIn(text, sentence, [...times, ...places], isSpanish))
    for (const place of namedPlaces(text, sentence, mentions, places)) facts.push(plain('place', text, place))
  }
  return facts.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** "2214 CALLER STATES …": the hour on which an entry of a log begins, where it has no colon. */
function stampOf(body: string): Span | null {
  const found = /^\[?((?:[01]\d|2[0-3])[0-5]\d)(?:h|hrs)?\]?(?:\s?[–—:-])?\s+(?=\p{L})/iu.exec(body)
  const at = found?.[1] === undefined ? -1 : body.indexOf(found[1])
  return at < 0 || /^20[0-4]\d \p{Ll}/u.test(body) ? null : { start: at, end: at + 4 }
}

interface Span {
  readonly start: number
  readonly end: number
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
const plain = (type: 'time' | 'place', text: string, { start, end }: Span): Fact => ({
  type,
  start,
  end,
  value: text.slice(start, end),
  unit: null,
  bound: null,
})

function spansOf(patterns: readonly RegExp[], body: string, possible: Uint8Array | null): readonly Span[] {
  const spans: Span[] = []
  for (const [index, pattern] of patterns.entries())
    for (const match of possible?.[index] === 0 ? [] : body.matchAll(pattern)) {
      const trimmed = match[0].replace(/[\s,]+$/, '')
      const lead = /^(?:on|el) /i.exec(trimmed)?.[0].length ?? 0
      const start = match.index + lead
      const end = match.index + trimmed.length
      if (!spans.some(each => start < each.end && end > each.start)) spans.push({ start, end })
    }
  return spans.sort((a, b) => a.start - b.start)
}

/** "may" and "mar" are months only in capitals with a number; "sun" is a star. */
function isFalseTime(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  // "Put the number at eight."
  if (
    /\bput(?:s|ting)?\b[^.,;]{1,40} at $/i.test(text.slice(Math.max(0, start - 60), start)) &&
    /^\p{L}+$/u.test(words)
  )
    return true
  return words === 'mañana' || (/^\d{1,2}:\d{2}$/.test(words) && /^-\d/.test(text.slice(end)))
}

/** Digits and number words with what they count. */
function numbersIn(
  text: string,
  sentence: Sentence,
  taken: readonly Span[],
  isSpanish: boolean,
): readonly Fact[] {
  const facts: Fact[] = []
  const free = (start: number, end: number) => !taken.some(span => start < span.end && end > span.start)
  const body = text.slice(sentence.start, sentence.end)
  for (const match of body.matchAll(
    /(?<![\p{L}\d.:-])(?:[$£€]\s?)?(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?:million|billion|thousand|hundred|dozen)\b)?(?:\s?%|st\b|nd\b|rd\b|th\b)?/gu,
  )) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    if (!free(start, end) || /(?:st|nd|rd|th)$/.test(match[0])) continue
    if (
      /^[\p{L}]/u.test(text.slice(end, end + 1)) &&
      !/^(?:ft|mph|km|m|kg|cm|mm|in|lb|mi|km\/h|kph)\b/.test(text.slice(end))
    )
      continue
    if (/^(?:911|999|112)$/.test(match[0])) continue
    if (
      /\b(?:Route|Highway|Interstate|Unit|Engine|Channel|CBS|ABC|NBC|Fox|No\.|Room|Apartment|Apt\.?|Local|Section|Ward|District|Precinct|Case|Officer|Bus|Flight|Line|Pier|Gate|Level|Area|Zone|Car|Ladder)\s$/.test(
        text.slice(Math.max(0, start - 11), start),
      )
    )
      continue
    if (isLabel(text, sentence, start, end)) continue
    // Spanish parts thousands by points; elsewhere "1.125" is a little more than one.
    const isGrouped = isSpanish && /^\d{1,3}(?:\.\d{3})+$/.test(match[0].trim())
    const scale = /million|billion|thousand|hundred|dozen/.exec(match[0])?.[0]
    const digits =
      Number((isGrouped ? match[0].replaceAll('.', '') : match[0]).replace(/[^\d.]/g, '')) *
      (scale ? (scale === 'billion' ? 1e9 : (multipliers[scale] ?? 1)) : 1)
    const isPercent = match[0].endsWith('%')
    const isMoney = /^[$£€]/.test(match[0])
    const from = start + (/^[$£€]\s?/.exec(match[0])?.[0].length ?? 0)
    const to = isPercent ? end - (/\s?%$/.exec(match[0])?.[0].length ?? 0) : end
    facts.push(numberAt(text, sentence, from, to, digits, isPercent ? 'percent' : isMoney ? 'money' : null))
  }
  const words = wordsOf(text, sentence.start, sentence.end)
  for (let at = 0; at < words.length; at++) {
    const run = numberRun(text, words, at, isSpanish)
    if (!run) continue
    const first = words[at]
    const last = words[at + run.count - 1]
    at += run.count - 1
    if (!first || !last || !free(first.start, last.end)) continue
    facts.push(numberAt(text, sentence, first.start, last.end, run.value, null))
  }
  return facts
}

/** "Medic 7", "PC 2217", "#412": the number names and does not count. */
function isLabel(text: string, sentence: Sentence, start: number, end: number): boolean {
  const before = text.slice(Math.max(sentence.start, start - 24), start)
  if (/[#+]$/.test(before)) return true
  // "6.41 The pump …": the number of a paragraph.
  if (start === sentence.start && /^\d{1,2}\.\d{1,3} \p{Lu}/u.test(text.slice(start, start + 9))) return true
  const name = /(\p{Lu}[\p{L}]*)\.?\s$/u.exec(before)
  // In a line all in capitals every word begins with one.
  if (name?.[1] && name[1].length > 1 && name[1] === name[1].toUpperCase()) {
    const body = text.slice(sentence.start, sentence.end)
    if ((body.match(/\p{Ll}/gu)?.length ?? 0) < body.length * 0.1 && body.length > 12) return false
  }
  if (!name?.[1] || sentence.start >= start - name[0].length) return false
  if (
    /^(?:Medic|Squad|Truck|PC|Platform|Exhibit|Terminal|Runway|Booth|Pod|Tower|Cell|Bay|Lane|Apartment)$/.test(
      name[1],
    )
  )
    return true
  const next = /^\s(\p{L}+)/u.exec(text.slice(end, Math.min(sentence.end, end + 24)))?.[1]?.toLowerCase()
  return (
    !bounds[name[1].toLowerCase()] &&
    (next === undefined ? !/^[-\s]*[%$]/.test(text.slice(end, end + 2)) : functionWords.has(next)) &&
    !/^-/.test(text.slice(end, end + 1))
  )
}

function numberRun(
  text: string,
  words: readonly Word[],
  at: number,
  isSpanish: boolean,
): { readonly count: number; readonly value: number } | null {
  let total = 0
  let part = 0
  let count = 0
  for (let index = at; index < words.length; index++) {
    const word = words[index]
    const previous = words[index - 1]
    if (!word) break
    if (index > at && previous && !/^[\s-]$/.test(text.slice(previous.end, word.start))) break
    const key = word.lower.replace(/s$/, '')
    const isNumber = Object.hasOwn(numberWords, word.lower) && (isSpanish || !spanishOnly.has(word.lower))
    const multiplier =
      multipliers[word.lower] ??
      (key === 'dozen' || key === 'hundred' || key === 'thousand' ? multipliers[key] : undefined)
    if (isNumber) {
      const value = numberWords[word.lower] ?? 0
      if (count > 0 && part > 0 && !(part % 10 === 0 && value < 10 && part % 100 !== 0) && part % 100 !== 0)
        break
      part += value
    } else if (multiplier !== undefined && (isSpanish || !spanishOnly.has(word.lower))) {
      if (count === 0 && !/^(?:a|an|several|half|un|una)$/.test(previous?.lower ?? '') && !isSpanish)
        return null
      if (count === 0 && /several|half/.test(previous?.lower ?? '')) return null
      if (count === 0 && word.lower !== key && multiplier !== undefined && /s$/.test(word.lower)) return null
      part = Math.max(part, 1) * multiplier
      if (multiplier >= 1000) {
        total += part
        part = 0
      }
    } else if (/^(?:and|y)$/.test(word.lower) && count > 0) {
      const next = words[index + 1]
      const isJoined = next && Object.hasOwn(numberWords, next.lower) && part % 100 === 0 && part > 0
      if (
        !isJoined &&
        !(
          word.lower === 'y' &&
          next &&
          Object.hasOwn(numberWords, next.lower) &&
          part % 10 === 0 &&
          part > 0 &&
          (numberWords[next.lower] ?? 10) < 10
        )
      )
        break
    } else break
    count++
  }
  if (count === 0) return null
  if (count === 1 && words[at]?.lower === 'one' && !isCountingOne(text, words, at)) return null
  return { count, value: total + part }
}

/** "One officer" counts; "one of", "no one", "one another" and "one day" do not. */
function isCountingOne(text: string, words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  const previous = words[at - 1]
  if (
    !next ||
    /^(?:of|another|that|who|which|day|in|is|was|on|at|to|and|or|can|thing|way|more|s)$/.test(next.lower)
  )
    return false
  // "One time" counts where the sentence ends with it, and else is some day.
  if (next.lower === 'time' && !/^\s*[.,;]|^\s*$/.test(text.slice(next.end, next.end + 2))) return false
  if (previous && /^(?:no|any|every|this|the|each|some|which)$/.test(previous.lower)) return false
  return /^[\s-]$/.test(text.slice(words[at]?.end ?? 0, next.start))
}

function numberAt(
  text: string,
  sentence: Sentence,
  start: number,
  end: number,
  value: number,
  unit: string | null,
): Fact {
  const before = text.slice(Math.max(sentence.start, start - 24), start).toLowerCase()
  const bound = boundsByLength.find(([words]) => before.endsWith(`${words} `))?.[1] ?? null
  return {
    type: 'number',
    start,
    end,
    value: String(value),
    unit: unit ?? unitAfter(text, sentence, start, end, value),
    bound,
  }
}

/** "No more than" before the "more than" in it. */
const boundsByLength = Object.entries(bounds).sort(([one], [two]) => two.length - one.length)

/** Whole years of age that are told by a number alone. */
const [youngest, oldest] = [4, 100]

/** The noun behind a number: past adjectives to a plural, or the next word. */
function unitAfter(
  text: string,
  sentence: Sentence,
  start: number,
  end: number,
  value: number,
): string | null {
  const rest = text.slice(end, Math.min(sentence.end, end + 70))
  if (/^[-\s]years?[-\s]old\b/i.test(rest)) return 'year-old'
  if (/^\s?años\b/i.test(rest)) return 'year-old'
  if (/^\s*(?:miles an hour|miles per hour)\b/i.test(rest)) return 'mph'
  // "81 in a 55": what was driven, and what was allowed.
  if (/^ in an? \d{2}(?:-?\s?(?:mph|zone)\b|[.,;)]|\s|$)/i.test(rest)) return 'mph'
  if (/^\s*(?:km\/h|kph|kilomet(?:er|re)s (?:an|per) hour)/i.test(rest)) return 'kmh'
  if (/^\s*percent\b|^\s*per cent\b|^\s*por ciento\b/i.test(rest)) return 'percent'
  if (
    /^(?:[,)]|\s?,| of (?!the|th[eo]se|them|us|you|its?|his|her|their|our|my)\b)/.test(rest) &&
    /(?:\p{Lu}[\p{L}'’.-]+,? \(?)$/u.test(text.slice(Math.max(sentence.start, start - 20), start)) &&
    // "Foxglove Two, be advised".
    !/^\p{Lu}\p{Ll}/u.test(text.slice(start, end))
  )
    return 'year-old'
  if (/\b(?:age of|aged|edad de)\s$/i.test(text.slice(Math.max(sentence.start, start - 9), start)))
    return 'year-old'
  if (
    /^ (?:took part|attended|turned (?:out|up)|marched|gathered|showed up|participaron|asistieron|marcharon)\b/.test(
      rest,
    )
  )
    return 'person'
  // "The student, 15, …": who they are stands before the comma.
  const called = /(\p{Ll}+)(?:,| was| is) $/u.exec(
    text.slice(Math.max(sentence.start, start - 24), start),
  )?.[1]
  if (called !== undefined && roleNouns.has(called) && /^(?:[.,;)]|$)/.test(rest)) return 'year-old'
  // "He was 17.", and not "los detenidos son nueve".
  if (
    /^(?:[.,;)]|$| when | at the time| and )/.test(rest) &&
    !/(?:[ao]s|que|ya|no) son $/i.test(text.slice(Math.max(sentence.start, start - 12), start)) &&
    /\b(?:(?:he|she|boy|girl|teen(?:ager)?|victim|son|daughter|(?:who|he|she) (?:had )?(?:just )?turned|who) (?:was|is|had turned|turned)? ?|(?:he|she)['’]s )$/i.test(
      text.slice(Math.max(sentence.start, start - 30), start),
    )
  )
    return 'year-old'
  // "Robbie Teague was 15.", "Quill, a roofer, was 37."
  if (
    value >= youngest &&
    value <= oldest &&
    /^(?:[.,;)]|$| when | at the time| and | years? old)/.test(rest) &&
    /\p{Lu}\p{Ll}[\p{L}'’-]*(?:, [^.;:]{3,90},)? (?:is|was) (?:just |only )?$/u.test(
      text.slice(Math.max(sentence.start, start - 120), start),
    )
  )
    return 'year-old'
  // "Eleven were injured": people are meant.
  if (
    /^ (?:were|was|are|have been|had been|remain|remained) (?:\p{Ll}+ly )?(?:injured|hurt|killed|wounded|arrested|detained|treated|taken|hospitali[sz]ed|missing|dead|rescued|evacuated|charged)\b/u.test(
      rest,
    )
  )
    return 'person'
  if (/^ of (?:them|us|you|those)\b/i.test(rest)) return 'person'
  // "Put the number of arrests at 31", "estimated the crowd at 2,500".
  const put =
    /\b(?:number of (\p{L}+)(?: \p{L}+)?|(crowd|turnout|attendance|multitud|asistencia)|((?:death )?toll)) (?:at|to|as|en|a) (?:about |around |some |roughly |nearly |more than |approximately |over |unas |unos )?$/iu.exec(
      text.slice(Math.max(sentence.start, start - 60), start),
    )
  if (put && !/^[\s-]*\p{Ll}{3,}s\b/u.test(rest)) return put[1] ? stemOf(put[1].toLowerCase()) : 'person'
  const words = wordsOf(rest)
  const first = words[0]
  if (!first || /^[,;.:!?)]/.test(rest.trimStart())) return null
  const range =
    /^(?:to|or|and|a|o)$/.test(first.lower) &&
    /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|dos|tres|cuatro|cinco)$/.test(
      words[1]?.lower ?? '',
    )
  let candidates = range ? words.slice(2) : words
  while (
    /^(?:of|más|more|other|additional|different|separate|de|los|las|the|his|her|their|its|our|my|your|these|those|nuestros|nuestras)$/.test(
      candidates[0]?.lower ?? '',
    )
  )
    candidates = candidates.slice(1)
  const near: Word[] = []
  for (const word of candidates.slice(0, 4)) {
    const previous = near.at(-1)
    if (previous && /[,;.:!?()"“]/.test(rest.slice(previous.end, word.start))) break
    if (functionWords.has(word.lower) || /^(?:was|were|is|are|had|has|said|of)$/.test(word.lower)) break
    // "One officer fired four times": what the next number counts is not counted here.
    if (near.length > 0 && (/^\d/.test(word.lower) || Object.hasOwn(numberWords, word.lower))) break
    near.push(word)
  }
  const plural = near.find(
    ({ lower }) =>
      (/[^s]s$/.test(lower) && lower.length > 3) ||
      /^(?:people|men|women|children|feet|police|rounds)$/.test(lower),
  )
  // "Three police officers" are officers.
  const last = near.at(-1)
  if (plural?.lower === 'police' && last !== undefined && last !== plural && roleNouns.has(last.lower))
    return stemOf(last.lower)
  // "One warning shot", "one police officer": of two singular nouns the second is counted.
  const second = near[1]
  const isCompound =
    plural === undefined &&
    second !== undefined &&
    /\b(?:one|1|un|una)$/i.test(text.slice(start, end)) &&
    (roleNouns.has(second.lower) || /^(?:shot|round|door|car|window|gun|bullet)$/.test(second.lower))
  const noun = plural ?? (isCompound ? second : near[0])
  return noun ? stemOf(noun.lower) : null
}

/** Names behind "in", "at", "near" that are nobody's. */
function namedPlaces(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  taken: readonly Span[],
): readonly Span[] {
  const found: Span[] = []
  const body = text.slice(sentence.start, sentence.end)
  for (const match of body.matchAll(
    /\b(?:in|at|near|from|outside|of|to|en|toward|inside)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*)(?:\s(?:of\s)?\p{Lu}[\p{L}'’-]*){0,3})/gu,
  )) {
    const name = (match[1] ?? '').replace(/['’]s$|\.$/, '')
    const start = sentence.start + match.index + match[0].length - (match[1] ?? '').length
    const end = start + name.length
    if (
      mentions.some(mention => mention.titleStart < end && mention.end > start) ||
      taken.some(span => start < span.end && end > span.start)
    )
      continue
    const words = wordsOf(name)
    if (
      words.some(({ lower }) =>
        /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spanish|english|police|department|office|i|mr|mrs|ms|mayor|officer|chief|sgt|judge|dr)$/.test(
          lower,
        ),
      )
    )
      continue
    if (words.length === 1 && bodyWords.has(words[0]?.lower ?? '')) continue
    found.push({ start, end })
  }
  return found
}
