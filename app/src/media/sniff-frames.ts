// Streams that carry no mark at their start: told by a pattern that repeats at the distances it announces.

/** MPEG-TS: sync bytes at every 188, 192 (with a time stamp before) or 204 bytes (with correction bytes after). */
export function transportStream(bytes: Uint8Array): string | null {
  for (const stride of [188, 192, 204])
    for (let offset = 0; offset < stride; offset++) if (hasSync(bytes, offset, stride)) return 'mpeg-ts'
  return null
}

/** Five in a row, or every one that a shorter file holds, but no fewer than three. */
function hasSync(bytes: Uint8Array, offset: number, stride: number): boolean {
  const room = Math.floor((bytes.length - offset - 1) / stride) + 1
  const wanted = Math.min(5, room)
  if (wanted < 3) return false
  for (let packet = 0; packet < wanted; packet++) if (bytes[offset + packet * stride] !== 0x47) return false
  return true
}

/** MP3, AAC (ADTS) and AC-3: three frame headers, each where the one before says that it ends. */
export function audioFrames(bytes: Uint8Array): string | null {
  for (const [format, lengthAt] of [
    ['aac', adtsLength],
    ['mp3', mpegAudioLength],
    ['ac3', ac3Length],
  ] as const)
    if (chain(bytes, lengthAt)) return format
  return null
}

function chain(bytes: Uint8Array, lengthAt: (bytes: Uint8Array, at: number) => number | null): boolean {
  let at = 0
  let frames = 0
  while (frames < 3) {
    if (at >= bytes.length && frames > 0) return true
    const length = lengthAt(bytes, at)
    if (length === null) return false
    at += length
    frames++
  }
  return true
}

function adtsLength(bytes: Uint8Array, at: number): number | null {
  const [a, b, c, d, e, f] = bytes.subarray(at, at + 6)
  if (a !== 0xff || b === undefined || (b & 0xf6) !== 0xf0) return null
  if (c === undefined || d === undefined || e === undefined || f === undefined) return null
  if (((c >> 2) & 15) > 12) return null
  const length = ((d & 3) << 11) | (e << 3) | (f >> 5)
  return length > 7 ? length : null
}

// ISO 11172-3 and 13818-3, kbit/s by bit rate index.
const rates1 = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
} as const
const rates2 = {
  1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const

function mpegAudioLength(bytes: Uint8Array, at: number): number | null {
  const [a, b, c] = bytes.subarray(at, at + 3)
  if (a !== 0xff || b === undefined || c === undefined || (b & 0xe0) !== 0xe0) return null
  const version = (b >> 3) & 3
  const layer = 4 - ((b >> 1) & 3)
  const frequency = [44_100, 48_000, 32_000][(c >> 2) & 3]
  if (version === 1 || layer === 4 || frequency === undefined) return null
  const kilobits = (version === 3 ? rates1 : rates2)[layer as 1 | 2 | 3][c >> 4]
  if (!kilobits) return null
  const hertz = frequency / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const padding = (c >> 1) & 1
  if (layer === 1) return (Math.floor((12_000 * kilobits) / hertz) + padding) * 4
  const samples = layer === 3 && version !== 3 ? 72_000 : 144_000
  return Math.floor((samples * kilobits) / hertz) + padding
}

// ATSC A/52 table 5.18: words of 16 bits per frame at 48 kHz; other rates scale.
const ac3Kilobits = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640]

function ac3Length(bytes: Uint8Array, at: number): number | null {
  const [a, b, , , code] = bytes.subarray(at, at + 5)
  if (a !== 0x0b || b !== 0x77 || code === undefined) return null
  const kilobits = ac3Kilobits[(code & 63) >> 1]
  if (kilobits === undefined) return null
  const at48 = kilobits * 4
  switch (code >> 6) {
    case 0:
      return at48
    case 1:
      return 2 * (Math.floor((kilobits * 96_000) / 44_100) + (code & 1))
    case 2:
      return kilobits * 6
    default:
      return null
  }
}
