import { extractText, getDocumentProxy } from 'unpdf'
import { withoutRunningLines } from './running-lines.ts'

/** A press release has a few pages, a report a few hundred. */
const maxPages = 1000

/**
 * Text of a PDF, page after page; what stands at the head or foot of several pages is told once, before and behind. A form feed
 * begins each page after the first, as `pdftotext` writes it, so that a place in the text has a page. Throws where there is no
 * text layer.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  if (document.numPages > maxPages) throw new Error(`it has ${document.numPages} pages; ${maxPages} are read`)
  const { text } = await extractText(document, { mergePages: false })
  const { heads, pages, feet } = withoutRunningLines(text.map(linesOf))
  const all = pages.map(lines => lines.join('\n').trim())
  if (all.every(page => page === ''))
    throw new Error('it holds no text layer: a scan has to be read by a person')
  const around = (lines: readonly string[]) => lines.map(line => `${line}\n\n`).join('')
  return `${around(heads)}${all.join('\n\n\f')}\n${feet.length > 0 ? `\n${around(feet).trimEnd()}\n` : ''}`
}

/** Lines that hold something; empty ones stay with the line before, since they part paragraphs. */
function linesOf(page: string): readonly string[] {
  const text = page
    .replaceAll('\f', ' ')
    .replace(/[ \t]+$/gm, '')
    .trim()
  return text === '' ? [] : text.split(/\n(?=[^\n]*\S)/)
}
