import type { Placement } from '../case/index.ts'
import { type CaseMicros, caseMicros, type MediaMicros, mediaMicros, secondsOf } from '../time/index.ts'
import { components, spanningForest, wayBetween } from './forest.ts'
import { type Equation, leastSquares } from './least-squares.ts'
import {
  method,
  type PairLine,
  type PairResult,
  type PinConflict,
  type SolvedPair,
  type SyncResult,
  version,
} from './result.ts'
import { type Segment, type Segments, segmentsOf } from './segments.ts'

/** A recording to be placed, with why it can only stay unplaced if it has no sound to go by. */
export interface SolveRecording {
  readonly id: string
  readonly sha256: string
  readonly sound: 'heard' | 'no-audio' | 'unreadable'
}

/** A placement by a person on the case clock. It holds whatever the sound says. */
export interface Pin {
  readonly id: string
  readonly startMicros: CaseMicros
  /** Null where the person said nothing about the recorder's clock: sound may then tell it. */
  readonly driftPpm: number | null
  readonly errorMs: number | null
  /** Of a recording with cuts: where each further piece begins on either clock, and its rate. */
  readonly pieces?: readonly PinnedPiece[]
}

export interface PinnedPiece {
  readonly from: MediaMicros
  readonly startMicros: CaseMicros
  readonly driftPpm: number
}

/** Keeps the clock where it was while pins refer to it: this recording's file time 0 stays at this time. */
export interface ClockAnchor {
  readonly id: string
  readonly startMicros: CaseMicros
}

/** How far a recording's microphone was from what was heard, as a person stated it. */
export interface Distance {
  readonly id: string
  readonly metres: number
  readonly errorMetres: number
}

/** Metres a second in dry air at 20 °C (Cramer 1993, J. Acoust. Soc. Am. 93, 2510). */
const speedOfSound = 343
/** From −10 to 40 °C sound goes 325 to 355 m/s: without a temperature the travel is known to a twentieth. */
const speedUncertainty = 0.05

/** How long sound took to each microphone, and how far that may be off, in seconds; 0 where no distance was stated. */
interface Travels {
  of(id: string): number
  errorOf(id: string): number
  has(id: string): boolean
}

function travelsFrom(distances: readonly Distance[], idOf: (node: string) => string): Travels {
  const byId = new Map(distances.map(each => [each.id, each]))
  return {
    of: id => (byId.get(idOf(id))?.metres ?? 0) / speedOfSound,
    errorOf: id => {
      const { metres = 0, errorMetres = 0 } = byId.get(idOf(id)) ?? {}
      return (errorMetres + metres * speedUncertainty) / speedOfSound
    },
    has: id => byId.has(idOf(id)),
  }
}

/** Differences up to here can be the travel of sound (100 m); beyond, one of the pairs is wrong. */
const closureSeconds = 0.3
/**
 * Added to every stated error: a sample of 0.125 ms, because a track's start is taken to the nearest sample and filters of
 * microphones move the phase. More pairs do not make it smaller.
 */
const floorMs = 0.12
/** Stands for no knowledge of a recorder's clock: quartz clocks stay within 250 ppm. */
const unknownDrift = 250e-6

/** Two segments of different recordings that lie on each other. */
interface Link {
  readonly a: string
  readonly b: string
  readonly pair: PairResult
  readonly line: PairLine
}

/**
 * Places recordings by what their pairs say, around the pins. Each group shares a clock. `g1` has the clock of the case:
 * the pinned recordings and all that hangs on them, and, where no sound connects any pin, the largest group by sound.
 * The zero of a group without pins is its earliest file time 0, or what `anchor` says; one recording of it has drift 0. A recording
 * at some distance hears what happens later: where `distances` are stated that is taken off, and their errors are added.
 */
export function solve(
  recordings: readonly SolveRecording[],
  pairs: readonly PairResult[],
  pins: readonly Pin[] = [],
  anchor: ClockAnchor | null = null,
  distances: readonly Distance[] = [],
): SyncResult {
  const matches = matchesOf(recordings, pairs)
  const ids = recordings.map(({ id }) => id)
  const pinsById = new Map(pins.map(pin => [pin.id, pin]))
  const segments = segmentsOf(ids, matches, id => {
    const pin = pinsById.get(id)
    return pin ? (pin.pieces ?? []).map(({ from }) => secondsOf(from)) : null
  })
  const pinned = pinnedNodes(pins, segments)
  const travels = travelsFrom(distances, node => segments.of(node).id)
  const links = linksOf(matches, segments)
  const { used, dropped } = consistent(links)
  const nodes = segments.all.map(({ node }) => node)
  const solved = components(nodes, used)
    .filter(members => members.length > 1 || members.some(id => pinned.has(id)))
    .map(members => {
      const own = used.filter(link => members.includes(link.a))
      return solveGroup(members, own, anchor, { pinned, travels, segments })
    })
  const groups = inOrder(solved, nodes)
  const placed = placementsOf(groups, { segments, pinned, travels })
  const originals = originalsOf(recordings, pairs)
  return {
    v: 1,
    method,
    version,
    recordings: recordings.map(recording => ({
      id: recording.id,
      placement: placed.get(recording.id) ?? unplaced(recording, pairs),
      duplicateOf: originals.get(recording.id) ?? null,
    })),
    pairs: solvedPairs(recordings, pairs, new Set(used.map(({ pair }) => pair)), new Map(dropped)),
    conflicts: groups
      .flatMap(group => conflictsIn(group, pinned, travels))
      .map(conflict => ({ ...conflict, a: segments.of(conflict.a).id, b: segments.of(conflict.b).id })),
  }
}

/** What a person said of each segment: pieces of a pinned recording are pinned one by one. */
function pinnedNodes(pins: readonly Pin[], segments: Segments): ReadonlyMap<string, Pin> {
  const pinned = new Map<string, Pin>()
  for (const { pieces = [], ...pin } of pins) {
    pinned.set(pin.id, pin)
    for (const { from, startMicros, driftPpm } of pieces) {
      const { node } = segments.at(pin.id, secondsOf(from))
      const zero = startMicros - from * (1 + driftPpm * 1e-6)
      pinned.set(node, { ...pin, startMicros: caseMicros(zero), driftPpm })
    }
  }
  return pinned
}

interface Match {
  readonly a: string
  readonly b: string
  readonly pair: PairResult
}

/** Best first. */
function matchesOf(recordings: readonly SolveRecording[], pairs: readonly PairResult[]): readonly Match[] {
  const idOf = new Map(recordings.map(({ id, sha256 }) => [sha256, id]))
  return pairs
    .flatMap(pair => {
      const [a, b] = [idOf.get(pair.a), idOf.get(pair.b)]
      return pair.verdict === 'match' && a !== undefined && b !== undefined ? [{ a, b, pair }] : []
    })
    .sort((x, y) => y.pair.score - x.pair.score)
}

/** Each line of a pair lies on one segment of either: the one that holds its middle. */
function linksOf(matches: readonly Match[], segments: Segments): readonly Link[] {
  return matches.flatMap(({ a, b, pair }) =>
    pair.lines.map(line => {
      const onB = (line.from + line.to) / 2
      const onA = onB * (1 + line.slopePpm * 1e-6) + line.lagSeconds
      return { a: segments.at(a, onA).node, b: segments.at(b, onB).node, pair, line }
    }),
  )
}

interface Told {
  readonly segments: Segments
  readonly pinned: ReadonlyMap<string, Pin>
  readonly travels: Travels
}

/**
 * Where each recording lies: its segments in the group in which it holds most. A group of which no second recording is
 * left by that places none.
 */
function placementsOf(
  groups: readonly Group[],
  { segments, pinned, travels }: Told,
): ReadonlyMap<string, Placement> {
  const homes = new Map<string, Group>()
  for (const group of groups)
    for (const node of group.places.keys()) {
      const { id } = segments.of(node)
      const count = (each: Group) =>
        [...each.places.keys()].filter(other => segments.of(other).id === id).length
      const home = homes.get(id)
      if (!home || count(group) > count(home)) homes.set(id, group)
    }
  const placed = new Map<string, Placement>()
  for (const [index, group] of groups.entries()) {
    const members = [...homes].filter(([, home]) => home === group).map(([id]) => id)
    if (members.length < 2 && !group.isPinned) continue
    for (const id of members) {
      const parts = segments.all.flatMap(({ id: of, node, from }) => {
        const place = of === id ? placeIn(group, node) : undefined
        return place ? [{ from, place }] : []
      })
      placed.set(
        id,
        placementOf(parts, groupName(index, groups), pinned.has(id) ? 'person' : 'sound', travelTold(id)),
      )
    }
  }
  return placed

  /** All pinned groups share one clock: a pinned recording keeps pieces that no sound connects. */
  function placeIn(group: Group, node: string): Place | undefined {
    const other = pinned.has(node) ? groups.find(({ places }) => places.has(node)) : undefined
    return (group.places.has(node) ? group : other)?.places.get(node)
  }

  function travelTold(id: string) {
    return travels.has(id) && !pinned.has(id) ? { travelMs: Number((travels.of(id) * 1000).toFixed(3)) } : {}
  }
}

function placementOf(
  parts: readonly { readonly from: number; readonly place: Place }[],
  group: string,
  by: 'person' | 'sound',
  travel: { readonly travelMs?: number },
): Placement {
  const { place } = parts[0] as { readonly place: Place }
  const ppm = (drift: number) => Number((drift * 1e6).toFixed(4))
  const errors = parts.flatMap(part => part.place.errorMs ?? [])
  return {
    kind: 'placed',
    group,
    start: caseMicros(place.start * 1e6),
    driftPpm: ppm(place.drift),
    errorMs: errors.length > 0 ? Number(Math.max(...errors).toFixed(3)) : null,
    by,
    ...travel,
    ...(parts.length > 1
      ? {
          segments: parts.map(part => ({
            from: mediaMicros(part.from * 1e6),
            start: caseMicros((part.place.start + part.from * (1 + part.place.drift)) * 1e6),
            driftPpm: ppm(part.place.drift),
          })),
        }
      : {}),
  }
}

/** Keeps the best spanning forest and what agrees with it. Of a loop that does not close, the weakest pair goes. */
function consistent(links: readonly Link[]): {
  readonly used: readonly Link[]
  readonly dropped: readonly (readonly [PairResult, string])[]
} {
  const { tree, rest } = spanningForest(links)
  const used = [...tree]
  const dropped: [PairResult, string][] = []
  for (const link of rest) {
    const way = wayBetween(tree, link.b, link.a) ?? []
    const gap = Math.abs(closureGap(link, way))
    if (gap <= closureSeconds) used.push(link)
    else dropped.push([link.pair, `contradicts stronger pairs by ${gap.toFixed(2)} s`])
  }
  return { used, dropped }
}

/** How far a moment comes back displaced when it is carried from a to b by the link and back to a along the way. */
function closureGap(link: Link, way: readonly Link[]): number {
  const start = link.line.pivotSeconds
  let at = link.b
  let time = start
  for (const step of way) {
    const scale = 1 + step.line.slopePpm * 1e-6
    time = step.b === at ? time * scale + step.line.lagSeconds : (time - step.line.lagSeconds) / scale
    at = step.b === at ? step.a : step.b
  }
  return time - (start * (1 + link.line.slopePpm * 1e-6) + link.line.lagSeconds)
}

interface Place {
  readonly start: number
  readonly drift: number
  readonly errorMs: number | null
}

interface Group {
  readonly places: ReadonlyMap<string, Place>
  readonly links: readonly Link[]
  readonly isPinned: boolean
}

function solveGroup(
  members: readonly string[],
  links: readonly Link[],
  anchor: ClockAnchor | null,
  told: Told,
): Group {
  const { pinned, travels, segments } = told
  const fixed = members.filter(id => pinned.has(id))
  const reference = fixed[0] ?? mostHeard(members, links)
  const known = new Map<string, { readonly start: number | null; readonly drift: number | null }>()
  for (const id of members) {
    const pin = pinned.get(id)
    if (pin)
      known.set(id, {
        start: secondsOf(pin.startMicros),
        drift: pin.driftPpm === null ? null : pin.driftPpm * 1e-6,
      })
  }
  const isClockKnown = [...known.values()].some(({ drift }) => drift !== null)
  const own = known.get(reference)
  known.set(reference, { start: own?.start ?? 0, drift: own?.drift ?? (isClockKnown ? null : 0) })
  const solution = solveLinks(members, links, known, told)
  const places = new Map<string, Place>()
  const firsts = members.filter(id => segments.of(id).after === null)
  const earliest = Math.min(...(firsts.length > 0 ? firsts : members).map(id => solution.startOf(id)))
  const anchored =
    anchor && members.includes(anchor.id)
      ? solution.startOf(anchor.id) - secondsOf(anchor.startMicros)
      : earliest
  const zero = fixed.length > 0 ? 0 : anchored
  // A pin is not placed by sound, but what hangs on it is, by what its own microphone heard.
  const fixedTravelMs = 1000 * Math.max(0, ...fixed.map(travels.errorOf))
  for (const id of members) {
    const pin = pinned.get(id)
    places.set(id, {
      start: solution.startOf(id) - zero,
      drift: solution.driftOf(id),
      errorMs: pin
        ? pin.errorMs
        : floorMs +
          fixedTravelMs +
          1000 * travels.errorOf(id) +
          (id === reference
            ? Math.min(...links.filter(({ a, b }) => a === id || b === id).map(({ line }) => line.errorMs))
            : solution.errorMsOf(id)),
    })
  }
  return { places, links, isPinned: fixed.length > 0 }
}

/** The recording whose pairs cover most time: its clock becomes the group's. */
function mostHeard(members: readonly string[], links: readonly Link[]): string {
  const heard = (id: string) =>
    links.reduce((sum, { a, b, line }) => (a === id || b === id ? sum + line.to - line.from : sum), 0)
  return members.reduce((best, id) => (heard(id) > heard(best) ? id : best))
}

interface LinksSolved {
  startOf(id: string): number
  driftOf(id: string): number
  errorMsOf(id: string): number
}

/**
 * Start and drift of each recording, from a_start + a·(1 + a_drift) − a_travel = b_start + b·(1 + b_drift) − b_travel wherever a and
 * b are one moment as heard.
 */
function solveLinks(
  members: readonly string[],
  links: readonly Link[],
  known: ReadonlyMap<string, { readonly start: number | null; readonly drift: number | null }>,
  { travels, segments, pinned }: Told,
): LinksSolved {
  const column = new Map<string, number>()
  for (const id of members) {
    if ((known.get(id)?.start ?? null) === null) column.set(`start ${id}`, column.size)
    if ((known.get(id)?.drift ?? null) === null) column.set(`drift ${id}`, column.size)
  }
  const equation: EquationOf = (terms, value, error) => {
    let rest = value
    const unknown: (readonly [number, number])[] = []
    for (const [kind, id, coefficient] of terms) {
      const at = column.get(`${kind} ${id}`)
      if (at === undefined) rest -= coefficient * (known.get(id)?.[kind] ?? 0)
      else unknown.push([at, coefficient])
    }
    return { terms: unknown, value: rest, error }
  }
  const equations: Equation[] = []
  for (const { a, b, line } of links) {
    const slope = line.slopePpm * 1e-6
    const onB = line.pivotSeconds
    const onA = onB * (1 + slope) + line.lagSeconds
    const moment = [
      ['start', a, 1],
      ['drift', a, onA],
      ['start', b, -1],
      ['drift', b, -onB],
    ] as const
    const apart = onB - onA + travels.of(a) - travels.of(b)
    equations.push(equation(moment, apart, Math.max(1e-5, line.errorAtPivotMs / 1000)))
    const rate = [
      ['drift', b, 1],
      ['drift', a, -(1 + slope)],
    ] as const
    equations.push(equation(rate, slope, Math.max(1e-9, line.slopeErrorPpm * 1e-6)))
  }
  for (const [before, after] of segments.joints)
    if (members.includes(before.node) && members.includes(after.node) && !pinned.has(after.node))
      equations.push(joined(before, after, equation))
  // A weak belief that every clock is about right keeps what the sound leaves open from running away.
  for (const id of members)
    if (column.has(`drift ${id}`)) equations.push(equation([['drift', id, 1]], 0, unknownDrift))
  const size = column.size
  const { values, covariance } = leastSquares(size, equations)
  const value = (kind: 'start' | 'drift', id: string) => {
    const at = column.get(`${kind} ${id}`)
    return at === undefined ? (known.get(id)?.[kind] ?? 0) : (values[at] as number)
  }
  const excess = excessOf(equations, values)
  const deviationAt = (id: string, seconds: number) => {
    const terms = [
      [column.get(`start ${id}`), 1],
      [column.get(`drift ${id}`), seconds],
    ] as const
    let variance = 0
    for (const [i, ci] of terms)
      for (const [j, cj] of terms)
        if (i !== undefined && j !== undefined) variance += ci * cj * (covariance[i * size + j] as number)
    return Math.sqrt(Math.max(0, variance))
  }
  return {
    startOf: id => value('start', id),
    driftOf: id => value('drift', id),
    errorMsOf: id => {
      // Where the segment begins, where the start is told, and at the ends of what was heard in common.
      const times = [segments.of(id).from]
      for (const { a, b, line } of links) {
        if (b === id) times.push(line.from, line.to)
        if (a === id)
          times.push(...[line.from, line.to].map(t => t * (1 + line.slopePpm * 1e-6) + line.lagSeconds))
      }
      return 1000 * excess * Math.max(...times.map(seconds => deviationAt(id, seconds)))
    },
  }
}

type EquationOf = (
  terms: readonly (readonly [kind: 'start' | 'drift', node: string, coefficient: number])[],
  value: number,
  error: number,
) => Equation

/** A recorder that paused keeps its clock's rate, to a thermometer's doubt; a clock that changed its rate did not jump. */
const steadyDrift = 1e-6
const steadySeconds = 1e-3

function joined(before: Segment, after: Segment, equation: EquationOf): Equation {
  const drifts = (by: number) =>
    [
      ['drift', before.node, by],
      ['drift', after.node, -by],
    ] as const
  if (after.after === 'jump') return equation(drifts(1), 0, steadyDrift)
  const starts = [
    ['start', before.node, 1],
    ['start', after.node, -1],
  ] as const
  return equation([...starts, ...drifts(after.from)], 0, steadySeconds)
}

/** How much larger the residuals are than the pairs' own errors allow; at least 1. Stated errors are two standard errors. */
function excessOf(equations: readonly Equation[], values: Float64Array): number {
  const spare = equations.length - values.length
  if (spare <= 0) return 1
  let sum = 0
  for (const { terms, value, error } of equations) {
    const left = terms.reduce((rest, [at, coefficient]) => rest - coefficient * (values[at] as number), value)
    sum += (left / (error / 2)) ** 2
  }
  return Math.max(1, Math.sqrt(sum / spare))
}

/** The clock of the pins first, then by size, then by the order of the recordings. */
function inOrder(groups: readonly Group[], ids: readonly string[]): readonly Group[] {
  const first = (group: Group) => Math.min(...[...group.places.keys()].map(id => ids.indexOf(id)))
  return groups.toSorted(
    (x, y) => Number(y.isPinned) - Number(x.isPinned) || y.places.size - x.places.size || first(x) - first(y),
  )
}

/** Everything pinned stands on the one clock of the case. Where sound connects none of it, so does the largest group by sound. */
function groupName(index: number, groups: readonly Group[]): string {
  const pinned = groups.filter(({ isPinned }) => isPinned)
  const isClockBySound = pinned.every(({ links }) => links.length === 0)
  const onCaseClock = pinned.length + (isClockBySound ? 1 : 0)
  return index < onCaseClock ? 'g1' : `g${index - onCaseClock + 2}`
}

function unplaced(recording: SolveRecording, pairs: readonly PairResult[]): Placement {
  if (recording.sound !== 'heard') return { kind: 'unplaced', why: recording.sound }
  const isDoubtful = pairs.some(
    ({ a, b, verdict }) => verdict === 'ambiguous' && (a === recording.sha256 || b === recording.sha256),
  )
  return { kind: 'unplaced', why: isDoubtful ? 'ambiguous' : 'no-overlap' }
}

/** The first recording of each set of copies is the one the others are called copies of. */
function originalsOf(
  recordings: readonly SolveRecording[],
  pairs: readonly PairResult[],
): ReadonlyMap<string, string> {
  const originals = new Map<string, string>()
  const idOf = new Map(recordings.map(({ id, sha256 }) => [sha256, id]))
  const same = pairs.flatMap(pair => {
    const [a, b] = [idOf.get(pair.a), idOf.get(pair.b)]
    return pair.isSameTake && a !== undefined && b !== undefined ? [{ a, b }] : []
  })
  const ids = recordings.map(({ id }) => id)
  for (const members of components(ids, same))
    for (const id of members.slice(1)) originals.set(id, members[0] as string)
  return originals
}

function solvedPairs(
  recordings: readonly SolveRecording[],
  pairs: readonly PairResult[],
  used: ReadonlySet<PairResult>,
  dropped: ReadonlyMap<PairResult, string>,
): SolvedPair[] {
  const idOf = new Map(recordings.map(({ id, sha256 }) => [sha256, id]))
  return pairs.flatMap(pair => {
    const [a, b] = [idOf.get(pair.a), idOf.get(pair.b)]
    if (a === undefined || b === undefined) return []
    const line = pair.lines[0]
    return [
      {
        a,
        b,
        lagSeconds: line?.lagSeconds ?? pair.candidates[0]?.lagSeconds ?? null,
        score: pair.score,
        errorMs: line?.errorMs ?? null,
        used: used.has(pair),
        why: used.has(pair) ? pair.why : (dropped.get(pair) ?? pair.why),
      },
    ]
  })
}

function conflictsIn(
  group: Group,
  pinned: ReadonlyMap<string, Pin>,
  travels: Travels,
): readonly PinConflict[] {
  if (!group.isPinned) return []
  return group.links.flatMap(({ a, b, line }) => {
    const [placeA, placeB] = [group.places.get(a), group.places.get(b)]
    if (!placeA || !placeB) return []
    const onB = (line.from + line.to) / 2
    const onA = onB * (1 + line.slopePpm * 1e-6) + line.lagSeconds
    const happenedB = placeB.start + onB * (1 + placeB.drift) - travels.of(b)
    const happenedA = placeA.start + onA * (1 + placeA.drift) - travels.of(a)
    const differenceMs = 1000 * (happenedB - happenedA)
    const stated = (id: string) => (pinned.get(id)?.errorMs ?? 0) + 1000 * travels.errorOf(id)
    const errorMs = line.errorMs + stated(a) + stated(b)
    // 5 ms: a third of a frame at 60 fps; smaller differences nobody can see or would act on.
    if (Math.abs(differenceMs) <= Math.max(5, errorMs)) return []
    return [{ a, b, differenceMs: Number(differenceMs.toFixed(3)), errorMs: Number(errorMs.toFixed(3)) }]
  })
}
