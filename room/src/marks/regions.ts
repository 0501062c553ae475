import type { Region } from '@sightline/core/case'
import type { Size } from './marks.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A region from where a pointer went down to where it is now, whole pixels inside the picture. */
export function regionBetween(kind: Region['kind'], a: Point, b: Point, size: Size): Region {
  const [from, to] = [inside(a, size), inside(b, size)]
  if (kind === 'arrow') return { kind, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y }
  return {
    kind,
    // On the very edge a box keeps its one pixel on the picture.
    x: Math.min(from.x, to.x, size.width - 1),
    y: Math.min(from.y, to.y, size.height - 1),
    width: Math.max(1, Math.abs(to.x - from.x)),
    height: Math.max(1, Math.abs(to.y - from.y)),
  }
}

/** Moves a region by pixels, or (`isSizing`) its right lower corner or its head, as far as the picture goes. */
export function nudged(region: Region, by: Point, isSizing: boolean, size: Size): Region {
  if (region.kind === 'arrow') {
    const head = inside({ x: region.toX + by.x, y: region.toY + by.y }, size)
    if (isSizing) return { ...region, toX: head.x, toY: head.y }
    const dx = clamp(
      by.x,
      -Math.min(region.fromX, region.toX),
      size.width - Math.max(region.fromX, region.toX),
    )
    const dy = clamp(
      by.y,
      -Math.min(region.fromY, region.toY),
      size.height - Math.max(region.fromY, region.toY),
    )
    return {
      ...region,
      fromX: region.fromX + dx,
      fromY: region.fromY + dy,
      toX: region.toX + dx,
      toY: region.toY + dy,
    }
  }
  if (isSizing)
    return {
      ...region,
      width: clamp(region.width + by.x, 1, size.width - region.x),
      height: clamp(region.height + by.y, 1, size.height - region.y),
    }
  return {
    ...region,
    x: clamp(region.x + by.x, 0, size.width - region.width),
    y: clamp(region.y + by.y, 0, size.height - region.height),
  }
}

function inside({ x, y }: Point, size: Size): Point {
  return { x: clamp(Math.round(x), 0, size.width), y: clamp(Math.round(y), 0, size.height) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
