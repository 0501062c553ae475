/** A program for `full-disk.test.ts`, which runs it on a file system of a few megabytes. Prints what came of it as JSON. */
import { randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { checkContent, checkLog } from './check.ts'
import { fileContentStore } from './file-content-store.ts'
import { sqliteLogStore } from './sqlite-log-store.ts'

const dir = process.argv[2] ?? ''
await using log = sqliteLogStore(join(dir, 'custody.sqlite'))
await using content = await fileContentStore(join(dir, 'content'))
const errors: Record<string, string> = {}

async function failing(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
    errors[what] = 'none'
  } catch (error) {
    errors[what] = error instanceof SightlineError ? error.code : String(error)
  }
}

const small = await content.put({ kind: 'bytes', bytes: randomBytes(1000) })
await log.append(0, [randomBytes(1000)])
const file = join(dir, 'made')
writeFileSync(file, randomBytes(1_500_000))
await failing('bytes', () => content.put({ kind: 'bytes', bytes: randomBytes(4_000_000) }))
async function* endless(): AsyncIterable<Uint8Array> {
  for (;;) yield randomBytes(100_000)
}
await failing('stream', () => content.put({ kind: 'stream', stream: endless() }))
const left = readdirSync(join(dir, 'content', 'incoming'))

// As much as goes in, in batches: the one that does not fit leaves nothing of itself.
let { seq } = await log.head()
let acknowledged = await log.head()
await failing('append', async () => {
  for (;;) {
    acknowledged = await log.append(
      seq,
      Array.from({ length: 5 }, () => randomBytes(20_000)),
    )
    seq = acknowledged.seq
  }
})
const after = await checkLog(log, { kind: 'equals', ...acknowledged })
const held: string[] = []
for await (const { sha256 } of content.list()) held.push(sha256)
const contentFaults: string[] = []
for await (const { expected } of checkContent(content)) contentFaults.push(expected)

// Moving a file in takes no room; with it removed again, there is room to go on.
await failing('file', () => content.put({ kind: 'file', path: file }))
for await (const { sha256, bytes } of content.list()) if (bytes === 1_500_000) await content.remove(sha256)
await failing('again', () => log.append(seq, [randomBytes(1000)]))
const end = await checkLog(log, { kind: 'extends', ...acknowledged })

const result = {
  errors,
  left,
  batches: (acknowledged.seq - 1) % 5,
  grew: acknowledged.seq > 1,
  isSmallHeld: held.includes(small.sha256) && held.length === 1,
  faults: [...after.faults, ...contentFaults, ...end.faults],
  went: end.seq - acknowledged.seq,
}
process.stdout.write(JSON.stringify(result))
