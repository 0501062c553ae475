import { roleNouns } from './lexicon/people-words.ts'

/**
 * "Three women have signed statements. They say …": whom the sentence before is about, where nobody of several has spoken since.
 * `spoken` is how far back the last who did are, null where there are none.
 */
export function severalBefore(text: string, at: number, spoken: number | null): string | null {
  const before = text
    .slice(Math.max(0, at - 260), at)
    // "The marchers linked arms. “…,” they sang."
    .replace(/[“"«][^“”"«»]*[”"»],?\s*$/, '')
  const several =
    /(?:^|[.!?”"\n]\s+)((?:(?:The|Two|Three|Four|Five|Six|Several|Some|Many|Other|Both|His|Her|\d+)\s)(?:\p{Ll}+\s){0,2}?(\p{Ll}+))\b[^.!?\n]*[.!?]\s+$/u.exec(
      before,
    )
  const noun = several?.[2] ?? ''
  const isSeveral =
    /^(?:women|men|people|family|relatives|parents)$/.test(noun) ||
    (noun.endsWith('s') && (roleNouns.has(noun.slice(0, -1)) || roleNouns.has(noun)))
  return several?.[1] !== undefined && isSeveral && (spoken === null || spoken > before.length)
    ? several[1]
    : null
}
