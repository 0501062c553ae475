/** How much of what is heard over a recording is not the recording. */
import type { Heard } from './sound-coherence.ts'
import { bands } from './spectra-loops.ts'

/** Coherence from which a cell is the recording's own, so that its level tells how loud the recording is played. */
const ownSquared = 0.6
const fewCells = 4
/** Echoes and coding make a cell louder than this many times the recording rarely, and for no longer than this after it. */
const louder = 4
const echoHops = 15
const endHops = 8
/** Power of a band over a window in which there is nothing but the coder's dither. */
const stillPower = 1e5

/** Share of the film's power that is another's, from which it is heard: coding alone leaves less than a thousandth. */
const leastShare = 0.02

/** Hops over which it has to be heard: a louder sound beside a stretch is heard at its ends for less. */
const leastHops = 12

/** Whether something else is heard over the recording in hops [from, to) of the film. */
export function isUnderOthers(heard: Heard, from: number, to: number): boolean {
  const { share, hops } = othersIn(heard, from, to)
  return share > leastShare && hops >= Math.min(leastHops, (to - from) / 3)
}

/** Whether there is nothing in the film around a hop. */
export function isStill({ filmPower, from }: Heard, at: number): boolean {
  let sum = 0
  for (let cell = (at - from) * bands; cell < (at - from + 1) * bands; cell++)
    sum += filmPower[cell] as number
  return sum < stillPower * bands
}

/** A voice pauses for so many hops between two words, and begins or ends so many from where it is first or last heard. */
const longestRest = 70
const onset = 2
/** A part without other sound is told from so many hops on. */
const shortestAlone = 25
/** Power of a recording under a voice, of what it has where it is alone: a quarter is 6 dB lower. */
const lowered = 0.25

/**
 * The parts of hops [from, to) over which other sound is heard, in order, of a stretch that is under others. What a recording is as much quieter in as under
 * the voice belongs to the voice, for which it was lowered.
 */
export function partsUnderOthers(heard: Heard, from: number, to: number): readonly Part[] {
  const { flags, first } = othersIn(heard, from, to)
  const parts: { from: number; to: number; hops: number }[] = []
  for (const [n, isOver] of flags.entries()) {
    if (!isOver) continue
    const at = first + n
    const last = parts.at(-1)
    if (last && at - last.to < longestRest) Object.assign(last, { to: at + 1, hops: last.hops + 1 })
    else parts.push({ from: at, to: at + 1, hops: 1 })
  }
  const told = parts
    .filter(({ hops }) => hops >= leastHops)
    .map(part => ({ from: Math.max(from, part.from - onset), to: Math.min(to, part.to + onset) }))
  if (told.length === 0) return [{ from, to }]
  return withLowered(told, heard, from, to)
}

interface Part {
  readonly from: number
  readonly to: number
}

function withLowered(parts: readonly Part[], heard: Heard, from: number, to: number): readonly Part[] {
  const edges = [...parts.map(({ from: start }) => start), to]
  const out: { from: number; to: number }[] = []
  let alone: Part = { from, to: edges[0] as number }
  for (const [n, part] of parts.entries()) {
    const under = gainIn(heard, part.from, part.to)
    const isLowered = (rest: Part) =>
      rest.to - rest.from < shortestAlone ||
      (under < lowered && gainIn(heard, rest.from, rest.to) < 2 * under)
    const start = isLowered(alone) ? alone.from : part.from
    const last = out.at(-1)
    if (last && last.to === start) last.to = part.to
    else out.push({ from: start, to: part.to })
    alone = { from: part.to, to: edges[n + 1] as number }
    if (isLowered(alone)) {
      ;(out.at(-1) as { to: number }).to = alone.to
      alone = { from: alone.to, to: alone.to }
    }
  }
  return out
}

/** Power of the film by that of the recording, of where it is clearly heard. */
function gainIn({ squared, filmPower, rawPower, from: first }: Heard, from: number, to: number): number {
  let [film, raw] = [0, 0]
  for (let cell = (from - first) * bands; cell < (to - first) * bands; cell++) {
    if ((squared[cell] as number) < ownSquared) continue
    film += (squared[cell] as number) * (filmPower[cell] as number)
    raw += rawPower[cell] as number
  }
  return raw > 0 ? film / raw : 0
}

/** Share of the film's power, 0 to 1, in cells that are far louder than the recording can make them, the hops in which there are some, and which from `first` on. */
function othersIn(
  heard: Heard,
  from: number,
  to: number,
): {
  readonly share: number
  readonly hops: number
  readonly flags: readonly boolean[]
  readonly first: number
} {
  // At its ends a stretch still has something of what is beside it.
  const inside = to - from > 3 * endHops ? endHops : 0
  const [a, b] = [Math.max(0, from + inside - heard.from), Math.min(heard.to, to - inside) - heard.from]
  const gains = gainsOf(heard, a, b)
  let all = 0
  const overs = new Float64Array(Math.max(0, b - a))
  const others = new Float64Array(overs.length)
  const whole = new Float64Array(overs.length)
  for (let band = 0; band < bands; band++) {
    const gain = gains[band] as number
    for (let n = a; n < b; n++) {
      const film = heard.filmPower[n * bands + band] as number
      let loudest = 0
      for (let k = Math.max(0, n - echoHops); k <= Math.min(heard.to - heard.from - 1, n + 2); k++)
        loudest = Math.max(loudest, heard.rawPower[k * bands + band] as number)
      const over = Math.max(0, film - stillPower - louder * gain * loudest)
      overs[n - a] = (overs[n - a] as number) + over
      // Where it is lowered for the rest, a recording alone is louder than its usual level.
      if ((heard.squared[n * bands + band] as number) < ownSquared)
        others[n - a] = (others[n - a] as number) + over
      whole[n - a] = (whole[n - a] as number) + film
      all += film
    }
  }
  const over = overs.reduce((sum, each) => sum + each, 0)
  const isMuch = (each: number, n: number) => each > leastShare * (whole[n] as number)
  const hops = overs.filter(isMuch).length
  const flags = Array.from(others, isMuch)
  return { share: all > 0 ? over / all : 0, hops, flags, first: a + heard.from }
}

/** Power of the film by that of the recording, band by band, where the recording is clearly heard. */
function gainsOf(heard: Heard, a: number, b: number): Float64Array {
  const gains = new Float64Array(bands)
  let [films, raws] = [0, 0]
  const few: number[] = []
  for (let band = 0; band < bands; band++) {
    let [film, raw, count] = [0, 0, 0]
    for (let n = a; n < b; n++) {
      const cell = n * bands + band
      if ((heard.squared[cell] as number) < ownSquared) continue
      film += (heard.squared[cell] as number) * (heard.filmPower[cell] as number)
      raw += heard.rawPower[cell] as number
      count++
    }
    films += film
    raws += raw
    if (count >= fewCells && raw > 0) gains[band] = film / raw
    else few.push(band)
  }
  for (const band of few) gains[band] = raws > 0 ? films / raws : 0
  return gains
}
