// `sightline listen`: reading the sources of the whole program takes as long as decoding four minutes of sound. Where set-up built
// listening into one file, and nothing it was built from is newer, that runs; else the whole program does.
import { setFlagsFromString } from 'node:v8'

// The command asks for room for old objects, which V8 has by now. Taken back, as if it had not been asked: V8 refuses code that was kept under other flags than it runs under.
setFlagsFromString('--initial-old-space-size=0')
const { loadBuilt } = await import('./quick-built.ts')
const program =
  /** @type {typeof import('./cli/listen-quickly.ts') | null} */
  (loadBuilt('listen'))
const code = program ? await program.listenQuickly(process.argv.slice(3)) : null
if (code === null) await import('./main.ts')
else process.exitCode = code
