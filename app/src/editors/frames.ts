import { assert } from '@sightline/core/errors'
import type { Rational } from '@sightline/core/time'

/** Frames a second, as people write and editors list it: "29.97", "25", "12.5". */
export function rateText({ num, den }: Rational): string {
  return String(Number((num / den).toFixed(2)))
}

export function isSameRate(a: Rational, b: Rational): boolean {
  return a.num * b.den === b.num * a.den
}

/** Whole microseconds as frames, with the fraction. Exact for any time under a month at any rate in use. */
export function framesOf(micros: number, { num, den }: Rational): number {
  const scaled = micros * num
  if (Number.isSafeInteger(scaled)) return scaled / (den * 1e6)
  const divisor = BigInt(den) * 1_000_000n
  const exact = BigInt(micros) * BigInt(num)
  return Number(exact / divisor) + Number(exact % divisor) / Number(divisor)
}

/** The frame that a time lies nearest to, halves up. */
export function nearestFrame(micros: number, rate: Rational): number {
  return Math.floor(framesOf(micros, rate) + 0.5)
}

/** Times are rounded to microseconds and containers to their ticks, so that 300 frames may last 299.99. */
export const roundedTicks = 0.05

/** How many whole frames a stretch holds; up to `forgiven` of a frame may lack at the last. */
export function wholeFrames(micros: number, rate: Rational, forgiven = roundedTicks): number {
  return Math.floor(framesOf(micros, rate) + forgiven)
}

/** When a frame begins, in microseconds, with the fraction. */
export function microsOfFrames(frames: number, { num, den }: Rational): number {
  return (frames * den * 1e6) / num
}

/** How frames are counted in time code: whole numbers of frames a second, and whether numbers are dropped to follow the clock. */
export interface FrameCounting {
  readonly rate: Rational
  readonly isDropFrame: boolean
}

/** Frames a second as time code counts them: 30 for 30000/1001. */
export function countOfSecond({ num, den }: Rational): number {
  return Math.round(num / den)
}

/** Drop frame exists for 29.97 and 59.94 alone (SMPTE ST 12-1): two or four numbers a minute are left out, but every tenth. */
export function canDropFrames({ num, den }: Rational): boolean {
  return den === 1001 && (num === 30_000 || num === 60_000)
}

/** Time code holds 24 hours. */
export const hoursOfTimeCode = 24

/** The time code of a frame, as HH:MM:SS:FF, with a semicolon before the frames where numbers are dropped. */
export function timeCode(frame: number, { rate, isDropFrame }: FrameCounting): string {
  assert(Number.isSafeInteger(frame) && frame >= 0, `frames are whole and not before 0, not ${frame}`)
  const second = countOfSecond(rate)
  const shown = isDropFrame ? frame + droppedBefore(frame, second) : frame
  const [hours, minutes, seconds, frames] = [
    Math.floor(shown / (second * 3600)) % hoursOfTimeCode,
    Math.floor(shown / (second * 60)) % 60,
    Math.floor(shown / second) % 60,
    shown % second,
  ]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${isDropFrame ? ';' : ':'}${two(frames)}`
}

/** How many numbers were left out before a frame. */
function droppedBefore(frame: number, second: number): number {
  const dropped = second / 15
  const inTenMinutes = second * 600 - 9 * dropped
  const inMinute = second * 60 - dropped
  const tens = Math.floor(frame / inTenMinutes)
  const rest = frame % inTenMinutes
  // The first minute of ten drops nothing.
  const minutes = rest < second * 60 ? 0 : 1 + Math.floor((rest - second * 60) / inMinute)
  return dropped * (9 * tens + minutes)
}

/**
 * Reads a time code that a file carries, at the rate of its pictures. Null for what is none at that rate: a number of
 * frames that no second has, or a number that is dropped.
 */
export function timeCodeFrom(text: string, rate: Rational): { frame: number; isDropFrame: boolean } | null {
  const match = /^(\d\d):(\d\d):(\d\d)([:;.])(\d\d)$/.exec(text.trim())
  if (!match) return null
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map(Number)
  const frames = Number(match[5])
  const second = countOfSecond(rate)
  if (hours >= hoursOfTimeCode || minutes >= 60 || seconds >= 60 || frames >= second) return null
  const isDropFrame = match[4] !== ':' && canDropFrames(rate)
  const counted = ((hours * 60 + minutes) * 60 + seconds) * second + frames
  const allMinutes = hours * 60 + minutes
  const dropped = isDropFrame ? (second / 15) * (allMinutes - Math.floor(allMinutes / 10)) : 0
  const frame = counted - dropped
  const shown = timeCode(frame, { rate, isDropFrame })
  return shown.replace(';', ':') === text.trim().replace(/[;.]/, ':') ? { frame, isDropFrame } : null
}
