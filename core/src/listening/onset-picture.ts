import type { FramePowers, MakeFramePowers } from './frame-powers.ts'
import { decibels } from './level-features.ts'

/** Bands from 200 Hz; the last ends at 16 kHz. */
const edges = [200, 400, 700, 1200, 2000, 3200, 5000, 7500, 11_000, 16_000] as const
const bandCount = edges.length - 1

/** Where frames begin, in ms from the onset; those of one row are averaged. Long frames take 10.7 ms, short ones half as long. */
const longRows = [
  [-303, -283, -263, -243, -223, -203, -183, -163],
  [-150, -132, -114, -96, -78, -60],
  [-48, -37, -26],
  [26],
  [36],
  [48],
  [62],
  [80],
  [104],
  [132],
  [166],
  [208],
] as const
const shortRows = [[-17, -14], [-11, -8.5], [-6], [-0.4], [2.2], [4.8], [7.5], [10.2], [14.5], [20]] as const
const rows = [
  ...longRows.map(starts => ({ isLong: true, starts })),
  ...shortRows.map(starts => ({ isLong: false, starts })),
]

/** How many numbers a picture has: band after band of each row. */
export const pictureSize = rows.length * bandCount
/** Short rows before an onset. */
const shortPast = 3
/** Where the short rows from an onset on begin, up to 25 ms after it: the last of a picture. */
export const pictureOnset = (longRows.length + shortPast) * bandCount

/** Transform sizes: multiples of 32 without prime factors above 5. */
const sizes = [32, 64, 96, 128, 160, 192, 256, 320, 384, 480, 512] as const
/** What is quieter by more than this is as good as nothing. */
const floorDb = -60

interface Frames {
  readonly powers: FramePowers
  /** First and last bin of each band that the rate can hold. */
  readonly bands: readonly (readonly [number, number])[]
  /** Of power, so that frames of both lengths are measured alike. */
  readonly scale: number
}

/** Spectra in bands from a third of a second before an onset to a fifth after it: what the score looks at beside measures. */
export class PictureMaker {
  readonly #rate: number
  readonly #long: Frames
  readonly #short: Frames

  constructor(makePowers: MakeFramePowers, rate: number) {
    this.#rate = rate
    this.#long = framesOf(makePowers, rate, rate * 0.0107)
    this.#short = framesOf(makePowers, rate, rate * 0.005_35)
  }

  /**
   * Of 16-bit samples around `samples[at]`, looked at from 304 ms before it to 220 ms after it; there is silence beyond their ends. Decibels, 0 where the sound is
   * loudest within 10 ms of its onset.
   */
  draw(samples: Int16Array, at: number): Float32Array {
    const out = new Float32Array(pictureSize)
    for (const [row, { isLong, starts }] of rows.entries()) {
      const { powers, bands, scale } = isLong ? this.#long : this.#short
      const places = starts.map(start => at + Math.round((start * this.#rate) / 1000))
      layBands(powers.sum(samples, places), bands, scale / starts.length, out, row * bandCount)
    }
    let top = 1e-14
    for (let n = pictureOnset; n < pictureOnset + 4 * bandCount; n++) top = Math.max(top, out[n] as number)
    for (let n = 0; n < out.length; n++) out[n] = Math.max(floorDb, decibels((out[n] as number) / top + 1e-9))
    return out
  }
}

/** The mean power in each band, times `scale`. Where the rate holds fewer bands, the highest stands for those above it. */
function layBands(
  powers: Float32Array,
  bands: Frames['bands'],
  scale: number,
  into: Float32Array,
  place: number,
): void {
  let mean = 0
  for (let band = 0; band < bandCount; band++) {
    const bins = bands[band]
    if (bins) {
      let sum = 0
      for (let bin = bins[0]; bin < bins[1]; bin++) sum += powers[bin] as number
      mean = (sum * scale) / (bins[1] - bins[0])
    }
    into[place + band] = mean
  }
}

function framesOf(makePowers: MakeFramePowers, rate: number, wanted: number): Frames {
  const size = sizes.findLast(each => each <= wanted * 1.05) ?? sizes[0]
  // Up within an eighth, down over the second half: an onset at its beginning counts in full.
  const taper = Float32Array.from({ length: size }, (_, n) => {
    if (n < size / 8) return 0.5 - 0.5 * Math.cos((Math.PI * 8 * (n + 0.5)) / size)
    return n < size / 2 ? 1 : 0.5 + 0.5 * Math.cos((Math.PI * 2 * (n - size / 2)) / size)
  })
  const energy = taper.reduce((sum, value) => sum + value * value, 0)
  const bands: (readonly [number, number])[] = []
  for (let n = 0; n < bandCount; n++) {
    const low = Math.max(1, Math.round(((edges[n] as number) * size) / rate))
    const high = Math.max(low + 1, Math.round(((edges[n + 1] as number) * size) / rate))
    if (high <= size * 0.49) bands.push([low, high])
  }
  return { powers: makePowers(taper), bands, scale: 1 / energy }
}
