import { effect } from '@preact/signals'
import { isClearedAt, type RecordingId } from '@sightline/core/case'
import { ptsOf } from '@sightline/core/time'
import type { FramePicture } from '../engine/frame-provider.ts'
import { paintUpright, uprightSize } from '../engine/picture.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'
import { framesAround, type StripFrame } from './frames-around.ts'

/** The elements of one place of the strip. */
export interface Cell {
  readonly button: HTMLButtonElement
  readonly canvas: HTMLCanvasElement
  readonly number: HTMLElement
  readonly pts: HTMLElement
  readonly offset: HTMLElement
}

/** What the strip as a whole shows. */
export type StripState = 'shown' | 'some-warned' | 'no-frame'

/**
 * Keeps the cells showing the frames around the one on the angle. Pictures come from what the engine holds; a cell whose frame
 * is not cleared, or is still being decoded, is emptied and says so. Gives back what ends it.
 */
export function keepDrawn(
  room: Room,
  id: RecordingId,
  cells: readonly Cell[],
  onState: (state: StripState) => void,
): () => void {
  return effect(() => {
    const view = room.watch.views.value.get(id)
    const times = room.watch.frames.value.get(id)
    const shown = view?.shown.value
    const recording = room.source.state.value.recordings.get(id)
    // Read, so that what is decoded later, and the words of another language, are taken up.
    const isRead = view?.arrivals.value !== undefined && lookingWords.value && numbers.value
    if (!isRead || !times || !shown || !recording || view?.state.value.kind === 'absent') {
      for (const cell of cells) showNothing(cell)
      return onState('no-frame')
    }
    let isAllCleared = true
    for (const [n, frame] of framesAround(times, shown.index, cells.length).entries()) {
      const cell = cells[n]
      if (!cell) continue
      if (frame === null) {
        showNothing(cell)
        continue
      }
      const pts = ptsOf(times, frame.index)
      const isCleared = isClearedAt(recording, pts)
      isAllCleared &&= isCleared
      tell(cell, frame, secondsText(pts))
      const picture = isCleared ? room.engine.picture(id, frame.index) : null
      if (picture && drawSmall(cell.canvas, picture)) cell.button.dataset['state'] = 'shown'
      else {
        empty(cell.canvas)
        cell.button.dataset['state'] = isCleared ? 'coming' : 'warned'
      }
    }
    onState(isAllCleared ? 'shown' : 'some-warned')
  })
}

/** Milliseconds from the frame in the middle, with a sign: `+33.4 ms`. */
function offsetText(offset: number): string {
  const ms = numbers.value.decimals(Math.abs(offset) / 1000, 1)
  return `${offset < 0 ? '−' : '+'}${ms} ms`
}

function tell({ button, number, pts, offset }: Cell, frame: NonNullable<StripFrame>, ptsText: string): void {
  const w = lookingWords.value.film
  const isHere = frame.offset === 0 && button.hasAttribute('aria-current')
  number.textContent = `${words.value.angle.frame} ${frame.index}`
  pts.textContent = `${words.value.angle.pts} ${ptsText}`
  offset.textContent = isHere ? w.here : offsetText(frame.offset)
  button.disabled = false
  button.dataset['strip'] = String(frame.index)
}

function showNothing({ button, canvas, number, pts, offset }: Cell): void {
  empty(canvas)
  for (const words of [number, pts, offset]) words.textContent = ''
  button.disabled = true
  button.dataset['state'] = 'none'
  delete button.dataset['strip']
}

/** The whole picture, as large as its place on this screen and no larger. False while the canvas is lost. */
function drawSmall(canvas: HTMLCanvasElement, picture: FramePicture): boolean {
  const size = uprightSize(picture)
  const place = canvas.parentElement
  const fit = Math.min((place?.clientWidth ?? 0) / size.width, (place?.clientHeight ?? 0) / size.height)
  const scale = Math.min(1, fit * (devicePixelRatio || 1))
  const [width, height] = [
    Math.max(1, Math.round(size.width * scale)),
    Math.max(1, Math.round(size.height * scale)),
  ]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d', { alpha: false })
  if (!context || context.isContextLost()) return false
  context.imageSmoothingQuality = 'high'
  context.setTransform(width / size.width, 0, 0, height / size.height, 0, 0)
  paintUpright(context, picture)
  return true
}

/** Nothing of a frame stays in the canvas once it may not be shown. */
function empty(canvas: HTMLCanvasElement): void {
  if (canvas.width !== 1) canvas.width = 1
  if (canvas.height !== 1) canvas.height = 1
}
