import type { Fact } from './facts.ts'
import { roleNouns } from './lexicon/people-words.ts'
import { stemOf, type Word } from './words.ts'

/** What is counted in a sentence without a numeral: "an officer chased", "twice", "half an hour". */
export function countsInWords(text: string, words: readonly Word[]): readonly Fact[] {
  return [...soleAgents(text, words), ...timesOver(words), ...oneTime(words), ...aSpanOfTime(words)]
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
    if (!/^(?:once|twice|thrice)$/.test(word.lower)) return []
    if (word.lower === 'once' ? !isOneTime(words, index) : ofMeasure.test(next?.lower ?? '')) return []
    const value = word.lower === 'twice' ? '2' : word.lower === 'thrice' ? '3' : '1'
    return [countAt(word, value, stemOf('times'))]
  })
}

/** "Was told one time to get off": behind what was done, and not "one time he came by". */
function oneTime(words: readonly Word[]): readonly Fact[] {
  return words.flatMap((word, index) => {
    const [previous, next, behind] = [words[index - 1], words[index + 1], words[index + 2]]
    if (word.lower !== 'one' || next?.lower !== 'time' || previous === undefined) return []
    // Where the sentence ends with it, it is a number like any other.
    if (behind === undefined || behind.start - next.end > 1) return []
    if (
      word.start - previous.end > 1 ||
      /^(?:at|no|any|this|that|from|for|and|but|than)$/.test(previous.lower)
    )
      return []
    return [countAt(word, '1', stemOf('times'))]
  })
}

/** "Twice that size", "twice a day": how large or how often, and no two times. */
const ofMeasure = /^(?:as|that|the|a|an|per|every|daily|weekly|its|his|their|what)$/

/** "Asked once for a drink", and not "once he was outside", "at once", "once again". */
function isOneTime(words: readonly Word[], at: number): boolean {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (/^(?:at|for|all|than)$/.test(previous?.lower ?? '')) return false
  if (word === undefined || next === undefined || next.start - word.end > 1) return true
  if (previous === undefined || word.start - previous.end > 1) return false
  return /^(?:before|and|but|when|in|at|on|for|by|with|from|into|to|as|during|after|over|through|near|while|or)$/.test(
    next.lower,
  )
}

/** "A minute", "half an hour": counted without a number. */
function aSpanOfTime(words: readonly Word[]): readonly Fact[] {
  return words.flatMap((word, index) => {
    if (isHalfOf(words, index)) return [countAt(word, '0.5', stemOf(words[index + 1]?.lower ?? ''))]
    if (!/^(?:a|an|un|una)$/.test(word.lower)) return []
    const isFull = /^(?:full|whole|entire|solid)$/.test(words[index + 1]?.lower ?? '')
    const noun = words[index + (isFull ? 2 : 1)]
    if (!noun || !/^(?:second|minute|hour|segundo|minuto|hora)$/.test(noun.lower)) return []
    const part = partBefore(words, index)
    if (/^(?:later|ago|before|after|earlier|más|después)$/.test(words[index + (isFull ? 3 : 2)]?.lower ?? ''))
      return []
    return [countAt(word, part, stemOf(noun.lower))]
  })
}

/** "Every half hour", "a half-hour". */
const isHalfOf = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'half' &&
  /^(?:hours?|minutes?)$/.test(words[at + 1]?.lower ?? '') &&
  words[at - 2]?.lower !== 'and'

/** "Half an hour", "three quarters of an hour". */
function partBefore(words: readonly Word[], at: number): string {
  if (words[at - 1]?.lower === 'half') return '0.5'
  if (words[at - 1]?.lower !== 'of' || !/^quarters?$/.test(words[at - 2]?.lower ?? '')) return '1'
  return words[at - 3]?.lower === 'three' ? '0.75' : '0.25'
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
