import { bodyWords, roleNouns } from './lexicon/people-words.ts'

/** "Police: 11 officers injured", "Officers dragged passenger from lounge: report": whose words a headline gives, or null. */
export function headlineLabel(words: string): string | null {
  const label =
    /^(\p{Lu}[\p{L}’' ]{2,30}): (?=[\p{Lu}\d‘“'"])/u.exec(words)?.[1] ??
    /(?:: | [–—-] )((?:the )?(?:\p{L}[\p{L}’'-]* ){0,2}\p{L}{3,})$/u.exec(words)?.[1]
  const head = label?.split(' ').at(-1)?.toLowerCase() ?? ''
  const isAtEnd = label !== undefined && words.endsWith(label)
  if (isAtEnd && label.split(' ').length > 3) return null
  const isVoice = roleNouns.has(head) || bodyWords.has(head) || issuers.test(head)
  return label !== undefined && isVoice ? label : null
}

const issuers =
  /^(?:police|officials|auditor|report|reports|lawsuit|suit|family|union|watchdog|coroner|bodycam|footage|records|docs|documents|affidavit|prosecutors|study|review|witnesses|lawyers?|inquest|monitor|ex-\p{L}+)$/u
