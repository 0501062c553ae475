/** What is told of both parts of a split screen, as of one picture. */
import { type Box, enclosing, overlapOf } from './affine.ts'
import { type Edit, scaled } from './kinds.ts'
import type { Levels } from './pictures.ts'

/** Parts of one drawing are this near to the seam, and to each other, in pixels of the detail picture and in frames. */
const nearSeam = 6
const sameTime = 0.5
const mostlyWithin = 0.8
/** Sides of a panel that goes over the seam, in pixels of the detail picture, and its times are the same in both parts. */
const sameSide = 3
const samePanel = 0.9

/** What was done to both parts is told once; what is drawn over the seam is one drawing. */
export function acrossTheSeam(one: readonly Edit[], two: readonly Edit[], film: Levels): readonly Edit[] {
  // A run that was found in pieces may say so in pieces.
  const rest = two.filter(edit => !one.some(other => isWithin(edit, other)))
  const first = one.map((edit): Edit => {
    const at = rest.findIndex(other => isSame(edit, other, film) || isPanel(edit, other, film))
    if (at < 0) return edit
    const [other] = rest.splice(at, 1) as [Edit]
    const kind = edit.kind === other.kind ? edit.kind : 'overlay'
    const both = { kind, start: Math.min(edit.start, other.start), end: Math.max(edit.end, other.end) }
    if (!edit.region || !other.region) return { ...edit, ...both }
    const { follows: _, ...still } = edit
    return { ...still, ...both, region: enclosing(edit.region, other.region) }
  })
  return [...first, ...rest]
}

function isWithin(edit: Edit, other: Edit): boolean {
  const both = Math.min(edit.end, other.end) - Math.max(edit.start, other.start)
  return edit.kind === other.kind && !edit.region && both > mostlyWithin * (edit.end - edit.start)
}

function isSame(one: Edit, two: Edit, film: Levels): boolean {
  return one.kind === two.kind && isAtOnce(one, two, sameTime) && doTouch(one, two, film)
}

/** A panel with text in one part and none in the other: there it is like a box that hides. */
function isPanel(one: Edit, two: Edit, film: Levels): boolean {
  const kinds = [one.kind, two.kind]
  if (!kinds.includes('overlay') || !kinds.includes('redaction') || !one.region || !two.region) return false
  const [most] = scaled([sameSide, 0, 0, 0], film)
  const [a, b] = [one.region, two.region]
  const isAsLong = (side: 0 | 1) =>
    Math.abs(a[side] - b[side]) <= most &&
    Math.abs(a[side] + a[(side + 2) as 2 | 3] - b[side] - b[(side + 2) as 2 | 3]) <= most
  return isAtOnce(one, two, samePanel) && doTouch(one, two, film) && (isAsLong(0) || isAsLong(1))
}

function isAtOnce(one: Edit, two: Edit, share: number): boolean {
  const both = Math.min(one.end, two.end) - Math.max(one.start, two.start)
  return both >= share * Math.max(one.end - one.start, two.end - two.start)
}

function doTouch(one: Edit, two: Edit, film: Levels): boolean {
  if (!one.region || !two.region) return true
  const [near] = scaled([nearSeam, 0, 0, 0], film)
  return overlapOf(grown(one.region, near), grown(two.region, near)) > 0
}

function grown([x, y, w, h]: Box, by: number): Box {
  return [x - by, y - by, w + 2 * by, h + 2 * by]
}
