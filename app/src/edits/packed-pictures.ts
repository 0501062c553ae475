import { readSync, writeSync } from 'node:fs'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Pictures } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'

/**
 * Small pictures kept without loss in a fifth of their size, measured over moving and standing cameras: a group of frames at a time,
 * each told by what differs from the frame before it, or from the pixel to its left where that is less, then compressed by zstd.
 */
export interface Packed {
  readonly group: number
  /** Bytes of each part of the file: of each group its luma, then its chroma. */
  readonly parts: readonly number[]
}

/** More frames take less room, and looking up one of them takes longer: 12 cost 2 % of room against 16. */
export const framesInGroup = 12
/** The fastest: higher ones made these differences no smaller. */
const params = { [constants.ZSTD_c_compressionLevel]: 1 }

const fromBefore = 0
const fromLeft = 1

interface Size {
  readonly width: number
  readonly height: number
}

const lumaOf = ({ width, height }: Size) => width * height
const chromaOf = ({ width, height }: Size) => 2 * (width >> 1) * (height >> 1)

/** Adds pictures to an open file, group by group. */
export class PackedWriter {
  readonly #file: number
  readonly #size: Size
  readonly #held: Uint8Array[] = []
  readonly #parts: number[] = []

  constructor(file: number, size: Size) {
    this.#file = file
    this.#size = size
  }

  /** Luma of one picture and then its chroma; copied, so that the array can be filled anew. */
  add(picture: Uint8Array): void {
    this.#held.push(picture.slice())
    if (this.#held.length === framesInGroup) this.#flush()
  }

  finish(): Packed {
    this.#flush()
    return { group: framesInGroup, parts: this.#parts }
  }

  #flush(): void {
    const held = this.#held.splice(0)
    if (held.length === 0) return
    const luma = lumaOf(this.#size)
    this.#write(packed(held.map(each => each.subarray(0, luma))))
    this.#write(packed(held.map(each => each.subarray(luma))))
  }

  #write(part: Uint8Array): void {
    for (let at = 0; at < part.length; ) at += writeSync(this.#file, part, at)
    this.#parts.push(part.length)
  }
}

/** How each plane was told, one byte each, and then the planes. */
function packed(planes: readonly Uint8Array[]): Uint8Array {
  const length = planes[0]?.length ?? 0
  const out = new Uint8Array(planes.length * (length + 1))
  for (const [n, plane] of planes.entries()) {
    const before = planes[n - 1]
    const how = before && isNearer(plane, before) ? fromBefore : fromLeft
    out[n] = how
    const to = out.subarray(planes.length + n * length, planes.length + (n + 1) * length)
    if (before && how === fromBefore)
      for (let at = 0; at < length; at++) to[at] = (plane[at] as number) - (before[at] as number)
    else {
      to[0] = plane[0] as number
      for (let at = 1; at < length; at++) to[at] = (plane[at] as number) - (plane[at - 1] as number)
    }
  }
  return zstdCompressSync(out, { params })
}

/** Whether the plane before it foretells a plane better than its own pixels do, by every thirteenth of them. */
function isNearer(plane: Uint8Array, before: Uint8Array): boolean {
  let time = 0
  let space = 0
  for (let at = 1; at < plane.length; at += 13) {
    const value = plane[at] as number
    time += Math.abs(value - (before[at] as number))
    space += Math.abs(value - (plane[at - 1] as number))
  }
  return time <= space
}

/** Groups that are kept unpacked: whoever looks at a frame looks at its neighbours next. */
const keptGroups = 3

/** Reads packed pictures from an open file. Throws 'store.failed' where it holds something else. */
export function packedPicturesIn(
  file: number,
  size: Size & { readonly count: number },
  { group, parts }: Packed,
): Pick<Pictures, 'luma' | 'colour'> {
  const starts = [0]
  for (const [n, length] of parts.entries()) starts.push((starts[n] as number) + length)
  const planesOf = (part: 0 | 1, length: number) => {
    const kept = new Map<number, Uint8Array>()
    const unpackedGroup = (at: number): Uint8Array => {
      const known = kept.get(at)
      if (known) return known
      const from = starts[2 * at + part]
      const bytes = parts[2 * at + part]
      if (from === undefined || bytes === undefined)
        throw new SightlineError('store.failed', 'expected packed pictures, found fewer than were kept')
      const made = unpacked(readPart(file, from, bytes), Math.min(group, size.count - at * group), length)
      for (const oldest of kept.keys()) {
        if (kept.size < keptGroups) break
        kept.delete(oldest)
      }
      kept.set(at, made)
      return made
    }
    return (frame: number) => {
      const at = Math.floor(frame / group)
      const first = (frame - at * group) * length
      // A copy: whoever keeps one frame keeps no group.
      return unpackedGroup(at).slice(first, first + length)
    }
  }
  return { luma: planesOf(0, lumaOf(size)), colour: planesOf(1, chromaOf(size)) }
}

function readPart(file: number, from: number, length: number): Uint8Array {
  const part = new Uint8Array(length)
  for (let at = 0; at < length; ) {
    const got = readSync(file, part, at, length - at, from + at)
    if (got === 0)
      throw new SightlineError('store.failed', 'expected packed pictures, and the file ends before them')
    at += got
  }
  return part
}

function unpacked(part: Uint8Array, count: number, length: number): Uint8Array {
  const told = unzipped(part, count * (length + 1))
  const out = new Uint8Array(count * length)
  for (let n = 0; n < count; n++) {
    const from = count + n * length
    const to = n * length
    if (told[n] === fromBefore && n > 0)
      for (let at = 0; at < length; at++)
        out[to + at] = (told[from + at] as number) + (out[to - length + at] as number)
    else {
      out[to] = told[from] as number
      for (let at = 1; at < length; at++)
        out[to + at] = (told[from + at] as number) + (out[to + at - 1] as number)
    }
  }
  return out
}

function unzipped(part: Uint8Array, expected: number): Uint8Array {
  let told: Uint8Array
  try {
    told = zstdDecompressSync(part, { maxOutputLength: expected })
  } catch (cause) {
    throw new SightlineError('store.failed', 'expected packed pictures, found something else', { cause })
  }
  if (told.length !== expected)
    throw new SightlineError(
      'store.failed',
      `expected ${expected} bytes of packed pictures, found ${told.length}`,
    )
  return told
}
