/** What placing fifty recordings of two minutes at five events costs: their pairs grow with the square. */
import { loadFft } from '../../app/src/sound/fft.ts'
import { placeBySound } from '../../core/src/sync/index.ts'
import { street } from '../../test/cases/sound/catalogue.ts'
import { between, randomFrom } from '../../test/cases/sound/random.ts'
import { recordings, toInput, toolsOf } from '../../test/cases/sound/scenes.ts'

const events = 5
const recorders = 10
const seconds = 120

export async function benchSyncMany(): Promise<void> {
  const fft = await loadFft()
  const made = Array.from({ length: events }, (_, event) => {
    const random = randomFrom(event + 9)
    const mics = Array.from({ length: recorders }, (_, n) => {
      const noise = { snrDb: between(random, 0, 15), driftPpm: between(random, -100, 100) }
      const start = between(random, 0, 0.7 * seconds)
      return [`event ${event}, ${n}`, { seed: 100 * event + n, start, seconds, ...noise }] as const
    })
    return recordings(`event ${event}`, street(31 * event + 3, 1.8 * seconds), Object.fromEntries(mics))
  }).flat()
  const inputs = made.map(each => toInput(fft, each))
  const before = process.cpuUsage()
  const result = placeBySound(inputs, toolsOf(fft))
  const { user, system } = process.cpuUsage(before)
  const groups = result.recordings.map(({ placement }) =>
    placement.kind === 'placed' ? placement.group : '',
  )
  const groupsOfEvents = Array.from(
    { length: events },
    (_, event) => new Set(groups.slice(event * recorders, (event + 1) * recorders)),
  )
  const isRight =
    groupsOfEvents.every(own => own.size === 1 && !own.has('')) && new Set(groups).size === events
  const pairs = (inputs.length * (inputs.length - 1)) / 2
  console.log(
    `${inputs.length} recordings of ${seconds} s at ${events} events: ${isRight ? 'each event one group' : 'WRONG'}`,
  )
  console.log(
    `CPU: ${((user + system) / 1e6).toFixed(1)} s for ${pairs} pairs, ${((user + system) / 1e3 / pairs).toFixed(0)} ms each`,
  )
}
