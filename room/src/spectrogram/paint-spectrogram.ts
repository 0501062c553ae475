import type { Colours } from '../timeline/paint.ts'

/** Levels between which shades are told apart, in dB of full scale: below is the ground, above the full tone. */
export const quietest = -90
export const loudest = -20

type Rgb = readonly [number, number, number]

/** The levels of one view, pixel by pixel: `bins` levels to each, from the lowest pitch on; NaN where there is no sound. */
export interface Field {
  readonly width: number
  readonly bins: number
  readonly levels: Float32Array
  readonly absent: Uint8Array
}

export function emptyField(width: number, bins: number): Field {
  return {
    width,
    bins,
    levels: new Float32Array(width * bins).fill(Number.NaN),
    absent: new Uint8Array(width),
  }
}

/** Shades from the ground of the theme to its text: nothing but loudness is in them. */
export function paintField(canvas: HTMLCanvasElement, field: Field, height: number, colours: Colours): void {
  const scale = devicePixelRatio || 1
  const { width, bins, levels, absent } = field
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  if (canvas.width !== w) canvas.width = w
  if (canvas.height !== h) canvas.height = h
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = canvas.getContext('2d')
  const small = new OffscreenCanvas(Math.max(1, width), bins)
  const on = small.getContext('2d')
  if (!context || !on) return
  const picture = on.createImageData(Math.max(1, width), bins)
  const [ground, text] = [rgbOf(colours.ground), rgbOf(colours.text)]
  for (let x = 0; x < width; x++) {
    for (let bin = 0; bin < bins; bin++) {
      const level = levels[x * bins + bin] as number
      if (Number.isNaN(level)) continue
      const tone = Math.min(1, Math.max(0, (level - quietest) / (loudest - quietest)))
      const at = 4 * ((bins - 1 - bin) * width + x)
      for (let part = 0; part < 3; part++) {
        const [low, high] = [ground[part] as number, text[part] as number]
        picture.data[at + part] = low + (high - low) * tone
      }
      picture.data[at + 3] = 255
    }
  }
  on.putImageData(picture, 0, 0)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, w, h)
  context.drawImage(small, 0, 0, w, h)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.strokeStyle = colours.hatch
  context.lineWidth = 3
  for (let from = 0; from < width; from++) {
    if (!absent[from]) continue
    let to = from
    while (to < width && absent[to]) to++
    hatch(context, from, to, height)
    from = to
  }
}

/** As in the lanes: the track holds no samples here. */
function hatch(context: CanvasRenderingContext2D, from: number, to: number, height: number): void {
  context.save()
  context.beginPath()
  context.rect(from, 0, to - from, height)
  context.clip()
  for (let at = from - height - (from % 10); at < to; at += 10) {
    context.beginPath()
    context.moveTo(at, height)
    context.lineTo(at + height, 0)
    context.stroke()
  }
  context.restore()
}

/** A computed colour, `rgb(21, 23, 26)`; black where the browser writes another. */
function rgbOf(colour: string): Rgb {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return colour.startsWith('rgb') ? [r, g, b] : [0, 0, 0]
}
