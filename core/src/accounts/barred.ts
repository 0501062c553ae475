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
export function barredAt(memory: Memory, at: number, kind: 'female' | 'male'): (source: Source) => boolean {
  const { text, mentions, spoken, subjects } = memory
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
  const actor = actorOnThem(memory, at, kind)
  return source =>
    (source.person !== null && behind.has(source.person)) ||
    (actor !== null && areOne(source, actor)) ||
    actors.some(actor => areOne(source, actor.source))
}

/**
 * "A trooper came to her window. “I did nothing,” she said.": whom the sentence right before the words calls "her" goes on, and not who was
 * brought in there without a name, of whom nothing tells that it is a she.
 */
function actorOnThem(
  { text, subjects, genders }: Memory,
  at: number,
  kind: 'female' | 'male',
): Source | null {
  const before = text.slice(Math.max(0, at - 900), at)
  const words = quotedBefore.exec(before)
  if (!words) return null
  const lead = before.slice(Math.max(0, words.index - longestSentence), words.index)
  const sentence = lastSentence.exec(lead)
  const object = sentence && (kind === 'male' ? onHim : onHer).exec(sentence[0])
  if (!sentence || !object) return null
  const from = at - before.length + words.index - lead.length + sentence.index
  const actor = subjects.findLast(each => each.at >= from && each.at < from + object.index)
  return actor !== undefined &&
    actor.source.person === null &&
    actor.gender === 'unknown' &&
    genders.get(actor.source.name) === undefined &&
    /^(?:an?|another|one|una?|otr[oa])\s/i.test(actor.source.name)
    ? actor.source
    : null
}

/** No more is looked at of what stands before the words. */
const longestSentence = 240
/** Exact words that a pronoun stands right behind. */
const quotedBefore = /[“"‘«][^“”"«»\n]{1,700}[,.!?]?[”"’»]\s*$/u
const lastSentence =
  /(?:[^.!?\n“”"]|(?<=\b[ap]\.m|\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt))\.|(?<=[ap])\.(?=m\.))+[.!?]\s*$/u
const onHim = /\bhim\b/
/** "Her" before a noun may be the actor's own. */
const onHer =
  /\bher(?=[.,;!?]|\s(?:to|that|what|why|how|where|if|whether|for|in|on|at|by|from|with|and|but|so|when|as|off|out|up|down|away|again|twice|the|an?|into|onto)\b)/u

/** Up to the last mark that ends a sentence or words. */
const sentenceBefore = /^.*[.!?\n“”"«»]/su
const him = /\bhim\b(?=[^.]*\b(?:and|but|so|when|as|before|after|until|while|then)\b)/u
/** "Her" before a noun is whose that is. */
const her =
  /\bher(?=,|;| (?:to|that|what|why|how|where|if|whether|for|in|on|at|by|from|with|and|but|so|when|as|off|out|up|down|away|again|twice)\b)(?=[^.]*\b(?:and|but|so|when|as|before|after|until|while|then)\b)/u
