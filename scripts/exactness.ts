/**
 * The long version of what the browser tests assert, run by hand: steps through every frame of every clip, random seeks, steps,
 * pauses and play. `bin/node scripts/exactness.ts [operations per group] [seed] [webcodecs|no-webcodecs|disk] [steps]`
 */
import { type Meeting, meetings } from '../test/browser/engine-harness.ts'
import { exactnessOf, groups, videoGroups, withHarness } from '../test/browser/exactness.ts'

const [operations = 400, seed = Date.now() % 100_000] = process.argv.slice(2, 4).map(Number)
const meeting: Meeting = meetings.find(each => each === process.argv[4]) ?? 'webcodecs'
const steps = Number(process.argv[5] ?? 1000)
const looked = meeting === 'webcodecs' ? groups : videoGroups
const totals = { checked: 0, wrong: 0 }
const use: Parameters<typeof withHarness>[1] = async (harness, folder) => {
  for (const group of looked) {
    const how = { steps, operations, playMs: 3000, seed }
    for (const { name, outcome } of await exactnessOf(harness, folder, group, how)) {
      totals.checked += outcome.checked
      totals.wrong += outcome.wrong.length
      console.log(`${outcome.checked} looked at, ${outcome.wrong.length} wrong: ${name}`)
      for (const fault of outcome.wrong) console.log(`  ${fault}`)
    }
  }
  for (const error of harness.errors) console.log(`error of the page: ${error}`)
  console.log(`most media requests at once: ${harness.served.mostAtOnce}`)
}
await withHarness([...new Set(looked.flat().map(([name]) => name))], use, meeting)
console.log(`${meeting}, seed ${seed}: ${totals.checked} pictures looked at, ${totals.wrong} wrong`)
process.exitCode = totals.wrong === 0 ? 0 : 1
