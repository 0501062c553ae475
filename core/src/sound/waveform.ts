import { assert } from '../errors.ts'
import type { MediaMicros } from '../time/index.ts'

/** One resolution of a waveform: lowest and highest sample of each bin, `[low 0, high 0, low 1, high 1 …]`, full scale ±32768. */
export interface WaveformLevel {
  readonly binMicros: number
  readonly extremes: Int16Array
}

/** A waveform at several resolutions, finest first; each is four times coarser than the one before. */
export interface Waveform {
  readonly originMicros: MediaMicros
  readonly levels: readonly WaveformLevel[]
}

const magic = 0x53_4c_77_31 // "SLw1"
const version = 1
const fixedHeaderBytes = 24
const levelHeaderBytes = 8
const step = 4
/** Coarser than this nobody looks: half the width of a phone. */
const fewestBins = 200

/** Builds the coarser levels over a finest one. */
export function waveformFrom(originMicros: MediaMicros, finest: WaveformLevel): Waveform {
  const levels = [finest]
  for (let level = finest; level.extremes.length / 2 > fewestBins; ) {
    level = coarser(level)
    levels.push(level)
  }
  return { originMicros, levels }
}

function coarser(level: WaveformLevel): WaveformLevel {
  const bins = level.extremes.length / 2
  const extremes = new Int16Array(2 * Math.ceil(bins / step))
  for (let bin = 0; bin < extremes.length / 2; bin++) {
    let low = 32767
    let high = -32768
    const end = Math.min(bins, (bin + 1) * step)
    for (let from = bin * step; from < end; from++) {
      low = Math.min(low, level.extremes[2 * from] as number)
      high = Math.max(high, level.extremes[2 * from + 1] as number)
    }
    extremes[2 * bin] = low
    extremes[2 * bin + 1] = high
  }
  return { binMicros: level.binMicros * step, extremes }
}

/**
 * The stored form: header (big-endian: magic, version, number of levels, origin micros, reserved), per level bin micros and number of bins,
 * then the levels' samples (little-endian, as typed arrays have them), coarsest first so that a short read gives an overview.
 */
export function writeWaveform(waveform: Waveform): Uint8Array<ArrayBuffer> {
  const stored = waveform.levels.toReversed()
  const headerBytes = fixedHeaderBytes + levelHeaderBytes * stored.length
  const bytes = new Uint8Array(stored.reduce((sum, level) => sum + level.extremes.byteLength, headerBytes))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic)
  view.setUint16(4, version)
  view.setUint16(6, stored.length)
  view.setBigInt64(8, BigInt(waveform.originMicros))
  let at = headerBytes
  for (const [index, level] of stored.entries()) {
    view.setUint32(fixedHeaderBytes + levelHeaderBytes * index, level.binMicros)
    view.setUint32(fixedHeaderBytes + levelHeaderBytes * index + 4, level.extremes.length / 2)
    for (const sample of level.extremes) {
      view.setInt16(at, sample, true)
      at += 2
    }
  }
  return bytes
}

/** Reads what `writeWaveform` wrote. Stops on anything else and on a shortened file. */
export function readWaveform(bytes: Uint8Array): Waveform {
  assert(bytes.length >= fixedHeaderBytes, 'a stored waveform begins with a header')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  assert(view.getUint32(0) === magic && view.getUint16(4) === version, 'this is a waveform, version 1')
  const count = view.getUint16(6)
  const levels: WaveformLevel[] = []
  let at = fixedHeaderBytes + levelHeaderBytes * count
  for (let index = 0; index < count; index++) {
    const binMicros = view.getUint32(fixedHeaderBytes + levelHeaderBytes * index)
    const extremes = new Int16Array(2 * view.getUint32(fixedHeaderBytes + levelHeaderBytes * index + 4))
    assert(at + extremes.byteLength <= bytes.length, 'the waveform is complete')
    for (let n = 0; n < extremes.length; n++) extremes[n] = view.getInt16(at + 2 * n, true)
    at += extremes.byteLength
    levels.push({ binMicros, extremes })
  }
  return { originMicros: Number(view.getBigInt64(8)) as MediaMicros, levels: levels.reverse() }
}
