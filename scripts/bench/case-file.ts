/** How long one action takes on a large case file: 2,000 claims, 20,000 statements, 100,000 entries. */
import { allCards, cardsOf } from '../../core/src/case/cards/index.ts'
import { decide } from '../../core/src/case/commands.ts'
import {
  type CaseState,
  type Entry,
  fold,
  type Numbered,
  readEntry,
  startFolding,
} from '../../core/src/case/index.ts'
import { claimView, leavingOf, reportPage, searchCase, tableRows } from '../../core/src/case-file/index.ts'
import { cardWordsIn } from '../../core/src/case-file/words/index.ts'
import { datedOf, duesOf, starterRules, toldDues } from '../../core/src/release-clock/index.ts'

const claims = 2_000
const statements = 20_000
const entries = 100_000
const rounds = 15
const agent = { kind: 'person', person: 'p1' } as const

/** Cards first; what is left of the entries are changes of claims, as a desk that words and words again leaves them. */
function logOf(): readonly Numbered[] {
  const log: Numbered[] = []
  const enter = (type: string, detail: object) => {
    const at = new Date(Date.UTC(2031, 0, 1) + log.length * 1000).toISOString()
    const entry = readEntry({ v: 1, salt: '00'.repeat(16), at, type, agent, detail })
    if ('kind' in entry) throw new Error(entry.message)
    log.push({ seq: log.length + 1, entry: entry as Entry })
    return `k${log.length}`
  }
  const card = (of: string, said: object) =>
    enter('card-entered', { v: 1, card: `k${log.length + 1}`, of, said })
  const ids = Array.from({ length: claims }, (_, n) =>
    card('claim', {
      matter: `Was gate ${n} open at the time?`,
      speaksOf: 'no-recording-named',
      perRecording: 'no',
    }),
  )
  const claimAt = (n: number) => ids[n % claims] ?? ''
  for (let n = 0; n < statements; n++) {
    const words = `The keeper said on day ${n % 97} that gate ${n % claims} had been left ajar by number ${n}.`
    card('speaking', { claim: claimAt(n), words, speaker: `speaker ${n % 211}` })
  }
  for (let n = 0; n < claims; n++) {
    const result = n % 3 === 0 ? 'shown' : 'cannot-be-resolved'
    card('finding', { claim: claimAt(n), result, reason: 'as seen', on: '2031-02-03' })
  }
  card('rule', { ...starterRules[0], applies: 'yes' })
  const at = { local: '2031-01-01T10:00:00', zone: 'America/Chicago', offsetMinutes: -360 }
  card('clock-start', { from: 'incident', at, source: 'call log' })
  while (log.length < entries) {
    const card = claimAt(log.length * 7)
    enter('card-changed', { v: 1, card, of: 'claim', said: { detail: `worded anew ${log.length}` } })
  }
  return log
}

/** The median and the slowest of several rounds, in ms. `prepare` is not counted. */
function timed<T>(name: string, prepare: (round: number) => T, act: (given: T) => unknown): void {
  const times = Array.from({ length: rounds }, (_, round) => {
    const given = prepare(round)
    const before = performance.now()
    act(given)
    return performance.now() - before
  }).sort((a, b) => a - b)
  const ms = (value = 0) => `${value.toFixed(1)} ms`
  console.log(`${name}: median ${ms(times[Math.floor(rounds / 2)])}, slowest ${ms(times.at(-1))}`)
}

export function benchCaseFile(): void {
  const log = logOf()
  const beforeFolding = performance.now()
  const folding = startFolding()
  for (const each of log) folding.add(each)
  const state = folding.finish()
  console.log(`fold ${log.length} entries: ${Math.round(performance.now() - beforeFolding)} ms`)
  const beforeReading = performance.now()
  const known = allCards(state).length
  console.log(`read ${known} cards the first time: ${Math.round(performance.now() - beforeReading)} ms`)

  const after = (round: number) => {
    const [claim] = cardsOf(state, 'claim').slice(round)
    const said = { detail: `round ${round}` }
    const command = { do: 'change-card', card: claim?.id ?? '', rev: state.seq, said, hidden: null } as const
    return { claim, command }
  }
  const changed = (round: number): CaseState => {
    const decision = decide(state, after(round).command)
    if (decision.kind !== 'enter') throw new Error(decision.kind)
    const entry = { ...decision.facts[0], at: '2031-05-01T00:00:00.000Z', agent } as Entry
    return fold(state, { seq: state.seq + 1, entry })
  }
  timed('decide a change of a claim and fold it in', round => round, changed)
  timed('find the cards of each kind anew after it', changed, next => cardsOf(next, 'claim'))
  const indexed = (round: number) => {
    const next = changed(round)
    allCards(next)
    return next
  }
  timed('look at every claim for the overview', indexed, next =>
    cardsOf(next, 'claim').map(claim => claimView(next, claim)),
  )
  searchCase(state, 'gate')
  timed('search all of it for two words', indexed, next => searchCase(next, 'keeper ajar'))
  timed('search for words that are in one place', indexed, next => searchCase(next, 'number 19999'))
  timed('the calendar and what is due', indexed, next => [datedOf(next), duesOf(next)])
  timed('what may leave, and its table', indexed, next =>
    tableRows(leavingOf(next, 'public', toldDues(next), '[withheld]')),
  )
  timed('the report to print', indexed, next =>
    reportPage(leavingOf(next, 'public', toldDues(next), '[withheld]'), cardWordsIn('en'), {
      tool: 'bench',
      at: '2031-05-01T00:00:00.000Z',
      language: 'en',
    }),
  )
}
