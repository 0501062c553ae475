// Clips whose every frame says its number, in the shapes that real recordings come in.
import { open, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { requireDone, runTool } from '../../../app/src/media/run.ts'
import { generate } from '../media/clips.ts'
import { paintCounter, readCounter, type Size, turnedBack } from './counter.ts'

interface Recipe {
  readonly file: string
  /** A clip that must be there first. */
  readonly from?: string
  readonly args: string
  /** Changes the finished file. */
  readonly finish?: (path: string) => Promise<void>
}

const landscape: Size = { width: 320, height: 180 }
const portrait: Size = { width: 180, height: 320 }
const framesMade = 300

const counter = (rate: string, file = 'counter.gray', size = '320x180') =>
  `-f rawvideo -pixel_format gray -video_size ${size} -framerate ${rate} -i ${file}`
const x264 = '-pix_fmt yuv420p -c:v libx264 -preset ultrafast -crf 20'
/** Proxies as DESIGN has them: GOP 15, no B-frames, the original's own times. */
const asProxy =
  '-fps_mode passthrough -enc_time_base:v -1 -avoid_negative_ts disabled -video_track_timescale 90000 ' +
  `${x264} -g 15 -bf 0 -movflags +faststart`

export const pictureClips = {
  thirty: { file: 'thirty.mp4', args: `${counter('30')} -frames:v 120 ${x264} -g 30 -bf 2` },
  ntsc: { file: 'ntsc.mp4', args: `${counter('30000/1001')} -frames:v 120 ${x264} -g 15 -bf 0` },
  pal: { file: 'pal.mkv', args: `${counter('25')} -frames:v 100 ${x264} -g 50 -bf 3` },
  variable: {
    file: 'variable.mp4',
    args: `${counter('30')} -frames:v 120 -vf settb=1/90000,setpts='(N*33.37+8*sin(N*1.7)+gte(N\\,40)*520)/1000/TB' -enc_time_base 1:90000 -fps_mode passthrough ${x264} -g 60 -bf 2 -video_track_timescale 90000`,
  },
  variableProxy: { file: 'variable-proxy.mp4', from: 'variable', args: `-copyts -i variable.mp4 ${asProxy}` },
  sixty: { file: 'sixty.mp4', args: `${counter('60')} -frames:v 300 ${x264} -preset veryfast -g 250 -bf 3` },
  /** Half a minute: long enough to be entered in the middle. */
  slow: { file: 'slow.mp4', args: `${counter('10')} -frames:v 300 ${x264} -g 50 -bf 3` },
  openGop: {
    file: 'open-gop.mkv',
    args: `${counter('30')} -frames:v 120 ${x264} -preset veryfast -x264-params keyint=24:min-keyint=24:scenecut=0:bframes=3:b-adapt=0:open-gop=1`,
  },
  rotated: {
    file: 'rotated.mp4',
    args: `${counter('30', 'portrait.gray')} -frames:v 90 ${x264} -g 30 -bf 2`,
    finish: turnClockwise,
  },
  startsLate: {
    file: 'starts-late.mp4',
    args: `${counter('30')} -frames:v 90 ${x264} -g 30 -bf 2 -output_ts_offset 3.2`,
  },
  startsLateProxy: {
    file: 'starts-late-proxy.mp4',
    from: 'startsLate',
    args: `-copyts -i starts-late.mp4 ${asProxy}`,
  },
  startsLateMkv: {
    file: 'starts-late.mkv',
    args: `${counter('25')} -frames:v 75 ${x264} -g 25 -bf 2 -output_ts_offset 3.2`,
  },
  editList: { file: 'edit-list.mp4', from: 'sixty', args: '-ss 1.37 -i sixty.mp4 -c copy' },
  anamorphic: {
    file: 'anamorphic.mp4',
    args: `${counter('25')} -frames:v 50 -vf scale=240:180,setsar=4/3 ${x264} -g 25`,
  },
  vp9: {
    file: 'vp9.webm',
    args: `${counter('30')} -frames:v 90 -pix_fmt yuv420p -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 10 -g 60 -b:v 600k`,
  },
  av1: {
    file: 'av1.mkv',
    args: `${counter('30')} -frames:v 40 -pix_fmt yuv420p -c:v libaom-av1 -cpu-used 8 -usage realtime -g 30`,
  },
  hevc: {
    file: 'hevc.mp4',
    args: `${counter('30')} -frames:v 60 -pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=3 -tag:v hvc1`,
  },
  damaged: {
    file: 'damaged.mp4',
    args: `${counter('30')} -frames:v 120 ${x264} -g 30 -bf 0`,
    finish: damageMiddle,
  },
  xvid: { file: 'xvid.mp4', args: `${counter('25')} -frames:v 25 -pix_fmt yuv420p -c:v mpeg4 -q:v 4` },
  sounding: {
    file: 'sounding.mp4',
    args: `${counter('30')} -f lavfi -i sine=frequency=440:sample_rate=48000:duration=4 -frames:v 120 ${x264} -g 15 -bf 0 -c:a aac`,
  },
} as const satisfies Record<string, Recipe>

export type PictureClip = keyof typeof pictureClips

/** Makes the named clips (and those they are made from) in `folder`; gives the path of each. */
export async function makePictureClips(
  folder: string,
  names: readonly PictureClip[],
): Promise<ReadonlyMap<PictureClip, string>> {
  await paint(join(folder, 'counter.gray'), landscape, false)
  await paint(join(folder, 'portrait.gray'), portrait, true)
  const made = new Map<PictureClip, string>()
  const make = async (name: PictureClip): Promise<void> => {
    if (made.has(name)) return
    const recipe: Recipe = pictureClips[name]
    if (recipe.from) await make(recipe.from as PictureClip)
    await generate(folder, recipe.file, recipe.args)
    const path = join(folder, recipe.file)
    await recipe.finish?.(path)
    made.set(name, path)
  }
  for (const name of names) await make(name)
  return made
}

/**
 * The frame boundaries of a file in media micros, from ffprobe's packets: what an edit list discards is left out, the last
 * frame lasts its own duration. An independent answer to what the frame index of the product says.
 */
export async function probedBoundaries(path: string): Promise<readonly number[]> {
  let text = ''
  const end = await runTool({
    tool: 'ffprobe',
    input: null,
    args: [
      ...['-v', 'error', '-select_streams', 'v:0'],
      ...['-show_entries', 'packet=pts_time,duration_time,flags', '-of', 'csv=p=0', basename(path)],
    ],
    outputDir: dirname(path),
    onStdout: chunk => {
      text += Buffer.from(chunk).toString()
    },
    signal: AbortSignal.timeout(30_000),
    timeLimitSeconds: 30,
  })
  requireDone(end, `reading the packets of ${path}`)
  const packets = text
    .trim()
    .split('\n')
    .map(line => line.split(','))
    .filter(([, , flags]) => !flags?.includes('D'))
    .map(([pts, duration]) => ({
      pts: Math.round(Number(pts) * 1e6),
      duration: Math.round(Number(duration) * 1e6),
    }))
    .sort((a, b) => a.pts - b.pts)
  const last = packets.at(-1)
  if (!last) return []
  // The container does not always say how long the last frame lasts.
  const duration = last.duration || last.pts - (packets.at(-2)?.pts ?? 0)
  return [...packets.map(({ pts }) => pts), last.pts + duration]
}

/** The frame numbers that ffmpeg reads off a clip, in presentation order. */
export async function decodedCounters(path: string): Promise<readonly (number | null)[]> {
  const size: Size = { width: 320, height: 60 }
  const parts: Uint8Array[] = []
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [
      ...['-i', basename(path), '-vf', `crop=iw:ih/3:0:0,scale=${size.width}:${size.height}`],
      ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'],
    ],
    outputDir: dirname(path),
    onStdout: chunk => {
      parts.push(chunk)
    },
    signal: AbortSignal.timeout(30_000),
    timeLimitSeconds: 30,
  })
  requireDone(end, `decoding ${path}`)
  const luma = Buffer.concat(parts)
  const area = size.width * size.height
  return Array.from({ length: luma.length / area }, (_, frame) => {
    const rgba = new Uint8ClampedArray(area * 4)
    for (let at = 0; at < area; at++) rgba[at * 4] = luma[frame * area + at] as number
    return readCounter(rgba, size)
  })
}

async function paint(path: string, size: Size, isTurned: boolean): Promise<void> {
  const file = await open(path, 'w')
  for (let frame = 0; frame < framesMade; frame++) {
    const luma = paintCounter(size, frame)
    await file.write(isTurned ? turnedBack(luma, size) : luma)
  }
  await file.close()
}

/** Writes the display matrix for a quarter turn clockwise into the track header: the option for it changed with FFmpeg 6. */
async function turnClockwise(path: string): Promise<void> {
  const bytes = await readFile(path)
  // Version 0: four bytes of version and flags, then times, number, duration, layer and volume before the matrix.
  const matrix = bytes.indexOf('tkhd') + 4 + 40
  const turn = [0, 0x10000, 0, -0x10000, 0, 0, landscape.height * 0x10000, 0, 0x40000000]
  for (const [at, value] of turn.entries()) bytes.writeInt32BE(value, matrix + at * 4)
  await writeFile(path, bytes)
}

/** Overwrites a stretch in the middle of the coded pictures. */
async function damageMiddle(path: string): Promise<void> {
  const bytes = await readFile(path)
  const start = bytes.indexOf('mdat') + 4
  const middle = start + Math.floor((bytes.length - start) * 0.45)
  for (let at = middle; at < middle + 6000; at++) bytes[at] = (at * 37) & 255
  await writeFile(path, bytes)
}
