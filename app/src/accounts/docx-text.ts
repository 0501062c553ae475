import { Buffer } from 'node:buffer'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** The words of a long report are under 2 MB of XML; what unpacks to more than this is not one. */
const maxXmlBytes = 64 * 2 ** 20

/**
 * Text of a Word document: one line per paragraph, the cells of a table's row on one line, its footnotes and endnotes behind it. What was
 * struck out, moved away or hidden, comments, headers and footers are left out. Entities of the document's own are never expanded. Throws where it is no such document.
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const parts = await partsOf(bytes)
  const xml = parts.get(mainPart(parts))
  if (xml === undefined) throw new Error('it is an archive without word/document.xml')
  const body = paragraphsOf(xml)
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap(name => notesOf(parts.get(name) ?? ''))
  const lines = [...body, ...notes]
  if (lines.length === 0) throw new Error('it holds no text')
  return `${lines.join('\n\n')}\n`
}

/** Word in a browser calls its main part otherwise, and says so in the package's relations. */
function mainPart(parts: ReadonlyMap<string, string>): string {
  for (const [relation] of (parts.get('_rels/.rels') ?? '').matchAll(/<Relationship\b[^<>]*>/g))
    if (/\/officeDocument"/.test(relation)) {
      const target = /\bTarget="\/?([^"]+)"/.exec(relation)?.[1]
      if (target !== undefined && parts.has(target)) return target
    }
  return 'word/document.xml'
}

const readParts = /^(?:_rels\/\.rels|word\/(?:document\d*|footnotes|endnotes)\.xml)$/

/** The parts that are read, by name. Throws where one unpacks to more than it may or declares entities. */
async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      if (!readParts.test(entry.fileName) || parts.has(entry.fileName)) {
        zip.readEntry()
        return
      }
      unpacked(zip, entry)
        .then(xml => {
          if (/<!DOCTYPE|<!ENTITY/i.test(xml))
            throw new Error('its XML declares entities, which no word processor writes')
          parts.set(entry.fileName, xml)
          zip.readEntry()
        }, reject)
        .catch(reject)
    })
    zip.readEntry()
  })
  return parts
}

function unpacked(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) {
        reject(error ?? new Error('its text could not be unpacked'))
        return
      }
      const pieces: Buffer[] = []
      let length = 0
      stream.on('data', (piece: Buffer) => {
        length += piece.length
        if (length > maxXmlBytes) stream.destroy(new Error(`it unpacks to more than ${maxXmlBytes} bytes`))
        else pieces.push(piece)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')))
    })
  })
}

/** What is not part of the text as it reads now: struck out, moved away, or drawn once more for old programs. */
const leftOut = new Set(['del', 'moveFrom', 'Fallback', 'delText', 'instrText'])

/** A row of a table is one line where each of its cells is one; longer ones are read cell by cell. */
const longestRow = 400

/** The document as it reads with its changes taken in. */
function paragraphsOf(xml: string): string[] {
  const lines: string[] = []
  /** Paragraphs that are open: a text box stands inside one. */
  const open: string[] = []
  let row: string[][] | null = null
  let skipped = 0
  let isHidden = false
  const say = (words: string) => {
    if (skipped === 0 && !isHidden && open.length > 0) open.push((open.pop() ?? '') + words)
  }
  for (const [, closing, tag = '', attributes = '', alone, text = ''] of xml.matchAll(
    /<(\/?)(?:[a-z\d]+:)?([A-Za-z]+)((?:\s[^<>]*?)?)(\/?)>([^<]*)/g,
  )) {
    const isEnd = closing === '/'
    const isAlone = alone === '/'
    if (leftOut.has(tag) && !isAlone) skipped = Math.max(0, skipped + (isEnd ? -1 : 1))
    else if (tag === 'r' && !isEnd) isHidden = false
    else if ((tag === 'vanish' || tag === 'webHidden') && !/val="(?:0|false|off)"/.test(attributes))
      isHidden = true
    else if (tag === 't' && !isEnd) say(unescaped(text))
    else if (tag === 'tab' && !isEnd) say('\t')
    else if ((tag === 'br' || tag === 'cr') && !isEnd) say('\n')
    else if (tag === 'noBreakHyphen') say('-')
    else if (tag === 'tr' && !isAlone) {
      if (isEnd && row) lines.push(...rowOf(row))
      row = isEnd ? null : []
    } else if (tag === 'tc' && !isEnd) row?.push([])
    else if (tag === 'p' && !isAlone) {
      if (!isEnd) {
        open.push('')
        isHidden = false
      } else {
        const line = (open.pop() ?? '').trim()
        const cell = row?.at(-1)
        if (line !== '') (cell ?? lines).push(line)
      }
    }
  }
  const rest = open.join('').trim()
  return rest === '' ? lines : [...lines, rest]
}

function rowOf(cells: readonly (readonly string[])[]): readonly string[] {
  const filled = cells.filter(cell => cell.length > 0)
  const whole = filled.map(cell => cell[0]).join(' ')
  return filled.every(cell => cell.length === 1) && whole.length <= longestRow && whole !== ''
    ? [whole]
    : filled.flat()
}

/** "[1] See the log.": each note behind the number that stands for it in print. Lines that part notes from the text are none. */
function notesOf(xml: string): readonly string[] {
  let number = 0
  return [...xml.matchAll(/<w:(footnote|endnote)\b([^<>]*)>([\s\S]*?)<\/w:\1>/g)].flatMap(
    ([, , kind = '', body = '']) => {
      if (/w:type="(?!normal")/.test(kind)) return []
      number++
      const words = paragraphsOf(body).join(' ')
      return words === '' ? [] : [`[${number}] ${words}`]
    },
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return entities[name] ?? whole
  })
}
