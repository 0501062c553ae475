import type { SourceWords } from './noun-phrases.ts'

/** "The department has sent us a few lines. It says …": the body or paper that the sentence before is about. `before` ends where "it" begins. */
export function bodyBefore(before: string): SourceWords | null {
  // "In the letter it says".
  const lead = before.replace(/(?<=[.!?]\s+)(?:In|On|From) (?:the|its|that|this) [^.,;]{2,30},?\s*$/, '')
  return spanOf(bodies.exec(lead) ?? asked.exec(lead))
}

/** "A text message that Lyle sent a colleague. “…,” it read.": who sent what was read. */
export function senderBefore(before: string): SourceWords | null {
  const found = sent.exec(before) ?? sends.exec(before)
  return found?.[1] === undefined || /^(?:was|were|is|that|which)\b|\b(?:as|while|when|who)\b/.test(found[1])
    ? null
    : spanOf(found)
}

/** "Officer Hale's report is four lines long. It says …": hers, by way of the report. */
export function ownerBefore(before: string): SourceWords | null {
  return spanOf(owned.exec(before))
}

/** Where the first group of a match stands. */
function spanOf(found: RegExpExecArray | null): SourceWords | null {
  if (found?.[1] === undefined) return null
  const start = found.index + found[0].indexOf(found[1])
  return { start, end: start + found[1].length }
}

/** "We asked the county whether a log existed. None did, it said." */
const asked =
  /\b(?:asked|contacted|approached|emailed|pressed|wrote to|sent questions to) ((?:the|its|an?) (?:[\p{L}’'-]+ ){0,2}?(?:department|agency|company|union|office|authority|district|council|board|ministry|hospital|county|city|force|university|school|trust|firm|prison|station))\b[^.!?\n]*[.!?]\s+(?:[^.!?\n]{2,60},\s*)?$/u
const bodies =
  /(?:^|[.!?”"\n]\s+)(?:[^.!?\n]{3,40}[:,] )?((?:[Tt]he|[Ii]ts|[Aa]n?)\s(?:[\p{L}’'-]+\s){0,3}?(?:department|agency|company|union|report|office|authority|district|council|board|ministry|hospital|watchdog|federation|lawsuit|complaint|statement|letter|group|trust|firm|log|memo|filing|affidavit|warrant|autopsy|diary|review|post|tweet)(?: (?:trust|board|company|authority|service|department|union|office|council))?)\b[^.!?\n]*[.!?]\s+$/u
const sent =
  /\b(?:messages?|texts?|letters?|notes?|e-?mails?|posts?|tweets?|memos?)(?: that| which)? ((?:(?:the|his|her|their|an?) )?(?:\p{L}[\p{L}.’'-]* ){0,2}?\p{L}[\p{L}’'-]*) (?:had )?(?:sent|wrote|written|posted|left|typed|texted|dictated)\b[^.!?\n]*[.!?]\s+$/u
/** "The dean sent an email to all students. “…,” it read." */
const sends =
  /(?:^|[.!?”"\n]\s+)(?:[^.!?,;:\n“”"]{3,30}, ){0,2}([^.!?,;:\n“”"]{2,60}?) (?:(?:has|had|have|later|also|then) )?(?:read(?: aloud)? from|read(?: out| aloud)?|sent|sends|issued|posted|released|wrote|published|emailed|circulated|texted|left|put out|submitted|filed|filled out|signed) (?:[\p{L}’']+ ){0,4}?(?:an?|his|her|their|its|one|two) (?:\p{L}+ ){0,3}?(?:statement|letter|e-?mail|message|note|memo|post|tweet|text|reply|voicemail|slip|request|grievance|form|diary entry|card|poem|sheet)\b[^.!?\n]*[.!?]\s+$/u
const owned =
  /(?:^|[.!?”"\n]\s+)([^.!?\n“”]{2,50}?)['’]s? (?:[\p{L}-]+ ){0,2}?(?:report|statement|letter|e-?mail|memo|note|post|message|affidavit|diary|log|account|reply|response|answer|filing|brief)\b[^.!?\n]*[.!?]\s+$/u
