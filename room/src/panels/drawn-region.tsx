import type { Region } from '@sightline/core/case'
import { useEffect, useRef } from 'preact/hooks'
import type { Size } from '../marks/marks.ts'
import { nudged, type Point, regionBetween } from '../marks/regions.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Shape } from './region-shape.tsx'

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

interface DrawnProps {
  readonly room: Room
  readonly size: Size
  readonly region: Region
  readonly onClose: () => void
}

/** The region that is being drawn: by pointer, or by the arrow keys. */
export function DrawnRegion({ room, size, region, onClose }: DrawnProps) {
  const surface = useRef<HTMLButtonElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const start = useRef<Point | null>(null)
  const { drawing } = room.marks
  const w = words.value.drawing
  useEffect(() => surface.current?.focus(), [])
  const set = (next: Region) => {
    const held = drawing.peek()
    if (held) drawing.value = { ...held, region: next }
  }
  const pointIn = (event: PointerEvent): Point | null => {
    const matrix = svg.current?.getScreenCTM()
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : null
  }
  const { kind, ...sides } = region
  return (
    <>
      <button
        ref={surface}
        type="button"
        class="drawing"
        aria-label={`${w.region}. ${w.help}`}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = pointIn(event)
        }}
        onPointerMove={event => {
          const to = start.current && pointIn(event)
          if (start.current && to) set(regionBetween(kind, start.current, to, size))
        }}
        onPointerUp={() => {
          start.current = null
        }}
        onKeyDown={event => {
          const step = steps[event.key]
          if (!step && event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (!step) return room.marks.endDrawing(event.key === 'Enter')
          const far = event.altKey ? 10 : 1
          set(nudged(region, { x: step.x * far, y: step.y * far }, event.shiftKey, size))
        }}
      >
        <svg ref={svg} class="regions" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
          <Shape region={region} isChosen />
        </svg>
      </button>
      <div class="drawing-help">
        <p class="small">{w.help}</p>
        <p class="mono small" role="status">
          {w.at(words.value.moments.region[kind], Object.values(sides).join(' '))}
        </p>
        <div class="row">
          <button type="button" class="button key" onClick={() => room.marks.endDrawing(true)}>
            {w.take}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {w.giveUp}
          </button>
        </div>
      </div>
    </>
  )
}
