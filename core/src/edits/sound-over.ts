/** How much of what is heard over a recording is not the recording. */
import { bands, type Heard } from './sound-coherence.ts'

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

/** Share of the film's power, 0 to 1, in cells that are far louder than the recording can make them, and the hops in which there are some. */
function othersIn(heard: Heard, from: number, to: number): { readonly share: number; readonly hops: number } {
  // At its ends a stretch still has something of what is beside it.
  const inside = to - from > 3 * endHops ? endHops : 0
  const [a, b] = [Math.max(0, from + inside - heard.from), Math.min(heard.to, to - inside) - heard.from]
  const gains = gainsOf(heard, a, b)
  let all = 0
  const overs = new Float64Array(Math.max(0, b - a))
  const whole = new Float64Array(overs.length)
  for (let band = 0; band < bands; band++) {
    const gain = gains[band] as number
    for (let n = a; n < b; n++) {
      const film = heard.filmPower[n * bands + band] as number
      let loudest = 0
      for (let k = Math.max(0, n - echoHops); k <= Math.min(heard.to - heard.from - 1, n + 2); k++)
        loudest = Math.max(loudest, heard.rawPower[k * bands + band] as number)
      overs[n - a] = (overs[n - a] as number) + Math.max(0, film - stillPower - louder * gain * loudest)
      whole[n - a] = (whole[n - a] as number) + film
      all += film
    }
  }
  const over = overs.reduce((sum, each) => sum + each, 0)
  const hops = overs.filter((each, n) => each > leastShare * (whole[n] as number)).length
  return { share: all > 0 ? over / all : 0, hops }
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
