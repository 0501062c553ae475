import { quoteFiller } from './noun-phrases.ts'
import type { Owner } from './owned-words.ts'
import type { MarkedSpan } from './quote-marks.ts'
import type { Unit } from './quotes.ts'

/** Somebody as they are called: a name, or a word for them with its article. */
const who =
  "((?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Uu]na?|[Ss]u) )?(?:[\\p{L}\\d.’'“”-]+ ){0,6}?[\\p{L}\\d.’'-]+)(?<!\\b(?:Mr|Mrs|Ms|Mx|Dr|Sgt|Lt|Capt|Cpl|Det|Insp|Rev|Sra?|Dra?|\\p{Lu}))"

const noun =
  '(?:words?|opinion|views?|answer|reply|response|verdict|message|assessment|judgment|judgement|recollection|version|account|description|testimony|summary|conclusion|memory|plea|question|advice|warning|complaint|promise)'

/**
 * “…” Those were the words of the mayor. “…” That is how she puts it. “…” So says Lee: the sentence behind exact words says whose they are.
 */
const nextSentences: readonly RegExp[] = [
  new RegExp(
    `^\\s+(?:Those|These|That|This|Such|The words|It)(?: words?| sentences?| lines?| was| is| were| are|['’]s)* (?:all )?(?:the )?${noun} of ${who}(?=[.,;:]| (?:who|when|as|after|on|at|in|to)\\b)`,
    'u',
  ),
  new RegExp(
    `^\\s+(?:Those|These|That|This|Such|It)(?: was| is| were| are|['’]s) ${who}['’]s? (?:own )?(?:\\p{Ll}+ )?${noun}\\b`,
    'u',
  ),
  new RegExp(
    `^\\s+(?:That|This)(?: was| is|['’]s) (?:how|what|the way) ${who} (?:(?:now|later|once|always|still) )?(?:puts?|put|describes?|described|remembers?|remembered|recalls?|recalled|tells?|told|sees?|saw|explains?|explained|says?|said|sums?|summed)\\b`,
    'u',
  ),
  new RegExp(
    `^\\s+(?:Those words|These words|That|This|Those|The words)(?: comes?| came|['’]s| is| was)?,? (?:are |were )?from ${who}(?=[.,;:]| (?:who|when|as|after|on|at|in|wrapped|dressed|standing|sitting)\\b)`,
    'u',
  ),
  new RegExp(
    `^\\s+So (?:says?|said|goes|went|runs|ran|writes|wrote|claims?|claimed|insists?|insisted) ${who}(?=[.,;:]| (?:who|when|as|after|on|at|in)\\b)`,
    'u',
  ),
  new RegExp(`^\\s+(?:The (?:speaker|writer|caller|author)|Speaking)(?: was| is|,) ${who}(?=[.,;:])`, 'u'),
  new RegExp(
    `^\\s+(?:Son|Eran|Fueron|Esas? (?:son|fueron|fue)|Así (?:lo )?(?:cuenta|contó|resume|resumió|describe|describió|explica|explicó|recuerda|relata|relató|dice|dijo|habla|define|ve)) (?:las? )?(?:palabras de )?${who}(?=[.,;:]| (?:que|quien|en|tras|al|ante)\\b)`,
    'u',
  ),
]

/** “…” — Ann Lee, neighbour: behind a dash, up to the end of the line, whoever said or wrote it. */
const credit =
  /^\s*\n?\s*[—–-]{1,2}\s?((?:\p{Lu}[\p{L}\d.’'“”-]*|[Tt]he \p{Ll}+|[Aa]n? \p{Ll}+|[Hh]is \p{Ll}+|[Hh]er \p{Ll}+)(?: (?:[\p{L}\d.’'“”-]+)){0,5}?)(?:,[^.!?\n“”]{2,80}| \(@[^\n]{2,60}| on \p{Lu}[^.\n]{2,40})?\.?\s*(?=\n|$)/u

/** No further behind the words does it say so. */
const longest = 220

const clauseOfItsOwn =
  /\b(?:is|was|are|were|has|had|have|did|does|said|says|told|would|will|can|could|fue|era|es|dijo|dice)\b/u

/** Who is named behind exact words that stand alone in their sentence, by a dash or by the next sentence; places are counted from the end of the words. */
export function ownerBehind(text: string, { outerEnd }: MarkedSpan, { frame }: Unit): Owner | null {
  const line = text.slice(outerEnd, outerEnd + longest)
  const found = credit.exec(line)
  const named = found?.[1]
  if (found && named !== undefined && !clauseOfItsOwn.test(found[0])) {
    const start = found[0].indexOf(named)
    return { side: 'rest', start, end: start + named.length }
  }
  if (frame.replaceAll(quoteFiller, '').trim() !== '') return null
  const paragraph = line.split('\n')[0] ?? ''
  for (const pattern of nextSentences) {
    const next = pattern.exec(paragraph)
    const words = next?.[1]
    if (!next || words === undefined || /^(?:the|an?|it|that|this)$/i.test(words)) continue
    const start = next.index + next[0].lastIndexOf(words)
    return { side: 'rest', start, end: start + words.length }
  }
  return null
}
