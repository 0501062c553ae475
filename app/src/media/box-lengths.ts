import type { MediaFile } from './media-file.ts'
import { transportEndsEarly } from './transport-end.ts'

/** What is said of a file that `endsEarly`. */
export const endsEarlyWords = 'the file ends before its own tables say it should'

/** More boxes than a day of one-second fragments has. */
const mostBoxes = 200_000

/**
 * Whether a file is shorter than its own outermost lengths say: boxes of MP4 and QuickTime, RIFF, a Matroska segment,
 * packets of a transport stream. False where the container states no length.
 */
export async function endsEarly(file: MediaFile, formatName: string): Promise<boolean> {
  if (/\bmov\b|\bmp4\b/.test(formatName)) return await boxesEndEarly(file)
  if (/\bavi\b|\bwav\b/.test(formatName)) return await riffEndsEarly(file)
  if (/\bmatroska\b/.test(formatName)) return await segmentEndsEarly(file)
  if (/\bmpegts\b/.test(formatName)) return await transportEndsEarly(file)
  return false
}

async function boxesEndEarly(file: MediaFile): Promise<boolean> {
  let position = 0
  for (let box = 0; box < mostBoxes && position < file.bytes; box++) {
    const head = Buffer.from(await file.read(position, 16))
    if (head.length < 8) return true
    const short = head.readUInt32BE(0)
    if (short === 0) return false
    if (short === 1 && head.length < 16) return true
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short
    // Not a box any more: bytes were appended to the film, which is another matter.
    if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(head.toString('latin1', 4, 8))) return false
    position += length
  }
  return position > file.bytes
}

async function riffEndsEarly(file: MediaFile): Promise<boolean> {
  const head = Buffer.from(await file.read(0, 8))
  if (head.length < 8 || head.toString('latin1', 0, 4) !== 'RIFF') return false
  const length = head.readUInt32LE(4)
  // 0 and all ones are what a recorder writes before it knows, or when it streams.
  return length !== 0 && length !== 0xff_ff_ff_ff && length + 8 > file.bytes
}

/** EBML: a header element, then the segment; lengths are numbers with a length mark in their first byte. */
async function segmentEndsEarly(file: MediaFile): Promise<boolean> {
  const head = Buffer.from(await file.read(0, 4096))
  const header = elementLength(head, 4)
  if (header === null || header.length === null) return false
  const segment = header.dataAt + header.length
  if (head.length < segment + 12 || head.readUInt32BE(segment) !== 0x18_53_80_67) return false
  const body = elementLength(head, segment + 4)
  return body !== null && body.length !== null && body.dataAt + body.length > file.bytes
}

function elementLength(
  bytes: Buffer,
  at: number,
): { readonly length: number | null; readonly dataAt: number } | null {
  const first = bytes[at] ?? 0
  if (first === 0) return null
  const size = Math.clz32(first) - 23
  let length = first & (0xff >> size)
  let isUnknown = length === 0xff >> size
  for (let next = 1; next < size; next++) {
    const byte = bytes[at + next] ?? 0
    if (byte !== 0xff) isUnknown = false
    length = length * 256 + byte
  }
  return { length: isUnknown ? null : length, dataAt: at + size }
}
