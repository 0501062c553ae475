// `sightline diff`: reading the sources of the whole program, in two threads, takes as long as decoding half a minute of pictures. Where set-up
// built it into one file for each thread, and nothing they were built from is newer, those run; else the whole program does.
import { isCurrent } from './quick-built.ts'

const args = process.argv.slice(3)
/** The whole program tells how it is used. */
const isHelp = args.some(each => each === '--help' || each === '-h')

if (isHelp || !isCurrent('diff.mjs', 'diff-sources.json')) await import('./main.ts')
else {
  const { diffQuickly } = await import(new URL('../../dist/quick/diff.mjs', import.meta.url).href)
  process.exitCode = await diffQuickly(args)
}
