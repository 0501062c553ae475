/** `npm test`: every check and every test, one summary at the end. CI runs this and nothing else. */
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { budget } from './budget.ts'
import { goldenFiles } from './golden-files.ts'
import { isAllowed, packagesOf } from './licences.ts'
import { quickChecks, quickCoreTests, slowCoreTests } from './quick-steps.ts'
import { filesOf, root, runSteps, type Step, testsInOrder } from './steps.ts'

const generated: Step = {
  name: 'generated files are fresh',
  run: async () => {
    let failures = 0
    for (const { path, make } of goldenFiles) {
      const file = join(root, path)
      if (existsSync(file) && readFileSync(file, 'utf8') === (await make())) continue
      console.log(`  ${path} is not what the code makes now; run "npm run golden" and read the change`)
      failures += 1
    }
    return failures === 0 ? { kind: 'passed', tests: 0 } : { kind: 'failed', tests: 0, failures }
  },
}

const licences: Step = {
  name: 'licences of what ships',
  run: () => {
    const refused = packagesOf(root).filter(({ licence }) => !isAllowed(licence))
    for (const { name, licence } of refused)
      console.log(`  ${name}: ${licence} is not on the list in scripts/licences.ts`)
    if (refused.length === 0) return { kind: 'passed', tests: 0 }
    return { kind: 'failed', tests: 0, failures: refused.length }
  },
}

/** What takes longest goes first, so that none of it runs alone at the end; the order of the others makes no difference. */
const longest = [
  'test/browser/demo.browser.test.ts',
  'core/src/sync/place-by-sound.slow.test.ts',
  ...['clock', 'accounts', 'look'].map(name => `room/src/look/${name}.browser.test.ts`),
  ...['video', 'engine', 'losses'].map(name => `room/src/engine/${name}.browser.test.ts`),
  'test/browser/release.browser.test.ts',
  ...['moments', 'case-file', 'edits'].map(name => `room/src/look/${name}.browser.test.ts`),
  ...['cli/command-line', 'cli/diff', 'media/review'].map(name => `app/src/${name}.test.ts`),
]
const found = [
  ...slowCoreTests,
  ...filesOf('{app,room}/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.ts'),
]
const inOrder = [
  ...longest.filter(path => found.includes(path)),
  ...found.filter(path => !longest.includes(path)),
]

await runSteps([
  ...quickChecks,
  licences,
  generated,
  ...(existsSync(join(root, 'room/dist/sizes.json')) ? [budget] : []),
  // At the same time: the first is one process that computes without a pause. Of the others each waits a good part of its time, for a state and
  // never for a time, so that one more than there are processors keeps all of them busy.
  [quickCoreTests, testsInOrder('all other tests', inOrder, Math.min(5, availableParallelism() + 1))],
])
