import { adjacentSubject } from './adjacent-subject.ts'
import { inheritedSource, type LastSpeaker } from './free-quotes.ts'
import { innerAgent } from './inner-agent.ts'
import { Issuer } from './issuer.ts'
import { beforeColon, leadingSubject } from './leading-subject.ts'
import { nestedQuote } from './nested-quotes.ts'
import { mainSubject, nounPhraseFrom, quoteFiller, withName } from './noun-phrases.ts'
import { callerBefore, isSpeaking, type Owner, ownerBeside } from './owned-words.ts'
import type { Gender, People } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { besideQuote, choose, isAside, isAsking } from './quote-clause.ts'
import {
  accountOwner,
  answered,
  askedBefore,
  broughtIn,
  genderOfPronoun,
  joinedBy,
  ownAccount,
} from './quote-leads.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Paragraph } from './reading.ts'
import { type ReportingClause, reportingClauses } from './reporting-clause.ts'
import { isScare } from './scare-quotes.ts'
import type { Sentence } from './sentences.ts'
import { isHuman, titled } from './source-words.ts'
import { type Source, SourceFinder } from './speakers.ts'
import { stanceSource } from './stance-sources.ts'
import { withLateSpeakers } from './unclaimed-quotes.ts'
import { unitsOf } from './units.ts'
import { unnamedTeller } from './unnamed-teller.ts'
import { wordsOf } from './words.ts'
import { ownerBehind } from './words-behind.ts'

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

/** Puts speakers to quotes, reading the account from front to back. `author` is who "I" is, where the account says it. */
export function quotesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  marked: readonly MarkedSpan[],
  sentences: readonly Sentence[],
  people: People,
  author: string | null,
): QuotesFound {
  const headlines = sentences.filter(({ isHeadline }) => isHeadline)
  const heads = new Set(
    people.mentions
      .filter(({ start }) => headlines.some(each => each.start <= start && start < each.end))
      .map(({ start }) => start),
  )
  const finder = new SourceFinder(text, people, heads, headlines)
  const reader = new QuoteReader(text, finder, people, author)
  const units: Unit[] = []
  const markedOf = Map.groupBy(marked, each => each.paragraph)
  const sentencesOf = Map.groupBy(sentences, each => each.paragraph)
  for (const [index, paragraph] of paragraphs.entries()) {
    const here = markedOf.get(index) ?? []
    finder.takeTurn(null)
    if (paragraph.kind === 'turn') finder.takeTurn(reader.turn(paragraph, here))
    units.push(...reader.paragraph(index, paragraph, here, sentencesOf.get(index) ?? []))
  }
  const quotes = withLateSpeakers(text, paragraphs, reader.quotes, units, reader.issuer)
  return { quotes: quotes.toSorted((a, b) => a.start - b.start || b.end - a.end), units }
}

/** Of a he or a she alone. */
const genderOfSubject = (words: string): Gender =>
  /^she$/i.test(words) ? 'female' : /^he$/i.test(words) ? 'male' : 'unknown'
const other = (gender: Gender): Gender => (gender === 'female' ? 'male' : 'female')

/** "The deputy's name": of whom the sentence tells, by what is theirs. */
const possessor = /^([Tt]he (?:\p{Ll}+ )?\p{Ll}+)['’]s? (?:\p{Ll}+ )?\p{Ll}+$/u

/** A sentence of more than a page is a list or a mistake, and no clause in it is found. */
const longestFrame = 4000

/** Nobody tells a paragraph of more quotes than this apart; their speakers stay unknown. */
const mostQuotes = 300

class QuoteReader {
  readonly quotes: Quote[] = []
  readonly #text: string
  readonly #finder: SourceFinder
  readonly #people: People
  readonly #author: string | null
  readonly #issuer: Issuer
  /** Whom the last reporting clause went back to, with or without exact words. */
  #heard: { readonly source: Source; readonly paragraph: number } | null = null
  #last: LastSpeaker | null = null
  /** The last stretch of the paragraph before. */
  #above: Unit | undefined

  constructor(text: string, finder: SourceFinder, people: People, author: string | null) {
    this.#author = author
    this.#text = text
    this.#finder = finder
    this.#people = people
    this.#issuer = new Issuer(finder, people)
  }

  /** Who put out the statement that was read last. */
  get issuer(): Source | null {
    return this.#issuer.current
  }

  /** `NAME: words`: all of the paragraph is theirs. */
  turn(paragraph: Paragraph, marked: readonly MarkedSpan[]): Source | null {
    if (!paragraph.label) return null
    const person =
      this.#finder.peek(paragraph.label.start, paragraph.label.end)?.person ??
      this.#byLabel(paragraph.label.name)
    const label = titled(paragraph.label.name)
    // "SHERIFF:", whoever that is, stays as the transcript has it.
    const inName = new Set(wordsOf(person?.name ?? '').map(({ lower }) => lower))
    const isName = wordsOf(label).some(({ lower }) => inName.has(lower))
    const source: Source = {
      name: person && isName ? person.name : label,
      person,
      certainty: 'certain',
      isPronoun: false,
    }
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
    return source
  }

  #byLabel(label: string): Source['person'] {
    // "AK:", where an Amos Kettle is named.
    const initials = /^\p{Lu}{2,3}$/u.test(label)
      ? this.#people.persons.filter(({ name }) => name.replace(/[^\p{Lu}]/gu, '') === label)
      : []
    if (initials.length === 1) return initials[0] ?? null
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
    const units = unitsOf(this.#text, index, sentences, top).map(unit => {
      const read = this.#withClauses(unit)
      this.#issuer.note(read)
      return read
    })
    const isTurn = paragraph.kind === 'turn'
    const pending: { readonly span: MarkedSpan; readonly unit: Unit }[] = []
    for (const unit of units) {
      const own = top.filter(
        ({ outerStart, outerEnd }) => outerStart >= unit.start && outerEnd <= unit.end + 2,
      )
      for (const span of own) {
        if (isTurn && span.outerStart === paragraph.start && span.outerEnd >= paragraph.end - 1) continue
        const claim = this.#claimOf(span, unit, own)
        if (claim === 'scare') continue
        if (claim || isTurn) {
          const { source, to, via } = claim ?? { source: this.#goingOn(span, unit), to: null, via: null }
          this.#add(span, this.#ownWords(source, isTurn), to, via, index, isTurn ? 1 : 0)
        } else pending.push({ span, unit })
      }
    }
    for (const { span, unit } of pending) this.#inherit(span, unit, units, index)
    const said = units
      .flatMap(({ clauses }) => clauses)
      .findLast(({ clause, source }) => clause.kind !== 'shown' && source.certainty !== 'unknown')
    if (said) this.#heard = { source: said.source, paragraph: index }
    this.#above = units.at(-1)
    for (const span of marked.filter(({ depth }) => depth > 0)) {
      const nested = nestedQuote(this.#text, span, top, isTurn, this.quotes, this.#finder)
      if (nested) this.quotes.push(nested)
    }
    return units
  }

  /** Who says it, by the words around it; that it is no speech; or null. */
  #claimOf(
    span: MarkedSpan,
    unit: Unit,
    own: readonly MarkedSpan[],
  ): { readonly source: Source; readonly to: string | null; readonly via: string | null } | 'scare' | null {
    const [lead, rest] = besideQuote(span, unit)
    const by = (source: Source) => ({ source, to: null, via: null })
    const owner =
      this.#ownerOf(ownerBeside(lead, rest), lead, span) ??
      this.#ownerOf(ownerBehind(this.#text, span, unit), lead, span)
    if (owner) return by(owner)
    const aside = this.#asideOf(span, unit)
    if (aside) return by(aside)
    // “Not from there you're not,” comes the reply.
    const answerer = answered.test(rest) ? this.#finder.other(span.outerStart) : null
    if (answerer) return by(answerer)
    const teller = unnamedTeller(lead, this.#text.slice(0, unit.start))
    if (teller) return by(teller)
    const label = this.#labelOf(lead, span) ?? this.#ownerOf(beforeColon(lead), lead, span)
    if (label) return by(label)
    const chosen = choose(span, unit, own, this.#text[span.end - 1] === '.')
    const inner = this.#innerOf(span, unit, chosen)
    if (inner) return by(inner)
    if (!chosen) {
      const caller = this.#ownerOf(callerBefore(lead, this.#text.slice(span.start, span.end)), lead, span)
      if (caller && (caller.person || isSpeaking(caller.name))) return by(caller)
    }
    if (isScare(this.#text, span, unit, chosen !== null && !chosen.clause.isWeak)) return 'scare'
    if (chosen) return { ...this.#issuer.of(chosen.source, chosen.via), to: chosen.to }
    const adjacent = adjacentSubject(this.#text, span, unit, this.#finder)
    if (adjacent) return by(adjacent)
    const leader = this.#ownerOf(leadingSubject(lead, this.#text.slice(span.start, span.end)), lead, span)
    if (leader && (leader.person || isSpeaking(leader.name))) return by(leader)
    const stance = this.#stanceOf(lead, span)
    return stance && by(stance)
  }

  /** “Where's what at?” Lee: “You know what.” A name alone, and a colon. */
  #labelOf(lead: string, span: MarkedSpan): Source | null {
    const name = /^\s*(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}): ?$/u.exec(lead)?.[1]
    if (name === undefined) return null
    const start = span.outerStart - lead.length + lead.indexOf(name)
    return this.#finder.peek(start, start + name.length)?.person
      ? this.#finder.read(start, start + name.length)
      : null
  }

  /** "She counted the steps (“Forty, and no rail”)": whom the sentence is about. */
  #asideOf(span: MarkedSpan, unit: Unit): Source | null {
    if (this.#text[span.outerStart - 1] !== '(' || !/^[.,]?\)/.test(this.#text.slice(span.outerEnd)))
      return null
    if (wordsOf(this.#text, span.start, span.end).length < 3) return null
    const words = wordsOf(unit.frame)
    const main = mainSubject(unit.frame, words, words.length)
    if (!main || unit.start + main.end > span.outerStart) return null
    const source = this.#finder.peek(unit.start + main.start, unit.start + main.end)
    return source && source.certainty !== 'unknown' && (source.person || isHuman(source)) ? source : null
  }

  /** "The union's position is that “…”", "the work order records the unit as “…”": what finds, holds or records a part of a sentence. */
  #stanceOf(lead: string, span: MarkedSpan): Source | null {
    if (!/^\p{Ll}/u.test(this.#text.slice(span.start))) return null
    const name = stanceSource(lead)
    const start = name === null ? -1 : lead.indexOf(name)
    return name === null || start < 0
      ? null
      : this.#ownerOf({ side: 'lead', start, end: start + name.length }, lead, span)
  }

  /** Who utters the words inside what the clause that was chosen tells; null where that clause stands nearer to them. */
  #innerOf(span: MarkedSpan, unit: Unit, chosen: Unit['clauses'][number] | null): Source | null {
    const [from, to] = [span.outerStart - unit.start, span.outerEnd - unit.start]
    const lead = unit.frame.slice(0, Math.max(0, from)).split(quoteFiller).at(-1) ?? ''
    const agent = innerAgent(lead, unit.frame.slice(Math.max(0, to)).split(quoteFiller)[0] ?? '')
    if (!agent) return null
    const isBehind = chosen !== null && chosen.clause.verb.start >= span.outerEnd
    const isAdjacent =
      chosen !== null &&
      isBehind &&
      /^[\s,—–-]*$/.test(
        this.#text.slice(span.outerEnd, Math.min(chosen.clause.verb.start, chosen.clause.subject.start)),
      )
    if (
      isBehind
        ? isAdjacent && agent.gap > 30
        : chosen !== null && span.outerStart - chosen.clause.verb.end < agent.gap
    )
      return null
    const origin = span.outerStart - lead.length
    const [start, end] =
      agent.start < 0
        ? [span.outerEnd - agent.start - lead.length, span.outerEnd - agent.end - lead.length]
        : [origin + agent.start, origin + agent.end]
    // One verb read in two ways: with a name it is the first.
    const isSame = chosen !== null && span.outerStart - chosen.clause.verb.end === agent.gap
    // "Lee testified that the guard leaned in and said, “…”".
    const isWithin =
      chosen !== null &&
      chosen.clause.subject.start < start &&
      /\bthat $/.test(this.#text.slice(unit.start, start))
    if (
      chosen &&
      !isWithin &&
      (chosen.clause.subject.start === start ||
        (isSame &&
          chosen.source.person !== null &&
          !(agent.isToThem === true && chosen.clause.subject.start < start)))
    )
      return null
    const source = this.#finder.read(start, end, { isInner: true })
    return source && source.certainty !== 'unknown' ? source : null
  }

  /** "I said, “…”": in a turn whoever's turn it is, else who wrote the account. */
  #ownWords(source: Source | null, isTurn: boolean): Source | null {
    if (source === null || source.name !== 'author' || source.certainty !== 'unknown') return source
    if (isTurn) return this.quotes.findLast(({ depth }) => depth === 0)?.speaker ?? null
    return this.#author === null
      ? source
      : { name: this.#author, person: this.#byLabel(this.#author), certainty: 'inferred', isPronoun: true }
  }

  #withClauses(unit: Omit<Unit, 'clauses'>): Unit {
    const read = unit.frame.length > longestFrame ? [] : reportingClauses(unit.frame, unit.start)
    this.#noteSubject(unit, read)
    // "He told her, according to Bell": Bell is somebody else, and read last.
    const order = [...read.keys()].sort(
      (a, b) => Number(read[a]?.kind === 'according') - Number(read[b]?.kind === 'according') || a - b,
    )
    const sources = new Map(order.map(at => [at, this.#sourceOf(unit, read, at)]))
    const clauses = read.flatMap((clause, at) => {
      const source = sources.get(at)
      if (!source) return []
      const to = clause.to ? (this.#finder.peek(clause.to.start, clause.to.end)?.name ?? null) : null
      const via = clause.via ? this.#text.slice(clause.via.start, clause.via.end).replace(/\s+/g, ' ') : null
      return [{ clause, source, to, via }]
    })
    return { ...unit, clauses }
  }

  /** Whom the clause at `at` goes back to. */
  #sourceOf(unit: Omit<Unit, 'clauses'>, read: readonly ReportingClause[], at: number): Source | null {
    const clause = read[at]
    if (!clause) return null
    const isBehind = isAside(unit.frame, unit.start, clause)
    const isInner =
      !isBehind &&
      read.some(
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
    // "In it he says", of a statement that was spoken of.
    const isInIt = /(?:^|\s)in it,?\s*$/i.test(unit.frame.slice(0, clause.subject.start - unit.start))
    const meant = genderOfSubject(this.#text.slice(clause.subject.start, clause.subject.end))
    const sender = this.#issuer.current
    const isSender = sender?.person == null || meant === 'unknown' || sender.person.gender !== other(meant)
    if (isInIt && sender && isSender) return sender
    const isQuestion =
      /^(?:asked|asks)$/.test(clause.verb.lower) &&
      /\?[”"’'»]$/.test(this.#text.slice(unit.start, clause.subject.start).trimEnd())
    // "Un agente les gritó que se fueran": what somebody did, in what another tells.
    const isDeed =
      clause.isWeak &&
      /^(?:shout|yell|scream|order|command|bark|holler|grit|orden)/.test(clause.verb.lower) &&
      !unit.frame.includes(quoteFiller) &&
      /^(?:an?|una?)\s/i.test(this.#text.slice(clause.subject.start, clause.subject.end))
    return this.#finder.read(clause.subject.start, clause.subject.end, {
      isInner: isInner || isDeed,
      isAside: isBehind && clause.subject.start - unit.start > 1,
      isAsking: isAsking(unit.frame, clause, unit.start),
      isQuestion,
      to: this.#genderTo(clause.to),
    })
  }

  /** Whether a he or a she is spoken to. */
  #genderTo(to: ReportingClause['to']): Gender {
    if (!to) return 'unknown'
    const byPronoun = genderOfPronoun(this.#text.slice(to.start, to.end))
    return byPronoun === 'unknown'
      ? (this.#finder.peek(to.start, to.end)?.person?.gender ?? 'unknown')
      : byPronoun
  }

  /** Whom the sentence is about, when it begins with them and not with quoted words. */
  #noteSubject(unit: Omit<Unit, 'clauses'>, clauses: readonly ReportingClause[]): void {
    if (unit.sentences.some(({ isHeadline }) => isHeadline) || unit.frame.length > longestFrame) return
    if (unit.frame.startsWith(quoteFiller)) return
    // Who asks is answered by somebody else.
    if (
      clauses.some(
        clause => isAsking(unit.frame, clause, unit.start) && clause.subject.start - unit.start < 4,
      ) &&
      !/^(?:I|We)\s/.test(unit.frame)
    ) {
      this.#noteAsked(unit, clauses)
      return
    }
    const asked = askedBefore.exec(unit.frame) ?? broughtIn.exec(unit.frame) ?? joinedBy.exec(unit.frame)
    const words = wordsOf(unit.frame)
    if (asked) {
      const whom = nounPhraseFrom(unit.frame, words, asked.index + asked[0].length)
      if (whom) {
        this.#finder.noteAsked(unit.start + whom.start, unit.start + whom.end)
        return
      }
    }
    const main = mainSubject(unit.frame, words, words.length)
    if (!main) return
    // "The injured woman is Pilar Cano, 71": who that is stands behind it.
    const is =
      /^(?: (?:through|in|on|at|to|with|from|of|behind|inside) [^,.;:\uE000]{2,40}?)?,? (?:is|was|es|era|fue) (?=\p{Lu})/u.exec(
        unit.frame.slice(main.end),
      )
    const who = is && nounPhraseFrom(unit.frame, words, main.end + is[0].length)
    const isNamed = who && this.#finder.peek(unit.start + who.start, unit.start + who.end)?.person
    if (who && isNamed) {
      this.#finder.noteAsked(unit.start + who.start, unit.start + who.end)
      return
    }
    // "The officer's account is brief. “…,” he said.": whose account it is.
    const called = unit.frame.slice(main.start, main.end)
    const owner = accountOwner.exec(called)?.[1]
    const own = ownAccount.exec(called)?.[0]
    if (own !== undefined) {
      this.#finder.noteAsked(unit.start + main.start, unit.start + main.start + own.length)
      return
    }
    const holder = owner === undefined ? possessor.exec(called)?.[1] : undefined
    if (holder !== undefined && !isPersonNoun(called.split(' ').at(-1)?.toLowerCase() ?? '')) {
      this.#finder.noteAsked(unit.start + main.start, unit.start + main.start + holder.length)
      return
    }
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

  /** "One asked a boy for his pass.": he is the one to answer. */
  #noteAsked(unit: Omit<Unit, 'clauses'>, clauses: readonly ReportingClause[]): void {
    const asking = clauses.find(clause => isAsking(unit.frame, clause, unit.start))
    if (asking?.to && !/^(?:him|her|them|me|us)$/.test(this.#text.slice(asking.to.start, asking.to.end)))
      this.#finder.noteAsked(asking.to.start, asking.to.end)
  }

  #ownerOf(owner: Owner | null, lead: string, span: MarkedSpan): Source | null {
    if (!owner) return null
    const at = owner.side === 'rest' ? span.outerEnd : span.outerStart - lead.length
    const source = this.#finder.read(at + owner.start, at + owner.end)
    return source?.certainty === 'unknown' ? null : source
  }

  /** “I knew him,” she said. “He was my friend.”: in a turn whole words right behind others go on with theirs. */
  #goingOn(span: MarkedSpan, unit: Unit): Source | null {
    const last = this.quotes.at(-1)
    const isWhole = unit.frame.replaceAll(quoteFiller, '').trim() === ''
    if (!isWhole || last?.depth !== 1 || !last.speaker) return null
    const between = this.#text.slice(last.outerEnd, span.outerStart)
    // Nothing but who said the words before stands between.
    return /^[^.!?\n]*[.!?]?\s+$/u.test(between) ? { ...last.speaker, certainty: 'inferred' } : null
  }

  #inherit(span: MarkedSpan, unit: Unit, units: readonly Unit[], index: number): void {
    const read = {
      text: this.#text,
      finder: this.#finder,
      issuer: this.#issuer,
      quotes: this.quotes,
      last: this.#last,
      heard: this.#heard,
      above: this.#above,
    }
    const found = inheritedSource(read, span, unit, units, index)
    this.#add(span, found?.source ?? null, found?.to ?? null, found?.via ?? null, index, 0)
    const speaker = this.quotes.at(-1)?.speaker
    if (speaker) this.#finder.noteSpoken(span.outerStart, speaker)
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
