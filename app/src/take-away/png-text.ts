import { crc32 } from 'node:zlib'
import { assert } from '@sightline/core/errors'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/**
 * A PNG with texts added as `iTXt` chunks (PNG 3rd edition, 11.3.3.4: UTF-8, uncompressed) after its header, where every
 * reader of metadata finds them. Keywords are 1 to 79 Latin letters. The pictures' own bytes are left as they are.
 */
export function pngWithTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  assert(signature.equals(png.subarray(0, 8)), 'a PNG begins with its signature')
  const headerEnd = 8 + 12 + new DataView(png.buffer, png.byteOffset).getUint32(8)
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text))
  return Buffer.concat([png.subarray(0, headerEnd), ...chunks, png.subarray(headerEnd)])
}

function textChunk(keyword: string, text: string): Uint8Array {
  assert(/^[A-Za-z ]{1,79}$/.test(keyword), 'a keyword of a PNG text is 1 to 79 letters')
  // Keyword, end, not compressed, no language, no translated keyword.
  const content = Buffer.concat([Buffer.from(keyword), Buffer.from([0, 0, 0, 0, 0]), Buffer.from(text)])
  const typed = Buffer.concat([Buffer.from('iTXt'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}
