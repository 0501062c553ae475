// Core has no TextEncoder (it belongs to the host), and what is hashed must be the same bytes on every host.

/** The UTF-8 bytes of a text. A lone surrogate, which UTF-8 cannot carry, becomes U+FFFD as in TextEncoder. */
export function utf8Encode(text: string): Uint8Array {
  // Nearly all of a log is ASCII, for which the array is of the right size at once.
  const ascii = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x80) return encodeFrom(text, i, ascii)
    ascii[i] = unit
  }
  return ascii
}

/** The text of UTF-8 bytes, or null when they are not well-formed UTF-8 (overlong, surrogate, cut short). */
export function utf8Decode(bytes: Uint8Array): string | null {
  const parts: string[] = []
  // fromCharCode takes its units as arguments, so a chunk has to stay well under the host's stack.
  const units = new Uint16Array(Math.min(bytes.length, chunkUnits) + 1)
  let used = 0
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0
    if (first < 0x80) {
      units[used++] = first
      i++
    } else {
      const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
      const point = pointAt(bytes, i, length)
      if (point === null) return null
      i += length
      if (point > 0xffff) {
        units[used++] = 0xd800 + ((point - 0x10000) >> 10)
        units[used++] = 0xdc00 + ((point - 0x10000) & 0x3ff)
      } else units[used++] = point
    }
    if (used >= chunkUnits) {
      parts.push(textOf(units.subarray(0, used)))
      used = 0
    }
  }
  parts.push(textOf(units.subarray(0, used)))
  return parts.length === 1 ? (parts[0] ?? '') : parts.join('')
}

const chunkUnits = 4096

function textOf(units: Uint16Array): string {
  // Spreading a typed array goes through its iterator and is 20 times slower.
  return Reflect.apply(String.fromCharCode, null, units)
}

/** The smallest code point that needs 2, 3 and 4 bytes: anything below is an overlong form. */
const smallest = [0, 0, 0x80, 0x800, 0x10000] as const

/** Goes on after the first `start` characters, which are ASCII and stand in `ascii`. */
function encodeFrom(text: string, start: number, ascii: Uint8Array): Uint8Array {
  // Three bytes a code unit is the most there can be: a pair of units takes four.
  const bytes = new Uint8Array(start + (text.length - start) * 3)
  bytes.set(ascii.subarray(0, start))
  let at = start
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      bytes[at++] = unit
      continue
    }
    const point = text.codePointAt(i) ?? unit
    if (point > 0xffff) i++
    at = putPoint(bytes, at, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)
  }
  return bytes.slice(0, at)
}

function putPoint(bytes: Uint8Array, start: number, point: number): number {
  let at = start
  if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6)
  else {
    if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12)
    else {
      bytes[at++] = 0xf0 | (point >> 18)
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f)
    }
    bytes[at++] = 0x80 | ((point >> 6) & 0x3f)
  }
  bytes[at++] = 0x80 | (point & 0x3f)
  return at
}

function pointAt(bytes: Uint8Array, start: number, length: 2 | 3 | 4): number | null {
  const first = bytes[start] ?? 0
  if (first < 0xc2 || first > 0xf4 || start + length > bytes.length) return null
  let point = first & (0x7f >> length)
  for (let i = start + 1; i < start + length; i++) {
    const next = bytes[i] ?? 0
    if ((next & 0xc0) !== 0x80) return null
    point = (point << 6) | (next & 0x3f)
  }
  if (point < smallest[length] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null
  return point
}
