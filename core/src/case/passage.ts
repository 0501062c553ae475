import * as z from 'zod/mini'
import { AccountId } from './ids.ts'

const Offset = z.int().check(z.minimum(0))

/** Characters kept before and after a passage, to find it again in a text that was read anew. */
const contextLength = 32

/** Long enough for several sentences, short enough that an entry with a dozen of them stays small. */
export const longestPassage = 1500

/**
 * A stretch of an account's text, held so that it is found again when the text is made anew: by its place (`start`, `end`:
 * UTF-16 code units, half-open) and by its words with what stands around them, as in the W3C Web Annotation selectors
 * TextPositionSelector and TextQuoteSelector.
 */
export const Passage = z.strictObject({
  account: AccountId,
  start: Offset,
  end: Offset,
  exact: z.string().check(z.minLength(1), z.maxLength(longestPassage)),
  prefix: z.string().check(z.maxLength(contextLength)),
  suffix: z.string().check(z.maxLength(contextLength)),
})
export type Passage = z.infer<typeof Passage>

/** A stretch of a text; UTF-16 code units, half-open. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The stretch of an account's text as a passage. Null when it is empty, longer than `longestPassage`, or not in the text. */
export function passageAt(account: AccountId, text: string, { start, end }: Stretch): Passage | null {
  if (!(start >= 0 && start < end && end <= text.length && end - start <= longestPassage)) return null
  return {
    account,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  }
}

/** Two passages of one stretch: the same account, place and words. */
export function isSamePassage(one: Passage, two: Passage): boolean {
  return (
    one.account === two.account && one.start === two.start && one.end === two.end && one.exact === two.exact
  )
}

/** A text made ready to find passages in. */
export interface FindableText {
  readonly text: string
  /** The text with every run of white space as one space. */
  readonly squeezed: string
  /** For each character of `squeezed`, and one past it, its place in `text`. */
  readonly placeOf: Uint32Array
}

export function findable(text: string): FindableText {
  const placeOf = new Uint32Array(text.length + 1)
  const parts: string[] = []
  let length = 0
  let from = 0
  for (const gap of text.matchAll(/\s+/g)) {
    for (let at = from; at < gap.index; at++) placeOf[length + at - from] = at
    parts.push(text.slice(from, gap.index), ' ')
    length += gap.index - from
    placeOf[length] = gap.index
    length += 1
    from = gap.index + gap[0].length
  }
  for (let at = from; at <= text.length; at++) placeOf[length + at - from] = at
  parts.push(text.slice(from))
  return { text, squeezed: parts.join(''), placeOf }
}

/**
 * Where a passage stands in a text that may have been made anew. Its own place counts where its words stand there; else its
 * words are looked for, with any white space between them, and where they stand more than once, what stands around them
 * decides. Null when they are not there, or when two places fit equally well: a passage is never put down by guess.
 */
export function findPassage(where: FindableText, passage: Passage): Stretch | null {
  const { text, squeezed, placeOf } = where
  const { start, end, exact } = passage
  if (text.slice(start, end) === exact) return { start, end }
  const wanted = squeeze(exact).trim()
  if (wanted === '') return null
  const [prefix, suffix] = [squeeze(passage.prefix).trim(), squeeze(passage.suffix).trim()]
  let best: { readonly at: number; readonly score: number } | null = null
  let isTied = false
  for (let at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + 1)) {
    const before = squeezed.slice(Math.max(0, at - contextLength - 1), at).trimEnd()
    const after = squeezed.slice(at + wanted.length, at + wanted.length + contextLength + 1).trimStart()
    const score = commonEnd(before, prefix) + commonStart(after, suffix)
    if (best === null || score > best.score) {
      best = { at, score }
      isTied = false
    } else if (score === best.score) isTied = true
  }
  if (best === null || isTied) return null
  const last = placeOf[best.at + wanted.length - 1]
  const first = placeOf[best.at]
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 }
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ')

function commonStart(one: string, two: string): number {
  let length = 0
  while (length < one.length && length < two.length && one[length] === two[length]) length++
  return length
}

function commonEnd(one: string, two: string): number {
  let length = 0
  while (length < one.length && length < two.length && one.at(-1 - length) === two.at(-1 - length)) length++
  return length
}
