import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { type ClipName, generate, makeClip } from '../../../test/cases/media/clips.ts'
import { openMediaFile } from './media-file.ts'
import { sniff } from './sniff.ts'

const of = (text: string) => {
  const { kind, format } = sniff(Buffer.from(text, 'latin1'))
  return `${kind} ${format}`
}
const ofHex = (hex: string) => {
  const { kind, format } = sniff(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
  return `${kind} ${format}`
}

test('real media files of many containers are told by content', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sniff-'))
  try {
    const expected: readonly (readonly [ClipName, string])[] = [
      ['thirty', 'mp4'],
      ['rotated', 'mov'],
      ['pal', 'matroska'],
      ['vp9', 'webm'],
      ['mjpeg', 'avi'],
      ['transport', 'mpeg-ts'],
      ['programStream', 'mpeg-ps'],
      ['windowsMedia', 'asf'],
      ['flash', 'flv'],
      ['rawH264', 'h264'],
      ['wav', 'wav'],
      ['mp3', 'mp3'],
    ]
    for (const [name, format] of expected)
      assert.deepEqual(await sniffFile(await makeClip(name, folder)), { kind: 'media', format }, name)
    const others = {
      'a.aac': ['aac', '-c:a aac -f adts'],
      'a.ogg': ['ogg', '-c:a libopus'],
      'a.flac': ['flac', '-c:a flac'],
      'a.aiff': ['aiff', ''],
      'a.au': ['au', ''],
      'a.caf': ['caf', '-c:a pcm_s16be'],
      'a.w64': ['w64', ''],
      'a.ac3': ['ac3', '-c:a ac3'],
      'bare.mp3': ['mp3', '-c:a libmp3lame -id3v2_version 0 -write_xing 0'],
    } as const
    for (const [file, [format, words]] of Object.entries(others)) {
      await generate(folder, file, `-f lavfi -i sine=duration=1 ${words}`)
      assert.deepEqual(await sniffFile(join(folder, file)), { kind: 'media', format }, file)
    }
    const pictures = '-f lavfi -i testsrc2=size=720x576:rate=25:duration=0.2'
    const raw = {
      'v.dv': ['dv', '-c:v dvvideo -pix_fmt yuv420p'],
      'v.hevc': ['hevc', '-c:v libx265 -x265-params log-level=none'],
      'v.m2ts': ['mpeg-ts', '-c:v mpeg2video -mpegts_m2ts_mode 1'],
      'v.y4m': ['y4m', '-pix_fmt yuv420p'],
      'v.3gp': ['3gp', '-c:v mpeg4 -f 3gp'],
      'v.mxf': ['mxf', '-c:v mpeg2video'],
    } as const
    for (const [file, [format, words]] of Object.entries(raw)) {
      await generate(folder, file, `${pictures} ${words}`)
      assert.deepEqual(await sniffFile(join(folder, file)), { kind: 'media', format }, file)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('still pictures are pictures, also those in the boxes of a film', () => {
  assert.equal(ofHex('ffd8ffe000104a46'), 'picture jpeg')
  assert.equal(ofHex('89504e470d0a1a0a'), 'picture png')
  assert.equal(of('\0\0\0\x18ftypheic\0\0\0\0'), 'picture heic')
  assert.equal(of('\0\0\0\x18ftypavif\0\0\0\0'), 'picture avif')
  assert.equal(of('RIFF\x10\0\0\0WEBPVP8 '), 'picture webp')
  assert.equal(of('GIF89a'), 'picture gif')
})

test('archives are zip or a document that stays closed', () => {
  assert.equal(of('PK\x03\x04\x14\0'), 'zip zip')
  assert.equal(ofHex('377abcaf271c0004'), 'document 7z')
  assert.equal(ofHex('1f8b0800'), 'document gzip')
  assert.equal(of(`${'\0'.repeat(257)}ustar\0`), 'document tar')
})

test('lists that name media elsewhere are documents, whatever they are called', () => {
  assert.equal(of('#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd\n'), 'document playlist')
  assert.equal(of("ffconcat version 1.0\nfile 'other.mp4'\n"), 'document ffconcat')
  assert.equal(of('v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nm=video 5004 RTP/AVP 96\r\n'), 'document sdp')
})

test('text is told apart from markup, tables and data', () => {
  assert.equal(of('The officer said he saw a gun, the mother said he did not.\n'), 'text text')
  assert.equal(of('<!DOCTYPE html><html><body>x</body></html>'), 'html html')
  assert.equal(of('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html></html>'), 'html html')
  assert.equal(
    of('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    'document xml',
  )
  assert.equal(of('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'document svg')
  assert.equal(of('{"a": 1}'), 'document json')
  assert.equal(of('[12:03:04] Officer A: stop.\n[12:03:05] Officer A: stop.\n'), 'text text')
  assert.equal(of('time,who,what\n1,a,b\n2,c,d\n'), 'document csv')
  assert.equal(of('%PDF-1.7\n%\xe2\xe3'), 'pdf pdf')
})

test('text is known in UTF-8, UTF-16 and an 8-bit alphabet, also when the sniffed part cuts a character', () => {
  const spanish = '«¿Por qué disparó?», dijo la madre del niño.'
  assert.equal(sniff(Buffer.from(spanish)).kind, 'text')
  assert.equal(sniff(Buffer.from(spanish).subarray(0, 11)).kind, 'text')
  assert.equal(sniff(Buffer.from(`\uFEFF${spanish}`, 'utf16le')).kind, 'text')
  assert.equal(sniff(Buffer.from(spanish, 'latin1')).kind, 'text')
})

test('an empty head and bytes without a pattern are unknown', () => {
  assert.equal(sniff(new Uint8Array(0)).kind, 'unknown')
  assert.equal(sniff(noise(65_536)).kind, 'unknown')
})

test('law: any bytes get one answer and never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), bytes => {
      assert.equal(typeof sniff(bytes).format, 'string')
    }),
    { numRuns: 500, seed: 20_260_102 },
  )
})

function noise(length: number): Uint8Array {
  let state = 12_345
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
}

async function sniffFile(path: string) {
  await using file = await openMediaFile(path)
  return sniff(await file.read(0, 65_536))
}
