/** `npm test`: every check and every test, one summary at the end. CI runs this and nothing else. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { budget } from './budget.ts'
import { goldenFiles } from './golden-files.ts'
import { isAllowed, packagesOf } from './licences.ts'
import { quickSteps, slowCoreTests } from './quick-steps.ts'
import { filesOf, root, runSteps, type Step, tests } from './steps.ts'

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

const all = filesOf('{app,room}/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.ts')
const browser = all.filter(path => path.includes('.browser.test.'))
const others = all.filter(path => !browser.includes(path))

await runSteps([
  ...quickSteps,
  licences,
  generated,
  ...(existsSync(join(root, 'room/dist/sizes.json')) ? [budget] : []),
  tests('core tests that take longer', slowCoreTests, ['--test-concurrency=2']),
  // Two at a time: the media programs that app tests start use more than one core themselves.
  tests('app, room and script tests', others, ['--test-concurrency=2']),
  // Two at a time: much of each is waiting, and what they wait for is a state, never a time.
  tests('tests in a browser', browser, ['--test-concurrency=2']),
])
