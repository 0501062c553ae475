import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireDone, runTool } from '../../app/src/media/run.ts'
import { wav } from '../../test/cases/sound/wav.ts'

const codecs = [
  { codec: 'aac', bits: '32k', file: 'sound.m4a' },
  { codec: 'aac', bits: '64k', file: 'sound.m4a' },
  { codec: 'libmp3lame', bits: '64k', file: 'sound.mp3' },
  { codec: 'libopus', bits: '24k', file: 'sound.ogg' },
  { codec: 'libopus', bits: '48k', file: 'sound.ogg' },
  { codec: 'libmp3lame', bits: '128k', file: 'sound.mp3' },
] as const

/** What is left of a sound once it went through a codec; `turn` says which. */
export async function throughCodec(samples: Int16Array, rate: number, turn: number): Promise<Int16Array> {
  const { codec, bits, file } = codecs[turn % codecs.length] as (typeof codecs)[number]
  const outputDir = mkdtempSync(join(tmpdir(), 'sightline-score-rows-'))
  const ffmpeg = async (args: readonly string[]) => {
    const { signal } = new AbortController()
    const end = await runTool({
      ...{ tool: 'ffmpeg', input: null, args: ['-v', 'error', ...args] },
      ...{ outputDir, signal, timeLimitSeconds: 120 },
    })
    requireDone(end, 'a sound through a codec')
  }
  try {
    writeFileSync(join(outputDir, 'plain.wav'), wav(samples, rate))
    await ffmpeg(['-i', 'plain.wav', '-c:a', codec, '-b:a', bits, file])
    await ffmpeg(['-i', file, '-f', 's16le', '-ar', `${rate}`, '-ac', '1', 'back.raw'])
    const bytes = readFileSync(join(outputDir, 'back.raw'))
    return Int16Array.from({ length: bytes.length >> 1 }, (_, n) => bytes.readInt16LE(2 * n))
  } finally {
    rmSync(outputDir, { recursive: true, force: true })
  }
}
