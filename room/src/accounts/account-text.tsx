import { useSignal } from '@preact/signals'
import type { Column, ShownStatement } from '@sightline/core/side-by-side'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { accountsWords } from '../strings/accounts-words.ts'
import type { AccountsModel } from './accounts-model.ts'
import { press } from './accounts-table.tsx'
import { daysText } from './day-words.ts'
import { type TextPiece, textPieces } from './text-pieces.ts'
import { placesInArea, type Selected, selectedIn } from './text-selection.ts'

interface Props {
  readonly model: AccountsModel
  readonly column: Column
  readonly chosen: ShownStatement | null
  readonly onSelect: (stretch: Selected | null) => void
}

/** The whole text of an account. What is selected in it, by pointer or in a text area by keyboard, is told. */
export function AccountText({ model, column, chosen, onSelect }: Props) {
  const w = accountsWords.value
  const isByKeyboard = useSignal(false)
  return (
    <>
      {model.room.source.can.command && (
        <p class="row">
          <span class="muted small">{isByKeyboard.value ? w.keyboardWhat : w.select}</span>
          <button
            type="button"
            class="link small"
            onClick={() => {
              onSelect(null)
              isByKeyboard.value = !isByKeyboard.peek()
            }}
          >
            {isByKeyboard.value ? w.byPointer : w.byKeyboard}
          </button>
        </p>
      )}
      {isByKeyboard.value ? (
        <TextArea column={column} chosen={chosen} onSelect={onSelect} />
      ) : (
        <Text model={model} column={column} chosen={chosen} onSelect={onSelect} />
      )}
    </>
  )
}

function Text({ model, column, chosen, onSelect }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => textPieces(column), [column])
  const { key } = chosen ?? { key: null }
  useEffect(() => {
    if (key) root.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'center' })
  }, [key])
  useEffect(() => {
    const listen = () => {
      if (root.current) onSelect(selectedIn(root.current, document.getSelection()))
    }
    document.addEventListener('selectionchange', listen)
    return () => document.removeEventListener('selectionchange', listen)
  }, [onSelect])
  return (
    <div ref={root} class="account-text">
      {pieces.map(piece =>
        piece.fold ? (
          <Folded key={piece.start} column={column} piece={piece} />
        ) : (
          <Piece key={piece.start} model={model} column={column} piece={piece} chosen={chosen} />
        ),
      )}
    </div>
  )
}

interface PieceProps extends Pick<Props, 'model' | 'column' | 'chosen'> {
  readonly piece: TextPiece
}

/** A pointer's way to a statement; by keyboard it is reached from the table. */
function Piece({ model, column, piece, chosen }: PieceProps) {
  const [narrowest] = piece.statements
  const isChosen = chosen !== null && piece.start >= chosen.start && piece.end <= chosen.end
  const isTaken = piece.statements.some(({ origin, parting }) => origin.kind === 'taken-up' || parting)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same statements are buttons in the table and the card
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the same statements are buttons in the table and the card
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same statements are buttons in the table and the card
    <span
      data-at={piece.start}
      data-kind={narrowest?.kind}
      data-chosen={isChosen || undefined}
      data-taken={isTaken || undefined}
      // Told by the style sheet, so that nothing but the account's own text is selected.
      data-days={piece.days.flatMap(day => daysText(day) ?? []).join('; ') || undefined}
      onClick={() => {
        // A click that ends a selection is not meant for the statement.
        if (narrowest && document.getSelection()?.isCollapsed !== false) press(model, narrowest)
      }}
    >
      {column.text.slice(piece.start, piece.end)}
    </span>
  )
}

/** What stands around the text: folded, with the rule that did it, and opened at a press. */
function Folded({ column, piece }: Pick<PieceProps, 'column' | 'piece'>) {
  const w = accountsWords.value
  const { fold } = piece
  if (!fold) return null
  const kind = Object.hasOwn(w.fold, fold.kind) ? w.fold[fold.kind as keyof typeof w.fold] : w.foldOther
  return (
    <details class="folded">
      <summary title={w.foldTitle(kind, fold.rule)}>{w.foldTitle(kind, fold.rule)}</summary>
      <span data-at={piece.start}>{column.text.slice(piece.start, piece.end)}</span>
    </details>
  )
}

/** The same text in a field that takes the caret, since selecting by keyboard needs one. */
function TextArea({ column, chosen, onSelect }: Omit<Props, 'model'>) {
  const w = accountsWords.value
  const area = useRef<HTMLTextAreaElement>(null)
  const { area: text, placeOf } = useMemo(() => placesInArea(column.text), [column.text])
  useEffect(() => {
    const field = area.current
    if (!field) return
    field.focus()
    const at = placeOf.findIndex(place => place >= (chosen?.start ?? 0))
    field.setSelectionRange(at, at)
  }, [chosen, placeOf])
  return (
    <textarea
      ref={area}
      class="account-text"
      aria-label={w.byKeyboard}
      aria-readonly
      spellcheck={false}
      rows={18}
      value={text}
      // A field that is `readonly` shows no caret in Chromium; this one takes the caret and refuses every change.
      onBeforeInput={event => event.preventDefault()}
      onSelect={event => {
        const { selectionStart, selectionEnd } = event.currentTarget
        const [start, end] = [placeOf[selectionStart], placeOf[selectionEnd]]
        onSelect(start === undefined || end === undefined || start === end ? null : { start, end })
      }}
    />
  )
}
