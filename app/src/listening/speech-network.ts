import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { SightlineError } from '@sightline/core/errors'
import type { Fft, RealTransform } from '@sightline/core/sound'
import { type Kernels, loadKernels, panelColumns, planeTaps, stepColumns } from './kernels.ts'

/** One window of 32 ms at 16 kHz. Each is read with the 64 samples before it: without them the network hears far less. */
export const windowSamples = 512
export const contextSamples = 64
/** So many windows go through the layers together: their weights are then read once for all. A multiple of 4. */
export const windowsAtOnce = 64

const weightsFile = new URL('./silero-5.weights', import.meta.url)
const weightsSha256 = '2143bae702ab1fd89536e8d7bdd94283d35e3f1f97f98c860701e4275924ad7e'

const frameSamples = 256
const frameHop = 128
const framesPerWindow = 4
const paddedSamples = contextSamples + windowSamples + 64
const bins = 129
/** Bins as they lie in memory: whole vectors. */
const binStride = 132
const hidden = 128
const gates = 4 * hidden

/**
 * Silero voice activity detection, version 5, branch for 16 kHz (MIT licence): magnitudes of four short Fourier transforms, four
 * convolutions over them, one LSTM, one unit. `scripts/listening/speech-weights.ts` takes the weights out of the published file;
 * a test holds this against what the ONNX runtime made of the same sound.
 */
export class SpeechNetwork {
  readonly #kernels: Kernels
  readonly #transform: RealTransform
  readonly #floats: Float32Array
  readonly #at: Memory
  readonly #padded: Float32Array
  readonly #frame: Float32Array
  readonly #spectrum: Float32Array

  private constructor(kernels: Kernels, transform: RealTransform, memory: Memory) {
    this.#kernels = kernels
    this.#transform = transform
    this.#floats = new Float32Array(kernels.memory.buffer)
    this.#at = memory
    const view = (at: number, count: number) => this.#floats.subarray(at / 4, at / 4 + count)
    this.#padded = view(memory.padded, paddedSamples)
    this.#frame = view(memory.frame, frameSamples)
    this.#spectrum = view(memory.spectrum, frameSamples)
  }

  /** Throws 'store.damaged' when the weights are not the bytes that were published. */
  static async load(fft: Fft, laid: LaidWeights | null = laidBySetUp()): Promise<SpeechNetwork> {
    const memory = planMemory()
    const kernels = await kernelsIn(memory)
    if (laid === null || !readLaid(laid, kernels, memory)) await layPublished(kernels, memory)
    return new SpeechNetwork(kernels, fft.ofSize(frameSamples), memory)
  }

  /** Forgets what was heard before. To be called where sound is not continued. */
  reset(): void {
    for (const place of [this.#at.cell, this.#at.state]) this.#floats.fill(0, place / 4, place / 4 + hidden)
  }

  /**
   * How likely each window of 512 samples holds speech. `samples` (16 kHz, ±1) begin with the 64 before the first window, and
   * `into[0 … windows)` takes the answers; at most `windowsAtOnce` at a time, in order.
   */
  run(samples: Float32Array, windows: number, into: Float32Array): void {
    const { magnitudes, first, second, third, fourth } = this.#at
    for (let window = 0; window < windows; window++) this.#magnitudes(samples, window)
    const rows = Math.ceil(windows / 4) * 4
    const [row2, row3, row4] = [framesPerWindow * 128, 2 * 64, 64]
    this.#convolve(magnitudes, first, rows)
    for (let frame = 0; frame < framesPerWindow; frame += 2) {
      const taps = tapsOf(frame, framesPerWindow)
      this.#layer(
        'convolution2',
        first + 512 * (frame + taps.first),
        row2,
        second + 128 * frame,
        row3,
        rows,
        taps,
      )
    }
    this.#layer('convolution3', second, row3, third, row4, rows, tapsOf(0, 2))
    this.#layer('convolution4', third, row4, fourth, hidden, rows, tapsOf(0, 1))
    for (let window = 0; window < windows; window++)
      into[window] = this.#advance(fourth + 4 * window * hidden)
  }

  /** The first layer, whose four frames are convolved together: six products in place of ten. */
  #convolve(magnitudes: number, out: number, rows: number): void {
    const { spread, products } = this.#at
    const { weights, bias } = this.#at.layers.convolution1
    const { columns } = layers.convolution1
    this.#kernels.spread(magnitudes, spread, rows)
    for (let plane = 0; plane < planeTaps.length; plane++)
      for (let column = 0; column < columns; column += panelColumns)
        this.#kernels.affine(
          spread + 4 * plane * windowsAtOnce * binStride,
          4 * binStride,
          weights + 4 * binStride * (plane * columns + column),
          this.#at.zeros,
          products + 4 * (plane * windowsAtOnce * columns + column),
          4 * columns,
          rows,
          binStride,
          this.#at.leasts,
        )
    this.#kernels.gather(products, bias, out, rows)
  }

  /** The LSTM's step from what the layers before it make of a window, and the unit that answers. */
  #advance(heard: number): number {
    const { gatesIn, listed, state, cell, sums, recurrent, outputWeights, outputBias, answer } = this.#at
    const { weights, bias } = this.#at.layers.gates
    const panels = gates / stepColumns
    this.#kernels.sparseStep(heard, weights, bias, gatesIn, hidden, panels, listed)
    this.#kernels.step(state, recurrent, gatesIn, sums, hidden, panels)
    this.#kernels.remember(sums, cell, state, outputWeights, answer, hidden)
    let sum = this.#floats[outputBias / 4] as number
    for (let lane = 0; lane < 4; lane++) sum += this.#floats[answer / 4 + lane] as number
    return 1 / (1 + Math.exp(-sum))
  }

  /** Four Fourier transforms of a window, padded on its right by its own mirror image. */
  #magnitudes(samples: Float32Array, window: number): void {
    const padded = this.#padded
    const floats = this.#floats
    const spectrum = this.#spectrum
    const at = this.#at
    const length = contextSamples + windowSamples
    const from = window * windowSamples
    padded.set(samples.subarray(from, from + length))
    for (let n = 0; n < 64; n++) padded[length + n] = padded[length - 2 - n] as number
    for (let index = 0; index < framesPerWindow; index++) {
      const out = at.magnitudes + 4 * (window * framesPerWindow + index) * binStride
      this.#kernels.tapered(at.padded + 4 * index * frameHop, at.taper, at.frame, frameSamples)
      this.#transform.forward(this.#frame, spectrum)
      this.#kernels.magnitudes(at.spectrum, out, bins - 1)
      // The first of the packed numbers are no pair: the lowest and the highest bin, which are real.
      floats[out / 4] = Math.abs(spectrum[0] as number)
      floats[out / 4 + bins - 1] = Math.abs(spectrum[1] as number)
    }
  }

  /** One layer for all windows at one place: strides count floats. Only the taps that lie inside the window are multiplied. */
  #layer(
    name: Panelled,
    input: number,
    inputStride: number,
    out: number,
    outStride: number,
    rows: number,
    taps: Taps,
  ): void {
    const { depth, columns } = layers[name]
    const { weights, bias } = this.#at.layers[name]
    const panelBytes = 4 * panelColumns * depth * layers[name].taps
    for (let column = 0; column < columns; column += panelColumns)
      this.#kernels.affine(
        input,
        4 * inputStride,
        weights + (column / panelColumns) * panelBytes + 4 * panelColumns * depth * taps.skipped,
        bias + 4 * column,
        out + 4 * column,
        4 * outStride,
        rows,
        depth * taps.count,
        this.#at.zeros,
      )
  }
}

function kernelsIn({ bytes }: Memory): Promise<Kernels> {
  return loadKernels(bytes, {
    ...{ frame: binStride, columns: layers.convolution1.columns, rows: windowsAtOnce },
  })
}

/** Where weights lie as they are laid down, and what they come to. */
interface LaidWeights {
  readonly file: URL
  readonly sum: number
}

/** What the weights come to that set-up laid down beside the program, where it built that into one file. */
declare const laidWeightsSum: number | undefined

function laidBySetUp(): LaidWeights | null {
  if (typeof laidWeightsSum === 'undefined') return null
  return { file: new URL('./silero-5.laid', import.meta.url), sum: laidWeightsSum }
}

/**
 * Reads weights that were laid down before: to check those that were published and lay them down took a twentieth of what hearing 20 seconds does. False where what
 * lies there is not what was laid down.
 */
function readLaid(
  { file, sum }: LaidWeights,
  { memory, checkSum }: Kernels,
  { laidBytes, answer }: Memory,
): boolean {
  if (!existsSync(file)) return false
  const descriptor = openSync(file, 'r')
  try {
    const read = readSync(descriptor, new Uint8Array(memory.buffer, 0, laidBytes), 0, laidBytes, 0)
    checkSum(0, answer, laidBytes / 4)
    return read === laidBytes && new Int32Array(memory.buffer)[answer / 4] === sum
  } finally {
    closeSync(descriptor)
  }
}

async function layPublished({ memory }: Kernels, plan: Memory): Promise<void> {
  const { createHash } = await import('node:crypto')
  const bytes = await readFile(weightsFile)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== weightsSha256)
    throw new SightlineError(
      'store.damaged',
      `expected the weights of the speech network with SHA-256 ${weightsSha256}, found ${found} in ${weightsFile.pathname}`,
    )
  const floats = new Float32Array(memory.buffer)
  floats.fill(0)
  layDown(floats, plan, rawWeights(bytes))
}

/** The weights as they are laid down, for set-up, and the number that they come to. Throws as `SpeechNetwork.load` does. */
export async function laidWeights(): Promise<{ readonly bytes: Uint8Array; readonly sum: number }> {
  const memory = planMemory()
  const kernels = await kernelsIn(memory)
  await layPublished(kernels, memory)
  const bytes = new Uint8Array(kernels.memory.buffer).slice(0, memory.laidBytes)
  kernels.checkSum(0, memory.answer, memory.laidBytes / 4)
  return { bytes, sum: new Int32Array(kernels.memory.buffer)[memory.answer / 4] as number }
}

/** Of three taps around a frame those that exist: the others would be multiplied by the zeros around the window. */
interface Taps {
  /** First tap's frame, relative to the frame itself. */
  readonly first: number
  readonly count: number
  readonly skipped: number
}

function tapsOf(frame: number, frames: number): Taps {
  const first = frame === 0 ? 0 : -1
  return { first, count: Math.min(frames - 1, frame + 1) - (frame + first) + 1, skipped: first + 1 }
}

const layers = {
  convolution1: { inputs: bins, depth: binStride, taps: 3, columns: 128 },
  convolution2: { inputs: 128, depth: 128, taps: 3, columns: 64 },
  convolution3: { inputs: 64, depth: 64, taps: 3, columns: 64 },
  convolution4: { inputs: 64, depth: 64, taps: 3, columns: 128 },
  gates: { inputs: 128, depth: 128, taps: 1, columns: gates },
} as const
type LayerName = keyof typeof layers
/** Layers whose taps are multiplied one by one, in panels of columns. */
const panelled = ['convolution2', 'convolution3', 'convolution4'] as const
type Panelled = (typeof panelled)[number]

interface Dense {
  readonly weights: Float32Array
  readonly bias: Float32Array
}

interface RawWeights {
  readonly layers: Readonly<Record<LayerName, Dense>>
  readonly recurrent: Float32Array
  readonly outputWeights: Float32Array
  readonly outputBias: number
}

/** Cuts the file into its tensors, in the order in which `scripts/listening/speech-weights.ts` writes them. */
function rawWeights(bytes: Buffer): RawWeights {
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  let at = 0
  const take = (count: number) => {
    at += count
    return all.subarray(at - count, at)
  }
  const convolution = ({ inputs, taps, columns }: (typeof layers)[LayerName]): Dense => ({
    weights: take(inputs * taps * columns),
    bias: take(columns),
  })
  const convolutions = {
    convolution1: convolution(layers.convolution1),
    convolution2: convolution(layers.convolution2),
    convolution3: convolution(layers.convolution3),
    convolution4: convolution(layers.convolution4),
  }
  const weights = take(gates * hidden)
  const recurrent = take(gates * hidden)
  const [inputBias, recurrentBias] = [take(gates), take(gates)]
  const bias = inputBias.map((value, n) => value + (recurrentBias[n] as number))
  return {
    layers: { ...convolutions, gates: { weights, bias } },
    recurrent,
    outputWeights: take(hidden),
    outputBias: take(1)[0] as number,
  }
}

/** Addresses in the kernels' memory, in bytes. */
interface Memory {
  readonly bytes: number
  readonly layers: Readonly<Record<LayerName, { readonly weights: number; readonly bias: number }>>
  readonly recurrent: number
  readonly zeros: number
  readonly leasts: number
  readonly padded: number
  readonly taper: number
  readonly frame: number
  readonly spectrum: number
  readonly magnitudes: number
  readonly spread: number
  readonly products: number
  readonly first: number
  readonly second: number
  readonly third: number
  readonly fourth: number
  readonly listed: number
  readonly gatesIn: number
  readonly state: number
  readonly cell: number
  readonly sums: number
  readonly outputWeights: number
  readonly outputBias: number
  readonly answer: number
  /** Where weights end, and what else never changes. */
  readonly laidBytes: number
}

function planMemory(): Memory {
  let bytes = 64
  const floats = (count: number) => {
    const at = bytes
    bytes += Math.ceil((4 * count) / 64) * 64
    return at
  }
  const layer = ({ depth, columns }: (typeof layers)[LayerName], taps: number) => ({
    weights: floats(depth * taps * columns),
    bias: floats(columns),
  })
  const plan = {
    layers: {
      convolution1: layer(layers.convolution1, planeTaps.length),
      convolution2: layer(layers.convolution2, 3),
      convolution3: layer(layers.convolution3, 3),
      convolution4: layer(layers.convolution4, 3),
      gates: layer(layers.gates, 1),
    },
    recurrent: floats(hidden * gates),
    outputWeights: floats(hidden),
    outputBias: floats(1),
    zeros: floats(panelColumns),
    leasts: floats(4),
    taper: floats(frameSamples),
  }
  const laidBytes = bytes
  const rooms = {
    padded: floats(paddedSamples),
    frame: floats(frameSamples),
    spectrum: floats(frameSamples),
    magnitudes: floats(windowsAtOnce * framesPerWindow * binStride),
    spread: floats(planeTaps.length * windowsAtOnce * binStride),
    products: floats(planeTaps.length * windowsAtOnce * layers.convolution1.columns),
    first: floats(windowsAtOnce * framesPerWindow * 128),
    second: floats(windowsAtOnce * 2 * 64),
    third: floats(windowsAtOnce * 64),
    fourth: floats(windowsAtOnce * hidden),
    listed: floats(2 * hidden + 2),
    gatesIn: floats(gates),
    state: floats(hidden),
    cell: floats(hidden),
    sums: floats(gates),
    answer: floats(4),
  }
  return { ...plan, ...rooms, laidBytes, bytes }
}

/** Packs weights so that a kernel reads them in order. */
function layDown(floats: Float32Array, memory: Memory, raw: RawWeights): void {
  for (const name of Object.keys(layers) as LayerName[])
    floats.set(raw.layers[name].bias, memory.layers[name].bias / 4)
  layPlanes(raw.layers.convolution1.weights, floats, memory.layers.convolution1.weights / 4)
  for (const name of panelled)
    layPanels(layers[name], raw.layers[name].weights, floats, memory.layers[name].weights / 4)
  laySteps(raw.layers.gates.weights, floats, memory.layers.gates.weights / 4)
  laySteps(raw.recurrent, floats, memory.recurrent / 4)
  const taper = Float32Array.from(
    { length: frameSamples },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / frameSamples),
  )
  floats.set(taper, memory.taper / 4)
  floats[memory.outputBias / 4] = raw.outputBias
  floats.set(raw.outputWeights, memory.outputWeights / 4)
  floats.fill(-3.4e38, memory.leasts / 4, memory.leasts / 4 + 4)
}

/** [panel][tap · input][column of the panel]. */
function layPanels(
  { inputs, depth, taps, columns }: (typeof layers)[Panelled],
  weights: Float32Array,
  floats: Float32Array,
  to: number,
): void {
  for (let column = 0; column < columns; column++) {
    const panel = Math.floor(column / panelColumns) * panelColumns * depth * taps
    for (let tap = 0; tap < taps; tap++) {
      const place = to + panel + tap * depth * panelColumns + (column % panelColumns)
      layColumn(weights, column * inputs * taps + tap, taps, floats, place, panelColumns, inputs)
    }
  }
}

/** [plane][panel][input][column of the panel]: what the three taps of the first layer come to in each plane. */
function layPlanes(weights: Float32Array, floats: Float32Array, to: number): void {
  const { inputs, depth, columns } = layers.convolution1
  for (let column = 0; column < columns; column++)
    for (const [plane, shares] of planeTaps.entries()) {
      const panel = Math.floor(column / panelColumns) * panelColumns * depth
      const place = to + plane * depth * columns + panel + (column % panelColumns)
      layPlane(weights, column * inputs * 3, shares, floats, place, inputs)
    }
}

function layPlane(
  from: Float32Array,
  first: number,
  [a, b, c]: readonly [number, number, number],
  into: Float32Array,
  place: number,
  count: number,
): void {
  for (let n = 0; n < count; n++) {
    const tap = first + 3 * n
    into[place + n * panelColumns] =
      a * (from[tap] as number) + b * (from[tap + 1] as number) + c * (from[tap + 2] as number)
  }
}

/** [panel][input][column of the panel], of as many columns as the gates have. */
function laySteps(weights: Float32Array, floats: Float32Array, to: number): void {
  for (let column = 0; column < gates; column++) {
    const place = to + Math.floor(column / stepColumns) * stepColumns * hidden + (column % stepColumns)
    layColumn(weights, column * hidden, 1, floats, place, stepColumns, hidden)
  }
}

/** A function of its own: a loop that runs once is not worth compiling, one that is called two thousand times soon is. */
function layColumn(
  from: Float32Array,
  first: number,
  step: number,
  into: Float32Array,
  place: number,
  stride: number,
  count: number,
): void {
  for (let n = 0; n < count; n++) into[place + n * stride] = from[first + n * step] as number
}
