import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { withoutRunningLines } from './running-lines.ts'

test('what stands at the head and foot of pages and counts them is told once, and a sentence goes on', () => {
  const pages = [1, 2].map(page => [
    'HARBOUR BOARD',
    `Case 14 · page ${page} of 2`,
    page === 1 ? 'The boat was seen' : 'at six.',
    'Not for release',
  ])
  assert.deepEqual(withoutRunningLines(pages), {
    heads: ['HARBOUR BOARD', 'Case 14 · page 1 of 2'],
    pages: [['The boat was seen'], ['at six.']],
    feet: ['Not for release'],
  })
})

test('odd and even pages have heads of their own, and a cover has none', () => {
  const head = (page: number) => (page % 2 === 0 ? `${page} THE INQUIRY` : `CHAPTER ONE ${page}`)
  const pages = [['Report'], ...[1, 2, 3, 4].map(page => [head(page), `Text of ${'abcd'[page - 1]}.`])]
  assert.deepEqual(withoutRunningLines(pages), {
    heads: ['CHAPTER ONE 1', '2 THE INQUIRY'],
    pages: [['Report'], ['Text of a.'], ['Text of b.'], ['Text of c.'], ['Text of d.']],
    feet: [],
  })
})

test('lines that differ by more than the page’s number are the text’s', () => {
  const pages = [
    ['Shots fired: 5', 'One.'],
    ['Shots fired: 9', 'Two.'],
    ['Shots fired: 2', 'Three.'],
  ]
  assert.deepEqual(withoutRunningLines(pages), { heads: [], pages, feet: [] })
  assert.deepEqual(withoutRunningLines([['Alone.']]).pages, [['Alone.']])
})

test('law: no line is lost but repeated heads and feet', () => {
  const line = fc.constantFrom(
    'Case 1',
    'Case 2',
    'Page 1',
    'Page 2',
    'Page 3',
    'He ran.',
    'She said so.',
    'BOARD',
  )
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 5 }), given => {
      const { heads, pages, feet } = withoutRunningLines(given)
      const kept = new Set([...heads, ...pages.flat(), ...feet])
      const isThere = (each: string, page: number) =>
        kept.has(each) ||
        // A page's number, told with that of another page.
        [...kept].some(other => {
          const [a, b] = [each, other].map(text => Number(/\d+/.exec(text)?.[0]))
          const isAlike = each.replace(/\d+/, '') === other.replace(/\d+/, '')
          return (
            isAlike && a !== undefined && b !== undefined && Math.abs(a - b) <= Math.max(page, given.length)
          )
        })
      return given.every((lines, page) => lines.every(each => isThere(each, page)))
    }),
  )
})
