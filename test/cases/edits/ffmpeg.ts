import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { wav } from '../sound/wav.ts'
import { fromBytes, type Picture } from './picture.ts'

function ffmpeg(args: readonly string[], input?: Uint8Array): Buffer {
  const run = spawnSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args], {
    ...(input === undefined ? {} : { input }),
    maxBuffer: 2 ** 31 - 1,
  })
  if (run.status !== 0) throw new Error(`ffmpeg ${args.join(' ')}: ${run.stderr}`)
  return run.stdout
}

/** Pictures and sound at 8 kHz as a file; `video` are the encoder's words, `rate` frames a second. */
export function encode(
  file: string,
  pictures: readonly Picture[],
  sound: Float32Array | null,
  rate: number,
  video: readonly string[],
): void {
  const [first] = pictures
  if (!first) throw new Error('there is nothing to encode')
  const size = first.width * first.height
  const bytes = new Uint8Array(pictures.length * size * 3)
  for (const [n, { planes }] of pictures.entries())
    for (let p = 0; p < 3; p++) bytes.set(planes[p] as Uint8ClampedArray, (3 * n + p) * size)
  const tone = sound === null ? null : `${file}.wav`
  if (sound && tone)
    writeFileSync(tone, wav(Int16Array.from(sound, value => Math.max(-1, Math.min(1, value)) * 32767)))
  ffmpeg(
    [
      ...[
        '-f',
        'rawvideo',
        '-pix_fmt',
        'yuv444p',
        '-s',
        `${first.width}x${first.height}`,
        '-r',
        String(rate),
        '-i',
        'pipe:0',
      ],
      ...(tone ? ['-i', tone, '-c:a', 'aac', '-b:a', '96k', '-ar', '48000'] : []),
      ...['-pix_fmt', 'yuv420p', ...video, file],
    ],
    bytes,
  )
}

/** Every frame of a file in the order in which they are shown, at a size. */
export function decode(file: string, width: number, height: number): readonly Picture[] {
  const bytes = ffmpeg([
    '-i',
    file,
    '-fps_mode',
    'passthrough',
    '-vf',
    `scale=${width}:${height}:flags=bicubic`,
    '-pix_fmt',
    'yuv444p',
    '-f',
    'rawvideo',
    'pipe:1',
  ])
  const size = width * height * 3
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, n) =>
    fromBytes(bytes.subarray(n * size, (n + 1) * size), width, height),
  )
}

/** Presentation times of all frames in seconds. */
export function timesOf(file: string): readonly number[] {
  const run = spawnSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file],
    { encoding: 'utf8' },
  )
  return run.stdout
    .trim()
    .split('\n')
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
}

/** The part of a film that a footage file gives, cut and scaled: real recordings for the benches. */
export function excerpt(
  from: string,
  to: string,
  seconds: number,
  length: number,
  width: number,
  height: number,
): void {
  ffmpeg([
    ...['-ss', String(seconds), '-i', from, '-t', String(length), '-an', '-vf', `scale=${width}:${height}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-pix_fmt', 'yuv420p', to],
  ])
}
