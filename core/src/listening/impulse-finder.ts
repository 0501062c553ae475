import { type BlockLevels, blockLevels, blockSamplesAt, type MeasureLevels } from './block-levels.ts'
import { type ListeningTransforms, type MakeFramePowers, plainFramePowers } from './frame-powers.ts'
import { FeatureMeter, type Features, usualVoices } from './impulse-features.ts'
import {
  aloneScore,
  closerLook,
  firstLook,
  impulseScore,
  leastAlone,
  leastCloser,
  leastFirst,
} from './impulse-score.ts'
import { CourseMeter, type LevelCourse } from './level-course.ts'
import { levelFeatures } from './level-features.ts'
import { type LevelLoops, plainLevelLoops } from './level-loops.ts'
import { fullScaleSample, type HeardLevels, LevelMeter } from './level-meter.ts'
import { type OnsetCandidate, onsetCandidates } from './onset-candidates.ts'
import { type OnsetLoops, plainOnsetLoops } from './onset-loops.ts'
import { PictureMaker } from './onset-picture.ts'
import { beginning, mainPastMs, mainStroke, type OnsetPlace, pastOnsetMs } from './onset-place.ts'
import type { RepeatLoops } from './repeat-loops.ts'
import { RepeatSearch, strokeHeldMs } from './repeats.ts'
import { leastSecond, SecondStrokes, secondLook } from './second-strokes.ts'
import { nothingAround } from './speech-around.ts'
import type { StandingLags } from './standing-lags.ts'
import { plainTailLoops, type TailLoops } from './tail-loops.ts'

/** An onset as it was measured. Places count samples from the first one given. */
export interface MeasuredOnset {
  readonly at: number
  readonly widthSamples: number
  /** How long before `at` something rises that may be its first stroke. */
  readonly unsureSamples: number
  /** How long after `at` it comes to half its height. */
  readonly swellSamples: number
  /** Largest sample of the first 10 ms, full scale 1. */
  readonly peak: number
  /** Power of the edges in the first 10 ms, less what came before: what one onset is compared with another by. */
  readonly power: number
  readonly isClipped: boolean
  readonly features: Features
  /** Its spectra before and after, as `PictureMaker` draws them. */
  readonly picture: Float32Array
  /** Whether sound begins here out of digital silence and stays: whatever it looks like, something was switched on, unmuted or cut. */
  readonly isEdge: boolean
  /** Where the onset begins whose sound comes again here, as loud; null where none was found. */
  readonly repeatOf: number | null
  /** How it stands in the tail of the onset at `of`, as `SecondStrokes` measures it; null where it was not found there. */
  readonly second: { readonly of: number; readonly measures: readonly number[] } | null
  /** The first 12 ms, sharpened, of length 1: what an echo is told by. */
  readonly shape: Float32Array
}

export interface FinderTools {
  readonly fft: ListeningTransforms
  /** What answers the same as plain loops, sooner. */
  readonly levels?: MeasureLevels
  readonly powers?: MakeFramePowers
  readonly tails?: TailLoops
  readonly lags?: StandingLags
  readonly onsets?: OnsetLoops
  readonly levelLoops?: LevelLoops
  readonly repeats?: RepeatLoops
}

export interface HeardOnsets {
  readonly onsets: readonly MeasuredOnset[]
  readonly isFull: boolean
  readonly levels: HeardLevels
  readonly course: LevelCourse
  /** What tells how alike their shapes are, and what units of networks come to. */
  readonly loops: Pick<OnsetLoops, 'likeness' | 'unitsOf'>
}

/** More than ten a second for an hour, in 120 MB: a file made of clicks may not fill the memory. */
const mostHeld = 40_000
/** Looked back on before an onset, and needed after it, in ms. */
const pastMs = 560
const futureMs = 272
const holdMs = 4000
/** A recording that begins is no impulse: so long something has to be heard first. */
const firstMs = 40
const shapeMs = 12
/** What is looked at sample by sample around a block: voices are sought from 44 ms before a main stroke to 60 ms after it, which lies up to 9 ms after the block. */
const aroundMs = { before: 56, after: 72 } as const
/** The shape of an onset, in at most so many ms from it, is measured before its voices are. */
const shapedMs = 17

/** Onsets that score so much by their measures, or so much with their pictures, are looked for again in what follows them, and other strokes under their tails. */
const leastRepeated = { measured: 0.3, pictured: 0.8 } as const
/** So near to where a sound comes again, what jumps is that. */
const sameMs = 10

/** Places in the stream: where the onset `of`, whose main stroke is at `stroke`, comes again. */
interface Repeat {
  readonly at: number
  readonly of: number
  readonly stroke: number
}
/** Two onsets of one sound, and a third place as late after the second: what is found there is the tail of both. */
const sameDelayMs = 2

/** A place in the stream that looks like a further stroke, by `look`, under the tail of the onset at `of`. */
interface Second {
  readonly at: number
  readonly of: number
  readonly look: number
  /** Whether it is measured even where it would otherwise be let go. What is found otherwise scores as a stroke, however little it looks like one: what jumps in a tail is most often part of it. */
  readonly isLikely: boolean
  readonly measures: readonly number[]
}
/** So near to a level that jumps, a further stroke is what jumps there. */
const sameStrokeMs = 6

/** An onset whose surroundings were copied. */
interface NearOnset {
  readonly held: Int16Array
  readonly levels: BlockLevels
  readonly level: ReturnType<typeof levelFeatures>
  /** Where in the hold what was copied begins, and where in that the main stroke lies. */
  readonly first: number
  readonly at: number
  /** Copies what lies farther from the onset than its shape: not asked for what is let go before. */
  readonly copyRest: () => void
  /** Where in what was copied the sound begins: not asked for what is let go. */
  readonly place: () => OnsetPlace
  readonly repeat: Repeat | null
  readonly second: Second | null
}

/** Finds and measures onsets in a stream of 16-bit samples. What comes out does not depend on how the stream was cut. */
export class ImpulseFinder {
  readonly #rate: number
  readonly #levelsOf: MeasureLevels
  readonly #least: number
  readonly #leastSecond: number
  readonly #block: number
  readonly #loops: OnsetLoops
  readonly #levelLoops: LevelLoops
  readonly #meter: FeatureMeter
  readonly #hold: Int16Array
  /** The levels of what is held: those of samples that stay are not measured again. */
  readonly #plain: Float32Array
  readonly #sharp: Float32Array
  #measured = 0
  readonly #near: Float32Array
  readonly #edges: Float32Array
  readonly #onsets: MeasuredOnset[] = []
  readonly #pictures: PictureMaker
  readonly #repeatSearch: RepeatSearch
  /** Found and not yet measured, in order of time. */
  #repeats: readonly Repeat[] = []
  readonly #secondStrokes: SecondStrokes
  #seconds: readonly Second[] = []
  readonly #levels: LevelMeter
  readonly #course: CourseMeter
  #held = 0
  #isFull = false
  /** Samples that have left the hold: where it begins in the stream. Whole blocks. */
  #gone = 0
  /** Blocks of the stream that were searched. */
  #searched = firstMs

  /** Onsets that score less than `least` by their features alone are let go at once, and so are strokes under tails that look less than `second` like one and are not found otherwise. */
  constructor(
    {
      fft,
      levels = blockLevels,
      powers = plainFramePowers(fft),
      tails = plainTailLoops(),
      lags,
      onsets = plainOnsetLoops(),
      levelLoops = plainLevelLoops(),
      repeats,
    }: FinderTools,
    rate: number,
    least = leastAlone,
    second = leastSecond,
  ) {
    this.#levelsOf = levels
    this.#least = least
    this.#leastSecond = second
    this.#rate = rate
    this.#block = blockSamplesAt(rate)
    this.#loops = onsets
    this.#meter = new FeatureMeter(powers, onsets, rate)
    this.#pictures = new PictureMaker(powers, rate)
    this.#repeatSearch = new RepeatSearch(
      { transforms: fft, ...(lags && { standing: lags }), ...(repeats && { loops: repeats }) },
      rate,
    )
    this.#secondStrokes = new SecondStrokes(rate, this.#block, tails)
    this.#levelLoops = levelLoops
    this.#levels = new LevelMeter(this.#block, levelLoops)
    this.#course = new CourseMeter(levelLoops)
    this.#plain = levelLoops.floats(holdMs)
    this.#sharp = levelLoops.floats(holdMs)
    this.#hold = levels.room?.(holdMs * this.#block)?.fill(0) ?? new Int16Array(holdMs * this.#block)
    this.#near = onsets.floats((aroundMs.before + aroundMs.after) * this.#block)
    this.#edges = onsets.floats((pastOnsetMs + 9) * this.#block)
  }

  push(samples: Int16Array): void {
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + this.#hold.length - this.#held)
      this.#hold.set(part, this.#held)
      this.#held += part.length
      at += part.length
      if (this.#held === this.#hold.length) this.#search(false)
    }
  }

  /** What may reach the least score; `isFull` says that there were more than are held. */
  finish(): HeardOnsets {
    this.#search(true)
    return {
      onsets: this.#onsets,
      isFull: this.#isFull,
      levels: this.#levels.finish(),
      course: this.#course.finish(),
      loops: this.#loops,
    }
  }

  /** Measures what has future enough, and lets go of what is no longer past enough. */
  #search(isLast: boolean): void {
    const held = this.#hold.subarray(0, this.#held)
    const levels = this.#levelsHeld(held)
    const begin = this.#gone / this.#block
    const to = isLast ? levels.count : levels.count - futureMs
    const fresh = this.#searched - begin
    this.#levels.add(held, levels, begin === 0 ? 0 : fresh, to, this.#gone)
    this.#course.add(levels, begin === 0 ? 0 : fresh, to)
    const candidates = onsetCandidates(levels, fresh, to, this.#levelLoops)
    for (const candidate of candidates) {
      this.#measureRepeats(held, levels, candidate.block)
      this.#measureSeconds(held, levels, candidate.block - sameStrokeMs)
      const place = this.#gone + candidate.block * this.#block
      if (this.#repeats.some(({ at }) => Math.abs(at - place) < sameMs * this.#block)) continue
      const second = this.#takeSecond(place)
      if (second?.isLikely || standsOut(levels, candidate.block))
        this.#measure(held, levels, candidate, second)
    }
    this.#measureRepeats(held, levels, to)
    this.#measureSeconds(held, levels, to - sameStrokeMs)
    this.#searched = begin + Math.max(to, fresh)
    if (isLast) return
    const kept = Math.min(this.#held, (pastMs + futureMs) * this.#block)
    this.#hold.copyWithin(0, this.#held - kept, this.#held)
    const goneBlocks = (this.#held - kept) / this.#block
    for (const each of [this.#plain, this.#sharp]) each.copyWithin(0, goneBlocks, levels.count)
    this.#measured = levels.count - goneBlocks
    this.#gone += this.#held - kept
    this.#held = kept
  }

  #levelsHeld(held: Int16Array): BlockLevels {
    const from = this.#measured * this.#block
    const fresh = this.#levelsOf(held.subarray(from), this.#rate, held[Math.max(0, from - 1)] ?? 0)
    this.#plain.set(fresh.plain, this.#measured)
    this.#sharp.set(fresh.sharp, this.#measured)
    const count = this.#measured + fresh.count
    const [plain, sharp] = [this.#plain.subarray(0, count), this.#sharp.subarray(0, count)]
    return { blockSamples: this.#block, count, plain, sharp }
  }

  /** Measures what repeats an impulse before `block`. */
  #measureRepeats(held: Int16Array, levels: BlockLevels, block: number): void {
    for (;;) {
      const [repeat] = this.#repeats
      const inHold = (repeat?.at ?? 0) - this.#gone
      if (!repeat || inHold >= block * this.#block) return
      this.#repeats = this.#repeats.slice(1)
      const first = Math.floor(inHold / this.#block) * this.#block - aroundMs.before * this.#block
      this.#copy(held, first, 0, this.#near.length)
      const at = inHold - first
      const place = () => ({ at, widthSamples: 2, unsureSamples: 0, swellSamples: 0 })
      const level = levelFeatures(levels, Math.floor(inHold / this.#block), this.#levelLoops)
      this.#take({ held, levels, level, first, at, copyRest: nothing, place, repeat, second: null })
    }
  }

  /** Measures what was found under tails before `block` and jumps too little to be found otherwise. */
  #measureSeconds(held: Int16Array, levels: BlockLevels, block: number): void {
    for (;;) {
      const [second] = this.#seconds
      const inHold = (second?.at ?? 0) - this.#gone
      if (!second || inHold >= block * this.#block) return
      this.#seconds = this.#seconds.slice(1)
      if (!second.isLikely) continue
      if (this.#onsets.slice(-3).some(({ at }) => Math.abs(at - second.at) < sameMs * this.#block)) continue
      this.#measure(held, levels, { block: Math.floor(inHold / this.#block), ratio: 1, by: 'sharp' }, second)
    }
  }

  /** The likeliest stroke under a tail that is what jumps at `place`, which is then no longer waited for. */
  #takeSecond(place: number): Second | null {
    let likeliest: Second | null = null
    for (const each of this.#seconds) {
      if (Math.abs(each.at - place) > sameStrokeMs * this.#block) continue
      if (likeliest === null || each.look > likeliest.look) likeliest = each
    }
    if (likeliest) this.#seconds = this.#seconds.filter(each => each !== likeliest)
    return likeliest
  }

  #measure(
    held: Int16Array,
    levels: BlockLevels,
    { block, by }: OnsetCandidate,
    second: Second | null,
  ): void {
    const ms = this.#block
    const before = aroundMs.before * ms
    const first = block * ms - before
    const from = before - pastOnsetMs * ms
    const samples = this.#near
    const sharp = this.#edges
    const plain = samples.subarray(from, from + sharp.length)
    // Most candidates are nothing, and their levels say so: no more of them is copied than these need.
    const near = (pastOnsetMs - mainPastMs) * ms
    this.#copy(held, first, from + near - 1, from + sharp.length)
    if (by === 'sharp') this.#loops.laySteps(samples, from, sharp, near, sharp.length)
    const main = mainStroke(this.#loops, by === 'sharp' ? sharp : plain, ms)
    const at = from + main.at
    const inHold = first + at
    // What kind of sound it is, its main stroke tells.
    const level = levelFeatures(levels, Math.floor(inHold / ms), this.#levelLoops)
    if (!second?.isLikely && this.#least > 0 && firstLook(level, this.#loops) < leastFirst) return
    const shaped = Math.min(samples.length, at + shapedMs * ms + 1)
    this.#copy(held, first, from + sharp.length, shaped)
    const copyRest = () => {
      this.#copy(held, first, 0, from + near - 1)
      this.#copy(held, first, Math.max(shaped, from + sharp.length), samples.length)
    }
    const place = () => {
      this.#loops.laySteps(samples, from, sharp, 0, by === 'sharp' ? near : sharp.length)
      const found = beginning(this.#loops, sharp, plain, main, ms)
      return { ...found, at: from + found.at }
    }
    this.#take({ held, levels, level, first, at, copyRest, place, repeat: null, second })
  }

  /** Keeps an onset if it may be something. */
  #take({ held, levels, level, first, at, copyRest, place, repeat, second }: NearOnset): void {
    const ms = this.#block
    const samples = this.#near
    const inHold = first + at
    const isEdge = beginsSound(held, levels, inHold, ms)
    const isTold = isEdge || repeat !== null || second?.isLikely === true
    const looked = { ...level, ...this.#meter.shape(samples, at) }
    if (!isTold && this.#least > 0 && closerLook(looked, this.#loops) < leastCloser) return
    const unvoiced = { ...looked, ...this.#meter.spectra(held, inHold) }
    if (
      !isTold &&
      impulseScore({ ...unvoiced, ...usualVoices }, nothingAround, this.#loops) < this.#least / 2
    )
      return
    copyRest()
    const features: Features = { ...unvoiced, ...this.#meter.voices(samples, at) }
    const score = impulseScore(features, nothingAround, this.#loops)
    if (!isTold && score < this.#least) return
    if (this.#onsets.length >= mostHeld) {
      this.#isFull = true
      return
    }
    let peak = 0
    let full = 0
    for (let n = at; n < at + 10 * ms; n++) {
      const size = Math.abs(samples[n] as number)
      if (size > peak) peak = size
      if (size >= fullScaleSample / 32_768) full++
    }
    const begins = place()
    const onset: MeasuredOnset = {
      ...begins,
      at: this.#gone + first + begins.at,
      peak,
      power: powerOf(levels.sharp, Math.floor(inHold / ms)),
      isClipped: full >= 2,
      features,
      picture: this.#pictures.draw(held, inHold),
      isEdge,
      repeatOf: repeat?.of ?? null,
      second: second && { of: second.of, measures: second.measures },
      shape: shapeOf(samples, at, Math.round((this.#rate * shapeMs) / 1000)),
    }
    this.#onsets.push(onset)
    if (isEdge || (repeat === null && !isSureEnough(onset, score, this.#loops))) return
    const main = this.#gone + inHold
    this.#seekSeconds(held, levels, onset.at, Math.floor(inHold / ms))
    const isHeld = repeat !== null && main - repeat.stroke < strokeHeldMs * ms
    this.#seekRepeats(held, isHeld ? repeat : { at: onset.at, of: onset.at, stroke: main }, main)
  }

  /** Looks for more of the sound whose main stroke is at `stroke`, after `from`. */
  #seekRepeats(held: Int16Array, { of, stroke }: Repeat, from: number): void {
    const ms = this.#block
    const isNear = (at: number, reach: number) => (each: { readonly at: number }) =>
      Math.abs(each.at - at) < reach * ms
    for (const lag of this.#repeatSearch.find(held, stroke - this.#gone, from - stroke)) {
      const at = from + lag
      if (this.#repeats.some(isNear(at, sameMs))) continue
      if (from === stroke && this.#onsets.slice(-20).some(isNear(from - lag, sameDelayMs))) continue
      this.#repeats = [...this.#repeats, { at, of, stroke }].sort((a, b) => a.at - b.at)
    }
  }

  /** Looks for further strokes under the tail of the onset at `of`, which lies in `block` of the levels. */
  #seekSeconds(held: Int16Array, levels: BlockLevels, of: number, block: number): void {
    const ms = this.#block
    for (const { block: jump, measures } of this.#secondStrokes.find(held, levels, block)) {
      const look = secondLook(measures)
      const at = this.#gone + jump * ms
      const known = this.#seconds.find(each => Math.abs(each.at - at) <= sameStrokeMs * ms)
      if (known && known.look >= look) continue
      const others = this.#seconds.filter(each => each !== known)
      this.#seconds = [...others, { at, of, look, isLikely: look >= this.#leastSecond, measures }].sort(
        (a, b) => a.at - b.at,
      )
    }
  }

  /** Lays the samples from `first + from` on into `near[from … to)` as numbers, full scale 1; zeros where the hold has none. */
  #copy(held: Int16Array, first: number, from: number, to: number): void {
    const near = this.#near
    const begin = Math.min(to, Math.max(from, -first))
    const end = Math.max(begin, Math.min(to, held.length - first))
    if (begin > from) near.fill(0, from, begin)
    this.#loops.layNumbers(held, first, near, begin, end)
    if (end < to) near.fill(0, end, to)
  }
}

/** Whether an onset is sure enough for more to be looked for after it; `score` is what its measures come to. */
function isSureEnough({ features, picture }: MeasuredOnset, score: number, loops: OnsetLoops): boolean {
  if (score >= leastRepeated.measured) return true
  return aloneScore(features, nothingAround, picture, loops) >= leastRepeated.pictured
}

/** 3.5 dB: of thousands of onsets that rise less over 5 ms, against the 30 ms before, one scored 0.5. */
const leastRise = 2.2

/** Whether it can be an impulse at all: most jumps of a level last two or three milliseconds and are gone. */
function standsOut({ plain, sharp, count }: BlockLevels, block: number): boolean {
  const [past, near] = [Math.max(0, block - 32), Math.max(0, block - 2)]
  for (const levels of [plain, sharp]) {
    let before = 1e-10
    for (let n = past; n < near; n++) before += levels[n] as number
    before /= Math.max(1, near - past)
    for (let from = block; from < block + 5; from++) {
      let after = 0
      const end = Math.min(count, from + 5)
      for (let n = from; n < end; n++) after += levels[n] as number
      if (after >= leastRise * before * 5) return true
    }
  }
  return false
}

/** So long there is digital silence before an edge. */
const silentMs = 20
/** An impulse has fallen by 6 dB when so much time has passed. */
const stays = { fromMs: 60, toMs: 160, share: 0.25 }

/** Whether sound begins at `at` out of digital silence (at most one step of a sample, as codecs leave it) and does not die away. */
function beginsSound(held: Int16Array, { plain }: BlockLevels, at: number, ms: number): boolean {
  const from = at - (silentMs + 2) * ms
  if (from < 0) return false
  for (let n = from; n < at - 2 * ms; n++) if (Math.abs(held[n] as number) > 1) return false
  const block = Math.floor(at / ms)
  const mean = (first: number, end: number) => {
    let sum = 0
    for (let n = first; n < end; n++) sum += plain[n] ?? 0
    return sum / (end - first)
  }
  return mean(block + stays.fromMs, block + stays.toMs) > stays.share * mean(block, block + 10)
}

function powerOf(sharp: Float32Array, block: number): number {
  let before = 0
  let after = 0
  for (let n = 1; n <= 10; n++) before += sharp[block - n] ?? 0
  for (let n = 0; n < 10; n++) after += sharp[block + n] ?? 0
  return Math.max(after - before, 0.1 * after) / 10
}

function shapeOf(samples: Float32Array, at: number, count: number): Float32Array {
  const out = new Float32Array(count)
  let power = 1e-12
  for (let n = 0; n < count; n++) {
    const value = (samples[at + n] ?? 0) - 0.9 * (samples[at + n - 1] ?? 0)
    out[n] = value
    power += value * value
  }
  const scale = 1 / Math.sqrt(power)
  for (let n = 0; n < count; n++) out[n] = (out[n] as number) * scale
  return out
}

function nothing(): void {
  // All of it was copied.
}
