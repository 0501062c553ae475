import { Buffer } from 'node:buffer'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** The words of a long report are under 2 MB of XML; what unpacks to more than this is not one. */
const maxXmlBytes = 64 * 2 ** 20

/** Text of a Word document: one line per paragraph. Entities of the document's own are never expanded, no other part is opened. Throws where it is no such document. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const xml = await partOf(zip, 'word/document.xml')
  if (xml === null) throw new Error('it is an archive without word/document.xml')
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw new Error('its XML declares entities, which no word processor writes')
  const lines = paragraphsOf(xml)
  if (lines.length === 0) throw new Error('it holds no text')
  return `${lines.join('\n\n')}\n`
}

function partOf(zip: ZipFile, name: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(null))
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName !== name) {
        zip.readEntry()
        return
      }
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
    zip.readEntry()
  })
}

/** Inserted text counts, deleted text does not: the document as it reads with its changes taken in. */
function paragraphsOf(xml: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const [, closing, tag, text] of xml.matchAll(/<(\/?)(w:p|w:tab|w:br|w:t)(?:\s[^<>]*)?\/?>([^<]*)/g)) {
    if (tag === 'w:t' && closing === '') line += unescaped(text ?? '')
    else if (tag === 'w:tab' && closing === '') line += '\t'
    else if (tag === 'w:br') line += '\n'
    else if (tag === 'w:p') {
      if (line.trim() !== '') lines.push(line.trim())
      line = ''
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return entities[name] ?? whole
  })
}
