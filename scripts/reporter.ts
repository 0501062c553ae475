/**
 * What `node --test` prints here: a line per file that took over a second, every failure and every skip in full, and one line
 * of counts that `steps.ts` reads.
 */
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

const slowFileMs = 1000

/** A reporter for `--test-reporter`. */
async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail') {
      // Suites, and the files that the runner wraps around isolated tests, are not tests of their own.
      const isFile = data.file !== undefined && data.nesting === 0 && data.name.endsWith('.ts')
      const wraps = data.details.type === 'suite' || isFile
      if (type === 'test:fail') {
        const cause = data.details.error.cause ?? data.details.error
        const failedInside =
          'failureType' in data.details.error && data.details.error.failureType === 'subtestsFailed'
        if (!failedInside) {
          counts.failed += 1
          yield `  ✖ ${where(data.file)}${data.name}\n${indent(inspect(cause, { depth: 4 }))}\n`
        }
      } else if (data.skip !== undefined || data.todo !== undefined) {
        counts.skipped += 1
        yield `  – skipped: ${data.name} (${data.skip ?? data.todo})\n`
      } else if (!wraps) counts.passed += 1
    } else if (type === 'test:summary' && data.file !== undefined && data.duration_ms > slowFileMs) {
      yield `  ${where(data.file)}${(data.duration_ms / 1000).toFixed(1)} s\n`
    } else if (type === 'test:stderr') yield indent(data.message)
    else if (type === 'test:diagnostic' && data.level === 'error') yield `  ${data.message}\n`
  }
  yield `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`
}

function where(file: string | undefined): string {
  return file === undefined ? '' : `${relative(process.cwd(), file)}: `
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}

// The test runner takes a reporter only as a default export.
// biome-ignore lint/style/noDefaultExport: see above
export default report
