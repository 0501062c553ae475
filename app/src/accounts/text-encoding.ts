import { isUtf8 } from 'node:buffer'

/** Text in UTF-8, UTF-16 (with or without a mark) or Windows-1252. The text is the file's own: no line end is changed. Throws where it is no text. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell a program or a picture from text
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 65_536)))
    throw new Error('it holds control characters, which no text does')
  return text
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (isUtf8(bytes)) return hasNulls(bytes, 1) ? 'utf-16le' : hasNulls(bytes, 0) ? 'utf-16be' : 'utf-8'
  if (hasNulls(bytes, 1)) return 'utf-16le'
  return 'windows-1252'
}

/** Western text in two bytes a letter has a null in every second place. */
function hasNulls(bytes: Uint8Array, parity: 0 | 1): boolean {
  const part = bytes.subarray(0, 400)
  const nulls = part.filter((byte, at) => byte === 0 && at % 2 === parity).length
  return part.length >= 8 && nulls > part.length * 0.4
}
