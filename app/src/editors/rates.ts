import type { RecordingFacts } from '@sightline/core/case'
import type { Rational } from '@sightline/core/time'
import { canDropFrames, type FrameCounting, isSameRate, rateText } from './frames.ts'

type VideoFacts = NonNullable<RecordingFacts['video']>

/** Rates of a time line that DaVinci Resolve, Final Cut Pro and Premiere all know. */
const sequenceRates: readonly Rational[] = [
  { num: 24_000, den: 1001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 30, den: 1 },
  { num: 50, den: 1 },
  { num: 60_000, den: 1001 },
  { num: 60, den: 1 },
]

/** 29.97 and 30 differ by 0.1 %; recorders miss their own rate by less than 0.03 %. */
const sameRateTolerance = 0.0004
/** A rate that varies is only about what it says it is. */
const looseTolerance = 0.05

/**
 * The rate an editor will take a recording for: the standard rate its frames keep, any other constant rate as it is,
 * and for a rate that varies the declared one if that is near, else the nearest standard rate. Null where nothing tells.
 */
export function nominalRate(video: VideoFacts): Rational | null {
  const { averageRate, declaredRate, timing } = video
  const measured = averageRate ?? declaredRate
  if (measured === null) return null
  if (timing.kind === 'constant') return nearest(measured, sameRateTolerance) ?? reasonable(measured)
  const declared = declaredRate && nearest(declaredRate, sameRateTolerance)
  if (declared && Math.abs(ratio(declared, measured) - 1) < 0.25) return declared
  return nearest(measured, looseTolerance)
}

function reasonable(rate: Rational): Rational | null {
  const value = rate.num / rate.den
  return value >= 1 && value <= 240 ? rate : null
}

function nearest(rate: Rational, tolerance: number): Rational | null {
  const off = (standard: Rational) => Math.abs(ratio(standard, rate) - 1)
  const best = sequenceRates.toSorted((a, b) => off(a) - off(b))[0]
  return best && off(best) <= tolerance ? best : null
}

function ratio(a: Rational, b: Rational): number {
  return (a.num * b.den) / (a.den * b.num)
}

/** Where no picture says anything: whole frames a second, so that time code is time. */
const rateWithoutPictures: Rational = { num: 30, den: 1 }

/** How the frames of a time line are counted, and why so. */
export interface SequenceRate extends FrameCounting {
  readonly why: string
}

/**
 * The rate most recordings have; of equally common ones the faster, on which less is rounded. Rates that editors have no
 * time line for count for a multiple or a part of theirs. Frame numbers are dropped where that exists: time code then
 * follows the clock.
 */
export function sequenceRate(rates: readonly (Rational | null)[]): SequenceRate {
  const votes = rates.flatMap(rate => (rate ? [lineRateFor(rate)] : [])).filter(rate => rate !== null)
  const count = (rate: Rational) => votes.filter(each => isSameRate(each, rate)).length
  const best = sequenceRates
    .filter(rate => count(rate) > 0)
    .toSorted((a, b) => count(b) - count(a) || b.num / b.den - a.num / a.den)[0]
  const rate = best ?? rateWithoutPictures
  const isDropFrame = canDropFrames(rate)
  const why = best
    ? `the rate of ${count(best)} of ${rates.length} ${rates.length === 1 ? 'picture' : 'pictures'}`
    : 'no picture gives a rate'
  return { rate, isDropFrame, why }
}

/** The time line on which each frame of a rate lasts a whole number of frames, or the other way round. */
function lineRateFor(rate: Rational): Rational | null {
  const isWhole = (value: number) =>
    Math.round(value) >= 1 && Math.abs(value / Math.round(value) - 1) <= sameRateTolerance
  return (
    sequenceRates.find(line => isSameRate(line, rate)) ??
    sequenceRates.find(line => isWhole(ratio(line, rate))) ??
    sequenceRates.toReversed().find(line => isWhole(ratio(rate, line))) ??
    null
  )
}

/** "29.97 fps (30000/1001), drop frame". */
export function countingText({ rate, isDropFrame }: FrameCounting): string {
  const exact = rate.den === 1 ? '' : ` (${rate.num}/${rate.den})`
  const counting = canDropFrames(rate) ? `, ${isDropFrame ? 'drop frame' : 'non-drop frame'}` : ''
  return `${rateText(rate)} fps${exact}${counting}`
}
