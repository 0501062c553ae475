// The text of WebVTT cues: voices, times within a cue, and what stands for what.
import type { Piece, TranscriptLine } from '../case/transcript-line.ts'
import type { MediaMicros } from '../time/index.ts'
import { clockText, readClock } from './caption-times.ts'
import { piecesOf, textOfPiece } from './typed-text.ts'

/** A run of a cue's text in one voice. */
export interface MarkedText {
  readonly speaker: string | null
  readonly pieces: readonly Piece[]
}

const tag = /<([^>]*)>/g
const longestSpeaker = 200

/** Reads the payload of a cue. Tags other than voices and times say how words look, and are passed over. */
export function markedText(
  payload: string,
  { to: end }: { readonly to: MediaMicros },
): readonly MarkedText[] {
  const parts: { speaker: string | null; pieces: Piece[] }[] = []
  let speaker: string | null = null
  let since: MediaMicros | null = null
  let from = 0
  const take = (text: string, until: MediaMicros | null) => {
    const pieces = timed(piecesOf(unescaped(text)), since, until)
    if (pieces.length > 0) parts.push({ speaker, pieces })
  }
  for (const match of payload.matchAll(tag)) {
    const inside = match[1] ?? ''
    const time = readClock(inside)
    const voice = /^v(?:\.[^\s]*)?(?:\s+([\s\S]*))?$/.exec(inside)
    if (time === null && !voice && inside !== '/v') continue
    const isAtEnd = inside === '/v' && payload.slice(match.index).replace(tag, '').trim() === ''
    take(payload.slice(from, match.index), isAtEnd && since !== null ? end : time)
    from = match.index + match[0].length
    if (time !== null) since = time
    else speaker = voice ? speakerOf(voice[1] ?? '') : null
    if (voice) since = null
  }
  take(payload.slice(from), since === null ? null : end)
  return parts
}

function speakerOf(annotation: string): string | null {
  const name = unescaped(annotation).replace(/\s+/g, ' ').trim().slice(0, longestSpeaker)
  return name === '' ? null : name
}

/** A run of words between two times: the first begins at the one, the last ends at the other; what lies between nobody knows. */
function timed(pieces: readonly Piece[], since: MediaMicros | null, until: MediaMicros | null): Piece[] {
  if (since === null) return [...pieces]
  return pieces.map((piece, at) => ({
    ...piece,
    from: at === 0 ? since : null,
    to: at === pieces.length - 1 ? until : null,
  }))
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
  quot: '"',
  apos: "'",
}

function unescaped(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : whole
    })
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The payload of a line: its voice, and a time before each word that has one, where times only go forward as the format asks. */
export function cueText({ from, to, speaker, pieces }: TranscriptLine): string {
  let text = ''
  let last: number = from
  for (const [at, piece] of pieces.entries()) {
    const space = at === 0 || (piece.kind === 'word' && piece.glued) ? '' : ' '
    const isTimed = piece.from !== null && piece.from > last && piece.from < to
    if (isTimed && piece.from !== null) last = piece.from
    text += `${space}${isTimed ? `<${clockText(piece.from ?? 0, '.')}>` : ''}${escaped(textOfPiece(piece))}`
  }
  if (speaker === null) return text
  return `<v ${escaped(speaker)}>${text}</v>`
}
