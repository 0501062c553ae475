/** Other times, and other recordings, of cameras that stand still: what was found first was right by chance. */
import { type Affine, composed } from './affine.ts'
import { Pairing } from './pairing.ts'
import type { Reference } from './search.ts'
import { isStanding, type PairingAt, type Timed, type TimedPart, timesWithin } from './time-search.ts'
import { type SureCosts, type Track, trackFrom } from './track.ts'

const mostFound = 3
const shortest = 6
/** Frames before and after a shot for which it is followed: its ends are decided by what fits. */
const beyond = 24

interface Shot {
  readonly from: number
  readonly to: number
}

export class StandingCameras {
  readonly #references: readonly Reference[]
  readonly #sure: SureCosts | null
  readonly #looked = new Set<string>()

  constructor(references: readonly Reference[], sure: SureCosts | null = null) {
    this.#references = references
    this.#sure = sure
  }

  /**
   * Where what a track shows looks alike at all times: the likeliest times for its shot, in all recordings that show the same. None where the
   * camera moves, where what moves tells nearly every frame of the shot from its neighbours, and where it was asked before.
   */
  tracksAt(track: Track, frame: number, shot: Shot): readonly Track[] {
    const { from, to, maps, pairing: start } = track
    const mapAt = (at: number) => maps[Math.max(from, Math.min(to - 1, at)) - from] as Affine
    const place = mapAt(frame).map(each => Math.round(each * 4) / 4)
    const key = `${shot.from} ${place} ${start.raw.width(0)}`
    if (this.#looked.has(key) || shot.to - shot.from < shortest || this.#sure?.areFoundOver(shot)) return []
    this.#looked.add(key)
    const n = frame - from
    const margin = (track.costs[n]?.[(track.best[n] as number) - (track.low[n] as number)] ?? 0) / 100
    const { film } = start
    const found: { readonly raw: number; readonly timed: Timed; readonly pairingAt: PairingAt }[] = []
    const inParts: { readonly raw: number; readonly timed: TimedPart; readonly pairingAt: PairingAt }[] = []
    for (const [raw, { levels }] of this.#references.entries()) {
      const sized = sizedTo(start, levels)
      if (!sized) continue
      const pairingAt = (at: number) => new Pairing(film, levels, composed(mapAt(at), sized), start.box)
      if (!isStanding(pairingAt(frame), frame, margin)) {
        if (raw === track.raw) return []
        continue
      }
      const { whole, parts } = timesWithin(pairingAt, shot.from, shot.to)
      for (const timed of whole) found.push({ raw, timed, pairingAt })
      for (const timed of parts) inParts.push({ raw, timed, pairingAt })
    }
    const likeliest = found.sort((one, two) => one.timed.cost - two.timed.cost).slice(0, mostFound)
    return [
      ...likeliest.map(each => ({ ...each, over: shot, frame })),
      ...inParts.map(each => ({ ...each, over: each.timed, frame: (each.timed.from + each.timed.to) >> 1 })),
    ].flatMap(({ raw, timed: { start: at, rate }, pairingAt, over, frame }) => {
      const pairing = pairingAt(frame)
      const rawFrame = pairing.raw.frameAt(at + rate * (film.pictures.times[frame] as number))
      const perFrame = (rate * film.frameSeconds) / pairing.raw.frameSeconds
      // The ground alone would be followed to the film's end.
      const near = { from: Math.max(0, over.from - beyond), to: Math.min(film.count, over.to + beyond) }
      const followed = trackFrom(pairing, raw, frame, rawFrame, perFrame, near, each => pairingAt(each).map)
      return followed ? [{ ...followed, line: { start: at, rate, from: over.from, to: over.to } }] : []
    })
  }
}

/** From pixels of another recording to those of the one a map was told for; null where they are of another shape. */
function sizedTo({ raw }: Pairing, other: Pairing['raw']): Affine | null {
  const [sx, sy] = [raw.width(0) / other.width(0), raw.height(0) / other.height(0)]
  return Math.abs(sx / sy - 1) < 0.02 ? [sx, 0, sx / 2 - 0.5, 0, sy, sy / 2 - 0.5] : null
}
