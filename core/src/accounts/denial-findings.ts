import { areAboutOthers, type Nearness } from './align.ts'
import type { Statement } from './features.ts'
import { wider } from './lexicon/concepts.ts'
import { negators } from './lexicon/function-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import type { Found } from './related.ts'
import { stemOf } from './words.ts'

/** One says it, the other denies it. A denial bound to a recording is weaker against a claim that is not. */
export function polarityFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (a.isDeclining || b.isDeclining || areAboutOthers(a, b) || near.quoteLikeness >= 0.8) return []
  const denies = (statement: Statement) => deniedMatters(statement)
  const left = denies(a)
  const right = denies(b)
  const [denied, other, which] =
    left.size > 0 && right.size === 0
      ? [left, b, a]
      : right.size > 0 && left.size === 0
        ? [right, a, b]
        : [null, null, null]
  if (!denied || !other || !which) return []
  const names = new Set([...a.about, ...b.about])
  const touched = near.shared.filter(term => denied.has(term) && !/^[#@~]/.test(term) && !names.has(term))
  // That there is a recording, an officer or someone who sees is not what is denied.
  if (!touched.some(term => !bystanding.test(term))) return []
  if (near.score < (near.isFar ? 0.15 : 0.1) && near.sharedIssues.length === 0 && touched.length < 2)
    return []
  const isBound = which.recording !== null && other.recording === null
  const words = [
    negationOf(a, touched) ?? shownMatter(a, touched),
    negationOf(b, touched) ?? shownMatter(b, touched),
  ]
  if (isBound)
    return [
      {
        relation: 'detail',
        kind: 'presence',
        differing: words,
        why: [`not in a recording (${which.recording}) against said: ${touched.join(', ')}`],
        rank: 50,
      },
    ]
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

const bystanding =
  /^(?:video|camera|show|see|officer|person|man|woman|street|day|vehicle|force|minor|kin|exit|hear|offer|begin|find|stop|us|use|know|think|take|work|call|transport|notify|house|foot|state|public)$/
/** What ought not or cannot be is a view and no denial of an event. */
const views = /^(?:can't|cannot|shouldn't|won't|wouldn't|don't)$/

/** Matters within reach of a negation, to the end of its clause: up to seven words. What the statement also says plainly is not denied. */
function deniedMatters(statement: Statement): ReadonlySet<string> {
  const known = deniedOf.get(statement)
  if (known) return known
  const denied = findDenied(statement)
  deniedOf.set(statement, denied)
  return denied
}

/** A statement is asked for each that it is compared with. */
const deniedOf = new WeakMap<Statement, ReadonlySet<string>>()

function findDenied(statement: Statement): ReadonlySet<string> {
  const { words, matters } = statement
  const reached = new Set<number>()
  // Who is unarmed has no weapon of any kind.
  const unarmed =
    matters.includes('unarmed') && !statement.isNegated ? ['weapon', 'gun', 'knife', 'armed'] : []
  for (const [index, { lower }] of words.entries()) {
    if (!negators.has(lower) && !/n't$/.test(lower)) continue
    if (lower === 'no' && /^(?:longer|doubt|matter|comment)$/.test(words[index + 1]?.lower ?? '')) continue
    if (lower === 'not' && /^(?:only|just)$/.test(words[index + 1]?.lower ?? '')) continue
    if (views.test(lower) || /^(?:should|must|ought)$/.test(words[index - 1]?.lower ?? '')) continue
    // "Police have not said why": nothing is denied but the saying.
    // "No evidence that …" reaches over all that follows.
    const reach = /^(?:evidence|indication|sign|proof|record)$/.test(words[index + 1]?.lower ?? '') ? 16 : 8
    const isVerb = lower !== 'no' && lower !== 'without'
    if (
      isVerb &&
      (/^(?:say|tell|release|disclose|identify|explain|elaborat|confirm|nam|comment|answer|specify|announc)$/.test(
        stemOf(words[index + 1]?.lower ?? ''),
      ) ||
        sayingVerbs.has(words[index + 1]?.lower ?? ''))
    )
      continue
    for (let at = index + 1; at < Math.min(words.length, index + reach); at++) {
      const word = words[at]
      if (
        !word ||
        word.start - (words[at - 1]?.end ?? 0) > 1 ||
        /^(?:and|but|because|then|y|pero)$/.test(word.lower)
      )
        break
      reached.add(at)
    }
  }
  const denied = new Set<string>(unarmed)
  for (const at of reached) {
    const matter = matters[at] ?? ''
    if (matter === '' || matters.some((each, other) => each === matter && !reached.has(other))) continue
    denied.add(matter)
    const wide = wider[matter]
    if (wide !== undefined) denied.add(wide)
  }
  return denied
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
