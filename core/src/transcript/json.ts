// Transcripts as JSON: our own document, and what recognisers write.
import type { TranscriptLine } from '../case/transcript-line.ts'
import { type Kept, type ReadTranscript, TranscriptDocument } from './document.ts'
import { mostLines, mostWords } from './limits.ts'
import { dialects } from './recognisers.ts'
import { textOf } from './typed-text.ts'
import { isSameLines } from './written-back.ts'

const ownName = 'Sightline JSON'

/** Reads JSON, or lines of JSON. Null when it is neither, or no form that is known. */
export function readJson(text: string): ReadTranscript | null {
  const document = parsed(text.replace(/^\uFEFF/, ''))
  if (document === undefined) return null
  const own = TranscriptDocument.safeParse(document)
  if (own.success) return { format: 'json', dialect: ownName, document: within(own.data), problems: [] }
  for (const dialect of dialects) {
    if (!dialect.isIt(document)) continue
    const lines = dialect.lines(document)
    const kept = { format: 'json', dialect: dialect.name, document } as const
    const language = dialect.language(document)?.slice(0, 100) ?? null
    return {
      format: 'json',
      dialect: dialect.name,
      document: within({ v: 1, language, lines, kept }),
      problems: lines.length === 0 ? ['expected words with times, found none'] : [],
    }
  }
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Several documents, one on each line, as some recognisers write while they listen.
    const rows = text.split('\n').filter(row => row.trim() !== '')
    if (rows.length < 2) return undefined
    try {
      return rows.map(row => JSON.parse(row) as unknown)
    } catch {
      return undefined
    }
  }
}

function within(document: TranscriptDocument): TranscriptDocument {
  let words = 0
  for (const { pieces } of document.lines) words += pieces.length
  if (document.lines.length > mostLines || words > mostWords)
    throw new RangeError(
      `expected at most ${mostLines} lines and ${mostWords} words, found ${document.lines.length} and ${words}`,
    )
  return document
}

/** Our own document, with everything that was kept of the file it came from. */
export function writeOwnJson(document: TranscriptDocument): string {
  return `${JSON.stringify(document)}\n`
}

/**
 * Lines in the form of the recogniser they came from, everything else in its document as it was. Segments that nobody changed stay as they
 * are. Null where lines were changed and the form has no segments to put the change into.
 */
export function writeRecogniserJson(
  lines: readonly TranscriptLine[],
  kept: Extract<Kept, { format: 'json' }>,
): string | null {
  const dialect = dialects.find(({ name }) => name === kept.dialect)
  if (!dialect) return null
  const was = dialect.lines(kept.document)
  if (isSameLines(lines, was)) return `${JSON.stringify(kept.document, null, 1)}\n`
  const segments = segmentsOf(kept)
  if (!segments) return null
  const wasOf = new Map(was.map(line => [line.cue, line]))
  const inOrder = [...lines].sort((a, b) => a.from - b.from)
  const next = inOrder.map(line => {
    const before = line.cue === null ? undefined : wasOf.get(line.cue)
    const held = line.cue === null ? undefined : segments.list[line.cue]
    return held && before && isSameLines([line], [before]) ? held : segments.make(line, held ?? {})
  })
  return `${JSON.stringify(segments.put(next), null, 1)}\n`
}

interface Segments {
  readonly list: readonly Segment[]
  readonly make: (line: TranscriptLine, was: Segment) => Segment
  readonly put: (segments: readonly Segment[]) => unknown
}
type Segment = Readonly<Record<string, unknown>>

function segmentsOf({ dialect, document }: Extract<Kept, { format: 'json' }>): Segments | null {
  const held = document as Readonly<Record<string, unknown>>
  // Words alone have no segments to put a change into.
  if (dialect === 'whisper' && !Array.isArray(document) && !Array.isArray(held['segments'])) return null
  if (dialect === 'whisper')
    return Array.isArray(document)
      ? { list: document as Segment[], make: whisperSegment, put: segments => segments }
      : {
          list: held['segments'] as Segment[],
          make: whisperSegment,
          put: segments => ({
            ...held,
            ...('text' in held ? { text: segments.map(each => each['text']).join('') } : {}),
            segments,
          }),
        }
  if (dialect === 'whisper.cpp')
    return {
      list: held['transcription'] as Segment[],
      make: whisperCppSegment,
      put: segments => ({ ...held, transcription: segments }),
    }
  return null
}

const seconds = (micros: number | null) => (micros === null ? null : micros / 1e6)

function whisperSegment(line: TranscriptLine, { words: _, ...was }: Segment): Segment {
  const words = line.pieces.flatMap(piece =>
    piece.kind === 'word'
      ? {
          word: piece.glued ? piece.text : ` ${piece.text}`,
          start: seconds(piece.from),
          end: seconds(piece.to),
          probability: piece.confidence,
        }
      : [],
  )
  return {
    ...was,
    ...{ start: seconds(line.from), end: seconds(line.to), text: ` ${textOf(line)}` },
    ...(words.length === line.pieces.length && words.length > 0 ? { words } : {}),
    ...(line.speaker === null ? {} : { speaker: line.speaker }),
  }
}

function whisperCppSegment(line: TranscriptLine, { tokens: _, timestamps: __, ...was }: Segment): Segment {
  return {
    ...was,
    offsets: { from: Math.round(line.from / 1000), to: Math.round(line.to / 1000) },
    text: ` ${textOf(line)}`,
  }
}
