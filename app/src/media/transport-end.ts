import type { MediaFile } from './media-file.ts'

/** Bytes of a packet, and of what stands before its sync byte: plain, with a time stamp (M2TS), with parity. */
const forms = [
  { size: 188, before: 0 },
  { size: 192, before: 4 },
  { size: 204, before: 0 },
] as const
const plainSize = 188
const syncByte = 0x47
/** So many packets in a row have their sync byte where it belongs. */
const inStep = 5
/** A frame of sound is seldom more than a few kilobytes, and its packets stand among those of pictures: so much of the end is read. */
const readBytes = 1 << 20

/**
 * Whether a transport stream (ISO/IEC 13818-1) ends within a packet, or within a stretch of one track whose length it states: those of sound always do, those
 * of pictures seldom. A stream that was cut between two such stretches cannot be told from one that was ended there.
 */
export async function transportEndsEarly(file: MediaFile): Promise<boolean> {
  const from = Math.max(0, file.bytes - readBytes)
  const bytes = Buffer.from(await file.read(from, file.bytes - from))
  const packets = lastPackets(bytes)
  if (!packets) return false
  const { size, before, first, count } = packets
  const rest = bytes.subarray(first + count * size)
  // What does not begin as a packet was put behind the stream: another matter.
  if (rest.length > 0 && (rest.length <= before || rest[before] === syncByte)) return true
  const starts = Array.from({ length: count }, (_, n) => first + n * size + before)
  return isStretchOpen(starts.map(at => bytes.subarray(at, at + plainSize)))
}

interface Packets {
  readonly size: number
  readonly before: number
  /** Where in the bytes the first of them begins. */
  readonly first: number
  readonly count: number
}

/** The packets that stand in step at the end of the bytes: the last whole one may be followed by less than a packet more. */
function lastPackets(bytes: Buffer): Packets | null {
  for (const { size, before } of forms)
    for (let end = bytes.length; end > bytes.length - size && end >= inStep * size; end--) {
      const isSync = (back: number) => bytes[end - back * size + before] === syncByte
      let count = 0
      while (end - (count + 1) * size >= 0 && isSync(count + 1)) count++
      if (count >= inStep) return { size, before, first: end - count * size, count }
    }
  return null
}

/** Whether the last stretch of a track (a PES packet) holds less than it states. */
function isStretchOpen(packets: readonly Buffer[]): boolean {
  const missing = new Map<number, number>()
  for (const packet of packets) {
    const track = packet.readUInt16BE(1) & 0x1fff
    const kind = ((packet[3] as number) >> 4) & 3
    if ((kind & 1) === 0) continue
    const data = packet.subarray(kind === 3 ? 5 + (packet[4] as number) : 4)
    const isFirst = ((packet[1] as number) & 0x40) !== 0
    if (!isFirst) {
      if (missing.has(track)) missing.set(track, (missing.get(track) as number) - data.length)
      continue
    }
    missing.delete(track)
    // 00 00 01: a stretch of sound, pictures or the like; tables begin otherwise. A length of 0 states none.
    if (data.length < 6 || data.readUIntBE(0, 3) !== 1) continue
    const length = data.readUInt16BE(4)
    if (length > 0) missing.set(track, 6 + length - data.length)
  }
  return [...missing.values()].some(left => left > 0)
}
