import { functionWords } from './lexicon/function-words.ts'
import { femaleWords, maleWords, relationNouns, roleNouns, titles } from './lexicon/people-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import type { Person, Run } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { rolesAround, wordsOfTitle } from './roles-beside.ts'
import { beforeVerb } from './whole-subject.ts'
import { wordsOf } from './words.ts'

/** What stands beside a name says who they are: ", 13,", ", the boy's mother,", "22-year-old …". */
export function describe(person: Person, run: Run): void {
  const ageBefore = /(\d{1,3})-year-old\s$/.exec(run.before)?.[1]
  const ageAfter = /^,? \(?(\d{1,3})(?:[,).]|$| of\b)/.exec(run.after)?.[1]
  const age = Number(ageBefore ?? ageAfter ?? Number.NaN)
  if (Number.isFinite(age) && age < 115 && person.age === null) person.age = age
  if (!run.isPossessive) for (const role of rolesAround(run.lead, run.after)) addRole(person, role)
  const apposition = run.isPossessive
    ? undefined
    : /^, (?:(?:an?|the|his|her|their|its|whose|el|la|su|un|una) )?([^,.;“”"]{3,60})/u.exec(run.after)?.[1]
  const beforeWords = wordsOf(run.before).slice(-3)
  // "The boy's mother, Ana Reyes": what stands before the comma, when it calls someone something.
  const called = /(\p{L}+), $/u.exec(run.before)?.[1]?.toLowerCase() ?? ''
  const lead =
    /[,;.]\s*$/.test(run.before) &&
    !relationNouns.has(called) &&
    !roleNouns.has(called) &&
    !titles.has(called)
      ? []
      : beforeWords
  const cut = lead.findLastIndex(({ lower }) =>
    /^(?:as|by|of|to|with|and|for|from|that|told|said|says|who|whose|against|like|than|de|del)$/.test(lower),
  )
  // "According to her sister, Ana Reyes, the officer shouted": a clause of its own, and nothing that she is called.
  const isClause =
    (apposition !== undefined && /^, (?:\p{Ll}{3,}ed|told|said|says|made|held|took)\s/u.test(run.after)) ||
    (/^, (?:the|el|la) /.test(run.after) &&
      apposition !== undefined &&
      (beforeVerb(`the ${apposition}`) < apposition.length + 4 ||
        wordsOf(apposition).some(({ lower }, index) => index > 0 && index < 4 && sayingVerbs.has(lower))))
  const after = apposition === undefined || isClause ? [] : wordsOf(apposition).slice(0, 7)
  const stop = after.findIndex(({ lower }) =>
    /^(?:who|whom|said|told|says|of|for|with|at|in|by|on|and|but|was|is|de|del)$/.test(lower),
  )
  // "Ramón Cuesta, mecánico,": nothing else between commas is what somebody is.
  const alone = run.isPossessive ? undefined : /^, (\p{Ll}{4,}),/u.exec(run.after)?.[1]
  if (alone !== undefined && !functionWords.has(alone) && !/(?:ed|ing|ly)$/.test(alone))
    person.roles.add(alone)
  for (const { lower } of [...lead.slice(cut + 1), ...(stop < 0 ? after : after.slice(0, stop))]) {
    const bare = lower.replace(/'s$/, '')
    if (
      lower !== bare ||
      !(
        isPersonNoun(bare) ||
        /^(?:eldest|elder|oldest|youngest|younger)$/.test(bare) ||
        titles.has(bare) ||
        relationNouns.has(bare)
      )
    )
      continue
    addRole(person, bare)
    for (const word of wordsOfTitle(bare)) addRole(person, word)
  }
}

function addRole(person: Person, role: string): void {
  person.roles.add(role)
  if (person.gender === 'unknown' && femaleWords.has(role)) person.gender = 'female'
  if (person.gender === 'unknown' && maleWords.has(role)) person.gender = 'male'
}
