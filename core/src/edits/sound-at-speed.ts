import { type Sound, soundRate } from './sound-lags.ts'

/**
 * A recording's sound as it is heard when it is played at the speed of its picture, pitch and all: sample n goes with sample n of the film, where
 * second t of the film shows second `start + rate * t` of the recording.
 */
export function soundAtSpeed(raw: Sound, film: Sound, start: number, rate: number): Sound {
  const placeOf = (sample: number) =>
    (start + rate * (film.origin + sample / soundRate) - raw.origin) * soundRate
  const { length, origin } = film
  return {
    ...{ length, origin },
    slice(from, to) {
      const out = new Int16Array(Math.max(0, to - from))
      const ends = [placeOf(from), placeOf(to)]
      const first = Math.floor(Math.min(...ends)) - 1
      const samples = raw.slice(first, Math.ceil(Math.max(...ends)) + 2)
      // Played faster, several samples fall on one: their mean keeps what is too high to be heard from folding back.
      const parts = Math.max(1, Math.round(Math.abs(rate)))
      for (let n = 0; n < out.length; n++) {
        let sum = 0
        for (let part = 0; part < parts; part++)
          sum += between(samples, placeOf(from + n + part / parts) - first)
        out[n] = Math.round(sum / parts)
      }
      return out
    },
  }
}

/** Between two samples, by a straight line; silence beyond the ends. */
function between(samples: Int16Array, at: number): number {
  const whole = Math.floor(at)
  if (whole < -1 || whole >= samples.length) return 0
  const before = whole < 0 ? 0 : (samples[whole] as number)
  const after = whole + 1 < samples.length ? (samples[whole + 1] as number) : 0
  return before + (at - whole) * (after - before)
}
