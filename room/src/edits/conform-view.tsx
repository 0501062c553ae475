import { useComputed, useSignal } from '@preact/signals'
import type { Span } from '@sightline/core/time'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import { Tick } from '../panels/tick.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { fitView, type View, xOf, zoomAt } from '../timeline/geometry.ts'
import { BoundaryHandles } from './boundary-handles.tsx'
import { axisOf, groupRows, type RawLane, rawLanes } from './conform-drawing.ts'
import { barHeight, laneGap, laneHeight, rowHeight } from './conform-layout.ts'
import { ConformSvg } from './conform-svg.tsx'
import type { EditsModel } from './edits-model.ts'
import { recordingName } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

const leastRibbons = 90
const mostRibbons = 190

/** Film above, recordings below, and a ribbon for each stretch that the film shows: the picture of a conform. */
export function ConformView({ model, player }: Props) {
  const w = editsWords.value
  const frame = useRef<HTMLDivElement>(null)
  const size = useSignal({ width: 0, height: 0 })
  const zoom = useSignal(1)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight }
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const { width } = size.value
  const lines = model.lines.value
  const list = model.list.value
  const placed = model.room.session.lanes.value
  const lanes = useMemo(() => {
    const taken = new Set(lines.flatMap(({ line }) => ('raw' in line && line.raw !== null ? [line.raw] : [])))
    return rawLanes(list?.against ?? [], placed, id => taken.has(id))
  }, [list, placed, lines])
  const whole = model.whole.value
  const axis = axisOf(lanes)
  // Both axes are zoomed around their own playhead, so that what is tied stays in sight.
  const anchors =
    zoom.value === 1 ? { film: 0, raw: 0 } : { film: player.film.time.value, raw: rawNow(player, lanes) }
  const film = zoomed(whole, width, zoom.value, anchors.film)
  const clock = zoomed(axis, width, zoom.value, anchors.raw)
  const rows = groupRows(lines)
  const top = rows.length * rowHeight + 4
  const used = top + barHeight + lanes.length * (laneHeight + laneGap) + 8
  const room = Math.max(leastRibbons, Math.min(mostRibbons, size.value.height - used))
  const laneTop = (n: number) => top + barHeight + room + n * (laneHeight + laneGap)
  const height = laneTop(lanes.length) + 4
  const keys = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoom.value = Math.min(400, zoom.value * 1.6)
    else if (event.key === '-') zoom.value = Math.max(1, zoom.value / 1.6)
    else return
    event.preventDefault()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=range]), textarea, select, dialog')
      )
        return
      if (!event.ctrlKey && !event.metaKey && !event.altKey) keys(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
  return (
    <section class="conform" aria-label={w.lanes}>
      <div class="conform-tools">
        <Zoom
          label={w.zoomOut}
          icon="minus"
          onPress={() => {
            zoom.value = Math.max(1, zoom.value / 1.6)
          }}
        />
        <Zoom
          label={w.fit}
          icon="fit"
          onPress={() => {
            zoom.value = 1
          }}
        />
        <Zoom
          label={w.zoomIn}
          icon="plus"
          onPress={() => {
            zoom.value = Math.min(400, zoom.value * 1.6)
          }}
        />
        <NotShown model={model} lanes={lanes} />
      </div>
      <div class="conform-body">
        <ul class="conform-names" style={{ height: `${height}px` }}>
          {rows.map(({ group }, n) => (
            <li key={group} class="muted" style={{ top: `${n * rowHeight}px`, height: `${rowHeight}px` }}>
              {w.groups[group]}
            </li>
          ))}
          <li style={{ top: `${top}px`, height: `${barHeight}px` }}>
            <strong>
              {model.film.value?.film ? w.film : recordingName(model.room, model.film.value?.id ?? '')}
            </strong>
          </li>
          {lanes.map((lane, n) => (
            <li
              key={lane.id}
              style={{ top: `${laneTop(n)}px`, height: `${laneHeight}px` }}
              title={lane.isPlaced ? undefined : w.ownTime}
            >
              <Tick mark={model.room.session.marks.value.get(lane.id)} />
              <button
                type="button"
                class="conform-name"
                title={w.lookAt(recordingName(model.room, lane.id))}
                onClick={() => player.look(lane.id, lane.from)}
              >
                {recordingName(model.room, lane.id)}
              </button>
              {!lane.isPlaced && <span class="muted small">{w.ownTime}</span>}
            </li>
          ))}
        </ul>
        <div ref={frame} class="conform-frame">
          {width > 0 && (
            <ConformSvg
              {...{ model, player, film, clock, lanes, whole, rows, top, laneTop, height, width }}
            />
          )}
          <BoundaryHandles model={model} player={player} view={film} top={top} height={barHeight} />
          <Position player={player} whole={whole} view={film} top={top} />
        </div>
      </div>
      <p class="unseen">{w.lanesSaid}</p>
    </section>
  )
}

function zoomed(whole: Span, width: number, zoom: number, around: number): View {
  const fit = fitView(whole, width)
  return zoom === 1 ? fit : zoomAt(fit, Math.max(0, Math.min(width, xOf(fit, around))), zoom, whole)
}

function rawNow(player: TiedPlayer, lanes: readonly RawLane[]): number {
  const now = player.target.value
  const lane = lanes.find(({ id }) => id === now?.raw)
  return now && lane ? lane.timeOf(now.pts) : 0
}

/** Where the film stands: a slider over its bar, so that it is reached by keyboard and dragged by touch. */
function Position({
  player,
  whole,
  view,
  top,
}: {
  readonly player: TiedPlayer
  readonly whole: Span
  readonly view: View
  readonly top: number
}) {
  const w = editsWords.value
  const from = Math.max(whole.from, view.from)
  const to = Math.min(whole.to, view.from + view.width * view.perPx)
  const text = useComputed(() => timeText(player.film.time.value - whole.from))
  return (
    <input
      type="range"
      class="conform-position"
      style={{
        top: `${top - 12}px`,
        left: `${xOf(view, from)}px`,
        width: `${Math.max(1, (to - from) / view.perPx)}px`,
      }}
      min={from}
      max={to - 1}
      step={1}
      value={player.film.time}
      aria-label={w.position}
      aria-valuetext={text}
      onInput={event => player.seek(Number(event.currentTarget.value))}
    />
  )
}

function Zoom({
  label,
  icon,
  onPress,
}: {
  readonly label: string
  readonly icon: 'plus' | 'minus' | 'fit'
  readonly onPress: () => void
}) {
  return (
    <button type="button" class="button plain icon" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}

function NotShown({ model, lanes }: { readonly model: EditsModel; readonly lanes: readonly RawLane[] }) {
  const w = editsWords.value
  const seconds = (micros: number) => `${numbers.value.decimals(micros / 1e6, 1)} s`
  const said = lanes.flatMap(({ id, picturesMicros }) => {
    if (picturesMicros === null) return []
    const out = model.left.value
      .filter(({ raw }) => raw === id)
      .reduce((sum, { from, to }) => sum + to - from, 0)
    return [w.notShownSum(recordingName(model.room, id), seconds(out), seconds(picturesMicros))]
  })
  return said.length === 0 ? null : (
    <p class="muted small conform-sum">
      {w.notShownLead} {said.join(' · ')}
    </p>
  )
}
