import assert from 'node:assert/strict'
import test from 'node:test'
import { utteranceSegments } from './utterance-segments.ts'

const words = (text: string, groups: string) => ({ kind: 'words', text, groups: groups.split('') }) as const

test('what accounts give differently at one place stands at one place, and gaps and all words are kept', () => {
  const told = utteranceSegments({
    pieces: [
      ...[words('What', 'abc'), words('did', 'ab'), words('am', 'c'), words('I', 'abc')],
      ...[words('do', 'ab'), words('doing', 'c'), words('wrong', 'ac'), { kind: 'gap' as const }],
      words('Stop', 'b'),
    ],
  }).map(each => (each.kind === 'gap' ? '…' : each.ways.map(({ text }) => text).join(' | ')))
  assert.deepEqual(told, ['What', 'did | am', 'I', 'do | doing', 'wrong', '…', 'Stop'])
})
