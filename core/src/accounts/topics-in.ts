import { topics } from './lexicon/topics.ts'
import { plainOf } from './word-classes.ts'
import { type Word, wordSet } from './words.ts'

/** What a statement speaks of, 0 to 1.5 each: one plain cue is 1, hints alone less. */
export type Topics = ReadonlyMap<string, number>

/** One cue: words that follow each other, or stand within a few words. */
interface Cue {
  readonly id: number
  readonly topic: string
  readonly isHint: boolean
  readonly rest: readonly Step[]
}

interface Step {
  readonly form: string
  readonly isStart: boolean
  readonly gap: number
}

const widestGap = 5
const shortestStart = 2

const exact = new Map<string, Cue[]>()
const starts = new Map<string, Cue[]>()
let longestStart = 0
const number = '#'

let cues = 0
for (const [topic, line] of Object.entries(topics)) {
  const [plainCues = '', hints = ''] = line.split(' | ')
  for (const [text, isHint] of [
    [plainCues, false],
    [hints, true],
  ] as const)
    for (const written of wordSet(text))
      if (written !== '') for (const form of expanded(written)) addCue(topic, form, isHint)
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

function addCue(topic: string, written: string, isHint: boolean): void {
  const steps = written
    .replace(/-/g, '_')
    .split(/(?=[_+])/)
    .map(part => ({ gap: part.startsWith('+') ? widestGap : 1, word: part.replace(/^[_+]/, '') }))
    .filter(({ word }) => word !== '')
    .map(({ gap, word }) => ({
      gap,
      form: word === number ? number : word.replace(/\*$/, ''),
      isStart: word !== number && word.endsWith('*'),
    }))
  const [first, ...rest] = steps
  if (!first) return
  const cue = { id: cues++, topic, isHint, rest }
  const table = first.isStart ? starts : exact
  if (first.isStart) longestStart = Math.max(longestStart, first.form.length)
  const known = table.get(first.form)
  if (known) known.push(cue)
  else table.set(first.form, [cue])
}

/** The cues that may begin with a word; words come again and again. */
const byWord = new Map<string, readonly Cue[]>()
const mostWords = 20_000

function cuesAt(word: string): readonly Cue[] {
  const known = byWord.get(word)
  if (known) return known
  const found = [...(exact.get(word) ?? []), ...(/^\d/.test(word) ? (exact.get(number) ?? []) : [])]
  for (let length = shortestStart; length <= Math.min(word.length, longestStart); length++)
    found.push(...(starts.get(word.slice(0, length)) ?? []))
  if (byWord.size >= mostWords) byWord.clear()
  byWord.set(word, found)
  return found
}

const meets = (word: string, { form, isStart }: Step) =>
  form === number ? /^\d/.test(word) : isStart ? word.startsWith(form) : word === form

function goesOn(words: readonly string[], at: number, rest: readonly Step[], from = 0): boolean {
  const step = rest[from]
  if (!step) return true
  for (let next = at + 1; next <= at + step.gap && next < words.length; next++)
    if (meets(words[next] ?? '', step) && goesOn(words, next, rest, from + 1)) return true
  return false
}

/** The topics of a statement. `isSkipped` tells of words that only say who tells it. */
export function topicsIn(words: readonly Word[], isSkipped: (at: number) => boolean): Topics {
  const forms = words.map(({ lower }, at) => (isSkipped(at) ? '' : plainOf(lower)))
  const plainly = new Map<string, Set<number>>()
  const hinted = new Map<string, Set<number>>()
  for (const [at, form] of forms.entries()) {
    if (form === '') continue
    for (const cue of cuesAt(form)) {
      if (!goesOn(forms, at, cue.rest)) continue
      const table = cue.isHint ? hinted : plainly
      const known = table.get(cue.topic)
      if (known) known.add(cue.id)
      else table.set(cue.topic, new Set([cue.id]))
    }
  }
  const found = new Map<string, number>()
  for (const [topic, ids] of plainly)
    found.set(topic, Math.min(1.5, 1 + 0.25 * (ids.size - 1) + 0.1 * (hinted.get(topic)?.size ?? 0)))
  for (const [topic, ids] of hinted)
    if (!plainly.has(topic)) found.set(topic, ids.size >= 3 ? 0.8 : ids.size === 2 ? 0.55 : 0.25)
  return found
}
