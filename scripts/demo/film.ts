/** Makes the edited film from the finished recordings, as `film-plan.ts` says, frame by frame and sample by sample. */
import { join } from 'node:path'
import { root } from '../steps.ts'
import { encoder, ffmpeg } from './ffmpeg.ts'
import {
  type Drawn,
  filmFrames,
  filmRate,
  filmSize,
  narration,
  type Rect,
  type Shot,
  shots,
  soundPlan,
} from './film-plan.ts'
import { between } from './sound/hear.ts'
import { peaking, rate } from './sound/signals.ts'
import { spoken } from './sound/voices.ts'
import { wavOf } from './sound/wav.ts'

const { width, height } = filmSize
const frameBytes = width * height * 3
type Picture = Uint8Array

/** Writes the film to `file`. `fileOf` gives the recordings it is cut from. */
export async function makeFilm(
  file: string,
  workFile: string,
  fileOf: (recording: string) => string,
): Promise<void> {
  const pictures = encoder([
    ...[
      '-f',
      'rawvideo',
      '-pixel_format',
      'rgb24',
      '-video_size',
      `${width}x${height}`,
      '-framerate',
      String(filmRate),
    ],
    ...['-i', 'pipe:0', '-c:v', 'libx264', '-preset', 'slow', '-crf', '25', '-g', '60', '-threads', '1'],
    ...['-pix_fmt', 'yuv420p', '-fflags', '+bitexact', '-flags:v', '+bitexact', workFile],
  ])
  let before: { readonly shot: Shot; readonly frames: readonly Picture[] } | null = null
  for (const shot of shots) {
    const frames = picturesOf(shot, fileOf)
    const tail: readonly Picture[] =
      before && shot.dissolve > 0 ? continued(before.shot, shot.dissolve, fileOf) : []
    for (const [n, plain] of frames.entries()) {
      let picture: Picture = plain
      const through = tail[n]
      if (through) picture = mixed(through, picture, (n + 1) / (shot.dissolve + 1))
      for (const each of shot.drawn) if (n >= each.from && n < each.to) picture = drawnOver(picture, each)
      const left = shot.frames - n
      if (left <= shot.fadeOut)
        picture = picture.map(value => Math.round((value * (left - 1)) / shot.fadeOut))
      await pictures.write(Buffer.from(picture))
    }
    before = { shot, frames }
  }
  await pictures.end()
  const sound = wavOf(soundOf(fileOf))
  ffmpeg(
    [
      ...[
        '-i',
        workFile,
        '-f',
        'wav',
        '-i',
        'pipe:0',
        '-map',
        '0:v',
        '-map',
        '1:a',
        '-c:v',
        'copy',
        '-c:a',
        'aac',
        '-b:a',
        '80k',
      ],
      ...[
        '-fflags',
        '+bitexact',
        '-flags:a',
        '+bitexact',
        '-movflags',
        '+faststart',
        '-metadata',
        'title=Critical incident briefing (fictional)',
        file,
      ],
    ],
    sound,
  )
}

/** The pictures of a shot before anything is drawn over them. */
function picturesOf(shot: Shot, fileOf: (recording: string) => string): readonly Picture[] {
  const { picture } = shot
  if (picture.kind === 'card') {
    const still = cardOf(picture.rows, picture.isTitle)
    return Array.from({ length: shot.frames }, () => still)
  }
  return rawFrames(fileOf(picture.recording), picture.shows, picture.crop)
}

/** What the shot before would have gone on to show. */
function continued(shot: Shot, frames: number, fileOf: (recording: string) => string): readonly Picture[] {
  if (shot.picture.kind === 'card') return []
  const last = shot.picture.shows.at(-1) ?? 0
  return rawFrames(
    fileOf(shot.picture.recording),
    Array.from({ length: frames }, (_, n) => last + 1 + n),
    shot.picture.crop,
  )
}

/** Frames of a recording by number, fitted into the film's frame: cut to `crop`, or whole with bars where its shape differs. */
function rawFrames(file: string, shows: readonly number[], crop: Rect | null): readonly Picture[] {
  const [first, last] = [Math.min(...shows), Math.max(...shows)]
  const fit = crop
    ? `crop=${crop[2]}:${crop[3]}:${crop[0]}:${crop[1]},scale=${width}:${height}:flags=bicubic`
    : `scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=bicubic,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`
  const bytes = ffmpeg([
    ...['-i', file, '-map', '0:v', '-vf', `select='between(n,${first},${last})',${fit},setsar=1`],
    ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
  ])
  if (bytes.length !== (last - first + 1) * frameBytes)
    throw new Error(
      `expected frames ${first} to ${last} of ${file}, found ${bytes.length / frameBytes} frames`,
    )
  return shows.map(frame => bytes.subarray((frame - first) * frameBytes, (frame - first + 1) * frameBytes))
}

function cardOf(rows: readonly string[], isTitle: boolean): Picture {
  const face = (weight: number) =>
    join(root, `node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`)
  const words = rows.map((row, at) => {
    const isFirst = isTitle && at === 0
    const [size, weight, color] = isFirst ? [44, 600, '0xf2efe8'] : [24, 500, '0xaab0b6']
    return `drawtext=fontfile=${face(weight as number)}:text='${row}':fontsize=${size}:fontcolor=${color}:x=86:y=${(isTitle ? 168 : 214) + (at === 0 ? 0 : 40 + at * 34)}`
  })
  const ground = isTitle ? '0x1a2230' : '0x000000'
  const bar = isTitle ? [`drawbox=x=56:y=168:w=6:h=${84 + rows.length * 22}:color=0xc9e04a:t=fill`] : []
  return ffmpeg([
    ...[
      '-f',
      'lavfi',
      '-i',
      `color=${ground}:s=${width}x${height}`,
      '-vf',
      ['format=rgb24', ...bar, ...words].join(','),
    ],
    ...['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
  ])
}

function mixed(from: Picture, to: Picture, share: number): Picture {
  return to.map((value, n) => Math.round((from[n] as number) * (1 - share) + value * share))
}

function drawnOver(picture: Picture, drawn: Drawn): Picture {
  switch (drawn.kind) {
    case 'blur':
      return blurred(picture, drawn.region)
    case 'circle':
      return inked(
        picture,
        [255, 222, 60],
        (x, y) => 2.6 - Math.abs(Math.hypot(x - drawn.x, y - drawn.y) - drawn.radius),
      )
    case 'arrow': {
      const [tipX, tipY] = drawn.tip
      const [tailX, tailY] = drawn.tail
      const length = Math.hypot(tipX - tailX, tipY - tailY)
      const [dx, dy] = [(tipX - tailX) / length, (tipY - tailY) / length]
      return inked(picture, [255, 222, 60], (x, y) => {
        const along = (x - tailX) * dx + (y - tailY) * dy
        const across = Math.abs(-(x - tailX) * dy + (y - tailY) * dx)
        const shaft = Math.min(4.5 - across, along, length - 26 - along)
        const head = Math.min(along - (length - 30), (length - along) * 0.55 - across)
        return Math.max(shaft, head)
      })
    }
  }
}

/** Paints where `inside` is positive, with an edge one pixel soft. */
function inked(
  picture: Picture,
  ink: readonly [number, number, number],
  inside: (x: number, y: number) => number,
): Picture {
  const out = Uint8Array.from(picture)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cover = Math.max(0, Math.min(1, inside(x, y) + 0.5))
      if (cover === 0) continue
      const at = 3 * (y * width + x)
      for (let c = 0; c < 3; c++)
        out[at + c] = Math.round((out[at + c] as number) * (1 - cover) + (ink[c] as number) * cover)
    }
  return out
}

function blurred(picture: Picture, [left, top, wide, high]: Rect): Picture {
  const out = Uint8Array.from(picture)
  const reach = 11
  for (let pass = 0; pass < 2; pass++) {
    const from = Uint8Array.from(out)
    for (let y = top; y < top + high; y++)
      for (let x = left; x < left + wide; x++)
        for (let c = 0; c < 3; c++) {
          let sum = 0
          let count = 0
          for (let d = -reach; d <= reach; d++) {
            const [px, py] = pass === 0 ? [x + d, y] : [x, y + d]
            if (px < left || px >= left + wide || py < top || py >= top + high) continue
            sum += from[3 * (py * width + px) + c] as number
            count++
          }
          out[3 * (y * width + x) + c] = Math.round(sum / count)
        }
  }
  return out
}

function soundOf(fileOf: (recording: string) => string): Float32Array {
  const out = new Float32Array(Math.round((filmFrames / filmRate) * rate))
  const held = new Map<string, { readonly from: number; readonly samples: Float32Array }>()
  for (const stretch of soundPlan) {
    const { recording, recordingFrom } = stretch
    if (recording === null || recordingFrom === null) continue
    let source = held.get(recording)
    if (!source) {
      source = soundIn(fileOf(recording))
      held.set(recording, source)
    }
    const first = Math.round(stretch.from * rate)
    const end = Math.round(stretch.to * rate)
    for (let n = first; n < end; n++)
      out[n] = between(source.samples, (recordingFrom + (n - first) / rate - source.from) * rate)
  }
  for (const { at, text } of narration) {
    const voice = peaking(spoken({ who: 'instructor', text }).signal, 0.5)
    const first = Math.round(at * rate)
    for (let n = 0; n < voice.length; n++) out[first + n] = (out[first + n] ?? 0) + (voice[n] as number)
  }
  return out
}

/** A recording's sound at 48 kHz and the media time of its first sample, gaps at the start left as they are. */
function soundIn(file: string): { readonly from: number; readonly samples: Float32Array } {
  const bytes = ffmpeg([
    '-i',
    file,
    '-map',
    '0:a',
    '-af',
    'aresample=48000:async=1:first_pts=0',
    '-ac',
    '1',
    '-f',
    'f32le',
    'pipe:1',
  ])
  return {
    from: 0,
    samples: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
  }
}
