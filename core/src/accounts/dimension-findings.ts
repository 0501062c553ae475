import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { matterOf, type Statement } from './features.ts'
import { wider } from './lexicon/concepts.ts'
import { dimensions } from './lexicon/dimensions.ts'
import type { Found } from './related.ts'
import type { DimensionValue } from './values-in.ts'

/** Words of one dimension that cannot both hold. */
export function dimensionFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (areAboutOthers(a, b)) return []
  const found: Found[] = []
  for (const [id, left] of a.values) {
    const right = b.values.get(id)
    const dimension = dimensions[id]
    if (!right || !dimension) continue
    if (!needsMet(needsOf.get(id) ?? [], a, b)) continue
    // "His left hand was raised; his right cannot be seen": who speaks of both sides differs from nobody.
    if (id === 'side' && left.some(x => right.some(y => x.value === y.value))) continue
    const pair = dimension.of === 'noun' ? byNoun(left, right) : byStatement(left, right)
    if (!pair) continue
    const floor = id === 'compass' ? 0.07 : 0.08
    if (near.score < floor) continue
    const isWeak = /^(?:order|toward|direction|gait|posture|sex|kin|vehicle|end|facing|motion)$/.test(id)
    if (isWeak && near.score < 0.34) continue
    found.push({
      relation: 'conflict',
      kind: /^(?:aloneness|kin)$/.test(id) ? 'presence' : 'fact',
      differing: [pair[0].word, pair[1].word],
      why: [`differs: ${id}`],
      rank: isWeak ? 64 : 80,
    })
  }
  return found
}

const needsOf = new Map(
  Object.entries(dimensions).map(([id, { needs }]) => [
    id,
    needs === '' ? [] : needs.split(' ').map(matterOf),
  ]),
)

/** Both statements have a concept that the dimension is of, the same or one as wide. */
function needsMet(needs: readonly string[], a: Statement, b: Statement): boolean {
  if (needs.length === 0) return true
  const wide = (matter: string) => wider[matter] ?? matter
  const ofB = new Set(needs.filter(need => b.matters.includes(need)).map(wide))
  return needs.some(need => a.matters.includes(need) && ofB.has(wide(need)))
}

function byNoun(
  left: readonly DimensionValue[],
  right: readonly DimensionValue[],
): readonly [DimensionValue, DimensionValue] | null {
  for (const one of left)
    for (const two of right)
      if (
        areOfOne(one, two) &&
        one.value !== two.value &&
        !right.some(other => areOfOne(other, one) && other.value === one.value) &&
        !left.some(other => areOfOne(other, two) && other.value === two.value)
      )
        return [one, two]
  return null
}

/** One noun, or one as wide: a saloon that is called a motor vehicle is a car. */
function areOfOne(one: DimensionValue, two: DimensionValue): boolean {
  if (one.noun === '' || two.noun === '') return false
  if (one.noun === two.noun) return true
  const wide = (matter: string) => wider[matter] ?? matter
  const right = new Set(two.nouns.map(wide))
  return one.nouns.some(noun => right.has(wide(noun)))
}

function byStatement(
  left: readonly DimensionValue[],
  right: readonly DimensionValue[],
): readonly [DimensionValue, DimensionValue] | null {
  const one = left[0]
  const two = right[0]
  if (!one || !two || left.some(x => right.some(y => x.value === y.value))) return null
  return [one, two]
}
