import type { Affine } from './affine.ts'
import { trackedMaps } from './geometry.ts'
import { type Line, partOf, type Stretch } from './lines.ts'
import type { Levels } from './pictures.ts'
import { cameAt } from './repeats.ts'
import type { Evidence, Track } from './track.ts'

/** A run of film frames that shows a recording at one speed. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly raw: number
  readonly line: Line
  readonly track: Track
  /** Frame of the recording for each frame of the run. */
  readonly frames: Int32Array
  /** From pixels of the recording's level 0 to the film's, one for each frame of the run or one for all. */
  readonly maps: readonly Affine[]
  /** Neighbouring frames are mixed, as slow motion does that blends. */
  readonly isBlended: boolean
  /** How far the whole run could be moved in the recording without the evidence telling, in frames: [earlier, later]. */
  readonly slack: readonly [number, number]
  /** What the pictures alone leave open, where the sound that is heard with them narrowed it. */
  readonly seenSlack?: readonly [number, number]
}

/** A run of which it is not known yet how far it could be moved. */
export type UnrangedSegment = Omit<Segment, 'slack'>

/** Another place that some frames of a run could show, and how much worse it fits: 0 as well, 1 like an unrelated picture. */
export interface Rival {
  readonly raw: number
  /** In the middle of the run. */
  readonly frame: number
  readonly behind: number
}

const mostRivals = 2

/** The places other than the one taken that fit the middle of a run best, among all that were followed. */
export function rivalsOf(
  segment: Segment,
  lines: readonly Line[],
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): readonly Rival[] {
  const middle = (segment.from + segment.to) >> 1
  const own = segment.frames[middle - segment.from] as number
  const cost = (evidence[segment.line.track] as Evidence).at(middle, own)
  const found = new Map<string, Rival>()
  for (const line of lines) {
    if (line.from > middle || line.to <= middle) continue
    const frame = (raws[line.raw] as Levels).frameAt(
      line.start + line.rate * (cameAt(film)[middle] as number),
    )
    const isSame =
      line.raw === segment.raw && frame >= own + segment.slack[0] - 2 && frame <= own + segment.slack[1] + 2
    if (isSame) continue
    const behind = ((evidence[line.track] as Evidence).at(middle, frame) - cost) / Math.max(20, -cost)
    found.set(`${line.raw} ${frame >> 2}`, { raw: line.raw, frame, behind: Math.max(0, Math.min(1, behind)) })
  }
  return [...found.values()].sort((one, two) => one.behind - two.behind).slice(0, mostRivals)
}

/** Differences in evidence over a whole run that coding alone can make. */
const telling = 10
/** And what one frame has to show: about a block of a hundred that looks different. */
const tellingFrame = 1.2
/** Ranges are looked for this far, and over so many frames of a run. */
const farthestSeconds = 3
const mostSampled = 24

export function segmentsOf(
  stretches: readonly Stretch[],
  lines: readonly Line[],
  tracks: readonly Track[],
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): readonly UnrangedSegment[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const before = joined.at(-1)
    if (before && isOneRun(before, stretch, lines, tracks, film, raws))
      joined[joined.length - 1] = {
        ...(before.to - before.from >= stretch.to - stretch.from ? before : stretch),
        from: before.from,
        to: stretch.to,
      }
    else joined.push(stretch)
  }
  const came = cameAt(film)
  return joined.flatMap(({ line: at, from, to }) => {
    if (at === null) return []
    const line = lines[at] as Line
    const track = tracks[line.track] as Track
    const raw = raws[line.raw] as Levels
    const frames = Int32Array.from({ length: to - from }, (_, n) =>
      raw.frameAt(line.start + line.rate * (came[from + n] as number)),
    )
    return [
      {
        from,
        to,
        raw: line.raw,
        line,
        track,
        frames,
        maps: trackedMaps(track, from, to),
        isBlended: isBlended(evidence[line.track] as Evidence, line, from, frames, film, raw),
      },
    ]
  })
}

/** With how far a run could be moved: in a still scene it takes long to tell. Of the frames that leaves open it is told as those that fit best. */
export function ranged(
  segment: UnrangedSegment,
  evidence: readonly Evidence[],
  raws: readonly Levels[],
): Segment {
  const { line, from, frames, isBlended, track } = segment
  const [known, raw] = [evidence[line.track] as Evidence, raws[segment.raw] as Levels]
  const slack = slackOf(known, from, frames, raw)
  const move = isBlended ? 0 : likeliestMove(known, from, frames, raw, slack)
  if (move === 0) return { ...segment, slack }
  const { times } = raw.pictures
  const [first, moved] = [frames[0] as number, (frames[0] as number) + move]
  const start = line.start + (times[moved] as number) - (times[first] as number)
  const came = cameAt(track.pairing.film)
  const there = Int32Array.from(frames, (_, n) => raw.frameAt(start + line.rate * (came[from + n] as number)))
  return {
    ...segment,
    line: { ...line, start },
    frames: there,
    slack: slackOf(known, from, there, raw),
  }
}

function isOneRun(
  one: Stretch,
  two: Stretch,
  lines: readonly Line[],
  tracks: readonly Track[],
  film: Levels,
  raws: readonly Levels[],
): boolean {
  if (one.line === null || two.line === null) return one.line === two.line
  const [a, b] = [lines[one.line] as Line, lines[two.line] as Line]
  if (a.raw !== b.raw || Math.abs(a.rate - b.rate) > 0.06) return false
  const time = cameAt(film)[two.from] as number
  const apart = Math.abs(a.start + a.rate * time - (b.start + b.rate * time))
  // At true speed one frame more is a frame left out; slow motion shows each frame more than once.
  const most = a.rate < 0.96 ? 1.6 : 0.8
  if (apart >= most * (raws[a.raw] as Levels).frameSeconds) return false
  return a.track === b.track || isOneMap(tracks[a.track] as Track, tracks[b.track] as Track, two.from)
}

/** Two tracks that lay the recording at the same place, to two pixels of the small picture. */
export function isOneMap(one: Track, two: Track, frame: number): boolean {
  const at = (track: Track) =>
    track.maps[Math.max(0, Math.min(track.maps.length - 1, frame - track.from))] ?? track.pairing.map
  const [a, b] = [at(one), at(two)]
  const { width, height } = one.pairing.raw.pictures
  return [
    [0, 0],
    [width, height],
  ].every(
    ([x = 0, y = 0]) =>
      Math.hypot(
        (a[0] - b[0]) * x + (a[1] - b[1]) * y + a[2] - b[2],
        (a[3] - b[3]) * x + (a[4] - b[4]) * y + a[5] - b[5],
      ) < 3,
  )
}

function isBlended(
  evidence: Evidence,
  line: Line,
  from: number,
  frames: Int32Array,
  film: Levels,
  raw: Levels,
): boolean {
  if (Math.abs(line.rate) < 0.04 || Math.abs(line.rate) > 0.96) return false
  let better = 0
  let between = 0
  for (const [n, frame] of frames.entries()) {
    const part = partOf(raw, frame, line.start + line.rate * (cameAt(film)[from + n] as number))
    if (part < 0.2 || part > 0.8) continue
    between++
    if (
      evidence.between(from + n, frame, part) <
      Math.min(evidence.at(from + n, frame), evidence.at(from + n, Math.min(raw.count - 1, frame + 1))) - 4
    )
      better++
  }
  return between > 2 && better > 0.6 * between
}

/** How far a run that shows `frames` could be moved in the recording without the evidence telling, in frames: [earlier, later]. */
export function slackOf(
  evidence: Evidence,
  from: number,
  frames: Int32Array,
  raw: Levels,
): readonly [number, number] {
  const { step, costsAt } = sampledOf(evidence, from, frames, raw)
  const own = costsAt(0)
  const isTold = (move: number) => {
    const differences = costsAt(move).map((cost, k) => cost - (own[k] as number))
    const sum = differences.reduce((total, each) => total + each, 0) * step
    // Where something moves now and then, the frames in which it does have to tell.
    const loudest = differences.toSorted((a, b) => b - a).slice(0, Math.max(1, differences.length >> 2))
    return sum > telling && loudest.reduce((total, each) => total + each, 0) > tellingFrame * loudest.length
  }
  const most = Math.round(farthestSeconds / raw.frameSeconds)
  const reach = (direction: 1 | -1) => {
    let move = 0
    while (move < most && !isTold(direction * (move + 1))) move++
    return direction * move
  }
  return [reach(-1) || 0, reach(1)]
}

/**
 * Within a narrow range, by how much a run is moved so that as much as can be of what its frames may be lies within one frame of what is told. What coding alone
 * can make says how much less likely it is what fits worse.
 */
function likeliestMove(
  evidence: Evidence,
  from: number,
  frames: Int32Array,
  raw: Levels,
  [earlier, later]: readonly [number, number],
): number {
  if (later - earlier < 2 || later - earlier > mostMoved) return 0
  const { step, costsAt } = sampledOf(evidence, from, frames, raw)
  const moves = Array.from({ length: later - earlier + 1 }, (_, n) => earlier + n)
  const sums = moves.map(move => step * costsAt(move).reduce((total, each) => total + each, 0))
  const least = Math.min(...sums)
  const likely = sums.map(sum => Math.exp((least - sum) / telling))
  const near = likely.map((each, n) => (likely[n - 1] ?? 0) + each + (likely[n + 1] ?? 0))
  const best = Math.max(...near)
  // Where nothing tells, it stays as near as it can to where it was.
  const alike = moves.filter((_, n) => (near[n] as number) > best - 1e-9)
  return alike.reduce((nearest, move) => (Math.abs(move) < Math.abs(nearest) ? move : nearest))
}

/** Frames over which a range is narrow enough to tell the middle of it. */
const mostMoved = 8

/** What some frames of a run cost when it is moved by so many frames of the recording; each of them stands for `step`. */
function sampledOf(evidence: Evidence, from: number, frames: Int32Array, raw: Levels) {
  const step = Math.max(1, Math.floor(frames.length / mostSampled))
  const sampled = [...frames.keys()].filter(n => n % step === step >> 1)
  const costsAt = (move: number) =>
    sampled.map(n =>
      evidence.at(from + n, Math.max(0, Math.min(raw.count - 1, (frames[n] as number) + move))),
    )
  return { step, costsAt }
}
