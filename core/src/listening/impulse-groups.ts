import { type CaseMicros, caseMicros } from '../time/index.ts'
import { type Hearing, type ImpulseGroup, type ImpulseGroups, method, version } from './result.ts'

/** One impulse of one recording on a case clock, unrounded; errors of its onset and of its recording's placement. */
export interface PlacedImpulse {
  readonly recording: string
  /** The recording it is a copy of, or itself: two copies of one take are one microphone. */
  readonly take: string
  /** Its place among the recording's impulses. */
  readonly impulse: number
  readonly clock: string
  /** Microseconds on the case clock. */
  readonly at: number
  readonly onsetErrorMs: number
  readonly placementErrorMs: number | null
}

/** Sound that two microphones hear so far apart comes from 120 m farther off: more is not looked for. */
const farthestMs = 350
/** Without other impulses that agree, hearings are joined only this near: 20 m of travel. */
const aloneMs = 60
/** Delays of one pair of recordings agree within this and the onsets' errors: a shooter takes a step, walls answer differently. */
const agreeMs = 2.5
/** Impulses of a pair beyond which delays are not all tried: the first ones tell. */
const mostTried = 400

/**
 * Joins hearings of the same impulse. Each pair of recordings is asked for the one delay that most of their impulses agree on (how much farther one
 * microphone stood, and what the placement is off by); what agrees is joined, nearest first, never two of one recording. What is
 * left over is joined only where it lies close by and no other could be meant.
 */
export function groupImpulses(impulses: readonly PlacedImpulse[]): ImpulseGroups {
  const takeOf = new Map(impulses.map(({ recording, take }) => [recording, take]))
  const groups: ImpulseGroup[] = []
  for (const clock of new Set(impulses.map(each => each.clock))) {
    const members = impulses.filter(each => each.clock === clock).sort((a, b) => a.at - b.at)
    for (const joined of joinedOf(members)) groups.push(groupOf(joined, clock))
  }
  groups.sort((a, b) => a.at - b.at || (a.clock < b.clock ? -1 : 1))
  return {
    v: 1,
    method,
    version,
    groups: groups.map((group, n) => ({ ...group, id: `i${n + 1}` })),
    heardByMore: groups.filter(
      ({ hearings }) => new Set(hearings.map(({ recording }) => takeOf.get(recording))).size > 1,
    ).length,
  }
}

interface Edge {
  readonly a: number
  readonly b: number
  /** How far the two are from the delay of their pair, in milliseconds; less is better. */
  readonly off: number
}

function joinedOf(members: readonly PlacedImpulse[]): readonly (readonly PlacedImpulse[])[] {
  const byRecording = new Map<string, number[]>()
  for (const [n, { recording }] of members.entries()) {
    const list = byRecording.get(recording)
    if (list) list.push(n)
    else byRecording.set(recording, [n])
  }
  const names = [...byRecording.keys()]
  const sure: Edge[] = []
  const loose: Edge[] = []
  for (const [n, first] of names.entries())
    for (const second of names.slice(n + 1)) {
      const edges = edgesOf(members, byRecording.get(first) ?? [], byRecording.get(second) ?? [])
      sure.push(...edges.sure)
      loose.push(...edges.loose)
    }
  const sets = members.map((_, n) => [n])
  const setOf = members.map((_, n) => n)
  const join = ({ a, b }: Edge) => {
    const [one, two] = [setOf[a] as number, setOf[b] as number]
    if (one === two) return
    const whole = [...(sets[one] as number[]), ...(sets[two] as number[])]
    if (new Set(whole.map(n => members[n]?.recording)).size < whole.length) return
    sets[one] = whole
    sets[two] = []
    for (const n of whole) setOf[n] = one
  }
  for (const edge of sure.sort((a, b) => a.off - b.off)) join(edge)
  const isAlone = (n: number) => (sets[setOf[n] as number] as number[]).length === 1
  for (const edge of loose.sort((a, b) => a.off - b.off)) if (isAlone(edge.a) || isAlone(edge.b)) join(edge)
  return sets.filter(set => set.length > 0).map(set => set.map(n => members[n] as PlacedImpulse))
}

/** The hearings of two recordings that agree on one delay, and those that are merely close. */
function edgesOf(
  members: readonly PlacedImpulse[],
  first: readonly number[],
  second: readonly number[],
): { readonly sure: Edge[]; readonly loose: Edge[] } {
  const near: { a: number; b: number; delay: number; within: number }[] = []
  let from = 0
  for (const a of first) {
    const one = members[a] as PlacedImpulse
    while (
      from < second.length &&
      delayMs(one, members[second[from] as number] as PlacedImpulse) < -farthestMs
    )
      from++
    for (let n = from; n < second.length; n++) {
      const b = second[n] as number
      const two = members[b] as PlacedImpulse
      const delay = delayMs(one, two)
      if (delay > farthestMs) break
      near.push({ a, b, delay, within: agreeMs + one.onsetErrorMs + two.onsetErrorMs })
    }
  }
  const common = commonDelay(near)
  const placement = (n: number) => (members[n] as PlacedImpulse).placementErrorMs ?? 0
  const loose = near
    .filter(({ a, b, delay }) => Math.abs(delay - (common ?? 0)) <= aloneMs + placement(a) + placement(b))
    .filter(({ a, b, delay }) => isNearest(near, a, b, Math.abs(delay - (common ?? 0)), common ?? 0))
  if (common === null)
    return { sure: [], loose: loose.map(({ a, b, delay }) => ({ a, b, off: Math.abs(delay) })) }
  const sure = near.filter(({ delay, within }) => Math.abs(delay - common) <= within)
  const toEdge = ({ a, b, delay }: (typeof near)[number]): Edge => ({ a, b, off: Math.abs(delay - common) })
  return { sure: sure.map(toEdge), loose: loose.map(toEdge) }
}

/** The delay that most hearings agree on; of equals the smallest. Null where not even two agree. */
function commonDelay(
  near: readonly {
    readonly a: number
    readonly b: number
    readonly delay: number
    readonly within: number
  }[],
): number | null {
  const sorted = [...near].sort((a, b) => a.delay - b.delay)
  const tried =
    sorted.length <= mostTried
      ? sorted
      : sorted.filter((_, n) => n % Math.ceil(sorted.length / mostTried) === 0)
  let best: { votes: number; delay: number } | null = null
  for (const { delay } of tried) {
    const agreeing = sorted.filter(each => Math.abs(each.delay - delay) <= each.within)
    const votes = Math.min(new Set(agreeing.map(({ a }) => a)).size, new Set(agreeing.map(({ b }) => b)).size)
    if (votes < 2) continue
    const middle = (agreeing[Math.floor(agreeing.length / 2)] as (typeof agreeing)[number]).delay
    const isBetter =
      !best || votes > best.votes || (votes === best.votes && Math.abs(middle) < Math.abs(best.delay))
    if (isBetter) best = { votes, delay: middle }
  }
  return best?.delay ?? null
}

function isNearest(
  near: readonly { readonly a: number; readonly b: number; readonly delay: number }[],
  a: number,
  b: number,
  off: number,
  common: number,
): boolean {
  return !near.some(other => (other.a === a || other.b === b) && Math.abs(other.delay - common) < off)
}

function delayMs(a: PlacedImpulse, b: PlacedImpulse): number {
  return (b.at - a.at) / 1000
}

function groupOf(members: readonly PlacedImpulse[], clock: string): ImpulseGroup {
  const hearings = [...members]
    .sort((a, b) => a.at - b.at)
    .map(
      (each): Hearing => ({
        recording: each.recording,
        impulse: each.impulse,
        at: caseMicros(each.at),
        errorMs: each.placementErrorMs === null ? null : rounded(each.onsetErrorMs + each.placementErrorMs),
      }),
    )
  const [first] = hearings as [Hearing, ...Hearing[]]
  return { id: '', clock, at: first.at as CaseMicros, errorMs: first.errorMs, hearings }
}

function rounded(ms: number): number {
  return Number(ms.toFixed(3))
}
