/** Fades at the ends of a run, and brightness, contrast or colour that differ along it. */
import type { Differences } from './differences.ts'
import { type Edit, spreadOf } from './kinds.ts'
import { type FrameLight, shiftOf } from './light.ts'
import { type LightPart, lightIn } from './light-parts.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** The light of one sampled frame over that of its run. */
export interface SampleLight {
  readonly n: number
  readonly light: FrameLight
  /** Null where the recording is grey. */
  readonly saturation: number | null
}

/** Mean change of tones that recoding does not make, in grey levels: copies showed up to 0.9, at 200 kb/s up to 2.2. */
const leastShift = 2.6
/** Of a part of a run: the light of a picture that turns changes its tones little by little when it is coded, at 200 kb/s up to 3.1 for half a second. */
const leastPassing = 3.6
/** Recoded copies showed 0.91 to 1.01. */
const leastSaturated = 0.86
const mostSaturated = 1.1
/** Of the light that a spotlight leaves: coding takes some of weak colours in the dark. */
const leastLit = 0.25
/** A change of light lasts this long, in seconds. */
const shortestColour = 0.4
/** Where it is so in nearly all frames, it is so in all. */
const nearlyAll = 0.88

/** Lengths of the fades from and to black at the ends of a run, in frames, 0 for none; and how even each is, 0 to 1. */
interface Fades {
  readonly fadeIn: number
  readonly fadeOut: number
  readonly inScore: number
  readonly outScore: number
}

export function fadesOf(
  segment: Segment,
  film: Levels,
  raw: Levels,
  isJoined: { readonly before: boolean; readonly after: boolean },
): Fades {
  const light = lightAlong(segment, film, raw)
  const middle = light
    .slice(light.length >> 2, Math.max(1, light.length - (light.length >> 2)))
    .sort((a, b) => a - b)
  const usual = middle[middle.length >> 1] ?? 1
  const backward = light.toReversed()
  const fadeIn = rampLength(light, usual, isJoined.before)
  const fadeOut = rampLength(backward, usual, isJoined.after)
  return {
    fadeIn,
    fadeOut,
    inScore: evenness(light, fadeIn, usual),
    outScore: evenness(backward, fadeOut, usual),
  }
}

export function fadeEdits({ from, to }: Segment, fades: Fades): readonly Edit[] {
  const { fadeIn, fadeOut, inScore, outScore } = fades
  const edits: Edit[] = []
  if (fadeIn > 0) edits.push({ kind: 'fade', start: from, end: from + fadeIn, score: inScore })
  if (fadeOut > 0) edits.push({ kind: 'fade', start: to - fadeOut, end: to, score: outScore })
  return edits
}

/** How near light that grows stays to a straight line. */
function evenness(light: readonly number[], length: number, usual: number): number {
  let off = 0
  for (let n = 0; n < length; n++) off += Math.abs((light[n] as number) / usual - (n + 1) / (length + 1))
  return Number(Math.max(0.3, 1 - (2.5 * off) / Math.max(1, length)).toFixed(2))
}

/**
 * The spans of a run, in frames from its first, over which its tones or colours are not the recording's. `isExplained` says of a frame that something else
 * makes its light, as a fade or a spotlight does; `isSpotlit` that it is a spotlight, which takes no more of colours than of light.
 */
export function colourSpans(
  { from, to }: Segment,
  run: Differences,
  lights: readonly LightPart[],
  samples: readonly SampleLight[],
  film: Levels,
  isExplained: (n: number) => boolean,
  isSpotlit: (n: number) => boolean = () => false,
): readonly (readonly [from: number, to: number, score: number])[] {
  const isColoured = (saturation: number | null) =>
    saturation !== null && (saturation < leastSaturated || saturation > mostSaturated)
  const shiftAt = ({ n, light }: SampleLight) => {
    const own = lightIn(lights, n)
    return shiftOf(own, light) - own.softened
  }
  const isGrey = ({ n, light, saturation }: SampleLight) =>
    saturation !== null && saturation < leastLit * lightIn(lights, n).gain * light.gain
  const isOff = (each: SampleLight) =>
    isSpotlit(each.n) ? isGrey(each) : isColoured(each.saturation) || shiftAt(each) > leastShift
  const isClear = (some: readonly SampleLight[]) =>
    2 * some.filter(each => isColoured(each.saturation) || shiftAt(each) > leastPassing).length >= some.length
  const told = samples.filter(each => !isExplained(each.n) || (isSpotlit(each.n) && isGrey(each)))
  const off = told.filter(isOff)
  if (off.length === 0) return []
  const middle = off.map(shiftAt).sort((a, b) => a - b)[off.length >> 1] as number
  const saturations = off.flatMap(({ saturation }) => saturation ?? []).sort((a, b) => a - b)
  const saturation = saturations[saturations.length >> 1] ?? null
  const strength = Math.max(
    middle / leastShift,
    saturation !== null && isColoured(saturation)
      ? Math.abs(Math.log(saturation + 0.05)) / Math.log(mostSaturated)
      : 0,
  )
  const score = Number((1 - 0.5 / Math.max(1, strength)).toFixed(2))
  if ((to - from) * film.frameSeconds < shortestColour) return []
  if (off.length > nearlyAll * told.length) return [[0, to - from, score]]
  const spans: [number, number, number][] = []
  for (let k = 0; k < told.length; k++) {
    if (!isOff(told[k] as SampleLight)) continue
    let end = k
    while (end + 1 < told.length && isOff(told[end + 1] as SampleLight)) end++
    const isAt = (n: number) => isOff({ n, light: run.lightAt(n), saturation: run.saturationAt(n) })
    let [first, last] = [(told[k] as SampleLight).n, (told[end] as SampleLight).n]
    const [low, high] = [told[k - 1]?.n ?? first, told[end + 1]?.n ?? last]
    while (first - 1 > low && isAt(first - 1)) first--
    while (last + 1 < high && isAt(last + 1)) last++
    if ((last + 1 - first) * film.frameSeconds > shortestColour && isClear(told.slice(k, end + 1)))
      spans.push([first, last + 1, score])
    k = end
  }
  return spans
}

/** How bright a run shows its recording, frame by frame: the fitted contrast, and where that was too low to fit, how flat the picture is. */
function lightAlong({ from, track, frames }: Segment, film: Levels, raw: Levels): readonly number[] {
  const flatness = Array.from(
    frames,
    (frame, n) => spreadOf(film.at(from + n, 2)) / Math.max(1, spreadOf(raw.at(frame, 2))),
  )
  const gains = flatness.map((_, n) => track.gains[from + n - track.from] ?? 0)
  const middle = (of: readonly number[]) => of.toSorted((a, b) => a - b)[of.length >> 1] ?? 1
  const scale = middle(gains) / Math.max(0.01, middle(flatness))
  return gains.map((gain, n) => (gain > lowestFitted ? gain : (flatness[n] as number) * scale))
}

/** Contrast below about a third is not fitted: see `fitOf`. */
const lowestFitted = 0.32

const shortestRamp = 4

/** Frames at the beginning over which the light grows evenly from well below to what is usual. */
function rampLength(light: readonly number[], usual: number, isJoined: boolean): number {
  // Where the same picture goes on beside it, only what goes to black is a fade.
  if ((light[0] ?? usual) > (isJoined ? 0.25 : 0.6) * usual) return 0
  let length = 0
  while (length < light.length && (light[length] as number) < 0.955 * usual) length++
  if (length < shortestRamp || length > light.length * 0.8) return 0
  // An even ramp is half way up in its middle.
  const half = light[length >> 1] as number
  return half > 0.3 * usual && half < 0.8 * usual ? length : 0
}

/** A fade's first or last frames that are as good as black or white: so many, or as many as show more of it. */
const darkFrames = 3

/**
 * What was told, and what is matched to none: but that frames of a fade which show next to nothing, black, or as `isEmptyIn` knows white or hardly anything of what is faded, are
 * of it. `inside` are the frames at which these begin or end within it: nothing is joined there.
 */
export function withDarkEnds(
  told: readonly Edit[],
  unmatched: readonly Edit[],
  isEmptyIn: (edit: Edit, fade: Edit) => boolean,
): { readonly edits: readonly Edit[]; readonly inside: readonly number[] } {
  const edits = [...told]
  const inside: number[] = []
  for (const edit of unmatched) {
    const { kind, start, end } = edit
    const at = edits.findIndex(each => each.kind === 'fade' && each.start <= end && each.end >= start)
    const fade = edits[at]
    const most = fade ? Math.max(darkFrames, fade.end - fade.start) : 0
    if (!fade || end - start > most || !(kind === 'black' || isEmptyIn(edit, fade))) {
      edits.push(edit)
      continue
    }
    edits[at] = { ...fade, start: Math.min(fade.start, start), end: Math.max(fade.end, end) }
    inside.push(fade.end > end ? end : start)
  }
  return { edits, inside }
}

/** Of the contrast at a fade's bright end. */
const mostDim = 0.4

/** Whether a fade's picture grows out of frames beside it, or vanishes into them: of a light picture something is seen where too little is to tell what. */
export function isDimEndOf({ start, end }: Edit, fade: Edit, film: Levels): boolean {
  const isBefore = start < fade.start
  const frames = isBefore
    ? Array.from({ length: end - start + 1 }, (_, n) => start + n)
    : Array.from({ length: end - start + 1 }, (_, n) => end - 1 - n)
  const contrasts = frames.map(frame => spreadOf(film.at(frame, 2)))
  const bright = spreadOf(film.at(isBefore ? fade.end - 1 : fade.start, 2))
  const last = contrasts.at(-2) as number
  return (
    last < mostDim * bright && contrasts.every((each, n) => n === 0 || each > (contrasts[n - 1] as number))
  )
}
