import { assert } from '../errors.ts'
import type { MediaMicros } from '../time/index.ts'

/**
 * Levels of a recording in frequency bands over time. Frame k measures the 32 ms from `originMicros + k · hopMicros`;
 * `values` holds frame after frame, one byte per band: 0 = every sample is zero, else half decibels above a fixed floor.
 */
export interface SoundFeatures {
  readonly originMicros: MediaMicros
  readonly hopMicros: number
  readonly bands: number
  readonly values: Uint8Array
}

const magic = 0x53_4c_66_31 // "SLf1"
export const featuresHeaderBytes = 32
const version = 1

/** The stored form: 32 bytes of header (big-endian: magic, version, bands, hop micros, frames, origin micros), then the values. */
export function writeFeatures(features: SoundFeatures): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(featuresHeaderBytes + features.values.length)
  const header = new DataView(bytes.buffer)
  header.setUint32(0, magic)
  header.setUint16(4, version)
  header.setUint16(6, features.bands)
  header.setUint32(8, features.hopMicros)
  header.setUint32(12, features.values.length / features.bands)
  header.setBigInt64(16, BigInt(features.originMicros))
  bytes.set(features.values, featuresHeaderBytes)
  return bytes
}

/** Where the stored sound begins, from the first 32 bytes of its features alone: those of hours are many megabytes. */
export function featuresOrigin(header: Uint8Array): MediaMicros {
  assert(header.length >= featuresHeaderBytes, 'stored features begin with a header')
  const view = new DataView(header.buffer, header.byteOffset, featuresHeaderBytes)
  assert(view.getUint32(0) === magic && view.getUint16(4) === version, 'these are features, version 1')
  return Number(view.getBigInt64(16)) as MediaMicros
}

/** Reads what `writeFeatures` wrote, without copying the values. Stops on anything else: stored files are checked by hash first. */
export function readFeatures(bytes: Uint8Array): SoundFeatures {
  assert(bytes.length >= featuresHeaderBytes, 'stored features begin with a header')
  const header = new DataView(bytes.buffer, bytes.byteOffset, featuresHeaderBytes)
  assert(header.getUint32(0) === magic && header.getUint16(4) === version, 'these are features, version 1')
  const bands = header.getUint16(6)
  const values = bytes.subarray(featuresHeaderBytes)
  assert(values.length === bands * header.getUint32(12), 'the features are complete')
  return {
    originMicros: Number(header.getBigInt64(16)) as MediaMicros,
    hopMicros: header.getUint32(8),
    bands,
    values,
  }
}
