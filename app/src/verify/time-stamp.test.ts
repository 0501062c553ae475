// Stamps of an authority that openssl is: asked for over HTTP, read, and held against what they were given for.
import assert from 'node:assert/strict'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Authority, makeAuthority } from '../../../test/cases/release/authority.ts'
import { askForStamp, stampRequest } from '../release/time-stamping.ts'
import { certificatesIn, isForTimeStamps } from './certificates.ts'
import { checkStamp } from './time-stamp.ts'

const message = Buffer.from('a list of files\n')
const { signal } = new AbortController()

let dir: string
let authority: Authority
let answer: Buffer

before(() => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-stamp-'))
  authority = makeAuthority(join(dir, 'rsa'), 'An authority for tests', 'rsa')
  answer = authority.stamp(stampRequest(message, randomBytes(8)))
})
after(() => rmSync(dir, { recursive: true }))

const trusted = () => certificatesIn(readFileSync(authority.ca, 'latin1'))

test('a stamp by an RSA key holds for its message alone, and leads to the authority that is trusted', () => {
  const stamp = checkStamp(answer, message, trusted())
  assert.ok(typeof stamp !== 'string')
  assert.deepEqual([stamp.broken, stamp.untrusted, stamp.authority], [null, null, 'An authority for tests'])
  const other = checkStamp(answer, Buffer.from('another list\n'), trusted())
  assert.ok(typeof other !== 'string' && other.broken !== null)
  // The root itself may sign certificates, and so may give no stamps.
  assert.deepEqual(trusted().map(isForTimeStamps), [false])
})

test('bytes that are no answer of an authority are told in words, whatever they are', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('not found'),
    randomBytes(3000),
    answer.subarray(0, 500),
    Buffer.concat([answer, answer]),
  ])
    assert.equal(typeof checkStamp(bytes, message, trusted()), 'string')
})

for (const keys of ['ec', 'rsa'] as const)
  test(`no byte of a stamp by an ${keys} key can be changed unseen`, () => {
    const by = keys === 'rsa' ? authority : makeAuthority(join(dir, keys), 'An authority for tests', keys)
    const stamp = by.stamp(stampRequest(message, randomBytes(8)))
    const known = certificatesIn(readFileSync(by.ca, 'latin1'))
    const holds = (bytes: Buffer) => {
      const read = checkStamp(bytes, message, known)
      return typeof read !== 'string' && read.broken === null && read.untrusted === null
    }
    assert.ok(holds(stamp))
    for (const [at, byte] of stamp.entries()) {
      const changed = Buffer.from(stamp)
      changed[at] = byte ^ (1 + randomInt(255))
      assert.ok(!holds(changed), `byte ${at} from ${byte} to ${changed[at]} in ${stamp.toString('hex')}`)
    }
  })

test('a stamp is asked for by the protocol, and an authority that does not give one is named', async () => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      if (request.url !== '/stamp' || request.headers['content-type'] !== 'application/timestamp-query')
        return response.writeHead(404).end('nothing here')
      return response
        .writeHead(200, { 'content-type': 'application/timestamp-reply' })
        .end(authority.stamp(Buffer.concat(parts)))
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    // A first bit that is set would make a number negative: nonces are written so that it is not.
    const given = await askForStamp(`${address}/stamp`, message, Buffer.alloc(8, 0xff), signal)
    const stamp = checkStamp(given, message, trusted())
    assert.ok(typeof stamp !== 'string')
    assert.deepEqual([stamp.broken, stamp.untrusted], [null, null])
    await assert.rejects(askForStamp(`${address}/elsewhere`, message, randomBytes(8), signal), {
      code: 'release.stamp',
      message: /404/,
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
  await assert.rejects(askForStamp(`${address}/stamp`, message, randomBytes(8), signal), {
    code: 'release.stamp',
  })
})
