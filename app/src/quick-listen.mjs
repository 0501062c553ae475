// `sightline listen`: reading the sources of the whole program takes as long as decoding four minutes of sound. Where set-up built
// listening into one file, and nothing it was built from is newer, that runs; else the whole program does.
import { loadBuilt } from './quick-built.ts'

const program =
  /** @type {typeof import('./cli/listen-quickly.ts') | null} */
  (loadBuilt('listen'))
const code = program ? await program.listenQuickly(process.argv.slice(3)) : null
if (code === null) await import('./main.ts')
else process.exitCode = code
