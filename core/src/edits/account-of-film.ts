/** The whole account of a film: what every frame and every stretch of sound shows, and how it differs. */
import type { TellStage } from '../case/index.ts'
import { nothingShown, type ShownRun } from './account-of-pictures.ts'
import type { Box } from './affine.ts'
import { type HeardPlace, statedSlack } from './heard-places.ts'
import type { Edit } from './kinds.ts'
import type { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
import type { Segment } from './segments.ts'
import { type HeardRun, heardIn, type PictureThere } from './sound-account.ts'
import type { Sound, SoundTransforms } from './sound-lags.ts'
import { searchSound, soundAlone } from './sound-search.ts'
import { accountOfScreens } from './split-screens.ts'

/** A run of frames as it is told: plain numbers, that a thread can hand over. */
export interface ToldRun extends Omit<ShownRun, 'segment'> {
  readonly segment: Pick<Segment, 'from' | 'to' | 'raw' | 'line' | 'frames' | 'maps' | 'slack' | 'seenSlack'>
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
  const searched = sound && searchSound({ sound, sounds, transforms })
  const heard = searched ? heardPlaces(soundAlone(searched), pictured) : []
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
    heard: searched ? heardIn(searched, picturesThere(own, account.edits, film), joins) : [],
    leftOut: references.flatMap((reference, raw) =>
      reference ? leftOutOf(raw, reference.levels.count, own) : [],
    ),
  }
}

function toldRun({ segment, ...run }: ShownRun): ToldRun {
  const { track, isBlended: _, ...told } = segment
  return {
    ...run,
    segment: { ...told, slack: statedSlack(segment) },
    box: track.pairing.box,
  }
}

/** Where the sound alone is a recording's that has pictures, by the place of its pictures among all. */
function heardPlaces(
  runs: readonly HeardPlace[],
  pictured: readonly { readonly raw: number }[],
): readonly HeardPlace[] {
  return runs.flatMap(run => {
    const raw = pictured.findIndex(each => each.raw === run.raw)
    return raw < 0 ? [] : [{ ...run, raw }]
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

/** What the pictures are, as far as the sound beside them is concerned. */
function picturesThere(
  shown: readonly ShownRun[],
  edits: readonly Edit[],
  film: Levels | null,
): readonly PictureThere[] {
  if (!film) return []
  const { times } = film.pictures
  const span = (from: number, to: number) => ({ from: times[from] as number, to: times[to] as number })
  const cards = edits.filter(({ kind }) => kind === 'title' || kind === 'black')
  return [
    ...shown.map(({ segment: { raw, line, from, to, slack, track }, layer }): PictureThere => {
      const { frameSeconds } = track.pairing.raw
      const { start, rate } = line
      return {
        ...span(from, to),
        raw,
        start,
        rate,
        layer,
        slack: [slack[0] * frameSeconds, slack[1] * frameSeconds],
        frameSeconds,
      }
    }),
    ...cards.map(
      ({ start, end }): PictureThere => ({
        ...span(start, end),
        raw: null,
        start: 0,
        rate: 0,
        layer: 0,
        slack: [0, 0],
        frameSeconds: 0,
      }),
    ),
  ]
}
