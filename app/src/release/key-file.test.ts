import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { newSigningKey, privateText, readKeyFile } from './key-file.ts'

test('a key that was cut off or changed anywhere is refused with what to do, never in the words of a parser', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-key-'))
  try {
    const path = join(dir, 'key')
    const text = privateText(newSigningKey('records'), 7)
    const lines = text.trim().split('\n')
    const held = Buffer.from(lines.slice(1, -1).join(''), 'base64')
    const write = (bytes: Buffer) =>
      writeFileSync(path, `${[lines[0], bytes.toString('base64'), lines.at(-1)].join('\n')}\n`)
    write(held)
    assert.equal((await readKeyFile(path)).comment, 'records')
    for (let length = 0; length < 200; length += 7) {
      write(held.subarray(0, length))
      await assert.rejects(readKeyFile(path), {
        code: 'release.key',
        message:
          /^expected an Ed25519 key of OpenSSH in .*key, found (one that was cut off|bytes of another form|a key )/,
      })
    }
    writeFileSync(path, lines.slice(0, -1).join('\n'))
    await assert.rejects(readKeyFile(path), { code: 'release.key' })
  } finally {
    rmSync(dir, { recursive: true })
  }
})
