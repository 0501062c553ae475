import { headWords } from './source-words.ts'
import type { Source } from './speakers.ts'
import type { Memory } from './spoken.ts'

/** Whether two are one and the same: one person, or two words of one head for somebody without a name. */
export const areOne = (one: Source, two: Source | null): boolean =>
  two !== null &&
  (one.name === two.name ||
    (one.person === null && two.person === null && headWords(one.name).at(-1) === headWords(two.name).at(-1)))

/**
 * Whom a pronoun at `at` cannot mean by its own sentence: who is named behind it ("she told reporters that Rowe was alone"), and who did
 * something to whom the same pronoun means ("the inspector asked him for a pass and he said").
 */
export function barredAt(
  { text, mentions, spoken, subjects }: Memory,
  at: number,
  kind: 'female' | 'male',
): (source: Source) => boolean {
  const rest = /^[^.!?\n“"«]*/u.exec(text.slice(at, at + 300))?.[0].length ?? 0
  const behind = new Set(
    mentions.at({ start: at, end: at + rest }).flatMap(each => (each.start >= at ? [each.person] : [])),
  )
  const before = text.slice(Math.max(0, at - 300), at)
  const lead = before.slice(sentenceBefore.exec(before)?.[0].length ?? 0)
  const from = at - lead.length
  const object = (kind === 'male' ? him : her).exec(lead)
  const actors = object
    ? [...spoken, ...subjects].filter(each => each.at >= from && each.at < from + object.index)
    : []
  return source =>
    (source.person !== null && behind.has(source.person)) ||
    actors.some(actor => areOne(source, actor.source))
}

/** Up to the last mark that ends a sentence or words. */
const sentenceBefore = /^.*[.!?\n“”"«»]/su
const him = /\bhim\b(?=[^.]*\b(?:and|but|so|when|as|before|after|until|while|then)\b)/u
/** "Her" before a noun is whose that is. */
const her =
  /\bher(?=,|;| (?:to|that|what|why|how|where|if|whether|for|in|on|at|by|from|with|and|but|so|when|as|off|out|up|down|away|again|twice)\b)(?=[^.]*\b(?:and|but|so|when|as|before|after|until|while|then)\b)/u
