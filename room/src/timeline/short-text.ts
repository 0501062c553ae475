/** Widths by face and text, so that a timeline that is painted anew for every pixel it is panned does not measure anew. */
const widths = new Map<string, number>()

/** How wide a text is in the face that the context has now. */
export function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const { width } = context.measureText(text)
  // The face of the page may not have come yet; a stand-in's widths are not kept.
  if (document.fonts.status === 'loaded') widths.set(key, width)
  return width
}

/** The text as far as it fits, with an ellipsis where it was cut; empty where nothing of it fits. */
export function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (widthOf(context, text) <= width + 0.5) return text
  let length = Math.min(
    text.length,
    Math.ceil((text.length * Math.max(0, width)) / widthOf(context, text)) + 2,
  )
  while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > width) length -= 1
  return length < 2 ? '' : `${text.slice(0, length).trimEnd()}…`
}
