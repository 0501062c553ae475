// The verifier as a program of its own: built into one file, which runs on Node.js 20 or later with nothing beside it.
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isMainThread, Worker } from 'node:worker_threads'
import { readTrust, TrustError, trustOptions } from './arguments.ts'
import { workerMark } from './hash-worker.ts'
import { reportJson, reportText } from './report.ts'
import { trustUsage } from './trust-usage.ts'
import { looksLikeRelease, verifyRelease } from './verify-release.ts'

const usage = `usage: node sightline-verify.mjs DIR ${trustUsage} [--json]\n`
const exits = { done: 0, no: 1, usage: 2, input: 3, internal: 4 } as const

// Each thread that hashes is this same file: only the first one is the program.
if (isMainThread) process.exitCode = await run()

async function run(): Promise<number> {
  try {
    return await check()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (error instanceof TrustError) return exits[error.kind]
    // What the file system throws has a number beside its code.
    const isOfSystem = error instanceof Error && typeof (error as NodeJS.ErrnoException).errno === 'number'
    return isOfSystem ? exits.input : exits.internal
  }
}

async function check(): Promise<number> {
  const { values, positionals } = words()
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new TrustError('usage', usage)
  const trust = readTrust(values, new Date())
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true || !looksLikeRelease(folder))
    throw new TrustError('input', `expected a release at ${folder}, found no folder that holds one`)
  const worker = new URL(import.meta.url)
  const started = new Worker(worker, { workerData: workerMark })
  // Where it cannot start, this thread does without.
  started.on('error', () => undefined)
  const { signal } = new AbortController()
  const report = await verifyRelease(folder, trust, { worker, started, signal }).finally(() =>
    started.terminate(),
  )
  const tool = 'sightline-verify'
  process.stdout.write(values.json ? `${JSON.stringify(reportJson(report, tool))}\n` : reportText(report))
  return report.faults.length === 0 ? exits.done : exits.no
}

function words() {
  try {
    return parseArgs({ options: { ...trustOptions, json: { type: 'boolean' } }, allowPositionals: true })
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause)
    throw new TrustError('usage', `${found}\n${usage}`, { cause })
  }
}
