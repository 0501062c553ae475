import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { whyWeaker } from './bound-to-recordings.ts'
import { denialRuns, views } from './denial-runs.ts'
import { isConcept, type Statement, wideMatters } from './features.ts'
import { wider } from './lexicon/concepts.ts'
import { negators } from './lexicon/function-words.ts'
import { roleNouns } from './lexicon/people-words.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'
import { contentOf } from './shared-content.ts'

/** One says it, the other denies it. A denial bound to a recording is weaker against a claim that is not. */
export function polarityFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  // Where both deny, in whatever words, they mostly deny one thing.
  if (a.isNegated && b.isNegated) return []
  const left = deniedMatters(a)
  const right = deniedMatters(b)
  if (left.size === 0 && right.size === 0) return []
  if (a.isDeclining || b.isDeclining || areAboutOthers(a, b) || near.quoteLikeness >= 0.8) return []
  // Both answer one question alike: what one denies the other does not say.
  if (
    [...a.answers].some(([id, given]) =>
      given.some(({ answer }) => b.answers.get(id)?.some(other => other.answer === answer)),
    )
  )
    return []
  const names = new Set([...a.about, ...b.about])
  const terms = near.shared.filter(term => !/^[#@~=]/.test(term) && !names.has(term))
  const byA = terms.filter(term => left.has(term) && !right.has(term))
  const byB = terms.filter(term => right.has(term) && !left.has(term))
  // Where both deny, each something that the other says, nothing plain can be told.
  if (byA.length > 0 === byB.length > 0) return []
  const [touched, other, which] = byA.length > 0 ? [byA, b, a] : [byB, a, b]
  // "Refused several commands" says in other words that they were not followed, and "should have been" that it was not so.
  if (isTurned(other, touched)) return []
  // "Said he couldn't breathe" denies nothing of "I can't breathe".
  if (touched.every(term => cannot(other, term))) return []
  // That there is a recording, an officer or someone who sees is not what is denied.
  if (!touched.some(term => !bystanding.test(term) || isThere(which, term))) return []
  // One word in common, said here and denied there, is mostly chance: "nobody came" and "before he came".
  const isAsked = near.shared.some(term => term.startsWith('=') && !wideMatters.has(term.slice(1)))
  const content = contentOf(near)
  const isOfEvent = touched.some(term => isConcept(term) && !bystanding.test(term))
  if (content.length < 2 && !(content.length === 1 && (isAsked || isOfEvent))) return []
  // "No staff were hurt" says nothing of prisoners who were.
  const whose = deniedOfWhom(which)
  if (whose !== null && !other.matters.includes(whose) && !touched.includes(whose)) return []
  const said = other.words
    .filter((_, at) => touched.includes(other.matters[at] ?? ''))
    .map(({ lower }) => lower)
  const weaker = whyWeaker(which, other, said)
  const words = [
    negationOf(a, touched) ?? shownMatter(a, touched),
    negationOf(b, touched) ?? shownMatter(b, touched),
  ]
  if (weaker !== null)
    return [
      {
        relation: 'detail',
        kind: 'presence',
        differing: words,
        why: [`${weaker}: ${touched.join(', ')}`],
        rank: 50,
      },
    ]
  if (!isLikelyDenied(near)) return []
  const isPresence =
    near.sharedIssues.some(issue => /seen|presence|alone/.test(issue)) ||
    /\b(?:no|nobody|none)\b/.test(negationOf(which, touched) ?? '')
  return [
    {
      relation: 'conflict',
      kind: isPresence ? 'presence' : 'fact',
      differing: words,
      why: [`said and denied: ${touched.join(', ')}`],
      rank: 75,
    },
  ]
}

/**
 * What one says and the other denies is told of pairs that are likely of one matter: of those less likely a fourth were right on accounts
 * by five other writers.
 */
const leastDenied = 0.4
/** Below this only where neither statement has one in the other account that is likelier of its matter: of the others one in six was right. */
const leastOfSeveral = 0.5

export const isLikelyDenied = ({ chance, likelier }: Nearness): boolean =>
  chance >= leastOfSeveral || (chance >= leastDenied && likelier === 0)

/** Words beside which a thing is lacking, though nothing is denied. */
const lacking =
  /^(?:refus(?:ed|es|ing)|ignor(?:ed|es|ing)|fail(?:ed|s|ing)|lost|loses|losing|lack(?:ed|s|ing)|off|perd(?:ió|ieron|er|ido)|falt(?:ó|aba|a)|neg(?:ó|aron)|faltan)$/

/** "It should have been a clinician". */
const wishing = /^(?:should|ought|instead|debió|debieron|debería|deberían)$/

const isTurned = ({ words, matters }: Statement, touched: readonly string[]): boolean =>
  words.some(({ lower }) => wishing.test(lower)) ||
  touched.every(term => {
    const at = matters.indexOf(term)
    return words
      .slice(Math.max(0, at - lackingReach), at + lackingReach)
      .some(({ lower }) => lacking.test(lower))
  })

const lackingReach = 4

/** "No inmate was struck": of whom it is denied; null where it is of nobody at all. */
function deniedOfWhom({ words, matters }: Statement): string | null {
  const at = words.findIndex(
    ({ lower }, index) =>
      /^(?:no|neither|ningún|ninguna)$/.test(lower) &&
      (lower === 'neither' || roleNouns.has(words[nounAfter(words, index)]?.lower ?? '')),
  )
  if (at < 0) return null
  // "Neither was hurt" speaks of two that were named before.
  const noun = nounAfter(words, at)
  return roleNouns.has(words[noun]?.lower ?? '') ? (matters[noun] ?? null) : 'neither'
}

/** "No other prisoner", "no single officer". */
const nounAfter = (words: Statement['words'], at: number): number =>
  /^(?:other|others|single|one|of|further|otro|otra)$/.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1

/** Whether a statement says that the thing cannot be. */
function cannot({ words, matters }: Statement, term: string): boolean {
  const at = matters.indexOf(term)
  return words.slice(Math.max(0, at - 3), at).some(({ lower }) => views.test(lower))
}

/** "No body camera", "without a camera": that it is there is what is denied. */
function isThere({ words, matters }: Statement, term: string): boolean {
  if (!/^(?:camera|video|alarm|call)$/.test(term)) return false
  const at = matters.indexOf(term)
  return words
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => /^(?:no|without|ningun[ao]?|ningún|sin)$/.test(lower))
}

const bystanding =
  /^(?:dog|animal|horse|drone|bike|boat|tram|door|exit|stairs|investigate|enter|order|traffic|bus|truck|train|boat|van|motorcycle|warrant|raid|video|camera|show|see|officer|person|man|woman|street|day|vehicle|car|force|minor|kin|exit|hear|offer|begin|find|stop|us|use|know|think|take|work|call|transport|notify|house|foot|state|public|driver|passenger|student|resident|victim|suspect|crowd|guard|inmate|medic|school|hospital|hour|minute|second|night|time|tim|plac|place|way|thing|child|boy|girl|teen|family|mother|father|building|wrong|aware|body|witness|neighbour|city|name|part|put|let|com|giv|mak|get|got|say|tell)$/

/** Matters within reach of a negation, to the end of its clause: up to seven words. What the statement also says plainly is not denied. */
const deniedMatters = readOnce((statement: Statement): ReadonlySet<string> => {
  const { words, matters } = statement
  const reached = new Set<number>()
  // Who is unarmed has no weapon of any kind.
  const unarmed =
    matters.includes('unarmed') && !statement.isNegated ? ['weapon', 'gun', 'knife', 'armed'] : []
  for (const run of denialRuns(words)) for (const at of headsOf(run, matters)) reached.add(at)
  const denied = new Set<string>(unarmed)
  for (const at of reached) {
    const matter = matters[at] ?? ''
    if (matter === '' || matters.some((each, other) => each === matter && !reached.has(other))) continue
    denied.add(matter)
    const wide = wider[matter]
    if (wide !== undefined) denied.add(wide)
  }
  return denied
})

/** Of each run of words with a matter the first and the last: the verb, and the noun that the others only describe. */
function headsOf(run: readonly number[], matters: readonly string[]): readonly number[] {
  const isHead = (at: number, index: number) =>
    (matters[at] ?? '') !== '' &&
    (index === 0 ||
      (matters[run[index - 1] ?? 0] ?? '') === '' ||
      index === run.length - 1 ||
      (matters[run[index + 1] ?? 0] ?? '') === '')
  return run.filter(isHead)
}

/** From the denying word to the thing denied, at most eight words. */
function negationOf({ words, matters }: Statement, touched: readonly string[]): string | null {
  const at = words.findIndex(({ lower }) => negators.has(lower) || /n't$/.test(lower))
  if (at < 0) return null
  const reached = matters.slice(at, at + 8).findIndex(matter => touched.includes(matter))
  return words
    .slice(at, at + (reached < 0 ? 3 : reached + 1))
    .map(({ text }) => text)
    .join(' ')
}

function shownMatter(statement: Statement, touched: readonly string[]): string {
  const at = statement.matters.findIndex(matter => touched.includes(matter))
  return statement.words[at]?.text ?? ''
}
