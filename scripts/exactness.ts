/**
 * The long version of what the browser tests assert, run by hand: steps through every frame of every clip, random seeks, steps,
 * pauses and play. `bin/node scripts/exactness.ts [operations per group] [seed]`
 */
import { exactnessOf, groups, withHarness } from '../test/browser/exactness.ts'

const [operations = 400, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number)
const totals = { checked: 0, wrong: 0 }
await withHarness([...new Set(groups.flat().map(([name]) => name))], async (harness, folder) => {
  for (const group of groups) {
    for (const { name, outcome } of await exactnessOf(harness, folder, group, {
      steps: 1000,
      operations,
      playMs: 3000,
      seed,
    })) {
      totals.checked += outcome.checked
      totals.wrong += outcome.wrong.length
      console.log(`${outcome.checked} looked at, ${outcome.wrong.length} wrong: ${name}`)
      for (const fault of outcome.wrong) console.log(`  ${fault}`)
    }
  }
  for (const error of harness.errors) console.log(`error of the page: ${error}`)
  console.log(`most media requests at once: ${harness.served.mostAtOnce}`)
})
console.log(`seed ${seed}: ${totals.checked} pictures looked at, ${totals.wrong} wrong`)
process.exitCode = totals.wrong === 0 ? 0 : 1
