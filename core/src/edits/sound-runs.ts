/** Stretches of sound as they are told: with ends where the picture changes or the sound does, and named by what they look like. */
import { type Heard, hop, squaredAt } from './sound-coherence.ts'
import { type Sound, type SoundTransforms, soundRate } from './sound-lags.ts'
import { levelOf } from './sound-level.ts'
import { isLikeNarration, tonesIn } from './sound-looks.ts'
import type { PlaceInFilm, SoundStretch } from './sound-map.ts'
import { isStill, isUnderOthers, partsUnderOthers } from './sound-over.ts'
import { bands } from './spectra-loops.ts'

/** A stretch of the film's sound, seconds of the film's clock. */
export interface SoundRun {
  readonly from: number
  readonly to: number
  readonly what:
    | {
        readonly kind: 'recording'
        readonly raw: number
        readonly rawStart: number
        /** Whether other sound is heard over it. */
        readonly isUnderOthers: boolean
        /** Decibels by which it is louder than as held; null where that cannot be told. */
        readonly level: number | null
        readonly score: number
      }
    | { readonly kind: 'silent' }
    | { readonly kind: 'tone' }
    | { readonly kind: 'unknown'; readonly isLikeNarration: boolean }
}

interface Film {
  readonly sound: Sound
  readonly sounds: readonly (Sound | null)[]
  readonly transforms: SoundTransforms
}

type Stretch = {
  readonly from: number
  readonly to: number
  readonly what: SoundStretch['what'] | { readonly kind: 'tone' }
  /** Where it is known: whether other sound is heard over it. */
  readonly isUnder?: boolean
}

export function soundRuns(
  film: Film,
  stretches: readonly SoundStretch[],
  joins: readonly number[],
): readonly SoundRun[] {
  const { sound } = film
  const samples = sound.slice(0, sound.length)
  const joinHops = joins.map(join => Math.round(((join - sound.origin) * soundRate) / hop))
  const split = withoutIslands(withTones(atJoins(stretches, joinHops), film)).flatMap(each =>
    silenceCutAt(each, joinHops),
  )
  const whole = withPauses(split, joinHops)
  const cut = withoutSeams(
    whole
      .flatMap(each => cutAt(each, joinHops))
      .flatMap(withoutEnds)
      .flatMap(underOthersApart),
    joinHops,
  )
  const narrated = isNarratedBetween(cut, joinHops, samples)
  return atPictureJoins(
    cut.map(each => runOf(each, film, samples, narrated)),
    joins,
  )
}

/** Shorter than this, something else between two stretches of one lag is loud for an instant. */
const longestIsland = 25

function withoutIslands(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = []
  for (const [n, each] of stretches.entries()) {
    const last = out.at(-1)
    const next = stretches[n + 1]
    const isShort =
      each.what.kind !== 'silent' && each.what.kind !== 'tone' && each.to - each.from < longestIsland
    const goesOn = last && ((isShort && next && isOneSound(last, next)) || isOneSound(last, each))
    if (goesOn) out[out.length - 1] = { ...last, to: each.to }
    else out.push(each)
  }
  return out
}

/** The same recording at the same lag; what is drowned is told by scores of its own. */
function isOneSound(one: Stretch, two: Stretch): boolean {
  if (one.what.kind !== 'recording' || two.what.kind !== 'recording') return false
  return one.what.heard.isDrowned === two.what.heard.isDrowned && isOneLag(one, two)
}

/** The same recording at the same lag, to a millisecond. */
function isOneLag(one: Stretch, two: Stretch): boolean {
  if (one.what.kind !== 'recording' || two.what.kind !== 'recording') return false
  const [a, b] = [one.what.heard.lag, two.what.heard.lag]
  return a.raw === b.raw && Math.abs(a.lag - b.lag) <= 8
}

/** Ends that are as near to a change of picture as they can be told are there. */
function atJoins(stretches: readonly SoundStretch[], joins: readonly number[]): readonly SoundStretch[] {
  const moved = (at: number) => joins.find(join => Math.abs(join - at) <= nearJoin) ?? at
  return stretches
    .map((each, n) => ({
      ...each,
      from: n === 0 ? each.from : moved(each.from),
      to: n === stretches.length - 1 ? each.to : moved(each.to),
    }))
    .filter(({ from, to }) => to > from)
}

/** Coherence from which a tone is the recording's own: cameras beep too. */
const ownTone = 0.5

/** Tones set over what is heard, each as a stretch of its own. */
function withTones(stretches: readonly Stretch[], { sound, transforms }: Film): readonly Stretch[] {
  const tones = tonesIn(sound, 0, stretches.at(-1)?.to ?? 0, transforms).filter(
    ({ from, to, bin }) =>
      !stretches.some(
        ({ what, ...each }) =>
          what.kind === 'recording' &&
          2 * (Math.min(to, each.to) - Math.max(from, each.from)) > to - from &&
          squaredAt(what.heard, Math.max(from, each.from), Math.min(to, each.to), bin) > ownTone,
      ),
  )
  const rest = tones.reduce(
    (left, { from, to }) =>
      left.flatMap(each => [
        ...(each.from < from ? [{ ...each, to: Math.min(each.to, from) }] : []),
        ...(each.to > to ? [{ ...each, from: Math.max(each.from, to) }] : []),
      ]),
    stretches,
  )
  const told = tones.map(({ from, to }): Stretch => ({ from, to, what: { kind: 'tone' } }))
  return [...rest, ...told].sort((one, two) => one.from - two.from)
}

/** A pause this short between two stretches of a voice or a tune belongs to it. */
const longestPause = 200
const nearJoin = 8

function withPauses(stretches: readonly Stretch[], joins: readonly number[]): readonly Stretch[] {
  const isAtJoin = (at: number) => joins.some(join => Math.abs(join - at) <= nearJoin)
  const isUnknown = (each: Stretch | undefined) => each?.what.kind === 'unknown'
  const out: Stretch[] = []
  for (const [n, each] of stretches.entries()) {
    const last = out.at(-1)
    // What is silent from one change of picture to the next is not known to be a pause.
    const isPause =
      each.what.kind === 'silent' &&
      each.to - each.from < longestPause &&
      ((isUnknown(last) && !isAtJoin(each.from)) || (isUnknown(stretches[n + 1]) && !isAtJoin(each.to)))
    const told: Stretch = isPause ? { ...each, what: { kind: 'unknown' } } : each
    if (last && isUnknown(last) && isUnknown(told)) out[out.length - 1] = { ...last, to: told.to }
    else out.push(told)
  }
  return out
}

/** A voice and then a tune are two things, even where nothing lies between them. */
const shortestPiece = 30

function cutAt(each: Stretch, joins: readonly number[]): readonly Stretch[] {
  if (each.what.kind === 'silent' || each.what.kind === 'tone') return [each]
  const edges = [
    each.from,
    ...joins.filter(join => join > each.from + shortestPiece && join < each.to - shortestPiece),
    each.to,
  ]
  return edges.slice(1).map((to, n) => ({ ...each, from: edges[n] as number, to }))
}

/** Silence may begin as a pause and go on as silence. */
function silenceCutAt(each: Stretch, joins: readonly number[]): readonly Stretch[] {
  if (each.what.kind !== 'silent') return [each]
  const edges = [
    each.from,
    ...joins.filter(join => join > each.from + nearJoin && join < each.to - nearJoin),
    each.to,
  ]
  return edges.slice(1).map((to, n) => ({ ...each, from: edges[n] as number, to }))
}

/** Where all else of a stretch is a recording alone, an end in which it is not heard for so long is another sound. */
const shortestEnd = 10

function withoutEnds(each: Stretch): readonly Stretch[] {
  if (each.what.kind !== 'recording') return [each]
  const { heard } = each.what
  if (!isUnderOthers(heard, each.from, each.to)) return [each]
  const isHeard = (n: number) => (heard.scores[n - heard.from] as number) > 0 || isStill(heard, n)
  let [from, to] = [each.from, each.to]
  while (from < to && !isHeard(from)) from++
  while (to > from && !isHeard(to - 1)) to--
  if (from - each.from < shortestEnd) from = each.from
  if (each.to - to < shortestEnd) to = each.to
  if (from >= to || isUnderOthers(heard, from, to)) return [each]
  const all: Stretch[] = [
    { from: each.from, to: from, what: { kind: 'unknown' } },
    { ...each, from, to },
    { from: to, to: each.to, what: { kind: 'unknown' } },
  ]
  return all.filter(part => part.to > part.from)
}

/** A voice over a recording does not begin and end where the recording does. */
function underOthersApart(each: Stretch): readonly Stretch[] {
  const { what, from, to } = each
  if (what.kind !== 'recording') return [each]
  if (!isUnderOthers(what.heard, from, to)) return [{ ...each, isUnder: false }]
  const parts = partsUnderOthers(what.heard, from, to)
  const edges = [...new Set([from, ...parts.flatMap(part => [part.from, part.to]), to])]
  return edges.slice(1).map((end, n) => {
    const start = edges[n] as number
    const isUnder = parts.some(part => part.from === start)
    if (isUnder && isUnheardWithin(what.heard, start, end))
      return { from: start, to: end, what: { kind: 'unknown' as const } }
    return { ...each, from: start, to: end, isUnder }
  })
}

/** Hops at either end of what lies under others in which the recording may be heard from beside it, and the fewest that have to lie between. */
const besideHops = 15
const fewestWithin = 30
/** Of these the share in which it is heard: where a voice lies over a recording that was lowered for it, it was eight of ten and more. */
const hardlyHeard = 0.1

/** Whether nothing tells that a recording goes on under something else: it is seen before and after, and other sound stands in its place. */
function isUnheardWithin({ isDrowned, scores, from: first }: PlaceInFilm, from: number, to: number): boolean {
  const [start, end] = [from + besideHops - first, to - besideHops - first]
  if (isDrowned || end - start < fewestWithin) return false
  return scores.subarray(start, end).filter(score => score > 0).length < hardlyHeard * (end - start)
}

/** What lies under others is one stretch, whether it is weighed as one that is drowned or not. */
function withoutSeams(stretches: readonly Stretch[], joins: readonly number[]): readonly Stretch[] {
  const out: Stretch[] = []
  for (const each of stretches) {
    const last = out.at(-1)
    const isSeam =
      last?.isUnder &&
      each.isUnder &&
      last.to === each.from &&
      isOneLag(last, each) &&
      !joins.includes(each.from)
    if (isSeam) out[out.length - 1] = { ...last, to: each.to }
    else out.push(each)
  }
  return out
}

/** What is beside a stretch is still heard in it for so long. */
const endHops = 5

/** Tells of a stretch from nowhere whether all that is from nowhere between the same two changes of picture is like a narration. */
function isNarratedBetween(
  stretches: readonly Stretch[],
  joins: readonly number[],
  samples: Int16Array,
): (from: number, to: number) => boolean {
  const shotOf = (from: number, to: number) => joins.filter(join => join <= (from + to) / 2).length
  const parts = new Map<number, Int16Array[]>()
  for (const { from, to, what } of stretches) {
    if (what.kind !== 'unknown') continue
    const part = samples.subarray((from + endHops) * hop, Math.max(from + endHops, to - endHops) * hop)
    parts.set(shotOf(from, to), [...(parts.get(shotOf(from, to)) ?? []), part])
  }
  return (from, to) => isLikeNarration(parts.get(shotOf(from, to)) ?? [])
}

function runOf(
  { from, to, what, isUnder = false }: Stretch,
  { sound, sounds }: Film,
  samples: Int16Array,
  isNarrated: (from: number, to: number) => boolean,
): SoundRun {
  const seconds = (at: number) => sound.origin + Math.min(at * hop, samples.length) / soundRate
  const span = { from: seconds(from), to: seconds(to) }
  if (what.kind === 'unknown')
    return {
      ...span,
      what: {
        ...what,
        isLikeNarration: isNarrated(from, to),
      },
    }
  if (what.kind !== 'recording') return { ...span, what }
  const { raw, lag } = what.heard.lag
  return {
    ...span,
    what: {
      ...{ kind: 'recording', raw, rawStart: (sounds[raw] as Sound).origin + (from * hop + lag) / soundRate },
      ...{ isUnderOthers: isUnder, score: scoreOf(what.heard, from, to) },
      level: levelOf(what.heard, from, to),
    },
  }
}

function scoreOf({ squared, filmPower, from: first }: Heard, from: number, to: number): number {
  let [own, all] = [0, 0]
  for (let k = (from - first) * bands; k < (to - first) * bands; k++) {
    own += (squared[k] ?? 0) * (filmPower[k] ?? 0)
    all += filmPower[k] ?? 0
  }
  return all > 0 ? Math.sqrt(own / all) : 0
}

/** Half of the window in which likeness is measured: nearer than this the end of a run is not known. */
const endError = 0.075

/** Where the end of a run is as near to a change of picture as it can be told, it is taken to be there. */
function atPictureJoins(runs: readonly SoundRun[], joins: readonly number[]): readonly SoundRun[] {
  const moved = (time: number) => joins.find(join => Math.abs(join - time) < endError) ?? time
  return runs.flatMap((run, n): readonly SoundRun[] => {
    const from = n === 0 ? run.from : moved(run.from)
    const to = n === runs.length - 1 ? run.to : moved(run.to)
    if (to <= from) return []
    const { what } = run
    return [
      {
        ...{ from, to },
        what: what.kind === 'recording' ? { ...what, rawStart: what.rawStart + from - run.from } : what,
      },
    ]
  })
}
