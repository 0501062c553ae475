/** A place found at one frame, followed over a stretch: what an inset or a half of the screen shows. */
import type { Affine } from './affine.ts'
import { cheapestPath, type Line, linesOf } from './lines.ts'
import type { Levels } from './pictures.ts'
import { ranked } from './ranked.ts'
import type { Candidate, Reference } from './search.ts'
import { ranged, type Segment, segmentsOf, type UnrangedSegment } from './segments.ts'
import type { Shot } from './shots.ts'
import { StandingCameras } from './standing-cameras.ts'
import { Evidence, type Track, trackFrom } from './track.ts'

interface Followed {
  readonly longest: UnrangedSegment
  readonly track: Track
  readonly evidence: readonly Evidence[]
}

/** The longest run along a place found at a frame, if it is most of a stretch. */
export function followedFrom(
  { pairing, raw, frame: at, rate }: Pick<Candidate, 'pairing' | 'raw' | 'frame' | 'rate'>,
  frame: number,
  { from, to }: Shot,
  film: Levels,
  references: readonly Reference[],
): Followed | null {
  const raws = references.map(({ levels }) => levels)
  const track = trackFrom(pairing, raw, frame, at, rate, { from, to })
  if (!track || track.to - track.from < 0.5 * (to - from)) return null
  // The ground of a standing camera is alike at all times: what moves tells.
  const tracks = [track, ...new StandingCameras(references).tracksAt(track, frame, { from, to })]
  // Alone, its evidence is weighed as that of a whole frame is.
  const evidence = tracks.map(each => new Evidence(each, 1))
  const lines = mostlyTrue(
    tracks.flatMap((each, k) => linesOf(each, k, film)),
    evidence,
    film,
    raws,
  )
  const path = cheapestPath(film.count, lines, evidence, film, raws)
  const found = segmentsOf(path, lines, tracks, evidence, film, raws)
  const longest = found.toSorted((one, two) => two.to - two.from - (one.to - one.from))[0]
  return longest && longest.to - longest.from >= 0.5 * (to - from) ? { longest, track, evidence } : null
}

/** Frames of a run by which its map is measured. */
const measuredFrames = 5
/** In radians: programs lay pictures upright. */
const mostTurned = 0.01

/**
 * A picture that was laid by its box, laid as its frames measure it: sides are known to a pixel, and in a small picture of little detail
 * a part of one makes other frames fit better.
 */
export function laidAsMeasured(
  { raw, from, to, frames, line, track: { pairing } }: Segment,
  stretch: Shot,
  film: Levels,
  references: readonly Reference[],
): Segment | null {
  const maps = Array.from({ length: measuredFrames }, (_, n) => {
    const frame = from + Math.floor(((to - from) * (n + 0.5)) / measuredFrames)
    return pairing.aligned(frame, frames[frame - from] as number, 3).map
  })
  const middle = (k: number) =>
    ranked(
      Float32Array.from(maps, map => map[k] as number),
      maps.length,
      maps.length >> 1,
    )
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(middle) as unknown as Affine
  if (Math.max(Math.abs(b / e), Math.abs(d / a)) > mostTurned) return null
  const { width, height } = pairing.raw.pictures
  // Kept where it is in the middle when what turns it a little is left out.
  const map: Affine = [a, 0, c + (b * height) / 2, 0, e, f + (d * width) / 2]
  const frame = (from + to) >> 1
  const start = {
    pairing: pairing.with(map),
    raw,
    frame: frames[frame - from] as number,
    rate: (line.rate * film.frameSeconds) / pairing.raw.frameSeconds,
  }
  const run = followedFrom(start, frame, stretch, film, references)
  const raws = references.map(({ levels }) => levels)
  return run && ranged(run.longest, run.evidence, raws)
}

/** By how much another speed has to fit better than the true one, as a share: in a small picture that hardly moves all fit about as well. */
const otherSpeed = 0.03

/** Lines at the true speed, and those of another that fit clearly better than all of these. */
function mostlyTrue(
  lines: readonly Line[],
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): readonly Line[] {
  const isTrue = ({ rate }: Line) => Math.abs(rate - 1) < 0.01
  const fits = lines.map(({ track, raw, start, rate, from, to }) => {
    const few = Array.from(
      { length: looked },
      (_, k) => from + Math.floor(((k + 0.5) * (to - from)) / looked),
    )
    const costs = few.map(frame =>
      (evidence[track] as Evidence).at(
        frame,
        (raws[raw] as Levels).frameAt(start + rate * (film.pictures.times[frame] as number)),
      ),
    )
    return costs.reduce((sum, each) => sum + each, 0) / looked
  })
  const best = Math.min(...lines.flatMap((line, n) => (isTrue(line) ? [fits[n] as number] : [])))
  return Number.isFinite(best)
    ? lines.filter((line, n) => isTrue(line) || (fits[n] as number) < best - otherSpeed * Math.abs(best))
    : lines
}

const looked = 12
