import { type CaseMicros, caseMicros, decimalFromMicros, microsFromDecimal } from '@sightline/core/time'
import { type Layout, layouts } from './layouts.ts'
import { maxZoom, type PictureView, turns } from './viewing/picture-view.ts'

/** What a link's hash asks for: an instant, exact to the microsecond, and an angle by its recording's first name. */
export interface DeepLink {
  readonly time: CaseMicros | null
  readonly angle: string | null
  /** How far the angle's picture is enlarged, around which point of it, and how it is turned. */
  readonly view: LinkedView | null
  readonly layout: Layout | null
  /** The angle that stands beside it where two stand side by side. */
  readonly beside: string | null
}

export type LinkedView = Pick<PictureView, 'zoom' | 'x' | 'y' | 'turn'>

/** Reads `#t=12.034567&angle=cam%20A.mp4&view=4,0.31,0.62,90&layout=pair&beside=cam%20B.mp4`. What is malformed counts as not asked for. */
export function readHash(hash: string): DeepLink {
  let time: CaseMicros | null = null
  let angle: string | null = null
  let view: LinkedView | null = null
  let layout: Layout | null = null
  let beside: string | null = null
  for (const part of hash.replace(/^#/, '').split('&')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, equals)
    const value = decoded(part.slice(equals + 1))
    if (equals < 0 || value === null) continue
    if (name === 't') {
      const micros = microsFromDecimal(value)
      time = micros === null ? null : caseMicros(micros)
    } else if (name === 'angle') angle = value
    else if (name === 'view') view = readView(value)
    else if (name === 'layout') layout = layouts.find(each => each === value) ?? null
    else if (name === 'beside') beside = value
  }
  return { time, angle, view, layout, beside }
}

/** Writes the hash that `readHash` reads back unchanged. */
export function writeHash({ time, angle, view, layout, beside }: DeepLink): string {
  const parts = [
    ...(time === null ? [] : [`t=${decimalFromMicros(time)}`]),
    ...(angle === null ? [] : [`angle=${encodeURIComponent(angle)}`]),
    ...(view === null || (view.zoom === 1 && view.turn === 0) ? [] : [`view=${viewText(view)}`]),
    ...(layout === null || layout === 'grid' ? [] : [`layout=${layout}`]),
    ...(beside === null ? [] : [`beside=${encodeURIComponent(beside)}`]),
  ]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

/** Zoom to the hundredth, the middle to a ten-thousandth of the picture. */
function viewText({ zoom, x, y, turn }: LinkedView): string {
  return [zoom.toFixed(2), x.toFixed(4), y.toFixed(4), turn].map(Number).join()
}

function readView(text: string): LinkedView | null {
  const [zoom, x, y, degrees, ...more] = text
    .split(',')
    .map(part => (/^\d+(\.\d+)?$/.test(part) ? Number(part) : null))
  const turn = turns.find(each => each === degrees)
  if (zoom == null || x == null || y == null || turn === undefined || more.length > 0) return null
  return zoom >= 1 && zoom <= maxZoom && x <= 1 && y <= 1 ? { zoom, x, y, turn } : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
