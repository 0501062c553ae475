/** Which sound every 10 ms of a film carries: a recording's at some lag, none, or another. */
import { type ExpectedLag, type Lag, type Sound, soundRate } from './sound-lags.ts'

const hop = 80
/** Half of the window in which likeness is measured, in hops: 150 ms in all, some syllables of speech. */
const halfWindow = 7
/** Independent numbers in one hop: sound below 4 kHz is far from white. */
const perHop = 22
const joinCost = 24
/** Likeness above this is no better: coding decides it. */
const mostLike = 0.85
/** Peak level of a hop below which there is nothing but the coder's dither, of 32768. */
const silentLevel = 12

/** A stretch of the film's sound, seconds of the film's clock. */
export interface SoundRun {
  readonly from: number
  readonly to: number
  readonly what:
    | {
        readonly kind: 'recording'
        readonly raw: number
        readonly rawStart: number
        readonly likeness: number
      }
    | { readonly kind: 'silent' }
    | { readonly kind: 'tone' }
    | { readonly kind: 'unknown'; readonly isLikeSpeech: boolean }
}

/**
 * `lagsKnown` are looked at, no others; one that pictures suggest over some samples is preferred there. `joins` are where the picture changes,
 * in seconds: sound from elsewhere is judged in the pieces between them.
 */
export function soundRuns(
  film: Sound,
  raws: readonly (Sound | null)[],
  lagsKnown: readonly (Lag | ExpectedLag)[],
  joins: readonly number[],
): readonly SoundRun[] {
  const samples = film.slice(0, film.length)
  const hops = Math.ceil(samples.length / hop)
  if (hops === 0) return []
  const lags = distinct(lagsKnown)
  const silent = silentHops(samples, hops)
  const likes = lags.map(lag => likenessAlong(samples, raws[lag.raw] as Sound, lag, hops, silent))
  for (const each of lagsKnown)
    if ('from' in each) favour(likes[lags.findIndex(other => isSame(each, other))], each.from, each.to)
  const states = lags.length + 2
  const [quiet, other] = [lags.length, lags.length + 1]
  const scoreAt = (state: number, n: number) =>
    state === other
      ? silent[n]
        ? -2
        : 0
      : state === quiet
        ? silent[n]
          ? 5
          : -30
        : ((likes[state] as Likeness).scores[n] as number)
  const path = best(states, hops, scoreAt)
  const runs: SoundRun[] = []
  for (let from = 0; from < hops; ) {
    const state = path[from] as number
    let to = from + 1
    while (to < hops && path[to] === state) to++
    const start = film.origin + (from * hop) / soundRate
    const end = film.origin + Math.min(to * hop, samples.length) / soundRate
    const lag = lags[state]
    if (lag) {
      const raw = raws[lag.raw] as Sound
      const rawStart = raw.origin + (from * hop + lag.lag) / soundRate
      runs.push({
        from: start,
        to: end,
        what: {
          kind: 'recording',
          raw: lag.raw,
          rawStart,
          likeness: likenessOver(samples, raw.slice(from * hop + lag.lag, to * hop + lag.lag), from * hop),
        },
      })
    } else if (state === quiet) runs.push({ from: start, to: end, what: { kind: 'silent' } })
    else runs.push(...toneRuns(samples, film.origin, from, to))
    from = to
  }
  const whole = withPauses(atPictureJoins(withoutIslands(runs), joins), samples, film.origin)
  return whole
    .flatMap(run => underOthers(run, { joins, lags: lagsKnown, raws, samples, origin: film.origin }))
    .flatMap(run => atJoins(run, joins, samples, film.origin))
}

interface Heard {
  readonly joins: readonly number[]
  readonly lags: readonly (Lag | ExpectedLag)[]
  readonly raws: readonly (Sound | null)[]
  readonly samples: Int16Array
  readonly origin: number
}

/** Standard deviations by which a recording under other sound has to stand out over a whole piece; less where the picture shows it. */
const leastUnder = 14
const leastExpected = 8
const shortestUnder = 0.3

/** A recording that is turned down under a voice is too weak for 150 ms to tell, and not for all of a piece between two joins. */
function underOthers(run: SoundRun, { joins, lags, raws, samples, origin }: Heard): readonly SoundRun[] {
  if (run.what.kind !== 'unknown') return [run]
  const inside = joins.filter(each => each > run.from + shortestUnder && each < run.to - shortestUnder)
  const edges = [run.from, ...inside, run.to]
  return edges.slice(1).map((to, n): SoundRun => {
    const from = edges[n] as number
    const at = Math.round((from - origin) * soundRate)
    const end = Math.min(samples.length, Math.round((to - origin) * soundRate))
    const piece = emphasised(samples.subarray(at, end))
    const places = ((end - at) / hop) * perHop
    let best: { lag: Lag; like: number; isExpected: boolean } | null = null
    for (const lag of lags) {
      const isExpected = 'from' in lag && lag.from < end && lag.to > at
      if (best?.isExpected && !isExpected) continue
      const sound = raws[lag.raw] as Sound
      const like = correlationOf(piece, emphasised(sound.slice(at + lag.lag, end + lag.lag)))
      if (like * Math.sqrt(places) < (isExpected ? leastExpected : leastUnder)) continue
      if (!best || (isExpected && !best.isExpected) || like > best.like) best = { lag, like, isExpected }
    }
    if (!best) return { ...run, from, to }
    const rawStart = (raws[best.lag.raw] as Sound).origin + (at + best.lag.lag) / soundRate
    return {
      ...{ from, to },
      what: { kind: 'recording', raw: best.lag.raw, rawStart, likeness: Math.min(best.like, mostUnder) },
    }
  })
}

/** What was not told in 150 ms has other sound over it, however alike the whole is. */
const mostUnder = 0.7

function emphasised(of: Int16Array): Float32Array {
  return Float32Array.from(of, (value, n) => value - 0.9 * (n > 0 ? (of[n - 1] as number) : value))
}

function correlationOf(one: Float32Array, two: Float32Array): number {
  let [both, a, b] = [0, 0, 0]
  for (let n = 0; n < one.length; n++) {
    const [x, y] = [one[n] as number, two[n] as number]
    both += x * y
    a += x * x
    b += y * y
  }
  return a > 0 && b > 0 ? both / Math.sqrt(a * b) : 0
}

/** Shorter than this, another lag between two stretches of one lag is a likeness by chance. */
const longestIsland = 0.25
/** Half of the window in which likeness is measured: nearer than this the end of a run is not known. */
const endError = 0.075

function withoutIslands(runs: readonly SoundRun[]): readonly SoundRun[] {
  const out: SoundRun[] = []
  for (const [n, run] of runs.entries()) {
    const last = out.at(-1)
    const next = runs[n + 1]
    const isShort =
      run.what.kind !== 'silent' && run.what.kind !== 'tone' && run.to - run.from < longestIsland
    const goesOn = last && ((isShort && next && isOneSound(last, next)) || isOneSound(last, run))
    if (goesOn) out[out.length - 1] = { ...last, to: run.to }
    else out.push(run)
  }
  return out
}

/** The same recording at the same lag, to a millisecond. */
function isOneSound(one: SoundRun, two: SoundRun): boolean {
  if (one.what.kind !== 'recording' || two.what.kind !== 'recording' || one.what.raw !== two.what.raw)
    return false
  return Math.abs(one.what.rawStart - one.from - (two.what.rawStart - two.from)) < 0.001
}

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
        from,
        to,
        what: what.kind === 'recording' ? { ...what, rawStart: what.rawStart + from - run.from } : what,
      },
    ]
  })
}

const shortestPiece = 0.5

/** A voice and then a tune are two things, even where nothing lies between them. */
function atJoins(
  run: SoundRun,
  joins: readonly number[],
  samples: Int16Array,
  origin: number,
): readonly SoundRun[] {
  if (run.what.kind !== 'unknown') return [run]
  const edges = [
    run.from,
    ...joins.filter(each => each > run.from + shortestPiece && each < run.to - shortestPiece),
    run.to,
  ]
  const at = (seconds: number) => Math.round((seconds - origin) * soundRate)
  const pieces: SoundRun[] = []
  for (const [n, to] of edges.slice(1).entries()) {
    const from = edges[n] as number
    const isSpeech = isLikeSpeech(samples.subarray(at(from), at(to)))
    const last = pieces.at(-1)
    if (last?.what.kind === 'unknown' && last.what.isLikeSpeech === isSpeech)
      pieces[pieces.length - 1] = { ...last, to }
    else pieces.push({ from, to, what: { kind: 'unknown', isLikeSpeech: isSpeech } })
  }
  return pieces
}

/** A pause this short between two stretches of a voice or a tune belongs to it. */
const longestPause = 2

function withPauses(runs: readonly SoundRun[], samples: Int16Array, origin: number): readonly SoundRun[] {
  const out: SoundRun[] = []
  for (const [n, run] of runs.entries()) {
    const last = out.at(-1)
    const isPause =
      run.what.kind === 'silent' && run.to - run.from < longestPause && runs[n + 1]?.what.kind === 'unknown'
    if (last?.what.kind === 'unknown' && (isPause || run.what.kind === 'unknown'))
      out[out.length - 1] = { ...last, to: run.to }
    else out.push(run)
  }
  return out.map(run => {
    if (run.what.kind !== 'unknown') return run
    const at = (seconds: number) => Math.round((seconds - origin) * soundRate)
    return {
      ...run,
      what: { kind: 'unknown', isLikeSpeech: isLikeSpeech(samples.subarray(at(run.from), at(run.to))) },
    }
  })
}

const isSame = (one: Lag, two: Lag) => one.raw === two.raw && Math.abs(one.lag - two.lag) <= 4

function distinct(lags: readonly Lag[]): readonly Lag[] {
  return lags.filter((each, n) => lags.findIndex(other => isSame(each, other)) === n)
}

/** Two sounds that are alike, such as a tone played twice: the one that goes with the picture is taken. */
const favoured = 1

function favour(like: Likeness | undefined, from: number, to: number): void {
  if (!like) return
  for (let n = Math.floor(from / hop); n < Math.min(like.scores.length, Math.ceil(to / hop)); n++)
    if ((like.scores[n] as number) > 0) like.scores[n] = (like.scores[n] as number) + favoured
}

interface Likeness {
  readonly scores: Float32Array
}

/** Log-likelihood gain, hop by hop, of taking the film's sound for the recording's at a lag (plus anything else). */
function likenessAlong(f: Int16Array, raw: Sound, { lag }: Lag, hops: number, silent: Uint8Array): Likeness {
  const [fg, ff, gg] = [new Float64Array(hops + 1), new Float64Array(hops + 1), new Float64Array(hops + 1)]
  const g = raw.slice(lag, lag + f.length)
  const rawSilent = new Uint8Array(hops)
  for (let n = 0; n < hops; n++) {
    let [cross, one, two, peak] = [0, 0, 0, 0]
    const end = Math.min(f.length, (n + 1) * hop)
    for (let at = Math.max(1, n * hop); at < end; at++) {
      const a = (f[at] as number) - 0.9 * (f[at - 1] as number)
      const b = (g[at] as number) - 0.9 * (g[at - 1] as number)
      cross += a * b
      one += a * a
      two += b * b
      const size = Math.abs(g[at] as number)
      if (size > peak) peak = size
    }
    rawSilent[n] = peak < silentLevel && n * hop + lag >= 0 && (n + 1) * hop + lag <= raw.length ? 1 : 0
    fg[n + 1] = (fg[n] as number) + cross
    ff[n + 1] = (ff[n] as number) + one
    gg[n + 1] = (gg[n] as number) + two
  }
  const scores = new Float32Array(hops)
  for (let n = 0; n < hops; n++) {
    const [from, to] = [Math.max(0, n - halfWindow), Math.min(hops, n + halfWindow + 1)]
    const cross = (fg[to] as number) - (fg[from] as number)
    const both = ((ff[to] as number) - (ff[from] as number)) * ((gg[to] as number) - (gg[from] as number))
    const like = both > 0 ? cross / Math.sqrt(both) : 0
    const gain = like > 0 ? -0.5 * perHop * Math.log(1 - Math.min(mostLike, like * like)) : 0
    scores[n] = silent[n] ? (rawSilent[n] ? 5.2 : -12) : gain - 1
  }
  return { scores }
}

function likenessOver(f: Int16Array, g: Int16Array, from: number): number {
  let [cross, one, two] = [0, 0, 0]
  for (let n = 0; n < g.length && from + n < f.length; n++) {
    const [a, b] = [f[from + n] as number, g[n] as number]
    cross += a * b
    one += a * a
    two += b * b
  }
  return one > 0 && two > 0 ? cross / Math.sqrt(one * two) : 0
}

function silentHops(samples: Int16Array, hops: number): Uint8Array {
  return Uint8Array.from({ length: hops }, (_, n) => {
    for (let at = n * hop; at < Math.min(samples.length, (n + 1) * hop); at++)
      if (Math.abs(samples[at] as number) > silentLevel) return 0
    return 1
  })
}

/** The dearest path by dynamic programming; changing state costs `joinCost`. */
function best(states: number, hops: number, scoreAt: (state: number, hop: number) => number): Int32Array {
  const value = new Float64Array(states)
  const from = new Int32Array(states * hops)
  let top = 0
  let topState = 0
  for (let n = 0; n < hops; n++) {
    let next = Number.NEGATIVE_INFINITY
    let nextState = 0
    for (let state = 0; state < states; state++) {
      const joined = top - joinCost
      const isNew = n > 0 && joined > (value[state] as number)
      from[n * states + state] = isNew ? topState : state
      value[state] = (isNew ? joined : (value[state] as number)) + scoreAt(state, n)
      if ((value[state] as number) > next) [next, nextState] = [value[state] as number, state]
    }
    top = next
    topState = nextState
  }
  const path = new Int32Array(hops)
  let state = topState
  for (let n = hops - 1; n >= 0; n--) {
    path[n] = state
    state = from[n * states + state] as number
  }
  return path
}

/** Parts of a stretch from nowhere that are one steady tone, and the rest. */
function toneRuns(samples: Int16Array, origin: number, from: number, to: number): readonly SoundRun[] {
  const isTone: boolean[] = []
  for (let n = from; n < to; n++) isTone.push(isSteadyTone(samples, n * hop))
  // A tone that censors lasts; a note or a vowel that looks like one for an instant does not.
  const runs: { from: number; to: number; isTone: boolean }[] = []
  for (const [k, tone] of isTone.entries()) {
    const last = runs.at(-1)
    if (last && last.isTone === tone) last.to = from + k + 1
    else runs.push({ from: from + k, to: from + k + 1, isTone: tone })
  }
  const merged: { from: number; to: number; isTone: boolean }[] = []
  for (const run of runs) {
    const lasts = run.isTone && run.to - run.from >= 20 && isEven(samples, run.from * hop, run.to * hop)
    const last = merged.at(-1)
    if (last && last.isTone === lasts) last.to = run.to
    else merged.push({ ...run, isTone: lasts })
  }
  return merged.map(run => {
    const [start, end] = [run.from * hop, Math.min(run.to * hop, samples.length)]
    const what: SoundRun['what'] = run.isTone
      ? { kind: 'tone' }
      : { kind: 'unknown', isLikeSpeech: isLikeSpeech(samples.subarray(start, end)) }
    return { from: origin + start / soundRate, to: origin + end / soundRate, what }
  })
}

/** A sine wave foretells itself: x[n+1] = 2 cos(w) x[n] − x[n−1] (Prony), over 20 ms. */
function isSteadyTone(samples: Int16Array, at: number): boolean {
  const [from, to] = [Math.max(1, at - hop / 2), Math.min(samples.length - 1, at + 1.5 * hop)]
  let [cross, middle, energy] = [0, 0, 0]
  for (let n = from; n < to; n++) {
    const [a, b, c] = [samples[n - 1] as number, samples[n] as number, samples[n + 1] as number]
    cross += (a + c) * b
    middle += b * b
    energy += (a + c) ** 2
  }
  if (middle / Math.max(1, to - from) < 150 ** 2) return false
  const turn = cross / middle
  const left = energy - 2 * turn * cross + turn * turn * middle
  return Math.abs(turn) < 1.95 && left / (energy + middle) < 0.004
}

/** A censoring tone is as loud all along; a note dies away. */
function isEven(samples: Int16Array, from: number, to: number): boolean {
  const levels: number[] = []
  for (let at = from + hop; at + 2 * hop < to; at += hop) {
    let sum = 0
    for (let n = at; n < at + hop; n++) sum += (samples[n] as number) ** 2
    levels.push(Math.sqrt(sum / hop))
  }
  const sorted = levels.sort((a, b) => a - b)
  return (
    (sorted[Math.floor(sorted.length * 0.1)] ?? 0) > 0.75 * (sorted[Math.floor(sorted.length * 0.9)] ?? 1)
  )
}

/** Speech has pauses: some of it is next to silent beside its loud parts, which no tune is. */
function isLikeSpeech(samples: Int16Array): boolean {
  const levels: number[] = []
  for (let at = 0; at + 160 <= samples.length; at += 160) {
    let sum = 0
    for (let n = at; n < at + 160; n++) sum += (samples[n] as number) ** 2
    levels.push(Math.sqrt(sum / 160))
  }
  if (levels.length < 10) return false
  const sorted = levels.toSorted((a, b) => a - b)
  const loud = sorted[Math.floor(0.9 * sorted.length)] as number
  const mean = levels.reduce((sum, each) => sum + each, 0) / levels.length
  const spread = Math.sqrt(levels.reduce((sum, each) => sum + (each - mean) ** 2, 0) / levels.length)
  return spread > 0.75 * mean || levels.filter(each => each < 0.03 * loud).length > 0.08 * levels.length
}
