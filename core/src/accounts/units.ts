import { sayingVerbs } from './lexicon/reporting.ts'
import { quoteFiller } from './noun-phrases.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Unit } from './quotes.ts'
import type { Sentence } from './sentences.ts'
import { wordsOf } from './words.ts'

/** Sentences of a paragraph in stretches that no quoted words run across, each with its quoted words replaced by `quoteFiller`. */
export function unitsOf(
  text: string,
  paragraph: number,
  sentences: readonly Sentence[],
  marked: readonly MarkedSpan[],
): readonly Omit<Unit, 'clauses'>[] {
  const groups: Sentence[][] = []
  for (const sentence of sentences) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isHeld =
      last && marked.some(({ outerStart, outerEnd }) => outerStart < last.end && outerEnd > sentence.start)
    if (group && isHeld) group.push(sentence)
    else groups.push([sentence])
  }
  return groups.map(group => {
    const start = group[0]?.start ?? 0
    const end = group.at(-1)?.end ?? 0
    // Ana “Sunny” Reyes: the marks would end the name.
    let frame = text
      .slice(start, end)
      .replace(
        /(?<=\p{Lu}\p{Ll}+ )[“"‘](\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)?)[”"’](?= \p{Lu}\p{Ll})/gu,
        ' $1 ',
      )
    // "Ann Lee (resident) reports": what she is stands between her and the verb.
    frame = frame.replace(/(?<=\p{L}) \([^()“”«»]{1,40}\)(?= \p{Ll})/gu, aside =>
      wordsOf(aside).some(({ lower }) => sayingVerbs.has(lower)) ? aside : ' '.repeat(aside.length),
    )
    for (const { outerStart, outerEnd } of marked) {
      if (outerEnd <= start || outerStart >= end) continue
      const from = Math.max(0, outerStart - start)
      const to = Math.min(frame.length, outerEnd - start)
      frame = frame.slice(0, from) + quoteFiller.repeat(to - from) + frame.slice(to)
    }
    return { start, end, paragraph, sentences: group, frame }
  })
}
