import { nameText } from './given-names.ts'
import { bodyWords } from './lexicon/people-words.ts'
import type { Person, Run } from './people.ts'

/** Whom a run of capitals means among those who are known, and which of its words name them. `last` is who was named last. */
export function known(
  persons: readonly Person[],
  run: Run,
  last: Person | null,
): { readonly person: Person; readonly from: number; readonly to: number } | null {
  const names = run.words.map(word => nameText(word).toLowerCase())
  for (let from = 0; from < names.length; from++)
    for (let to = names.length; to > from + 1; to--) {
      const joined = names.slice(from, to).join(' ')
      const exact = persons.find(({ name }) => name.toLowerCase() === joined)
      if (exact) return { person: exact, from, to }
      const part = names.slice(from, to)
      const close = persons.find(
        ({ given, surname }) => given?.toLowerCase() === part[0] && surname.toLowerCase() === part.at(-1),
      )
      if (close) return { person: close, from, to }
    }
  if (names.length > 2) return null
  const single = names.length === 1 ? (names[0] ?? '') : ''
  if (
    single === '' ||
    (bodyWords.has(run.words[0]?.lower ?? '') &&
      !persons.some(({ surname }) => surname.toLowerCase() === single))
  )
    return null
  const bySurname = persons.filter(({ surname }) => surname.toLowerCase() === single)
  const title = run.titles.at(-1)?.lower.replace(/\.$/, '')
  const wanted =
    title === undefined
      ? bySurname
      : bySurname.filter(({ roles, given }) => roles.has(title) || given === null)
  const fitting = bySurname.filter(each => !isOther(title ?? null, each))
  const pool = wanted.length > 0 ? wanted : fitting
  const person = pool.length > 1 && last && pool.includes(last) ? last : pool[0]
  const isHusband = person ? person.gender !== 'female' : bySurname.length > 0
  const wife = isHusband ? wifeOf(persons, title ?? null) : null
  if (wife) return { person: wife, from: 0, to: 1 }
  if (person) return { person, from: 0, to: 1 }
  const byGiven = persons.filter(({ given, name }) => given?.toLowerCase() === single && name.includes(' '))
  return byGiven.length === 1 && byGiven[0] && run.titles.length === 0
    ? { person: byGiven[0], from: 0, to: 1 }
    : null
}

/** "Mrs. Pugh", where "his widow, Nesta" stands before: she, and not the Emrys Pugh whose wife she was. Null unless one is so called. */
export function wifeOf(persons: readonly Person[], title: string | null): Person | null {
  if (!/^(?:mrs|sra|señora)\.?$/i.test(title ?? '')) return null
  const wives = persons.filter(
    ({ name, roles }) =>
      !name.includes(' ') &&
      [...roles].some(role =>
        /^(?:widow|wife|mother|mum|mom|grandmother|viuda|esposa|madre|abuela)$/.test(role),
      ),
  )
  return wives.length === 1 ? (wives[0] ?? null) : null
}

/** "Mrs. Stroud" is not the Rev. William Stroud. */
export const isOther = (title: string | null, { gender }: Person): boolean =>
  title !== null &&
  ((gender === 'male' && /^(?:mrs|ms|miss|sra|señora|doña)\.?$/i.test(title)) ||
    (gender === 'female' && /^(?:mr|sr|señor|don)\.?$/i.test(title)))
