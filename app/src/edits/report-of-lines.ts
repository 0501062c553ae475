import type { EditLine } from '@sightline/core/case'
import type { StandingLine } from '@sightline/core/conform'
import { type FrameTimes, frameAtMedia, frameCount, ptsOf } from '@sightline/core/time'
import { toolLabel } from '../version.ts'
import { type DiffReport, diffMethod } from './diff-report.ts'

/** A file as the writers for video editors know it: where it lies, and when its frames are shown. */
export interface ReportFile {
  readonly path: string
  readonly sha256: string
  /** Null for mere sound. */
  readonly times: FrameTimes | null
  readonly rate: readonly [number, number] | null
}

/** Lines of a film in the form in which `sightline diff` tells them, so that the same writers serve both. `fileOf` gives recordings by their hash. */
export function reportOfLines(
  film: ReportFile & { readonly times: FrameTimes },
  lines: readonly StandingLine[],
  fileOf: (raw: string) => ReportFile | null,
): DiffReport {
  const told = lines.map(({ line }) => line)
  const used = [...new Set(told.flatMap(line => ('raw' in line && line.raw !== null ? [line.raw] : [])))]
  const raws = used.flatMap(raw => fileOf(raw) ?? [])
  const count = frameCount(film.times)
  return {
    v: 1,
    tool: toolLabel,
    method: diffMethod,
    seconds: 0,
    summary: '',
    edited: {
      ...{ file: film.path, sha256: film.sha256, frames: count },
      rate: film.rate ? [...film.rate] : null,
      duration: secondsOf(film.times),
    },
    raws: raws.map(({ path, sha256, times }) => ({
      ...{ file: path, sha256, why: null },
      frames: times && frameCount(times),
      duration: times && secondsOf(times),
    })),
    segments: lines.flatMap(each => segmentOf(each, film.times, fileOf)),
    cuts: [],
    edits: told.flatMap(line => editOf(line, film.times)),
    audio: told.flatMap(line => soundOf(line, fileOf)),
    leftOut: [],
  }
}

function secondsOf(times: FrameTimes): number {
  return Number(((ptsOf(times, frameCount(times)) - ptsOf(times, 0)) / 1e6).toFixed(3))
}

function segmentOf(
  { line, candidate }: StandingLine,
  film: FrameTimes,
  fileOf: (raw: string) => ReportFile | null,
): DiffReport['segments'] {
  if (line.part !== 'shown') return []
  const file = fileOf(line.raw)
  if (!file?.times) return []
  const [start, end] = [frameFrom(film, line.from), frameFrom(film, line.to)]
  const first = frameFrom(file.times, line.rate < 0 ? line.rawTo - 1 : line.rawFrom)
  return [
    {
      ...{ start, end, raw: file.path, rawStart: first, rate: line.rate, layer: line.layer },
      score: candidate?.score ?? 1,
      pair: [start, first],
      rivals: [],
    },
  ]
}

function editOf(line: EditLine, film: FrameTimes): DiffReport['edits'] {
  if (line.part !== 'picture') return []
  const { kind, from, to, factor, crop, region, follows } = line
  return [
    {
      ...{ kind, start: frameFrom(film, from), end: frameFrom(film, to), score: 1 },
      ...(factor === null ? {} : { factor }),
      ...(crop ? { crop } : {}),
      ...(region ? { region } : {}),
      ...(follows
        ? { follows: follows.map(({ at, box }): [number, ...typeof box] => [frameFrom(film, at), ...box]) }
        : {}),
    },
  ]
}

function soundOf(line: EditLine, fileOf: (raw: string) => ReportFile | null): DiffReport['audio'] {
  if (line.part !== 'sound') return []
  const file = line.raw === null ? null : fileOf(line.raw)
  const source = file && line.rawFrom !== null ? { raw: file.path, rawStart: line.rawFrom / 1e6 } : {}
  return [{ kind: line.kind, start: line.from / 1e6, end: line.to / 1e6, ...source, score: 1 }]
}

/** The frame that begins at a time, which a line tells in whole microseconds; the number of frames at the end. */
function frameFrom(times: FrameTimes, at: number): number {
  return frameAtMedia(times, at + 1) ?? (at + 1 < ptsOf(times, 0) ? 0 : frameCount(times))
}
