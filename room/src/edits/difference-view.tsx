import { useSignal, useSignalEffect } from '@preact/signals'
import { type PictureMap, type Residual, residualOf } from '@sightline/core/conform'
import { useRef } from 'preact/hooks'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import type { EditsModel } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** Wider than this nothing more is told, and a step would take longer. */
const widest = 640

/** Where film and recording differ at the frame on the screen, once the recording is laid where the line says. */
export function DifferenceView({ model, player }: Props) {
  const w = editsWords.value
  const canvas = useRef<HTMLCanvasElement>(null)
  const found = useSignal<Residual | null>(null)
  useSignalEffect(() => {
    const film = player.filmView.value
    const target = player.target.value
    const raw = target ? player.rawViews.value.get(target.raw) : undefined
    // Drawn anew whenever either picture on the screen is another one.
    const isThere =
      film?.state.value.kind === 'ready' &&
      raw?.state.value.kind === 'ready' &&
      film.shown.value !== null &&
      raw.shown.value !== null
    const into = canvas.current
    if (!into) return
    const [one, two] = [canvasIn('[data-film]'), canvasIn(`[data-recording]:not([hidden])`)]
    found.value = isThere && target && one && two ? paint(model, player, into, one, two) : null
    if (found.peek() === null) into.getContext('2d')?.clearRect(0, 0, into.width, into.height)
  })
  const residual = found.value
  const percent = (share: number) => numbers.value.decimals(100 * share, 1)
  return (
    <figure class="edits-difference">
      <canvas ref={canvas} role="img" aria-label={w.differenceName} />
      <figcaption class="small">
        {residual ? (
          <>
            <span class="mono">
              {w.residual(numbers.value.decimals(residual.mean, 1), percent(residual.share))}
            </span>
            {residual.covered < 0.995 && (
              <span class="mono"> · {w.notCovered(percent(1 - residual.covered))}</span>
            )}
            <br />
            <span class="muted">{w.differenceKey}</span>
          </>
        ) : (
          w.noDifference
        )}
      </figcaption>
    </figure>
  )
}

function canvasIn(selector: string): HTMLCanvasElement | null {
  return document.querySelector(`.edits-pane${selector} > canvas`)
}

function paint(
  model: EditsModel,
  player: TiedPlayer,
  into: HTMLCanvasElement,
  film: HTMLCanvasElement,
  raw: HTMLCanvasElement,
): Residual | null {
  const width = Math.min(widest, film.width)
  const height = Math.round((width * film.height) / Math.max(1, film.width))
  if (width < 2 || height < 2) return null
  into.width = width
  into.height = height
  const context = into.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(film, 0, 0, width, height)
  const filmPixels = context.getImageData(0, 0, width, height)
  context.clearRect(0, 0, width, height)
  const [a, b, c, d, e, f] = mapNow(model, player, film, raw)
  const scale = width / film.width
  context.setTransform(a * scale, d * scale, b * scale, e * scale, c * scale, f * scale)
  context.drawImage(raw, 0, 0)
  context.resetTransform()
  const rawPixels = context.getImageData(0, 0, width, height)
  const size = width * height
  const [one, two, mask, apart] = [0, 0, 0, 0].map(() => new Uint8Array(size))
  if (!one || !two || !mask || !apart) return null
  for (let n = 0; n < size; n++) {
    one[n] = lumaOf(filmPixels.data, 4 * n)
    two[n] = lumaOf(rawPixels.data, 4 * n)
    mask[n] = (rawPixels.data[4 * n + 3] as number) > 250 ? 1 : 0
  }
  const residual = residualOf(one, two, mask, apart)
  const { data } = filmPixels
  for (let n = 0; n < size; n++) {
    const grey = 20 + ((one[n] as number) >> 2)
    const share = Math.min(1, (apart[n] as number) / 96)
    data[4 * n] = grey + (242 - grey) * share
    data[4 * n + 1] = grey + (184 - grey) * share
    data[4 * n + 2] = grey + (75 - grey) * share
    // What the recording does not cover is hatched: there nothing was compared.
    if (mask[n] === 0 && ((n % width) + Math.floor(n / width)) % 10 < 2) data.fill(70, 4 * n, 4 * n + 3)
  }
  context.putImageData(filmPixels, 0, 0)
  return residual
}

/** From the pixels of the canvas that holds the recording to those of the film's. Without a map the whole fills the whole. */
function mapNow(
  model: EditsModel,
  player: TiedPlayer,
  film: HTMLCanvasElement,
  raw: HTMLCanvasElement,
): PictureMap {
  const whole: PictureMap = [film.width / raw.width, 0, 0, 0, film.height / raw.height, 0]
  const shown = player.target.peek()?.shown
  const at = player.filmFrame.peek()
  const { recordings } = model.room.source.state.peek()
  const sizeOf = (id: string) => {
    const probe = recordings.get(id)?.probe
    return probe?.kind === 'probed' ? probe.facts.video : null
  }
  const candidate = shown?.of.candidate
  const maps = candidate?.maps
  const [own, its] = [sizeOf(model.film.peek()?.id ?? ''), sizeOf(shown?.raw ?? '')]
  if (!maps || !candidate.frames || !at || !own || !its) return whole
  const map = maps.length === 1 ? maps[0] : maps[at.index - candidate.frames[0]]
  if (!map) return whole
  // Review copies may be smaller than what they were made of.
  const [fx, fy] = [film.width / own.displayWidth, film.height / own.displayHeight]
  const [rx, ry] = [its.displayWidth / raw.width, its.displayHeight / raw.height]
  const [a, b, c, d, e, f] = map
  return [fx * a * rx, fx * b * ry, fx * c, fy * d * rx, fy * e * ry, fy * f]
}

/** ITU-R BT.601 luma of a pixel. */
function lumaOf(data: Uint8ClampedArray, at: number): number {
  return (77 * (data[at] as number) + 150 * (data[at + 1] as number) + 29 * (data[at + 2] as number)) >> 8
}
