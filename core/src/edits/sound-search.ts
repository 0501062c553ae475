/** Places in a film at which recordings may be heard, and the likeliest way through them. */
import { FilmSpectra, type Heard, hop } from './sound-coherence.ts'
import {
  type KnownPeaks,
  type LagThere,
  lagsBetween,
  lagsNear,
  lagsOfPieces,
  type Sound,
  type SoundTransforms,
  soundRate,
  usualPieces,
} from './sound-lags.ts'
import { type PlaceInFilm, type SoundStretch, stretchesOf } from './sound-map.ts'
import { isStill } from './sound-over.ts'
import { heardAt } from './sound-places.ts'

export interface FilmSound {
  readonly sound: Sound
  /** In the order of the recordings; null where one has no sound. */
  readonly sounds: readonly (Sound | null)[]
  readonly transforms: SoundTransforms
}

/** A film's sound with what is known of it before its pictures are. */
export interface SearchedSound extends FilmSound {
  readonly spectra: FilmSpectra
  readonly places: readonly Heard[]
  /** The likeliest way through the film by these places alone, where it is known already. */
  readonly alone: readonly SoundStretch[] | null
  readonly known: KnownPeaks
}

/** Holds the whole film against the recordings, and then the pieces of it that this does not explain. */
export function searchSound(film: FilmSound): SearchedSound {
  const { sound, sounds, transforms } = film
  const spectra = new FilmSpectra(sound, transforms)
  const places = heardAt({ film: sound, sounds, spectra }, lagsBetween(sound, sounds, transforms), [])
  const searched: SearchedSound = { ...film, spectra, places, alone: null, known: new Map() }
  const alone = likeliest(searched, places.map(unexpected), [])
  const found = placesOfPieces(searched, alone, places, [], sounds)
  return found.length === 0 ? { ...searched, alone } : { ...searched, places: [...places, ...found] }
}

export const unexpected = (place: Heard): PlaceInFilm => ({ ...place, isExpected: false })

/** The hop that begins at a second of the film's clock. */
export const hopAt = ({ origin }: Sound, seconds: number) =>
  Math.round(((seconds - origin) * soundRate) / hop)

/** Places of pieces that nothing known explains, cut at `joins`, in hops; they are looked for in the recordings `held`. */
export function placesOfUnknown(
  searched: SearchedSound,
  places: readonly PlaceInFilm[],
  joins: readonly number[],
  held: readonly (Sound | null)[],
): readonly Heard[] {
  return placesOfPieces(searched, likeliest(searched, places, joins), places, joins, held)
}

function placesOfPieces(
  { sound, sounds, spectra, transforms, known }: SearchedSound,
  stretches: readonly SoundStretch[],
  places: readonly Heard[],
  joins: readonly number[],
  held: readonly (Sound | null)[],
): readonly Heard[] {
  const unknown = stretches.flatMap(({ from, to, what }) =>
    what.kind === 'unknown'
      ? splitAt(from, to, joins).map(([a, b]) => ({ from: a * hop, to: Math.min(sound.length, b * hop) }))
      : [],
  )
  const lags = lagsOfPieces(sound, held, unknown, transforms, usualPieces, known)
  return heardAt({ film: sound, sounds, spectra }, lags, places)
}

/** Pieces shorter than this are not looked for by themselves. */
const shortestPiece = 30

function splitAt(from: number, to: number, joins: readonly number[]): readonly (readonly [number, number])[] {
  const edges = [from, ...joins.filter(each => each > from + shortestPiece && each < to - shortestPiece), to]
  return edges.slice(1).map((end, n) => [edges[n] as number, end] as const)
}

/** A join of sound may lie this many hops before or after that of the picture. */
const besideExpected = 40

/** Places that pictures suggest: as they are, for sound that is too still to be told by, and made exact by the sound around them. */
export function placesExpected(
  { sound, sounds, spectra, transforms }: SearchedSound,
  expected: readonly LagThere[],
): readonly PlaceInFilm[] {
  return [...lagsNear(sound, sounds, expected, transforms), ...expected].flatMap(({ raw, lag, ...there }) => {
    const from = Math.max(0, Math.floor(there.from / hop) - besideExpected)
    const to = Math.min(spectra.hops, Math.ceil(there.to / hop) + besideExpected)
    // A film's sound may begin after its pictures, and end before them.
    if (to < from) return []
    return [{ ...spectra.against(sounds[raw] as Sound, { raw, lag }, from, to), isExpected: true }]
  })
}

/** What a recording that is drowned has to gain, and by how much more than beside its place. */
const leastDrowned = 20

/** Hops over which what a picture suggests goes badly with the sound, together, so that it is looked for as one that is drowned. */
const leastDoubted = 40

/** Places that pictures suggest, for recordings that a voice drowns there. */
export function placesDrowned(
  { sounds, spectra }: SearchedSound,
  expected: readonly PlaceInFilm[],
): readonly PlaceInFilm[] {
  return expected.flatMap(place => {
    const { lag, from, scores: own } = place
    const sound = sounds[lag.raw]
    if (!sound || own.filter(each => each < 0).length < leastDoubted) return []
    const scores = spectra.inPhase(sound, lag, from, place.to)
    return mostIn(scores) > leastDrowned ? [{ ...place, scores, isDrowned: true }] : []
  })
}

/** Hops around its clearest instant, and what a drowned recording has to gain in another: two bangs are alike. */
const oneInstant = 30
const leastAgain = 10

function isHeardDrowned(scores: Float32Array, beside: (aside: number) => Float32Array): boolean {
  const sum = scores.reduce((total, each) => total + each, 0)
  const clearest = scores.indexOf(Math.max(...scores))
  const others = scores.slice().fill(0, Math.max(0, clearest - oneInstant), clearest + oneInstant + 1)
  if (mostIn(others) < leastAgain) return false
  return asides.every(aside => sum - mostIn(beside(aside)) > leastDrowned)
}

/** The most that any stretch of values comes to. */
function mostIn(values: Float32Array): number {
  let [most, sum] = [0, 0]
  for (const value of values) {
    sum = Math.max(0, sum + value)
    most = Math.max(most, sum)
  }
  return most
}

/** At these lags from where it belongs, some 20 ms, what is heard does not go with it any more, save for what is steady: notes, alarms, hum. */
const asides = [150, -210]
const mostSteady = 0.4
/** Below this log-likelihood it may be chance, however long it is; beyond the other it is none. */
const leastGain = 250
const surely = 5000
/** Worse than anything else. */
const ruledOut = -5
/** What takes the place of what was ruled out may be steady too. */
const mostRounds = 10

/** The likeliest way through the film, without what is alike by chance or because it is steady. */
export function likeliest(
  searched: SearchedSound,
  places: readonly PlaceInFilm[],
  joins: readonly number[],
): readonly SoundStretch[] {
  const { sound, sounds, spectra } = searched
  let left = places
  for (let round = 1; ; round++) {
    const stretches = stretchesOf(sound, spectra.hops, left, sounds, joins)
    const steady = round > mostRounds ? [] : stretches.filter(each => isByChance(searched, each))
    if (steady.length === 0) return stretches
    left = left.map(place => {
      const ruled = steady.filter(({ what }) => what.kind === 'recording' && what.heard === place)
      if (ruled.length === 0) return place
      const scores = place.scores.slice()
      for (const { from, to } of ruled) scores.fill(ruledOut, from - place.from, to - place.from)
      return { ...place, scores }
    })
  }
}

function isByChance({ sounds, spectra }: SearchedSound, { from, to, what }: SoundStretch): boolean {
  if (what.kind !== 'recording') return false
  const { lag, scores, from: first } = what.heard
  if (what.heard.isDrowned)
    return !isHeardDrowned(scores.subarray(from - first, to - first), aside =>
      spectra.inPhase(sounds[lag.raw] as Sound, { raw: lag.raw, lag: lag.lag + aside }, from, to),
    )
  const own = gainOf(scores.subarray(from - first, to - first))
  if (own <= 0 || own > surely) return false
  if (own < leastGain) return countStill(what.heard, from, to) < (to - from) / 2
  return asides.some(aside => {
    const there = { raw: lag.raw, lag: lag.lag + aside }
    return gainOf(spectra.against(sounds[lag.raw] as Sound, there, from, to).scores) > mostSteady * own
  })
}

function countStill(heard: Heard, from: number, to: number): number {
  let count = 0
  for (let n = from; n < to; n++) if (isStill(heard, n)) count++
  return count
}

/** What tells for a recording, without what tells against it. */
const gainOf = (of: Float32Array) => of.reduce((total, each) => total + Math.max(0, each), 0)

/** Where the sound alone is a recording's: seconds of the film, and the second of the recording at the film's second 0. */
export function soundAlone(
  searched: SearchedSound,
): readonly { readonly raw: number; readonly from: number; readonly to: number; readonly start: number }[] {
  const { sound, sounds, places, alone } = searched
  return (alone ?? likeliest(searched, places.map(unexpected), [])).flatMap(({ from, to, what }) => {
    if (what.kind !== 'recording') return []
    const { raw, lag } = what.heard.lag
    const second = (at: number) => sound.origin + Math.min(sound.length, at * hop) / soundRate
    return [
      {
        raw,
        from: second(from),
        to: second(to),
        start: (sounds[raw] as Sound).origin - sound.origin + lag / soundRate,
      },
    ]
  })
}
