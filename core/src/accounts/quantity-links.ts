import { areAboutOthers, areOfOtherTimes } from './about-others.ts'
import { textOf } from './fact-words.ts'
import type { Statement } from './features.ts'
import { type Quantity, type QuantityKind, quantitiesOf } from './quantities.ts'
import type { Related } from './related.ts'

export interface QuantityLink {
  readonly a: Statement
  readonly b: Statement
  readonly related: Related
}

/** How far apart two numbers of one thing may lie; beyond it they are of two things. */
const mostRatio: Readonly<Record<QuantityKind, number>> = {
  lasting: 30,
  interval: 12,
  moment: Number.POSITIVE_INFINITY,
  people: 5,
  times: 8,
  length: 6,
  speed: 2.5,
  money: 20,
}
const mostGapMinutes = 100

/** Numbers of one kind that stand with one class of event in two accounts and differ: whichever verbs and nouns they are told with. */
export function quantityLinks(
  left: readonly Statement[],
  right: readonly Statement[],
): readonly QuantityLink[] {
  const ones = quantitiesOf(left)
  const twos = quantitiesOf(right)
  const found: QuantityLink[] = []
  for (const one of ones)
    for (const two of twos) {
      if (one.kind !== two.kind || areAboutOthers(one.statement, two.statement)) continue
      if (areOfOtherTimes(one.statement, two.statement)) continue
      if (one.statement.isOfARule !== two.statement.isOfARule) continue
      if (one.statement.isOfItself || two.statement.isOfItself) continue
      if (!areOfOne(one, two) || agree(one, two)) continue
      if (twos.some(other => isSettledBy(other, one, two))) continue
      if (ones.some(other => isSettledBy(other, two, one))) continue
      if (!isPlausible(one, two)) continue
      found.push({
        a: one.statement,
        b: two.statement,
        related: {
          relation: 'conflict',
          kind: one.kind === 'people' ? 'presence' : 'fact',
          differing: [wordsOf(one), wordsOf(two)],
          why: [`${one.kind} differs: ${[...one.classes].filter(id => two.classes.has(id)).join(', ')}`],
        },
      })
    }
  return found
}

/** As its account writes it. */
const wordsOf = ({ kind, statement, fact }: Quantity) =>
  kind === 'moment' ? fact.value : textOf(statement, fact)

/** Both stand with one class of event, near the number or in the sentence before. */
const areOfOne = (one: Quantity, two: Quantity): boolean =>
  [...one.classes].some(id => two.classes.has(id) && !(one.kind === 'moment' && manyMoments.has(id)))

/** Many things begin and come in within the hour of an incident, help comes more than once, and so does who looks in. */
const manyMoments: ReadonlySet<string> = new Set(['start', 'booking', 'aid', 'check'])

function agree(one: Quantity, two: Quantity): boolean {
  const [low, high] = one.value < two.value ? [one.value, two.value] : [two.value, one.value]
  if (low === high) return true
  if (one.kind === 'moment') {
    const gap = Math.abs(one.value - two.value)
    return gap % 720 === 0 || gap <= (one.isRough || two.isRough ? 5 : 1)
  }
  const isMet = (bound: Quantity, other: Quantity) =>
    (bound.bound === 'at least' && other.value >= bound.value) ||
    (bound.bound === 'at most' && other.value <= bound.value)
  return isMet(one, two) || isMet(two, one) || ((one.isRough || two.isRough) && high <= low * 1.15)
}

/**
 * Whether an account that gives `theirs` also gives what the other says. How long something took is told twice over where two are at odds
 * about it: there only one sentence that gives both settles it. And whoever counts shells has not counted shots.
 */
const isSettledBy = (other: Quantity, ours: Quantity, theirs: Quantity): boolean =>
  other.kind === ours.kind &&
  (ours.kind !== 'lasting' || other.statement === theirs.statement) &&
  (ours.kind !== 'times' || other.statement === theirs.statement || other.fact.unit === ours.fact.unit) &&
  agree(ours, other) &&
  areOfOne(ours, other)

function isPlausible(one: Quantity, two: Quantity): boolean {
  if (one.kind === 'moment') {
    const gap = Math.abs(one.value - two.value) % 720
    return Math.min(gap, 720 - gap) <= mostGapMinutes
  }
  const [low, high] = one.value < two.value ? [one.value, two.value] : [two.value, one.value]
  return low > 0 && high / low <= mostRatio[one.kind]
}
