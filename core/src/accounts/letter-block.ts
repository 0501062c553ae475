import { endsSentence, type Line, wordCount } from './lines.ts'
import { namesEvent } from './telling.ts'

/** Words for a kind of paper: what stands above a text and says what it is. */
const paper =
  /\b(?:reports?|season|segment|frequently asked questions|faqs?|informativo|noticiero|transcripción|programa|entrevista|notice|letters?|bulletin|questions and answers|minutes|briefing|transcript|log|leaflet|flyer|newsletter|summary|update|advisory|episode|memo(?:randum)?|testimony|findings|records?|history|narrative|notes|fact sheet|release|statement|affidavit|deposition|interview|observations?|notes?|version|extracts?|excerpts?|forms?|brief|digest|edition|issue|diary|blotter|roundup|dispatch|circular|declaration|submission|evidence|proceedings|parte|nota|versión|extracto|edición|hoja|informe|comunicado|acta|carta|boletín)\b/iu

/** "Statement on the death of Ann Lee", "Minutes of the meeting": the paper's title, which a reader takes for its headline. */
const title =
  /\b(?:statement|update|release|comunicado|news|remarks)s? (?:on(?! behalf\b)|about|regarding|concerning|into|re|following|after|sobre|ante|tras)\b|^(?:minutes|deposition|inquest|affidavit|testimony|transcript|acta) (?:of|into|de)\b/iu

/**
 * Lines of the block on top of a paper, down to the first blank line, that say whose and what it is: "Interim report", "@TownPD
 * statement, 1 of 1". The first line, or the one below it, is known to be folded (`isFolded`); `tells` are words that make a line tell
 * something. Where no headline stands behind the block only lines that name a kind of paper are taken.
 */
export function blockLines(
  lines: readonly Line[],
  head: readonly Line[],
  isFolded: (line: Line) => boolean,
  tells: RegExp,
): readonly Line[] {
  const end = lines.findIndex(({ isAfterBlank, index }) => index > 0 && isAfterBlank)
  const block = end < 0 ? [] : lines.slice(0, end)
  if (block.length < 2 || block.length > 7 || !block.slice(0, 3).some(isFolded)) return []
  const hasHeadline = head.some(line => line.index >= end && !isFolded(line) && wordCount(line.text) >= 2)
  return block.filter((line, at) => {
    if (isFolded(line) || !head.includes(line)) return false
    const { text } = line
    const isPaper = paper.test(text) && !title.test(text)
    // "Serious Incident Notice (certified)": what kind of paper it is, and nothing of an incident.
    const told = isPaper
      ? text.replace(/\([^()]*\)|\b(?:incident|event|accident)s?\b|\b\p{L}+-\p{L}+ed\b/giu, ' ')
      : text
    if (wordCount(text) > (isPaper ? 14 : 10) || /[!?]/.test(text) || tells.test(told)) return false
    // A programme's name in quotation marks, beside what the paper is.
    if (/[“”"«»]/.test(text) && !(isPaper && /[|·—–]/.test(text))) return false
    if (endsSentence.test(text) && wordCount(text) > 4 && !isPaper) return false
    // The name on top, in capitals or as a name, above what is known.
    if (at === 0) return wordCount(text) >= 2 && isNameOnTop(text, block[1]?.text ?? '', hasHeadline)
    return hasHeadline ? !title.test(text) : isPaper
  })
}

/** With no headline behind the block, a line above who wrote it is the headline itself. */
const isNameOnTop = (text: string, below: string, hasHeadline: boolean) =>
  !title.test(text) &&
  (hasHeadline || (text === text.toUpperCase() && !namesEvent(text) && !/^(?:by|por)\b/i.test(below)))
