import { extractText, getDocumentProxy } from 'unpdf'

/** A press release has a few pages, a report a few hundred. */
const maxPages = 1000

/**
 * Text of a PDF, page after page, without what stands at the head or foot of most pages. A form feed begins each page after the
 * first, as `pdftotext` writes it, so that a place in the text has a page. Throws where there is no text layer.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  if (document.numPages > maxPages) throw new Error(`it has ${document.numPages} pages; ${maxPages} are read`)
  const { text } = await extractText(document, { mergePages: false })
  const pages = withoutRunningLines(text.map(page => page.split('\n').map(line => line.trimEnd())))
  const all = pages.map(lines => lines.join('\n').replaceAll('\f', ' ').trim())
  if (all.every(page => page === ''))
    throw new Error('it holds no text layer: a scan has to be read by a person')
  return `${all.join('\n\n\f')}\n`
}

/** A first or last line that most pages share, page numbers aside, is the page's and not the text's. */
function withoutRunningLines(pages: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (pages.length < 3) return pages
  const shape = (line: string | undefined) => (line ?? '').replace(/\d+/g, '#').trim()
  const isRunning = (at: 'first' | 'last') => {
    const counts = new Map<string, number>()
    for (const lines of pages) {
      const line = shape(at === 'first' ? lines[0] : lines.at(-1))
      counts.set(line, (counts.get(line) ?? 0) + 1)
    }
    return new Set(
      [...counts].filter(([line, count]) => line !== '' && count > pages.length / 2).map(([line]) => line),
    )
  }
  const heads = isRunning('first')
  const feet = isRunning('last')
  return pages.map(lines => {
    const from = heads.has(shape(lines[0])) ? 1 : 0
    const to = feet.has(shape(lines.at(-1))) ? lines.length - 1 : lines.length
    return lines.slice(from, Math.max(from, to))
  })
}
