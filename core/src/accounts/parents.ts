import type { People, Person } from './people.ts'

const children = 'sons?|daughters?|boys?|girls?|child|children|kids?|twins|hij[oa]s?|niñ[oa]s?'

/** "His mother", where "Grace Amadi's boys" were spoken of before and nobody else's: Grace Amadi. */
export function parentOf(phrase: string, before: string, { mentions, persons }: People): Person | null {
  const called =
    /^(?:his|her|their|the (?:boy|girl|child)['’]s|the (?:boys|girls|children|kids|twins)['’]) (?:\p{Ll}+ )?(mother|mum|mom|father|dad)$/iu.exec(
      phrase,
    )?.[1]
  if (called === undefined) return null
  const gender = /^[md]/i.test(called) && !/^d/i.test(called) ? 'female' : 'male'
  const owners = mentions.filter(
    ({ end, isPossessive }) =>
      isPossessive &&
      end < before.length &&
      new RegExp(`^(?:['’]s?)? (?:\\p{L}+[- ]){0,2}?(?:${children})\\b`, 'iu').test(
        before.slice(end, end + 40),
      ),
  )
  const fits = persons.filter(
    person =>
      owners.some(owner => owner.person === person) &&
      (person.gender === 'unknown' || person.gender === gender),
  )
  return fits.length === 1 ? (fits[0] ?? null) : null
}
