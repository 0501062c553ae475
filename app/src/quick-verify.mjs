// `sightline verify`: reading the sources of the whole program takes as long as hashing a gigabyte. Where set-up built the check of
// releases into one file, and nothing it was built from is newer, that file runs; in any other case the whole program does.
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { isCurrent, loadBuilt } from './quick-built.ts'

const built = new URL('../../dist/quick/', import.meta.url)
const args = process.argv.slice(3)

const code = args.some(looksLikeRelease) && isCurrent('verify') ? await verifyQuickly() : null
if (code === null) await import('./main.ts')
else process.exitCode = code

/** @param {string} word */
function looksLikeRelease(word) {
  return existsSync(`${word}/tagmanifest-sha256.txt`)
}

async function verifyQuickly() {
  const worker = new URL('hash-worker.mjs', built)
  // Starts while this thread reads on; where it cannot, this thread does without.
  const started = new Worker(worker, { workerData: 'sightline-verify-worker' })
  started.on('error', () => undefined)
  try {
    const program = /** @type {typeof import('./cli/verify-quickly.ts') | null} */ (loadBuilt('verify'))
    return program ? await program.verifyQuickly(args, { worker, started }) : null
  } finally {
    await started.terminate()
  }
}
