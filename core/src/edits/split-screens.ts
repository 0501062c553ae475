/** Split screens: found by the seam between two pictures, each of which is then held against the recordings as a film of its own. */
import type { TellStage } from '../case/index.ts'
import { accountOfPictures, type PicturesAccount, type ShownRun } from './account-of-pictures.ts'
import { acrossTheSeam } from './across-the-seam.ts'
import { type Box, inverse, mappedBox, overlapOf } from './affine.ts'
import { placedBesideInsets } from './beside-insets.ts'
import { isCard } from './cards.ts'
import { withMainPictures } from './covered-by-insets.ts'
import { sharesDetail } from './detail-agreed.ts'
import { withTails } from './dissolves.ts'
import type { HeardPlace } from './heard-places.ts'
import { type Edit, scaled } from './kinds.ts'
import { mapOf } from './laid.ts'
import { type MappedFilm, mapFilm } from './map-film.ts'
import { marginOf, Pairing } from './pairing.ts'
import { editInFilm, type FilmPart, partOfFilm, segmentInFilm } from './part-of-film.ts'
import type { Levels } from './pictures.ts'
import { divider, type Seam, seamsOf } from './seams.ts'
import { type Reference, wholeCandidates } from './search.ts'
import { explainedBy, pictureByColour, pictureIn } from './second-layer.ts'
import type { Segment } from './segments.ts'
import { type Shot, shotsOf } from './shots.ts'
import { withShotsByColour } from './shots-by-colour.ts'
import { placedInStillScenes } from './still-scenes.ts'
import { shownBox } from './thumbs.ts'

/** What a stretch of film shows whose picture is two side by side. */
interface SplitScreen extends Shot, PicturesAccount {}

/** Of the picture, over a stretch: one half and a little by chance is less. */
const mostOfHalves = 0.75
/** Of the frames of a stretch, for a part of it to count as found. */
const leastFound = 0.5
const nearlyAll = 0.95
/** In radians. */
const leastTurn = 0.017
/** Shares of the picture by which one explanation may be worse, if it is the simpler one. */
const alike = 0.05
/** Pixels of the recording's detail picture within which two parts of one picture meet. */
const samePlace = 5

/** The account of a film's pictures, its split screens told by their parts. */
export function accountOfScreens(
  film: Levels,
  references: readonly Reference[],
  heard: readonly HeardPlace[],
  isCancelled: () => boolean,
  tell: TellStage = () => undefined,
): PicturesAccount {
  const seams = seamsOf(film)
  const splitAt = (seam: Seam, segments: readonly Segment[], isPlain: boolean) => {
    const left = isCancelled() ? null : unexplainedOf(seam, segments, film)
    return left && splitScreenOf(left, film, references, isCancelled, isPlain)
  }
  // A part of a picture is looked for at length, and most of all where there is none: what is clearly two is held to be that first. A post in a picture
  // that is zoomed into looks like a seam, too, and a half of it like a moving part of its recording: only halves that are laid plainly count here.
  const clear = new Map(
    seams
      .filter(seam => seam.strength > clearly && !mayBeWhole(seam, film, references))
      .flatMap(seam => {
        const split = splitAt(seam, [], true)
        return split ? [[seam, split] as const] : []
      }),
  )
  const apart = [...clear.values()]
  const first = mapFilm(film, references, heard, isCancelled, tell, apart)
  const around = withMainPictures(first, film, references, isCancelled)
  const mapped = withShotsByColour(around, film, references, isCancelled, apart)
  const splits = bestOf(seams.flatMap(seam => clear.get(seam) ?? splitAt(seam, mapped.segments, false) ?? []))
  const rest = placedBesideInsets(
    accountOfPictures(film, references, mapped, isCancelled, splits, tell),
    film,
    references.map(({ levels }) => levels),
    heard,
  )
  return {
    shown: [...rest.shown, ...splits.flatMap(({ shown }) => shown)],
    cuts: [...new Set([...rest.cuts, ...splits.flatMap(({ cuts }) => cuts)])].sort((a, b) => a - b),
    edits: [...rest.edits, ...splits.flatMap(({ edits }) => edits)].sort(
      (one, two) => one.start - two.start || one.end - two.end,
    ),
  }
}

/** Of splits at the same time the one whose pictures explain most: a street's kerb goes from side to side, too, and a line between two pictures has two edges. */
export function bestOf<Split extends Pick<SplitScreen, 'from' | 'to' | 'shown'>>(
  splits: readonly Split[],
): readonly Split[] {
  const kept: Split[] = []
  for (const split of splits.toSorted((one, two) => explainedOf(two) - explainedOf(one)))
    if (!kept.some(({ from, to }) => Math.min(to, split.to) > Math.max(from, split.from))) kept.push(split)
  return splits.filter(each => kept.includes(each))
}

/** Pixels of the film's pictures, of a frame. */
function explainedOf({ from, to, shown }: Pick<SplitScreen, 'from' | 'to' | 'shown'>): number {
  const sum = shown.reduce((all, { segment, score }) => {
    const [, , w, h] = segment.track.pairing.box
    return all + score * w * h * (segment.to - segment.from)
  }, 0)
  return sum / (to - from)
}

/** Strength of a seam at which nearly all are one. */
const clearly = 0.9
/** Looks at each shot of a seam for whole pictures. */
const wholeLooks = 3

/** Whether whole pictures explain as much of a frame of a seam as those do in which something stands like one. */
function mayBeWhole(seam: Seam, film: Levels, references: readonly Reference[]): boolean {
  return shotsWithin(seam, film).some(({ from, to }) =>
    Array.from(
      { length: wholeLooks },
      (_, n) => from + Math.floor(((n + 0.5) * (to - from)) / wholeLooks),
    ).some(frame =>
      wholeCandidates(film, frame, references, mostWholes).some(({ explained }) => explained > mostOfHalves),
    ),
  )
}

const mostWholes = 4

/** Seconds: for less nobody sees two pictures, and the dark end of a fade is like halves of many. */
const shortestSplit = 0.6

/** A seam without the shots at its ends that whole pictures explain: a post may stand where a seam was. Null if nothing is left. */
function unexplainedOf(seam: Seam, segments: readonly Segment[], film: Levels): Seam | null {
  // Lines of letters have edges from side to side too.
  const left = shotsWithin(seam, film).filter(
    shot => !isExplained(segments, film, shot) && !isCard(film, shot),
  )
  const [first, last] = [left[0], left.at(-1)]
  if (!first || !last || isExplained(segments, film, seam)) return null
  if ((last.to - first.from) * film.frameSeconds < shortestSplit) return null
  return { ...seam, from: first.from, to: last.to }
}

function shotsWithin({ from, to }: Seam, film: Levels): readonly Shot[] {
  const edges = [from, ...shotsOf(film).filter(each => each > from && each < to), to]
  return edges.slice(1).map((end, n): Shot => ({ from: edges[n] as number, to: end }))
}

/** Whether whole pictures explain what is seen, bars left out. */
function isExplained(segments: readonly Segment[], film: Levels, { from, to }: Shot): boolean {
  const [, , w, h] = shownBox(film, (from + to) >> 1, divider)
  const shown = (w * h) / (film.width(0) * film.height(0))
  let sum = 0
  for (const { track, ...run } of segments)
    for (let frame = Math.max(from, run.from); frame < Math.min(to, run.to); frame++)
      sum += (track.explained[frame - track.from] ?? 0) * Math.min(1, track.pairing.coverage / shown)
  return sum > mostOfHalves * (to - from)
}

function splitScreenOf(
  seam: Seam,
  film: Levels,
  references: readonly Reference[],
  isCancelled: () => boolean,
  isPlain: boolean,
): SplitScreen | null {
  const parts = boxesOf(seam, film).map(box => partOfFilm(film, box, seam))
  const found = new Map<FilmPart, FoundPart>()
  // Most seams are none: the smaller part takes less time to rule out, and what was done to a part is looked at last.
  for (const part of parts.toSorted((one, two) => areaOf(one.box) - areaOf(two.box))) {
    const mapped = mappedPart(part.part, references, isCancelled, isPlain)
    if (!mapped) return null
    const runs = runsInFilm(mapped, part, references)
    if (!isFound(runs, seam, part)) return null
    found.set(part, { mapped, runs })
  }
  const [one, two] = parts.map(part => found.get(part) as FoundPart) as [FoundPart, FoundPart]
  if (isOnePicture(one.runs, two.runs, seam, film)) return null
  const [oneBox, twoBox] = parts.map(({ box }) => box) as [Box, Box]
  if (isInset(two.runs, twoBox, one.runs, seam, film) || isInset(one.runs, oneBox, two.runs, seam, film))
    return null
  const [first, second] = parts.map(part =>
    accountOfPart(part, (found.get(part) as FoundPart).mapped, references, isCancelled),
  ) as [PicturesAccount, PicturesAccount]
  return { from: seam.from, to: seam.to, ...joined(first, second, parts, seam, film) }
}

interface FoundPart {
  readonly mapped: MappedFilm
  /** As runs of the film. */
  readonly runs: readonly Segment[]
}

const areaOf = ([, , w, h]: Box) => w * h

function runsInFilm({ segments }: MappedFilm, part: FilmPart, references: readonly Reference[]) {
  const raws = references.map(({ levels }) => levels)
  return withTails(segments, part.part, raws).map(each => segmentInFilm(each, part))
}

function boxesOf({ isTall, at }: Seam, film: Levels): readonly Box[] {
  const [width, height] = [film.width(0), film.height(0)]
  return isTall
    ? [
        [0, 0, at, height],
        [at, 0, width - at, height],
      ]
    : [
        [0, 0, width, at],
        [0, at, width, height - at],
      ]
}

function accountOfPart(
  part: FilmPart,
  mapped: MappedFilm,
  references: readonly Reference[],
  isCancelled: () => boolean,
): PicturesAccount {
  const { shown, cuts, edits } = accountOfPictures(
    part.part,
    references,
    mapped,
    isCancelled,
    [],
    undefined,
    true,
  )
  return {
    shown: shown.map(each => ({ ...each, segment: segmentInFilm(each.segment, part) })),
    cuts: cuts.map(cut => cut + part.from),
    edits: edits.map(edit => editInFilm(edit, part)),
  }
}

/**
 * A part is mostly one recording all along, as editing programs lay it into a half: that is asked first, as it is soon told. Else it is a film like any
 * other; a shot of it that is found in pieces, or turned, may be the middle of a recording all along too. Null where only what is laid plainly is
 * asked for, and it is not.
 */
function mappedPart(
  part: Levels,
  references: readonly Reference[],
  isCancelled: () => boolean,
  isPlain: boolean,
): MappedFilm | null {
  const whole: Box = [0, 0, part.width(0), part.height(0)]
  // In its half a picture may have bars of its own, or what looks like them.
  const shown = shownBox(part, part.count >> 1, divider)
  const isAllShown = shown.every((side, n) => side === whole[n])
  const boxes = isAllShown ? [whole] : [shown, whole]
  const found = pictureIn(part, boxes, { from: 0, to: part.count }, references, null)
  const all = (found && laidAllAlong(found, part, references)) ?? colouredAllAlong(part, references)
  if (all) return { segments: all, rivals: all.map(() => []) }
  if (isPlain) return null
  const mapped = mapFilm(part, references, [], isCancelled)
  const shots = shotsOf(part)
  return shots.slice(0, -1).reduce<MappedFilm>((known, from, n) => {
    const shot = { from, to: shots[n + 1] as number }
    const own = known.segments.filter(each => each.from < shot.to && each.to > shot.from)
    // What goes on beyond a shot was found over more than it.
    const isInside = own.every(each => each.from >= shot.from - nearShot && each.to <= shot.to + nearShot)
    if (isCancelled() || !isInside || !isDoubtful(own, shot)) return known
    // Of a part that is one shot the same was asked before.
    const isAll = isAllShown && shot.from === 0 && shot.to === part.count
    const usual = isAll ? found : pictureIn(part, [whole], shot, references, null)
    const least = own.reduce((sum, each) => sum + explainedBy(each), 0) - alike * (shot.to - shot.from)
    // Where nothing was found, what fits best may be no recording of it at all: flat places fit anything.
    return usual && explainedBy(usual) > least && sharesDetail(usual) ? instead(known, own, usual) : known
  }, mapped)
}

/** The picture that was found over a part, if it explains nearly all frames, laid as programs lay it, without being moved; else null. */
function laidAllAlong(
  found: Segment,
  part: Levels,
  references: readonly Reference[],
): readonly Segment[] | null {
  if (!isAllAlong(found, part) || fitsBetterMoved(found)) return null
  const whole: Box = [0, 0, part.width(0), part.height(0)]
  const { raw, map } = found.track.pairing
  const box = within(mappedBox(map, [0, 0, raw.width(0), raw.height(0)]), whole)
  const own = { ...found, track: { ...found.track, pairing: new Pairing(part, raw, map, box) } }
  const raws = references.map(({ levels }) => levels)
  return placedInStillScenes([own], part, raws, shotsOf(part), [])
}

/** One run with one map explains nearly all frames of a part. */
function isAllAlong(found: Segment, part: Levels): boolean {
  const isOne = found.to - found.from >= nearlyAll * part.count && new Set(found.maps).size === 1
  return isOne && explainedBy(found) >= mostOfHalves * part.count
}

/** The same by colours, where a recording hardly differs in brightness: as much of its middle as fills the part, or all of it between bars. */
function colouredAllAlong(part: Levels, references: readonly Reference[]): readonly Segment[] | null {
  const [width, height] = [part.width(0), part.height(0)]
  const talls = references.map(({ levels }) => Math.round((width * levels.height(0)) / levels.width(0)))
  // Recordings of one shape are asked once.
  const boxes = [...new Set(talls)].flatMap((tall): Box[] =>
    tall < height ? [[0, Math.round((height - tall) / 2), width, tall]] : [],
  )
  const found = [[0, 0, width, height] as const, ...boxes].flatMap(
    box => pictureByColour(part, [box], { from: 0, to: part.count }, references) ?? [],
  )
  const best = found.sort((one, two) => explainedBy(two) - explainedBy(one))[0]
  return best && best.to - best.from >= nearlyAll * part.count ? [best] : null
}

/** Whether the map that is measured fits clearly better than the one by which programs lay a picture: then it was laid otherwise. */
function fitsBetterMoved({ from, to, frames, track: { pairing } }: Segment): boolean {
  let [usual, moved] = [0, 0]
  for (let n = 1; n <= measured; n++) {
    const frame = from + Math.floor(((to - from) * n) / (measured + 1))
    const rawFrame = frames[frame - from] as number
    const view = pairing.view(frame)
    usual += marginOf(view, pairing.fit(view, rawFrame)) / measured
    moved += pairing.aligned(frame, rawFrame, 3).margin / measured
  }
  return moved < usual - Math.max(mostBetter, ownShare * Math.abs(usual))
}

const measured = 4
/** Of what one map explains: each frame by itself fits what coding left too. */
const ownShare = 0.05
/** Of a block, see `marginOf`: in ten halves laid as programs do at most 0.001, half a pixel of the recording beside it 2.2. */
const mostBetter = 0.03

function within([x, y, w, h]: Box, [left, top, width, height]: Box): Box {
  const [a, b] = [Math.max(x, left), Math.max(y, top)]
  return [a, b, Math.min(x + w, left + width) - a, Math.min(y + h, top + height) - b]
}

const nearShot = 2

function instead({ segments, rivals }: MappedFilm, of: readonly Segment[], one: Segment): MappedFilm {
  const kept = segments.flatMap((segment, n) =>
    of.includes(segment) ? [] : [{ segment, rivals: rivals[n] ?? [] }],
  )
  const all = [...kept, { segment: one, rivals: [] }].sort((a, b) => a.segment.from - b.segment.from)
  return { segments: all.map(({ segment }) => segment), rivals: all.map(each => each.rivals) }
}

function isDoubtful(segments: readonly Segment[], { from, to }: Shot): boolean {
  const [only] = segments
  const map = only?.maps[0]
  return (
    segments.length !== 1 ||
    !only ||
    !map ||
    only.to - only.from < nearlyAll * (to - from) ||
    Math.abs(Math.atan2(map[3], map[0])) > leastTurn
  )
}

function isFound(runs: readonly Segment[], { from, to, isTall }: Seam, { part, box }: FilmPart): boolean {
  // A whole picture may have bars of its own in its half.
  const [x, y, w, h] = shownBox(part, part.count >> 1, divider)
  const shown: Box = [box[0] + x, box[1] + y, w, h]
  const frames = runs
    .filter(each => alongOf(each, isTall, shown) > leastAlong)
    .reduce((sum, each) => sum + each.to - each.from, 0)
  return frames >= leastFound * (to - from)
}

/** Whether a part shows a picture that does not go along all of the seam, and the other the rest of one that is laid over the whole frame: a large inset. */
function isInset(
  runs: readonly Segment[],
  box: Box,
  main: readonly Segment[],
  { isTall }: Seam,
  film: Levels,
): boolean {
  const whole: Box = [0, 0, film.width(0), film.height(0)]
  const isWhole = ({ maps, track: { pairing } }: Segment) => {
    const { width, height } = pairing.raw.pictures
    const shown = mappedBox(maps[maps.length >> 1] ?? pairing.map, [0, 0, width, height])
    return overlapOf(shown, whole) > mostlyWhole
  }
  return main.every(isWhole) && runs.every(each => alongOf(each, isTall, box) < alongAll)
}

/** Overlap with the frame of what is laid over all of it, and the share of a seam that a picture takes which is no inset. */
const mostlyWhole = 0.95
const alongAll = 0.9

/** Of a seam, for a picture beside it: an inset has edges too. */
const leastAlong = 0.7

/** How much of the side along a seam of what a part shows, its bars left out, a run's recording takes. */
function alongOf({ maps, track: { pairing } }: Segment, isTall: boolean, part: Box): number {
  const shown = mappedBox(maps[maps.length >> 1] ?? pairing.map, [
    0,
    0,
    pairing.raw.width(0),
    pairing.raw.height(0),
  ])
  const side = isTall ? 1 : 0
  const [start, length] = [part[side], part[(side + 2) as 2 | 3]]
  const end = Math.min(start + length, shown[side] + shown[(side + 2) as 2 | 3])
  return (end - Math.max(start, shown[side])) / length
}

const mainOf = (shown: readonly ShownRun[]) => shown.filter(({ layer }) => layer === 0)

/** Whether both parts are one recording that goes on across the seam: a post in the picture is no seam. */
function isOnePicture(
  one: readonly Segment[],
  two: readonly Segment[],
  { from, to, isTall, at }: Seam,
  film: Levels,
): boolean {
  const seam = isTall ? ([at, film.height(0) / 2] as const) : ([film.width(0) / 2, at] as const)
  let [same, both] = [0, 0]
  for (let frame = from; frame < to; frame++) {
    const [a, b] = [placeAt(one, frame, seam), placeAt(two, frame, seam)]
    if (!a || !b) continue
    both++
    if (a.raw === b.raw && Math.hypot(a.x - b.x, a.y - b.y) < samePlace) same++
  }
  return both === 0 || same > 0.5 * both
}

/** The place of a recording that a pixel of the film's frame shows. */
function placeAt(runs: readonly Segment[], frame: number, [x, y]: readonly [number, number]) {
  const segment = runs.find(({ from, to }) => from <= frame && frame < to)
  if (!segment) return null
  const [a, b, c, d, e, f] = inverse(mapOf(segment, frame - segment.from))
  return { raw: segment.raw, x: a * x + b * y + c, y: d * x + e * y + f }
}

function joined(
  one: PicturesAccount,
  two: PicturesAccount,
  parts: readonly FilmPart[],
  seam: Seam,
  film: Levels,
): PicturesAccount {
  const { from, to, strength } = seam
  const score = Number(strength.toFixed(2))
  const second = (parts[1] as FilmPart).box
  // Still scenes follow each other without a trace: the other half tells.
  const cuts = [...new Set([...one.cuts, ...two.cuts.filter(cut => isOpenAt(one, cut))])]
  return {
    shown: [...one.shown, ...two.shown.map(each => ({ ...each, layer: 1 }))],
    cuts: cuts.sort((a, b) => a - b),
    edits: [
      ...shotsBetween(one, two, from, to).map(
        ([start, end]): Edit => ({ kind: 'split', start, end, region: scaled(second, film), score }),
      ),
      ...acrossTheSeam(one.edits.filter(isOfPart), two.edits.filter(isOfSecondPart), film).filter(
        edit => !isDivider(edit, seam, film),
      ),
    ],
  }
}

/** Of the frame: a line between two pictures is no wider, and goes from side to side. */
const widestDivider = 0.03
const acrossAll = 0.8

/** A line along the seam is how pictures are set beside each other, and nothing drawn on one of them. */
function isDivider({ region }: Edit, { isTall, at }: Seam, film: Levels): boolean {
  if (!region) return false
  const { fullWidth, fullHeight } = film.pictures
  const [side, along] = isTall ? ([0, 1] as const) : ([1, 0] as const)
  const [across, length] = isTall ? [fullWidth, fullHeight] : [fullHeight, fullWidth]
  const [start, wide] = [region[side], region[(side + 2) as 2 | 3]]
  const seam = (at * across) / (isTall ? film.width(0) : film.height(0))
  const reach = widestDivider * across
  const isNear = start > seam - reach && start + wide < seam + reach
  return isNear && wide < reach && region[(along + 2) as 2 | 3] > acrossAll * length
}

/** Where both pictures are others at once, or one is and nothing tells whether the other is, two split screens follow each other. */
function shotsBetween(
  one: PicturesAccount,
  two: PicturesAccount,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const isJoin = (of: PicturesAccount, cut: number) =>
    of.cuts.some(other => Math.abs(other - cut) < 2) || isOpenAt(of, cut)
  const joins = [
    ...one.cuts.filter(cut => isJoin(two, cut)),
    ...two.cuts.filter(cut => isOpenAt(one, cut)),
  ].filter(cut => cut > from && cut < to)
  const edges = [from, ...joins.sort((a, b) => a - b), to]
  return edges.slice(1).map((end, n) => [edges[n] as number, end] as const)
}

/** Whether a run goes on at a frame whose place could be nearly any: a still scene of which little tells. */
function isOpenAt({ shown }: PicturesAccount, frame: number): boolean {
  return mainOf(shown).some(
    ({ segment: { from, to, slack } }) => from < frame && to > frame && slack[1] - slack[0] > openFrames,
  )
}

const openFrames = 30

/** The speed of a second picture stands with where it comes from, as that of an inset does. */
function isOfSecondPart(edit: Edit): boolean {
  return isOfPart(edit) && !['slow', 'fast', 'freeze', 'reverse'].includes(edit.kind)
}

/** A part of the screen shows a part of its recording, and what comes from nowhere there is no stretch of film. */
function isOfPart({ kind }: Edit): boolean {
  return !['crop', 'letterbox', 'insert', 'title', 'black'].includes(kind)
}
