import type { DiffReport } from './diff-report.ts'
import { escaped } from './html-text.ts'
import { kindWords, soundWords } from './summary.ts'

type Kind = DiffReport['edits'][number]['kind']

/** What differs, by families: a row each above the film. */
const families = {
  Speed: ['slow', 'fast', 'freeze', 'reverse'],
  Framing: ['crop', 'zoom', 'letterbox', 'mirror', 'rotate'],
  'Two pictures': ['pip', 'split', 'dissolve'],
  'Drawn or hidden': ['overlay', 'redaction'],
  'Light or colour': ['fade', 'colour'],
} as const satisfies Readonly<Record<string, readonly Kind[]>>

/** What a bar of the picture says that has no room for all words; they are told as its title and in the lists. */
const kindInShort: Readonly<Record<string, string>> = {
  slow: 'slower',
  fast: 'faster',
  freeze: 'held',
  reverse: 'backwards',
  crop: 'part',
  zoom: 'zoom',
  letterbox: 'bars',
  mirror: 'mirrored',
  pip: 'set in',
  split: 'two',
  dissolve: 'dissolve',
  overlay: 'drawn',
  redaction: 'obscured',
  fade: 'fade',
  colour: 'changed',
}

const soundInShort: Readonly<Record<string, string>> = {
  other: 'another',
  offset: 'other time',
  muted: 'none',
  bleep: 'tone',
  replaced: 'no match',
  voiceover: 'voice over',
}

interface Mark {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly short: string
}

interface Row {
  readonly name: string
  readonly marks: readonly Mark[]
}

export const differenceHeight = 18

/** The rows that have something in them; sound is the last. Times are seconds of the film. */
export function differenceRows(
  report: DiffReport,
  at: (frame: number) => number,
  soundFrom: number,
): readonly Row[] {
  const rows = Object.entries(families).map(([name, kinds]): Row => {
    const own = report.edits.filter(({ kind }) => (kinds as readonly Kind[]).includes(kind))
    return {
      name,
      marks: own.map(({ kind, start, end }) => ({
        from: at(start),
        to: at(end),
        words: kindWords[kind] ?? kind,
        short: kindInShort[kind] ?? '',
      })),
    }
  })
  const heard = report.audio.filter(({ kind }) => kind !== 'raw')
  const sound: Row = {
    name: 'Sound',
    marks: heard.map(({ kind, start, end }) => ({
      ...{ from: Math.max(0, start - soundFrom), to: Math.max(0, end - soundFrom) },
      words: soundWords[kind],
      short: soundInShort[kind] ?? '',
    })),
  }
  return [...rows, sound].filter(({ marks }) => marks.length > 0)
}

/** About what a letter takes at 11 px. */
const letter = 6.5

/** One row as SVG, its name at the left; what has no room even for its short words is told in the lists. */
export function differenceRow({ name, marks }: Row, top: number, x: (seconds: number) => number): string {
  const drawn = marks.map(({ from, to, words, short }) => {
    const [left, width] = [x(from), Math.max(1.5, x(to) - x(from) - 0.8)]
    const most = Math.floor((width - 6) / letter)
    const text = [words, short].find(({ length }) => length <= most) ?? ''
    return `<rect class="mark" x="${left.toFixed(1)}" y="${top + 2}" width="${width.toFixed(1)}" height="${differenceHeight - 4}"><title>${escaped(words)}</title></rect>${text === '' ? '' : `<text x="${(left + 3).toFixed(1)}" y="${top + 13}">${escaped(text)}</text>`}`
  })
  return `<text class="quiet" x="8" y="${top + 13}">${escaped(name)}</text>${drawn.join('')}`
}
