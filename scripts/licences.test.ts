import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowed, licensedPackages } from './licences.ts'

test('a licence passes when it, one of its choices, or all of its parts are on the list', () => {
  assert.deepEqual(['MIT', 'MIT OR GPL-3.0', '(ISC AND MIT)', 'OFL-1.1'].map(isAllowed), [
    true,
    true,
    true,
    true,
  ])
  assert.deepEqual(['GPL-3.0', 'MIT AND GPL-3.0', 'unknown', 'SEE LICENSE IN FILE'].map(isAllowed), [
    false,
    false,
    false,
    false,
  ])
})

test('only what runs or ships is listed, nested copies under their own name', () => {
  const found = licensedPackages({
    '': { version: '0.1.0', license: 'Apache-2.0' },
    core: { version: '0.1.0', license: 'Apache-2.0' },
    'node_modules/@sightline/core': { link: true },
    'node_modules/tester': { version: '1.0.0', license: 'MIT', dev: true },
    'node_modules/b': { version: '2.0.0', license: 'ISC' },
    'node_modules/b/node_modules/@scope/a': { version: '1.0.0' },
  })
  assert.deepEqual(found, [
    { name: '@scope/a', version: '1.0.0', licence: 'unknown' },
    { name: 'b', version: '2.0.0', licence: 'ISC' },
  ])
})
