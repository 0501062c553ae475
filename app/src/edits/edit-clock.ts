/** Instants of frames, one after another, and of the end of the last; so many units to the second. */
export interface Boundaries {
  readonly of: ArrayLike<number>
  readonly perSecond: number
}

/** When frames are shown, as video editors count: seconds from the first frame of each file, however far apart its frames are. */
export interface EditClock {
  /** Of the film's frames; its length for one more than the last. */
  readonly film: (frame: number) => number
  /** Of what is told in the film's own time, as sound is. */
  readonly filmTime: (seconds: number) => number
  readonly raw: (name: string, frame: number) => number
  readonly rawTime: (name: string, seconds: number) => number
  /** Frames a second of a recording, on the average; 30 for mere sound. */
  readonly rateOf: (name: string) => number
}

/** `rawOf` gives null for mere sound. */
export function editClock(film: Boundaries | null, rawOf: (name: string) => Boundaries | null): EditClock {
  return {
    film: frame => after(film, frame),
    filmTime: seconds => seconds - firstOf(film),
    raw: (name, frame) => after(rawOf(name), frame),
    rawTime: (name, seconds) => seconds - firstOf(rawOf(name)),
    rateOf: name => {
      const raw = rawOf(name)
      const lasts = after(raw, Number.POSITIVE_INFINITY)
      return raw && lasts > 0 ? (raw.of.length - 1) / lasts : 30
    },
  }
}

function firstOf(boundaries: Boundaries | null): number {
  return boundaries ? (boundaries.of[0] ?? 0) / boundaries.perSecond : 0
}

function after(boundaries: Boundaries | null, frame: number): number {
  if (!boundaries) return 0
  const { of, perSecond } = boundaries
  return ((of[Math.max(0, Math.min(of.length - 1, frame))] ?? 0) - (of[0] ?? 0)) / perSecond
}
