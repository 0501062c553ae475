import { areAboutOthers, areOfOtherTimes } from './about-others.ts'
import type { Nearness } from './align.ts'
import type { AspectValue } from './aspects-in.ts'
import { whyWeaker } from './bound-to-recordings.ts'
import { cannotMakeOut } from './denial-runs.ts'
import type { Statement } from './features.ts'
import { aspects } from './lexicon/aspects.ts'
import type { Found } from './related.ts'

/** One thing that two statements say was otherwise, by the words that say it. */
interface Difference {
  readonly id: string
  readonly one: AspectValue
  readonly two: AspectValue
}

/** What one thing was like, of a few that exclude each other. */
export function aspectFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (near.quoteLikeness >= 0.8) return []
  const difference = differenceOf(a, b)
  if (difference === null) return []
  const { id, one, two } = difference
  const differing = [one.words, two.words]
  const weaker =
    (deniesIt(id, one) ? whyWeaker(a, b, wordsIn(two.words)) : null) ??
    (deniesIt(id, two) ? whyWeaker(b, a, wordsIn(one.words)) : null)
  if (weaker !== null)
    return [{ relation: 'detail', kind: 'presence', differing, why: [`${weaker}: ${id}`], rank: 50 }]
  return [
    {
      relation: 'conflict',
      kind: 'fact',
      differing,
      why: [
        one.isPerceived !== two.isPerceived
          ? `not perceived against said: ${id}`
          : `differs: ${id} (${plainly(one.value)} / ${plainly(two.value)})`,
      ],
      rank: 71,
    },
  ]
}

/** The first thing of which two statements give values that exclude each other; null where there is none. */
export function differenceOf(a: Statement, b: Statement): Difference | null {
  if (a.aspects.size === 0 || b.aspects.size === 0) return null
  for (const [id, left] of a.aspects) {
    const right = b.aspects.get(id)
    if (!right || left.some(({ value }) => right.some(other => other.value === value))) continue
    for (const one of left)
      for (const two of right)
        if (
          excludes(one.value, two.value) &&
          !(aspects[id]?.isOfSomebody && areOfTwoSides(one, two)) &&
          isComparable(a, b)
        )
          return { id, one, two }
  }
  return null
}

const isComparable = (a: Statement, b: Statement) =>
  !(a.isDeclining || b.isDeclining || a.isAsking || b.isAsking) &&
  !(a.isOpen || b.isOpen || a.isOfItself || b.isOfItself) &&
  a.isOfARule === b.isOfARule &&
  !(cannotMakeOut(a.words) || cannotMakeOut(b.words)) &&
  !areOfOtherTimes(a, b) &&
  !areAboutOthers(a, b)

/** That it was not one of several excludes that one only. */
const excludes = (one: string, two: string): boolean =>
  one.startsWith('not:') ? one.slice(4) === two : two.startsWith('not:') ? two.slice(4) === one : one !== two

const areOfTwoSides = (one: AspectValue, two: AspectValue) =>
  one.isOfficial !== null && two.isOfficial !== null && one.isOfficial !== two.isOfficial

const plainly = (value: string) => value.replace(':', ' ')

/** Of a value that only says that something was not so, or that there was none. */
const deniesIt = (id: string, { value, isDenial }: AspectValue) =>
  isDenial && !/^camera/.test(id) && value !== ''

const wordsIn = (words: string) => words.toLowerCase().split(/\s+/)
