import type { Stretch } from '../case/index.ts'
import { groundsOf } from './grounds.ts'
import type { Column, ShownLink, ShownStatement } from './shown.ts'

interface Word extends Stretch {
  readonly lower: string
}

/** Words of a stretch of a text; an apostrophe or hyphen inside a word belongs to it. */
export function wordsIn(text: string, { start, end }: Stretch): readonly Word[] {
  return [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:[’'‐-][\p{L}\p{N}]+)*/gu)].map(found => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
    lower: found[0].toLowerCase().replaceAll('’', "'"),
  }))
}

/** More words than this would underline a whole sentence, and a mark would say nothing. */
const mostMarked = 3
/** A quote this short may differ in every word and still be marked. */
const fewWords = 8

/**
 * The words of a statement that differ from what it is linked with, as stretches of its text. The engine names them for most
 * links; for one utterance in other words, and where a person linked, they are those outside the longest common run of words.
 */
export function differingIn(
  statement: ShownStatement,
  links: readonly ShownLink[],
  columns: readonly Column[],
): readonly Stretch[] {
  const columnOf = (of: ShownStatement) => columns.find(({ group }) => group.id === of.group)
  const textOf = (of: ShownStatement) => columnOf(of)?.text ?? ''
  const own = wordsIn(textOf(statement), statement)
  const marked = new Set<Word>()
  const here = links.filter(({ a, b }) => a.key === statement.key || b.key === statement.key)
  const telling = here.filter(({ relation }) => relation === 'conflict' || relation === 'variant')
  for (const link of telling.length > 0 ? telling : here) {
    const isA = link.a.key === statement.key
    const named = link.differing[isA ? 0 : 1]
    const found = named === undefined || named === '' ? [] : namedWords(own, named)
    if (link.relation === 'conflict' || link.relation === 'variant') {
      const other = isA ? link.b : link.a
      // The engine may name an answer ("down") that is no word of the text ("sitting"): then the words themselves are compared.
      const isForeign = found.length === 0 && named !== undefined && named !== ''
      if (!isForeign && link.differing.length > 0) for (const word of found) marked.add(word)
      else {
        // Of two quotes the words within the marks are compared, not who says them and how.
        const [mine, theirs] = [
          quoteWithin(statement, columnOf(statement)),
          quoteWithin(other, columnOf(other)),
        ]
        const areQuotes = mine !== null && theirs !== null
        const within = areQuotes
          ? own.filter(({ start, end }) => start >= mine.start && end <= mine.end)
          : own
        const outside = outsideOf(within, wordsIn(textOf(other), areQuotes ? theirs : other))
        // Reported speech beside a quote differs nearly everywhere: a mark under everything says nothing.
        if (within.length <= fewWords || outside.length <= within.length / 2)
          for (const word of outside) marked.add(word)
      }
    } else if (link.relation === 'detail' && isShort(link)) for (const word of found) marked.add(word)
  }
  return joined(own.filter(word => marked.has(word)))
}

/** The longest quote of a statement; the statement itself where it is a quote; null where it holds none. */
function quoteWithin(statement: ShownStatement, column: Column | undefined): Stretch | null {
  if (statement.kind === 'quote') return statement
  const within = (column?.quotes ?? []).filter(
    ({ start, end }) => start >= statement.start && end <= statement.end,
  )
  return within.toSorted((one, two) => two.end - two.start - (one.end - one.start))[0] ?? null
}

/** A detail is marked where something was found to differ and few words tell it ("two", "three"), not where the engine lists what each says besides. */
function isShort(link: ShownLink): boolean {
  const { differing, origin } = link
  const isFound = groundsOf(link).some(({ kind }) => {
    // A reason in words of its own is a finding of a newer engine, or a person's note.
    if (kind === 'words') return origin.kind === 'candidate'
    return kind !== 'shared' && kind !== 'issue' && kind !== 'matter'
  })
  return (
    isFound &&
    differing.length === 2 &&
    differing.every(words => words !== '' && words.split(/\s+/).length <= mostMarked)
  )
}

/**
 * The named words in the order of the text: as one run where they stand so, whether a hyphen or a space joins them ("forty-six"), else
 * each at its first place after the last.
 */
function namedWords(own: readonly Word[], named: string): readonly Word[] {
  const wanted = wordsIn(named, { start: 0, end: named.length }).map(({ lower }) => lower)
  if (wanted.length === 0) return []
  const spaced = (words: readonly string[]) => words.join(' ').replaceAll(/[‐-]/g, ' ')
  const run = spaced(wanted)
  for (const [at, word] of own.entries()) {
    if (!run.startsWith(spaced([word.lower]))) continue
    const most = Math.min(own.length, at + wanted.length)
    for (let to = at + 1; to <= most; to++)
      if (spaced(own.slice(at, to).map(({ lower }) => lower)) === run) return own.slice(at, to)
  }
  const found: Word[] = []
  let from = 0
  for (const lower of wanted) {
    const at = own.findIndex((word, n) => n >= from && word.lower === lower)
    const word = own[at]
    if (!word) continue
    found.push(word)
    from = at + 1
  }
  return found
}

/** Words outside the longest common run of words in order (dynamic programming, over at most 400 words of each). */
function outsideOf(own: readonly Word[], other: readonly Word[]): readonly Word[] {
  const left = own.slice(0, 400)
  const right = other.slice(0, 400)
  const width = right.length + 1
  const common = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      common[i * width + j] =
        left[i]?.lower === right[j]?.lower ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const outside: Word[] = []
  let i = 0
  let j = 0
  while (i < left.length) {
    const word = left[i]
    if (word && j < right.length && word.lower === right[j]?.lower) {
      i++
      j++
    } else if (j < right.length && at(i, j + 1) > at(i + 1, j)) j++
    else {
      if (word) outside.push(word)
      i++
    }
  }
  return outside
}

/** Neighbouring words as one stretch. */
function joined(words: readonly Word[]): readonly Stretch[] {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of words) {
    const last = runs.at(-1)
    if (last && start - last.end <= 1) last.end = end
    else runs.push({ start, end })
  }
  return runs
}
