// What `sightline diff --json` prints. Other programs rely on it: see docs/format.
import { basename } from 'node:path'
import { editKinds, heardKinds } from '@sightline/core/case'
import { type CopyKind, copyKinds } from '@sightline/core/conform'
import type { Edit, HeardRun, ToldRun } from '@sightline/core/edits'
import * as z from 'zod/mini'
import { nominalRate } from '../editors/rates.ts'
import type { ComparedFilm } from './compare-film.ts'
import { editMethod } from './method.ts'
import { summaryOf } from './summary.ts'

export const diffMethod = `${editMethod.method} ${editMethod.version}`

const Count = z.int().check(z.nonnegative())
const Box = z.tuple([z.int(), z.int(), z.int(), z.int()])

/** Frames are counted in the order in which they are shown, from 0; spans leave their end out; sound is told in seconds of each file's own clock. */
export const DiffReport = z.strictObject({
  v: z.literal(1),
  tool: z.string(),
  method: z.string(),
  seconds: z.number(),
  summary: z.string(),
  edited: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    frames: Count,
    rate: z.nullable(z.tuple([Count, Count])),
    duration: z.nullable(z.number()),
  }),
  raws: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.nullable(z.string()),
      frames: z.nullable(Count),
      duration: z.nullable(z.number()),
      why: z.nullable(z.string()),
      /** What it was said to be held as, where it is a copy. */
      heldAs: z.optional(z.enum(copyKinds)),
    }),
  ),
  segments: z.array(
    z.strictObject({
      start: Count,
      end: Count,
      raw: z.string(),
      rawStart: Count,
      rate: z.number(),
      layer: Count,
      /** One frame of the recording for each frame of the film, where they do not follow one another evenly. */
      frames: z.optional(z.array(Count)),
      /** The first frame may be any of these, both ends included, by what can be seen; absent where only one is. */
      ambiguous: z.optional(z.tuple([Count, Count])),
      why: z.optional(z.string()),
      score: z.number(),
      /** The pair of frames that shows it: of the film and of the recording. */
      pair: z.tuple([Count, Count]),
      /** Other places that were looked at, with how much worse they fit: 0 as well, 1 as badly as an unrelated picture. */
      rivals: z.array(z.strictObject({ raw: z.string(), rawFrame: Count, behind: z.number() })),
    }),
  ),
  cuts: z.array(Count),
  edits: z.array(
    z.strictObject({
      kind: z.enum(editKinds),
      start: Count,
      end: Count,
      factor: z.optional(z.number()),
      crop: z.optional(Box),
      region: z.optional(Box),
      /** Of what moves: [frame, x, y, width, height] at some frames, evenly in between; `region` is around all of it. */
      follows: z.optional(z.array(z.tuple([Count, z.int(), z.int(), z.int(), z.int()]))),
      score: z.number(),
    }),
  ),
  audio: z.array(
    z.strictObject({
      kind: z.enum(heardKinds),
      start: z.number(),
      end: z.number(),
      raw: z.optional(z.string()),
      rawStart: z.optional(z.number()),
      /** Decibels by which the recording is louder in the film than as held; absent where it cannot be told. */
      level: z.optional(z.number()),
      score: z.number(),
    }),
  ),
  leftOut: z.array(z.strictObject({ raw: z.string(), start: Count, end: Count })),
})
export type DiffReport = z.infer<typeof DiffReport>

const thousandths = (value: number) => Number(value.toFixed(3))

export function diffReport(
  compared: ComparedFilm,
  made: {
    readonly tool: string
    readonly seconds: number
    readonly given: readonly string[]
    readonly copyOf: (name: string) => CopyKind | null
  },
): DiffReport {
  const { film, raws, again, unread, account } = compared
  const rate = film.facts.video && nominalRate(film.facts.video)
  const nameOf = (raw: number) => raws[raw]?.name ?? ''
  const told = made.given.map(name => {
    const copied = again.find(each => each.name === name)
    const raw = raws.find(each => each.name === (copied?.sameAs ?? name))
    const why =
      unread.find(each => each.name === name)?.error.message ??
      (copied && `the same file as ${basename(copied.sameAs)}, byte for byte: compared once`) ??
      (raw && raw.troubles.length > 0 ? `read only in part: ${raw.troubles[0]}` : null)
    const copy = made.copyOf(name)
    return {
      file: name,
      sha256: raw?.sha256 ?? null,
      frames: raw?.pictures?.count ?? null,
      duration: raw ? durationOf(raw.facts) : null,
      why,
      ...(copy === null ? {} : { heldAs: copy }),
    }
  })
  const report = {
    v: 1 as const,
    tool: made.tool,
    method: diffMethod,
    seconds: made.seconds,
    edited: {
      file: film.name,
      sha256: film.sha256,
      frames: film.pictures?.count ?? 0,
      rate: rate ? ([rate.num, rate.den] as [number, number]) : null,
      duration: durationOf(film.facts),
    },
    raws: told,
    segments: account.shown
      .map(each => segmentOf(each, nameOf))
      .sort((a, b) => a.start - b.start || a.layer - b.layer),
    cuts: [...account.cuts],
    edits: account.edits.map(editOf),
    audio: account.heard.map(each => heardOf(each, nameOf)),
    leftOut: account.leftOut.map(({ raw, from, to }) => ({ raw: nameOf(raw), start: from, end: to })),
  }
  return { ...report, summary: summaryOf(compared, made.copyOf) }
}

function durationOf({
  start,
  end,
}: {
  readonly start: number | null
  readonly end: number | null
}): number | null {
  return start === null || end === null ? null : thousandths((end - start) / 1e6)
}

const lostInCoding =
  'neighbouring frames of the recording look alike, and what tells them apart was lost in coding'

function toldBySound(first: number, [earlier, later]: readonly [number, number]): string {
  return `the pictures alone leave frames ${Math.max(0, first + earlier)} to ${first + later} open; the sound of the recording that is heard with them tells which, unless it was moved`
}

function segmentOf(
  { segment, layer, score, rivals }: ToldRun,
  nameOf: (raw: number) => string,
): DiffReport['segments'][number] {
  const { from, to, frames, slack, seenSlack, line } = segment
  const first = frames[0] ?? 0
  const isEven = Math.abs(line.rate - 1) < 1e-6 && frames.every((frame, n) => frame === first + n)
  const middle = (to - from) >> 1
  const low = Math.max(0, first + slack[0])
  return {
    start: from,
    end: to,
    raw: nameOf(segment.raw),
    rawStart: first,
    rate: thousandths(line.rate),
    layer,
    ...(isEven ? {} : { frames: [...frames] }),
    ...(slack[0] === 0 && slack[1] === 0
      ? {}
      : {
          ambiguous: [low, first + slack[1]] as [number, number],
          why: seenSlack ? toldBySound(first, seenSlack) : lostInCoding,
        }),
    score,
    pair: [from + middle, frames[middle] ?? first],
    rivals: rivals.map(({ raw, frame, behind }) => ({
      raw: nameOf(raw),
      rawFrame: frame,
      behind: thousandths(behind),
    })),
  }
}

function editOf({
  kind,
  start,
  end,
  factor,
  crop,
  region,
  follows,
  score,
}: Edit): DiffReport['edits'][number] {
  const box = (of: readonly number[]) => [...of] as [number, number, number, number]
  return {
    kind,
    start,
    end,
    ...(factor === undefined ? {} : { factor }),
    ...(crop ? { crop: box(crop) } : {}),
    ...(region ? { region: box(region) } : {}),
    ...(follows
      ? { follows: follows.map(each => [...each] as [number, number, number, number, number]) }
      : {}),
    score: thousandths(score),
  }
}

function heardOf(
  { kind, from, to, raw, rawStart, level, score }: HeardRun,
  nameOf: (raw: number) => string,
): DiffReport['audio'][number] {
  const source =
    raw === null || rawStart === null ? {} : { raw: nameOf(raw), rawStart: Number(rawStart.toFixed(4)) }
  return {
    kind,
    start: Number(from.toFixed(4)),
    end: Number(to.toFixed(4)),
    ...source,
    ...(level === null ? {} : { level }),
    score: thousandths(score),
  }
}
