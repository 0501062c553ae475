import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFacts, RecordingId } from '@sightline/core/case'
import {
  blendedLike,
  doneAt,
  frameShown,
  isShown,
  madeLike,
  type PictureMap,
  type ProofFrame,
  type StandingLine,
  scaledMap,
  shownAt,
} from '@sightline/core/conform'
import { SightlineError } from '@sightline/core/errors'
import { type FrameTimes, frameCount, type MediaMicros, ptsOf } from '@sightline/core/time'
import { type MediaFile, openMediaFile } from '../media/media-file.ts'
import { requireDone, runTool } from '../media/run.ts'
import { squareFilters, takeFrames } from '../take-away/frames.ts'
import { fontWords } from '../take-away/lettering.ts'
import { ProofFrames } from './proof-frames.ts'
import { blankPicture, laidInto, mixedWith, type Picture, pictureIn, yuvBytes } from './proof-picture.ts'
import { nothingMade, whatRemains } from './proof-remains.ts'

type Video = NonNullable<RecordingFacts['video']>

/** A film or recording as the proof reads it: its own file, opened anew for each stretch. */
export interface ProofSource {
  readonly id: RecordingId
  readonly name: string
  readonly video: Video
  readonly times: FrameTimes
  readonly open: () => Promise<MediaFile>
}

export interface ProofRun {
  readonly film: ProofSource
  /** Null for a recording whose pictures are not to be used. */
  readonly sourceOf: (raw: RecordingId) => ProofSource | null
  readonly lines: readonly StandingLine[]
  /** An empty folder that is thrown away afterwards; `proof.mp4` is written there. */
  readonly workDir: string
  readonly signal: AbortSignal
  readonly onFraction: (fraction: number) => void
}

/** Frames of the film that are made at a time: 90 MB of pictures, up to twice that where a recording is sped up. */
const atOnce = 200
/** Of one of the three pictures that stand side by side. */
const paneWidth = 416
/** Of a recording's pictures: a part of them may be shown larger. */
const sourceWidth = 832

/**
 * Makes a film again from the recordings by the lines in force, holds it against the film frame by frame, and writes the three
 * side by side (`proof.mp4`: film, made again, what remains). Every picture is decoded from the files as received. Throws
 * 'media.failed' where a frame that a line names cannot be decoded, 'cancelled', 'media.timeout'.
 */
export async function makeProof(run: ProofRun): Promise<readonly ProofFrame[]> {
  const { film, workDir, signal } = run
  const count = frameCount(film.times)
  const size = sizeWithin(film.video, paneWidth)
  const frames: ProofFrame[] = []
  const coded = join(workDir, 'proof.h264')
  await writeFile(coded, '')
  for (let from = 0; from < count; from += atOnce) {
    signal.throwIfAborted()
    const to = Math.min(count, from + atOnce)
    frames.push(...(await proveStretch(run, { from, to, size, coded })))
    run.onFraction(to / count)
  }
  await joinPieces(run)
  return frames
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly size: Size
  /** Where the coded pictures are added. */
  readonly coded: string
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Wanted {
  readonly raw: RecordingId
  readonly index: number
  readonly layer: number
  readonly map: PictureMap | null
  readonly box: readonly [number, number, number, number] | null
  /** Frames that may be mixed with it, where speed is neither true nor none. */
  readonly beside: readonly number[]
}

async function proveStretch(
  run: ProofRun,
  { from, to, size, coded }: Stretch,
): Promise<readonly ProofFrame[]> {
  const { film, workDir } = run
  const indices = Array.from({ length: to - from }, (_, n) => from + n)
  const wanted = indices.map(index => wantedAt(run, index))
  const own = await picturesOf(run, film, indices, size)
  const raws = new Map<
    RecordingId,
    { readonly pictures: ReadonlyMap<number, Picture>; readonly size: Size }
  >()
  for (const raw of new Set(wanted.flatMap(each => each.map(one => one.raw)))) {
    const source = run.sourceOf(raw)
    if (!source) continue
    const needed = new Set(
      wanted.flatMap(each => each.filter(one => one.raw === raw).flatMap(one => [one.index, ...one.beside])),
    )
    const rawSize = sizeWithin(source.video, sourceWidth)
    const sorted = [...needed].sort((a, b) => a - b)
    raws.set(raw, { size: rawSize, pictures: await picturesOf(run, source, sorted, rawSize) })
  }
  const y4m = new ProofFrames(join(workDir, 'stretch.y4m'), 3 * size.width, size.height, rateOf(film))
  const frames: ProofFrame[] = []
  for (const [n, index] of indices.entries()) {
    const picture = own.get(index)
    if (!picture) throw missing(film, index)
    const { made, reached, main, by, bare } = madeAgain(run, wanted[n] ?? [], raws, picture, index)
    const apart = new Uint8Array(size.width * size.height)
    const { residual, covered, drawn } = main
      ? whatRemains(picture, made, { reached, bare }, apart)
      : nothingMade
    const told = (value: number | undefined) => (value === undefined ? null : Number(value.toFixed(4)))
    frames.push({
      frame: index,
      at: Math.round(ptsOf(film.times, index)) as MediaMicros,
      ...{ raw: main?.raw ?? null, rawFrame: main?.index ?? null },
      ...{ mean: told(residual?.mean), share: told(residual?.share), covered: main ? told(covered) : null },
      ...{ gain: told(residual?.gain), lift: told(residual?.lift), by },
      ...(drawn > 0 ? { drawn: Number(drawn.toFixed(4)) } : {}),
    })
    y4m.add([picture, made, blankPicture(size, apart)])
  }
  await y4m.finish()
  await encode(run, coded, from)
  return frames
}

/** What the lines say is shown at a frame, the layer that fills the picture first. */
function wantedAt(run: ProofRun, index: number): readonly Wanted[] {
  const at = Math.round(ptsOf(run.film.times, index)) as MediaMicros
  return shownAt(run.lines, at).flatMap(of => {
    const source = run.sourceOf(of.line.raw)
    const found = source && isShown(of) ? frameShown(of, { index, pts: at }, source.times) : null
    if (!source || !found || found.index >= frameCount(source.times)) return []
    const candidate = of.candidate
    const frames = candidate?.frames
    const maps = candidate?.maps
    const map = maps && frames ? (maps.length === 1 ? maps[0] : maps[index - frames[0]]) : undefined
    return [
      {
        raw: of.line.raw,
        index: found.index,
        layer: of.line.layer,
        map: map ?? null,
        box: candidate?.box ?? null,
        beside: mayBeMixed(of.line.rate)
          ? [found.index - 1, found.index + 1].filter(each => each >= 0 && each < frameCount(source.times))
          : [],
      },
    ]
  })
}

/** Frames are mixed to slow a recording down, or to speed it up a little; faster, some are left out. */
function mayBeMixed(rate: number): boolean {
  const speed = Math.abs(rate)
  return speed > 0 && speed < 2 && speed !== 1
}

interface MadeAgain {
  readonly made: Picture
  /** 1 where a recording covers the film's picture. */
  readonly reached: Uint8Array
  readonly main: Wanted | null
  readonly by: NonNullable<ProofFrame['by']>
  /** 0 where something is drawn over the film's picture; null where nothing is. */
  readonly bare: Uint8Array | null
}

/** A second picture that covers less than this lies over the first; one that covers all of it fades with it. */
const insetShare = 0.97

function madeAgain(
  run: ProofRun,
  wanted: readonly Wanted[],
  raws: ReadonlyMap<RecordingId, { readonly pictures: ReadonlyMap<number, Picture>; readonly size: Size }>,
  film: Picture,
  index: number,
): MadeAgain {
  const size: Size = film
  const reached = new Uint8Array(size.width * size.height)
  let made = blankPicture(size, null)
  const [main = null, ...others] = wanted
  if (!main) return { made, reached, main: null, by: [], bare: null }
  const filmScale = [
    size.width / run.film.video.displayWidth,
    size.height / run.film.video.displayHeight,
  ] as const
  const lay = (one: Wanted, into: Picture, mask: Uint8Array): void => {
    const held = raws.get(one.raw)
    const picture = held?.pictures.get(one.index)
    const source = run.sourceOf(one.raw)
    if (!held || !picture || !source) throw missing(source ?? run.film, one.index)
    const rawScale = [
      held.size.width / source.video.displayWidth,
      held.size.height / source.video.displayHeight,
    ] as const
    const whole: PictureMap = [size.width / held.size.width, 0, 0, 0, size.height / held.size.height, 0]
    const box = one.box?.map((value, n) => value * filmScale[n % 2 === 0 ? 0 : 1]) ?? null
    laidInto(into, picture, one.map ? scaledMap(one.map, filmScale, rawScale) : whole, mask, box)
  }
  lay(main, made, reached)
  const blended = blendedLike(
    film,
    made,
    main.beside.map(beside => {
      const second = blankPicture(size, null)
      lay({ ...main, index: beside }, second, new Uint8Array(reached.length))
      return second
    }),
  )
  made = blended ?? made
  for (const other of others) {
    const [, , width = 0, height = 0] = other.box ?? []
    const share = (width * height) / (run.film.video.displayWidth * run.film.video.displayHeight)
    if (other.box && share < insetShare) lay(other, made, reached)
    else {
      const second = blankPicture(size, null)
      lay(other, second, new Uint8Array(reached.length))
      made = mixedWith(made, second, film.luma)
    }
  }
  const like = madeLike(film, made, reached, doneAt(run.lines, ptsOf(run.film.times, index), filmScale))
  return {
    ...{ made: like.picture, reached, main, bare: like.bare },
    by: [...(blended ? (['blend'] as const) : []), ...like.by],
  }
}

async function picturesOf(
  run: ProofRun,
  source: ProofSource,
  indices: readonly number[],
  size: Size,
): Promise<ReadonlyMap<number, Picture>> {
  if (indices.length === 0) return new Map()
  await using file = await source.open()
  const bytes = await takeFrames({
    file,
    video: source.video,
    at: indices.map(index => Math.round(ptsOf(source.times, index)) as MediaMicros),
    filters: [...squareFilters(source.video), `scale=${size.width}:${size.height}:flags=area,format=yuv420p`],
    // The last number counts: these are written one by one, and not as one picture.
    output: ['-frames:v', String(indices.length), '-f', 'rawvideo', 'pipe:1'],
    outputDir: run.workDir,
    signal: run.signal,
  })
  const each = yuvBytes(size)
  if (bytes.length < each * indices.length)
    throw missing(source, indices[Math.floor(bytes.length / each)] ?? 0)
  return new Map(
    indices.map((index, n) => [index, pictureIn(bytes.subarray(n * each, (n + 1) * each), size)]),
  )
}

function missing({ name }: ProofSource, frame: number): SightlineError {
  return new SightlineError('media.failed', `${name}: expected frame ${frame}, and it could not be decoded`)
}

function sizeWithin({ displayWidth, displayHeight }: Video, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(1, displayWidth))
  const even = (value: number) => Math.max(16, 2 * Math.round((value * scale) / 2))
  return { width: even(displayWidth), height: even(displayHeight) }
}

/** Codes one stretch, every one a beginning of its own, and adds it to what is there. */
async function encode({ workDir, signal }: ProofRun, coded: string, from: number): Promise<void> {
  await using stretch = await openMediaFile(join(workDir, 'stretch.y4m'))
  const label = (words: string, x: string) =>
    `drawtext=${fontWords}:text=${words}:x=${x}:y=8:fontsize=13:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=3`
  const end = await runTool({
    tool: 'ffmpeg',
    input: stretch,
    args: [
      ...[
        '-vf',
        [
          label('film', '8'),
          label('made again from the recordings', 'w/3+8'),
          label('what remains', '2*w/3+8'),
          `drawtext=${fontWords}:text=frame %{eif\\\\:n+${from}\\\\:d}:x=8:y=h-22:fontsize=13:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=3`,
        ].join(','),
      ],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p', '-bf', '0'],
      ...['-f', 'h264', 'pipe:1'],
    ],
    outputDir: workDir,
    onStdout: chunk => appendFile(coded, chunk),
    signal,
    timeLimitSeconds: 3600,
    isBackground: true,
  })
  requireDone(end, 'writing the proof')
}

/** The film's mean rate: the proof shows every frame for the same time, so that it lasts as long as the film. */
function rateOf({ times }: ProofSource): string {
  const count = frameCount(times)
  const lastsMs = Math.round((ptsOf(times, count) - ptsOf(times, 0)) / 1000)
  return lastsMs > 0 ? `${count * 1000}:${lastsMs}` : '25:1'
}

async function joinPieces({ workDir, signal }: ProofRun): Promise<void> {
  await using pieces = await openMediaFile(join(workDir, 'proof.h264'))
  const end = await runTool({
    tool: 'ffmpeg',
    input: pieces,
    args: ['-c', 'copy', '-map_metadata', '-1', '-movflags', '+faststart', 'proof.mp4'],
    outputDir: workDir,
    signal,
    timeLimitSeconds: 3600,
  })
  requireDone(end, 'writing the proof')
}
