// `sightline listen`: reading the sources of the whole program takes as long as decoding four minutes of sound. Where set-up built
// listening into one file, with the thread that places several, and nothing they were built from is newer, those run; else the whole program does.
import { isCurrent, loadBuilt } from './quick-built.ts'

const program =
  /** @type {typeof import('./cli/listen-quickly.ts') | null} */
  (isCurrent('place-worker') ? loadBuilt('listen') : null)
const code = program ? await program.listenQuickly(process.argv.slice(3)) : null
if (code === null) await import('./main.ts')
else process.exitCode = code
