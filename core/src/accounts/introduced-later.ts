import { bodyWords, femaleWords, groupNouns, maleWords } from './lexicon/people-words.ts'
import type { Mention, People, Person } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Sentence } from './sentences.ts'

/** Somebody whom an account brings in by what they are: "A 34-year-old father of two was shot". */
interface Lead {
  readonly head: string
  readonly age: number | null
  /** Index of its sentence. */
  readonly at: number
  /** What they do there is to say something. */
  readonly isTelling: boolean
  /** Where the words for them begin. */
  readonly start: number
}

/** No further into an account is somebody brought in whom the next sentences name. */
const mostSentences = 4
/** Nor are they named later than so many sentences on. */
const furthest = 3

const subject =
  /^(?:An?|The|One|Una?|El|La)\s(?:[\p{L}\d’'-]+\s){0,4}?([\p{L}-]+)\s(?=(?:was|were|is|has|had|who|whose|shot|killed|died|says?|said|will|lost|accused|claims?|claimed|told|of|in|at|with|from|on|by|tells?|bitten|hurt|injured|arrested|beaten|left|fue|resultó|murió|denunció|que|de|\p{Ll}+ed)\b)/u
const object =
  /\b(?:shot|hit|struck|beat|hurt|bit|kill(?:s|ed)|\p{Ll}{3,}ed|hirió a|mató a) (?:an?|una?)\s(?:[\p{Ll}\d’'-]+\s){0,4}?([\p{Ll}-]+)(?=[\s,.])/u

/** Words for those who are mostly named by their rank, and seldom whom the next sentence is about. */
const forces =
  /^(?:officer|deputy|cop|policeman|policewoman|trooper|guard|agent|marshal|sergeant|detective|constable|policía|agente|guardia|vigilante)$/
const forceRoles =
  /^(?:officer|deputy|trooper|guard|agent|marshal|sergeant|sgt|detective|det|constable|pc|cpl|corporal|lieutenant|lt|captain|policía|agente|oficial|sargento)$/

/** Offices whose bearers are named beside somebody, and are not who the account began with. */
const offices =
  /^(?:spokesman|spokeswoman|spokesperson|chief|sheriff|mayor|attorney|lawyer|solicitor|barrister|prosecutor|judge|coroner|commissioner|superintendent|governor|director|president|minister|senator|councillor|councilman|councilwoman|abogad[oa]|fiscal|portavoz|alcalde|alcaldesa|comisari[oa]|dr|doctor|neighbou?r|witness|mother|father|sister|brother|wife|husband|son|daughter|widow|aunt|uncle|partner|reporter)$/

/**
 * Journalists begin with what somebody is and name them in the next sentence or two: "A nurse has told how … Gemma Tolley, 29, had just
 * finished a shift." Who is named so is given what they were called before. Only where nobody else is named between, age and gender
 * allow it, and the name is the subject of its sentence and nobody's in another office.
 */
export function nameLeads(text: string, sentences: readonly Sentence[], people: People): void {
  const told = sentences.filter(({ isHeadline }) => !isHeadline)
  const firsts = firstMentions(people, told)
  for (const lead of leadsIn(text, told, firsts)) {
    const next = firsts.find(({ sentence }) => sentence >= lead.at)
    if (!next || next.sentence === lead.at || next.sentence - lead.at > furthest) continue
    const named = told[next.sentence]
    if (!named || !isWhoItIs(text, lead, next.mention, named)) continue
    const { person } = next.mention
    person.roles.add(lead.head)
    people.called.set(lead.start, person)
    if (person.age === null) person.age = lead.age
    if (person.gender === 'unknown') person.gender = genderOf(lead.head)
  }
}

const genderOf = (head: string) =>
  femaleWords.has(head) ? 'female' : maleWords.has(head) ? 'male' : 'unknown'

/** Where each person is named first in the sentences that tell. */
function firstMentions(
  { mentions }: People,
  told: readonly Sentence[],
): readonly { readonly mention: Mention; readonly sentence: number }[] {
  const seen = new Set<Person>()
  const near = told.slice(0, mostSentences + furthest)
  return mentions.flatMap(mention => {
    const sentence = near.findIndex(({ start, end }) => mention.start >= start && mention.end <= end)
    if (sentence < 0 || seen.has(mention.person)) return []
    seen.add(mention.person)
    return [{ mention, sentence }]
  })
}

function leadsIn(
  text: string,
  told: readonly Sentence[],
  firsts: readonly { readonly sentence: number }[],
): readonly Lead[] {
  return told.slice(0, mostSentences).flatMap(({ start, end }, at) => {
    if (firsts.some(({ sentence }) => sentence === at)) return []
    const body = text
      .slice(start, end)
      .replace(/\s/g, ' ')
      .replace(/[“"«][^”"»]*[”"»]/gu, each => ' '.repeat(each.length))
    const isTelling = /\b(?:says?|said|told|tells|claims?|claimed|accused|denunció|describe[sd]?)\b/.test(
      body,
    )
    return [subject.exec(body), object.exec(body)].flatMap((found, index) => {
      const head = found?.[1]?.toLowerCase() ?? ''
      if (!found || !isPersonNoun(head) || groupNouns.has(head) || bodyWords.has(head)) return []
      if (/s$/.test(head.replace(/ss$/, ''))) return []
      // "The officer" was spoken of before, or is one of the trade; "the man who filmed it" is new.
      if (
        /^(?:The|El|La)\s/.test(found[0]) &&
        !/^(?:who|whose|que)\b/.test(body.slice(found.index + found[0].length))
      )
        return []
      const age = /\b(\d{1,3})(?:-year-old\b| años)/.exec(found[0])?.[1]
      const first = index === 0 ? 0 : found[0].search(/\b(?:an?|una?)\s/u)
      return [
        {
          head,
          age: age === undefined ? null : Number(age),
          at,
          isTelling: isTelling && index === 0,
          start: start + found.index + first,
        },
      ]
    })
  })
}

const saying =
  /^(?:[^.;:]{0,60}, )?(?: \p{Ll}+ly)? ?(?:said|says|told|tells|asked|asks|replied|stated|added|recalled|remembers|explained|described|dijo|contó|relató)\b/u

function isWhoItIs(
  text: string,
  { head, age, isTelling }: Lead,
  { person, titleStart, end, isPossessive }: Mention,
  sentence: Sentence,
): boolean {
  if (isPossessive || (person.age !== null && age !== null && person.age !== age)) return false
  const gender = genderOf(head)
  if (gender !== 'unknown' && person.gender !== 'unknown' && gender !== person.gender) return false
  const roles = [...person.roles]
  if (!person.roles.has(head) && roles.some(role => offices.test(role))) return false
  if (forces.test(head) !== roles.some(role => forceRoles.test(role))) return false
  // "Brave Gemma Tolley, 29": nothing but a word stands before the name.
  const before = text.slice(sentence.start, titleStart)
  if (!/^(?:\p{Lu}[\p{Ll}-]+\s(?:\p{Ll}+\s)?)?$/u.test(before)) return false
  const after = text.slice(end, Math.min(sentence.end, end + 90))
  const isAged = /^,? \(?\d{1,3}[),]|^, (?:an?|de) \d{1,3}[- ](?:year|años)/.test(after)
  // "Ann Lee, a spokeswoman for the school,": somebody else, unless it is what the lead called them.
  const apposed = /^, (?:an?|the|his|her|one|un|una|el|la)\b([^,.]*)/u.exec(after)
  if (apposed && !isAged && !(apposed[1] ?? '').toLowerCase().includes(head)) return false
  return isAged || isTelling || !saying.test(after)
}
