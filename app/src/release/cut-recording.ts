import { join } from 'node:path'
import type { Recording, RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type Part, type PartedFrames, type PartOut, partedFrames } from '@sightline/core/release'
import { decimalFromMicros, type FrameTimes } from '@sightline/core/time'
import { soundRecipe } from '../derive/sound-recipe.ts'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { proxyTimescale } from '../media/review-plan.ts'
import { requireDone, runTool } from '../media/run.ts'
import type { ContentSource } from '../store/content-store.ts'

export interface CutInput {
  readonly recording: Recording
  /** How messages call it. */
  readonly title: string
  /** The review copy, from which is cut: its frames have the recording's own times. */
  readonly proxy: string
  /** When each frame of the whole recording is shown; null for mere sound. */
  readonly frames: FrameTimes | null
  readonly parts: readonly Part[]
  /** An existing folder of its own. */
  readonly workDir: string
  readonly signal: AbortSignal
}

/**
 * Parts of a recording as one file of its own. Everything about it was read and measured from that file, so that nothing of what
 * was left out can be in it.
 */
export interface Cut {
  /** Begins at 0: the time of the recording less that of the first part's beginning. */
  readonly file: string
  readonly parts: readonly PartOut[]
  /** In the time of the whole recording. */
  readonly facts: RecordingFacts
  readonly frames: FrameTimes | null
  readonly outputs: ReadonlyMap<string, ContentSource>
}

/** A thousandth of a second at 48 kHz: sound is muted in such pieces where it was left out. */
const soundPiece = 48
const pieceMicros = 1000
/** Ten ticks of a clock of 90 kHz: what a container's own clock may round. */
const largestErrorMicros = 111

/** Cuts parts out of a recording's review copy and compresses them anew. Throws 'case.unknown' where no frame begins in a part, and what media tools throw. */
export async function cutRecording(input: CutInput): Promise<Cut> {
  const { recording, title, frames, workDir, signal } = input
  if (recording.probe.kind !== 'probed')
    throw new SightlineError('case.unknown', `${title} could not be read, and so has no parts`)
  const parted = frames && partedFrames(frames, input.parts)
  if (frames && !parted)
    throw new SightlineError('case.unknown', `${title}: no frame of it begins in one of the parts chosen`)
  const parts: readonly PartOut[] = parted?.parts ?? input.parts.map(part => ({ ...part, frames: null }))
  const name = frames ? 'cut.mp4' : 'cut.m4a'
  await encode(input, parted, parts, name)
  await using cut = await openMediaFile(join(workDir, name), title)
  const probed = await probe(cut, signal)
  if (probed.kind === 'refused') throw new SightlineError('media.failed', probed.why.message)
  const { facts } = probed
  if (parted) requireSameTimes(title, parted.times, probed.frameTimes)
  const made = await soundRecipe.make({
    recording: { ...recording, probe: { ...recording.probe, facts } },
    media: cut,
    workDir,
    signal,
    readStored: () => Promise.reject(new Error('the sound of a cut is measured from the cut alone')),
    onFraction: () => undefined,
  })
  const file = frames ? 'part.mp4' : 'part.m4a'
  const from = parts[0]?.from ?? 0
  await remux(input, name, file, from)
  return {
    file: join(workDir, file),
    parts,
    facts,
    frames: parted?.times ?? null,
    outputs: new Map(made.outputs.map(each => [each.name, each.source])),
  }
}

async function encode(
  { recording, proxy, workDir, title, signal, parts: asked }: CutInput,
  parted: PartedFrames | null,
  parts: readonly PartOut[],
  name: string,
): Promise<void> {
  await using media = await openMediaFile(proxy, title)
  const video = recording.probe.kind === 'probed' ? recording.probe.facts.video : null
  const end = await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-copyts'],
    args: [
      ...(parted && video ? ['-map', '0:v:0', ...pictureWords(parted, proxyTimescale(video.timeBase))] : []),
      ...['-map', '0:a:0?', '-af', soundFilters(parts, asked), '-c:a', 'aac', '-b:a', '96k'],
      ...plain,
      ...['-movflags', '+faststart', '-f', 'mp4', name],
    ],
    outputDir: workDir,
    signal,
    timeLimitSeconds: 6 * 3600,
  })
  requireDone(end, `cutting ${title}`)
}

/** One thread: the same frames give the same bytes on any machine. */
function pictureWords({ parts, painted }: PartedFrames, timescale: number): readonly string[] {
  const ends = parts.map(({ frames }) => frames ?? ([0, -1] as const))
  const gaps = ends
    .slice(0, -1)
    .flatMap(([, last], index) => (last + 1 < (ends[index + 1]?.[0] ?? 0) ? [last + 1] : []))
  const kept = [
    ...ends.map(([first, last]) => `between(n,${first},${last})`),
    ...gaps.map(gap => `eq(n,${gap})`),
  ]
  const isPainted = painted.map(index => `eq(n,${index})`).join('+')
  const paint =
    isPainted === ''
      ? []
      : [
          // Slanting bars of two greys: no camera's picture, and nothing of the frame below them.
          `geq=lum='if(lt(mod(X+Y,48),24),112,136)':cb=128:cr=128:enable='${isPainted}'`,
        ]
  const filters = [`select='${kept.join('+')}'`, 'format=yuv420p', ...paint]
  return [
    ...['-vf', filters.join(',')],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-g', '15', '-bf', '0', '-threads', '1'],
    ...['-fps_mode:v', 'passthrough', '-enc_time_base:v', `1:${timescale}`],
    ...['-video_track_timescale', String(timescale), '-movie_timescale', String(timescale)],
  ]
}

/** Silence wherever no part is: a piece sounds only where all of it lies in a part as asked. */
function soundFilters(parts: readonly PartOut[], asked: readonly Part[]): string {
  const heard = parts.map(({ from, to }, index) => ({ from, to: Math.min(to, asked[index]?.to ?? to) }))
  const sounds = heard.map(({ from, to }) => `between(t,${seconds(from)},${seconds(to - pieceMicros)})`)
  const [first, last] = [heard[0]?.from ?? 0, heard.at(-1)?.to ?? 0]
  return [
    'aresample=48000',
    `asetnsamples=n=${soundPiece}:p=0`,
    `volume=volume=0:enable='not(${sounds.join('+')})'`,
    `atrim=start=${seconds(first)}:end=${seconds(last)}`,
    'asetnsamples=n=1024:p=0',
  ].join(',')
}

const plain = [
  ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
  ...['-flags:a', '+bitexact', '-max_muxing_queue_size', '1000000', '-avoid_negative_ts', 'disabled'],
]

/** The same packets from 0 on: a player that knows nothing of the case does not wait for what came before. */
async function remux(
  { workDir, title, signal }: CutInput,
  from: string,
  to: string,
  start: number,
): Promise<void> {
  await using cut = await openMediaFile(join(workDir, from), title)
  const end = await runTool({
    tool: 'ffmpeg',
    input: cut,
    inputOptions: ['-copyts'],
    args: [
      ...['-map', '0', '-c', 'copy', '-output_ts_offset', seconds(-start)],
      ...plain,
      ...['-movflags', '+faststart', '-f', 'mp4', to],
    ],
    outputDir: workDir,
    signal,
    timeLimitSeconds: 3600,
  })
  requireDone(end, `cutting ${title}`)
}

/** What was written shows the frames that were meant, at their times. */
function requireSameTimes(title: string, wanted: FrameTimes, found: FrameTimes | null): void {
  const count = wanted.boundaries.length - 1
  const isSame =
    found?.boundaries.length === wanted.boundaries.length &&
    wanted.boundaries
      .subarray(0, count)
      .every((time, index) => Math.abs(time - (found.boundaries[index] ?? 0)) <= largestErrorMicros)
  if (!isSame)
    throw new SightlineError(
      'media.failed',
      `${title}: expected ${count} frames at the times of the recording in what was cut, found ${(found?.boundaries.length ?? 1) - 1} that differ`,
    )
}

function seconds(micros: number): string {
  return decimalFromMicros(micros)
}
