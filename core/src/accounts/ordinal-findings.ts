import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { matterOf, type Statement } from './features.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'

/** "The fourth person to die there" against "the fifth": which of a row something was. */
export function ordinalFindings({ a, b, chance }: Pick<Nearness, 'a' | 'b' | 'chance'>): readonly Found[] {
  if (chance < leastChance || areAboutOthers(a, b)) return []
  const [left, right] = [ordinalsIn(a), ordinalsIn(b)]
  for (const one of left)
    for (const two of right) {
      if (one.value === two.value || (one.noun !== two.noun && one.noun !== '' && two.noun !== '')) continue
      // Of several places in one row each statement may name another.
      if (left.some(({ value }) => value === two.value) || right.some(({ value }) => value === one.value))
        continue
      return [
        {
          relation: 'conflict',
          kind: 'fact',
          differing: [one.words, two.words],
          why: [`which of a row differs: ${one.noun || two.noun}`],
          rank: 82,
        },
      ]
    }
  return []
}

const leastChance = 0.35

const places = [
  ['first', 'primer', 'primera', 'primero'],
  ['second', 'segundo', 'segunda'],
  ['third', 'tercer', 'tercera', 'tercero'],
  ['fourth', 'cuarto', 'cuarta'],
  ['fifth', 'quinto', 'quinta'],
  ['sixth', 'sexto', 'sexta'],
  ['seventh', 'séptimo', 'séptima'],
  ['eighth', 'octavo', 'octava'],
  ['ninth', 'noveno', 'novena'],
  ['tenth', 'décimo', 'décima'],
] as const
const placeOf = new Map<string, number>(
  places.flatMap((forms, at) => forms.map(form => [form, at + 1] as const)),
)

/** What comes in rows that accounts count: of people and of what befalls them. Floors, streets and days have such numbers for names. */
const counted =
  /^(?:person|people|man|woman|inmate|prisoner|detainee|patient|officer|student|child|teen|victim|die|death|shooting|shoot|fatality|suicide|incident|time|tim|case|complaint|lawsuit|crash|collision|arrest|fire|attempt|warning|warn|order|call|visit|check)$/

interface Ordinal {
  readonly value: number
  readonly noun: string
  readonly words: string
}

const ordinalsIn = readOnce(({ words }: Statement): readonly Ordinal[] =>
  words.flatMap(({ lower, text }, at): readonly Ordinal[] => {
    const figure = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(lower)?.[1]
    const value = placeOf.get(lower) ?? (figure === undefined ? undefined : Number(figure))
    const next = words[at + 1]
    if (value !== undefined && next) {
      const noun = matterOf(next.lower)
      return counted.test(noun)
        ? [{ value, noun: noun === 'die' ? 'death' : noun, words: `${text} ${next.text}` }]
        : []
    }
    return []
  }),
)
