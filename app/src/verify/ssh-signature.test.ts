import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  allowedSignersLine,
  fingerprint,
  newSigningKey,
  readKeyFile,
  writeKeyFiles,
} from '../release/key-file.ts'
import { sealText } from '../release/seal.ts'
import { allows, isPrincipal, readAllowedSigners } from './allowed-signers.ts'
import { fingerprintOf, isSignatureOf, readSshSignature } from './ssh-signature.ts'

let dir: string
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-key-'))
})
after(() => rmSync(dir, { recursive: true }))

const message = Buffer.from('a list of files\n')

test('a key that we write is one that ssh-keygen signs with, and what it signs is what we read', async () => {
  const key = newSigningKey('records@lark-yard.example')
  const path = join(dir, 'key')
  await writeKeyFiles(path, key, 0x12345678)
  assert.equal(statSync(path).mode & 0o777, 0o600)
  const shown = execFileSync('ssh-keygen', ['-l', '-f', path], { encoding: 'utf8' })
  assert.equal(shown.split(' ')[1], fingerprint(key.wire))
  writeFileSync(join(dir, 'list'), message)
  execFileSync('ssh-keygen', ['-Y', 'sign', '-f', path, '-n', 'sightline-release', join(dir, 'list')], {
    stdio: 'ignore',
  })
  const theirs = readFileSync(join(dir, 'list.sig'), 'utf8')
  // Ed25519 has one signature for one message and key.
  assert.equal(sealText(key, message), theirs)
  const read = readSshSignature(theirs)
  assert.ok(typeof read !== 'string')
  assert.equal(isSignatureOf(read, message), true)
  assert.equal(isSignatureOf(read, Buffer.from('another list\n')), false)
  assert.equal(fingerprintOf(read.key), fingerprint(key.wire))
  const again = await readKeyFile(path)
  assert.deepEqual([again.wire, again.comment], [key.wire, key.comment])
  await assert.rejects(writeKeyFiles(path, key, 1), { code: 'usage.wrong' })
})

test('a key that ssh-keygen made is read, and one of another kind or behind a passphrase is refused by name', async () => {
  const make = (name: string, ...args: readonly string[]) => {
    execFileSync('ssh-keygen', ['-q', '-C', 'c', '-f', join(dir, name), ...args])
    return join(dir, name)
  }
  const good = await readKeyFile(make('theirs', '-t', 'ed25519', '-N', ''))
  assert.equal(good.comment, 'c')
  await assert.rejects(readKeyFile(make('ecdsa', '-t', 'ecdsa', '-N', '')), /ecdsa-sha2-nistp256/)
  await assert.rejects(readKeyFile(make('locked', '-t', 'ed25519', '-N', 'secret words')), /passphrase/)
  await assert.rejects(readKeyFile(join(dir, 'list')), { code: 'release.key' })
})

test('a signature for another purpose, in another form or with more behind it is refused', () => {
  const key = newSigningKey('k')
  const text = sealText(key, message)
  for (const other of [
    text.trimEnd(),
    `${text} `,
    text.replace('\n', '\r\n'),
    text.slice(0, 120),
    '',
    'x'.repeat(1e6),
  ])
    assert.equal(typeof readSshSignature(other), 'string')
})

test('allowed signers are read as ssh-keygen reads them', () => {
  const [a, b] = [newSigningKey('a'), newSigningKey('b')]
  const base64 = (key: typeof a) => key.wire.toString('base64')
  const { signers, problems } = readAllowedSigners(
    [
      '# comment',
      '',
      allowedSignersLine('records@lark-yard.example', a.wire).trim(),
      `*@press.example,!old@press.example valid-before="20300101Z",namespaces="other,sight*" ssh-ed25519 ${base64(b)} comment here`,
      'x cert-authority ssh-ed25519 AAAA',
      'someone ssh-rsa AAAA',
    ].join('\n'),
  )
  assert.deepEqual(problems, [])
  assert.equal(signers.length, 2)
  const [first, second] = signers
  assert.ok(first && second)
  const at = new Date('2029-12-31T23:59:59Z')
  assert.equal(allows(first, a.wire, 'sightline-release', at), true)
  assert.equal(allows(first, a.wire, 'file', at), false)
  assert.equal(allows(first, b.wire, 'sightline-release', at), false)
  assert.equal(allows(second, b.wire, 'sightline-release', at), true)
  assert.equal(allows(second, b.wire, 'sightline-release', new Date('2030-01-01T00:00:00Z')), false)
  assert.deepEqual(
    ['new@press.example', 'old@press.example', 'press.example'].map(each => isPrincipal(second, each)),
    [true, false, false],
  )
  assert.equal(readAllowedSigners('nonsense').problems.length, 1)
})
