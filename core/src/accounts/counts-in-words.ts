import type { Fact } from './facts.ts'
import { roleNouns } from './lexicon/people-words.ts'
import { stemOf, type Word } from './words.ts'

/** What is counted in a sentence without a numeral: "an officer chased", "twice", "half an hour". */
export function countsInWords(text: string, words: readonly Word[]): readonly Fact[] {
  return [...soleAgents(text, words), ...timesOver(words), ...aSpanOfTime(words)]
}

/** "Fired three times": what is counted stands elsewhere in the sentence. */
export function counted(fact: Fact, matters: readonly string[]): Fact {
  if (fact.unit === 'vec' || fact.unit === 'vece') return counted({ ...fact, unit: 'tim' }, matters)
  if (/^(?:round|bullet)$/.test(fact.unit ?? '') && matters.includes('shoot'))
    return { ...fact, unit: 'shot' }
  return fact.unit === 'tim' && matters.includes('shoot') ? { ...fact, unit: 'shot' } : fact
}

/** "Once" and "twice" count like "one time" and "two times"; "once" only where nothing hangs on it. */
function timesOver(words: readonly Word[]): readonly Fact[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    if (
      word.lower === 'single' &&
      /^(?:burst|shot|round|blow|punch|cycle|dose|officer|warning)$/.test(next?.lower ?? '')
    )
      return [countAt(word, '1', stemOf(next?.lower ?? ''))]
    const isLast =
      next === undefined || next.start - word.end > 1 || /^(?:before|and|but|when|in|at|on)$/.test(next.lower)
    if (word.lower !== 'twice' && !(word.lower === 'once' && isLast)) return []
    const value = word.lower === 'twice' ? '2' : '1'
    return [countAt(word, value, stemOf('times'))]
  })
}

/** "A minute", "half an hour": counted without a number. */
function aSpanOfTime(words: readonly Word[]): readonly Fact[] {
  return words.flatMap((word, index) => {
    if (!/^(?:a|an|un|una)$/.test(word.lower)) return []
    const isFull = /^(?:full|whole|entire|solid)$/.test(words[index + 1]?.lower ?? '')
    const noun = words[index + (isFull ? 2 : 1)]
    if (!noun || !/^(?:second|minute|hour|segundo|minuto|hora)$/.test(noun.lower)) return []
    const isHalf = words[index - 1]?.lower === 'half'
    if (/^(?:later|ago|before|after|earlier|más|después)$/.test(words[index + (isFull ? 3 : 2)]?.lower ?? ''))
      return []
    return [countAt(word, isHalf ? '0.5' : '1', stemOf(noun.lower))]
  })
}

/** "An officer chased": one, though not said to be the only one. */
function soleAgents(text: string, words: readonly Word[]): readonly Fact[] {
  return words.flatMap((word, index) => {
    if (!/^(?:a|an|un|una)$/.test(word.lower)) return []
    for (let at = index + 1; at <= index + 3; at++) {
      const noun = words[at]
      if (!noun || text.slice(words[at - 1]?.end, noun.start) !== ' ') return []
      if (
        !roleNouns.has(noun.lower) ||
        /^(?:police|family|office|department|city|county|district|union|association|company|team|crowd|council|board|school|hospital|agency)$/.test(
          noun.lower,
        )
      )
        continue
      if (roleNouns.has(words[at + 1]?.lower ?? '') && text.slice(noun.end, words[at + 1]?.start) === ' ')
        continue
      return [countAt(word, '1', stemOf(noun.lower))]
    }
    return []
  })
}

function countAt({ start, end }: Word, value: string, unit: string): Fact {
  return { type: 'number', start, end, value, unit, bound: null }
}
