import assert from 'node:assert/strict'
import test from 'node:test'
import { type MediaMicros, span } from '@sightline/core/time'
import { firstCleared } from './first-cleared.ts'

const media = (seconds: number) => (seconds * 1e6) as MediaMicros
const times = [0, 4, 8, 12].map(media)
const part = (from: number, to: number, isCleared: boolean) => ({
  ...span(media(from), media(to)),
  isCleared,
  warning: null,
})

test('the picture that stands for a partly cleared recording is its first cleared one', () => {
  assert.equal(firstCleared({ isCleared: false, spans: [part(7, 10, true)] }, { times }), 2)
  assert.equal(firstCleared({ isCleared: true, spans: [part(0, 5, false)] }, { times }), 2)
})

test('where no thumbnail lies in what is cleared, nothing stands for the recording', () => {
  assert.equal(firstCleared({ isCleared: false, spans: [part(5, 7, true)] }, { times }), null)
  assert.equal(firstCleared({ isCleared: false, spans: [] }, { times }), null)
})
