import { plainOf } from './word-classes.ts'
import { type Word, wordSet } from './words.ts'

/** Cues of many labels, by the words that begin them; how they are written stands in `lexicon/topics.ts`. */
export interface CueTable<Label> {
  readonly exact: ReadonlyMap<string, readonly Cue<Label>[]>
  readonly starts: ReadonlyMap<string, readonly Cue<Label>[]>
  readonly longestStart: number
  /** The cues that may begin with a word; words come again and again. */
  readonly byWord: Map<string, readonly Cue<Label>[]>
}

/** One cue: words that follow each other, or stand within a few words. */
export interface Cue<Label> {
  readonly id: number
  readonly label: Label
  readonly rest: readonly Step[]
}

interface Step {
  readonly form: string
  readonly isStart: boolean
  readonly gap: number
}

const widestGap = 5
const shortestStart = 2
const number = '#'

export function cueTable<Label>(lines: Iterable<readonly [Label, string]>): CueTable<Label> {
  const exact = new Map<string, Cue<Label>[]>()
  const starts = new Map<string, Cue<Label>[]>()
  let longestStart = 0
  let id = 0
  for (const [label, line] of lines)
    for (const written of wordSet(line))
      for (const form of expanded(written)) {
        const [first, ...rest] = stepsOf(form)
        if (!first) continue
        const table = first.isStart ? starts : exact
        if (first.isStart) longestStart = Math.max(longestStart, first.form.length)
        const cue = { id: id++, label, rest }
        const known = table.get(first.form)
        if (known) known.push(cue)
        else table.set(first.form, [cue])
      }
  return { exact, starts, longestStart, byWord: new Map() }
}

/** `(a|b)_c` is `a_c` and `b_c`. */
function expanded(written: string): readonly string[] {
  const found = /\(([^()]*)\)/.exec(written)
  if (!found) return [written]
  return (found[1] ?? '')
    .split('|')
    .flatMap(each =>
      expanded(written.slice(0, found.index) + each + written.slice(found.index + found[0].length)),
    )
}

const stepsOf = (written: string): readonly Step[] =>
  written
    .replace(/-/g, '_')
    .split(/(?=[_+])/)
    .map(part => ({ gap: part.startsWith('+') ? widestGap : 1, word: part.replace(/^[_+]/, '') }))
    .filter(({ word }) => word !== '')
    .map(({ gap, word }) => ({ gap, form: word.replace(/\*$/, ''), isStart: word.endsWith('*') }))

/** Words as cues are written: in lower case, without accents; empty where they are left out. */
export const formsOf = (words: readonly Word[], isSkipped: (at: number) => boolean = () => false) =>
  words.map(({ lower }, at) => (isSkipped(at) ? '' : plainOf(lower)))

/** Every cue that words give, with the place of its first word and behind its last. */
export function cuesIn<Label>(table: CueTable<Label>, forms: readonly string[]) {
  const found: { readonly cue: Cue<Label>; readonly at: number; readonly end: number }[] = []
  for (const [at, form] of forms.entries()) {
    if (form === '') continue
    for (const cue of cuesAt(table, form)) {
      const end = endOf(forms, at, cue.rest)
      if (end !== null) found.push({ cue, at, end })
    }
  }
  return found
}

const mostWords = 20_000

function cuesAt<Label>(table: CueTable<Label>, word: string): readonly Cue<Label>[] {
  const known = table.byWord.get(word)
  if (known) return known
  const { exact, starts, longestStart, byWord } = table
  const found = [...(exact.get(word) ?? []), ...(/^\d/.test(word) ? (exact.get(number) ?? []) : [])]
  for (let length = shortestStart; length <= Math.min(word.length, longestStart); length++)
    found.push(...(starts.get(word.slice(0, length)) ?? []))
  if (byWord.size >= mostWords) byWord.clear()
  byWord.set(word, found)
  return found
}

const meets = (word: string, { form, isStart }: Step) =>
  form === number ? /^\d/.test(word) : isStart ? word.startsWith(form) : word === form

/** Behind the last word of a cue whose first stands at `at`; null where the others do not follow. */
function endOf(forms: readonly string[], at: number, rest: readonly Step[], from = 0): number | null {
  const step = rest[from]
  if (!step) return at + 1
  for (let next = at + 1; next <= at + step.gap && next < forms.length; next++) {
    const end = meets(forms[next] ?? '', step) ? endOf(forms, next, rest, from + 1) : null
    if (end !== null) return end
  }
  return null
}
