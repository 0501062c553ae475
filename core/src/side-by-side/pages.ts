/**
 * The page of a place in a text whose reader began each page after the first with a form feed; null where the text has no pages
 * or one. Counted from 1, blank pages included, as viewers count them.
 */
export function pageAt(text: string, at: number): number | null {
  if (!text.includes('\f')) return null
  return text.slice(0, at).split('\f').length
}
