import assert from 'node:assert/strict'
import { test } from 'node:test'
import { certificateDraft } from './certificate.ts'

test('a draft says what the log holds, says "as received" where no more is known, and signs nothing', () => {
  const text = certificateDraft({
    ...{
      caseTitle: 'A case',
      name: 'camera.mp4',
      sha256: 'a'.repeat(64),
      bytes: null,
      receivedAt: '2031-05-03T09:00:00.000Z',
    },
    ...{ receivedAs: 'unknown', supplier: null, tool: 'sightline', log: { length: 7, head: 'b'.repeat(64) } },
    entries: [{ seq: 3, at: '2031-05-03T09:00:00.000Z', who: 'sightline', what: 'File received' }],
  })
  for (const told of [
    'a'.repeat(64),
    'b'.repeat(64),
    'as received',
    'not stated in the log',
    '3  2031-05-03',
    'DRAFT',
  ])
    assert.ok(text.includes(told), told)
  assert.match(text, /Signed _+ /)
})
