import { audioFrames, transportStream } from './sniff-frames.ts'
import { textIn, textKind } from './sniff-text.ts'

/** What a file is by its content alone. `document` is kept and listed, never opened by a parser. */
export interface Sniffed {
  readonly kind: 'media' | 'html' | 'pdf' | 'zip' | 'text' | 'picture' | 'document' | 'unknown'
  readonly format: string
}

/**
 * Tells what a file is from its first bytes (64 kB are plenty); its name plays no part.
 * Strong marks come first, then text, then streams that have no mark but repeat a pattern.
 */
export function sniff(head: Uint8Array): Sniffed {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  return marked(bytes) ?? boxed(bytes) ?? written(bytes) ?? streamed(bytes) ?? unknown
}

const unknown: Sniffed = { kind: 'unknown', format: 'unknown' }

interface Mark {
  readonly kind: Sniffed['kind']
  readonly format: string
  /** Hexadecimal bytes at `at`, and more that must stand at a second place. */
  readonly bytes: string
  readonly at?: number
  readonly and?: { readonly at: number; readonly text: string }
}

const marks: readonly Mark[] = [
  { kind: 'media', format: 'matroska', bytes: '1a45dfa3' },
  { kind: 'media', format: 'avi', bytes: '52494646', and: { at: 8, text: 'AVI ' } },
  { kind: 'media', format: 'wav', bytes: '52494646', and: { at: 8, text: 'WAVE' } },
  { kind: 'media', format: 'rf64', bytes: '52463634', and: { at: 8, text: 'WAVE' } },
  { kind: 'media', format: 'rf64', bytes: '42573634', and: { at: 8, text: 'WAVE' } },
  { kind: 'media', format: 'w64', bytes: '726966662e91cf11a5d628db04c10000' },
  { kind: 'media', format: 'aiff', bytes: '464f524d', and: { at: 8, text: 'AIFF' } },
  { kind: 'media', format: 'aiff', bytes: '464f524d', and: { at: 8, text: 'AIFC' } },
  { kind: 'media', format: 'au', bytes: '2e736e64000000' },
  { kind: 'media', format: 'caf', bytes: '63616666000100' },
  { kind: 'media', format: 'ogg', bytes: '4f67675300' },
  { kind: 'media', format: 'flac', bytes: '664c6143' },
  { kind: 'media', format: 'wavpack', bytes: '7776706b' },
  { kind: 'media', format: 'amr', bytes: '2321414d52' },
  { kind: 'media', format: 'mp3', bytes: '49443302' },
  { kind: 'media', format: 'mp3', bytes: '49443303' },
  { kind: 'media', format: 'mp3', bytes: '49443304' },
  { kind: 'media', format: 'asf', bytes: '3026b2758e66cf11a6d900aa0062ce6c' },
  { kind: 'media', format: 'flv', bytes: '464c5601' },
  { kind: 'media', format: 'mxf', bytes: '060e2b34020501010d0102' },
  { kind: 'media', format: 'ivf', bytes: '444b4946' },
  { kind: 'media', format: 'y4m', bytes: '595556344d50454732' },
  { kind: 'media', format: 'dhav', bytes: '44484156' },
  { kind: 'media', format: 'mpeg-ps', bytes: '000001ba' },
  { kind: 'media', format: 'mpeg-video', bytes: '000001b3' },
  { kind: 'media', format: 'mpeg4-video', bytes: '000001b0' },
  { kind: 'picture', format: 'jpeg', bytes: 'ffd8ff' },
  { kind: 'picture', format: 'png', bytes: '89504e470d0a1a0a' },
  { kind: 'picture', format: 'gif', bytes: '47494638' },
  { kind: 'picture', format: 'webp', bytes: '52494646', and: { at: 8, text: 'WEBP' } },
  { kind: 'picture', format: 'tiff', bytes: '49492a00' },
  { kind: 'picture', format: 'tiff', bytes: '4d4d002a' },
  { kind: 'picture', format: 'psd', bytes: '38425053' },
  { kind: 'picture', format: 'jpeg2000', bytes: '0000000c6a5020200d0a870a' },
  { kind: 'picture', format: 'jpeg-xl', bytes: '0000000c4a584c200d0a870a' },
  { kind: 'zip', format: 'zip', bytes: '504b0304' },
  { kind: 'zip', format: 'zip', bytes: '504b0506' },
  { kind: 'zip', format: 'zip', bytes: '504b0708' },
  { kind: 'document', format: '7z', bytes: '377abcaf271c' },
  { kind: 'document', format: 'rar', bytes: '526172211a07' },
  { kind: 'document', format: 'gzip', bytes: '1f8b08' },
  { kind: 'document', format: 'bzip2', bytes: '425a68', and: { at: 4, text: '1AY&SY' } },
  { kind: 'document', format: 'xz', bytes: 'fd377a585a00' },
  { kind: 'document', format: 'zstandard', bytes: '28b52ffd' },
  { kind: 'document', format: 'tar', bytes: '7573746172', at: 257 },
  { kind: 'document', format: 'ole', bytes: 'd0cf11e0a1b11ae1' },
  { kind: 'document', format: 'sqlite', bytes: '53514c69746520666f726d6174203300' },
  { kind: 'document', format: 'rtf', bytes: '7b5c72746631' },
]

function marked(bytes: Buffer): Sniffed | null {
  for (const { kind, format, bytes: hex, at = 0, and } of marks) {
    const mark = Buffer.from(hex, 'hex')
    if (!bytes.subarray(at, at + mark.length).equals(mark)) continue
    if (and && bytes.toString('latin1', and.at, and.at + and.text.length) !== and.text) continue
    if (format === 'matroska') return { kind, format: bytes.includes('webm') ? 'webm' : 'matroska' }
    return { kind, format }
  }
  if (bytes.toString('latin1', 0, 2) === 'BM' && bytes.length >= 30 && bytes.readUInt32LE(6) === 0)
    return { kind: 'picture', format: 'bmp' }
  // Some writers put a mail header or a line before it; readers of PDF look through the first kilobyte.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf', format: 'pdf' }
  return null
}

const pictureBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis', 'crx ']
const firstBoxes = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'moof', 'styp', 'sidx', 'uuid']

/** The ISO base media family: boxes of a length and a name of four letters; `ftyp` says which member. */
function boxed(bytes: Buffer): Sniffed | null {
  if (bytes.length < 12) return null
  const length = bytes.readUInt32BE(0)
  const name = bytes.toString('latin1', 4, 8)
  if (name !== 'ftyp')
    return firstBoxes.includes(name) && (length === 0 || length === 1 || length >= 8)
      ? { kind: 'media', format: 'mov' }
      : null
  const brand = bytes.toString('latin1', 8, 12)
  if (pictureBrands.includes(brand))
    return { kind: 'picture', format: brand.startsWith('avi') ? 'avif' : 'heic' }
  if (brand === 'qt  ') return { kind: 'media', format: 'mov' }
  return { kind: 'media', format: brand.startsWith('3g') ? '3gp' : 'mp4' }
}

function written(bytes: Buffer): Sniffed | null {
  const text = textIn(bytes)
  return text === null ? null : textKind(text)
}

function streamed(bytes: Buffer): Sniffed | null {
  const format = annexB(bytes) ?? transportStream(bytes) ?? audioFrames(bytes) ?? digitalVideo(bytes)
  return format === null ? null : { kind: 'media', format }
}

/** H.264 and H.265 without a container begin with a parameter set or a delimiter behind a start code. */
function annexB(bytes: Buffer): string | null {
  const start = bytes.indexOf(Buffer.from([0, 0, 1]))
  if (start !== 0 && !(start === 1 && bytes[0] === 0)) return null
  const first = bytes[start + 3] ?? 0xff
  const second = bytes[start + 4] ?? 0xff
  if (second === 1 && (first === 0x40 || first === 0x42 || first === 0x46)) return 'hevc'
  const type = first & 0x1f
  return first < 0x80 && (type === 7 || type === 9) ? 'h264' : null
}

/** DV: a header block (1F 07 00) with the reserved bits of its fourth byte set. */
function digitalVideo(bytes: Buffer): string | null {
  if (bytes.length < 240 || bytes[0] !== 0x1f || bytes[1] !== 0x07 || bytes[2] !== 0) return null
  return ((bytes[3] ?? 0) & 0x7f) === 0x3f ? 'dv' : null
}
