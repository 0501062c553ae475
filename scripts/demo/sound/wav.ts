import { rate } from './signals.ts'

/** 16-bit mono PCM in a WAV file. Values beyond ±1 are clipped. */
export function wavOf(samples: Float32Array): Buffer {
  const out = Buffer.alloc(44 + 2 * samples.length)
  out.write('RIFF', 0)
  out.writeUInt32LE(36 + 2 * samples.length, 4)
  out.write('WAVEfmt ', 8)
  out.writeUInt32LE(16, 16)
  out.writeUInt16LE(1, 20)
  out.writeUInt16LE(1, 22)
  out.writeUInt32LE(rate, 24)
  out.writeUInt32LE(2 * rate, 28)
  out.writeUInt16LE(2, 32)
  out.writeUInt16LE(16, 34)
  out.write('data', 36)
  out.writeUInt32LE(2 * samples.length, 40)
  for (const [n, value] of samples.entries())
    out.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(value * 32767))), 44 + 2 * n)
  return out
}
