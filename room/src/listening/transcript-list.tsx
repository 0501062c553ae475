import { useSignal, useSignalEffect } from '@preact/signals'
import type { MediaMicros } from '@sightline/core/time'
import { pieceSpan, type ShownLine } from '@sightline/core/transcript'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { listeningWords } from '../strings/listening-words.ts'
import { layLines, newLine } from './editing.ts'
import { LineRow } from './line-row.tsx'
import { goToLine, heardAt, type ListeningModel, playFrom } from './listening-model.ts'
import { BlockHeights, blockRows } from './rows-in-view.ts'

/** Characters of a row of text on the screens that matter, and heights of rows: only until a block was measured. */
const charactersInRow = 78
const rowHeight = 22
const rowPadding = 14

// A line is another when it is changed, so what was measured or counted of one holds for good.
const rowHeights = new WeakMap<ShownLine, number>()

function heightOf(line: ShownLine): number {
  const known = rowHeights.get(line)
  if (known !== undefined) return known
  let characters = 0
  for (const piece of line.pieces) characters += piece.kind === 'word' ? piece.text.length + 1 : 13
  const height = rowPadding + rowHeight * Math.max(1, Math.ceil(characters / charactersInRow))
  rowHeights.set(line, height)
  return height
}

/** The lines, of which only those near the window are in the page. */
export function TranscriptList({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value
  const lines = model.lines.value
  const box = useRef<HTMLElement>(null)
  const heights = useMemo(() => new BlockHeights(lines.map(heightOf)), [lines])
  const range = useSignal({ first: 0, end: 6 })
  const look = () => {
    const element = box.current
    if (!element) return
    const next = heights.within(element.scrollTop, element.clientHeight)
    const { first, end } = range.peek()
    if (next.first !== first || next.end !== end) range.value = next
  }
  useLayoutEffect(look, [heights])
  useWanted(model, box, heights, look)
  useHeardWord(model, box)
  if (lines.length === 0) return <Empty model={model} />
  const { first, end } = range.value
  const blocks = Array.from(
    { length: Math.max(0, Math.min(end, heights.count) - first) },
    (_, n) => first + n,
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section class="transcript-lines" tabIndex={0} aria-label={w.line.lines} ref={box} onScroll={look}>
      <div style={{ height: `${heights.top(first)}px` }} />
      {blocks.map(block => (
        <Block key={block} model={model} block={block} lines={lines} heights={heights} onMeasured={look} />
      ))}
      <div style={{ height: `${Math.max(0, heights.top(heights.count) - heights.top(end))}px` }} />
    </section>
  )
}

interface BlockProps {
  readonly model: ListeningModel
  readonly block: number
  readonly lines: readonly ShownLine[]
  readonly heights: BlockHeights
  readonly onMeasured: () => void
}

function Block({ model, block, lines, heights, onMeasured }: BlockProps) {
  const element = useRef<HTMLOListElement>(null)
  const start = block * blockRows
  useLayoutEffect(() => {
    if (!element.current) return
    for (const [n, row] of [...element.current.children].entries()) {
      const line = lines[start + n]
      if (line && row instanceof HTMLElement) rowHeights.set(line, row.offsetHeight)
    }
    if (heights.measure(block, element.current.offsetHeight)) onMeasured()
  })
  return (
    <ol ref={element} start={start + 1}>
      {lines.slice(start, start + blockRows).map((line, n) => (
        <LineRow key={line.key} model={model} line={line} at={start + n} />
      ))}
    </ol>
  )
}

/** Brings the selected line into view when it is asked for: its block by its height, then the line itself. */
function useWanted(
  model: ListeningModel,
  box: { readonly current: HTMLElement | null },
  heights: BlockHeights,
  look: () => void,
): void {
  useSignalEffect(() => {
    if (model.wanted.value === 0) return
    const at = model.at.peek()
    const element = box.current
    if (!element) return
    const row = () => element.querySelector(`[data-at="${at}"]`)
    if (!row()) {
      element.scrollTop = heights.top(Math.floor(at / blockRows))
      look()
    }
    // The block is in the page after the next frame.
    requestAnimationFrame(() => row()?.scrollIntoView({ block: 'nearest' }))
  })
}

/** Marks the word that is heard. It moves with the sound, so it is set on the page itself and renders nothing anew. */
function useHeardWord(model: ListeningModel, box: { readonly current: HTMLElement | null }): void {
  useSignalEffect(() => {
    if (model.player.state.value.kind !== 'playing') return
    let frame = 0
    let marked: Element | null = null
    const follow = () => {
      const media = heardAt(model)
      const line = model.lines.peek()[model.at.peek()]
      const word = media === null || !line ? -1 : wordAt(line, media)
      const next = box.current?.querySelector(`[data-at="${model.at.peek()}"] [data-piece="${word}"]`) ?? null
      if (next !== marked) {
        marked?.removeAttribute('data-heard')
        next?.setAttribute('data-heard', '')
        marked = next
      }
      frame = requestAnimationFrame(follow)
    }
    frame = requestAnimationFrame(follow)
    return () => {
      cancelAnimationFrame(frame)
      marked?.removeAttribute('data-heard')
    }
  })
}

/** The piece of a line that is heard at a time; −1 between them. */
function wordAt(line: ShownLine, media: MediaMicros): number {
  return line.pieces.findIndex((_, n) => {
    const { from, to } = pieceSpan(line, n)
    return media >= from && media < to
  })
}

function Empty({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value
  const transcript = model.transcript.value
  const begin =
    transcript && model.lanesWith(transcript.recording).find(({ id }) => id === transcript.recording)
  return (
    <div class="listening-note">
      <p>{w.none.empty}</p>
      {begin && model.room.source.can.command && (
        <div class="row">
          <button
            type="button"
            class="button key"
            onClick={() => {
              const { from } = begin.media
              const line = newLine(from, Math.min(begin.media.to, from + 3e6) as MediaMicros)
              model.room.speaker.heed(
                layLines(model, 'revise', [], [line]).then(isIn => {
                  if (!isIn) return
                  goToLine(model, 0)
                  model.isEditing.value = true
                }),
              )
            }}
          >
            {w.line.add}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => model.room.speaker.heed(playFrom(model, begin.media.from))}
          >
            {w.sound.play}
          </button>
        </div>
      )}
    </div>
  )
}
