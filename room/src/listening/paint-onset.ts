import { emptyField, paintField } from '../spectrogram/paint-spectrogram.ts'
import { spectrumOf } from '../spectrogram/spectrum.ts'
import { coloursOf } from '../timeline/paint.ts'

export interface Onset {
  readonly samples: Int16Array
  /** What is shown: samples [from, to). */
  readonly from: number
  readonly to: number
  /** The first sample that rises out of what came before, as it was found; null where it was not. */
  readonly onset: number | null
  readonly rate: number
}

const waveHeight = 64
const fieldHeight = 56

/** 5.3 ms at 48 kHz: short enough to see an onset in, with pitches 188 Hz apart. */
const windowLength = 256

/** Draws the waveform over the spectrogram, with the onset as a line, the window's middle as a tick. */
export function paintOnset(canvas: HTMLCanvasElement, { samples, from, to, onset }: Onset): void {
  const width = Math.max(1, Math.floor(canvas.clientWidth))
  const colours = coloursOf(canvas)
  const spectrum = spectrumOf(windowLength)
  const field = emptyField(width, windowLength / 2)
  const perPx = (to - from) / width
  for (let x = 0; x < width; x++) {
    const middle = Math.round(from + (x + 0.5) * perPx)
    const levels = field.levels.subarray(x * field.bins, (x + 1) * field.bins).fill(Number.NEGATIVE_INFINITY)
    spectrum.loudest(samples, middle - windowLength / 2, levels)
  }
  const shades = document.createElement('canvas')
  paintField(shades, field, fieldHeight, colours)
  const scale = devicePixelRatio || 1
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round((waveHeight + fieldHeight) * scale)
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, width, waveHeight + fieldHeight)
  context.drawImage(shades, 0, waveHeight, width, fieldHeight)
  paintWave(context, samples, { from, perPx, width }, colours.text)
  context.fillStyle = colours.line
  context.fillRect(0, waveHeight / 2, width, 0.5)
  context.fillRect(width / 2 - 0.5, 0, 1, 6)
  if (onset === null) return
  context.fillStyle = colours.amber
  context.fillRect((onset - from) / perPx - 0.5, 0, 1, waveHeight + fieldHeight)
}

interface Axis {
  readonly from: number
  readonly perPx: number
  readonly width: number
}

/** Each lane to its own loudest sample: a far microphone is seen beside a near one, and levels stand beside it as numbers. */
function paintWave(
  context: CanvasRenderingContext2D,
  samples: Int16Array,
  { from, perPx, width }: Axis,
  colour: string,
): void {
  let peak = 1
  const last = Math.min(samples.length, Math.ceil(from + width * perPx))
  for (let n = Math.floor(from); n < last; n++) peak = Math.max(peak, Math.abs(samples[n] as number))
  const y = (value: number) => waveHeight / 2 - (value / peak) * (waveHeight / 2 - 2)
  context.strokeStyle = colour
  context.lineWidth = 1
  context.beginPath()
  for (let x = 0; x < width; x++) {
    const [begin, end] = [
      Math.floor(from + x * perPx),
      Math.max(Math.floor(from + x * perPx) + 1, Math.ceil(from + (x + 1) * perPx)),
    ]
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let n = begin; n < end; n++) {
      low = Math.min(low, samples[n] ?? 0)
      high = Math.max(high, samples[n] ?? 0)
    }
    if (x === 0) context.moveTo(x, y(low))
    context.lineTo(x, y(low))
    context.lineTo(x + 0.5, y(high))
  }
  context.stroke()
}
