import { readWaveform, type Waveform } from '@sightline/core/sound'
import type { FrameTimes } from '@sightline/core/time'

/** Reads the stored frame index: n + 1 boundaries in media micros, 64-bit floats, little-endian. */
export function framesFrom(bytes: Uint8Array<ArrayBuffer>): FrameTimes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boundaries = new Float64Array(Math.floor(bytes.length / 8))
  for (let n = 0; n < boundaries.length; n++) boundaries[n] = view.getFloat64(8 * n, true)
  return { boundaries }
}

export function waveformFrom(bytes: Uint8Array): Waveform {
  return readWaveform(bytes)
}

/** Reads 16-bit little-endian samples. */
export function samplesFrom(bytes: Uint8Array<ArrayBuffer>): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Int16Array.from({ length: bytes.length >> 1 }, (_, n) => view.getInt16(2 * n, true))
}
