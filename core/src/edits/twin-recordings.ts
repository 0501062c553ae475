/** Recordings of one camera that stands still look alike at all of their times: which of them a run shows is told by what tells their frames apart, taken as one recording. */
import type { Box } from './affine.ts'
import { type Renewal, renewalsOf } from './deviations.ts'
import { gainPerSecond, type HeardPlace, isHeardAt } from './heard-places.ts'
import { ofLevels, triedRates } from './likeliest-runs.ts'
import { marginOf, Pairing } from './pairing.ts'
import { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { isStanding, type PairingAt } from './time-search.ts'

/** All of them together, in frames: what is longer is not looked at here. */
const mostFrames = 3600
/** Natural logarithm of likelihood that another recording has to gain: of 23 runs of two recordings of one camera those that were found in the right one had none above 0.3. */
const telling = 7

/**
 * A run of a camera that stands still, of the recording whose likeliest time at the run's own speed or a usual one is clearly likelier than that of the one it
 * was found in: the same run where no other recording shows the same. `except` are parts of the film's picture that show something else.
 */
export function ofLikeliestRecording(
  segment: Segment,
  pairingAt: PairingAt,
  raws: readonly Levels[],
  heard: readonly HeardPlace[],
  except: readonly Box[],
): Segment {
  const { from, to, raw: own, line } = segment
  const others = [...raws.keys()].filter(raw => raw !== own && isTwin(segment, pairingAt, raws, raw))
  const twins = [own, ...others]
  const all = twins.map(raw => raws[raw] as Levels)
  const count = all.reduce((sum, each) => sum + each.count, 0)
  if (twins.length < 2 || count > mostFrames) return segment
  const { film } = pairingAt(from)
  const joined = joinedOf(all)
  const renewals = renewalsOf(
    frame => onto(pairingAt(frame), joined),
    from,
    to,
    Int32Array.from({ length: count }, (_, n) => n),
    'whose',
    [],
    except,
  )
  let first = 0
  const found = twins.map((raw, n) => {
    const best = likeliestIn(
      all[n] as Levels,
      renewals,
      first,
      film,
      new Map([
        ...triedRates.map(rate => [rate, rate === 1 ? 0 : ofLevels.unusual] as const),
        [line.rate, 0] as const,
      ]),
      heard.filter(each => each.raw === raw),
      segment,
    )
    first += (all[n] as Levels).count
    return { raw, ...best }
  })
  const [before] = found
  const best = found.reduce((one, two) => (two.sum > one.sum ? two : one))
  if (!before || best.raw === own || best.sum < before.sum + telling) return segment
  const levels = raws[best.raw] as Levels
  const frames = Int32Array.from({ length: to - from }, (_, n) =>
    levels.frameAt(best.start + best.rate * (film.pictures.times[from + n] as number)),
  )
  return {
    ...segment,
    raw: best.raw,
    line: { ...line, raw: best.raw, start: best.start, rate: best.rate },
    track: { ...segment.track, raw: best.raw, pairing: onto(segment.track.pairing, levels) },
    frames,
    slack: [-levels.count, levels.count],
  }
}

function isTwin(
  { from, to, frames, raw }: Segment,
  pairingAt: PairingAt,
  raws: readonly Levels[],
  other: number,
): boolean {
  const [mine, levels] = [raws[raw] as Levels, raws[other] as Levels]
  if (levels.width(0) !== mine.width(0) || levels.height(0) !== mine.height(0)) return false
  const middle = (from + to) >> 1
  const pairing = pairingAt(middle)
  const view = pairing.view(middle)
  return isStanding(
    onto(pairing, levels),
    middle,
    marginOf(view, pairing.fit(view, frames[middle - from] as number)),
  )
}

function onto({ film, map, box }: Pairing, raw: Levels): Pairing {
  return new Pairing(film, raw, map, box)
}

interface Likeliest {
  readonly sum: number
  readonly rate: number
  readonly start: number
}

/** The likeliest time of a recording whose frames are those from `first` on in the likelihoods. */
function likeliestIn(
  raw: Levels,
  renewals: readonly Renewal[],
  first: number,
  film: Levels,
  /** Speeds, and by how much less likely each is. */
  rates: ReadonlyMap<number, number>,
  heard: readonly HeardPlace[],
  { from, to }: Segment,
): Likeliest {
  const { times } = film.pictures
  const timesOfRaw = raw.pictures.times
  const [begins, ends] = [times[from] as number, times[to] as number]
  let best: Likeliest = { sum: Number.NEGATIVE_INFINITY, rate: 1, start: 0 }
  for (const [rate, cost] of rates)
    for (let at = 0; at < raw.count; at++) {
      const start = ((timesOfRaw[at] as number) + (timesOfRaw[at + 1] as number)) / 2 - rate * begins
      const last = start + rate * ends
      if (
        last > (timesOfRaw[raw.count] as number) + raw.frameSeconds ||
        last < (timesOfRaw[0] as number) - raw.frameSeconds
      )
        continue
      let sum = -cost
      for (const { frame, likelihoods } of renewals)
        sum += likelihoods[first + raw.frameAt(start + rate * (times[frame] as number))] as number
      for (const each of heard)
        if (isHeardAt({ rate, start }, each, raw.frameSeconds))
          sum += gainPerSecond(each) * Math.max(0, Math.min(ends, each.to) - Math.max(begins, each.from))
      if (sum > best.sum) best = { sum, rate, start }
    }
  return best
}

/** Kept for as long as the first of them is: all runs of a film ask for the same. */
const known = new WeakMap<Levels, { readonly all: readonly Levels[]; readonly joined: Levels }[]>()

/** Frames of several recordings of one size, one after the other. */
function joinedOf(all: readonly Levels[]): Levels {
  const [first] = all as [Levels]
  const kept = known.get(first) ?? []
  known.set(first, kept)
  const before = kept.find(
    each => each.all.length === all.length && each.all.every((one, n) => one === all[n]),
  )
  if (before) return before.joined
  const of = all.flatMap(each => Array.from({ length: each.count }, (_, frame) => ({ each, frame })))
  const joined = new Levels({
    ...first.pictures,
    kernels: first.kernels,
    areHeld: false,
    count: of.length,
    times: Float64Array.from({ length: of.length + 1 }, (_, n) => n * first.frameSeconds),
    luma: n => (of[n] as { each: Levels; frame: number }).each.at((of[n] as { frame: number }).frame, 0),
    colour: n =>
      (of[n] as { each: Levels; frame: number }).each.pictures.colour((of[n] as { frame: number }).frame),
  })
  kept.push({ all, joined })
  return joined
}
