import { groupNouns } from './lexicon/people-words.ts'
import { isPersonNoun } from './person-nouns.ts'

/** Words that mean one of several who were spoken of, and the word that tells which. */
const member =
  /^(one|another|(?:the|a) (?:other|second|third|first|taller|older|younger|elder|shorter)|both|neither|all|the two|uno|otro|el otro|otra|la otra|una|ambos|ambas|(?:all|both|two|three|four|five|several|some|most|many) of them)(?: one)?$/iu

const several =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|some|both|these|those|the|our|dos|tres|cuatro|cinco|varios|varias|los|las|\d{1,2}) (?:[\p{Ll}-]+ ){0,2}?(\p{Ll}{3,}s|men|women|people|children|police)\b/giu

const ones: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  people: 'person',
  children: 'child',
  police: 'police officer',
}

const singleOf = (noun: string) =>
  ones[noun] ?? noun.replace(/ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$|s$/, '')

const mostBack = 700

/** "We spoke to four students who were there": whom an account has asked, and goes on to hear. */
export function spokenTo(before: string): string | null {
  const found = [...before.matchAll(asking)].map(match => match[1] ?? match[2]).at(-1)
  const noun = found?.split(' ').at(-1)?.toLowerCase() ?? ''
  return found !== undefined &&
    (groupNouns.has(noun) || ones[noun] !== undefined || isPersonNoun(singleOf(noun)))
    ? found
    : null
}

const asking =
  /\b(?:spoke|talked|has spoken|have spoken) (?:to|with) ((?:two|three|four|five|six|seven|eight|nine|ten|several|some|\d{1,2}) (?:\p{Ll}+ ){0,2}?\p{Ll}{3,})(?= (?:who|that|from|in|at|on|whose|by|after|about|and)\b|[,.;])|\b(?:interviewed|heard from) ((?:two|three|four|five|six|several|\d{1,2}) (?:\p{Ll}+ ){0,2}?\p{Ll}{3,})(?= (?:who|that|from|in|at|on|whose|by|after|about|and)\b|[,.;])/giu

/**
 * "Four deputies can be seen. One knocks and says": one deputy. `before` is what stands before `phrase`; null where the phrase is no
 * such word or nobody in the two sentences before it is several.
 */
export function memberOf(phrase: string, before: string): string | null {
  const which = member.exec(phrase)?.[1]?.toLowerCase()
  if (which === undefined) return null
  const asked = spokenTo(before.slice(-mostBack))
  if (asked) {
    const noun = asked.split(' ').at(-1)?.toLowerCase() ?? ''
    const single = singleOf(noun)
    const many = /^(?:both|ambos|ambas|all|neither|the two)|of them$/.test(which)
    return many ? `${which.replace(/ of them$/, '')} ${noun}` : `${which} ${single}`
  }
  const near = before.slice(-260)
  const sentences = near.split(/(?<=[.!?][”"’»]?)\s+/u)
  const groups = [...sentences.slice(-3).join(' ').matchAll(several)].flatMap(match => {
    const noun = (match[1] ?? '').toLowerCase()
    const single = singleOf(noun)
    return groupNouns.has(noun) || ones[noun] !== undefined || isPersonNoun(single) ? [{ noun, single }] : []
  })
  // "Seniors we talked to were split. “…,” one said."
  const opening = sentences.slice(-3).flatMap(sentence => {
    const noun = /^(\p{Lu}\p{Ll}{3,}s)\s/u.exec(sentence)?.[1]?.toLowerCase() ?? ''
    const single = noun.replace(/ies$/, 'y').replace(/s$/, '')
    return isPersonNoun(single) ? [{ noun, single }] : []
  })
  const group = groups.at(-1) ?? opening.at(-1)
  if (!group) return null
  if (/^(?:both|ambos|ambas|all|neither|the two)|of them$/.test(which))
    return `${which.replace(/ of them$/, '')} ${group.noun}`
  return `${which} ${group.single}`
}
