import { dimensions } from './lexicon/dimensions.ts'
import { negators } from './lexicon/function-words.ts'
import { roleNouns } from './lexicon/people-words.ts'
import { possiblePatterns } from './possible-patterns.ts'
import type { Word } from './words.ts'

/** A value on a dimension, the word that says it, and the matter of the noun behind it. */
export interface DimensionValue {
  readonly value: string
  readonly word: string
  readonly noun: string
  /** Matters near enough to be that noun: "grey saloon car". */
  readonly nouns: readonly string[]
  readonly at: number
}

const phraseTable = Object.entries(dimensions).flatMap(([id, { phrases }]) =>
  Object.entries(phrases ?? {}).map(([value, pattern]) => ({ id, value, pattern })),
)

const possiblePhrases = possiblePatterns(phraseTable.map(({ pattern }) => pattern))

/** The values that a word may give, in the order of the dimensions. */
const valuesByWord = new Map<string, { readonly id: string; readonly value: string }[]>()
for (const [id, { values }] of Object.entries(dimensions)) {
  const valueByWord = new Map(
    Object.entries(values).flatMap(([value, words]) => words.split(' ').map(word => [word, value] as const)),
  )
  for (const [word, value] of valueByWord) {
    const known = valuesByWord.get(word)
    if (known) known.push({ id, value })
    else valuesByWord.set(word, [{ id, value }])
  }
}

/** The values a statement has on each dimension, with the words that say them. `body` begins at `start` of the text. */
export function valuesOf(
  words: readonly Word[],
  matters: readonly string[],
  body: string,
  start: number,
): ReadonlyMap<string, readonly DimensionValue[]> {
  const values = new Map<string, DimensionValue[]>()
  const possible = possiblePhrases(body)
  for (const [at, { id, value, pattern }] of phraseTable.entries()) {
    const found = possible[at] === 0 ? null : pattern.exec(body)
    if (found)
      values.set(id, [
        ...(values.get(id) ?? []),
        { value, word: found[0], noun: '', nouns: [], at: start + found.index },
      ])
  }
  for (const [index, word] of words.entries())
    for (const { id, value } of valuesByWord.get(word.lower.replace(/'s$/, '')) ?? []) {
      if (/^(?:on|off)$/.test(word.lower) && !isSwitch(words, index)) continue
      const negator = negatorNear(words, index)
      const said = negator === null ? value : opposite(id, value)
      if (said === null) continue
      if (word.lower === 'left' && !isSide(words, index)) continue
      if (id === 'posture' && !hasSomebody(words, index)) continue
      const behind = matters.slice(index + 1, index + 4).filter(matter => matter !== '')
      // Spanish puts the noun first: "el brazo izquierdo".
      const isBehind = spanishValue.test(word.lower)
      const nouns = isBehind
        ? matters.slice(Math.max(0, index - 2), index).filter(matter => matter !== '')
        : behind
      const noun = (isBehind ? nouns.at(-1) : nouns[0]) ?? ''
      const list = values.get(id) ?? []
      list.push({
        value: said,
        word: words
          .slice(negator ?? index, index + 1)
          .map(({ text }) => text)
          .join(' '),
        noun,
        nouns,
        at: word.start,
      })
      values.set(id, list)
    }
  return values
}

const spanishValue =
  /(?:[rl]j[oa]|izquierd[oa]|derech[oa]|blanc[oa]|negr[oa]|verde|azul|amarill[oa]|gris|plateado|morado|traser[oa]|delanter[oa])$/

/** Of two values the denial of one says the other; of more it says nothing. */
function opposite(id: string, value: string): string | null {
  const values = Object.keys(dimensions[id]?.values ?? {})
  return values.length === 2 ? (values.find(each => each !== value) ?? null) : null
}

/** "Was on", "switched off": behind such a verb and with nothing that it could belong to behind it. */
function isSwitch(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]
  const isLast =
    next === undefined ||
    next.start - (words[index]?.end ?? 0) > 1 ||
    /^(?:and|but|when|at|during|until|because|that)$/.test(next.lower)
  return (
    isLast &&
    /^(?:was|were|is|are|be|been|not|never|switched|turned|left|kept|came|come|went|go)$/.test(
      words[index - 1]?.lower ?? '',
    )
  )
}

/** "Left" is a side before a noun of the body or behind an article, and else a verb. */
function isSide(words: readonly Word[], index: number): boolean {
  return (
    /^(?:his|her|their|the|its|on|to|turned|turning|far|your|my|upper|lower)$/.test(
      words[index - 1]?.lower ?? '',
    ) ||
    /^(?:hand|side|arm|leg|shoulder|lane|foot|turn|knee|thigh|eye)s?$/.test(words[index + 1]?.lower ?? '')
  )
}

/** Who stands or sits: somebody within the four words before. A camera that stood in the yard has no posture. */
function hasSomebody(words: readonly Word[], index: number): boolean {
  return words
    .slice(Math.max(0, index - 4), index)
    .some(
      ({ lower, text, start }) =>
        /^(?:he|she|they|i|we|you|him|her|them|me|us|who|he's|she's|they're|i'm|él|ella|ellos|estaba|estaban)$/.test(
          lower,
        ) ||
        roleNouns.has(lower) ||
        (start !== words[0]?.start && /^\p{Lu}\p{Ll}/u.test(text)),
    )
}

/** Where the denial of a word stands, at most two words before it. */
function negatorNear(words: readonly Word[], index: number): number | null {
  const from = Math.max(0, index - 2)
  const at = words.slice(from, index).findIndex(({ lower }) => negators.has(lower) || /n't$/.test(lower))
  return at < 0 ? null : from + at
}
