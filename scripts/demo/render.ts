/** Draws a camera's frames in the studio and encodes them with the times they were taken at. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Camera } from './cameras.ts'
import { encoder } from './ffmpeg.ts'
import type { Studio } from './studio.ts'

/** Pictures of one camera: where they are, and a hash over the raw pixels of all frames in order. */
export interface Filmed {
  readonly file: string
  readonly sha256OfFrames: string
}

/** What each device does to its picture, and how hard it squeezes it. */
const looks: Readonly<
  Record<Camera['name'], { readonly filter: string; readonly crf: number; readonly group: number }>
> = {
  'body-camera-a': { filter: 'vignette=PI/6.5,noise=c0s=3:c0f=t:all_seed=11', crf: 27, group: 60 },
  'body-camera-b': {
    filter: 'vignette=PI/6.5,noise=c0s=3:c0f=t:all_seed=12,eq=saturation=0.92',
    crf: 27,
    group: 60,
  },
  doorbell: { filter: 'eq=contrast=1.05:saturation=1.1', crf: 26, group: 45 },
  'yard-cctv': {
    filter: 'eq=saturation=0.55:contrast=0.94,noise=c0s=5:c0f=t:all_seed=14',
    crf: 29,
    group: 50,
  },
  phone: { filter: 'eq=contrast=1.06:saturation=1.16,transpose=2', crf: 26, group: 90 },
}

const framesAtOnce = 40

/** Films a whole camera into `folder`; a second call gives the same frames and the same file. */
export async function filmed(
  studio: Studio,
  camera: Camera,
  folder: string,
  onProgress: (done: number) => void,
): Promise<Filmed> {
  const look = looks[camera.name]
  if (!look) throw new Error(`expected how ${camera.name} looks`)
  const file = join(folder, `${camera.name}.video.mp4`)
  const encoding = encoder(encoderWords(camera, look, file))
  const hash = createHash('sha256')
  studio.onFrame(async pixels => {
    hash.update(pixels)
    await encoding.write(pixels)
  })
  for (let from = 0; from < camera.frames; from += framesAtOnce) {
    const to = Math.min(camera.frames, from + framesAtOnce)
    await studio.page.evaluate(([name, first, end]) => window.demo.film(name, first, end), [
      camera.name,
      from,
      to,
    ] as const)
    onProgress(to)
  }
  await encoding.end()
  const sha256OfFrames = hash.digest('hex')
  writeFileSync(join(folder, `${camera.name}.frames.sha256`), `${sha256OfFrames}\n`)
  return { file, sha256OfFrames }
}

function encoderWords(camera: Camera, look: (typeof looks)[string], file: string): string[] {
  const perFrame = camera.ticks(1) - camera.ticks(0)
  const isSteady = camera.ticks(camera.frames - 1) === perFrame * (camera.frames - 1)
  const times = isSteady ? [] : [`settb=1/${camera.timescale}`, `setpts='${expressionOf(camera)}'`]
  return [
    ...['-f', 'rawvideo', '-pixel_format', 'rgba', '-video_size', `${camera.width}x${camera.height}`],
    ...['-framerate', isSteady ? `${camera.timescale}/${perFrame}` : '30', '-i', 'pipe:0'],
    ...['-vf', [look.filter, ...times].join(',')],
    ...(isSteady ? [] : ['-enc_time_base', `1:${camera.timescale}`]),
    ...['-fps_mode', 'passthrough', '-video_track_timescale', String(camera.timescale)],
    // A start that is not 0 is kept in movie ticks, which are milliseconds unless told otherwise.
    ...['-movie_timescale', String(camera.timescale)],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'slow',
      '-crf',
      String(look.crf),
      '-g',
      String(look.group),
      '-threads',
      '1',
    ],
    ...['-pix_fmt', 'yuv420p', '-color_range', 'tv', '-fflags', '+bitexact', '-flags:v', '+bitexact', file],
  ]
}

/** The times of `camera.ticks`, in ffmpeg's own words; what comes out is compared with `ticks` frame by frame afterwards. */
function expressionOf({ name }: Camera): string {
  switch (name) {
    case 'doorbell':
      return 'round(90000*(N/15+0.011*(1+sin(N*1.7))+0.2*gte(N,430)))'
    case 'phone':
      return 'round(90000*(N/29.94+0.0016*(1+sin(N*0.9))))'
    default:
      throw new Error(`expected steady frames of ${name}`)
  }
}
