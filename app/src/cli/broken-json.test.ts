import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenJson } from './broken-json.ts'

function told(text: string): string {
  try {
    JSON.parse(text)
  } catch (error) {
    return brokenJson(text, error)
  }
  return assert.fail('the text is JSON')
}

test('a text that is no JSON is told by what a person can put right, not in the words of a parser', () => {
  assert.equal(told(' \n'), 'an empty file')
  for (const cut of ['{', '{"v": 1', '{"title": "A rel', '[1,\n', '{"v": 1,\n  "w": [\n\n'])
    assert.equal(told(cut), 'JSON that ends before it is complete: take a whole copy of it', cut)
  assert.match(told('{"v": 1,\n  "title": "x" "y": 2}'), /^what is not JSON in line 2, at character 16: look/)
  assert.match(told('{\n  "v": yes}'), /^(what is not JSON in line 2|text that is not JSON)/)
  assert.doesNotMatch(told('PK\u0003\u0004'), /token|position/)
})
