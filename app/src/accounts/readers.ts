import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { docxText } from './docx-text.ts'
import { pdfText } from './pdf-text.ts'
import { decodeText } from './text-encoding.ts'

/** How a file is made into text. Names and versions are stored with what was read: a change in the text needs a new one. */
export const readers = {
  text: 'text 1',
  html: 'readability 0.6.0 + lines 2',
  pdf: 'unpdf 1.8.1 + lines 2',
  docx: 'docx 2',
} as const
export type ReaderName = keyof typeof readers

/** Larger documents are not accounts. */
export const maxAccountBytes = 32 * 2 ** 20

/** Text of a document as its reader sees it. Throws an Error that says what is wrong with the document. */
export async function readDocument(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly reader: ReaderName }> {
  if (isPdf(bytes)) return { text: await pdfText(bytes), reader: 'pdf' }
  if (isZip(bytes)) return { text: await docxText(bytes), reader: 'docx' }
  const text = decodeText(bytes)
  return looksLikeHtml(text) ? { text: htmlText(text), reader: 'html' } : { text, reader: 'text' }
}

export const isPdf = (bytes: Uint8Array) => startsWith(bytes, '%PDF-')
export const isZip = (bytes: Uint8Array) => startsWith(bytes, 'PK\u0003\u0004')

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}

function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 2048).trimStart()
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p|h1|section)[\s>]/i.test(
    start,
  )
}

const blocks = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI UL OL BLOCKQUOTE ARTICLE SECTION HEADER FOOTER FIGURE FIGCAPTION TABLE TR PRE ASIDE MAIN NAV DL DT DD FORM HR TIME ADDRESS'.split(
    ' ',
  ),
)

/** The part of a browser's document that the extractor asks for; linkedom brings it. */
type Page = ConstructorParameters<typeof Readability>[0]

interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

/** Pages of newsrooms nest some dozens deep; what the extractor takes for a page grows with the square of it and more. */
const deepestRead = 400

/** The story of a page, one line per block, the headline first. What the page's own furniture left in, line rules fold later. */
function htmlText(html: string): string {
  const { document } = parseHTML(html)
  withoutUnseen(document)
  const heading = oneLine(document.querySelector('h1')?.textContent ?? '')
  const isTooDeep = depthOf(document.body as unknown as PageNode) > deepestRead
  const copy = parseHTML(html).document
  withoutUnseen(copy)
  const article = isTooDeep ? null : new Readability(copy as Page, { charThreshold: 200 }).parse()
  const page = article?.content
    ? parseHTML(`<html><body>${article.content}</body></html>`).document.body
    : document.body
  const lines = linesOf(page as unknown as PageNode)
  const title = heading || oneLine(article?.title ?? '')
  const hasTitle = title === '' || lines.slice(0, 4).some(line => line === title)
  const all = hasTitle ? lines : [title, ...lines]
  if (all.length === 0)
    throw new Error(
      /<script\b/i.test(html)
        ? 'the page holds no text of its own, its scripts would fetch it: save it from a browser, or as a PDF'
        : 'the page holds no text',
    )
  return `${all.join('\n\n')}\n`
}

/** The part of a document that is asked for what a browser would not show. */
interface Hideable {
  querySelectorAll(selector: string): Iterable<{
    getAttribute(name: string): string | null
    readonly localName: string
    remove(): void
  }>
}

/** Styles on the element itself by which nobody sees it; style sheets are not followed. What is faded in later begins with no opacity, and is seen. */
const unseenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:!|;|$)|(?:left|right|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\((?:50|100)%)/i
const unseenClass = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|u-hidden)(?:\s|$)/i

/** Takes out what a reader of the page does not see, and what is struck through: as in a Word document, the text is what it reads now. */
function withoutUnseen(document: Hideable): void {
  for (const element of [
    ...document.querySelectorAll('[hidden],[style],[class],del,s,strike,dialog:not([open])'),
  ]) {
    if (/^(?:html|body)$/.test(element.localName)) continue
    const isUnseen =
      element.getAttribute('hidden') !== null ||
      /^(?:del|s|strike|dialog)$/.test(element.localName) ||
      unseenStyle.test(element.getAttribute('style') ?? '') ||
      unseenClass.test(element.getAttribute('class') ?? '')
    if (isUnseen) element.remove()
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** How deep a page nests, told without calls that nest as deep. */
function depthOf(root: PageNode): number {
  let depth = 0
  for (let level = [root]; level.length > 0; depth++) level = level.flatMap(node => [...node.childNodes])
  return depth
}

function linesOf(root: PageNode): string[] {
  const lines: string[] = []
  let line = ''
  const flush = () => {
    const done = oneLine(line)
    if (done !== '') lines.push(done)
    line = ''
  }
  // A list instead of calls: a hostile page nests deeper than a stack goes.
  const work: (PageNode | 'flush')[] = [root]
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (next === 'flush') {
      flush()
      continue
    }
    if (next.nodeType === 3) {
      line += next.textContent ?? ''
      continue
    }
    const name = next.nodeName.toUpperCase()
    if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|IFRAME|HEAD|BUTTON)$/.test(name)) continue
    if (name === 'BR') flush()
    // Cells of a row stay on its line, apart.
    if (name === 'TD' || name === 'TH') line += ' '
    const isBlock = blocks.has(name)
    if (isBlock) {
      flush()
      work.push('flush')
    }
    work.push(...[...next.childNodes].reverse())
  }
  flush()
  return lines
}
