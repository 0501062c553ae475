import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { type Corners, type Fingerprints, thumbCells } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'

/**
 * Fingerprints in a file, all numbers little-endian, as every machine that Node.js runs on has them: a head of 32-bit numbers (mark, version, thumbs,
 * frames with corners, 1 where their corners follow); frames, scales and cells of the thumbs; frames with corners; how many corners each
 * has, and of each frame their x, y and size and the 256 bits of each.
 */
const mark = 0x50464c53
const version = 1
const headNumbers = 5
const cornerBytes = 4 * (3 + 8)
/** A picture has some 200. */
const mostCornersOfFrame = 4096

/** Writes fingerprints to a new file. */
export function writeFingerprints(path: string, fingerprints: Fingerprints): void {
  const { thumbFrames, thumbs, cornerFrames, corners } = fingerprints
  const file = openSync(path, 'w')
  const put = (array: ArrayBufferView) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
  }
  try {
    put(Uint32Array.of(mark, version, thumbs.count, cornerFrames.length, corners ? 1 : 0))
    for (const each of [thumbFrames, thumbs.scales, thumbs.cells, cornerFrames]) put(each)
    if (!corners) return
    const counts = Uint32Array.from(cornerFrames, (_, n) => corners(n).count)
    put(counts)
    for (let n = 0; n < counts.length; n++) {
      const { x, y, size, bits } = corners(n)
      for (const each of [x, y, size, bits]) put(each)
    }
  } finally {
    closeSync(file)
  }
}

/**
 * Opens fingerprints that were kept; corners are read when they are asked for. Whoever opens them closes them. Throws
 * 'store.failed' when they are not what was kept.
 */
export function openFingerprints(path: string): Fingerprints & Disposable {
  const file = openSync(path, 'r')
  try {
    return { ...fingerprintsIn(file), [Symbol.dispose]: () => closeSync(file) }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function fingerprintsIn(file: number): Fingerprints {
  const { size } = fstatSync(file)
  let at = 0
  const next = <A extends ArrayBufferView>(array: A): A => {
    if (at + array.byteLength > size) throw damaged()
    readAt(file, array, at)
    at += array.byteLength
    return array
  }
  const [found, v, thumbCount = 0, frameCount = 0, hasCorners] = next(new Uint32Array(headNumbers))
  // Bounds before any room is taken: each thumb and frame takes at least so much of the file.
  const isWhole = thumbCount * (8 + thumbCells) + frameCount * 4 <= size
  if (found !== mark || v !== version || !isWhole) throw damaged()
  const thumbFrames = next(new Int32Array(thumbCount))
  const scales = next(new Float32Array(thumbCount))
  const cells = next(new Int8Array(thumbCount * thumbCells))
  const thumbs = { count: thumbCount, cells, scales }
  const cornerFrames = next(new Int32Array(frameCount))
  if (hasCorners !== 1) return { thumbFrames, thumbs, cornerFrames, corners: null }
  const counts = next(new Uint32Array(frameCount))
  const starts = new Float64Array(frameCount + 1).fill(at)
  for (const [n, count] of counts.entries()) {
    if (count > mostCornersOfFrame) throw damaged()
    starts[n + 1] = (starts[n] as number) + count * cornerBytes
  }
  if (starts[frameCount] !== size) throw damaged()
  return {
    ...{ thumbFrames, thumbs, cornerFrames },
    corners: n => cornersIn(file, starts[n] as number, counts[n] as number),
  }
}

function cornersIn(file: number, from: number, count: number): Corners {
  const bytes = new Uint8Array(count * cornerBytes)
  readAt(file, bytes, from)
  const floats = (n: number) => new Float32Array(bytes.buffer, 4 * n * count, count)
  return {
    count,
    x: floats(0),
    y: floats(1),
    size: floats(2),
    bits: new Uint32Array(bytes.buffer, 12 * count, 8 * count),
  }
}

function readAt(file: number, array: ArrayBufferView, from: number): void {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  for (let at = 0; at < bytes.length; ) {
    const got = readSync(file, bytes, at, bytes.length - at, from + at)
    if (got === 0) throw damaged()
    at += got
  }
}

function damaged(): SightlineError {
  return new SightlineError('store.failed', 'expected fingerprints of pictures, found something else')
}
