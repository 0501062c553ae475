import { mixOf, type PictureMap, warp } from '@sightline/core/conform'

/** A picture of the proof: luma, and chroma at half the size (4:2:0). */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly luma: Uint8Array
  readonly u: Uint8Array
  readonly v: Uint8Array
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Bytes of one picture; both sides are even. */
export function yuvBytes({ width, height }: Size): number {
  return (width * height * 3) / 2
}

/** The planes of a picture as ffmpeg writes them one after another. */
export function pictureIn(bytes: Uint8Array, { width, height }: Size): Picture {
  const luma = width * height
  const chroma = luma >> 2
  return {
    ...{ width, height, luma: bytes.subarray(0, luma) },
    u: bytes.subarray(luma, luma + chroma),
    v: bytes.subarray(luma + chroma, luma + 2 * chroma),
  }
}

/** A grey picture: black, or as bright as something is apart, four times over so that little is seen too. */
export function blankPicture({ width, height }: Size, apart: Uint8Array | null): Picture {
  const chroma = (width * height) >> 2
  return {
    ...{ width, height },
    luma: apart ? apart.map(value => Math.min(235, 16 + 4 * value)) : new Uint8Array(width * height).fill(16),
    u: new Uint8Array(chroma).fill(128),
    v: new Uint8Array(chroma).fill(128),
  }
}

/** Lays a picture into another where a map between them says, and notes which pixels it reaches. */
export function laidInto(
  into: Picture,
  from: Picture,
  map: PictureMap,
  reached: Uint8Array,
  box: readonly number[] | null,
): void {
  const whole = box ? ([box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0] as const) : null
  const plane = ({ width, height }: Size, values: Uint8Array, halves: 1 | 2) => ({
    values,
    width: width / halves,
    height: height / halves,
  })
  warp(plane(from, from.luma, 1), map, plane(into, into.luma, 1), reached, whole)
  // At half the size of both, only the shift is halved.
  const [a, b, c, d, e, f] = map
  const half: PictureMap = [a, b, c / 2, d, e, f / 2]
  const halfBox = whole ? ([whole[0] / 2, whole[1] / 2, whole[2] / 2, whole[3] / 2] as const) : null
  for (const part of ['u', 'v'] as const)
    warp(plane(from, from[part], 2), half, plane(into, into[part], 2), new Uint8Array(into.u.length), halfBox)
}

/** Two pictures mixed as far as the film's own luma says that they are. */
export function mixedWith(one: Picture, two: Picture, film: Uint8Array): Picture {
  const share = mixOf(film, one.luma, two.luma)
  const mix = (a: Uint8Array, b: Uint8Array) =>
    a.map((value, n) => Math.round(share * value + (1 - share) * (b[n] as number)))
  return { ...one, luma: mix(one.luma, two.luma), u: mix(one.u, two.u), v: mix(one.v, two.v) }
}
