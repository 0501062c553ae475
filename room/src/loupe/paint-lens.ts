import type { Turn } from '../viewing/picture-view.ts'

export interface Lens {
  /** Pixels of the page from edge to edge. */
  readonly size: number
  readonly power: number
  readonly turn: Turn
  /** The pixel in the middle. */
  readonly pixel: { readonly x: number; readonly y: number }
}

/** Draws the pixels around one, each as the square it is, with that one framed. Nothing outside the picture is made up. */
export function paintLens(canvas: HTMLCanvasElement, picture: HTMLCanvasElement, lens: Lens): void {
  const scale = devicePixelRatio || 1
  const side = Math.max(1, Math.round(lens.size * scale))
  if (canvas.width !== side) canvas.width = side
  if (canvas.height !== side) canvas.height = side
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return
  const { power, turn, pixel } = lens
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = '#0b0c0e'
  context.fillRect(0, 0, lens.size, lens.size)
  context.translate(lens.size / 2, lens.size / 2)
  context.rotate((turn * Math.PI) / 180)
  context.imageSmoothingEnabled = false
  // Only the pixels that the lens shows, and one more on each side.
  const reach = Math.ceil(lens.size / 2 / power) + 1
  const from = { x: Math.max(0, pixel.x - reach), y: Math.max(0, pixel.y - reach) }
  const to = {
    x: Math.min(picture.width, pixel.x + reach + 1),
    y: Math.min(picture.height, pixel.y + reach + 1),
  }
  const [width, height] = [to.x - from.x, to.y - from.y]
  if (width <= 0 || height <= 0) return
  const placed = (at: number, middle: number) => (at - middle - 0.5) * power
  context.drawImage(
    picture,
    ...([from.x, from.y, width, height] as const),
    ...([placed(from.x, pixel.x), placed(from.y, pixel.y), width * power, height * power] as const),
  )
  frame(context, power)
}

/** A dark line and a light one, so that the frame is seen on any picture. */
function frame(context: CanvasRenderingContext2D, power: number): void {
  const half = power / 2
  context.lineWidth = 1
  for (const [colour, out] of [
    ['#0b0c0e', 1.5],
    ['#e9e6df', 0.5],
  ] as const) {
    context.strokeStyle = colour
    context.strokeRect(-half - out, -half - out, power + 2 * out, power + 2 * out)
  }
}
