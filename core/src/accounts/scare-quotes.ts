import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { scareLead, utteringBefore } from './quote-leads.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Unit } from './quotes.ts'
import { wordsOf } from './words.ts'

/** Whether marks are around a name or a doubt and no speech. `isReported` where a clause of saying leads in. */
export function isScare(text: string, span: MarkedSpan, unit: Unit, isReported: boolean): boolean {
  const words = wordsOf(text, span.start, span.end)
  const inner = text.slice(span.start, span.end)
  const before = text.slice(Math.max(unit.start, span.outerStart - 40), span.outerStart)
  const after = text.slice(span.outerEnd, span.outerEnd + 30)
  if (scareLead.test(before)) return words.length <= 8
  if (/^\p{Lu}\p{L}+$/u.test(inner) && /\p{Lu}\p{L}+ $/u.test(before) && /^ \p{Lu}/u.test(after)) return true
  if (words.length > 4 || /[,.!?]$/.test(inner) || !span.isClosed) return false
  // A sentence of its own is speech however short.
  if (
    before === '' &&
    /^\s*[.!?]?\s*$/.test(text.slice(span.outerEnd, unit.end)) &&
    /^[¿¡]?\p{Lu}/u.test(inner)
  )
    return words.length < 2
  // "Council president: ‘We need the tape’".
  if (/\p{L}:\s*$/u.test(before) && (words.length > 2 || (words.length === 2 && /^[¿¡]?\p{Lu}/u.test(inner))))
    return false
  if (utteringBefore.test(before) || (before === '' && /^:\s/.test(after))) return false
  if (spanishSayingVerbs.has(/^,?\s+(\p{L}+)/u.exec(after)?.[1] ?? '')) return false
  if (isReported)
    return (
      /^\s(?:\p{Ll}+\s){0,2}\p{Ll}+/u.test(after) &&
      words.length <= 2 &&
      /\b(?:the|an?|of|as|for|this|that)\s$/i.test(before) &&
      !/\b(?:said|called|described)\b.{0,25}$/i.test(before) &&
      unit.clauses.every(
        ({ clause }) =>
          clause.verb.start < span.outerStart &&
          /\bthat\b/.test(text.slice(clause.verb.end, span.outerStart)),
      )
    )
  return unit.clauses.length === 0 || unit.clauses.every(({ clause }) => clause.kind !== 'said')
}
