import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { isConcept, type Statement, settingMatters } from './features.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'

/** "At no point did he say that he could not breathe" against “I can't breathe”: words that one denies were said and the other hands on. */
export function deniedSpeechFindings({
  a,
  b,
  chance,
}: Pick<Nearness, 'a' | 'b' | 'chance'>): readonly Found[] {
  if (chance < leastChance || areAboutOthers(a, b)) return []
  for (const [denies, says] of [
    [a, b],
    [b, a],
  ] as const) {
    const denied = unsaidIn(denies)
    if (!denied || unsaidIn(says)) continue
    const quote = says.quotes.findIndex((_, at) => {
      const spoken = new Set(says.quoted[at]?.matters)
      return denied.matters.filter(matter => spoken.has(matter)).length >= denied.matters.length * mostly
    })
    const words = says.quotes[quote]
    if (!words) continue
    const quoted = says.words
      .filter(({ start, end }) => start >= words.start && end <= words.end)
      .slice(0, mostWords)
      .map(({ text }) => text)
      .join(' ')
    return [
      {
        relation: 'conflict',
        kind: 'fact',
        differing: denies === a ? [denied.words, quoted] : [quoted, denied.words],
        why: ['said and denied: what was said'],
        rank: 81,
      },
    ]
  }
  return []
}

const leastChance = 0.2
const mostly = 0.6
const mostWords = 8

/** What a statement denies was said: its words, and the matters of what was not said. */
interface Unsaid {
  readonly words: string
  readonly matters: readonly string[]
}

const unsaidIn = readOnce(({ words, matters }: Statement): Unsaid | null => {
  const verb = words.findIndex(
    ({ lower }, at) =>
      /^(?:say|said|tell|told|ask|asked|complain|complained|shout|shouted|mention|mentioned|claim|claimed|report|reported|yell|yelled|scream|screamed|dijo|pidió)$/.test(
        lower,
      ) &&
      words
        .slice(Math.max(0, at - mostBefore), at)
        .some(
          (word, index, before) =>
            /^(?:never|nobody|nunca|nadie)$|n't$/.test(word.lower) ||
            (word.lower === 'not' && /^(?:did|does|had|has)$/.test(before[index - 1]?.lower ?? '')) ||
            (word.lower === 'no' &&
              /^(?:point|time|stage|moment|one|officer|inmate|witness|passenger|momento)$/.test(
                before[index + 1]?.lower ?? '',
              )),
        ),
  )
  if (verb < 0) return null
  const ends = words.findIndex(
    ({ lower }, at) => at > verb && /^(?:while|when|as|before|after|during|cuando|mientras)$/.test(lower),
  )
  const told = matters
    .slice(verb + 1, Math.min(ends < 0 ? matters.length : ends, verb + mostBehind))
    .filter(matter => matter !== '' && !settingMatters.has(matter) && !/^\d/.test(matter))
  // A single common word may be said of anything.
  if (told.length === 0 || (told.length === 1 && !isConcept(told[0] ?? ''))) return null
  return {
    words: words
      .slice(Math.max(0, verb - 2), verb + mostWords)
      .map(({ text }) => text)
      .join(' '),
    matters: [...new Set(told)],
  }
})

const mostBefore = 6
const mostBehind = 9
