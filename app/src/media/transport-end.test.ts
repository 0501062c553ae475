import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MediaFile } from './media-file.ts'
import { transportEndsEarly } from './transport-end.ts'

function fileOf(bytes: Buffer): MediaFile {
  return {
    ...{ name: 'made.ts', bytes: bytes.length, descriptor: -1 },
    read: async (position, length) => bytes.subarray(position, position + length),
    async *pieces() {
      yield bytes
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}

/** A packet of one track: `stated` begins a stretch of so many bytes, 0 of as many as come; null goes on with one. */
function packet(track: number, stated: number | null, form: { before: number; after: number }): Buffer {
  const bytes = Buffer.alloc(form.before + 188 + form.after, 0xff)
  const at = form.before
  bytes[at] = 0x47
  bytes.writeUInt16BE(track | (stated === null ? 0 : 0x4000), at + 1)
  bytes[at + 3] = 0x10
  if (stated !== null) Buffer.from([0, 0, 1, 0xc0, stated >> 8, stated & 255]).copy(bytes, at + 4)
  return bytes
}

test('a transport stream that ends within a packet, or within a stretch whose length it states, ends early', async () => {
  const forms = [
    { before: 0, after: 0 },
    { before: 4, after: 0 },
    { before: 0, after: 16 },
  ]
  for (const form of forms) {
    // Pictures (257) state no length; each stretch of sound (256) takes two packets: 178 and 184 bytes after its own length.
    const turn = [
      packet(257, 0, form),
      packet(256, 362, form),
      packet(257, null, form),
      packet(256, null, form),
    ]
    const whole = Buffer.concat([...turn, ...turn, ...turn])
    const { length } = turn[0] as Buffer
    const told = async (bytes: Buffer) => await transportEndsEarly(fileOf(bytes))
    assert.equal(await told(whole), false)
    assert.equal(await told(Buffer.concat([whole, Buffer.from('put behind it')])), false)
    for (const missing of [1, 50, 150]) assert.equal(await told(whole.subarray(0, -missing)), true)
    assert.equal(await told(whole.subarray(0, -length)), true, 'sound of which the second packet is missing')
    assert.equal(await told(whole.subarray(0, -3 * length)), false, 'cut between two stretches')
  }
  assert.equal(await transportEndsEarly(fileOf(Buffer.alloc(3000, 1))), false)
})
