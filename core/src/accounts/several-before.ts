import { roleNouns } from './lexicon/people-words.ts'
import { spokenTo } from './member-of.ts'

/**
 * "Three women have signed statements. They say …": whom the sentence before is about, where nobody of several has spoken since.
 * `spoken` is how far back the last who did are, null where there are none.
 */
export function severalBefore(text: string, at: number, spoken: number | null): string | null {
  const asked = spokenTo(text.slice(Math.max(0, at - 500), at))
  if (asked !== null && (spoken === null || spoken > 260)) return asked
  const before = text
    .slice(Math.max(0, at - 260), at)
    // "The marchers linked arms. “…,” they sang."
    .replace(/[“"«][^“”"«»]*[”"»],?\s*$/, '')
    // "The guards shut it. “They just said …”".
    .replace(/["“«‘']$/u, '')
  const several =
    /(?:^|[.!?”"\n]\s+)((?:(?:The|Two|Three|Four|Five|Six|Several|Some|Many|Other|Both|His|Her|\d+)\s)(?:\p{Ll}+\s){0,2}?(\p{Ll}+))\b[^.!?\n]*[.!?]\s+$/u.exec(
      before,
    )
  const noun = several?.[2] ?? ''
  const isSeveral =
    /^(?:women|men|people|family|relatives|parents)$/.test(noun) ||
    (noun.endsWith('s') && (roleNouns.has(noun.slice(0, -1)) || roleNouns.has(noun)))
  if (several?.[1] !== undefined && isSeveral && (spoken === null || spoken > before.length))
    return several[1]
  // "He said that guards took his shoes. “They said …”": the last who are several, where nobody of several has spoken.
  const last = spoken === null ? [...before.matchAll(groups)].at(-1)?.[0] : undefined
  return last ?? null
}

const groups =
  /(?:\b(?:the|two|three|four|five|six|several|some|his|her|their|our|\d{1,2}) (?:\p{Ll}+ ){0,2}?)?\b(?:officers|deputies|troopers|guards|police|soldiers|agents|agentes|policías|guardias|medics|paramedics|nurses|staff|stewards|marshals|inmates|protesters|residents|neighbou?rs|relatives|vecinos)\b/giu
