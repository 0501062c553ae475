/** What is heard in each stretch of a film, told beside what is seen there. */
import type { HeardKind } from '../case/index.ts'
import { never } from '../errors.ts'
import { soundAtSpeed } from './sound-at-speed.ts'
import { hop } from './sound-coherence.ts'
import { type LagThere, type Sound, soundRate } from './sound-lags.ts'
import { type SoundRun, soundRuns } from './sound-runs.ts'
import {
  hopAt,
  likeliest,
  placesDrowned,
  placesExpected,
  placesOfUnknown,
  type SearchedSound,
  unexpected,
} from './sound-search.ts'
import { unheardApart } from './sound-unheard.ts'

export interface HeardRun {
  readonly kind: HeardKind
  readonly from: number
  readonly to: number
  readonly raw: number | null
  readonly rawStart: number | null
  /** Decibels by which a recording is louder in the film than as held; null where none is heard, or it cannot be told. */
  readonly level: number | null
  readonly score: number
}

/** What the pictures of a stretch of the film show: second `start + rate * t` of a recording at second t of the film. */
export interface PictureThere {
  readonly from: number
  readonly to: number
  /** Null for a card or a black picture, of no recording. */
  readonly raw: number | null
  readonly start: number
  readonly rate: number
  /** Seconds by which the place may be earlier and later. */
  readonly slack: readonly [number, number]
  /** Of the recording; 0 for none. */
  readonly frameSeconds: number
  /** 0 fills the picture. */
  readonly layer: number
}

/** `joins` are seconds at which the picture changes. */
export function heardIn(
  searched: SearchedSound,
  pictures: readonly PictureThere[],
  joins: readonly number[],
): readonly HeardRun[] {
  const joinHops = joins.map(join => hopAt(searched.sound, join))
  const played = playedAtSpeed(searched, pictures)
  const all = { ...searched, sounds: [...searched.sounds, ...played.map(({ sound }) => sound)] }
  const expected = placesExpected(all, [...expectedLags(searched, pictures), ...played])
  const known = [...expected, ...placesDrowned(all, expected), ...searched.places.map(unexpected)]
  const places = [...known, ...placesOfUnknown(all, known, joinHops, searched.sounds).map(unexpected)]
  return soundRuns(all, unheardApart(all, likeliest(all, places, joinHops)), joins).flatMap(run => {
    const { what } = run
    const picture = what.kind === 'recording' && played.find(({ raw }) => raw === what.raw)?.picture
    return picture ? playedRun(run, picture) : told(run, pictures)
  })
}

interface Played extends LagThere {
  readonly picture: PictureThere
  readonly sound: Sound
}

/** Recordings' sound at the speeds of their pictures, each as a recording of its own after the others. */
function playedAtSpeed(
  { sound, sounds }: SearchedSound,
  pictures: readonly PictureThere[],
): readonly Played[] {
  const faster = pictures.flatMap(picture => {
    const own = picture.raw === null || picture.layer > 0 ? null : sounds[picture.raw]
    const isPlayed = picture.rate !== 0 && Math.abs(picture.rate - 1) > 0.01
    return own && isPlayed ? [{ picture, sound: soundAtSpeed(own, sound, picture.start, picture.rate) }] : []
  })
  return faster.map(({ picture, ...each }, n) => ({
    ...each,
    ...{ picture, raw: sounds.length + n, lag: 0 },
    ...samplesOf(sound, picture),
  }))
}

function samplesOf(sound: Sound, { from, to }: Pick<PictureThere, 'from' | 'to'>) {
  return { from: Math.max(0, hopAt(sound, from) * hop), to: Math.min(sound.length, hopAt(sound, to) * hop) }
}

/** Where the sound of each run would lie if it went with its picture. */
function expectedLags(
  { sound, sounds }: SearchedSound,
  pictures: readonly PictureThere[],
): readonly LagThere[] {
  return pictures.flatMap(({ raw, from, to, start, rate, layer }) => {
    const own = raw === null ? null : sounds[raw]
    if (raw === null || layer > 0 || !own) return []
    // Sound of a picture at another speed may run on at its own from where the picture begins.
    const first = start + rate * (rate < 0 ? to : from)
    const lag = Math.round((first - from + sound.origin - own.origin) * soundRate)
    return [{ raw, lag, ...samplesOf(sound, { from, to }) }]
  })
}

/**
 * Sound within this much of the picture's own is in time with it: less than two frames of film. And within a frame of the recording, and a piece of sound that is looked at, which is
 * more where that has ten in a second: brought to another rate, each of its frames may come as much too early or too late.
 */
const inTimeSeconds = 0.07
const hopSeconds = hop / soundRate

/** Sound that is played at the speed of its picture, higher or lower or backwards. */
function playedRun({ from, to, what }: SoundRun, { raw, start, rate }: PictureThere): readonly HeardRun[] {
  if (what.kind !== 'recording') return []
  const kind = what.isUnderOthers ? 'voiceover' : 'raw'
  const score = Number(what.score.toFixed(3))
  return [{ kind, from, to, raw, rawStart: start + rate * from, level: tenths(what.level), score }]
}

const tenths = (level: number | null) => (level === null ? null : Math.round(10 * level) / 10)

function told(run: SoundRun, pictures: readonly PictureThere[]): readonly HeardRun[] {
  const { what, from, to } = run
  const unsourced = { from, to, raw: null, rawStart: null, level: null }
  switch (what.kind) {
    case 'silent':
      return [{ ...unsourced, kind: 'muted', score: 0.95 }]
    case 'tone':
      return [{ ...unsourced, kind: 'bleep', score: 0.9 }]
    case 'unknown':
      return [{ ...unsourced, kind: what.isLikeNarration ? 'voiceover' : 'replaced', score: 0.5 }]
    case 'recording':
      return piecesOf(run, pictures).map(([start, end, picture]) => {
        const rawStart = what.rawStart + start - from
        const score = Number(what.score.toFixed(3))
        const isSeenBeside = pictures.some(
          each => each.layer > 0 && isThere(each, (start + end) / 2) && isOf(each, what.raw, rawStart, start),
        )
        const kind = isSeenBeside ? 'raw' : kindOf(what.raw, rawStart, start, picture)
        return {
          kind: what.isUnderOthers ? 'voiceover' : kind,
          from: start,
          to: end,
          raw: what.raw,
          rawStart,
          level: tenths(what.level),
          score,
        }
      })
    default:
      return never(what)
  }
}

function kindOf(raw: number, rawStart: number, from: number, picture: PictureThere | null): HeardKind {
  if (!picture) return 'raw'
  if (picture.raw !== raw) return 'other'
  return isOf(picture, raw, rawStart, from) ? 'raw' : 'offset'
}

const isThere = ({ from, to }: PictureThere, at: number) => from <= at && at < to

/** Whether a recording that is heard from `rawStart` at second `from` of the film goes with a picture. */
function isOf(picture: PictureThere, raw: number, rawStart: number, from: number): boolean {
  if (picture.raw !== raw) return false
  // Where the picture could be from a while earlier or later, sound from then is not known to be shifted.
  const [earlier, later] = picture.slack
  const most = Math.max(inTimeSeconds, picture.frameSeconds + hopSeconds)
  const isInTime = (late: number) => late > earlier - most && late < later + most
  const seen = picture.start + picture.rate * from
  // Sound of a picture that is held or slowed may run on at its own speed from where the picture begins.
  const first = picture.start + picture.rate * (picture.rate < 0 ? picture.to : picture.from)
  return isInTime(rawStart - seen) || isInTime(rawStart - first - (from - picture.from))
}

/** A run of sound cut where the picture changes to another place, with the picture of each part. */
function piecesOf(
  run: SoundRun,
  pictures: readonly PictureThere[],
): readonly (readonly [number, number, PictureThere | null])[] {
  const main = pictures.filter(({ layer }) => layer === 0)
  const edges = new Set([run.from, run.to])
  for (const { from, to } of main)
    for (const time of [from, to]) if (time > run.from + 0.03 && time < run.to - 0.03) edges.add(time)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((to, n) => {
    const from = sorted[n] as number
    const middle = (from + to) / 2
    return [from, to, main.find(each => isThere(each, middle)) ?? null] as const
  })
}
