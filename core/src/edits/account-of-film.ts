/** The whole account of a film: what every frame and every stretch of sound shows, and how it differs. */
import type { HeardKind, TellStage } from '../case/index.ts'
import { never } from '../errors.ts'
import { nothingShown, type ShownRun } from './account-of-pictures.ts'
import type { Box } from './affine.ts'
import type { Edit } from './kinds.ts'
import type { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
import type { Segment } from './segments.ts'
import {
  type ExpectedLag,
  type Lag,
  lagsBetween,
  lagsNear,
  lagsOfPieces,
  type Sound,
  type SoundTransforms,
  soundRate,
} from './sound-lags.ts'
import { type SoundRun, soundRuns } from './sound-map.ts'
import { accountOfScreens } from './split-screens.ts'
import type { HeardPlace } from './still-scenes.ts'

export interface HeardRun {
  readonly kind: HeardKind
  readonly from: number
  readonly to: number
  readonly raw: number | null
  readonly rawStart: number | null
  readonly score: number
}

/** A run of frames as it is told: plain numbers, that a thread can hand over. */
export interface ToldRun extends Omit<ShownRun, 'segment'> {
  readonly segment: Pick<Segment, 'from' | 'to' | 'raw' | 'line' | 'frames' | 'maps' | 'slack'>
  /** The part of the film's picture that was followed, in pixels of level 0. */
  readonly box: Box
}

export interface FilmAccount {
  readonly shown: readonly ToldRun[]
  readonly cuts: readonly number[]
  readonly edits: readonly Edit[]
  readonly heard: readonly HeardRun[]
  /** Frames of each recording that no frame of the film shows, [from, to). */
  readonly leftOut: readonly { readonly raw: number; readonly from: number; readonly to: number }[]
}

export interface FilmToAccountFor {
  /** Null for a film without pictures. */
  readonly film: Levels | null
  /** In the order of the recordings; null where one has no pictures. */
  readonly references: readonly (Reference | null)[]
  readonly sound: Sound | null
  readonly sounds: readonly (Sound | null)[]
}

export function accountOfFilm(
  { film, references, sound, sounds }: FilmToAccountFor,
  transforms: SoundTransforms,
  isCancelled: () => boolean,
  tell: TellStage = () => undefined,
): FilmAccount {
  const pictured = references.flatMap((each, raw) => (each ? [{ each, raw }] : []))
  const pictures = pictured.map(({ each }) => each)
  const lags = sound ? knownLags(sound, sounds, transforms) : []
  const heard = sound ? heardPlaces(soundRuns(sound, sounds, lags, []), pictured) : []
  const account = film ? accountOfScreens(film, pictures, heard, isCancelled, tell) : nothingShown
  tell('sound', 0)
  const joins = film ? account.cuts.map(cut => film.pictures.times[cut] as number) : []
  const rawOf = (picture: number) => (pictured[picture] as (typeof pictured)[number]).raw
  const own = account.shown.map(each => ({
    ...each,
    segment: { ...each.segment, raw: rawOf(each.segment.raw) },
    rivals: each.rivals.map(rival => ({ ...rival, raw: rawOf(rival.raw) })),
  }))
  return {
    shown: own.map(toldRun),
    cuts: account.cuts,
    edits: account.edits,
    heard: sound
      ? heardRuns(
          soundRuns(
            sound,
            sounds,
            [...lagsNear(sound, sounds, expectedLags(own, film, sound, sounds), transforms), ...lags],
            joins,
          ),
          own,
          film,
        )
      : [],
    leftOut: references.flatMap((reference, raw) =>
      reference ? leftOutOf(raw, reference.levels.count, own) : [],
    ),
  }
}

function toldRun({ segment, ...run }: ShownRun): ToldRun {
  const { from, to, raw, line, frames, maps, slack, track } = segment
  return { ...run, segment: { from, to, raw, line, frames, maps, slack }, box: track.pairing.box }
}

/** Lags over the whole film, and over the pieces of it that these do not explain. */
function knownLags(
  sound: Sound,
  sounds: readonly (Sound | null)[],
  transforms: SoundTransforms,
): readonly Lag[] {
  const lags = lagsBetween(sound, sounds, transforms)
  const pieces = soundRuns(sound, sounds, lags, []).flatMap(({ from, to, what }) =>
    what.kind === 'unknown'
      ? [{ from: samplesAt(sound, from), to: Math.min(sound.length, samplesAt(sound, to)) }]
      : [],
  )
  return [...lags, ...lagsOfPieces(sound, sounds, pieces, transforms)]
}

const samplesAt = ({ origin }: Sound, seconds: number) =>
  Math.max(0, Math.round((seconds - origin) * soundRate))

/** Where the sound alone is a recording's that has pictures, by the place of its pictures among all. */
function heardPlaces(
  runs: readonly SoundRun[],
  pictured: readonly { readonly raw: number }[],
): readonly HeardPlace[] {
  return runs.flatMap(({ from, to, what }) => {
    if (what.kind !== 'recording') return []
    const raw = pictured.findIndex(each => each.raw === what.raw)
    return raw < 0 ? [] : [{ raw, from, to, start: what.rawStart - from }]
  })
}

function leftOutOf(raw: number, count: number, shown: readonly ShownRun[]): FilmAccount['leftOut'] {
  const isShown = new Uint8Array(count)
  for (const { segment } of shown) {
    if (segment.raw !== raw) continue
    // A fast run passes over frames that lie within what it shows.
    const low = Math.min(...segment.frames)
    const high = Math.max(...segment.frames)
    isShown.fill(1, low, high + 1)
  }
  const runs: { raw: number; from: number; to: number }[] = []
  for (let frame = 0; frame < count; frame++) {
    if (isShown[frame]) continue
    const last = runs.at(-1)
    if (last && last.to === frame) last.to = frame + 1
    else runs.push({ raw, from: frame, to: frame + 1 })
  }
  return runs
}

/** Where the sound of each run would lie if it went with its picture. */
function expectedLags(
  shown: readonly ShownRun[],
  film: Levels | null,
  sound: Sound,
  sounds: readonly (Sound | null)[],
): readonly ExpectedLag[] {
  if (!film) return []
  const { times } = film.pictures
  return shown.flatMap(({ segment: { raw, line, from, to }, layer }) => {
    const own = sounds[raw]
    if (layer > 0 || !own || Math.abs(line.rate - 1) > 0.01) return []
    const at = (seconds: number) => Math.max(0, Math.round((seconds - sound.origin) * soundRate))
    const lag = Math.round((line.start + sound.origin - own.origin) * soundRate)
    return [
      { raw, lag, from: at(times[from] as number), to: Math.min(sound.length, at(times[to] as number)) },
    ]
  })
}

/** Sound within this much of the picture's own is in time with it: less than two frames of film. */
const inTimeSeconds = 0.07
/** Below it something else is at least as loud as the recording. */
const aloneLikeness = 0.75

function heardRuns(
  runs: readonly SoundRun[],
  shown: readonly ShownRun[],
  film: Levels | null,
): readonly HeardRun[] {
  return runs.flatMap((run): readonly HeardRun[] => {
    const { what } = run
    switch (what.kind) {
      case 'silent':
        return [
          { kind: 'muted' as const, from: run.from, to: run.to, raw: null, rawStart: null, score: 0.95 },
        ]
      case 'tone':
        return [{ kind: 'bleep' as const, from: run.from, to: run.to, raw: null, rawStart: null, score: 0.9 }]
      case 'unknown':
        return [
          {
            kind: what.isLikeSpeech ? ('voiceover' as const) : ('replaced' as const),
            from: run.from,
            to: run.to,
            raw: null,
            rawStart: null,
            score: 0.5,
          },
        ]
      case 'recording':
        return piecesOf(run, shown, film).map(([from, to, picture]) => {
          const rawStart = what.rawStart + from - run.from
          const score = Number(Math.max(0, what.likeness).toFixed(3))
          return { kind: kindOf(what, rawStart, from, picture), from, to, raw: what.raw, rawStart, score }
        })
      default:
        return never(what)
    }
  })
}

function kindOf(
  what: Extract<SoundRun['what'], { kind: 'recording' }>,
  rawStart: number,
  from: number,
  picture: ShownRun | null,
): HeardRun['kind'] {
  if (what.likeness < aloneLikeness) return 'voiceover'
  if (!picture) return 'raw'
  const { segment } = picture
  if (segment.raw !== what.raw) return 'other'
  const late = rawStart - segment.line.start - segment.line.rate * from
  // Where the picture could be from a while earlier or later, sound from then is not known to be shifted.
  const [earlier, later] = segment.slack.map(each => each * segment.track.pairing.raw.frameSeconds)
  return late > (earlier as number) - inTimeSeconds && late < (later as number) + inTimeSeconds
    ? 'raw'
    : 'offset'
}

/** A run of sound cut where the picture changes to another place, with the picture of each part. */
function piecesOf(
  run: SoundRun,
  shown: readonly ShownRun[],
  film: Levels | null,
): readonly (readonly [number, number, ShownRun | null])[] {
  if (!film) return [[run.from, run.to, null]]
  const { times } = film.pictures
  const edges = new Set([run.from, run.to])
  const main = shown.filter(({ layer }) => layer === 0)
  for (const { segment } of main)
    for (const frame of [segment.from, segment.to]) {
      const time = times[frame] as number
      if (time > run.from + 0.03 && time < run.to - 0.03) edges.add(time)
    }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((to, n) => {
    const from = sorted[n] as number
    const middle = (from + to) / 2
    const picture =
      main.find(
        ({ segment }) => (times[segment.from] as number) <= middle && middle < (times[segment.to] as number),
      ) ?? null
    return [from, to, picture] as const
  })
}
