import { useComputed } from '@preact/signals'
import type { Region } from '@sightline/core/case'
import { useEffect, useRef } from 'preact/hooks'
import { type Size, sizeOf } from '../marks/marks.ts'
import { nudged, type Point, regionBetween } from '../marks/regions.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import type { Lane } from '../watch/lanes.ts'

interface Props {
  readonly room: Room
  readonly lane: Lane
}

/**
 * Moments that this angle shows now, over its picture and never in it: their regions in the recording's own pixels, and
 * their names.
 */
export function Regions({ room, lane }: Props) {
  const { marks } = room
  // A text, so that nothing is rendered anew while the same moments stay on the screen.
  const current = useComputed(() => momentsShown(room, lane).join(' '))
  const drawing = marks.drawing.value
  const size = sizeOf(room.source, lane.id)
  if (size === null) return null
  if (drawing?.recording === lane.id) return <DrawnRegion room={room} size={size} region={drawing.region} />
  const ids = current.value.split(' ')
  const shown = marks.all.value.filter(({ moment }) => ids.includes(moment.id))
  if (shown.length === 0) return null
  return (
    <>
      <svg class="regions" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        {shown.map(({ moment }) =>
          moment.region ? (
            <Shape key={moment.id} region={moment.region} isChosen={marks.chosen.value === moment.id} />
          ) : null,
        )}
      </svg>
      <ul class="angle-moments" aria-label={words.value.moments.tab}>
        {shown.map(({ moment }) => (
          <li key={moment.id} class="sign" data-chosen={marks.chosen.value === moment.id || undefined}>
            {moment.name}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The moments of a recording that its shown frame belongs to; an instant belongs to the frame that was current at it. */
function momentsShown(room: Room, lane: Lane): readonly string[] {
  const view = room.watch.views.value.get(lane.id)
  const shown = view?.shown.value
  const times = room.watch.frames.value.get(lane.id)
  if (!shown || !times || view.state.value.kind === 'absent') return []
  const [from, to] = [shown.pts, times.boundaries[shown.index + 1] ?? Number.POSITIVE_INFINITY]
  return room.marks.all.value.flatMap(({ moment }) => {
    const { when, withdrawn } = moment
    if (withdrawn !== null || when.on !== 'recording' || when.recording !== lane.id) return []
    const isShown = when.to === null ? when.from >= from && when.from < to : when.from < to && when.to > from
    return isShown ? [moment.id] : []
  })
}

/** A region as lines with a dark edge, so that they are seen on any picture. */
function Shape({ region, isChosen = false }: { readonly region: Region; readonly isChosen?: boolean }) {
  const lines = ['region-edge', isChosen ? 'region-line chosen' : 'region-line']
  return (
    <>
      {lines.map(name => (
        <Outline key={name} region={region} name={name} />
      ))}
    </>
  )
}

function Outline({ region, name }: { readonly region: Region; readonly name: string }) {
  switch (region.kind) {
    case 'rectangle': {
      const { x, y, width, height } = region
      return <rect class={name} x={x} y={y} width={width} height={height} />
    }
    case 'ellipse': {
      const [rx, ry] = [region.width / 2, region.height / 2]
      return <ellipse class={name} cx={region.x + rx} cy={region.y + ry} rx={rx} ry={ry} />
    }
    case 'arrow':
      return <path class={name} d={arrowPath(region)} />
  }
}

/** A line with a head of a fifth of its length. */
function arrowPath({ fromX, fromY, toX, toY }: Extract<Region, { kind: 'arrow' }>): string {
  const [dx, dy] = [(toX - fromX) / 5, (toY - fromY) / 5]
  const wing = (side: 1 | -1) => `${toX - dx - side * dy * 0.6} ${toY - dy + side * dx * 0.6}`
  return `M${fromX} ${fromY}L${toX} ${toY}M${wing(1)}L${toX} ${toY}L${wing(-1)}`
}

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
}

/** The region that is being drawn: by pointer, or by the arrow keys. */
function DrawnRegion({ room, size, region }: DrawnProps) {
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
          <button type="button" class="button" onClick={() => room.marks.endDrawing(false)}>
            {w.giveUp}
          </button>
        </div>
      </div>
    </>
  )
}
