import { effect, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { sizeOf } from '../marks/marks.ts'
import type { Room } from '../room-model.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { isToned, pictureAt, type Size, screenAt } from '../viewing/picture-view.ts'
import type { Loupe as At } from '../viewing/viewing.ts'
import type { Lane } from '../watch/lanes.ts'
import { type Version, versionOf } from '../watch/watch.ts'
import { movedBy, nextPower, pixelOf } from './aim.ts'
import { paintLens } from './paint-lens.ts'

interface Props {
  readonly room: Room
  readonly lane: Lane
  readonly onClose: () => void
}

/** From edge to edge, as long as the angle is large enough. */
const lensPx = 216
const leastLensPx = 96
/** Two lines of words under it. */
const captionPx = 38
/** The line at the foot of an angle, which it leaves free. */
const footPx = 24
const leastAnglePx = 150
/** A finger hides what is under it: the lens then stands this much of itself higher. */
const liftForTouch = 0.8

/** The magnifier over this angle. Keys move it while it has the focus, which it takes when it comes. */
export function Loupe({ room, lane, onClose }: Props) {
  const lens = useRef<HTMLButtonElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const says = useSignal<Said>({ power: 1, pixel: null, decoded: null })
  const lift = useSignal(0)
  const { id } = lane
  const { loupe } = room.viewing

  useEffect(() => {
    const { current: held } = lens
    if (!document.activeElement?.closest('input, textarea, select')) held?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === held) document.getElementById('angles')?.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => follow(room, lens.current?.closest('.angles-region') ?? null, lift), [room, lift])
  useEffect(() => {
    const [button, drawn] = [lens.current, canvas.current]
    const angle = button?.closest<HTMLElement>('.angle')
    const picture = angle?.querySelector<HTMLCanvasElement>(':scope > canvas')
    const size = sizeOf(room.source, id)
    if (!button || !drawn || !angle || !picture || !size) return
    const resized = new ResizeObserver(() => draw())
    resized.observe(angle)
    const draw = () => {
      const at = loupe.peek()
      if (at?.id !== id) return
      const place = { width: angle.clientWidth, height: angle.clientHeight }
      const view = room.viewing.shown(id)
      const decoded = decodedSize(angle, picture)
      const free = Math.min(place.width, place.height - captionPx - footPx)
      const side = Math.max(leastLensPx, Math.min(lensPx, free * 0.85))
      const spot = screenAt(view, { x: at.x * size.width, y: at.y * size.height }, size, place)
      const inside = (middle: number, length: number) =>
        Math.max(side / 2, Math.min(length - side / 2, middle))
      const x = inside(place.width / 2 + spot.x, place.width)
      const y = inside(place.height / 2 + spot.y - lift.peek() * side, place.height - captionPx - footPx)
      button.style.width = `${side}px`
      button.style.height = `${side + captionPx}px`
      button.style.transform = `translate(${x - side / 2}px, ${y - side / 2}px)`
      const pixel = decoded && pixelOf(at, decoded)
      if (pixel) paintLens(drawn, picture, { size: side, power: at.power, turn: view.turn, pixel })
      drawn.style.visibility = pixel ? 'visible' : 'hidden'
      says.value = { power: at.power, pixel, decoded }
    }
    const stop = effect(() => {
      // Read, so that the lens is drawn anew when any of them changes: the frame, the view, and where it is.
      const angleView = room.watch.views.value.get(id)
      const seen = [angleView?.shown.value, angleView?.state.value, room.viewing.shown(id), loupe.value]
      if (seen.length > 0 && lift.value >= 0) draw()
    })
    return () => {
      stop()
      resized.disconnect()
    }
  }, [room, id, loupe, lift, says])

  const w = lookingWords.value.loupe
  const name = room.session.names.value.get(id) ?? ''
  const isAdjusted = isToned(room.viewing.shown(id))
  return (
    <button
      type="button"
      class="loupe"
      ref={lens}
      onKeyUp={event => {
        if (event.key === ' ') event.preventDefault()
      }}
      onKeyDown={event => {
        if (event.key === ' ' || event.key === 'Enter') {
          event.preventDefault()
          return event.key === ' ' ? room.togglePlay() : onClose()
        }
        const next = afterKey(event, loupe.peek(), says.peek().decoded)
        if (!next) return
        event.preventDefault()
        event.stopPropagation()
        lift.value = 0
        loupe.value = next
      }}
    >
      <span class="unseen">{w.lens(name)}</span>
      <canvas ref={canvas} role="presentation" />
      <span class="loupe-words mono" role="status">
        <LoupeWords
          said={says.value}
          recorded={sizeOf(room.source, id)}
          version={versionOf(lane.recording)}
          isAdjusted={isAdjusted}
        />
      </span>
    </button>
  )
}

interface Said {
  readonly power: number
  readonly pixel: { readonly x: number; readonly y: number } | null
  readonly decoded: Size | null
}

interface WordsProps {
  readonly said: Said
  readonly recorded: Size | null
  readonly version: Version
  readonly isAdjusted: boolean
}

function LoupeWords({ said, recorded, version, isAdjusted }: WordsProps) {
  const w = lookingWords.value.loupe
  const { power, pixel, decoded } = said
  if (!pixel || !decoded) return <>{w.nothing}</>
  const isInside = pixel.x >= 0 && pixel.y >= 0 && pixel.x < decoded.width && pixel.y < decoded.height
  return (
    <>
      <span>
        <strong>{power}×</strong> {isInside ? w.pixel(String(pixel.x), String(pixel.y)) : w.outside}
      </span>
      <span class="loupe-of">
        {copyWords(decoded, recorded, version)}
        {isAdjusted && ` · ${w.adjusted}`}
      </span>
    </>
  )
}

/** Whose pixels these are. A copy for review was compressed anew, and may be smaller than what was recorded. */
function copyWords(decoded: Size, recorded: Size | null, version: Version): string {
  const w = lookingWords.value.loupe
  const size = sizeText(decoded)
  if (version === 'original') return w.asReceived(size)
  // A copy is even in width and height, which may cost a row or a column and shrinks nothing.
  const isSmaller = recorded !== null && recorded.height - decoded.height > 1
  return isSmaller ? w.smallerCopy(size, sizeText(recorded)) : w.copy(size)
}

function sizeText({ width, height }: Size): string {
  return `${width}×${height}`
}

/** The size of what is on the canvas; null while it shows no frame of the recording. */
function decodedSize(angle: HTMLElement, picture: HTMLCanvasElement): Size | null {
  if (!angle.hasAttribute('data-frame')) return null
  return { width: picture.width, height: picture.height }
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function afterKey(press: KeyboardEvent, at: At | null, decoded: Size | null): At | null {
  if (!at || press.ctrlKey || press.metaKey || press.altKey) return null
  if (press.key === '+' || press.key === '=') return { ...at, power: nextPower(at.power, 1) }
  if (press.key === '-') return { ...at, power: nextPower(at.power, -1) }
  const way = ways[press.key]
  if (!way || !decoded) return null
  const far = press.shiftKey ? 10 : 1
  return movedBy(at, way[0] * far, way[1] * far, decoded)
}

/** Takes the magnifier along with the pointer, onto whichever angle that is over. */
function follow(room: Room, region: Element | null, lift: { value: number }): () => void {
  const stop = new AbortController()
  const { loupe } = room.viewing
  const move = (event: Event) => {
    if (!(event instanceof PointerEvent) || !(event.target instanceof Element)) return
    const angle = event.target.closest<HTMLElement>('.angle')
    const lane = room.session.angles
      .peek()
      .find(each => each.recording.firstName === angle?.dataset['recording'])
    const size = lane && sizeOf(room.source, lane.id)
    const at = loupe.peek()
    if (!angle || !lane || !size || !at) return
    const box = angle.getBoundingClientRect()
    const place = { width: angle.clientWidth, height: angle.clientHeight }
    // Over a small angle of a row there is no room for a lens: it stays where it is.
    if (Math.min(place.width, place.height) < leastAnglePx) return
    const offset = {
      x: event.clientX - box.left - place.width / 2,
      y: event.clientY - box.top - place.height / 2,
    }
    const point = pictureAt(room.viewing.shown(lane.id), offset, size, place)
    lift.value = event.pointerType === 'touch' ? liftForTouch : 0
    loupe.value = { ...at, id: lane.id, x: point.x / size.width, y: point.y / size.height }
  }
  for (const type of ['pointermove', 'pointerdown'])
    region?.addEventListener(type, move, { signal: stop.signal })
  region?.toggleAttribute('data-loupe', true)
  return () => {
    stop.abort()
    region?.toggleAttribute('data-loupe', false)
  }
}
