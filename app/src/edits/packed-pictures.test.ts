import assert from 'node:assert/strict'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import fc from 'fast-check'
import { PackedWriter, packedPicturesIn } from './packed-pictures.ts'
import { openPictures, storedFacts } from './stored-pictures.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-packed-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const size = { width: 16, height: 8 }
const bytes = (16 * 8 * 3) / 2

function keep(pictures: readonly Uint8Array[], name = 'pictures') {
  const path = join(dir, name)
  const file = openSync(path, 'w')
  const writer = new PackedWriter(file, size)
  // One array filled anew for each picture, as a decoder does.
  const shared = new Uint8Array(bytes)
  for (const each of pictures) {
    shared.set(each)
    writer.add(shared)
  }
  const packed = writer.finish()
  closeSync(file)
  return { path, packed }
}

const factsOf = (count: number, packed: ReturnType<typeof keep>['packed']) =>
  storedFacts(
    {
      ...{ ...size, count, fullWidth: 640, fullHeight: 320 },
      times: Float64Array.from({ length: count + 1 }, (_, n) => n / 25),
    },
    packed,
  )

test('what was kept is what comes back, byte for byte, in whatever order it is asked for', () => {
  const picture = fc.oneof(
    fc.uint8Array({ minLength: bytes, maxLength: bytes }),
    fc.nat(255).map(value => new Uint8Array(bytes).fill(value)),
  )
  fc.assert(
    fc.property(
      fc.array(picture, { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat(1000)),
      (pictures, asked) => {
        const { path, packed } = keep(pictures)
        using open = openPictures(path, factsOf(pictures.length, packed))
        assert.equal(open.count, pictures.length)
        for (const any of [...asked, pictures.length - 1, 0]) {
          const n = any % pictures.length
          assert.deepEqual(open.luma(n), pictures[n]?.subarray(0, 128))
          assert.deepEqual(open.colour(n), pictures[n]?.subarray(128))
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('pictures that lie one after another are the same read one by one and held, and not held beyond the room there is', () => {
  const path = join(dir, 'plain')
  const pictures = [0, 1, 2].map(k => Uint8Array.from({ length: bytes }, (_, n) => (n * 31 + k * 7) % 253))
  writeFileSync(path, Buffer.concat(pictures))
  const facts = storedFacts(
    { ...{ ...size, count: 3, fullWidth: 640, fullHeight: 320 }, times: Float64Array.of(0, 1, 2, 3) },
    null,
  )
  for (const [room, areHeld] of [
    [0, false],
    [3 * bytes - 1, false],
    [3 * bytes, true],
  ] as const) {
    using open = openPictures(path, facts, room)
    assert.equal(open.areHeld, areHeld)
    for (const [n, picture] of pictures.entries()) {
      assert.deepEqual(open.luma(n), picture.subarray(0, 128))
      assert.deepEqual(open.colour(n), picture.subarray(128))
      // In whatever order its parts are asked for again.
      assert.deepEqual(open.luma(n), picture.subarray(0, 128))
      assert.equal(open.luma(n).buffer === open.colour(n).buffer, areHeld)
    }
  }
  writeFileSync(path, Buffer.concat(pictures).subarray(0, 3 * bytes - 1))
  assert.throws(() => openPictures(path, facts, 3 * bytes), { code: 'store.failed' })
})

test('a standing camera takes a small part of the room, and a frame that is kept is kept alone', () => {
  const still = Uint8Array.from({ length: bytes }, (_, n) => (n * 37) % 251)
  const { path, packed } = keep(Array.from({ length: 120 }, () => still))
  assert.ok(statSync(path).size < (bytes * 120) / 8)
  using open = openPictures(path, factsOf(120, packed))
  assert.equal(open.luma(5).buffer.byteLength, 128)
})

test('a file that is cut short or holds something else is told of, and read no further', () => {
  const { path, packed } = keep(Array.from({ length: 30 }, (_, n) => new Uint8Array(bytes).fill(n)))
  const damaged = join(dir, 'damaged')
  const read = (content: Uint8Array, frame: number) => {
    writeFileSync(damaged, content)
    const file = openSync(damaged, 'r')
    try {
      return packedPicturesIn(file, { ...size, count: 30 }, packed).luma(frame)
    } finally {
      closeSync(file)
    }
  }
  const isStore = { code: 'store.failed' }
  assert.throws(() => read(new Uint8Array(10), 0), isStore)
  assert.throws(() => read(new Uint8Array(statSync(path).size).fill(7), 0), isStore)
  assert.throws(() => openPictures(path, Buffer.from('{"v":3}')), isStore)
})
