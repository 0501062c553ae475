import { roleNouns } from './lexicon/people-words.ts'
import type { SourceWords } from './noun-phrases.ts'
import { wordsOf } from './words.ts'

/** ", women locked up beside her claim.": behind the last comma, before a verb that ends the sentence, whoever they are and whatever was done to them. */
export function tailSubject(frame: string, before: number, verbEnd: number): SourceWords | null {
  if (!/^\s*(?:[.;]|$)/.test(frame.slice(verbEnd))) return null
  const found = /,\s+((?:[\p{L}’'-]+\s+){1,6})$/u.exec(frame.slice(0, before))
  if (!found?.[1]) return null
  const said = wordsOf(found[1])
  const first = said[0]
  const isMany =
    first !== undefined &&
    /(?:[^s]s|women|men|people)$/.test(first.lower) &&
    roleNouns.has(first.lower.replace(/s$/, ''))
  if (
    !first ||
    !(isMany || /^(?:women|men|people|residents|relatives)$/.test(first.lower)) ||
    said.length < 2
  )
    return null
  const start = found.index + found[0].indexOf(found[1])
  return { start, end: start + found[1].trimEnd().length }
}

/** "Officers knocked, announced …": of a noun and what it did only the noun. */
export function withoutDeed(frame: string, span: SourceWords): SourceWords {
  const words = wordsOf(frame, span.start, span.end)
  const [first, second] = words
  // "Rider hurt in traffic stop says": what was done to them is not their name.
  const harmed =
    /\s(?:hurt|injured|wounded|shot|killed|struck|hit|tas(?:er)?ed|bitten|arrested|beaten|stabbed|crushed|trapped|pinned|detained|filmed|knocked|thrown|kicked|punched|(?:pepper-)?sprayed|handcuffed|shocked)\s(?:in|by|at|on|during|after|while|for|with|near|outside|from|off|to|when|over|under|down)\s/.exec(
      frame.slice(span.start, span.end),
    )
  const named = harmed ? wordsOf(frame, span.start, span.start + harmed.index) : []
  if (
    harmed &&
    roleNouns.has(named.at(-1)?.lower ?? '') &&
    !named.some(({ lower }) => /^(?:of|for|that|who|which)$/.test(lower))
  )
    return { start: span.start, end: span.start + harmed.index }
  return words.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    roleNouns.has(first.lower.replace(/s$/, '')) &&
    /^\p{Ll}+ed$/u.test(second.text)
    ? { start: first.start, end: first.end }
    : span
}
