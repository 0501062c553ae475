import { roleNouns } from './lexicon/people-words.ts'
import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { mainSubject, quoteFiller, withName } from './noun-phrases.ts'
import type { People } from './people.ts'
import { choose } from './quote-clause.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Paragraph } from './reading.ts'
import { type ReportingClause, reportingClauses } from './reporting-clause.ts'
import type { Sentence } from './sentences.ts'
import { type Source, SourceFinder } from './speakers.ts'
import { withLateSpeakers } from './unclaimed-quotes.ts'
import { wordsOf } from './words.ts'

/** Exact words and whom they are put down to. */
export interface Quote {
  readonly start: number
  readonly end: number
  readonly outerStart: number
  readonly outerEnd: number
  readonly depth: number
  readonly speaker: Source | null
  readonly to: string | null
  readonly via: string | null
  readonly certainty: 'certain' | 'inferred' | 'unknown'
}

/** A stretch of sentences that quoted words hold together, with what reports them. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly paragraph: number
  readonly sentences: readonly Sentence[]
  readonly frame: string
  readonly clauses: readonly {
    readonly clause: ReportingClause
    readonly source: Source
    readonly to: string | null
    readonly via: string | null
  }[]
}

export interface QuotesFound {
  readonly quotes: readonly Quote[]
  readonly units: readonly Unit[]
}

/** Marks around words that are a name or a doubt, and no speech. */
const scareLead =
  /(?:so-called|known as|dubbed|nicknamed|labell?ed|marked|titled|entitled|named|termed|the word|the words|the phrase|a banner|hashtag|llamad[oa]|operation|song|film|album|book|movie|show|series|game|shirt|sweatshirt|hoodie|sticker|stamped|tattoo(?:ed)?|engraved|printed)\s*[,:]?\s*(?:with|that (?:read|said)|reading)?\s*(?:the |an? )?$/i

/** "A woman asking for “…”", "an officer yelling “…”": who utters stands before a participle. */
const utteringBefore =
  /((?:\b(?:an?|the|one|another|his|her|their|un|una)\s(?:\p{Ll}+\s){0,2}\p{Ll}+)|(?:\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,2}))\s(?:\p{Ll}+ly\s|then\s|repeatedly\s|kept\s|keeps\s)?(?:asking|saying|shouting|yelling|pleading|screaming|calling|crying|begging|repeating|chanting|diciendo|gritando|pidiendo)(?:\s(?:for|out|to \p{L}+|at \p{L}+|that))?[,:]?\s*$/u

const issuing =
  /\b(?:issued?|issuing|released?|releasing|published?|put out|posted|wrote|circulated|emitió|publicó|difundió|shared|read)\s+(?:an?|the|their|his|her|its|un|una)\s+(?:\p{L}+\s+){0,3}(?:statement|letter|e-?mail|comunicado|memo|post|message|release)\b/iu

/** Puts speakers to quotes, reading the account from front to back. */
export function quotesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  marked: readonly MarkedSpan[],
  sentences: readonly Sentence[],
  people: People,
): QuotesFound {
  const heads = new Set(
    people.mentions
      .filter(({ start }) =>
        sentences.some(each => each.isHeadline && each.start <= start && start < each.end),
      )
      .map(({ start }) => start),
  )
  const finder = new SourceFinder(text, people, heads)
  const reader = new QuoteReader(text, finder, people)
  const units: Unit[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const here = marked.filter(each => each.paragraph === index)
    const own = sentences.filter(each => each.paragraph === index)
    if (paragraph.kind === 'turn') reader.turn(paragraph, here)
    const made = reader.paragraph(index, paragraph, here, own)
    units.push(...made)
  }
  const quotes = withLateSpeakers(text, paragraphs, reader.quotes, units, reader.issuer)
  return { quotes: quotes.toSorted((a, b) => a.start - b.start || b.end - a.end), units }
}

/** A sentence of more than a page is a list or a mistake, and no clause in it is found. */
const longestFrame = 4000

/** Nobody tells a paragraph of more quotes than this apart; their speakers stay unknown. */
const mostQuotes = 300

class QuoteReader {
  readonly quotes: Quote[] = []
  readonly #text: string
  readonly #finder: SourceFinder
  readonly #people: People
  #issuer: Source | null = null
  /** Whom the last reporting clause went back to, with or without exact words. */
  #heard: { readonly source: Source; readonly paragraph: number } | null = null
  /** Who spoke last, and in which paragraph: words without a speaker may go on with theirs. */
  #last: {
    readonly source: Source
    readonly paragraph: number
    readonly to: string | null
    readonly via: string | null
    readonly endsInQuote: boolean
  } | null = null

  constructor(text: string, finder: SourceFinder, people: People) {
    this.#text = text
    this.#finder = finder
    this.#people = people
  }

  /** Who put out the statement that was read last. */
  get issuer(): Source | null {
    return this.#issuer
  }

  /** `NAME: words`: all of the paragraph is theirs. */
  turn(paragraph: Paragraph, marked: readonly MarkedSpan[]): void {
    if (!paragraph.label) return
    const speaker = this.#finder.read(paragraph.label.start, paragraph.label.end) ?? null
    const named = speaker?.person
      ? speaker
      : {
          name: titled(paragraph.label.name),
          person: this.#byLabel(paragraph.label.name),
          certainty: 'certain' as const,
          isPronoun: false,
        }
    const source = { ...named, name: named.person?.name ?? named.name }
    const outer = marked.find(
      each => each.depth === 0 && each.outerStart === paragraph.start && each.outerEnd >= paragraph.end - 1,
    )
    this.quotes.push({
      start: outer?.start ?? paragraph.start,
      end: outer?.end ?? paragraph.end,
      outerStart: paragraph.start,
      outerEnd: paragraph.end,
      depth: 0,
      speaker: source,
      to: null,
      via: null,
      certainty: 'certain',
    })
  }

  #byLabel(label: string): Source['person'] {
    const last = label.split(/\s+/).at(-1)?.toLowerCase()
    const fits = this.#people.persons.filter(({ surname }) => surname.toLowerCase() === last)
    return fits.length === 1 ? (fits[0] ?? null) : null
  }

  paragraph(
    index: number,
    paragraph: Paragraph,
    marked: readonly MarkedSpan[],
    sentences: readonly Sentence[],
  ): readonly Unit[] {
    const top = marked.filter(({ depth }) => depth === 0)
    if (top.length > mostQuotes) {
      for (const span of top) this.#add(span, null, null, null, index, 0)
      return []
    }
    const units = unitsOf(this.#text, index, sentences, top).map(unit => this.#withClauses(unit))
    const isTurn = paragraph.kind === 'turn'
    const pending: { readonly span: MarkedSpan; readonly unit: Unit }[] = []
    for (const unit of units) {
      this.#noteIssuer(unit)
      const own = top.filter(
        ({ outerStart, outerEnd }) => outerStart >= unit.start && outerEnd <= unit.end + 2,
      )
      for (const span of own) {
        if (isTurn && span.outerStart === paragraph.start && span.outerEnd >= paragraph.end - 1) continue
        const chosen = choose(span, unit, own)
        if (this.#isScare(span, unit, chosen !== null && !chosen.clause.isWeak)) continue
        if (chosen) {
          const source = this.#issued(chosen.source, chosen.via)
          this.#add(span, source.source, chosen.to, source.via, index, isTurn ? 1 : 0)
          continue
        }
        const adjacent = this.#adjacentSubject(span, unit)
        if (adjacent) {
          this.#add(span, adjacent, null, null, index, isTurn ? 1 : 0)
        } else if (isTurn) {
          this.#add(span, null, null, null, index, 1)
        } else pending.push({ span, unit })
      }
    }
    for (const { span, unit } of pending) this.#inherit(span, unit, units, index)
    const said = units
      .flatMap(({ clauses }) => clauses)
      .findLast(({ clause, source }) => clause.kind !== 'shown' && source.certainty !== 'unknown')
    if (said) this.#heard = { source: said.source, paragraph: index }
    for (const span of marked.filter(({ depth }) => depth > 0)) this.#nested(span, top, isTurn)
    return units
  }

  #withClauses(unit: Omit<Unit, 'clauses'>): Unit {
    const read = unit.frame.length > longestFrame ? [] : reportingClauses(unit.frame, unit.start)
    this.#noteSubject(unit, read)
    const clauses = read.flatMap((clause, at) => {
      const isInner = read.some(
        (other, before) =>
          before < at &&
          other.kind === 'said' &&
          !other.isWeak &&
          other.verb.start < clause.subject.start &&
          other.subject.start < clause.subject.start &&
          !unit.frame
            .slice(other.verb.end - unit.start, clause.subject.start - unit.start)
            .includes(quoteFiller),
      )
      const source = this.#finder.read(clause.subject.start, clause.subject.end, isInner)
      if (!source) return []
      const to = clause.to ? (this.#finder.peek(clause.to.start, clause.to.end)?.name ?? null) : null
      const via = clause.via ? this.#text.slice(clause.via.start, clause.via.end).replace(/\s+/g, ' ') : null
      return [{ clause, source, to, via }]
    })
    return { ...unit, clauses }
  }

  /** Whom the sentence is about, when it begins with them and not with quoted words. */
  #noteSubject(unit: Omit<Unit, 'clauses'>, clauses: readonly ReportingClause[]): void {
    if (unit.sentences.some(({ isHeadline }) => isHeadline) || unit.frame.length > longestFrame) return
    const words = wordsOf(unit.frame)
    const main = mainSubject(unit.frame, words, words.length)
    if (!main) return
    // "The officer's account is brief. “…,” he said.": whose account it is.
    const owner =
      /^(.{3,60})['’]s?\s(?:\p{Ll}+\s)?(?:account|statement|report|version|testimony|story|letter|recollection|words|response|reply)(?=\s|$)/u.exec(
        unit.frame.slice(main.start, main.end),
      )?.[1]
    const named =
      owner === undefined
        ? (withName(unit.frame, main) ?? main)
        : { start: main.start, end: main.start + owner.length }
    const [start, end] = [unit.start + named.start, unit.start + named.end]
    this.#finder.note(
      start,
      end,
      owner !== undefined,
      clauses.some(({ kind, subject }) => kind === 'said' && subject.start >= end),
    )
  }

  /** Who puts out a statement owns what "the statement read". */
  #noteIssuer(unit: Unit): void {
    const found = issuing.exec(unit.frame)
    if (found) {
      const subject =
        /^(.*?)(?:\s+(?:have|has|had|also|on \p{Lu}\p{L}+|later|jointly|together|\p{Lu}\p{L}+day(?: \p{Ll}+)?))*\s*$/u.exec(
          unit.frame.slice(0, found.index),
        )?.[1]
      const lead =
        /^(?:(?:in|on|as|at|after|when|meanwhile)\b[^,]{0,80},\s*)?/i.exec(subject ?? '')?.[0].length ?? 0
      const comma = (subject ?? '').indexOf(',', lead)
      const end = comma > lead ? comma : (subject ?? '').length
      if (end - lead > 1 && end - lead < 120) {
        const source = this.#finder.read(unit.start + lead, unit.start + end)
        if (source) this.#issuer = source
      }
    }
    const from =
      /\bstatement (?:from|by|of|issued by|released by|on behalf of)\s+((?:the )?[^,.;:]{3,70})/i.exec(
        unit.frame,
      )
    if (from?.[1]) {
      const at = unit.start + from.index + from[0].length - from[1].length
      const source = this.#finder.read(at, at + from[1].length)
      if (source) this.#issuer = source
    }
    // "Wept as the coroner read a statement on her behalf".
    if (
      /\b(?:statement|letter) (?:\p{L}+ )?(?:on|in) (?:his|her|their) (?:behalf|name)\b/iu.test(unit.frame)
    ) {
      const words = wordsOf(unit.frame)
      const main = mainSubject(unit.frame, words, words.length)
      const source = main ? this.#finder.peek(unit.start + main.start, unit.start + main.end) : null
      if (source?.person) this.#issuer = source
    }
    for (const { clause, source, via } of unit.clauses)
      if (
        clause.kind === 'said' &&
        via !== null &&
        /statement|comunicado|letter|e-?mail/i.test(via) &&
        !/statement/i.test(source.name)
      )
        this.#issuer = source
  }

  #issued(source: Source, via: string | null): { readonly source: Source; readonly via: string | null } {
    // "It said", behind a statement that was put out.
    if (
      source.isPronoun &&
      source.person === null &&
      this.#issuer?.person &&
      /^(?:an?|the) (?:inquest|court|hearing|statement)/i.test(source.name)
    )
      return { source: this.#issuer, via: via ?? 'statement' }
    // "Read a statement from the mayor's office".
    const of =
      /^((?:an?|the|una?|el|la)\s(?:[\p{L}-]+\s){0,2}(?:statement|letter|e-?mail|comunicado|post|message|memo)) (?:from|by|issued by|released by|on behalf of|de|del) (.{3,80})$/iu.exec(
        source.name,
      )
    if (of?.[1] && of[2]) {
      const name = of[2].replace(/\s(?:to|sent|dated|obtained|on|for)\b.*$/i, '')
      const person = this.#people.persons.find(each => name.endsWith(each.name)) ?? null
      return { source: { ...source, person, name: person?.name ?? name }, via: via ?? of[1] }
    }
    if (
      !/^(?:the|a|an|their|his|her|its|el|la|un)?\s*(?:[\p{L}-]+\s+){0,2}(?:statement|letter|e-?mail|comunicado|post|message|memo)$/iu.test(
        source.name,
      ) ||
      !this.#issuer
    )
      return { source, via }
    return {
      source: { ...this.#issuer, certainty: this.#issuer.certainty === 'unknown' ? 'unknown' : 'certain' },
      via: via ?? source.name,
    }
  }

  #isScare(span: MarkedSpan, unit: Unit, isReported: boolean): boolean {
    const words = wordsOf(this.#text, span.start, span.end)
    const inner = this.#text.slice(span.start, span.end)
    const before = this.#text.slice(Math.max(unit.start, span.outerStart - 40), span.outerStart)
    const after = this.#text.slice(span.outerEnd, span.outerEnd + 30)
    if (scareLead.test(before)) return words.length <= 8
    if (/^\p{Lu}\p{L}+$/u.test(inner) && /\p{Lu}\p{L}+ $/u.test(before) && /^ \p{Lu}/u.test(after))
      return true
    if (words.length > 4 || /[,.!?]$/.test(inner) || !span.isClosed) return false
    // A sentence of its own is speech however short.
    if (
      before === '' &&
      /^\s*[.!?]?\s*$/.test(this.#text.slice(span.outerEnd, unit.end)) &&
      /^[¿¡]?\p{Lu}/u.test(inner)
    )
      return words.length < 2
    // "Council president: ‘We need the tape’".
    if (/\p{L}:\s*$/u.test(before) && words.length > 2) return false
    if (utteringBefore.test(before) || (before === '' && /^:\s/.test(after))) return false
    if (spanishSayingVerbs.has(/^,?\s+(\p{L}+)/u.exec(after)?.[1] ?? '')) return false
    if (isReported)
      return (
        /^\s(?:\p{Ll}+\s){0,2}\p{Ll}+/u.test(after) &&
        words.length <= 2 &&
        /\b(?:the|an?|of|as|for|this|that)\s$/i.test(before) &&
        !/\b(?:said|called|described)\b.{0,25}$/i.test(before) &&
        unit.clauses.every(
          ({ clause }) =>
            clause.verb.start < span.outerStart &&
            /\bthat\b/.test(this.#text.slice(clause.verb.end, span.outerStart)),
        )
      )
    return unit.clauses.length === 0 || unit.clauses.every(({ clause }) => clause.kind !== 'said')
  }

  /** "The family “believe that …": the subject stands right before quoted words that begin with its verb. */
  #adjacentSubject(span: MarkedSpan, unit: Unit): Source | null {
    const lead = this.#text.slice(unit.start, span.outerStart)
    const uttering = utteringBefore.exec(lead)
    if (uttering?.[1]) {
      const at = unit.start + uttering.index + uttering[0].indexOf(uttering[1])
      const source = this.#finder.peek(at, at + uttering[1].length)
      if (source) return source
    }
    // “We had nowhere to go”: students describe the night.
    const behind =
      /^:\s+((?:the |a |an )?[^.;:“”"]{3,60}?)\s+(?:describes?|speaks?|says?|recalls?|tells?|remembers?|slams?|demands?|fears?|recuerda|habla)\b/iu.exec(
        this.#text.slice(span.outerEnd, unit.end),
      )
    if (behind?.[1] && lead.trim() === '') {
      const at = span.outerEnd + behind[0].indexOf(behind[1])
      return this.#finder.peek(at, at + behind[1].length)
    }
    // ‘He was already on the ground’: Mother wants answers.
    const headed =
      /^[’'”"]?:\s+((?:\p{Lu}[\p{L}’'-]*|[\p{Ll}-]+)(?:\s(?:of|the|a|an|\p{L}[\p{L}’'-]*)){0,5}?)\s(?:wants?|sues?|seeks?|blasts?|blames?|accuses?|breaks?|relives?|reveals?|opens?|pleads?|mourns?|asks?|questions?|reacts?|responds?|warns?|admits?|denies|insists?|claims?|hits?)\b/u.exec(
        this.#text.slice(span.outerEnd, unit.end),
      )?.[1]
    if (headed !== undefined && lead.trim() === '') {
      const at = span.outerEnd + this.#text.slice(span.outerEnd, unit.end).indexOf(headed)
      const source = this.#finder.peek(at, at + headed.length)
      if (
        source &&
        (source.person ||
          roleNouns.has(
            headed
              .split(/\s(?:of|whose|who)\b/)[0]
              ?.split(/\s/)
              .at(-1)
              ?.toLowerCase() ?? '',
          ))
      )
        return source
    }
    // "Asked whether he ran, Finch shook her head: “…”": the subject of the sentence before the colon.
    if (/:\s*$/.test(lead)) {
      const frame = unit.frame.slice(0, lead.length)
      const words = wordsOf(frame)
      const main = mainSubject(frame, words, words.length)
      const source = main ? this.#finder.peek(unit.start + main.start, unit.start + main.end) : null
      if (source?.person && main) return this.#finder.read(unit.start + main.start, unit.start + main.end)
    }
    const colon =
      /^(.{2,90}?)(?:\s+(?:had this to say|put it this way|summed it up|was blunt|agreed))?:\s*$/u.exec(lead)
    const subject =
      colon?.[1] ??
      (/^[^,;:]{2,80}\s$/.test(lead) &&
      /^\p{Ll}/u.test(this.#text.slice(span.start)) &&
      lead.trim().split(/\s+/).length <= 9
        ? lead.trimEnd()
        : null)
    if (subject === null) return null
    if (/\b(?:was|were|is|are|had|said|that)\b/.test(subject) && !colon) return null
    const source = this.#finder.peek(unit.start, unit.start + subject.length)
    return source &&
      (source.person ||
        /famil|police|department|office|lawyer|attorney|union|officials|mayor|witness/i.test(source.name) ||
        (colon && roleNouns.has(source.name.split(' ').at(-1)?.toLowerCase() ?? '')))
      ? this.#finder.read(unit.start, unit.start + subject.length)
      : null
  }

  #inherit(span: MarkedSpan, unit: Unit, units: readonly Unit[], index: number): void {
    const at = units.indexOf(unit)
    const near = this.quotes.filter(
      quote =>
        quote.depth === 0 &&
        quote.speaker !== null &&
        quote.outerStart >= (units[0]?.start ?? 0) &&
        quote.outerEnd <= (units.at(-1)?.end ?? 0) + 2,
    )
    const before = near.findLast(({ outerEnd }) => outerEnd <= span.outerStart)
    const after = near.find(({ outerStart }) => outerStart >= span.outerEnd)
    // In Spanish the verb alone says that the last one goes on: «…», dijo.
    const bare = unit.frame.replaceAll(quoteFiller, '').replace(/[\s.,—–-]/g, '')
    const isWhole = bare === '' || spanishSayingVerbs.has(bare.toLowerCase())
    const neighbour = before ?? (isWhole || at === 0 ? after : undefined)
    if (neighbour?.speaker) {
      this.#add(span, { ...neighbour.speaker, certainty: 'inferred' }, neighbour.to, neighbour.via, index, 0)
      return
    }
    const clauseBefore = units
      .slice(0, at)
      .findLast(({ clauses }) => clauses.some(({ clause }) => clause.kind === 'said'))
      ?.clauses.findLast(({ clause }) => clause.kind === 'said')
    if (clauseBefore && isWhole) {
      const { source, via } = this.#issued(clauseBefore.source, clauseBefore.via)
      this.#add(span, { ...source, certainty: 'inferred' }, clauseBefore.to, via, index, 0)
      return
    }
    // "Finch shook her head. “He never ran.”": who did something right before speaks.
    const actor = isWhole && at > 0 ? this.#actorOf(units[at - 1]) : null
    if (actor) {
      this.#add(span, { ...actor, certainty: 'inferred' }, null, null, index, 0)
      return
    }
    const last = this.#last
    if (last && isWhole && index - last.paragraph <= 1 && (span.isContinued || last.endsInQuote)) {
      this.#add(
        span,
        { ...last.source, certainty: span.isContinued ? 'certain' : 'inferred' },
        last.to,
        last.via,
        index,
        0,
      )
      return
    }
    if (last && isWhole && index - last.paragraph <= 2) {
      this.#add(span, { ...last.source, certainty: 'inferred' }, null, null, index, 0)
      return
    }
    const heard = this.#heard
    if (isWhole && heard && index - heard.paragraph <= 1) {
      this.#add(span, { ...heard.source, certainty: 'inferred' }, null, null, index, 0)
      return
    }
    this.#add(span, null, null, null, index, 0)
  }

  /** Who a sentence without quoted words is about, when it is somebody who is named. */
  #actorOf(unit: Unit | undefined): Source | null {
    if (!unit || unit.frame.includes(quoteFiller)) return null
    const words = wordsOf(unit.frame)
    const main = mainSubject(unit.frame, words, words.length)
    const source = main ? this.#finder.peek(unit.start + main.start, unit.start + main.end) : null
    return source?.person ? source : null
  }

  #nested(span: MarkedSpan, top: readonly MarkedSpan[], isTurn: boolean): void {
    const outer = top.find(({ start, end }) => start <= span.outerStart && span.outerEnd <= end + 1)
    if (!outer) return
    const words = wordsOf(this.#text, span.start, span.end)
    const lead = this.#text.slice(outer.start, span.outerStart)
    const tail = this.#text.slice(span.outerEnd, outer.end)
    const clause = reportingClauses(
      `${lead}${quoteFiller.repeat(span.outerEnd - span.outerStart)}${tail}`,
      outer.start,
    ).find(({ verb }) => verb.start > span.outerStart - 60 && verb.end < span.outerEnd + 60)
    if (words.length <= 3 && !clause && !/[!?,.]$/.test(this.#text.slice(span.start, span.end))) return
    const host = this.quotes.find(
      quote => quote.start <= span.start && quote.end >= span.end && quote.depth === 0,
    )
    const self = clause && /^(?:i|we)$/i.test(this.#text.slice(clause.subject.start, clause.subject.end))
    const speaker = self
      ? (host?.speaker ?? null)
      : clause
        ? this.#finder.peek(clause.subject.start, clause.subject.end)
        : null
    this.quotes.push({
      start: span.start,
      end: span.end,
      outerStart: span.outerStart,
      outerEnd: span.outerEnd,
      depth: isTurn ? span.depth + 1 : span.depth,
      speaker,
      to: null,
      via: host?.speaker?.name ?? null,
      certainty: speaker ? 'inferred' : 'unknown',
    })
  }

  #add(
    span: MarkedSpan,
    source: Source | null,
    to: string | null,
    via: string | null,
    paragraph: number,
    depth: number,
  ): void {
    const isUnknown = source === null || source.certainty === 'unknown'
    this.quotes.push({
      start: span.start,
      end: span.end,
      outerStart: span.outerStart,
      outerEnd: span.outerEnd,
      depth,
      speaker: isUnknown ? null : source,
      to,
      via,
      certainty: isUnknown ? 'unknown' : source.certainty,
    })
    if (!isUnknown) this.#last = { source, paragraph, to, via, endsInQuote: true }
  }
}

function titled(label: string): string {
  if (label !== label.toUpperCase()) return label
  return label.toLowerCase().replace(/(^|[\s-])\p{Ll}/gu, first => first.toUpperCase())
}

function unitsOf(
  text: string,
  paragraph: number,
  sentences: readonly Sentence[],
  marked: readonly MarkedSpan[],
): readonly Omit<Unit, 'clauses'>[] {
  const groups: Sentence[][] = []
  for (const sentence of sentences) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isHeld =
      last && marked.some(({ outerStart, outerEnd }) => outerStart < last.end && outerEnd > sentence.start)
    if (group && isHeld) group.push(sentence)
    else groups.push([sentence])
  }
  return groups.map(group => {
    const start = group[0]?.start ?? 0
    const end = group.at(-1)?.end ?? 0
    let frame = text.slice(start, end)
    for (const { outerStart, outerEnd } of marked) {
      if (outerEnd <= start || outerStart >= end) continue
      const from = Math.max(0, outerStart - start)
      const to = Math.min(frame.length, outerEnd - start)
      frame = frame.slice(0, from) + quoteFiller.repeat(to - from) + frame.slice(to)
    }
    return { start, end, paragraph, sentences: group, frame }
  })
}
