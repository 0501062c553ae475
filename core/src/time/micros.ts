declare const clock: unique symbol

/** Whole microseconds on the clock `C`. Times of different clocks are different types. */
export type On<C extends string> = number & { readonly [clock]: C }

/** A time on the one clock of the case. */
export type CaseMicros = On<'case'>

/** A position inside one recording: its own raw presentation timestamp, whose first value need not be 0. */
export type MediaMicros = On<'media'>

/** Names a whole number of microseconds as case time; rounds a fraction to the nearest. */
export function caseMicros(value: number): CaseMicros {
  return Math.round(value) as CaseMicros
}

/** Names a whole number of microseconds as media time; rounds a fraction to the nearest. */
export function mediaMicros(value: number): MediaMicros {
  return Math.round(value) as MediaMicros
}

/** Seconds as JSON and people write them, from whole microseconds. */
export function secondsOf(micros: number): number {
  return micros / 1e6
}

const decimalSeconds = /^([+-]?)(\d+)(?:\.(\d+))?$/

/**
 * Reads decimal seconds ("12.034", "-0.5") as whole microseconds without passing through a binary fraction:
 * digits beyond the sixth round half away from zero. Null when the text is not a decimal number.
 */
export function microsFromDecimal(text: string): number | null {
  const match = decimalSeconds.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const micros =
    Number(whole) * 1e6 +
    Number(fraction.padEnd(6, '0').slice(0, 6)) +
    (Number(fraction[6] ?? 0) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(micros)) return null
  return sign === '-' && micros !== 0 ? -micros : micros
}

/** Writes whole microseconds as decimal seconds, with as many of the six decimals as carry something. */
export function decimalFromMicros(micros: number): string {
  const whole = Math.floor(Math.abs(micros) / 1e6)
  const rest = Math.abs(micros) % 1e6
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(6, '0').replace(/0+$/, '')}`
  return `${micros < 0 ? '-' : ''}${whole}${fraction}`
}
