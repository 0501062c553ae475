import { roleNouns } from './lexicon/people-words.ts'
import { isEvidence, mainSubject, withName } from './noun-phrases.ts'
import { labelBefore } from './owned-words.ts'
import { headedBy } from './quote-heads.ts'
import { describing, utteringBefore } from './quote-leads.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Unit } from './quotes.ts'
import type { Source, SourceFinder } from './speakers.ts'
import { wordsOf } from './words.ts'

/** "The family “believe that …": the subject stands right before quoted words that begin with its verb. */
export function adjacentSubject(
  text: string,
  span: MarkedSpan,
  unit: Unit,
  finder: SourceFinder,
): Source | null {
  const lead = text.slice(unit.start, span.outerStart)
  const uttering = utteringBefore.exec(lead)
  if (uttering?.[1]) {
    const at = unit.start + uttering.index + uttering[0].indexOf(uttering[1])
    const source = finder.peek(at, at + uttering[1].length)
    if (source) return source
  }
  // "- Ann Lee of Mill Road: “…”": a line that begins with who says it.
  const listed = listedName.exec(unit.frame.slice(0, lead.length))?.[1]
  if (listed !== undefined && !isEvidence(listed)) {
    const source = finder.read(unit.start, unit.start + listed.length)
    if (source) return source
  }
  const labelled = labelBefore(lead)
  if (labelled) return finder.read(unit.start + labelled.start, unit.start + labelled.end)
  // “We had nowhere to go”: students describe the night.
  const behind = describing.exec(text.slice(span.outerEnd, unit.end))
  if (behind?.[1] && lead.trim() === '') {
    const at = span.outerEnd + behind[0].indexOf(behind[1])
    return finder.peek(at, at + behind[1].length)
  }
  const headed = lead.trim() === '' ? headedBy(text.slice(span.outerEnd, unit.end)) : null
  if (headed) {
    const source = finder.peek(span.outerEnd + headed.start, span.outerEnd + headed.end)
    if (source && (source.person || headed.isRole)) return source
  }
  // "Asked whether he ran, Finch shook her head: “…”": the subject of the sentence before the colon.
  // "Of her son: “…”": what the words are about.
  const isAbout = /^(?:Of|On|About|As (?:for|to))\s/u.test(lead)
  if (/:\s*$/.test(lead) && !isAbout) {
    const frame = unit.frame.slice(0, lead.length)
    const words = wordsOf(frame)
    const plain = mainSubject(frame, words, words.length)
    const main = plain && (withName(frame, plain) ?? plain)
    const source = main ? finder.peek(unit.start + main.start, unit.start + main.end) : null
    const isRole =
      main !== null && wordsOf(frame, main.start, main.end).some(({ lower }) => roleNouns.has(lower))
    if (main && (source?.person || isRole)) return finder.read(unit.start + main.start, unit.start + main.end)
  }
  const colon =
    /^(.{2,90}?)(?:\s+(?:had this to say|put it this way|summed it up|was blunt|agreed))?:\s*$/u.exec(lead)
  const subject =
    colon?.[1] ??
    (/^[^,;:]{2,80}\s$/.test(lead) &&
    /^\p{Ll}/u.test(text.slice(span.start)) &&
    lead.trim().split(/\s+/).length <= 9
      ? lead.trimEnd()
      : null)
  if (subject === null || isAbout) return null
  if (/\b(?:was|were|is|are|had|said|that)\b/.test(subject) && !colon) return null
  const source = finder.peek(unit.start, unit.start + subject.length)
  return source &&
    (source.person ||
      /famil|police|department|office|lawyer|attorney|union|officials|mayor|witness/i.test(source.name) ||
      (colon && roleNouns.has(source.name.split(' ').at(-1)?.toLowerCase() ?? '')))
    ? finder.read(unit.start, unit.start + subject.length)
    : null
}

const listedName =
  /^(\p{Lu}[\p{L}.’'-]+(?: +(?:(?:and|y) )?(?:\p{Lu}[\p{L}.’'-]*)){1,5})(?: (?:of|from|in|de) [^:,.]{2,40}|, [^:.]{2,60}| \([^():]{1,40}\))?: ?$/u
