/** A part of a film's picture over some of its frames, as a film of its own. */
import { type Affine, type Box, composed } from './affine.ts'
import { type Edit, scaled } from './kinds.ts'
import { Pairing } from './pairing.ts'
import { Levels, type Pictures } from './pictures.ts'
import type { Segment } from './segments.ts'
import type { Shot } from './shots.ts'

export interface FilmPart {
  readonly film: Levels
  readonly part: Levels
  /** Where it lies, in pixels of the film's detail picture, all even: colour is kept at half the size. */
  readonly box: Box
  readonly from: number
}

/** `box` is made smaller to even pixels where it is not. */
export function partOfFilm(film: Levels, box: Box, { from, to }: Shot): FilmPart {
  const [left, top] = [2 * Math.ceil(box[0] / 2), 2 * Math.ceil(box[1] / 2)]
  const width = 2 * Math.floor((box[0] + box[2] - left) / 2)
  const height = 2 * Math.floor((box[1] + box[3] - top) / 2)
  const even: Box = [left, top, width, height]
  const { pictures } = film
  const [, , fullWidth, fullHeight] = scaled(even, film)
  const part: Pictures = {
    width,
    height,
    fullWidth,
    fullHeight,
    kernels: film.kernels,
    count: to - from,
    times: pictures.times.subarray(from, to + 1),
    luma: frame => cut(film.at(from + frame, 0), film.width(0), even),
    colour: frame => {
      const planes = pictures.colour(from + frame)
      const half = even.map(each => each >> 1) as unknown as Box
      const size = film.width(1) * film.height(1)
      const both = new Uint8Array(2 * half[2] * half[3])
      both.set(cut(planes.subarray(0, size), film.width(1), half))
      both.set(cut(planes.subarray(size), film.width(1), half), half[2] * half[3])
      return both
    },
  }
  return { film, part: new Levels(part), box: even, from }
}

function cut(plane: Uint8Array, across: number, [x, y, w, h]: Box): Uint8Array {
  const out = new Uint8Array(w * h)
  for (let row = 0; row < h; row++)
    out.set(plane.subarray((y + row) * across + x, (y + row) * across + x + w), row * w)
  return out
}

/** A run of a part as a run of the film. */
export function segmentInFilm(segment: Segment, { film, box, from }: FilmPart): Segment {
  const { track } = segment
  const { pairing } = track
  const moved = (map: Affine) => composed([1, 0, box[0], 0, 1, box[1]], map)
  const [x, y, w, h] = pairing.box
  return {
    ...segment,
    from: segment.from + from,
    to: segment.to + from,
    maps: segment.maps.map(moved),
    track: {
      ...track,
      from: track.from + from,
      to: track.to + from,
      maps: track.maps.map(moved),
      pairing: new Pairing(film, pairing.raw, moved(pairing.map), [x + box[0], y + box[1], w, h]),
    },
  }
}

/** What was done to a part, told of the film. */
export function editInFilm(edit: Edit, { film, box, from }: FilmPart): Edit {
  const [x, y] = scaled(box, film)
  return {
    ...edit,
    start: edit.start + from,
    end: edit.end + from,
    ...(edit.region
      ? { region: [edit.region[0] + x, edit.region[1] + y, edit.region[2], edit.region[3]] }
      : {}),
    ...(edit.follows
      ? { follows: edit.follows.map(([n, px, py, w, h]) => [n + from, px + x, py + y, w, h] as const) }
      : {}),
  }
}
