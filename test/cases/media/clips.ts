// Small media files whose truth is known, made by ffmpeg. Each is two seconds of moving pattern and tone unless it says more.
import { join } from 'node:path'
import { requireDone, runTool } from '../../../app/src/media/run.ts'

/** How one clip is made: words for ffmpeg, in one or two steps (`first` makes the file that the second reads). */
interface Recipe {
  readonly file: string
  readonly first?: { readonly file: string; readonly args: string }
  readonly args: string
}

const picture = (rate: string, seconds = 2, size = '160x120') =>
  `-f lavfi -i testsrc2=size=${size}:rate=${rate}:duration=${seconds}`
const tone = (seconds = 2, rate = 48_000) =>
  `-f lavfi -i sine=frequency=440:sample_rate=${rate}:duration=${seconds}`
const h264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p'

export const clips = {
  thirty: { file: 'thirty.mp4', args: `${picture('30')} ${tone()} ${h264} -c:a aac` },
  ntsc: { file: 'ntsc.mp4', args: `${picture('30000/1001')} ${tone()} ${h264} -bf 2 -c:a aac` },
  pal: { file: 'pal.mkv', args: `${picture('25')} ${tone()} ${h264} -c:a libopus` },
  variable: {
    file: 'variable.mp4',
    args: `${picture('60')} ${tone()} -vf select='not(mod(n\\,3))+not(mod(n\\,7))' -fps_mode vfr ${h264} -bf 2 -video_track_timescale 90000 -c:a aac`,
  },
  longGop: {
    file: 'long-gop.mp4',
    args: `${picture('60')} ${tone()} ${h264} -preset medium -g 250 -bf 3 -c:a aac`,
  },
  rotated: {
    file: 'rotated.mov',
    first: { file: 'rotated-first.mp4', args: `${picture('30')} ${tone()} ${h264} -c:a aac` },
    args: '-i rotated-first.mp4 -c copy -metadata:s:v rotate=90',
  },
  startsLate: {
    file: 'starts-late.ts',
    args: `${picture('25')} ${tone()} ${h264} -bf 2 -c:a aac -output_ts_offset 1.8 -muxdelay 0.7`,
  },
  startsLateMkv: {
    file: 'starts-late.mkv',
    args: `${picture('25')} ${tone()} ${h264} -bf 2 -c:a aac -output_ts_offset 3.2`,
  },
  editList: {
    file: 'edit-list.mp4',
    first: {
      file: 'edit-list-first.mp4',
      args: `${picture('30', 4)} ${tone(4)} ${h264} -preset medium -g 250 -bf 3 -c:a aac`,
    },
    args: '-ss 1.37 -i edit-list-first.mp4 -c copy',
  },
  hevc: {
    file: 'hevc.mp4',
    args: `${picture('30')} ${tone()} -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=3 -tag:v hvc1 -c:a aac`,
  },
  vp9: {
    file: 'vp9.webm',
    args: `${picture('30')} ${tone()} -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 10 -c:a libopus`,
  },
  av1: { file: 'av1.mkv', args: `${picture('30', 1)} -c:v libaom-av1 -cpu-used 8 -usage realtime` },
  packedAvi: {
    file: 'packed.avi',
    args: `${picture('25')} ${tone()} -c:v libxvid -bf 2 -b:v 300k -c:a libmp3lame`,
  },
  mjpeg: { file: 'mjpeg.avi', args: `${picture('15')} -c:v mjpeg -q:v 5` },
  mjpegMov: { file: 'mjpeg.mov', args: `${picture('15', 1)} -c:v mjpeg -q:v 5` },
  prores: {
    file: 'prores.mov',
    args: `${picture('24', 1)} ${tone(1)} -c:v prores_ks -profile:v 0 -c:a pcm_s16le`,
  },
  dv: {
    file: 'dv.avi',
    args: `${picture('50', 1, '720x576')} ${tone(1)} -vf tinterlace=interleave_bottom,setsar=16/15 -flags +ildct+ilme -c:v dvvideo -pix_fmt yuv420p -c:a pcm_s16le`,
  },
  transport: {
    file: 'transport.ts',
    args: `${picture('25')} ${tone()} ${h264} -preset medium -bf 2 -c:a mp2`,
  },
  programStream: { file: 'program.mpg', args: `${picture('25')} ${tone()} -c:v mpeg2video -bf 2 -c:a mp2` },
  odd: {
    file: 'odd.webm',
    args: `-f lavfi -i testsrc=size=353x201:rate=30:duration=1 -pix_fmt yuv420p -c:v libvpx-vp9 -deadline realtime -cpu-used 8`,
  },
  tenBit: {
    file: 'ten-bit.mkv',
    args: `${picture('30', 1)} -c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le`,
  },
  interlaced: {
    file: 'interlaced.mp4',
    args: `${picture('50')} -vf tinterlace=interleave_top ${h264} -flags +ildct+ilme`,
  },
  anamorphic: { file: 'anamorphic.mp4', args: `${picture('25', 1, '144x120')} -vf setsar=16/11 ${h264}` },
  soundOnly: { file: 'sound.m4a', args: `${tone()} -c:a aac` },
  mp3: { file: 'sound.mp3', args: `${tone(2, 44_100)} -c:a libmp3lame` },
  wav: { file: 'sound.wav', args: `${tone(2, 16_000)}` },
  pictureOnly: { file: 'picture.mp4', args: `${picture('30')} ${h264}` },
  lateSound: {
    file: 'late-sound.mp4',
    args: `${picture('30')} -itsoffset 0.7 ${tone(1)} ${h264} -c:a aac -bf 0`,
  },
  soundGap: {
    file: 'sound-gap.mkv',
    args: `${picture('30')} ${tone()} ${h264} -c:a pcm_s16le -af aselect='not(between(t\\,0.8\\,1.2))'`,
  },
  windowsMedia: { file: 'windows.wmv', args: `${picture('25')} ${tone()} -c:v wmv2 -c:a wmav2` },
  flash: { file: 'flash.flv', args: `${picture('25')} ${tone(2, 44_100)} ${h264} -bf 2 -c:a aac` },
  rawH264: { file: 'raw.h264', args: `${picture('25')} ${h264} -bf 2` },
  cover: {
    file: 'cover.m4a',
    first: { file: 'cover-first.png', args: `${picture('1', 1, '64x64')} -frames:v 1` },
    args: `${tone()} -i cover-first.png -map 0 -map 1 -c:a aac -c:v png -disposition:v attached_pic`,
  },
  twoCameras: {
    file: 'two-cameras.mkv',
    args: `${picture('25')} ${picture('25')} ${tone()} ${tone()} -map 0 -map 1 -map 2 -map 3 ${h264} -c:a aac`,
  },
} as const satisfies Record<string, Recipe>

export type ClipName = keyof typeof clips

/** Makes one clip in `folder` and gives its path. */
export async function makeClip(name: ClipName, folder: string): Promise<string> {
  const recipe: Recipe = clips[name]
  if (recipe.first) await generate(folder, recipe.first.file, recipe.first.args)
  await generate(folder, recipe.file, recipe.args)
  return join(folder, recipe.file)
}

/** Runs ffmpeg in `folder` on sources that the words name themselves. Single quotes keep words together. */
export async function generate(folder: string, file: string, words: string): Promise<void> {
  const args = (words.match(/(?:'[^']*'|\S)+/g) ?? []).map(word => word.replaceAll("'", ''))
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [...args, '-flags', '+bitexact', '-fflags', '+bitexact', file],
    outputDir: folder,
    signal: AbortSignal.timeout(60_000),
    timeLimitSeconds: 60,
  })
  requireDone(end, `making ${file}`)
}

/** Grey level of frame `n` in the clips of `makeCounted`: each frame tells its number by its brightness. */
export const greyOf = (frame: number) => 20 + 3 * frame

/** Sixty frames that tell their number by their brightness, and a burst of 5 ms of tone at each of `burstsAt`. */
export async function makeCounted(
  folder: string,
  file: string,
  words: { readonly encoding: string; readonly picture?: string; readonly burstsAt?: readonly number[] },
): Promise<string> {
  const bursts = (words.burstsAt ?? [1]).map(at => `between(t\\,${at}\\,${at + 0.005})`).join('+')
  await generate(
    folder,
    file,
    `-f lavfi -i nullsrc=size=64x48:rate=30:duration=2,format=gray,geq=lum='20+3*N'${words.picture ?? ''} ` +
      `-f lavfi -i aevalsrc='0.8*sin(2*PI*1000*t)*(${bursts})':sample_rate=48000:duration=2 -pix_fmt yuv420p ${words.encoding}`,
  )
  return join(folder, file)
}
