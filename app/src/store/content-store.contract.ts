/** What every ContentStore must do. Each implementation's test runs the whole suite. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkContent } from './check.ts'
import type { ContentSource, ContentStore } from './content-store.ts'
import { bytes, withCode } from './log-store.contract.ts'

/** SHA-256 of "abc" and of nothing, as FIPS 180-4 and sha256sum give them. */
export const abcSha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Runs the suite on stores that `open` makes, each empty. */
export function contentStoreContract(name: string, open: () => Promise<ContentStore>): void {
  const kinds = ['bytes', 'stream', 'file'] as const

  for (const kind of kinds)
    test(`${name}: content put as ${kind} is known by its SHA-256 and read back`, async () => {
      await using content = await open()
      await using abc = await sourceOf(kind, 'abc')
      assert.deepEqual(await content.put(abc.source), { sha256: abcSha256, bytes: 3, isNew: true })
      assert.deepEqual(await content.head(abcSha256), { sha256: abcSha256, bytes: 3 })
      assert.equal(await textOf(content, abcSha256), 'abc')
      await using nothing = await sourceOf(kind, '')
      assert.deepEqual(await content.put(nothing.source), { sha256: emptySha256, bytes: 0, isNew: true })
      assert.equal(await textOf(content, emptySha256), '')
      assert.deepEqual(await abc.left(), [])
    })

  test(`${name}: content put again, in whatever way, is held once`, async () => {
    await using content = await open()
    await content.put({ kind: 'bytes', bytes: bytes('abc') })
    for (const kind of kinds) {
      await using abc = await sourceOf(kind, 'abc')
      assert.deepEqual(await content.put(abc.source), { sha256: abcSha256, bytes: 3, isNew: false })
      assert.deepEqual(await abc.left(), [])
    }
    assert.deepEqual(await shasOf(content), [abcSha256])
    assert.equal(await textOf(content, abcSha256), 'abc')
  })

  test(`${name}: two puts of one content at once hold it once`, async () => {
    await using content = await open()
    await Promise.all(kinds.map(() => content.put({ kind: 'stream', stream: pieces('a', 'b', 'c') })))
    assert.deepEqual(await shasOf(content), [abcSha256])
    assert.equal(await textOf(content, abcSha256), 'abc')
  })

  test(`${name}: a range is the bytes from its first up to, not with, its last`, async () => {
    await using content = await open()
    const { sha256: sha } = await content.put({ kind: 'bytes', bytes: bytes('0123456789') })
    assert.equal(await textOf(content, sha, 0, 10), '0123456789')
    assert.equal(await textOf(content, sha, 2, 5), '234')
    assert.equal(await textOf(content, sha, 9, 10), '9')
    assert.equal(await textOf(content, sha, 4, 4), '')
    assert.equal(await textOf(content, sha, 10, 10), '')
    const outside = [
      [0, 11],
      [5, 4],
      [-1, 3],
      [0.5, 2],
      [0, Number.NaN],
    ] as const
    for (const [from, to] of outside)
      await assert.rejects(content.read(sha, { from, to }), withCode('usage.wrong'), `${from} to ${to}`)
  })

  test(`${name}: what is not held is said to be unknown`, async () => {
    await using content = await open()
    assert.equal(await content.head(abcSha256), null)
    await assert.rejects(content.read(abcSha256), withCode('case.unknown'))
    assert.equal(await content.remove(abcSha256), false)
    assert.deepEqual(await shasOf(content), [])
  })

  test(`${name}: a name that is no SHA-256 never reaches the store`, async () => {
    await using content = await open()
    for (const sha of [
      '',
      '../../etc/passwd',
      abcSha256.toUpperCase(),
      `${abcSha256}0`,
      `${abcSha256}\n`,
      `/${abcSha256}`,
    ]) {
      await assert.rejects(content.head(sha), withCode('usage.wrong'))
      await assert.rejects(content.read(sha), withCode('usage.wrong'))
      await assert.rejects(content.remove(sha), withCode('usage.wrong'))
      assert.throws(() => content.path(sha), withCode('usage.wrong'))
    }
  })

  test(`${name}: everything held is listed in order`, async () => {
    await using content = await open()
    const put = await Promise.all(
      Array.from({ length: 20 }, (_, i) => content.put({ kind: 'bytes', bytes: bytes(`content ${i}`) })),
    )
    assert.deepEqual(await shasOf(content), put.map(({ sha256: sha }) => sha).sort())
  })

  test(`${name}: removed content is gone and can be put again`, async () => {
    await using content = await open()
    await content.put({ kind: 'bytes', bytes: bytes('abc') })
    assert.equal(await content.remove(abcSha256), true)
    assert.equal(await content.head(abcSha256), null)
    assert.deepEqual(await shasOf(content), [])
    assert.equal((await content.put({ kind: 'bytes', bytes: bytes('abc') })).isNew, true)
  })

  test(`${name}: a stream that fails leaves nothing, and its own error is passed on`, async () => {
    await using content = await open()
    async function* failing(): AsyncIterable<Uint8Array> {
      yield bytes('abc')
      throw new RangeError('the decoder stopped')
    }
    await assert.rejects(content.put({ kind: 'stream', stream: failing() }), RangeError)
    assert.deepEqual(await shasOf(content), [])
  })

  for (const kind of kinds)
    test(`${name}: a cancelled put of ${kind} leaves nothing`, async () => {
      await using content = await open()
      await using abc = await sourceOf(kind, 'abc')
      await assert.rejects(content.put(abc.source, AbortSignal.abort()), withCode('cancelled'))
      assert.deepEqual(await shasOf(content), [])
      assert.deepEqual(await abc.left(), kind === 'file' ? ['made'] : [])
    })

  test(`${name}: a put cancelled on the way leaves nothing`, async () => {
    await using content = await open()
    const cancel = new AbortController()
    async function* long(): AsyncIterable<Uint8Array> {
      yield bytes('abc')
      cancel.abort()
      yield bytes('def')
    }
    await assert.rejects(
      content.put({ kind: 'stream', stream: long() }, cancel.signal),
      withCode('cancelled'),
    )
    assert.deepEqual(await shasOf(content), [])
  })

  test(`${name}: content of several megabytes comes back as it was, and passes the check`, async () => {
    await using content = await open()
    const big = new Uint8Array(3_000_001).map((_, i) => (i * 2654435761) >>> 24)
    const { sha256: sha } = await content.put({ kind: 'bytes', bytes: big })
    const read: Uint8Array[] = []
    for await (const chunk of await content.read(sha)) read.push(chunk)
    assert.ok(Buffer.concat(read).equals(big))
    let checked = 0
    for await (const fault of checkContent(content, { onBytes: n => (checked += n) }))
      assert.fail(fault.found)
    assert.equal(checked, big.length)
  })
}

export async function shasOf(content: ContentStore): Promise<string[]> {
  const shas: string[] = []
  for await (const { sha256: sha } of content.list()) shas.push(sha)
  return shas
}

export async function textOf(
  content: ContentStore,
  sha: string,
  from?: number,
  to?: number,
): Promise<string> {
  const range = from === undefined || to === undefined ? undefined : { from, to }
  const chunks: Uint8Array[] = []
  for await (const chunk of await content.read(sha, range)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** A source of each kind. `left` names what is left of its file. */
export async function sourceOf(
  kind: ContentSource['kind'],
  text: string,
): Promise<AsyncDisposable & { readonly source: ContentSource; left(): Promise<string[]> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-source-'))
  const path = join(folder, 'made')
  if (kind === 'file') await writeFile(path, text)
  const sources = {
    bytes: { kind: 'bytes', bytes: bytes(text) },
    stream: { kind: 'stream', stream: pieces(...text) },
    file: { kind: 'file', path },
  } as const
  return {
    source: sources[kind],
    left: () => readdir(folder),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

async function* pieces(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield bytes(text)
}
