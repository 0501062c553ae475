// What a person does to lines: each is one entry, laid over what was there.
import { layerRev, type TranscriptLine } from '@sightline/core/case'
import type { MediaMicros } from '@sightline/core/time'
import { pieceSpan, replacedBy, retyped, type ShownLine } from '@sightline/core/transcript'
import { listeningWords } from '../strings/listening-words.ts'
import type { ListeningModel } from './listening-model.ts'

/** A line without what it rests on. */
function plain({ key: _, layer: __, isFitted: ___, ...line }: ShownLine): TranscriptLine {
  return line
}

/** Puts lines in the place of others, or settles them. True when it was entered. */
export async function layLines(
  model: ListeningModel,
  kind: 'revise' | 'settle',
  was: readonly ShownLine[],
  by: readonly TranscriptLine[],
  note: string | null = null,
): Promise<boolean> {
  const transcript = model.transcript.peek()
  if (!transcript || was.length + by.length === 0) return false
  const times = [...was, ...by]
  const extent = {
    from: Math.min(...times.map(line => line.from)),
    to: Math.max(...times.map(line => Math.max(line.to, line.from + 1))),
  }
  const said = listeningWords.peek().said
  return await model.room.entering.enter(
    {
      do: kind === 'settle' ? 'settle-transcript' : 'revise-transcript',
      rev: layerRev(model.room.source.state.peek(), transcript.id, extent),
      ...{ transcript: transcript.id, result: transcript.result, note },
      ...{ replaces: replacedBy(was), by: by.map(line => ({ ...line, pieces: [...line.pieces] })) },
    },
    kind === 'settle' ? said.settled : said.changed,
  )
}

/** The selected line with what was typed over it. */
export function typedOver(line: ShownLine, text: string, speaker: string | null): TranscriptLine {
  return { ...plain(line), speaker, pieces: [...retyped(line.pieces, text)] }
}

/** The line with other times, which are then a person's and no estimate. Words outside them have no times any more. */
export function timedAnew(
  line: TranscriptLine,
  times: { readonly from: MediaMicros; readonly to: MediaMicros },
): TranscriptLine {
  if (line.from === times.from && line.to === times.to) return line
  const { estimated: _, ...rest } = line
  const [from, to] = [Math.min(times.from, times.to), Math.max(times.from, times.to)] as MediaMicros[]
  if (from === undefined || to === undefined) return line
  const isInside = (time: MediaMicros | null) => time !== null && time >= from && time <= to
  const pieces = rest.pieces.map(piece =>
    isInside(piece.from) && isInside(piece.to) ? piece : { ...piece, from: null, to: null },
  )
  return { ...rest, from, to, pieces }
}

export function settleLines(
  model: ListeningModel,
  lines: readonly ShownLine[],
  note: string | null = null,
): Promise<boolean> {
  return layLines(model, 'settle', lines, lines.map(plain), note)
}

export function inaudibleLine(line: ShownLine): TranscriptLine {
  return { ...plain(line), pieces: [{ kind: 'inaudible', from: line.from, to: line.to }] }
}

/** Two lines where there was one, parted before a piece. */
export function splitLine(line: ShownLine, before: number): readonly TranscriptLine[] {
  if (before <= 0 || before >= line.pieces.length) return [plain(line)]
  const at = Math.min(line.to, Math.max(line.from, pieceSpan(line, before).from)) as MediaMicros
  const [first, rest] = [line.pieces.slice(0, before), line.pieces.slice(before)]
  return [
    { ...plain(line), to: at, pieces: first },
    { ...plain(line), from: at, pieces: rest, cue: null },
  ]
}

/** One line where there were two. */
export function mergedLine(first: ShownLine, second: ShownLine): TranscriptLine {
  return {
    ...plain(first),
    to: Math.max(first.to, second.to) as MediaMicros,
    pieces: [...first.pieces, ...second.pieces],
  }
}

/** An empty line between two times, to be typed into. */
export function newLine(from: MediaMicros, to: MediaMicros): TranscriptLine {
  return { from, to: Math.max(from, to) as MediaMicros, speaker: null, heard: null, pieces: [], cue: null }
}

/** The line made out from another microphone. */
export function heardOn(line: ShownLine, microphone: string | null): TranscriptLine {
  return { ...plain(line), heard: microphone }
}

/** The place of the piece that the caret stands in, counted in what `textOf` writes. */
export function pieceAtCaret(line: ShownLine, text: string, caret: number): number {
  const before = text.slice(0, caret)
  const typed = retyped(line.pieces, before)
  return typed.length
}
