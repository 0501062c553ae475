import { mainSubject } from './noun-phrases.ts'
import type { People } from './people.ts'
import { issuing } from './quote-leads.ts'
import type { Unit } from './quotes.ts'
import type { Source, SourceFinder } from './speakers.ts'
import { wordsOf } from './words.ts'

/** Between whoever speaks and the verb: by what paper. */
const inPaper =
  /^[^\uE000]{0,60}, (?:in|via) (?:an?|his|her|their|its) (?:[\p{L}-]+ ){0,3}?(?:statement|e-?mail|letter|post|memo|message|release|filing)\b[^,\uE000]{0,60}, $/iu

/** Remembers who put out the statement that was read last. */
export class Issuer {
  current: Source | null = null
  readonly #finder: SourceFinder
  readonly #people: People

  constructor(finder: SourceFinder, people: People) {
    this.#finder = finder
    this.#people = people
  }

  /** Who puts out a statement owns what "the statement read". */
  note(unit: Unit): void {
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
        if (source) this.current = source
      }
    }
    const from =
      /\bstatement (?:from|by|of|issued by|released by|on behalf of)\s+((?:the )?(?:(?:mr|mrs|ms|dr|rev|sr|sra)\. )?[^,.;:]{3,70})/i.exec(
        unit.frame,
      )
    if (from?.[1]) {
      const at = unit.start + from.index + from[0].length - from[1].length
      const who = from[1].replace(/\s(?:was|were|is|has|had|read|says|said|that|which)\b.*$/, '')
      const source = this.#finder.read(at, at + who.length)
      if (source) this.current = source
    }
    // "Wept as the coroner read a statement on her behalf".
    if (
      /\b(?:statement|letter) (?:\p{L}+ )?(?:on|in) (?:his|her|their) (?:behalf|name)\b/iu.test(unit.frame)
    ) {
      const words = wordsOf(unit.frame)
      const main = mainSubject(unit.frame, words, words.length)
      const source = main ? this.#finder.peek(unit.start + main.start, unit.start + main.end) : null
      if (source?.person) this.current = source
    }
    for (const { clause, source, via } of unit.clauses) {
      // "The president, in a letter to members, called it cowardly. “…,” the letter said."
      const aside =
        clause.kind === 'said' &&
        clause.subject.end <= clause.verb.start &&
        inPaper.test(unit.frame.slice(clause.subject.end - unit.start, clause.verb.start - unit.start))
      if (aside && source.certainty !== 'unknown') this.current = source
      if (
        clause.kind === 'said' &&
        via !== null &&
        /statement|comunicado|letter|e-?mail|message|post|release|memo|tweet/i.test(via) &&
        !/statement/i.test(source.name)
      )
        this.current = source
    }
  }

  of(source: Source, via: string | null): { readonly source: Source; readonly via: string | null } {
    // "It said", behind a statement that was put out.
    if (
      source.isPronoun &&
      source.person === null &&
      this.current?.person &&
      /^(?:an?|the) (?:inquest|court|hearing|statement)/i.test(source.name)
    )
      return { source: this.current, via: via ?? 'statement' }
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
      !this.current
    )
      return { source, via }
    return {
      source: { ...this.current, certainty: this.current.certainty === 'unknown' ? 'unknown' : 'certain' },
      via: via ?? source.name,
    }
  }
}
