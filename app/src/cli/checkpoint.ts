import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lineSha256 } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'
import {
  consistencyPath,
  growsFrom,
  inclusionPath,
  leafHash,
  releaseFiles,
  rootOf,
} from '@sightline/core/release'
import * as z from 'zod'
import { logPath } from '../case/keeper.ts'
import { readLog } from '../release/read-log.ts'
import { sha256 } from '../store/sha256.ts'
import { looksLikeRelease } from '../verify/verify-release.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { checkpointUsage } from './usages.ts'

const options = { entry: { type: 'string' }, since: { type: 'string' } } as const

/** Where a log ended: the room saves the first three; `root` is the RFC 6962 tree hash over its lines. */
const Saved = z.object({
  v: z.literal(1),
  length: z.int().min(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  root: z.optional(z.string().regex(/^[0-9a-f]{64}$/)),
})

const hash = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const base64 = (path: readonly Uint8Array[]) => path.map(each => Buffer.from(each).toString('base64'))

/** Prints where the log ends, and proves that an entry is in it (`--entry`) or that it grew from an earlier end (`--since`). */
export async function checkpointCommand(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, options, checkpointUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1)
    throw new SightlineError('usage.wrong', `usage: ${checkpointUsage}`)
  const lines = await linesOf(given)
  const leaves = lines.map(line => leafHash(Buffer.from(line), hash))
  const root = rootOf(leaves, hash)
  const now = {
    v: 1,
    length: lines.length,
    head: lineSha256(lines.at(-1) ?? '', sha256),
    root: Buffer.from(root).toString('hex'),
  }
  if (values.entry !== undefined) {
    const seq = /^[1-9]\d{0,14}$/.test(values.entry) ? Number(values.entry) : Number.NaN
    if (!(seq <= lines.length))
      throw new SightlineError(
        'usage.wrong',
        `--entry takes a number from 1 to ${lines.length}, found ${values.entry}`,
      )
    const proof = { entry: seq, line: lines[seq - 1], path: base64(inclusionPath(leaves, seq - 1, hash)) }
    io.out(`${JSON.stringify({ ...now, proof })}\n`)
    return exitCodes.done
  }
  if (values.since === undefined) {
    io.out(`${JSON.stringify(now)}\n`)
    return exitCodes.done
  }
  const saved = await savedIn(values.since)
  const path = saved.length <= lines.length ? consistencyPath(leaves, saved.length, hash) : []
  const isHead =
    lines.length >= saved.length && lineSha256(lines[saved.length - 1] ?? '', sha256) === saved.head
  const earlier = rootOf(leaves.slice(0, saved.length), hash)
  const isRoot =
    saved.root === undefined ||
    (Buffer.from(earlier).toString('hex') === saved.root &&
      growsFrom({ size: saved.length, root: earlier }, { size: lines.length, root }, path, hash))
  io.out(`${JSON.stringify({ ...now, since: saved, extends: isHead && isRoot, path: base64(path) })}\n`)
  return isHead && isRoot ? exitCodes.done : exitCodes.no
}

async function linesOf(given: string): Promise<readonly string[]> {
  if (looksLikeRelease(given)) {
    const path = join(given, releaseFiles.log)
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw new SightlineError(
        'intake.unreadable',
        `expected a custody log at ${path}, found none that can be read`,
        { cause },
      )
    })
    return text.split('\n').slice(0, -1)
  }
  const { caseDir } = await findCase(given)
  const { records } = await readLog(logPath(caseDir), null)
  return records.map(({ line }) => line)
}

async function savedIn(path: string): Promise<z.infer<typeof Saved>> {
  try {
    return Saved.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new SightlineError(
      'intake.unreadable',
      `expected a checkpoint in ${path}, found none that can be read`,
      { cause },
    )
  }
}
