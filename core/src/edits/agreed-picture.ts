/** A picture set into another that is too dark or too coarse to be followed frame by frame: its place in a recording is what many of its frames agree on. */
import type { Affine, Box } from './affine.ts'
import { placesOf } from './inset-search.ts'
import { marginOf, Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
import { type Segment, slackOf } from './segments.ts'
import type { Shot } from './shots.ts'
import { Evidence, type Track } from './track.ts'

/** Frames of which places are looked up, and frames that weigh each of them. */
const asked = 5
const weighed = 9
/** Of these, the ones that are asked first: where all fit worse than any may on the mean, the others are not asked. */
const first = [1, 4, 7]
/** Speeds that are tried, and seconds by which the same place is held against other times of the recording. */
const rates = [1, 0.5, 2, 0.25, 4, -1]
const otherTimes = [-4, -2.5, -1.2, 1.2, 2.5, 4]
/** Per block: how much worse than "from nowhere" it may fit, and how much better than other times it has to; and in how many of the frames. */
const mostMargin = 0.12
const leastBetter = 0.2
const leastAgreed = 0.7

interface Guess {
  readonly raw: number
  readonly map: Affine
  readonly rate: number
  /** Seconds of the recording at film time 0. */
  readonly start: number
}

/** The recording that a box (within a border, pixels of level 0) shows over a stretch, laid by one of `mapsOf`, or null. */
export function agreedPicture(
  film: Levels,
  box: Box,
  { from, to }: Shot,
  references: readonly Reference[],
  mapsOf: (raw: Levels) => readonly Affine[],
): Segment | null {
  const guesses = spreadOver(from, to, asked).flatMap(frame =>
    guessesAt(frame, film, box, references, mapsOf),
  )
  const frames = spreadOver(from, to, weighed)
  const few = first.map(n => frames[n] as number)
  let best: { readonly guess: Guess; readonly margin: number } | null = null
  for (const guess of guesses) {
    const { levels } = references[guess.raw] as Reference
    if (!marginsOf(guess, film, box, few, levels)?.some(each => each <= mostMargin)) continue
    const margins = marginsOf(guess, film, box, frames, levels)
    if (!margins) continue
    const margin = mean(margins)
    if (margin > mostMargin || margin >= (best?.margin ?? 1)) continue
    const others = otherTimes.flatMap(
      seconds => marginsOf({ ...guess, start: guess.start + seconds }, film, box, frames, levels) ?? [],
    )
    const other = mean(others)
    const agreed = margins.filter(each => each < other - leastBetter).length
    if (others.length === 0 || margin > other - leastBetter) continue
    if (agreed < leastAgreed * margins.length) continue
    best = { guess, margin }
  }
  return best && segmentAt(best.guess, film, box, { from, to }, references)
}

/** What a frame may show: the places that look like it, to the frame, at each speed. */
function guessesAt(
  frame: number,
  film: Levels,
  box: Box,
  references: readonly Reference[],
  mapsOf: (raw: Levels) => readonly Affine[],
): readonly Guess[] {
  const time = film.pictures.times[frame] as number
  return placesOf(film, frame, box, references).flatMap(({ raw, frame: near }) => {
    const { levels, thumbFrames } = references[raw] as Reference
    const step = (thumbFrames[1] ?? 1) - (thumbFrames[0] ?? 0)
    return mapsOf(levels).flatMap(map => {
      const pairing = new Pairing(film, levels, map, box, 1)
      const view = pairing.view(frame)
      const costs = Array.from({ length: 2 * step + 1 }, (_, n) => near - step + n)
        .filter(each => each >= 0 && each < levels.count)
        .map(each => ({ frame: each, margin: marginOf(view, pairing.fit(view, each)) }))
      const [best] = costs.sort((one, two) => one.margin - two.margin)
      if (!best) return []
      const middle =
        ((levels.pictures.times[best.frame] as number) + (levels.pictures.times[best.frame + 1] as number)) /
        2
      return rates.map(rate => ({ raw, map, rate, start: middle - rate * time }))
    })
  })
}

/** How a guess fits in some frames, or null where it leaves the recording. */
function marginsOf(
  { map, rate, start }: Guess,
  film: Levels,
  box: Box,
  frames: readonly number[],
  raw: Levels,
): readonly number[] | null {
  const pairing = new Pairing(film, raw, map, box, 1)
  const margins: number[] = []
  for (const frame of frames) {
    const time = start + rate * (film.pictures.times[frame] as number)
    if (time < (raw.pictures.times[0] as number) || time > (raw.pictures.times[raw.count] as number))
      return null
    const view = pairing.view(frame)
    margins.push(marginOf(view, pairing.fit(view, raw.frameAt(time))))
  }
  return margins
}

function segmentAt(
  { raw, map, rate, start }: Guess,
  film: Levels,
  box: Box,
  { from, to }: Shot,
  references: readonly Reference[],
): Segment {
  const { levels } = references[raw] as Reference
  const pairing = new Pairing(film, levels, map, box)
  const frames = Int32Array.from({ length: to - from }, (_, n) =>
    levels.frameAt(start + rate * (film.pictures.times[from + n] as number)),
  )
  const fits = Array.from(frames, (frame, n) => pairing.fit(pairing.view(from + n), frame))
  const track: Track = {
    raw,
    pairing,
    from,
    to,
    best: frames,
    low: frames,
    costs: [],
    floors: new Float32Array(frames.length),
    maps: Array.from(frames, () => map),
    gains: Float32Array.from(fits, ({ gain }) => gain),
    lifts: Float32Array.from(fits, ({ lift }) => lift),
    explained: Float32Array.from(fits, ({ explained }) => explained),
    isSure: new Uint8Array(fits.length),
    moves: 1,
    isRigid: true,
    line: { start, rate, from, to },
  }
  return {
    from,
    to,
    raw,
    line: { track: 0, raw, start, rate, from, to, moves: 1 },
    track,
    frames,
    maps: [map],
    isBlended: false,
    slack: slackOf(new Evidence(track, 1), from, frames, levels),
  }
}

function spreadOver(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => from + Math.floor(((n + 0.5) * (to - from)) / count))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length)
}
