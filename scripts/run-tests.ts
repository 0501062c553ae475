/**
 * `bin/node scripts/run-tests.ts AT_ONCE FILE…`: test files, so many at once, each a process of its own, in the order given.
 * `node --test` would sort them, and the longest may then run alone at the end.
 */
import { run } from 'node:test'
import report from './reporter.ts'

const [atOnce, ...files] = process.argv.slice(2)

const events = run({ files, concurrency: Number(atOnce) })
events.on('test:fail', ({ todo }) => {
  if (todo === undefined || todo === false) process.exitCode = 1
})
events.compose(report).pipe(process.stdout)
