import { type BoxThen, type EditLine, mostPlaces } from '@sightline/core/case'
import type { Candidate, Compared, EditList, PictureMap } from '@sightline/core/conform'
import type { Edit, FilmAccount, HeardRun, ToldRun } from '@sightline/core/edits'
import type { MediaMicros } from '@sightline/core/time'
import { editMethod } from './method.ts'
import type { PictureFacts } from './stored-pictures.ts'

/** A film, stand-in or recording as it was compared. Times are media time in microseconds. */
export interface HeldForEdits {
  readonly id: string
  readonly fromMicros: number | null
  readonly toMicros: number | null
  readonly pictures: PictureFacts | null
  readonly hasSound: boolean
}

/** What the engine found, in the form that the case keeps: by recordings' hashes, and anchored by media time. */
export function editListOf(
  account: FilmAccount,
  film: HeldForEdits,
  raws: readonly HeldForEdits[],
): EditList {
  const shown = account.shown.map(each => shownCandidate(each, film, raws))
  return {
    v: 1,
    ...editMethod,
    of: comparedOf(film),
    against: raws.map(comparedOf),
    candidates: [
      ...shown,
      ...trims(shown),
      ...account.edits.map(each => pictureCandidate(each, film)),
      ...account.heard.map(each => soundCandidate(each, raws)),
    ],
  }
}

function comparedOf({ id, pictures, fromMicros, toMicros, hasSound }: HeldForEdits): Compared {
  const [from, to] = pictures
    ? [micros(pictures.times[0] ?? 0), micros(pictures.times[pictures.count] ?? 0)]
    : [fromMicros as MediaMicros | null, toMicros as MediaMicros | null]
  return { recording: id, frames: pictures?.count ?? null, from, to, hasSound }
}

function shownCandidate(
  { segment, box, layer, score, rivals }: ToldRun,
  film: HeldForEdits,
  raws: readonly HeldForEdits[],
): Candidate {
  const raw = raws[segment.raw]
  const { from, to, slack, seenSlack, line } = segment
  const frames = Array.from(segment.frames)
  const first = frames[0] ?? 0
  const isEven = frames.every((frame, n) => frame === first + n)
  const middle = (to - from) >> 1
  const [low, high] = [Math.min(...extent(frames)), Math.max(...extent(frames))]
  const rate = isHeld(frames) ? 0 : thousandths(line.rate)
  return {
    line: {
      part: 'shown',
      from: timeOf(film, from),
      to: timeOf(film, to),
      raw: raw?.id ?? '',
      rawFrom: timeOf(raw, low),
      rawTo: timeOf(raw, high + 1),
      rate,
      layer,
    },
    frames: [from, to],
    rawFirst: first,
    rawFrames: isEven ? null : frames,
    maps: raw?.pictures && film.pictures ? mapsOf(segment.maps, film.pictures, raw.pictures) : null,
    box: film.pictures && layer > 0 ? ownBox(box, film.pictures) : null,
    range: slack[0] === 0 && slack[1] === 0 ? null : [Math.max(0, first + slack[0]), first + slack[1]],
    ...(seenSlack ? { seenRange: [Math.max(0, first + seenSlack[0]), first + seenSlack[1]] } : {}),
    score,
    pair: [from + middle, frames[middle] ?? first],
    rivals: rivals.map(each => ({
      raw: raws[each.raw]?.id ?? '',
      frame: each.frame,
      behind: thousandths(each.behind),
    })),
  }
}

/** Maps between the files' own pixels, from those between pixel centres of the small pictures. */
function mapsOf(maps: readonly (readonly number[])[], film: PictureFacts, raw: PictureFacts): PictureMap[] {
  const [fx, fy] = [film.fullWidth / film.width, film.fullHeight / film.height]
  const [rx, ry] = [raw.fullWidth / raw.width, raw.fullHeight / raw.height]
  const round = (value: number) => Number(value.toFixed(4))
  return maps.map(([a = 1, b = 0, c = 0, d = 0, e = 1, f = 0]) => [
    round((fx * a) / rx),
    round((fx * b) / ry),
    round(fx * (c + 0.5 - (a + b) / 2)),
    round((fy * d) / rx),
    round((fy * e) / ry),
    round(fy * (f + 0.5 - (d + e) / 2)),
  ])
}

function ownBox([x = 0, y = 0, w = 0, h = 0]: readonly number[], film: PictureFacts) {
  const [fx, fy] = [film.fullWidth / film.width, film.fullHeight / film.height]
  return boxOf([x * fx, y * fy, w * fx, h * fy].map(Math.round))
}

/** The lowest and the highest number, without spreading long arrays over the stack. */
function extent(frames: readonly number[]): readonly [number, number] {
  return [
    frames.reduce((low, each) => Math.min(low, each), frames[0] ?? 0),
    frames.reduce((high, each) => Math.max(high, each), frames[0] ?? 0),
  ]
}

function isHeld(frames: readonly number[]): boolean {
  return frames.length > 1 && frames.every(frame => frame === frames[0])
}

/** A jump ahead of at most this much within one recording is told as a trim; a longer one is another place. */
const longestTrimMicros = 5_000_000

function trims(shown: readonly Candidate[]): readonly Candidate[] {
  const main = shown.filter(({ line }) => line.part === 'shown' && line.layer === 0)
  return main.flatMap((one, n): readonly Candidate[] => {
    const next = main[n + 1]
    if (!next || one.line.part !== 'shown' || next.line.part !== 'shown') return []
    const [a, b] = [one.line, next.line]
    const skipped = b.rawFrom - a.rawTo
    const isJoined = a.raw === b.raw && one.frames?.[1] === next.frames?.[0] && a.rate > 0 && b.rate > 0
    if (!isJoined || skipped <= 0 || skipped > longestTrimMicros) return []
    const at = next.frames?.[0] ?? 0
    return [
      {
        line: { part: 'trim', from: b.from, to: b.from, raw: a.raw, rawFrom: a.rawTo, rawTo: b.rawFrom },
        ...{ frames: [at, at], rawFirst: null, rawFrames: null, maps: null, box: null, range: null },
        score: Math.min(one.score, next.score),
        pair: [at, next.rawFirst ?? 0],
        rivals: [],
      },
    ]
  })
}

function pictureCandidate(
  { kind, start, end, factor, crop, region, follows, score }: Edit,
  film: HeldForEdits,
): Candidate {
  const line: EditLine = {
    part: 'picture',
    from: timeOf(film, start),
    to: timeOf(film, end),
    kind,
    factor: factor ?? null,
    crop: crop ? boxOf(crop) : null,
    region: region ? boxOf(region) : null,
    ...(follows && follows.length > 0 ? { follows: placesOf(follows, film) } : {}),
  }
  return { line, frames: [start, end], ...unpaired, score: thousandths(score) }
}

/** Where something that moves was, by the film's own time; of many places as many as a line holds, the first and the last among them. */
function placesOf(follows: NonNullable<Edit['follows']>, film: HeldForEdits): BoxThen[] {
  const step = Math.max(1, (follows.length - 1) / (mostPlaces - 1))
  const kept = new Set(
    Array.from({ length: Math.min(follows.length, mostPlaces) }, (_, n) =>
      Math.min(follows.length - 1, Math.round(n * step)),
    ),
  )
  return [...kept].flatMap(n => {
    const [frame, ...box] = follows[n] ?? []
    return frame === undefined ? [] : [{ at: timeOf(film, frame), box: boxOf(box) }]
  })
}

function soundCandidate(
  { kind, from, to, raw, rawStart, level, score }: HeardRun,
  raws: readonly HeldForEdits[],
): Candidate {
  const isSourced = raw !== null && rawStart !== null
  const line: EditLine = {
    part: 'sound',
    from: micros(from),
    to: micros(to),
    kind,
    raw: isSourced ? (raws[raw]?.id ?? null) : null,
    rawFrom: isSourced ? micros(rawStart) : null,
  }
  const told = level === null ? {} : { level }
  return { line, frames: null, ...unpaired, ...told, score: thousandths(score) }
}

const unpaired = {
  rawFirst: null,
  rawFrames: null,
  maps: null,
  box: null,
  range: null,
  pair: null,
  rivals: [],
}

function timeOf(held: HeldForEdits | undefined, frame: number): MediaMicros {
  const times = held?.pictures?.times
  return micros(times?.[Math.min(frame, times.length - 1)] ?? 0)
}

function boxOf(box: readonly number[]): [number, number, number, number] {
  const [x = 0, y = 0, width = 0, height = 0] = box
  return [x, y, width, height]
}

const micros = (seconds: number) => Math.round(seconds * 1e6) as MediaMicros
const thousandths = (value: number) => Number(value.toFixed(3))
