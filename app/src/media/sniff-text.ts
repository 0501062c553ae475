import { isUtf8 } from 'node:buffer'
import type { Sniffed } from './sniff.ts'

/** The start of a file as text, or null when it is not text in UTF-8, UTF-16 or an 8-bit alphabet. */
export function textIn(bytes: Buffer): string | null {
  if (bytes.length === 0) return null
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes, 2, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes, 2, 'utf-16be')
  const utf8 = wholeCharacters(bytes)
  if (isUtf8(utf8)) {
    const text = utf8.toString('utf8').replace(/^\uFEFF/, '')
    return hasControls(text) ? null : text
  }
  const nulls = bytes.filter((byte, at) => byte === 0 && at % 2 === 1).length
  if (bytes.length >= 8 && nulls > bytes.length * 0.45) return wide(bytes, 0, 'utf-16le')
  const text = bytes.toString('latin1')
  // Random bytes hold controls within a few dozen; western prose in an 8-bit alphabet is nearly all ASCII.
  const ascii = bytes.filter(byte => byte < 0x80).length
  return !hasControls(text) && ascii > bytes.length * 0.8 ? text : null
}

/** Tells apart what is written as text. Lists and descriptions that name media elsewhere are documents like others. */
export function textKind(text: string): Sniffed {
  const start = text.slice(0, 4096).trimStart()
  if (start === '') return { kind: 'text', format: 'text' }
  if (start.startsWith('#EXTM3U')) return { kind: 'document', format: 'playlist' }
  if (start.startsWith('ffconcat version')) return { kind: 'document', format: 'ffconcat' }
  if (/^v=0\r?\n(?:[a-z]=.*\r?\n)*?[os]=/.test(start)) return { kind: 'document', format: 'sdp' }
  if (start.startsWith('<')) return markup(start)
  if (isJson(text)) return { kind: 'document', format: 'json' }
  if (isTable(text)) return { kind: 'document', format: 'csv' }
  return { kind: 'text', format: 'text' }
}

function markup(start: string): Sniffed {
  const bare = start
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimStart()
  if (/^<!doctype\s+html|^<html[\s>]/i.test(bare)) return { kind: 'html', format: 'html' }
  if (/^<svg[\s>]|^<!doctype\s+svg/i.test(bare)) return { kind: 'document', format: 'svg' }
  if (start.startsWith('<?xml') || /^<!(?:doctype|entity)/i.test(bare))
    return { kind: 'document', format: 'xml' }
  if (/^<(?:head|body|title|meta|link|style|script|div|p|h[1-6]|table|article|section|main)[\s>]/i.test(bare))
    return { kind: 'html', format: 'html' }
  return /^<[a-z_][\w:.-]*[\s/>]/i.test(bare)
    ? { kind: 'document', format: 'xml' }
    : { kind: 'text', format: 'text' }
}

/** An object or a list by its first two marks; a bracketed time at the start of a transcript is not JSON. */
function isJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{"[\]])/.test(text)
}

/** At least three lines that all have the same two or more separators: prose does not do that. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/, 51)
  const whole = lines.slice(0, lines.length === 51 ? 50 : -1).filter(line => line !== '')
  const last = lines.length < 51 ? (lines.at(-1) ?? '') : ''
  const rows = last === '' ? whole : [...whole, last]
  if (rows.length < 3) return false
  return [',', ';', '\t'].some(separator => {
    const counts = rows.map(row => row.replace(/"[^"]*"/g, '').split(separator).length - 1)
    return (counts[0] ?? 0) >= 2 && counts.every(count => count === counts[0])
  })
}

function wide(bytes: Buffer, from: number, encoding: 'utf-16le' | 'utf-16be'): string | null {
  const even = bytes.subarray(from, bytes.length - ((bytes.length - from) % 2))
  const text = new TextDecoder(encoding).decode(even)
  // The sniffed part may end inside a pair of surrogates.
  return hasControls(text) || text.slice(0, -1).includes('\uFFFD') ? null : text
}

/** Without a last character that the end of the sniffed part cut in two. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back < bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

/** Control characters other than tab, line ends, form feed and escape; a DOS end mark counts as one line end. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  return /[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]/.test(text)
}
