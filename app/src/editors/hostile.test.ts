import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { picture, placed, toArrange } from '../../../test/cases/editors/lines.ts'
import { readCsv } from '../../../test/cases/editors/read-back.ts'
import { readXml, within } from '../../../test/cases/editors/xml-reader.ts'
import { arrange } from './arrangement.ts'
import { csvTable } from './csv-table.ts'
import { editList, reelNames } from './edl.ts'
import { fcpxmlText } from './fcpxml.ts'
import { fileUrl } from './media.ts'
import { plain } from './notes.ts'
import { xmemlText } from './xmeml.ts'

const anyName = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
const named = (name: string) => {
  const own = toArrange(picture(`/${name}`, { name: plain(name) }), placed('g1', 0))
  return arrange([{ ...own, name }])
}
const about = { title: 'x', tool: 'x' }

test('whatever a file is called, XML stays well-formed and gives the name back', () => {
  fc.assert(
    fc.property(anyName, name => {
      const fcpxml = readXml(fcpxmlText(named(name), about)).root
      assert.equal(within(fcpxml, 'asset')[0]?.attributes.get('name'), plain(name))
      const [file] = within(readXml(xmemlText(named(name), about)).root, 'file')
      assert.equal(file?.children[0]?.text, plain(name))
    }),
  )
})

test('whatever a file is called, its address leads back to it', () => {
  fc.assert(
    fc.property(anyName, name => {
      const url = fileUrl(`/case/${name}`)
      assert.match(url, /^file:\/\/\/[\w\-.!~*'()%/]*$/)
      assert.equal(decodeURIComponent(url.slice(7)), `/case/${name}`.toWellFormed())
    }),
  )
})

test('whatever files are called, each has a reel of its own of up to eight capitals and digits', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 40 }), names => {
      const media = names.map((name, index) => picture(`/${index}/x`, { name, url: `file:///${index}` }))
      const reels = [...reelNames(media).values()]
      assert.equal(new Set(reels).size, names.length)
      for (const reel of reels) {
        assert.match(reel, /^[A-Z0-9_]{1,8}$/)
        assert.ok(!['AX', 'BL', 'BARS', 'NONE'].includes(reel))
      }
    }),
  )
  const many = Array.from({ length: 120 }, (_, index) =>
    picture(`/${index}/x`, { name: 'body-camera.mp4', url: `file:///${index}` }),
  )
  assert.deepEqual([...reelNames(many).values()].slice(-2), ['BODY_119', 'BODY_120'])
})

test('a name cannot make a line of an edit list', () => {
  const { text } = editList(named('a\r\n002  X  V  C  00:00:00:00\u2028b\u0085c.mp4'), about)
  const events = text.split(/[\r\n\u0085\u2028\u2029]+/).filter(line => /^\d/.test(line))
  // One event for the picture and one for the sound.
  assert.equal(events.length, 2)
})

test('a name cannot become a formula, and stays readable', () => {
  for (const start of ['=', '+', '-', '@', ' =']) {
    const name = `${start}cmd|'/c calc'!A0`
    const [row] = readCsv(csvTable(named(name)))
    assert.equal(row?.['recording'], `'${plain(name)}`)
  }
  const [row] = readCsv(csvTable(named('5.mp4')))
  assert.equal(row?.['recording'], '5.mp4')
})
