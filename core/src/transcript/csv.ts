// Transcripts as tables: our own, one row for each word, exact to the microsecond; and those of others, one row for each line.
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import { decimalFromMicros, type MediaMicros } from '../time/index.ts'
import { readClock, readSeconds } from './caption-times.ts'
import { readRows, type Separator, separatorOf, writeRows } from './csv-rows.ts'
import { type Kept, Problems, type ReadTranscript } from './document.ts'
import { mostLines } from './limits.ts'
import { piecesOf, textOf, textOfPiece, wordPiece } from './typed-text.ts'
import { isSameLines } from './written-back.ts'

const ownColumns = [
  ...([
    'line',
    'line_from_s',
    'line_to_s',
    'line_times',
    'speaker',
    'microphone_sha256',
    'kind',
    'text',
  ] as const),
  ...(['from_s', 'to_s', 'confidence', 'joined'] as const),
]

type Column = 'from' | 'to' | 'duration' | 'speaker' | 'text' | 'confidence'

/** What others call their columns. */
const names: Readonly<Record<Column, RegExp>> = {
  from: /^(?:from|start|begin|in|start[ _-]?time|begin[ _-]?time|time[ _-]?in|timestamp|inicio|desde)(?:[ _-]?\(?(?:s|ms|sec|secs|seconds)\)?)?$/i,
  to: /^(?:to|end|stop|out|end[ _-]?time|time[ _-]?out|fin|hasta)(?:[ _-]?\(?(?:s|ms|sec|secs|seconds)\)?)?$/i,
  duration: /^(?:duration|length|dur)(?:[ _-]?\(?(?:s|ms|sec|secs|seconds)\)?)?$/i,
  speaker: /^(?:speaker|voice|who|name|speaker[ _-]?(?:label|name|id)|hablante)$/i,
  text: /^(?:text|transcript|transcription|utterance|content|caption|subtitle|words?|line|texto)$/i,
  confidence: /^(?:confidence|conf|score|probability)$/i,
}

/** Whether the first line of a text names a column of times and one of words. */
export function isTranscriptCsv(text: string): boolean {
  const [first = []] = readRows(text.split(/\r\n?|\n/, 1)[0] ?? '', separatorOf(text))
  const found = columnsOf(first)
  return isOwn(first) || (found.text !== null && found.from !== null)
}

const isOwn = (head: readonly string[]) => ownColumns.every((name, at) => head[at] === name)

/** Reads a table. A row whose times cannot be read is kept and told. */
export function readCsv(text: string): ReadTranscript {
  const separator = separatorOf(text)
  const rows = readRows(text, separator)
  const problems = new Problems()
  const head = rows[0] ?? []
  if (isOwn(head)) {
    const document = { v: 1, language: null, lines: ownLines(rows, problems), kept: null } as const
    return { format: 'csv', dialect: 'Sightline CSV', document, problems: problems.list() }
  }
  const columns = columnsOf(head)
  const named = withUnits(rows, columns)
  if (named !== head)
    problems.tell(
      'times are whole numbers without a unit, and in seconds lines would last minutes: read as milliseconds, as Whisper writes them',
    )
  const lines: TranscriptLine[] = []
  for (const [at, row] of rows.entries()) {
    if (at === 0) continue
    const line = lineOfRow(row, columns, named, at)
    if (line) lines.push(line)
    else if (row.some(cell => cell.trim() !== ''))
      problems.tell(
        `row ${at + 1}: expected times in seconds or as 00:00:01.000, found "${row.join(separator).slice(0, 80)}"`,
      )
    if (lines.length > mostLines) throw new RangeError(`expected at most ${mostLines} rows`)
  }
  return {
    format: 'csv',
    dialect: 'CSV',
    document: { v: 1, language: null, lines, kept: { format: 'csv', separator, rows } },
    problems: problems.list(),
  }
}

type Columns = Readonly<Record<Column, number | null>>

function columnsOf(head: readonly string[]): Columns {
  const place = (column: Column) => {
    const at = head.findIndex(name => names[column].test(name.trim()))
    return at < 0 ? null : at
  }
  return {
    from: place('from'),
    to: place('to'),
    duration: place('duration'),
    speaker: place('speaker'),
    text: place('text'),
    confidence: place('confidence'),
  }
}

/** No speech goes on so long without a pause: a line of more is not in seconds. */
const longestLineSeconds = 90

/**
 * The head of a table, with the unit named where it names none: Whisper's own tables (start, end, text) count milliseconds, and say so nowhere. That is
 * taken of whole numbers by which half the lines or more would be longer than a minute and a half.
 */
function withUnits(rows: readonly (readonly string[])[], columns: Columns): readonly string[] {
  const [head = [], ...body] = rows
  const { from, to } = columns
  if (from === null || to === null || /s\)?$/i.test(`${head[from]?.trim()}`)) return head
  const lengths: number[] = []
  for (const row of body) {
    const [start = '', end = ''] = [row[from]?.trim(), row[to]?.trim()]
    if (start === '' && end === '') continue
    if (!/^\d+$/.test(start) || !/^\d+$/.test(end)) return head
    lengths.push(Number(end) - Number(start))
  }
  const long = lengths.filter(length => length > longestLineSeconds).length
  if (long === 0 || long < lengths.length / 2) return head
  return head.map((name, at) => (at === from || at === to || at === columns.duration ? `${name} ms` : name))
}

/** `start_ms` counts milliseconds; everything else is seconds, or a clock. */
function timeIn(cell: string, name: string): MediaMicros | null {
  const clock = readClock(cell)
  if (clock !== null) return clock
  const seconds = readSeconds(cell.replace(',', '.'))
  return seconds !== null && /ms\)?$/i.test(name.trim()) ? readSeconds(seconds / 1e9) : seconds
}

function lineOfRow(
  row: readonly string[],
  columns: Columns,
  head: readonly string[],
  at: number,
): TranscriptLine | null {
  const cell = (column: Column) => (columns[column] === null ? '' : (row[columns[column]] ?? ''))
  const time = (column: Column) => timeIn(cell(column), head[columns[column] ?? -1] ?? '')
  const from = time('from')
  if (from === null) return null
  const [end, duration] = [time('to'), time('duration')]
  const to = end ?? (duration === null ? from : ((from + duration) as MediaMicros))
  if (to < from) return null
  const confidence = cell('confidence').trim() === '' ? Number.NaN : Number(cell('confidence'))
  const isShare = confidence >= 0 && confidence <= 1
  const speaker = cell('speaker').trim().replace(/\s+/g, ' ').slice(0, 200)
  const pieces = piecesOf(cell('text')).map(piece =>
    piece.kind === 'word' && isShare ? { ...piece, confidence } : piece,
  )
  const [only] = pieces
  // A row for each word has the word's own times.
  const timed = pieces.length === 1 && only ? [{ ...only, from, to }] : pieces
  return { from, to, speaker: speaker === '' ? null : speaker, heard: null, pieces: timed, cue: at }
}

/** Writes lines as our own table, or, where they came from another's, as that: rows that nobody changed as they were. */
export function writeCsv(
  lines: readonly TranscriptLine[],
  kept: Extract<Kept, { format: 'csv' }> | null,
): string {
  if (kept === null) return writeRows([ownColumns, ...lines.flatMap(ownRows)], ',')
  const columns = columnsOf(kept.rows[0] ?? [])
  const head = withUnits(kept.rows, columns)
  const ofRow = new Map<number, TranscriptLine[]>()
  const added: TranscriptLine[] = []
  for (const line of lines) {
    if (line.cue === null) added.push(line)
    else ofRow.set(line.cue, [...(ofRow.get(line.cue) ?? []), line])
  }
  added.sort((a, b) => a.from - b.from)
  const rows: (readonly string[])[] = []
  let next = 0
  const addUntil = (time: number) => {
    for (let line = added[next]; line && line.from < time; line = added[++next])
      rows.push(newRow(line, columns, head, []))
  }
  for (const [at, row] of kept.rows.entries()) {
    const was = at === 0 ? null : lineOfRow(row, columns, head, at)
    if (was === null) {
      rows.push(row)
      continue
    }
    const here = ofRow.get(at) ?? []
    addUntil(was.from)
    if (isSameLines(here, [was])) rows.push(row)
    else rows.push(...here.map(line => newRow(line, columns, head, row)))
  }
  addUntil(Number.POSITIVE_INFINITY)
  return writeRows(rows, kept.separator satisfies Separator)
}

function newRow(
  line: TranscriptLine,
  columns: Columns,
  head: readonly string[],
  was: readonly string[],
): readonly string[] {
  const row = head.map((_, at) => was[at] ?? '')
  const put = (column: Column, text: string) => {
    const at = columns[column]
    if (at !== null) row[at] = text
  }
  const time = (column: Column, micros: number) => {
    const name = head[columns[column] ?? -1] ?? ''
    put(column, decimalFromMicros(/ms\)?$/i.test(name.trim()) ? micros * 1000 : micros))
  }
  time('from', line.from)
  time('to', line.to)
  time('duration', line.to - line.from)
  put('speaker', line.speaker ?? '')
  put('text', textOf(line))
  const [first] = line.pieces
  put('confidence', first?.kind === 'word' && first.confidence !== null ? String(first.confidence) : '')
  return row
}

/** What a spreadsheet would take for a formula is preceded by an apostrophe, and so is what begins with one: reading takes it off. */
const guarded = (text: string) => (/^['=+\-@\t\r]/.test(text) ? `'${text}` : text)
const unguarded = (text: string) => (/^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text)

function ownRows(line: TranscriptLine, at: number): readonly (readonly string[])[] {
  const about = [
    ...[String(at + 1), decimalFromMicros(line.from), decimalFromMicros(line.to)],
    ...[line.estimated ? 'estimated' : 'given', guarded(line.speaker ?? ''), line.heard ?? ''],
  ]
  if (line.pieces.length === 0) return [[...about, 'nothing', '', '', '', '', '']]
  return line.pieces.map(piece => [
    ...about,
    piece.kind,
    guarded(piece.kind === 'ambiguous' ? JSON.stringify(piece.readings) : textOfPiece(piece)),
    piece.from === null ? '' : decimalFromMicros(piece.from),
    piece.to === null ? '' : decimalFromMicros(piece.to),
    piece.kind === 'word' && piece.confidence !== null ? String(piece.confidence) : '',
    piece.kind === 'word' && piece.glued ? 'yes' : '',
  ])
}

function ownLines(rows: readonly (readonly string[])[], problems: Problems): TranscriptLine[] {
  const lines: TranscriptLine[] = []
  let last = ''
  for (const [at, row] of rows.entries()) {
    if (at === 0) continue
    const [number = '', from, to, times, speaker = '', heard = '', ...rest] = row
    const [start, end] = [readSeconds(from), readSeconds(to)]
    const piece = pieceOf(rest)
    if (start === null || end === null || end < start || piece === 'unreadable') {
      problems.tell(
        `row ${at + 1}: expected a row as Sightline writes them, found "${row.join(',').slice(0, 80)}"`,
      )
      continue
    }
    if (number !== last) {
      if (lines.length >= mostLines) throw new RangeError(`expected at most ${mostLines} lines`)
      const isMicrophone = /^[0-9a-f]{64}$/.test(heard)
      lines.push({
        ...{ from: start, to: end },
        ...(times === 'estimated' ? { estimated: true } : {}),
        speaker: speaker === '' ? null : unguarded(speaker).slice(0, 200),
        heard: isMicrophone ? heard : null,
        pieces: [],
        cue: null,
      })
      last = number
    }
    const line = lines.at(-1)
    if (line && piece !== null) line.pieces.push(piece)
  }
  return lines
}

function pieceOf([kind = '', cell = '', from = '', to = '', confidence = '', joined]: readonly string[]):
  | Piece
  | null
  | 'unreadable' {
  const times = { from: readSeconds(from), to: readSeconds(to) }
  const text = unguarded(cell)
  switch (kind) {
    case 'nothing':
      return null
    case 'inaudible':
      return { kind, ...times }
    case 'ambiguous': {
      const readings = readingsOf(text)
      return readings === null ? 'unreadable' : { kind, readings, ...times }
    }
    case 'word': {
      if (text === '' || text.length > 300) return 'unreadable'
      const share = confidence === '' ? null : Number(confidence)
      const isShare = share !== null && share >= 0 && share <= 1
      return wordPiece(text, times.from, times.to, isShare ? share : null, joined === 'yes')
    }
    default:
      return 'unreadable'
  }
}

function readingsOf(text: string): string[] | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Not written by us, or changed by another program: the row is told as unreadable.
    return null
  }
  const isReadings =
    Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= 6 &&
    value.every(each => typeof each === 'string' && each !== '' && each.length <= 300)
  return isReadings ? (value as string[]) : null
}
