import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { type CaseMicros, type ClockPiece, caseTimeOn, mediaTimeOn } from '@sightline/core/time'
import type { MediaFile } from '../media/media-file.ts'
import { requireDone, runTool } from '../media/run.ts'
import { squareFilters, type Video } from './frames.ts'
import { burnable, fontWords } from './lettering.ts'

/** One angle of a clip: the original, where it lies on the clock, and the frame that is current where the clip begins. */
export interface ClipAngle {
  readonly file: MediaFile
  readonly name: string
  readonly video: Video
  readonly audio: RecordingFacts['audio'][number] | null
  readonly piece: ClockPiece
  /** Media times of the frames that the span shows, ascending, and the number of the first. Empty: the angle is absent. */
  readonly frames: { readonly first: number; readonly times: readonly number[]; readonly end: number }
}

export interface ClipRun {
  readonly from: CaseMicros
  readonly to: CaseMicros
  readonly outputDir: string
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onFraction: (fraction: number) => void
}

/** Two lines below the picture: which frame it is, and when. */
const footHeight = 52
const baselines = { frame: 32, clock: 11 } as const
const encoding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p']
const ending = ['-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart']
/** Written by the clip's own maker for the grid to read; one a cell. */
const gridRate = 30
const cell = { width: 640, height: 360 }

/**
 * A clip of one angle from its original: every frame of the span at its own time, its sound, and below the picture the
 * frame's number, its PTS and its case time. Writes `clip.mp4`. Throws 'media.failed', 'cancelled', 'media.timeout'.
 */
export async function makeClip(run: ClipRun, angle: ClipAngle): Promise<void> {
  const { piece, audio, frames } = angle
  const sound = audio && {
    from: mediaTimeOn(piece, run.from),
    to: mediaTimeOn(piece, run.to),
  }
  const soundGraph =
    audio && sound
      ? `;[0:${audio.track}]atrim=start=${seconds(sound.from)}:end=${seconds(sound.to)},asetpts=PTS-(${seconds(sound.from)})/TB[sound]`
      : ''
  await encode(run, angle.file, [
    ...[
      '-filter_complex',
      `[0:${angle.video.track}]${await pictureFilters(run, angle, 'label.txt')}[picture]${soundGraph}`,
    ],
    ...['-map', '[picture]', ...(soundGraph ? ['-map', '[sound]', '-c:a', 'aac', '-b:a', '160k'] : [])],
    ...['-fps_mode', 'passthrough', '-enc_time_base:v', '1:90000', ...encoding, ...ending, 'clip.mp4'],
  ])
  if (frames.times.length === 0) throw new Error('a clip of one angle has frames')
}

/**
 * All angles in a grid, each with its own frame number, PTS and case time, at 30 frames a second of the case clock: each
 * cell shows the frame that is current there, and is black where the recording is absent. Without sound. Writes `clip.mp4`.
 */
export async function makeGridClip(run: ClipRun, angles: readonly ClipAngle[]): Promise<void> {
  const columns = Math.ceil(Math.sqrt(angles.length))
  const part = 1 / (angles.length + 1)
  for (const [n, angle] of angles.entries()) {
    const onFraction = (done: number) => run.onFraction((n + done) * part)
    await makeCell({ ...run, onFraction }, angle, n)
  }
  const height = cell.height + footHeight
  const layout = angles.map((_, n) => `${(n % columns) * cell.width}_${Math.floor(n / columns) * height}`)
  const stack =
    angles.length === 1
      ? '[0:v]null[grid]'
      : `${angles.map((_, n) => `[${n}:v]`).join('')}xstack=inputs=${angles.length}:layout=${layout.join('|')}:fill=black[grid]`
  await encode({ ...run, onFraction: done => run.onFraction(1 - part + done * part) }, null, [
    ...angles.flatMap((_, n) => ['-i', `cell${n}.mp4`]),
    ...['-filter_complex', stack, '-map', '[grid]', ...encoding, ...ending, 'clip.mp4'],
  ])
}

async function makeCell(run: ClipRun, angle: ClipAngle, n: number): Promise<void> {
  const { width, height } = cell
  const length = seconds(run.to - run.from)
  const size = `${width}x${height + footHeight}`
  const ground = `color=c=black:s=${size}:r=${gridRate}:d=${length}`
  const name = `name${n}.txt`
  await writeFile(join(run.outputDir, name), `${burnable(angle.name)}  absent`)
  const absent = drawn(name, 'expansion=none', 'frame')
  const picture =
    angle.frames.times.length === 0
      ? `${ground},${absent}[cell]`
      : [
          `${ground},${absent}[ground]`,
          `[0:${angle.video.track}]${await pictureFilters(run, angle, `label${n}.txt`, cell)}[picture]`,
          // The last frame stays until it ends, and no longer: the ground shows where the angle is absent.
          `[ground][picture]overlay=eof_action=repeat:enable='lt(t,${seconds(endOf(run, angle))})*gte(t,${seconds(startOf(run, angle))})'[cell]`,
        ].join(';')
  await encode(run, angle.file, [
    ...['-filter_complex', picture, '-map', '[cell]', '-t', length, '-r', String(gridRate)],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '12', '-pix_fmt', 'yuv420p', `cell${n}.mp4`],
  ])
}

/** From the raw frame to the lettered one whose time counts from where the clip begins. */
async function pictureFilters(
  run: ClipRun,
  angle: ClipAngle,
  label: string,
  within?: typeof cell,
): Promise<string> {
  const { frames, piece } = angle
  const first = frames.times[0] ?? 0
  const name = burnable(angle.name)
  await writeFile(join(run.outputDir, label), `${name}  frame %{frame_num}  PTS %{pts} s`)
  await writeFile(join(run.outputDir, `clock-${label}`), 'case %{pts:hms}')
  const fit = within
    ? [
        `scale=${within.width}:${within.height}:force_original_aspect_ratio=decrease:force_divisible_by=2`,
        `pad=${within.width}:${within.height}:(ow-iw)/2:(oh-ih)/2`,
      ]
    : ['scale=trunc(iw/2)*2:trunc(ih/2)*2']
  const drift = 1 + piece.driftPpm * 1e-6
  return [
    // Half a microsecond before, so that a rounded time takes in its own frame and not the next.
    `trim=start=${seconds(first - 0.5)}:end=${seconds(frames.end - 0.5)}`,
    ...squareFilters(angle.video),
    ...fit,
    'setsar=1',
    `pad=iw:ih+${footHeight}:0:0:black`,
    drawn(label, `start_number=${frames.first}`, 'frame'),
    // From here on a frame's time is that of the case clock.
    `settb=1/1000000,setpts='round(PTS*${drift})+(${piece.start})'`,
    drawn(`clock-${label}`, '', 'clock'),
    `setpts='PTS-(${run.from})'`,
  ].join(',')
}

function drawn(textfile: string, more: string, line: keyof typeof baselines): string {
  const options = more ? `${more}:` : ''
  return `drawtext=${fontWords}:textfile=${textfile}:${options}x=10:y=h-${baselines[line]}-ascent:fontsize=13:fontcolor=white`
}

function startOf(run: ClipRun, { piece, frames }: ClipAngle): number {
  return Math.max(0, caseTimeOn(piece, (frames.times[0] ?? 0) as never) - run.from)
}

function endOf(run: ClipRun, { piece, frames }: ClipAngle): number {
  return caseTimeOn(piece, frames.end as never) - run.from
}

async function encode(run: ClipRun, input: MediaFile | null, args: readonly string[]): Promise<void> {
  const length = run.to - run.from
  const end = await runTool({
    tool: 'ffmpeg',
    input,
    inputOptions: ['-copyts'],
    args: ['-progress', 'pipe:1', '-stats_period', '0.5', '-nostats', ...args],
    outputDir: run.outputDir,
    onStdout: chunk => {
      const time = /^out_time_us=(\d+)/m.exec(Buffer.from(chunk).toString('latin1'))
      if (time) run.onFraction(Math.min(1, Number(time[1]) / length))
    },
    signal: run.signal,
    timeLimitSeconds: 3600,
  })
  requireDone(end, 'making the clip')
}

function seconds(micros: number): string {
  return (micros / 1e6).toFixed(7)
}
