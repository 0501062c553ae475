// `sightline diff` and `sightline sync`: reading the sources of the whole program, in two threads, takes as long as decoding half a minute of pictures. Where
// set-up built them into one file for each thread, and nothing they were built from is newer, those run; else the whole program does.
import { isCurrent, loadBuilt } from './quick-built.ts'

const [verb = '', ...args] = process.argv.slice(2)
/** @type {Readonly<Record<string, string>>} */
const threads = { diff: 'compare-worker', sync: 'place-worker' }
/** The whole program tells how it is used. */
const isHelp = args.some(each => each === '--help' || each === '-h')

const program =
  /** @type {typeof import('./cli/diff-quickly.ts') | null} */
  (isHelp || !isCurrent(threads[verb] ?? '') ? null : loadBuilt(verb))
if (program === null) await import('./main.ts')
else process.exitCode = await program.runQuickly(args)
