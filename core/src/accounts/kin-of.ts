import { isKin } from './kin-words.ts'
import { parentOf } from './parents.ts'
import type { Mention, People, Person } from './people.ts'

/** Whom "her brother" or "his mother" means, where the account says whose relatives those who were named before `at` are. */
export function relativeOf(phrase: string, text: string, people: People, at: number): Person | null {
  // "My uncle", as somebody says it whose uncle was named.
  const own = phrase
    .replace(/^(?:my|our) (?=\p{Ll})/iu, 'her ')
    .replace(/^(?:mi|nuestr[oa]) (?=\p{Ll})/iu, 'su ')
  return (
    kinOf(own, text, people, at) ??
    (own === phrase ? null : bearing(own, people)) ??
    parentOf(own, text.slice(0, at), people) ??
    namesake(phrase, people, at)
  )
}

/** The only one who is called somebody's uncle. */
function bearing(phrase: string, { persons }: People): Person | null {
  const head = phrase.split(' ').at(-1)?.toLowerCase() ?? ''
  const fits = isKin(head) ? persons.filter(({ roles }) => roles.has(head)) : []
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** Which relatives of somebody call them what. */
const inverses: Readonly<Record<string, readonly string[]>> = {
  brother: ['sister', 'brother'],
  sister: ['sister', 'brother'],
  husband: ['wife', 'widow'],
  wife: ['husband', 'widower'],
  son: ['mother', 'father', 'mum', 'mom', 'dad'],
  daughter: ['mother', 'father', 'mum', 'mom', 'dad'],
  father: ['son', 'daughter'],
  mother: ['son', 'daughter'],
  dad: ['son', 'daughter'],
  mum: ['son', 'daughter'],
  mom: ['son', 'daughter'],
  aunt: ['nephew', 'niece'],
  uncle: ['nephew', 'niece'],
  nephew: ['aunt', 'uncle'],
  niece: ['aunt', 'uncle'],
  cousin: ['cousin'],
  grandmother: ['grandson', 'granddaughter'],
  grandfather: ['grandson', 'granddaughter'],
  grandson: ['grandmother', 'grandfather'],
  granddaughter: ['grandmother', 'grandfather'],
  girlfriend: ['boyfriend'],
  boyfriend: ['girlfriend'],
  partner: ['partner'],
  friend: ['friend'],
  hermano: ['hermana', 'hermano'],
  hermana: ['hermana', 'hermano'],
  madre: ['hijo', 'hija'],
  padre: ['hijo', 'hija'],
  hijo: ['madre', 'padre'],
  hija: ['madre', 'padre'],
  esposo: ['esposa', 'viuda'],
  esposa: ['esposo'],
}
const male =
  /^(?:brother|husband|son|father|dad|uncle|nephew|grandfather|grandson|boyfriend|hermano|padre|hijo|esposo)$/
/** Words for women and men alike. */
const either = /^(?:cousin|partner|friend)$/

/**
 * "Her brother", where "Quill … his sister, Ines Quill" or "Jo Coyle, sister of Mr. Coyle" stands before: the one whose relative was
 * named. Null unless exactly one person fits.
 */
function kinOf(phrase: string, text: string, { mentions }: People, at: number): Person | null {
  const called = /^(?:his|her|their|su) (?:\p{Ll}+ )?(\p{Ll}+)$/iu.exec(phrase)?.[1]?.toLowerCase() ?? ''
  const theirs = inverses[called]
  if (!theirs) return null
  const gender = either.test(called) ? 'unknown' : male.test(called) ? 'male' : 'female'
  const fits = new Set<Person>()
  for (const [index, mention] of mentions.entries()) {
    if (mention.start >= at) break
    const before = text.slice(Math.max(0, mention.titleStart - 40), mention.titleStart)
    const after = text.slice(mention.end, mention.end + 40)
    const own = /\b([Hh]is|[Hh]er|[Tt]heir|[\p{L}-]+['’]s?) (?:\p{Ll}+ )?(\p{Ll}+),? $/u.exec(before)
    const of = /^, (?:the )?(?:\p{Ll}+ )?(\p{Ll}+) of $/u.exec(
      after.slice(0, Math.max(0, (mentions[index + 1]?.titleStart ?? 0) - mention.end)),
    )
    const isOwn = own?.[2] !== undefined && theirs.includes(own[2].toLowerCase())
    const isOf = of?.[1] !== undefined && theirs.includes(of[1])
    const earlier = mentions.slice(0, index).filter(each => each.person !== mention.person)
    const owner = isOf
      ? mentions[index + 1]?.person
      : isOwn
        ? ownerOf(own[1]?.toLowerCase() ?? '', earlier, mention.titleStart)
        : undefined
    if (
      owner &&
      owner !== mention.person &&
      (gender === 'unknown' || owner.gender === gender || owner.gender === 'unknown')
    )
      fits.add(owner)
  }
  return fits.size === 1 ? ([...fits][0] ?? null) : null
}

/** No further back has whoever "his mother" may be been named. */
const furthest = 900

/**
 * "His mother", where nobody is called a mother: the only woman who was named shortly before and bears the name of a man who was named.
 * Null where another of their name, or another pair, would do too.
 */
function namesake(phrase: string, { mentions, persons }: People, at: number): Person | null {
  const found = /^(his|her) (mother|father|mum|mom|dad|grandmother|grandfather|wife|husband)$/i.exec(phrase)
  const called = found?.[2]?.toLowerCase() ?? ''
  if (!found || persons.some(({ roles }) => roles.has(called))) return null
  const [own, theirs] = [
    /^his$/i.test(found[1] ?? '') ? 'male' : 'female',
    /^(?:mother|mum|mom|grandmother|wife)$/.test(called) ? 'female' : 'male',
  ]
  const before = new Set(mentions.filter(({ start }) => start < at).map(({ person }) => person))
  const near = new Set(
    mentions.filter(({ start }) => start < at && at - start < furthest).map(({ person }) => person),
  )
  const fits = [...near].filter(
    person =>
      person.gender === theirs &&
      person.given !== null &&
      ![...person.roles].some(role => isKin(role)) &&
      [...before].some(
        other =>
          other !== person &&
          other.given !== null &&
          other.given !== person.given &&
          other.surname === person.surname &&
          (other.gender === own || other.gender === 'unknown'),
      ),
  )
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** "His sister", "Quill's sister", "the pastor's wife": whose. */
function ownerOf(possessor: string, earlier: readonly Mention[], at: number): Person | undefined {
  const near = earlier.findLast(({ start }) => at - start < 300)
  if (/^(?:his|her|their)$/.test(possessor)) {
    const gender = possessor === 'his' ? 'male' : possessor === 'her' ? 'female' : 'unknown'
    return near && (gender === 'unknown' || near.person.gender === gender || near.person.gender === 'unknown')
      ? near.person
      : undefined
  }
  const name = possessor.replace(/['’]s?$/, '')
  return earlier.findLast(
    ({ person }) =>
      person.surname.toLowerCase() === name || person.given?.toLowerCase() === name || person.roles.has(name),
  )?.person
}
