import { type AccountGroup, type CaseState, findPassage, type StatedDay, statedDayOf } from '../case/index.ts'
import {
  type CountedDays,
  type CountedFrom,
  countedFrom,
  type RelativeTime,
  relativeTimesIn,
} from './relative-times.ts'
import type { DayAnchor, ShownDay, ShownStatement } from './shown.ts'
import type { Bench } from './statements.ts'

/** When an account was written, as a person states it, or else the day it bears. Null while nobody has said. */
export function writtenAnchor(state: CaseState, { shown }: AccountGroup): DayAnchor | null {
  const stated = statedDayOf(state, { kind: 'account', account: shown.id })
  if (stated) return anchorOf(stated)
  const { said } = shown
  return said?.publishedOn
    ? { day: said.publishedOn, time: null, stated: null, agent: said.agent, at: said.at }
    : null
}

/** The day of what happened, as a person states it. */
export function eventAnchor(state: CaseState): DayAnchor | null {
  const stated = statedDayOf(state, { kind: 'event' })
  return stated && anchorOf(stated)
}

const anchorOf = (stated: StatedDay): DayAnchor => ({
  ...{ day: stated.days.from, time: stated.time, stated, agent: stated.agent, at: stated.at },
})

/**
 * The relative times of an account with the days they come to. The words stay as they are; beside them stands what they were counted
 * from and who stated that, or what is lacking. Words of which a person has stated the days mean those, whatever a rule would count.
 */
export function daysOf(state: CaseState, { group, where, shown, unfound }: Bench): readonly ShownDay[] {
  const anchors: Readonly<Record<CountedFrom, DayAnchor | null>> = {
    written: writtenAnchor(state, group),
    event: eventAnchor(state),
  }
  const all = [...shown.values()]
  const statements = all.filter(({ kind }) => kind === 'statement')
  const quotes = all.filter(({ kind }) => kind === 'quote')
  const isIn = (list: readonly ShownStatement[], { start, end }: { start: number; end: number }) =>
    list.some(each => each.start <= start && each.end >= end)
  const days = new Map<string, ShownDay>()
  for (const { start, end, words, counted } of timesIn(where.text)) {
    if (!isIn(statements, { start, end })) continue
    const key = `${group.id.slice(0, 16)} day ${start}-${end}`
    const means = meaningOf(counted, anchors[counted.basis])
    days.set(key, {
      ...{ key, group: group.id, start, end, words, counted, means },
      isQuoted: isIn(quotes, { start, end }),
    })
  }
  const own = new Set(group.versions.map(({ id }) => id))
  for (const stated of state.statedDays.values()) {
    if (stated.withdrawn !== null || stated.of.kind !== 'words' || !own.has(stated.of.passage.account))
      continue
    const at = findPassage(where, stated.of.passage)
    if (at === null) {
      unfound.push({ account: stated.of.passage.account, words: stated.of.passage.exact, id: stated.id })
      continue
    }
    const key = `${group.id.slice(0, 16)} day ${at.start}-${at.end}`
    days.set(key, {
      ...{ key, group: group.id, ...at, words: where.text.slice(at.start, at.end) },
      ...{ counted: days.get(key)?.counted ?? null, isQuoted: isIn(quotes, at) },
      means: { kind: 'stated', stated },
    })
  }
  return [...days.values()].sort((one, two) => one.start - two.start)
}

/** Texts whose times are kept: the view is made anew at every entry, and the texts stay the same (2 ms for a story of 3,000 characters). */
const mostKept = 200
const kept = new Map<string, readonly RelativeTime[]>()

function timesIn(text: string): readonly RelativeTime[] {
  const known = kept.get(text)
  if (known) return known
  const found = relativeTimesIn(text, { start: 0, end: text.length })
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, found)
  return found
}

function meaningOf(counted: RelativeTime['counted'], from: DayAnchor | null): ShownDay['means'] {
  if (counted.by === 'uncounted') return { kind: 'open', lacks: counted.why }
  if (from === null) return { kind: 'open', lacks: counted.basis }
  const comesTo: CountedDays | null = countedFrom({ counted }, from.day, from.time)
  return comesTo ? { kind: 'counted', comesTo, from } : { kind: 'open', lacks: counted.basis }
}
