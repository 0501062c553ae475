import { assert } from '@sightline/core/errors'
import type { FrameTimes } from '@sightline/core/time'

/**
 * The stored form of frame times: little-endian 64-bit floats, microseconds of media time, one more than there are
 * frames.
 */
export function frameBytes({ boundaries }: FrameTimes): Uint8Array {
  const bytes = new Uint8Array(boundaries.length * 8)
  const view = new DataView(bytes.buffer)
  for (const [at, micros] of boundaries.entries()) view.setFloat64(at * 8, micros, true)
  return bytes
}

/** Reads what `frameBytes` wrote. */
export function framesFromBytes(bytes: Uint8Array): FrameTimes {
  assert(bytes.length % 8 === 0, 'stored frame times are whole 64-bit floats')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    boundaries: Float64Array.from({ length: bytes.length / 8 }, (_, at) => view.getFloat64(at * 8, true)),
  }
}
