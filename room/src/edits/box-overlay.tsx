import { useComputed } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import {
  type Box,
  type BoxSide,
  boxAt,
  boxCorners,
  boxOf,
  moved,
  type PictureLine,
  withCorner,
} from '@sightline/core/conform'
import type { ButtonHTMLAttributes, CSSProperties } from 'preact'
import { useRef } from 'preact/hooks'
import { sizeOf } from '../marks/marks.ts'
import { editsWords } from '../strings/edits-words.ts'
import { type BoxInHand, boxInHand, correcting, inHand, putBox } from './box-draft.ts'
import type { EditsModel } from './edits-model.ts'
import { tagOf } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
  /** The film or recording whose picture lies below. */
  readonly of: RecordingId
  readonly side: BoxSide
}

interface Drawn {
  readonly key: string
  readonly line: PictureLine
  readonly box: Box
}

/** Parts of the picture that lines speak of at this frame: outlined, and the chosen one to be moved by pointer or by keys. */
export function BoxOverlay({ model, player, of, side }: Props) {
  const w = editsWords.value
  const drawn = useComputed(() => drawnNow(model, player, side))
  const hand = useComputed(() => (model.room.source.can.command ? boxInHand(model, player) : null))
  const size = sizeOf(model.room.source, of)
  const boxes = drawn.value
  const held = hand.value
  if (!size || boxes.length === 0) return null
  return (
    <div class="box-stage">
      <div class="box-frame" style={{ '--ratio': String(size.width / size.height) } as CSSProperties}>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
          {boxes.map(({ key, box: [x, y, width, height] }) => (
            <g key={key} class="box-outline" data-chosen={key === model.selected.value || undefined}>
              <rect class="region-edge" {...{ x, y, width, height }} />
              <rect class="region-line" {...{ x, y, width, height }} />
            </g>
          ))}
        </svg>
        {boxes.map(({ key, line, box: [x, y] }) => (
          <span
            key={key}
            class="box-tag"
            style={{ left: `${(100 * x) / size.width}%`, top: `${(100 * y) / size.height}%` }}
          >
            {tagOf(w, line)}
          </span>
        ))}
        {held?.box && held.side === side && boxes.some(({ key }) => key === held.of.key) && (
          <Grips model={model} hand={held} box={held.box} />
        )}
      </div>
    </div>
  )
}

function drawnNow(model: EditsModel, player: TiedPlayer, side: BoxSide): readonly Drawn[] {
  const at = player.filmFrame.value?.pts
  if (at === undefined || model.loose.value) return []
  const instant = Math.round(at)
  return model.lines.value.flatMap((each): readonly Drawn[] => {
    const line = inHand(model, each)
    if (each.status === 'dismissed' || line.part !== 'picture' || instant < line.from || instant >= line.to)
      return []
    const box = boxOf(line)?.side === side ? boxAt(line, instant) : null
    return box ? [{ key: each.key, line, box }] : []
  })
}

const steps: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

interface GripsProps {
  readonly model: EditsModel
  readonly hand: BoxInHand
  readonly box: Box
}

/** The box itself and its four corners. Enter asks for the reason, Escape puts it back. */
function Grips({ model, hand, box }: GripsProps) {
  const w = editsWords.value
  const frame = useRef<HTMLDivElement>(null)
  /** Where the pointer took hold, in pixels of the picture, and the box then. */
  const start = useRef<{ readonly x: number; readonly y: number; readonly box: Box } | null>(null)
  const { size } = hand
  const pointIn = (event: PointerEvent) => {
    const outer = frame.current?.getBoundingClientRect()
    return outer && outer.width > 0
      ? {
          x: ((event.clientX - outer.left) / outer.width) * size.width,
          y: ((event.clientY - outer.top) / outer.height) * size.height,
        }
      : null
  }
  const percent = (value: number, whole: number) => `${(100 * value) / whole}%`
  const grip = (
    name: string,
    attributes: ButtonHTMLAttributes<HTMLButtonElement>,
    to: (from: Box, by: { readonly x: number; readonly y: number }) => Box,
  ) => (
    <button
      key={name}
      type="button"
      {...attributes}
      aria-label={`${name}: ${w.regionLine(...box)}. ${w.boxKeys}`}
      title={w.boxKeys}
      onPointerDown={event => {
        const at = pointIn(event)
        if (!at) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { ...at, box }
      }}
      onPointerMove={event => {
        const from = start.current
        const at = from && pointIn(event)
        if (from && at) putBox(model, hand, to(from.box, { x: at.x - from.x, y: at.y - from.y }))
      }}
      onPointerUp={() => {
        start.current = null
      }}
      onPointerCancel={() => {
        start.current = null
      }}
      onKeyDown={event => {
        const step = steps[event.key]
        if (!step && event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key === 'Enter') model.asking.value = correcting(model, hand.of)
        else if (event.key === 'Escape') model.boxed.value = null
        else if (step) {
          const far = event.altKey || event.shiftKey ? 10 : 1
          putBox(model, hand, to(box, { x: step.x * far, y: step.y * far }))
        }
      }}
    />
  )
  const [x, y, width, height] = box
  return (
    <div ref={frame} class="box-grips" role="group" aria-label={w.boxName}>
      {grip(
        w.boxWhole,
        {
          class: 'box-whole',
          style: {
            left: percent(x, size.width),
            top: percent(y, size.height),
            width: percent(width, size.width),
            height: percent(height, size.height),
          },
        },
        (from, by) => moved(from, by, size),
      )}
      {boxCorners.map(corner => {
        const [left, top] = [
          corner.startsWith('left') ? x : x + width,
          corner.endsWith('top') ? y : y + height,
        ]
        return grip(
          w.boxCorners[corner],
          {
            class: `box-corner ${corner}`,
            style: { left: percent(left, size.width), top: percent(top, size.height) },
          },
          (from, by) => {
            const [fx, fy, fw, fh] = from
            const at = {
              x: corner.startsWith('left') ? fx : fx + fw,
              y: corner.endsWith('top') ? fy : fy + fh,
            }
            return withCorner(from, corner, { x: at.x + by.x, y: at.y + by.y }, size)
          },
        )
      })}
    </div>
  )
}
