// Which words of an account may mean somebody whom accounts name: "the driver", where one person alone is called driver.
import { cardsOf } from '../case/cards/index.ts'
import type { CaseState } from '../case/index.ts'
import { plain } from './find.ts'
import type { Column, ShownCalling, ShownPerson } from './shown.ts'

/** Callings that tell nobody apart: "the man" is any man, "the hospital" nobody. */
const tellNobodyApart = new Set(
  `man woman boy girl child kid baby teen teenager officer deputy trooper official police person resident member source
  male female subject individual victim suspect family union association department office agency company city county district board
  council school hospital church staff crew team crowd
  agente oficial policía hombre mujer niño niña joven menor señor señora persona víctima sospechoso familia sindicato`.split(
    /\s+/,
  ),
)

/**
 * What else accounts may call the people they name: a definite description ("the driver") by a calling that one of them alone bears, in
 * whichever account. A name beside it says who it is, "the driver of" begins to say which, "the sheriff's office" is no person: none of them is guessed at; nor are words
 * that people have put to a participant in that account. That it is one person is for people to say.
 */
export function callingsOf(
  state: CaseState,
  people: readonly ShownPerson[],
  columns: readonly Column[],
): readonly ShownCalling[] {
  const bearers = bearersOf(people)
  if (bearers.size === 0) return []
  const described = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:the|el|la) (${[...bearers.keys()].join('|')})(?![\\p{L}\\p{N}-]| (?:of|de|del)\\b|['’]s (?:office|department)\\b)`,
    'giu',
  )
  const named = people.flatMap(({ mentions }) => mentions)
  return columns.flatMap(column => {
    const { group, text, statements } = column
    const files = new Set(group.versions.map(({ firstName }) => firstName))
    const put = new Set(
      cardsOf(state, 'label').flatMap(({ said }) =>
        said.file === null || files.has(said.file) ? [plain(said.words)] : [],
      ),
    )
    const names = named.filter(each => each.group === group.id)
    const found = new Map<string, ShownCalling>()
    for (const { index: start, 0: words, 1: calling = '' } of text.matchAll(described)) {
      const end = start + words.length
      const bearer = bearers.get(calling.toLowerCase())
      if (!bearer || put.has(plain(words))) continue
      if (!statements.some(each => each.start <= start && each.end >= end)) continue
      if (names.some(each => isBeside(text, each, { start, end }))) continue
      const key = `${bearer.key} ${group.id} ${plain(words)}`
      const place = { group: group.id, start, end }
      found.set(key, {
        ...{ key, person: bearer.key, group: group.id, words: found.get(key)?.words ?? words },
        ...{ calling: calling.toLowerCase(), places: [...(found.get(key)?.places ?? []), place] },
      })
    }
    return [...found.values()]
  })
}

/** Callings in the singular that one person alone bears, in all accounts together. */
function bearersOf(people: readonly ShownPerson[]): ReadonlyMap<string, ShownPerson> {
  const bearers = new Map<string, ShownPerson | null>()
  for (const person of people)
    for (const role of new Set(person.named.flatMap(({ roles }) => roles)))
      if (/^\p{L}+$/u.test(role) && !/[^s]s$/.test(role) && !tellNobodyApart.has(role))
        bearers.set(role, bearers.has(role) ? null : person)
  return new Map([...bearers].flatMap(([role, person]) => (person ? [[role, person] as const] : [])))
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** "The driver, Ann Lee," and "Lee, the driver,". */
function isBeside(text: string, name: Stretch, words: Stretch): boolean {
  const between =
    name.start >= words.end ? text.slice(words.end, name.start) : text.slice(name.end, words.start)
  return /^,?\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?$/.test(between)
}
