// `sightline diff`: reading the sources of the whole program, in two threads, takes as long as decoding half a minute of pictures. Where set-up
// built it into one file for each thread, and nothing they were built from is newer, those run; else the whole program does.
import { isCurrent, loadBuilt } from './quick-built.ts'

const args = process.argv.slice(3)
/** The whole program tells how it is used. */
const isHelp = args.some(each => each === '--help' || each === '-h')

const program =
  /** @type {typeof import('./cli/diff-quickly.ts') | null} */
  (isHelp || !isCurrent('compare-worker') ? null : loadBuilt('diff'))
if (program === null) await import('./main.ts')
else process.exitCode = await program.diffQuickly(args)
