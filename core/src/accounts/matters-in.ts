import type { Matter } from './lexicon/matter-patterns.ts'
import { matters } from './lexicon/matters.ts'
import { stemOf, type Word, wordSet } from './words.ts'

/** What a statement answers, and the words that answer it, as they stand. */
export interface Given {
  readonly answer: string
  readonly words: string
}

/** The matters a statement speaks to, each with the answers it gives; without any where it only raises the matter. */
export type Answers = Map<string, readonly Given[]>

/** Without accents: a word boundary of a pattern knows plain letters only, and writers leave accents out. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII has to be looked at
  /[^\u0000-\u007f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text

const plainPattern = ({ source }: RegExp) => new RegExp(plain(source), 'u')

interface Compiled {
  readonly about: RegExp | null
  readonly answers: readonly (readonly [string, RegExp])[]
  readonly isList: boolean
}

const compiled: ReadonlyMap<string, Compiled> = new Map(
  Object.entries(matters).map(([id, { about, answers, isList }]: [string, Matter]) => [
    id,
    {
      about: about ? plainPattern(about) : null,
      answers: Object.entries(answers ?? {}).map(
        ([answer, pattern]) => [answer, plainPattern(pattern)] as const,
      ),
      isList: isList ?? false,
    },
  ]),
)

const byCue = new Map<string, string[]>()
for (const [id, { cues }] of Object.entries(matters))
  for (const cue of wordSet(cues)) {
    const stem = stemOf(cue)
    const known = byCue.get(stem)
    if (known === undefined) byCue.set(stem, [id])
    else if (!known.includes(id)) known.push(id)
  }

/** Whether a stem is one of a matter's cues: "three warnings" count the warning. */
export const isCueOf = (id: string, stem: string): boolean => byCue.get(stem)?.includes(id) ?? false

/** What leaves a matter open: a question, or that nobody can tell. */
const isOpen =
  /\?["”’]?\s*$|\b(?:not clear|unclear|can't tell|cannot tell|hard to tell|whether|asked if|would not say|wouldn't say|did not say|declined to|not say|disputed|no está claro)\b/u

/** Reads the matters off the words of a statement. `body` is the statement with blanks for who says it. */
export function mattersIn(body: string, words: readonly Word[]): Answers {
  const text = plain(body.toLowerCase().replaceAll('’', "'"))
  const found = new Map<string, readonly Given[]>()
  const isUnanswered = isOpen.test(text)
  for (const { lower } of words) {
    for (const id of byCue.get(stemOf(lower)) ?? []) {
      if (found.has(id)) continue
      const matter = compiled.get(id)
      if (!matter || (matter.about && !matter.about.test(text))) continue
      found.set(id, isUnanswered ? [] : answersTo(matter, text, body))
    }
  }
  return found
}

function answersTo({ answers, isList }: Compiled, text: string, body: string): readonly Given[] {
  const given: Given[] = []
  for (const [answer, pattern] of answers) {
    const match = pattern.exec(text)
    if (!match) continue
    given.push({ answer, words: wordsAround(body, text, match.index, match.index + match[0].length) })
    if (!isList || answer === 'nothing' || answer === 'none') break
  }
  return given
}

const mostWords = 8

/** Whole words of the statement; a letter that changes its length in lower case leaves those of the text compared. */
function wordsAround(body: string, text: string, from: number, to: number): string {
  const source = body.length === text.length ? body : text
  let [start, end] = [from, to]
  while (start > 0 && /[\p{L}\p{N}'’]/u.test(source[start - 1] ?? '')) start--
  while (end < source.length && /[\p{L}\p{N}'’]/u.test(source[end] ?? '')) end++
  return source.slice(start, end).trim().split(/\s+/).slice(0, mostWords).join(' ')
}
