/** Runs in which only an inset was found: what it is set into is looked for without it. */
import { type Box, mappedBox } from './affine.ts'
import { asSeen, byColour } from './by-colour.ts'
import { type MappedFilm, mapFilm } from './map-film.ts'
import { type FilmPart, partOfFilm, segmentInFilm } from './part-of-film.ts'
import { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
import type { Segment } from './segments.ts'
import type { Shot } from './shots.ts'

/** Shares of the frame: an inset takes less, and what it is set into more. */
const mostInset = 0.4
const leastMain = 0.6
/** Of the run's frames. */
const leastFound = 0.5
/** Standard deviation, in grey levels, of what lies around the box: bars have less. */
const leastAround = 4
/** Pixels around an inset that scaling and coding smear. */
const smeared = 2

/** A bright inset in a dark picture is all that its frames are known by: such runs show the picture around it, if that is found. */
export function withMainPictures(
  { segments, rivals }: MappedFilm,
  film: Levels,
  references: readonly Reference[],
  isCancelled: () => boolean,
): MappedFilm {
  const found = segments.map((segment, n): MappedFilm => {
    const box = shownIn(segment, film)
    const share = (box[2] * box[3]) / (film.width(0) * film.height(0))
    const own = { segments: [segment], rivals: [rivals[n] ?? []] }
    if (share > mostInset) return own
    const around = mappedAround(box, segment, film, references, isCancelled)
    if (around) return around
    for (const [raw, reference] of references.entries()) {
      const coloured = byColour(film, reference)
      const seen = coloured && mappedAround(box, segment, coloured.film, [coloured.reference], isCancelled)
      if (seen)
        return { ...seen, segments: seen.segments.map(each => asSeen(each, film, raw, reference.levels)) }
    }
    return own
  })
  return { segments: found.flatMap(each => each.segments), rivals: found.flatMap(each => each.rivals) }
}

/** What lies around a box over a stretch, where it is a picture and found. */
function mappedAround(
  box: Box,
  stretch: Shot,
  film: Levels,
  references: readonly Reference[],
  isCancelled: () => boolean,
): MappedFilm | null {
  const { from, to } = stretch
  if (!isPictured(film, (from + to) >> 1, box)) return null
  const part = without(partOfFilm(film, [0, 0, film.width(0), film.height(0)], stretch), box)
  const around = mapFilm(part.part, references, [], isCancelled)
  const isMain = ({ track }: Segment) => track.pairing.coverage > leastMain
  const frames = around.segments.reduce((sum, each) => sum + (isMain(each) ? each.to - each.from : 0), 0)
  if (frames <= leastFound * (to - from) || !around.segments.every(isMain)) return null
  return { segments: around.segments.map(each => segmentInFilm(each, part)), rivals: around.rivals }
}

/** Where a run's recording lies in the film's picture. */
function shownIn({ maps, track: { pairing } }: Segment, film: Levels): Box {
  const map = maps[maps.length >> 1] ?? pairing.map
  const [x, y, w, h] = mappedBox(map, [0, 0, pairing.raw.width(0), pairing.raw.height(0)])
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))]
  return [
    left,
    top,
    Math.min(film.width(0), Math.round(x + w)) - left,
    Math.min(film.height(0), Math.round(y + h)) - top,
  ]
}

/** Whether what lies around a box is a picture. */
function isPictured(film: Levels, frame: number, box: Box): boolean {
  const { mean, squares } = aroundOf(film.at(frame, 0), film.width(0), box)
  return Math.sqrt(Math.max(0, squares - mean * mean)) > leastAround
}

function aroundOf(
  luma: Uint8Array,
  width: number,
  [x, y, w, h]: Box,
): { readonly mean: number; readonly squares: number } {
  let [sum, squares, count] = [0, 0, 0]
  for (let at = 0; at < luma.length; at++) {
    const [px, py] = [at % width, Math.floor(at / width)]
    const isBeside = px >= x - smeared && px < x + w + smeared && py >= y - smeared && py < y + h + smeared
    if (isBeside) continue
    sum += luma[at] as number
    squares += (luma[at] as number) ** 2
    count++
  }
  return { mean: sum / Math.max(1, count), squares: squares / Math.max(1, count) }
}

/** The same with the tone of what is around a box in it. */
function without(part: FilmPart, [x, y, w, h]: Box): FilmPart {
  const { pictures } = part.part
  const { width, height } = pictures
  const [left, right] = [Math.max(0, x - smeared), Math.min(width, x + w + smeared)]
  const [top, low] = [Math.max(0, y - smeared), Math.min(height, y + h + smeared)]
  return {
    ...part,
    part: new Levels({
      ...pictures,
      luma: frame => {
        const luma = pictures.luma(frame).slice()
        const { mean } = aroundOf(luma, width, [x, y, w, h])
        for (let row = top; row < low; row++) luma.fill(mean, row * width + left, row * width + right)
        return luma
      },
    }),
  }
}
