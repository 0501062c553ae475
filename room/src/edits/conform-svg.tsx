import { useComputed } from '@preact/signals'
import { gapsOf, isShown, type StandingLine } from '@sightline/core/conform'
import type { MediaMicros, Span } from '@sightline/core/time'
import { useEffect, useRef } from 'preact/hooks'
import { editsWords } from '../strings/edits-words.ts'
import { timeAt, type View, xOf } from '../timeline/geometry.ts'
import { type groupRows, type RawLane, ribbonPath, tiePath } from './conform-drawing.ts'
import { barHeight, laneHeight, rowHeight } from './conform-layout.ts'
import type { EditsModel } from './edits-model.ts'
import { recordingName, shortTagOf, speedWords, tagOf } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'
import { toRaw } from './to-raw.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
  readonly film: View
  readonly clock: View
  readonly lanes: readonly RawLane[]
  readonly whole: Span
  readonly rows: ReturnType<typeof groupRows>
  readonly top: number
  readonly laneTop: (n: number) => number
  readonly height: number
  readonly width: number
}

/** The drawing itself. The lists tell all of it in words and by keyboard; here it is a way in by pointer. */
export function ConformSvg({ height, width, ...drawn }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const { model, player, lanes, film, clock } = drawn
  useEffect(() => {
    const press = (event: Event) => {
      const hit =
        event.target instanceof Element ? event.target.closest<SVGElement>('[data-key], [data-lane]') : null
      const line = model.lines.peek().find(({ key }) => key === hit?.dataset['key'])
      const lane = lanes[Number(hit?.dataset['lane'] ?? -1)]
      const x = (event as MouseEvent).clientX - (svg.current?.getBoundingClientRect().left ?? 0)
      if (line) choose(model, player, line)
      else if (lane) toRaw(model, player, lane, timeAt(clock, x))
      else if (hit) player.seek(timeAt(film, x))
    }
    svg.current?.addEventListener('click', press)
    return () => svg.current?.removeEventListener('click', press)
  }, [model, player, lanes, film, clock])
  return (
    <svg ref={svg} class="conform-drawing" width={width} height={height} aria-hidden="true">
      <defs>
        <pattern
          id="edits-none"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect class="conform-hatch" width="3" height="8" />
        </pattern>
      </defs>
      <Ribbons {...drawn} />
      <Rows {...drawn} />
      <FilmBar {...drawn} />
      <Lanes {...drawn} width={width} />
      <Playheads {...drawn} />
    </svg>
  )
}

type Drawn = Omit<Props, 'height' | 'width'>

function choose(model: EditsModel, player: TiedPlayer, line: StandingLine): void {
  model.tab.value = 'lines'
  model.selected.value = line.key
  player.seek(line.line.from)
}

function Ribbons({ model, film, clock, lanes, top, laneTop }: Drawn) {
  const w = editsWords.value
  const marks = model.room.session.marks.value
  const chosen = model.selected.value
  return (
    <>
      {model.lines.value.filter(isShown).map(({ key, line }) => {
        const n = lanes.findIndex(({ id }) => id === line.raw)
        const lane = lanes[n]
        if (!lane) return null
        return (
          <path
            key={key}
            data-key={key}
            class={`ribbon hue-${marks.get(lane.id)?.hue ?? 0}`}
            data-chosen={key === chosen || undefined}
            data-layer={line.layer}
            d={ribbonPath(film, clock, line, lane, { top: top + barHeight, bottom: laneTop(n) })}
          >
            <title>{`${recordingName(model.room, lane.id)} · ${speedWords(w, line.rate)}`}</title>
          </path>
        )
      })}
    </>
  )
}

/** One row for each family of differences, above the film. */
function Rows({ model, film, rows }: Drawn) {
  const w = editsWords.value
  const chosen = model.selected.value
  return (
    <>
      {rows.map(({ group, lines }, n) =>
        lines.map(({ key, line }) => (
          <Bar
            key={key}
            of={key}
            kind={`group-${group}`}
            view={film}
            span={line}
            y={n * rowHeight + 2}
            height={rowHeight - 4}
            label={tagOf(w, line)}
            short={shortTagOf(w, line)}
            isChosen={key === chosen}
          />
        )),
      )}
    </>
  )
}

function FilmBar({ model, film, whole, top }: Drawn) {
  const w = editsWords.value
  const marks = model.room.session.marks.value
  const chosen = model.selected.value
  const shown = model.lines.value.filter(isShown)
  const gaps = gapsOf(model.list.value, model.lines.value, whole)
  const place = { view: film, y: top, height: barHeight }
  return (
    <>
      <rect
        class="conform-film"
        x={xOf(film, whole.from)}
        y={top}
        width={Math.max(1, (whole.to - whole.from) / film.perPx)}
        height={barHeight}
      />
      {gaps.map(gap => (
        <Bar
          key={gap.from}
          {...place}
          of=""
          kind="conform-gap"
          span={gap}
          label={w.gaps[gap.why]}
          isChosen={false}
        />
      ))}
      {shown
        .filter(({ line }) => line.layer === 0)
        .map(({ key, line }) => {
          const speed = line.rate === 1 ? '' : ` · ${speedWords(w, line.rate)}`
          return (
            <Bar
              key={key}
              {...place}
              of={key}
              kind={`conform-shown hue-${marks.get(line.raw)?.hue ?? 0}`}
              span={line}
              label={`${recordingName(model.room, line.raw)}${speed}`}
              isChosen={key === chosen}
            />
          )
        })}
    </>
  )
}

/** Letters need about this much; what has no room tells its words when it is pointed at, and in the lists. */
const pxPerLetter = 6.4

interface BarProps {
  /** The key of its line; empty where there is none. */
  readonly of: string
  readonly kind: string
  readonly view: View
  readonly span: { readonly from: number; readonly to: number }
  readonly y: number
  readonly height: number
  readonly label: string
  /** What stands there instead where the label has no room; the label is cut off where that is empty. */
  readonly short?: string
  readonly isChosen: boolean
}

function Bar({ of, kind, view, span, y, height, label, short = '', isChosen }: BarProps) {
  const from = Math.max(-2, xOf(view, span.from))
  const to = Math.min(view.width + 2, xOf(view, span.to))
  if (to < 0 || from > view.width) return null
  const width = Math.max(1.5, to - from - 1)
  const fits = Math.floor((width - 8) / pxPerLetter)
  return (
    <g class={`conform-bar ${kind}`} data-key={of} data-chosen={isChosen || undefined}>
      <title>{label}</title>
      <rect x={from} y={y} width={width} height={height} rx={1.5} />
      {kind === 'conform-gap' && (
        <rect class="hatched" fill="url(#edits-none)" x={from} y={y} width={width} height={height} />
      )}
      {fits >= 3 && (
        <text x={from + 5} y={y + height / 2 + 4}>
          {fitting(label, short, fits)}
        </text>
      )}
    </g>
  )
}

function fitting(label: string, short: string, letters: number): string {
  if (label.length <= letters) return label
  if (short !== '') return short.length <= letters ? short : ''
  return `${label.slice(0, letters - 1)}…`
}

function Lanes({ model, clock, lanes, laneTop, width }: Drawn & { readonly width: number }) {
  const marks = model.room.session.marks.value
  const shown = model.lines.value.filter(isShown)
  return (
    <>
      {lanes.map((lane, n) => (
        <g key={lane.id} data-lane={n} class={`conform-bar hue-${marks.get(lane.id)?.hue ?? 0}`}>
          <rect class="conform-reach" x={0} y={laneTop(n)} width={width} height={laneHeight} />
          <rect
            class="conform-lane"
            x={xOf(clock, lane.whole.from)}
            y={laneTop(n)}
            width={Math.max(1, (lane.whole.to - lane.whole.from) / clock.perPx)}
            height={laneHeight}
          />
          {shown
            .filter(({ line }) => line.raw === lane.id)
            .map(({ key, line }) => {
              const from = xOf(clock, lane.timeOf(line.rawFrom))
              const to = xOf(clock, lane.timeOf((line.rawTo - 1) as MediaMicros))
              return (
                <rect
                  key={key}
                  class="conform-taken"
                  x={from}
                  y={laneTop(n)}
                  width={Math.max(1.5, to - from)}
                  height={laneHeight}
                />
              )
            })}
          {heardOn(model, lane.id).map(({ key, line }) => {
            const from = xOf(clock, lane.timeOf(line.rawFrom))
            const to = xOf(clock, lane.timeOf((line.rawFrom + line.to - line.from) as MediaMicros))
            return (
              <rect
                key={key}
                class="conform-heard"
                x={from}
                y={laneTop(n) + laneHeight - 5}
                width={Math.max(1.5, to - from)}
                height={4}
              />
            )
          })}
        </g>
      ))}
    </>
  )
}

/** Stretches of a recording whose sound is heard in the film. */
function heardOn(model: EditsModel, raw: string) {
  return model.lines.value.flatMap(({ key, line, status }) =>
    line.part === 'sound' && line.raw === raw && line.rawFrom !== null && status !== 'dismissed'
      ? [{ key, line: { ...line, rawFrom: line.rawFrom } }]
      : [],
  )
}

/** The playhead in the film and in the recording, and what ties them; only attributes change in play. */
function Playheads({ player, film, clock, lanes, top, laneTop }: Drawn) {
  const x = useComputed(() => xOf(film, player.film.time.value))
  const below = useComputed(() => {
    const now = player.target.value
    const n = lanes.findIndex(({ id }) => id === now?.raw)
    const lane = lanes[n]
    return now && lane ? { x: xOf(clock, lane.timeOf(now.pts)), n, isTied: now.shown !== null } : null
  })
  const at = below.value
  const tie = at?.isTied ? tiePath(x.value, at.x, { top: top + barHeight, bottom: laneTop(at.n) }) : ''
  return (
    <g class="conform-heads">
      <line x1={x} x2={x} y1={0} y2={top + barHeight + 3} />
      <path d={tie} />
      {at && <line x1={at.x} x2={at.x} y1={laneTop(at.n) - 3} y2={laneTop(at.n) + laneHeight + 3} />}
    </g>
  )
}
