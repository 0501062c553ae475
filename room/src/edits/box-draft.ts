import {
  type Box,
  type BoxSide,
  boxAt,
  boxOf,
  boxSideOf,
  type PictureLine,
  type StandingLine,
  withBoxAt,
  withMoving,
} from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { type Size, sizeOf } from '../marks/marks.ts'
import { type Asking, type EditsModel, selectedLine } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

/** A part of a picture that a person is putting elsewhere, before it is entered with a reason. */
export interface BoxDraft {
  /** Of the line it is of. */
  readonly key: string
  readonly line: PictureLine
}

/** What can be corrected on the pictures: the chosen line with its part as it was drawn last, at the instant of the film on the screen. */
export interface BoxInHand {
  readonly of: StandingLine
  readonly line: PictureLine
  readonly side: BoxSide
  /** Null where the line says nothing of a part. */
  readonly box: Box | null
  /** Of the picture in whose pixels it is told. */
  readonly size: Size
  readonly isChanged: boolean
  readonly at: MediaMicros
}

/** The line as it is in hand: what was drawn of it, else as it stands. */
export function inHand(model: EditsModel, of: StandingLine): StandingLine['line'] {
  const draft = model.boxed.value
  return draft?.key === of.key ? draft.line : of.line
}

export function boxInHand(model: EditsModel, player: TiedPlayer): BoxInHand | null {
  const of = selectedLine(model)
  const line = of && inHand(model, of)
  if (!of || line?.part !== 'picture') return null
  const side = boxOf(line)?.side ?? boxSideOf(line.kind)
  const picture = side === 'region' ? model.film.value?.id : player.shown.value[0]?.line.raw
  const size = picture === undefined ? null : sizeOf(model.room.source, picture)
  if (!size) return null
  const now = Math.round(player.filmFrame.value?.pts ?? line.from)
  const at = Math.max(line.from, Math.min(line.to - 1, now)) as MediaMicros
  return { of, line, side, box: boxAt(line, at), size, isChanged: line !== of.line, at }
}

export function putBox(model: EditsModel, { of, line, side, at }: BoxInHand, box: Box): void {
  model.boxed.value = { key: of.key, line: withBoxAt(line, side, at, box) }
}

/** A part to begin with, in the middle of the picture. */
export function beginBox(model: EditsModel, hand: BoxInHand): void {
  const { width, height } = hand.size
  const [w, h] = [Math.max(1, Math.round(width / 3)), Math.max(1, Math.round(height / 3))]
  putBox(model, hand, [Math.round((width - w) / 2), Math.round((height - h) / 2), w, h])
}

export function setMoving(model: EditsModel, { of, line, side, at }: BoxInHand, isMoving: boolean): void {
  model.boxed.value = { key: of.key, line: withMoving(line, side, at, isMoving) }
}

/** What the dialog is asked to enter: the line with the part that was drawn. */
export function correcting(
  model: EditsModel,
  line: StandingLine,
  ends?: { readonly from: MediaMicros; readonly to: MediaMicros },
): Extract<Asking, { kind: 'correct' }> {
  const first = inHand(model, line)
  return { kind: 'correct', line, ...(first === line.line ? {} : { first }), ...(ends ? { ends } : {}) }
}
