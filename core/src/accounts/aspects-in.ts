import { cuesIn, cueTable } from './cues.ts'
import { aspects } from './lexicon/aspects.ts'
import { roleNouns } from './lexicon/people-words.ts'
import type { Word } from './words.ts'

/** What a statement says that one thing was like. */
export interface AspectValue {
  /** A value of the table; or, of one of several, that it was not so: `not:prone`. */
  readonly value: string
  /** As it stands. */
  readonly words: string
  /** Of an officer, of somebody else; null where nobody is named before it. */
  readonly isOfficial: boolean | null
  /** Said in words of denial. */
  readonly isDenial: boolean
  /** Only that somebody did not hear or see it: it may have been there all the same. */
  readonly isPerceived: boolean
}

/** The aspects that a statement speaks of, each with the values it gives. */
export type AspectsRead = ReadonlyMap<string, readonly AspectValue[]>

/** Made when the first words are read, as the table of topics is. */
let made: ReturnType<typeof makeTable> | null = null
const tableOfAspects = () => {
  made ??= makeTable()
  return made
}

interface Label {
  readonly id: string
  /** Null for words that only tell what a statement is of. */
  readonly value: string | null
}

function makeTable() {
  return cueTable(
    Object.entries(aspects).flatMap(([id, { about, values }]): (readonly [Label, string])[] => [
      ...(about === undefined ? [] : [[{ id, value: null }, about] as const]),
      ...Object.entries(values).map(([value, line]) => [{ id, value }, line] as const),
    ]),
  )
}

interface Match {
  readonly value: string
  readonly at: number
  readonly end: number
  readonly isDenied: boolean
}

/** `forms` are the words as cues are written, empty for those that only say who tells it; `isDenied` tells of words within the reach of a denial. */
export function aspectsIn(
  words: readonly Word[],
  forms: readonly string[],
  isDenied: (at: number) => boolean,
): AspectsRead {
  const about = new Set<string>()
  const matches = new Map<string, Match[]>()
  for (const { cue, at, end } of cuesIn(tableOfAspects(), forms)) {
    const { id, value } = cue.label
    if (value === null) about.add(id)
    else {
      const isOwn = cue.rest.some(step => [...step.words].some(word => negator.test(word)))
      const match = { value, at, end, isDenied: isDenied(at) || (!isOwn && deniesInside(words, at, end)) }
      const known = matches.get(id)
      if (known) known.push(match)
      else matches.set(id, [match])
    }
  }
  const found = new Map<string, readonly AspectValue[]>()
  for (const [id, each] of matches) {
    if (aspects[id]?.about !== undefined && !about.has(id)) continue
    const values = each
      .filter(match => !each.some(other => isWithin(match, other, words)))
      .flatMap((match): readonly AspectValue[] => {
        const value = match.isDenied ? turned(id, match.value) : match.value
        const isDenial = match.isDenied || negator.test(words[match.at]?.lower ?? '')
        const isPerceived =
          isDenial &&
          words.slice(Math.max(0, match.at - 3), match.end).some(({ lower }) => perceiving.test(lower))
        return [
          { value, words: textOf(words, match), isOfficial: whoseIs(words, match.at), isDenial, isPerceived },
        ]
      })
    found.set(id, values)
  }
  return found
}

/** Of two values that share words the one said in more of them holds, or the denial: "never fired" against "fired", "nobody told him to". */
const isWithin = (one: Match, other: Match, words: readonly Word[]) =>
  other.value !== one.value &&
  other.at < one.end &&
  one.at < other.end &&
  (other.end - other.at > one.end - one.at ||
    (negator.test(words[other.at]?.lower ?? '') && !negator.test(words[one.at]?.lower ?? '')))

const negator =
  /^(?:no|not|never|nobody|none|nothing|without|neither|nor|sin|nunca|nadie|nada|ningún|ninguna?)$|n't$/

/** "Gave no warning", "was told nothing": a denial behind the first of the words. What begins with one denies by itself. */
function deniesInside(words: readonly Word[], at: number, end: number): boolean {
  if (negator.test(words[at]?.lower ?? '')) return false
  const last = words[end - 1]
  const next = words[end]
  const isNext =
    last && next && next.start - last.end <= 1 && /^(?:no|nothing|nobody|none|nada)$/.test(next.lower)
  return isNext === true || words.slice(at + 1, end).some(({ lower }) => negator.test(lower))
}

function turned(id: string, value: string): string {
  const values = Object.keys(aspects[id]?.values ?? {})
  return values.length === 2 ? (values.find(each => each !== value) ?? value) : `not:${value}`
}

const perceiving = /^(?:hear|heard|see|saw|notice|noticed|aware|oyó|oyeron|vio|vieron)$/

const mostWords = 8

/** From the denial, where there is one, to the end of the words that say it. */
function textOf(words: readonly Word[], { at, end, isDenied }: Match): string {
  let from = at
  if (isDenied) while (from > Math.max(0, at - 4) && !negator.test(words[from]?.lower ?? '')) from--
  return words
    .slice(from, end)
    .slice(0, mostWords)
    .map(({ text }) => text)
    .join(' ')
}

const reach = 8
const official =
  /^(?:officers?|deput(?:y|ies)|polic[ei].*|cops?|troopers?|guards?|agents?|sergeants?|constables?|soldiers?|oficial(?:es)?|agentes?|guardias?|rangers?|lieutenants?|chief)$/

/** The last of those named before it in the clause, within some words. */
function whoseIs(words: readonly Word[], at: number): boolean | null {
  for (let index = at - 1; index >= Math.max(0, at - reach); index--) {
    const word = words[index]
    if (!word) return null
    if (official.test(word.lower)) return true
    const isName =
      index > 0 && /^\p{Lu}\p{Ll}/u.test(word.text) && !official.test(words[index - 1]?.lower ?? '')
    if (
      isName ||
      roleNouns.has(word.lower) ||
      /^(?:he|she|i|him|her|me|man|woman|boy|girl|él|ella)$/.test(word.lower)
    )
      return false
  }
  return null
}
