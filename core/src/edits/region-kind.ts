/** Whether a part of the picture was made unrecognisable or something was drawn over it, by what is left of the recording inside. */
import type { Box } from './affine.ts'
import type { LitFrame } from './differences.ts'
import type { Levels } from './pictures.ts'

export interface RegionTraits {
  /** Standard deviation of the film inside, in grey levels; null where too little of it is seen. */
  readonly spread: number | null
  /** The same of the recording. */
  readonly recorded: number
  /** Likeness of film and recording in means of four by four pixels, -1 to 1. */
  readonly like: number
  /** Detail of the film as a part of the recording's. */
  readonly detail: number
  /** How much the film changes inside from look to look, as a part of what the recording does. */
  readonly change: number
  /** How much the film changes inside from look to look, in grey levels. */
  readonly motion: number
  /** The same where film and recording differ clearly, as a part of what they differ by: what is drawn stays as it is. */
  readonly unrest: number
}

/** `picture` is what may be another picture, if one is found in it: a full box in which nothing of the recording is left, and that does not stay as it is. */
export type RegionKind = 'redaction' | 'overlay' | 'picture' | 'nothing'

/** How a region came to be. */
export interface RegionMake {
  /** Parts of its box that differ, and of those that do nearly always. */
  readonly fill: number
  readonly steadiness: number
  /** The same as `fill` within the sides that it has to the pixel: what is blurred right below an inset is no part of it. */
  readonly filled: number
  /** Of the pixels within the edges of what stands, those that differ. */
  readonly pixels: number
  /** How much it differs, in grey levels. */
  readonly level: number
  readonly isAsRecorded: boolean
  /** The share of the recording's detail that the film has anywhere. */
  readonly usualDetail: number
  readonly seconds: number
  /** Of the frame. */
  readonly share: number
  /** Some of its box has a strong colour that the recording has not. */
  readonly isPainted: boolean
  /** The same pixels have such a colour in nearly all looks. */
  readonly staysPainted: boolean
  /** Whether it moves, and keeps such a colour. */
  readonly movesPainted: () => boolean
}

/** `boxes` is where the part lies in each of `lits`. */
export function regionKind(
  lits: readonly LitFrame[],
  boxes: readonly Box[],
  film: Levels,
  make: RegionMake,
): { readonly kind: RegionKind; readonly traits: RegionTraits } {
  const {
    fill,
    filled,
    pixels,
    isAsRecorded,
    steadiness,
    level,
    usualDetail,
    seconds,
    share,
    isPainted,
    staysPainted,
  } = make
  const traits = traitsOf(lits, boxes, film.width(0))
  // What is as flat in the recording, and hardly of another tone, was not hidden.
  const isFlat =
    traits.spread !== null &&
    traits.spread < 7 &&
    (fill > 0.6 || (traits.spread < oneLevel && pixels > allOfIt)) &&
    // Of an arrow on flat ground the shaft is as flat.
    (pixels > mostOfArrow || traits.recorded > leastToHide) &&
    (level > faintest ||
      (traits.detail < 0.6 * usualDetail &&
        traits.recorded > leastToHide &&
        traits.spread < mostOfOwn * traits.recorded))
  // Squares have edges of their own: of a large part that stays, less has to be gone.
  const most = seconds > shortestBlur && share > largePart ? 0.8 : 0.7
  const isSofter =
    (seconds > shortestBlur || level > boldly / 2) &&
    traits.detail < most * usualDetail &&
    traits.like > 0.8 &&
    fill > 0.4
  // What follows somebody is seen on and off where there is little to hide.
  const isFollowing =
    hasMoved(boxes) &&
    seconds > shortestBlur &&
    traits.detail < 0.55 * usualDetail &&
    traits.like > 0.8 &&
    fill > 0.25
  // A part that is left as it was in a picture that is darkened hides nothing.
  if (isAsRecorded && level > faintest) return { kind: 'overlay', traits }
  // A window or a wall in a tone that the fitted light misses is the recording's own.
  if (isOwnTone(lits, boxes, film.width(0))) return { kind: 'nothing', traits }
  if (share > mostDrawn && isAsLight(traits, usualDetail)) return { kind: 'nothing', traits }
  // What hides is grey, or fills its box: a flat red arrow on a flat road is one that was drawn.
  const isMark = isPainted && fill < 0.9
  const isOwn = isOwnStronger(traits) || (level < boldly && isOwnAsItWas(traits, hasMoved(boxes)))
  if (!isPainted && !staysPainted && share < smallPart && isOwn) return { kind: 'nothing', traits }
  if (!isMark && (isFlat || isSofter || isFollowing))
    return { kind: shinesThrough(lits, boxes, film.width(0)) ? 'overlay' : 'redaction', traits }
  // What is drawn adds edges or takes the place of what was there, and stays as it is; a picture that is laid or timed a little wrong does
  // neither (nor does what too little is seen of to tell), and people who walk elsewhere than in a frame taken for theirs do not stay.
  const isNew =
    (traits.spread !== null && traits.like < 0.5 && (fill > 0.5 || steadiness > 0.5)) ||
    traits.detail > 1.15 + 5 * Math.max(0, traits.like - 0.9) ||
    (steadiness > 0.6 && level > boldly)
  // What is soft or walks by is so for less; paint that stays together is drawn.
  const isSeen = seconds > (level > boldly ? shortestPaint : shortestBlur)
  if (isSeen && (hasMoved(boxes) || level > boldly) && make.movesPainted()) return { kind: 'overlay', traits }
  if (seconds > shortestBlur && isMovingMark(lits, boxes, film.width(0))) return { kind: 'overlay', traits }
  // Paint as light as what it covers is told by its colour.
  const staysAsItIs = traits.unrest < mostUnrest || ((isPainted || staysPainted) && steadiness > 0.6)
  const isDrawn = level > faintest && isNew && staysAsItIs
  if (isDrawn) return { kind: 'overlay', traits }
  const isFull = filled > 0.8 && steadiness > 0.6 && share > largePart && level > boldly && traits.like < 0.6
  return { kind: isFull ? 'picture' : 'nothing', traits }
}

/** Grey levels: thin bright lines that scaling changes differ by up to 5, drawings by 15 and more. */
const faintest = 6
const boldly = 15
/** Grey levels of standard deviation, and pixels of a box: one full of one level is a box, whatever else differs around it. */
const oneLevel = 2
const allOfIt = 0.9
/** Pixels of its box that an arrow takes at most. */
const mostOfArrow = 0.62
/** Grey levels of standard deviation: coding takes the noise of what is as flat. */
const leastToHide = 3
/** Of the recording's, where next to nothing differs: what is as uneven as it was hides nothing. */
const mostOfOwn = 0.8
/** Seconds: people who pass blur for less. */
const shortestBlur = 0.8
const shortestPaint = 0.5
/** Of the frame. */
const largePart = 0.015
/** Drawings showed up to 0.2, letters on a half-transparent ground 0.4. */
const mostUnrest = 0.5
const clearly = 10

/** Of the frame: so much is not drawn over without any of it being lighter or darker. */
const mostDrawn = 0.25
const sameTones = 0.985
const sameDetail = 0.12

/** Whether only colours differ, as where a part of a run is shown in grey. */
function isAsLight({ like, detail }: RegionTraits, usualDetail: number): boolean {
  return like > sameTones && Math.abs(detail - usualDetail) < sameDetail
}

/** Of the frame: a lamp, a branch or a face. */
const smallPart = 0.01
const ownShape = 0.93
const stronger = 1.15

/** Whether the recording's own thing is there in more contrast: one that lights up, or sways, as it did at another time. */
function isOwnStronger({ like, spread, recorded }: RegionTraits): boolean {
  return like > ownShape && spread !== null && spread > stronger * recorded
}

const sameShape = 0.98
const sameContrast = 0.15

/** Of what moves, in a thin piece of which a part of a pixel is much; and the grey levels of spread that make a thing of it. */
const likeEnough = 0.6
const clearThing = 20

/** Whether it is there as it was, laid a little wrong: the lines of a road are of one tone and move with the camera. */
function isOwnAsItWas({ like, spread, recorded }: RegionTraits, isMoving: boolean): boolean {
  if (spread === null || Math.abs(spread / recorded - 1) > sameContrast) return false
  return like > sameShape || (isMoving && like > likeEnough && recorded > clearThing)
}

/** Contrast that a half-transparent tone leaves, by how much that of details may differ from that of what is large, and how well details agree. */
const leastThrough = 0.15
const mostThrough = 0.82
const contrastAlike = 0.25
const detailsAgree = 0.75
const mostlyAgree = 0.95
/** Squared grey levels: from pixel to pixel less is noise, and at large less is flat. */
const leastSteps = 4
const leastContrast = 20

/** Whether all that the recording has there is seen, large things and details weaker by one share: a tone was laid over it that hides nothing. A blur leaves what is large as it was. */
function shinesThrough(lits: readonly LitFrame[], boxes: readonly Box[], width: number): boolean {
  const seen: number[] = []
  const shown: number[] = []
  const steps = { film: [] as number[], raw: [] as number[] }
  for (const [k, { film, raw }] of lits.entries()) {
    const [x, y, w, h] = boxes[k] as Box
    // Of a filled ellipse the corners of its box are bare.
    const inset = Math.max(2, Math.floor(Math.min(w, h) / 6))
    for (let top = y + inset; top + block <= y + h - inset; top += block)
      for (let left = x + inset; left + block <= x + w - inset; left += block) {
        const at = top * width + left
        addBlock(film, raw, width, at, seen, shown)
        if (Math.min(raw[at] as number, raw[at + 2] as number) < 0) continue
        steps.film.push((film[at + 2] as number) - (film[at] as number))
        steps.raw.push((raw[at + 2] as number) - (raw[at] as number))
      }
  }
  const large = slopeOf(shown, seen)
  const fine = slopeOf(steps.raw, steps.film)
  if (large.power < leastContrast || large.agreed < mostlyAgree) return false
  if (large.slope < leastThrough || large.slope > mostThrough) return false
  return (
    fine.power < leastSteps ||
    (Math.abs(fine.slope / large.slope - 1) < contrastAlike && fine.agreed > detailsAgree)
  )
}

/** How much one row of numbers changes with another, how well (correlation), and the variance of the other. */
function slopeOf(of: readonly number[], to: readonly number[]) {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length)
  const [m, n] = [mean(of), mean(to)]
  let [both, own, other] = [0, 0, 0]
  for (const [k, each] of of.entries()) {
    const [a, b] = [each - m, (to[k] as number) - n]
    both += a * b
    own += a * a
    other += b * b
  }
  return {
    slope: both / Math.max(1e-9, own),
    agreed: both / Math.sqrt(Math.max(1e-9, own * other)),
    power: own / Math.max(1, of.length),
  }
}

const block = 4

export function traitsOf(lits: readonly LitFrame[], boxes: readonly Box[], width: number): RegionTraits {
  details.fill(0)
  const spreads: number[] = []
  const recorded: number[] = []
  const likes: number[] = []
  let before: { readonly film: readonly number[]; readonly raw: readonly number[] } | null = null
  let [filmChange, rawChange] = [0, 0]
  const motions: number[] = []
  // Where it is is known to a few pixels.
  const isMoving = hasMoved(boxes)
  for (const [k, { film, raw }] of lits.entries()) {
    const [x, y, w, h] = boxes[k] as Box
    const least = Math.min(w, h)
    const inset = isMoving
      ? Math.min(Math.max(2, Math.floor(least / 6)), Math.floor(least / 4))
      : insetOf(boxes[k] as Box)
    const pixels: number[] = []
    const owns: number[] = []
    for (let row = y + inset; row < y + h - inset; row++)
      addRow(film, raw, width, row * width + x + inset, w - 2 * inset, pixels, owns)
    if (pixels.length < 12) continue
    spreads.push(deviation(pixels))
    recorded.push(deviation(owns))
    const seen: number[] = []
    const shown: number[] = []
    for (let top = y; top + block <= y + h; top += block)
      for (let at = top * width + x; at + block <= top * width + x + w; at += block)
        addBlock(film, raw, width, at, seen, shown)
    likes.push(likeness(seen, shown))
    if (before && before.film.length === seen.length) {
      const earlier = filmChange
      for (const [n, value] of seen.entries()) {
        filmChange += Math.abs(value - (before.film[n] as number))
        rawChange += Math.abs((shown[n] as number) - (before.raw[n] as number))
      }
      motions.push((filmChange - earlier) / Math.max(1, seen.length))
    }
    before = { film: seen, raw: shown }
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
  return {
    spread: spreads.length === 0 ? null : middle(spreads),
    recorded: middle(recorded),
    like: middle(likes),
    detail: (details[1] as number) / Math.max(1, details[0] as number),
    change: filmChange / Math.max(1, rawChange),
    motion: middle(motions),
    unrest: unrestOf(lits, boxes, width),
  }
}

/** Of the recording and of the film: steps from pixels to those beside and below them. */
const details = new Float64Array(2)

/** Adds the pixels of a row that are known, and their details. In a function of its own, as all that is done to each pixel: else it is compiled while it runs, with all around it. */
function addRow(
  film: Uint8Array,
  raw: Float32Array,
  width: number,
  start: number,
  count: number,
  pixels: number[],
  owns: number[],
): void {
  let own = details[0] as number
  let left = details[1] as number
  for (let at = start; at < start + count; at++) {
    const f = film[at] as number
    const r = raw[at] as number
    const next = raw[at + 1] as number
    const under = raw[at + width] as number
    if (r < 0 || next < 0 || under < 0) continue
    pixels.push(f)
    owns.push(r)
    own += Math.abs(next - r) + Math.abs(under - r)
    left += Math.abs((film[at + 1] as number) - f) + Math.abs((film[at + width] as number) - f)
  }
  details[0] = own
  details[1] = left
}

/** Adds the means of what is known of a block. */
function addBlock(
  film: Uint8Array,
  raw: Float32Array,
  width: number,
  start: number,
  seen: number[],
  shown: number[],
): void {
  let f = 0
  let r = 0
  let count = 0
  for (let y = 0, line = start; y < block; y++, line += width)
    for (let at = line; at < line + block; at++) {
      if ((raw[at] as number) < 0) continue
      f += film[at] as number
      r += raw[at] as number
      count++
    }
  if (count === 0) return
  seen.push(f / count)
  shown.push(r / count)
}

/** Of looks in which a pixel has to differ clearly to be of what is drawn, and how many such there have to be. */
const nearlyAll = 0.75
const fewestPixels = 10
/** Pixels of a drawn frame's shorter side, and of its sides those that differ. */
const leastFrame = 10
const mostOfSides = 0.4

/** Whether a pixel is known in all looks, and differs clearly in nearly all of them. */
function isClearIn(lits: readonly LitFrame[], at: number): boolean {
  let clear = 0
  for (const { film, raw } of lits) {
    const recorded = raw[at] as number
    if (recorded < 0) return false
    if (Math.abs((film[at] as number) - recorded) > clearly) clear++
  }
  return clear >= nearlyAll * lits.length
}

/** How much the pixels that differ in nearly all looks change from look to look, as a part of what they differ by; 1 where there are none, or it moves. */
function unrestOf(lits: readonly LitFrame[], boxes: readonly Box[], width: number): number {
  const [box] = boxes
  if (!box || hasMoved(boxes)) return 1
  const [, , w, h] = box
  const inside = unrestIn(lits, box, width, insetOf(box))
  if (inside.pixels >= fewestPixels) return inside.unrest
  // The line of a frame that is drawn around a place lies at the sides of its box, all of it.
  const whole = unrestIn(lits, box, width, 0)
  return Math.min(w, h) > leastFrame && whole.pixels > mostOfSides * 2 * (w + h) ? whole.unrest : 1
}

function unrestIn(
  lits: readonly LitFrame[],
  [x0, y0, w, h]: Box,
  width: number,
  inset: number,
): { readonly unrest: number; readonly pixels: number } {
  let [unrest, apart, pixels] = [0, 0, 0]
  for (let y = y0 + inset; y < y0 + h - inset; y++)
    for (let x = x0 + inset, at = y * width + x; x < x0 + w - inset; x++, at++) {
      if (!isClearIn(lits, at)) continue
      pixels++
      for (let k = 1; k < lits.length; k++) {
        const now = lits[k] as LitFrame
        const seen = now.film[at] as number
        unrest += Math.abs(seen - ((lits[k - 1] as LitFrame).film[at] as number))
        apart += Math.abs(seen - (now.raw[at] as number))
      }
    }
  return { unrest: unrest / Math.max(1, apart), pixels }
}

/** Grey levels by which pixels of a mark that moves differ at least, and their standard deviation at most, of a thin ring over light and dark too; parts of them that tell its tone, and that are all lighter or all darker. */
const markApart = 18
const oneTone = 12
const ringTones = 30
/** Of the middle of what moves, two fifths of it wide and high: a ring leaves it as it was. */
const hollow = 0.1
const toldBy = 0.4
const oneSided = 0.9
/** Of looks in which it is seen, and of cells that two looks one after the other share. */
const seenIn = 0.8
const sameCells = 0.5
const fewestLooks = 5

/** Whether what moves keeps one tone and one shape, as a ring or an arrow that follows somebody does: people have several tones, and step. */
export function isMovingMark(lits: readonly LitFrame[], boxes: readonly Box[], width: number): boolean {
  if (!hasMoved(boxes) || lits.length < fewestLooks) return false
  const tones: number[] = []
  const shapes: ReadonlySet<number>[] = []
  let [lighter, all, inMiddle, middle] = [0, 0, 0, 0]
  for (const [k, { film, raw }] of lits.entries()) {
    const [x0, y0, w, h] = boxes[k] as Box
    const clear: { readonly off: number; readonly tone: number }[] = []
    const counts = new Map<number, number>()
    for (let y = Math.max(0, y0); y < y0 + h; y++)
      for (let x = Math.max(0, x0); x < Math.min(width, x0 + w); x++) {
        const at = y * width + x
        if (((raw[at] ?? -1) as number) < 0) continue
        const off = (film[at] as number) - (raw[at] as number)
        const isMiddle = Math.abs(x + 0.5 - x0 - w / 2) < w / 5 && Math.abs(y + 0.5 - y0 - h / 2) < h / 5
        if (isMiddle) middle++
        if (Math.abs(off) < markApart) continue
        if (isMiddle) inMiddle++
        clear.push({ off: Math.abs(off), tone: film[at] as number })
        if (off > 0) lighter++
        all++
        const place = Math.floor((y - y0) / block) * width + Math.floor((x - x0) / block)
        counts.set(place, (counts.get(place) ?? 0) + 1)
      }
    if (clear.length < fewestPixels) continue
    const strong = clear.sort((a, b) => b.off - a.off).slice(0, Math.ceil(toldBy * clear.length))
    tones.push(...strong.map(({ tone }) => tone))
    shapes.push(new Set([...counts].flatMap(([place, count]) => (count > 1 ? [place] : []))))
  }
  const isRing = inMiddle < hollow * middle
  if (shapes.length < Math.max(fewestLooks, seenIn * lits.length)) return false
  if (deviation(tones) > (isRing ? ringTones : oneTone)) return false
  if (Math.max(lighter, all - lighter) < oneSided * all) return false
  const shared = shapes.slice(1).map((now, k) => {
    const before = shapes[k] as ReadonlySet<number>
    const both = [...now].filter(place => before.has(place)).length
    return both / Math.max(1, now.size + before.size - both)
  })
  const likeness = shared.toSorted((a, b) => a - b)[shared.length >> 1] ?? 0
  return likeness > sameCells && !isOwnBeside(lits, boxes, width)
}

/** How like the recording's things are that a camera moves over, laid up to a pixel wrong and in other light; with drawn marks this came to 0.5 at most. */
const ownLines = 0.8

/** Whether the recording has there what differs, in another contrast or a pixel beside its place, as the dashes of a road: held against each other around what differs, look by look. */
function isOwnBeside(lits: readonly LitFrame[], boxes: readonly Box[], width: number): boolean {
  const likest = lits.flatMap(({ film, raw }, k) => {
    const around = aroundClear(film, raw, boxes[k] as Box, width)
    if (around.length < fewestPixels) return []
    const shown = around.map(at => film[at] as number)
    const shifts = [-width, 0, width].flatMap(row => [row - 1, row, row + 1])
    return [
      Math.max(
        ...shifts.map(
          shift =>
            slopeOf(
              around.map(at => raw[at + shift] as number),
              shown,
            ).agreed,
        ),
      ),
    ]
  })
  return (likest.toSorted((a, b) => a - b)[likest.length >> 1] ?? 0) > ownLines
}

/** The pixels of a box that differ clearly and those next to them, as far as the recording is seen around them. */
function aroundClear(
  film: LitFrame['film'],
  raw: LitFrame['raw'],
  [x0, y0, w, h]: Box,
  width: number,
): readonly number[] {
  const found = new Set<number>()
  const height = raw.length / width
  for (let y = Math.max(0, y0); y < Math.min(height, y0 + h); y++)
    for (let x = Math.max(0, x0); x < Math.min(width, x0 + w); x++) {
      const at = y * width + x
      if ((raw[at] as number) < 0 || Math.abs((film[at] as number) - (raw[at] as number)) < markApart)
        continue
      for (let down = -2; down <= 2; down++)
        for (let across = -2; across <= 2; across++)
          if (x + across > 0 && x + across < width - 1 && y + down > 0 && y + down < height - 1)
            found.add(at + down * width + across)
    }
  return [...found].filter(at =>
    [-width - 1, -width + 1, width - 1, width + 1].every(step => (raw[at + step] as number) >= 0),
  )
}

/** Grey levels: of what is flat, and by which a thing stands out of what is around it in the recording. */
const evenTone = 7
const standsOut = 12
/** Pixels from a side of a box to what is in it, in a small one at least, and to what is around it. */
const inward = 3
const leastInward = 2
const outward = 3

/** Whether what differs is a thing of the recording's, as flat there, with edges where the box has its sides: nothing was laid over it. */
function isOwnTone(lits: readonly LitFrame[], boxes: readonly Box[], width: number): boolean {
  const at = lits.length >> 1
  const lit = lits[at]
  const box = boxes[at]
  if (!lit || !box || hasMoved(boxes)) return false
  const [x0, y0, w, h] = box
  const inset = Math.min(inward, Math.floor(Math.min(w, h) / 4))
  if (inset < leastInward) return false
  const pixels = (plane: ArrayLike<number>, [x, y, across, down]: Box) => {
    const out: number[] = []
    for (let row = Math.max(0, y); row < y + down; row++)
      for (let column = Math.max(0, x); column < Math.min(width, x + across); column++) {
        const p = row * width + column
        if (((lit.raw[p] ?? -1) as number) >= 0) out.push(plane[p] as number)
      }
    return out
  }
  const inside: Box = [x0 + inset, y0 + inset, w - 2 * inset, h - 2 * inset]
  const [own, shown] = [pixels(lit.raw, inside), pixels(lit.film, inside)]
  if (own.length < 9 || deviation(own) > evenTone || deviation(shown) > evenTone) return false
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  const sides: readonly Box[] = [
    [x0, y0 - outward - 1, w, 2],
    [x0, y0 + h + outward - 1, w, 2],
    [x0 - outward - 1, y0, 2, h],
    [x0 + w + outward - 1, y0, 2, h],
  ]
  const seen = sides.flatMap(side => {
    const [recorded, film] = [pixels(lit.raw, side), pixels(lit.film, side)]
    return recorded.length > 4 ? [[mean(recorded) - mean(own), mean(film) - mean(shown)] as const] : []
  })
  // Darker than its surroundings or lighter than they, in both.
  const alike = seen.filter(([recorded, film]) => Math.abs(recorded) > standsOut && recorded * film > 0)
  return seen.length > 1 && alike.length === seen.length
}

function hasMoved(boxes: readonly Box[]): boolean {
  return boxes.some(each => each.some((value, side) => value !== boxes[0]?.[side]))
}

/** Pixels at the sides of a box that may be of what is beside it. */
function insetOf([, , w, h]: Box): number {
  return Math.min(w, h) > 12 ? 2 : 1
}

function deviation(values: readonly number[]): number {
  const mean = sumOf(values) / values.length
  let squares = 0
  for (let n = 0; n < values.length; n++) {
    const off = (values[n] as number) - mean
    squares += off * off
  }
  return Math.sqrt(squares / values.length)
}

function sumOf(values: readonly number[]): number {
  let sum = 0
  for (let n = 0; n < values.length; n++) sum += values[n] as number
  return sum
}

function likeness(one: readonly number[], two: readonly number[]): number {
  const count = one.length
  const m = sumOf(one) / count
  const n = sumOf(two) / count
  let both = 0
  let a = 0
  let b = 0
  for (let at = 0; at < count; at++) {
    const x = (one[at] as number) - m
    const y = (two[at] as number) - n
    both += x * y
    a += x * x
    b += y * y
  }
  return both / Math.sqrt((a + count) * (b + count))
}
