import type { PacketTimes } from './packet-times.ts'

const [newline, comma, minus, zero] = [10, 44, 45, 48]
const mostDigits = 15

/** Takes the packets that ffprobe lists, a line each: `track,pts,duration,flags[,side data type,skipped samples,…]`. */
export class PacketLines {
  readonly #byTrack: ReadonlyMap<number, PacketTimes>
  /** Samples in one tick of a track. */
  readonly #rates: ReadonlyMap<number, number>
  #open: Uint8Array = new Uint8Array(0)

  constructor(byTrack: ReadonlyMap<number, PacketTimes>, rates: ReadonlyMap<number, number>) {
    this.#byTrack = byTrack
    this.#rates = rates
  }

  /** The next bytes of the list; a line may be cut anywhere. */
  add(chunk: Uint8Array): void {
    const bytes = this.#open.length > 0 ? Buffer.concat([this.#open, chunk]) : chunk
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      this.#take(bytes, from, end)
      from = end + 1
    }
    this.#open = bytes.slice(from)
  }

  /** The last line need not be closed. */
  end(): void {
    if (this.#open.length > 0) this.#take(this.#open, 0, this.#open.length)
    this.#open = new Uint8Array(0)
  }

  #take(bytes: Uint8Array, from: number, end: number): void {
    if (!this.#takePlain(bytes, from, end)) this.#takeText(bytes, from, end)
  }

  /**
   * Hours of sound are a hundred thousand lines of three numbers and three flags: those make no strings. False where a line
   * is not like that.
   */
  #takePlain(bytes: Uint8Array, from: number, end: number): boolean {
    const numbers = [0, 0, 0]
    let at = from
    for (let n = 0; n < numbers.length; n++) {
      const isNegative = bytes[at] === minus
      if (isNegative) at++
      const first = at
      let value = 0
      for (; at < end; at++) {
        const digit = (bytes[at] as number) - zero
        if (digit < 0 || digit > 9) break
        value = value * 10 + digit
      }
      if (at === first || at - first > mostDigits || bytes[at] !== comma) return false
      numbers[n] = isNegative ? -value : value
      at++
    }
    if (end - at !== plainFlags.length) return false
    for (let n = 0; n < plainFlags.length; n++)
      if (bytes[at + n] !== plainFlags[n] && bytes[at + n] !== underscore) return false
    const [track, pts, duration] = numbers as [number, number, number]
    this.#byTrack.get(track)?.add(pts, duration, '')
    return true
  }

  #takeText(bytes: Uint8Array, from: number, end: number): void {
    const line = Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString('latin1')
    const [track, pts, duration, flags = '', , skipped] = line.split(',')
    const times = this.#byTrack.get(Number(track))
    if (!times || pts === undefined) return
    const ticks = wholeOrNull(pts)
    times.addSkipping(ticks, Number(skipped), this.#rates.get(Number(track)) ?? 1)
    times.add(ticks, wholeOrNull(duration), flags)
  }
}

/** A key frame that is neither left out nor damaged; the last two may as well be `_`. */
const plainFlags = Buffer.from('K__')
const underscore = plainFlags[1] as number

function wholeOrNull(text: string | undefined): number | null {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isSafeInteger(value) ? value : null
}
