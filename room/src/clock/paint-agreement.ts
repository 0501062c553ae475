import type { PairLook } from '@sightline/core/sync'
import { samplesPerSecond } from '@sightline/core/sync'
import type { Colours } from '../timeline/paint.ts'

const curveHeight = 132
const axisHeight = 20
const rangeHeight = 58
export const agreementHeight = curveHeight + axisHeight + rangeHeight

export interface PaintedAgreement {
  readonly look: PairLook
  /** Samples by which the lower one is moved by hand. */
  readonly shift: number
  readonly colours: Colours
  /** Every lag that was looked at, in seconds. */
  readonly lags: readonly { readonly lagSeconds: number; readonly score: number; readonly label: string }[]
  readonly chosen: number | null
  /** The lags at which the two recordings touch at all, in seconds. */
  readonly range: { readonly from: number; readonly to: number }
  readonly words: {
    readonly peak: (peak: PairLook['peaks'][number]) => string
    readonly chance: string
    readonly allLags: string
    readonly lag: (seconds: number) => string
    readonly offset: (samples: number) => string
  }
}

const mono = "12px 'IBM Plex Mono', monospace"
const sans = "12px 'IBM Plex Sans', sans-serif"
/** Room above the highest peak for its label. */
const labelRoom = 20

/** The curve over ±0.5 s with its peaks, below it every lag that was looked at over the whole range. */
export function paintAgreement(
  context: CanvasRenderingContext2D,
  width: number,
  painted: PaintedAgreement,
): void {
  paintCurve(context, width, painted)
  paintRange(context, width, painted)
}

function paintCurve(
  context: CanvasRenderingContext2D,
  width: number,
  { look, shift, colours, words }: PaintedAgreement,
): void {
  const { curve, reach, chance, peaks } = look
  const highest = Math.max(2 * chance, ...curve)
  const lowest = Math.min(-chance, ...curve)
  const x = (offset: number) => ((offset + reach) / (2 * reach)) * (width - 1)
  const y = (z: number) => labelRoom + ((highest - z) / (highest - lowest)) * (curveHeight - labelRoom)
  context.lineWidth = 1
  context.strokeStyle = colours.line
  line(context, 0, y(0), width, y(0))
  // Every tenth of a second; labels where there is room.
  const step = samplesPerSecond / 10
  const perLabel = width < 560 ? 5 : width < 800 ? 2 : 1
  context.font = mono
  context.textBaseline = 'alphabetic'
  for (let tenth = -5; tenth <= 5; tenth++) {
    const at = Math.round(x(tenth * step)) + (tenth === 5 ? -0.5 : 0.5)
    context.strokeStyle = colours.line
    line(context, at, labelRoom, at, curveHeight + 4)
    if (tenth % perLabel !== 0) continue
    context.fillStyle = colours.muted
    context.textAlign = tenth === -5 ? 'left' : tenth === 5 ? 'right' : 'center'
    context.fillText(words.offset(tenth * step), at, curveHeight + 16)
  }
  context.setLineDash([2, 4])
  context.strokeStyle = colours.muted
  line(context, 0, y(chance), width, y(chance))
  context.setLineDash([])
  context.font = sans
  context.fillStyle = colours.muted
  context.textAlign = 'left'
  const chanceWords = `${words.chance} ${chance}`
  context.fillText(chanceWords, 4, y(chance) - 4)
  const written = { from: 4, to: 4 + context.measureText(chanceWords).width, top: y(chance) - 4 }
  context.strokeStyle = colours.muted
  context.lineWidth = 1
  context.lineJoin = 'round'
  context.beginPath()
  // Lowest and highest of what a pixel covers, so that no peak falls between two pixels.
  const perPx = curve.length / width
  for (let px = 0; px < width; px++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let n = Math.floor(px * perPx); n < Math.max(Math.floor((px + 1) * perPx), px * perPx + 1); n++) {
      low = Math.min(low, curve[n] ?? low)
      high = Math.max(high, curve[n] ?? high)
    }
    if (low > high) continue
    context.lineTo(px, y(low))
    context.lineTo(px, y(high))
  }
  context.stroke()
  // Where the lower one lies now.
  context.strokeStyle = colours.amber
  const now = Math.round(x(Math.max(-reach, Math.min(reach, shift)))) + 0.5
  line(context, now, labelRoom, now, curveHeight)
  paintPeaks(context, width, peaks, { x, y, colours, words, written })
}

/** Where words stand: from one pixel to another, on a line. */
interface Written {
  readonly from: number
  readonly to: number
  readonly top: number
}

function paintPeaks(
  context: CanvasRenderingContext2D,
  width: number,
  peaks: PairLook['peaks'],
  {
    x,
    y,
    colours,
    words,
    written,
  }: {
    readonly x: (offset: number) => number
    readonly y: (z: number) => number
    /** Words that stand there already. */
    readonly written: Written
  } & Pick<PaintedAgreement, 'colours' | 'words'>,
): void {
  context.font = mono
  context.textAlign = 'left'
  const taken: Written[] = [written]
  for (const peak of peaks) {
    const label = words.peak(peak)
    const length = context.measureText(label).width
    const left = Math.min(width - length - 2, x(peak.offset) + 6)
    const top = y(peak.z) + 4
    context.fillStyle = colours.text
    context.beginPath()
    context.arc(x(peak.offset), y(peak.z), 2.5, 0, 7)
    context.fill()
    // The list of peaks beside the curve has those that would lie on each other.
    const clashes = taken.some(
      each => left < each.to + 8 && left + length > each.from - 8 && Math.abs(top - each.top) < 16,
    )
    const hidesOther = peaks.some(
      other =>
        other !== peak &&
        x(other.offset) > left - 4 &&
        x(other.offset) < left + length + 4 &&
        Math.abs(y(other.z) - top + 4) < 9,
    )
    if (clashes || hidesOther) continue
    taken.push({ from: left, to: left + length, top })
    context.fillText(label, left, top)
  }
}

function paintRange(
  context: CanvasRenderingContext2D,
  width: number,
  { lags, chosen, range, colours, words }: PaintedAgreement,
): void {
  const foot = agreementHeight - 18
  const top = foot - rangeHeight + 36
  const x = (seconds: number) => ((seconds - range.from) / (range.to - range.from)) * (width - 2) + 1
  const strongest = Math.max(1, ...lags.map(({ score }) => score))
  context.strokeStyle = colours.line
  context.lineWidth = 1
  line(context, 0, foot + 0.5, width, foot + 0.5)
  context.font = mono
  context.textBaseline = 'alphabetic'
  context.textAlign = 'center'
  context.fillStyle = colours.muted
  const written: number[] = []
  for (const { lagSeconds, score, label } of lags) {
    const height = Math.max(4, Math.sqrt(Math.max(0, score) / strongest) * (foot - top))
    const at = Math.round(x(lagSeconds))
    context.fillRect(at - 1, foot - height, 2, height)
    // The number it has in the list, where no other is written.
    if (written.some(each => Math.abs(each - at) < 12)) continue
    written.push(at)
    context.fillText(label, Math.min(Math.max(at, 5), width - 5), foot - height - 3)
  }
  if (chosen !== null) {
    const at = Math.round(x(chosen))
    context.fillStyle = colours.amber
    context.fillRect(at - 1, top - 3, 2, foot - top + 3)
  }
  context.font = mono
  context.textBaseline = 'alphabetic'
  context.fillStyle = colours.muted
  context.textAlign = 'left'
  context.fillText(words.lag(range.from), 0, foot + 13)
  context.textAlign = 'right'
  context.fillText(words.lag(range.to), width, foot + 13)
  context.font = sans
  context.textAlign = 'center'
  context.fillText(words.allLags, width / 2, foot + 13)
  context.textAlign = 'left'
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}
