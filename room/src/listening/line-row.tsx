import { computed } from '@preact/signals'
import type { Piece } from '@sightline/core/case'
import { isSettled, pieceSpan, type ShownLine, textOfPiece } from '@sightline/core/transcript'
import { useMemo } from 'preact/hooks'
import { listeningWords } from '../strings/listening-words.ts'
import { timeText } from '../time-text.ts'
import { LineEditor } from './line-editor.tsx'
import { type ListeningModel, loopLine, playFrom } from './listening-model.ts'
import { isPlaceholder, speakerName } from './speaker-names.ts'
import { stateWords } from './transcript-words.ts'

/** A recogniser's own figure below which a word is drawn as doubtful: half of such words are wrong in street noise. */
const doubtful = 0.6

interface Props {
  readonly model: ListeningModel
  readonly line: ShownLine
  readonly at: number
}

/** A line of a transcript: when, who, the words, and whether a person stands for them. */
export function LineRow({ model, line, at }: Props) {
  // Of all rows only the one that was selected and the one that is now are rendered anew.
  const selected = useMemo(() => computed(() => model.at.value === at), [model, at])
  const isSelected = selected.value
  const isEditing = isSelected && model.isEditing.value
  const isHit = model.typed.value.trim() !== '' && model.hits.value.includes(at)
  const { value: state } = model.room.source.state
  const transcript = model.transcript.value
  const w = listeningWords.value
  const name = transcript && speakerName(state, transcript, line.speaker)
  const isOpen = transcript && line.speaker !== null && isPlaceholder(state, transcript, line.speaker)
  const word = isSelected ? model.word.value : null
  const shown = useMemo(() => <Words line={line} word={word} nothing={w.line.nothing} />, [line, word, w])
  const select = () => {
    model.at.value = at
    model.word.value = null
    model.wanted.value += 1
  }
  return (
    <li
      class="line-row"
      data-at={at}
      data-hit={isHit || undefined}
      data-settled={isSettled(line) || undefined}
      aria-current={isSelected ? 'true' : undefined}
    >
      <button
        type="button"
        class="line-time mono"
        aria-label={w.line.play(timeText(line.from, 1))}
        onClick={() => {
          select()
          model.room.speaker.heed(playFrom(model, line.from))
        }}
      >
        {line.estimated ? '≈' : ''}
        {timeText(line.from, 1)}
      </button>
      <span class="line-speaker" data-placeholder={isOpen || undefined}>
        {name ?? (
          <span class="muted">
            –<span class="unseen">{w.line.nobody}</span>
          </span>
        )}
        {isOpen && <span class="unseen"> ({w.line.placeholder})</span>}
      </span>
      {isEditing ? (
        <LineEditor key={line.key} model={model} line={line} at={at} />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has keys for all of it: arrows select, Space plays
        // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the words play on a press; the button beside them does so by keyboard
        <p
          class="line-words"
          onClick={event => {
            const piece = (event.target as Element).closest('[data-piece]')?.getAttribute('data-piece')
            select()
            if (piece == null) return
            model.word.value = Number(piece)
            const { from } = pieceSpan(line, Number(piece))
            model.room.speaker.heed(model.isLooped.peek() ? loopLine(model, line) : playFrom(model, from))
          }}
          onDblClick={() => {
            if (model.room.source.can.command) model.isEditing.value = true
          }}
        >
          {shown}
        </p>
      )}
      <span class="line-state small" title={stateWords(model.room, line)}>
        {isSettled(line) ? '✓' : line.layer ? '✎' : '·'}
        <span class="unseen">{stateWords(model.room, line)}</span>
      </span>
    </li>
  )
}

interface WordsProps {
  readonly line: ShownLine
  readonly word: number | null
  readonly nothing: string
}

function Words({ line, word, nothing }: WordsProps) {
  if (line.pieces.length === 0) return <span class="muted">{nothing}</span>
  return (
    <>
      {line.pieces.map((piece, at) => (
        <>
          {at > 0 && !(piece.kind === 'word' && piece.glued) ? ' ' : ''}
          <span
            data-piece={at}
            data-chosen={at === word || undefined}
            class={classOf(piece, isSettled(line))}
          >
            {textOfPiece(piece)}
          </span>
        </>
      ))}
    </>
  )
}

/** What a reviewer stands for is not doubtful by a machine's figure any more. */
function classOf(piece: Piece, isSure: boolean): string | undefined {
  if (piece.kind !== 'word') return 'unsure'
  return !isSure && piece.confidence !== null && piece.confidence < doubtful ? 'doubtful' : undefined
}
