import { endsSentence, type Line, wordCount } from './lines.ts'

/** Words for a kind of paper: what stands above a text and says what it is. */
const paper =
  /\b(?:reports?|notice|letters?|bulletin|questions and answers|minutes|briefing|transcript|log|leaflet|flyer|newsletter|summary|update|advisory|episode|memo(?:randum)?|testimony|findings|records?|history|narrative|notes|fact sheet|release|statement|affidavit|deposition|interview|informe|comunicado|acta|carta|boletín)\b/iu

/** "Statement on the death of Ann Lee", "Minutes of the meeting": the paper's title, which a reader takes for its headline. */
const title =
  /\b(?:statement|update|release|comunicado|news|remarks)s? (?:on|about|regarding|concerning|into|re|following|after|sobre|ante|tras)\b|^(?:minutes|deposition|inquest|affidavit|testimony|transcript|acta) (?:of|into|de)\b/iu

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
  if (block.length < 2 || block.length > 6 || !block.slice(0, 2).some(isFolded)) return []
  const hasHeadline = head.some(line => line.index >= end && !isFolded(line) && wordCount(line.text) >= 3)
  return block.filter((line, at) => {
    if (isFolded(line) || !head.includes(line)) return false
    const { text } = line
    const isPaper = paper.test(text) && !title.test(text)
    // "Serious Incident Notice": what kind of paper it is, and nothing of an incident.
    const told = isPaper ? text.replace(/\b(?:incident|event)s?\b/giu, ' ') : text
    if (wordCount(text) > (isPaper ? 14 : 10) || /[“”"«»!?]/.test(text) || tells.test(told)) return false
    if (endsSentence.test(text) && wordCount(text) > 4) return false
    // The name on top, in capitals, above what is known.
    if (at === 0) return text === text.toUpperCase() && wordCount(text) >= 2 && !paper.test(text)
    return hasHeadline ? !title.test(text) : isPaper
  })
}
