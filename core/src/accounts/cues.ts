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
  /** One for each way of writing it in the table: alternatives of one cue are no more than one of them. */
  readonly id: number
  readonly label: Label
  readonly rest: readonly Step[]
  /** Within how many words its second stands, and how that may begin; 0 where it has none. */
  readonly reach: number
  readonly next: number
}

/** One place of a cue, and the words that may stand there. */
interface Step {
  readonly words: ReadonlySet<string>
  readonly starts: readonly string[]
  readonly isNumber: boolean
  readonly gap: number
  /** A bit for how each of them begins: most words begin otherwise. */
  readonly beginnings: number
}

const widestGap = 5
const shortestStart = 2
const number = '#'

export function cueTable<Label>(lines: Iterable<readonly [Label, string]>): CueTable<Label> {
  const exact = new Map<string, Cue<Label>[]>()
  const starts = new Map<string, Cue<Label>[]>()
  const add = (table: Map<string, Cue<Label>[]>, word: string, cue: Cue<Label>) => {
    const known = table.get(word)
    if (known) known.push(cue)
    else table.set(word, [cue])
  }
  let longestStart = 0
  let id = 0
  for (const [label, line] of lines)
    for (const written of wordSet(line)) {
      for (const form of formsIn(written)) {
        const [first, ...rest] = stepsOf(form)
        if (!first) continue
        const cue = { id, label, rest, reach: rest[0]?.gap ?? 0, next: rest[0]?.beginnings ?? 0 }
        for (const word of first.words) add(exact, word, cue)
        if (first.isNumber) add(exact, number, cue)
        for (const start of first.starts) {
          longestStart = Math.max(longestStart, start.length)
          add(starts, start, cue)
        }
      }
      id++
    }
  return { exact, starts, longestStart, byWord: new Map() }
}

/**
 * `(a|b_c)_d` is `<a>_d` and `b_c_d`: single words that may stand in one place are one form, written `<a&b>`, since cues with several such
 * places would else come to thousands.
 */
function formsIn(written: string): readonly string[] {
  const found = /\(([^()]*)\)/.exec(written)
  if (!found) return [written]
  const [before, after] = [written.slice(0, found.index), written.slice(found.index + found[0].length)]
  const stands = /(?:^|[_+(|-])$/.test(before) && /^(?:$|[_+)|-])/.test(after)
  const each = (found[1] ?? '').split('|')
  const isSingle = (words: string) => stands && /^(?:<[^<>]*>|[^_+<>-]+)$/.test(words)
  const single = each.filter(isSingle).map(words => words.replace(/[<>]/g, ''))
  return [
    ...(single.length > 0 ? [`<${single.join('&')}>`] : []),
    ...each.filter(words => !isSingle(words)),
  ].flatMap(words => formsIn(before + words + after))
}

const stepsOf = (form: string): readonly Step[] =>
  form
    .replace(/-/g, '_')
    .split(/(?=[_+])/)
    .map(part => stepOf(part.replace(/^[_+]|[<>]/g, ''), part.startsWith('+') ? widestGap : 1))
    .filter(({ words, starts, isNumber }) => words.size > 0 || starts.length > 0 || isNumber)

function stepOf(written: string, gap: number): Step {
  const words = written.split('&').filter(word => word !== '')
  const starts = words.filter(word => word.endsWith('*')).map(word => word.slice(0, -1))
  const isNumber = words.includes(number)
  const isAny = isNumber || starts.some(({ length }) => length < shortestStart)
  return {
    words: new Set(words.filter(word => word !== number && !word.endsWith('*'))),
    starts,
    isNumber,
    gap,
    beginnings: isAny ? -1 : words.reduce((bits, word) => bits | beginningOf(word), 0),
  }
}

/** One of 32 bits for the first two letters of a word. */
const beginningOf = (word: string): number =>
  1 << ((7 * word.charCodeAt(0) + (word.length > 1 ? word.charCodeAt(1) : 0)) & 31)

/** Words as cues are written: in lower case, without accents; empty where they are left out. */
export const formsOf = (words: readonly Word[], isSkipped: (at: number) => boolean = () => false) =>
  words.map(({ lower }, at) => (isSkipped(at) ? '' : plainOf(lower)))

/** Every cue that words give, with the place of its first word and behind its last. */
export function cuesIn<Label>(table: CueTable<Label>, forms: readonly string[]) {
  const found: { readonly cue: Cue<Label>; readonly at: number; readonly end: number }[] = []
  const beginnings = Int32Array.from(forms, form => (form === '' ? -1 : beginningOf(form)))
  for (const [at, form] of forms.entries()) {
    if (form === '') continue
    const near = beginnings[at + 1] ?? 0
    let ahead = near
    for (let next = at + 2; next <= at + widestGap; next++) ahead |= beginnings[next] ?? 0
    for (const cue of cuesAt(table, form)) {
      if (cue.reach > 0 && ((cue.reach === 1 ? near : ahead) & cue.next) === 0) continue
      const end = endOf(forms, beginnings, at, cue.rest)
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

const meets = (word: string, { words, starts, isNumber }: Step) =>
  words.has(word) || (isNumber && /^\d/.test(word)) || starts.some(start => word.startsWith(start))

/** Behind the last word of a cue whose first stands at `at`; null where the others do not follow. */
function endOf(
  forms: readonly string[],
  beginnings: Int32Array,
  at: number,
  rest: readonly Step[],
  from = 0,
): number | null {
  const step = rest[from]
  if (!step) return at + 1
  for (let next = at + 1; next <= at + step.gap && next < forms.length; next++) {
    if (((beginnings[next] ?? 0) & step.beginnings) === 0 || !meets(forms[next] ?? '', step)) continue
    const end = endOf(forms, beginnings, next, rest, from + 1)
    if (end !== null) return end
  }
  return null
}
