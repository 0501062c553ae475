import { packetSchema } from './ffprobe-listing.ts'
import { PacketTimes } from './packet-times.ts'

const [newline, space, comma, minus, quote, zero] = [10, 32, 44, 45, 34, 48]
const [openBrace, closeBrace, closeBracket] = [123, 125, 93]
const mostDigits = 15

/**
 * Takes what ffprobe writes as `json=compact=1`: its packets first, one after another, each on a line or a few, and then what else was asked for. Packets
 * go to the times of their tracks as they come, the rest is kept as it is.
 */
export class PacketLines {
  /** Of each track that has a packet, whatever its kind. */
  readonly byTrack = new Map<number, PacketTimes>()
  readonly #rest: Uint8Array[] = []
  #open: Uint8Array = new Uint8Array(0)
  #isInPackets = false
  /** The lines of a packet that takes several. */
  #packet: string[] = []

  /** The next bytes; a line may be cut anywhere. */
  add(chunk: Uint8Array): void {
    const bytes = this.#open.length > 0 ? Buffer.concat([this.#open, chunk]) : chunk
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      this.#take(bytes, from, end)
      from = end + 1
    }
    this.#open = bytes.slice(from)
  }

  /** All that was written besides the packets. The last line need not be closed. */
  end(): string {
    if (this.#open.length > 0) this.#take(this.#open, 0, this.#open.length)
    this.#open = new Uint8Array(0)
    this.#endPacket()
    return Buffer.concat(this.#rest).toString()
  }

  #take(bytes: Uint8Array, from: number, end: number): void {
    if (!this.#isInPackets) {
      this.#rest.push(bytes.slice(from, end))
      this.#isInPackets = isLine(bytes, from, end, packetsBegin)
      return
    }
    const isNext = isIndented(bytes, from, packetIndent, openBrace)
    const isOver = isIndented(bytes, from, listIndent, closeBracket)
    if (isNext || isOver) this.#endPacket()
    if (isOver) {
      this.#isInPackets = false
      this.#rest.push(bytes.slice(from, end))
    } else if (!(isNext && this.#takePlain(bytes, from, end)))
      this.#packet.push(Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString())
  }

  /**
   * Hours of sound are a hundred thousand lines of three numbers and two or three flags: those make no strings. False where a line
   * is not like that.
   */
  #takePlain(bytes: Uint8Array, from: number, end: number): boolean {
    const numbers = [0, 0, 0]
    let at = from
    for (const [n, before] of beforeNumbers.entries()) {
      if (!startsWith(bytes, at, before)) return false
      at += before.length
      const isNegative = bytes[at] === minus
      if (isNegative) at++
      const first = at
      let value = 0
      for (; at < end; at++) {
        const digit = (bytes[at] as number) - zero
        if (digit < 0 || digit > 9) break
        value = value * 10 + digit
      }
      if (at === first || at - first > mostDigits) return false
      numbers[n] = isNegative ? -value : value
    }
    if (!startsWith(bytes, at, beforeFlags)) return false
    at += beforeFlags.length
    for (let n = 0; bytes[at] !== quote; n++, at++)
      if (n === plainFlags.length || (bytes[at] !== plainFlags[n] && bytes[at] !== underscore)) return false
    const last = bytes[end - 1] === comma ? end - 1 : end
    if (last - at !== 3 || bytes[at + 1] !== space || bytes[at + 2] !== closeBrace) return false
    const [track, pts, duration] = numbers as [number, number, number]
    this.#timesOf(track).add(pts, duration, '')
    return true
  }

  #endPacket(): void {
    const text = this.#packet.join('').replace(/,\s*$/, '')
    this.#packet = []
    if (text.trim() === '') return
    const { success, data } = packetSchema.safeParse(readJson(text))
    if (!success) return
    const { stream_index, pts, duration, flags, side_data_list = [] } = data
    const times = this.#timesOf(stream_index)
    const ticks = wholeOrNull(pts)
    for (const { skip_samples = 0 } of side_data_list) times.addSkipping(ticks, skip_samples)
    times.add(ticks, wholeOrNull(duration), flags)
  }

  #timesOf(track: number): PacketTimes {
    const known = this.byTrack.get(track)
    if (known) return known
    const made = new PacketTimes()
    this.byTrack.set(track, made)
    return made
  }
}

/** JSON text as what it says, or null where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const packetsBegin = Buffer.from('    "packets": [')
const [listIndent, packetIndent] = [4, 8]
const beforeNumbers = ['        { "stream_index": ', ', "pts": ', ', "duration": '].map(each =>
  Buffer.from(each),
)
const beforeFlags = Buffer.from(', "flags": "')
/** A key frame that is neither left out nor damaged; the last may be missing, and any of them be `_`. */
const plainFlags = Buffer.from('K__')
const underscore = plainFlags[1] as number

function startsWith(bytes: Uint8Array, at: number, words: Uint8Array): boolean {
  for (let n = 0; n < words.length; n++) if (bytes[at + n] !== words[n]) return false
  return true
}

function isLine(bytes: Uint8Array, from: number, end: number, words: Uint8Array): boolean {
  return end - from === words.length && startsWith(bytes, from, words)
}

function isIndented(bytes: Uint8Array, from: number, by: number, first: number): boolean {
  for (let at = from; at < from + by; at++) if (bytes[at] !== space) return false
  return bytes[from + by] === first
}

function wholeOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isSafeInteger(value) ? value : null
}
