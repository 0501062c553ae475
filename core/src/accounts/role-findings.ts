import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import type { Statement } from './features.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'

/** Who did it to whom, and what came earlier: two statements that turn one of them round. */
export function roleFindings(near: Nearness): readonly Found[] {
  if (areAboutOthers(near.a, near.b) || near.a.isNegated || near.b.isNegated) return []
  return [...agentFindings(near), ...orderFindings(near)]
}

interface Deed {
  readonly agent: string
  readonly act: string
  readonly patient: string
  readonly words: string
}

/** What one does to another and could as well be done to. */
const acts =
  /^(?:push|hit|punch|shoot|grab|pull|drag|slam|choke|attack|bite|stab|spray|threaten|chase|throw|insult|spit|bump|crash)$/
const doers =
  /^(?:officer|guard|driver|passenger|student|teacher|inmate|protester|crowd|steward|witness|neighbour|medic|nurse|firefighter|man|woman|boy|girl|teen|cyclist|bike|bus|truck|car|van|train|motorcycle|dog|suspect|inspector|mother|father|brother|sister|resident|pedestrian|gunman|conductor|bouncer)$/

/** "She pushed the inspector", "was shoved by an officer": the nearest who on both sides of an act. Half a dozen words are looked at. */
const deedsOf = readOnce(({ words, matters }: Statement): readonly Deed[] => {
  const who = (at: number) => {
    const lower = words[at]?.lower ?? ''
    if (/^(?:she|her|ella)$/.test(lower)) return 'woman'
    if (/^(?:he|him|él)$/.test(lower)) return 'man'
    return doers.test(matters[at] ?? '') ? (matters[at] ?? '') : null
  }
  return words.flatMap((word, at): Deed[] => {
    const act = matters[at] ?? ''
    if (!acts.test(act) || !/(?:ed|s|t|ot|ung|ew|bit|ó)$/.test(word.lower)) return []
    const isPassive = /^(?:was|were|been|being|be|fue)$/.test(words[at - 1]?.lower ?? '')
    const before = [1, 2, 3, 4].map(back => who(at - back)).find(each => each !== null)
    const behind = [1, 2, 3, 4].map(on => who(at + on)).find(each => each !== null)
    if (!before || !behind || before === behind) return []
    if (isPassive && !words.slice(at + 1, at + 4).some(({ lower }) => lower === 'by' || lower === 'por'))
      return []
    const text = words
      .slice(Math.max(0, at - 3), at + 4)
      .map(each => each.text)
      .join(' ')
    return [
      isPassive
        ? { agent: behind, act, patient: before, words: text }
        : { agent: before, act, patient: behind, words: text },
    ]
  })
})

function agentFindings({ a, b }: Nearness): readonly Found[] {
  for (const one of deedsOf(a))
    for (const two of deedsOf(b))
      if (one.act === two.act && one.agent === two.patient && one.patient === two.agent)
        return [
          {
            relation: 'conflict',
            kind: 'fact',
            differing: [one.words, two.words],
            why: [`who did it to whom: ${one.act}`],
            rank: 82,
          },
        ]
  return []
}

interface Sequence {
  readonly earlier: ReadonlySet<string>
  readonly later: ReadonlySet<string>
  readonly word: string
}

/** Too general to be one of two events in order. */
const noEvent =
  /^(?:officer|man|woman|person|minor|kin|vehicle|car|video|camera|street|house|say|tell|see|minute|second|hour|hit|weapon)$/

/** "Shouted before he fired", "fired after shouting": what stands on both sides of the word, as earlier and later. */
const sequencesOf = readOnce((statement: Statement): readonly Sequence[] => {
  const { words } = statement
  return words.flatMap((word, at): Sequence[] => {
    const isBefore = /^(?:before|antes)$/.test(word.lower)
    const isAfter = /^(?:after|después|tras)$/.test(word.lower)
    // "Fired and then shouted".
    if (
      at > 0 &&
      /^(?:then|luego|entonces)$/.test(word.lower) &&
      /^(?:and|y)$/.test(words[at - 1]?.lower ?? '')
    )
      return [
        {
          earlier: eventsIn(statement, at - 8, at),
          later: eventsIn(statement, at + 1, at + 8),
          word: word.text,
        },
      ]
    if (!isBefore && !isAfter) return []
    const events = (from: number, to: number) => eventsIn(statement, from, to)
    const left = at === 0 ? events(afterComma(statement, at), words.length) : events(at - 8, at)
    const right = at === 0 ? events(1, afterComma(statement, at)) : events(at + 1, at + 8)
    return [{ earlier: isBefore ? left : right, later: isBefore ? right : left, word: word.text }]
  })
})

function eventsIn({ matters, about }: Statement, from: number, to: number): ReadonlySet<string> {
  return new Set(
    matters
      .slice(Math.max(0, from), to)
      .filter(matter => matter !== '' && !noEvent.test(matter) && !about.has(matter) && !/^\d/.test(matter)),
  )
}

/** Where the clause that begins with word `at` ends. */
function afterComma({ words }: Statement, at: number): number {
  const end = words.findIndex(
    (word, index) => index > at + 1 && word.start - (words[index - 1]?.end ?? 0) > 1,
  )
  return end < 0 ? words.length : end
}

function orderFindings({ a, b }: Nearness): readonly Found[] {
  for (const one of sequencesOf(a))
    for (const two of sequencesOf(b)) {
      const earlier = [...one.earlier].filter(matter => two.later.has(matter) && !two.earlier.has(matter))
      const later = [...one.later].filter(matter => two.earlier.has(matter) && !two.later.has(matter))
      if (earlier.length === 0 || later.length === 0 || earlier[0] === later[0]) continue
      return [
        {
          relation: 'conflict',
          kind: 'fact',
          differing: [one.word, two.word],
          why: [`order: ${earlier[0]} and ${later[0]}`],
          rank: 81,
        },
      ]
    }
  return []
}
