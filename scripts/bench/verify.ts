/** How fast and how surely a release is checked: hashing against openssl, a log of a million entries, 10,000 random changes. */
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newSigningKey } from '../../app/src/release/key-file.ts'
import { stampRequest } from '../../app/src/release/time-stamping.ts'
import { readTrust } from '../../app/src/verify/arguments.ts'
import { hashFiles } from '../../app/src/verify/hash-files.ts'
import { HashThreads } from '../../app/src/verify/hash-threads.ts'
import { type Trust, verifyRelease } from '../../app/src/verify/verify-release.ts'
import { inclusionPath, leafHash } from '../../core/src/release/index.ts'
import { makeAuthority } from '../../test/cases/release/authority.ts'
import { mutate } from '../../test/cases/release/mutations.ts'
import { rewrite } from '../../test/cases/release/rewrites.ts'
import { makeSmallRelease } from '../../test/cases/release/small-release.ts'
import { randomFrom } from '../../test/cases/sound/random.ts'

const worker = new URL('../../app/src/verify/hash-worker.ts', import.meta.url)
const { signal } = new AbortController()
const sha256Bytes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const seconds = async (work: () => Promise<unknown> | unknown) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

export async function benchVerify(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  try {
    await benchHashing(dir)
    await benchCommand(dir)
    await benchLog(dir, false)
    await benchLog(dir, true)
    await benchMutations(dir)
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** How often each figure is taken, in turns: what else the machine does meets all of them. */
const rounds = 7

/** Sixteen files of 128 MB: as the machine holds them in memory, and as they have to be fetched from the disk. */
async function benchHashing(dir: string): Promise<void> {
  const size = 128 * 2 ** 20
  const files = Array.from({ length: 16 }, (_, n) => join(dir, `media-${n}`))
  for (const path of files) writeFileSync(path, randomBytes(size))
  execFileSync('sync')
  const cores = availableParallelism()
  const gigabytes = (size * files.length) / 1e9
  const read = async () => gigabytes / (await seconds(() => readAll(files, cores)))
  const hash = async () =>
    gigabytes /
    (await seconds(async () => {
      await using threads = new HashThreads(worker)
      await hashFiles(toHash(dir, files.length, size), { threads, signal })
    }))
  await read()
  const found: Record<string, number[]> = {}
  const add = (figures: Record<string, number>) => {
    for (const [name, figure] of Object.entries(figures)) {
      found[name] ??= []
      found[name].push(figure)
    }
  }
  for (let round = 0; round < rounds; round++) {
    const openssl = opensslSpeed(cores)
    const [held, ours] = [await read(), await hash()]
    add({ openssl, held, ours, 'of the lesser, held': ours / Math.min(held, openssl) })
    forget(files)
    const disk = await read()
    forget(files)
    const fetched = await hash()
    add({ disk, fetched, 'of the lesser, fetched': fetched / Math.min(disk, openssl) })
  }
  console.log(`hashing ${gigabytes.toFixed(2)} GB, GB/s, median of ${rounds} (each):`)
  for (const [name, figures] of Object.entries(found))
    console.log(
      `  ${name}: ${figures.toSorted((a, b) => a - b)[rounds >> 1]?.toFixed(2)} (${figures.map(each => each.toFixed(2)).join(', ')})`,
    )
  for (const path of files) rmSync(path)
}

/** The whole command, from typing it to its end, over a release of sixteen files of 128 MB held in memory. */
async function benchCommand(dir: string): Promise<void> {
  const media = Array.from({ length: 16 }, () => 128 * 2 ** 20)
  const made = await makeSmallRelease(join(dir, 'whole'), {
    ...{ entries: 200, withheld: [2], identity: 'records', key: newSigningKey('records'), media },
  })
  const gigabytes = media.reduce((sum, bytes) => sum + bytes, 0) / 1e9
  const command = fileURLToPath(new URL('../../bin/sightline', import.meta.url))
  const found: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const openssl = opensslSpeed(availableParallelism())
    const took = await seconds(() =>
      execFileSync(command, ['verify', made.root], { stdio: ['ignore', 'ignore', 'inherit'] }),
    )
    // The first fills what the machine holds in memory.
    if (round > 0) found.push(gigabytes / took / openssl)
  }
  console.log(
    `sightline verify of ${gigabytes.toFixed(2)} GB, of openssl: ${found.toSorted((a, b) => a - b)[rounds >> 1]?.toFixed(2)} (${found.map(each => each.toFixed(2)).join(', ')})`,
  )
  rmSync(made.root, { recursive: true })
}

/** Reads files by as many programs as there are cores, and does nothing with them. */
async function readAll(files: readonly string[], cores: number): Promise<void> {
  const reading = Array.from({ length: cores }, (_, core) => {
    const cat = spawn(
      'cat',
      files.filter((_, n) => n % cores === core),
      { stdio: 'ignore' },
    )
    return once(cat, 'exit')
  })
  await Promise.all(reading)
}

/** Lets the machine drop what it holds of files in memory. */
function forget(files: readonly string[]): void {
  for (const path of files)
    execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' })
}

const toHash = (root: string, count: number, bytes: number) => ({
  root,
  path: (at: number) => `media-${at}`,
  bytes: new Float64Array(count).fill(bytes),
})

/** GB/s of `openssl speed` on so many processes at once. */
function opensslSpeed(cores: number): number {
  const args = ['speed', '-seconds', '2', '-bytes', '16384', '-multi', String(cores), '-evp', 'sha256']
  const out = execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const kilobytes = Number(/sha256\s+([\d.]+)k/i.exec(out)?.[1])
  return kilobytes / 1e6
}

/** A release whose log has a million entries, checked whole: withheld bodies, or a body of its own file each. */
async function benchLog(dir: string, hasBodies: boolean): Promise<void> {
  const entries = 1_000_000
  const withheld = hasBodies ? [] : Array.from({ length: entries }, (_, n) => n + 1)
  const made = await makeSmallRelease(join(dir, 'log'), {
    ...{ entries, withheld, identity: 'records', key: newSigningKey('records') },
  })
  const trust = readTrust({ head: made.head, length: String(made.seq) }, new Date())
  const took = await seconds(async () => {
    const { faults, checked } = await verifyRelease(made.root, trust, { worker, signal })
    if (faults.length > 0 || checked.bodies !== (hasBodies ? entries : 0))
      throw new Error('the release does not verify')
  })
  console.log(
    `release with a log of ${entries} entries, ${hasBodies ? 'a file for each body' : 'bodies withheld'}: ${took.toFixed(2)} s`,
  )
  if (!hasBodies) {
    const lines = readFileSync(join(made.root, 'custody/log.jsonl'), 'utf8').trimEnd().split('\n')
    const leaves = lines.map(line => leafHash(Buffer.from(line), sha256Bytes))
    const proof = inclusionPath(leaves, 654_321, sha256Bytes).map(each =>
      Buffer.from(each).toString('base64'),
    )
    console.log(`  proof that one of them is in it: ${JSON.stringify(proof).length} bytes`)
  }
  rmSync(made.root, { recursive: true })
}

async function benchMutations(dir: string): Promise<void> {
  const rounds = 10_000
  const authority = makeAuthority(join(dir, 'authority'), 'An authority for tests')
  const key = newSigningKey('records')
  const made = await makeSmallRelease(join(dir, 'release'), {
    ...{ entries: 30, withheld: [2, 5, 6], identity: 'records', timestamp: 'an authority for tests', key },
  })
  writeFileSync(
    join(made.root, 'tagmanifest-sha256.txt.tsr'),
    authority.stamp(stampRequest(made.message, randomBytes(8))),
  )
  const trust = readTrust({ 'tsa-ca': authority.ca, head: made.head, length: String(made.seq) }, new Date())
  const seed = randomBytes(4).readUInt32BE()
  const random = randomFrom(seed)
  const missed: string[] = []
  const took = await seconds(async () => {
    for (let round = 0; round < rounds; round++) {
      const { what, undo } = mutate(made.root, random)
      const { faults } = await verifyRelease(made.root, trust, { worker, signal })
      if (faults.length === 0) missed.push(what)
      undo()
    }
  })
  const { faults } = await verifyRelease(made.root, trust, { worker, signal })
  console.log(
    `${rounds} random changes (seed ${seed}): ${rounds - missed.length} caught, in ${took.toFixed(0)} s; ${faults.length} faults once all was put right`,
  )
  for (const what of missed.slice(0, 20)) console.log(`  missed: ${what}`)
  await benchRewrites(made.root, trust)
}

/** Changes that know the format, with tracks covered: what is signed anew by another is for trust from outside to catch. */
async function benchRewrites(good: string, trust: Trust): Promise<void> {
  const wanted = 2_000
  const seed = randomBytes(4).readUInt32BE()
  const random = randomFrom(seed)
  const root = `${good}-rewritten`
  const noTrust = readTrust({}, new Date())
  const missed: string[] = []
  let [made, alone, aloneCaught] = [0, 0, 0]
  while (made < wanted) {
    rmSync(root, { recursive: true, force: true })
    cpSync(good, root, { recursive: true })
    const done = rewrite(root, random)
    if (!done) continue
    made++
    const caught = async (by: Trust) => (await verifyRelease(root, by, { worker, signal })).faults.length > 0
    if (!(await caught(trust))) missed.push(`${done.what} (${done.cover})`)
    if (done.cover === 'signature') continue
    alone++
    if (await caught(noTrust)) aloneCaught++
    else missed.push(`${done.what} (${done.cover}), without trust`)
  }
  console.log(
    `${made} changes by form, tracks covered (seed ${seed}): ${missed.length} missed; without trust from outside ${aloneCaught} of ${alone} caught`,
  )
  for (const what of missed.slice(0, 20)) console.log(`  missed: ${what}`)
}
