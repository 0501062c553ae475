// WebVTT as in https://www.w3.org/TR/webvtt1/: read leniently, written strictly, and written back as it was where nobody changed it.
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import type { MediaMicros } from '../time/index.ts'
import { clockText, readClock } from './caption-times.ts'
import { cueText, type MarkedText, markedText } from './cue-text.ts'
import { type KeptBlock, type KeptCue, Problems, type ReadTranscript } from './document.ts'
import { mostLines } from './limits.ts'
import { inPlaces, isAsRead } from './written-back.ts'

const arrow = /^\s*(\S+)\s*-->\s*(\S+)(?:\s+(\S.*?))?\s*$/

/** Whether a text says of itself that it is WebVTT. */
export function isWebVtt(text: string): boolean {
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)
}

/** Reads a WebVTT file. A cue whose times cannot be read is kept as it stands, and told. */
export function readWebVtt(text: string): ReadTranscript {
  const problems = new Problems()
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
  const rows = plain.split('\n')
  let at = 0
  const header: string[] = []
  while (at < rows.length && rows[at]?.trim() !== '' && !(at > 0 && rows[at]?.includes('-->')))
    header.push(rows[at++] ?? '')
  const blocks: KeptBlock[] = []
  const lines: TranscriptLine[] = []
  while (at < rows.length) {
    if (rows[at] === '') {
      at += 1
      continue
    }
    const begin = at
    const block: string[] = []
    // A second line of times begins a cue of its own, though no blank line stands before it.
    while (at < rows.length && rows[at] !== '') {
      const isArrow = rows[at]?.includes('-->')
      if (isArrow && block.some(row => row.includes('-->'))) break
      block.push(rows[at++] ?? '')
    }
    const kept = blockOf(block, begin, problems)
    if (kept.kind === 'cue') {
      if (lines.length >= mostLines) throw tooMany()
      lines.push(...linesOf(kept, blocks.length))
    }
    blocks.push(kept)
  }
  const language = /^Language:\s*(\S.*?)\s*$/im.exec(header.slice(1).join('\n'))?.[1]?.slice(0, 100) ?? null
  return {
    format: 'webvtt',
    dialect: 'WebVTT',
    document: { v: 1, language, lines, kept: { format: 'webvtt', header: header.join('\n'), blocks } },
    problems: problems.list(),
  }
}

/** Thrown as it is: the reader's caller says in which file. */
export function tooMany(): RangeError {
  return new RangeError(`expected at most ${mostLines} lines`)
}

function blockOf(rows: readonly string[], at: number, problems: Problems): KeptBlock {
  const other = { kind: 'other', text: rows.join('\n') } as const
  const place = rows.findIndex(row => row.includes('-->'))
  if (place < 0) {
    if (!/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(rows[0] ?? ''))
      problems.tell(`line ${at + 1}: expected a cue, found text without times`)
    return other
  }
  if (/^NOTE(?:\s|$)/.test(rows[0] ?? '') && place > 0) return other
  const timing = rows[place] ?? ''
  if (place > 1 || timesOf(timing) === null) {
    problems.tell(
      `line ${at + place + 1}: expected times such as 00:00:01.000 --> 00:00:02.000, found "${timing.slice(0, 80)}"`,
    )
    return other
  }
  return {
    kind: 'cue',
    id: place === 0 ? null : (rows[0] ?? null),
    timing,
    payload: rows.slice(place + 1).join('\n'),
  }
}

function timesOf(timing: string): { readonly from: MediaMicros; readonly to: MediaMicros } | null {
  const match = arrow.exec(timing)
  const [from, to] = [readClock(match?.[1] ?? ''), readClock(match?.[2] ?? '')]
  return from === null || to === null || to < from ? null : { from, to }
}

/** The lines of a cue: one for each voice in it. */
function linesOf(cue: KeptCue, at: number): readonly TranscriptLine[] {
  const times = timesOf(cue.timing)
  if (!times) return []
  return byVoice(markedText(cue.payload, times)).map(({ speaker, pieces }) => ({
    ...times,
    speaker,
    heard: null,
    pieces,
    cue: at,
  }))
}

function byVoice(
  parts: readonly MarkedText[],
): readonly { readonly speaker: string | null; readonly pieces: Piece[] }[] {
  const voices: { speaker: string | null; pieces: Piece[] }[] = []
  for (const { speaker, pieces } of parts) {
    const last = voices.at(-1)
    if (last && last.speaker === speaker) last.pieces.push(...pieces)
    else voices.push({ speaker, pieces: [...pieces] })
  }
  const said = voices.filter(({ speaker, pieces }) => pieces.length > 0 || speaker !== null)
  return said.length > 0 ? said : [{ speaker: null, pieces: [] }]
}

/**
 * Writes lines as WebVTT. `kept` is what the file they came from held: its header, notes, styles, regions, and the cues that nobody
 * changed, which are written as they were. What WebVTT has no place for (confidence, microphones, parts of a millisecond) is not in it.
 */
export function writeWebVtt(
  lines: readonly TranscriptLine[],
  kept: { readonly header: string; readonly blocks: readonly KeptBlock[] } | null,
  language: string | null = null,
): string {
  const header =
    kept?.header ||
    `WEBVTT${language === null ? '' : `\nKind: captions\nLanguage: ${language.replace(/[\r\n]/g, ' ')}`}`
  const blocks = inPlaces(kept?.blocks ?? [], lines).map(({ block, lines: here }) => {
    if (block?.kind === 'other') return block.text
    if (block && isAsRead(here, (cue, at) => linesOf(cue, at), block)) return rawOf(block)
    return newCues(block, here)
  })
  return `${[header, ...blocks.filter(text => text !== '')].join('\n\n')}\n`
}

const rawOf = ({ id, timing, payload }: KeptCue) =>
  [...(id === null ? [] : [id]), timing, ...(payload === '' ? [] : [payload])].join('\n')

/** Lines of equal times stay one cue; its identifier and settings stay with the first. */
function newCues(was: KeptCue | null, lines: readonly TranscriptLine[]): string {
  const cues: TranscriptLine[][] = []
  for (const line of lines) {
    const last = cues.at(-1)?.[0]
    if (was && last && last.from === line.from && last.to === line.to) cues.at(-1)?.push(line)
    else cues.push([line])
  }
  const settings = was ? (arrow.exec(was.timing)?.[3] ?? '') : ''
  return cues
    .map((cue, at) => {
      const [first] = cue
      const [from, to] = [clockText(first?.from ?? 0, '.'), clockText(first?.to ?? 0, '.')]
      const timing = `${from} --> ${to}${settings === '' ? '' : ` ${settings}`}`
      const id = at === 0 && was?.id ? [was.id] : []
      const payload = cue.map(cueText).filter(text => text !== '')
      return [...id, timing, ...payload].join('\n')
    })
    .join('\n\n')
}
