import { useComputed } from '@preact/signals'
import { type Box, between } from '@sightline/core/conform'
import { editsWords } from '../strings/edits-words.ts'
import { beginBox, boxInHand, putBox, setMoving } from './box-draft.ts'
import type { EditsModel } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

/** The part of the picture that the chosen line speaks of, as exact numbers; the same as on the picture. */
export function BoxFields({ model, player }: { readonly model: EditsModel; readonly player: TiedPlayer }) {
  const w = editsWords.value
  const hand = useComputed(() => boxInHand(model, player)).value
  if (!hand) return null
  const { box, size, side, line, isChanged } = hand
  if (box === null)
    return (
      <p class="small">
        <button type="button" class="link" onClick={() => beginBox(model, hand)}>
          {w.boxBegin}
        </button>
      </p>
    )
  const put = (n: number, typed: string) => {
    const value = Number(typed)
    if (typed.trim() === '' || !Number.isFinite(value)) return
    const next = box.map((each, at) => (at === n ? value : each)) as unknown as Box
    const [x, y, width, height] = next
    putBox(model, hand, between(x, y, x + Math.max(1, width), y + Math.max(1, height), size))
  }
  const most = [size.width - 1, size.height - 1, size.width, size.height]
  return (
    <fieldset class="box-fields">
      <legend class="small muted">{w.boxSides[side]}</legend>
      {w.boxNumbers.map((label, n) => (
        <label key={label}>
          <span class="small muted">{label}</span>
          <input
            type="number"
            class="mono"
            min={n < 2 ? 0 : 1}
            max={most[n]}
            value={box[n]}
            onChange={event => put(n, event.currentTarget.value)}
          />
        </label>
      ))}
      <p class="small box-more">
        <label class="check">
          <input
            type="checkbox"
            checked={line.follows !== undefined}
            onChange={event => setMoving(model, hand, event.currentTarget.checked)}
          />
          {line.follows ? w.boxMoves(line.follows.length) : w.boxMove}
        </label>
        {isChanged && (
          <button
            type="button"
            class="link"
            onClick={() => {
              model.boxed.value = null
            }}
          >
            {w.boxBack}
          </button>
        )}
      </p>
      <p class="small muted box-more" role="status">
        {isChanged ? w.boxNotEntered : w.boxHint}
      </p>
    </fieldset>
  )
}
