// SubRip: numbered cues with times to the millisecond. It has no standard; what is common is read, and written back as it was.
import type { TranscriptLine } from '../case/transcript-line.ts'
import type { MediaMicros } from '../time/index.ts'
import { clockText, readClock } from './caption-times.ts'
import { type KeptBlock, type KeptCue, Problems, type ReadTranscript } from './document.ts'
import { mostLines } from './limits.ts'
import { splitSpeaker } from './spoken-by.ts'
import { piecesOf, textOf } from './typed-text.ts'
import { tooMany } from './webvtt.ts'
import { inPlaces, isAsRead } from './written-back.ts'

const timing =
  /^\s*(\d{1,5}:\d{2}:\d{2}[,.]\d{1,6})\s*-->\s*(\d{1,5}:\d{2}:\d{2}[,.]\d{1,6})(?:\s+(\S.*?))?\s*$/

/** Whether a text holds what only SubRip holds: a line of times early on, without the head of WebVTT. */
export function isSrt(text: string): boolean {
  return text
    .slice(0, 4000)
    .split(/\r\n?|\n/)
    .some(row => timing.test(row))
}

/** Reads a SubRip file. Blank lines within a cue stay in it: a cue ends where the next one's times begin. */
export function readSrt(text: string): ReadTranscript {
  const problems = new Problems()
  const rows = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .split('\n')
  const blocks: KeptBlock[] = []
  const lines: TranscriptLine[] = []
  let open: string[] = []
  let cue: { id: string | null; timing: string } | null = null
  const close = () => {
    const payload = withoutEndingBlanks(open)
    if (cue) {
      const kept: KeptCue = { kind: 'cue', ...cue, payload }
      if (lines.length >= mostLines) throw tooMany()
      lines.push(...linesOf(kept, blocks.length))
      blocks.push(kept)
    } else if (payload !== '') {
      problems.tell(`expected a cue, found "${payload.slice(0, 80)}" before any times`)
      blocks.push({ kind: 'other', text: payload })
    }
    open = []
  }
  for (const [at, row] of rows.entries()) {
    if (!row.includes('-->')) {
      open.push(row)
      continue
    }
    if (timesOf(row) === null) {
      problems.tell(
        `line ${at + 1}: expected times such as 00:00:01,000 --> 00:00:02,000, found "${row.slice(0, 80)}"`,
      )
      open.push(row)
      continue
    }
    // The number above the times belongs to them, where there is one on a line of its own.
    const isNumbered: boolean =
      /^\s*\d+\s*$/.test(open.at(-1) ?? '') && (open.length === 1 || open.at(-2)?.trim() === '' || !cue)
    const id: string | null = isNumbered ? (open.pop() ?? null) : null
    close()
    cue = { id, timing: row }
  }
  close()
  return {
    format: 'srt',
    dialect: 'SubRip',
    document: { v: 1, language: null, lines, kept: { format: 'srt', blocks } },
    problems: problems.list(),
  }
}

function withoutEndingBlanks(rows: readonly string[]): string {
  return rows.join('\n').replace(/^\n+/, '').replace(/\s+$/, '')
}

function timesOf(row: string): { readonly from: MediaMicros; readonly to: MediaMicros } | null {
  const match = timing.exec(row)
  const [from, to] = [readClock(match?.[1] ?? ''), readClock(match?.[2] ?? '')]
  return from === null || to === null || to < from ? null : { from, to }
}

function linesOf(cue: KeptCue, at: number): readonly TranscriptLine[] {
  const times = timesOf(cue.timing)
  if (!times) return []
  // Tags and placings of other players ({\an8}) say how words look.
  const plain = cue.payload.replace(/<\/?[a-z][^>]*>/gi, '').replace(/\{\\[^}]*\}/g, '')
  const { speaker, text } = splitSpeaker(plain)
  return [{ ...times, speaker, heard: null, pieces: piecesOf(text), cue: at }]
}

/** Writes lines as SubRip, with the speaker before a colon. Cues that nobody changed are written as they were, numbers and all. */
export function writeSrt(
  lines: readonly TranscriptLine[],
  kept: { readonly blocks: readonly KeptBlock[] } | null,
): string {
  let number = 0
  const blocks = inPlaces(kept?.blocks ?? [], lines).map(({ block, lines: here }) => {
    if (block?.kind === 'other') return block.text
    const wasId = block?.id?.trim() ?? ''
    number = wasId === '' ? number + 1 : Math.max(number + 1, Number(wasId))
    if (block && isAsRead(here, linesOf, block))
      return [
        ...(block.id === null ? [] : [block.id]),
        block.timing,
        ...(block.payload === '' ? [] : [block.payload]),
      ].join('\n')
    return here
      .map((line, at) => {
        if (at > 0) number += 1
        const id = at === 0 && block ? block.id : String(number)
        const settings = block ? (timing.exec(block.timing)?.[3] ?? '') : ''
        const times = `${clockText(line.from, ',')} --> ${clockText(line.to, ',')}${settings === '' ? '' : ` ${settings}`}`
        const said = line.speaker === null ? textOf(line) : `${line.speaker}: ${textOf(line)}`
        return [...(id === null ? [] : [id]), times, ...(said === '' ? [] : [said])].join('\n')
      })
      .join('\n\n')
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}
