/** Puts pictures and sound together as each device would have: late sound, rotation, tags that claim a time. */
import { join } from 'node:path'
import { type Camera, clockSlowBy, zeroOnTheWall } from './cameras.ts'
import { ffmpeg, frameTicks } from './ffmpeg.ts'
import { devices, dispatchCall } from './sound/devices.ts'

export const callFile = `${dispatchCall.name}.wav`
export const publishedFile = 'body-camera-a-published.mp4'

const soundRates: Readonly<Record<string, string>> = { doorbell: '40k', phone: '72k' }

/** Muxes one camera's pictures with its sound, if it has any, into `out`. */
export function muxed(camera: Camera, work: string, out: string): void {
  const device = devices.find(each => each.name === camera.name)
  const wav = join(work, `${camera.name}.wav`)
  const sound = device
    ? [
        ...(device.from > 0 ? ['-itsoffset', String(device.from)] : []),
        ...['-i', wav, '-map', '0:v', '-map', '1:a', '-c:a', 'aac', '-b:a', soundRates[camera.name] ?? '56k'],
      ]
    : ['-map', '0:v', '-an']
  const pictures = join(work, `${camera.name}.video.mp4`)
  const { ticks, timescale } = frameTicks(pictures)
  const late = camera.ticks(0) / camera.timescale - (ticks[0] ?? 0) / timescale
  ffmpeg([
    // Without this the first picture would be moved to 0 wherever a device took it a little later than its sound.
    '-copyts',
    ...['-itsoffset', late.toFixed(6), '-i', pictures, ...sound, '-c:v', 'copy'],
    // The pictures were stored turned a quarter to the left; FFmpeg writes this tag as a turn to the right.
    ...(camera.height > camera.width ? ['-metadata:s:v', 'rotate=270'] : []),
    ...['-video_track_timescale', String(camera.timescale), '-movie_timescale', String(camera.timescale)],
    ...['-movflags', '+faststart'],
    ...['-fflags', '+bitexact', '-flags:a', '+bitexact', ...tagsOf(camera), join(out, camera.file)],
  ])
}

/** What the file says of when it was made: true for the body cameras, the end of the clip for the phone, slow for the door. */
function tagsOf(camera: Camera): string[] {
  const seconds = camera.ticks(camera.frames) / camera.timescale
  const claimed = (t: number) => [
    '-metadata',
    `creation_time=${new Date(zeroOnTheWall + t * 1000).toISOString()}`,
  ]
  switch (camera.marks) {
    case 'body':
      return claimed(camera.start)
    case 'doorbell':
      return claimed(camera.start - clockSlowBy.doorbell)
    case 'cctv':
      return []
    case 'none':
      return claimed(camera.start + seconds)
  }
}

/** The call: telephone sound as the dispatch centre's recorder keeps it. */
export function muxedCall(work: string, out: string): void {
  ffmpeg([
    '-i',
    join(work, `${dispatchCall.name}.full.wav`),
    '-ar',
    '8000',
    '-c:a',
    'pcm_mulaw',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    join(out, callFile),
  ])
}

/** Body camera A as a video platform would give it out: small, squeezed, its tags gone. */
export function published(out: string): void {
  ffmpeg([
    ...[
      '-i',
      join(out, 'body-camera-a.mp4'),
      '-map',
      '0:v',
      '-map',
      '0:a',
      '-vf',
      'scale=426:240:flags=bicubic',
    ],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'slow',
      '-crf',
      '33',
      '-g',
      '120',
      '-threads',
      '1',
      '-fps_mode',
      'passthrough',
    ],
    ...[
      '-video_track_timescale',
      '30000',
      '-c:a',
      'aac',
      '-b:a',
      '32k',
      '-ac',
      '1',
      '-ar',
      '44100',
      '-map_metadata',
      '-1',
    ],
    ...[
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-flags:a',
      '+bitexact',
      '-movflags',
      '+faststart',
      join(out, publishedFile),
    ],
  ])
}
