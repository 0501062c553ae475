// Captions of one recording or of a whole case: what was said and by whom, in every language there is, and sharp sounds.
import { clockText } from './caption-times.ts'
import { plainForm } from './find.ts'
import { isSettled, type ShownLine } from './shown.ts'
import { textOf } from './typed-text.ts'

/** A transcript on the clock that the captions are on. */
export interface CaptionedTranscript {
  readonly id: string
  /** What its recording is called. */
  readonly name: string
  readonly language: string | null
  readonly translationOf: string | null
  readonly translator: string | null
  readonly lines: readonly ShownLine[]
  readonly speakerOf: (label: string) => string
  /** Micros of the clock; null where the recording does not lie on it. */
  readonly timeOf: (media: number) => number | null
}

export interface CaptionedImpulse {
  readonly at: number
  /** What a named person took it for; null while it is a candidate. */
  readonly label: { readonly is: string; readonly by: string } | null
}

export interface CaptionsAsked {
  readonly title: string
  readonly transcripts: readonly CaptionedTranscript[]
  readonly impulses: readonly CaptionedImpulse[]
  /** Settled lines and labelled impulses alone, or everything, which is then marked as work. */
  readonly only: 'settled' | 'all'
}

/** An impulse has no length; it is shown for a second, which a person can read. */
const impulseMicros = 1_000_000

interface Cue {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly rows: readonly string[]
  /** Whether lines in it are reviewed by nobody. */
  readonly isWork: boolean
}

/**
 * Captions as WebVTT. Where several microphones have one utterance, the first that was settled stands, and a note counts the others. A
 * translation stands under the original in the same cue, marked with its language. Times before 0 have no form in WebVTT: such cues are
 * left out, and counted.
 */
export function captionsOf({ title, transcripts, impulses, only }: CaptionsAsked): string {
  const isShown = (line: ShownLine) => line.pieces.length > 0 && (only === 'all' || isSettled(line))
  const originals = transcripts.filter(each => each.translationOf === null)
  const cues: Cue[] = []
  const taken: Said[] = []
  let [doubles, outside] = [0, 0]
  for (const said of originals.flatMap(each => saidIn(each, isShown)).sort(inOrder)) {
    if (said.from === null || said.to === null || said.from < 0) {
      outside += 1
      continue
    }
    if (taken.some(each => isSameUtterance(each, said))) {
      doubles += 1
      continue
    }
    taken.push(said)
    const below = translations(transcripts, said, isShown)
    const rows = [captionRow(said.of, said.line), ...below.map(({ row }) => row)]
    const isWork = !isSettled(said.line) || below.some(each => each.isWork)
    cues.push({ id: `${said.of.id}.${said.line.key}`, from: said.from, to: said.to, rows, isWork })
  }
  for (const [n, { at, label }] of impulses.entries()) {
    if (label === null && only === 'settled') continue
    if (at < 0) {
      outside += 1
      continue
    }
    const text = label === null ? '[impulse, not labelled]' : `[impulse: ${label.is}, by ${label.by}]`
    cues.push({
      id: `impulse ${n + 1}`,
      from: at,
      to: at + impulseMicros,
      rows: [escaped(text)],
      isWork: false,
    })
  }
  cues.sort((a, b) => a.from - b.from || a.to - b.to)
  const notes = [
    only === 'settled'
      ? 'Lines that a named reviewer settled, and impulses that a named person labelled. What nobody reviewed is not here.'
      : 'For work: lines that nobody has reviewed are among these.',
    ...transcripts.map(sourceNote),
    ...(doubles > 0 ? [`Left out as the same words from another microphone: ${doubles}.`] : []),
    ...(outside > 0 ? [`Left out because they lie nowhere on this clock: ${outside}.`] : []),
  ]
  const head = `WEBVTT ${oneRow(title)}`.trimEnd()
  return `${[head, ...notes.map(note => `NOTE ${oneRow(note)}`), ...cues.map(cueBlock)].join('\n\n')}\n`
}

function cueBlock({ id, from, to, rows, isWork }: Cue): string {
  // A cue has to last for a player to show it.
  const end = Math.max(to, from + 1000)
  const note = isWork ? ['NOTE not reviewed', ''] : []
  return [...note, oneRow(id), `${clockText(from, '.')} --> ${clockText(end, '.')}`, ...rows].join('\n')
}

function sourceNote({ id, name, language, translationOf, translator }: CaptionedTranscript): string {
  const in_ = language === null ? '' : ` in ${language}`
  if (translationOf === null) return `${id}: ${name}${in_}.`
  return `${id}: translation of ${translationOf}${in_} by ${translator ?? 'a translator who was not stated'}.`
}

interface Said {
  readonly of: CaptionedTranscript
  readonly line: ShownLine
  readonly from: number | null
  readonly to: number | null
  readonly words: ReadonlySet<string>
}

function saidIn(of: CaptionedTranscript, isShown: (line: ShownLine) => boolean): readonly Said[] {
  return of.lines.filter(isShown).map(line => ({
    ...{ of, line, from: of.timeOf(line.from), to: of.timeOf(line.to) },
    words: new Set(
      plainForm(textOf(line))
        .split(/[^\p{L}\p{N}']+/u)
        .filter(word => word !== ''),
    ),
  }))
}

/** Settled lines first, in the order in which they were settled; then by time. */
function inOrder(a: Said, b: Said): number {
  const rank = ({ line }: Said) => (isSettled(line) ? (line.layer?.rev ?? 0) : Number.MAX_SAFE_INTEGER)
  return rank(a) - rank(b) || (a.from ?? 0) - (b.from ?? 0)
}

/** Two lines of two recordings of which the shorter is heard during the other for half of itself, and that share most words. */
function isSameUtterance(one: Said, two: Said): boolean {
  if (one.of.id === two.of.id || one.from === null || one.to === null || two.from === null || two.to === null)
    return false
  const shared = Math.min(one.to, two.to) - Math.max(one.from, two.from)
  const shorter = Math.min(one.to - one.from, two.to - two.from)
  if (shared < shorter / 2 || shorter <= 0) return false
  const common = [...one.words].filter(word => two.words.has(word)).length
  return common >= 0.6 * Math.max(1, Math.min(one.words.size, two.words.size))
}

function translations(
  transcripts: readonly CaptionedTranscript[],
  { of, line }: Said,
  isShown: (line: ShownLine) => boolean,
): readonly { readonly row: string; readonly isWork: boolean }[] {
  return transcripts
    .filter(each => each.translationOf === of.id)
    .flatMap(each => {
      const lines = each.lines.filter(other => isShown(other) && isMostlyWithin(other, line))
      const text = escaped(lines.map(textOf).join(' '))
      if (text === '') return []
      const hasLanguage = each.language !== null && /^[\w-]+$/.test(each.language)
      const row = hasLanguage ? `<lang ${each.language}>${text}</lang>` : text
      return [{ row, isWork: !lines.every(isSettled) }]
    })
}

function isMostlyWithin(other: ShownLine, line: ShownLine): boolean {
  const middle = (other.from + other.to) / 2
  return middle >= line.from && middle < Math.max(line.to, line.from + 1)
}

function captionRow(of: CaptionedTranscript, line: ShownLine): string {
  const text = escaped(textOf(line))
  return line.speaker === null ? text : `<v ${escaped(oneRow(of.speakerOf(line.speaker)))}>${text}</v>`
}

const oneRow = (text: string) => text.replace(/\s+/g, ' ').replaceAll('-->', '→').trim()
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
