// How lines that came from a file find their places in it again.
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import type { KeptBlock, KeptCue } from './document.ts'

interface Place {
  /** Null for lines that came from no cue. */
  readonly block: KeptBlock | null
  readonly lines: readonly TranscriptLine[]
}

/**
 * The blocks of a file with the lines that came from each, in the file's order; lines that came from none stand before the first cue that
 * begins later. A cue whose lines were all taken away is left out.
 */
export function inPlaces(blocks: readonly KeptBlock[], lines: readonly TranscriptLine[]): readonly Place[] {
  const ofCue = new Map<number, TranscriptLine[]>()
  const added: TranscriptLine[] = []
  for (const line of lines) {
    if (line.cue === null || blocks[line.cue]?.kind !== 'cue') added.push(line)
    else if (ofCue.has(line.cue)) ofCue.get(line.cue)?.push(line)
    else ofCue.set(line.cue, [line])
  }
  added.sort((a, b) => a.from - b.from)
  const places: Place[] = []
  let next = 0
  const addUntil = (time: number) => {
    for (let line = added[next]; line && line.from < time; line = added[next]) {
      places.push({ block: null, lines: [line] })
      next += 1
    }
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'other') {
      places.push({ block, lines: [] })
      continue
    }
    const here = ofCue.get(at)
    const [first] = here ?? []
    if (!here || !first) continue
    addUntil(first.from)
    places.push({ block, lines: here })
  }
  addUntil(Number.POSITIVE_INFINITY)
  return places
}

/** Whether the lines of a cue are those that reading it gives: nobody changed it. */
export function isAsRead(
  lines: readonly TranscriptLine[],
  read: (cue: KeptCue, at: number) => readonly TranscriptLine[],
  cue: KeptCue,
): boolean {
  const at = lines[0]?.cue
  return at !== null && at !== undefined && isSameLines(lines, read(cue, at))
}

export function isSameLines(one: readonly TranscriptLine[], two: readonly TranscriptLine[]): boolean {
  return (
    one.length === two.length && one.every((line, at) => keyOf(line) === keyOf(two[at] as TranscriptLine))
  )
}

/** Everything a line says, in one order of fields. */
function keyOf({ from, to, speaker, heard, pieces, cue, estimated }: TranscriptLine): string {
  return JSON.stringify([from, to, speaker, heard, cue, estimated === true, pieces.map(saidBy)])
}

function saidBy(piece: Piece): readonly unknown[] {
  switch (piece.kind) {
    case 'word':
      return [piece.text, piece.from, piece.to, piece.confidence, piece.glued === true]
    case 'inaudible':
      return [null, piece.from, piece.to]
    case 'ambiguous':
      return [piece.readings, piece.from, piece.to]
  }
}
