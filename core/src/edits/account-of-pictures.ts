/** What the pictures of a film show and what was done to them, once it is known which recording each frame comes from. */
import type { TellStage } from '../case/index.ts'
import type { Box } from './affine.ts'
import { withDissolves, withTails } from './dissolves.ts'
import { isDoubtful } from './held.ts'
import { type Edit, geometryEdits, isEmpty, speedEdits, unmatchedEdits } from './kinds.ts'
import { asTheRun } from './light.ts'
import { colourSpans, fadeEdits, fadesOf, isDimEndOf, withDarkEnds } from './light-edits.ts'
import { lightIn, runLights } from './light-parts.ts'
import type { MappedFilm } from './map-film.ts'
import { besideBars, isLikeBar, maskedBars } from './masked-bars.ts'
import { eachOnce } from './one-edit.ts'
import type { Levels } from './pictures.ts'
import { type Region, type RunRegions, regionEdit, regionsOf } from './regions.ts'
import type { Reference } from './search.ts'
import { halfOf, insetEdit, isLikeInset, type SecondLayer, secondLayerIn } from './second-layer.ts'
import type { Rival, Segment } from './segments.ts'
import type { Shot } from './shots.ts'
import { stretched } from './stretched.ts'
import { alongEdit, isInMixture, throughTransitions } from './through-transitions.ts'

export interface ShownRun {
  readonly segment: Segment
  readonly layer: number
  /** 0 to 1: how much of the picture the recording's frames explain. */
  readonly score: number
  readonly rivals: readonly Rival[]
}

export interface PicturesAccount {
  readonly shown: readonly ShownRun[]
  readonly cuts: readonly number[]
  readonly edits: readonly Edit[]
}

/** Of a film without pictures. */
export const nothingShown: PicturesAccount = { shown: [], cuts: [], edits: [] }

/** `references` are the recordings with pictures, numbered as in the segments. What `apart` shows is told elsewhere; `isPart` says that the film is a part of one, beside a seam. */
export function accountOfPictures(
  film: Levels,
  references: readonly Reference[],
  first: MappedFilm,
  isCancelled: () => boolean,
  apart: readonly Shot[] = [],
  tell: TellStage = () => undefined,
  isPart = false,
): PicturesAccount {
  const raws = references.map(({ levels }) => levels)
  const mapped = withDissolves(
    outside(withTails(outside(first.segments, apart, film, raws), film, raws), apart, film, raws),
    film,
    raws,
  )
  // A run keeps its rivals when its ends move.
  const rivalsOf = (segment: Segment) =>
    first.rivals[
      first.segments.findIndex(
        each => each.line === segment.line && each.from < segment.to && segment.from < each.to,
      )
    ] ?? []
  const { segments } = mapped
  const shown: ShownRun[] = [
    ...segments.map(segment => ({ segment, layer: 0, score: scoreOf(segment), rivals: rivalsOf(segment) })),
    ...mapped.partners.map(segment => ({ segment, layer: 1, score: 0.8, rivals: [] })),
  ]
  const edits: Edit[] = [...mapped.edits]
  const cuts = new Set<number>()
  for (const [n, segment] of segments.entries()) {
    if (isCancelled()) break
    tell('changes', segment.from / film.count)
    const raw = raws[segment.raw] as Levels
    const steady = withoutMixing(segment, mapped.edits, film, raws)
    const seen = regionsOf(steady, film, raw)
    const isBrief = segment.to - segment.from < briefest
    const hidden = seen.regions.filter(({ kind, follows }) => kind !== 'picture' && follows)
    const isPlaced = !isDoubtful(steady, film, hidden)
    const [previous, next] = [segments[n - 1], segments[n + 1]]
    const fades = fadesOf(steady, film, raw, {
      before: goesOnInto(segment, previous, raws) || steady.from > segment.from,
      after: next?.from === segment.to && isOnePicture(segment, next, raws),
    })
    const isFading = (at: number) => at < fades.fadeIn || at >= steady.to - steady.from - fades.fadeOut
    const geometry = isBrief ? [] : geometryEdits(segment, film, raw)
    const barred = geometry.find(({ kind }) => kind === 'letterbox')
    const all = spotlit(seen, steady, film, isFading)
    const bars = all.filter(each => besideBars(each, barred, film))
    const regions = all.filter(each => !bars.includes(each))
    // A picture that moves within one that is held is no doubt of that.
    const mayBeHeld =
      isPlaced || !isDoubtful(steady, film, [...hidden, ...regions.filter(each => isSetIn(each, film))])
    const looked = insetsOf(segment, mayBeHeld ? regions : [], film, references, isPart)
    const isKnown = isPlaced || looked.boxes.length > 0
    const found = isKnown ? looked : insetsOf(segment, [], film, references, isPart)
    const goes = mapped.edits.find(({ start }) => start === segment.to)
    const mixed = { from: segment.from, to: goes?.end ?? segment.to }
    const isIn = (edit: Edit, mixture: Shot) => {
      const other =
        mixture.from < steady.from ? mapped.partners.find(({ from }) => from === segment.from) : next
      return !other || isInMixture(edit, segment, other, mixture, film, raws)
    }
    const beside = found.boxes.map(box => ({ from: segment.from, to: segment.to, box }))
    const through = (edit: Edit) => throughTransitions(edit, { mixed, steady, ...fades, isIn })
    for (const second of found.seconds)
      for (const [n, run] of alongEdit(
        second.segments,
        second.edit,
        through(second.edit),
        film,
        raws,
      ).entries())
        shown.push({
          segment: run,
          layer: 1,
          score: scoreOf(second.segments[n] as Segment),
          rivals: [],
        })
    const isSpotlit = (at: number) =>
      regions.some(each => each.isAsRecorded && each.from <= steady.from + at && each.to > steady.from + at)
    const isExplained = (at: number) => isFading(at) || isSpotlit(at)
    // Neither a large inset nor a fade tells the light of what it is set into.
    const beyond = [...found.boxes, ...bars.map(({ box }) => box)]
    const isPlain = beyond.length === 0 && fades.fadeIn === 0 && fades.fadeOut === 0
    const told = seen.samples.map(({ n: at }) => at).filter(at => !isExplained(at))
    const lights = isPlain ? seen.lights : runLights(steady, film, raw, told, beyond)
    const samples = isPlain
      ? seen.samples
      : seen.samples.flatMap(({ n: at, saturation }) =>
          isExplained(at)
            ? []
            : {
                n: at,
                light: asTheRun,
                saturation:
                  saturation === lightIn(seen.lights, at).saturation
                    ? lightIn(lights, at).saturation
                    : saturation,
              },
        )
    edits.push(
      ...found.edits.filter(({ kind }) => !(barred && kind === 'letterbox')).map(through),
      ...(isBrief ? [] : speedEdits(segment, film, raw, [...hidden, ...beside])).filter(
        each =>
          !isPassing(each, film) ||
          !(goesOnInto(segment, previous, raws) || (next && goesOnInto(next, segment, raws))),
      ),
      // A half of the screen shows a part of its recording, beside what is no bar.
      ...geometry.filter(({ kind }) => !(found.isSplit && (kind === 'crop' || kind === 'letterbox'))),
      ...fadeEdits(steady, fades),
      ...(isKnown
        ? colourSpans(steady, seen.run, lights, samples, film, isExplained, isSpotlit).map(
            ([from, to, score]): Edit => ({
              kind: 'colour',
              start: from === 0 ? segment.from : steady.from + from,
              end: steady.from + to,
              score,
            }),
          )
        : []),
    )
  }
  const unmatched = gapsOf([...segments, ...apart], film.count).map(([from, to]) =>
    unmatchedEdits(film, from, to),
  )
  for (const cut of unmatched.flatMap(each => each.cuts)) cuts.add(cut)
  const all = withDarkEnds(
    edits,
    unmatched.flatMap(each => each.edits),
    (edit, fade) => isEmpty(film, edit.start, edit.end) || isDimEndOf(edit, fade, film),
  )
  for (const { from, to } of [...segments, ...apart]) {
    if (from > 0) cuts.add(from)
    if (to < film.count) cuts.add(to)
  }
  return {
    shown,
    cuts: [...cuts].filter(each => !all.inside.includes(each)).sort((a, b) => a - b),
    edits: eachOnce(
      all.edits.toSorted((a, b) => a.start - b.start || a.end - b.end),
      {
        isSame: frame =>
          segments.some((each, n) => each.from === frame && goesOnInto(each, segments[n - 1], raws)),
        playsOn: frame =>
          segments.some((each, n) => each.from === frame && playsOnInto(each, segments[n - 1], film, raws)),
      },
      film.frameSeconds,
    ),
  }
}

/** Of the frames that are darker, for a part that is not to be what they are darkened for. */
const mostlyDark = 0.4

/** The regions of a run, spotlights over all frames that are darkened: where it moves or is laid a little wrong, the part left bright is seen in some. */
function spotlit(
  { regions, run, lights, samples }: RunRegions,
  steady: Segment,
  film: Levels,
  isFading: (at: number) => boolean,
): readonly Region[] {
  if (!regions.some(each => each.isAsRecorded)) return regions
  const spans = colourSpans(steady, run, lights, samples, film, isFading)
  return regions.flatMap(region => {
    if (!region.isAsRecorded) return [region]
    const both = ([first, last]: (typeof spans)[number]) =>
      Math.min(region.to, steady.from + last) - Math.max(region.from, steady.from + first)
    // Before and after the rest is darkened all of the picture is as it was recorded.
    if (!spans.some(span => both(span) > 0)) return []
    const span = spans.find(each => both(each) > mostlyDark * (each[1] - each[0]))
    if (region.follows || !span) return [region]
    return [{ ...region, from: steady.from + span[0], to: steady.from + span[1] }]
  })
}

/** So few frames tell neither a speed nor a map. */
const briefest = 6

/** Change inside a box, in grey levels from look to look, that a drawing does not make. */
const leastMotion = 2.5

/** A box that is all of one tone shows no recording, though a dark place of one may fit it; nor does what a spotlight leaves bright show another. */
function isOneTone({ kind, traits }: Region): boolean {
  return kind === 'redaction' && traits.spread !== null && traits.spread < oneTone
}

const oneTone = 4

/** What has the make of an inset, and leaves most of the picture to what it is set into. */
function isSetIn(region: Region, film: Levels): boolean {
  return region.share < mostSetIn && isLikeInset(region, film)
}

const mostSetIn = 0.4

/** What was made unrecognisable and is at large what the recording has there is no picture of its own, though a dark or soft place of one may fit it. */
function isSofter({ kind, traits }: Region): boolean {
  return kind === 'redaction' && traits.like > mostAlike
}

const mostAlike = 0.85

/** Of the frame: what is larger is no picture within it. */
const mostInset = 0.8

/** Lines of text are wide and low, pictures are not. */
const widest = 2.6
const leastPicture = 0.04
const leastHalf = 0.25
/** Grey levels of standard deviation: the same below which a box is called flat. */
const flat = 7

/** A box in which something moves that is not of the recording, and that has the shape of a picture. */
export function isLikePicture(region: Region, film: Levels, isPart: boolean): boolean {
  const { box, share, traits } = region
  const shape = box[2] / box[3]
  // Half of the screen is a picture even where nothing moves in it, unless it is a panel of one tone, or text laid over the lower end of both pictures of a split screen.
  const isHalf = !isPart && halfOf(box, film) !== null && share > leastHalf && (traits.spread ?? 0) > flat
  if (isHalf && isLikeInset(region, film) && traits.like < 0.5) return true
  return (
    isLikeInset(region, film) &&
    share > leastPicture &&
    shape < widest &&
    shape > 1 / widest &&
    traits.motion > leastMotion &&
    traits.like < 0.5
  )
}

/** Which parts of a run are pictures of their own, and what the others are. */
function insetsOf(
  segment: Segment,
  regions: readonly Region[],
  film: Levels,
  references: readonly Reference[],
  isPart: boolean,
): {
  readonly seconds: readonly SecondLayer[]
  readonly edits: readonly Edit[]
  /** Of the insets, in the film's detail pixels. */
  readonly boxes: readonly Box[]
  readonly isSplit: boolean
} {
  const seconds: SecondLayer[] = []
  const edits: Edit[] = []
  const boxes: Box[] = []
  const bars = maskedBars(regions.filter(isLikeBar), film)
  if (bars) edits.push(bars.edit)
  for (const region of regions) {
    if (bars?.bars.includes(region) || (region.kind === 'picture' && region.share > mostInset)) continue
    const isOwn = region.isAsRecorded || isSofter(region) || region.share > mostInset
    const second = isOwn ? null : secondLayerIn(segment, region, film, references, isOneTone(region))
    if (second) {
      seconds.push(second)
      edits.push(second.edit)
      boxes.push(region.box)
    } else if (!isOwn && !isOneTone(region) && isLikePicture(region, film, isPart)) {
      // A picture that moves, from none of the recordings held.
      edits.push(insetEdit(region, region.from, region.to, region.box, film))
      boxes.push(region.box)
    } else if (region.share < 0.7 && region.kind !== 'picture')
      edits.push(regionEdit(region, region.kind, film))
  }
  return { seconds, edits, boxes, isSplit: edits.some(({ kind }) => kind === 'split') }
}

/** Seconds: a camera that stands still is taken to run faster or slower for less, where what few pixels tell is coded away. */
const shortestSpeed = 0.6

function isPassing({ kind, start, end }: Edit, film: Levels): boolean {
  return (kind === 'slow' || kind === 'fast') && (end - start) * film.frameSeconds < shortestSpeed
}

function goesOnInto(segment: Segment, previous: Segment | undefined, raws: readonly Levels[]): boolean {
  return previous?.to === segment.from && isOnePicture(previous, segment, raws)
}

/** Frames of the recording by which a run may begin beside where the one before it would have gone on to, and by which their speeds may lead apart over the shorter one. */
const mostBeside = 1.5
const mostApart = 2.5

function playsOnInto(
  segment: Segment,
  previous: Segment | undefined,
  film: Levels,
  raws: readonly Levels[],
): boolean {
  if (previous?.to !== segment.from || previous.raw !== segment.raw) return false
  const { frameSeconds } = raws[segment.raw] as Levels
  const at = film.pictures.times[segment.from] as number
  const timeOf = ({ line: { start, rate } }: Segment) => start + rate * at
  if (Math.abs(timeOf(segment) - timeOf(previous)) > mostBeside * frameSeconds) return false
  const shorter = Math.min(segment.to - segment.from, previous.to - previous.from) * film.frameSeconds
  return Math.abs(segment.line.rate - previous.line.rate) * shorter < mostApart * frameSeconds
}

/** Seconds of a recording over which its picture stays much the same. */
const onePicture = 1

/** Whether a run begins with about what the one before it ended with. */
export function isOnePicture(
  one: Pick<Segment, 'raw' | 'frames'>,
  two: Pick<Segment, 'raw' | 'frames'>,
  raws: readonly Pick<Levels, 'frameSeconds'>[],
): boolean {
  const frameSeconds = raws[one.raw]?.frameSeconds as number
  const apart = Math.abs((one.frames.at(-1) ?? 0) - (two.frames[0] ?? 0))
  return one.raw === two.raw && apart * frameSeconds < onePicture
}

/** The part of a run in which no other picture shines through. */
function withoutMixing(
  segment: Segment,
  mixes: readonly Edit[],
  film: Levels,
  raws: readonly Levels[],
): Segment {
  const mixed = mixes.find(({ start, end }) => start === segment.from && end < segment.to)
  return mixed ? stretched(segment, mixed.end, segment.to, film, raws) : segment
}

function scoreOf({ track, from, to }: Segment): number {
  let sum = 0
  for (let frame = from; frame < to; frame++) sum += track.explained[frame - track.from] ?? 0.3
  return Number((sum / Math.max(1, to - from)).toFixed(3))
}

/** What is left of runs where some stretches are taken out of them. */
function outside(
  segments: readonly Segment[],
  apart: readonly Shot[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  return segments.flatMap(segment => {
    let rest: readonly Shot[] = [segment]
    for (const { from, to } of apart)
      rest = rest.flatMap(each =>
        [
          { from: each.from, to: Math.min(each.to, from) },
          { from: Math.max(each.from, to), to: each.to },
        ].filter(part => part.to > part.from),
      )
    return rest.map(({ from, to }) =>
      from === segment.from && to === segment.to ? segment : stretched(segment, from, to, film, raws),
    )
  })
}

function gapsOf(segments: readonly Shot[], count: number): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = []
  let at = 0
  for (const { from, to } of segments.toSorted((one, two) => one.from - two.from)) {
    if (from > at) gaps.push([at, from])
    at = Math.max(at, to)
  }
  if (at < count) gaps.push([at, count])
  return gaps
}
