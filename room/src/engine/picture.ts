import type { FramePicture } from './frame-provider.ts'

/** Size in pixels of a picture once it is upright. */
export function uprightSize({ width, height, turn }: Omit<FramePicture, 'image'>): {
  readonly width: number
  readonly height: number
} {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}

/** Draws a picture upright over the whole canvas, which takes the picture's own size. False while the canvas is lost. */
export function drawPicture(canvas: HTMLCanvasElement, picture: FramePicture): boolean {
  const size = uprightSize(picture)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context || context.isContextLost()) return false
  if (canvas.width !== size.width) canvas.width = size.width
  if (canvas.height !== size.height) canvas.height = size.height
  paintUpright(context, picture)
  return true
}

/** The picture upright in its own size, wherever the context's transform puts it. */
export function paintUpright(context: CanvasRenderingContext2D, picture: FramePicture): void {
  const { image, width, height, turn, isMirrored } = picture
  if (turn === 0 && !isMirrored) {
    context.drawImage(image, 0, 0, width, height)
    return
  }
  const size = uprightSize(picture)
  context.save()
  context.translate(size.width / 2, size.height / 2)
  if (isMirrored) context.scale(-1, 1)
  context.rotate((turn * Math.PI) / 180)
  context.drawImage(image, -width / 2, -height / 2, width, height)
  context.restore()
}

/** Takes every trace of the recording off the canvas. */
export function clearPicture(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d', { alpha: false })
  context?.clearRect(0, 0, canvas.width, canvas.height)
}
