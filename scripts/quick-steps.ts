/** The checks that are fast enough to run before every commit; CI runs the same ones first, in this order. */

import { filesOf, program, root, type Step, tests, tools } from './steps.ts'
import { unusedIn } from './unused.ts'
import { breachesIn } from './walls.ts'

const walls: Step = {
  name: 'walls between folders',
  run: () => {
    const breaches = breachesIn(root, filesOf('{core,app,room}/src/**/*.{ts,tsx}'))
    for (const { from, specifier, why } of breaches)
      console.log(`  ${from}: ${specifier ?? 'import(…)'}: ${why}`)
    if (breaches.length === 0) return { kind: 'passed', tests: 0 }
    return { kind: 'failed', tests: 0, failures: breaches.length }
  },
}

const unused: Step = {
  name: 'unused code',
  run: () => {
    const sources = filesOf('{core,app,room}/src/**/*.{ts,tsx}', 'test/**/*.ts', 'scripts/**/*.ts')
    const found = unusedIn(root, sources)
    for (const sentence of found) console.log(`  ${sentence}`)
    return found.length === 0
      ? { kind: 'passed', tests: 0 }
      : { kind: 'failed', tests: 0, failures: found.length }
  },
}

const projects = ['core', 'app', 'room', '.']

const coreTests = filesOf('core/src/**/*.test.ts')
const isSlow = (path: string) => path.endsWith('.slow.test.ts')

/** Core tests that work through minutes of sound: for CI, not for every commit. */
export const slowCoreTests = coreTests.filter(isSlow)

export const quickChecks: readonly Step[] = [
  program('format and lint', [...tools.biome, 'ci', '--colors=off', '--error-on-warnings', '.']),
  walls,
  unused,
  ...projects
    .filter(project => project === '.' || filesOf(`${project}/src/**/*.{ts,tsx}`).length > 0)
    .map(project =>
      program(`types of ${project === '.' ? 'tests and scripts' : project}`, [...tools.tsc, '-p', project]),
    ),
]

/** In one process: to start one for each file would take longer than what it tests. */
export const quickCoreTests: Step = tests(
  'core tests',
  coreTests.filter(path => !isSlow(path)),
  ['--test-isolation=none'],
)
