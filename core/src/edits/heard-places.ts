/** Places of still scenes that the film's own sound tells, where its pictures leave them open. */
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** Where the film's sound is a recording's own: at film time t the recording is heard as it was at `start` + t, seconds of both clocks. */
export interface HeardPlace {
  readonly raw: number
  readonly from: number
  readonly to: number
  readonly start: number
}

/** Over film frames [from, to) the sound of a recording stops, and then goes on where it stopped: at `at`, seconds of the recording. */
export interface Pause {
  readonly raw: number
  readonly from: number
  readonly to: number
  readonly at: number
}

/**
 * Sound mostly goes with its picture. Nine of ten shots that are heard at all, against any of some hundreds of other places: natural logarithm of likelihood
 * for a stretch that is heard, and some more for each second.
 */
const heardAtAll = 8
const heardPerSecond = 6
/** What is heard for less tells of no place. */
const leastHeard = 0.3
/** Of a frame of the recording: sound is placed to the millisecond, and goes with a frame for as long as that is shown. */
const sameFrame = 0.7
const sameEnd = 1.5
/** In seconds: less is no pause, and after more the same place is taken up again for other reasons. */
const pauses = [0.2, 12]

/** What it speaks for the place that is heard that it goes on for another second. */
export function gainPerSecond({ from, to }: HeardPlace): number {
  const seconds = to - from
  return seconds < leastHeard ? 0 : heardPerSecond + heardAtAll / seconds
}

export function isHeardAt(
  { rate, start }: { readonly rate: number; readonly start: number },
  heard: HeardPlace,
  frameSeconds: number,
): boolean {
  return Math.abs(rate - 1) < 1e-6 && Math.abs(heard.start - start) < sameFrame * frameSeconds
}

/** Where sound stops and goes on later from where it stopped: as it does where a frame is held. */
export function pausesIn(heard: readonly HeardPlace[], film: Levels, frameSeconds: number): readonly Pause[] {
  const { times } = film.pictures
  const ordered = heard.toSorted((one, two) => one.from - two.from)
  return ordered.slice(1).flatMap((next, n) => {
    const last = ordered[n] as HeardPlace
    const gap = next.from - last.to
    if (last.raw !== next.raw || gap < (pauses[0] as number) || gap > (pauses[1] as number)) return []
    if (Math.abs(last.start + last.to - next.start - next.from) > sameEnd * frameSeconds) return []
    if (Math.min(last.to - last.from, next.to - next.from) < leastHeard) return []
    const to = film.frameAt(next.from + 0.5 * film.frameSeconds)
    const at = next.start + (times[to] as number)
    const from = film.frameAt(at - last.start + 0.5 * film.frameSeconds)
    return from > 0 && from < to ? [{ raw: last.raw, from, to, at }] : []
  })
}

/**
 * Runs whose pictures leave several frames open are placed by the sound of the same recording that is heard with them, where it is heard at one place over
 * all of the run and the pictures leave that place open too. What the pictures alone leave open is kept.
 */
export function placedBySound(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
  heard: readonly HeardPlace[],
): readonly Segment[] {
  return segments.map(segment => {
    const { from, to, raw: number, line, slack, frames } = segment
    if (slack[1] - slack[0] <= 2 || segment.seenSlack) return segment
    const raw = raws[number] as Levels
    const own = heard.filter(each => each.raw === number)
    const start = Math.abs(line.rate) < heldRate ? null : startHeardWith(segment, film, raw, own)
    const pause = start === null && pausesIn(own, film, raw.frameSeconds).find(each => isOver(each, from, to))
    if (start === null && !pause) return segment
    const frameAt = (n: number) =>
      raw.frameAt(pause ? pause.at : (start as number) + (film.pictures.times[from + n] as number))
    const move = frameAt(0) - (frames[0] as number)
    if (move < slack[0] || move > slack[1]) return segment
    const seenSlack = [slack[0] - move, slack[1] - move] as const
    const placed = {
      ...segment,
      line: { ...line, ...(pause ? { rate: 0, start: pause.at } : { rate: 1, start: start as number }) },
      frames: frames.map((_, n) => frameAt(n)),
    }
    // What shows at an end at which that is not heard may be of another shot: nothing tells the join.
    if (start !== null && !isHeardToItsEnds(segment, film, own)) return { ...placed, slack: seenSlack }
    return { ...placed, slack: [Math.max(-1, seenSlack[0]), Math.min(1, seenSlack[1])], seenSlack }
  })
}

/**
 * An editor may have moved sound against its picture: of a run that plays and whose place the sound alone tells, as much of half a second on either side is
 * stated as the pictures leave open. Runs are joined, and sound is held against them, by the place itself.
 */
export function statedSlack({ slack, seenSlack, line: { rate }, track }: Segment): Segment['slack'] {
  if (!seenSlack || rate === 0) return slack
  const reach = Math.floor(movedSeconds / track.pairing.raw.frameSeconds + 1e-6)
  return [
    Math.min(slack[0], Math.max(-reach, seenSlack[0])),
    Math.max(slack[1], Math.min(reach, seenSlack[1])),
  ]
}

const movedSeconds = 0.5

const heldRate = 0.04
/** Of true speed, that a run is told at whose sound is at true speed. */
const sameRate = 0.01

/** The one place at which the recording is heard over a run at true speed, if there is one. */
function startHeardWith(
  { from, to, line }: Segment,
  film: Levels,
  raw: Levels,
  heard: readonly HeardPlace[],
) {
  if (Math.abs(line.rate - 1) > sameRate) return null
  const { times } = film.pictures
  const [begins, ends] = [times[from] as number, times[to] as number]
  const over = heard
    .map(each => ({ ...each, seconds: Math.min(ends, each.to) - Math.max(begins, each.from) }))
    .filter(each => each.seconds >= leastHeard)
    .sort((one, two) => two.seconds - one.seconds)
  const [longest] = over
  if (!longest || over.some(each => Math.abs(each.start - longest.start) > sameFrame * raw.frameSeconds))
    return null
  return longest.start
}

/** Whether the recording is heard from the beginning of a run to its end, whatever lies between. */
function isHeardToItsEnds({ from, to }: Segment, film: Levels, heard: readonly HeardPlace[]): boolean {
  const { times } = film.pictures
  const [begins, ends] = [times[from] as number, times[to] as number]
  const over = heard.filter(each => Math.min(ends, each.to) - Math.max(begins, each.from) >= leastHeard)
  const first = Math.min(...over.map(each => each.from))
  const last = Math.max(...over.map(each => each.to))
  return first - begins <= mostUnheard && ends - last <= mostUnheard
}

/** In seconds: a bleep at the end of a shot is longer, words and steps are not that far apart. */
const mostUnheard = 0.5

/** The pause takes up all of a run, but for a frame or two at its ends. */
function isOver(pause: Pause, from: number, to: number): boolean {
  return Math.abs(pause.from - from) <= 2 && Math.abs(pause.to - to) <= 2
}
