import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { readAccount } from '@sightline/core/accounts'
import { pageAt } from '@sightline/core/side-by-side'
import { readAccountFile } from './read-file.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-accounts-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

async function read(name: string, bytes: string | Uint8Array) {
  const path = join(dir, name)
  writeFileSync(path, bytes)
  return await readAccountFile(path, signal)
}

/** A ZIP with the given parts, deflated. */
function zip(parts: Readonly<Record<string, Buffer>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of Object.entries(parts)) {
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name)])
    const entry = Buffer.concat([
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      fields,
      Buffer.alloc(14),
      Buffer.from(name),
    ])
    entry.writeUInt32LE(offset, 42)
    local.push(head, packed)
    central.push(entry)
    offset += head.length + packed.length
  }
  const table = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, table, end])
}

const word = (body: string, prolog = '') =>
  zip({ 'word/document.xml': Buffer.from(`${prolog}<w:document><w:body>${body}</w:body></w:document>`) })

/** The smallest PDF with one line of text on each page. */
function pdf(...lines: readonly string[]): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${lines.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}]/Count ${lines.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, at) => {
      const stream = line === '' ? '' : `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents ${5 + 2 * at} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`
}

test('text is the file’s own, in each of the encodings', async () => {
  const line = 'The “bridge” – café.\r\nShut.'
  assert.equal((await read('utf8.txt', line)).text, line)
  assert.equal((await read('mark.txt', `\uFEFF${line}`)).text, line)
  assert.equal((await read('wide.txt', Buffer.from(`\uFEFF${line}`, 'utf16le'))).text, line)
  assert.equal((await read('western.txt', Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]))).text, '“café”')
})

test('a page gives its story, headline first, and none of its scripts', async () => {
  const story =
    '<p>The bridge was shut for two hours on Sunday while crews cleared the road, the county said.</p>'.repeat(
      4,
    )
  const page = `<!doctype html><html><head><title>x</title></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge shut</h1>${story}<script>alert("no")</script></article></body></html>`
  const { text, reader } = await read('page.html', page)
  assert.match(text, /^Bridge shut\n\nThe bridge was shut/)
  assert.doesNotMatch(text, /alert|Home/)
  assert.match(reader, /^readability /)
})

test('a page that nests ten thousand deep is read whole, and nothing falls over', async () => {
  const deep = `<!doctype html><html><body>${'<div>'.repeat(10_000)}<p>Words at the bottom.</p>`
  assert.equal((await read('deep.html', deep)).text, 'Words at the bottom.\n')
})

test('a PDF gives the words of its text layer', async () => {
  const { text, reader } = await read('note.pdf', pdf('The bridge was shut.'))
  assert.equal(text, 'The bridge was shut.\n')
  assert.match(reader, /^unpdf /)
})

test('each page of a PDF begins with a form feed, an empty one too, and a sentence goes on over it', async () => {
  const { text } = await read(
    'long.pdf',
    pdf('Officers were called at 7:08 a.m. and found a man who had', 'stood still.', '', 'Nobody came.'),
  )
  assert.equal(
    text,
    'Officers were called at 7:08 a.m. and found a man who had\n\n\fstood still.\n\n\f\n\n\fNobody came.\n',
  )
  const last = text.indexOf('Nobody')
  assert.deepEqual(
    [0, text.indexOf('stood'), last - 1, last].map(at => pageAt(text, at)),
    [1, 2, 3, 4],
  )
  assert.equal(pageAt('one page\n', 3), null)
  const [first] = readAccount(text).sentences
  assert.equal(
    first && text.slice(first.start, first.end).replace(/\s+/g, ' '),
    'Officers were called at 7:08 a.m. and found a man who had stood still.',
  )
})

test('a Word document gives a line for each paragraph, without what was struck out', async () => {
  const body =
    '<w:p><w:r><w:t>Fish &amp; chips</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:p><w:r><w:t xml:space="preserve">Two </w:t></w:r><w:r><w:t>halves</w:t></w:r></w:p>'
  assert.equal((await read('note.docx', word(body))).text, 'Fish & chips\n\nTwo halves\n')
})

test('a Word document reads as a person sees it: rows on a line, notes behind, nothing struck out, moved away, hidden or told twice', async () => {
  const p = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
  const body = [
    p('Three shots were fired.'),
    '<w:moveFrom><w:p><w:r><w:t>Moved away.</w:t></w:r></w:p></w:moveFrom>',
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen. </w:t></w:r><w:r><w:t>A 9</w:t><w:noBreakHyphen/><w:t>year-old saw it.</w:t></w:r></w:p>',
    `<w:tbl><w:tr>${cell('9:04 p.m.')}${cell('Call received')}</w:tr><w:tr>${cell('9:12 p.m.')}<w:tc>${p('Shots fired.')}${p('Radio silent.')}</w:tc></w:tr></w:tbl>`,
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('In a box.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('In a box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside it.</w:t></w:r></w:p>`,
  ].join('')
  const bytes = zip({
    '_rels/.rels': Buffer.from(
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
    ),
    'word/document2.xml': Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`),
    'word/footnotes.xml': Buffer.from(
      `<w:footnotes><w:footnote w:type="separator" w:id="-1">${p('—')}</w:footnote><w:footnote w:id="1">${p('See the log.')}</w:footnote></w:footnotes>`,
    ),
    'word/comments.xml': Buffer.from(`<w:comments><w:comment>${p('Check this!')}</w:comment></w:comments>`),
  })
  assert.deepEqual((await read('seen.docx', bytes)).text.trimEnd().split('\n\n'), [
    'Three shots were fired.',
    'A 9-year-old saw it.',
    '9:04 p.m. Call received',
    '9:12 p.m.',
    'Shots fired.',
    'Radio silent.',
    'In a box.',
    'Beside it.',
    '[1] See the log.',
  ])
})

test('a page gives what its reader sees: nothing hidden, struck through or in a closed dialog, and cells apart', async () => {
  const long =
    'The county said on Sunday that two officers fired at a guest of the motel, and that nobody else was hurt.'
  const unseen = [
    '<p hidden>unseen</p>',
    '<p style="display:none">unseen</p>',
    '<p style="position:absolute; left:-9999px">unseen</p>',
    '<p style="font-size:0">unseen</p>',
    '<span class="sr-only">unseen</span>',
    '<dialog><p>unseen</p></dialog>',
    '<iframe srcdoc="<p>unseen</p>"></iframe>',
  ].join('')
  const { text } = await read(
    'seen.html',
    `<!doctype html><html><body style="opacity:0"><article><h1>Shots at the motel</h1><p>${long}</p>${unseen}<table><tr><td>9:04 p.m.</td><td>Call received</td></tr></table><p>There were <del>four</del> <ins>three</ins> shots&nbsp;&amp; a shout.<p>${long}</article></body></html>`,
  )
  assert.doesNotMatch(text, /unseen|four/)
  assert.match(text, /^9:04 p\.m\. Call received$/m)
  assert.match(text, /^There were three shots & a shout\.$/m)
})

test('a page whose scripts would fetch its words is refused with what to do', async () => {
  await assert.rejects(
    read(
      'app.html',
      '<!doctype html><html><body><div id="root"></div><script src="a.js"></script></body></html>',
    ),
    /save it from a browser/,
  )
})

test('entities that a document declares are refused, and so is what unpacks to too much', async () => {
  const prolog = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  await assert.rejects(
    read('xxe.docx', word('<w:p><w:t>&a;</w:t></w:p>', prolog)),
    /intake|declares entities/,
  )
  const bomb = zip({ 'word/document.xml': Buffer.alloc(80 * 2 ** 20, 0x20) })
  assert.ok(bomb.length < 200_000)
  await assert.rejects(read('bomb.docx', bomb), /unpacks to more than/)
})

test('what is no account is refused with its name and the reason', async () => {
  const codeOf = (bytes: string | Uint8Array, name: string) =>
    read(name, bytes).then(
      () => 'read',
      error => error.code,
    )
  assert.equal(await codeOf('', 'empty.txt'), 'intake.empty')
  assert.equal(
    await codeOf(Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251)), 'noise.bin'),
    'intake.unrecognised',
  )
  assert.equal(await codeOf('%PDF-1.4 broken', 'broken.pdf'), 'intake.unrecognised')
  assert.equal(await codeOf(zip({ 'a.txt': Buffer.from('x') }), 'other.zip'), 'intake.unrecognised')
  symlinkSync(join(dir, 'utf8.txt'), join(dir, 'link.txt'))
  await assert.rejects(readAccountFile(join(dir, 'link.txt'), signal), { code: 'intake.not-a-file' })
  await assert.rejects(readAccountFile(join(dir, 'nowhere.txt'), signal), /nowhere\.txt/)
})
